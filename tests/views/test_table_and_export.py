import csv
import json
import re

import pytest

from helpers import (
    Article,
    audit_sources,
    count_words,
    describe,
    find_concordance,
    find_quotes,
    highlight,
    load_article,
    methods,
    plot_speakers,
    plot_word_counts,
    save,
    table,
)
from helpers.analysis.quotes.accuracy import MEASURED, rules_version
from helpers.views.table import Table


def test_a_table_shows_the_columns_that_the_finding_names():
    article = load_article()
    assert table(article, count_words(article)[:2]).columns == ("word", "count", "share")
    assert table(article, find_concordance(article, "talks")).columns[1:] == (
        "left",
        "keyword",
        "right",
    )


def test_other_columns_can_be_asked_for_and_unknown_ones_are_refused_with_the_list():
    quotes = find_quotes('"Yes, yes," Ana Silva said.')
    text = '"Yes, yes," Ana Silva said.'
    assert table(text, quotes, columns=["content_at", "cue"]).rows == (("1-10", "said"),)
    with pytest.raises(ValueError, match="content_at"):
        table(text, quotes, columns=["page"])


def test_a_column_without_any_value_is_a_column_all_the_same():
    counts = count_words("rain")
    assert table("rain", counts, columns=["word", "rate"]).rows == (("rain", ""),)


def test_all_columns_can_be_asked_for_at_once():
    text = '"Yes, yes," Ana Silva said.'
    shown = table(text, find_quotes(text), columns="all")
    assert {"content", "content_at", "kind", "confidence"} <= set(shown.columns)


def test_a_table_knows_what_it_was_made_of():
    quotes = find_quotes(load_article())
    assert table(load_article(), quotes).findings == tuple(quotes)


def test_what_the_text_holds_is_shown_and_never_run():
    text = '"<script>alert(1)</script> yes," Ana Silva said.'
    html = table(text, find_quotes(text), title="<i>").html()
    assert "<script>" not in html
    assert "<i>" not in html
    assert "&lt;script&gt;" in html


def test_a_column_that_the_kind_of_finding_names_may_be_asked_for_where_no_finding_has_it():
    text = "“It is over,” said Ana Silva."
    audit = audit_sources(text)
    assert table(text, audit, columns=["speaker", "role"]).rows[0] == ("Ana Silva", "")


def test_an_empty_table_says_so():
    assert "nothing to show" in table("text", []).html()
    assert len(table("text", [])) == 0


def test_the_description_of_an_article_says_what_is_not_given():
    facts = dict(describe(Article.from_text("One. Two.")).rows)
    assert facts["byline"] == "not given"
    assert facts["sentences"] == 2


def test_a_table_in_a_spreadsheet_keeps_its_words_and_runs_no_formula(tmp_path):
    rows = (("=1+1", "Café"), ("+x", "@y"), ("-z", "a,b\n“c”"), ("plain", -3))
    file = save(Table(("a", "b"), rows), tmp_path / "t.csv")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        read = list(csv.reader(lines))
    assert read == [
        ["a", "b"],
        ["'=1+1", "Café"],
        ["'+x", "'@y"],
        ["'-z", "a,b\n“c”"],
        ["plain", "-3"],
    ]


def test_a_formula_behind_a_semicolon_stays_inside_its_cell_where_semicolons_separate(tmp_path):
    file = save(Table(("a", "b"), (("x;=1+1;y", "z"),)), tmp_path / "t.csv")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        cells = [cell for row in csv.reader(lines, delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith("=")]


def test_a_table_as_json_loads_back_equal(tmp_path):
    result = table(load_article(), find_quotes(load_article()))
    file = save(result, tmp_path / "quotes.json")
    assert json.loads(file.read_text(encoding="utf-8")) == result.records()


def test_a_table_as_json_lines_has_one_row_a_line(tmp_path):
    result = table(load_article(), find_quotes(load_article()), columns="all")
    lines = save(result, tmp_path / "quotes.jsonl").read_bytes().decode().split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == result.records()


def test_the_note_beside_quotations_has_the_rules_their_accuracy_and_the_corrections(tmp_path):
    article = load_article()
    save(table(article, find_quotes(article)), tmp_path / "q.csv")
    note = json.loads((tmp_path / "q.csv.provenance.json").read_text(encoding="utf-8"))
    assert note["quotations"]["rules"] == rules_version()
    assert note["quotations"]["accuracy"] == MEASURED.record()
    assert note["quotations"]["corrected"] == {}
    assert note["in_words"] == methods(table(article, find_quotes(article)))


def test_beside_each_file_stands_where_it_came_from(tmp_path):
    article = load_article()
    save(table(article, count_words(article)), tmp_path / "w.csv", form="folded")
    note = json.loads((tmp_path / "w.csv.provenance.json").read_text(encoding="utf-8"))
    assert note["text_sha256"] == article.fingerprint
    assert note["file_sha256"] == article.origin.sha256
    assert note["parameters"] == {"form": "folded"}
    assert "not to be passed on" in note["rights"]


@pytest.mark.parametrize(
    ("make", "name", "begins"),
    [
        (lambda a: plot_speakers(a, find_quotes(a)), "s.png", b"\x89PNG"),
        (lambda a: plot_speakers(a, find_quotes(a)), "s.svg", b"<?xml"),
        (lambda a: plot_word_counts(a, count_words(a)), "w.html", b"<!DOCTYPE html>"),
        (lambda a: highlight(a, find_quotes(a)), "h.html", b"<!DOCTYPE html>"),
    ],
)
def test_charts_and_highlighted_texts_are_written_in_each_form(tmp_path, make, name, begins):
    assert save(make(load_article()), tmp_path / name).read_bytes().startswith(begins)


def test_a_saved_page_names_its_rights_and_fetches_nothing(tmp_path):
    page = save(highlight(load_article()), tmp_path / "page.html").read_text(encoding="utf-8")
    assert "not to be passed on" in page
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=\"(?!data:)", page)


@pytest.mark.parametrize(
    ("result", "name", "said"),
    [
        (Table(("a",), ()), "t.ods", r"\.csv, \.xlsx, \.json, \.jsonl, \.html"),
        (Table(("a",), ()), "t", r"\.csv"),
        ([1, 2], "t.csv", "Make a table"),
    ],
)
def test_what_cannot_be_written_is_refused_with_what_can(tmp_path, result, name, said):
    with pytest.raises(ValueError, match=said):
        save(result, tmp_path / name)
    assert list(tmp_path.glob("t*")) == []
