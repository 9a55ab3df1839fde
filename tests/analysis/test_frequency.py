from collections import Counter

import pytest
from hypothesis import given

from helpers import count_words, find_words, load_article
from helpers.analysis.frequency import FORMS
from helpers.analysis.stop_words import STOP_WORDS, is_stop_word
from helpers.text.span import Span
from tests.strategies import TEXTS


def counted(text, **options):
    return {count.word: count.count for count in count_words(text, **options)}


def test_upper_and_lower_case_and_both_apostrophes_are_one_word():
    assert counted("The the THE don't Don’t") == {"the": 3, "don't": 2}


def test_as_written_keeps_spellings_apart():
    assert counted("The the", form="as written") == {"The": 1, "the": 1}


def test_stems_join_the_forms_of_a_word():
    assert counted("talk talks talked", form="stem") == {"talk": 3}


def test_stop_words_are_left_out_in_any_case_and_not_in_the_base_of_the_share():
    (count,) = count_words("The talks and THE talks", stop_words=False)
    assert (count.word, count.count, count.share) == ("talks", 2, 1.0)


def test_words_with_equal_counts_come_in_the_order_of_the_text():
    assert list(counted("c b a b")) == ["b", "c", "a"]


def test_only_words_wholly_inside_the_given_spans_are_counted():
    text = "one two three two one"
    assert counted(text, within=[Span(4, 7), Span(5, 17)]) == {"two": 2, "three": 1}


def test_an_unknown_form_is_refused_with_the_list_of_forms():
    with pytest.raises(ValueError, match="folded, as written, stem"):
        count_words("a", form="lemma")


@given(TEXTS)
def test_counts_add_up_to_the_number_of_words_and_shares_to_one(text):
    number = len(find_words(text))
    for form in FORMS:
        counts = count_words(text, form=form)
        assert sum(count.count for count in counts) == number
        assert sum(count.share for count in counts) == pytest.approx(1 if number else 0)
        places = [place for count in counts for place in count.places]
        assert sorted(places) == list(find_words(text))


def test_the_given_article_agrees_with_a_count_by_hand():
    article = load_article()
    by_hand = Counter(word.of(article.text).lower() for word in article.words)
    assert counted(article) == by_hand
    assert counted(article)["ukraine"] == 10


def test_the_stop_list_keeps_words_that_a_close_reading_needs():
    for word in ("said", "not", "no", "may", "might", "without", "allegedly", "never"):
        assert not is_stop_word(word)
    assert is_stop_word("It’s")
    assert all(word == word.casefold() for word in STOP_WORDS)
