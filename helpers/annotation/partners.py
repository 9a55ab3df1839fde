"""Readings of a text to compare one's own with: those that came with the workbook, and partners'.

A partner's file is kept in ``my_work/partners/`` once it is known to belong to the text; whatever
is there already stays as it is.
"""

from __future__ import annotations

import itertools
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from helpers.annotation.annotation import Annotation
from helpers.annotation.exchange import load_annotations
from helpers.annotation.journal import is_journal, journal_path, open_journal
from helpers.annotation.refused_files import LARGEST, too_large, why_refused
from helpers.text.article import Article
from helpers.workbook import (
    LONGEST_READER,
    file_name,
    find_my_work,
    find_workbook,
    read_settings,
    shown_path,
    write_safely,
)

_FOLDERS = {"seeds/readers": "invented", "my_work/annotations": "", "my_work/partners": ""}
ENDINGS = (".jsonl", ".jsonld", ".json")


class PartnerReading(NamedTuple):
    """A reading that somebody else made of the text."""

    key: str
    """Its file, seen from the workbook's folder."""
    name: str
    """The reader's pseudonym, with "(invented)" behind it where that is so."""
    marks: tuple[Annotation, ...]
    notices: tuple[str, ...]
    """A sentence, where parts of the file could not be used."""


def find_readings(article: Article) -> dict[str, PartnerReading]:
    """All readings of this text but one's own, by key: the shipped ones, then those in my_work.

    Files of other texts, and files that cannot be read, are left out. Where readers have the same
    name, the second is called "Otter (2)".
    """
    own = {mark.id for mark in open_journal(article).annotations}
    found: dict[str, PartnerReading] = {}
    for folder, remark in _FOLDERS.items():
        for path in _files(article, folder):
            try:
                reading = read_reading(path, article, remark)
            except (OSError, ValueError):  # of another text, or damaged
                continue
            if reading.marks and not {mark.id for mark in reading.marks} <= own:
                found[reading.key] = reading
    taken: set[str] = set()
    for key, reading in found.items():
        numbered = (f"{reading.name} ({number})" for number in itertools.count(2))
        name = next(n for n in itertools.chain((reading.name,), numbered) if n not in taken)
        taken.add(name)
        found[key] = reading._replace(name=name)
    return found


def read_reading(path: Path, article: Article, remark: str = "") -> PartnerReading:
    """The reading in a file.

    Raises:
        ValueError: it is damaged, or belongs to another text.
        OSError: it cannot be read.
    """
    if path.stat().st_size > LARGEST:
        raise ValueError(too_large(path.name))
    left_out = 0
    if is_journal(path):
        journal = open_journal(article, reader="", path=path)
        marks, left_out = journal.annotations, len(journal.notices)
    else:
        marks = tuple(load_annotations(path, article))
    name = _reader(marks) or path.name.split(".")[0]
    parts = "1 part of this file is" if left_out == 1 else f"{left_out} parts of this file are"
    notice = f"{parts} damaged and left out. If marks are missing, ask for the file again."
    return PartnerReading(
        shown_path(path),
        f"{name} ({remark})" if remark else name,
        marks,
        notices=(notice,) if left_out else (),
    )


def keep_reading(name: str, content: bytes, article: Article) -> PartnerReading:
    """The partner's reading, once its file is kept in ``my_work/partners/``.

    Args:
        name: what the file is called on the partner's machine.

    Raises:
        ValueError: it is damaged, belongs to another text, holds no marks or one's own; nothing
            is kept. Said in words for pupils; what exactly is damaged is in its ``__cause__``.
        OSError: the disk refuses.
    """
    plain = Path(name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{file_name(plain.stem)}{_harmless(plain.suffix)}"
        path.write_bytes(content)
        try:
            reading = read_reading(path, article)
        except ValueError as error:
            raise ValueError(why_refused(name, content, article)) from error
    if reading.notices and not reading.marks:
        raise ValueError(why_refused(name, content, article))
    _check_somebody_elses(name, reading, article)
    ending = plain.suffix if plain.suffix in ENDINGS else ".jsonl"
    kept = _keep(file_name(plain.stem), ending, content)
    reader = _reader(reading.marks) or kept.name.split(".")[0]
    return reading._replace(key=shown_path(kept), name=reader)


def choose_reading(key: str, article: Article) -> None:
    """Nothing, once it is kept that this reader compares with the reading of this key."""
    write_safely(_chosen(article), f"{key}\n".encode())


def chosen_reading(article: Article) -> str:
    """The key that was chosen last for this text by this reader; "" where none was."""
    try:
        return _chosen(article).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):  # nothing was chosen, or nobody can say what
        return ""


def _files(article: Article, folder: str) -> Iterator[Path]:
    own = journal_path(article)
    for path in sorted((find_workbook() / folder).glob("*"), key=_by_name):
        # In a journal's name stands of which text it is; the journals of others are left alone.
        is_of_this_text = f"--{article.fingerprint[:8]}--" in path.name
        is_wanted = folder != "my_work/annotations" or (
            is_of_this_text and path.name.endswith(".journal.jsonl")
        )
        if path.suffix in ENDINGS and path != own and is_wanted:
            yield path


def _by_name(path: Path) -> tuple[str, str]:
    """So that "theirs-2.jsonl" comes after "theirs.jsonl"."""
    return path.stem, path.suffix


def _reader(marks: Iterable[Annotation]) -> str:
    """Who made these marks, or most of them; "" where they do not say."""
    names = Counter(mark.reader for mark in marks)
    plain = (_in_one_line(name) for name, _ in names.most_common())
    return next((name for name in plain if name), "")[:LONGEST_READER]


def _in_one_line(name: str) -> str:
    """A name without signs that cannot be seen, such as those that turn the line round.

    Joiners stay: many emoji and Persian and Hindi words are made with them.
    """
    seen = (sign if sign.isprintable() or sign in "\u200c\u200d" else " " for sign in name)
    return " ".join("".join(seen).split())


def _check_somebody_elses(name: str, reading: PartnerReading, article: Article) -> None:
    if not reading.marks:
        raise ValueError(f"{name} holds no marks. Ask your partner to mark something first.")
    if {mark.id for mark in reading.marks} <= {m.id for m in open_journal(article).annotations}:
        raise ValueError(
            f"{name} holds your own marks. Give that file to your partner, and take the one that "
            "your partner gives you."
        )


def _keep(stem: str, ending: str, content: bytes) -> Path:
    """Where the file is kept now: under this name, or with a number where another one has it."""
    names = itertools.chain((stem,), (f"{stem}-{number}" for number in itertools.count(2)))
    paths = (_partners() / f"{name}{ending}" for name in names)
    path = next(path for path in paths if not path.exists() or _holds(path, content))
    if not path.exists():
        write_safely(path, content)
    return path


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _partners() -> Path:
    folder = find_my_work() / "partners"
    folder.mkdir(exist_ok=True)
    return folder


def _chosen(article: Article) -> Path:
    name = file_name(article.title, article.fingerprint[:8], read_settings().reader)
    return _partners() / f"{name}.chosen.txt"


def _harmless(ending: str) -> str:
    return ending if ending.isascii() and ending[1:].isalnum() and len(ending) < 10 else ""
