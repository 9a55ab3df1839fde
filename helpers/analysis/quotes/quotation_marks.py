"""Which stretches of a text stand between quotation marks?

Straight and curly double marks, guillemets and „low-high“ marks. Single marks are left alone in
this version: most of them are apostrophes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs
from helpers.text.span import Span

# Which signs close a stretch that each sign opens. “ closes „low-high“ stretches, and a straight
# mark may close a curly one: word processors mix them.
_CLOSED_BY = {
    '"': '"',
    "\u201c": '\u201d"',
    "\u201e": '\u201c\u201d"',
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
}
_MARK = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')
_ONLY_CLOSES = "\u201d"


class QuotedStretch(NamedTuple):
    """What stands between an opening mark and its closing one, and both with their marks."""

    inner: Span
    outer: Span
    closed: bool
    """False where the paragraph ended before a closing mark came."""


def find_quoted_stretches(text: Article | str) -> list[QuotedStretch]:
    """The stretches between quotation marks, in reading order; none is inside another.

    A stretch never crosses a paragraph's end. A mark that opens and is not closed ends with its
    paragraph, and takes nothing from the stretches around it.

    >>> [s.inner.of('He said "no" twice.') for s in find_quoted_stretches('He said "no" twice.')]
    ['no']
    """
    plain = text_of(text)
    return [stretch for p in find_paragraphs(plain) for stretch in _pair(plain, p)[0]]


def find_unpaired_marks(text: Article | str) -> list[Span]:
    """The quotation marks without a partner in their paragraph, in reading order.

    A mark that opens a paragraph's quotation and is left open because the next paragraph opens
    with a mark again is no error but the custom for long quotations; it is not listed.
    """
    plain = text_of(text)
    paragraphs = find_paragraphs(plain)
    unpaired = []
    for number, paragraph in enumerate(paragraphs):
        stretches, strays = _pair(plain, paragraph)
        goes_on = number + 1 < len(paragraphs) and _opens(plain, paragraphs[number + 1].start)
        for stretch in stretches:
            if not stretch.closed and not goes_on:
                strays.append(Span(stretch.outer.start, stretch.outer.start + 1))
        unpaired.extend(sorted(strays))
    return unpaired


def _pair(text: str, paragraph: Span) -> tuple[list[QuotedStretch], list[Span]]:
    """The stretches of one paragraph, and the marks that found no partner."""
    stretches = []
    strays = []
    opened: int | None = None
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        here = match.start()
        if opened is None:
            if _opens(text, here):
                opened = here
            else:
                strays.append(Span(here, here + 1))
        elif match.group() in _CLOSED_BY[text[opened]] and not _clearly_opens(text, here):
            if opened + 1 < here:
                stretches.append(
                    QuotedStretch(Span(opened + 1, here), Span(opened, here + 1), True)
                )
            opened = None
        elif _clearly_opens(text, here) and text[here] == text[opened]:
            # A second opening before any closing: the first was the stray one.
            strays.append(Span(opened, opened + 1))
            opened = here
    if opened is not None and text[opened + 1 : paragraph.end].strip():
        end = Span(opened + 1, paragraph.end)
        stretches.append(QuotedStretch(end, Span(opened, paragraph.end), False))
    elif opened is not None:
        strays.append(Span(opened, opened + 1))
    return stretches, strays


def _opens(text: str, position: int) -> bool:
    mark = text[position]
    if mark not in _CLOSED_BY or mark in _ONLY_CLOSES:
        return False
    following = text[position + 1 : position + 2]
    return bool(following) and not following.isspace()


def _clearly_opens(text: str, position: int) -> bool:
    """A mark between a space and a letter, or one that can do nothing but open."""
    before = text[position - 1 : position]
    return _opens(text, position) and (not before or before.isspace() or before in "([\u2014")
