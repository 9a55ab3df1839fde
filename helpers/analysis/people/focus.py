"""Whom does a pronoun mean? Whoever stands out most among those just named, and fits.

Each person named has a weight in the reader's mind: more as the subject of a clause than as its
object, and less with each sentence that goes by. A pronoun means the heaviest of those who fit
its gender and number, and then counts as a mention of them.

Source: Shalom Lappin and Herbert J. Leass, "An Algorithm for Pronominal Anaphora Resolution",
Computational Linguistics 20 (1994), simplified: the place in the clause is told by the words next
to a name, not by a full parse. The weights were set on news articles and rounded; moving one of
them by a third changes the share of pronouns resolved rightly by less than five in a hundred, and
mostly by less than one.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from helpers.analysis.people.figure import Figure
from helpers.analysis.people.mentions import Mention
from helpers.analysis.people.roster import Roster
from helpers.analysis.people.vocabulary import PRONOUNS

_WEIGHTS = {"subject": 3.0, "object": 2.0, "possessive": 1.5, "modifier": 0.3}
_FIRST_SUBJECT = 1.0  # more for the first subject of a sentence
_HEAVIEST = 4.0  # so that who is named all the time does not outweigh who was just named
_KEPT = 0.4  # of the weight, when a new sentence begins
_FORGOTTEN = 0.05
_DESCRIBED = 0.6  # "the harbour master" beside a name
_UNSURE = 0.3  # what may be no person at all
_CONTRADICTED = 0.3  # a gender that only an earlier pronoun told
_KINDS = {
    "male": ("person", ""),
    "female": ("person", ""),
    "plural": ("group", "institution"),
    "thing": ("institution", "place"),
}
_MOST_IN_FOCUS = 24  # people kept in mind, which bounds the time


class Meant(NamedTuple):
    """Whom a pronoun means, and who else may be meant, the likeliest first."""

    figure: Figure | None
    rivals: tuple[Figure, ...]


def resolve_pronouns(
    mentions: Sequence[Mention], sentences: Sequence[int], roster: Roster
) -> dict[int, Meant]:
    """Whom each pronoun means, by where it starts.

    Args:
        sentences: for each mention the number of its sentence.
    """
    weights: dict[Figure, float] = {}
    meant: dict[int, Meant] = {}
    sentence = -1
    first_subject = True
    for mention, number in zip(mentions, sentences, strict=True):
        if number != sentence:
            sentence, first_subject = number, True
            weights = {
                figure: kept
                for figure, weight in weights.items()
                if (kept := weight * _KEPT) > _FORGOTTEN
            }
        place = roster.places.get(mention.start, mention.place)
        weight = _WEIGHTS[place]
        if mention.kind == "pronoun":
            wanted = PRONOUNS[mention.word][0]
            found = _heaviest(weights, wanted)
            meant[mention.start] = found
            figure = found.figure
            if figure is None or wanted == "thing":
                continue  # "it" is too often nobody to bring anybody into focus
            _learn_gender(figure, wanted, certain=not found.rivals)
        else:
            figure = roster.figure_at.get((mention.start, mention.end))
            if figure is None:
                continue
            if not figure.sure and figure.kind in ("person", ""):
                weight *= _UNSURE
            elif mention.kind == "description":
                weight *= _DESCRIBED
        if place == "subject" and first_subject:
            weight += _FIRST_SUBJECT
            first_subject = False
        weights[figure] = min(_HEAVIEST, weights.get(figure, 0.0) + weight)
        pair = roster.pairs.get(mention.start)
        if pair:
            weights[pair] = _WEIGHTS[place]
        if len(weights) > 2 * _MOST_IN_FOCUS:
            heaviest = sorted(weights.items(), key=lambda item: -item[1])
            weights = dict(heaviest[:_MOST_IN_FOCUS])
    return meant


def _heaviest(weights: dict[Figure, float], wanted: str) -> Meant:
    """Of those who fit, the heaviest, and those at least half as heavy; the first named of two."""
    kinds = _KINDS[wanted]
    fitting = [
        (weight * fit, figure)
        for figure, weight in weights.items()
        if figure.kind in kinds and (fit := _fit(figure, wanted))
    ]
    if not fitting:
        return Meant(None, ())
    fitting.sort(key=itemgetter(0), reverse=True)
    heaviest, figure = fitting[0]
    rivals = tuple(other for weight, other in fitting[1:] if weight >= heaviest / 2)
    return Meant(figure, rivals)


def _fit(figure: Figure, wanted: str) -> float:
    """How well a pronoun of this gender or number suits one of its ``_KINDS``, from 0 to 1."""
    if wanted == "plural":
        return 1.0 if figure.kind == "group" else 0.5
    if wanted == "thing":
        return 1.0
    if not figure.sure and (figure.located or not figure.acts):
        return 0.0
    if not figure.kind and len(figure.mentions) < 2:
        return 0.0
    if figure.rivals and not figure.gender:
        return 1.0 if any(rival.gender in ("", wanted) for rival in figure.rivals) else 0.0
    if figure.gender in ("", wanted):
        return 1.0
    return _CONTRADICTED if figure.clue == "pronoun" else 0.0


def _learn_gender(figure: Figure, gender: str, *, certain: bool) -> None:
    """A pronoun that can mean nobody else tells the gender of somebody, too."""
    if certain and figure.sure and not figure.gender and gender in ("female", "male"):
        figure.gender, figure.clue = gender, "pronoun"
