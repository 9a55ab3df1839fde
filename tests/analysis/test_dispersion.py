from itertools import combinations

import pytest
from hypothesis import given

from helpers import count_words, find_paragraphs, find_words, load_article, measure_dispersion
from helpers.analysis.dispersion_measures import deviation_of_proportions
from tests.linear import assert_linear
from tests.strategies import TEXTS

TEXT = "Rain came. Rain stayed, and rain went.\n\nSun came.\n\nWind came, and sun, and rain."


def test_equal_parts_differ_by_one_word_at_most_and_hold_all_places():
    found = measure_dispersion(TEXT, "rain", parts=4)
    assert found.sizes == (3, 4, 4, 4)
    assert (sum(found.counts), found.count, found.parts_with_it) == (4, 4, 3)


def test_natural_parts_are_those_of_the_text():
    assert measure_dispersion(TEXT, "rain", parts="paragraph").sizes == (7, 2, 6)
    assert measure_dispersion(TEXT, "rain", parts="paragraph").counts == (3, 0, 1)
    assert measure_dispersion(TEXT, "Rain", parts="sentence").counts == (1, 2, 0, 1)
    first, _, last = find_paragraphs(TEXT)
    found = measure_dispersion(TEXT, "rain", parts=[first, last])
    assert (found.counts, found.sizes) == ((3, 1), (7, 6))


def test_the_value_at_random_is_the_mean_of_all_ways_to_place_the_word():
    sizes, count = (3, 2, 4), 3
    part_of = [number for number, size in enumerate(sizes) for _ in range(size)]
    values = []
    for places in combinations(range(sum(sizes)), count):
        counts = [sum(part_of[place] == part for place in places) for part in range(len(sizes))]
        values.append(deviation_of_proportions(counts, sizes))
    text = "a b b\n\na b\n\na b b b"
    found = measure_dispersion(text, "a", parts="paragraph")
    assert found.sizes == sizes
    assert found.dp_at_random == pytest.approx(sum(values) / len(values))


def test_a_word_can_be_given_as_it_was_counted():
    for form in ("stem", "lemma"):
        for count in count_words(TEXT, form=form):
            found = measure_dispersion(TEXT, count, parts=3)
            assert (found.word, found.places) == (count.word, count.places)


def test_other_measures_come_on_request_with_the_names_that_papers_give_them():
    measures = measure_dispersion(TEXT, "rain", parts="paragraph").measures()
    assert "D (Juilland), by shares" in measures
    assert measures["DP (Gries)"] == measure_dispersion(TEXT, "rain", parts="paragraph").dp


@pytest.mark.parametrize(
    ("word", "parts", "said"),
    [
        ("zeppelin", 2, "“zeppelin” does not occur"),
        ("rain", 0, "cannot be cut into 0 parts"),
        ("rain", 99, "15 words cannot be cut into 99"),
        ("rain", "chapter", "paragraph"),
    ],
)
def test_what_cannot_be_measured_is_refused_with_a_sentence(word, parts, said):
    with pytest.raises(ValueError, match=said):
        measure_dispersion(TEXT, word, parts=parts)


@pytest.mark.parametrize("text", ["", "…"])
def test_a_text_without_words_has_no_dispersion_and_says_why(text):
    with pytest.raises(ValueError, match="“rain” does not occur"):
        measure_dispersion(text, "rain")


@given(TEXTS)
def test_every_word_of_a_text_has_a_dispersion_between_0_and_1(text):
    for count in count_words(text)[:3]:
        for parts in (min(3, len(find_words(text))), "sentence", "paragraph"):
            found = measure_dispersion(text, count.word, parts=parts)
            assert found.places == count.places
            assert sum(found.sizes) == len(find_words(text))
            assert -1e-9 <= found.dp < 1
            assert -1e-9 <= found.dp_at_random < 1
            if found.number_of_parts == 1:
                assert found.dp_normalised is None


def test_the_most_frequent_word_of_the_given_article_is_spread_about_as_at_random():
    found = measure_dispersion(load_article(), "ukraine")
    assert found.count == 10
    assert abs(found.dp - found.dp_at_random) < 0.1


def test_measuring_takes_time_in_proportion_to_the_text():
    assert_linear(lambda text: measure_dispersion(text, "rain"), "rain and wind and sun. ")
    assert_linear(
        lambda text: measure_dispersion(text, "rain", parts="sentence"), "Rain and wind and sun. "
    )
