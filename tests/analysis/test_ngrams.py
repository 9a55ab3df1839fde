import pytest
from hypothesis import given

from helpers import Span, count_ngrams, find_sentences, find_words
from tests.linear import assert_linear
from tests.strategies import TEXTS

TEXT = "No deal. No deal yet, no deal at all. Deal with it.\n\nNo way."


def counted(*arguments, **options):
    return {run.ngram: run.count for run in count_ngrams(TEXT, *arguments, **options)}


def test_runs_of_words_are_counted_whatever_signs_stand_between_them():
    assert counted() == {"no deal": 3}
    assert counted(3, minimum=1)["yet no deal"] == 1


def test_no_run_crosses_a_border_unless_there_is_none():
    assert "deal no" not in counted(minimum=1)
    assert "it no" not in counted(minimum=1, borders="paragraph")
    assert counted(minimum=1, borders="none")["it no"] == 1


def test_a_run_that_holds_a_small_word_is_left_out_and_its_neighbours_do_not_meet():
    assert "yet no" not in counted(minimum=1, stop_words=False)
    assert "deal no" not in counted(minimum=1, stop_words=False)


def test_words_outside_the_given_spans_do_not_bring_their_neighbours_together():
    text = "rain wind snow rain snow"
    runs = count_ngrams(text, within=[Span(0, 4), Span(10, 24)], minimum=1)
    assert [run.ngram for run in runs] == ["snow rain", "rain snow"]


@pytest.mark.parametrize(
    ("arguments", "options", "said"),
    [((0,), {}, "1 word or more"), ((2,), {"borders": "line"}, "sentence, paragraph, none")],
)
def test_a_choice_that_there_is_not_is_refused(arguments, options, said):
    with pytest.raises(ValueError, match=said):
        count_ngrams(TEXT, *arguments, **options)


@given(TEXTS)
def test_every_run_stands_where_it_is_said_and_all_are_counted(text):
    words = find_words(text)
    for n in (1, 2, 3):
        runs = count_ngrams(text, n, minimum=1)
        inside = [
            sum(span.start <= word.start < span.end for word in words)
            for span in find_sentences(text)
        ]
        assert sum(run.count for run in runs) == sum(max(0, length - n + 1) for length in inside)
        assert sum(run.share for run in runs) == pytest.approx(1 if runs else 0)
        for run in runs:
            for place in run.places:
                assert len(find_words(place.of(text))) >= 1
                assert {place.start, place.end} <= {edge for word in words for edge in word}


def test_counting_runs_takes_time_in_proportion_to_the_text():
    assert_linear(count_ngrams, "No deal yet. ")
