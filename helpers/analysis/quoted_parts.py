"""The parts of a text by whose words they are: what is quoted, and what the reporter writes.

Counting knows nothing of quotations, and takes any spans; these are spans to give it.
"""

from __future__ import annotations

from collections.abc import Iterable

from helpers.analysis.quotes import Quote, find_quotes
from helpers.text.article import Article, text_of
from helpers.text.span import Span

QUOTED = "inside quotation marks"
NARRATION = "outside quotation marks"


def split_by_quotation(
    text: Article | str, quotes: Iterable[Quote] | None = None
) -> dict[str, tuple[Span, ...]]:
    """The spans inside quotation marks, those outside, and then what is quoted of each speaker.

    The first two are together the whole text, but for the marks' own signs; terms in quotation
    marks are inside. Speakers come in the order of their first quotation, by the name that
    ``find_quotes`` gives them. A part without spans is left out.

    Args:
        quotes: what ``find_quotes(text)`` gave, perhaps corrected; without them, it is asked.

    >>> text = "“It rained,” Ana Silva said."
    >>> parts = split_by_quotation(text)
    >>> [span.of(text) for span in parts["outside quotation marks"]]
    ['“', '” Ana Silva said.']
    >>> [span.of(text) for span in parts["quoted: Ana Silva"]]
    ['It rained,']
    """
    plain = text_of(text)
    found = find_quotes(text) if quotes is None else list(quotes)
    quoted = sorted({span for quote in found for span in quote.quoted})
    outside: list[Span] = []
    end = 0
    for span in quoted:
        if span.start > end:
            outside.append(Span(end, span.start))
        end = max(end, span.end)
    if end < len(plain):
        outside.append(Span(end, len(plain)))
    parts = {QUOTED: tuple(quoted), NARRATION: tuple(outside)}
    for quote in found:
        if quote.speaker and quote.quoted:
            name = f"quoted: {quote.speaker}"
            parts[name] = (*parts.get(name, ()), *quote.quoted)
    return {name: spans for name, spans in parts.items() if spans}
