"""What the widgets about words hold and how they answer; tests/browser operates them."""

import pytest
from hypothesis import given, settings

from helpers import (
    Article,
    compare_texts,
    compare_words,
    count_words,
    explore_words,
    find_concordance,
    find_words,
    load_article,
    measure_dispersion,
    plot_dispersion,
    plot_keyness,
    plot_word_counts,
    plot_zipf,
    split_by_quotation,
)
from helpers.analysis.quoted_parts import NARRATION, QUOTED
from helpers.views.widgets import explore_words as words_module
from helpers.views.widgets.reading_pane import ReadingPane
from tests.conftest import INVENTED
from tests.strategies import TEXTS

TEXT = "🔥 Talks began. “We talk,” Ana Silva said. The talks ended.\n\n“It is over,” Jo Poe wrote."


def test_a_change_in_how_words_are_counted_changes_chart_table_sentence_and_text_together():
    widget = explore_words(TEXT)
    assert widget.word.value == "talks"

    def seen():
        return (
            widget.chart.value,
            widget.table.value,
            widget.summary.value,
            widget.lines.value,
            widget.places.value,
            widget.pane.layers,
        )

    before = seen()
    widget.choices.form.value = "stem"
    assert all(after != was for after, was in zip(seen(), before, strict=True))
    assert widget.word.value == "talk"
    assert len(widget.pane.layers[0]["spans"]) == 3


def test_what_is_shown_is_what_the_functions_give():
    article = load_article()
    widget = explore_words(article)
    counts = count_words(article, stop_words=False)
    assert plot_word_counts(article, counts).description in widget.chart.value
    word = widget.word.value
    found = measure_dispersion(article, word)
    assert plot_dispersion(article, [found]).html() == widget.places.value
    assert len(widget.line.options) == len(find_concordance(article, word))
    widget.kind.value = "count by rank (Zipf)"
    assert plot_zipf(article, counts).html() == widget.chart.value


@pytest.mark.parametrize(
    ("control", "value", "sentence"),
    [
        ("choices.form", "as written", "11 different ones"),
        ("choices.form", "lemma", "“talk” leads with 3"),
        ("choices.stop_words", True, "16 words counted"),
        ("within", QUOTED, "Inside quotation marks: 1 word counted"),
        ("within", "paragraph 2", "Paragraph 2: 3 words counted"),
        ("minimum", 2, "those with fewer than 2 occurrences are not listed"),
    ],
)
def test_every_choice_changes_the_sentence(control, value, sentence):
    widget = explore_words(TEXT)
    assert sentence not in widget.summary.value
    target = widget
    for name in control.split("."):
        target = getattr(target, name)
    target.value = value
    assert widget.problem.value == ""
    assert sentence in widget.summary.value


@pytest.fixture
def drawn(count_calls):
    """How often each picture and table was drawn, and the text with its marks."""
    names = ("plot_word_counts", "plot_dispersion", "table")
    views = ((ReadingPane, "show"), (ReadingPane, "scroll_to"))
    return count_calls(*((words_module, name) for name in names), *views)


def test_every_choice_about_words_draws_everything_once(drawn):
    widget = explore_words(TEXT)
    every = {"plot_word_counts": 1, "plot_dispersion": 1, "table": 2, "show": 1, "scroll_to": 1}
    for control, value in (
        (widget.choices.form, "as written"),
        (widget.choices.stop_words, True),
        (widget.choices.hyphens, "part"),
        (widget.within, NARRATION),
    ):
        drawn.clear()
        control.value = value
        assert drawn == every
    drawn.clear()
    widget.word.value = "ended"
    assert drawn == {"plot_dispersion": 1, "table": 1, "show": 1, "scroll_to": 1}
    drawn.clear()
    widget.top.value = 5
    assert drawn == {"plot_word_counts": 1, "table": 1}


def test_fewer_bars_leave_the_chosen_word_alone():
    widget = explore_words(load_article())
    widget.word.value = "ceasefire"
    widget.top.value = 5
    assert widget.word.value == "ceasefire"
    assert "The 5 most frequent" in widget.chart.value


def test_choosing_a_line_goes_to_its_place_and_sorting_lists_the_lines_anew():
    widget = explore_words("no talks\n\nany talks\n\nlong talks")
    assert [label for label, _ in widget.line.options] == [
        "paragraph 1: no talks",
        "paragraph 2: any talks",
        "paragraph 3: long talks",
    ]
    widget.line.value = 2
    assert widget.pane.target["spans"] == [[26, 31]]
    widget.sort.value = "left"
    assert [label[10] for label, _ in widget.line.options] == ["2", "3", "1"]
    assert widget.pane.target["spans"] == [[14, 19]]


def test_a_very_frequent_word_has_its_first_lines_listed_and_the_title_says_so():
    widget = explore_words("rain " * 400)
    assert len(widget.line.options) == words_module.MOST_LINES
    assert "the first 300 of 400 lines" in widget.lines.value
    widget.pane.click = {"start": 5 * 350, "end": 5 * 350 + 4, "count": 1}
    assert widget.problem.value == ""
    assert widget.pane.target["spans"] == [[1750, 1754]]


