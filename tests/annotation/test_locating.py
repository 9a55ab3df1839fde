import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import Span
from helpers.annotation.locating import Located, Quotation, find_all, locate, quotation_at
from tests.linear import assert_linear
from tests.strategies import TEXTS

SHORT = st.text(alphabet="ab🔥", max_size=4)


@given(st.lists(SHORT, max_size=6), st.text(alphabet="ab🔥", max_size=40))
def test_all_places_of_all_strings_are_found_in_one_pass(strings, text):
    found = find_all(strings, text)
    assert found == {
        string: [n for n in range(len(text)) if text.startswith(string, n)]
        for string in strings
        if string
    }


@given(TEXTS.filter(bool), st.data())
def test_what_has_not_changed_stays_where_it_is(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    (found,) = locate([quotation_at(span, text)], text)
    assert found.span == span
    assert found.confidence == "same place"
    assert found.rivals == ()


@given(TEXTS.filter(bool), TEXTS, st.data())
def test_a_place_is_inside_the_text_and_the_words_are_those_or_said_to_be_others(text, new, data):
    start = data.draw(st.integers(0, len(text) - 1))
    quotation = quotation_at(Span(start, len(text)), text)
    (found,) = locate([quotation], new)
    if found is not None:
        assert 0 <= found.span.start < found.span.end <= len(new)
        same = len(found.span.of(new)) == len(quotation.words)
        assert same or found.confidence == "similar words"
        assert found.span not in found.rivals


OLD = "The mayor said no on Monday. The clerk said yes on Tuesday. Nobody was asked."


@pytest.mark.parametrize(
    ("words", "new", "confidence", "at"),
    [
        pytest.param("Nobody", OLD, "same place", "Nobody", id="nothing changed"),
        pytest.param("Nobody", "Ay! " + OLD, "same surroundings", "Nobody", id="moved"),
        pytest.param(
            "Nobody", "In May nobody: Nobody was asked to.", "only place", "Nobody", id="alone"
        ),
        pytest.param("said", "Ay! " + OLD, "same surroundings", "said no", id="one of two"),
        pytest.param(
            "said",
            "The mayor said yes and the clerk said no.",
            "one of several",
            "said yes",
            id="one side fits",
        ),
        pytest.param(
            "on Monday", OLD.replace("Monday", "Sunday"), "similar words", "on Sunday", id="changed"
        ),
    ],
)
def test_how_sure_a_place_is(words, new, confidence, at):
    start = OLD.index(words)
    (found,) = locate([quotation_at(Span(start, start + len(words)), OLD)], new)
    assert found.confidence == confidence
    assert found.span.start == new.index(at)


def test_the_other_places_that_could_be_meant_are_named():
    assert locate([Quotation("said")], "He said.") == [Located(Span(3, 7), "only place")]
    text = "said. " * 20
    (found,) = locate([Quotation("said")], text)
    assert found.confidence == "one of several"
    assert [rival.of(text) for rival in found.rivals] == ["said"] * 5
    assert found.span not in found.rivals


@pytest.mark.parametrize(
    ("quotation", "text"),
    [
        pytest.param(Quotation("snow", "It ", " fell."), "Nothing of that.", id="gone"),
        pytest.param(
            Quotation("yes", "The clerk said ", " on Tuesday."), "“Oh yes!”", id="a common word"
        ),
        pytest.param(Quotation("he", "so ", " said"), "the other theme", id="inside longer words"),
        pytest.param(
            Quotation("said", "In the end Ana ", " that it would do."),
            "Jo said no. Mia said yes.",
            id="elsewhere in several places",
        ),
        pytest.param(Quotation(""), "Any text.", id="no words"),
        pytest.param(Quotation("snow"), "", id="no text"),
    ],
)
def test_what_is_not_there_is_not_found(quotation, text):
    assert locate([quotation], text) == [None]


def test_straight_and_curly_quotation_marks_are_the_same():
    (found,) = locate([quotation_at(Span(0, 4), "“No.” He left.")], 'Ay! "No." He left.')
    assert found.confidence == "same surroundings"


@pytest.mark.parametrize("unit", ["said he ", "a", "🔥 ab "])
def test_the_time_grows_with_the_text_and_not_faster(unit):
    def search(text):
        step = max(1, len(text) // 400)
        spans = [Span(n, n + 1 + n % 30) for n in range(0, len(text) - 40, step)]
        old = text[: len(text) // 2] + "x" + text[len(text) // 2 :]
        locate([quotation_at(span, old) for span in spans], text)

    assert_linear(search, unit)


def test_the_time_grows_with_the_marks_and_not_faster():
    def search(text):
        spans = [Span(n, n + 4) for n in range(1, len(text) - 40, 40)]
        locate([quotation_at(span, text) for span in spans], "Ay! " + text)

    assert_linear(search, "he said so to me ")
