"""Published values, each with its paper; NLTK's own measures as a second witness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics import BigramAssocMeasures

from helpers.analysis.association import (
    Contingency,
    chi_squared,
    delta_p,
    dice,
    fisher_exact,
    log_dice,
    log_likelihood_2_term,
    log_likelihood_4_term,
    log_likelihood_williams,
    minimum_sensitivity,
    pointwise_mutual_information,
    t_score,
)

TABLES = st.builds(Contingency, *[st.integers(0, 50)] * 4).filter(lambda table: table.total)
FULL_TABLES = st.builds(Contingency, *[st.integers(1, 50)] * 4)
# quanteda.textstats, test-textstat_keyness.R: 3 of 10 words here, 7 of 9 there.
QUANTEDA = Contingency.of_frequencies(3, 10, 7, 9)


@pytest.mark.parametrize(
    ("numbers", "published"),
    [
        ((540, 116000, 7525, 5451382), 534.64),
        ((227, 116000, 3635, 5451382), 183.53),
        ((29, 116000, 504, 5451382), 20.5),
        ((431, 116000, 5892, 5451382), 437.88),
        ((16, 116000, 650, 5451382), 0.32),
        ((540, 116000, 0, 5451382), 4180.78),
        ((7, 10000, 0, 100000), 33.57),
        ((10, 150, 10, 150), 0.0),
    ],
)
def test_log_likelihood_2_term_is_that_of_the_ucrel_wizard(numbers, published):
    # ucrel.lancs.ac.uk/llwizard.html, as given in the tests of CLiC (LogLikelihoodBasicTest).
    table = Contingency.of_frequencies(*numbers)
    assert round(log_likelihood_2_term(table), 2) == published


def test_log_likelihood_4_term_is_that_of_dunning_1993_page_72():
    assert round(log_likelihood_4_term(Contingency(10, 0, 3, 31764)), 2) == 167.23


def test_chi_squared_is_that_of_dunning_1993_page_73():
    assert round(chi_squared(Contingency(3, 0, 0, 31774))) == 31777


def test_chi_squared_with_yates_correction_is_that_of_pedersen_1996_page_10():
    assert chi_squared(Contingency(1, 3, 3, 1), yates=True) == pytest.approx(0.5)


def test_fishers_p_is_that_of_pedersen_1996_page_10():
    found = [round(p, 3) for p in fisher_exact(Contingency(1, 3, 3, 1))]
    assert found == [0.486, 0.243, 0.986]


@pytest.mark.parametrize(
    ("measure", "published"),
    [
        (chi_squared, 4.33716),
        (lambda table: chi_squared(table, yates=True), 2.632438),
        (log_likelihood_4_term, 4.534939),
        (log_likelihood_williams, 4.200833),
        (lambda table: fisher_exact(table)[0], 0.0697785),
    ],
    ids=["chi-squared", "Yates", "G2", "Williams", "Fisher"],
)
def test_measures_are_those_of_the_example_of_quanteda(measure, published):
    assert measure(QUANTEDA) == pytest.approx(published, abs=5e-7 if published < 1 else 5e-6)


def test_pmi_is_that_of_church_and_hanks_1990_page_24():
    pair = Contingency.of_pair(8, 1105, 44, 15_000_000)
    assert round(pointwise_mutual_information(pair), 1) == 11.3


def test_t_is_that_of_manning_and_schuetze_1999_pages_164_to_165():
    pair = Contingency.of_pair(8, 15828, 4675, 14_307_668)
    assert round(t_score(pair), 6) == 0.999932


def test_dice_is_that_of_smadja_1996_page_13():
    assert round(dice(Contingency.of_pair(130, 3121, 143, 10**6)), 2) == 0.08


def test_delta_p_in_both_directions_is_that_of_gries_2013_page_144():
    forward, backward = delta_p(Contingency(5610, 168938, 2257, 10233063))
    assert (round(forward, 3), round(backward, 3)) == (0.032, 0.697)


def test_minimum_sensitivity_is_that_of_pedersen_and_bruce_1996_page_12():
    assert round(minimum_sensitivity(Contingency(17, 240, 1001, 1298742)), 6) == 0.016699


def test_log_dice_is_14_where_neither_occurs_without_the_other_and_one_less_at_half():
    # Rychlý 2008, section 3: the theoretical maximum is 14; a value less by one is half as strong.
    assert log_dice(Contingency(8, 0, 0, 100)) == 14
    assert log_dice(Contingency(8, 8, 8, 100)) == 13


@given(FULL_TABLES)
def test_nltk_says_the_same_where_it_has_the_measure(table):
    margins = (table.both, (table.both + table.first, table.both + table.second), table.total)
    nltk = BigramAssocMeasures
    close = {"rel": 1e-6, "abs": 1e-6}
    assert pointwise_mutual_information(table) == pytest.approx(nltk.pmi(*margins), **close)
    assert log_likelihood_4_term(table) == pytest.approx(nltk.likelihood_ratio(*margins), **close)
    assert t_score(table) == pytest.approx(nltk.student_t(*margins), **close)
    assert chi_squared(table) == pytest.approx(nltk.chi_sq(*margins), **close)
    assert dice(table) == pytest.approx(nltk.dice(*margins), **close)
    # NLTK's fisher() is the tail to the left.
    assert fisher_exact(table)[1] == pytest.approx(nltk.fisher(*margins), **close)


@given(TABLES)
def test_no_table_divides_by_zero_and_expected_cells_add_up_to_the_observed(table):
    assert sum(table.expected) == pytest.approx(table.total)
    assert log_likelihood_4_term(table) >= -1e-9
    assert log_likelihood_2_term(table) >= 0
    for measure in (chi_squared, dice, log_dice, minimum_sensitivity, t_score):
        assert measure(table) is None or measure(table) == measure(table)  # no NaN
    for value in (*delta_p(table), pointwise_mutual_information(table)):
        assert value is None or -60 < value < 60


def test_the_empty_table_has_no_measure():
    nothing = Contingency(0, 0, 0, 0)
    assert nothing.expected == (0, 0, 0, 0)
    for measure in (chi_squared, dice, log_dice, minimum_sensitivity, t_score):
        assert measure(nothing) is None
    assert delta_p(nothing) == (None, None)
    assert log_likelihood_williams(nothing) is None
