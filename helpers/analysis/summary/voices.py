"""Whose words are left in a summary, and whose are dropped?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from helpers.analysis.quotes import Quote, find_quotes
from helpers.analysis.summary.places import find_touched
from helpers.analysis.summary.score import Summary
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_words
from helpers.text.span import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """What a summary leaves of one speaker's words."""

    columns: ClassVar = ("speaker", "quotations", "kept", "words", "words_kept")

    speaker: str
    quotations: int
    kept: int
    """How many of them stand in the summary, at least in part."""
    words: int
    words_kept: int
    dropped: tuple[Span, ...]
    """What this speaker says outside the summary."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """What was dropped."""
        for span in self.dropped:
            yield "dropped", span


def measure_voices(
    text: Article | str, summary: Summary, *, quotes: Iterable[Quote] | None = None
) -> list[Voice]:
    """One row for each speaker in the text, in the order in which they first speak.

    Quotations without a known speaker are nobody's, and are not counted. Words that the reporter
    gives in other words count like those in quotation marks. A short summary has to drop somebody.

    Args:
        quotes: those to go by, such as corrected ones; without them, what ``find_quotes`` gives.
    """
    plain = text_of(text)
    found = find_quotes(text) if quotes is None else quotes
    chosen = [score.sentence for score in summary.chosen]
    by_speaker: dict[str, list[Quote]] = {}
    for quote in found:
        if not quote.speaker:
            continue
        by_speaker.setdefault(quote.speaker, []).append(quote)
    voices = []
    for speaker, theirs in by_speaker.items():
        left = [_left_of(span, chosen) for quote in theirs for span in quote.content]
        said = [span for quote in theirs for span in quote.content]
        voices.append(
            Voice(
                speaker=speaker,
                quotations=len(theirs),
                kept=sum(any(_left_of(s, chosen) for s in quote.content) for quote in theirs),
                words=_count(plain, said),
                words_kept=_count(plain, [piece for pieces in left for piece in pieces]),
                dropped=tuple(s for s, pieces in zip(said, left, strict=True) if not pieces),
            )
        )
    return voices


def _left_of(span: Span, chosen: Sequence[Span]) -> list[Span]:
    """The pieces of a span that stand in the chosen sentences."""
    return [
        Span(max(s.start, span.start), min(s.end, span.end)) for s in find_touched(chosen, span)
    ]


def _count(text: str, spans: Iterable[Span]) -> int:
    return sum(len(find_words(span.of(text))) for span in spans)
