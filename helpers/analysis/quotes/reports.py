"""Reports: a reporting verb, who its subject is, and what was said."""

from __future__ import annotations

from typing import NamedTuple

from helpers.analysis.quotes.contents import LONGEST_CONTENT, Content, find_content, last_word
from helpers.analysis.quotes.cues import (
    CLAUSE,
    INFINITIVE,
    OBJECT,
    PASSIVE,
    PREPOSITION,
    QUESTION,
)
from helpers.analysis.quotes.narration import Narration
from helpers.analysis.quotes.phrases import Phrase, phrase_starting_at
from helpers.analysis.quotes.sources import Source, find_source
from helpers.analysis.quotes.spot import Spot, spot_at

ACCORDING_TO = "according to"
_NEAR = 6  # so many reports back, in one sentence, are looked at: it keeps the time linear
_SAME_PARAGRAPH = 3  # signs: so little white space stands between two sentences of one
_LONGEST_SOURCE = 30  # tokens behind "according to"


class Report(NamedTuple):
    """A reporting verb with its subject and content, as pairs of first and last tokens."""

    cue: Phrase
    verb: str
    """Its dictionary form; ``ACCORDING_TO`` for that."""
    source: Phrase | None
    addressee: Phrase | None
    content: tuple[Phrase, ...]
    frame: str
    """How the content is joined to the verb: one of ``contents.FRAMES``, or a preposition."""
    place: str
    """Where the source stands: one of ``sources.PLACES``."""
    start: int
    """The token where the report as a whole begins, so that an earlier one ends before it."""
    end: int
    """The token after its own words."""
    nested: bool
    """True inside the content of another report: He said that Silva had said …"""

    def covers(self, token: int) -> bool:
        """Does the token belong to the content?"""
        return any(first <= token <= last for first, last in self.content)


def find_reports(narration: Narration) -> list[list[Report]]:
    """The reports of each sentence, in the order of their cues."""
    cues = narration.cues()
    reports: list[list[Report]] = []
    position = 0
    for first, end in narration.sentences:
        found: list[Report] = []
        while position < len(cues) and cues[position] < end:
            at = cues[position]
            position += 1
            if at < first or (found and at <= found[-1].cue.last):
                continue
            near = found[-_NEAR:]
            report = _read(narration, at, first, end, near)
            if report is None:
                continue
            if near and not report.nested:
                near = [_cut(narration, earlier, report) for earlier in near]
            if near and report.source:
                # What describes a source is no report: who asked not to be named.
                near = [earlier for earlier in near if not _describes(earlier, report.source)]
            found[-_NEAR:] = [*near, report]
        reports.append(found)
    return reports


def join_sentences(narration: Narration, reports: list[list[Report]]) -> None:
    """“It is over!” | Ana Silva said: two sentences by their signs are one by their sense."""
    sentences: list[tuple[int, int]] = []
    kept: list[list[Report]] = []
    for (first, end), found in zip(narration.sentences, reports, strict=True):
        if (
            sentences
            and narration.tags[first - 1] == "Q"
            and found
            and found[0].start == first
            and not found[0].content
            and found[0].place in ("next", "apart", "inverted")
            and narration.start(first) - narration.ends[first - 1] < _SAME_PARAGRAPH
        ):
            sentences[-1] = (sentences[-1][0], end)
            kept[-1] = kept[-1] + found
        else:
            sentences.append((first, end))
            kept.append(found)
    narration.sentences[:] = sentences
    reports[:] = kept


def _read(
    narration: Narration, at: int, first: int, end: int, found: list[Report]
) -> Report | None:
    """The report of the cue at a token; None where the word is no cue there."""
    if narration.forms[at] == "according":
        return _according_to(narration, at, first, end)
    spot = spot_at(narration, at, first, end)
    level = [report for report in found if not report.nested]
    source = find_source(spot, level[-1].source if level else None)
    if source is None:
        return None
    content = find_content(spot, source)
    nested = _is_nested(spot, source, content, found)
    if source.place == "passive":
        source, content = _turned_round(spot, source, content)
        if source.phrase is None and spot.cue.verb not in PASSIVE:  # is called, was reported
            return None
    phrase, place, start = source
    addressee, frame, pieces, own_end = content
    cue = Phrase(at, spot.last)
    return Report(
        cue, spot.cue.verb, phrase, addressee, pieces, frame, place, start, own_end, nested
    )


