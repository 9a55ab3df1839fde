import re

import pytest
from hypothesis import given, settings
from matplotlib import pyplot

from helpers import (
    Span,
    count_words,
    find_quotes,
    find_words,
    load_article,
    plot_places,
    plot_sentence_lengths,
    plot_speakers,
    plot_word_counts,
)
from tests.strategies import TEXTS


def every_chart(text):
    counts = count_words(text)
    sentences = load_article().sentences if not isinstance(text, str) else []
    return [
        plot_word_counts(text, counts),
        plot_speakers(text, find_quotes(text)),
        plot_places(text, {count.word: count.places for count in counts[:3]}),
        plot_sentence_lengths(text, sentences),
    ]


def test_every_chart_is_an_image_with_its_description_as_alternative_text():
    for chart in every_chart(load_article()):
        html = chart.html()
        alternative = re.search(r'<img alt="([^"]+)" src="data:image/png;base64,', html)
        assert alternative
        assert f"<figcaption>{alternative[1]}</figcaption>" in html


def test_the_description_says_the_numbers_that_are_drawn():
    article = load_article()
    counts = plot_word_counts(article, count_words(article, stop_words=False), top=3)
    assert [row[0] for row in counts.table.rows] == ["ukraine", "kyiv", "putin"]
    assert "“ukraine” with 10 of 394 occurrences" in counts.description


def test_a_place_is_given_as_the_number_of_its_word():
    text = "one two three two"
    chart = plot_places(text, {"two": [Span(4, 7), Span(14, 17)]})
    assert chart.table.rows == (("two", 2), ("two", 4))


def test_charts_leave_no_figure_behind_to_be_shown_twice():
    for chart in every_chart(load_article()):
        chart.html()
    assert pyplot.get_fignums() == []


@settings(max_examples=15, deadline=None)
@given(TEXTS)
def test_any_text_can_be_drawn_even_with_formula_signs_and_letters_that_the_font_lacks(text):
    for chart in every_chart(text + " $x^ $y_{ 🔥"):
        assert chart.image().startswith(b"\x89PNG")


@pytest.mark.filterwarnings("error")
def test_the_same_numbers_give_the_same_picture_without_a_warning():
    words = "talks हिन्दी talks"
    first, second = (plot_word_counts(words, count_words(words)).image("svg") for _ in range(2))
    assert len(find_words(words)) == 3
    strip = re.compile(rb'(id="|#|url\()[\w-]+')
    assert strip.sub(b"", first) == strip.sub(b"", second)
