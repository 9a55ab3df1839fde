"""Noun phrases and subjects, read from a narration's tokens.

No parser: a noun phrase is read token by token, as long as the next one can belong to it, and
every reading stops after a bounded number of tokens.
"""

from __future__ import annotations

from typing import NamedTuple

from helpers.analysis.quotes.narration import Narration

_LONGEST_PHRASE = 40  # tokens: no noun phrase is read further than this
_LONGEST_ADVERBIAL = 8  # tokens between "had" and its verb
_LONGEST_ASIDE = 60  # tokens between commas: an apposition, a relative clause, an opening
_LONGEST_RELATIVE = 15  # tokens between "who" and a later verb of its clause
_LONGEST_BRACKET = 15
# A phrase that ends with one of these says when or how, and nobody speaks.
_NO_SPEAKERS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow "
    "january february march april june july august september october november december week "
    "month year day morning night evening afternoon later earlier ago time times moment minutes "
    "hours days weeks months years hour minute decade decades point here there example fact "
    "addition contrast response part course it's".split()
)
# Words that begin a phrase, and can be all of it: Others said.
PLURALS = frozenset("those others many some most few several all both one another".split())
_TWO_BEFORE = frozenset(["all", "both", "some", "one"])  # all the others, one another
_INSIDE_PHRASES = frozenset(["of", "for", "from", "with", "at", "in"])
_REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves"])


class Phrase(NamedTuple):
    """The first and last token of a noun phrase, the last one included."""

    first: int
    last: int


