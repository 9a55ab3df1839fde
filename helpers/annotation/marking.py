"""Marks made by quoting the words: no mouse is needed, and it can be read and repeated."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpers.annotation.annotation import Annotation, marked_text
from helpers.annotation.locating import as_typed
from helpers.text.article import Article, text_of
from helpers.text.span import Span
from helpers.workbook import read_settings


def mark(
    text: Article | str,
    words: str,
    label: str,
    *,
    occurrence: int | None = None,
    comment: str = "",
    values: Mapping[str, str] | None = None,
    reader: str | None = None,
    place: str = "text",
) -> Annotation:
    """A new mark on the words that are quoted; ``journal.add(mark(…))`` keeps it.

    Args:
        words: whole words, as they stand in the text. Straight and curly quotation marks are
            taken as the same, and so are all kinds of spaces; capitals are not.
        occurrence: which place, counted from 1, where the words occur more than once.
        values: answers to what the codebook asks beside the label, as in ``{"kind": "direct"}``.
        reader: a pseudonym; without one, the reader that the workbook is set to.
        place: ``"headline"`` for words of an article's headline.

    Raises:
        ValueError: the words do not occur; occur more than once, and ``occurrence`` does not say
            which is meant; occur only inside longer words; or words or label are empty.

    >>> mark("He said no. She said yes.", "said", "cue", occurrence=2, reader="Heron").spans
    (Span(start=16, end=20),)
    """
    plain = marked_text(text, place) if isinstance(text, Article) else text_of(text)
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
        values=tuple((values or {}).items()),
        place=place,
        reader=read_settings().reader if reader is None else reader,
    )


def _places(text: str, words: str) -> list[Span]:
    """Where the words stand as whole words; exact spellings, or else as they would be typed."""
    for searched, wanted in (
        (text, words),
        (as_typed(text), as_typed(words)),
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
