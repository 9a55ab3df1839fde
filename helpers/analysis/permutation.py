"""Could a difference between two collections come from which texts happen to be in them?

Tests that count every word as a draw of its own find nearly every word "significant" (Kilgarriff
2005, Language is never, ever, ever, random; Lijffijt et al. 2016, Significance testing of word
frequencies in corpora). Texts are nearer to draws of their own. So here whole texts change sides,
again and again, and each time it is noted how large the differences get.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIVISIONS = 1999
"""So many ways to divide the texts are drawn, unless there are no more than that."""
FEWEST = 20
"""With fewer different ways to divide the texts, no p could be as small as 0.05."""
_AT_ONCE = 100
_CELLS = 2_000_000


def permutation_p(
    tallies: Sequence[Mapping[str, int]],
    reference_tallies: Sequence[Mapping[str, int]],
    words: Sequence[str],
) -> list[float] | None:
    """For each word the chance that dividing the texts at random makes so large a difference.

    It is corrected for the number of words tested: what is noted of each division is the largest
    log-likelihood (2-term) of all the words, so a p of 0.05 means that one division in twenty has
    such a difference for any word at all (the maximum statistic of Westfall & Young 1993). The
    divisions are drawn in the same way each time, so the same texts give the same numbers.

    None where there are too few texts to divide in ``FEWEST`` different ways. Where both sides have
    equally many texts, a division and its mirror image have the same difference, and are one.

    Args:
        tallies, reference_tallies: one for each text, with the counts of all its words.
        words: those to test.
    """
    # Imported here: numpy takes a tenth of a second to load.
    import numpy as np

    texts, inside = len(tallies) + len(reference_tallies), len(tallies)
    ways = comb(texts, inside)
    different = ways // 2 if 2 * inside == texts else ways
    if different < FEWEST or not words:
        return None
    everything = [*tallies, *reference_tallies]
    sizes = np.array([sum(tally.values()) for tally in everything], float)
    if ways <= DIVISIONS:
        divisions = np.array(list(combinations(range(texts), inside)))
        larger, tried = 0, len(divisions)
    else:
        draw = random.Random(0)
        divisions = np.array([draw.sample(range(texts), inside) for _ in range(DIVISIONS)])
        larger, tried = 1, DIVISIONS + 1  # the division that was observed is one of them
    observed = np.zeros(len(words))
    largest = np.zeros(len(divisions))
    # Some words and some divisions at a time: all at once might not fit into memory.
    step = max(1, _CELLS // texts)
    for first in range(0, len(words), step):
        some = words[first : first + step]
        counts = np.array([[tally.get(word, 0) for word in some] for tally in everything], float)
        observed[first : first + step] = _log_likelihoods(np.arange(inside)[None], counts, sizes)
        for at in range(0, len(divisions), _AT_ONCE):
            found = _log_likelihoods(divisions[at : at + _AT_ONCE], counts, sizes).max(axis=1)
            largest[at : at + _AT_ONCE] = np.maximum(largest[at : at + _AT_ONCE], found)
    # A rounding error must not part equals.
    at_least = len(largest) - np.searchsorted(np.sort(largest), observed - 1e-9)
    return [float(number + larger) / tried for number in at_least]


def _log_likelihoods(
    divisions: NDArray[np.int64], counts: NDArray[np.float64], sizes: NDArray[np.float64]
) -> NDArray[np.float64]:
    """For each division (the texts on the first side) and each word the 2-term log-likelihood."""
    import numpy as np

    side = np.zeros((len(divisions), len(sizes)))
    np.put_along_axis(side, divisions, 1.0, axis=1)
    here, size = side @ counts, (side @ sizes)[:, None]
    both, total = counts.sum(axis=0), sizes.sum()
    there = both - here
    expected = both * size / total
    terms = 0.0
    for observed, wanted in ((here, expected), (there, both - expected)):
        ratio = np.divide(observed, wanted, out=np.ones_like(wanted), where=observed > 0)
        terms = terms + observed * np.log(ratio)
    return 2 * np.asarray(terms)
