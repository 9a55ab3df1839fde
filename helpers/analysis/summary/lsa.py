"""Sentences that are strong in the main topics of the text (latent semantic analysis).

Source: Gong and Liu (2001), Generic text summarization using relevance measure and latent semantic
analysis, SIGIR; the score is that of Steinberger and Ježek (2004), Using latent semantic analysis
in text summarization and summary evaluation, ISIM. The table of sentences by words, 1 where the
word occurs, is taken apart into topics, words that go together, each with its strength (a singular
value decomposition). A sentence scores the length of its list of topics, each counted by its
strength.
"""

from __future__ import annotations

from helpers.analysis.summary.body import Body, Entries, Vector
from helpers.analysis.summary.ranking import NAMED, Ranking, counted, named
from helpers.analysis.summary.tables import SMALL, as_table

TOPICS = 3
"""How many are counted: in news, more of them reward rare words."""
_NEARLY = 1e-6


def rank(body: Body) -> Ranking:
    """A score for each sentence: its length in the topics that are counted."""
    import numpy

    entries = body.entries
    strengths, topics = _find_topics(entries)
    # How much each word has of the first topic; the sign of a topic means nothing.
    first = abs(entries.column_sums(topics[entries.rows, 0])).round(8)
    shares = first[entries.columns].tolist()

    def reason(number: int) -> str:
        pairs = zip(body.words[number], shares[entries.row(number)], strict=True)
        top = sorted(pairs, key=lambda pair: -pair[1])[:NAMED]
        if not top:
            return "holds small words alone"
        facts = named((word, body.spread[word]) for word, _ in top)
        topics = counted(len(strengths), "main topic", "main topics")
        return (
            f"scores by {topics} of the text, in the first through {facts}; in brackets: sentences "
            "with that word"
        )

    return Ranking(numpy.sqrt(((strengths * topics) ** 2).sum(axis=1)), reason)


def _find_topics(entries: Entries) -> tuple[Vector, Vector]:
    """The strengths of the topics, the strongest first, and how much of each a sentence has."""
    import numpy

    if not entries.width:
        return numpy.zeros(1), numpy.zeros((entries.height, 1))
    table = as_table(entries, numpy.ones(len(entries.counts)))
    least = min(entries.height, entries.width)
    if least > SMALL:
        from scipy.sparse.linalg import svds

        # A fixed start: with a random one the last digits would differ from run to run.
        vectors, strengths, _ = svds(table, k=TOPICS + 1, v0=numpy.ones(least))
        order = numpy.argsort(-strengths, kind="stable")
        return _count_topics(entries, strengths[order], vectors[:, order])
    from scipy.linalg import eigh

    # Few sentences, or few words: the same from the table multiplied by itself.
    by_sentence = entries.height <= entries.width
    square = (table @ table.T if by_sentence else table.T @ table).toarray()
    first = max(0, least - TOPICS - 1)
    squares, vectors = eigh(square, subset_by_index=[first, least - 1])
    strengths = numpy.sqrt(numpy.maximum(0, squares[::-1]))
    vectors = vectors[:, ::-1]
    if not by_sentence:
        vectors = table @ vectors / numpy.maximum(strengths, 1e-300)
    return _count_topics(entries, strengths, vectors)


def _count_topics(entries: Entries, strengths: Vector, vectors: Vector) -> tuple[Vector, Vector]:
    """The first ``TOPICS`` of the topics, or fewer, where the next is as strong as the last."""
    import numpy

    kept = numpy.arange(len(strengths)) < TOPICS
    if len(strengths) > TOPICS:
        # Topics of equal strength can be turned into each other: the line is not drawn there.
        kept &= strengths > strengths[TOPICS] * (1 + _NEARLY)
    if not kept.any():
        # Then all are counted, which makes the length of a sentence the root of its words.
        return numpy.ones(1), numpy.sqrt(numpy.diff(entries.starts))[:, None].astype(float)
    return strengths[kept], vectors[:, kept]
