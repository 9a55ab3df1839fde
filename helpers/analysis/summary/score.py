"""How well one sentence would stand for the whole, according to one method."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from helpers.text.span import Span


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """A sentence with its score; scores of different methods cannot be compared."""

    columns: ClassVar = ("sentence", "score", "reason")

    sentence: Span
    score: float
    reason: str
    """Why it scored so, in words."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The sentence."""
        yield "sentence", self.sentence
