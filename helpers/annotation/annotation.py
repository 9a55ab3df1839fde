"""A reader's mark: a place in a text, a label, and what the reader says about it."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from helpers.text.article import Article
from helpers.text.span import Span, check_span

PLACES = ("text", "headline")


def now() -> str:
    """Date and time in UTC, as in 2025-05-11T09:30:00Z."""
    return f"{datetime.datetime.now(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}"


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
    created: str = field(default_factory=now)
    """Date and time in UTC, as in 2025-05-11T09:30:00Z."""
    modified: str = ""
    """The same, of the last change; "" for a mark that was never changed."""
    values: tuple[tuple[str, str], ...] = ()
    """What the codebook asks beside the label, as in ``(("kind", "direct"),)``."""
    links: tuple[str, ...] = ()
    """The ids of the marks that it belongs together with."""
    codebook: str = ""
    """The name of the codebook that the label is from."""
    blind: bool | None = None
    """True: nothing that a program found was to be seen when it was made; None: not recorded."""
    place: str = "text"
    """``"text"``, or ``"headline"``: then the spans are those of ``article.headline_text()``."""
    id: str = field(default_factory=lambda: uuid.uuid4().hex[:12])

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Each span of the text, as ``("words", span)``.

        A mark on the headline has none: its spans are places in another text, and would show
        the wrong words in this one. ``words_in`` gives its words.
        """
        if self.place == "text":
            for span in self.spans:
                yield "words", span

    def words_in(self, article: Article) -> tuple[str, ...]:
        """The marked words, one string for each span, from the text or from the headline."""
        text = marked_text(article, self.place)
        return tuple(span.of(text) for span in self.spans)

    def value(self, name: str) -> str:
        """What was chosen for this question of the codebook, or ""."""
        return dict(self.values).get(name, "")


def marked_text(article: Article, place: str) -> str:
    """The text that the spans of a mark at this place are spans of.

    Raises:
        ValueError: there is no such place.
    """
    check_place(place)
    return article.title if place == "headline" else article.text


def check_place(place: str) -> None:
    """Nothing, where a mark can stand there.

    Raises:
        ValueError: it cannot.
    """
    if place not in PLACES:
        raise ValueError(f"A mark stands in the “text” or in the “headline”, not in “{place}”.")


def ordered(spans: Iterable[Iterable[int]], text: str) -> tuple[Span, ...]:
    """The spans in reading order, those that overlap made one.

    Raises:
        ValueError: there is none, or one does not lie inside the text.
    """
    whole: list[Span] = []
    for span in sorted(check_span(span, text) for span in spans):
        if whole and whole[-1].overlaps(span):
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    if not whole:
        raise ValueError("A mark needs at least one span: the words that are marked.")
    return tuple(whole)


def in_reading_order(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """The headline's marks, then the text's, by where they begin and, longer ones first, end."""
    return tuple(
        sorted(
            annotations,
            key=lambda mark: (
                mark.place == "text",
                [(span.start, -span.end) for span in mark.spans],
                mark.created,
                mark.id,
            ),
        )
    )
