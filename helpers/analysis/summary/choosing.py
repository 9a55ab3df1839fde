"""From scores to a summary: sentence by sentence, until it is long enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from helpers.analysis.summary.body import Body, Vector
from helpers.analysis.summary.ranking import PLACES, Ranking


class Length(NamedTuple):
    """How long a summary may be: so many sentences or, where given, so many words."""

    sentences: int
    words: int | None = None


def choose(
    body: Body,
    ranking: Ranking,
    length: Length,
    *,
    diversity: float = 0.0,
    keep: Sequence[int] = (),
    leave_out: Sequence[int] = (),
) -> list[int]:
    """The numbers of the chosen sentences in the order in which they were taken.

    The sentences to keep come first and are taken in any case. With ``words``, a sentence that
    does not fit is passed over, and the next best that does is taken. Where scores change from turn
    to turn, each looks at all sentences, so the time grows with the length of the text and with
    that of the summary: 3,000 of 10,000 sentences took half a minute.
    """
    import numpy

    taken = list(keep)
    is_open = numpy.ones(len(body.sentences), dtype=bool)
    is_open[taken] = False
    is_open[list(leave_out)] = False
    sizes = numpy.array(body.lengths, dtype=numpy.int64)
    room = None if length.words is None else length.words - int(sizes[taken].sum())
    if ranking.after is None and not diversity:
        values = ranking.scores / (ranking.scores.max(initial=0.0) or 1.0)
        for number in numpy.argsort(-values.round(PLACES), kind="stable").tolist():
            if len(taken) >= length.sentences:
                break
            if is_open[number] and (room is None or body.lengths[number] <= room):
                taken.append(number)
                if room is not None:
                    room -= body.lengths[number]
        return taken
    most_alike = _Likeness(body) if diversity else None
    for number in taken:
        if most_alike:
            most_alike.add(number)
    while len(taken) < length.sentences:
        if room is not None:
            is_open &= sizes <= room
        if not is_open.any():
            break
        scores = ranking.after(taken, is_open) if ranking.after else ranking.scores
        values = scores / (scores[is_open].max() or 1.0)
        if most_alike:
            values = (1 - diversity) * values - diversity * most_alike.values
        best = int(numpy.where(is_open, values.round(PLACES), -numpy.inf).argmax())
        taken.append(best)
        if most_alike:
            most_alike.add(best)
        is_open[best] = False
        if room is not None:
            room -= body.lengths[best]
    return taken


class _Likeness:
    """How like each sentence is to the most similar of those taken, as a cosine of tf–idf.

    Source: Carbonell and Goldstein (1998), The use of MMR, diversity-based reranking for reordering
    documents and producing summaries, SIGIR (maximal marginal relevance).
    """

    def __init__(self, body: Body) -> None:
        import numpy

        self._entries = body.entries
        self._weights = body.entries.unit(body.entries.weights)
        self.values: Vector = numpy.zeros(body.entries.height)

    def add(self, number: int) -> None:
        """Take a sentence."""
        import numpy

        entries, here = self._entries, self._entries.row(number)
        words = numpy.zeros(entries.width)
        words[entries.columns[here]] = self._weights[here]
        cosines = entries.row_sums(self._weights * words[entries.columns])
        self.values = numpy.maximum(self.values, cosines)
