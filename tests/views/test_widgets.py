"""Widgets without a browser: what they hold and how they answer. tests/browser operates them."""

import pytest
from hypothesis import given, settings

from helpers import (
    Article,
    Span,
    choose_settings,
    explore_quotes,
    explore_words,
    find_words,
    load_article,
    read_settings,
    reading_pane,
)
from helpers.views.widgets.problem import Problem, shown_in
from tests.conftest import GIVEN, INVENTED
from tests.strategies import TEXTS

TEXT = "🔥 Talks began. “We talk,” Ana Silva said. The talks ended.\n\n“It is over,” Jo Poe wrote."


def test_a_change_in_how_words_are_counted_changes_chart_table_and_text_together():
    widget = explore_words(TEXT)
    assert widget.word.value == "talks"
    before = widget.chart.value, widget.lines.value, widget.pane.layers
    widget.form.value = "stem"
    after = widget.chart.value, widget.lines.value, widget.pane.layers
    assert all(a != b for a, b in zip(before, after, strict=True))
    assert widget.word.value == "talk"
    assert len(widget.pane.layers[0]["spans"]) == 3


def test_fewer_bars_leave_the_chosen_word_alone():
    widget = explore_words(load_article())
    widget.word.value = "ceasefire"
    widget.top.value = 5
    assert widget.word.value == "ceasefire"
    assert "The 5 most frequent" in widget.chart.value


def test_a_word_is_chosen_by_clicking_it():
    widget = explore_words(TEXT)
    place = find_words(TEXT)[-1]
    widget.pane.click = {"start": place.start + 1, "end": place.start + 1, "count": 1}
    assert widget.word.value == "wrote"


def test_a_click_on_a_word_that_is_not_counted_says_why():
    widget = explore_words(TEXT)
    at = TEXT.index("The")
    widget.pane.click = {"start": at, "end": at, "count": 1}
    assert "small words" in widget.problem.value
    widget.stop_words.value = True
    assert widget.problem.value == ""


def test_quotations_are_filtered_by_speaker_and_kind():
    widget = explore_quotes(TEXT)
    assert len(widget.quote.options) == 2
    widget.speaker.value = "Jo Poe"
    assert [label for label, _ in widget.quote.options] == ["Jo Poe: It is over,"]
    assert "Rule “quotation, then speaker and cue”" in widget.why.value
    assert [layer["name"] for layer in widget.pane.layers] == ["Jo Poe"]


def test_a_choice_that_leaves_no_quotation_says_so():
    widget = explore_quotes(load_article())
    widget.speaker.value = "Donald Trump"
    widget.kind.value = "term"
    assert widget.quote.options == ()
    assert "No quotation" in widget.why.value


def test_a_quotation_is_chosen_by_clicking_it():
    widget = explore_quotes(TEXT)
    at = TEXT.index("It is over")
    widget.pane.click = {"start": at, "end": at + 11, "count": 1}
    assert widget.quote.value == 1
    assert widget.pane.target["start"] == at


@pytest.mark.parametrize("text", ["", "…", "the of and"])
def test_widgets_open_on_texts_without_words_or_quotations(text):
    assert explore_words(text).word.value is None
    assert "No quotation" in explore_quotes(text).why.value


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_widgets_open_on_any_text_without_a_problem(text):
    for widget in (explore_words(text), explore_quotes(text)):
        assert widget.problem.value == ""


def test_the_pane_scrolls_to_a_place_again_and_again_and_refuses_one_outside():
    pane = reading_pane(TEXT)
    pane.scroll_to(Span(2, 7))
    first = pane.target
    pane.scroll_to(Span(2, 7))
    assert pane.target != first
    with pytest.raises(ValueError, match="does not lie inside"):
        pane.scroll_to(Span(0, 999))


@pytest.mark.parametrize(
    "click", [{}, {"start": "0", "end": 1}, {"start": -1, "end": 1}, {"start": 0, "end": 10**9}]
)
def test_a_click_that_cannot_be_is_not_passed_on(click):
    clicked = []
    pane = reading_pane(TEXT)
    pane.on_click(clicked.append)
    pane.click = click
    assert clicked == []


def test_settings_are_kept_only_when_the_article_can_be_read(workbook):
    widget = choose_settings()
    assert {path for _, path in widget.article.options} == {GIVEN, *INVENTED}
    widget.article.value = INVENTED[0]
    widget.reader.value = "Blue <b>Heron</b>"
    widget.keep.click()
    assert read_settings() == (INVENTED[0], "Blue <b>Heron</b>")
    assert "Blue &lt;b&gt;Heron" in widget.answer.value
    (workbook / INVENTED[1]).write_bytes(b"")
    widget.article.value = INVENTED[1]
    widget.keep.click()
    assert "is empty" in widget.problem.value
    assert read_settings().article == INVENTED[0]


def test_an_exception_in_a_callback_is_shown_and_goes_when_all_is_well_again():
    problem = Problem()

    def callback(number):
        return 1 / number

    guarded = shown_in(problem, callback)
    guarded(0)
    assert "division by zero" in problem.value
    guarded(1)
    assert problem.value == ""


def test_two_widgets_on_one_article_do_not_share_their_state():
    one, other = explore_words(Article(TEXT)), explore_words(Article(TEXT))
    one.word.value = "ended"
    assert other.word.value == "talks"
