"""How many marks have a counterpart, and how much does that hang on single sentences?"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from helpers.annotation.pairing import most_pairs, places
from helpers.annotation.readings import Gathered
from helpers.text.span import Span

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, Any]

ALL_LABELS = "all labels"
ALL_PAIRS = "mean over pairs"
# With fewer, drawing sentences again and again says more about the drawing than about readers.
FEWEST_SENTENCES = 5
_CELLS = 2_000_000  # as many numbers are drawn at a time: some megabytes


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """How many marks of one label have a counterpart; see ``MEASURES`` in ``agreement``."""

    columns: ClassVar = (
        *("readers", "label", "marks", "exact", "exact_from", "exact_to"),
        *("half", "half_from", "half_to", "note"),
    )

    readers: str
    label: str
    marks: int
    """Of all these readers together."""
    exact: float | None
    """None where nobody used the label."""
    exact_from: float | None
    exact_to: float | None
    """The middle 95 % of what the resamples gave; None where ``note`` says why there is none."""
    half: float | None
    half_from: float | None
    half_to: float | None
    note: str
    agreed: tuple[Span, ...] | None = None
    """Where the marks stand that have an exact counterpart."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The places that are marked alike, as ``("agreed", span)``."""
        for span in self.agreed or ():
            yield "agreed", span


@dataclass(frozen=True, slots=True)
class _Tally:
    """For two readers and each label: every mark's sentence, and whether it has a counterpart."""

    readers: str
    marks: tuple[tuple[str, int, bool, bool], ...]
    """Label, number of the sentence, has an exact counterpart, has one at half overlap."""
    agreed: tuple[tuple[str, Span], ...]


def _tally(one: str, other: str, gathered: Gathered, sentences: Sequence[Span]) -> _Tally:
    starts = [sentence.start for sentence in sentences]
    marks = []
    agreed = []
    for label in gathered.labels:
        sides = [[m for m in gathered.marks[reader] if m.label == label] for reader in (one, other)]
        alike = {places(mark) for mark in sides[0]} & {places(mark) for mark in sides[1]}
        half = most_pairs(*sides, at_least=0.5)
        for side, found in enumerate(sides):
            partnered = {pair[side] for pair in half}
            for number, mark in enumerate(found):
                where = max(0, bisect_right(starts, places(mark)[0].start) - 1)
                marks.append((label, where, places(mark) in alike, number in partnered))
        agreed += [(label, span) for spans in sorted(alike) for span in spans]
    return _Tally(f"{one} and {other}", tuple(marks), tuple(agreed))


def count_counterparts(
    gathered: Gathered, sentences: Sequence[Span], *, resamples: int, seed: int
) -> tuple[tuple[LabelAgreement, ...], tuple[LabelAgreement, ...]]:
    """For each pair of readers and label, and for each label over the pairs: marks that agree.

    Sentences are drawn again ``resamples`` times, with replacement, and every mark goes with the
    sentence in which it begins.
    """
    import numpy  # here: a tenth of a second that only this needs

    tallies = [
        _tally(one, other, gathered, sentences)
        for one, other in itertools.combinations(gathered.marks, 2)
    ]
    labels = (*gathered.labels, ALL_LABELS)
    column = {label: number for number, label in enumerate(labels)}
    used = sorted({where for tally in tallies for _, where, _, _ in tally.marks})
    row = {where: number for number, where in enumerate(used)}
    # sentence × pair × label × (all marks, with exact counterpart, with one at half overlap); the
    # last row stands for all sentences without a mark.
    counts = numpy.zeros((len(used) + 1, len(tallies), len(labels), 3))
    for number, tally in enumerate(tallies):
        for label, where, is_exact, is_half in tally.marks:
            for which in (column[label], column[ALL_LABELS]):
                counts[row[where], number, which] += (1, is_exact, is_half)
    whole = _divided(counts.sum(axis=0)[None])[0]
    drawn = _resample(counts, used, max(1, len(sentences)), resamples, seed)
    spread = (counts[..., 0] > 0).sum(axis=0)  # in how many sentences there are marks
    pairs = []
    for number, tally in enumerate(tallies):
        for label, which in column.items():
            pairs.append(
                _label_agreement(
                    tally.readers,
                    label,
                    int(counts[:, number, which, 0].sum()),
                    whole[number, which],
                    drawn[:, number, which],
                    int(spread[number, which]),
                    tuple(span for name, span in tally.agreed if label in (name, ALL_LABELS)),
                )
            )
    means = []
    everybody = [mark for marks in gathered.marks.values() for mark in marks]
    for label, which in column.items():
        seen = sum(label in (mark.label, ALL_LABELS) for mark in everybody)
        means.append(
            _label_agreement(
                ALL_PAIRS,
                label,
                seen,
                _mean(whole[:, which], 0),
                _mean(drawn[:, :, which], 1),
                int((counts[:, :, which, 0].sum(axis=1) > 0).sum()),
                None,
            )
        )
    return tuple(pairs), tuple(means)


