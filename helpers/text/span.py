"""A place in a text: where something begins and where it ends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points: ``text[start:end]`` is the thing itself.

    A code point is what Python counts when it indexes a string. An emoji such as 🔥 is one
    code point here and two units in JavaScript, so offsets are converted where they cross over.

    >>> text = "Macron warned Moscow."
    >>> Span(7, 13).of(text)
    'warned'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this place."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """True where ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True where both share at least one code point."""
        return self.start < other.end and other.start < self.end


def check_span(span: Iterable[int], text: str) -> Span:
    """The span, once it is known to lie inside ``text`` and to hold at least one code point.

    Raises:
        ValueError: it is no pair of whole numbers, is empty, or leaves the text.
    """
    pair = tuple(span)
    if len(pair) != 2 or not all(type(number) is int for number in pair):
        raise ValueError(f"A span is a pair of whole numbers (start, end), not {pair!r}.")
    start, end = pair
    if not 0 <= start < end <= len(text):
        raise ValueError(
            f"The span {start}–{end} does not lie inside this text, which has {len(text)} "
            "code points. Was it made from another text?"
        )
    return Span(start, end)
