"""Measures of how much more often a word occurs in one text than in another.

Each takes the word's count and the text's size, then the same of the reference. What a zero does
is said at each. A measure that is not defined is None: no number is made up for it. The tests of
2 × 2 tables (log-likelihood, chi-squared) are in ``association``.
"""

from __future__ import annotations

from math import log, log2, sqrt

from helpers.analysis.association import Contingency, log_likelihood_2_term

FOR_ZERO = 0.5
"""What a count of zero is taken for in Log Ratio, as its author does."""
_NORMAL_95 = 1.959964
"""Of a normal distribution 95 % lies so many standard deviations around the mean."""


def log_ratio(count: float, size: float, reference_count: float, reference_size: float) -> float:
    """log2 of the ratio of the two relative frequencies: 1 is twice as often, 2 four times.

    A count of zero is taken for 0.5. Source: Hardie (2014), Log Ratio: an informal introduction.

    >>> log_ratio(40, 1000, 10, 1000)
    2.0
    """
    one, other = count or FOR_ZERO, reference_count or FOR_ZERO
    return log2(one / size) - log2(other / reference_size)


def log_ratio_interval(
    count: float, size: float, reference_count: float, reference_size: float
) -> tuple[float, float]:
    """The 95 % interval of Log Ratio, as if each word were drawn by itself.

    Words are not: once a word is used it tends to be used again. So the true interval is wider,
    and one that leaves out zero proves nothing. Zeros as in ``log_ratio``. Source: Katz et al.
    (1978), Obtaining confidence intervals for the risk ratio in cohort studies, Biometrics 34.
    """
    one, other = count or FOR_ZERO, reference_count or FOR_ZERO
    variance = 1 / one - 1 / size + 1 / other - 1 / reference_size
    reach = _NORMAL_95 * sqrt(max(0.0, variance)) / log(2)
    middle = log_ratio(count, size, reference_count, reference_size)
    return middle - reach, middle + reach


def percent_difference(
    count: float, size: float, reference_count: float, reference_size: float
) -> float | None:
    """%DIFF: by how many per cent the relative frequency is higher; None where the reference has 0.

    Source: Gabrielatos & Marchi (2011), Keyness: matching metrics to definitions.
    """
    if not reference_count:
        return None
    rate, reference_rate = count / size, reference_count / reference_size
    return (rate - reference_rate) / reference_rate * 100


def odds_ratio(
    count: float, size: float, reference_count: float, reference_size: float
) -> float | None:
    """The odds of the word here by its odds there; None where one would be divided by zero.

    Source: Pojanapunya & Todd (2018), Log-likelihood and odds ratio, Corpus Linguistics and
    Linguistic Theory 14(1).
    """
    below = (size - count) * reference_count
    return count * (reference_size - reference_count) / below if below else None


def simple_maths(
    count: float, size: float, reference_count: float, reference_size: float, add: float = 1
) -> float:
    """The ratio of both frequencies per million, ``add`` added to each, so that zeros do no harm.

    Source: Kilgarriff (2009), Simple maths for keywords.
    """
    million = 1_000_000
    return (count / size * million + add) / (reference_count / reference_size * million + add)


def bayes_factor(count: float, size: float, reference_count: float, reference_size: float) -> float:
    """The BIC approximation of a Bayes factor: log-likelihood (2-term) − ln(words of both texts).

    Above 2 is called positive evidence of a difference, above 10 very strong; below 0 speaks for
    no difference. It takes words for independent draws, too. Source: Wilson (2013), Embracing
    Bayes factors for key item analysis in corpus linguistics.
    """
    table = Contingency.of_frequencies(count, size, reference_count, reference_size)
    return log_likelihood_2_term(table) - log(size + reference_size)


def difference_coefficient(count: float, reference_count: float) -> float | None:
    """(count − reference) / (count + reference), from −1 to 1, for texts of one size.

    Source: Hofland & Johansson (1982), Word frequencies in British and American English, p. 471.
    """
    both = count + reference_count
    return (count - reference_count) / both if both else None
