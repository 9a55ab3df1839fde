import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import (
    GENERAL_ENGLISH,
    Article,
    Span,
    compare_words,
    count_words,
    load_article,
    tally_words,
)
from helpers.analysis.association import (
    Contingency,
    chi_squared,
    log_likelihood_2_term,
    log_likelihood_4_term,
)
from helpers.analysis.quoted_parts import NARRATION, QUOTED, split_by_quotation
from tests.conftest import INVENTED
from tests.linear import assert_linear
from tests.strategies import TEXTS

# quanteda.textstats, test-textstat_keyness.R
TARGET = "a a a b b c c c c c c d e f g h h"
REFERENCE = "a a b c c d d d d e f h"


def signed(word, sizes, value):
    more = word.count / sizes[0] > word.reference_count / sizes[1]
    return value if more else -value


def test_the_order_by_log_likelihood_4_term_is_that_of_quanteda():
    found = compare_words(TARGET, REFERENCE, minimum=1, all_measures=True)
    sizes = found.size, found.reference_size
    ordered = sorted(found, key=lambda w: -signed(w, sizes, w.log_likelihood_4_term))
    assert "".join(word.word for word in ordered) == "cgbhaefd"


def test_the_order_by_chi_squared_is_that_of_quanteda():
    found = compare_words(TARGET, REFERENCE, minimum=1, all_measures=True)
    sizes = found.size, found.reference_size

    def quantedas(word):
        # It corrects only where an expected count is below 5 and the difference exceeds N / 2.
        table = Contingency.of_frequencies(word.count, sizes[0], word.reference_count, sizes[1])
        difference = abs(table.both * table.neither - table.first * table.second)
        yates = min(table.expected) < 5 and difference > table.total / 2
        return word.chi_squared_yates if yates else word.chi_squared

    ordered = sorted(found, key=lambda w: -signed(w, sizes, quantedas(w)))
    assert "".join(word.word for word in ordered) == "gcbhaefd"


def test_the_measures_are_those_of_the_table_of_the_word():
    found = compare_words(
        "rain " * 30 + "wind " * 70, "rain " * 20 + "wind " * 180, sort="log_ratio"
    )
    rain = next(word for word in found if word.word == "rain")
    table = Contingency(30, 20, 70, 180)
    assert rain.log_likelihood_2_term == log_likelihood_2_term(table)
    assert rain.log_ratio == pytest.approx(math.log2(3))
    assert rain.small_counts == "no"
    assert rain.chi_squared is None
    full = compare_words(
        "rain " * 30 + "wind " * 70, "rain " * 20 + "wind " * 180, all_measures=True
    )
    rain = next(word for word in full if word.word == "rain")
    assert rain.chi_squared == chi_squared(table)
    assert rain.log_likelihood_4_term == log_likelihood_4_term(table)
    assert rain.percent_difference == pytest.approx(200)
    assert "chi_squared_yates" in full.columns


def test_both_directions_are_told_apart():
    found = compare_words("rain rain rain sun", "wind wind wind sun", minimum=1)
    assert [word.word for word in found.more] == ["rain"]
    assert [word.word for word in found.less] == ["wind"]


def test_a_word_that_is_missing_on_the_small_side_is_never_said_to_be_more_frequent_there():
    found = compare_words("rain", "sun " * 99 + "wind", minimum=1)
    wind = next(word for word in found if word.word == "wind")
    assert (wind.count, wind.log_ratio > 0) == (0, True)  # 0.5 of 1 word beside 1 of 100
    assert wind in found.less


def test_within_one_article_there_is_no_p_value_and_small_counts_are_named():
    article = load_article()
    parts = split_by_quotation(article)
    found = compare_words(
        article,
        article,
        within=parts[QUOTED],
        reference_within=parts[NARRATION],
        name=QUOTED,
        reference_name=NARRATION,
    )
    assert (found.size, found.reference_size) == (160, 512)
    assert (found.name, found.reference) == (QUOTED, NARRATION)
    assert all(word.p_permutation_corrected is None for word in found)
    assert "p_permutation_corrected" not in found.columns
    assert "no p-value" in found.caution
    assert "fewer than 5 occurrences are expected" in found.caution
    for word in found:
        for place in word.places:
            assert place.of(article.text).casefold().replace("’", "'") == word.word


def test_against_general_english_there_is_log_ratio_alone_with_its_nominal_size():
    found = compare_words("The ferry left. The ferry came. The ferry sank.", GENERAL_ENGLISH)
    assert found.title.endswith("general English (wordfreq, nominal size) (100,000,000 words)")
    assert found.columns == ("word", "count", "reference_count", "log_ratio")
    ferry, the = found
    assert (ferry.word, the.word) == ("ferry", "the")
    assert ferry.log_ratio > 10
    for word in found:
        assert word.log_ratio_low is None
        assert word.log_likelihood_2_term is None
        assert word.p_permutation_corrected is None


def test_small_words_stay_in_the_base_against_general_english():
    text = "The ferry left. The ferry came. The ferry sank."
    (ferry,) = compare_words(text, GENERAL_ENGLISH, stop_words=False)
    assert ferry in tuple(compare_words(text, GENERAL_ENGLISH))


