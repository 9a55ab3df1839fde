"""Marks as a table for spreadsheets: comma-separated values, one mark a row.

A cell that a spreadsheet would run as a formula is written with an apostrophe before it, as
spreadsheets themselves do. Each question of the codebook has a column of its own.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace

from helpers.annotation.annotation import Annotation
from helpers.annotation.fields import annotation_of, fields_of, without_halves
from helpers.text.article import Article

_TEXTS = ("id", "label", "place", "comment", "reader", "created", "modified", "codebook")
_COLUMNS = (
    *("id", "place", "label", "at", "words", "comment", "reader", "created", "modified"),
    *("codebook", "blind", "links"),
)
_VALUE = "value: "
_LARGEST_CELL = 30_000  # spreadsheets take a little more than that
_BLIND = {None: "", True: "yes", False: "no"}
# What spreadsheets take for the beginning of a formula, in their Asian widths, too; after any
# number of apostrophes, so that taking one away gives back what was there.
_FORMULA = re.compile("(?='*+[=+\\-@\t\r\n＝＋－＠])")
_INERT = re.compile("'(?='*+[=+\\-@\t\r\n＝＋－＠])")


def write(annotations: Sequence[Annotation], article: Article, *, words: bool) -> bytes:
    """The content of the file; half characters (lone surrogates) are written as �."""
    questions = sorted({name for mark in annotations for name, _ in mark.values})
    columns = [name for name in _COLUMNS if words or name != "words"]
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([*columns, *(_VALUE + name for name in questions)])
    for mark in annotations:
        fields_of(mark, article)  # refuses what does not lie inside the article
        cells = {
            **{name: getattr(mark, name) for name in _TEXTS},
            "at": " ".join(f"{span.start}-{span.end}" for span in mark.spans),
            "words": _words(mark, article),
            "blind": _BLIND[mark.blind],
            "links": " ".join(mark.links),
        }
        row = [cells[name] for name in columns] + [mark.value(name) for name in questions]
        writer.writerow([_inert(cell) for cell in row])
    # The mark at the beginning lets Excel know that this is UTF-8.
    return without_halves(buffer.getvalue()).encode("utf-8-sig")


def read(content: bytes, article: Article) -> list[Annotation]:
    """The marks in a file that this module wrote and no spreadsheet has changed.

    Raises:
        ValueError: a row is no mark on this article.
    """
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    try:
        names, *others = rows
    except csv.Error as error:
        raise ValueError(f"A comment is too long for a table: {error}.") from error
    return [_annotation(dict(zip(names, row, strict=True)), article) for row in others]


def expected(mark: Annotation) -> Annotation:
    """The mark as it comes back from a file of this format, where "" is no answer."""
    texts = {name: without_halves(getattr(mark, name)) for name in _TEXTS}
    values = sorted(
        (without_halves(name), without_halves(said)) for name, said in mark.values if said
    )
    return replace(mark, **texts, values=tuple(values))  # type: ignore[arg-type]


def _annotation(cells: dict[str, str], article: Article) -> Annotation:
    plain = {
        name: _INERT.sub("", cell, count=1) if _INERT.match(cell) else cell
        for name, cell in cells.items()
    }
    spans = [span.split("-") for span in plain["at"].split()]
    asked = [name for name in plain if name.startswith(_VALUE)]
    mark = annotation_of(
        {
            **{name: plain[name] for name in _TEXTS},
            "spans": [{"start": int(start), "end": int(end)} for start, end in spans],
            "values": [[name.removeprefix(_VALUE), plain[name]] for name in asked if plain[name]],
            "blind": {said: blind for blind, said in _BLIND.items()}[plain["blind"]],
            "links": plain["links"].split(),
        },
        article,
    )
    if "words" in plain and plain["words"] != without_halves(_words(mark, article)):
        raise ValueError("its words do not stand where it says.")
    return mark


def _words(mark: Annotation, article: Article) -> str:
    words = " … ".join(mark.words_in(article))
    return words if len(words) < _LARGEST_CELL else f"{words[:_LARGEST_CELL]}…"


def _inert(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
