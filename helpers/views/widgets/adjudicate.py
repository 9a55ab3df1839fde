"""Step through what readers marked differently, and build the version that they agree on."""

from __future__ import annotations

import os
from collections.abc import Iterable

import ipywidgets

from helpers.annotation.adjudication import (
    AGREED,
    NO_MARK,
    OTHER,
    Adjudication,
    Decision,
    Question,
    find_near,
    open_adjudication,
)
from helpers.annotation.annotation import Annotation
from helpers.annotation.pairing import KINDS
from helpers.annotation.readings import Readings
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.views.colours import GREY, ink
from helpers.views.layer import Layer, escaped
from helpers.views.widgets.form import Field, Form
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, shown_in
from helpers.views.widgets.reading_pane import reading_pane

CHOOSE = "choose …"
NOTHING = "no mark here"
OWN = "other words: those below"


class Adjudicate(Panel):
    """The widget; ``adjudicate(article, readings)`` makes one."""

    def __init__(self, adjudication: Adjudication) -> None:
        self.adjudication = adjudication
        self.status = ipywidgets.HTML()
        self.problem = Problem()
        if adjudication.problem or not adjudication.questions:
            super().__init__([self.status, self.problem])
            self.status.value = f"<p>{escaped(_how_far(adjudication))}</p>"
            return
        self._number = 0
        self._selected: Span | None = None
        self._choices = {f"as {reader} has it": reader for reader in adjudication.readers}
        self._choices |= {NOTHING: NO_MARK, OWN: OTHER}
        self._labels = tuple(
            dict.fromkeys(m.label for q in adjudication.questions for _, m in q.sides if m)
        )
        self.question = ipywidgets.HTML()
        self.form = Form(
            [
                Field("decision", "Decision", choices=(CHOOSE, *self._choices)),
                Field(
                    "words",
                    "Words",
                    "other than the readers': select them in the text, or write them",
                ),
                Field("label", "Their label", choices=self._labels),
                Field("comment", "Reason", "for whoever reads this later"),
                Field("question", "", is_hidden=True),
            ],
            {"Keep this decision": shown_in(self.problem, self._keep)},
            is_primary=True,
        )
        self.pane = reading_pane(adjudication.article)
        self.pane.on_select(self._select)
        steps = {
            "Previous question": self._previous,
            "Next question": self._next,
            "Next that is undecided": self._next_undecided,
        }
        self.buttons = []
        for name, step in steps.items():
            button = ipywidgets.Button(description=name, layout={"width": "auto"})
            button.on_click(shown_in(self.problem, step))
            self.buttons.append(button)
        super().__init__(
            [
                self.status,
                ipywidgets.HBox(self.buttons, layout={"flex_flow": "row wrap"}),
                self.problem,
                self.question,
                self.pane,
                self.form,
            ]
        )
        self._next_undecided(begin=True)

    @property
    def current(self) -> Question:
        """The question that is shown."""
        return self.adjudication.questions[self._number]

    def _previous(self, _: object = None) -> None:
        self._show(self._number - 1)

    def _next(self, _: object = None) -> None:
        self._show(self._number + 1)

    def _next_undecided(self, _: object = None, *, begin: bool = False) -> None:
        questions = self.adjudication.questions
        undecided = set(self.adjudication.undecided)
        first = 0 if begin else self._number + 1
        order = [*range(first, len(questions)), *range(first)]
        self._show(next((n for n in order if questions[n] in undecided), self._number))

    def _show(self, number: int, said: str = "") -> None:
        adjudication = self.adjudication
        self._number = number % len(adjudication.questions)
        self._selected = None
        question = self.current
        kept = f"{escaped(said)} " if said else ""
        self.status.value = f'<p role="status">{kept}{escaped(_how_far(adjudication))}</p>'
        self.question.value = self._described(question)
        self.pane.show(_layers(question))
        self.pane.scroll_to(*_marked(question))
        decision = adjudication.decisions.get(question.id)
        chosen = next((c for c, what in self._choices.items() if _is(decision, what)), CHOOSE)
        first = next(mark for _, mark in question.sides if mark is not None)
        label, words = first.label, ""
        if decision and decision.choice == OTHER:
            mark = next((m for m in adjudication.annotations if m.id == decision.mark), first)
            label, words = mark.label, " … ".join(mark.words_in(adjudication.article))
            self._selected = mark.spans[0]
        comment = decision.comment if decision else ""
        self.form.fill(
            {
                "decision": chosen,
                "words": words,
                "label": label,
                "comment": comment,
                "question": question.id,
            }
        )

    def _described(self, question: Question) -> str:
        number = self._number + 1
        article = self.adjudication.article
        sides = "".join(
            f"<li><b>{escaped(reader)}</b>: {_in_words(mark, article)}</li>"
            for reader, mark in question.sides
        )
        decision = self.adjudication.decisions.get(question.id)
        settled = _settled(decision) if decision else "Not decided yet."
        return (
            f"<p><b>Question {number} of {len(self.adjudication.questions)}: "
            f"{escaped(question.kind)}</b> ({escaped(KINDS[question.kind])})</p>"
            f"<ul>{sides}</ul><p>{escaped(settled)}</p>"
        )

    def _select(self, span: Span) -> None:
        self._selected = span
        self.form.fill({"decision": OWN, "words": span.of(self.adjudication.article.text)})

    def _keep(self, written: dict[str, str]) -> None:
        question, comment = self._asked(written["question"]), written["comment"]
        choice = self._choices.get(written["decision"])
        if choice is None:
            raise ValueError("choose a decision from the menu first.")
        if choice == NO_MARK:
            decision = self.adjudication.leave_unmarked(question, comment=comment)
        elif choice == OTHER:
            mark = self._other(question, written["words"], written["label"])
            decision = self.adjudication.mark_otherwise(question, mark, comment=comment)
        else:
            decision = self.adjudication.take(question, choice, comment=comment)
        before = self.adjudication.questions.index(question)
        self._next_undecided()
        self._show(self._number, f"Question {before + 1} is kept. {_settled(decision)}")

    def _asked(self, id: str) -> Question:
        """The question that the form was filled for, though the reader may have gone on since."""
        questions = self.adjudication.questions
        return next((question for question in questions if question.id == id), self.current)

    def _other(self, question: Question, words: str, label: str) -> Annotation:
        article = self.adjudication.article
        span = self._selected
        if span is None or span.of(article.text).strip() != words:
            span = find_near(article, words, question.start)
        sides = [mark for _, mark in question.sides if mark is not None]
        alike = next((mark for mark in sides if mark.label == label), None)
        if label not in self._labels:
            raise ValueError("choose a label from the menu.")
        return Annotation(label, (span,), values=alike.values if alike else ())