def test_a_word_that_general_english_does_not_list_has_a_finite_log_ratio():
    (found,) = compare_words("zqxjkvw zqxjkvw zqxjkvw", GENERAL_ENGLISH)
    assert (found.reference_count, math.isfinite(found.log_ratio)) == (0, True)


def test_between_collections_p_comes_from_dividing_their_texts():
    rainy = [f"rain rain wind sun {n}" for n in "abcdef"]
    windy = [f"wind wind rain sun {n}" for n in "ghijkl"]
    found = {word.word: word for word in compare_words(rainy, windy)}
    assert found["rain"].p_permutation_corrected == pytest.approx(2 / 924)
    assert found["sun"].p_permutation_corrected == 1
    comparison = compare_words(rainy, windy)
    assert comparison.columns[-1] == "p_permutation_corrected"
    assert (comparison.name, comparison.reference) == ("6 texts", "6 texts")
    assert "corrected for the 3 words" in comparison.caution


def test_a_word_that_one_text_repeats_without_end_is_not_taken_for_typical_of_all():
    bursty = ["storm " * 60, *["calm sea here"] * 5]
    others = ["calm sea here"] * 6
    storm = next(w for w in compare_words(bursty, others) if w.word == "storm")
    assert storm.log_likelihood_2_term > 25  # "p < 0.0001", if words were independent draws
    assert storm.p_permutation_corrected == 1


def test_too_few_texts_have_no_p_value_and_the_caution_says_why():
    found = compare_words(["rain rain rain", "rain"], ["wind wind wind", "wind"])
    assert all(word.p_permutation_corrected is None for word in found)
    assert "too few texts for a p-value" in found.caution


def test_a_text_and_a_collection_can_be_compared_without_a_p_value():
    found = compare_words("rain rain rain", ["wind wind wind", "sun"])
    assert found.reference == "2 texts"
    assert "no p-value" in found.caution


def test_two_reports_of_one_event_have_names_and_are_both_measured():
    one, other = (load_article(path) for path in INVENTED)
    found = compare_words(one, other, stop_words=False)
    assert (found.name, found.reference) == (one.title, other.title)
    assert found.more
    assert found.less


@pytest.mark.parametrize(
    ("text", "reference", "options", "said"),
    [
        ("", "wind", {}, "no words to count"),
        ("rain", "", {}, "no words to count"),
        ("the of", "wind", {"stop_words": False}, "no words to count"),
        ("rain wind", "Wind, rain!", {}, "nothing to compare"),
        ("rain", "wind", {"sort": "size"}, "log_likelihood_2_term, log_ratio"),
        ("rain", GENERAL_ENGLISH, {"form": "stem"}, "folded"),
        (["rain", "wind"], "sun", {"within": [Span(0, 1)]}, "belong to one text"),
        ([], "sun", {}, "no words to count"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_sentence(text, reference, options, said):
    with pytest.raises(ValueError, match=said):
        compare_words(text, reference, **options)


def test_texts_without_a_common_word_are_compared_and_the_caution_says_so():
    found = compare_words("rain rain rain", "wind wind wind")
    assert "no word in common" in found.caution
    assert all(math.isfinite(word.log_ratio) for word in found)


@given(TEXTS, TEXTS, st.booleans())
def test_any_two_texts_give_finite_numbers_or_a_sentence(one, other, stop_words):
    sides = [tally_words(text, stop_words=stop_words) for text in (one, other)]
    options = {"minimum": 1, "stop_words": stop_words, "all_measures": True}
    if not all(sides) or sides[0] == sides[1]:
        with pytest.raises(ValueError, match="Choose another"):
            compare_words(Article(one), other, **options)
        return
    found = compare_words(Article(one), other, **options)
    assert sum(word.count for word in found) == found.size
    assert sum(word.reference_count for word in found) == found.reference_size
    counts = {count.word: count.places for count in count_words(one)}
    for word in found:
        assert word.places == counts.get(word.word, ())
        for name in found.columns:
            value = getattr(word, name)
            assert value is None or isinstance(value, str) or math.isfinite(value)
        assert word.log_ratio_low <= word.log_ratio <= word.log_ratio_high


def test_comparing_takes_time_in_proportion_to_the_text():
    assert_linear(lambda text: compare_words(text, "rain and sun"), "rain and wind. ")


def test_what_notebook_03_says_of_the_given_article_is_so():
    article = load_article("seeds/putin-proposes-talks-afp-2025-05-11.txt")
    parts = split_by_quotation(article)

    def clear_of_zero(one, other, minimum):
        sides = {"within": parts[one], "reference_within": parts[other]}
        found = compare_words(article, article, **sides, minimum=minimum)
        return [
            (word.word, word.count, word.reference_count)
            for word in found
            if word.log_ratio_low > 0 or word.log_ratio_high < 0
        ]

    assert clear_of_zero(QUOTED, NARRATION, 3) == [("we", 6, 0), ("negotiations", 3, 1)]
    speakers = [name for name in parts if name.startswith("quoted: ")]
    for one, other in combinations(speakers, 2):
        assert clear_of_zero(one, other, 2) == []


def test_texts_without_a_title_are_told_apart_by_their_side():
    assert compare_words("rain rain", "sun sun").title == (
        "the text (2 words) beside the reference (2 words)"
    )
