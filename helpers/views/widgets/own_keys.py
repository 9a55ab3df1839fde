"""Keeps the keys that are pressed in a widget from editing the notebook around it.

JupyterLab's shortcuts are plain letters (``d d`` deletes a cell, ``m`` turns it into prose), and it
takes the arrow keys, too. ipywidgets' menus, lists and boxes let all of them through.
"""

from __future__ import annotations

from pathlib import Path

import anywidget

_HERE = Path(__file__).parent


class OwnKeys(anywidget.AnyWidget):
    """An invisible part of a widget; the box that it is put into keeps its keys to itself."""

    _esm = _HERE / "own_keys.js"
