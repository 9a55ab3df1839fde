"""Results written to files, each with a note beside it that says where it came from."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from helpers.analysis.stop_words import STOP_WORDS_VERSION
from helpers.text.article import Article
from helpers.text.finding import provenance
from helpers.views.charts import Chart
from helpers.views.layer import escaped, shown
from helpers.views.table import Table
from helpers.workbook import write_safely


class Savable(Protocol):
    """Whatever has a text that it was made from and can be shown as a piece of a page."""

    @property
    def text(self) -> Article | str | None: ...

    def html(self) -> str: ...


def save(result: Savable, path: str | os.PathLike[str], **parameters: Any) -> Path:
    """The path of the file, once a table, chart or highlighted text is in it.

    The end of the name decides: a table as ``.csv`` or ``.json``, a chart as ``.png`` or
    ``.svg``, and all of them as ``.html``, one file that opens in any browser without a network.
    Beside it stands ``NAME.provenance.json``: the text's and the file's SHA-256, the program's
    version, the stop list's hash, and the ``parameters`` that are given here: a table does not
    know with which options its findings were made, so name them, as in
    ``save(table(article, counts), "counts.csv", form="stem", stop_words=False)``.

    Raises:
        ValueError: that result cannot be written in that form; the message lists the forms.
        OSError: the disk refuses; a file that was there before is as it was.
    """
    file = Path(path)
    writers = _writers(result)
    write = writers.get(file.suffix.casefold())
    if write is None:
        raise ValueError(
            f"A {type(result).__name__} cannot be saved as “{file.name}”. The name may end in "
            f"{', '.join(writers)}."
        )
    write_safely(file, write())
    note = provenance(result.text if result.text is not None else "", **parameters)
    note["stop_list"] = STOP_WORDS_VERSION
    beside = file.with_name(f"{file.name}.provenance.json")
    write_safely(beside, _json(note))
    return file


def _writers(result: Any) -> dict[str, Callable[[], bytes]]:
    if isinstance(result, Table):
        own = {".csv": lambda: _csv(result), ".json": lambda: _json(result.records())}
    elif isinstance(result, Chart):
        own = {".png": lambda: result.image("png"), ".svg": lambda: result.image("svg")}
    else:
        own = {}
    if not hasattr(result, "html"):
        raise ValueError(
            f"A {type(result).__name__} cannot be saved. Make a table, a chart or a highlighted "
            "text of it first, as in save(table(article, find_quotes(article)), “quotes.csv”)."
        )
    return {**own, ".html": lambda: _page(result)}


def _csv(table: Table) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(table.columns)
    writer.writerows([_inert(value) for value in row] for row in table.rows)
    # The mark at the beginning lets Excel know that this is UTF-8.
    return shown(buffer.getvalue()).encode("utf-8-sig")


def _inert(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula, made to be shown instead."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value


def _json(value: Any) -> bytes:
    return (shown(json.dumps(value, ensure_ascii=False, indent=1, default=str)) + "\n").encode()


def _page(result: Savable) -> bytes:
    article = result.text if isinstance(result.text, Article) else None
    title = escaped(article.title if article and article.title else "Close Reading Workbook")
    lines = [article.byline, article.outlet, article.rights] if article else []
    note = escaped(" · ".join(line for line in lines if line))
    language = escaped((article.language if article else "") or "en")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        # Nothing in the page may run or be fetched, whatever the article holds.
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; img-src data:\">"
        f"<title>{title}</title></head>"
        '<body style="font-family:Georgia,serif;max-width:48em;margin:2em auto;padding:0 1em">'
        f"<main><h1>{title}</h1><p>{note}</p>{result.html()}</main></body></html>\n"
    ).encode()
