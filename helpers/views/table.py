"""Findings as a table: what Jupyter shows, and what a spreadsheet can take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from helpers.text.article import Article, text_of
from helpers.text.finding import Finding, record
from helpers.views.layer import escaped

LONGEST_CELL = 300
_CELL = "text-align:left;vertical-align:top;padding:0.2em 0.8em 0.2em 0"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain values under named columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    title: str = ""
    text: Article | str | None = field(default=None, repr=False)
    """What the rows were found in."""
    findings: tuple[Finding, ...] = field(default=(), repr=False, compare=False)
    """What they were made of; ``save`` and ``methods`` say by which rules."""

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> list[dict[str, Any]]:
        """The rows as dicts, column name to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def _repr_html_(self) -> str:
        return self.html()

    def html(self) -> str:
        """The table as HTML, long cells cut short with "…"; ``rows`` has them whole."""
        if not self.rows:
            return f"<p>{escaped(self.title or 'Table')}: nothing to show.</p>"
        # In a concordance the words next to the keyword have to stand next to it.
        right = [column == "left" or _is_numeric(self, n) for n, column in enumerate(self.columns)]
        styles = [_CELL.replace("left", "right", 1) if r else _CELL for r in right]
        head = "".join(
            f'<th scope="col" style="{style}">{escaped(column.replace("_", " "))}</th>'
            for column, style in zip(self.columns, styles, strict=True)
        )
        body = "".join(
            "<tr>"
            + "".join(
                f'<td style="{style}">{escaped(_short(value, column == "left"))}</td>'
                for value, column, style in zip(row, self.columns, styles, strict=True)
            )
            + "</tr>"
            for row in self.rows
        )
        caption = f'<caption style="text-align:left">{escaped(self.title)}</caption>'
        return (
            f'<table style="border-collapse:collapse">{caption if self.title else ""}'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


def table(
    text: Article | str,
    findings: Iterable[Finding],
    *,
    columns: Sequence[str] | None = None,
    title: str = "",
) -> Table:
    """One row for each finding: its words, its values and, on request, its offsets.

    Args:
        columns: which to show, in this order; without them, those that the kind of finding names
            as its own, else all; ``"all"`` for all. ``record(text, finding)`` shows what there is:
            each role has its words (``content``) and its offsets (``content_at``, as in "12-30").

    Raises:
        ValueError: a column is asked for that no finding has.
    """
    plain = text_of(text)
    found = list(findings)
    records = [record(plain, finding) for finding in found]
    known = list(dict.fromkeys(key for row in records for key in row))
    if columns == "all":
        columns = known
    elif columns is None:
        columns = getattr(type(found[0]), "columns", None) or known if found else ()
    elif found:
        # A value that is None for every finding, or a part that none has, such as a role, is in no
        # record, and yet a column that there is.
        kinds = set(map(type, found))
        own = {own.name for kind in kinds for own in fields(kind)}
        own |= {name for kind in kinds for name in getattr(kind, "columns", ())}
        unknown = [column for column in columns if column not in own and column not in known]
        if unknown:
            raise ValueError(f"No column {unknown[0]!r}. There are: {', '.join(known)}.")
    rows = tuple(tuple(row.get(column, "") for column in columns) for row in records)
    return Table(tuple(columns), rows, title, text, tuple(found))


def describe(article: Article) -> Table:
    """What is known about an article, and how long it is: one row for each fact."""
    facts: dict[str, Any] = {
        "title": article.title,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else "",
        "outlet": article.outlet,
        "original address": article.url,
        "picture": article.credit,
        "related articles": "; ".join(link.words for link in article.related),
        "rights": article.rights,
        "paragraphs": len(article.paragraphs),
        "sentences": len(article.sentences),
        "words": len(article.words),
        "loaded from": article.origin.file or article.origin.loader,
    }
    rows = tuple((name, value if value != "" else "not given") for name, value in facts.items())
    return Table(("about", "value"), rows, "", article)


def _is_numeric(table: Table, column: int) -> bool:
    return all(isinstance(row[column], (int, float)) for row in table.rows)


def _short(value: object, keep_end: bool) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    words = str(value)
    if len(words) <= LONGEST_CELL:
        return words
    return f"…{words[-LONGEST_CELL:]}" if keep_end else f"{words[:LONGEST_CELL]}…"
