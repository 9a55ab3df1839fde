"""Sentences that together use words in the same shares as the whole text.

Source: Haghighi and Vanderwende (2009), Exploring content models for multi-document summarization,
NAACL (KLSum). In each turn that sentence is taken with which the summary's words diverge least from
the text's, in the sense of Kullback and Leibler. A word that the summary lacks is counted as if it
had occurred ``SMOOTHING`` times: so little that lacking a frequent word costs more than being long.
(With a hundredth, the shortest sentences win; on 100 news articles that costs ten points of
ROUGE-1.)
"""

from __future__ import annotations

from collections.abc import Sequence

from helpers.analysis.summary.body import Body, Mask, Vector
from helpers.analysis.summary.ranking import NAMED, Ranking, counted, named

SMOOTHING = 1e-6


def rank(body: Body) -> Ranking:
    """A score for each sentence: e to the power of minus the divergence, as a share of the highest.

    As a share, because one sentence alone diverges so far that the power is nearly 0 for all.
    """
    import numpy

    entries = body.entries
    totals = entries.column_sums(entries.counts)
    every = float(totals.sum())
    shares = totals / max(1.0, every)
    in_text = totals[entries.columns].astype(int).tolist()
    lengths = entries.row_sums(entries.counts)
    log_shares = float((shares * numpy.log(numpy.maximum(shares, 1e-300))).sum())

    def after(taken: Sequence[int], _: Mask | None = None) -> Vector:
        is_taken = numpy.zeros(entries.height)
        is_taken[list(taken)] = 1
        said = entries.column_sums(entries.counts * is_taken[entries.rows]) + SMOOTHING
        # The divergence is the sum of p log p - p log q. With one more sentence, log q changes
        # only for that sentence's words, and through the summary's length for all words alike.
        before = float((shares * numpy.log(said)).sum())
        logs = numpy.log(said[entries.columns] + entries.counts) - numpy.log(said[entries.columns])
        gained = entries.row_sums(shares[entries.columns] * logs)
        size = numpy.log(numpy.maximum(SMOOTHING, said.sum() + lengths))
        divergence = log_shares - before - gained + size
        # A sentence of small words alone says nothing, and so would pass for an even mixture.
        return numpy.where(lengths > 0, numpy.exp(-numpy.maximum(0.0, divergence)), 0.0)

    def reason(number: int) -> str:
        words = body.words[number]
        if not words:
            return "holds small words alone"
        facts = dict(zip(words, in_text[entries.row(number)], strict=True))
        top = sorted(facts.items(), key=lambda pair: -pair[1])[:NAMED]
        part = sum(facts.values()) / every
        return (
            f"its {counted(len(words), 'word stands', 'different words stand')} for {part:.0%} of "
            f"the text's words, most of all {named(top)}"
        )

    alone = after([])
    return Ranking(alone / (alone.max(initial=0.0) or 1.0), reason, after)
