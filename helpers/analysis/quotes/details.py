"""What a text says about a quotation besides whose it is: edits, and the way it came."""

from __future__ import annotations

import re

from helpers.analysis.quotes.attribution import Attribution
from helpers.analysis.quotes.cues import CUE_FORMS
from helpers.analysis.quotes.narration import Narration
from helpers.text.span import Span

# [the pier]; an ellipsis in one sign, in three stops or more, or in spaced ones.
# Each begins with a plain sign, which a search looks for quickly: most spans have neither.
_EDIT = re.compile(r"\[[^\[\]\n]{0,200}\]|\u2026|\.\.\.+|\.(?:[\x20\xa0]\.){2,}")

VIA: dict[str, str] = {
    "translation": "translation translator interpreter translated",
    "statement": "statement statements release communique communiqué",
    "interview": "interview interviews",
    "post": "post posts posted tweet tweets tweeted twitter facebook instagram telegram blog",
    "letter": "letter letters email emails e-mail memo note",
    "speech": "speech speeches address remarks sermon",
    "news conference": "conference briefing",
    "book": "book memoir autobiography essay column op-ed editorial article",
    "report": "report reports study survey poll ruling transcript documents filing",
    "phone": "phone telephone",
}
_VIA_OF_WORD = {word: via for via, words in VIA.items() for word in words.split()}
_VIA_OF_VERB = {"tweet": "post", "retweet": "post", "post": "post", "email": "letter"}
_VIA_OF_CUE = {
    form: _VIA_OF_VERB[cue.verb] for form, cue in CUE_FORMS.items() if cue.verb in _VIA_OF_VERB
}
_HOW = frozenset("in on through via by during from to at".split())
_FROM_CUE = 60  # tokens before and behind the cue that are looked through
_FROM_PREPOSITION = 5  # tokens between "in" and "statement": in a written public statement


def find_edits(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The brackets and ellipses inside spans, in reading order.

    An ellipsis may also be a pause: the marks do not say who put it there.
    """
    return tuple(Span(*match.span()) for span in spans for match in _EDIT.finditer(text, *span))


def find_via(narration: Narration, attribution: Attribution) -> str:
    """How the words came, one of ``VIA``, where their sentence says so; else ""."""
    if attribution.cue is None or attribution.carried_over:
        return ""
    by_verb = _VIA_OF_CUE.get(attribution.cue.of(narration.text).lower(), "")
    first, end = narration.sentences[attribution.sentence]
    cue = narration.token_at(attribution.cue.start)
    first, end = max(first, cue - _FROM_CUE), min(end, cue + _FROM_CUE)
    if _VIA_OF_WORD.keys().isdisjoint(narration.forms[first:end]):
        return by_verb
    for at in range(first, end):
        via = _VIA_OF_WORD.get(narration.forms[at])
        if via is None or narration.tags[at] == "Q":
            continue
        place = narration.span(at, at)
        if any(span.overlaps(place) for span in attribution.content):
            continue
        for before in range(at - 1, max(first, at - _FROM_PREPOSITION) - 1, -1):
            if narration.forms[before] in _HOW:
                return via
            if narration.tags[before] not in "DNwGEt":
                break
    return by_verb
