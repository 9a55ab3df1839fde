"""Which speaker of one report is which of the other, as far as their names tell?"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from helpers.analysis.people.vocabulary import PRONOUNS
from helpers.text.folding import fold

_INITIAL = re.compile(r"\s\w\.?(?:\s\w\.?)*\s")
_ALIKE = 3  # letters at the beginning
_ARTICLE = re.compile(r"(?:the|a|an)\s+(?=\S)")

MATCHES: dict[str, str] = {
    "name": "both reports give the same name",
    "surname": "one report has the surname alone, and the other one person of that name",
    "description": "both reports describe an unnamed source alike; it need not be the same one",
    "words": "both give them the same words in marks, and they are not two people of other names",
}


class Known(NamedTuple):
    """Who a speaker of one report is in the other."""

    speaker: str
    known_by: str
    """One of ``MATCHES``."""
    key: str
    """The same for both."""


def match_speakers(
    one: Iterable[str], other: Iterable[str]
) -> tuple[dict[str, Known], dict[str, Known]]:
    """For each speaker of either report who is in the other, too: who that is there.

    By their names alone, so never by "words". A pronoun that nobody was found for matches
    nothing, and neither does a surname that two people have.

    >>> here, there = match_speakers(["Ana Silva", "A clerk", "he"], ["Silva", "the clerk", "he"])
    >>> [(name, known.speaker, known.known_by) for name, known in here.items()]
    [('A clerk', 'the clerk', 'description'), ('Ana Silva', 'Silva', 'surname')]
    """
    left, right = _named(one), _named(other)
    here: dict[str, Known] = {}
    there: dict[str, Known] = {}

    def know(mine: list[str], its: list[str], known_by: str, key: str) -> None:
        here.update((name, Known(its[0], known_by, key)) for name in mine)
        there.update((name, Known(mine[0], known_by, key)) for name in its)

    for key in [key for key in left if key in right]:
        mine, its = left.pop(key), right.pop(key)
        know(mine, its, "name" if _is_name(mine[0]) and _is_name(its[0]) else "description", key)
    surnames = _by_surname(left), _by_surname(right)
    for surname in [surname for surname in surnames[0] if surname in surnames[1]]:
        mine, its = (side[surname] for side in surnames)
        # The surname alone on one side, one full name on the other.
        if len(mine) == len(its) == 1 and surname in (_plain(mine[0]), _plain(its[0])):
            know(mine, its, "surname", surname)
    return here, there


def are_alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one: a word of each begins with the same letters.

    >>> are_alike("Iwan Kowal", "Kovalenko"), are_alike("Iwan Kowal", "Kowalenko")
    (False, True)
    """
    first, second = ({word[:_ALIKE] for word in _plain(name).split()} for name in (one, other))
    return not first.isdisjoint(second)


def _named(speakers: Iterable[str]) -> dict[str, list[str]]:
    """The speakers by their folded names without an article: "A clerk" and "the clerk" are one."""
    named: dict[str, list[str]] = {}
    for speaker in speakers:
        folded = _plain(" ".join(speaker.split()))
        if folded and folded not in PRONOUNS:
            named.setdefault(_ARTICLE.sub("", folded, count=1), []).append(speaker)
    return named


def _plain(speaker: str) -> str:
    """In small letters, without accents and middle initials: "José B. Silva" as "jose silva"."""
    letters = unicodedata.normalize("NFD", _INITIAL.sub(" ", speaker))
    return fold("".join(sign for sign in letters if not unicodedata.combining(sign)))


def _by_surname(named: Mapping[str, list[str]]) -> dict[str, list[str]]:
    by_surname: dict[str, list[str]] = {}
    for speaker in itertools.chain.from_iterable(named.values()):
        words = speaker.split()
        if all(word[0].isupper() for word in words):
            by_surname.setdefault(_plain(words[-1]), []).append(speaker)
    return by_surname


def _is_name(speaker: str) -> bool:
    """Whether the last word has a capital: "Ana Silva", "the Port Authority", not "the mayor"."""
    return speaker.split()[-1][:1].isupper()
