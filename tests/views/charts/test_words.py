import pytest
from hypothesis import given, settings

from helpers import (
    GENERAL_ENGLISH,
    compare_words,
    count_words,
    load_article,
    measure_dispersion,
    plot_dispersion,
    plot_keyness,
    plot_word_counts,
    plot_zipf,
)
from tests.strategies import TEXTS

PNG = b"\x89PNG"


def test_words_left_out_of_the_list_stay_in_the_number_of_words():
    chart = plot_word_counts("rain rain wind", count_words("rain rain wind", minimum=2))
    assert "“rain” with 2 of 3 occurrences" in chart.description


def test_the_zipf_plot_has_every_word_with_its_rank_and_the_count_on_the_line():
    text = "rain " * 4 + "wind " * 2 + "sun"
    chart = plot_zipf(text, count_words(text))
    assert [row[:3] for row in chart.table.rows] == [(1, "rain", 4), (2, "wind", 2), (3, "sun", 1)]
    assert sum(row[3] for row in chart.table.rows) == pytest.approx(7)
    assert "1 occur once" in chart.description


def test_the_dispersion_plot_says_dp_beside_its_mean_at_random():
    article = load_article()
    found = [measure_dispersion(article, word) for word in ("ukraine", "ceasefire")]
    chart = plot_dispersion(article, found)
    assert [row[0] for row in chart.table.rows] == ["ukraine", "ceasefire"]
    assert f"DP {found[0].dp:.2f}, at random {found[0].dp_at_random:.2f}" in chart.description
    assert chart.image().startswith(PNG)


def test_the_keyness_plot_shows_both_directions_and_names_both_texts():
    found = compare_words(
        "rain " * 8 + "sun", "wind " * 8 + "sun", minimum=1, name="one", reference_name="other"
    )
    chart = plot_keyness("", found)
    assert {row[0] for row in chart.table.rows} == {"rain", "wind"}
    assert "more often in one: “rain”; more often in other: “wind”" in chart.description
    assert chart.description.startswith("one (9 words) beside other (9 words)")


def test_a_comparison_with_general_english_is_drawn_without_intervals():
    article = load_article()
    chart = plot_keyness(article, compare_words(article, GENERAL_ENGLISH))
    assert chart.table.columns == ("word", "count", "reference_count", "log_ratio")
    assert "interval" not in chart.description
    assert chart.image().startswith(PNG)


def test_where_there_is_nothing_to_draw_the_picture_says_so():
    assert "fewer than two" in plot_zipf("rain", count_words("rain")).description
    assert "no word to show" in plot_dispersion("", []).description
    few = compare_words("rain", "wind", minimum=9)
    assert "No word is frequent enough" in plot_keyness("rain", few).description


@settings(max_examples=5, deadline=None)
@given(TEXTS)
def test_the_words_of_any_text_can_be_drawn(text):
    text += " $x^ $y_{ 🔥 rain"
    counts = count_words(text)
    for chart in (
        plot_zipf(text, counts),
        plot_dispersion(text, [measure_dispersion(text, w.word, parts=1) for w in counts[:2]]),
        plot_keyness(text, compare_words(text, "snow", minimum=1, name="$x^")),
    ):
        assert chart.image().startswith(PNG)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_same_numbers_give_the_same_picture_byte_for_byte(kind):
    one, other = (plot_word_counts("rain rain sun", count_words("rain rain sun")) for _ in "12")
    assert one.image(kind) == one.image(kind) == other.image(kind)
