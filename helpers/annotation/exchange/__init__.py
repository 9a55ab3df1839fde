"""Marks to and from files that other programs and other readers know, one module a format."""

from __future__ import annotations

import dataclasses
import json
import os
import warnings
from collections.abc import Iterable
from pathlib import Path

from helpers.annotation.annotation import PLACES, Annotation, marked_text
from helpers.annotation.exchange import brat, csv, jsonl, web_annotation
from helpers.annotation.fields import annotation_of, decoded, encoded, fields_of
from helpers.annotation.journal import is_journal, journal_path, open_journal, read_quoted
from helpers.annotation.locating import Quotation, quotation_at
from helpers.text.article import Article
from helpers.text.finding import provenance
from helpers.text.span import check_span
from helpers.workbook import locate, write_safely

FORMATS = {
    ".jsonld": "W3C Web Annotation",
    ".jsonl": "JSON lines for spaCy and Prodigy",
    ".csv": "a table",
    ".ann": "brat standoff",
}


def save_annotations(
    annotations: Iterable[Annotation],
    article: Article,
    path: str | os.PathLike[str],
    *,
    words: bool = True,
) -> Path:
    """The path of the file, once the marks are in it and were read back the same.

    The end of the name decides: ``.jsonld`` (or ``.json``) for W3C Web Annotation, ``.jsonl`` for
    JSON lines as spaCy and Prodigy have them, ``.csv`` for a table, ``.ann`` for brat, with the
    text in a file beside it. A file that was there is replaced whole or not at all. What CSV and
    brat have no place for (which text, which program) stands beside them in
    ``NAME.provenance.json``.

    Args:
        words: False leaves out the text and the marked words, for texts that may not be passed on:
            labels, offsets and what the readers wrote remain, and the headline as the text's name.

    Raises:
        ValueError: the end of the name is none of these; a mark does not lie inside the article;
            two marks have the same id; or a journal would be replaced.
        OSError: the disk refuses; a file that was there before is as it was.
    """
    file = Path(path).expanduser()
    marks = [_as_kept(mark, article) for mark in annotations]
    if len({mark.id for mark in marks}) < len(marks):
        raise ValueError("Two of the marks have the same id. Save each reading to its own file.")
    if is_journal(file):
        raise ValueError(
            f"{file} is a journal: the only record of how a reading grew. Choose another name."
        )
    match file.suffix.casefold():
        case ".jsonld" | ".json":
            content = web_annotation.write(marks, article, words=words)
            files, back = {file: content}, web_annotation.read(content, article)
            marks = [web_annotation.expected(mark) for mark in marks]
        case ".jsonl":
            content = jsonl.write(marks, article, words=words)
            files, back = {file: content}, jsonl.read(content, article)
        case ".csv":
            content = csv.write(marks, article, words=words)
            files, back = {file: content}, csv.read(content, article)
            marks = [csv.expected(mark) for mark in marks]
        case ".ann":
            parts = brat.write(marks, article, words=words)
            back = brat.read(parts, article, words=words)
            files = {file.with_name(file.stem + ending): part for ending, part in parts.items()}
            _check_texts(files)
        case _:
            known = ", ".join(f"{suffix} ({name})" for suffix, name in FORMATS.items())
            raise ValueError(f"Marks cannot be saved as “{file.name}”. Its name ends in {known}.")
    if {mark.id: mark for mark in back} != {mark.id: mark for mark in marks}:
        raise ValueError(f"The marks would not be read back as they are; {file} was not written.")
    if file.suffix.casefold() in (".csv", ".ann"):
        note = provenance(article, words=words)
        if not words:
            del note["left_out"]  # passages of the text's file, and so words as well
        beside = file.with_name(f"{file.name}.provenance.json")
        files[beside] = json.dumps(note, indent=1).encode() + b"\n"
    for name, content in files.items():
        write_safely(name, content)
        if name.read_bytes() != content:
            raise OSError(f"{name} was written, but holds something else now. Save it again.")
    return file


