"""The words that two quotations have in common, in the same order.

Not ``difflib``: its time grows with the square of what a hostile text repeats (4,000 words of two
kinds take a second, and can take minutes), and it prefers one long row to many words in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

Match = tuple[int, int]
"""The numbers of two words that answer each other, each counted in its own quotation."""
_LONGEST = 4_096  # words between the same beginning and end; of more, none are matched


def find_common(one: Sequence[str], other: Sequence[str]) -> list[Match]:
    """A longest common subsequence: the same beginning and end, and what fits between them."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    tail = 0
    while tail < shorter - start and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    ends = (len(one) - tail, len(other) - tail)
    between = _longest(one[start : ends[0]], other[start : ends[1]])
    return [
        *((at, at) for at in range(start)),
        *((start + mine, start + its) for mine, its in between),
        *((ends[0] + at, ends[1] + at) for at in range(tail)),
    ]


def _longest(one: Sequence[str], other: Sequence[str]) -> list[Match]:
    """The longest common subsequence, with a whole row of the table in one number.

    Source: H. Hyyrö (2004), Bit-parallel LCS-length computation revisited. A bit that is 0 in a
    row says that the longest subsequence becomes longer by that word of the first.
    """
    if not one or not other or max(len(one), len(other)) > _LONGEST:
        return []
    places: dict[str, int] = defaultdict(int)
    for at, word in enumerate(one):
        places[word] |= 1 << at
    all_bits = row = (1 << len(one)) - 1
    rows = []
    for word in other:
        answered = row & places.get(word, 0)
        row = ((row + answered) | (row - answered)) & all_bits
        rows.append(row)
    found = []
    mine, its = len(one) - 1, len(other) - 1
    while mine >= 0 and its >= 0:
        if rows[its] >> mine & 1:
            mine -= 1
        elif its and not rows[its - 1] >> mine & 1:
            its -= 1
        else:
            found.append((mine, its))
            mine, its = mine - 1, its - 1
    return found[::-1]
