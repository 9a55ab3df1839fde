import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from nltk.collocations import BigramCollocationFinder
from nltk.metrics import BigramAssocMeasures

from helpers import Span, count_words, find_collocations, find_sentences
from helpers.analysis.collocation import MEASURES
from helpers.analysis.word_forms import cut_forms
from tests.linear import assert_linear
from tests.strategies import TEXTS

TEXT = "Fair winds came. Fair winds, fair seas; the winds were fair. Fair seas."


def pairs(text=TEXT, **options):
    return {(c.first, c.second): c for c in find_collocations(text, minimum=1, **options)}


def test_neighbours_are_counted_in_their_order_and_not_across_the_end_of_a_sentence():
    found = pairs()
    assert (found["fair", "winds"].count, found["fair", "seas"].count) == (2, 2)
    assert ("fair", "fair") not in found
    assert ("came", "fair") not in found
    assert ("came", "fair") in pairs(borders="none")


def test_the_table_of_a_pair_is_made_of_all_pairs():
    # fair winds | winds came · fair winds | winds fair | fair seas | seas the | the winds |
    # winds were | were fair · fair seas
    pair = pairs()["fair", "winds"]
    assert (pair.count, pair.first_count, pair.second_count, pair.total) == (2, 4, 3, 10)
    assert pair.expected == 4 * 3 / 10


def test_a_window_takes_words_farther_on_and_never_back():
    text = "a b c d"
    assert set(pairs(text, window=2)) == {*zip("abc", "bcd", strict=True), ("a", "c"), ("b", "d")}
    assert next(iter(pairs(text, window=2).values())).total == 5


def test_the_company_of_a_word_stands_on_both_sides_of_it_and_each_word_counts_once():
    text = "rain x talks y talks z wind. rain rain"
    found = pairs(text, around="talks", window=1)
    # Near "talks": x, y, z; "y" is near twice and counted once. N: the words but for "talks".
    assert {second for _, second in found} == {"x", "y", "z"}
    assert {(c.first_count, c.second_count, c.total) for c in found.values()} == {(3, 1, 7)}
    assert [place.of(text) for place in found["talks", "y"].places] == ["y"]


def test_a_word_that_does_not_occur_has_no_company_and_the_message_says_so():
    with pytest.raises(ValueError, match="“zeppelin” does not occur"):
        find_collocations(TEXT, around="zeppelin")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"measure": "magic"}, "log_likelihood_4_term, pmi"),
        ({"window": 0}, "1 or more"),
        ({"borders": "line"}, "sentence, paragraph, none"),
        ({"form": "root"}, "folded"),
        ({"hyphens": "no", "places": False}, "join, part"),
    ],
)
def test_a_choice_that_there_is_not_is_refused(options, said):
    with pytest.raises(ValueError, match=said):
        find_collocations(TEXT, **options)


def test_pairs_that_occur_once_are_left_out_unless_asked_for():
    assert find_collocations("Rain fell. Snow came.") == []
    assert len(find_collocations("Rain fell. Snow came.", minimum=1)) == 2


def test_the_measure_decides_the_order_and_top_how_many():
    for measure in MEASURES:
        found = find_collocations(TEXT, measure=measure, minimum=1, top=3)
        values = [getattr(pair, measure) for pair in found]
        assert values == sorted(values, reverse=True)
        assert len(found) == 3


def test_words_outside_the_given_spans_are_in_no_pair():
    text = "rain wind snow rain snow"
    found = pairs(text, within=[Span(0, 4), Span(10, 24)])
    assert set(found) == {("snow", "rain"), ("rain", "snow")}


@given(TEXTS)
def test_nltks_finder_counts_the_same_neighbours(text):
    _, forms = cut_forms(text)
    finder = BigramCollocationFinder.from_words(forms)
    for pair in find_collocations(text, minimum=1, top=None, borders="none"):
        assert pair.count == finder.ngram_fd[pair.first, pair.second]
        # Its margins are the words' counts; ours leave out the one word that has no neighbour.
        assert 0 <= finder.word_fd[pair.first] - pair.first_count <= 1
        margins = (pair.count, (pair.first_count, pair.second_count), pair.total)
        assert pair.pmi == pytest.approx(BigramAssocMeasures.pmi(*margins))
        assert pair.t_score == pytest.approx(BigramAssocMeasures.student_t(*margins))


@pytest.mark.parametrize(
    "text",
    [
        "We met at 5 p.m.Then it rained. It poured.",
        "It rained.They stayed.We left.Then it poured all day.",
    ],
)
def test_a_sentence_that_ends_without_a_space_is_cut_alike_with_and_without_places(text):
    assert len(find_sentences(text)) > 1
    with_places = find_collocations(text, minimum=1, top=None)
    without = find_collocations(text, minimum=1, top=None, places=False)
    assert [replace(pair, places=()) for pair in with_places] == without


@settings(deadline=None)
@given(TEXTS)
def test_leaving_out_the_places_leaves_out_nothing_else(text):
    for options in (
        {},
        {"borders": "none", "hyphens": "part"},
        {"borders": "paragraph", "window": 3, "stop_words": False, "form": "stem"},
    ):
        with_places = find_collocations(text, minimum=1, top=None, **options)
        without = find_collocations(text, minimum=1, top=None, places=False, **options)
        assert [replace(pair, places=()) for pair in with_places] == without


@given(TEXTS)
def test_every_place_holds_the_pair_and_no_measure_is_nan(text):
    for pair in find_collocations(text, minimum=1, top=None, window=2):
        assert len(pair.places) == pair.count
        for place in pair.places:
            first, *_, last = cut_forms(place.of(text))[1] or [""]
            assert {first, last} <= {*cut_forms(text)[1]}
        for name in MEASURES:
            value = getattr(pair, name)
            assert value is None or math.isfinite(value)
    for count in count_words(text)[:1]:
        for other in find_collocations(text, around=count.word, minimum=1):
            assert all(place in cut_forms(text)[0] for place in other.places)


def test_looking_for_company_takes_time_in_proportion_to_the_text():
    assert_linear(find_collocations, "fair winds, fair seas. ")
    assert_linear(lambda text: find_collocations(text, around="fair"), "fair winds, fair seas. ")
    assert_linear(lambda text: find_collocations(text, around="a"), "a ")