def load_annotations(path: str | os.PathLike[str] | None, article: Article) -> list[Annotation]:
    """The marks in a file, once each is known to belong to this article.

    Journals, W3C Web Annotations and JSON lines can be read. Without a path, the reader's own
    journal; where there is none yet, no marks. A relative path is looked for in the working
    directory, then in the workbook's folder. What a journal has that cannot be used is said in a
    warning.

    Raises:
        FileNotFoundError: there is no file at a path that was named.
        ValueError: the file is damaged, or belongs to another text. Nothing of it is used.
    """
    file = locate(path) if path is not None else _own_file(article)
    if path is None and not file.exists():
        return []
    if not file.is_file():
        raise FileNotFoundError(f"There is no file of marks at {file}.")
    if is_journal(file):
        journal = open_journal(article, reader="", path=file)
        for notice in journal.notices:
            warnings.warn(f"{file.name}: {notice}", stacklevel=2)
        return list(journal.annotations)
    if file.suffix.casefold() in (".csv", ".ann"):
        raise ValueError(
            f"{file.name} is for other programs and is not read back here. Ask for the marks as "
            ".jsonl or .jsonld, or for the journal."
        )
    content = file.read_bytes()
    try:
        if _is_one_document(content):
            return web_annotation.read(content, article)
        return jsonl.read(content, article)
    except ValueError as error:
        raise ValueError(
            f"The marks in {file.name} cannot be used on “{article.title}”. {error} Ask for "
            "the file again, or mend it; nothing was changed."
        ) from error


def load_quoted(
    path: str | os.PathLike[str],
) -> list[tuple[Annotation, list[Quotation]]]:
    """The marks in a file on whatever text, each with its words and what surrounded them.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: it is damaged, or holds marks without their words.
    """
    file = locate(path)
    if not file.is_file():
        raise FileNotFoundError(f"There is no file of marks at {file}.")
    if is_journal(file):
        return read_quoted(file)
    content = file.read_bytes()
    try:
        if _is_one_document(content):
            return web_annotation.read_quoted(content)
        old = jsonl.read_text(content)
        return quoted(jsonl.read(content, old), old)
    except ValueError as error:
        raise ValueError(f"The marks in {file.name} cannot be carried over. {error}") from error


def quoted(
    annotations: Iterable[Annotation], article: Article
) -> list[tuple[Annotation, list[Quotation]]]:
    """The marks, each with its words and what surrounds them in the article.

    Raises:
        ValueError: a mark does not lie inside the article.
    """
    texts = {place: marked_text(article, place) for place in PLACES}
    pairs = []
    for mark in annotations:
        text = texts[mark.place]
        pairs.append((mark, [quotation_at(check_span(span, text), text) for span in mark.spans]))
    return pairs


def _as_kept(mark: Annotation, article: Article) -> Annotation:
    """The mark as every JSON file will give it back."""
    kept = annotation_of(decoded(encoded(fields_of(mark, article))), article)
    return dataclasses.replace(kept, links=mark.links)


def _own_file(article: Article) -> Path:
    """The reader's journal; where there is none, the file that version 0.1.0 had instead."""
    journal = journal_path(article)
    old = journal.with_name(f"{journal.name.removesuffix('.journal.jsonl')}.jsonl")
    return old if old.exists() and not journal.exists() else journal


def _check_texts(files: dict[Path, bytes]) -> None:
    """A text file beside brat's annotations may be somebody's own: it is never replaced."""
    for name, content in files.items():
        if name.suffix == ".txt" and name.exists() and name.read_bytes() != content:
            raise ValueError(
                f"{name} is there already and holds another text. Choose another name for the "
                "marks: brat wants their text beside them under the same one."
            )


def _is_one_document(content: bytes) -> bool:
    """Whether a file is JSON as a whole and holds Web Annotations, not marks line by line."""
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")
    return not isinstance(document, dict) or "spans" not in document
