from itertools import combinations

import pytest

from helpers.analysis.association import Contingency, log_likelihood_2_term
from helpers.analysis.permutation import DIVISIONS, permutation_p

TALLIES = [{"rain": 5, "sun": 1}, {"rain": 3, "sun": 4}, {"rain": 6}, {"sun": 2, "rain": 2}]
OTHERS = [{"sun": 5}, {"rain": 1, "sun": 3}, {"sun": 1, "wind": 4}]
WORDS = ["rain", "sun", "wind"]


def test_p_is_the_share_of_all_divisions_whose_largest_difference_is_as_large():
    texts = [*TALLIES, *OTHERS]

    def differences(inside):
        here = [text for number, text in enumerate(texts) if number in inside]
        there = [text for number, text in enumerate(texts) if number not in inside]
        sizes = [sum(sum(text.values()) for text in side) for side in (here, there)]
        return [
            log_likelihood_2_term(
                Contingency.of_frequencies(
                    sum(text.get(word, 0) for text in here),
                    sizes[0],
                    sum(text.get(word, 0) for text in there),
                    sizes[1],
                )
            )
            for word in WORDS
        ]

    observed = differences({0, 1, 2, 3})
    largest = [max(differences({*inside})) for inside in combinations(range(7), 4)]
    expected = [
        sum(value >= found - 1e-9 for value in largest) / len(largest) for found in observed
    ]
    assert permutation_p(TALLIES, OTHERS, WORDS) == pytest.approx(expected)


def test_with_many_texts_divisions_are_drawn_and_the_same_texts_give_the_same_p():
    one = [{"rain": 3 + n % 2, "sun": 5} for n in range(12)]
    other = [{"rain": 1, "sun": 5 + n % 2} for n in range(12)]
    first = permutation_p(one, other, ["rain", "sun"])
    assert first == permutation_p(one, other, ["rain", "sun"])
    assert first[0] == 1 / (DIVISIONS + 1)


def test_texts_that_do_not_differ_have_a_p_of_one():
    same = [{"rain": 2, "sun": 3}] * 4
    assert permutation_p(same, same, ["rain", "sun"]) == [1, 1]


def test_too_few_texts_have_none():
    assert permutation_p(TALLIES[:2], OTHERS[:2], WORDS) is None
    assert permutation_p(TALLIES, OTHERS, []) is None


def test_a_division_and_its_mirror_image_are_one_way_to_divide():
    # Three texts and three: twenty divisions, but no p could be below 2/20.
    assert permutation_p(TALLIES[:3], OTHERS, WORDS) is None
    assert permutation_p(TALLIES, [*OTHERS, {"sun": 3}], WORDS) is not None
