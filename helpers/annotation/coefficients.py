"""Agreement over words, with what chance would give taken away."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Any, ClassVar, NamedTuple

from helpers.annotation.counterparts import ALL_LABELS
from helpers.annotation.readings import Gathered
from helpers.text.span import Span

NONE = "none"
"""What is said of a word that a reader left unmarked."""
MOST_CODES = 500
"""Each is held against each in alpha; more than that are an accident or an attack."""


@dataclass(frozen=True, slots=True)
class WordAgreement:
    """Agreement over words about one label; see ``MEASURES`` in ``agreement``."""

    columns: ClassVar = (
        *("label", "words", "marked", "same", "cohen", "fleiss", "krippendorff", "note"),
    )

    label: str
    words: int
    """How many there are, marked or not."""
    marked: int
    """How many of them at least one reader marked."""
    same: float | None
    cohen: float | None
    fleiss: float | None
    krippendorff: float | None
    note: str
    differs: tuple[Span, ...] | None = None

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The stretches of words on which not all readers do the same, as ``("differs", span)``."""
        for span in self.differs or ():
            yield "differs", span


class Coefficients(NamedTuple):
    """Three coefficients, or None and a note that says why."""

    cohen: float | None = None
    """Cohen's kappa; with more than two readers, the mean over the pairs that have one."""
    fleiss: float | None = None
    krippendorff: float | None = None
    note: str = ""


def agree_on_words(gathered: Gathered, words: Sequence[Span]) -> Iterator[WordAgreement]:
    """Agreement about each label, word by word, then about the sets of labels."""
    starts = [word.start for word in words]
    ends = [word.end for word in words]
    # For each reader the labels of each word.
    worn: list[list[set[str]]] = []
    for marks in gathered.marks.values():
        sets: list[set[str]] = [set() for _ in words]
        for label in gathered.labels:
            done = 0  # what is marked twice with one label is looked at once
            for span in sorted(s for m in marks if m.label == label for s in m.spans):
                first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
                for number in range(max(done, first), last):
                    sets[number].add(label)
                done = max(done, last)
        worn.append(sets)
    for label in gathered.labels:
        yield _word_agreement(
            label, words, [[label if label in has else NONE for has in sets] for sets in worn]
        )
    if len(gathered.labels) > 1:
        # A word without a mark has a set that says so: the distance of two empty sets is no number.
        yield _word_agreement(
            ALL_LABELS, words, [[frozenset(has or {NONE}) for has in sets] for sets in worn]
        )


def _word_agreement(
    label: str, words: Sequence[Span], codings: Sequence[Sequence[Any]]
) -> WordAgreement:
    by_word = list(zip(*codings, strict=True))
    unmarked = (NONE, frozenset({NONE}))
    differing = [number for number, codes in enumerate(by_word) if len(set(codes)) > 1]
    return WordAgreement(
        label,
        len(words),
        sum(any(code not in unmarked for code in codes) for codes in by_word),
        1 - len(differing) / len(words) if words else None,
        *measure_coefficients(codings),
        differs=_stretches(words, differing) or None,
    )


def measure_coefficients(codings: Sequence[Sequence[Any]]) -> Coefficients:
    """How far readers who say something of each item agree, with chance taken away.

    NLTK's ``AnnotationTask`` has the same coefficients (``kappa``, ``pi`` and ``alpha``), and the
    tests compare. It is not used, because it takes half a minute for a class of thirty.

    Args:
        codings: for each reader what was said of each item, all in the same order. Sets
            (``frozenset``) are compared by the MASI distance in alpha, all else by being the same.

    Raises:
        ValueError: the readers do not say something of equally many items.

    Source: Cohen (1960); Fleiss (1971); Krippendorff (2011), and for MASI Passonneau (2006).

    >>> measure_coefficients(["aabb", "abbb"]).cohen
    0.5
    """
    if len({len(coding) for coding in codings}) > 1:
        raise ValueError("Every reader has to say something of every item: the lengths differ.")
    if len(codings) < 2 or not codings[0]:
        return Coefficients(note="nothing to compare")
    items = [Counter(codes) for codes in zip(*codings, strict=True)]
    total = Counter(itertools.chain.from_iterable(codings))
    if len(total) < 2:
        # NLTK calls this 1; but where only one thing is ever said, chance alone would say it, too.
        return Coefficients(note="everybody says the same of all: there is no chance to take away")
    kappas = [_cohen(one, other) for one, other in itertools.combinations(codings, 2)]
    known = [kappa for kappa in kappas if kappa is not None]
    cohen, fleiss = sum(known) / len(known), _fleiss(items, total, len(codings))
    if len(total) > MOST_CODES:
        return Coefficients(cohen, fleiss, note=f"more than {MOST_CODES} sets of labels for alpha")
    return Coefficients(cohen, fleiss, _krippendorff(items, total, len(codings)))


def _cohen(one: Sequence[Any], other: Sequence[Any]) -> float | None:
    """Of two readers; None where both say one and the same thing of all items."""
    observed = sum(map(eq, one, other)) / len(one)
    counts, others = Counter(one), Counter(other)
    expected = sum(counts[code] * others[code] for code in counts) / len(one) ** 2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def _fleiss(items: Sequence[Counter[Any]], total: Counter[Any], readers: int) -> float:
    """The formulas 3, 5 and 7 of Fleiss (1971)."""
    same = sum(count * (count - 1) for item in items for count in item.values())
    observed = same / (len(items) * readers * (readers - 1))
    expected = sum(count**2 for count in total.values()) / total.total() ** 2
    return (observed - expected) / (1 - expected)


def _krippendorff(items: Sequence[Counter[Any]], total: Counter[Any], readers: int) -> float:
    """One less the observed by the expected disagreement, Krippendorff (2011), part D."""
    observed = sum(map(_disagreement, items)) / (readers - 1)
    return 1 - observed * (total.total() - 1) / _disagreement(total)


def _disagreement(counts: Counter[Any]) -> float:
    """The distances between all pairs of what was said."""
    pairs = itertools.combinations(counts.items(), 2)
    return sum(count * number * _distance(one, other) for (one, count), (other, number) in pairs)


def _distance(one: object, other: object) -> float:
    """Of two different things that were said: 1, or for sets what Passonneau (2006) calls MASI."""
    if not (isinstance(one, frozenset) and isinstance(other, frozenset)):
        return 1
    shared, held = len(one & other), len(one | other)
    weight = 2 / 3 if one < other or other < one else 1 / 3
    return 1 - weight * shared / held


def _stretches(words: Sequence[Span], numbers: Sequence[int]) -> tuple[Span, ...]:
    """The words with these numbers, those that follow each other joined."""
    joined: list[tuple[int, int]] = []
    for number in numbers:
        if joined and joined[-1][1] == number - 1:
            joined[-1] = (joined[-1][0], number)
        else:
            joined.append((number, number))
    return tuple(Span(words[first].start, words[last].end) for first, last in joined)
