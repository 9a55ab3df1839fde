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
    ],
)
def test_words_in_marks_that_name_something_are_terms(text):
    (quote,) = find_quotes(text)
    assert (quote.kind, quote.speaker, quote.source) == ("term", "", None)


def test_a_title_does_not_hide_who_speaks_around_it():
    text = "On Ellar Radio's “One Quay,” Ana Silva said that the pier was “a wreck.”"
    assert [(quote.kind, quote.speaker) for quote in find_quotes(text)] == [
        ("term", ""),
        ("mixed", "Ana Silva"),
    ]
