"""Which runs of words recur?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from helpers.analysis.word_forms import cut_forms, cut_words
from helpers.text.article import Article, text_of
from helpers.text.span import Span

BORDERS = ("sentence", "paragraph", "none")


@dataclass(frozen=True, slots=True)
class NgramCount:
    """A run of words: how often it occurs, its share, and every place."""

    columns: ClassVar = ("ngram", "count", "share")

    ngram: str
    """The words in the form they are counted under, with spaces between them."""
    count: int
    share: float
    """Of all runs of this length, between 0 and 1."""
    places: tuple[Span, ...]

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Every place, from its first word to its last, as ``("place", span)``."""
        for place in self.places:
            yield "place", place


def count_ngrams(
    text: Article | str,
    n: int = 2,
    *,
    form: str = "folded",
    hyphens: str = "join",
    stop_words: bool = True,
    within: Iterable[Span] | None = None,
    borders: str = "sentence",
    minimum: int = 2,
) -> list[NgramCount]:
    """The runs of ``n`` words with their counts, the most frequent first, ties by first place.

    Args:
        n: how many words, 1 or more.
        form, hyphens, within: as for ``count_words``.
        stop_words: False leaves out runs that hold a small word; the words beside it do not move
            together.
        borders: what no run crosses: the end of a ``sentence``, of a ``paragraph``, or ``none``.
        minimum: list only runs that occur at least so often; all are in the base of the share.

    Raises:
        ValueError: a choice that there is not, or ``n`` below 1.

    >>> [(run.ngram, run.count) for run in count_ngrams("No deal. No deal yet, no deal.")]
    [('no deal', 3)]
    """
    if n < 1:
        raise ValueError(f"n is {n}; a run has 1 word or more.")
    words, forms = forms_in_place(
        text, form=form, hyphens=hyphens, stop_words=stop_words, within=within
    )
    stretches = stretch_numbers(text, words, borders)
    places: dict[tuple[str, ...], list[Span]] = {}
    for first in range(len(words) - n + 1):
        last = first + n - 1
        run = tuple(forms[first : last + 1])
        if stretches[first] == stretches[last] and all(run):
            places.setdefault(run, []).append(Span(words[first].start, words[last].end))
    total = sum(map(len, places.values()))
    return [
        NgramCount(" ".join(run), len(spans), len(spans) / total, tuple(spans))
        for run, spans in sorted(places.items(), key=lambda item: -len(item[1]))
        if len(spans) >= minimum
    ]


def forms_in_place(
    text: Article | str,
    *,
    form: str,
    hyphens: str,
    stop_words: bool,
    within: Iterable[Span] | None,
) -> tuple[Sequence[Span], list[str]]:
    """All words of a text, and for each its form, or "" where it is not to be counted.

    What is left out keeps its place, so that the words on either side do not become neighbours.
    """
    words, forms = cut_forms(text, form=form, hyphens=hyphens, stop_words=stop_words)
    if within is not None:
        inside = set(cut_words(text, hyphens=hyphens, within=within))
        forms = [name if word in inside else "" for word, name in zip(words, forms, strict=True)]
    return words, forms


def stretches_of(text: Article | str, borders: str) -> Sequence[Span]:
    """The sentences or paragraphs of a text, or all of it as one stretch.

    Raises:
        ValueError: there are no such borders.
    """
    if borders not in BORDERS:
        raise ValueError(f"borders is {borders!r}; it can be one of: {', '.join(BORDERS)}.")
    plain = text_of(text)
    if borders == "none":
        return [Span(0, len(plain))]
    article = text if isinstance(text, Article) else Article(plain)
    return article.sentences if borders == "sentence" else article.paragraphs


def stretch_numbers(text: Article | str, words: Sequence[Span], borders: str) -> list[int]:
    """For each word the number of the sentence or paragraph in which it begins.

    Raises:
        ValueError: there are no such borders.
    """
    starts = [word.start for word in words]
    numbers: list[int] = []
    for number, area in enumerate(stretches_of(text, borders)):
        numbers += [number] * (bisect_left(starts, area.end) - len(numbers))
    return numbers
