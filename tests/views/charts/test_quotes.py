"""Who gets how much room, and who speaks when: pictures, sentences and numbers that agree."""

import pytest
from hypothesis import given, settings

from helpers import find_quotes, load_article, plot_speakers, plot_timeline
from helpers.analysis.quotes import Quote
from helpers.analysis.quotes.sourcing import NOBODY, TERMS, audit_sources
from helpers.text.segmentation import find_words
from helpers.text.span import Span
from helpers.views.charts.quotes import MOST_LANES
from tests.analysis.quotes.made_quotes import TEXT, made_quotes
from tests.linear import assert_linear
from tests.strategies import TEXTS


def test_the_room_of_each_speaker_is_that_of_the_audit_and_the_sentence_names_its_shares():
    chart = plot_speakers(TEXT, made_quotes())
    audit = audit_sources(TEXT, made_quotes())
    assert [row[:3] for row in chart.table.rows] == [
        (source.speaker, source.words_quoted, source.words_paraphrased) for source in audit
    ]
    assert chart.description.startswith(audit.in_words())
    assert "Ana Silva 8 (5 in marks)" in chart.description


def test_the_timeline_tells_for_each_stretch_whose_it_is_where_and_whether_in_marks():
    chart = plot_timeline(TEXT, made_quotes())
    assert chart.table.columns == ("speaker", "from word", "to word", "in quotation marks")
    assert chart.table.rows == (
        ("Ana Silva", 1, 4, True),
        ("Ana Silva", 8, 10, True),
        ("Ana Silva", 14, 16, False),
        ("Jo Poe", 30, 30, False),
        ("Jo Poe", 31, 32, True),
        ("Jo Poe", 33, 34, False),
        ("officials", 26, 34, False),
        (NOBODY, 23, 25, True),
        (TERMS, 19, 20, True),
    )
    words = find_words(TEXT)
    assert words[30].of(TEXT) == "old"
    assert "Jo Poe once between words 30 and 34" in chart.description
    assert "officials once between words 26 and 34" in chart.description


@pytest.mark.parametrize("plot", [plot_speakers, plot_timeline])
def test_without_a_quotation_the_picture_says_so(plot):
    assert plot("It rained.", []).description == "There is no quotation to show."


@pytest.mark.parametrize("plot", [plot_speakers, plot_timeline])
def test_more_speakers_than_a_picture_can_hold_share_its_last_line_and_all_are_in_the_table(plot):
    number = MOST_LANES + 3
    text = "word " * number
    quotes = [
        Quote((Span(5 * n, 5 * n + 4),), "indirect", None, None, f"Speaker {n}")
        for n in range(number)
    ]
    chart = plot(text, quotes)
    (axes,) = chart.figure.axes
    names = [label.get_text() for label in axes.get_yticklabels()]
    assert len(names) == MOST_LANES + 1
    assert names[-1] == "3 others"
    assert f"Speaker {MOST_LANES - 1}" in chart.description
    assert f"Speaker {MOST_LANES}" not in chart.description
    assert "; 3 others" in chart.description
    assert len(chart.table.rows) == number


def test_filled_and_hatched_bars_are_told_apart_without_colour():
    figure = plot_speakers(TEXT, made_quotes()).figure
    hatches = {patch.get_hatch() for patch in figure.axes[0].patches}
    assert hatches == {None, "////"}


def test_a_chart_knows_the_quotations_that_it_was_made_of():
    assert plot_timeline(TEXT, made_quotes()).table.findings == tuple(made_quotes())


@settings(max_examples=10, deadline=None)
@given(TEXTS)
def test_any_text_can_be_drawn(text):
    for plot in (plot_speakers, plot_timeline):
        assert plot(text, find_quotes(text)).image().startswith(b"\x89PNG")


@settings(deadline=None)
@given(TEXTS)
def test_every_stretch_lies_among_the_words_of_the_text(text):
    total = len(find_words(text))
    for _, first, last, _ in plot_timeline(text, find_quotes(text)).table.rows:
        assert 1 <= first <= last <= total


def test_a_quotation_of_many_pieces_is_cut_in_time_that_grows_with_its_length():
    def draw(text):
        pieces = tuple(Span(n, n + 3) for n in range(0, len(text) - 8, 8))
        quote = Quote((Span(0, len(text)),), "mixed", None, None, "Jo Poe", quoted=pieces)
        plot_timeline(text, [quote])

    assert_linear(draw, "one two ")


@pytest.mark.parametrize("plot", [plot_speakers, plot_timeline])
def test_the_given_article_is_drawn_with_its_three_named_speakers(plot):
    article = load_article()
    chart = plot(article, find_quotes(article))
    for name in ("Vladimir Putin", "Donald Trump", "Emmanuel Macron"):
        assert name in chart.description
