"""Labelled fields and buttons, whose values arrive in Python together.

With ipywidgets' own fields and buttons they need not. Each widget has its own messages: what was
chosen in a list may wait in the browser while the press of a button does not, and JupyterLab from
4.4 on lets the kernel handle messages in two threads. So a press overtook the choice it was about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import anywidget
import traitlets

from helpers.views.layer import shown

_HERE = Path(__file__).parent


class Field(NamedTuple):
    """One field of a form; with more than one row it takes several lines, or shows several."""

    name: str
    label: str
    example: str = ""
    rows: int = 1
    choices: tuple[str, ...] | None = None
    """With these it is a menu; ``offer`` puts others in their place."""
    is_hidden: bool = False
    """Nobody sees it: what it was filled with comes back, and says what a press was about."""


class Form(anywidget.AnyWidget):
    """The widget. The pressed button's listener gets what each field holds, by name."""

    _esm = _HERE / "form.js"
    _css = _HERE / "form.css"

    fields: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    buttons: traitlets.List[str] = traitlets.List().tag(sync=True)
    is_primary = traitlets.Bool().tag(sync=True)
    """Whether the first button is the one that most readers want."""
    suggestions = traitlets.Dict().tag(sync=True)
    """By name of a field, what may be chosen there instead of writing it."""
    choices = traitlets.Dict().tag(sync=True)
    """By name of a menu, the pairs of a line and its value."""

    def __init__(
        self,
        fields: Sequence[Field],
        buttons: Mapping[str, Callable[[dict[str, str]], None]],
        *,
        is_primary: bool = False,
    ) -> None:
        super().__init__(
            fields=[field._asdict() for field in fields],
            choices={
                field.name: [[line, line] for line in field.choices]
                for field in fields
                if field.choices is not None
            },
            buttons=list(buttons),
            is_primary=is_primary,
        )
        self._names = [field.name for field in fields]
        self._listeners = dict(buttons)
        self.on_msg(self._received)

    def fill(self, values: Mapping[str, str]) -> None:
        """Put these values into the fields; the others keep what is written in them."""
        # The empty one first, so that a field is filled anew if only the reader changed it.
        self.values = {}
        self.values = {name: shown(value) for name, value in values.items()}

    def offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Give the menu with this name these lines, each with its value.

        What the reader has chosen stays so where it is still offered.
        """
        pairs = [[shown(line), value] for line, value in choices]
        self.choices = {**self.choices, name: pairs}

    def _received(self, _: Any, content: Any, buffers: Sequence[Any]) -> None:
        # From the browser, so checked like any other input.
        written = content.get("values", {})
        listener = self._listeners.get(str(content.get("button")))
        if listener is not None:
            listener({name: str(written.get(name, "")) for name in self._names})
