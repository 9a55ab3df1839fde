"""The words that two quotations have in common, in the same order.

Not ``difflib``: it takes time that grows with the square of what a hostile text repeats, and it
prefers one long row to many words in all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

Match = tuple[int, int]
"""The numbers of two words that answer each other, each counted in its own quotation."""
RUN = 3
"""So many words in a row are telling, if they occur once."""
_MOST_CELLS = 2_500  # of a table of common subsequences; in a larger gap nothing is matched


def find_common(one: Sequence[str], other: Sequence[str]) -> list[Match]:
    """A common subsequence: the same beginning and end, then rows that occur once in each, then
    what fits between them, where that is little."""
    start, ends = 0, (len(one), len(other))
    while start < min(ends) and one[start] == other[start]:
        start += 1
    tail = 0
    while tail < min(ends) - start and one[ends[0] - 1 - tail] == other[ends[1] - 1 - tail]:
        tail += 1
    found = [(at, at) for at in range(start)]
    position = (start, start)
    stop = (ends[0] - tail, ends[1] - tail)
    for anchor in [*_anchors(one, other, position, stop), stop]:
        found += _fitting(one, other, position, anchor)
        if anchor != stop:
            found.append(anchor)
            position = (anchor[0] + 1, anchor[1] + 1)
    return found + [(stop[0] + at, stop[1] + at) for at in range(tail)]


def _anchors(one: Sequence[str], other: Sequence[str], start: Match, stop: Match) -> list[Match]:
    """Words of rows that occur once in each part, as many as follow each other in both.

    Source: Cohen's patience diff, with rows of ``RUN`` words in place of lines.
    """
    once: list[dict[tuple[str, ...], int]] = []
    for words, first, past in ((one, start[0], stop[0]), (other, start[1], stop[1])):
        rows = [(tuple(words[at : at + RUN]), at) for at in range(first, past - RUN + 1)]
        times = Counter(row for row, _ in rows)
        once.append({row: at for row, at in rows if times[row] == 1})
    places = [(at, once[1][row]) for row, at in once[0].items() if row in once[1]]
    pairs = {(mine + step, its + step) for mine, its in _rising(places) for step in range(RUN)}
    # Two rows that overlap on one side alone would give one word two partners.
    kept: list[Match] = []
    for mine, its in sorted(pairs):
        if not kept or (mine > kept[-1][0] and its > kept[-1][1]):
            kept.append((mine, its))
    return kept


def _rising(places: Sequence[Match]) -> list[Match]:
    """The longest part of the places, which rise in the first number, that rises in both."""
    tails: list[int] = []  # for each length the smallest number that such a part can end with
    chain: list[int] = []  # and the place that has it
    before: list[int] = []
    for number, (_, at) in enumerate(places):
        length = bisect_left(tails, at)
        before.append(chain[length - 1] if length else -1)
        tails[length : length + 1] = [at]
        chain[length : length + 1] = [number]
    risen = []
    number = chain[-1] if chain else -1
    while number >= 0:
        risen.append(places[number])
        number = before[number]
    return risen[::-1]


def _fitting(one: Sequence[str], other: Sequence[str], start: Match, stop: Match) -> list[Match]:
    """The longest common subsequence of two gaps; none where they are too large."""
    rows, columns = stop[0] - start[0], stop[1] - start[1]
    if not rows or not columns or rows * columns > _MOST_CELLS:
        return []
    left, right = one[start[0] : stop[0]], other[start[1] : stop[1]]
    longest = [[0] * (columns + 1) for _ in range(rows + 1)]
    for p in range(rows - 1, -1, -1):
        for q in range(columns - 1, -1, -1):
            longest[p][q] = (
                longest[p + 1][q + 1] + 1
                if left[p] == right[q]
                else max(longest[p + 1][q], longest[p][q + 1])
            )
    found = []
    p = q = 0
    while p < rows and q < columns:
        if left[p] == right[q]:
            found.append((start[0] + p, start[1] + q))
            p, q = p + 1, q + 1
        elif longest[p + 1][q] >= longest[p][q + 1]:
            p += 1
        else:
            q += 1
    return found
