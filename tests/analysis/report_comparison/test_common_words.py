"""The words that two quotations have in common, against the textbook's table."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.report_comparison.common_words import find_common
from tests.linear import assert_linear

WORDS = st.lists(st.sampled_from("abc"), max_size=12)


def longest(one, other):
    """How long the longest common subsequence is: slow, and plainly right."""
    row = [0] * (len(other) + 1)
    for word in one:
        above = row
        row = [0]
        for at, its in enumerate(other):
            row.append(above[at] + 1 if word == its else max(above[at + 1], row[at]))
    return row[-1]


@given(WORDS, WORDS)
def test_as_many_words_are_found_as_there_can_be_and_in_the_order_of_both(one, other):
    found = find_common(one, other)
    assert len(found) == longest(one, other)
    assert all(one[mine] == other[its] for mine, its in found)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))


@pytest.mark.parametrize("unit", ["go ", "a b ", "a b b c a "])
def test_the_time_to_find_them_stays_in_proportion_to_the_length(unit):
    def find(text):
        # Quotations of 2,000 words each, one held against the next, which is turned.
        words = text.split()
        parts = [words[at : at + 2_000] for at in range(0, len(words), 2_000)]
        for part in parts:
            find_common([*part, "end"], ["begin", *part[::-1]])

    assert_linear(find, unit)
