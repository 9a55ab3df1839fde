"""Which sentences does a place in the text touch?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from helpers.text.span import Span


def find_touched(sorted_spans: Sequence[Span], place: Span) -> Sequence[Span]:
    """Those of the spans that share a code point with ``place``.

    The spans are in order and do not overlap each other, as sentences and quotations are.
    """
    first = bisect_right(sorted_spans, place.start, key=lambda span: span.end)
    past = bisect_left(sorted_spans, place.end, key=lambda span: span.start)
    return sorted_spans[first:past]
