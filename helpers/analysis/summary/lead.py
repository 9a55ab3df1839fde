"""The first sentences: the method that news editors taught readers to rely on."""

from __future__ import annotations

from helpers.analysis.summary.body import Body
from helpers.analysis.summary.ranking import Ranking


def rank(body: Body) -> Ranking:
    """A score for each sentence: 1 for the first, 1/2 for the second, 1/3 for the third, …"""
    import numpy

    total = len(body.sentences)
    return Ranking(
        scores=1 / numpy.arange(1.0, total + 1),
        reason=lambda number: f"is sentence {number + 1} of {total}",
    )
