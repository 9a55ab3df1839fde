from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import count_words, find_words, load_article
from helpers.analysis import frequency
from helpers.analysis.frequency import tally_words
from helpers.analysis.stop_words import STOP_WORDS, is_stop_word
from helpers.analysis.word_forms import FORMS
from helpers.text.span import Span
from tests.linear import assert_linear
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
    with pytest.raises(ValueError, match="folded, as written, lemma, stem"):
        count_words("a", form="root")


@given(TEXTS)
def test_counts_add_up_to_the_number_of_words_and_shares_to_one(text):
    number = len(find_words(text))
    for form in FORMS:
        counts = count_words(text, form=form)
        assert sum(count.count for count in counts) == number
        assert sum(count.share for count in counts) == pytest.approx(1 if number else 0)
        places = [place for count in counts for place in count.places]
        assert sorted(places) == list(find_words(text))


@given(TEXTS)
def test_a_tally_is_the_count_without_the_places_for_every_choice(text):
    for options in (
        *({"form": form} for form in FORMS),
        {"stop_words": False},
        {"hyphens": "part"},
        {"within": [Span(0, 20), Span(10, 40)]},
    ):
        counts = count_words(text, **options)
        tally = tally_words(text, **options)
        assert tally == {count.word: count.count for count in counts}
        first = [count.word for count in sorted(counts, key=lambda count: count.places[0])]
        assert list(tally) == first


@given(TEXTS, st.integers(1, 40))
def test_a_tally_is_the_same_however_long_its_blocks_are(text, block):
    whole = tally_words(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(frequency, "_BLOCK", block)
        assert list(tally_words(text).items()) == list(whole.items())


def test_a_rate_is_given_in_words_counted_and_not_beyond_them():
    text = "rain " * 30 + "wind " * 70
    wind, rain = count_words(text, per=100)
    assert (wind.rate, rain.rate, rain.per, rain.base) == (70, 30, 100, 100)
    with pytest.raises(ValueError, match="more than 100 words can show"):
        count_words(text, per=1_000_000)
    assert count_words(text, per=1_000_000, extrapolate=True)[1].rate == pytest.approx(300_000)
    with pytest.raises(ValueError, match="such as 1000"):
        count_words(text, per=0)


def test_rare_words_can_be_left_out_of_the_list_and_stay_in_the_base():
    (count,) = count_words("rain rain wind", minimum=2)
    assert (count.word, count.share, count.base) == ("rain", 2 / 3, 3)


def test_hyphens_can_part_words():
    assert counted("A 30-day and a 40-day truce", hyphens="part")["day"] == 2


@pytest.mark.parametrize("text", ["", "…", " \n\n ", "the of and"])
def test_a_text_without_words_has_no_counts(text):
    assert count_words(text, stop_words=False) == []
    assert tally_words(text, stop_words=False) == {}


@pytest.mark.parametrize("unit", ["rain, ", "a-", "'", "U.", "1,", "\u0301", "a b "])
def test_counting_takes_time_in_proportion_to_the_text(unit):
    assert_linear(count_words, unit)
    assert_linear(tally_words, unit)


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


def test_a_text_without_words_has_no_rate_and_a_short_one_says_the_largest():
    assert count_words("…", per=100) == []
    with pytest.raises(ValueError, match="3 at most"):
        count_words("rain and sun", per=100)
