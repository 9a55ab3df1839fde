"""Numbers, told apart by what they mean and by whose words they are."""

import pytest
from hypothesis import given

from helpers import find_quotes
from helpers.analysis.report_comparison.numbers import find_numbers
from tests.strategies import TEXTS


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("71 percent", "71%"),
        ("71 per cent", "71%"),
        ("71%", "71%"),
        ("3.1 million", "3100000"),
        ("3.1\u00a0million", "3100000"),
        ("3.1-million", "3100000"),
        ("$3.1bn", "3100000000"),
        ("3,100,000", "3100000"),
        ("2.50", "2.5"),
        ("30-day", "30"),
        ("21st", "21"),
        ("6-5", "6-5"),
        ("6:10", "6:10"),
        ("1990s", "1990s"),
        ("10 million percent", "10000000%"),
        ("9" * 60, "9" * 60),
    ],
)
def test_a_number_has_one_value_however_it_is_written(written, value):
    (number,) = find_numbers(f"It was {written} then.")
    assert number.value == value


@pytest.mark.parametrize("text", ["Nine boats sailed.", "An F-16 flew over the G7.", ""])
def test_what_is_not_written_in_digits_is_no_number(text):
    assert find_numbers(text) == []


def test_a_number_says_whose_words_it_stands_in():
    text = "All 12 boats left. “There were 12, not 15,” Ana Silva said."
    twelve, fifteen = find_numbers(text, find_quotes(text))
    assert (twelve.number, twelve.times, twelve.whose) == ("12", 2, "the reporter, Ana Silva")
    assert fifteen.whose == "Ana Silva"


@given(TEXTS)
def test_the_places_of_numbers_are_in_the_text_and_counted(text):
    for finding in find_numbers(text, find_quotes(text)):
        assert finding.times == len(finding.places) == len(list(finding.parts()))
        for span in finding.places:
            assert 0 <= span.start < span.end <= len(text)
