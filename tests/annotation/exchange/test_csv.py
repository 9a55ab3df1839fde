import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import Article, mark, save_annotations
from helpers.annotation.exchange.csv import _FORMULA, _INERT, _inert

ARTICLE = Article("“We waited,” she said. =SUM(A1) He left." + " long" * 9000, title="Waiting")


def rows_of(file):
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_table_has_one_row_a_mark_and_one_column_a_question(tmp_path):
    marks = [
        mark(ARTICLE, "said", "cue", reader="Heron", values={"kind": "direct"}),
        mark(ARTICLE, "left", "cue", reader="Heron", values={"voice": "reporter"}),
    ]
    one, other = rows_of(save_annotations(marks, ARTICLE, tmp_path / "marks.csv"))
    assert (one["words"], one["at"], one["value: kind"], one["value: voice"]) == (
        *("said", "17-21"),
        *("direct", ""),
    )
    assert other["value: voice"] == "reporter"


def test_no_cell_is_run_as_a_formula(tmp_path):
    made = mark(ARTICLE, "=SUM(A1)", "@label", comment="+1", reader="-H", values={"=x": "\t=y"})
    file = save_annotations([made], ARTICLE, tmp_path / "marks.csv")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        cells = [cell for row in csv.reader(lines) for cell in row]
    assert "'=SUM(A1)" in cells
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n")]


@given(st.text(alphabet="'=+@-\t\r\n＝ab", max_size=8) | st.text())
def test_what_is_made_harmless_can_be_had_back(cell):
    assert (_INERT.sub("", _inert(cell), count=1) if _INERT.match(_inert(cell)) else cell) == cell
    assert not (_FORMULA.match(_inert(cell)) and _inert(cell)[0] != "'")


def test_words_that_fit_into_no_cell_are_cut_and_their_offsets_are_not(tmp_path):
    made = mark(ARTICLE, ARTICLE.text[41:], "content", reader="H")
    (row,) = rows_of(save_annotations([made], ARTICLE, tmp_path / "marks.csv"))
    assert row["words"].endswith("…")
    assert row["at"] == f"41-{len(ARTICLE.text)}"


def test_a_comment_that_no_table_can_hold_is_refused_with_a_sentence(tmp_path):
    made = mark(ARTICLE, "said", "cue", comment="x" * 200_000, reader="H")
    with pytest.raises(ValueError, match="too long for a table"):
        save_annotations([made], ARTICLE, tmp_path / "marks.csv")
