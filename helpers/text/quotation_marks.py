"""Which signs of a paragraph are quotation marks, and which two belong together?

Straight and curly double marks, guillemets, „low-high“ marks and the typewriter's ''double
apostrophes''. A quotation inside a quotation belongs to the outer one. Single marks are mostly
apostrophes; as quotation marks they count only where they are curly, in a paragraph that has no
double ones, as in British newspapers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from helpers.text.span import Span

# Which signs close a stretch that each sign opens. “ closes „low-high“ stretches, and a straight
# mark may close a curly one: word processors mix them, and turn some of the curly ones around.
_CLOSED_BY = {
    '"': ('"', "\u201d"),
    "\u201c": ("\u201d", '"', "''", "\u201c"),
    "\u201d": ("\u201d", "\u201c"),
    "\u201e": ("\u201c", "\u201d", '"'),
    "\u00ab": ("\u00bb",),
    "\u00bb": ("\u00ab",),
    "''": ("''", "\u201d", '"'),
    "``": ("''", '"', "\u201d"),
}
# Sign by sign, not in one class: a search is quick where each choice begins with a plain sign.
_MARK = re.compile("\"|\u201c|\u201d|\u201e|\u00ab|\u00bb|''(?!')|``")
_BEFORE_OPENING = frozenset("([{\u2014\u2013-\u2018/\u202a")
_OPENS_BEFORE_A_SPACE = frozenset("\u201c\u00ab")  # French has a space inside its marks
_SPACES = frozenset(" \u00a0\u202f")
_CURLY = frozenset("\u201c\u201d")
_TURNED_AROUND = frozenset("\u201d\u00bb")  # signs that close, and open only where nothing else can
# A curly single mark, no apostrophe inside but between letters, and a mark that no letter follows.
_SINGLE = re.compile(
    "(?<![\\w\u2019])\u2018(?=[^\\s\u2018\u2019])(?!\\d\\ds)"
    "(?P<inner>(?:[^\u2018\u2019]|(?<=\\w)\u2019(?=\\w))*+)\u2019(?!\\w)"
)
_FEET = re.compile("['\u2019\u2032]\\d{1,2}\\Z")
_LINE_END = re.compile(r"\s*\n\s*")


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
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    if not marks:
        return _pair_single_marks(text, paragraph), []
    stretches: list[QuotedStretch] = []
    strays: list[Span] = []
    opened: Span | None = None
    depth = 0
    steps = _find_nesting(text, paragraph, marks) if len(marks) > 2 else []
    for number, match in enumerate(marks):
        here, sign = Span(*match.span()), match.group()
        if _is_no_mark(text, here):
            continue
        if opened is None:
            if _can_open(text, here):
                opened = here
            else:
                strays.append(here)
        elif steps and (depth or steps[number] > 0):
            depth += steps[number]
        elif sign in _CLOSED_BY[opened.of(text)] and (
            not _clearly_opens(text, here) or (sign == "\u00bb" and opened.of(text) == "\u00ab")
        ):
            if text[opened.end : here.start].strip():
                inner = Span(opened.end, here.start)
                stretches.append(QuotedStretch(inner, Span(opened.start, here.end), True))
            opened = None
        elif sign == opened.of(text) and _clearly_opens(text, here):
            # A second opening before any closing: the quotation runs over two lines, or else the
            # first was the stray one.
            left_open = _left_open(text, opened, here.start) if _begins_line(text, here) else None
            if left_open:
                stretches.append(left_open)
            else:
                strays.append(opened)
            opened = here
    left_open = _left_open(text, opened, paragraph.end) if opened else None
    if left_open:
        stretches.append(left_open)
    elif opened:
        strays.append(opened)
    return stretches, strays


def _left_open(text: str, opened: Span, end: int) -> QuotedStretch | None:
    """The stretch from a mark that is never closed; None where no words stand behind it."""
    inner = Span(opened.end, opened.end + len(text[opened.end : end].rstrip()))
    return QuotedStretch(inner, Span(opened.start, inner.end), False) if inner.of(text) else None


def _find_nesting(text: str, paragraph: Span, marks: list[re.Match[str]]) -> list[int]:
    """For each mark 1 if it opens, -1 if it closes, 0 if it is not looked at.

    Empty unless a quotation stands inside another and every mark has its partner. The first may
    be without one where the quotation goes on in the next paragraph.
    """
    steps = []
    depth = deepest = 0
    for mark in marks:
        step = _step(text, Span(*mark.span()), depth)
        steps.append(step)
        depth += step
        deepest = max(deepest, depth)
        if depth < 0:
            return []
    if deepest < 2 or depth > 1:
        return []
    goes_on = marks[0].start() == paragraph.start and goes_on_behind(text, paragraph.end)
    return steps if depth == 0 or goes_on else []


def _step(text: str, sign: Span, depth: int) -> int:
    kind = sign.of(text)
    if kind in _CURLY:
        return 1 if kind == "\u201c" else -1
    if kind != '"' or _is_no_mark(text, sign):
        return 0
    if _clearly_opens(text, sign):
        return 1
    return -1 if depth else 0  # an inch sign closes nothing


def _pair_single_marks(text: str, paragraph: Span) -> list[QuotedStretch]:
    if text.find("\u2018", *paragraph) < 0:
        return []
    return [
        QuotedStretch(Span(*match.span("inner")), Span(*match.span()), True)
        for match in _SINGLE.finditer(text, paragraph.start, paragraph.end)
    ]


def opens_quotation(text: str, position: int) -> bool:
    """True where a mark stands at a position and can open a quotation."""
    match = _MARK.match(text, position)
    return match is not None and _can_open(text, Span(*match.span()))


def goes_on_behind(text: str, end: int) -> bool:
    """True where the next line opens with a mark again, as it does in long quotations."""
    match = _LINE_END.match(text, end)
    return match is not None and opens_quotation(text, match.end())


def _is_no_mark(text: str, sign: Span) -> bool:
    """The inches of 6'2", and the quotes around a value in markup that was left in a text."""
    if text[sign.start] != '"':
        return False
    before = text[max(0, sign.start - 3) : sign.start]
    return (
        before[-1:] == "="
        or text[sign.end : sign.end + 1] == ">"
        or (before[-1:].isdigit() and _FEET.search(before) is not None)
    )


def _can_open(text: str, sign: Span) -> bool:
    following = text[sign.end : sign.end + 1]
    if not following or following.isspace():
        mark = sign.of(text)
        turned = mark == "\u201d" and _begins_line(text, sign)
        return following in _SPACES and (turned or mark in _OPENS_BEFORE_A_SPACE)
    return sign.of(text) not in _TURNED_AROUND or _stands_after_a_gap(text, sign)


def _begins_line(text: str, sign: Span) -> bool:
    return text[sign.start - 1 : sign.start] in ("", "\n")


def _clearly_opens(text: str, sign: Span) -> bool:
    """A mark between a space and a letter."""
    following = text[sign.end : sign.end + 1]
    return bool(following) and not following.isspace() and _stands_after_a_gap(text, sign)


def _stands_after_a_gap(text: str, sign: Span) -> bool:
    before = text[sign.start - 1 : sign.start]
    return not before or before.isspace() or before in _BEFORE_OPENING
