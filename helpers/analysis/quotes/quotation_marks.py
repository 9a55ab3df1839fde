"""Which stretches of a text stand between quotation marks, and which marks have no partner?"""

from __future__ import annotations

from helpers.text.article import Article, text_of
from helpers.text.quotation_marks import QuotedStretch, goes_on_behind, pair_marks
from helpers.text.segmentation import find_paragraphs
from helpers.text.span import Span


def find_quoted_stretches(text: Article | str) -> list[QuotedStretch]:
    """The stretches between quotation marks, in reading order; none is inside another.

    A stretch never crosses a paragraph's end. A mark that opens and is not closed ends with its
    paragraph, and takes nothing from the stretches around it.

    >>> [s.inner.of('He said "no" twice.') for s in find_quoted_stretches('He said "no" twice.')]
    ['no']
    """
    plain = text_of(text)
    return [stretch for p in find_paragraphs(plain) for stretch in pair_marks(plain, p)[0]]


def find_unpaired_marks(text: Article | str) -> list[Span]:
    """The quotation marks without a partner in their paragraph, in reading order.

    A mark that is left open because the next paragraph, or line, opens with a mark again is no
    error but the custom for long quotations; it is not listed.
    """
    plain = text_of(text)
    unpaired = []
    for paragraph in find_paragraphs(plain):
        stretches, strays = pair_marks(plain, paragraph)
        for stretch in stretches:
            if not stretch.closed and not goes_on_behind(plain, stretch.outer.end):
                strays.append(Span(stretch.outer.start, stretch.outer.start + 1))
        unpaired.extend(sorted(strays))
    return unpaired
