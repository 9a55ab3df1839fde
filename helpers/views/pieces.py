"""A text cut wherever a mark begins or ends, so that each piece has the same marks throughout."""

from __future__ import annotations

import itertools
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from helpers.text.span import Span


class Piece(NamedTuple):
    """A stretch of text, and the numbers of the marks that cover it, the lowest first."""

    span: Span
    marks: tuple[int, ...]


def find_pieces(areas: Sequence[Span], marks: Sequence[Span]) -> list[list[Piece]]:
    """For each area its pieces in reading order; joined they give back the area.

    One walk from edge to edge, with the marks that are open there: the time grows with the text
    and with what is drawn, however many marks there are. ``text_view.js`` does the same.

    Args:
        areas: in reading order, without overlaps, such as paragraphs; none is empty.
        marks: in any order; they may overlap and may leave the areas. None is empty.

    >>> [[(*piece.span, piece.marks) for piece in area]
    ...  for area in find_pieces([Span(0, 9)], [Span(4, 9), Span(2, 6)])]
    [[(0, 2, ()), (2, 4, (1,)), (4, 6, (0, 1)), (6, 9, (0,))]]
    """
    begin: dict[int, list[int]] = {}
    end: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        begin.setdefault(mark.start, []).append(number)
        end.setdefault(mark.end, []).append(number)
    edges = sorted({*begin, *end, *itertools.chain.from_iterable(areas)})
    walk = _walk(edges, begin, end)
    piece = next(walk, None)
    found = []
    for area in areas:
        inside: list[Piece] = []
        while piece and piece.span.start < area.end:
            if piece.span.start >= area.start:
                inside.append(piece)
            piece = next(walk, None)
        found.append(inside)
    return found


def _walk(
    edges: Sequence[int], begin: dict[int, list[int]], end: dict[int, list[int]]
) -> Iterator[Piece]:
    """What lies between each edge and the next, in order."""
    is_open: list[int] = []
    for start, stop in itertools.pairwise(edges):
        for number in end.get(start, ()):
            del is_open[bisect_left(is_open, number)]
        for number in begin.get(start, ()):
            insort(is_open, number)
        yield Piece(Span(start, stop), tuple(is_open))
