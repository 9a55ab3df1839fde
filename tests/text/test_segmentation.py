import pytest
from hypothesis import given

from helpers import load_article
from helpers.text.segmentation import find_paragraphs, find_sentences, find_words
from tests.strategies import TEXTS


def words_of(text):
    return [span.of(text) for span in find_words(text)]


def sentences_of(text):
    return [span.of(text) for span in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("the U.S. plan", ["the", "U.S.", "plan"], id="abbreviation"),
        pytest.param("a U.S.-led D.C. talk", ["a", "U.S.-led", "D.C.", "talk"], id="its compound"),
        pytest.param("a 30-day truce", ["a", "30-day", "truce"], id="hyphen"),
        pytest.param("don't, don’t", ["don't", "don’t"], id="straight and curly apostrophe"),
        pytest.param("3.5% of 2,000", ["3.5", "of", "2,000"], id="numbers"),
        pytest.param("at 1:00 a.m.", ["at", "1:00", "a.m."], id="time of day"),
        pytest.param("'tis the leaders' turn", ["tis", "the", "leaders", "turn"], id="outer"),
        pytest.param("cafe\u0301s", ["cafe\u0301s"], id="combining accent"),
        pytest.param("हिन्दी में", ["हिन्दी", "में"], id="vowel signs"),
        pytest.param("שָׁלוֹם", ["שָׁלוֹם"], id="Hebrew points"),
        pytest.param("🔥 👩🏽‍🚒", [], id="emoji are no words"),
        pytest.param("one—two", ["one", "two"], id="a dash separates"),
        pytest.param("end.Start", ["end", "Start"], id="a missing space"),
    ],
)
def test_a_word_is_a_run_of_letters_and_digits_with_inner_hyphens_and_apostrophes(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["He won.", "She left."], id="two plain ones"),
        pytest.param(["It began at 1:00 a.m. in Kyiv.", "It ended."], id="time of day"),
        pytest.param(["Dr. Anjali Thorsquill spoke.", "Mr. Ito left."], id="titles"),
        pytest.param(["J. Doe met K. Roe.", "They talked."], id="initials"),
        pytest.param(["The U.S. President came.", "He left."], id="abbreviation before a name"),
        pytest.param(
            ["They live in the U.S.", "The move took years."], id="abbreviation at the end"
        ),
        pytest.param(["We have just now... decided.", "Good."], id="dots inside"),
        pytest.param(["It rose 3.5 percent.", "It fell."], id="decimal number"),
        pytest.param(['"A great day!" U.S. President Jo Poe posted.', "He left."], id="cry"),
        pytest.param(["“Is it over?” Merkel asked.", "Nobody knew."], id="question"),
        pytest.param(["“We won.", "We go home,” he said."], id="inside a quotation"),
        pytest.param(["He said “no.”", "She agreed."], id="closing mark"),
        pytest.param(["He was No. 3 in line.", "She was not."], id="number sign"),
        pytest.param(["The answer is no.", "We stay."], id="the word no"),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(sentences):
    assert sentences_of(" ".join(sentences)) == sentences


def test_no_sentence_crosses_the_end_of_a_paragraph():
    assert sentences_of("No stop here\n\nnor here") == ["No stop here", "nor here"]


@given(TEXTS)
def test_segments_lie_in_order_and_lose_nothing_but_white_space(text):
    for find in (find_paragraphs, find_sentences):
        position = 0
        for start, end in find(text):
            assert position <= start < end <= len(text)
            assert not text[position:start].strip()
            position = end
        assert not text[position:].strip()


@given(TEXTS)
def test_words_and_the_gaps_between_them_give_back_the_text(text):
    position = 0
    pieces = []
    for start, end in find_words(text):
        assert position <= start < end
        gap = text[position:start]
        assert not any(sign.isalnum() for sign in gap)
        pieces += [gap, text[start:end]]
        position = end
    assert "".join(pieces) + text[position:] == text


@given(TEXTS)
def test_no_word_is_cut_by_a_sentence_and_no_sentence_by_a_paragraph(text):
    for inner, outer in ((find_words, find_sentences), (find_sentences, find_paragraphs)):
        areas = outer(text)
        for span in inner(text):
            assert sum(area.contains(span) for area in areas) == 1


def test_the_given_article_is_cut_into_25_paragraphs_26_sentences_and_672_words():
    article = load_article("seeds/putin-proposes-talks-afp-2025-05-11.txt")
    assert len(article.paragraphs) == 25
    assert len(article.sentences) == 26  # each paragraph is one sentence, the last two
    assert len(article.words) == 672
