"""Measures of a table of two by two: do two things go together more often than by chance?

One table serves two questions. Collocation: does the second word stand beside the first? Keyness:
does a word stand in one text rather than another?

==============  =================  ================
                second: yes        second: no
==============  =================  ================
first: yes      O11 ``both``       O12 ``first``
first: no       O21 ``second``     O22 ``neither``
==============  =================  ================

Every measure says which variant it is; under one name the field has several. Where a measure is
not defined (a division by zero) it is None.

Source for names and notation: Evert (2008), Corpora and collocations, in Lüdeling & Kytö, Corpus
linguistics: an international handbook.
"""

from __future__ import annotations

from math import comb, log, log2, sqrt
from typing import NamedTuple


class Contingency(NamedTuple):
    """How often two things occur together, each without the other, and neither."""

    both: float
    first: float
    second: float
    neither: float

    @classmethod
    def of_frequencies(
        cls, count: float, size: float, reference_count: float, reference_size: float
    ) -> Contingency:
        """The table of a word in two texts: first row the word, first column the first text."""
        return cls(count, reference_count, size - count, reference_size - reference_count)

    @classmethod
    def of_pair(cls, pair: float, first: float, second: float, total: float) -> Contingency:
        """The table of a pair, from how often the pair, each word, and any pair occur."""
        return cls(pair, first - pair, second - pair, total - first - second + pair)

    @property
    def total(self) -> float:
        """Of the four cells (N)."""
        return sum(self)

    @property
    def expected(self) -> tuple[float, float, float, float]:
        """The four cells if both had nothing to do with each other (E11, E12, E21, E22)."""
        both, first, second, neither = self
        row, other_row = both + first, second + neither
        column, other_column = both + second, first + neither
        total = (row + other_row) or 1.0  # an empty table has expected cells of 0
        return (
            row * column / total,
            row * other_column / total,
            other_row * column / total,
            other_row * other_column / total,
        )


def pointwise_mutual_information(table: Contingency) -> float | None:
    """log2 of observed by expected co-occurrence (PMI). It favours rare words.

    Source: Church & Hanks (1990), Computational Linguistics 16(1), p. 24.
    """
    expected = table.expected[0]
    return log2(table.both / expected) if table.both and expected else None


def log_likelihood_4_term(table: Contingency) -> float:
    """The log-likelihood ratio G² over all four cells, 0 and up.

    Source: Dunning (1993), Computational Linguistics 19(1).
    """
    pairs = zip(table, table.expected, strict=True)
    return max(0.0, 2 * sum(o * log(o / e) for o, e in pairs if o))


def log_likelihood_2_term(table: Contingency) -> float:
    """The log-likelihood over the word's two counts alone, 0 and up.

    Nearly the four-term one where the word is rare. Source: Rayson & Garside (2000), Comparing
    corpora using frequency profiling.
    """
    pairs = zip(table[:2], table.expected[:2], strict=True)
    return max(0.0, 2 * sum(o * log(o / e) for o, e in pairs if o))


def log_likelihood_williams(table: Contingency) -> float | None:
    """G² over four cells divided by Williams' correction for small counts.

    Source: Williams (1976), Biometrika 63(1); Sokal & Rohlf (1995), box 17.6.
    """
    rows = (table.both + table.first, table.second + table.neither)
    columns = (table.both + table.second, table.first + table.neither)
    if not all((*rows, *columns)):
        return None
    total = table.total
    factor = (sum(total / r for r in rows) - 1) * (sum(total / c for c in columns) - 1)
    return log_likelihood_4_term(table) / (1 + factor / (6 * total))


def chi_squared(table: Contingency, *, yates: bool = False) -> float | None:
    """Pearson's chi-squared, with Yates' correction for continuity on request.

    The correction is no larger than the difference itself, so that it never turns a small
    difference into a larger one. Source: Pearson (1900); Yates (1934).
    """
    rows = (table.both + table.first, table.second + table.neither)
    columns = (table.both + table.second, table.first + table.neither)
    if not all((*rows, *columns)):
        return None
    difference = abs(table.both * table.neither - table.first * table.second)
    if yates:
        difference = max(0.0, difference - table.total / 2)
    # One division after another: the product of four large numbers is better not formed.
    return difference / rows[0] * difference / rows[1] / columns[0] / columns[1] * table.total


def fisher_exact(table: Contingency) -> tuple[float, float, float]:
    """Fisher's exact p: two-sided, of so few or fewer together (left), of so many or more (right).

    For counts that are whole numbers; it takes time in proportion to them. Two-sided: all tables
    with the same margins that are no more likely than this one. Source: Pedersen (1996), Fishing
    for exactness.
    """
    both, first, second, neither = (int(cell) for cell in table)
    row, other_row, column = both + first, second + neither, both + second
    ways = comb(row + other_row, column)
    chances = {
        cell: comb(row, cell) * comb(other_row, column - cell) / ways
        for cell in range(max(0, column - other_row), min(row, column) + 1)
    }
    likely = chances[both] * (1 + 1e-9)  # so that a rounding error parts no equals
    two_sided = sum(chance for chance in chances.values() if chance <= likely)
    left = sum(chance for cell, chance in chances.items() if cell <= both)
    right = sum(chance for cell, chance in chances.items() if cell >= both)
    return min(1.0, two_sided), min(1.0, left), min(1.0, right)


def t_score(table: Contingency) -> float | None:
    """Observed less expected co-occurrence, by the root of the observed. It favours frequent pairs.

    Source: Manning & Schütze (1999), Foundations of statistical NLP, pp. 163–166.
    """
    return (table.both - table.expected[0]) / sqrt(table.both) if table.both else None


def dice(table: Contingency) -> float | None:
    """Twice the pair by both words: 1 where neither occurs without the other.

    Source: Smadja, McKeown & Hatzivassiloglou (1996), Computational Linguistics 22(1).
    """
    words = 2 * table.both + table.first + table.second
    return 2 * table.both / words if words else None


def log_dice(table: Contingency) -> float | None:
    """14 + log2(Dice): at most 14, one less where a pair is half as strong, whatever the size.

    Source: Rychlý (2008), A lexicographer-friendly association score.
    """
    value = dice(table)
    return 14 + log2(value) if value else None


def delta_p(table: Contingency) -> tuple[float | None, float | None]:
    """ΔP of the second given the first, and of the first given the second, each from −1 to 1.

    How much more likely the one is where the other is than where it is not; the two directions
    can differ widely ("of course": after "of" little points to "course"). Source: Gries (2013),
    50-something years of work on collocations, International Journal of Corpus Linguistics 18(1).
    """
    other_way = Contingency(table.both, table.second, table.first, table.neither)
    return _delta_p(table), _delta_p(other_way)


def _delta_p(table: Contingency) -> float | None:
    given, otherwise = table.both + table.first, table.second + table.neither
    return table.both / given - table.second / otherwise if given and otherwise else None


def minimum_sensitivity(table: Contingency) -> float | None:
    """The smaller of the two shares: of the first word's places, and of the second's.

    Source: Pedersen & Bruce (1996), What to infer from a description.
    """
    given_first, given_second = table.both + table.first, table.both + table.second
    if not (given_first and given_second):
        return None
    return min(table.both / given_first, table.both / given_second)
