"""The sentences of a text as nodes, and what links them as edges, to be looked at and drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from helpers.analysis.summary import lexrank, textrank
from helpers.analysis.summary.body import Body, find_body
from helpers.analysis.summary.graph import Links
from helpers.analysis.summary.ranking import Ranking
from helpers.analysis.summary.score import SentenceScore
from helpers.text.article import Article, text_of
from helpers.text.span import Span

GRAPHS: dict[str, tuple[Callable[[Body], Links], Callable[[Body, Links], Ranking]]] = {
    "textrank": (textrank.link, textrank.rank_by_links),
    "textrank-cosine": (textrank.link_by_cosine, textrank.rank_by_links),
    "lexrank": (lexrank.link, lexrank.rank_by_links),
}


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """Two sentences that a method links, and the words that they share."""

    columns: ClassVar = ("first", "second", "weight", "words")

    first: Span
    second: Span
    weight: float
    words: str

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The earlier sentence, then the later one."""
        yield "first", self.first
        yield "second", self.second


@dataclass(frozen=True, slots=True)
class SentenceGraph:
    """Sentences with their scores, and the links between them."""

    method: str
    nodes: tuple[SentenceScore, ...]
    """The sentences of the body, in reading order."""
    edges: tuple[SentenceLink, ...]
    """The strongest first; of equal ones, that of the earliest sentences."""
    linked: int
    """How many pairs are linked in all."""


def link_sentences(
    text: Article | str, *, method: str = "textrank", most: int = 1000
) -> SentenceGraph:
    """The graph that ``summarize`` scores the sentences with.

    Args:
        method: ``textrank``, ``textrank-cosine`` or ``lexrank``.
        most: give at most so many edges, the strongest.

    Raises:
        ValueError: another method, fewer than no edges, or more sentences than can be compared.

    >>> edge, = link_sentences("Rain fell. Nobody minded. More rain came.").edges
    >>> edge.words
    'rain'
    """
    if method not in GRAPHS:
        raise ValueError(f"{method!r} makes no graph. These do: {', '.join(GRAPHS)}.")
    if most < 0:
        raise ValueError(f"most is {most}; it is 0 or more.")
    import numpy

    body = find_body(text_of(text))
    link, rank = GRAPHS[method]
    links = link(body)
    ranking = rank(body, links)
    weights = links.weights.round(12)
    # Millions of links take seconds to sort: only what can be among the strongest is.
    least = numpy.partition(weights, -most)[-most] if 0 < most < len(weights) else 0.0
    near = numpy.flatnonzero(weights >= least)
    order = numpy.lexsort((links.second[near], links.first[near], -weights[near]))
    strongest = near[order][:most]
    pairs = zip(links.first[strongest].tolist(), links.second[strongest].tolist(), strict=True)
    edges = []
    for (first, second), weight in zip(pairs, weights[strongest].tolist(), strict=True):
        shared = [word for word in body.words[first] if word in body.words[second]]
        edges.append(
            SentenceLink(body.sentences[first], body.sentences[second], weight, ", ".join(shared))
        )
    values = ranking.scores.round(12).tolist()
    nodes = (
        SentenceScore(sentence, values[number], ranking.reason(number))
        for number, sentence in enumerate(body.sentences)
    )
    return SentenceGraph(method, tuple(nodes), tuple(edges), len(links.weights))
