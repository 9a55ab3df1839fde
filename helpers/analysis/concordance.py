"""In which company does a word occur? Each place with the words around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from helpers.analysis.word_forms import check_hyphens, cut_words
from helpers.analysis.word_search import KINDS, search_for_matches, search_for_words
from helpers.text.article import Article, text_of
from helpers.text.folding import fold, straighten
from helpers.text.segmentation import find_paragraphs
from helpers.text.span import Span

SORTS = ("place", "left", "right")
_POSITION = re.compile(r"([LR])([1-9])")


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
    kind: str = "words",
    hyphens: str = "join",
    match_case: bool = False,
    within: Iterable[Span] | None = None,
    width: int = 6,
    sort: str = "place",
) -> list[ConcordanceLine]:
    """Every place of a word, of several words in a row, or of a pattern (keyword in context).

    Neither a keyword nor a context crosses the end of a paragraph, so nothing is shown as a
    neighbour that is none. A word that does not occur has no line.

    Args:
        kind: how the query is meant. ``words``: whole words, as ``find_words`` cuts them ("talk"
            finds neither "talks" nor "talk-show"); signs between them do not matter.
            ``wildcards``: the same, with ``*`` for any letters or none and ``?`` for one.
            ``regular expression``: whatever matches in a paragraph, in the notation of the
            ``regex`` package; the keyword is the match and the rest of the words that it touches.
        hyphens: ``part`` finds "day" in "30-day", too.
        match_case: True tells "May" from "may".
        within: only keywords that lie wholly inside one of these spans.
        width: how many words of context on each side.
        sort: ``place`` (reading order), ``left`` (by the words before, the nearest first),
            ``right`` (by the words after), or positions such as ``"R1 R2 L1"``: by the first word
            to the right, then by the second, then by the first to the left. Only words that are
            shown count.

    Raises:
        ValueError: the query holds no word or is no regular expression, or another choice is none.
        TimeoutError: the regular expression took longer than two seconds.

    >>> [line.right.of("Talks? No talks soon.") for line in
    ...  find_concordance("Talks? No talks soon.", "talk*", kind="wildcards")]
    ['No talks soon', 'soon']
    """
    if kind not in KINDS:
        raise ValueError(f"kind is {kind!r}; it can be one of: {', '.join(KINDS)}.")
    if width < 0:
        raise ValueError(f"width is {width}; it is a number of words, 0 or more.")
    check_hyphens(hyphens)
    _order(sort, width)  # before any work: is there such an order?
    same = straighten if match_case else fold
    if kind == "regular expression":
        search = search_for_matches(query, hyphens, match_case)
    else:
        search = search_for_words(query, kind, hyphens, same)
    plain = text_of(text)
    is_asked_for = _is_within(within)
    lines = []
    for number, paragraph in enumerate(find_paragraphs(plain), 1):
        written = paragraph.of(plain)
        spans, keywords = search(written)
        words = _Words(number, paragraph.start, spans)
        found = [words.line(keyword, width) for keyword in keywords]
        # dict.fromkeys: two matches in one word are one keyword.
        lines += [line for line in dict.fromkeys(found) if is_asked_for(line.keyword)]
    return sort_concordance(plain, lines, sort, width=width, hyphens=hyphens)


def cut_concordance(
    text: Article | str, places: Iterable[Span], *, width: int = 6, hyphens: str = "join"
) -> list[ConcordanceLine]:
    """One line for each place that is known already, such as those of a ``WordCount``.

    In the order of the places. A place that crosses the end of a paragraph has no line.

    >>> text = "Talks? No talks soon."
    >>> [line.right.of(text) for line in cut_concordance(text, [Span(10, 15)])]
    ['soon']
    """
    plain = text_of(text)
    paragraphs = find_paragraphs(plain)
    ends = [paragraph.end for paragraph in paragraphs]
    words: dict[int, _Words] = {}
    lines: list[ConcordanceLine] = []
    for place in places:
        number = bisect_left(ends, place.end)
        if number == len(paragraphs) or not paragraphs[number].contains(place):
            continue
        start = paragraphs[number].start
        if number not in words:
            spans = cut_words(paragraphs[number].of(plain), hyphens=hyphens)
            words[number] = _Words(number + 1, start, spans)
        inside = Span(place.start - start, place.end - start)
        lines.append(words[number].line(inside, width))
    return lines


def sort_concordance(
    text: Article | str,
    lines: Iterable[ConcordanceLine],
    sort: str,
    *,
    width: int = 6,
    hyphens: str = "join",
) -> list[ConcordanceLine]:
    """The lines in another order; see ``find_concordance``. Equals stay in reading order.

    >>> text = "no talks, any talks"
    >>> [line.keyword.start for line in
    ...  sort_concordance(text, find_concordance(text, "talks"), "L1")]
    [14, 3]
    """
    plain = text_of(text)
    order = _order(sort, width)
    in_order = sorted(lines, key=lambda line: line.keyword)
    if order:
        in_order.sort(key=lambda line: _neighbours(plain, line, order, hyphens))
    return in_order


class _Words:
    """The words of one paragraph, counted from its beginning."""

    def __init__(self, number: int, start: int, words: Sequence[Span]) -> None:
        self._number, self._start, self._words = number, start, words
        self._starts = [word.start for word in words]
        self._ends = [word.end for word in words]

    def line(self, keyword: Span, width: int) -> ConcordanceLine:
        """The line of a keyword, widened to the whole of the words that it touches."""
        first = bisect_right(self._ends, keyword.start)
        past = bisect_left(self._starts, keyword.end)
        start, end = keyword
        if first < past:
            start, end = min(start, self._starts[first]), max(end, self._ends[past - 1])
        before = self._words[max(0, first - width) : first]
        after = self._words[past : past + width]
        left = (before[0].start, before[-1].end) if before else (start, start)
        right = (after[0].start, after[-1].end) if after else (end, end)
        begins = self._start  # of the paragraph, in the text
        return ConcordanceLine(
            self._number,
            Span(left[0] + begins, left[1] + begins),
            Span(start + begins, end + begins),
            Span(right[0] + begins, right[1] + begins),
        )


def _is_within(areas: Iterable[Span] | None) -> Callable[[Span], bool]:
    """Does a span lie wholly inside one of the areas? Without areas, every one does."""
    if areas is None:
        return lambda span: True
    ordered = sorted(areas)
    starts = [area.start for area in ordered]
    reach = list(accumulate((area.end for area in ordered), max))

    def is_within(span: Span) -> bool:
        before = bisect_right(starts, span.start)
        return before > 0 and span.end <= reach[before - 1]

    return is_within


def _order(sort: str, width: int) -> list[tuple[str, int]]:
    """The positions to sort by, as ("L", 1) for the first word to the left; none for ``place``."""
    if sort == "place":
        return []
    if sort in ("left", "right"):
        return [(sort[0].upper(), number) for number in range(1, width + 1)]
    positions = [_POSITION.fullmatch(key) for key in sort.split()]
    if not positions or None in positions:
        raise ValueError(
            f"sort is {sort!r}; it can be one of: {', '.join(SORTS)}; or positions such as "
            "“R1 R2 L1”, the first word to the right, then the second, then the first to the left."
        )
    return [(found[1], int(found[2])) for found in positions if found]


def _neighbours(
    text: str,
    line: ConcordanceLine,
    order: Sequence[tuple[str, int]],
    hyphens: str,
) -> list[str]:
    """The words at these positions; "" where the paragraph has none there."""
    sides = {}
    for side, context in (("L", line.left), ("R", line.right)):
        written = context.of(text)
        sides[side] = [fold(span.of(written)) for span in cut_words(written, hyphens=hyphens)]
    sides["L"].reverse()
    return ["".join(sides[side][place - 1 : place]) for side, place in order]
