"""Which differences are worth an argument, and what is said of each."""

import dataclasses
import itertools

import pytest
from hypothesis import given, settings

from helpers import find_quotes, load_annotations, load_article
from helpers.annotation.annotation import Annotation
from helpers.annotation.comparison import CAUSES
from helpers.annotation.marking import mark
from helpers.text.article import Article
from helpers.views.discussion import TELLING, find_discussion
from tests.conftest import GIVEN, INVENTED
from tests.linear import assert_linear
from tests.strategies import TEXTS

ARTICLE = Article(
    "“We waited,” said Ana Silva, who keeps the lamp. The “dawn boat” was late.\n\n"
    "The harbour office warned that the pier was old. Bo Lind wrote that it was safe."
)


def marked(*pairs, blind=True, linked=False):
    marks = [
        dataclasses.replace(mark(ARTICLE, words, label, reader="Heron"), blind=blind)
        for words, label in pairs
    ]
    if linked:
        marks = [
            dataclasses.replace(m, links=tuple(o.id for o in marks if o.id != m.id)) for m in marks
        ]
    return marks


ALL_THREE = [("“We waited,”", "content"), ("said", "cue"), ("Ana Silva", "source")]


def headings(discussion):
    return [discussion.heading_of(one) for one in discussion.differences]


def test_every_cause_of_a_difference_has_its_rank_and_its_heading():
    assert {*TELLING} == {*CAUSES}


def test_whose_words_they_are_comes_before_where_they_begin_and_end():
    marks = marked(("We waited", "content"), ("said", "cue"), ("keeps the lamp", "source"))
    discussion = find_discussion(ARTICLE, marks, number=1)
    assert headings(discussion) == ["The same words, but another source, or none for one of you"]
    assert discussion.is_compared


def test_no_sentence_and_no_cause_comes_twice_where_there_is_a_choice():
    discussion = find_discussion(ARTICLE, marked(*ALL_THREE, ("dawn boat", "content")))
    assert [one.cause for one in discussion.differences] == [
        "not found",
        "only the program",
    ] * 1 + ["only the program"]
    assert len({one.sentence for one in discussion.differences}) == 3
    assert [*discussion.differences] == sorted(discussion.differences, key=lambda one: one.sentence)


def test_the_rule_is_that_of_the_very_words_that_are_disputed():
    discussion = find_discussion(ARTICLE, marked(*ALL_THREE, ("dawn boat", "content")))
    rules = {
        one.content[0].of(ARTICLE.text): discussion.rule_of(one) for one in discussion.differences
    }
    assert "Kind “term”" in rules["dawn boat"]
    assert rules["that the pier was old"].startswith("Rule “reported clause”")
    assert headings(discussion)[0].endswith("the machine finds nobody who says them")


def test_where_the_machine_has_nothing_no_rule_is_made_up():
    discussion = find_discussion(ARTICLE, marked(("late", "content")), number=9)
    (one,) = (one for one in discussion.differences if one.cause == "not found")
    assert (
        discussion.rule_of(one) == "None applies to these words, so the machine has nothing here."
    )


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param([("“We waited.”", "“It was cold.”")], id="one mark for two quotations"),
        pytest.param([("that the pier was old",), ("that it leaked",)], id="two for one"),
    ],
)
def test_words_that_both_have_in_other_pieces_are_not_called_missing(contents):
    article = Article(
        "“We waited.” Ana Silva said so. She said: “It was cold.”\n\n"
        "Bo Lind wrote that the pier was old and that it leaked."
    )
    marks = [
        Annotation(
            "content",
            tuple(mark(article, words, "content", reader="x").spans[0] for words in pieces),
            blind=True,
        )
        for pieces in contents
    ]
    here = [p for p in article.paragraphs if p.overlaps(marks[0].spans[0])]
    discussion = find_discussion(article, marks, within=here, number=9)
    disputed = [one for one in discussion.differences if "edges" not in one.cause]
    missing = ("and the machine has nothing", "and you have nothing")
    assert any("in one piece" in discussion.heading_of(one) for one in disputed)
    assert not any(discussion.heading_of(one).endswith(missing) for one in disputed)


