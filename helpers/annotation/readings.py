"""The marks of several readers, made ready to be compared."""

from __future__ import annotations

import textwrap
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from helpers.annotation.annotation import Annotation
from helpers.annotation.pairing import places
from helpers.text.article import Article, text_of
from helpers.text.span import Span

# One name for each reader, or a list whose readers are named by their marks.
Readings = Mapping[str, Iterable[Annotation]] | Sequence[Iterable[Annotation]]

MOST_LABELS = 60


@dataclass(frozen=True, slots=True)
class Gathered:
    """Readings that can be compared, or a sentence that says why they cannot."""

    text: str
    """What the marks are spans of: the article's text, or its headline."""
    marks: dict[str, tuple[Annotation, ...]]
    """By reader, in reading order, none twice."""
    labels: tuple[str, ...]
    """In the order in which a reader of the text meets them."""
    notes: tuple[str, ...]
    """What was left out, one sentence each."""
    problem: str
    """"" where the readings can be compared."""


def gather_readings(
    readings: Readings,
    text: Article | str,
    *,
    labels: Iterable[str] | None = None,
    within: Iterable[Span] | None = None,
    place: str = "text",
) -> Gathered:
    """The marks that can be compared: of these labels, that begin within these spans.

    Args:
        labels: those to compare; without them, all that occur.
        within: what all readers have read, such as ``article.paragraphs[:8]``; without it, all.
        place: ``text`` or ``headline``: which of the article's two texts.

    Raises:
        TypeError: a reading holds something that is no mark.
    """
    plain = text_of(text)
    if place == "headline":
        plain = text.title if isinstance(text, Article) else ""
    notes: list[str] = []
    wanted = None if labels is None else set(labels)
    inside = None if within is None else sorted(within)
    gathered: dict[str, tuple[Annotation, ...]] = {}
    problem = ""
    for reader, marks in _named(readings).items():
        here = [mark for mark in marks if mark.place == place]
        outside = next((s for m in here for s in m.spans if not _fits(s, plain)), None)
        if outside:
            problem = problem or (
                f"{reader} has a mark at {outside.start}–{outside.end}, where this text of "
                f"{len(plain)} code points has no words: it was made on another text. Only "
                "readings of the same text can be compared."
            )
            continue
        distinct = {(m.label, places(m)): m for m in reversed(here) if m.spans}
        kept = sorted(distinct.values(), key=lambda mark: (places(mark), mark.label))
        chosen = [
            mark
            for mark in kept
            if (wanted is None or mark.label in wanted) and begins_in(places(mark)[0].start, inside)
        ]
        _note(notes, reader, len(marks) - len(here), f"outside the {place}")
        _note(notes, reader, len(here) - len(kept), "made twice")
        _note(notes, reader, len(kept) - len(chosen), "outside what is compared")
        gathered[reader] = tuple(chosen)
    problem = problem or _too_few(gathered, notes)
    in_order = sorted((places(m)[0], m.label) for marks in gathered.values() for m in marks)
    found = tuple(dict.fromkeys(label for _, label in in_order))
    if not problem and len(found) > MOST_LABELS:
        problem = (
            f"There are {len(found)} different labels, more than {MOST_LABELS}. Name those to "
            'compare, as in labels=["source", "cue"].'
        )
    return Gathered(plain, gathered, found, tuple(notes), problem)


def _named(readings: Readings) -> dict[str, tuple[Annotation, ...]]:
    """Each reading under a name of its own."""
    if isinstance(readings, Mapping):
        return {str(name): _checked(marks) for name, marks in readings.items()}
    named: dict[str, tuple[Annotation, ...]] = {}
    for number, reading in enumerate(readings, 1):
        marks = _checked(reading)
        name = next((mark.reader for mark in marks if mark.reader), f"reader {number}")
        named[name if name not in named else f"{name} ({number})"] = marks
    return named


def _checked(marks: Iterable[Annotation]) -> tuple[Annotation, ...]:
    given = tuple(marks)
    for mark in given:
        if not isinstance(mark, Annotation):
            raise TypeError(
                f"A reading is made of marks; {mark!r:.60} is none. Wanted is one reading for each "
                'reader: {"Blue Heron": marks, "Grey Otter": other_marks}.'
            )
    return given


def _too_few(gathered: dict[str, tuple[Annotation, ...]], notes: list[str]) -> str:
    """Why there is nothing to compare, or ""; readers who marked nothing are taken out."""
    if len(gathered) < 2:
        who = f"only {next(iter(gathered))}" if gathered else "nobody"
        return f"It takes two readers to agree, and {who} is here."
    empty = [reader for reader, marks in gathered.items() if not marks]
    if len(empty) == len(gathered):
        return "None of the readers has marked anything here, so there is nothing to compare yet."
    if len(gathered) - len(empty) < 2:
        return f"{listed(empty)} marked nothing here, so there is nothing to compare yet."
    for reader in empty:
        notes.append(f"{reader} marked nothing here and is left out.")
        del gathered[reader]
    ids = [frozenset(mark.id for mark in marks) for marks in gathered.values()]
    if len(set(ids)) < len(ids):
        notes.append("Two readings hold the very same marks. Is it one file, loaded twice?")
    return ""


def _note(notes: list[str], reader: str, number: int, what: str) -> None:
    if number:
        counted = "1 mark is" if number == 1 else f"{number} marks are"
        notes.append(f"{reader}: {counted} left out, {what}.")


def listed(names: Sequence[str]) -> str:
    """The names as one would say them: "a, b and c"."""
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"


def shown_as(kind: str, sentence: str) -> str:
    """What a notebook shows of a result: its sentence, in lines that fit on the page."""
    return textwrap.fill(f"<{kind}: {sentence}>", 88, break_on_hyphens=False)


def _fits(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


def begins_in(start: int, inside: Sequence[Span] | None) -> bool:
    """True where a place lies in one of these spans, which are in order; None is everywhere."""
    if inside is None:
        return True
    number = bisect_right(inside, start, key=lambda span: span.start) - 1
    return number >= 0 and start < inside[number].end


def marks_in(marks: Iterable[Annotation], inside: Sequence[Span] | None) -> tuple[Annotation, ...]:
    """The marks of the text, not of its headline, that begin in one of these spans, in order."""
    return tuple(m for m in marks if m.place == "text" and begins_in(m.spans[0].start, inside))


def sentences_around(spans: Iterable[Span], sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences in which these spans begin and end, and those between; at most three."""
    spans = tuple(spans)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    first = max(0, bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1)
    last = bisect_left(sentences, end, key=lambda sentence: sentence.start)
    return tuple(sentences[first : min(last, first + 3)]) or (Span(start, end),)
