"""Sentences that share words with many others which do so, too.

Source: Mihalcea and Tarau (2004), TextRank: bringing order into texts, EMNLP. Two sentences are
linked if they share a word. How strongly, is measured in one of two ways: as in the paper by the
number of different words shared, divided by the sum of the logarithms of both lengths; or by the
cosine of their counts. Small words do not count as shared.
"""

from __future__ import annotations

from helpers.analysis.summary.body import Body
from helpers.analysis.summary.graph import Links, count_neighbours, find_products, spread_votes
from helpers.analysis.summary.ranking import Ranking, counted, named, shared_words


def rank(body: Body) -> Ranking:
    """A score for each sentence, from its links as in the paper."""
    return rank_by_links(body, link(body))


def rank_by_cosine(body: Body) -> Ranking:
    """A score for each sentence, from cosines."""
    return rank_by_links(body, link_by_cosine(body))


def link(body: Body) -> Links:
    """The sentences that share words: how many, for sentences of their lengths."""
    import numpy

    entries = body.entries
    links = find_products(entries, numpy.ones(len(entries.counts)))
    # A sentence of one word would have the logarithm 0: it counts as one of two words.
    logs = numpy.log(numpy.maximum(2.0, numpy.array(body.lengths)))
    return links._replace(weights=links.weights / (logs[links.first] + logs[links.second]))


def link_by_cosine(body: Body) -> Links:
    """The sentences that share words: the cosine of the angle between their counts."""
    return find_products(body.entries, body.entries.unit(body.entries.counts))


def rank_by_links(body: Body, links: Links) -> Ranking:
    """A score for each sentence, from these links."""
    size = len(body.sentences)
    neighbours = count_neighbours(links, size)

    def reason(number: int) -> str:
        top = shared_words(body, number)
        if not top:
            return "shares no word with another sentence"
        others = counted(int(neighbours[number]), "other sentence", "other sentences")
        return f"shares words with {others}: {named(top)}"

    return Ranking(spread_votes(links, size), reason)
