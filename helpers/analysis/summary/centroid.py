"""Sentences close to the average of all sentences.

Source: Radev, Jing, Styś and Tam (2004), Centroid-based summarization of multiple documents,
Information Processing and Management 40. A sentence is a list of tf–idf weights, one for each word;
the centroid is the sum of all; the score is the cosine of the angle between the two.
"""

from __future__ import annotations

from helpers.analysis.summary.body import Body
from helpers.analysis.summary.ranking import NAMED, Ranking, named


def rank(body: Body) -> Ranking:
    """A score for each sentence between 0 and 1: its cosine with the centroid."""
    import numpy

    entries = body.entries
    centroid = entries.column_sums(entries.weights)
    length = max(1e-300, float(numpy.sqrt((centroid**2).sum())))
    shares = entries.unit(entries.weights) * centroid[entries.columns] / length
    cosines = entries.row_sums(shares)
    rounded = shares.round(10).tolist()

    def reason(number: int) -> str:
        pairs = zip(body.words[number], rounded[entries.row(number)], strict=True)
        top = sorted(pairs, key=lambda pair: -pair[1])[:NAMED]
        if not top:
            return "holds small words alone"
        facts = [(word, body.spread[word]) for word, _ in top]
        return (
            f"is near the average of all sentences (cosine {cosines[number]:.2f}), most of all "
            f"through {named(facts)}; in brackets: sentences with that word"
        )

    return Ranking(cosines, reason)
