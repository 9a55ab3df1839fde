"""One of two reports that are compared."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpers.analysis.quotes.quote import Quote
from helpers.analysis.quotes.sourcing import Source, SourceAudit
from helpers.analysis.report_comparison.numbers import NumberUse
from helpers.analysis.report_comparison.shared_quote import SharedQuote
from helpers.text.article import Article


@dataclass(frozen=True, slots=True)
class Report:
    """One of two reports: what it shares with the other, and what it has alone.

    All findings in it have their places in ``text``.
    """

    text: Article | str = field(repr=False)
    name: str
    """Its outlet, else its headline, else "the first text" or "the second"."""
    quotes: tuple[Quote, ...] = field(repr=False)
    audit: SourceAudit = field(repr=False)
    shared: tuple[SharedQuote, ...]
    """The quotations that the other report uses, too."""
    own_quotes: tuple[Quote, ...]
    """Those that the other report leaves out, or that the rules did not find there; none without a
    word of the speaker's."""
    own_speakers: tuple[Source, ...]
    own_numbers: tuple[NumberUse, ...]
