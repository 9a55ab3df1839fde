import pytest
from hypothesis import given

from helpers import find_sentences, summarize
from helpers.analysis.summary.body import find_body
from tests.linear import assert_linear
from tests.strategies import TEXTS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry to Close\n\nIt will close in June. Why?", ["It will close in June.", "Why?"]),
        ("Ferry to Close\n\nBy Ada Quill\n\nIt will close.", ["It will close."]),
        ("May 3, 2031\n\nIt will close.", ["It will close."]),
        ("Updated: 07:45, 3 May 2031. It will close.", ["It will close."]),
        ("It will close.\n\nWhat comes next\n\nNobody knows.", ["It will close.", "Nobody knows."]),
        ("LISBON, May 3 — It will close.", ["LISBON, May 3 — It will close."]),
        (
            "“It will close,” he said:\n\nNobody knew.",
            ["“It will close,” he said:", "Nobody knew."],
        ),
        ("In 2031 it closed.", ["In 2031 it closed."]),
        ("One boat\n\nTwo boats", ["One boat", "Two boats"]),
        ("नाव बंद होगी।\n\nनगर\n\nलोग दुखी हैं।", ["नाव बंद होगी।", "लोग दुखी हैं।"]),
        ("it will close.\nnobody knows why.", ["it will close.", "nobody knows why."]),
        ("It left at 5 p.m.\non Monday.", ["It left at 5 p.m.\non Monday."]),
    ],
    ids=[
        *("headline", "byline", "date", "dateline sentence", "heading inside", "dateline before"),
        *("introduction", "date in a sentence", "headings alone", "other script"),
        *("lines without capitals", "lines with capitals"),
    ],
)
def test_headings_bylines_and_datelines_are_no_sentences_of_the_body(text, expected):
    assert [sentence.of(text) for sentence in find_body(text).sentences] == expected


def test_a_heading_is_not_chosen_and_says_why_unless_it_is_to_be_kept():
    text = "Ferry to Close\n\nThe ferry will close. The ferry is old."
    summary = summarize(text, 3, method="frequency")
    assert summary.of(text) == "The ferry will close. The ferry is old."
    heading = summary.scores[0]
    assert (heading.score, heading.reason) == (0.0, "is a heading, and no sentence of the body")
    kept = summarize(text, 2, keep=find_sentences(text)[:1])
    assert kept.of(text) == "Ferry to Close The ferry will close."
    assert [score.turn for score in kept.chosen] == [1, 2]  # what is kept is chosen first


def test_words_are_counted_without_case_small_words_and_possessives():
    body = find_body("The Mayor’s boat. A MAYOR's boat and a boat.")
    assert [dict(words) for words in body.words] == [
        {"mayor": 1, "boat": 1},
        {"mayor": 1, "boat": 2},
    ]
    assert body.lengths == (3, 6)
    assert body.spread == {"mayor": 2, "boat": 2}


@given(TEXTS)
def test_the_sentences_of_a_body_and_its_headings_are_all_of_the_text_and_none_twice(text):
    body = find_body(text)
    spans = sorted([*body.sentences, *body.headings])
    covered = "".join("".join(span.of(text).split()) for span in spans)
    assert covered == "".join("".join(span.of(text).split()) for span in find_sentences(text))
    assert bool(body.sentences) == bool(spans)


@pytest.mark.parametrize("unit", ["a.\n", "May 3, 2031\n\n"])
def test_the_time_to_find_the_body_grows_with_the_text(unit):
    assert_linear(find_body, unit)
