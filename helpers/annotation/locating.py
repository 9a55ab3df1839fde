"""Where quoted words stand in a text: with what surrounded them, when their place is not known."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from helpers.annotation.fields import SURROUNDINGS
from helpers.text.span import Span

CONFIDENCES = {
    "same place": "the same words at the same place, between the same surroundings",
    "same surroundings": "the same words, in one place only between the same surroundings",
    "only place": "the same words, which stand only once; some of what surrounds them has changed",
    "one of several": "the same words in several places, of which this one fits best",
    "similar words": "words that have changed, between surroundings that have not",
}
"""How sure a place is, the surest first."""
MOST_RIVALS = 5
_NEAR = 8
"""With so many code points on each side that are the same, surroundings are called the same."""
_ALIKE = 0.5
"""So alike, from 0 to 1, have changed words to be; less is another passage."""

# Signs that a keyboard does not have, beside those that people type for them. One for one, so that
# places stay the same.
_AS_TYPED = str.maketrans("\u201c\u201d\u201e\u2018\u2019\u02bc\u00a0\u202f", "\"\"\"'''  ")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words quoted from a text, what stood before and after them, and where, if that is known."""

    words: str
    """Without them nothing is looked for."""
    before: str = ""
    after: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """A place that was found for quoted words."""

    span: Span
    confidence: str
    """One of ``CONFIDENCES``."""
    rivals: tuple[Span, ...] = ()
    """The nearest other places that could be meant, in reading order."""


def quotation_at(span: Span, text: str) -> Quotation:
    """The words at a place, with their surroundings."""
    return Quotation(
        words=span.of(text),
        before=text[max(0, span.start - SURROUNDINGS) : span.start],
        after=text[span.end : span.end + SURROUNDINGS],
        span=span,
    )


def as_typed(text: str) -> str:
    """The text with straight quotation marks and plain spaces, as long as before."""
    return text.translate(_AS_TYPED)


def locate(quotations: Sequence[Quotation], text: str) -> list[Located | None]:
    """For each quotation its best place in the text; None where there is none.

    Curly and straight quotation marks are taken as the same, and so are kinds of spaces. Words
    that stood as whole words are looked for as whole words. Takes time in proportion to the text
    and the quotations together.
    """
    typed = as_typed(text)
    wanted = [
        Quotation(as_typed(q.words), as_typed(q.before), as_typed(q.after), q.span)
        for q in quotations
    ]
    places = find_all({q.words for q in wanted if q.words}, typed)
    groups: dict[tuple[str, bool, bool], _Places] = {}
    located: list[Located | None] = []
    for q in wanted:
        key = (q.words, *_inside(q.before[-1:], q.words, q.after[:1]))
        if key not in groups:
            groups[key] = _Places(key, places.get(q.words, []), typed)
        located.append(groups[key].best(q))
    changed = [number for number, found in enumerate(located) if found is None]
    again = _locate_changed([wanted[number] for number in changed], typed)
    for number, found in zip(changed, again, strict=True):
        located[number] = found
    return located


def find_all(wanted: Iterable[str], text: str) -> dict[str, list[int]]:
    """Where each of the strings begins in the text, in one pass over the text for all of them.

    Source: Aho and Corasick (1975), Efficient string matching.
    """
    strings = [string for string in dict.fromkeys(wanted) if string]
    following: list[dict[str, int]] = [{}]  # a tree of all beginnings of the strings
    ends: dict[int, str] = {}  # at which node of it which string is complete
    for string in strings:
        node = 0
        for sign in string:
            if sign not in following[node]:
                following[node][sign] = len(following)
                following.append({})
            node = following[node][sign]
        ends[node] = string
    # For each node the one for the longest end of what was read that is a beginning as well, and
    # the nearest of those at which a string is complete.
    shorter = [0] * len(following)
    complete = [0] * len(following)
    waiting = deque(following[0].values())
    while waiting:
        node = waiting.popleft()
        for sign, child in following[node].items():
            back = shorter[node]
            while back and sign not in following[back]:
                back = shorter[back]
            shorter[child] = following[back].get(sign, 0)
            waiting.append(child)
        back = shorter[node]
        complete[node] = back if back in ends else complete[back]
    found: dict[str, list[int]] = {string: [] for string in strings}
    node = 0
    for place, sign in enumerate(text, 1):
        while node and sign not in following[node]:
            node = shorter[node]
        node = following[node].get(sign, 0)
        end = node if node in ends else complete[node]
        while end:
            found[ends[end]].append(place - len(ends[end]))
            end = complete[end]
    return found


