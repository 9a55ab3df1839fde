import pytest
from hypothesis import given, settings

from helpers import compare_summaries, measure_rouge
from tests.strategies import TEXTS


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        # Lin (2004), section 3: the second candidate has the same bigram and a shorter sequence.
        ("police kill the gunman", [3 / 4, 1 / 3, 3 / 4]),
        ("the gunman kill police", [3 / 4, 1 / 3, 2 / 4]),
    ],
)
def test_the_examples_of_the_paper_come_out(summary, expected):
    scores = measure_rouge(summary, "police killed the gunman", stem=False)
    assert [score.measure for score in scores] == ["ROUGE-1", "ROUGE-2", "ROUGE-Lsum"]
    for score, value in zip(scores, expected, strict=True):
        assert (score.recall, score.precision, score.f1) == pytest.approx((value,) * 3)


def test_endings_are_cut_unless_they_are_to_count():
    assert measure_rouge("police kill", "police killed")[0].f1 == 1
    assert measure_rouge("police kill", "police killed", stem=False)[0].f1 == 0.5


def test_recall_is_of_the_reference_and_precision_of_the_summary():
    score = measure_rouge("The ferry sank on Monday.", "The ferry sank.")[0]
    assert (score.recall, score.precision) == (1, pytest.approx(3 / 5))
    back = measure_rouge("The ferry sank.", "The ferry sank on Monday.")[0]
    assert (back.recall, back.precision) == (score.precision, score.recall)


def test_what_is_shared_is_shown_in_the_summary_as_often_as_the_reference_has_it():
    text = "İstanbul’s ferry, the FERRY, the ferry sank."
    one, two, _ = measure_rouge(text, "The ferry and the ferry sank.")
    assert [span.of(text) for span in one.shared] == ["ferry", "the", "FERRY", "the", "sank"]
    assert [span.of(text) for span in two.shared] == ["the FERRY", "the ferry", "ferry sank"]


@pytest.mark.parametrize(("summary", "reference"), [("", "Rain."), ("Rain.", ""), ("…", "雨")])
def test_without_a_word_on_one_side_all_are_zero(summary, reference):
    for score in measure_rouge(summary, reference):
        assert (score.recall, score.precision, score.f1, score.shared) == (0, 0, 0, ())


def test_texts_that_are_too_long_are_refused():
    with pytest.raises(ValueError, match="Give a summary, not the article"):
        measure_rouge("rain " * 3000, "rain " * 3000)


def test_several_summaries_are_compared_by_name_against_one_reference():
    rows = compare_summaries({"a": "The ferry sank.", "b": "Rain fell."}, "The ferry sank today.")
    assert [(row.name, row.words) for row in rows] == [("a", 3), ("b", 2)]
    assert rows[0].rouge_1 == pytest.approx(2 * 3 / 7)
    assert rows[1].rouge_1 == rows[1].rouge_2 == rows[1].rouge_lsum == 0


@settings(deadline=None, max_examples=60)
@given(TEXTS, TEXTS)
def test_the_shared_places_are_as_many_as_the_number_says(summary, reference):
    from rouge_score.rouge_scorer import RougeScorer
    from rouge_score.tokenizers import DefaultTokenizer

    words = DefaultTokenizer(use_stemmer=True).tokenize(summary)
    one, two, _ = measure_rouge(summary, reference)
    peer = RougeScorer(["rouge1", "rouge2"], use_stemmer=True).score(reference, summary)
    assert one.f1 == pytest.approx(peer["rouge1"].fmeasure)
    assert two.f1 == pytest.approx(peer["rouge2"].fmeasure)
    assert len(one.shared) == pytest.approx(one.precision * len(words))
    assert len(two.shared) == pytest.approx(two.precision * max(0, len(words) - 1))
    assert all(span.of(summary).strip() for span in one.shared)


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_a_text_is_its_own_best_summary(text):
    for score in measure_rouge(text, text)[:2]:
        assert score.f1 in (0, pytest.approx(1))
