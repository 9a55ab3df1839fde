"""Measures of how evenly something is spread, from its count in each part and the parts' sizes.

Each has its own direction: for Gries' DP and the divergence 0 is even, for the others 1 is even.
Where a measure is not defined it is None. Nothing here knows of texts.

Source, where no other is named: Gries (2008), Dispersions and adjusted frequencies in corpora,
International Journal of Corpus Linguistics 13(4), and (2020), Analyzing dispersion, in Paquot &
Gries, A practical handbook of corpus linguistics.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log, log2, sqrt

Counts = Sequence[float]


def measure_all(counts: Counts, sizes: Counts) -> dict[str, float | None]:
    """Each measure that takes counts and sizes, under the name that papers give it."""
    return {
        "DP (Gries)": deviation_of_proportions(counts, sizes),
        "DPnorm (Lijffijt & Gries)": normalised_deviation(counts, sizes),
        "Kullback–Leibler divergence, bits": divergence(counts, sizes),
        "1 / (1 + divergence) (Gries)": consistency(counts, sizes),
        "D (Juilland), by shares": juilland(counts, sizes),
        "D2 (Carroll)": carroll(counts, sizes),
        "S (Rosengren)": rosengren(counts, sizes),
        "DA (Burch, Egbert & Biber)": burch(counts, sizes),
        "variation coefficient": variation(counts),
    }


def deviation_of_proportions(counts: Counts, sizes: Counts) -> float:
    """Gries' DP: half the differences between each part's share of places and of words."""
    return sum(abs(v - s) for v, s in _shares(counts, sizes)) / 2


def normalised_deviation(counts: Counts, sizes: Counts) -> float | None:
    """DP divided by the largest value it could take, that of a word in the smallest part alone.

    Source: Lijffijt & Gries (2012), Correction to Gries' "Dispersions and adjusted frequencies",
    International Journal of Corpus Linguistics 17(1).
    """
    largest = 1 - min(sizes) / sum(sizes)
    return deviation_of_proportions(counts, sizes) / largest if largest else None


def divergence(counts: Counts, sizes: Counts) -> float:
    """The Kullback–Leibler divergence of the word's shares from the parts' shares, in bits."""
    return sum(v * log2(v / s) for v, s in _shares(counts, sizes) if v)


def consistency(counts: Counts, sizes: Counts) -> float:
    """DKL on a scale from 0 to 1: 1 / (1 + divergence), so that 1 is even.

    The divergence read as odds, which is one of the ways in Gries (2024), Frequency, dispersion,
    association, and keyness, pp. 90–92.
    """
    return 1 / (1 + divergence(counts, sizes))


def variation(counts: Counts) -> float:
    """The standard deviation (of a population) of the counts by their mean."""
    mean = sum(counts) / len(counts)
    return sqrt(sum((count - mean) ** 2 for count in counts) / len(counts)) / mean


def juilland(counts: Counts, sizes: Counts | None = None) -> float | None:
    """Juilland's D: 1 − variation / √(parts − 1); for parts of unequal size by their rates.

    Source: Juilland, Brodin & Davidovitch (1970), Frequency dictionary of French words.
    """
    if len(counts) < 2:
        return None
    rates = counts if sizes is None else [c / s for c, s in zip(counts, sizes, strict=True)]
    return 1 - variation(rates) / sqrt(len(counts) - 1)


def carroll(counts: Counts, sizes: Counts | None = None) -> float | None:
    """Carroll's D2: the entropy of the parts' rates, by the largest it could be.

    Source: Carroll (1970), An alternative to Juilland's usage coefficient, Computer Studies in the
    Humanities and Verbal Behavior 3(2).
    """
    if len(counts) < 2:
        return None
    rates = counts if sizes is None else [c / s for c, s in zip(counts, sizes, strict=True)]
    total = sum(rates)
    return -sum(r / total * log2(r / total) for r in rates if r) / log2(len(rates))


def rosengren(counts: Counts, sizes: Counts) -> float:
    """Rosengren's S: (Σ √(share of words · places))² by places.

    Source: Rosengren (1971), The quantitative concept of language and its relation to the structure
    of frequency dictionaries, Études de linguistique appliquée 1.
    """
    total, places = sum(sizes), sum(counts)
    return sum(sqrt(s / total * v) for v, s in zip(counts, sizes, strict=True)) ** 2 / places


def zhang_consistency(counts: Counts) -> float:
    """Zhang's distributional consistency, for equal parts: the squared mean root by the mean."""
    mean_root = sum(map(sqrt, counts)) / len(counts)
    return mean_root**2 / (sum(counts) / len(counts))


def lyne(counts: Counts) -> float:
    """Lyne's D3, for equal parts: 1 − χ² / (4 · places), with χ² against an even spread."""
    places = sum(counts)
    even = places / len(counts)
    return 1 - sum((count - even) ** 2 for count in counts) / even / (4 * places)


def burch(counts: Counts, sizes: Counts) -> float | None:
    """DA: 1 − the mean difference of all pairs of parts by twice the mean, by their rates.

    Source: Burch, Egbert & Biber (2017), Measuring and interpreting lexical dispersion in corpus
    linguistics, Journal of Research Design and Statistics in Linguistics 3(2).
    """
    rates = sorted(count / size for count, size in zip(counts, sizes, strict=True))
    number = len(rates)
    if number < 2:
        return None
    # In order, each rate is the larger of a pair as often as there are smaller ones.
    differences = sum((2 * place - number + 1) * rate for place, rate in enumerate(rates))
    mean_difference = differences / (number * (number - 1) / 2)
    return 1 - mean_difference / (2 * sum(rates) / number)


# --- without parts: from the distances between one place and the next ----------------------


def distances(positions: Sequence[int], size: int) -> list[int]:
    """From each place to the one before it, in words; the text is thought of as a ring."""
    steps = [after - before for before, after in pairwise(positions)]
    return [positions[0] - positions[-1] + size, *steps]


def average_reduced_frequency(gaps: Counts, size: int) -> float:
    """ARF: the count as if places close together were one; at most the count itself.

    Source: Savický & Hlaváčová (2002), Measures of word commonness, Journal of Quantitative
    Linguistics 9(3).
    """
    even = size / len(gaps)
    return sum(min(gap, even) for gap in gaps) / even


def average_waiting_time(gaps: Counts) -> float:
    """AWT: how many words to read, from any point, until the word comes, in the mean."""
    size = sum(gaps)
    return (1 + sum(gap**2 for gap in gaps) / size) / 2


def average_logarithmic_distance(gaps: Counts) -> float:
    """ALD: the mean logarithm (base 10) of the distances, each weighed by its own length."""
    size = sum(gaps)
    return sum(gap * log(gap, 10) for gap in gaps) / size


def _shares(counts: Counts, sizes: Counts) -> list[tuple[float, float]]:
    places, words = sum(counts), sum(sizes)
    return [(v / places, s / words) for v, s in zip(counts, sizes, strict=True)]
