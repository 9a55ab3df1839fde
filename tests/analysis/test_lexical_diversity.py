import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import Span, measure_diversity
from helpers.analysis.lexical_diversity import moving_average_ratio
from tests.linear import assert_linear
from tests.strategies import TEXTS


def test_types_and_words_that_occur_once_are_counted():
    (whole,) = measure_diversity("Rain, rain, wind.")
    assert (whole.words, whole.types, whole.hapaxes) == (3, 2, 1)
    assert whole.type_token_ratio == 2 / 3


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=30), st.integers(1, 30))
def test_the_moving_average_is_the_mean_of_the_ratios_of_all_windows(words, window):
    window = min(window, len(words))
    windows = [words[first : first + window] for first in range(len(words) - window + 1)]
    mean = sum(len(set(part)) / window for part in windows) / len(windows)
    assert moving_average_ratio(words, window) == pytest.approx(mean)


def test_all_parts_have_one_window_no_longer_than_the_shortest_of_them():
    text = "rain wind snow " * 40
    parts = {"all": [Span(0, len(text))], "first": [Span(0, 29)]}
    found = measure_diversity(text, parts)
    assert [part.words for part in found] == [120, 6]
    assert [part.window for part in found] == [6, 6]
    assert [part.part for part in found] == ["all", "first"]


def test_a_window_longer_than_the_shortest_part_is_refused():
    with pytest.raises(ValueError, match="the shortest part has 2"):
        measure_diversity("rain wind", window=3)


def test_a_part_without_words_has_no_ratio_and_spoils_no_other():
    found = measure_diversity("rain … wind", {"all": [Span(0, 11)], "dots": [Span(5, 6)]})
    assert found[0].mattr == 1
    assert (found[1].words, found[1].type_token_ratio, found[1].mattr) == (0, None, None)


@given(TEXTS)
def test_ratios_lie_between_0_and_1(text):
    (whole,) = measure_diversity(text)
    assert 0 <= whole.hapaxes <= whole.types <= whole.words
    if whole.words:
        assert 0 < whole.type_token_ratio <= 1
        assert 0 < whole.mattr <= 1


def test_measuring_takes_time_in_proportion_to_the_text():
    assert_linear(measure_diversity, "rain and wind ")
