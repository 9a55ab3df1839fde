"""Whose words are they? Sentence by sentence, with its reports and with who spoke before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from helpers.analysis.quotes.contents import FRAMES
from helpers.analysis.quotes.cues import BEHIND_QUOTATION, CLAUSE, CUE_FORMS
from helpers.analysis.quotes.loose import (
    Before,
    Sentence,
    Speaker,
    is_statement,
    judge,
    sentence_at,
)
from helpers.analysis.quotes.narration import Narration
from helpers.analysis.quotes.phrases import Phrase
from helpers.analysis.quotes.reports import (
    ACCORDING_TO,
    Report,
    find_reports,
    join_sentences,
    retells,
)
from helpers.analysis.quotes.rules import rule_of_quoted, rule_of_retold
from helpers.text.span import Span

_HANDS_OVER = re.compile(r"[,?!\u2014\u2026-]['\u2019]?\s*\Z")
_ONLY_FLOATS = frozenset(
    ["carried over", "carried over a paragraph", "subject of the sentence before", "no rule"]
)
_NO_WORDS = "Q,x-T:C"  # tags: a content of these alone is nothing but quotations
_NEAR = 8  # so many reports before and behind a quotation are looked at, in one sentence


class Attribution(NamedTuple):
    """Whose words, by which rule; all places are spans of the text."""

    content: tuple[Span, ...]
    kind: str
    rule: str
    quoted: tuple[Span, ...] = ()
    cue: Span | None = None
    source: Span | None = None
    addressee: Span | None = None
    carried_over: bool = False
    sentence: int = 0
    """The number of its sentence in the narration."""


def attribute(narration: Narration) -> list[Attribution]:
    """What is said and what stands in quotation marks, in reading order."""
    reports = find_reports(narration)
    join_sentences(narration, reports)
    paragraphs = [paragraph.start for paragraph in narration.paragraphs]
    quotations = sorted(narration.stretch_at, reverse=True)
    found: list[Attribution] = []
    before = Before(None, None)
    for number, (first, end) in enumerate(narration.sentences):
        if not reports[number] and not (quotations and quotations[-1] < end):
            before = Before(before.speaker, (first, end))
            continue
        mine = []
        while quotations and quotations[-1] < end:
            mine.append(quotations.pop())
        paragraph = bisect_right(paragraphs, narration.start(first))
        sentence = _Sentence(narration, number, reports[number], mine, before, paragraph)
        found += sentence.attributions()
        before = sentence.after()
    for stretch in narration.names:
        words = (narration.stretches[stretch].inner,)
        found.append(Attribution(words, "term", "title", words))
    return _join_paragraphs(narration, sorted(found, key=attrgetter("content")))


def _join_paragraphs(narration: Narration, found: list[Attribution]) -> list[Attribution]:
    """One attribution for a quotation that is left open and goes on in the next paragraph."""
    if all(stretch.closed for stretch in narration.stretches):
        return found
    following = {one.end: other.start for one, other in pairwise(narration.paragraphs)}
    goes_on = {
        one.inner: other.inner
        for one, other in pairwise(narration.stretches)
        if not one.closed and following.get(one.outer.end) == other.outer.start
    }
    if not goes_on:
        return found
    chains: list[list[Attribution]] = []
    for attribution in found:
        chain = next((c for c in reversed(chains[-_NEAR:]) if c[-1].quoted), None)
        if chain is not None and _continues(attribution, chain, goes_on):
            chain.append(attribution)
        else:
            chains.append([attribution])
    return [_as_one(chain) for chain in chains]


def _continues(
    attribution: Attribution, chain: list[Attribution], goes_on: dict[Span, Span]
) -> bool:
    """Is it the next part, and not given to somebody for itself, as an earlier part is?"""
    floats = attribution.rule in _ONLY_FLOATS
    open_to_any = chain[0].rule in _ONLY_FLOATS and chain[-1].rule in _ONLY_FLOATS
    next_part = goes_on.get(chain[-1].quoted[-1])
    return attribution.quoted[:1] == (next_part,) and (floats or open_to_any)


def _as_one(chain: list[Attribution]) -> Attribution:
    """The parts of one quotation, with the speaker of the part that names one."""
    known = next((part for part in chain if part.rule not in _ONLY_FLOATS), chain[0])
    return known._replace(
        content=tuple(span for part in chain for span in part.content),
        quoted=tuple(span for part in chain for span in part.quoted),
    )


class _Sentence:
    """One sentence: its reports, its quotations, and what stands before it."""

    def __init__(
        self,
        narration: Narration,
        number: int,
        reports: list[Report],
        quotations: list[int],
        before: Before,
        paragraph: int,
    ) -> None:
        self._narration = narration
        self._number = number
        self._place = narration.sentences[number]
        self._reports = reports
        self._quotations = quotations
        self._before = before
        self._paragraph = paragraph
        self._cues = [report.cue.first for report in reports] if quotations else []
        self._owners: dict[int, Report] = {}
        """The report that each quotation belongs to."""
        if reports:
            for at in quotations:
                owner = self._report_behind(at) or self._report_around(at)
                if owner:
                    self._owners[at] = owner
        self._owned = list(self._owners)

    def attributions(self) -> Iterator[Attribution]:
        """What the rules make of the sentence, not in order."""
        owned: dict[Phrase, list[int]] = {}
        for at, report in self._owners.items():
            owned.setdefault(report.cue, []).append(at)
        for report in self._reports:
            if report.cue in owned:
                yield self._quoted(report, owned[report.cue])
            elif retells(report) and not (owned and self._has_owned(report)):
                yield self._retold(report)
        for at in self._quotations:
            if at not in self._owners:
                verdict = judge(self._narration, at, self._facts, self._before, self._paragraph)
                kind, rule, source, cue, carried_over = verdict
                words = (self._narration.words(at),)
                yield Attribution(
                    words, kind, rule, words, cue, source, None, carried_over, self._number
                )

    def after(self) -> Before:
        """What stands before the next sentence: whose words may go on there."""
        owning = list(self._owners.values())
        for report in reversed(owning) if owning else self._reports:
            if report.source and not report.nested and (owning or report.verb in BEHIND_QUOTATION):
                source = self._narration.span(*report.source)
                cue = self._narration.span(*report.cue)
                return Before(Speaker(source, cue, self._paragraph), None)
        if not self._quotations or not self._facts.only_quotations:
            return Before(self._before.speaker, self._place)
        if self._before.speaker is None:
            return self._before
        return self._before._replace(
            speaker=self._before.speaker._replace(paragraph=self._paragraph)
        )

    @cached_property
    def _facts(self) -> Sentence:
        return sentence_at(self._narration, *self._place)

    def _has_owned(self, report: Report) -> bool:
        """Is a quotation in its content that belongs to another report?"""
        owned = self._owned
        return any(
            bisect_right(owned, piece.last) > bisect_left(owned, piece.first)
            for piece in report.content
        )

    def _near(self, at: int) -> list[Report]:
        """The reports around a quotation."""
        number = bisect_left(self._cues, at)
        return self._reports[max(0, number - _NEAR) : number + _NEAR]

    def _report_behind(self, at: int) -> Report | None:
        """The report right behind a quotation: “…,” | Silva said."""
        tags = self._narration.tags
        for report in self._near(at):
            if report.cue.first < at or report.verb not in BEHIND_QUOTATION:
                continue
            if report.place not in ("next", "apart", "inverted", "sentence"):
                continue
            parted = tags[at + 1] in ",-"
            beside = report.start == at + 1
            beside = beside or (report.start == at + 2 and tags[at + 1] in ",-x")
            if beside:
                words = self._narration.words(at).of(self._narration.text)
                hands_over = parted or is_statement(words) or _HANDS_OVER.search(words)
                if hands_over or report.verb == ACCORDING_TO:
                    return report
        return None

    def _report_around(self, at: int) -> Report | None:
        """The report whose content the quotation is in; of several, the nearest strong one."""
        around = [r for r in self._near(at) if r.covers(at) and not _only_sounds(r)]
        before = [report for report in around if report.cue.first < at]
        if not before:
            return around[0] if around else None
        near = [report for report in before if at - report.end < 3 or not report.nested]
        strong = [report for report in near or before if _is_strong(report)]
        return (strong or near or before)[-1]

    def _quoted(self, report: Report, mine: list[int]) -> Attribution:
        """The words of a report that has some in quotation marks."""
        tags = self._narration.tags
        quoted = tuple(self._narration.words(at) for at in mine)
        pieces = [
            (first, last)
            for first, last in report.content
            if any(first <= at <= last for at in mine)
        ]
        retold = any(tags[first : last + 1].strip(_NO_WORDS) for first, last in pieces)
        content = quoted
        if retold:
            spans = [self._span_of_content(*piece) for piece in pieces]
            rest = [self._narration.words(at) for at in mine if not report.covers(at)]
            content = tuple(sorted(spans + rest))
        source = self._span(report.source)
        rule = rule_of_quoted(report, mine)
        carried = source is None and report.place == "none" and self._before.speaker is not None
        if carried and self._before.speaker:
            source, rule = self._before.speaker.source, "another verb of the same speaker"
        return Attribution(
            content=content,
            kind="mixed" if retold else "direct" if source else "unattributed",
            rule=rule,
            quoted=quoted,
            cue=self._span(report.cue),
            source=source,
            addressee=self._span(report.addressee),
            carried_over=carried,
            sentence=self._number,
        )

    def _retold(self, report: Report) -> Attribution:
        """The words of a report that has none in quotation marks."""
        return Attribution(
            content=tuple(self._span_of_content(*piece) for piece in report.content),
            kind="indirect",
            rule=rule_of_retold(report),
            cue=self._span(report.cue),
            source=self._span(report.source),
            addressee=self._span(report.addressee),
            sentence=self._number,
        )

    def _span(self, phrase: Phrase | None) -> Span | None:
        return self._narration.span(*phrase) if phrase else None

    def _span_of_content(self, first: int, last: int) -> Span:
        """Without the quotation marks at its outer ends."""
        narration = self._narration
        start, end = narration.span(first, last)
        if narration.tags[first] == "Q":
            start = narration.words(first).start
        if narration.tags[last] == "Q":
            end = narration.words(last).end
        return Span(start, end)


def _only_sounds(report: Report) -> bool:
    """laughed at, sighed with: a verb of manner that nothing said follows."""
    cue = CUE_FORMS.get(report.verb)
    return cue is not None and cue.stance == "manner" and report.frame not in FRAMES


def _is_strong(report: Report) -> bool:
    cue = CUE_FORMS.get(report.verb)
    return report.verb in CLAUSE and (cue is None or cue.stance != "thinking")
