"""A reader's attributions beside those that a program found: what both have, and what differs why.

What the program found comes in through ``parts()`` alone, so that any finding with the roles
content, cue and source can be compared, and nothing here knows how it was found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from helpers.annotation.annotation import Annotation
from helpers.annotation.pairing import match, overlap, overlapping
from helpers.annotation.readings import begins_in, sentences_around, shown_as
from helpers.text.article import Article, text_of
from helpers.text.finding import Finding
from helpers.text.segmentation import find_sentences
from helpers.text.span import Span

CAUSES: dict[str, str] = {
    "not found": "the reader has this content, and the program has nothing there",
    "only the program": "the program has this content, and the reader has nothing there",
    "other source": "the same content is given to somebody else, or to nobody by one of the two",
    "other cue": "the same content is introduced by other words, or by none for one of the two",
    "other source edges": "the source begins or ends elsewhere",
    "other cue edges": "the cue begins or ends elsewhere",
    "other content edges": "the content begins or ends elsewhere",
}
ROLES = ("content", "cue", "source")


class Attribution(NamedTuple):
    """Somebody's words or thoughts: what, in which words introduced, given to whom."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    blind: bool | None = None
    """False where one of its marks was made with findings of a program in view."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many attributions, or parts of them, both have."""

    columns: ClassVar = ("what", "both", "reader", "program", "of_reader", "of_program", "f1")

    what: str
    both: int
    reader: int
    """How many the reader has."""
    program: int
    of_reader: float | None
    """The share of the reader's that the program has, too: recall, if the reader is right."""
    of_program: float | None
    """The share of the program's that the reader has, too: precision, if the reader is right."""
    f1: float | None

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Nothing: a count has no place in the text."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which the program differs from the reader."""

    columns: ClassVar = ("cause", "reader", "program", "sentence")

    cause: str
    """One of ``CAUSES``."""
    reader: tuple[Span, ...] | None
    program: tuple[Span, ...] | None
    sentence: tuple[Span, ...]
    content: tuple[Span, ...] = ()
    """Of the attribution in which they differ: the program's, or else the reader's."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """What the reader and the program have, and the sentences around it."""
        for role in ("reader", "program", "sentence"):
            for span in getattr(self, role) or ():
                yield role, span


@dataclass(frozen=True, slots=True)
class Comparison:
    """What ``compare`` gives."""

    problem: str
    """Why nothing could be compared; "" where all went well."""
    notes: tuple[str, ...]
    """What was left out or is not known."""
    is_reference: bool = False
    """True where the reading was adjudicated, so that the program can be right or wrong by it."""
    scores: tuple[Score, ...] = ()
    """Whole attributions with the same edges; whole ones that overlap; then each part alone."""
    differences: tuple[Difference, ...] = ()
    """In reading order."""

    @property
    def sentence(self) -> str:
        """The figures in words, or the problem."""
        if self.problem:
            return self.problem
        score = self.scores[1]
        counts = (
            f"Of the reader's {score.reader} attributions and the program's {score.program}, "
            f"{score.both} agree in content, cue and source, give or take their edges"
        )
        if self.is_reference:
            return (
                f"{counts}: precision {_percent(score.of_program)}, recall "
                f"{_percent(score.of_reader)}, F1 {_percent(score.f1)}, measured against a reading "
                "that was adjudicated."
            )
        return (
            f"{counts}: agreement {_percent(score.f1)} (F1). One reading is not the truth: until "
            "readers have adjudicated it, this says how alike the two are, not who is right."
        )

    def __repr__(self) -> str:
        return shown_as("Comparison", self.sentence)


def compare(
    reading: Iterable[Annotation],
    findings: Iterable[Finding],
    text: Article | str,
    *,
    is_reference: bool = False,
    within: Iterable[Span] | None = None,
) -> Comparison:
    """What a reader and a program have in common: whole attributions, in three parts each.

    A reader's attribution is a content with the source and the cue that are linked to it. One that
    is linked to neither goes with the nearest source and cue of its sentence, and ``notes`` says
    so. A program's attribution is a finding with a content and a cue or a source.

    Edges are compared from the first to the last letter or digit, so that quotation marks and
    commas do not count. Attributions *overlap* where the contents share at least half of the code
    points that either holds, and sources and cues share something, or are missing in both.

    Args:
        reading: marks with the labels source, cue and content. Those that were made with the
            program's findings in view are set aside together with what they answer: who has seen
            the answer agrees with it.
        findings: such as ``find_quotes(article)``.
        is_reference: whether readers have adjudicated it; only then are the shares precision and
            recall.
        within: what the reader has read, such as ``article.paragraphs[:8]``; without it, all.

    Where there is nothing to compare, the result says so in ``problem``.
    """
    plain = text_of(text)
    inside = None if within is None else sorted(within)
    sentences = find_sentences(plain)
    marks = [mark for mark in reading if mark.place == "text" and mark.label in ROLES]
    if any(not 0 <= s.start < s.end <= len(plain) for mark in marks for s in mark.spans):
        return Comparison(
            "The reading has marks where this text has no words: it was made on another text.", ()
        )
    here = [mark for mark in marks if begins_in(min(mark.spans).start, inside)]
    notes: list[str] = []
    by_reader = tie(here, sentences, notes)
    by_program = _attributions(findings, plain, inside, notes)
    if not by_reader:
        problem = "The reader has marked no content here, so there is nothing to compare yet."
        return Comparison(problem, tuple(notes))
    pairs = _pairs(by_reader, by_program, plain)
    seen = {number for number, one in enumerate(by_reader) if one.blind is False}
    aside = {other for one, other in pairs if one in seen}
    if seen:
        notes.append(
            f"{len(seen)} of the reader's {len(by_reader)} attributions were made with the "
            f"program's findings in view. They are set aside, with {len(aside)} of the program's."
        )
    unknown = sum(one.blind is None for one in by_reader)
    if unknown:
        notes.append(
            f"For {unknown} of the reader's attributions it is not recorded whether they were made "
            "without looking at what the program found."
        )
    kept = [number for number in range(len(by_reader)) if number not in seen]
    found = [number for number in range(len(by_program)) if number not in aside]
    if not kept:
        problem = "No attribution was marked blind, so a comparison would say nothing."
        return Comparison(problem, tuple(notes))
    if not found:
        return Comparison("The program found no attribution here.", tuple(notes))
    reader = {number: by_reader[number] for number in kept}
    program = {number: by_program[number] for number in found}
    partner = {one: other for one, other in pairs if one in reader}
    return Comparison(
        "",
        tuple(notes),
        is_reference,
        scores=tuple(_scores(reader, program, partner, plain)),
        differences=tuple(_differences(reader, program, partner, plain, sentences)),
    )


def tie(
    marks: Sequence[Annotation], sentences: Sequence[Span], notes: list[str]
) -> list[Attribution]:
    """One attribution for each content, or for several that are linked, in reading order."""
    by_id = {mark.id: mark for mark in marks}
    linked = {mark.id: [by_id[key] for key in mark.links if key in by_id] for mark in marks}
    near = _Nearest(marks, sentences)
    alone = 0
    tied: list[Attribution] = []
    used: set[str] = set()
    contents = sorted((m for m in marks if m.label == "content"), key=lambda mark: mark.spans)
    for content in contents:
        if content.id in used:
            continue
        group = _linked_contents(content, linked)
        used |= {mark.id for mark in group}
        cue, source = _cue_and_source(group, linked)
        if not cue and not source:
            alone += 1
            cue, source = near.to(content, "cue"), near.to(content, "source")
        used |= {mark.id for mark in (*cue, *source)}
        blind = [mark.blind for mark in (*group, *cue, *source)]
        tied.append(
            Attribution(
                _spans(group),
                _spans(cue),
                _spans(source),
                blind=False if False in blind else None if None in blind else True,
            )
        )
    if alone:
        notes.append(
            f"Contents that are linked to no source and no cue: {alone} of {len(tied)}. Each was "
            "put together with the nearest source and cue of its sentence. Link what belongs "
            "together to say it yourself."
        )
    left_out = len(marks) - len(used)
    if left_out:
        notes.append(f"Sources and cues that belong to no content, and were left out: {left_out}.")
    return tied


def _linked_contents(
    content: Annotation, linked: Mapping[str, Sequence[Annotation]]
) -> list[Annotation]:
    """The content and those that are linked to it, directly or through others."""
    group = {content.id: content}
    waiting = [content]
    while waiting:
        for mark in linked.get(waiting.pop().id, ()):
            if mark.label == "content" and mark.id not in group:
                group[mark.id] = mark
                waiting.append(mark)
    return list(group.values())


def _cue_and_source(
    group: Sequence[Annotation], linked: Mapping[str, Sequence[Annotation]]
) -> tuple[list[Annotation], list[Annotation]]:
    """What is linked to a content; a source also through the cue, a cue also through the source."""

    def around(marks: Sequence[Annotation], label: str) -> list[Annotation]:
        found = {m.id: m for mark in marks for m in linked[mark.id] if m.label == label}
        return list(found.values())

    cue, source = around(group, "cue"), around(group, "source")
    if not source:
        source = around(cue, "source")
    if not cue:
        # One source may speak several times: only where it has one cue is it clear which.
        through = around(source, "cue")
        cue = through if len(through) == 1 else []
    return cue, source


class _Nearest:
    """The source and the cue that stand nearest to a content, in the sentence where it begins."""

    def __init__(self, marks: Sequence[Annotation], sentences: Sequence[Span]) -> None:
        self._sentences = sentences
        self._marks = {
            label: sorted((m for m in marks if m.label == label), key=lambda mark: mark.spans)
            for label in ("cue", "source")
        }

    def to(self, content: Annotation, label: str) -> list[Annotation]:
        around = sentences_around(content.spans, self._sentences)
        marks = self._marks[label]
        start, end = min(content.spans).start, max(span.end for span in content.spans)
        at = bisect_left(marks, start, key=lambda mark: mark.spans[0].start)
        beside = [
            (max(start - mark.spans[-1].end, mark.spans[0].start - end, 0), number, mark)
            for number, mark in enumerate(marks[max(0, at - 1) : at + 2])
            if around[0].start <= mark.spans[0].start < around[-1].end
        ]
        return [min(beside)[2]] if beside else []


def _spans(marks: Iterable[Annotation]) -> tuple[Span, ...]:
    return tuple(sorted({span for mark in marks for span in mark.spans}))


def _attributions(
    findings: Iterable[Finding],
    text: str,
    inside: Sequence[Span] | None,
    notes: list[str],
) -> list[Attribution]:
    """What the program found, as far as it gives words to somebody."""
    tied = []
    without = 0
    for finding in findings:
        parts: dict[str, list[Span]] = {role: [] for role in ROLES}
        for role, span in finding.parts():
            if role in parts:
                parts[role].append(span)
        content, cue, source = (tuple(sorted(parts[role])) for role in ROLES)
        one = Attribution(content, cue, source)
        if not one.content or not begins_in(one.content[0].start, inside):
            continue
        if one.cue or one.source:
            tied.append(one)
        else:
            without += 1
    if without:
        notes.append(
            f"{without} of the program's findings have neither source nor cue, so they are no "
            "attributions, and were left out."
        )
    return sorted(tied)


def _pairs(
    reader: Sequence[Attribution], program: Sequence[Attribution], text: str
) -> list[tuple[int, int]]:
    """Who answers whom: as many whole ones as can be, then by how far the contents overlap."""
    near = overlapping(
        {number: one.content for number, one in enumerate(reader)},
        {number: one.content for number, one in enumerate(program)},
    )
    partners: dict[int, list[int]] = {}
    # Those with the same edges are tried first.
    for one, other in sorted(near, key=lambda p: not _is_same(reader[p[0]], program[p[1]], text)):
        if _do_overlap(reader[one], program[other], text):
            partners.setdefault(one, []).append(other)
    pairs = match(partners)
    ones, others = {one for one, _ in pairs}, {other for _, other in pairs}
    shares = [(-overlap(reader[a].content, program[b].content), a, b) for a, b in near]
    for share, one, other in sorted(shares):
        if share < 0 and one not in ones and other not in others:
            pairs.append((one, other))
            ones.add(one)
            others.add(other)
    return pairs


def _scores(
    reader: Mapping[int, Attribution],
    program: Mapping[int, Attribution],
    partner: Mapping[int, int],
    text: str,
) -> Iterator[Score]:
    pairs = [(reader[one], program[other]) for one, other in partner.items()]
    total = (len(reader), len(program))
    yield _score("whole, same edges", sum(_is_same(*pair, text) for pair in pairs), *total)
    yield _score("whole, overlapping", sum(_do_overlap(*pair, text) for pair in pairs), *total)
    for role in ROLES:
        mine, its = (
            sum(bool(getattr(one, role)) for one in side.values()) for side in (reader, program)
        )
        both = sum(
            bool(getattr(one, role)) and _agree(role, one, other, text) for one, other in pairs
        )
        yield _score(f"{role}, overlapping", both, mine, its)


def _score(what: str, both: int, reader: int, program: int) -> Score:
    return Score(
        *(what, both, reader, program),
        of_reader=both / reader if reader else None,
        of_program=both / program if program else None,
        f1=2 * both / (reader + program) if reader + program else None,
    )


def _differences(
    reader: Mapping[int, Attribution],
    program: Mapping[int, Attribution],
    partner: Mapping[int, int],
    text: str,
    sentences: Sequence[Span],
) -> list[Difference]:
    found: list[tuple[Span, Difference]] = []

    def note(
        cause: str,
        at: Span,
        mine: tuple[Span, ...],
        its: tuple[Span, ...],
        content: tuple[Span, ...],
    ) -> None:
        around = sentences_around(mine + its, sentences)
        found.append((at, Difference(cause, mine or None, its or None, around, content)))

    for number, one in reader.items():
        if number not in partner:
            note("not found", one.content[0], one.content, (), one.content)
            continue
        other = program[partner[number]]
        for role in ("source", "cue", "content"):
            mine, its = getattr(one, role), getattr(other, role)
            if role != "content" and not _agree(role, one, other, text):
                note(f"other {role}", one.content[0], mine, its, other.content)
            elif _edges(mine, text) != _edges(its, text):
                note(f"other {role} edges", one.content[0], mine, its, other.content)
    for number in program.keys() - set(partner.values()):
        content = program[number].content
        note("only the program", content[0], (), content, content)
    order = list(CAUSES)
    found.sort(key=lambda pair: (pair[0], order.index(pair[1].cause)))
    return [difference for _, difference in found]


def _is_same(one: Attribution, other: Attribution, text: str) -> bool:
    return all(_edges(getattr(one, r), text) == _edges(getattr(other, r), text) for r in ROLES)


def _do_overlap(one: Attribution, other: Attribution, text: str) -> bool:
    return all(_agree(role, one, other, text) for role in ROLES)


def _agree(role: str, one: Attribution, other: Attribution, text: str) -> bool:
    """Contents that overlap by half; sources and cues that overlap, or are missing in both."""
    mine, its = (_edges(getattr(side, role), text) for side in (one, other))
    share = overlap(mine, its)
    return share >= 0.5 if role == "content" else share > 0 or not (mine or its)


def _edges(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Each span from its first letter or digit to its last; one without any as it is."""
    return tuple(_trimmed(span, text) for span in spans)


def _trimmed(span: Span, text: str) -> Span:
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end else span


def _percent(share: float | None) -> str:
    return "none" if share is None else f"{share:.0%}"
