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


INKS: tuple[Ink, ...] = (
    Ink("#0072b2", "solid"),  # blue
    Ink("#d55e00", "dashed"),  # vermillion
    Ink("#009e73", "double"),  # bluish green
    Ink("#cc79a7", "dotted"),  # reddish purple
    Ink("#e69f00", "solid"),  # orange
    Ink("#56b4e9", "dashed"),  # sky blue
    Ink("#999999", "dotted"),  # grey
)


def ink(number: int) -> Ink:
    """The ink for the layer, speaker or label with this number, counted from 0; they repeat."""
    return INKS[number % len(INKS)]
