"""What a file cannot say about itself: a small ``.toml`` of the same name beside it.

``my-article.txt`` may have ``my-article.toml`` with any of the fields below. It is the place for
an outlet or a rights line that the text does not hold, and for correcting a byline by hand.
"""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from helpers.text.article import Article
from helpers.text.loading.unreadable import UnreadableArticle

FIELDS: dict[str, type] = {
    "title": str,
    "byline": str,
    "published": datetime.date,
    "outlet": str,
    "url": str,
    "credit": str,
    "rights": str,
    "language": str,
}


def with_sidecar(article: Article, path: Path) -> Article:
    """The article with the fields that the ``.toml`` beside ``path`` gives, where there is one.

    Raises:
        UnreadableArticle: it is not TOML, or has a field that is unknown or of the wrong type.
    """
    sidecar = path.with_suffix(".toml")
    if not sidecar.is_file():
        return article
    try:
        fields: dict[str, Any] = tomllib.loads(sidecar.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableArticle(
            f"{sidecar.name}, which describes {path.name}, is not TOML: {error}. Correct it or "
            "take it away."
        ) from error
    for name, value in fields.items():
        if type(value) is not FIELDS.get(name):
            known = ", ".join(FIELDS)
            raise UnreadableArticle(
                f"{sidecar.name} says {name} = {value!r}. It may hold {known}: texts in quotes, "
                "and published as a date without quotes (2025-05-11)."
            )
    return replace(article, **fields)
