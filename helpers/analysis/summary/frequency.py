"""Sentences whose words are frequent in the text, without saying the same twice.

Source: Nenkova and Vanderwende (2005), The impact of frequency on summarization, MSR-TR-2005-101
(SumBasic). A sentence scores the mean probability of its words. In each turn the best sentence is
taken among those that hold the word that is then the most probable; then the probability of each
word in it is squared, so that the next turn looks for what has not been said yet.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpers.analysis.summary.body import Body, Mask, Vector
from helpers.analysis.summary.ranking import NAMED, PLACES, Ranking, named


def rank(body: Body) -> Ranking:
    """A score for each sentence: the mean probability of its words, stop words left out.

    A sentence of stop words alone scores 0.
    """
    import numpy

    entries = body.entries
    counts = entries.column_sums(entries.counts)
    probability = counts / max(1.0, counts.sum())
    lengths = numpy.maximum(1.0, entries.row_sums(entries.counts))

    def means(of_words: Vector) -> Vector:
        return entries.row_sums(entries.counts * of_words[entries.columns]) / lengths

    def after(taken: Sequence[int], is_open: Mask) -> Vector:
        is_taken = numpy.zeros(entries.height)
        is_taken[list(taken)] = 1
        times = entries.column_sums(is_taken[entries.rows])
        now = probability ** (2.0 ** numpy.minimum(times, 60))
        left = numpy.where(entries.column_sums(is_open[entries.rows].astype(float)) > 0, now, 0)
        if not left.any():
            return means(now)
        # The first of the most probable words that a sentence still to be taken holds. Rounded,
        # so that no computer sees a difference where there is none.
        leader = int((left / left.max()).round(PLACES).argmax())
        holds_it = numpy.zeros(entries.width)
        holds_it[leader] = 1
        return means(now) * (entries.row_sums(holds_it[entries.columns]) > 0)

    totals = dict(zip(body.spread, counts.astype(int).tolist(), strict=True))

    def reason(number: int) -> str:
        found = [(word, totals[word]) for word in body.words[number] if totals[word] > 1]
        top = sorted(found, key=lambda pair: -pair[1])[:NAMED]
        if not top:
            return "holds no word that the text repeats"
        return f"holds words that are frequent in the text: {named(top)}"

    return Ranking(means(probability), reason, after)