def test_a_word_is_chosen_by_clicking_it():
    widget = explore_words(TEXT)
    place = find_words(TEXT)[-1]
    widget.pane.click = {"start": place.start + 1, "end": place.start + 1, "count": 1}
    assert widget.word.value == "wrote"


def test_clicking_another_place_of_a_word_chooses_its_line():
    widget = explore_words(TEXT)
    at = TEXT.index("talks ended")
    widget.pane.click = {"start": at, "end": at + 5, "count": 1}
    assert (widget.word.value, widget.line.value) == ("talks", 1)
    assert widget.pane.target["spans"] == [[at, at + 5]]


def test_a_click_on_a_word_that_is_not_counted_says_why():
    widget = explore_words(TEXT)
    at = TEXT.index("The")
    widget.pane.click = {"start": at, "end": at, "count": 1}
    assert "small words" in widget.problem.value
    widget.choices.stop_words.value = True
    assert widget.problem.value == ""


def test_a_choice_that_leaves_no_word_says_so_and_the_next_one_helps():
    widget = explore_words("The of and. Rain.")
    widget.minimum.value = 5
    assert "no word is left to count" in widget.summary.value
    assert (widget.word.value, widget.line.options, widget.pane.layers) == (None, (), [])
    widget.minimum.value = 1
    assert widget.word.value == "rain"


def test_quotations_and_narration_are_compared_first_in_both_directions():
    article = load_article()
    widget = compare_texts(article)
    assert (widget.left.value, widget.right.value) == (QUOTED, NARRATION)
    parts = split_by_quotation(article)
    found = compare_words(
        article,
        article,
        within=parts[QUOTED],
        reference_within=parts[NARRATION],
        name=QUOTED,
        reference_name=NARRATION,
        stop_words=False,
    )
    assert plot_keyness(article, found).html() == widget.chart.value
    assert f"More often in: {QUOTED}" in widget.tables[0].value
    assert f"More often in: {NARRATION}" in widget.tables[1].value
    assert "no p-value" in widget.summary.value
    assert repr(widget)  # ipywidgets has private names of its own that must not be taken


def test_every_choice_of_a_comparison_changes_chart_tables_and_sentence():
    widget = compare_texts(*(load_article(path) for path in INVENTED))
    assert "· first: " in widget.left.value
    assert "· second: " in widget.right.value
    for control, value in (
        (widget.choices.stop_words, True),
        (widget.choices.form, "lemma"),
        (widget.choices.hyphens, "part"),
        (widget.minimum, 4),
        (widget.left, widget.left.options[1]),
        (widget.right, "general English"),
    ):
        if control is widget.right:
            widget.choices.form.value = "folded"
        before = widget.chart.value, widget.summary.value, widget.tables[0].value
        control.value = value
        assert widget.problem.value == ""
        after = widget.chart.value, widget.summary.value, widget.tables[0].value
        if control is widget.choices.hyphens:
            continue  # these reports may have no hyphen among their frequent words
        assert after != before, control.description


def test_the_word_looked_at_is_marked_on_both_sides_where_it_stands():
    one, other = "rain rain rain sun", "wind wind rain sun sun"
    widget = compare_texts(one, other)
    widget.word.value = "sun"
    left, right = (box.children[0] for box in widget.panes)
    assert left.layers[0]["spans"] == [[15, 18]]
    assert right.layers[0]["spans"] == [[15, 18], [19, 22]]
    widget.right.value = "general English"
    assert widget.panes[1].children == ()


def test_two_equal_sides_are_refused_in_words_and_nothing_of_the_last_pair_stays():
    widget = compare_texts(load_article())
    widget.right.value = QUOTED
    assert "nothing to compare" in widget.problem.value
    assert widget.chart.value == widget.tables[0].value == widget.summary.value == ""
    assert widget.word.options == ()
    widget.right.value = NARRATION
    assert widget.problem.value == ""


def test_general_english_is_compared_only_in_the_form_that_it_has():
    widget = compare_texts("Rain and rain and rain.")
    assert widget.right.value == "general English"
    widget.choices.form.value = "stem"
    assert "small letters" in widget.problem.value
    widget.choices.form.value = "folded"
    assert widget.problem.value == ""


def test_all_measures_are_shown_on_request():
    widget = compare_texts(load_article())
    assert "chi squared" not in widget.tables[0].value
    widget.all_measures.value = True
    assert "chi squared yates" in widget.tables[0].value
    for top in (3, 10, 20):  # also where a measure is defined for none of the words shown
        widget.top.value = top
        assert widget.problem.value == ""


@pytest.mark.parametrize("text", ["", "…", "the of and"])
def test_widgets_open_on_texts_without_words_and_say_so(text):
    widget = explore_words(text)
    assert widget.word.value is None
    assert widget.problem.value == ""
    assert "no words to count" in compare_texts(text).problem.value


@settings(max_examples=5, deadline=None)
@given(TEXTS)
def test_widgets_open_on_any_text_without_a_traceback(text):
    widget = explore_words(Article(text))
    assert widget.problem.value == ""
    widget.choices.hyphens.value = "part"
    widget.choices.stop_words.value = True
    assert widget.problem.value == ""
    said = compare_texts(text, "rain and wind").problem.value
    assert said == "" or "Choose another" in said
