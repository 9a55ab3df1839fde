"""Tables for spreadsheet programs: shown as they are, never run, nothing left out silently."""

import io
import math
import re
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import find_quotes, load_article, methods, save, table
from helpers.views.spreadsheet import LONGEST_CELL, xlsx_of
from helpers.views.table import Table

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def read_sheet(path, number):
    """The cells of a sheet as another program reads them from the file: text, number or truth."""
    with zipfile.ZipFile(path) as book:
        strings = [
            "".join(part.text or "" for part in item.iter(f"{{{NAMES['m']}}}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    rows = []
    for row in sheet.iterfind(".//m:row", NAMES):
        assert not row.findall(".//m:f", NAMES), "a formula"
        rows.append([_value(cell, strings) for cell in row.iterfind("m:c", NAMES)])
    return rows


def _value(cell, strings):
    found = cell.find("m:v", NAMES)
    if found is None:
        return None
    if cell.get("t") == "s":
        # A sign that XML cannot hold stands as its number, as Excel writes it.
        return re.sub("_x([0-9A-F]{4})_", lambda m: chr(int(m[1], 16)), strings[int(found.text)])
    return bool(int(found.text)) if cell.get("t") == "b" else float(found.text)


def test_what_looks_like_a_formula_a_link_or_a_number_stays_text(tmp_path):
    texts = ("=1+1", "+x", "@y", "{=SUM(A1)}", "https://news.example/", "007", "-3", "")
    file = save(Table(("a",), tuple((text,) for text in texts)), tmp_path / "t.xlsx")
    assert [row[0] for row in read_sheet(file, 1)] == ["a", *texts]
    with zipfile.ZipFile(file) as book:
        assert not [name for name in book.namelist() if "rels/sheet" in name]


def test_numbers_and_truths_stay_what_they_are_and_what_excel_would_round_is_text(tmp_path):
    row = (3, 0.25, True, 2**60, math.nan, math.inf)
    file = save(Table(tuple("abcdef"), (row,)), tmp_path / "t.xlsx")
    assert read_sheet(file, 1)[1] == [3.0, 0.25, True, str(2**60), "nan", "inf"]


def test_the_second_sheet_says_where_the_rows_came_from(tmp_path):
    article = load_article()
    result = table(article, find_quotes(article))
    file = save(result, tmp_path / "q.xlsx", indirect=True)
    about = {row[0]: row[1] for row in read_sheet(file, 2) if len(row) > 1}
    assert about["text_sha256"] == article.fingerprint
    assert about["in_words"] == methods(result, indirect=True)
    assert '"indirect": true' in about["parameters"]


def test_a_text_that_is_longer_than_a_cell_is_cut_and_says_so(tmp_path):
    file = save(Table(("a",), (("🔥" * LONGEST_CELL,),)), tmp_path / "t.xlsx")
    (kept,) = read_sheet(file, 1)[1]
    assert len(kept.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert kept.endswith("(cut here: a cell holds no more)")
    assert kept.startswith("🔥" * 16_000)


def test_the_same_table_gives_the_same_file():
    rows = Table(("a",), (("b",),))
    assert xlsx_of(rows, {"n": 1}) == xlsx_of(rows, {"n": 1})


def test_more_rows_than_a_sheet_holds_are_refused_with_another_way(monkeypatch):
    monkeypatch.setattr("helpers.views.spreadsheet.MOST_ROWS", 3)
    with pytest.raises(ValueError, match=r"\.csv or \.jsonl"):
        xlsx_of(Table(("a",), ((1,),) * 3), {})


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_every_sign_comes_back_but_half_characters(text):
    file = io.BytesIO(xlsx_of(Table(("a",), ((text,),)), {}))
    with_signs = re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)
    (row,) = read_sheet(file, 1)[1:]
    assert (row[0] or "") == with_signs
