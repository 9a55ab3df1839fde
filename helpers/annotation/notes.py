"""What a reader writes about a text in answer to questions, kept from one day to the next.

One file for each text and reader, readable without this program: each question with its answer
and when it was written.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpers.text.article import Article
from helpers.workbook import (
    file_name,
    find_my_work,
    locked,
    read_settings,
    shown_path,
    write_safely,
)


def notes_path(article: Article, reader: str | None = None) -> Path:
    """Where this reader's answers about this text are kept; the folder is made, not the file."""
    folder = find_my_work() / "notes"
    folder.mkdir(exist_ok=True)
    name = file_name(article.title, article.fingerprint[:8], reader or read_settings().reader)
    return folder / f"{name}.json"


def load_notes(article: Article) -> dict[str, str]:
    """The reader's answers, question to answer, in the order in which they were first given.

    Raises:
        ValueError: the file is damaged.
    """
    return {question: note["answer"] for question, note in _parse(notes_path(article)).items()}


def save_notes(notes: Mapping[str, str], article: Article) -> Path:
    """The file's path, once these answers are in it beside those to other questions.

    Raises:
        ValueError: the file is damaged; it stays as it is.
        OSError: the disk refuses; the old file is as it was.
    """
    path = notes_path(article)
    with locked(path):
        kept = _parse(path)
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        for question, answer in notes.items():
            if answer != kept.get(question, {"answer": ""})["answer"]:
                kept[question] = {"answer": answer, "written": now}
        content = {
            "title": article.title,
            "text_sha256": article.fingerprint,
            "reader": read_settings().reader,
            "answers": kept,
        }
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        # Half a character (a lone surrogate) is written as its JSON escape: the file stays UTF-8.
        write_safely(path, text.encode("utf-8", "backslashreplace"))
    return path


def _parse(path: Path) -> dict[str, dict[str, Any]]:
    try:
        answers: dict[str, dict[str, Any]] = json.loads(path.read_bytes())["answers"]
        if not all(isinstance(note["answer"], str) for note in answers.values()):
            raise ValueError("an answer is no text")
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(
            f"{shown_path(path)} is damaged and was left as it is. Give it another name to begin "
            "anew; what is in it can still be read in an editor."
        ) from error
    return answers
