"""The widget without a browser: what it holds and how it answers."""

import pytest
from hypothesis import given, settings

from helpers import Article, explore_quotes, find_quotes, load_article, mark
from helpers.analysis.quotes.corrections import CORRECTED
from helpers.annotation.journal import journal_path
from helpers.annotation.seen import has_seen
from helpers.views.charts import Chart
from helpers.views.kept_corrections import corrections_path, open_corrections
from helpers.views.widgets import explore_quotes as module
from helpers.views.widgets.reading_pane import ReadingPane
from tests.strategies import TEXTS

TEXT = (
    "🔥 Talks began. “We talk,” Ana Silva said. The talks ended.\n\n"
    "“It is over,” Jo Poe wrote. Nobody came."
)


@pytest.fixture(autouse=True)
def pictures_are_not_drawn(monkeypatch):
    """Their sentences count here; that they can be drawn is tested in tests/views/charts."""
    monkeypatch.setattr(Chart, "image", lambda chart, kind="png": b"")


def press(form, button=None, **written):
    """What form.js sends when a button is pressed; fields not named are as they were filled."""
    names = [field["name"] for field in form.fields]
    values = dict.fromkeys(names, "") | {"kind": "direct"} | form.values | written
    form._handle_custom_msg({"button": button or form.buttons[0], "values": values}, [])


def reject(widget):
    press(widget.corrections.correct, "This is no quotation")


def undo(widget):
    press(widget.corrections.list, "Undo the last change")


def kept(widget):
    return widget.corrections.list.choices["correction"]


def lines(widget):
    return [label for label, _ in widget.quote.options]


@pytest.fixture
def drawn(count_calls):
    """How often each picture and table was drawn, and the text with its marks."""
    names = ("plot_timeline", "plot_speakers", "audit_sources", "table")
    views = ((ReadingPane, "show"), (ReadingPane, "scroll_to"))
    return count_calls(*((module, name) for name in names), *views)


ONCE = {
    "plot_timeline": 1,
    "plot_speakers": 1,
    "audit_sources": 1,
    "table": 2,
    "show": 1,
    "scroll_to": 1,
}


def test_every_choice_and_every_correction_draws_everything_once(drawn):
    widget = explore_quotes(TEXT)
    for act in (
        lambda: setattr(widget.speaker, "value", "Jo Poe"),
        lambda: setattr(widget.kind, "value", "direct"),
        lambda: setattr(widget.stance, "value", "neutral"),
        lambda: press(widget.corrections.correct, speaker="Ana Silva"),
        lambda: undo(widget),
    ):
        drawn.clear()
        act()
        assert widget.problem.value == ""
        assert drawn == ONCE


def test_quotations_are_filtered_by_speaker_kind_and_stance():
    widget = explore_quotes(TEXT)
    assert len(lines(widget)) == 2
    widget.speaker.value = "Jo Poe"
    assert lines(widget) == ["Jo Poe: It is over,"]
    assert "Jo Poe" in widget.why.value
    assert "Rule “" in widget.why.value
    assert [layer["name"] for layer in widget.pane.layers] == ["Jo Poe"]
    assert "1 of 2 quotations." in widget.summary.value
    widget.kind.value = "direct"
    widget.stance.value = "neutral"
    assert len(lines(widget)) == 1


def test_of_what_a_filter_leaves_no_share_of_all_that_is_attributed_is_told():
    widget = explore_quotes(TEXT)
    assert "share of attributed" in widget.audit.value
    assert "these alone" not in widget.summary.value
    widget.speaker.value = "Ana Silva"
    assert "share of attributed" not in widget.audit.value
    assert "these alone" in widget.summary.value


def test_a_choice_that_leaves_no_quotation_says_so():
    widget = explore_quotes(load_article())
    widget.speaker.value = "Donald Trump"
    widget.kind.value = "term"
    assert widget.quote.options == ()
    assert "No quotation" in widget.why.value
    reject(widget)
    assert "No quotation is chosen" in widget.problem.value


def test_a_quotation_is_chosen_by_clicking_it():
    widget = explore_quotes(TEXT)
    at = TEXT.index("It is over")
    widget.pane.click = {"start": at, "end": at + 11, "count": 1}
    assert widget.quote.value == 1
    assert widget.pane.target["spans"] == [[at, at + 11]]
    assert widget.corrections.correct.values == {
        "quotation": f"{at}-{at + 11}",
        "speaker": "Jo Poe",
        "kind": "direct",
    }


