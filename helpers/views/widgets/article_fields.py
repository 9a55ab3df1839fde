"""Title, byline, date and outlet of an article, to be corrected by hand."""

from __future__ import annotations

import datetime
from typing import Any

import ipywidgets

from helpers.text.article import Article


class ArticleFields(ipywidgets.VBox):
    """Four labelled fields; ``corrections()`` says what was changed in them."""

    def __init__(self) -> None:
        self.title = _field("Title", "as the page has it")
        self.byline = _field("Byline", "who wrote it, such as Ana Silva")
        self.published = _field("Date", "year-month-day, such as 2031-05-04")
        self.outlet = _field("Outlet", "who published it")
        super().__init__([self.title, self.byline, self.published, self.outlet])
        self._shown = self._values()

    def show(self, article: Article) -> None:
        """Fill the fields with what is known about the article."""
        self.title.value = article.title
        self.byline.value = article.byline
        self.published.value = article.published.isoformat() if article.published else ""
        self.outlet.value = article.outlet
        self._shown = self._values()

    def corrections(self) -> dict[str, Any]:
        """What differs from what was shown, as ``keep_article`` takes it.

        Raises:
            ValueError: what stands in the field for the date is no date.
        """
        changed: dict[str, Any] = {
            name: value for name, value in self._values().items() if value != self._shown[name]
        }
        if "published" in changed:
            changed["published"] = _date(changed["published"])
        return changed

    def _values(self) -> dict[str, str]:
        fields = {
            "title": self.title,
            "byline": self.byline,
            "published": self.published,
            "outlet": self.outlet,
        }
        return {name: str(field.value).strip() for name, field in fields.items()}


def _field(name: str, example: str) -> ipywidgets.Text:
    # Sent when the field is left: with a message for each letter, a press of the button could
    # overtake the last letters on a busy computer.
    return ipywidgets.Text(
        description=name, placeholder=example, continuous_update=False, layout={"width": "46em"}
    )


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
