"""Which mark of one reader answers which mark of another?

Two questions are kept apart. To measure, marks of one label are put into as many pairs as can be
(``most_pairs``). To talk about what differs, each mark gets the partner that is most like it,
whatever its label (``pair_marks``).
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from helpers.annotation.annotation import Annotation
from helpers.text.span import Span

KINDS: dict[str, str] = {
    "same": "the same words under the same label, and the same details",
    "other detail": "the same words under the same label, but another detail, such as the kind",
    "other edges": "the same label on words that overlap, but begin or end elsewhere",
    "other label": "at least half of the words are the same, and the labels differ",
    "missed": "marked by one of the readers alone",
}

# Marks of one reader may lie one over the other. Against so many of them, the latest to begin,
# a mark of the other reader is held: hundreds of marks on one word are an accident or an attack,
# and looking at each with each would take for ever.
MOST_OVERLAPS = 25


class Pair(NamedTuple):
    """Two marks that answer each other, or one that has no answer (the other is None)."""

    first: Annotation | None
    second: Annotation | None
    kind: str
    """One of ``KINDS``."""


def overlap(first: Sequence[Span], second: Sequence[Span]) -> float:
    """The code points that both hold, as a share of those that at least one holds; 0 to 1.

    Also known as the Jaccard index. One half or more means: what both hold is at least as much as
    what only one of them holds.

    >>> overlap([Span(0, 4)], [Span(2, 6)])
    0.3333333333333333
    """
    one, other = _merged(first), _merged(second)
    shared = number = 0
    for span in one:
        while number < len(other) and other[number].end <= span.start:
            number += 1
        at = number
        while at < len(other) and other[at].start < span.end:
            shared += min(span.end, other[at].end) - max(span.start, other[at].start)
            at += 1
    held = sum(end - start for start, end in (*one, *other)) - shared
    return shared / held if held else 0.0


def pair_marks(first: Sequence[Annotation], second: Sequence[Annotation]) -> list[Pair]:
    """Every mark of two readers once, with the one that is most like it, in reading order.

    In this order: the same spans and label and details; the same spans and label; the same label
    where the words overlap; another label where at least half overlaps (``overlap``). Within a
    step the pair that overlaps most comes first, with ties in reading order. What is left was
    marked by one reader alone.
    """
    left, right = dict(enumerate(first)), dict(enumerate(second))
    pairs: list[tuple[int | None, int | None, str]] = []

    def take(one: int, other: int, kind: str) -> None:
        if one in left and other in right:
            del left[one], right[other]
            pairs.append((one, other, kind))

    for kind, content in (("same", _content), ("other detail", _place)):
        waiting: dict[object, list[int]] = {}
        for number in reversed(right):
            waiting.setdefault(content(second[number]), []).append(number)
        for number in [*left]:
            same = waiting.get(content(first[number]))
            if same:
                take(number, same.pop(), kind)
    near = [
        (-overlap(first[one].spans, second[other].spans), one, other)
        for one, other in overlapping(
            {number: first[number].spans for number in left},
            {number: second[number].spans for number in right},
        )
    ]
    for share, one, other in sorted(near):
        if first[one].label == second[other].label and share < 0:
            take(one, other, "other edges")
    for share, one, other in sorted(near):
        if first[one].label != second[other].label and share <= -0.5:
            take(one, other, "other label")
    pairs += [(number, None, "missed") for number in left]
    pairs += [(None, number, "missed") for number in right]
    found = [
        Pair(None if one is None else first[one], None if other is None else second[other], kind)
        for one, other, kind in pairs
    ]
    return sorted(found, key=lambda pair: min(places(m) for m in pair[:2] if m is not None))


def most_pairs(
    first: Sequence[Annotation], second: Sequence[Annotation], *, at_least: float
) -> list[tuple[int, int]]:
    """As many pairs of marks as there can be, each mark in one at most; their numbers.

    Two marks can be a pair where they overlap by ``at_least`` this share (``overlap``). Those on
    the very same words are in a pair in any case. Labels are not looked at: give marks of one.
    """
    same = {places(mark): number for number, mark in enumerate(second)}
    # First of all, and first among the partners of each: whoever has a partner once, keeps one.
    partners = {n: [same[places(m)]] for n, m in enumerate(first) if places(m) in same}
    for one, other in overlapping(
        {number: mark.spans for number, mark in enumerate(first)},
        {number: mark.spans for number, mark in enumerate(second)},
    ):
        if overlap(first[one].spans, second[other].spans) >= at_least:
            partners.setdefault(one, []).append(other)
    return match(partners)


def match(partners: Mapping[int, Sequence[int]]) -> list[tuple[int, int]]:
    """As many pairs as there can be, each number in one at most, from who may go with whom.

    Source: pairs are changed along augmenting paths until no such path is left, which gives the
    largest number (Berge 1957).

    >>> match({1: [7, 8], 2: [7]})
    [(1, 8), (2, 7)]
    """
    owner: dict[int, int] = {}
    waiting = list(partners)
    while True:
        seen: set[int] = set()
        without = [one for one in waiting if not _find_partner(one, partners, owner, seen)]
        if len(without) == len(waiting):
            return sorted((one, other) for other, one in owner.items())
        waiting = without


def _find_partner(
    start: int, partners: Mapping[int, Sequence[int]], owner: dict[int, int], seen: set[int]
) -> bool:
    """True once ``start`` has a partner; others may have been moved to another of theirs."""
    path = [(start, iter(partners[start]))]
    wanted: list[int] = []  # what each on the path but the last asks for
    while path:
        other = next((choice for choice in path[-1][1] if choice not in seen), None)
        if other is None:
            path.pop()
            if wanted:
                wanted.pop()
            continue
        seen.add(other)
        if other not in owner:
            for (asking, _), gets in zip(path, [*wanted, other], strict=True):
                owner[gets] = asking
            return True
        wanted.append(other)
        path.append((owner[other], iter(partners[owner[other]])))
    return False


def overlapping(
    first: Mapping[int, Sequence[Span]], second: Mapping[int, Sequence[Span]]
) -> list[tuple[int, int]]:
    """Which of the first begin before which of the second have ended, and the other way round.

    By number. One walk through the text; of more than ``MOST_OVERLAPS`` that lie one over the
    other, only the latest are given.
    """
    coming = sorted(
        (min(span.start for span in spans), max(span.end for span in spans), side, number)
        for side, numbered in enumerate((first, second))
        for number, spans in numbered.items()
    )
    open_marks: tuple[dict[int, int], dict[int, int]] = ({}, {})
    ends: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    found = []
    for start, end, side, number in coming:
        other = 1 - side
        while ends[other] and ends[other][0][0] <= start:
            del open_marks[other][heapq.heappop(ends[other])[1]]
        for candidate in islice(reversed(open_marks[other]), MOST_OVERLAPS):
            found.append((number, candidate) if side == 0 else (candidate, number))
        open_marks[side][number] = end
        heapq.heappush(ends[side], (end, number))
    return found


def places(mark: Annotation) -> tuple[Span, ...]:
    """Where a mark stands: in reading order, each code point once."""
    return _merged(mark.spans)


def _place(mark: Annotation) -> object:
    return (mark.label, places(mark))


def _content(mark: Annotation) -> object:
    return (mark.label, places(mark), tuple(sorted(mark.values)))


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same places in reading order, without overlaps: each code point once."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)
