"""Title, byline, date and outlet of an article, to be corrected by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from helpers.text.article import Article
from helpers.views.layer import shown
from helpers.views.widgets.form import Field

FIELDS = (
    Field("title", "Title", "as the page has it"),
    Field("byline", "Byline", "who wrote it, such as Ana Silva"),
    Field("published", "Date", "year-month-day, such as 2031-05-04"),
    Field("outlet", "Outlet", "who published it"),
)


def values_of(article: Article) -> dict[str, str]:
    """What is known about the article, as it stands in the fields."""
    known = {
        "title": article.title,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else "",
        "outlet": article.outlet,
    }
    # A field has one line, and takes a line break away without putting a space in its place.
    return {name: " ".join(shown(value).splitlines()) for name, value in known.items()}


def find_corrections(article: Article, written: Mapping[str, str]) -> dict[str, Any]:
    """What was written that differs from what is known, as ``keep_article`` takes it.

    Raises:
        ValueError: what stands in the field for the date is no date.
    """
    known = values_of(article)
    changed: dict[str, Any] = {
        name: value.strip()
        for name, value in written.items()
        if value.strip() != known[name].strip()
    }
    if "published" in changed:
        changed["published"] = _date(changed["published"])
    return changed


def _date(written: str) -> datetime.date | None:
    if not written:
        return None
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise ValueError(
            f"“{written}” is no date. Write year-month-day, such as 2031-05-04, or leave the field "
            "empty where the day is not known."
        ) from None
