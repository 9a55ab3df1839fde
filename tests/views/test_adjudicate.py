import pytest

from helpers import adjudicate, open_adjudication
from helpers.annotation.adjudication import NO_MARK, OTHER
from helpers.annotation.annotation import Annotation
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.views.widgets.adjudicate import CHOOSE, NOTHING, OWN

ARTICLE = Article(
    "Ana Silva <b>said</b> no. The 🔥 office said yes. She said “no.”", title="Yes and no"
)


def mark(words, label, reader, **fields):
    start = ARTICLE.text.index(words)
    return Annotation(label, (Span(start, start + len(words)),), reader=reader, **fields)


HERON = [
    mark("Ana Silva", "source", "Heron"),
    mark("<b>said</b>", "cue", "Heron", comment="<i>so</i>"),
    mark("The 🔥 office", "source", "Heron", values=(("kind", "group"),)),
]
OTTER = [mark("Ana Silva", "source", "Otter"), mark("🔥 office", "source", "Otter")]
READINGS = {"Heron": HERON, "Otter": OTTER}


def press(widget, **written):
    values = {**widget.form.values, **written}
    widget.form._received(None, {"button": "Keep this decision", "values": values}, [])


def test_it_begins_with_the_first_question_and_shows_what_each_reader_has():
    widget = adjudicate(ARTICLE, READINGS)
    assert "Question 1 of 2: missed" in widget.question.value
    assert "&lt;b&gt;said&lt;/b&gt;" in widget.question.value
    assert "&lt;i&gt;so&lt;/i&gt;" in widget.question.value
    assert [(layer["name"], len(layer["spans"])) for layer in widget.pane.layers] == [
        ("Heron", 1),
        ("Otter", 0),
    ]
    assert widget.form.values["decision"] == CHOOSE


def test_each_choice_of_the_form_is_the_decision_of_its_twin():
    widget = adjudicate(ARTICLE, READINGS)
    press(widget, decision=NOTHING, comment="only a verb of doing")
    assert "Question 1 is kept. Decided: no mark here." in widget.status.value
    assert "Question 2 of 2: other edges" in widget.question.value
    press(widget, decision="as Otter has it")
    twin = open_adjudication(ARTICLE, READINGS)
    assert [twin.decisions[q.id].choice for q in twin.questions] == [NO_MARK, "Otter"]
    assert twin.decisions[twin.questions[0].id].comment == "only a verb of doing"
    assert "2 of 2 questions are decided" in widget.status.value


def test_other_words_are_taken_as_they_are_selected_or_where_they_stand_nearest():
    widget = adjudicate(ARTICLE, READINGS)
    widget._next()
    widget._select(Span(ARTICLE.text.rindex("said"), ARTICLE.text.rindex("said") + 4))
    assert (widget.form.values["decision"], widget.form.values["words"]) == (OWN, "said")
    press(widget, decision=OWN, words="said", label="source")
    agreed = widget.adjudication.annotations
    assert agreed[-1].spans[0].start == ARTICLE.text.rindex("said")
    widget._show(1)
    press(widget, decision=OWN, words="office said", label="source")
    (mark,) = (m for m in widget.adjudication.annotations if m.id == agreed[-1].id)
    assert mark.spans[0].of(ARTICLE.text) == "office said"
    assert mark.values == (("kind", "group"),)
    decision = widget.adjudication.decisions[widget.adjudication.questions[1].id]
    assert decision.choice == OTHER
    widget._show(1)
    assert widget.form.values["words"] == "office said"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param({"decision": CHOOSE}, "choose a decision", id="nothing chosen"),
        pytest.param({"decision": "<script>"}, "choose a decision", id="not in the menu"),
        pytest.param({"decision": OWN}, "Write the words", id="no words"),
        pytest.param({"decision": OWN, "words": "nowhere"}, "does not stand", id="absent words"),
        pytest.param({"decision": OWN, "words": "no", "label": "x"}, "choose a label", id="label"),
    ],
)
def test_what_cannot_be_decided_is_said_in_the_widget_and_nothing_is_kept(written, said):
    widget = adjudicate(ARTICLE, READINGS)
    press(widget, **written)
    assert said in widget.problem.value
    assert widget.adjudication.decisions == {}


def test_opened_again_it_shows_the_first_question_that_waits_and_keeps_the_others_answers():
    press(adjudicate(ARTICLE, READINGS), decision="as Heron has it", comment="agreed at once")
    again = adjudicate(ARTICLE, READINGS)
    assert "Question 2 of 2" in again.question.value
    again._previous()
    assert "Decided: as Heron has it." in again.question.value
    assert again.form.values["decision"] == "as Heron has it"
    assert again.form.values["comment"] == "agreed at once"


def test_with_nothing_to_adjudicate_there_is_a_sentence_and_no_form():
    widget = adjudicate(ARTICLE, {"Heron": HERON})
    assert "only Heron is here" in widget.status.value
    assert not hasattr(widget, "form")
    alike = adjudicate(ARTICLE, {"Heron": HERON[:1], "Otter": OTTER[:1]})
    assert "0 of 0 questions are decided; the agreed version has 1 marks" in alike.status.value
