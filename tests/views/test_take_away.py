"""The page to take away holds what was done, says what is missing, and runs and fetches nothing."""

import datetime
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import (
    Annotation,
    Article,
    Span,
    compare_with_partner,
    find_my_work,
    load_annotations,
    load_article,
    load_codebook,
    measure_agreement,
    open_journal,
    save,
    save_notes,
    set_reader,
    take_away,
)
from helpers.analysis.quotes.accuracy import MEASURED
from helpers.annotation.comparison import Difference
from helpers.annotation.journal import journal_path
from helpers.annotation.notes import notes_path
from helpers.annotation.partners import choose_reading
from helpers.views import take_away_parts as parts
from helpers.views.discussion import find_discussion
from helpers.views.kept_verdicts import Verdict, save_verdict
from helpers.views.layer import escaped
from helpers.workbook import find_workbook
from tests.conftest import GIVEN, INVENTED
from tests.strategies import TEXTS

ALONE = {"meta", "img", "br", "!doctype"}


class Page(HTMLParser):
    """The words of a page by heading, and what it is built of; unbalanced tags fail at once."""

    def __init__(self, html):
        super().__init__()
        self.sections, self.headings, self.tags = {"": ""}, [], []
        self._open, self._heading = [], ""
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in ALONE:
            self._open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "h2":
            self._heading = ""

    def handle_endtag(self, tag):
        assert self._open.pop() == tag
        if tag == "h2":
            self.sections.setdefault(self._heading, "")

    def handle_data(self, data):
        if "h2" in self._open:
            self._heading += data
        elif "style" not in self._open:
            self.sections[self._heading] = self.sections.get(self._heading, "") + data

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def compared_with(file, article, within=None):
    """The widget in which this reading was chosen."""
    choose_reading(f"seeds/readers/{file}", article)
    return compare_with_partner(article, within=within)


def page_of(made):
    """The page as it lies on the disk."""
    return Page(made.path.read_text(encoding="utf-8"))


def mark_as(reader_file, article):
    """The shipped marks, as if the reader of this workbook had made them."""
    journal = open_journal(article, codebook=load_codebook("first lesson"))
    for mark in load_annotations(f"seeds/readers/{reader_file}", article):
        journal.add(replace(mark, reader="", codebook=""))


def test_a_page_holds_what_was_written_marked_agreed_and_decided():
    article = load_article(GIVEN)
    eight = article.paragraphs[:8]
    set_reader("Amber Newt")
    mark_as("blue-heron.jsonl", article)
    save_notes({"Who will speak?": "A harbour <pilot>", "Unanswered": " "}, article)
    first = article.sentences[0]
    difference = Difference("not found", (Span(0, 7),), None, (first,), (Span(0, 7),))
    save_verdict(difference, article, rule="no rule", verdict="I keep mine", reason="It is 🔥")
    made = take_away(article, compared_with("grey-otter.jsonl", article, eight), within=eight)
    page = page_of(made)
    assert made.path == find_workbook() / "my_work" / "pages" / made.path.name
    assert list(page.sections) == [
        "",
        "What I wrote",
        "What I marked",
        "How far we agree",
        "Where the machine and I differ",
        "Who is quoted how much",
        "Where this page comes from",
    ]
    assert "The Moscow Times, 2025-05-11. Read by Amber Newt; page made" in page.sections[""]
    assert f"{datetime.date.today():%Y-%m-%d}" in page.sections[""]
    assert "A harbour <pilot>" in page.sections["What I wrote"]
    assert "Unanswered" not in page.sections["What I wrote"]
    assert f"{len(made.marks)} marks in 8 paragraphs." in page.sections["What I marked"]
    assert eight[7].of(article.text) in page.sections["What I marked"]
    assert article.paragraphs[8].of(article.text) not in page.sections["What I marked"]
    agreed = page.sections["How far we agree"]
    assert "Amber Newt and Grey Otter (invented) made" in agreed
    assert "who is right" in agreed
    decided = page.sections["Where the machine and I differ"]
    for words in (first.of(article.text), "no rule", "I keep mine", "It is 🔥"):
        assert words in decided
    assert MEASURED.in_words() in page.sections["Who is quoted how much"]
    origin = page.sections["Where this page comes from"]
    for words in (
        article.fingerprint,
        article.origin.sha256,
        f"first lesson (SHA-256 {load_codebook('first lesson').fingerprint})",
    ):
        assert words in origin
    note = json.loads(made.path.with_name(f"{made.path.name}.provenance.json").read_text("utf-8"))
    assert note["sources"]["accuracy"] == MEASURED.record()
    assert note["parameters"] == {"reader": "Amber Newt", "partner": "Grey Otter (invented)"}


