"""Marks carried to a changed text, by the words that were marked and what surrounded them."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from helpers.annotation.annotation import PLACES, Annotation, marked_text
from helpers.annotation.exchange import load_quoted, quoted
from helpers.annotation.locating import CONFIDENCES, Located, locate
from helpers.text.article import Article
from helpers.text.span import Span

_VALUE = "carried over"


@dataclass(frozen=True, slots=True)
class Moved:
    """A mark at its place in the new text, and how sure that place is."""

    columns: ClassVar = ("confidence", "label", "old_words", "words", "comment", "rival_at")

    annotation: Annotation
    """For the new text. Unless the place is the same, a value of it says how sure it is."""
    label: str
    old_words: str
    comment: str
    confidence: str
    """One of ``CONFIDENCES``; of several spans the least sure."""
    rivals: tuple[Span, ...] = ()
    """Other places in the new text that could be meant."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The spans as ``("words", span)``, and each other place as ``("rival", span)``."""
        yield from self.annotation.parts()
        for span in self.rivals if self.annotation.place == "text" else ():
            yield "rival", span


@dataclass(frozen=True, slots=True)
class Lost:
    """A mark whose words are not in the new text any more."""

    columns: ClassVar = ("label", "old_words", "comment", "reason")

    annotation: Annotation
    """As it was: its spans are places in the old text."""
    label: str
    old_words: str
    comment: str
    reason: str

    def parts(self) -> Iterator[tuple[str, Span]]:
        """None: it has no place in the new text."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Reanchored:
    """What became of each mark."""

    moved: tuple[Moved, ...]
    """In the order of the marks."""
    lost: tuple[Lost, ...]

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The marks that have a place in the new text, for a journal of it."""
        return tuple(moved.annotation for moved in self.moved)

    def __str__(self) -> str:
        counts = {
            name: sum(moved.confidence == name for moved in self.moved) for name in CONFIDENCES
        }
        said = [f"{count} {name}" for name, count in counts.items() if count]
        return ", ".join([*said, f"{len(self.lost)} lost"])


def reanchor(
    annotations: Iterable[Annotation] | str | os.PathLike[str],
    article: Article,
    *,
    old: Article | None = None,
) -> Reanchored:
    """The marks on another version of the text, each with how sure its new place is.

    Nothing is kept by this: look at ``moved`` and ``lost`` as tables first, then add the
    ``annotations`` to a journal of the new text. Marks keep their ids, links and times. Takes time
    in proportion to the text and the marks together.

    Args:
        annotations: the path of a journal, or of a file of W3C Web Annotations or JSON lines that
            was saved with words; or marks, with the ``old`` article that they were made on.

    Raises:
        ValueError: marks came without the old article, or do not lie inside it; or the file is
            damaged or was saved without words.

    >>> from helpers.annotation.marking import mark
    >>> old, new = Article("She said no."), Article("On Monday she said no. He said yes.")
    >>> (moved,) = reanchor([mark(old, "said no", "cue", reader="Heron")], new, old=old).moved
    >>> moved.annotation.words_in(new), moved.confidence
    (('said no',), 'only place')
    """
    if isinstance(annotations, (str, os.PathLike)):
        pairs = load_quoted(annotations)
    elif old is None:
        raise ValueError(
            "Marks know their places, not their words. Name the article that they were made on, "
            "reanchor(marks, article, old=old_article), or the file that they are in."
        )
    else:
        pairs = quoted(annotations, old)
    found = {
        place: iter(
            locate(
                [q for mark, quotations in pairs if mark.place == place for q in quotations],
                marked_text(article, place),
            )
        )
        for place in PLACES
    }
    moved, lost = [], []
    for mark, quotations in pairs:
        places = [next(found[mark.place]) for _ in quotations]
        words = " … ".join(quotation.words for quotation in quotations)
        result = _moved(mark, words, places)
        if isinstance(result, Moved):
            moved.append(result)
        else:
            lost.append(Lost(mark, mark.label, words, mark.comment, result))
    return Reanchored(tuple(moved), tuple(lost))


def _moved(mark: Annotation, words: str, places: list[Located | None]) -> Moved | str:
    """The mark at its new places, or why it has none."""
    there = [place for place in places if place is not None]
    if len(there) < len(places):
        return "its words do not stand between such surroundings any more"
    spans = tuple(place.span for place in there)
    if any(one.end > other.start for one, other in pairwise(spans)):
        return "its pieces do not follow each other any more"
    confidence = max((place.confidence for place in there), key=[*CONFIDENCES].index)
    values = tuple(pair for pair in mark.values if pair[0] != _VALUE)
    if confidence != "same place":
        values += ((_VALUE, confidence),)
    return Moved(
        annotation=dataclasses.replace(mark, spans=spans, values=values),
        label=mark.label,
        old_words=words,
        comment=mark.comment,
        confidence=confidence,
        rivals=tuple(rival for place in there for rival in place.rivals),
    )
