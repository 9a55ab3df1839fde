from hypothesis import given

from helpers import Span, find_paragraphs, find_sentences, find_words, measure_sentences
from tests.strategies import TEXTS


def test_a_sentence_knows_its_paragraph_its_number_and_its_words():
    first, second, third = measure_sentences("It rained. We stayed at home.\n\nNobody minded.")
    assert (second.paragraph, second.number_in_paragraph, second.number) == (1, 2, 2)
    assert (second.words, second.first_word, second.last_word) == (4, 3, 6)
    assert (third.paragraph, third.number_in_paragraph, third.number) == (2, 1, 3)
    assert (third.words, third.first_word) == (2, 7)
    assert first.sentence == Span(0, 10)


def test_the_location_is_said_in_words():
    only = measure_sentences("Yes! …")
    assert only[0].location.startswith("Paragraph 1, sentence 1: 1 word; code points 0 to")


def test_a_text_without_sentences_has_none():
    assert measure_sentences("") == []


@given(TEXTS)
def test_every_word_is_counted_in_exactly_one_sentence(text):
    measured = measure_sentences(text)
    assert tuple(m.sentence for m in measured) == find_sentences(text)
    assert sum(m.words for m in measured) == len(find_words(text))
    paragraphs, words = find_paragraphs(text), find_words(text)
    for m in measured:
        assert paragraphs[m.paragraph - 1].contains(m.sentence)
        if m.words:
            assert m.sentence.contains(words[m.first_word - 1])
            assert m.sentence.contains(words[m.last_word - 1])
