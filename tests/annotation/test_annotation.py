import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import mark, set_reader

TEXT = "“We waited,” she said. He said 🔥 nothing. Cafe\u0301 said."


def test_words_are_marked_exactly_as_they_stand():
    (span,) = mark(TEXT, "Cafe\u0301", "source", reader="Heron").spans
    assert span.of(TEXT) == "Cafe\u0301"


def test_the_place_can_be_chosen_where_words_occur_more_than_once():
    starts = [mark(TEXT, "said", "cue", occurrence=n, reader="H").spans[0].start for n in (1, 2, 3)]
    assert starts == sorted(set(starts))


def test_the_reader_is_the_one_that_the_workbook_is_set_to():
    set_reader("Blue Heron")
    assert mark(TEXT, "said", "cue").reader == "Blue Heron"


@pytest.mark.parametrize(
    ("words", "options", "said"),
    [
        pytest.param("nowhere", {}, "does not occur in this text", id="absent"),
        pytest.param("we Waited", {}, "does occur as “We waited”", id="capitals"),
        pytest.param("said", {"occurrence": 4}, "occurs only 3 times", id="too often"),
        pytest.param("said", {"occurrence": 0}, "counted from 1", id="counted from 0"),
        pytest.param(" ", {}, "needs words and a label", id="nothing"),
    ],
)
def test_words_that_cannot_be_marked_are_refused_with_what_to_do(words, options, said):
    with pytest.raises(ValueError, match=said):
        mark(TEXT, words, "cue", reader="H", **options)


@given(st.text(min_size=1, max_size=80), st.data())
def test_any_part_of_any_text_can_be_marked(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    if words.strip():
        (span,) = mark(text, words, "x", reader="H").spans
        assert span.of(text) == words
