import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import Span, find_sentences, load_article, summarize
from helpers.analysis.summary import METHODS
from tests.linear import assert_linear
from tests.strategies import TEXTS

EACH = pytest.mark.parametrize("method", METHODS)
FERRY = (
    "The ferry line will close in June. The council voted for it on Monday. "
    "Residents of the island depend on the ferry. “We need the ferry line,” said Ada Quill. "
    "The weather was mild."
)


def numbers(text, **options):
    """The numbers of the chosen sentences, counted from 1."""
    sentences = find_sentences(text)
    return [sentences.index(s.sentence) + 1 for s in summarize(text, **options).chosen]


def test_the_lead_is_the_first_sentences_and_never_the_headline():
    article = load_article()
    lead = summarize(article, 2)
    assert lead.of(article).startswith("Russian President Vladimir Putin on Sunday proposed")
    assert [s.sentence for s in lead.chosen] == list(article.sentences[:2])


@EACH
def test_a_short_text_is_its_own_summary_and_an_empty_one_has_none(method):
    assert summarize("It rained. We left.", 5, method=method).of("It rained. We left.") == (
        "It rained. We left."
    )
    assert summarize("It rained.", 1, method=method).of("It rained.") == "It rained."
    for nothing in ("", " \n\n "):
        assert summarize(nothing, method=method).chosen == ()
        assert summarize(nothing, method=method).scores == ()


@EACH
def test_of_equal_sentences_the_first_are_taken(method):
    assert numbers("Rain fell. " * 5, sentences=2, method=method) == [1, 2]
    # Alike but not the same: what is equal is equal in spite of the last digits.
    text = "Ana saw rain. Rain met Bea. Cy feared rain. Rain bored Dora."
    assert numbers(text, sentences=1, method=method) == [1]


@EACH
def test_where_small_words_alone_are_left_the_first_sentences_are_taken(method):
    text = "It was so. And so it is. Was it? It was."
    assert numbers(text, sentences=2, method=method) == [1, 2]


@EACH
def test_a_sentence_without_a_word_that_counts_is_the_last_choice(method):
    if method != "lead":
        text = "It was so. Rain fell on Ellarsund. Ellarsund had rain before."
        assert numbers(text, sentences=2, method=method) == [2, 3]