class _Places:
    """All places of the same words in a text, by what surrounds them."""

    def __init__(self, key: tuple[str, bool, bool], starts: list[int], text: str) -> None:
        self._text = text
        self._length = len(key[0])
        self._starts = [start for start in starts if self._key(start) == key]
        self._by: dict[tuple[int, int], dict[tuple[str, str], list[int]]] = {}

    def best(self, q: Quotation) -> Located | None:
        """The place that fits a quotation of these words best."""
        if not self._starts:
            return None
        if q.span and self._holds(q.span.start) and self._fits(q, q.span.start, 2 * _NEAR):
            return Located(self._span(q.span.start), "same place")
        if len(self._starts) == 1:
            confidence = self._only(q)
            return Located(self._span(self._starts[0]), confidence) if confidence else None
        for size in (SURROUNDINGS, _NEAR):
            there = self._between(q.before[-size:], q.after[:size])
            if there:
                return self._one_of(there, q, sure=len(there) == 1)
        for before, after in ((q.before[-_NEAR:], ""), ("", q.after[:_NEAR])):
            there = self._between(before, after) if before or after else []
            if there:
                return self._one_of(there, q, sure=False)
        return None

    def _only(self, q: Quotation) -> str:
        """How sure the only place of the words is; "" where it is likely to be another passage.

        A common word that was taken out of one sentence may well be left in another.
        """
        (start,) = self._starts
        if not (q.before or q.after):
            return "only place"
        if self._fits(q, start, _NEAR):
            return "same surroundings"
        before, after = self._around(start, min(_NEAR, len(q.before)), min(_NEAR, len(q.after)))
        is_beginning = start == 0 and q.span is not None and q.span.start == 0
        follows = is_beginning or (before != "" and q.before.endswith(before))
        leads = after != "" and q.after.startswith(after)
        return "only place" if follows or leads or self._length > 2 * _NEAR else ""

    def _between(self, before: str, after: str) -> list[int]:
        """Where the words stand between these signs."""
        sizes = len(before), len(after)
        if sizes not in self._by:
            index = self._by[sizes] = {}
            for start in self._starts:
                index.setdefault(self._around(start, *sizes), []).append(start)
        return self._by[sizes].get((before, after), [])

    def _one_of(self, starts: list[int], q: Quotation, *, sure: bool) -> Located:
        start = starts[_nearest(starts, q.span.start if q.span else 0)]
        number = bisect_left(self._starts, start)
        near = self._starts[max(0, number - MOST_RIVALS) : number + MOST_RIVALS + 1]
        others = sorted(near, key=lambda other: abs(other - start))[1 : MOST_RIVALS + 1]
        return Located(
            self._span(start),
            "same surroundings" if sure else "one of several",
            tuple(self._span(other) for other in sorted(others)),
        )

    def _key(self, start: int) -> tuple[str, bool, bool]:
        words = self._text[start : start + self._length]
        before, after = self._around(start, 1, 1)
        return (words, *_inside(before, words, after))

    def _around(self, start: int, before: int, after: int) -> tuple[str, str]:
        end = start + self._length
        return self._text[max(0, start - before) : start], self._text[end : end + after]

    def _fits(self, q: Quotation, start: int, size: int) -> bool:
        before, after = q.before[-size:], q.after[:size]
        return self._around(start, len(before), len(after)) == (before, after)

    def _holds(self, start: int) -> bool:
        number = bisect_left(self._starts, start)
        return self._starts[number : number + 1] == [start]

    def _span(self, start: int) -> Span:
        return Span(start, start + self._length)


def _inside(before: str, words: str, after: str) -> tuple[bool, bool]:
    """Whether the words begin, and whether they end, in the middle of a longer word."""
    return (
        before.isalnum() and words[:1].isalnum(),
        words[-1:].isalnum() and after.isalnum(),
    )


def _nearest(numbers: list[int], wanted: int) -> int:
    """The index of the number nearest to the wanted one, in a list that rises."""
    after = bisect_left(numbers, wanted)
    if after == len(numbers) or (after and wanted - numbers[after - 1] <= numbers[after] - wanted):
        return after - 1
    return after


def _locate_changed(quotations: Sequence[Quotation], text: str) -> Iterator[Located | None]:
    """Places whose surroundings are those of the quotation, and whose words are much alike."""
    sides = [(q.before[-2 * _NEAR :], q.after[: 2 * _NEAR]) for q in quotations]
    places = find_all((side for pair in sides for side in pair if len(side) >= _NEAR), text)
    for q, (before, after) in zip(quotations, sides, strict=True):
        starts = [place + len(before) for place in places.get(before, [])]
        ends = places.get(after, [])
        middle = _nearest(starts, q.span.start if q.span else 0) if starts else 0
        found = []
        for start in starts[max(0, middle - MOST_RIVALS) : middle + MOST_RIVALS + 1]:
            end = next(iter(ends[(n := bisect_left(ends, start + 1)) : n + 1]), None)
            if end is not None and end - start <= 2 * len(q.words) + SURROUNDINGS:
                found.append((_likeness(q.words, text[start:end]), Span(start, end)))
        found = sorted((pair for pair in found if pair[0] >= _ALIKE), reverse=True)
        spans = [span for _, span in found]
        yield Located(spans[0], "similar words", tuple(sorted(spans[1:]))) if spans else None


def _likeness(one: str, other: str) -> float:
    """From 0 to 1: by signs where both are short; by words, whatever their order, where not."""
    if len(one) + len(other) <= 4 * SURROUNDINGS:
        return SequenceMatcher(None, one, other, autojunk=False).ratio()
    words, others = (Counter(re.findall(r"\w+", text.casefold())) for text in (one, other))
    total = words.total() + others.total()
    return 2 * (words & others).total() / total if total else 0.0
