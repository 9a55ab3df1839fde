"""Has a reader seen what a program found in a text? Marks that are made after that are not blind.

It is kept beside the reader's journal, so that it is still known on another day, and to every
notebook: what was seen cannot be unseen.
"""

from __future__ import annotations

import json
from pathlib import Path

from helpers.annotation.annotation import now
from helpers.workbook import write_safely


def note_seen(journal: Path) -> None:
    """Nothing, once the disk has it that the reader of this journal has seen findings.

    Raises:
        OSError: the disk refuses.
    """
    path = _beside(journal)
    if path.exists():  # the first time counts
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fields = {"journal": journal.name, "seen": "what a program found", "when": now()}
    write_safely(path, json.dumps(fields, ensure_ascii=False, indent=1).encode() + b"\n")


def has_seen(journal: Path) -> bool:
    """Whether the reader of this journal has seen what a program found in its text."""
    return _beside(journal).exists()


def _beside(journal: Path) -> Path:
    return journal.with_name(f"{journal.name.removesuffix('.journal.jsonl')}.seen.json")