@EACH
@pytest.mark.parametrize(
    ("options", "advice"),
    [
        ({"sentences": 0}, "at least 1 sentence; 0 were"),
        ({"words": 0}, "at least 1 word; 0 were"),
        ({"sentences": True}, "at least 1 sentence; True were"),
        ({"sentences": 2.5}, "at least 1 sentence; 2.5 were"),
        ({"sentences": float("nan")}, "at least 1 sentence; nan were"),
        ({"sentences": "3"}, "at least 1 sentence; '3' were"),
        ({"words": float("nan")}, "at least 1 word; nan were"),
        ({"share": 0}, "share is 0; it is above 0"),
        ({"share": "0.3"}, "share is '0.3'; it is above 0"),
        ({"share": float("nan")}, "share is nan; it is above 0"),
        ({"diversity": "high"}, "diversity is 'high'"),
        ({"keep": Span(0, 3)}, r"are lists: give \[Span"),
        ({"share": 1.5}, "share is 1.5; it is above 0"),
        ({"words": 9, "share": 0.5}, "not both"),
        ({"diversity": 2}, "it is a number from 0 to 1"),
        ({"keep": [Span(0, 999)]}, "does not lie inside this text"),
        ({"keep": [Span(0, 3)], "leave_out": [Span(2, 5)]}, "both to be kept and to be left out"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_what_cannot_be_done_is_refused_with_a_sentence_that_says_why(method, options, advice):
    with pytest.raises(ValueError, match=advice):
        summarize(FERRY, method=method, **options)


def test_an_unknown_method_is_refused_with_a_list_of_the_known():
    with pytest.raises(ValueError, match=f"'magic'. There are: {', '.join(METHODS)}"):
        summarize(FERRY, method="magic")


@EACH
def test_a_length_in_words_is_never_passed_and_a_share_is_one_of_the_body(method):
    summary = summarize(FERRY, method=method, words=16)
    assert 0 < len(summary.of(FERRY).split()) <= 16
    assert summarize(FERRY, method=method, words=2).chosen == ()
    assert len(summarize(FERRY, method=method, share=0.4).chosen) == 2
    assert len(summarize(FERRY, method=method, share=0.01).chosen) == 1


@EACH
def test_a_reader_can_keep_a_sentence_and_leave_another_out(method):
    sentences = find_sentences(FERRY)
    weather, first = FERRY.index("weather"), sentences[0]
    summary = summarize(
        FERRY, 2, method=method, keep=[Span(weather, weather + 7)], leave_out=[first]
    )
    chosen = {score.sentence: score for score in summary.chosen}
    assert sentences[-1] in chosen
    assert chosen[sentences[-1]].reason.startswith("is kept by the reader")
    assert chosen[sentences[-1]].turn == 1
    assert first not in chosen
    assert summary.scores[0].reason.startswith("is left out by the reader")
    assert len(chosen) == 2


@EACH
def test_a_text_shorter_than_asked_for_is_chosen_whole_however_much_was_asked_for(method):
    for length in ({"sentences": 10**30}, {"words": 10**30}, {"share": 1}):
        assert summarize(FERRY, method=method, **length).of(FERRY) == FERRY


def test_all_that_is_kept_is_kept_even_if_the_summary_becomes_longer():
    assert numbers(FERRY, sentences=1, keep=find_sentences(FERRY)[1:4]) == [2, 3, 4]


def test_early_sentences_can_be_preferred():
    text = "Rain fell here. Rain fell there. Rain, rain, rain fell. Rain fell and fell."
    plain = summarize(text, 4, method="frequency")
    early = summarize(text, 4, method="frequency", early=True)
    for number, (before, after) in enumerate(zip(plain.scores, early.scores, strict=True), 1):
        assert after.score == pytest.approx(before.score / number**0.5)
        assert after.reason.startswith(f"sentence {number} ")


def test_with_diversity_a_sentence_that_repeats_another_is_passed_over():
    text = "Rain hit Ellarsund hard. Rain hit Ellarsund hard today. A council met about rain."
    assert numbers(text, sentences=2, method="centroid") == [1, 2]
    assert numbers(text, sentences=2, method="centroid", diversity=0.7) in ([1, 3], [2, 3])


@EACH
def test_the_turns_say_in_which_order_the_sentences_were_taken(method):
    summary = summarize(FERRY, 3, method=method)
    assert sorted(score.turn for score in summary.chosen) == [1, 2, 3]
    assert {s.sentence for s in summary.scores if s.turn} == {s.sentence for s in summary.chosen}


@EACH
@settings(deadline=None, max_examples=25)
@given(text=TEXTS, number=st.integers(1, 6), diversity=st.sampled_from([0.0, 0.5]))
def test_a_summary_is_sentences_of_the_text_in_their_order(method, text, number, diversity):
    summary = summarize(text, number, method=method, diversity=diversity, early=bool(diversity))
    chosen = [score.sentence for score in summary.chosen]
    spans = [score.sentence for score in summary.scores]
    assert chosen == sorted(chosen)
    assert spans == sorted(spans)
    assert (
        "".join(s.of(text) for s in spans).split()
        == "".join(s.of(text) for s in find_sentences(text)).split()
        or text == text.lower()
    )
    assert set(chosen) <= set(spans)
    assert bool(chosen) == bool(spans)
    assert len(chosen) <= number
    assert all(score.score >= 0 and score.reason for score in summary.scores)
    assert summary == summarize(
        text, number, method=method, diversity=diversity, early=bool(diversity)
    )


@pytest.mark.parametrize("method", ["frequency", "lsa", "kl-sum"])
def test_the_time_of_a_method_without_a_graph_grows_with_the_text(method):
    assert_linear(lambda text: summarize(text, method=method), "Rain fell. Ellarsund a1. ")


@pytest.mark.parametrize("method", ["lead", "centroid"])
def test_the_time_of_a_long_summary_grows_with_the_text_where_the_scores_stay(method):
    assert_linear(lambda text: summarize(text, method=method, share=0.5), "Rain fell. Bo a1. ")
