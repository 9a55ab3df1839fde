"""How well one sentence would stand for the whole, according to one method."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from helpers.text.article import Article, text_of
from helpers.text.span import Span


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """A sentence with its score; scores of different methods cannot be compared."""

    columns: ClassVar = ("sentence", "score", "reason")

    sentence: Span
    score: float
    """What the method makes of the sentence alone, before anything is chosen."""
    reason: str
    """Why it scored so, in words."""
    turn: int = 0
    """1 for the sentence that was chosen first, and so on; 0 where it was not chosen."""
    is_heading: bool = False
    """A heading is no sentence of the body: no method looks at it, and it scores 0."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The sentence."""
        yield "sentence", self.sentence


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences chosen from a text, in the order of the text, and how all were scored."""

    method: str
    chosen: tuple[SentenceScore, ...]
    scores: tuple[SentenceScore, ...]
    """Of every sentence, in reading order, headings included."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The chosen sentences, in reading order."""
        for sentence in self.chosen:
            yield "sentence", sentence.sentence

    def of(self, text: Article | str) -> str:
        """The chosen sentences as one text, a space between them."""
        plain = text_of(text)
        return " ".join(span.of(plain) for _, span in self.parts())
