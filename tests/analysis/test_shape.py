import pytest
from hypothesis import given, settings

from helpers import (
    find_paragraphs,
    find_sentences,
    find_words,
    load_article,
    measure_shape,
    plot_shape,
    table,
)
from helpers.analysis.capitals import find_capitals
from tests.strategies import TEXTS

REPORT = (
    "On May 3, Mayor Ana Silva opened the bridge to Ellar.\n\n"
    "Silva thanked 40 builders. Ellar's council paid.\n\n"
    "They had waited."
)


def new_in(text):
    return [[place.of(text) for place in p.first_mentions] for p in measure_shape(text)]


def test_each_paragraph_says_its_words_their_share_and_the_share_so_far():
    shape = measure_shape(REPORT)
    assert [paragraph.number for paragraph in shape] == [1, 2, 3]
    assert [paragraph.words for paragraph in shape] == [11, 7, 3]
    assert [paragraph.so_far for paragraph in shape] == [11 / 21, 18 / 21, 1]


def test_a_name_or_number_is_new_only_where_it_stands_first():
    assert new_in(REPORT) == [["May 3", "Mayor Ana Silva", "Ellar"], ["40"], []]
    assert [paragraph.mentions for paragraph in measure_shape(REPORT)] == [3, 3, 0]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("We met Ana. Mayor Silva came.", ["Ana", "Silva"]),
        ("We met Silva, then Ola Berg.", ["Silva", "Ola Berg"]),
        ("It left Kyiv. Kyiv waited.", ["Kyiv"]),
        ("We saw Mr. Berg.", ["Mr. Berg"]),
        ("A 30-day pause and 2 talks in 2022.", ["30-day", "2", "2022"]),
        ("Then I said I would.", []),
        ("He said: “Peace now.”", []),
        ("He met Berg’s aunt and Berg.", ["Berg’s"]),
    ],
)
def test_what_counts_as_a_new_name_or_number(text, new):
    assert new_in(text) == [new]


def test_a_word_that_opens_a_sentence_is_a_name_only_if_it_is_one_elsewhere_and_never_small():
    text = "Berg met The Post. The post, the one. Post and Berg left. Then Berg came."
    words = find_words(text)
    forms = [form for _, form in find_capitals(text, words, find_sentences(text))]
    assert forms.count("berg") == 3
    assert forms.count("the") == 1
    assert forms.count("post") == 1


def test_a_paragraph_can_be_shown_with_its_first_mentions():
    first = table(REPORT, measure_shape(REPORT)).records()[0]
    assert first["first_mention"] == "May 3 … Mayor Ana Silva … Ellar"
    assert (first["words"], first["mentions"], first["new"]) == (11, 3, 3)


@given(TEXTS)
def test_paragraphs_come_in_order_and_their_shares_add_up_to_one(text):
    shape = measure_shape(text)
    assert [paragraph.paragraph for paragraph in shape] == list(find_paragraphs(text))
    words = len(find_words(text))
    assert sum(paragraph.words for paragraph in shape) == words
    assert sum(paragraph.share for paragraph in shape) == pytest.approx(1 if words else 0)
    for paragraph in shape:
        assert paragraph.new == len(paragraph.first_mentions) <= paragraph.mentions
        for role, span in paragraph.parts():
            assert role in ("paragraph", "first_mention")
            assert paragraph.paragraph.contains(span)
            assert span.of(text).strip()


def test_the_given_article_begins_with_its_names_and_numbers():
    shape = measure_shape(load_article())
    new = sum(paragraph.new for paragraph in shape)
    assert sum(paragraph.new for paragraph in shape[:3]) / new > 2 * shape[2].so_far


def test_the_description_of_the_chart_says_the_numbers_that_are_drawn():
    chart = plot_shape(REPORT, measure_shape(REPORT))
    assert chart.table.rows[0] == (1, 11 / 21, 3, 3 / 4)
    assert chart.description == (
        "The first 3 of 3 paragraphs hold 100% of the words and 4 of the 4 names and numbers at "
        "their first mention (100%)."
    )


@settings(max_examples=15, deadline=None)
@given(TEXTS)
def test_the_shape_of_any_text_can_be_drawn(text):
    assert plot_shape(text, measure_shape(text)).image().startswith(b"\x89PNG")
