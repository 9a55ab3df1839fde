import json
import math
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import count_syllables, load_article, measure_readability, table
from helpers.analysis.readability import FEWEST_SENTENCES_FOR_SMOG, Readability
from tests.strategies import TEXTS

FIGURES = (
    "mean_sentence_length",
    "mean_word_length",
    "syllables_per_word",
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog",
)


def counted(words=100, sentences=10, syllables=150, polysyllables=0, complex_words=0):
    return Readability(words, sentences, syllables, 500, polysyllables, complex_words)


# --- syllables ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("syllables", "words"),
    [
        (1, "a the make asked played league boxed strength breathe pier eyes"),
        (2, "table wanted boxes prism quiet being lion create people something basement ocean"),
        (3, "video area radio museum beautiful happier serious unlikely nuclear banana"),
        (4, "negotiate society European cooperate information geology"),
        (5, "readability university unconditional opportunity negotiation"),
    ],
)
def test_a_word_has_as_many_syllables_as_in_a_dictionary(syllables, words):
    found = {word: count_syllables(word) for word in words.split()}
    assert found == dict.fromkeys(words.split(), syllables)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("U.S.", 2),
        ("U.S.-led", 3),
        ("Ph.D.", 3),
        ("W", 3),
        ("BBC", 3),
        ("TVs", 2),
        ("EU", 2),
        ("NATO", 2),
        ("Mr", 2),
        ("2022", 1),
        ("3.5", 1),
        ("1:00", 1),
        ("15th", 1),
        ("30-day", 2),
        ("5pm", 3),
        ("long-standing", 3),
    ],
)
def test_abbreviations_are_spelled_numbers_count_one_and_hyphenated_parts_add_up(word, syllables):
    assert count_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("don't", 1),
        ("didn't", 2),
        ("wouldn't", 2),
        ("they've", 1),
        ("could've", 2),
        ("we'll", 1),
        ("it'll", 2),
        ("harbour's", 2),
        ("Marsh's", 2),
        ("Alice's", 3),
        ("O'Neill", 2),
        ("D'Angelo", 3),
        ("o'clock", 2),
    ],
)
def test_straight_and_curly_apostrophes_add_a_syllable_only_where_one_is_spoken(word, syllables):
    assert count_syllables(word) == syllables
    assert count_syllables(word.replace("'", "\u2019")) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"), [("café", 2), ("naïve", 2), ("Zoë", 2), ("Müller", 2), ("señor", 2)]
)
def test_accents_count_alike_as_one_sign_and_as_letter_and_mark(word, syllables):
    assert count_syllables(word) == syllables
    assert count_syllables(unicodedata.normalize("NFD", word)) == syllables


@given(st.text(max_size=40))
def test_whatever_has_a_letter_or_digit_has_a_syllable_and_nothing_else_has(word):
    assert (count_syllables(word) > 0) == any(map(str.isalnum, word))


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=6, max_size=30))
def test_a_plain_word_has_no_more_syllables_than_letters_and_capitals_change_nothing(word):
    assert 1 <= count_syllables(word) <= len(word)
    assert count_syllables(word.capitalize()) == count_syllables(word)


# --- formulas, on published counts ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentences", "syllables", "ease", "grade"),
    [
        # English Wikipedia, "Flesch–Kincaid readability tests": a sentence of 13 words and 24
        # syllables; the highest score and lowest grade there can be, one word of one syllable.
        (13, 1, 24, 37.5, 11.3),
        (1, 1, 1, 121.22, -3.40),
        # Green Eggs and Ham, there: 5.7 words a sentence, 1.02 syllables a word, grade −1.3.
        (5700, 1000, 5814, None, -1.3),
    ],
)
def test_flesch_and_kincaid_give_the_published_values(words, sentences, syllables, ease, grade):
    result = counted(words, sentences, syllables)
    places = 2 if words == 1 else 1
    assert round(result.flesch_kincaid_grade, places) == grade
    if ease is not None:
        assert round(result.flesch_reading_ease, places) == ease


@pytest.mark.parametrize(
    ("sentence_length", "syllables_in_100_words", "lowest", "highest"),
    [
        # Flesch (1949), The Art of Readable Writing, pp. 149–150, as DuBay (2004), The Principles
        # of Readability, table 4, has it: the typical text of each style.
        (8, 123, 90, 100),
        (11, 131, 80, 90),
        (14, 139, 70, 80),
        (17, 147, 60, 70),
        (21, 155, 50, 60),
        (25, 167, 30, 50),
        (29, 192, 0, 30),
    ],
)
def test_the_typical_texts_of_flesch_fall_into_the_styles_he_gives_them(
    sentence_length, syllables_in_100_words, lowest, highest
):
    result = counted(100 * sentence_length, 100, sentence_length * syllables_in_100_words)
    # By hand for the first: 206.835 − 1.015 × 8 − 0.846 × 123 = 94.657.
    assert lowest <= result.flesch_reading_ease <= highest


