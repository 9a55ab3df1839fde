"""Labelled fields and one button, whose values arrive in Python together.

With ipywidgets' own fields and button they need not: each widget has its own messages, which the
kernel may handle in another order than they were sent. In a test, a byline that was written just
before the press of the button was lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import anywidget
import traitlets

from helpers.views.layer import shown

_HERE = Path(__file__).parent


class Field(NamedTuple):
    """One field of a form; with more than one row it takes several lines."""

    name: str
    label: str
    example: str = ""
    rows: int = 1
    choices: tuple[str, ...] = ()
    """With these it is a menu."""


class Form(anywidget.AnyWidget):
    """The widget. Its listener gets what is written in each field, by name, without its edges."""

    _esm = _HERE / "form.js"
    _css = _HERE / "form.css"

    fields: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    button = traitlets.Unicode().tag(sync=True)
    is_primary = traitlets.Bool().tag(sync=True)
    suggestions = traitlets.Dict().tag(sync=True)
    """By name of a field, what may be chosen there instead of writing it."""

    def __init__(
        self,
        fields: Sequence[Field],
        button: str,
        listener: Callable[[dict[str, str]], None],
        *,
        is_primary: bool = False,
    ) -> None:
        super().__init__(
            fields=[field._asdict() for field in fields], button=button, is_primary=is_primary
        )
        self._names = [field.name for field in fields]
        self._listener = listener
        self.on_msg(self._received)

    def fill(self, values: Mapping[str, str]) -> None:
        """Put these values into the fields; the others keep what is written in them."""
        # The empty one first, so that a field is filled anew if only the reader changed it.
        self.values = {}
        self.values = {name: shown(value) for name, value in values.items()}

    def _received(self, _: Any, content: Any, buffers: Sequence[Any]) -> None:
        # From the browser, so checked like any other input.
        written = content.get("values", {})
        self._listener({name: str(written.get(name, "")) for name in self._names})