def _is_nested(spot: Spot, source: Source, content: Content, found: list[Report]) -> bool:
    """Does the verb belong to what somebody else is reported to have said?"""
    tags = spot.narration.tags
    if not any(report.covers(spot.at) for report in found):
        return source.phrase is not None and tags[source.phrase.last] == "W"
    opener = tags[source.start]
    if "C" in tags[source.start : source.start + 2] and opener in ",-C":  # …, and Poe said
        return spot.cue.verb not in CLAUSE or spot.cue.stance == "thinking"
    if opener in ",-":
        own_level = source.place in ("shared", "sentence", "inverted")
        return not own_level and content.frame not in ("before", "around")
    return True


def _turned_round(spot: Spot, source: Source, content: Content) -> tuple[Source, Content]:
    """Of a passive, the subject is who is spoken to: Silva was asked (by Poe) whether …"""
    narration, k = spot.narration, spot.last + 1
    agent = None
    if content.frame == "by":
        agent = phrase_starting_at(narration, k + 1, spot.end)
        after = agent.last + 1 if agent else spot.end
        if after < spot.end:
            frames = {"T": "that", "W": "question"}
            frame = frames.get(narration.tags[after], narration.forms[after])
            pieces = [Phrase(after, p.last) for p in content.pieces if after <= p.last]
            content = content._replace(frame=frame, pieces=tuple(pieces))
    return source._replace(phrase=agent), content._replace(addressee=source.phrase)


def _describes(earlier: Report, source: Phrase) -> bool:
    return source.first <= earlier.cue.first <= source.last


def _cut(narration: Narration, earlier: Report, later: Report) -> Report:
    """The earlier report, ending where a later one of the same level begins."""
    if not earlier.content or earlier.content[-1].last < later.start:
        return earlier
    content = []
    for piece in earlier.content:
        if piece.last < later.start or piece.first > later.cue.last:
            content.append(piece)
        elif piece.first < later.start:
            last = _before_signs(narration, piece.first, later.start - 1)
            # … and — without a word about the boats — blamed: the aside is the reporter's.
            dash = narration.tags.rfind("-", piece.first, last + 1)
            opens = dash > piece.first and narration.tags[dash - 1] == "C"
            if opens and narration.tags[last + 1] == "-":
                last = _before_signs(narration, piece.first, dash)
            content.append(Phrase(piece.first, last))
    return earlier._replace(content=tuple(content))


def _before_signs(narration: Narration, first: int, last: int) -> int:
    while last > first and narration.tags[last] in ",;:-C":
        last -= 1
    return last


def _according_to(narration: Narration, at: int, first: int, end: int) -> Report | None:
    """According to the council, …; …, according to the council."""
    tags = narration.tags
    start = stop = at + 2
    while stop < min(end, start + _LONGEST_SOURCE) and tags[stop] not in ",;:-xVA":
        stop += 1
    while stop > start and tags[stop - 1] in "GCIW":
        stop -= 1
    if stop == start:
        return None
    head, tail = max(first, at - LONGEST_CONTENT), at - 1
    while head < at and tags[head] in "Cx,":
        head += 1
    while tail > head and tags[tail] in ",-":
        tail -= 1
    last = last_word(narration, stop, end)
    pieces = [Phrase(head, tail)] if head <= tail else []
    told = any(tags[k] in "AVEQ" for k in range(head, tail + 1))
    if not told and stop < last and tags[stop] == ",":
        pieces.append(Phrase(stop + 1, last))
    return Report(
        cue=Phrase(at, at + 1),
        verb=ACCORDING_TO,
        source=Phrase(start, stop - 1),
        addressee=None,
        content=tuple(pieces),
        frame=ACCORDING_TO,
        place="inverted",
        start=at - 1 if at > first and tags[at - 1] in ",-" else at,
        end=stop,
        nested=False,
    )


def retells(report: Report) -> bool:
    """Is the content of a report somebody's words, though none stand in quotation marks?"""
    verb, frame = report.verb, report.frame
    if not report.content:
        return False
    if verb == ACCORDING_TO:
        return True
    if all(first == last for first, last in report.content):
        return False
    if report.place == "passive":
        return verb in PASSIVE and frame in ("that", "question", "to", "about", "clause")
    if report.source is None or (report.nested and report.place in ("shared", "sentence")):
        return False
    if frame in ("that", "before", "around", "as"):
        return verb in CLAUSE
    if frame == "clause":
        return verb in CLAUSE or verb in OBJECT
    if frame == "question":
        return verb in QUESTION
    if frame == "to":
        return verb in INFINITIVE or "to" in PREPOSITION.get(verb, ())
    if frame == "object":
        return verb in OBJECT
    return frame in PREPOSITION.get(verb, ())
