"""A reader's journal: every change of a reading, one line each, on the disk before it counts.

The file is JSON lines. The first says which text it belongs to (SHA-256 and title); each of the
others holds one edit: who did what, when, with which codebook, and the mark with its words. It can
be read without this program, and nothing in it is ever overwritten.
"""

from __future__ import annotations

import dataclasses
import os
import uuid
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from helpers.annotation.annotation import Annotation, marked_text, now, ordered
from helpers.annotation.codebook import Codebook
from helpers.annotation.edits import Change, Edit, Reading, edit_of
from helpers.annotation.fields import (
    annotation_of,
    decoded,
    encoded,
    fields_of,
    id_list,
    text_field,
)
from helpers.annotation.line_file import Line, LineFile
from helpers.annotation.locating import Quotation
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.workbook import file_name, find_workbook, read_settings

VERSION = 1
_BEGINNING = b'{"journal":'
_QUOTED = ("words", "before", "after")


def journal_path(article: Article, reader: str | None = None) -> Path:
    """Where this reader's journal on this text is kept; neither folder nor file is made.

    The name holds the beginning of the text's SHA-256: a corrected text has a journal of its own.
    """
    name = file_name(article.title, article.fingerprint[:8], reader or read_settings().reader)
    return find_workbook() / "my_work" / "annotations" / f"{name}.journal.jsonl"


def open_journal(
    article: Article,
    *,
    reader: str | None = None,
    codebook: Codebook | None = None,
    path: str | os.PathLike[str] | None = None,
) -> Journal:
    """The journal of a reading, with all marks that are in it; a new one where there is none.

    The file is made with the first mark. Parts that cannot be read are told in ``notices``, and
    everything else is used.

    Args:
        reader: a pseudonym; without one, the reader that the workbook is set to.
        codebook: with it, only its labels can be given.
        path: the file; without it, the reader's own one in ``my_work/annotations/``.

    Raises:
        ValueError: the file is no journal, or belongs to another text.
        OSError: it cannot be read.
    """
    who = read_settings().reader if reader is None else reader
    if path is None:
        file = journal_path(article, who)
        with suppress(OSError):  # a protected workbook can be read; the first edit is refused
            file.parent.mkdir(parents=True, exist_ok=True)
    else:
        file = Path(path).expanduser().absolute()
    return Journal(article, file, reader=who, codebook=codebook)


