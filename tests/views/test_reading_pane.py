"""What the pane passes on of what the reader selects; tests/browser selects in it."""

import pytest

from helpers import Span, reading_pane

TEXT = "🔥 Talks began. The talks ended."


def test_selected_words_are_told_and_stay_selected_until_the_reader_selects_others():
    heard = []
    pane = reading_pane(TEXT)
    assert not pane.is_selectable
    pane.on_select(heard.append)
    assert pane.is_selectable
    pane.selection = {"start": 2, "end": 7, "count": 1}
    assert pane.selected == Span(2, 7)
    pane.selection = {}
    assert pane.selected is None
    assert heard == [Span(2, 7)]


@pytest.mark.parametrize(
    "sent",
    [{"start": "2", "end": 7}, {"start": 7, "end": 2}, {"start": 0, "end": 999}, {"start": True}],
    ids=str,
)
def test_a_selection_that_cannot_be_is_not_passed_on(sent):
    heard = []
    pane = reading_pane(TEXT)
    pane.on_select(heard.append)
    pane.selection = sent
    assert heard == []
    assert pane.selected is None


def test_an_error_in_a_listener_for_selections_is_shown_above_the_text():
    pane = reading_pane(TEXT)
    pane.on_select(lambda span: 1 / 0)
    pane.selection = {"start": 2, "end": 7, "count": 1}
    assert "division by zero" in pane.problem
