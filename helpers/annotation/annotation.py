"""A reader's mark: a place in a text, a label, and perhaps a comment."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from helpers.text.article import Article, text_of
from helpers.text.span import Span
from helpers.workbook import read_settings


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One mark of one reader."""

    columns: ClassVar = ("label", "words", "comment", "reader", "created")

    label: str
    spans: tuple[Span, ...]
    """In reading order; more than one where the marked words do not stand together."""
    comment: str = ""
    reader: str = ""
    """A pseudonym."""
    created: str = field(default_factory=_now)
    """Date and time in UTC, as in 2025-05-11T09:30:00+00:00."""
    id: str = field(default_factory=lambda: uuid.uuid4().hex[:12])

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Each span, as ``("words", span)``."""
        for span in self.spans:
            yield "words", span


def mark(
    text: Article | str,
    words: str,
    label: str,
    *,
    occurrence: int = 1,
    comment: str = "",
    reader: str | None = None,
) -> Annotation:
    """A new mark on the words that are quoted, exactly as they stand in the text.

    Marking by quoting needs no mouse, and it can be read and repeated.

    Args:
        words: as in the text, letter by letter; straight and curly quotation marks differ.
        occurrence: which place, counted from 1, where the words occur more than once.
        reader: a pseudonym; without one, the reader that the workbook is set to.

    Raises:
        ValueError: the words do not occur, or not that often; or words or label are empty.

    >>> mark("He said no. She said yes.", "said", "cue", occurrence=2, reader="Heron").spans
    (Span(start=16, end=20),)
    """
    plain = text_of(text)
    if not words.strip() or not label.strip():
        raise ValueError("A mark needs words and a label: mark(article, “the words”, “the label”).")
    if occurrence < 1:
        raise ValueError(f"occurrence is {occurrence}; places are counted from 1.")
    start = -1
    for number in range(1, occurrence + 1):
        start = plain.find(words, start + 1)
        if start < 0:
            raise ValueError(_not_found(plain, words, number - 1))
    return Annotation(
        label=label,
        spans=(Span(start, start + len(words)),),
        comment=comment,
        reader=read_settings().reader if reader is None else reader,
    )


def _not_found(text: str, words: str, places: int) -> str:
    if places:
        return f"“{words}” occurs only {places} time{'s' if places > 1 else ''} in this text."
    loosely = text.casefold().find(words.casefold())
    hint = (
        f" It does occur as “{text[loosely : loosely + len(words)]}”: capitals count."
        if loosely >= 0
        else " Copy the words from the text: every letter, space and quotation mark counts."
    )
    return f"“{words}” does not occur in this text.{hint}"
