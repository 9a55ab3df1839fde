"""Where in a text does a word live: all along, or in one part only?

Sources: Gries (2008), Dispersions and adjusted frequencies in corpora, International Journal of
Corpus Linguistics 13(4); Gries (2020), Analyzing dispersion, in Paquot & Gries, A practical
handbook of corpus linguistics. The other measures are in ``dispersion_measures``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, lgamma
from typing import ClassVar

from helpers.analysis import dispersion_measures
from helpers.analysis.frequency import WordCount
from helpers.analysis.ngrams import stretches_of
from helpers.analysis.word_forms import cut_forms, normaliser
from helpers.text.article import Article
from helpers.text.span import Span

EQUAL_PARTS = 10


@dataclass(frozen=True, slots=True)
class Dispersion:
    """How evenly the places of a word are spread over the parts of a text."""

    columns: ClassVar = ("word", "count", "parts_with_it", "number_of_parts", "dp", "dp_at_random")

    word: str
    count: int
    parts_with_it: int
    """In how many parts it occurs (the range)."""
    number_of_parts: int
    dp: float
    """Gries' deviation of proportions: 0, spread as the parts' sizes are, to nearly 1."""
    dp_normalised: float | None
    """DP divided by its largest possible value, so that 1 can be reached; None for one part."""
    dp_at_random: float
    """The mean DP of all ways to put so many places among the words of the text. A word that
    occurs twice is in two parts at most, so even at random its DP is high."""
    counts: tuple[int, ...]
    """Of the word in each part."""
    sizes: tuple[int, ...]
    """Of each part, in words."""
    places: tuple[Span, ...]

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Every place, as ``("place", span)``."""
        for place in self.places:
            yield "place", place

    def measures(self) -> dict[str, float | None]:
        """Every measure of ``dispersion_measures``, by name; None where one is not defined."""
        return dispersion_measures.measure_all(self.counts, self.sizes)


def measure_dispersion(
    text: Article | str,
    word: str | WordCount,
    *,
    parts: int | str | Iterable[Span] = EQUAL_PARTS,
    form: str = "folded",
    hyphens: str = "join",
) -> Dispersion:
    """How evenly a word is spread over a text, beside what chance would do.

    DP is half the sum, over the parts, of the difference between the part's share of the word's
    places and its share of all words. With few places it is high whatever happens; compare it with
    ``dp_at_random``, which is worked out exactly and not by drawing lots.

    Args:
        word: a word, or what ``count_words`` gave for one, with the places that it has there.
        parts: a number: so many parts of equal length, to within one word; ``paragraph`` or
            ``sentence``; or spans, such as chapters. Parts without a word are left out, and so are
            words in no part.
        form, hyphens: as for ``count_words``.

    Raises:
        ValueError: the word does not occur, or the text cannot be parted so.

    >>> found = measure_dispersion("rain rain rain sun sun rain", "rain", parts=2)
    >>> found.counts, found.sizes, found.dp
    ((3, 1), (3, 3), 0.25)
    """
    words, forms = cut_forms(text, form=form, hyphens=hyphens)
    if isinstance(word, WordCount):
        wanted = word.word
        starts = [span.start for span in words]
        positions = [bisect_right(starts, place.start) - 1 for place in word.places]
    else:
        wanted = normaliser(form)(word.strip())
        positions = [number for number, name in enumerate(forms) if name == wanted]
    groups = _groups(text, words, parts)
    sizes = [past - first for first, past in groups]
    counts = [
        bisect_left(positions, past) - bisect_left(positions, first) for first, past in groups
    ]
    count = sum(counts)
    if not count:
        raise ValueError(
            f"“{wanted}” does not occur in this text, so it has no dispersion. Give one word, in "
            "the form in which count_words lists it."
        )
    inside = [
        number
        for first, past in groups
        for number in positions[bisect_left(positions, first) : bisect_left(positions, past)]
    ]
    return Dispersion(
        word=wanted,
        count=count,
        parts_with_it=sum(number > 0 for number in counts),
        number_of_parts=len(groups),
        dp=dispersion_measures.deviation_of_proportions(counts, sizes),
        dp_normalised=dispersion_measures.normalised_deviation(counts, sizes),
        dp_at_random=_mean_at_random(count, sizes),
        counts=tuple(counts),
        sizes=tuple(sizes),
        places=tuple(words[number] for number in inside),
    )


def _groups(
    text: Article | str, words: Sequence[Span], parts: int | str | Iterable[Span]
) -> list[tuple[int, int]]:
    """For each part that has words, the number of its first word and of the one after its last."""
    if isinstance(parts, int):
        if not words:
            return []
        if not 1 <= parts <= len(words):
            raise ValueError(
                f"A text of {len(words)} words cannot be cut into {parts} parts. Ask for 1 to "
                f"{len(words)}."
            )
        edges = [len(words) * number // parts for number in range(parts + 1)]
        areas = list(pairwise(edges))
    else:
        if isinstance(parts, str):
            if parts not in ("sentence", "paragraph"):
                raise ValueError(
                    f"parts is {parts!r}; it can be a number, “paragraph”, “sentence” or spans."
                )
            spans: Iterable[Span] = stretches_of(text, parts)
        else:
            spans = sorted(parts)
        starts = [word.start for word in words]
        areas = [(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans]
    return [(first, past) for first, past in areas if past > first]


def _mean_at_random(count: int, sizes: Sequence[int]) -> float:
    """The mean of DP over all ways to choose ``count`` of the words.

    How many fall into a part of a given size has a hypergeometric distribution, so each part's
    mean difference is a sum over the numbers that are possible there.
    """
    total = sum(sizes)
    of_size = {size: _mean_difference(count, size, total) for size in set(sizes)}
    return sum(of_size[size] for size in sizes) / 2


def _mean_difference(count: int, size: int, total: int) -> float:
    def ways(n: int, k: int) -> float:
        """The logarithm of n over k: the numbers themselves would be too large."""
        return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)

    share = size / total
    return sum(
        exp(ways(size, inside) + ways(total - size, count - inside) - ways(total, count))
        * abs(inside / count - share)
        for inside in range(max(0, count + size - total), min(count, size) + 1)
    )
