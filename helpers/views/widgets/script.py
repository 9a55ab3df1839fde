"""The files that a widget sends to the browser, as one text."""

from __future__ import annotations

from pathlib import Path


def joined(*names: str) -> str:
    """What these files beside this module hold, one after the other.

    A widget has one script and one style sheet, and what several widgets need is in files of its
    own: the first files define it, the last one uses it.
    """
    folder = Path(__file__).parent
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