def test_of_two_quotations_of_which_one_lies_in_the_other_the_clicked_one_is_chosen():
    widget = explore_quotes(TEXT)
    inner = TEXT.index("is over")
    widget.pane.selection = {"start": inner, "end": inner + 7}
    press(widget.corrections.add, speaker="Ana Silva")
    assert len(widget.quotes) == 3
    outer = TEXT.index("It is over")
    for start, end in ((outer, outer + 11), (inner, inner + 7)):
        widget.pane.click = {"start": start, "end": end, "count": start}
        assert widget.pane.target["spans"] == [[start, end]]


def test_all_parts_of_an_interrupted_quotation_are_outlined():
    text = "“We waited,” Ana Silva said, “and it rained.”"
    widget = explore_quotes(text)
    first, second = (text.index(part) for part in ("We waited", "and it"))
    assert widget.pane.target["spans"] == [[first, first + 10], [second, second + 14]]


def test_a_corrected_speaker_is_in_list_text_pictures_and_tables_and_kept():
    widget = explore_quotes(TEXT)
    press(widget.corrections.correct, speaker="  Zoé  Achterquist ")
    assert widget.problem.value == ""
    assert lines(widget)[0] == "Zoé Achterquist: We talk, · corrected"
    assert "Zoé Achterquist" in widget.speaker.options
    for shown in (widget.timeline, widget.chart, widget.audit, widget.rows, widget.why):
        assert "Zoé Achterquist" in shown.value
        assert "Ana Silva" not in shown.value
    assert "1 correction is kept" in widget.corrections.kept.value
    again = explore_quotes(TEXT)
    assert again.quotes == widget.quotes
    assert again.quotes[0].rule == CORRECTED


def test_the_chosen_quotation_stays_chosen_when_it_is_corrected():
    widget = explore_quotes(TEXT)
    widget.quote.value = 1
    press(widget.corrections.correct, speaker="Ana Silva")
    assert widget.quote.value == 1
    assert "corrected" in lines(widget)[1]


def test_a_correction_shows_the_quotation_even_where_the_filter_would_hide_it():
    widget = explore_quotes(TEXT)
    widget.speaker.value = "Jo Poe"
    press(widget.corrections.correct, speaker="Ana Silva")
    assert widget.speaker.value == module.EVERYBODY
    assert "Ana Silva" in widget.why.value


def test_what_is_said_to_be_a_term_loses_its_speaker():
    widget = explore_quotes(TEXT)
    press(widget.corrections.correct, kind="term")
    assert (widget.quotes[0].kind, widget.quotes[0].speaker) == ("term", "")


def test_a_term_that_is_given_a_speaker_is_no_term_any_more():
    widget = explore_quotes("The so-called “Blue Line” had closed.")
    assert widget.quotes[0].kind == "term"
    press(widget.corrections.correct, speaker="Jo Poe", kind="term")
    assert (widget.quotes[0].kind, widget.quotes[0].speaker) == ("mixed", "Jo Poe")


def test_a_press_that_corrects_nothing_says_so():
    widget = explore_quotes(TEXT)
    press(widget.corrections.correct)
    assert "Change one of them first" in widget.problem.value


def test_a_quotation_is_rejected_and_comes_back_when_that_is_undone():
    widget = explore_quotes(TEXT)
    reject(widget)
    assert lines(widget) == ["Jo Poe: It is over,"]
    assert [line for line, _ in kept(widget)] == ["rejected: We talk,"]
    undo(widget)
    assert len(lines(widget)) == 2
    undo(widget)
    assert "nothing to undo" in widget.problem.value


def test_who_has_looked_at_the_quotations_marks_blind_no_more():
    assert not has_seen(journal_path(Article(TEXT)))
    explore_quotes(TEXT)
    assert has_seen(journal_path(Article(TEXT)))


def test_a_correction_is_taken_back_from_the_list():
    widget = explore_quotes(TEXT)
    press(widget.corrections.list)
    assert "No correction is chosen" in widget.problem.value
    reject(widget)
    ((_, id),) = kept(widget)
    press(widget.corrections.list, correction=id)
    assert widget.problem.value == ""
    assert widget.quotes == tuple(find_quotes(TEXT))


