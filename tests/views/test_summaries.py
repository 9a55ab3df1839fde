import pytest
from hypothesis import given, settings

from helpers import (
    explore_summary,
    highlight,
    layers_by_score,
    link_sentences,
    load_article,
    load_notes,
    plot_sentence_graph,
    plot_sentence_scores,
    summarize,
)
from helpers.analysis.summary import METHODS
from helpers.views.widgets.explore_summary import _DECIDES, _KEEP, _LEAVE_OUT, _METHODS, OWN
from tests.strategies import TEXTS

FERRY = (
    "Ferry to Close\n\nThe ferry line will close in June. The council voted for it. "
    "“We need the ferry,” said Ada Quill. She wept. Rain fell."
)


def test_every_sentence_of_the_body_is_in_one_layer_with_its_reason():
    summary = summarize(FERRY, 2, method="textrank")
    layers = layers_by_score(summary)
    thirds = ("highest", "middle", "lowest")
    assert [layer.name for layer in layers] == [
        "chosen",
        *(f"{third} third of the others" for third in thirds),
    ]
    spans = sorted(span for layer in layers for span in layer.spans)
    assert spans == [score.sentence for score in summary.scores[1:]]
    assert len(layers[0].spans) == 2
    assert "shares words with" in layers[0].titles[0]
    assert highlight(FERRY, layers).html().count("<mark") >= 5


def test_thirds_are_by_rank_and_equals_stay_together():
    text = "Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell."
    layers = {
        layer.name: layer.spans for layer in layers_by_score(summarize(text, 1, method="lsa"))
    }
    assert len(layers["lowest third of the others"]) == 6


def test_the_charts_say_in_words_what_they_show():
    summary = summarize(FERRY, 2)
    chart = plot_sentence_scores(FERRY, summary)
    assert chart.description == (
        "The scores of 6 sentences by the method lead; the highest has sentence 2. Chosen: 2, 3."
    )
    assert [row[2] for row in chart.table.rows] == ["", 1, 2, "", "", ""]
    drawn = plot_sentence_graph(FERRY, link_sentences(FERRY), summary)
    assert drawn.description == (
        "5 sentences, of which textrank links 1 pair. The strongest joins 1 and 3, by “ferry”."
    )
    assert drawn.table.rows[0][:2] == (1, 3)


@settings(deadline=None, max_examples=10)
@given(TEXTS)
def test_any_text_can_be_drawn(text):
    text += " $x^ 🔥"
    assert plot_sentence_scores(text, summarize(text)).image().startswith(b"\x89PNG")
    assert plot_sentence_graph(text, link_sentences(text)).image().startswith(b"\x89PNG")


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_a_text_without_sentences_gives_a_chart_that_says_so(text):
    assert "no sentences" in plot_sentence_scores(text, summarize(text)).description
    assert "no sentences" in plot_sentence_graph(text, link_sentences(text)).description


def test_the_menu_has_every_method():
    assert sorted(_METHODS.values()) == sorted(METHODS)


def test_summary_reasons_and_chart_change_together():
    widget = explore_summary(FERRY)
    assert "is sentence 1 of 5" in widget.chosen.value
    widget.method.value = "lexrank"
    widget.length.value = 2
    summary = summarize(FERRY, 2, method="lexrank")
    for score in summary.chosen:
        assert score.sentence.of(FERRY) in widget.chosen.value
    assert "lexrank" in widget.chart.value
    assert widget.pane.layers[0]["spans"] == [list(s.sentence) for s in summary.chosen]
    assert "Of 1 quoted speakers" in widget.voices.value


def test_a_clicked_sentence_can_be_kept_or_left_out():
    widget = explore_summary(FERRY)
    rain = FERRY.index("Rain")
    widget.wish.value = _KEEP
    assert "No sentence is chosen yet" in widget.problem.value
    assert widget.wish.value == _DECIDES
    widget.pane.click = {"start": rain, "end": rain, "count": 1}
    assert widget.problem.value == ""
    assert widget.sentence.value.startswith('<p role="status">Sentence 6: score 0.2')
    widget.wish.value = _KEEP
    assert "Rain fell." in widget.chosen.value
    assert "is kept by the reader" in widget.sentence.value
    widget.wish.value = _LEAVE_OUT
    assert "Rain fell." not in widget.chosen.value
    widget.length.value = 5
    assert "Rain fell." not in widget.chosen.value


def test_a_lost_pronoun_is_shown_with_who_is_meant():
    widget = explore_summary(FERRY)
    she = FERRY.index("She")
    widget.length.value = 1
    widget.pane.click = {"start": she, "end": she, "count": 1}
    widget.wish.value = _KEEP
    assert "Who “She” is, the summary does not say: it is Ada Quill" in widget.chosen.value


def test_an_own_summary_is_kept_and_measured_against_the_method_and_the_lead():
    article = load_article()
    widget = explore_summary(article)
    assert "Write a summary above" in widget.scores.value
    widget.own.answers = {OWN: summarize(article).of(article)}
    assert load_notes(article)[OWN] == summarize(article).of(article)
    assert widget.scores.value.count("1.000") == 3 * 3 * 2  # the method is the lead, still
    widget.method.value = "lsa"
    assert widget.scores.value.count("1.000") == 3 * 3
    assert explore_summary(article).own.answers[OWN] == widget.own.answers[OWN]


def test_without_a_workbook_the_rest_works_all_the_same(monkeypatch, tmp_path):
    monkeypatch.setenv("WORKBOOK_HOME", str(tmp_path / "nowhere"))
    widget = explore_summary(FERRY)
    assert widget.own is None
    widget.method.value = "centroid"
    assert "is near the average" in widget.chosen.value


@settings(deadline=None, max_examples=15)
@given(TEXTS)
def test_any_text_can_be_explored_and_nothing_of_it_is_run(text):
    widget = explore_summary(text + "<script>alert(1)</script>")
    widget.method.value = "textrank"
    assert widget.problem.value == ""
    for part in (widget.chosen, widget.voices, widget.chart, widget.sentence):
        assert "<script>" not in part.value
