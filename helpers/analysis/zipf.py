"""How does frequency fall with rank? Few words are very frequent, and most occur once.

Sources: Zipf (1949), Human behavior and the principle of least effort. On what the law does and
does not show: Piantadosi (2014), Zipf's word frequency law in natural language, Psychonomic
Bulletin & Review 21.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_LARGEST_EXPONENT = 20.0


@dataclass(frozen=True, slots=True)
class Zipf:
    """The line count = words · share of the first rank / rank^exponent that fits counts best."""

    exponent: float | None
    """How steeply counts fall; None where fewer than two words differ."""
    words: int
    types: int
    first: float
    """The count that the line gives to the first rank."""

    def expected(self, rank: int) -> float:
        """The count that the line gives to a rank, counted from 1."""
        return self.first / float(rank ** (self.exponent or 0.0))


def measure_zipf(counts: Sequence[int]) -> Zipf:
    """The Zipf line for the counts of a text's words, the largest first.

    The exponent is the most likely one if words were drawn with chances that fall as
    1 / rank^exponent over as many ranks as there are words (maximum likelihood). A line through
    the points of the plot with least squares, as often drawn, is led by the many rare words.

    Raises:
        ValueError: a count is smaller than 1.

    >>> round(measure_zipf([60, 30, 20, 15, 12]).exponent, 3)  # 60 / rank
    1.0
    """
    if any(count < 1 for count in counts):
        raise ValueError("Counts are whole numbers, 1 or more.")
    ranked = sorted(counts, reverse=True)
    words, types = sum(ranked), len(ranked)
    if types < 2:
        return Zipf(None, words, types, float(words))
    # Imported here: numpy takes a tenth of a second to load.
    import numpy as np

    logarithms = np.log(np.arange(1, types + 1))
    wanted = float(np.dot(ranked, logarithms)) / words

    def mean_logarithm(exponent: float) -> float:
        chances = np.exp(-exponent * logarithms)
        return float(np.dot(chances, logarithms) / chances.sum())

    # The mean falls as the exponent grows, so halving finds the place where both agree.
    low, high = 0.0, _LARGEST_EXPONENT
    for _ in range(60):
        middle = (low + high) / 2
        if mean_logarithm(middle) > wanted:
            low = middle
        else:
            high = middle
    exponent = (low + high) / 2
    return Zipf(exponent, words, types, words / float(np.exp(-exponent * logarithms).sum()))