def _how_far(adjudication: Adjudication) -> str:
    said = [adjudication.sentence, *adjudication.notices]
    if not adjudication.problem:
        said.append(f"Kept in {adjudication.journal.path.name}.")
    return " ".join(said)


def _settled(decision: Decision) -> str:
    if decision.choice == NO_MARK:
        return "Decided: no mark here."
    if decision.choice == OTHER:
        return "Decided: other words than any reader's."
    return f"Decided: as {decision.choice} has it."


def _is(decision: Decision | None, choice: str) -> bool:
    return decision is not None and decision.choice == choice


def _in_words(mark: Annotation | None, article: Article) -> str:
    if mark is None:
        return "no mark"
    words = " … ".join(mark.words_in(article))
    details = "".join(f", {name}: {value}" for name, value in mark.values)
    comment = f" <i>{escaped(mark.comment)}</i>" if mark.comment else ""
    return f"<b>{escaped(mark.label)}</b>{escaped(details)} “{escaped(words)}”{comment}"


def _layers(question: Question) -> list[Layer]:
    """One layer for each reader, whether or not that reader marked anything."""
    layers = [
        Layer(reader, mark.spans if mark else (), ink(number))
        for number, (reader, mark) in enumerate(question.sides)
    ]
    return [layer if layer.spans else layer._replace(ink=GREY) for layer in layers]


def _marked(question: Question) -> list[Span]:
    return [span for _, mark in question.sides if mark is not None for span in mark.spans]


def adjudicate(
    article: Article,
    readings: Readings,
    *,
    reader: str = AGREED,
    path: str | os.PathLike[str] | None = None,
    within: Iterable[Span] | None = None,
) -> Adjudicate:
    """The questions on which readings differ, one at a time, each with a decision to make.

    Every decision is kept at once, and another day it goes on where it stopped. The agreed version
    is ``adjudicate(…).adjudication.annotations``; its twin without a widget, and what the
    arguments mean, is ``open_adjudication``.
    """
    return Adjudicate(open_adjudication(article, readings, reader=reader, path=path, within=within))
