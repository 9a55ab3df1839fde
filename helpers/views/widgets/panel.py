"""What every widget of several controls stands in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import anywidget
import ipywidgets


class Panel(ipywidgets.VBox):
    """Controls one below the other, whose keys are kept from the notebook around them.

    JupyterLab's shortcuts are plain letters (``d d`` deletes a cell, ``m`` turns it into prose),
    and it takes the arrow keys, too. ipywidgets' menus, lists and boxes let all of them through.
    """

    def __init__(self, controls: Sequence[ipywidgets.Widget]) -> None:
        super().__init__([_OwnKeys(), *controls])


class _OwnKeys(anywidget.AnyWidget):
    """An invisible part of a panel; ``own_keys.js`` listens to the box around it."""

    _esm = Path(__file__).parent / "own_keys.js"
