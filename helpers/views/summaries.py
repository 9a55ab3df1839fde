"""A summary in its text: the chosen sentences lit, all others shaded by their scores."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from helpers.analysis.summary import SentenceScore, Summary
from helpers.views.colours import Ink
from helpers.views.layer import Layer

# From low to high, each line heavier than the one before; what is chosen stands out from all.
_THIRDS = (
    ("lowest third of the others", Ink("#56b4e9", "dotted")),
    ("middle third of the others", Ink("#009e73", "dashed")),
    ("highest third of the others", Ink("#e69f00", "solid")),
)
_CHOSEN = Ink("#d55e00", "double")


def layers_by_score(summary: Summary) -> list[Layer]:
    """One layer for the chosen sentences, and one for each third of the others by their scores.

    Each sentence says its score and the reason when it is pointed at. Sentences of equal score
    are in the same third, the lower one. A heading that was not chosen is in none.
    """
    others = [score for score in summary.scores if not score.turn and not score.is_heading]
    ordered = sorted(score.score for score in others)
    groups: list[list[SentenceScore]] = [[], [], []]
    for score in others:
        groups[3 * bisect_left(ordered, score.score) // len(ordered)].append(score)
    layers = [_layer("chosen", _CHOSEN, summary.chosen)]
    for (name, how), group in reversed([*zip(_THIRDS, groups, strict=True)]):
        layers.append(_layer(name, how, group))
    return layers


def _layer(name: str, how: Ink, scores: Iterable[SentenceScore]) -> Layer:
    found = list(scores)
    titles = (f"{name}: score {score.score:.4g}; {score.reason}" for score in found)
    return Layer(name, tuple(score.sentence for score in found), how, tuple(titles))
