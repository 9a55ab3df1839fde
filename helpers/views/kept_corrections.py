"""A reader's corrections of the quotations of a text, kept as marks in a journal of their own."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from helpers.analysis.quotes import Quote, find_quotes
from helpers.analysis.quotes.corrections import Correction, correct
from helpers.annotation.annotation import Annotation
from helpers.annotation.journal import Journal, journal_path, open_journal
from helpers.text.article import Article
from helpers.text.span import Span

# What a correction is called as a mark.
_LABELS = {"change": "changed", "reject": "rejected", "add": "added"}
_ACTIONS = {label: action for action, label in _LABELS.items()}
_QUOTATION_MARKS = '"\u201c\u201d\u201e\u00ab\u00bb'


def corrections_path(article: Article, reader: str | None = None) -> Path:
    """Where this reader's corrections of this text are kept; neither folder nor file is made."""
    path = journal_path(article, reader)
    return path.with_name(path.name.replace(".journal.jsonl", ".corrections.jsonl"))


def open_corrections(article: Article, reader: str | None = None) -> Journal:
    """The journal of this reader's corrections of this text; see ``open_journal``."""
    path = corrections_path(article, reader)
    with suppress(OSError):  # a protected workbook can be read; the first correction is refused
        path.parent.mkdir(parents=True, exist_ok=True)
    return open_journal(article, reader=reader, path=path)


def load_corrections(article: Article, reader: str | None = None) -> list[Correction]:
    """What a reader has corrected in ``explore_quotes``, in reading order, for ``correct``.

    A mark in the journal that is no correction is left out.

    Raises:
        ValueError: the file holds something else, or belongs to another text.
    """
    kept = open_corrections(article, reader).annotations
    return [correction_of(mark) for mark in kept if _is_correction(mark)]


def mark_of(correction: Correction) -> Annotation:
    """The correction as a mark; it is not blind, because a program's findings were to be seen."""
    values = (("speaker", correction.speaker), ("kind", correction.kind))
    return Annotation(
        label=_LABELS[correction.action],
        spans=correction.content,
        comment=correction.comment,
        reader=correction.reader,
        values=tuple((name, value) for name, value in values if value is not None),
        blind=False,
    )


def correction_of(mark: Annotation) -> Correction:
    """The mark as the correction that it stands for.

    Raises:
        ValueError: it stands for none.
    """
    if mark.label not in _ACTIONS:
        raise ValueError(
            f"“{mark.label}” is no correction of a quotation. There are: {', '.join(_ACTIONS)}."
        )
    values = dict(mark.values)
    return Correction(
        content=mark.spans,
        action=_ACTIONS[mark.label],
        speaker=values.get("speaker"),
        kind=values.get("kind"),
        reader=mark.reader,
        comment=mark.comment,
    )


def _is_correction(mark: Annotation) -> bool:
    try:
        correction_of(mark)
    except ValueError:
        return False
    return True


def without_marks(text: str, span: Span) -> Span | None:
    """The span without white space and quotation marks at its ends; None where nothing is left."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in _QUOTATION_MARKS):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _QUOTATION_MARKS):
        end -= 1
    return Span(start, end) if start < end else None


class CorrectedText:
    """The quotations of one text with a reader's corrections, each kept as it is made.

    A quotation has one correction at most: another one of it changes the first.
    """

    def __init__(self, article: Article, reader: str | None = None) -> None:
        self.article = article
        self._found = find_quotes(article)
        self._journal: Journal | None = None
        self._problems: tuple[str, ...] = ()
        try:
            self._journal = open_corrections(article, reader)
        except (OSError, ValueError) as error:  # the quotations can be looked at all the same
            self._problems = (f"Nothing can be corrected here. {error}",)
        self.quotes: tuple[Quote, ...] = ()
        """In reading order, corrected."""
        self.gone: tuple[Correction, ...] = ()
        """The corrections whose quotation is not there any more."""
        self._apply()

    @property
    def journal(self) -> Journal:
        """Where the corrections are kept.

        Raises:
            OSError: there is no place where they could be.
        """
        if self._journal is None:
            raise OSError(" ".join(self._problems))
        return self._journal

    @property
    def notices(self) -> tuple[str, ...]:
        """One sentence for each thing in the journal that cannot be used."""
        if self._journal is None:
            return self._problems
        marks = self._journal.annotations
        spoilt = sum(mark.label in _ACTIONS and not _is_correction(mark) for mark in marks)
        left_out = (
            f"Left out, because their kind or speaker cannot be: {spoilt} of the corrections in "
            f"“{self._journal.path.name}”.",
        )
        return (*self._journal.notices, *(left_out if spoilt else ()))

    @property
    def marks(self) -> tuple[Annotation, ...]:
        """The corrections as they are kept, in reading order."""
        kept = self._journal.annotations if self._journal else ()
        return tuple(mark for mark in kept if _is_correction(mark))

    def _apply(self) -> None:
        """Apply what is in the journal now, whoever wrote it."""
        corrections = [correction_of(mark) for mark in self.marks]
        corrected = correct(self._found, corrections, text=self.article)
        self.quotes, self.gone = corrected.quotes, corrected.gone

    def change(self, quote: Quote, *, speaker: str | None, kind: str | None) -> None:
        """Keep another speaker, another kind, or both, for a quotation; None leaves one as it is.

        Raises:
            ValueError: nothing is different.
        """
        wanted = Correction(quote.content, "change", speaker, kind)
        (now,) = correct([quote], [wanted]).quotes
        if (now.speaker, now.kind) == (quote.speaker, quote.kind):
            raise ValueError("Speaker and kind are what they were. Change one of them first.")
        self._keep(Correction(quote.content, "change", now.speaker, now.kind))

    def reject(self, quote: Quote) -> None:
        """Keep that these words are no quotation."""
        before = self._mark(quote.content)
        if before and before.label == _LABELS["add"]:
            self.journal.remove(before.id)
            self._apply()
        else:
            self._keep(Correction(quote.content, "reject"))

    def add(self, content: tuple[Span, ...], *, speaker: str, kind: str) -> None:
        """Keep that these words are a quotation.

        Raises:
            ValueError: one of the quotations has just this content.
        """
        if any(quote.content == content for quote in self.quotes):
            raise ValueError("These words are a quotation already. Choose it, and correct it.")
        self._keep(Correction(content, "add", speaker, kind))

    def take_back(self, id: str) -> None:
        """Let the correction with this id go; what the rules found is there again."""
        self.journal.remove(id)
        self._apply()

    def undo(self) -> None:
        """Take the last change back, whichever it was.

        Raises:
            ValueError: there is nothing to undo.
        """
        self.journal.undo()
        self._apply()

    def _keep(self, correction: Correction) -> None:
        mark = mark_of(correction)
        before = self._mark(correction.content)
        if before is None:
            self.journal.add(mark)
        else:
            # What was added stays an addition, whatever else is decided about it.
            added = before.label == _LABELS["add"]
            label = before.label if added else mark.label
            self.journal.change(replace(before, label=label, values=mark.values))
        self._apply()

    def _mark(self, content: tuple[Span, ...]) -> Annotation | None:
        return next((mark for mark in self.marks if mark.spans == content), None)
