"""A slider that screen readers can name.

ipywidgets' own slider has no accessible name (axe-core: aria-input-field-name); this one is the
browser's range field with a label, and otherwise behaves the same.
"""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets

_HERE = Path(__file__).parent


class Slider(anywidget.AnyWidget):
    """A whole number between two others, chosen by mouse or arrow keys."""

    _esm = _HERE / "slider.js"

    value = traitlets.Int().tag(sync=True)
    smallest = traitlets.Int().tag(sync=True)
    largest = traitlets.Int().tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)

    def __init__(self, value: int, smallest: int, largest: int, description: str) -> None:
        super().__init__(value=value, smallest=smallest, largest=largest, description=description)
