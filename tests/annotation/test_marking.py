import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import Article, find_words, keep_marks, load_annotations, mark, set_reader
from helpers.annotation.exchange.jsonl import annotations_path

TEXT = "“We waited,” she said. He said 🔥 nothing. The pushed cafe\u0301 said 5\u00a0km."
ARTICLE = Article(TEXT, title="Waiting")


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


@given(st.lists(st.sampled_from(["she", "said", "He", "nowhere", "pushed"]), max_size=5))
def test_a_row_that_cannot_be_marked_costs_no_other_row(words):
    rows = [(word, "cue", 1) if word == "said" else (word, "cue") for word in words]
    kept = keep_marks(ARTICLE, [*rows, ("nothing", "content")])
    assert len(kept.problems) == words.count("nowhere")
    assert "nothing" in [m.spans[0].of(TEXT) for m in kept.marks]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("she", "sorce"), "none of the labels source, cue, content"),
        (("she",), "a row is"),
        ("she", "a row is"),
        (("said", "cue", "2"), "a number, such as 2"),
        ((3, "cue"), "stand in quotation marks"),
        (("said", "cue"), "Say which you mean"),
    ],
)
def test_a_slip_in_a_row_is_a_sentence_with_its_number(row, said):
    kept = keep_marks(ARTICLE, [("He", "source"), row])
    assert len(kept.marks) == 1
    assert kept.problems[0].startswith("Row 2: ")
    assert said in kept.problems[0]


def test_the_list_is_the_reading_and_what_is_taken_out_of_it_is_not_lost():
    first = keep_marks(ARTICLE, [("He", "source"), ("she", "cue")])
    second = keep_marks(ARTICLE, [("she", "source"), ("He", "source")])
    assert [m.label for m in second.marks] == ["source", "source"]
    assert second.marks[1] == first.marks[0]  # with its id and its time
    assert load_annotations(None, ARTICLE) == list(second.marks)
    own = annotations_path(ARTICLE)
    removed = load_annotations(own.with_name(f"{own.stem}-removed.jsonl"), ARTICLE)
    assert removed == [first.marks[1]]


def test_an_untouched_list_keeps_what_was_marked_before():
    kept = keep_marks(ARTICLE, [("He", "source")])
    assert keep_marks(ARTICLE, []).marks == kept.marks
