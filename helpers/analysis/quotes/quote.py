"""A quotation: whose words, in which words introduced, by which rule decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from helpers.text.span import Span

KINDS: dict[str, str] = {
    "direct": "a whole statement in quotation marks, with its speaker named outside it",
    "mixed": "somebody's words retold by the reporter, with some of them in quotation marks",
    "indirect": "somebody's words retold by the reporter, without quotation marks",
    "term": "words in quotation marks that nobody is found to say: a name, a term, a phrase",
    "unattributed": "a whole statement in quotation marks for which no rule found a speaker",
}
# How a quotation was found. On PolNeAR's development part (84 articles of American political news,
# 22 November 2026) annotators had marked, too: of all found with high confidence 85 %, medium 86 %,
# low 78 %; and of those to which they gave a source it was theirs: 97 %, 90 %, 23 %.
# benchmarks/quotes.py prints both.
CONFIDENCE: dict[str, str] = {
    "high": "cue and source stand next to the words, in an order that leaves little doubt",
    "medium": "the source is taken over from a verb, a noun or a quotation nearby",
    "low": "no cue says who speaks: the rule took the nearest that fits",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, quoted or retold, and what the rules make of them."""

    columns: ClassVar = ("speaker", "source", "cue", "content", "kind", "rule")

    content: tuple[Span, ...]
    """What was said, in reading order, without marks at its outer ends.

    Several spans where it is interrupted or runs over paragraphs. Of a "mixed" or "indirect"
    quotation the whole reported clause; of the other kinds the words in marks.
    """
    kind: str
    """One of ``KINDS``."""
    cue: Span | None
    """The reporting words, such as "said"."""
    source: Span | None
    """The speaker as the text has it, such as "he"."""
    speaker: str
    """Who that is, as far as the rules can tell; "" where nobody was found."""
    addressee: Span | None = None
    """To whom it was said, as in "told reporters"."""
    quoted: tuple[Span, ...] = ()
    """The parts of the content that stand in quotation marks."""
    stance: str = ""
    """Of the cue, see ``helpers.analysis.quotes.cues``; "" without a cue."""
    carried_over: bool = False
    """True where the speaker is taken over from the quotation before."""
    rule: str = "no rule"
    """The rule that decided; ``explain(quote)`` puts it in words."""
    confidence: str = "low"
    """One of ``CONFIDENCE``."""
    edits: tuple[Span, ...] = ()
    """Brackets and ellipses inside the content: an editor's, never the speaker's words."""
    via: str = ""
    """How the words came, where the text says so: "translation", "statement", "post", …"""
    corrected_by: str = ""
    """The pseudonym of the reader who corrected what the rules had found."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Content, cue, source and addressee as far as they were found; what is in marks; edits."""
        for span in self.content:
            yield "content", span
        if self.cue:
            yield "cue", self.cue
        if self.source:
            yield "source", self.source
        if self.addressee:
            yield "addressee", self.addressee
        for span in self.quoted:
            yield "quoted", span
        for span in self.edits:
            yield "edit", span
