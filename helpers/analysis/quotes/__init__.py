"""Who is quoted, in whose words, and how do we know?

Marks first (``quotation_marks``), then the verbs that report (``cues``), then who speaks
(``attribution``, with ``helpers.analysis.people``). This version finds what stands in quotation
marks; it does not look for indirect speech ("Putin said that …" without marks).
"""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.analysis.people import People
from helpers.analysis.quotes.attribution import RULES, Attribution, Attributor
from helpers.analysis.quotes.cues import stance_of
from helpers.analysis.quotes.quotation_marks import (
    QuotedStretch,
    find_quoted_stretches,
    find_unpaired_marks,
)
from helpers.analysis.quotes.quote import KINDS, Quote
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_sentences, find_words
from helpers.text.span import Span

__all__ = [
    "KINDS",
    "Quote",
    "explain",
    "find_quoted_stretches",
    "find_quotes",
    "find_unpaired_marks",
]

# A statement closes with a sign that ends it or hands over to its speaker.
_STATEMENT_END = re.compile(r"[,.!?\u2026\u2014-]\s*\Z")


def find_quotes(text: Article | str) -> list[Quote]:
    """What stands in quotation marks, in reading order; speaker and cue where a rule finds them.

    An interrupted quotation (``"…," he said, "…"``) is one quotation with two spans. Words in
    marks that nobody in the text is found to say are kept, with ``kind`` "term" or
    "unattributed"; an empty text has no quotations.

    >>> quote, = find_quotes('"It is over," said Ana Silva.')
    >>> quote.speaker, quote.kind, quote.rule
    ('Ana Silva', 'direct', 'quotation, then cue and speaker')
    """
    plain = text_of(text)
    stretches = find_quoted_stretches(plain)
    if not stretches:
        return []
    attributor = Attributor(plain, find_sentences(plain), stretches)
    people = People(plain, [stretch.outer for stretch in stretches])
    quotes: list[Quote] = []
    previous: QuotedStretch | None = None
    for stretch in stretches:
        last = quotes[-1] if quotes else None
        between = plain[previous.outer.end : stretch.outer.start] if previous else ""
        if last and previous and _is_interruption(last, previous, between, stretch, plain):
            content = (*last.content, stretch.inner)
            quotes[-1] = replace(last, content=content, rule="interrupted quotation")
        else:
            found = attributor.attribute(stretch)
            if found:
                quotes.append(_quote(plain, stretch, found, people))
            else:
                quotes.append(_without_cue(plain, stretch, last, between))
        previous = stretch
    return quotes


def explain(quote: Quote) -> str:
    """One or two sentences that say why the quotation was decided so."""
    said = f"Rule “{quote.rule}”. {RULES.get(quote.rule, '')}".strip()
    return f"{said} It is {quote.kind}: {KINDS.get(quote.kind, 'not explained')}."


def _quote(text: str, stretch: QuotedStretch, found: Attribution, people: People) -> Quote:
    before = found.rule in ("speaker and cue, then quotation", "subject of the sentence")
    introduced = text[: stretch.outer.start].rstrip()[-1:] in (":", ",")
    whole = _is_statement(text, stretch.inner) and (introduced or not before)
    return Quote(
        content=(stretch.inner,),
        kind="direct" if whole else "mixed",
        cue=found.cue,
        source=found.source,
        speaker=people.identify(found.source),
        stance=stance_of(found.cue.of(text)),
        rule=found.rule,
    )


def _without_cue(text: str, stretch: QuotedStretch, last: Quote | None, between: str) -> Quote:
    """A stretch in whose sentence nobody says anything: it may belong to the speaker before."""
    whole = _is_statement(text, stretch.inner)
    if whole and last and last.speaker and "\n\n" not in between:
        return replace(last, content=(stretch.inner,), kind="direct", rule="carried over")
    kind = "unattributed" if whole else "term"
    return Quote((stretch.inner,), kind, None, None, "", "", "no rule")


def _is_statement(text: str, inner: Span) -> bool:
    """Does it begin like a sentence and end like one, or like one that hands over?"""
    words = inner.of(text).lstrip("[(\u2018'\u2026. ")
    return bool(
        words
        and not words[0].islower()
        and _STATEMENT_END.search(words)
        and len(find_words(words)) >= 2
    )


def _is_interruption(
    last: Quote, previous: QuotedStretch, between: str, stretch: QuotedStretch, text: str
) -> bool:
    """``"…," he said, "…"``: a comma after the speaker, and a first half that is no sentence."""
    return (
        last.source is not None
        and last.source.start >= previous.outer.end
        and "\n\n" not in between
        and between.rstrip().endswith(",")
        and len(between) < 120
        and not re.search(r"[.!?]\s*\Z", previous.inner.of(text))
    )
