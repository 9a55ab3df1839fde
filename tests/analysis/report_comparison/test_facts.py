"""Numbers and names, told apart by what they mean and by whose words they are."""

import pytest
from hypothesis import given

from helpers import find_quotes
from helpers.analysis.report_comparison.facts import (
    NameUse,
    find_names,
    find_numbers,
    names_missing_in,
)
from tests.linear import assert_linear
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


def test_a_name_is_missing_only_where_the_text_has_it_nowhere():
    names = find_names("Ana Silva met Jo Poe in Quillmar at the Port Council.")
    assert [name.name for name in names][:2] == ["Ana Silva", "Jo Poe"]
    other = "“Silva's boat is in quillmar,” somebody told the port."
    missing = [name.name for name in names_missing_in(names, other)]
    assert "Jo Poe" in missing
    assert not {"Ana Silva", "Quillmar"} & set(missing)


@given(TEXTS)
def test_the_places_of_numbers_and_names_are_in_the_text_and_counted(text):
    for finding in (*find_numbers(text, find_quotes(text)), *find_names(text)):
        assert finding.times == len(finding.places) == len(list(finding.parts()))
        for span in finding.places:
            assert 0 <= span.start < span.end <= len(text)
    assert names_missing_in(find_names(text), text) == []


def test_the_time_to_look_for_names_stays_in_proportion_to_the_length():
    def look(text):
        words = [f"Ana{number} Silva{number}" for number in range(len(text) // 20)]
        names = [NameUse(name, "institution", 1, ()) for name in words]
        assert names_missing_in(names, " ".join(reversed(words))) == []

    assert_linear(look, "x")