def test_the_style_is_a_word_of_his_and_a_border_belongs_to_the_easier_one():
    def style(words, sentences, syllables):
        measures = counted(words, sentences, syllables).measures
        return next(m.meaning for m in measures if m.name == "Flesch Reading Ease")

    assert style(1700, 100, 2499) == "“standard” in the table of Flesch 1949"
    assert "very easy" in style(1, 1, 1)
    assert "very difficult" in style(10, 1, 60)


def test_gunning_fog_is_four_tenths_of_sentence_length_and_complex_words_in_a_hundred():
    # Gunning (1952): 0.4 × (10 + 15) = 10, as in the example "15 long words divided by 100 words
    # gives 15 percent" of the Salish Kootenai College's guide (irb.skc.edu).
    assert counted(100, 10, 150, 20, 15).gunning_fog == pytest.approx(10)


@pytest.mark.parametrize(("polysyllables", "quick"), [(95, 13), (100, 13), (110, 13)])
def test_smog_agrees_within_a_grade_with_the_quick_rule_of_its_author(polysyllables, quick):
    # McLaughlin (1969), p. 639: 3 + the root of the nearest square; 95 and 110 are his examples.
    assert counted(600, 30, 900, polysyllables).smog == pytest.approx(quick, abs=1.1)
    by_hand = 3.1291 + 1.0430 * math.sqrt(polysyllables)
    assert counted(600, 30, 900, polysyllables).smog == pytest.approx(by_hand)


def test_smog_of_twice_the_text_is_the_same():
    once, twice = counted(600, 30, 900, 100), counted(1200, 60, 1800, 200)
    assert once.smog == twice.smog == pytest.approx(13.5591)


# --- texts -------------------------------------------------------------------------------------


def test_the_counts_are_those_that_can_be_counted_by_hand():
    text = "The old ferry is late. “Negotiations begin at 3.5 knots,” said Ana Kowalska."
    result = measure_readability(text)
    assert (result.words, result.sentences) == (13, 2)
    assert result.syllables == (1 + 1 + 2 + 1 + 1) + (5 + 2 + 1 + 1 + 1) + (1 + 2 + 3)
    assert result.letters == 17 + 12 + 5 + 2 + 2 + 5 + 4 + 3 + 8
    assert result.polysyllables == 2


@pytest.mark.parametrize(
    ("text", "complex_words"),
    [
        ("We saw the operator.", 1),
        ("We saw Montevideo.", 0),
        ("Operators saw us.", 1),
        ("It was created.", 0),
        ("They were trespasses.", 0),
        ("We keep preparing.", 0),
        ("It was delivered.", 1),
        ("It was negotiated.", 1),
        ("A long-standing custom.", 0),
        ("An operator-led custom.", 1),
        ("The bookkeeper left.", 1),
    ],
)
def test_complex_words_are_long_ones_without_names_compounds_and_endings(text, complex_words):
    assert measure_readability(text).complex_words == complex_words


def test_smog_refuses_fewer_than_thirty_sentences_and_says_why():
    short = measure_readability("The operator waits. " * (FEWEST_SENTENCES_FOR_SMOG - 1))
    assert short.smog is None
    (note,) = short.notes
    assert "SMOG" in note
    assert "needs 30 sentences" in note
    assert "has 29" in note
    enough = measure_readability("The operator waits. " * FEWEST_SENTENCES_FOR_SMOG)
    assert enough.notes == ()
    assert enough.smog == pytest.approx(3.1291 + 1.0430 * math.sqrt(30))


@pytest.mark.parametrize("text", ["", "  \n\n ", "* * *", "🔥 …"])
def test_a_text_without_words_has_no_figures_and_a_reason_for_each(text):
    result = measure_readability(text)
    assert (result.words, result.sentences) == (0, 0)
    assert all(getattr(result, figure) is None for figure in FIGURES)
    assert len(result.notes) == len(result.measures) == 6


def test_every_measure_says_its_variant_source_and_limits_and_can_be_shown_in_a_table():
    result = measure_readability(load_article())
    for measure in result.measures:
        assert measure.variant
        assert measure.source
        assert measure.limits
    shown = table(load_article(), result.measures)
    assert [row["name"] for row in shown.records()] == [m.name for m in result.measures]
    assert "needs 30 sentences" in shown.html()


def test_the_given_article_is_long_in_words_and_sentences():
    result = measure_readability(load_article())
    assert result.words == len(load_article().words)
    assert result.sentences == len(load_article().sentences)
    assert 35 < result.flesch_reading_ease < 45
    assert 13 < result.flesch_kincaid_grade < 15


@given(TEXTS)
def test_any_text_gives_finite_figures_or_none_and_counts_that_fit_each_other(text):
    result = measure_readability(text)
    assert (result.words > 0) == (result.sentences > 0)
    assert result.sentences <= result.words <= result.syllables or not result.words
    assert 0 <= result.complex_words <= result.polysyllables <= result.words
    for figure in FIGURES:
        value = getattr(result, figure)
        assert value is None or math.isfinite(value)
    for measure in result.measures:
        assert list(measure.parts()) == []
        assert (measure.value is None) == measure.meaning.startswith("not worked out")
    json.dumps(table(text, result.measures).records(), allow_nan=False)
