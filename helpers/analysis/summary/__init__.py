"""Which few sentences stand for the whole? One module a method; ``summarize`` picks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from helpers.analysis.summary import frequency, lead
from helpers.analysis.summary.score import SentenceScore
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_sentences
from helpers.text.span import Span

__all__ = ["METHODS", "SentenceScore", "Summary", "summarize"]

METHODS: dict[str, Callable[[str, tuple[Span, ...]], list[SentenceScore]]] = {
    "lead": lead.score,
    "frequency": frequency.score,
}


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences chosen from a text, in the order of the text, and how all were scored."""

    method: str
    chosen: tuple[SentenceScore, ...]
    scores: tuple[SentenceScore, ...]
    """Of every sentence, in reading order."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The chosen sentences, in reading order."""
        for sentence in self.chosen:
            yield "sentence", sentence.sentence

    def of(self, text: Article | str) -> str:
        """The chosen sentences as one text, a space between them."""
        plain = text_of(text)
        return " ".join(span.of(plain) for _, span in self.parts())


def summarize(text: Article | str, sentences: int = 3, *, method: str = "lead") -> Summary:
    """The few sentences of a text that a method scores highest, in the order of the text.

    Sentences with equal scores are taken from the front. A text with fewer sentences than asked
    for is its own summary; an empty text has an empty one.

    Args:
        sentences: how many to choose, at least 1.
        method: ``lead``, the first sentences, which in news are hard to beat; or ``frequency``,
            the sentences whose words are frequent in the text (SumBasic).

    Raises:
        ValueError: an unknown method, or fewer than one sentence.
    """
    if method not in METHODS:
        raise ValueError(f"There is no method {method!r}. There are: {', '.join(METHODS)}.")
    if sentences < 1:
        raise ValueError(f"A summary has at least 1 sentence; {sentences} were asked for.")
    plain = text_of(text)
    scores = METHODS[method](plain, find_sentences(plain))
    best = sorted(scores, key=lambda s: -s.score)[:sentences]
    chosen = tuple(sorted(best, key=lambda s: s.sentence))
    return Summary(method, chosen, tuple(scores))
