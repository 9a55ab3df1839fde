"""Quotations made by hand, so that what is done with them does not depend on how they are found."""

from helpers.analysis.quotes import Quote
from helpers.text.span import Span

TEXT = (
    "“We waited [for hours],” Ana Silva said, “and it rained.” She claimed that nobody had come."
    "\n\nThe so-called “Blue Line” had closed. “It was cold.”"
    "\n\nJo Poe said that the “old boat” would sail, officials said."
)


def span_of(words, text=TEXT):
    """Where these words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def made_quotes():
    """Six quotations of ``TEXT``: of every kind, one interrupted, one with an editor's words."""
    ana, said = span_of("Ana Silva"), span_of("said")
    return [
        Quote(
            content=(span_of("We waited [for hours],"), span_of("and it rained.")),
            kind="direct",
            cue=said,
            source=ana,
            speaker="Ana Silva",
            quoted=(span_of("We waited [for hours],"), span_of("and it rained.")),
            stance="neutral",
            edits=(span_of("[for hours]"),),
            rule="interrupted quotation",
        ),
        Quote(
            content=(span_of("nobody had come"),),
            kind="indirect",
            cue=span_of("claimed"),
            source=span_of("She"),
            speaker="Ana Silva",
            stance="doubting",
        ),
        Quote((span_of("Blue Line"),), "term", None, None, "", quoted=(span_of("Blue Line"),)),
        Quote(
            (span_of("It was cold."),),
            "unattributed",
            None,
            None,
            "",
            quoted=(span_of("It was cold."),),
        ),
        Quote(
            content=(span_of("the “old boat” would sail"),),
            kind="mixed",
            cue=Span(span_of("Jo Poe said").end - 4, span_of("Jo Poe said").end),
            source=span_of("Jo Poe"),
            speaker="Jo Poe",
            quoted=(span_of("old boat"),),
            stance="neutral",
        ),
        # The reporter hands the same words on from others: they belong to both.
        Quote(
            content=(span_of("Jo Poe said that the “old boat” would sail"),),
            kind="indirect",
            cue=Span(len(TEXT) - 5, len(TEXT) - 1),
            source=span_of("officials"),
            speaker="officials",
            stance="neutral",
        ),
    ]