def phrase_ending_at(narration: Narration, last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last token is ``last``; none begins before token ``floor``."""
    tags, forms = narration.tags, narration.forms
    floor = max(floor, last - _LONGEST_PHRASE)
    tag = tags[last]
    if tag == ")":
        opening = _opening_bracket(tags, last, floor)
        inner = phrase_ending_at(narration, opening - 1, floor) if opening > floor else None
        return Phrase(inner.first, last) if inner else None
    if tag in "PO" or (tag == "D" and forms[last] in PLURALS) or forms[last] in ("who", "which"):
        return Phrase(last, last)
    if tag not in "Nwt" and not (tag == "G" and last > floor):
        return None
    first = _first_of(narration, last, floor)
    if "C" in tags[first:last]:
        first = _first_of_list(narration, first, floor)
    ands = [at for at in range(first, last) if tags[at] == "C"]
    if ands and first > floor and tags[first - 1] in "VEAG":
        first = ands[0] + 1  # criticised the plan and | Poe said
    while first < last and tags[first] in "RCIWT(":
        first += 1
    if forms[last] in _NO_SPEAKERS and all(tag in "tDR" for tag in tags[first:last]):
        return None  # last week | said
    return Phrase(first, last)


def _first_of(narration: Narration, first: int, floor: int) -> int:
    while first > floor:
        left = _joins_on_the_left(narration, first - 1, floor)
        if left is None:
            break
        first = left
    return first


def _first_of_list(narration: Narration, first: int, floor: int) -> int:
    """Ana Silva, Jo Poe and Bo Lind; the mayors of Ellar, Norrvik and Ulm: where it all begins.

    Only names are listed so, and not behind an opening: In Ellar, | Silva and Poe.
    """
    tags, forms = narration.tags, narration.forms
    begins = first
    while begins - 1 > floor and tags[begins - 1] == "," and tags[begins - 2] == "N":
        begins -= 2
        while begins > floor and tags[begins - 1] == "N":
            begins -= 1
    before = tags[begins - 1] if begins > floor else ""
    if begins == first or before in ("", "Q", "S", "T", "W", ";", ":"):
        return begins
    if before == ",":  # On Monday, | Oster, Ulm and Ellar
        return begins
    if forms[begins - 1] == "of":
        whole = _first_of(narration, begins, floor)
        if whole < begins and (whole == floor or tags[whole - 1] != "I"):
            return whole
    return first


def _joins_on_the_left(narration: Narration, at: int, floor: int) -> int | None:
    """Where the phrase begins, if the token belongs to what stands right of it; None if not."""
    tags, forms = narration.tags, narration.forms
    tag, right = tags[at], tags[at + 1]
    left = tags[at - 1] if at > floor else ""
    if tag in "Nw":
        return at
    if tag == "t":  # last week | the company
        return None if right in "ND" else at
    if tag == "D":
        return at if right != "D" or forms[at] in _TWO_BEFORE else None
    if tag in "GE":
        # An adjective (leading, alleged), or a clause of its own: officials briefed on it.
        if right in "Nw" and left and left in "DNwRG,":
            return at
        follows = "IRDNO" if tag == "G" else "IRt"
        return at if left and left in "Nw)" and right in follows else None
    if tag == "R":
        return at if right in "EwGR" else None
    if tag == "I":
        if left == "t":
            return at if forms[at] == "of" else None
        after_noun = left and left in "NwGEP)O"
        return at if after_noun or (left == "D" and forms[at - 1] in PLURALS) else None
    if tag == "C":
        return at if left and left in "NwO" else None
    if tag == "Q":  # Ana "Shorty" Silva
        return at if left == "N" and right == "N" else None
    if tag == ")":
        opening = _opening_bracket(tags, at, floor)
        return opening if opening > floor else None
    if tag in "AVTW":
        return _relative_pronoun(narration, at, floor)
    return None


def phrase_starting_at(
    narration: Narration, first: int, ceiling: int, *, subject: bool = False
) -> Phrase | None:
    """The noun phrase that begins with token ``first``; it ends before token ``ceiling``.

    In a subject, any preposition belongs to the phrase: the man on the pier | said. Behind a verb
    only some do: said the man | on the pier.
    """
    tags, forms = narration.tags, narration.forms
    ceiling = min(ceiling, first + _LONGEST_PHRASE)
    if first >= ceiling or tags[first] not in "PODNwGE":
        return None
    if tags[first] == "P" or (tags[first] == "O" and forms[first] != "her"):
        return Phrase(first, first)
    last = None
    at = first
    while at < ceiling:
        following = tags[at + 1] if at + 1 < ceiling else ""
        tag = tags[at]
        if tag in "Nw" or (tag == "t" and (last is None or tags[last] == "w")):
            if tag == "N" and last is not None and tags[last] == "w" and tags[at - 1] != "w":
                break
            last = at
        elif tag == "D":
            if at > first and tags[at - 1] not in "DIC":
                break
            if forms[at] in PLURALS:
                last = at
        elif tag in "GER":
            if not following or following not in "NwGE" or (last is not None and tag != "G"):
                break
        elif tag == "I":
            if last is None or not (subject or forms[at] in _INSIDE_PHRASES):
                break
            place = forms[at] in ("in", "at") and forms[at + 1 : at + 2] in (["a"], ["an"], ["the"])
            if not following or following not in "DNw" or (place and not subject):
                break
        elif tag == "C":
            if last is None or forms[at] != "and" or not following or following not in "DN":
                break
        elif tag == "Q":
            if tags[at - 1] != "N" or following != "N":
                break
        elif tag == "(" and last is not None:
            at = next((k for k in range(at + 1, min(at + 8, ceiling)) if tags[k] == ")"), ceiling)
            last = at if at < ceiling else last
        else:
            break
        at += 1
    if last is None or (last == first and forms[last] in _NO_SPEAKERS):
        return None
    return Phrase(first, last)


def subject_before(narration: Narration, verb: int, floor: int) -> tuple[Phrase, str] | None:
    """The subject of the verb at a token, and where it stands: "next" to it or "apart" from it.

    Adverbs and auxiliaries between both are passed over, and so is an apposition or a relative
    clause between commas: ``Ana Silva, the mayor, had also | said``.
    """
    tags, forms = narration.tags, narration.forms
    at = verb - 1
    while at >= floor and tags[at] in "AR":
        at -= 1
    if at < floor:
        return None
    if forms[at] in _REFLEXIVE and at > floor:  # Silva herself | said
        phrase = phrase_ending_at(narration, at - 1, floor)
        return (Phrase(phrase.first, at), "next") if phrase else None
    if tags[at] == "t":
        at = _before_time(narration, at, floor)
    parted = _parted_auxiliary(narration, at, floor)
    if parted is not None:
        phrase = phrase_ending_at(narration, parted - 1, floor)
        return (phrase, "apart") if phrase else None
    if tags[at] in ",-":
        phrase = _before_aside(narration, at, floor)
        return (phrase, "apart") if phrase else None
    phrase = phrase_ending_at(narration, at, floor)
    if phrase is None and tags[at] in "EVG":  # a man who asked not to be named | said
        opener = _relative_pronoun(narration, at, floor)
        phrase = phrase_ending_at(narration, opener - 1, floor) if opener else None
        return (Phrase(phrase.first, at), "next") if phrase else None
    return (phrase, "next") if phrase else None


def _parted_auxiliary(narration: Narration, at: int, floor: int) -> int | None:
    """The mayors | had in Ellar on Saturday | threatened: the token of "had", if there is one."""
    tags = narration.tags
    for k in range(at - 1, max(floor, at - _LONGEST_ADVERBIAL), -1):
        if tags[k] == "A":
            is_perfect = narration.forms[k] in ("had", "has", "have")
            return k if is_perfect and tags[k + 1] == "I" else None
        if tags[k] not in "IDNwt":
            return None
    return None


def main_subject(narration: Narration, verb: int, floor: int) -> Phrase | None:
    """The subject of the sentence that a verb stands in, read from the sentence's beginning.

    What stands in front of it, up to a comma, is passed over: In Ellar, after the vote, | Silva.
    """
    tags, forms = narration.tags, narration.forms
    at = floor
    for _ in range(4):  # more openings than that no sentence has
        verb = min(verb, at + _LONGEST_ASIDE)
        while at < verb and tags[at] in "CRx-)Q,:" and not (tags[at] == "Q" and at + 1 == verb):
            at += 1
        if at >= verb:
            return None
        opening = tags[at] in "ISGTtWE" or forms[at] == "according"
        phrase = None if opening else phrase_starting_at(narration, at, verb, subject=True)
        if phrase and (forms[phrase.last] in _NO_SPEAKERS or tags[phrase.last] == "t"):
            opening = True  # Hours later, | Silva
        if not opening:
            return phrase
        comma = tags.find(",", at, verb)
        if comma < 0:
            return _name_inside(narration, at, verb)
        at = comma + 1
    return None


def _name_inside(narration: Narration, start: int, verb: int) -> Phrase | None:
    """On Friday | Silva had: the first name or pronoun after an opening without a comma."""
    for at in range(start + 1, min(verb, start + 12)):
        if narration.tags[at] == "P":
            return Phrase(at, at)
        if narration.tags[at] == "N" and narration.tags[at - 1] not in "ID":
            return phrase_starting_at(narration, at, verb)
    return None


def _before_time(narration: Narration, at: int, floor: int) -> int:
    """The token before "on Sunday", "last week", "Sunday", if a subject can end there."""
    tags = narration.tags
    k = at
    while k > floor and tags[k] in "tR":
        k -= 1
    if k > floor and tags[k] in "ID":
        k -= 1
        if k > floor and tags[k] == "I":
            k -= 1
    return k if tags[k] in "NwPO),-" else at


def _before_aside(narration: Narration, sign: int, floor: int) -> Phrase | None:
    """``Ana Silva, the mayor of Ellar, | said``: the first phrase before a comma that can speak."""
    tags = narration.tags
    comma = max(floor, sign - _LONGEST_ASIDE - 1)
    while (comma := tags.find(tags[sign], comma + 1, sign)) >= 0:
        phrase = phrase_ending_at(narration, comma - 1, floor)
        if phrase and _opens_a_clause(narration, phrase, floor):
            return phrase
    return None


def _opens_a_clause(narration: Narration, phrase: Phrase, floor: int) -> bool:
    """Does a clause begin with the phrase, and is it no phrase of time?"""
    tags, forms = narration.tags, narration.forms
    if forms[phrase.last] in _NO_SPEAKERS or tags[phrase.last] in "OG":
        return False
    before = phrase.first - 1
    if before < floor or forms[before] == "as":
        return True
    if tags[before] == "R":
        return before == floor or tags[before - 1] not in "AV"
    return tags[before] in ",CTSQ-:;x)"


def _opening_bracket(tags: str, closing: int, floor: int) -> int:
    """The token of the bracket that opens; -1 where there is none near."""
    return tags.rfind("(", max(floor, closing - _LONGEST_BRACKET), closing)


def _relative_pronoun(narration: Narration, at: int, floor: int) -> int | None:
    """The "who" of "officials who asked not to be named", if the token stands in such a clause."""
    tags, forms = narration.tags, narration.forms
    for k in range(at, max(floor, at - _LONGEST_RELATIVE), -1):
        if tags[k] in "WT":
            if forms[k] in ("who", "which", "that", "whose", "whom") and tags[k - 1] in "Nw)D":
                return k
            if tags[k] == "W":
                return None
        elif tags[k] in ",Q;:-SC":
            return None
    return None
