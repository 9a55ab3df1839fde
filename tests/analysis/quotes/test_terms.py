import pytest

from helpers.analysis.quotes import find_quotes
from helpers.analysis.quotes.terms import is_title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("The Last Boat to Ellar", True),
        ("One Quay,", True),
        ("2001", False),
        ("The last boat", False),
        ("no", False),
        ("", False),
    ],
)
def test_a_title_has_capitals_but_for_its_small_words(words, title):
    assert is_title(words) is title


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On Ellar Radio's “One Quay,” there was music.", id="a programme"),
        pytest.param("She read from the novel “The Last Boat.”", id="a book"),
        pytest.param("The so-called “dawn boat” was late.", id="so-called"),
        pytest.param("It was a member of the “coalition of the wet feet” at sea.", id="a name"),
        pytest.param("“Who takes the last boat to Ellar,” by Jo Poe, was read aloud.", id="author"),
        pytest.param("“Who takes the last boat”, by the Ellar Lantern’s Jo Poe.", id="and outlet"),
        pytest.param("‘Who takes the last boat,’ by Jo Poe, was read aloud.", id="single marks"),
        pytest.param("It opens. “No boats for nobody” (2015) hangs there.", id="year"),
        pytest.param("“Up and Down the Pier” star Ana Silva left.", id="who plays in it"),
    ],
)
def test_words_in_marks_that_name_something_are_terms(text):
    (quote,) = find_quotes(text)
    assert (quote.kind, quote.speaker, quote.source) == ("term", "", None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The plan was called “A waste of boats” by Ana Silva.", id="passive"),
        pytest.param("Ana Silva said: “No boats for nobody” (2015).", id="said in that year"),
        pytest.param("Ana Silva said “No boats for nobody” (2015).", id="the same, no colon"),
        pytest.param("Ana Silva was the “queen of the harbour” at sea.", id="behind the"),
        pytest.param("The plan hits Ana Silva for taking “far too many boats.”", id="unknown verb"),
    ],
)
def test_what_somebody_is_quoted_with_is_no_term(text):
    (quote,) = [quote for quote in find_quotes(text) if quote.quoted]
    assert quote.kind in ("direct", "mixed")


def test_a_title_does_not_hide_who_speaks_around_it():
    text = "On Ellar Radio's “One Quay,” Ana Silva said that the pier was “a wreck.”"
    assert [(quote.kind, quote.speaker) for quote in find_quotes(text)] == [
        ("term", ""),
        ("mixed", "Ana Silva"),
    ]
