"""An article: what a reader reads, and what is known about it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from helpers.text.segmentation import find_paragraphs, find_sentences, find_words
from helpers.text.span import Span


class Link(NamedTuple):
    """A link as a reader sees it: its words, and where it leads ("" or "#" where nowhere)."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article's text came from, and what was done to get it."""

    file: str = ""
    sha256: str = ""
    """Of the file's bytes, as lower-case hexadecimal digits."""
    loader: str = ""
    left_out: tuple[str, ...] = ()
    """The passages of the file that are not in ``text``, in reading order."""
    encoding: str = ""
    """Which encoding the file was read in; "" where its format leaves no choice."""
    url: str = ""
    """The address that was asked for, where the article came from the web."""
    retrieved: datetime.datetime | None = None
    """When it was fetched from there."""
    kept: str = field(default="", compare=False)
    """Where the workbook keeps it, seen from the workbook's folder; "" where it is not kept."""


@dataclass(frozen=True)
class Article:
    """A text and what is known about it; the text never changes.

    ``text`` is what a reader reads: paragraphs with one blank line between them, links resolved
    to their visible words, everything else as it came. Headline, byline and the like are fields,
    not text. What is not known is empty (``published``: None).
    """

    text: str
    title: str = ""
    byline: str = ""
    published: datetime.date | None = None
    outlet: str = ""
    url: str = ""
    credit: str = ""
    """Who is named for the picture."""
    related: tuple[Link, ...] = ()
    rights: str = ""
    language: str = ""
    """A language tag such as ``en``."""
    origin: Origin = field(default_factory=Origin, repr=False)

    @classmethod
    def from_text(cls, text: str, title: str = "") -> Article:
        """An article made of a pasted text, kept exactly as it is but for its line ends.

        >>> Article.from_text("It rained. We stayed.").sentences
        (Span(start=0, end=10), Span(start=11, end=21))
        """
        if not isinstance(text, str):
            raise TypeError(f"An article is made of a text (str), not of {type(text).__name__}.")
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        return cls(text=plain, title=title, origin=Origin(loader="pasted text"))

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The spans of the paragraphs, in reading order."""
        return find_paragraphs(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The spans of the sentences, in reading order; none crosses a paragraph's end."""
        return find_sentences(self.text)

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The spans of the words, in reading order."""
        return find_words(self.text)

    @cached_property
    def fingerprint(self) -> str:
        """The SHA-256 of ``text`` in UTF-8: two articles with the same one have the same text."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def headline_text(self) -> Article:
        """The headline as a text of its own, so that it can be counted and marked."""
        return replace(self, text=self.title)

    def __repr__(self) -> str:
        name = self.title or " ".join(self.text.split()[:6])
        return (
            f"<Article “{name}”: {len(self.paragraphs)} paragraphs, "
            f"{len(self.sentences)} sentences, {len(self.words)} words>"
        )


def text_of(text: Article | str) -> str:
    """The plain text of an article; a ``str`` is given back as it is.

    Raises:
        TypeError: it is neither.
    """
    if isinstance(text, Article):
        return text.text
    if isinstance(text, str):
        return text
    raise TypeError(
        f"Wanted an Article or a text (str), got {type(text).__name__}. "
        "Load one first: article = load_article()"
    )
