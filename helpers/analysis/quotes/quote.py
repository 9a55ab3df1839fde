"""A quotation: whose words, in which words introduced, by which rule decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from helpers.text.span import Span

KINDS: dict[str, str] = {
    "direct": "a whole statement in quotation marks, with its speaker named outside it",
    "mixed": "some words in quotation marks inside the reporter's own sentence",
    "term": "words in quotation marks that nobody is found to say: a name, a term, a phrase",
    "unattributed": "a whole sentence in quotation marks for which no rule found a speaker",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, and what the rules make of them."""

    columns: ClassVar = ("speaker", "source", "cue", "content", "kind", "rule")

    content: tuple[Span, ...]
    """Without the marks; more than one span where the quotation is interrupted."""
    kind: str
    """One of ``KINDS``."""
    cue: Span | None
    """The reporting words, such as "said"."""
    source: Span | None
    """The speaker as the text has it, such as "he"."""
    speaker: str
    """Who that is, as far as the rules can tell; "" where nobody was found."""
    stance: str
    """Of the cue, see ``helpers.analysis.quotes.cues``; "" without a cue."""
    rule: str
    """The rule that decided; ``explain(quote)`` puts it in words."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Content, cue and source, as far as they were found."""
        for span in self.content:
            yield "content", span
        if self.cue:
            yield "cue", self.cue
        if self.source:
            yield "source", self.source
