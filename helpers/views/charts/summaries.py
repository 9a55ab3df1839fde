"""How a method scored the sentences of a text, and what links them."""

from __future__ import annotations

from helpers.analysis.summary import Summary
from helpers.analysis.summary.sentence_graph import SentenceGraph
from helpers.text.article import Article
from helpers.views.charts.chart import Chart, new_axes, nothing_to_show
from helpers.views.colours import ink
from helpers.views.table import Table

MOST_ARCS = 40
"""More than that, and a reader sees a net."""


def plot_sentence_scores(text: Article | str, summary: Summary) -> Chart:
    """The score of each sentence in reading order, from what ``summarize`` gave.

    The chosen ones have a sign above, so that they can be told without colour. A sentence may be
    chosen with a lower score than another: because it was to be kept, or because it says something
    else than those chosen before it.
    """
    rows = tuple(
        (number, round(score.score, 6), score.turn or "")
        for number, score in enumerate(summary.scores, 1)
    )
    numbers = Table(("sentence", "score", "turn"), rows, "", text)
    if not rows:
        return nothing_to_show("There are no sentences to score.", numbers)
    figure, axes = new_axes(2.9)
    width = max(0.4, min(9.0, 350 / len(rows)))
    highest = max(score.score for score in summary.scores)
    for is_chosen, sign, label in ((False, "", "not chosen"), (True, "v", "chosen")):
        places = [n for n, score in enumerate(summary.scores, 1) if bool(score.turn) is is_chosen]
        heights = [summary.scores[place - 1].score for place in places]
        colour = ink(1 if is_chosen else 0).colour
        axes.vlines(places, 0, heights, colors=colour, linewidth=width, label=label)
        if sign:  # above the bar, where it is seen without the colour
            axes.plot(places, [height + 0.06 * highest for height in heights], sign, color=colour)
    axes.set_xlim(0, len(rows) + 1)
    axes.set_ylim(0)
    axes.set_xlabel("sentence")
    axes.set_ylabel("score")
    axes.legend(frameon=False, loc="lower right", bbox_to_anchor=(1, 1), ncols=2)
    chosen = [str(n) for n, score in enumerate(summary.scores, 1) if score.turn]
    best = max(range(len(rows)), key=lambda number: (summary.scores[number].score, -number))
    description = (
        f"The scores of {len(rows)} sentences by the method {summary.method}; the highest has "
        f"sentence {best + 1}. Chosen: {', '.join(chosen) or 'none'}."
    )
    return Chart(figure, description, numbers, text)


def plot_sentence_graph(
    text: Article | str, graph: SentenceGraph, summary: Summary | None = None
) -> Chart:
    """The sentences of a text as dots in a row, and the strongest links between them as arcs.

    A dot is the larger, the higher its sentence scores, and an arc the thicker, the stronger the
    link. The sentences that ``summary`` chose are squares.
    """
    edges = graph.edges[:MOST_ARCS]
    places = {node.sentence: number for number, node in enumerate(graph.nodes, 1)}
    rows = tuple(
        (places[edge.first], places[edge.second], round(edge.weight, 6), edge.words)
        for edge in edges
    )
    numbers = Table(("sentence", "and sentence", "weight", "words"), rows, "", text)
    if not graph.nodes:
        return nothing_to_show("There are no sentences to link.", numbers)
    from matplotlib.patches import Arc

    figure, axes = new_axes(3.6)
    strongest = max((edge.weight for edge in edges), default=1.0)
    for first, second, weight, _ in rows:
        width = second - first
        axes.add_patch(
            Arc(
                ((first + second) / 2, 0),
                width,
                width,
                theta1=0,
                theta2=180,
                color=ink(0).colour,
                linewidth=0.4 + 2.6 * weight / strongest,
                alpha=0.55,
            )
        )
    chosen = {score.sentence for score in summary.chosen} if summary else set()
    highest = max(node.score for node in graph.nodes) or 1.0
    for is_chosen, sign, label in ((False, "o", "sentence"), (True, "s", "chosen")):
        nodes = [node for node in graph.nodes if (node.sentence in chosen) is is_chosen]
        if nodes:
            axes.scatter(
                [places[node.sentence] for node in nodes],
                [0] * len(nodes),
                s=[12 + 110 * (node.score / highest) ** 2 for node in nodes],
                marker=sign,
                color=ink(1 if is_chosen else 0).colour,
                edgecolors="white",
                zorder=3,
                label=label,
                clip_on=False,
            )
    reach = max((second - first for first, second, *_ in rows), default=2)
    axes.set_xlim(0.5, len(graph.nodes) + 0.5)
    axes.set_ylim(-reach * 0.04, reach / 2 * 1.05)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlabel("sentence")
    if chosen:
        axes.legend(frameon=False, loc="lower right", bbox_to_anchor=(1, 1), ncols=2)
    return Chart(figure, _describe(graph, rows), numbers, text)


def _describe(graph: SentenceGraph, rows: tuple[tuple[int, int, float, str], ...]) -> str:
    pairs = "pair" if graph.linked == 1 else "pairs"
    counted = (
        f"{len(graph.nodes)} sentences, of which {graph.method} links {graph.linked:,} {pairs}"
    )
    if not rows:
        return f"{counted}."
    first, second, _, words = rows[0]
    drawn = "" if len(rows) == graph.linked else f"; the {len(rows)} strongest links are drawn"
    return f"{counted}{drawn}. The strongest joins {first} and {second}, by “{words}”."