def test_a_source_that_the_reader_marked_and_did_not_link_is_no_difference():
    article = Article("“We waited,” said Ana Silva. “It was cold.”")
    marks = [
        dataclasses.replace(mark(article, words, label, reader="Heron"), blind=True)
        for words, label in [
            *(("“We waited,”", "content"), ("said", "cue"), ("Ana Silva", "source")),
            ("“It was cold.”", "content"),
        ]
    ]
    assert find_discussion(article, marks).differences == ()


@pytest.mark.parametrize("marks", [[], marked(("said", "cue")), marked(*ALL_THREE, blind=False)])
def test_where_nothing_can_be_compared_the_machines_findings_are_argued_about(marks):
    discussion = find_discussion(ARTICLE, marks, within=ARTICLE.paragraphs[1:], number=3)
    assert not discussion.is_compared
    assert "Here is what the machine found" in discussion.sentence
    assert {*headings(discussion)} == {"The machine has somebody's words here"}
    assert [one.content[0].of(ARTICLE.text) for one in discussion.differences] == [
        "that the pier was old",
        "that it was safe",
    ]


def test_a_text_without_quotations_has_nothing_to_argue_about():
    article = Article("It rained. Nobody came.")
    assert find_discussion(article, []).differences == ()


def test_where_the_machine_finds_nothing_what_the_reader_has_is_argued_about():
    article = Article("It rained. Nobody came.\n\nThe pier was old.")
    marks = [
        dataclasses.replace(mark(article, words, label, reader="Heron"), blind=True)
        for words, label in [("It rained", "content"), ("Nobody", "source"), ("old", "content")]
    ]
    discussion = find_discussion(article, marks, within=article.paragraphs[:1])
    assert discussion.sentence.endswith("Here is what you have, to argue about.")
    assert [one.reader for one in discussion.differences] == [marks[0].spans]
    assert headings(discussion) == ["You have somebody's words here, and the machine has nothing"]
    assert discussion.rule_of(discussion.differences[0]).startswith("None applies")


def test_what_was_a_difference_before_is_called_the_same_once_nothing_can_be_compared():
    article = Article("It rained. Nobody came.")
    marks = [dataclasses.replace(mark(article, "It rained", "content", reader="x"), blind=True)]
    (before,) = find_discussion(article, marks).differences
    heading = find_discussion(article, []).heading_of(before)
    assert heading == "You have somebody's words here, and the machine has nothing"


@pytest.mark.parametrize("path", [GIVEN, *INVENTED])
def test_both_invented_readers_of_each_article_have_three_differences_to_argue_about(path):
    article = load_article(path)
    files = [f for f in ("", ".the-strait-ledger", ".the-ellar-lantern") if f.strip(".") in path]
    for reader in ("blue-heron", "grey-otter"):
        marks = load_annotations(f"seeds/readers/{reader}{files[-1]}.jsonl", article)
        discussion = find_discussion(article, marks, within=article.paragraphs[:8])
        assert discussion.is_compared
        assert len(discussion.differences) == 3
        assert len({one.cause for one in discussion.differences}) == 3
        for word in ("wrong", "mistake", "correct"):
            assert word not in discussion.sentence + " ".join(headings(discussion))


@settings(max_examples=60)
@given(TEXTS)
def test_whatever_the_text_all_that_is_argued_about_lies_in_it(text):
    article = Article(text)
    marks = [Annotation("content", (word,), blind=True) for word in article.words[:2]]
    for reading in (marks, []):
        discussion = find_discussion(article, reading)
        for one in discussion.differences:
            assert discussion.rule_of(one)
            for _, span in one.parts():
                assert 0 <= span.start < span.end <= len(text)


def test_the_time_grows_with_the_text_and_not_with_its_square():
    def discuss(text):
        article = Article(text)
        labels = itertools.cycle(("source", "content", "cue"))
        marks = [
            Annotation(label, (word,), blind=True)
            for word, label in zip(article.words[::3], labels, strict=False)
        ]
        find_discussion(article, marks)
        find_discussion(article, [])

    assert_linear(discuss, "“We waited,” said Ana Silva. The pier was old, she warned.\n\n")


def test_the_quotations_are_those_of_find_quotes():
    assert find_discussion(ARTICLE, []).quotes == tuple(find_quotes(ARTICLE))
