"""Colours that readers with any colour vision can tell apart, each with a line style beside it.

Source: Okabe and Ito (2008), Color Universal Design. Nothing is told by colour alone: every
colour here has its own line style, and legends show both.
"""

from __future__ import annotations

from typing import NamedTuple


class Ink(NamedTuple):
    """A colour as #rrggbb, and a CSS line style that goes with it."""

    colour: str
    line: str


# blue, vermillion, bluish green, reddish purple, orange, sky blue; black and yellow are left out,
# because neither can be seen on both a light and a dark page.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
LINES = ("solid", "dashed", "double", "dotted")
GREY = Ink("#999999", "dotted")
"""For what belongs to nobody."""


def ink(number: int) -> Ink:
    """The ink for the layer, speaker or label with this number, counted from 0.

    The first 24 differ from each other; then they repeat.
    """
    turn, colour = divmod(number, len(COLOURS))
    return Ink(COLOURS[colour], LINES[(colour + turn) % len(LINES)])
