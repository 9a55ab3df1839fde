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
from helpers.analysis.quotes.quotation_marks import find_quoted_stretches, find_unpaired_marks
from helpers.analysis.quotes.quote import KINDS, Quote
from helpers.text.article import Article, text_of
from helpers.text.quotation_marks import QuotedStretch
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

_LONGEST_INTERRUPTION = 120  # signs between two halves of one quotation
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
    for number, stretch in enumerate(stretches):
        last = quotes[-1] if quotes else None
        near = bool(number) and attributor.same_paragraph(
            stretches[number - 1].outer, stretch.outer
        )
        if last and near and _is_interruption(plain, last, stretches[number - 1], stretch):
            content = (*last.content, stretch.inner)
            quotes[-1] = replace(last, content=content, rule="interrupted quotation")
            continue
        found = attributor.attribute(stretch)
        if found:
            quotes.append(_quote(plain, stretch, found, people))
            continue
        whole = _is_statement(plain, stretch.inner)
        if whole and last and last.speaker and near and _follows(attributor, last, stretch):
            carried = replace(last, content=(stretch.inner,), kind="direct", rule="carried over")
            quotes.append(carried)
        else:
            kind = "unattributed" if whole else "term"
            quotes.append(Quote((stretch.inner,), kind, None, None, "", "", "no rule"))
    return quotes


def explain(quote: Quote) -> str:
    """Two sentences that say by which rule the quotation was decided, and what its kind means."""
    return f"Rule “{quote.rule}”: {RULES[quote.rule]} Kind “{quote.kind}”: {KINDS[quote.kind]}."


def _quote(text: str, stretch: QuotedStretch, found: Attribution, people: People) -> Quote:
    before = found.rule in ("speaker and cue, then quotation", "subject of the sentence")
    start = stretch.outer.start
    introduced = text[max(0, start - 20) : start].rstrip()[-1:] in (":", ",")
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


def _follows(attributor: Attributor, last: Quote, stretch: QuotedStretch) -> bool:
    """Does the stretch begin right after the last quotation's sentence, its attribution included?

    With a sentence of the reporter's between them, the words may be somebody else's.
    """
    ends = [last.content[-1].end]
    if last.rule != "carried over" and last.cue:
        ends.append(last.cue.start)
    before = max(attributor.sentence_number(end) for end in ends)
    return attributor.sentence_number(stretch.outer.start) - before <= 1


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
    text: str, last: Quote, previous: QuotedStretch, stretch: QuotedStretch
) -> bool:
    """``"…," he said, "…"``: a comma after the speaker, and a first half that is no sentence."""
    start, end = previous.outer.end, stretch.outer.start
    return (
        last.source is not None
        and start <= last.source.start < end
        and end - start < _LONGEST_INTERRUPTION
        and text[start:end].rstrip().endswith(",")
        and text[previous.inner.end - 1] not in ".!?"
    )
