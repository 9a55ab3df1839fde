"""Two reports side by side: everything is there, numbered alike on both sides, and escaped."""

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from helpers import Article, compare_reports, highlight_reports, load_article, methods, save, table
from helpers.views.layer import shown
from tests.conftest import GIVEN, INVENTED
from tests.linear import assert_linear
from tests.strategies import TEXTS

BOTH = pytest.mark.parametrize("only_pairs", [False, True])


class Words(HTMLParser):
    """What a reader sees, and whether each tag is closed where it should be."""

    def __init__(self, html):
        super().__init__()
        self.words, self.open = [], []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def seen(html):
    return "".join(Words(html).words)


@pytest.fixture(scope="module")
def found():
    return compare_reports(*map(load_article, INVENTED))


def test_both_texts_are_there_whole_with_each_number_once_on_either_side(found):
    html = highlight_reports(found).html()
    words = seen(html)
    for report in (found.one, found.other):
        for paragraph in report.text.paragraphs:
            parts = re.split(r"\s+", paragraph.of(report.text.text))
            assert parts[-1] in words
    for pair in found.one.shared:
        number = words.count(f"[{pair.pair}] ")
        assert number == 2 + (pair.pair == 1)  # the legend shows the first
    assert words.count("the boats will be faster") == 1
    assert re.search(r"text-decoration:underline double[^>]*>the boats will be faster<", html)


def test_pairs_stand_beside_each_other_in_their_sentences_with_both_cues(found):
    words = seen(highlight_reports(found, only_pairs=True).html())
    assert "other cue (insisted / claimed)" in words
    assert "other speaker (Keep the Crossing / her group)" in words
    assert "then a bus" in words
    assert "Ilse Oyelander" not in words  # she is in one report alone


@BOTH
def test_the_page_that_is_saved_holds_the_rights_of_both_and_how_it_was_made(
    found, only_pairs, tmp_path
):
    result = highlight_reports(found, only_pairs=only_pairs)
    page = save(result, tmp_path / "reports.html").read_text(encoding="utf-8")
    head = seen(page.partition("<main>")[2].partition("<div>")[0])
    note = json.loads((tmp_path / "reports.html.provenance.json").read_text(encoding="utf-8"))
    for report in (found.one, found.other):
        assert (
            f"{report.text.title}{report.text.byline} · {report.name} · {report.text.rights}"
            in head
        )
    assert note["text_sha256"] == found.one.text.fingerprint
    (beside,) = note["other_texts"]
    assert beside["text_sha256"] == found.other.text.fingerprint
    assert beside["rights"] == found.other.text.rights
    assert f"SHA-256 of the text {found.other.text.fingerprint[:16]}" in methods(result)


def test_a_table_of_pairs_names_the_other_report_whose_words_it_holds_with_its_rights(
    found, tmp_path
):
    pairs = table(found.one.text, found.one.shared)
    assert "put into pairs" in methods(pairs)
    save(pairs, tmp_path / "pairs.csv")
    note = json.loads((tmp_path / "pairs.csv.provenance.json").read_text(encoding="utf-8"))
    (other,) = note["shared quotations"]["other_reports"]
    assert other.startswith(f"{found.other.name}, {found.other.text.rights}, SHA-256")


@BOTH
def test_what_is_not_shared_is_said_and_nothing_is_marked(only_pairs):
    found = compare_reports(load_article(INVENTED[0]), load_article(GIVEN))
    html = highlight_reports(found, only_pairs=only_pairs).html()
    assert "No quotation was found in both" in html
    assert "<mark" not in html


def test_what_stands_in_a_text_is_shown_and_never_run():
    evil = "“<script>alert(1)</script> we count the boats & wait,” Ana <b>Silva</b> said."
    article = Article(
        evil, title="<img src=x>", outlet="<i>O</i>", rights="<u>R</u>", language='"x'
    )
    for only_pairs in (False, True):
        found = compare_reports(article, Article(evil, title="Other", outlet="O"))
        html = highlight_reports(found, only_pairs=only_pairs).html()
        assert not re.search(r"<(script|img|b|i|u)\b", html)
        assert "<script>alert(1)</script>" in seen(html)


@BOTH
def test_the_time_to_show_stays_in_proportion_to_the_length(only_pairs):
    unit = "“We cannot go on and on,” Ana Silva said. "
    found = {}

    def show(text):
        if len(text) not in found:  # what is measured is the showing
            found[len(text)] = compare_reports(text, f"It rained. {text}")
        highlight_reports(found[len(text)], only_pairs=only_pairs).html()

    assert_linear(show, unit)


@given(TEXTS, TEXTS)
@settings(max_examples=40)
def test_any_two_texts_are_shown_in_wellformed_html(one, other):
    found = compare_reports(f"{one}\n\n“We count the boats at noon,” he said.", f"{other}“We count")
    for only_pairs in (False, True):
        words = seen(highlight_reports(found, only_pairs=only_pairs).html())
        assert shown(found.in_words()) in words
