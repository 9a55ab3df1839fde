"""Which signs of a paragraph are quotation marks, and which two belong together?

Straight and curly double marks, guillemets and „low-high“ marks. Single marks are left alone:
most of them are apostrophes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

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


def pair_marks(text: str, paragraph: Span) -> tuple[list[QuotedStretch], list[Span]]:
    """The stretches of one paragraph, in reading order, and the marks that found no partner.

    No stretch is inside another. A mark that opens and is not closed ends with its paragraph, and
    takes nothing from the stretches around it.
    """
    stretches = []
    strays = []
    opened: int | None = None
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        here = match.start()
        if opened is None:
            if may_open(text, here):
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


def may_open(text: str, position: int) -> bool:
    """True where the sign at a position is a mark that can open a quotation."""
    mark = text[position]
    if mark not in _CLOSED_BY or mark in _ONLY_CLOSES:
        return False
    following = text[position + 1 : position + 2]
    return bool(following) and not following.isspace()


def _clearly_opens(text: str, position: int) -> bool:
    """A mark between a space and a letter, or one that can do nothing but open."""
    before = text[position - 1 : position]
    return may_open(text, position) and (not before or before.isspace() or before in "([\u2014")
