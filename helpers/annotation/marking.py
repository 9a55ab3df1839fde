"""Marks made by quoting the words: no mouse is needed, and it can be read and repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from helpers.annotation.annotation import Annotation
from helpers.annotation.exchange.jsonl import replace_annotations
from helpers.text.article import Article, text_of
from helpers.text.span import Span
from helpers.workbook import read_settings

# Signs that a keyboard does not have, beside those that people type for them. One for one, so that
# places stay the same.
_AS_TYPED = str.maketrans("\u201c\u201d\u201e\u2018\u2019\u02bc\u00a0\u202f", "\"\"\"'''  ")


def mark(
    text: Article | str,
    words: str,
    label: str,
    *,
    occurrence: int | None = None,
    comment: str = "",
    reader: str | None = None,
) -> Annotation:
    """A new mark on the words that are quoted.

    Args:
        words: whole words, as they stand in the text. Straight and curly quotation marks are
            taken as the same, and so are all kinds of spaces; capitals are not.
        occurrence: which place, counted from 1, where the words occur more than once.
        reader: a pseudonym; without one, the reader that the workbook is set to.

    Raises:
        ValueError: the words do not occur; occur more than once, and ``occurrence`` does not say
            which is meant; occur only inside longer words; or words or label are empty.

    >>> mark("He said no. She said yes.", "said", "cue", occurrence=2, reader="Heron").spans
    (Span(start=16, end=20),)
    """
    plain = text_of(text)
    if not words.strip() or not label.strip():
        raise ValueError('A mark needs words and a label: mark(article, "the words", "the label").')
    places = _places(plain, words)
    if not places:
        raise ValueError(_not_found(plain, words))
    if occurrence is None and len(places) > 1:
        raise ValueError(
            f"“{words}” occurs {len(places)} times. Say which you mean: occurrence=1 is in "
            f"“{_surroundings(plain, places[0])}”, occurrence=2 in "
            f"“{_surroundings(plain, places[1])}”."
        )
    number = 1 if occurrence is None else occurrence
    if not 1 <= number <= len(places):
        raise ValueError(
            f"occurrence is {number}, but “{words}” occurs {_times(len(places))} in this text; "
            "places are counted from 1."
        )
    return Annotation(
        label=label,
        spans=(places[number - 1],),
        comment=comment,
        reader=read_settings().reader if reader is None else reader,
    )


@dataclass(frozen=True, slots=True)
class KeptMarks:
    """What became of a list of marks."""

    marks: tuple[Annotation, ...]
    """All that are kept now, in the order of the list."""
    problems: tuple[str, ...]
    """One sentence for each row that could not be marked; the others are kept all the same."""


def keep_marks(
    article: Article,
    rows: Iterable[Sequence[str | int]],
    *,
    labels: Iterable[str] = ("source", "cue", "content"),
) -> KeptMarks:
    """The marks of all rows that can be marked, once they are in the reader's own file.

    The list is the whole reading: a row that is taken out takes its mark out of the file (it goes
    to a file beside it whose name ends in ``removed.jsonl``). An empty list changes nothing, so
    that an untouched notebook loses nobody's work.

    Args:
        rows: ``(words, label)``, or ``(words, label, occurrence)`` where the words occur more
            than once.
        labels: those that can be given; any other is a problem, because it is a slip.

    Raises:
        OSError: the disk refuses; the old file is as it was.
        ValueError: the reader's file is damaged; nothing was changed.
    """
    known = tuple(labels)
    marks = []
    problems = []
    for number, row in enumerate(rows, 1):
        try:
            marks.append(_mark_of_row(article, row, known))
        except (ValueError, TypeError) as error:
            problems.append(f"Row {number}: {error}")
    return KeptMarks(tuple(replace_annotations(marks, article)), tuple(problems))


def _mark_of_row(article: Article, row: Sequence[str | int], labels: tuple[str, ...]) -> Annotation:
    if isinstance(row, str) or not 2 <= len(row) <= 3:
        raise ValueError('a row is ("words", "label") or ("words", "label", 2).')
    words, label, *occurrence = row
    if not isinstance(words, str) or not isinstance(label, str):
        raise ValueError("words and label stand in quotation marks.")
    if label not in labels:
        raise ValueError(f"“{label}” is none of the labels {', '.join(labels)}.")
    chosen = occurrence[0] if occurrence else None
    if isinstance(chosen, str):
        raise ValueError(f"which place is meant is a number, such as 2, not “{chosen}”.")
    return mark(article, words, label, occurrence=chosen)


def _places(text: str, words: str) -> list[Span]:
    """Where the words stand as whole words; exact spellings, or else as they would be typed."""
    for searched, wanted in (
        (text, words),
        (text.translate(_AS_TYPED), words.translate(_AS_TYPED)),
    ):
        # Whole words only, so that "he" is not marked in "the".
        before = r"(?<!\w)" if wanted[0].isalnum() else ""
        after = r"(?!\w)" if wanted[-1].isalnum() else ""
        found = re.finditer(f"{before}{re.escape(wanted)}{after}", searched)
        places = [Span(*match.span()) for match in found]
        if places:
            return places
    return []


def _not_found(text: str, words: str) -> str:
    if words in text:
        return f"“{words}” stands only inside longer words. Mark whole words."
    otherwise = re.search(re.escape(words), text, re.IGNORECASE)
    if otherwise:
        return f"“{words}” does not occur, but “{otherwise.group()}” does: capitals count."
    return (
        f"“{words}” does not occur in this text. Copy the words from the text: every letter "
        "counts. Leave out quotation marks at both ends if they are not to be marked."
    )


def _surroundings(text: str, place: Span) -> str:
    return " ".join(text[max(0, place.start - 20) : place.end + 20].split())


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
