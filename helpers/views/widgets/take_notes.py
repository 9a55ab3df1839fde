"""Questions about a text with a field for each answer, kept as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from helpers.annotation.notes import load_notes, save_notes
from helpers.text.article import Article
from helpers.views.layer import shown
from helpers.views.widgets.problem import in_words
from helpers.workbook import shown_path

_HERE = Path(__file__).parent


class TakeNotes(anywidget.AnyWidget):
    """The widget; ``take_notes(article, questions)`` makes one."""

    _esm = _HERE / "take_notes.js"
    _css = _HERE / "take_notes.css"

    questions: traitlets.List[str] = traitlets.List().tag(sync=True)
    answers = traitlets.Dict().tag(sync=True)
    status = traitlets.Unicode().tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)
    kept = traitlets.Int().tag(sync=True)
    """How often was kept or tried; its change says that status and problem are news."""

    def __init__(self, article: Article, questions: Sequence[str]) -> None:
        kept = load_notes(article)
        self._article = article
        super().__init__(
            questions=list(questions),
            answers={question: shown(kept.get(question, "")) for question in questions},
            status="What you write is kept as you write it.",
        )
        self.observe(self._keep, "answers")

    def _keep(self, change: dict[str, Any]) -> None:
        # From the browser, so checked like any other input.
        written = {
            question: answer
            for question, answer in change["new"].items()
            if question in self.questions and isinstance(answer, str)
        }
        try:
            path = save_notes(written, self._article)
        except (OSError, ValueError) as error:
            self.status, self.problem = "Not kept.", in_words(error)
        else:
            self.problem = ""
            self.status = f"Kept in {shown_path(path)}"
        self.kept += 1


def take_notes(article: Article, questions: Sequence[str]) -> TakeNotes:
    """A form with a field for the answer to each question, and what was answered before.

    What is written is kept at once, for this article and this reader, in ``my_work/notes/``;
    ``load_notes(article)`` gives it back.
    """
    return TakeNotes(article, questions)
