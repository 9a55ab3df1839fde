"""Published values, each with its paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.dispersion_measures import (
    average_logarithmic_distance,
    average_reduced_frequency,
    average_waiting_time,
    burch,
    carroll,
    consistency,
    deviation_of_proportions,
    distances,
    divergence,
    juilland,
    lyne,
    measure_all,
    normalised_deviation,
    rosengren,
    variation,
    zhang_consistency,
)

# The small corpus of Gries 2020, p. 102: five parts, and how often "a" occurs in each.
GRIES = ([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
CORPUS = "bamnibeup basatbewqn bcagabesta baghabeaat bahaabeaxat".split()
# ALLEMAND in Lyne 1985, as given in the README of the R package tlda.
LYNE = (
    [2, 0, 1, 1, 3, 0, 3, 0, 0, 0],
    [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930],
)
PARTS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 50)), min_size=2, max_size=12).filter(
    lambda parts: any(count for count, _ in parts)
)


@pytest.mark.parametrize(
    ("measure", "published"),
    [
        (lambda v, s: variation(v), 0.4714),
        (lambda v, s: juilland(v), 0.7643),
        (juilland, 0.7852),
        (carroll, 0.9379),
        (rosengren, 0.9498),
        (deviation_of_proportions, 0.18),
        (normalised_deviation, 0.2195),
        (divergence, 0.137),
    ],
    ids=["vc", "D by counts", "D by shares", "D2", "S", "DP", "DPnorm", "KLD"],
)
def test_measures_of_a_are_those_of_the_small_corpus_of_gries_2020(measure, published):
    assert round(measure(*GRIES), 4) == published


@pytest.mark.parametrize(
    ("letter", "published"),
    [
        ("b", (0.968, 0.999, 0.02, 0.024, 0.003)),
        ("i", (0, 0.18, 0.82, 1.0, 2.474)),
        ("q", (0, 0.2, 0.8, 0.976, 2.322)),
        ("x", (0, 0.22, 0.78, 0.951, 2.184)),
    ],
)
def test_measures_of_other_letters_are_those_of_the_same_corpus_in_scattertext(letter, published):
    # scattertext, TestDispersion.
    counts, sizes = [part.count(letter) for part in CORPUS], [len(part) for part in CORPUS]
    measures = (juilland, rosengren, deviation_of_proportions, normalised_deviation, divergence)
    found = [round(measure(counts, sizes), 3) for measure in measures]
    assert found == pytest.approx(published)


def test_s_d3_and_dc_are_those_of_gries_2008_pages_407_to_408():
    counts, sizes = [1, 2, 3, 4, 5], [10] * 5
    found = rosengren(counts, sizes), lyne(counts), zhang_consistency(counts)
    assert [round(value, 3) for value in found] == [0.937, 0.944, 0.937]


def test_d2_is_that_of_carroll_1970_page_13():
    assert round(carroll([2, 1, 1, 1, 0]), 4) == 0.8277


def test_d_is_that_of_carroll_1970_page_14():
    assert round(juilland([0, 4, 3, 2, 1]), 4) == 0.6464


def test_normalised_dp_is_that_of_lijffijt_and_gries_2012_page_148():
    assert normalised_deviation([2, 1, 0], [1, 1, 1]) == pytest.approx(0.5)


def test_measures_without_parts_are_those_of_gries_2008_pages_406_to_410():
    letters = "bamnibeupkbasatbewqnbcagabestabaghabeaatbahaabeaxa"
    positions = [place for place, letter in enumerate(letters) if letter == "a"]
    gaps = distances(positions, len(letters))
    assert gaps == [2, 10, 2, 9, 2, 5, 2, 3, 3, 1, 3, 2, 1, 3, 2]
    assert average_reduced_frequency(gaps, len(letters)) == pytest.approx(10.8)
    assert average_waiting_time(gaps) == pytest.approx(3.18)
    assert round(average_logarithmic_distance(gaps), 3) == 0.628


def test_measures_of_allemand_are_those_of_tlda():
    counts, sizes = LYNE
    assert sum(count > 0 for count in counts) / len(counts) == 0.5
    found = {
        "D": juilland(counts, sizes),
        "D2": carroll(counts, sizes),
        "S": rosengren(counts, sizes),
        "1 - DP": 1 - deviation_of_proportions(counts, sizes),
        "DA": burch(counts, sizes),
        "DKL": consistency(counts, sizes),
    }
    assert found == pytest.approx(
        {
            "D": 0.6038797,
            "D2": 0.6521444,
            "S": 0.4763652,
            "1 - DP": 0.5009295,
            "DA": 0.308164,
            "DKL": 0.4665078,
        },
        abs=5e-7,
    )


@given(PARTS)
def test_dp_lies_between_0_and_1_and_an_even_spread_has_the_ends_of_every_scale(parts):
    counts, sizes = zip(*parts, strict=True)
    assert -1e-9 <= deviation_of_proportions(counts, sizes) < 1
    assert -1e-9 <= normalised_deviation(counts, sizes) <= 1 + 1e-9
    even = measure_all(sizes, sizes)
    assert even.pop("DP (Gries)") == pytest.approx(0)
    assert even.pop("DPnorm (Lijffijt & Gries)") == pytest.approx(0)
    assert even.pop("Kullback–Leibler divergence, bits") == pytest.approx(0)
    even.pop("variation coefficient")
    assert all(value == pytest.approx(1) for value in even.values())


def test_one_part_alone_has_no_measure_that_compares_parts():
    assert normalised_deviation([3], [10]) is None
    assert juilland([3]) is None
    assert carroll([3]) is None
    assert burch([3], [10]) is None