def _divided(totals: Numbers) -> Numbers:
    """The two shares of what was counted; not a number where there are no marks."""
    return _ratio(totals[..., 1:], totals[..., :1])


def _mean(shares: Numbers, axis: int) -> Numbers:
    """The mean over those pairs of readers in which the label occurs."""
    import numpy

    known = ~numpy.isnan(shares)
    return _ratio(numpy.where(known, shares, 0).sum(axis=axis), known.sum(axis=axis))


def _ratio(part: Numbers, whole: Numbers) -> Numbers:
    import numpy

    nothing = numpy.full(part.shape, numpy.nan)
    ratio: Numbers = numpy.divide(part, whole, out=nothing, where=whole > 0)
    return ratio


def _resample(
    counts: Numbers, used: Sequence[int], sentences: int, resamples: int, seed: int
) -> Numbers:
    """The shares in each resample: as many sentences as the text has, drawn with replacement."""
    import numpy

    generator = numpy.random.default_rng(seed)
    row = numpy.full(sentences, len(used))
    row[list(used)] = numpy.arange(len(used))
    flat = counts.reshape(len(counts), -1)
    found = []
    at_once = max(1, _CELLS // max(sentences, flat.shape[1]))
    for done in range(0, resamples, at_once):
        number = min(at_once, resamples - done)
        drawn = row[generator.integers(sentences, size=(number, sentences))]
        places = drawn + numpy.arange(number)[:, None] * len(counts)
        times = numpy.bincount(places.ravel(), minlength=number * len(counts))
        totals = times.reshape(number, len(counts)) @ flat
        found.append(_divided(totals.reshape(number, *counts.shape[1:])))
    return numpy.concatenate(found)


def _label_agreement(
    readers: str,
    label: str,
    marks: int,
    whole: Numbers,
    drawn: Numbers,
    sentences: int,
    agreed: tuple[Span, ...] | None,
) -> LabelAgreement:
    if not marks or whole[0] != whole[0]:
        nothing = "neither used this label" if readers != ALL_PAIRS else "nobody used this label"
        return LabelAgreement(readers, label, 0, None, None, None, None, None, None, nothing)
    exact, half = (_interval(drawn[:, n], sentences) for n in (0, 1))
    reasons = dict.fromkeys(reason for *_, reason in (exact, half) if reason)
    return LabelAgreement(
        *(readers, label, marks),
        *(float(whole[0]), exact[0], exact[1]),
        *(float(whole[1]), half[0], half[1]),
        note="; ".join(reasons),
        agreed=agreed or None,
    )


def _interval(drawn: Numbers, sentences: int) -> tuple[float | None, float | None, str]:
    """The middle 95 % of the resamples, or why that would say nothing."""
    import numpy

    if sentences < FEWEST_SENTENCES:
        return None, None, f"no interval: marks in {sentences} of the sentences only"
    known = drawn[~numpy.isnan(drawn)]
    if not len(known) or known.min() == known.max():
        return None, None, "no interval: every resample gives the same"
    low, high = (float(value) for value in numpy.quantile(known, (0.025, 0.975)))
    return low, high, ""
