"""A table as a file for a spreadsheet program: CSV and XLSX, shown and never run."""

from __future__ import annotations

import csv
import datetime
import io
import json
import math
from collections.abc import Mapping
from typing import Any

from helpers.views.layer import shown
from helpers.views.table import Table

LONGEST_CELL = 32_767
"""What a cell of Excel can hold; more would be left out of the file without a word."""
MOST_ROWS = 1_048_576
_CUT = " … (cut here: a cell holds no more)"
# Excel counts in floating point: whole numbers beyond this would be rounded.
_LARGEST_WHOLE = 2**53
# The same table gives the same file, so the day in it is no day.
_NO_DAY = datetime.datetime(2000, 1, 1)


def csv_of(table: Table) -> bytes:
    """UTF-8 with the mark at the beginning that lets Excel know so; every text in quotes."""
    buffer = io.StringIO()
    # In quotes, or where a semicolon separates columns (half of Europe), "a;=1+1" would become two
    # cells, and the second one a formula.
    writer = csv.writer(buffer, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([_inert(column) for column in table.columns])
    writer.writerows([_inert(value) for value in row] for row in table.rows)
    return shown(buffer.getvalue()).encode("utf-8-sig")


def xlsx_of(table: Table, note: Mapping[str, Any]) -> bytes:
    """Two sheets: the rows, and where they came from.

    Text stays text, whatever it begins with; a text that is longer than a cell is cut, and says so.

    Raises:
        ValueError: there are more rows than a sheet has.
    """
    # Here, because only who saves such a file needs it.
    import xlsxwriter  # type: ignore[import-untyped]

    if len(table.rows) >= MOST_ROWS:
        raise ValueError(
            f"A sheet has {MOST_ROWS - 1:,} rows below its heading, and this table has "
            f"{len(table.rows):,}. Save it as .csv or .jsonl."
        )
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": _NO_DAY})
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        about = [(name, _plain(value)) for name, value in note.items()]
        for name, columns, rows in (
            ("findings", table.columns, table.rows),
            ("provenance", ("about", "value"), about),
        ):
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for column, heading in enumerate(columns):
                _write(sheet, 0, column, heading, bold)
                width = max((len(str(row[column])) for row in rows), default=0)
                sheet.set_column(column, column, min(60, max(10, width, len(heading))), wrapped)
            for number, row in enumerate(rows, 1):
                for column, value in enumerate(row):
                    _write(sheet, number, column, value, wrapped)
    return buffer.getvalue()


def _write(sheet: Any, row: int, column: int, value: Any, look: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, (int, float)) and math.isfinite(value) and abs(value) < _LARGEST_WHOLE:
        sheet.write_number(row, column, value, look)
    else:
        text = shown(str(value))
        if _units(text) > LONGEST_CELL:
            text = _cut(text)
        sheet.write_string(row, column, text, look)


def _cut(text: str) -> str:
    """What fits into a cell, with a note that there was more."""
    room = LONGEST_CELL - len(_CUT)
    # Excel counts in UTF-16, where a sign beyond the first plane is two.
    head = text[:room]
    while _units(head) > room:
        head = head[: len(head) - (_units(head) - room + 1) // 2]
    return head + _CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _plain(value: Any) -> Any:
    """A value of the note as one cell."""
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


def _inert(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula, made to be shown instead."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value
