"""How often do words stand together? The counting behind ``collocation``, for millions of words.

What the cells of the tables are is said at the head of ``collocation``.
"""

from __future__ import annotations

import itertools
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from helpers.analysis.association import Contingency
from helpers.analysis.ngrams import stretches_of
from helpers.analysis.word_forms import check_hyphens, same_form, spellings_in
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_words
from helpers.text.span import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BORDER = "\n"  # white space, so it is no piece of a text


def number_forms(forms: Sequence[str]) -> tuple[list[str], list[int]]:
    """The different forms, and for each word the number of its form; -1 where it has none."""
    names = list(dict.fromkeys(form for form in forms if form))
    numbers = {name: number for number, name in enumerate(names)} | {"": -1}
    return names, [numbers[form] for form in forms]


def read_numbers(
    text: Article | str, *, form: str, hyphens: str, stop_words: bool, borders: str
) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
    """The different forms, and for each word the numbers of its form and of its stretch.

    The same as ``number_forms`` and ``stretch_numbers`` give, without making a span for each word:
    the different pieces between white space are cut and looked up once.
    """
    import numpy as np

    check_hyphens(hyphens)
    # A number for each different piece, given when it is first met. The pieces of one sentence
    # fit into the processor's cache; those of a book, kept until the end, would not.
    number_of: defaultdict[str, int] = defaultdict(itertools.count().__next__)
    border = number_of[_BORDER]
    pieces = array("q")
    for inside in _pieces(text, borders):
        pieces.extend(map(number_of.__getitem__, inside))
        pieces.append(border)
    words_of = [spellings_in(piece, hyphens) for piece in number_of]
    forms = same_form(chain.from_iterable(words_of), form, stop_words=stop_words)
    names = list(dict.fromkeys(name for name in forms.values() if name))
    numbers = {name: number for number, name in enumerate(names)} | {"": -1}
    read = [[numbers[forms[word]] for word in words] for words in words_of]
    read[border] = [-2]
    stream = np.fromiter(chain.from_iterable(map(read.__getitem__, pieces)), np.int64)
    is_border = stream == -2
    return names, stream[~is_border], np.cumsum(is_border)[~is_border]


def _pieces(text: Article | str, borders: str) -> Iterator[list[str]]:
    """What stands between white space, for each stretch.

    Where a stretch ends without white space ("at 5 p.m.Then it rained"), it is cut into words
    together with the next, as it is in the whole text.
    """
    plain = text_of(text)
    together: list[Span] = []
    areas = stretches_of(text, borders)
    for area, following in zip_longest(areas, areas[1:]):
        together.append(area)
        if following and following.start == area.end:
            continue
        if len(together) == 1:
            yield area.of(plain).split()
        else:
            start = together[0].start
            words = find_words(plain[start : area.end])
            for part in together:
                first, past = part.start - start, part.end - start
                yield [
                    plain[w.start + start : w.end + start] for w in words if first <= w.start < past
                ]
        together = []


class Pairs:
    """All pairs of words at most ``window`` apart, as numbers: there may be millions."""

    def __init__(
        self,
        names: list[str],
        numbers: Sequence[int] | NDArray[np.int64],
        stretches: Sequence[int] | NDArray[np.int64],
        window: int,
    ) -> None:
        # Imported here: numpy takes a tenth of a second to load.
        import numpy as np

        self._names = names
        ids, stretch = np.asarray(numbers, np.int64), np.asarray(stretches, np.int64)
        codes, starts, ends = [], [], []
        for distance in range(1, min(window, len(ids) - 1) + 1):
            left, right = ids[:-distance], ids[distance:]
            near = (left >= 0) & (right >= 0) & (stretch[:-distance] == stretch[distance:])
            codes.append((left * len(names) + right)[near])
            starts.append(np.flatnonzero(near))
            ends.append(starts[-1] + distance)
        empty = [np.array([], np.int64)]
        self._codes: NDArray[np.int64] = np.concatenate(codes or empty)
        self._starts: NDArray[np.int64] = np.concatenate(starts or empty)
        self._ends: NDArray[np.int64] = np.concatenate(ends or empty)

    def tables(self, minimum: int) -> Iterator[tuple[str, str, Contingency]]:
        """Each pair that occurs often enough, and more often than by chance, with its table."""
        import numpy as np

        size = len(self._names)
        if not len(self._codes):
            return
        firsts = np.bincount(self._codes // size, minlength=size).tolist()
        seconds = np.bincount(self._codes % size, minlength=size).tolist()
        pairs, counts = np.unique(self._codes, return_counts=True)
        enough = counts >= minimum
        total = len(self._codes)
        for code, count in zip(pairs[enough].tolist(), counts[enough].tolist(), strict=True):
            first, second = divmod(code, size)
            if count * total > firsts[first] * seconds[second]:
                table = Contingency.of_pair(count, firsts[first], seconds[second], total)
                yield self._names[first], self._names[second], table

    def places(
        self, chosen: Sequence[tuple[str, str]], words: Sequence[Span]
    ) -> dict[tuple[str, str], list[Span]]:
        """Every place of each of these pairs, from first word to second, in reading order."""
        import numpy as np

        numbers = {name: number for number, name in enumerate(self._names)}
        names = {numbers[a] * len(self._names) + numbers[b]: (a, b) for a, b in chosen}
        found: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for place in np.flatnonzero(np.isin(self._codes, list(names))).tolist():
            first, last = words[self._starts[place]], words[self._ends[place]]
            found[names[int(self._codes[place])]].append(Span(first.start, last.end))
        for spans in found.values():
            spans.sort()
        return found


class Company:
    """The words at most ``window`` before or after the places of one word."""

    def __init__(
        self,
        forms: Sequence[str],
        stretches: Sequence[int],
        window: int,
        node: str,
        asked: str,
    ) -> None:
        self._node, self._forms = node, forms
        self._counts = Counter(form for form in forms if form)
        if node not in self._counts:
            raise ValueError(
                f"“{asked}” does not occur among the words counted here, so nothing stands around "
                "it. count_words(text) lists the words that do."
            )
        near: set[int] = set()
        for place in (number for number, form in enumerate(forms) if form == node):
            for other in range(max(0, place - window), min(len(forms), place + window + 1)):
                if stretches[other] == stretches[place] and forms[other] not in ("", node):
                    near.add(other)
        self._near = sorted(near)

    def tables(self, minimum: int) -> Iterator[tuple[str, str, Contingency]]:
        """Each word that stands there often enough, and more often than by chance."""
        total = self._counts.total() - self._counts[self._node]
        for other, count in Counter(self._forms[number] for number in self._near).items():
            expected = len(self._near) * self._counts[other] / total
            if count >= minimum and count > expected:
                table = Contingency.of_pair(count, len(self._near), self._counts[other], total)
                yield self._node, other, table

    def places(
        self, chosen: Sequence[tuple[str, str]], words: Sequence[Span]
    ) -> dict[tuple[str, str], list[Span]]:
        """Every place of each of these words near the word itself."""
        found: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for number in self._near:
            found[self._node, self._forms[number]].append(words[number])
        return found
