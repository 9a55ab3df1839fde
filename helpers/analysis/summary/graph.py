"""Sentences as a graph: each a node, linked to those that are like it.

A link is a vote, and the votes of sentences with many votes count more (PageRank). Sentences are
compared two by two, so time and memory may grow with the square of their number. Ten thousand
sentences with five million links took 1.5 to 3.2 seconds and 0.4 GB (``benchmarks/summaries.py``);
``MOST_LINKS`` is where it stops, before 1 GB.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from helpers.analysis.summary.body import Entries, Numbers, Vector
from helpers.analysis.summary.tables import SMALL, as_table

DAMPING = 0.85
"""The share of its score that a sentence gets from its links (Brin and Page 1998)."""
MOST_LINKS = 16_000_000
SMALL_PRODUCT = 500_000
"""Up to so many multiplications a full table is quicker, and is worked with in one thread."""
_ROUNDS = 200
_STEADY = 1e-12
_BLOCK = 1000


class Links(NamedTuple):
    """Pairs of sentences, by their numbers, with the strength of the link between them.

    Each pair stands once, the earlier sentence first.
    """

    first: Numbers
    second: Numbers
    weights: Vector


def count_neighbours(links: Links, size: int) -> Numbers:
    """For each sentence how many others it is linked to."""
    import numpy

    return numpy.bincount(numpy.concatenate([links.first, links.second]), minlength=size)


def find_products(entries: Entries, values: Vector) -> Links:
    """For each two sentences with a word in common the sum of the products of their values.

    Raises:
        ValueError: there may be more than ``MOST_LINKS`` of them.
    """
    import numpy

    if entries.height**2 * entries.width <= SMALL_PRODUCT:
        full = numpy.zeros((entries.height, entries.width))
        full[entries.rows, entries.columns] = values
        products = full @ full.T
        first, second = products.nonzero()
        later = first < second  # each pair once, and none of a sentence with itself
        first, second = first[later], second[later]
        return Links(first, second, products[first, second])
    in_how_many = numpy.bincount(entries.columns, minlength=entries.width)
    most = int((in_how_many * (in_how_many - 1) // 2).sum())
    if most > MOST_LINKS:
        raise ValueError(
            f"{entries.height:,} sentences have up to {most:,} links between them, and this method "
            f"can work with {MOST_LINKS:,}. Take a part of the text, or a method that does not "
            "compare sentences with each other: lead, frequency, centroid, lsa or kl-sum."
        )
    return Links(*map(numpy.concatenate, zip(*_products(entries, values), strict=True)))


def _products(entries: Entries, values: Vector) -> Iterator[tuple[Any, Any, Any]]:
    """The links of one block of sentences after the other, so that memory stays small."""
    table = as_table(entries, values)
    for top in range(0, entries.height, _BLOCK):
        these = table[top : top + _BLOCK] if entries.height > _BLOCK else table
        part = (these @ (table[top:] if top else table).T).tocoo()
        later = part.row < part.col
        yield part.row[later] + top, part.col[later] + top, part.data[later]


def spread_votes(links: Links, size: int) -> Vector:
    """The score of each sentence: its votes, those of well-linked sentences counting more.

    A sentence gets 0.15, and 0.85 of the scores of its neighbours, each of whom divides its own
    among all its links by their strength. A sentence without a link scores 0.15; where all have
    links the average is 1.

    Source: Mihalcea and Tarau (2004), TextRank: bringing order into texts, EMNLP, formula 2.
    """
    import numpy

    strength = numpy.bincount(links.first, links.weights, minlength=size)
    strength += numpy.bincount(links.second, links.weights, minlength=size)
    divisor = numpy.where(strength > 0, strength, 1.0)
    if size <= SMALL:
        # The formula is one equation a sentence, and all together have one solution.
        votes = numpy.zeros((size, size))
        votes[links.first, links.second] = links.weights
        equations = numpy.eye(size) - DAMPING * (votes + votes.T) / divisor
        return numpy.linalg.solve(equations, numpy.full(size, 1 - DAMPING))
    from scipy.sparse import csr_array

    # For many sentences it is quicker to hand the votes on until nothing changes any more.
    forth = csr_array((links.weights, (links.first, links.second)), shape=(size, size))
    scores = numpy.ones(size)
    for _ in range(_ROUNDS):
        shares = scores / divisor
        before, scores = scores, (1 - DAMPING) + DAMPING * (forth @ shares + forth.T @ shares)
        if float(abs(scores - before).max(initial=0.0)) < _STEADY:
            break
    return scores