def test_a_press_is_about_the_quotation_that_the_form_showed_whatever_is_chosen_since():
    widget = explore_quotes(TEXT)
    shown = dict(widget.corrections.correct.values)
    widget.quote.index = 1
    press(widget.corrections.correct, "This is no quotation", **shown)
    assert lines(widget) == ["Jo Poe: It is over,"]
    press(widget.corrections.correct, **shown)
    assert "not there any more" in widget.problem.value


def test_words_that_are_selected_in_the_text_are_added_where_they_were_selected():
    widget = explore_quotes(TEXT)
    start = TEXT.rindex("Nobody came")
    widget.pane.selection = {"start": start, "end": start + 12}
    assert widget.corrections.add.values["words"] == "Nobody came."
    assert widget.corrections.add.values["kind"] == "indirect"
    press(widget.corrections.add, speaker="Jo Poe")
    added = widget.quotes[-1]
    assert (added.speaker, added.kind, added.rule) == ("Jo Poe", "indirect", CORRECTED)
    assert added.content[0].start == start
    assert "Nobody came." in lines(widget)[widget.quote.value]


def test_words_that_are_pasted_are_found_in_the_text():
    widget = explore_quotes(TEXT)
    press(widget.corrections.add, words="Talks began", speaker="Jo Poe", kind="indirect")
    assert widget.problem.value == ""
    assert widget.quotes[0].content[0].of(TEXT) == "Talks began"


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ({"words": "Nobody went", "place": ""}, "does not occur"),
        ({"words": "alks", "place": ""}, "only inside longer words"),
        ({"words": "a", "place": "two"}, "Write a number"),
        ({"words": "", "place": ""}, "words"),
        ({"words": "Talks", "place": "9"}, "counted from 1"),
        ({"words": "We talk,", "place": ""}, "already"),
    ],
)
def test_words_that_cannot_be_added_are_refused_and_nothing_is_kept(written, says):
    widget = explore_quotes(TEXT)
    press(widget.corrections.add, **written)
    assert says in widget.problem.value
    assert kept(widget) == []


def test_a_kind_that_the_menu_does_not_have_is_refused():
    widget = explore_quotes(TEXT)
    press(widget.corrections.correct, kind="<b>")
    assert "There are: direct" in widget.problem.value
    assert "<b>“" not in widget.problem.value


def test_names_of_speakers_are_suggested():
    widget = explore_quotes(TEXT)
    assert widget.corrections.correct.suggestions == {"speaker": ["Ana Silva", "Jo Poe"]}


def test_what_a_reader_writes_is_shown_and_never_run():
    widget = explore_quotes(TEXT)
    press(widget.corrections.correct, speaker="<script>alert(1)</script>")
    for shown in (widget.why, widget.chart, widget.timeline, widget.audit, widget.rows):
        assert "<script>" not in shown.value
        assert "&lt;script&gt;" in shown.value


def test_a_damaged_line_of_the_journal_is_told_and_the_rest_is_used():
    widget = explore_quotes(TEXT)
    reject(widget)
    path = widget._corrected.journal.path
    path.write_bytes(path.read_bytes() + b'{"torn')
    again = explore_quotes(TEXT)
    assert "incomplete" in again.problem.value
    assert len(again.quotes) == 1


def test_a_journal_that_is_none_leaves_the_quotations_to_be_looked_at(workbook):
    path = corrections_path(Article(TEXT))
    path.parent.mkdir(parents=True)
    path.write_text("no journal", encoding="utf-8")
    widget = explore_quotes(TEXT)
    assert len(lines(widget)) == 2
    assert "Nothing can be corrected here." in widget.problem.value
    reject(widget)
    assert "no journal of marks" in widget.problem.value
    assert path.read_text(encoding="utf-8") == "no journal"


def test_a_mark_in_the_journal_that_is_no_correction_is_left_alone():
    open_corrections(Article(TEXT)).add(mark(TEXT, "Talks", "source"))
    widget = explore_quotes(TEXT)
    assert widget.problem.value == ""
    assert kept(widget) == []


@pytest.mark.parametrize("text", ["", "…", "the of and"])
def test_the_widget_opens_on_texts_without_quotations(text):
    assert "No quotation" in explore_quotes(text).why.value


@settings(max_examples=15, deadline=None)
@given(TEXTS)
def test_the_widget_opens_on_any_text_without_a_problem(text):
    assert explore_quotes(text).problem.value == ""
