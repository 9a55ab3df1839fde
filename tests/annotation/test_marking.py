import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import Article, find_words, mark, set_reader

TEXT = "“We waited,” she said. He said 🔥 nothing. The pushed cafe\u0301 said 5\u00a0km."
ARTICLE = Article(TEXT, title="Wait on")


def test_words_are_marked_exactly_as_they_stand():
    (span,) = mark(TEXT, "cafe\u0301", "source", reader="Heron").spans
    assert span.of(TEXT) == "cafe\u0301"


@pytest.mark.parametrize("words", ['"We waited,"', "“We waited,”", "5 km", "5\u00a0km"])
def test_marks_and_spaces_may_be_typed_as_a_keyboard_has_them(words):
    (span,) = mark(TEXT, words, "content", reader="H").spans
    assert span.of(TEXT) in ("“We waited,”", "5\u00a0km")


def test_only_whole_words_are_marked():
    (span,) = mark(TEXT, "she", "source", reader="H").spans
    assert span.start == TEXT.index(" she ") + 1
    assert mark("the he", "he", "source", reader="H").spans[0].start == 4


def test_the_place_can_be_chosen_where_words_occur_more_than_once():
    starts = [mark(TEXT, "said", "cue", occurrence=n, reader="H").spans[0].start for n in (1, 2, 3)]
    assert starts == sorted(set(starts))


def test_the_reader_is_the_one_that_the_workbook_is_set_to():
    set_reader("Blue Heron")
    assert mark(TEXT, "she", "source").reader == "Blue Heron"


@pytest.mark.parametrize(
    ("words", "options", "said"),
    [
        pytest.param("nowhere", {}, "does not occur in this text", id="absent"),
        pytest.param("we Waited", {}, "but “We waited” does: capitals", id="capitals"),
        pytest.param("said", {}, "occurs 3 times. Say which you mean", id="several places"),
        pytest.param("said", {"occurrence": 4}, "occurs 3 times", id="too often"),
        pytest.param("said", {"occurrence": 0}, "counted from 1", id="counted from 0"),
        pytest.param("ushe", {}, "only inside longer words", id="part of a word"),
        pytest.param(" ", {}, "needs words and a label", id="nothing"),
    ],
)
def test_words_that_cannot_be_marked_are_refused_with_what_to_do(words, options, said):
    with pytest.raises(ValueError, match=said):
        mark(TEXT, words, "cue", reader="H", **options)


def test_the_hint_about_capitals_is_right_after_letters_that_change_their_length():
    with pytest.raises(ValueError, match="but “BIG” does"):
        mark("İstanbul is BIG", "big", "cue", reader="H")


@given(
    st.lists(st.sampled_from(["she", "the", "he", "🔥he", "cafe\u0301", "don’t", "5"]), min_size=1)
)
def test_every_place_of_a_word_can_be_marked_and_no_other(words):
    text = " ".join(words)
    for word in find_words(text):
        same = [w for w in find_words(text) if w.of(text) == word.of(text)]
        marked = [
            mark(text, word.of(text), "x", occurrence=number, reader="H").spans[0]
            for number in range(1, len(same) + 1)
        ]
        assert marked == same


def test_words_of_the_headline_can_be_marked_and_values_given():
    made = mark(ARTICLE, "Wait", "cue", place="headline", values={"kind": "direct"}, reader="H")
    assert made.words_in(ARTICLE) == ("Wait",)
    assert made.values == (("kind", "direct"),)
