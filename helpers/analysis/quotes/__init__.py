"""Who is quoted, in whose words, and how do we know?

Marks first (``quotation_marks``), then the reporter's own words as tokens (``narration``), the
verbs that report (``cues``) with whose they are (``sources``) and what they report (``contents``),
and whose words each quotation is (``attribution``), by named rules (``rules``). Who is meant by
"he" or "the mayor" says ``helpers.analysis.people``.
"""

from __future__ import annotations

import re

from helpers.analysis.people import People
from helpers.analysis.quotes.attribution import Attribution, attribute
from helpers.analysis.quotes.corrections import CORRECTED
from helpers.analysis.quotes.cues import stance_of
from helpers.analysis.quotes.details import find_edits, find_via
from helpers.analysis.quotes.narration import Narration
from helpers.analysis.quotes.quotation_marks import find_quoted_stretches, find_unpaired_marks
from helpers.analysis.quotes.quote import CONFIDENCE, KINDS, Quote
from helpers.analysis.quotes.rules import RULES
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_sentences
from helpers.text.span import Span

_RELATIVE = re.compile(r",?\s(?:who|whom|whose|which|that)\b")

__all__ = [
    "CONFIDENCE",
    "KINDS",
    "RULES",
    "Quote",
    "explain",
    "find_quoted_stretches",
    "find_quotes",
    "find_unpaired_marks",
]


def find_quotes(text: Article | str, *, indirect: bool = True) -> list[Quote]:
    """What people say or write in a text, quoted or retold, in reading order.

    An interrupted quotation (``"…," he said, "…"``) is one quotation with two spans; so is one
    that runs over paragraphs. Words in marks that nobody in the text is found to say are kept,
    with ``kind`` "term" or "unattributed". An empty text has no quotations.

    Retold are speech and writing: clauses with or without "that" under a reporting verb, questions,
    infinitives (vowed to …) and some objects (criticized …). Thoughts and attitudes are found only
    where a verb of the group "thinking" in ``cues`` says so.

    Args:
        indirect: False leaves out what is retold without any quotation mark.

    >>> quote, = find_quotes('"It is over," said Ana Silva.')
    >>> quote.speaker, quote.kind, quote.rule
    ('Ana Silva', 'direct', 'quotation, then cue and speaker')
    """
    plain = text_of(text)
    stretches = find_quoted_stretches(plain)
    sentences = find_sentences(plain)
    narration = Narration(plain, stretches, sentences)
    people = People(plain, [stretch.outer for stretch in stretches], sentences=sentences)
    found = [one for one in attribute(narration) if indirect or one.kind != "indirect"]
    # Each source once: a speaker who is carried over has many quotations.
    speakers = {
        source: people.identify(_without_relative_clause(source, plain))
        for source in dict.fromkeys(one.source for one in found)
        if source
    }
    quotes = [_quote(narration, one, speakers) for one in found]
    return [quote for quote in quotes if quote.content]


def explain(quote: Quote) -> str:
    """Why the quotation is taken for this speaker's, in sentences: rule, kind and confidence."""
    kind = f"Kind “{quote.kind}”: {KINDS[quote.kind]}."
    if quote.rule == CORRECTED:
        by = quote.corrected_by or "a reader"
        return f"Decided by {by}, not by a rule. {kind}"
    rule = RULES[quote.rule]
    why = f"Rule “{quote.rule}”: {rule.says} For example: {' '.join(rule.example.split())} {kind}"
    if quote.source is None:  # then there is no speaker to be sure of
        return why
    return f"{why} Confidence {quote.confidence}: {CONFIDENCE[quote.confidence]}."


def _quote(narration: Narration, found: Attribution, speakers: dict[Span, str]) -> Quote:
    text = narration.text
    content = found.content
    others = [span for span in (found.cue, found.source, found.addressee) if span]
    if any(one.overlaps(other) for one in content for other in others):
        content = tuple(piece for span in content for piece in _without(span, others, text))
    cue = found.cue.of(text) if found.cue else ""
    return Quote(
        content=content,
        kind=found.kind,
        cue=found.cue,
        source=found.source,
        speaker=speakers[found.source] if found.source else "",
        addressee=found.addressee,
        quoted=found.quoted,
        stance=stance_of(cue) if cue else "",
        carried_over=found.carried_over,
        rule=found.rule,
        confidence=RULES[found.rule].confidence,
        edits=find_edits(text, content),
        via=find_via(narration, found),
    )


def _without_relative_clause(source: Span, text: str) -> Span:
    """A council official | who asked not to be named."""
    match = _RELATIVE.search(text, source.start + 1, source.end)
    return Span(source.start, match.start()) if match else source


def _without(span: Span, others: list[Span], text: str) -> list[Span]:
    """What is left of a span outside the others: an aside may hold the cue of what is around it."""
    left = [span]
    for other in others:
        pieces = []
        for piece in left:
            if piece.overlaps(other):
                rest = (Span(piece.start, other.start), Span(other.end, piece.end))
                pieces += [span for span in rest if span.of(text).strip(" ,")]
            else:
                pieces.append(piece)
        left = pieces
    return left
