"""Results written to files, each with a note beside it that says where it came from."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from helpers.text.article import Article
from helpers.text.finding import provenance
from helpers.views.charts import Chart
from helpers.views.layer import escaped, shown
from helpers.views.methods import findings_of, made_with, methods
from helpers.views.spreadsheet import csv_of, xlsx_of
from helpers.views.table import Table
from helpers.workbook import write_safely

_NO_TITLE = "Close Reading Workbook"
# What is said of the program is said once, of whichever text.
_OF_PROGRAM = ("workbook", "python", "platform", "parameters")
# On paper no row or picture is cut in two, and no heading stands apart from what it heads.
_STYLE = """
body { font-family: Georgia, serif; max-width: 48em; margin: 2em auto; padding: 0 1em }
@page { margin: 18mm 16mm }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt }
  h1, h2, h3, caption, dt { break-after: avoid }
  tr, li, figure, dd, blockquote { break-inside: avoid }
  p { orphans: 3; widows: 3 }
}
"""


class Savable(Protocol):
    """Whatever has a text that it was made from and can be shown as a piece of a page."""

    @property
    def text(self) -> Article | str | None: ...

    def html(self) -> str: ...


def save(result: Savable, path: str | os.PathLike[str], **parameters: Any) -> Path:
    """The path of the file, once a table, chart or highlighted text is in it.

    The end of the name decides: a table as ``.csv``, ``.xlsx``, ``.json`` or ``.jsonl`` (one row a
    line), a chart as ``.png`` or ``.svg``, and all of them as ``.html``, one file that opens in any
    browser without a network. Beside it stands ``NAME.provenance.json``, in an ``.xlsx`` also on a
    second sheet: the text's and the file's SHA-256, the program's version, the version and the
    measured accuracy of the rules, corrections by hand, ``methods(result)`` in words, and the
    ``parameters`` that are given here: a table does not know with which options its findings were
    made, so name them, as in
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
    first, *others = _texts_of(result)
    note = provenance(first, **parameters)
    if others:
        note["other_texts"] = [
            {name: value for name, value in provenance(text).items() if name not in _OF_PROGRAM}
            for text in others
        ]
    for name, method in made_with(findings_of(result)).items():
        note[name] = method.values
    note["in_words"] = methods(result, **parameters)
    write_safely(file, write(note))
    write_safely(file.with_name(f"{file.name}.provenance.json"), _json(note))
    return file


def _writers(result: Any) -> dict[str, Callable[[Mapping[str, Any]], bytes]]:
    """For each ending what makes the file's bytes, given the note about where it came from."""
    own: dict[str, Callable[[Mapping[str, Any]], bytes]] = {}
    if isinstance(result, Table):
        own = {
            ".csv": lambda _: csv_of(result),
            ".xlsx": lambda note: xlsx_of(result, note),
            ".json": lambda _: _json(result.records()),
            ".jsonl": lambda _: b"".join(_line(row) for row in result.records()),
        }
    elif isinstance(result, Chart):
        own = {".png": lambda _: result.image("png"), ".svg": lambda _: result.image("svg")}
    if not hasattr(result, "html"):
        raise ValueError(
            f"A {type(result).__name__} cannot be saved. Make a table, a chart or a highlighted "
            "text of it first, as in save(table(article, find_quotes(article)), “quotes.csv”)."
        )
    return {**own, ".html": lambda _: _page(result)}


def _texts_of(result: Any) -> tuple[Article | str, ...]:
    """The texts that it shows: one, or those that it names as its ``texts``."""
    texts = getattr(result, "texts", None) or (result.text,)
    return tuple("" if text is None else text for text in texts)


def _line(row: Mapping[str, Any]) -> bytes:
    return (shown(json.dumps(row, ensure_ascii=False, default=str)) + "\n").encode()


def _json(value: Any) -> bytes:
    return (shown(json.dumps(value, ensure_ascii=False, indent=1, default=str)) + "\n").encode()


def _page(result: Savable) -> bytes:
    articles = [text for text in _texts_of(result) if isinstance(text, Article)]
    titles = [escaped(article.title) for article in articles if article.title]
    title = " | ".join(titles) or _NO_TITLE
    heads = "".join(map(_head, articles)) or f"<h1>{_NO_TITLE}</h1>"
    language = escaped((articles[0].language if articles else "") or "en")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        # Nothing in the page may run or be fetched, whatever the article holds.
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; img-src data:\">"
        f"<title>{title}</title><style>{_STYLE}</style></head>"
        f"<body><main>{heads}{result.html()}</main></body></html>\n"
    ).encode()


def _head(article: Article) -> str:
    """The title of a text, who wrote and published it, and who may use it how."""
    known = (article.byline, article.outlet, article.rights)
    about = " · ".join(part for part in known if part)
    return f"<h1>{escaped(article.title) or _NO_TITLE}</h1><p>{escaped(about)}</p>"
