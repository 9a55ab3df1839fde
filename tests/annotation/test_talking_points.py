"""What two readers could ask each other about each kind of disagreement."""

import pytest

from helpers.annotation.agreement import measure_agreement
from helpers.annotation.annotation import Annotation
from helpers.annotation.talking_points import to_talk_about
from helpers.text.span import Span

TEXT = "“We waited 🔥,” said Ana Silva, who keeps the lamp. The pier is old, and so are we."


def mark(label, *words, values=()):
    spans = tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in words)
    return Annotation(label, spans, values=values)


@pytest.mark.parametrize(
    ("mine", "theirs", "question"),
    [
        pytest.param(
            mark("source", "Ana Silva"),
            mark("source", "Ana Silva, who keeps the lamp"),
            "How much of the description belongs to the source?",
            id="edges of a source",
        ),
        pytest.param(
            mark("content", "We waited 🔥"),
            mark("content", "“We waited 🔥,”"),
            "Do quotation marks, commas and stops belong to a mark?",
            id="edges that hold no letter",
        ),
        pytest.param(
            mark("content", "“We waited 🔥,”", "The pier is old"),
            mark("content", "“We waited 🔥,”"),
            "One mark in several pieces, or a mark for each piece?",
            id="pieces",
        ),
        pytest.param(
            mark("evaluation", "old"),
            mark("evaluation", "old, and so are we"),
            "Where does “evaluation” begin here, and where does it end?",
            id="edges of any label",
        ),
        pytest.param(
            mark("source", "Ana Silva"),
            mark("cue", "Ana Silva"),
            "Is it source or cue? Read both definitions to each other.",
            id="other label",
        ),
        pytest.param(
            mark("view (own)", "The pier is old", values=(("how", "plain"),)),
            mark("view (other's)", "The pier is old"),
            "Is it view (own) or view (other's)? Read both definitions to each other.",
            id="labels with brackets in their names",
        ),
        pytest.param(
            mark("content", "The pier is old", values=(("kind", "direct"),)),
            mark("content", "The pier is old", values=(("kind", "indirect"),)),
            "The same words: which of the two answers fits, and why?",
            id="other detail",
        ),
        pytest.param(
            mark("content", "The pier is old", values=(("kind", "indirect"),)),
            mark("cue", "said"),
            "Is this somebody's, or does the reporter tell it in the reporter's own name?",
            id="missed, with a detail",
        ),
    ],
)
def test_each_kind_of_disagreement_has_its_question(mine, theirs, question):
    agreement = measure_agreement({"you": [mine], "Heron": [theirs]}, TEXT)
    assert question in [to_talk_about(one, TEXT) for one in agreement.disagreements]


def test_a_label_of_any_other_codebook_is_asked_about_by_its_definition():
    agreement = measure_agreement(
        {"you": [mark("irony", "so are we")], "Heron": [mark("cue", "said")]}, TEXT
    )
    questions = [to_talk_about(one, TEXT) for one in agreement.disagreements]
    assert questions == [
        "Do these words tell that something is said, or what somebody does?",
        "Does the definition of “irony” cover these words?",
    ]
