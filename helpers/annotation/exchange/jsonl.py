"""Marks in a file of lines, one mark a line (JSON Lines).

Each line says which text it belongs to (by its SHA-256) and holds the marked words beside the
offsets, so that the file can be read without this program and checked by it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from helpers.annotation.annotation import Annotation
from helpers.text.article import Article
from helpers.text.span import check_span
from helpers.workbook import (
    file_name,
    find_my_work,
    locate,
    locked,
    read_settings,
    write_safely,
)


def annotations_path(article: Article, reader: str | None = None) -> Path:
    """Where this reader's marks on this text are kept; the folder is made, not the file.

    The name holds the beginning of the text's SHA-256: a corrected text has a file of its own.
    """
    folder = find_my_work() / "annotations"
    folder.mkdir(exist_ok=True)
    name = file_name(article.title, article.fingerprint[:8], reader or read_settings().reader)
    return folder / f"{name}.jsonl"


def save_annotations(
    annotations: Iterable[Annotation],
    article: Article,
    path: str | os.PathLike[str] | None = None,
) -> Path:
    """The file's path, once it holds these marks and no others, and was read back.

    The file is replaced whole or not at all. Without a ``path``, it is the reader's own file in
    ``my_work/annotations/``.

    Raises:
        ValueError: a mark does not lie inside the article.
        OSError: the disk refuses; the old file is as it was.
    """
    file = Path(path) if path is not None else annotations_path(article)
    with locked(file):
        _write(list(annotations), article, file)
    return file


def add_annotations(
    annotations: Iterable[Annotation],
    article: Article,
    path: str | os.PathLike[str] | None = None,
) -> list[Annotation]:
    """All marks in the file, once the new ones were added to those that were kept before.

    A mark with the same label, spans, comment and reader as one that is there is not added again.
    Nothing is written where nothing is new.

    Raises:
        ValueError: the file or a mark belongs to another text; nothing was changed.
        OSError: the disk refuses; the old file is as it was.
    """
    file = Path(path) if path is not None else annotations_path(article)
    with locked(file):
        marks = _parse(file.read_bytes(), article, file.name) if file.exists() else []
        new = _without(annotations, marks)
        if new:
            _write([*marks, *new], article, file)
    return [*marks, *new]


def replace_annotations(
    annotations: Iterable[Annotation],
    article: Article,
    path: str | os.PathLike[str] | None = None,
) -> list[Annotation]:
    """The marks in the file, once these have taken the place of those that were there.

    A mark that was there already keeps its id and time. One that is no longer wanted goes to a
    file beside it whose name ends in ``removed.jsonl``, so that nothing is lost. No marks at all
    change nothing.

    Raises:
        ValueError: the file or a mark belongs to another text; nothing was changed.
        OSError: the disk refuses; the old file is as it was.
    """
    file = Path(path) if path is not None else annotations_path(article)
    wanted = _without(annotations, [])
    with locked(file):
        before = _parse(file.read_bytes(), article, file.name) if file.exists() else []
        if not wanted:
            return before
        old = {_content(mark): mark for mark in before}
        marks = [old.pop(_content(mark), mark) for mark in wanted]
        if old:
            beside = file.with_name(f"{file.stem}-removed.jsonl")
            kept = _parse(beside.read_bytes(), article, beside.name) if beside.exists() else []
            _write([*kept, *old.values()], article, beside)
        if marks != before:
            _write(marks, article, file)
    return marks


def load_annotations(path: str | os.PathLike[str] | None, article: Article) -> list[Annotation]:
    """The marks in a file, once each is known to belong to this article.

    Without a path, the reader's own file; where that does not exist yet, no marks. A relative
    path is looked for in the working directory, then in the workbook's folder.

    Raises:
        FileNotFoundError: there is no file at a path that was named.
        ValueError: a line is damaged, or belongs to another text. Nothing of the file is used.
    """
    file = locate(path) if path is not None else annotations_path(article)
    if path is None and not file.exists():
        return []
    if not file.is_file():
        raise FileNotFoundError(f"There is no file of marks at {file}.")
    return _parse(file.read_bytes(), article, file.name)


def _without(annotations: Iterable[Annotation], known: list[Annotation]) -> list[Annotation]:
    """The marks whose content is not known yet, each once."""
    seen = {_content(mark) for mark in known}
    new = []
    for mark in annotations:
        if _content(mark) not in seen:
            seen.add(_content(mark))
            new.append(mark)
    return new


def _content(mark: Annotation) -> tuple[object, ...]:
    return (mark.label, mark.spans, mark.comment, mark.reader)


def _write(marks: list[Annotation], article: Article, file: Path) -> None:
    lines = [json.dumps(_line(mark, article), ensure_ascii=False) + "\n" for mark in marks]
    # Half a character (a lone surrogate) is written as its JSON escape: the file stays UTF-8.
    content = "".join(lines).encode("utf-8", "backslashreplace")
    if _parse(content, article, file.name) != marks:
        raise ValueError(f"The marks would not be read back as they are; {file} is unchanged.")
    write_safely(file, content)
    if file.read_bytes() != content:
        raise OSError(f"{file} was written, but holds something else now. Save it again.")


def _line(mark: Annotation, article: Article) -> dict[str, Any]:
    spans = [check_span(span, article.text) for span in mark.spans]
    return {
        "id": mark.id,
        "label": mark.label,
        "spans": [[span.start, span.end] for span in spans],
        "words": [span.of(article.text) for span in spans],
        "comment": mark.comment,
        "reader": mark.reader,
        "created": mark.created,
        "text_sha256": article.fingerprint,
    }


def _parse(content: bytes, article: Article, name: str) -> list[Annotation]:
    marks = []
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            marks.append(_annotation(json.loads(line.decode("utf-8")), article))
        except (ValueError, KeyError, TypeError) as error:
            problem = f"it has no {error}" if isinstance(error, KeyError) else str(error)
            raise ValueError(
                f"{name}, line {number}, is not a mark on this article: {problem} "
                "Ask for the file again, or take that line out; nothing was changed."
            ) from error
    return marks


def _annotation(fields: dict[str, Any], article: Article) -> Annotation:
    if not isinstance(fields, dict):
        raise ValueError("it does not hold the fields of a mark.")
    if fields["text_sha256"] != article.fingerprint:
        raise ValueError("it was made on another text.")
    spans = tuple(check_span(span, article.text) for span in fields["spans"])
    if not spans or [span.of(article.text) for span in spans] != fields["words"]:
        raise ValueError("its words do not stand where it says.")
    texts = {key: fields[key] for key in ("label", "comment", "reader", "created", "id")}
    for key, value in texts.items():
        if not isinstance(value, str):
            raise ValueError(f"its {key} is not a text.")
    return Annotation(spans=spans, **texts)
