import itertools

from hypothesis import given
from hypothesis import strategies as st

from helpers import Span
from helpers.views.pieces import find_pieces

EDGES = st.lists(st.integers(0, 40), min_size=2, max_size=8, unique=True).map(sorted)
AREAS = EDGES.map(lambda e: [Span(a, b) for a, b in zip(e[::2], e[1::2], strict=False)])
MARKS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda m: Span(m[0], m[0] + m[1]))
)


@given(AREAS, MARKS)
def test_pieces_rejoin_to_their_area_and_know_every_mark_that_covers_them(areas, marks):
    for area, pieces in zip(areas, find_pieces(areas, marks), strict=True):
        edges = [area.start, *(piece.span.end for piece in pieces)]
        assert [piece.span for piece in pieces] == [
            Span(a, b) for a, b in itertools.pairwise(edges)
        ]
        assert edges[-1] == area.end
        for span, covering in pieces:
            assert list(covering) == [n for n, mark in enumerate(marks) if mark.overlaps(span)]
            assert all(marks[number].contains(span) for number in covering)
