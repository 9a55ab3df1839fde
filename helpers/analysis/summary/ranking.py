"""What every method gives: a score and a reason for each sentence of a body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from helpers.analysis.summary.body import Body, Mask, Vector

PLACES = 10
"""Scores are compared to so many decimals of the best. Beyond them computers differ, and what
differs there is the same: of equals the first in the text is taken."""
NAMED = 3
"""How many words a reason names."""


class Ranking(NamedTuple):
    """The scores and reasons of one method for one body, by the numbers of its sentences."""

    scores: Vector
    """None is negative; more is better."""
    reason: Callable[[int], str]
    after: Callable[[Sequence[int], Mask], Vector] | None = None
    """The scores once these sentences have been taken and those of the mask can be; without it
    they stay as they are."""


def named(words: Iterable[tuple[str, object]]) -> str:
    """Words for a reason, each with what is known of it: “talks” (7), “Kyiv” (5)."""
    return ", ".join([f"“{word}” ({fact})" for word, fact in words])


def shared_words(body: Body, number: int) -> list[tuple[str, int]]:
    """The words of a sentence that most other sentences have, too, and how many have them."""
    spread = body.spread
    others = [(word, count - 1) for word in body.words[number] if (count := spread[word]) > 1]
    return sorted(others, key=itemgetter(1), reverse=True)[:NAMED]


def counted(number: int, one: str, several: str) -> str:
    """The number with its noun: 1 sentence, 2 sentences."""
    return f"{number} {one if number == 1 else several}"
