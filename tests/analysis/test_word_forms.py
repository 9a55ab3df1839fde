import pytest
from hypothesis import given

from helpers import Article, Span, find_words
from helpers.analysis.word_forms import (
    FORMS,
    cut_forms,
    cut_words,
    normaliser,
    same_form,
    spellings_in,
)
from tests.strategies import TEXTS


@pytest.mark.parametrize(
    ("word", "folded", "written", "lemma", "stem"),
    [
        ("Talks", "talks", "Talks", "talk", "talk"),
        ("went", "went", "went", "go", "went"),
        ("Silva’s", "silva's", "Silva’s", "silva", "silva"),
        ("It’s", "it's", "It’s", "it's", "it"),
        ("Don’t", "don't", "Don’t", "don't", "don't"),
        ("children", "children", "children", "child", "children"),
        ("unconditional", "unconditional", "unconditional", "unconditional", "uncondit"),
        ("U.S.", "u.s.", "U.S.", "u.s.", "u.s."),
    ],
)
def test_each_form_joins_the_spellings_that_it_says(word, folded, written, lemma, stem):
    found = [normaliser(form)(word) for form in FORMS]
    assert found == [folded, written, lemma, stem]


def test_small_words_have_no_form_where_they_are_left_out():
    assert same_form(["The", "talks"], "folded", stop_words=False) == {"The": "", "talks": "talks"}


def test_a_hyphen_parts_a_word_on_request_and_every_piece_keeps_its_place():
    text = "A U.S.-led 30-day truce"
    pieces = cut_words(text, hyphens="part")
    assert [piece.of(text) for piece in pieces] == ["A", "U.S.", "led", "30", "day", "truce"]
    assert pieces[1] == Span(2, 6)


def test_words_that_reach_out_of_a_span_are_not_inside_it():
    text = "one two three two"
    assert cut_words(text, within=[Span(2, 9), Span(0, 3)]) == [Span(0, 3), Span(4, 7)]


def test_a_word_that_is_left_out_keeps_its_place():
    words, forms = cut_forms("rain and wind", stop_words=False)
    assert (len(words), forms) == (3, ["rain", "", "wind"])


@pytest.mark.parametrize(
    ("options", "said"),
    [({"form": "root"}, "folded, as written, lemma, stem"), ({"hyphens": "no"}, "join, part")],
)
def test_a_choice_that_there_is_not_is_refused_with_those_that_there_are(options, said):
    with pytest.raises(ValueError, match=said):
        cut_forms("a", **options)


@given(TEXTS)
def test_pieces_between_white_space_hold_the_words_of_the_text_in_every_way_to_cut(text):
    for hyphens in ("join", "part"):
        words = [span.of(text) for span in cut_words(text, hyphens=hyphens)]
        assert words == [word for piece in text.split() for word in spellings_in(piece, hyphens)]


@given(TEXTS)
def test_every_word_has_a_form_and_an_article_has_the_words_of_its_text(text):
    for form in FORMS:
        words, forms = cut_forms(Article(text), form=form)
        assert tuple(words) == find_words(text)
        assert all(forms)


def test_a_stem_knows_no_case_in_any_script():
    assert {normaliser("stem")(word) for word in ("ΟΔΟΣ", "οδος", "οδοσ")} == {"οδοσ"}
