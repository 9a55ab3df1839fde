"""Who is quoted? Named rules, tried in a fixed order; the first that fits decides."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from helpers.analysis.people import CAPITALISED_RUN
from helpers.analysis.quotes.cues import CUE, CUE_PATTERN
from helpers.text.quotation_marks import QuotedStretch
from helpers.text.segmentation import find_paragraphs
from helpers.text.span import Span

RULES: dict[str, str] = {
    "quotation, then speaker and cue": (
        "Right after the closing mark stand a speaker and a reporting verb: “…,” Silva said."
    ),
    "quotation, then cue and speaker": (
        "Right after the closing mark stand a reporting verb and a speaker: “…,” said Silva."
    ),
    "according to": "The sentence goes on with “according to” and a source.",
    "speaker and cue, then quotation": (
        "Before the quotation, in its sentence, stands a reporting verb with its subject next to "
        "it: Silva said that it was “…”."
    ),
    "subject of the sentence": (
        "Before the quotation stands a reporting verb; its subject is taken to be that of the "
        "sentence, because other words come between: Silva, who had waited, warned of “…”."
    ),
    "interrupted quotation": "The quotation goes on after its speaker: “…,” Silva said, “…”.",
    "carried over": (
        "The quotation is a sentence of its own without a speaker, and follows one by the same "
        "speaker: “…,” Silva said. “…”"
    ),
    "no rule": "None of the rules found anybody who says these words.",
}


class Attribution(NamedTuple):
    """A cue and a source as spans of the text, and the rule that found them."""

    cue: Span
    source: Span
    rule: str


# A subject begins with a pronoun, an article or the like, a capital, or one of these plurals.
_PEOPLE = (
    r"(?:officials|aides|experts|analysts|critics|residents|police|authorities|lawyers|sources"
    r"|reporters|diplomats|activists|organisers|organizers|supporters|witnesses)"
)
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Ss]everal|[Mm]any|[Tt]wo)"
)
_NAME = CAPITALISED_RUN.pattern
_NAMED = rf"""
    (?: \b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]t)\b
      | {_NAME}(?:\ (?:and|and\ the|the|for)\ {_NAME})?   # Kyiv and the West, Keep the Crossing
    )"""
_DESCRIBED = rf"""
    (?: \b{_DETERMINER}\ (?:[\w\u2019'.-]+\ ){{0,5}}?[\w\u2019'-]+
      | \b(?:[a-z]+\ )?{_PEOPLE}\b
    )"""
_NOUN_PHRASE = rf"(?:{_DESCRIBED}|{_NAMED})"
# What may stand between a subject and its verb.
_BETWEEN = r"(?:\s+(?:also|then|later|again|once|has|had|have|is|was|himself|herself|\w+ly))*"
_APPOSITION = r"(?:,\s[^,\"\u201c\u201d\u00ab\u00bb]{1,120},)?"

_SPEAKER_THEN_CUE = re.compile(
    rf"\s*(?P<source>{_NOUN_PHRASE}){_APPOSITION}{_BETWEEN}\s+(?P<cue>{CUE_PATTERN})\b", re.VERBOSE
)
_CUE_THEN_SPEAKER = re.compile(
    # A name shows its end by its capitals; a description goes on until something ends it.
    rf"""
    \s*(?P<cue>{CUE_PATTERN})\s+
    (?P<source> {_DESCRIBED}(?=[,.;:] | \Z | \s(?:who|which|that|on|in|at|after|as|during)\b)
              | {_NAMED}(?=[\s,.;:]|\Z) )
    """,
    re.VERBOSE,
)
_ACCORDING_TO = re.compile(
    # The source runs to the next comma or to the sentence's end: "a report by the harbour office".
    r"\b(?P<cue>[Aa]ccording\ to)\s+(?P<source>[^\s,;:\u00b7][^,;:\u00b7]{0,100}?)(?=[,;:]|\.?\Z)",
    re.VERBOSE,
)
# The end of what stands before a cue: a subject, and before it a place where a clause can begin.
_SUBJECT_NEXT_TO_CUE = re.compile(
    rf"""
    (?: \A | [,;:\u2014]\s | \b(?:and|but|that|as|while|when|because|[Bb]ut|[Aa]nd|[Yy]et)\s )
    (?P<source>{_NOUN_PHRASE}){_BETWEEN}\s*\Z
    """,
    re.VERBOSE,
)
# A description ends where a comma, a relative clause or the verb shows its end; a name shows it
# by its capitals.
_SUBJECT_OF_SENTENCE = re.compile(
    rf"""
    \s* (?: (?:But|And|Yet|Still|However,|Meanwhile,)\s+ )?
    (?: (?:In|On|At|After|Before|During|Earlier|Later|Speaking|With|For)\b [^,]{{0,100}} ,\s+ )?
    (?P<source> {_DESCRIBED} (?= , | \s(?:who|which|whose|that)\b | \s\u2014
                               | {_BETWEEN}\s+{CUE_PATTERN}\b )
              | {_NAMED} )
    """,
    re.VERBOSE,
)
# "said Tuesday" names a day, not a speaker.
_NO_SPEAKER = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December"
)
# No rule reads further than this from a quotation: it keeps the time linear in the text's length.
_REACH = 400


class Attributor:
    """Finds cue and source of quoted stretches in one text."""

    def __init__(
        self, text: str, sentences: tuple[Span, ...], stretches: list[QuotedStretch]
    ) -> None:
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        # The text with every quoted word blanked, so that a cue inside a quotation never counts.
        # Same length, same offsets.
        pieces = []
        position = 0
        for stretch in stretches:
            pieces.append(text[position : stretch.outer.start])
            pieces.append("\N{MIDDLE DOT}" * (stretch.outer.end - stretch.outer.start))
            position = stretch.outer.end
        self._narration = "".join([*pieces, text[position:]])
        self._paragraph_starts = [paragraph.start for paragraph in find_paragraphs(text)]

    def attribute(self, stretch: QuotedStretch) -> Attribution | None:
        """What the first rule that fits says of this stretch; None where none fits."""
        rules: tuple[Callable[[QuotedStretch], Attribution | None], ...] = (
            self._after,
            self._before,
            self._according_to,
        )
        return next((found for rule in rules if (found := rule(stretch))), None)

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds a position."""
        return self._sentences[self.sentence_number(position)]

    def sentence_number(self, position: int) -> int:
        """Its number, counted from 0."""
        return max(0, bisect_right(self._starts, position) - 1)

    def same_paragraph(self, one: Span, other: Span) -> bool:
        """True where both begin in one paragraph."""
        starts = self._paragraph_starts
        return bisect_right(starts, one.start) == bisect_right(starts, other.start)

    def _after(self, stretch: QuotedStretch) -> Attribution | None:
        start = stretch.outer.end
        end = min(self.sentence_at(start - 1).end, start + _REACH)
        match = _SPEAKER_THEN_CUE.match(self._narration, start, end)
        if match:
            return _attribution(match, "quotation, then speaker and cue")
        match = _CUE_THEN_SPEAKER.match(self._narration, start, end)
        if match and not _NO_SPEAKER.match(match["source"]):
            return _attribution(match, "quotation, then cue and speaker")
        return None

    def _before(self, stretch: QuotedStretch) -> Attribution | None:
        sentence = self.sentence_at(stretch.outer.start)
        start = max(sentence.start, stretch.outer.start - _REACH)
        before = self._narration[start : stretch.outer.start]
        cues = list(CUE.finditer(before))
        if not cues:
            return None
        cue = Span(start + cues[-1].start(), start + cues[-1].end())
        rule = "speaker and cue, then quotation"
        match = _SUBJECT_NEXT_TO_CUE.search(self._narration[start : cue.start])
        if not match:
            rule = "subject of the sentence"
            end = min(cue.start + 1, sentence.start + _REACH)
            match = _SUBJECT_OF_SENTENCE.match(self._narration, sentence.start, end)
            return Attribution(cue, Span(*match.span("source")), rule) if match else None
        return Attribution(cue, _shifted(match.span("source"), start), rule)

    def _according_to(self, stretch: QuotedStretch) -> Attribution | None:
        start = stretch.outer.end
        end = min(self.sentence_at(start - 1).end, start + _REACH)
        match = _ACCORDING_TO.search(self._narration, start, end)
        return _attribution(match, "according to") if match else None


def _attribution(match: re.Match[str], rule: str) -> Attribution:
    return Attribution(Span(*match.span("cue")), Span(*match.span("source")), rule)


def _shifted(pair: tuple[int, int], by: int) -> Span:
    return Span(pair[0] + by, pair[1] + by)
