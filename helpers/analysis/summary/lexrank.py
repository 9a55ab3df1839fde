"""Sentences that are alike to many others which are, too.

Source: Erkan and Radev (2004), LexRank: graph-based lexical centrality as salience in text
summarization, Journal of Artificial Intelligence Research 22. Two sentences are linked if the
cosine of their tf–idf weights is at least ``THRESHOLD``; all links count the same. As in the paper,
each sentence is also linked to itself.
"""

from __future__ import annotations

from helpers.analysis.summary.body import Body, Numbers, Vector
from helpers.analysis.summary.graph import Links, count_neighbours, find_products, spread_votes
from helpers.analysis.summary.ranking import Ranking, counted, named, shared_words

THRESHOLD = 0.1


def rank(body: Body) -> Ranking:
    """A score for each sentence, from its links."""
    return rank_by_links(body, link(body))


def rank_by_links(body: Body, links: Links) -> Ranking:
    """A score for each sentence, from these links."""
    import numpy

    size = len(body.sentences)
    neighbours = count_neighbours(links, size)

    def reason(number: int) -> str:
        if not neighbours[number]:
            return f"is alike to no other sentence (cosine {THRESHOLD} or more)"
        top = shared_words(body, number)
        others = counted(int(neighbours[number]), "other sentence", "other sentences")
        return f"is alike to {others} (cosine {THRESHOLD} or more) and shares {named(top)}"

    has_words = numpy.flatnonzero(numpy.bincount(body.entries.rows, minlength=size))
    return Ranking(score(links, has_words, size), reason)


def link(body: Body) -> Links:
    """The pairs of sentences that are alike, all with the strength 1."""
    import numpy

    links = find_products(body.entries, body.entries.unit(body.entries.weights))
    # Rounded, so that every computer sees the same links at the threshold itself.
    alike = numpy.round(links.weights, 10) >= THRESHOLD
    return Links(links.first[alike], links.second[alike], numpy.ones(int(alike.sum())))


def score(links: Links, itself: Numbers, size: int) -> Vector:
    """The scores, once the sentences ``itself`` are linked to themselves as well."""
    import numpy

    return spread_votes(
        # A link to itself stands once in the paper's table; its two halves make one.
        Links(
            numpy.concatenate([links.first, itself]),
            numpy.concatenate([links.second, itself]),
            numpy.concatenate([links.weights, numpy.full(len(itself), 0.5)]),
        ),
        size,
    )
