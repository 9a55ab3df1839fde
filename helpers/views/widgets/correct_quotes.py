"""Correct the quotations that the rules found: another speaker or kind, none, or one more."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets

from helpers.analysis.quotes import KINDS, Quote, find_quoted_stretches
from helpers.analysis.quotes.corrections import NOBODYS
from helpers.annotation.annotation import Annotation
from helpers.annotation.marking import mark
from helpers.text.span import Span
from helpers.views.kept_corrections import CorrectedText, correction_of, without_marks
from helpers.views.layer import escaped, shortened, shown
from helpers.views.widgets.form import Field, Form
from helpers.views.widgets.problem import Problem, shown_in
from helpers.workbook import shown_path

_QUOTATION = Field("quotation", "", is_hidden=True)
_NAME = Field("speaker", "Speaker", "the name; empty for nobody")


class CorrectQuotes(ipywidgets.VBox):
    """The forms below the text of ``explore_quotes``, and the list of what was corrected."""

    def __init__(
        self,
        corrected: CorrectedText,
        problem: Problem,
        changed: Callable[[tuple[Span, ...]], None],
    ) -> None:
        self._corrected = corrected
        self._text = corrected.article
        self._changed = changed
        self._selected: Span | None = None
        self.correct = Form(
            [_QUOTATION, _NAME, Field("kind", "Kind", choices=tuple(KINDS))],
            {
                "Correct": shown_in(problem, self._correct),
                "This is no quotation": shown_in(problem, self._reject),
            },
            is_primary=True,
        )
        self.add = Form(
            [
                Field("words", "Words", "select them in the text, or paste them here", rows=2),
                Field("place", "Place", "a number such as 2, where they stand more than once"),
                _NAME,
                Field("kind", "Kind", choices=tuple(k for k in KINDS if k not in NOBODYS)),
            ],
            {"Add this quotation": shown_in(problem, self._add)},
        )
        self.kept = ipywidgets.HTML()
        self.list = Form(
            [Field("correction", "Corrected", rows=4, choices=())],
            {
                "Take this correction back": shown_in(problem, self._take_back),
                "Undo the last change": shown_in(problem, self._undo),
            },
        )
        super().__init__(
            [
                _heading("Is the chosen one wrong?"),
                self.correct,
                _heading("Is one missing?"),
                self.add,
                _heading("What you corrected"),
                self.kept,
                self.list,
            ]
        )

    def look_at(self, quote: Quote | None) -> None:
        """Offer this quotation to be corrected."""
        self.correct.fill(
            {"quotation": _place_of(quote), "speaker": quote.speaker, "kind": quote.kind}
            if quote
            else {"quotation": "", "speaker": ""}
        )

    def take_selection(self, words: Span) -> None:
        """Offer these words to be added."""
        content = without_marks(self._text.text, words)
        if content is None:
            return
        self._selected = content
        stretches = find_quoted_stretches(self._text)
        in_marks = any(stretch.outer.contains(content) for stretch in stretches)
        kind = "direct" if in_marks else "indirect"
        self.add.fill({"words": content.of(self._text.text), "place": "", "kind": kind})

    def draw(self) -> None:
        """List the corrections as they are now."""
        marks = self._corrected.marks
        names = {quote.speaker: None for quote in self._corrected.quotes if quote.speaker}
        for form in (self.correct, self.add):
            form.suggestions = {"speaker": [shown(name) for name in names]}
        self.list.offer("correction", [(self._line(kept), kept.id) for kept in marks])
        self.kept.value = f'<p role="status">{self._kept_in_words(len(marks))}</p>'

    def _correct(self, written: dict[str, str]) -> None:
        quote = self._shown_to_be(written["quotation"])
        kind = None if written["kind"] == quote.kind else written["kind"]
        # Who makes a term of it need not empty the field, too; who names a speaker of what was
        # nobody's need not find the new kind.
        speaker = None if kind in NOBODYS else _one_line(written["speaker"])
        self._corrected.change(quote, speaker=speaker, kind=kind)
        self._changed(quote.content)

    def _reject(self, written: dict[str, str]) -> None:
        self._corrected.reject(self._shown_to_be(written["quotation"]))
        self._changed(())

    def _add(self, written: dict[str, str]) -> None:
        content = self._content_of(written["words"].strip(), written["place"].strip())
        speaker = _one_line(written["speaker"])
        self._corrected.add(content, speaker=speaker, kind=written["kind"])
        self._selected = None
        self.add.fill({"words": "", "place": "", "speaker": ""})
        self._changed(content)

    def _content_of(self, words: str, place: str) -> tuple[Span, ...]:
        """Where the words stand: where they were selected, or else where they are found."""
        if place and not (place.isascii() and place.isdecimal()):
            raise ValueError(f"The place is “{place}”. Write a number, such as 2, or nothing.")
        selected = self._selected
        if selected and not place and shown(selected.of(self._text.text)) == words:
            return (selected,)
        spans = mark(self._text, words, "added", occurrence=int(place) if place else None).spans
        content = (without_marks(self._text.text, span) for span in spans)
        return tuple(span for span in content if span)

    def _shown_to_be(self, place: str) -> Quote:
        """The quotation that stood in the form when its button was pressed."""
        if not place:
            raise ValueError("No quotation is chosen. Choose one from the list above.")
        for quote in self._corrected.quotes:
            if _place_of(quote) == place:
                return quote
        raise ValueError("This quotation is not there any more. Choose one from the list above.")

    def _take_back(self, written: dict[str, str]) -> None:
        if not written["correction"]:
            raise ValueError("No correction is chosen. Choose one from the list above the button.")
        self._corrected.take_back(written["correction"])
        self._changed(())

    def _undo(self, _: object) -> None:
        self._corrected.undo()
        self._changed(())

    def _line(self, kept: Annotation) -> str:
        correction = correction_of(kept)
        gone = " · not there any more" if correction in self._corrected.gone else ""
        to = ", ".join(value for value in (correction.speaker, correction.kind) if value)
        label = f"{kept.label} ({shown(to)})" if to else kept.label
        return f"{label}: {shortened(self._text, correction.content)}{gone}"

    def _kept_in_words(self, number: int) -> str:
        if not number:
            return "Nothing yet. What you correct, reject or add is kept at once."
        name = shown_path(self._corrected.journal.path)
        kept = "1 correction is kept" if number == 1 else f"{number} corrections are kept"
        return f"{kept} in <code>{escaped(name)}</code>."


def _place_of(quote: Quote) -> str:
    """Where its words stand, which no two quotations have in common."""
    return " ".join(f"{start}-{end}" for start, end in quote.content)


def _one_line(written: str) -> str:
    return " ".join(written.split())


def _heading(words: str) -> ipywidgets.HTML:
    return ipywidgets.HTML(f"<p><b>{escaped(words)}</b></p>")
