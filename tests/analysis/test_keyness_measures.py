"""Published values, each with its paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.association import Contingency, log_likelihood_2_term
from helpers.analysis.keyness_measures import (
    bayes_factor,
    difference_coefficient,
    log_ratio,
    log_ratio_interval,
    odds_ratio,
    percent_difference,
    simple_maths,
)

SIZES = st.integers(1, 10**6)
NUMBERS = st.tuples(SIZES, SIZES).flatmap(
    lambda sizes: st.tuples(
        st.integers(0, sizes[0]), st.just(sizes[0]), st.integers(0, sizes[1]), st.just(sizes[1])
    )
)


def test_percent_difference_is_that_of_gabrielatos_and_marchi_2011_page_18():
    assert round(percent_difference(206523, 959641, 178174, 1562358), 1) == 88.7


def test_simple_maths_is_that_of_kilgarriff_2009():
    assert round(simple_maths(35, 112289811, 263, 1559717242, add=1), 4) == 1.1224


def test_odds_ratio_is_that_of_pojanapunya_and_todd_page_154():
    assert round(odds_ratio(16217, 2796938, 735, 2087946), 1) == 16.6


def test_difference_coefficient_is_that_of_hofland_and_johansson_1982_page_471():
    assert round(difference_coefficient(18, 35), 2) == -0.32


def test_log_ratio_counts_doublings_and_takes_zero_for_a_half():
    # Hardie 2014: 1 is twice as common, 2 four times, 3 eight times.
    found = [log_ratio(n, 1000, 10, 1000) for n in (10, 20, 40, 80)]
    assert found == pytest.approx([0, 1, 2, 3])
    assert log_ratio(4, 1000, 0, 1000) == 3
    assert log_ratio(0, 1000, 4, 1000) == -3


def test_the_interval_of_log_ratio_is_that_of_the_risk_ratio_worked_out_by_hand():
    # ln(2) ± 1.96 · √(1/20 − 1/100 + 1/10 − 1/100) = 0.693 ± 0.707, by ln 2.
    low, high = log_ratio_interval(20, 100, 10, 100)
    assert (round(low, 2), round(high, 2)) == (-0.02, 2.02)


def test_the_bayes_factor_is_log_likelihood_less_the_logarithm_of_all_words():
    # Wilson 2013: BIC ≈ LL − df · ln(N), with one degree of freedom.
    table = Contingency.of_frequencies(20, 1000, 10, 1000)
    expected = log_likelihood_2_term(table) - 7.6009
    assert bayes_factor(20, 1000, 10, 1000) == pytest.approx(expected, abs=1e-4)


@given(NUMBERS)
def test_every_measure_is_a_number_or_none_and_points_in_one_direction(numbers):
    count, size, reference_count, reference_size = numbers
    low, high = log_ratio_interval(*numbers)
    assert low <= log_ratio(*numbers) <= high
    assert bayes_factor(*numbers) == bayes_factor(*numbers)  # no NaN
    turned = (reference_count, reference_size, count, size)
    assert log_ratio(*numbers) == pytest.approx(-log_ratio(*turned), abs=1e-9)
    higher = count * reference_size > reference_count * size
    for value, even in ((percent_difference(*numbers), 0), (odds_ratio(*numbers), 1)):
        assert value is None or (value > even) == higher or value == pytest.approx(even)


def test_what_would_be_divided_by_zero_is_none():
    assert percent_difference(3, 10, 0, 10) is None
    assert odds_ratio(3, 10, 0, 10) is None
    assert odds_ratio(10, 10, 3, 10) is None
    assert difference_coefficient(0, 0) is None
