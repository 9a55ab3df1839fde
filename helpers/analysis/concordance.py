"""In which company does a word occur? Each place with the words around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from helpers.text.article import Article, text_of
from helpers.text.folding import fold, straighten
from helpers.text.segmentation import find_paragraphs, find_words
from helpers.text.span import Span

SORTS = ("place", "left", "right")


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One place of a word, with the words before and after it in the same paragraph."""

    columns: ClassVar = ("paragraph", "left", "keyword", "right")

    paragraph: int
    """Counted from 1."""
    left: Span
    keyword: Span
    right: Span

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Left context, keyword, right context. A context at a paragraph's edge is empty."""
        yield "left", self.left
        yield "keyword", self.keyword
        yield "right", self.right


def find_concordance(
    text: Article | str,
    query: str,
    *,
    width: int = 6,
    match_case: bool = False,
    sort: str = "place",
) -> list[ConcordanceLine]:
    """Every place of a word or of several words in a row (keyword in context).

    The query is compared with whole words, as ``find_words`` cuts them: "talk" finds neither
    "talks" nor "talk-show". Signs between the words do not matter. No context crosses the end of
    a paragraph, so nothing is shown as a neighbour that is none.

    Args:
        width: how many words of context on each side.
        match_case: True tells "May" from "may".
        sort: ``place`` (reading order), ``left`` (by the words before, the nearest first) or
            ``right`` (by the words after).

    Raises:
        ValueError: the query holds no word, ``width`` is negative, or ``sort`` is unknown.

    >>> [line.right.of("Talks? No talks soon.") for line in
    ...  find_concordance("Talks? No talks soon.", "talks")]
    ['No talks soon', 'soon']
    """
    if sort not in SORTS:
        raise ValueError(f"sort is {sort!r}; it can be one of: {', '.join(SORTS)}.")
    if width < 0:
        raise ValueError(f"width is {width}; it is a number of words, 0 or more.")
    plain = text_of(text)

    def folded(words: list[str]) -> list[str]:
        return [straighten(word) if match_case else fold(word) for word in words]

    wanted = folded([span.of(query) for span in find_words(query)])
    if not wanted:
        raise ValueError(f"The query {query!r} holds no word. Try a word such as “talks”.")
    spans = find_words(plain)
    words = folded([span.of(plain) for span in spans])
    keywords = [
        Span(spans[first].start, spans[first + len(wanted) - 1].end)
        for first in range(len(words) - len(wanted) + 1)
        if words[first] == wanted[0] and words[first : first + len(wanted)] == wanted
    ]
    lines = list(_lines(plain, spans, keywords, width))
    if sort == "left":
        lines.sort(key=lambda line: folded(_words(line.left.of(plain))[::-1]))
    elif sort == "right":
        lines.sort(key=lambda line: folded(_words(line.right.of(plain))))
    return lines


def cut_concordance(
    text: Article | str, places: Iterable[Span], *, width: int = 6
) -> list[ConcordanceLine]:
    """One line for each place that is known already, such as those of a ``WordCount``.

    In the order of the places. A place that crosses the end of a paragraph has no line.

    >>> text = "Talks? No talks soon."
    >>> [line.right.of(text) for line in cut_concordance(text, [Span(10, 15)])]
    ['soon']
    """
    plain = text_of(text)
    return list(_lines(plain, find_words(plain), places, width))


def _lines(
    text: str, words: Sequence[Span], keywords: Iterable[Span], width: int
) -> Iterator[ConcordanceLine]:
    paragraphs = find_paragraphs(text)
    ends = [paragraph.end for paragraph in paragraphs]
    starts = [word.start for word in words]
    for keyword in keywords:
        number = bisect_left(ends, keyword.end)
        paragraph = paragraphs[number]
        if not paragraph.contains(keyword):  # it stands on both sides of a paragraph's end
            continue
        first, following = bisect_left(starts, keyword.start), bisect_left(starts, keyword.end)
        before = [s for s in words[max(0, first - width) : first] if s.start >= paragraph.start]
        after = [s for s in words[following : following + width] if s.end <= paragraph.end]
        left = Span(before[0].start, before[-1].end) if before else Span(keyword[0], keyword[0])
        right = Span(after[0].start, after[-1].end) if after else Span(keyword[1], keyword[1])
        yield ConcordanceLine(number + 1, left, keyword, right)


def _words(text: str) -> list[str]:
    return [span.of(text) for span in find_words(text)]
