import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import count_words, load_article, measure_zipf


@pytest.mark.parametrize("exponent", [0.5, 0.8, 1.0, 1.3, 2.0])
def test_counts_that_fall_by_the_law_give_back_its_exponent(exponent):
    counts = [round(1e9 / rank**exponent) for rank in range(1, 200)]
    found = measure_zipf(counts)
    assert found.exponent == pytest.approx(exponent, abs=1e-3)
    assert found.expected(10) == pytest.approx(counts[9], rel=1e-3)


@given(st.lists(st.integers(1, 1000), min_size=2, max_size=60))
def test_the_line_holds_as_many_words_as_there_are(counts):
    found = measure_zipf(counts)
    assert sum(found.expected(rank) for rank in range(1, len(counts) + 1)) == pytest.approx(
        sum(counts), rel=1e-6
    )
    assert found.exponent >= 0


@pytest.mark.parametrize("counts", [[], [7]])
def test_fewer_than_two_words_have_no_exponent(counts):
    assert measure_zipf(counts).exponent is None


def test_a_count_below_one_is_refused():
    with pytest.raises(ValueError, match="1 or more"):
        measure_zipf([3, 0])


def test_the_given_article_falls_less_steeply_than_the_law():
    found = measure_zipf([count.count for count in count_words(load_article())])
    assert 0.6 < found.exponent < 0.8