@pytest.mark.parametrize("seed", [GIVEN, *INVENTED])
def test_a_page_is_well_formed_and_nothing_in_it_is_run_or_fetched(seed):
    page = page_of(take_away(load_article(seed)))
    assert page.headings[0] == 1
    assert all(below <= level + 1 for level, below in pairwise(page.headings))
    assert page.all("html")[0]["lang"] == "en"
    assert {"script", "link", "iframe", "form"}.isdisjoint(name for name, _ in page.tags)
    assert "default-src 'none'" in page.all("meta")[2]["content"]
    assert page.all("img")
    for _, attributes in page.tags:
        assert attributes.get("src", "data:").startswith("data:")
        assert "href" not in attributes
        assert not any(name.startswith("on") for name in attributes)
    assert all(image["alt"] for image in page.all("img"))
    assert all(cell["scope"] for cell in page.all("th"))


def test_a_verdict_is_shown_with_what_both_had_there():
    text = "“We talk,” Ana Silva said. “We wait.”"
    article = Article(text)
    journal = open_journal(article)
    for label, start, end in (("content", 0, 10), ("source", 11, 20), ("cue", 21, 25)):
        journal.add(Annotation(label, (Span(start, end),), blind=True))
    (difference,) = find_discussion(article, journal.annotations).differences
    save_verdict(difference, article, rule="a rule", verdict="", reason="Both are hers")
    decided = page_of(take_away(article)).sections["Where the machine and I differ"]
    assert "The machine has somebody's words here, and you have nothing" in decided
    assert "Markednothing" in decided
    assert "The machine hasWe wait." in decided
    assert "Verdictnone yet" in decided


def test_a_lesson_in_which_nobody_did_anything_has_a_page_that_says_so():
    article = load_article(GIVEN)
    eight = article.paragraphs[:8]
    made = take_away(article, compare_with_partner(article, within=eight), within=eight)
    page = page_of(made)
    assert "No question was answered" in page.sections["What I wrote"]
    assert "0 marks in 8 paragraphs" in page.sections["What I marked"]
    assert "no partner" in page.sections["How far we agree"]
    assert "No difference" in page.sections["Where the machine and I differ"]
    assert made.notices == ()


def test_a_partner_is_compared_with_nothing_where_nothing_was_marked():
    article = load_article(GIVEN)
    page = page_of(take_away(article, compared_with("grey-otter.jsonl", article)))
    assert "reader marked nothing here" in page.sections["How far we agree"]


def test_a_partner_of_the_same_pseudonym_is_told_apart():
    article = load_article(GIVEN)
    set_reader("Grey Otter (invented)")
    mark_as("blue-heron.jsonl", article)
    page = page_of(take_away(article, compared_with("grey-otter.jsonl", article)))
    assert (
        "Grey Otter (invented) and Grey Otter (invented) (your partner) made"
        in page.sections["How far we agree"]
    )


def test_what_was_marked_after_the_comparison_is_compared_too():
    article = load_article(GIVEN)
    compared = compared_with("grey-otter.jsonl", article)
    mark_as("blue-heron.jsonl", article)
    made = take_away(article, compared)
    readings = {"reader": made.marks, "Grey Otter (invented)": compared.marks}
    assert made.agreement.labels == measure_agreement(readings, article).labels
    assert compared.agreement.labels[-1].marks == made.agreement.labels[-1].marks > 0


