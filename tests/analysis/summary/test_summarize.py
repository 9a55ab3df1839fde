import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import find_sentences, load_article, summarize
from helpers.analysis.summary import METHODS
from tests.strategies import TEXTS


def test_the_lead_is_the_first_sentences_and_never_the_headline():
    article = load_article()
    lead = summarize(article, 2)
    assert lead.of(article).startswith("Russian President Vladimir Putin on Sunday proposed")
    assert [s.sentence for s in lead.chosen] == list(article.sentences[:2])


def test_the_score_of_a_sentence_is_the_mean_share_of_its_words_without_stop_words():
    # Of five counted words two are "rain": its share is 2/5, that of the others 1/5.
    text = "The rain fell. Rain stopped. We cheered."
    scores = [sentence.score for sentence in summarize(text, 1, method="frequency").scores]
    assert scores == pytest.approx([(2 / 5 + 1 / 5) / 2, (2 / 5 + 1 / 5) / 2, 1 / 5])


def test_reasons_name_the_words_that_decided():
    text = "Rain fell. Rain stopped."
    reasons = {sentence.reason for sentence in summarize(text, method="frequency").scores}
    assert reasons == {"holds words that are frequent in the text: “rain” (2)"}


@pytest.mark.parametrize("method", METHODS)
def test_a_short_text_is_its_own_summary_and_an_empty_one_has_none(method):
    assert summarize("One. Two.", 5, method=method).of("One. Two.") == "One. Two."
    assert summarize("", method=method).chosen == ()


@pytest.mark.parametrize("method", METHODS)
def test_equal_sentences_are_taken_from_the_front(method):
    text = "Rain fell. " * 5
    assert [s.sentence for s in summarize(text, 2, method=method).chosen] == list(
        find_sentences(text)[:2]
    )


def test_an_unknown_method_and_a_summary_of_nothing_are_refused_with_a_sentence():
    with pytest.raises(ValueError, match="lead, frequency"):
        summarize("One.", method="magic")
    with pytest.raises(ValueError, match="at least 1"):
        summarize("One.", 0)


@given(TEXTS, st.integers(1, 6), st.sampled_from(sorted(METHODS)))
def test_a_summary_is_sentences_of_the_text_in_their_order(text, number, method):
    summary = summarize(text, number, method=method)
    sentences = find_sentences(text)
    chosen = [sentence.sentence for sentence in summary.chosen]
    assert chosen == sorted(chosen)
    assert set(chosen) <= set(sentences)
    assert len(chosen) == min(number, len(sentences))
    assert tuple(score.sentence for score in summary.scores) == sentences
