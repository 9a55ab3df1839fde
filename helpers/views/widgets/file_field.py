"""A field for one file from the reader's computer, which says no before a file is too large.

ipywidgets' own upload sends whatever was chosen: over the server's limit (10 MiB a message) the
connection breaks and nothing is said. It also keeps the bytes in the widget's state, which
JupyterLab can save into the notebook; here they are passed on and forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import anywidget
import traitlets

_HERE = Path(__file__).parent
_MEGABYTE = 1_000_000
LARGEST = 6 * _MEGABYTE
"""Bytes; a message to Python may be 10 MiB, and some servers write a third more around it."""


class ChosenFile(NamedTuple):
    """What the browser says of a file; without bytes where it is over the limit."""

    name: str
    size: int
    raw: bytes


class FileField(anywidget.AnyWidget):
    """A labelled file field; each file that is chosen goes to the listener."""

    _esm = _HERE / "file_field.js"

    description = traitlets.Unicode().tag(sync=True)
    accept = traitlets.Unicode().tag(sync=True)
    limit = traitlets.Int(LARGEST).tag(sync=True)

    def __init__(
        self, description: str, endings: Sequence[str], listener: Callable[[ChosenFile], None]
    ) -> None:
        super().__init__(description=description, accept=",".join(endings))
        self._listener = listener
        self.on_msg(self._received)

    def _received(self, _: Any, about: Any, buffers: Sequence[Any]) -> None:
        # From the browser, so checked like any other input: a name is a name and no path.
        name = PurePosixPath(str(about.get("name", "")).replace("\\", "/")).name or "file"
        raw = b"".join(map(bytes, buffers))
        self._listener(ChosenFile(name, max(len(raw), int(about.get("size") or 0)), raw))


def check_size(file: ChosenFile) -> None:
    """Raises a ValueError that says what to do with a file over the limit."""
    if file.size > LARGEST:
        raise ValueError(
            f"{file.name} has {file.size / _MEGABYTE:.1f} MB, and up to {LARGEST // _MEGABYTE} MB "
            "can be passed through a notebook. Put the file into the folder my_work, and load it "
            f'in code: load_article("my_work/{file.name}").'
        )