@pytest.mark.parametrize("reader", ["../../Heron", "🔥👩🏽‍🚒", "con", "שלום / хай", "<b>&amp;"])
def test_a_page_is_kept_among_the_pages_whatever_the_reader_is_called(reader):
    set_reader(reader)
    made = take_away(Article("It rained.", title="Rain / Wind: a <report>"))
    assert made.path.parent == find_workbook() / "my_work" / "pages"
    assert f"Read by {reader};" in page_of(made).sections[""]


@pytest.mark.parametrize("what", [notes_path, journal_path])
def test_what_is_damaged_is_said_on_the_page_and_the_rest_is_there(what):
    article = load_article(GIVEN)
    path = what(article)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"torn\n")
    made = take_away(article)
    page = page_of(made)
    assert path.name in made.notices[0]
    assert made.notices[0] in page.sections[""]
    assert "Vladimir Putin" in page.sections["Who is quoted how much"]
    assert path.read_bytes() == b"torn\n"


def test_a_page_that_cannot_be_kept_is_shown_all_the_same_and_says_why():
    (find_my_work() / "pages").write_text("a file where the folder should be")
    made = take_away(Article("It rained."))
    assert made.path is None
    assert "This page was not kept as a file" in made._repr_html_()


def test_the_notebook_shows_where_the_page_is_kept_and_a_link_from_where_it_stands(monkeypatch):
    made = take_away(Article("It rained.", title="Rain"))
    monkeypatch.chdir(find_workbook() / "notebooks")
    shown = Page(made._repr_html_())
    assert shown.all("a")[0]["href"] == f"../my_work/pages/{made.path.name}"
    assert f"my_work/pages/{made.path.name}" in shown.sections[""]
    monkeypatch.chdir("/")
    assert Page(made._repr_html_()).all("a") == []


@pytest.mark.parametrize(
    ("rights", "allowed"),
    [
        ("", False),
        ("Text © AFP / The Moscow Times. Given for study, not to be passed on.", False),
        ("© 2031 The Strait Ledger. All rights reserved. Pictures CC BY 4.0", False),
        ("Not under CC BY", False),
        ("Invented report, text by the Close Reading Workbook, CC BY 4.0", True),
        ("CC-BY-SA 3.0", True),
        ("CC0", True),
        ("Public domain", True),
    ],
)
def test_a_page_may_be_passed_on_only_where_the_rights_say_so(rights, allowed):
    made = take_away(Article("It rained.", rights=rights))
    assert made.may_be_passed_on is allowed
    assert ("Do not pass this page on" in page_of(made).sections[""]) is not allowed
    assert rights in page_of(made).sections[""]


def test_marks_elsewhere_and_marks_that_were_not_blind_are_counted():
    article = load_article(INVENTED[0])
    journal = open_journal(article)
    journal.add(Annotation("cue", (Span(0, 3),), blind=False))
    journal.add(Annotation("cue", (article.words[-1],)))
    journal.add(Annotation("cue", (Span(0, 3),), place="headline"))
    made = take_away(article, within=article.paragraphs[:1])
    assert (len(made.marks), made.elsewhere) == (1, 2)
    said = page_of(made).sections["What I marked"]
    assert "1 mark in 1 paragraph." in said
    assert "elsewhere: 2." in said
    assert "were to be seen: 1." in said


def test_a_page_can_be_saved_elsewhere_and_is_the_same(tmp_path):
    made = take_away(load_article(INVENTED[0]))
    assert save(made, tmp_path / "page.html").read_bytes() == made.path.read_bytes()


@given(TEXTS.filter(len), TEXTS, st.data())
def test_whatever_was_read_written_and_marked_is_shown_and_never_run(text, answer, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article, span = Article(text + "</p><script>"), Span(start, end)
    marks = [Annotation("</mark><script>", (span,), blind=data.draw(st.booleans()))]
    verdict = Verdict(
        "not found", (span,), None, (span,), "<script>", answer, answer, content=(span,)
    )
    html = (
        parts.answers_part([(answer, escaped(answer))])
        + parts.marks_part(article, marks, [Span(0, len(article.text))], 1)
        + parts.verdicts_part(article, [verdict], find_discussion(article, marks))
        + parts.rights_part(answer, False)
    )
    assert "script" not in {tag for tag, _ in Page(html).tags}