def is_journal(path: Path) -> bool:
    """Whether there is a file that begins as journals do."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_BEGINNING)) == _BEGINNING


def read_quoted(path: Path) -> list[tuple[Annotation, list[Quotation]]]:
    """The marks in a journal on whatever text, each with its words and their surroundings.

    Lines that cannot be used are left out.
    """
    reading = Reading()
    quoted: dict[tuple[str, tuple[Span, ...]], list[Quotation]] = {}
    for line in LineFile(path).read_new(alone=True):
        with suppress(ValueError):
            fields = decoded(line.content)
            edit = edit_of(fields, None)
            if not reading.knows(edit):
                reading.apply(edit)
            if edit.mark is not None:
                spans = fields["mark"]["spans"]
                quoted[edit.mark.id, edit.mark.spans] = [
                    Quotation(**{name: text_field(span, name, "") for name in _QUOTED}, span=place)
                    for span, place in zip(spans, edit.mark.spans, strict=True)
                ]
    return [(mark, quoted[mark.id, mark.spans]) for mark in reading.annotations()]


class Journal:
    """The marks in one journal, and the ways to change them.

    Each change returns once the disk has it. Where the disk refuses, the error says why, and both
    the file and the marks here are as they were.
    """

    def __init__(
        self, article: Article, path: Path, *, reader: str, codebook: Codebook | None = None
    ) -> None:
        self.article = article
        self.path = path
        self.reader = reader
        self.codebook = codebook
        self._lines = LineFile(path)
        self._reading = Reading()
        self._notices: list[str] = []
        self._has_begun = self._has_header = False
        self._marks: tuple[Annotation, ...] | None = None
        if not path.exists():
            return
        try:
            with self._lines.lock():
                self._read(alone=True)
        except OSError as error:
            if error.errno is None:  # somebody is writing, and has been for long
                raise
            self._read(alone=True)  # in a protected folder nobody can be writing

    def __repr__(self) -> str:
        return f"<Journal {self.path.name}: {len(self.annotations)} marks>"

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The marks as they are now, in reading order, the headline's first."""
        if self._marks is None:
            self._marks = self._reading.annotations()
        return self._marks

    @property
    def notices(self) -> tuple[str, ...]:
        """One sentence for each part of the file that could not be used."""
        return tuple(self._notices)

    @property
    def can_undo(self) -> bool:
        """Whether this reader's last change can be undone."""
        return self._can("undo")

    @property
    def can_redo(self) -> bool:
        """Whether what this reader undid last can be done again."""
        return self._can("redo")

    def annotation(self, id: str) -> Annotation:
        """The mark with this id.

        Raises:
            ValueError: there is none, or no more.
        """
        return self._reading.annotation(id)

    def add(self, annotation: Annotation) -> Annotation:
        """The mark as it is kept now: with this reader's name and codebook where it had none.

        Where the reader has a mark already with the same words, label, values and comment, that
        one is given back and nothing is written, so that a cell can be run twice.

        Raises:
            ValueError: it does not lie inside the article, or its label is not in the codebook.
            OSError: the disk refuses.
        """
        mark = self._checked(
            dataclasses.replace(
                annotation,
                reader=annotation.reader or self.reader,
                codebook=annotation.codebook or (self.codebook.name if self.codebook else ""),
            )
        )
        if self.codebook:
            self.codebook.check(mark.label, mark.values)
        with self._lines.lock():
            self._read(alone=True)
            known = self._reading.like(mark)
            if known is None:
                self._write(self._edit("add", mark=mark))
        return known or self.annotation(mark.id)

    def change(self, annotation: Annotation) -> Annotation:
        """The mark as it is kept now, changed in everything but its id and its links.

        Raises:
            ValueError: there is no mark with this id, or it cannot be changed so.
            OSError: the disk refuses.
        """
        mark = self._checked(dataclasses.replace(annotation, modified=now()))
        with self._lines.lock():
            self._read(alone=True)
            before = self._reading.annotation(mark.id)
            if self.codebook and (mark.label, mark.values) != (before.label, before.values):
                self.codebook.check(mark.label, mark.values)
            if dataclasses.replace(mark, modified=before.modified, links=before.links) != before:
                self._write(self._edit("change", mark=mark))
        return self.annotation(mark.id)

    def remove(self, id: str) -> Annotation:
        """The mark that was removed.

        Raises:
            ValueError: there is no mark with this id.
            OSError: the disk refuses.
        """
        with self._lines.lock():
            self._read(alone=True)
            mark = self._reading.annotation(id)
            self._write(self._edit("remove", ids=(id,)))
        return mark

    def link(self, ids: Iterable[str]) -> tuple[Annotation, ...]:
        """The marks with these ids, each of them now linked to each of the others.

        Raises:
            ValueError: one of them is not there, or there are fewer than two or too many.
            OSError: the disk refuses.
        """
        return self._link("link", tuple(ids))

    def unlink(self, ids: Iterable[str]) -> tuple[Annotation, ...]:
        """The marks with these ids, none of them linked to another of them any more.

        One id alone takes away all the links of that mark.

        Raises:
            ValueError: one of them is not there.
            OSError: the disk refuses.
        """
        return self._link("unlink", tuple(ids))

    def undo(self) -> Change:
        """What was undone: this reader's last change, whichever notebook it was made in.

        Raises:
            ValueError: there is nothing to undo, or somebody else has changed that mark since:
                what others did is never taken away.
            OSError: the disk refuses.
        """
        return self._step("undo")

    def redo(self) -> Change:
        """What was done again: what this reader undid last, while nothing new was done since.

        Raises:
            ValueError: there is nothing to redo, or somebody else has changed that mark since.
            OSError: the disk refuses.
        """
        return self._step("redo")

    def refresh(self) -> bool:
        """True where somebody else had added something to the file, which is here now, too.

        Raises:
            OSError: the file is gone, or is not the one that it was.
        """
        return self._read(alone=False)

    def history(self) -> tuple[Change, ...]:
        """How the reading grew: one change for each edit, the oldest first."""
        return tuple(self._reading.changes)

    def _read(self, *, alone: bool) -> bool:
        lines = [line for line in self._lines.read_new(alone=alone) if line.content.strip()]
        for line in lines:
            try:
                self._take(line)
            except _NotThisText:
                self._lines = LineFile(self.path)  # so that it is refused the next time, too
                raise
            except ValueError as error:
                self._notices.append(_notice(line, error))
        if lines:
            self._marks = None
        return bool(lines)

    def _take(self, line: Line) -> None:
        if not self._has_begun and not line.content.startswith(_BEGINNING[: len(line.content)]):
            raise _NotThisText(
                f"{self._lines.name} is no journal of marks, or it is damaged, and was left as it "
                "is. Give it another name, and a new one is begun; load_annotations may be able to "
                "read it."
            )
        self._has_begun = True
        fields = decoded(line.content)
        if "journal" in fields:
            self._check_header(fields)
            self._has_header = True
            return
        edit = edit_of(fields, self.article)
        if not self._reading.knows(edit):  # a file that was put together twice holds it twice
            self._reading.apply(edit)

    def _check_header(self, fields: dict[str, Any]) -> None:
        if fields["journal"] != VERSION:
            raise _NotThisText(
                f"{self._lines.name} was written by another version of this program (format "
                f"{fields['journal']!r}, not {VERSION}). Use that one."
            )
        sha256, title = text_field(fields, "text_sha256"), text_field(fields, "title")
        if sha256 != self.article.fingerprint:
            raise _NotThisText(
                f"{self._lines.name} belongs to the text “{title}” (SHA-256 {sha256[:12]}…), not "
                f"to “{self.article.title}” ({self.article.fingerprint[:12]}…). Open it with that "
                "article; if the text was changed, carry the marks over with reanchor."
            )

    def _checked(self, mark: Annotation) -> Annotation:
        """The mark as it will come back from the file."""
        try:
            text = marked_text(self.article, mark.place)
            mark = dataclasses.replace(mark, spans=ordered(mark.spans, text))
            kept = annotation_of(decoded(encoded(fields_of(mark, self.article))), self.article)
        except TypeError as error:
            raise ValueError(f"That is no mark that can be kept: {error}.") from error
        return dataclasses.replace(kept, links=id_list(list(mark.links)))

    def _edit(self, do: str, **what: Any) -> Edit:
        book = self.codebook
        return Edit(
            do=do,
            who=self.reader,
            when=now(),
            id=uuid.uuid4().hex[:12],
            codebook=book.name if book else "",
            codebook_sha256=book.fingerprint if book else "",
            **what,
        )

    def _write(self, edit: Edit) -> None:
        self._reading.effect(edit)  # it is refused before anything is written
        lines = [encoded(edit.fields(self.article))]
        if not self._has_header:
            header = {
                "journal": VERSION,
                "text_sha256": self.article.fingerprint,
                "title": self.article.title,
            }
            lines.insert(0, encoded(header))
        self._lines.append(lines)
        self._has_begun = self._has_header = True
        self._reading.apply(edit)
        self._marks = None

    def _link(self, do: str, ids: tuple[str, ...]) -> tuple[Annotation, ...]:
        with self._lines.lock():
            self._read(alone=True)
            edit = self._edit(do, ids=ids)
            if self._reading.effect(edit).links:
                self._write(edit)
        return tuple(self.annotation(key) for key in ids)

    def _step(self, do: str) -> Change:
        with self._lines.lock():
            self._read(alone=True)
            self._write(self._edit(do, of=self._next(do)))
        return self._reading.changes[-1]

    def _next(self, do: str) -> str:
        reading = self._reading
        return (reading.next_undo if do == "undo" else reading.next_redo)(self.reader)

    def _can(self, do: str) -> bool:
        try:
            self._reading.effect(self._edit(do, of=self._next(do)))
        except ValueError:
            return False
        return True


class _NotThisText(ValueError):
    """The file is no journal of this text, and must not be written to."""


def _notice(line: Line, error: ValueError) -> str:
    if line.torn:
        return (
            f"Line {line.number}, the last, is incomplete: the writer was interrupted, or the file "
            "was cut. It is left out; all lines before it are here."
        )
    return f"Line {line.number} cannot be used and is left out: {error}"
