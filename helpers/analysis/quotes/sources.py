"""Whose verb is it? Where the subject of a reporting verb stands."""

from __future__ import annotations

from typing import NamedTuple

from helpers.analysis.quotes.cues import CLAUSE, NOUNS
from helpers.analysis.quotes.narration import Narration
from helpers.analysis.quotes.phrases import (
    PLURALS,
    Phrase,
    main_subject,
    phrase_ending_at,
    phrase_starting_at,
    subject_before,
)
from helpers.analysis.quotes.spot import Spot

PLACES: dict[str, str] = {
    "next": "right before the verb",
    "apart": "before the verb, with an aside between them",
    "inverted": "right behind the verb",
    "shared": "with an earlier reporting verb: Silva said … and added",
    "sentence": "at the beginning of the sentence, away from the verb",
    "passive": "nowhere, or behind “by”: Silva was asked (by Poe)",
    "none": "nowhere in the sentence",
}
_BE = frozenset("is are was were be been being am 's 're 'm \u2019s \u2019re \u2019m".split())
_LONGEST_CLAUSE = 60  # tokens before the verb that are looked through
# What is written or shown speaks itself: a sign saying …; others are only near the verb.
_SPEAKS_ITSELF = frozenset(
    "sign signs banner banners hat hats poster posters shirt shirts t-shirt statement letter email "
    "memo ad advertisement voice voiceover headline article report message note tweet post people "
    "those someone somebody anyone everyone man woman he him she her them they you us me".split()
)


class Source(NamedTuple):
    """Who speaks, where that stands, and where the report as a whole begins."""

    phrase: Phrase | None
    place: str
    """One of ``PLACES``."""
    start: int


def find_source(spot: Spot, shared: Phrase | None) -> Source | None:
    """The source of a cue; None where the word is no verb at its place.

    Args:
        shared: the source of the report before it in the sentence, if there is one.
    """
    narration, cue, at = spot.narration, spot.cue, spot.at
    before, form_before = spot.tag_before, spot.form_before
    if before == "D" and form_before not in PLURALS:
        return None
    if cue.form == "ing" and form_before == "without":
        return None
    if cue.form == "ing" and form_before not in _BE:
        return _of_participle(spot, shared)
    if cue.form == "base" and form_before == "to":
        return _shared_or_main(spot, shared, at, at)
    if cue.form in ("past", "participle") and before == "I":  # an adjective: of alleged crimes
        return None
    noun = narration.forms[at] in NOUNS and cue.form != "past"
    if noun and (
        before in ("", "I", "E", "G", "S", "(", "x", ":", ";")
        or (before in ("Q", ",") and cue.form == "base")
    ):
        return None
    if cue.form in ("past", "participle") and form_before in _BE:
        subject = subject_before(narration, at, _floor(spot))
        return Source(subject[0] if subject else None, "passive", at)
    if before == "C":
        return _shared_or_main(spot, shared, spot.before, spot.before)
    behind_quotation = before == "Q" or (
        before in (",", "-") and spot.before > spot.first and narration.tags[spot.before - 1] == "Q"
    )
    if behind_quotation and (phrase := _behind(spot, quoted=True)):
        return Source(phrase, "inverted", at if before == "Q" else spot.before)
    subject = subject_before(narration, at, _floor(spot))
    if subject is None and before in (",", "-") and cue.verb in CLAUSE and cue.verb != "tell":
        phrase = _behind(spot, quoted=False)
        if phrase and _ends_clause(narration, phrase.last + 1):
            return Source(phrase, "inverted", spot.before)
    if subject is None:
        subject = subject_before(narration, at, spot.first)
    if subject is None:
        if noun:
            return None
        phrase = main_subject(narration, at, spot.first)
        start = spot.before if before and before in ",-" else at
        return Source(phrase, "sentence" if phrase else "none", start)
    phrase, place = subject
    if not _agrees(spot, phrase, noun=noun) or _is_participle_of(spot, phrase):
        return None
    start = phrase.first
    if start > spot.first and narration.forms[start - 1] == "as":
        start -= 1
    while start > spot.first and narration.tags[start - 1] in ",-C":
        start -= 1
    return Source(phrase, place, start)


def _shared_or_main(spot: Spot, shared: Phrase | None, verb: int, start: int) -> Source:
    """The source of the verb before it, or else the subject of the sentence."""
    if shared is not None:
        return Source(shared, "shared", start)
    phrase = main_subject(spot.narration, verb, spot.first)
    return Source(phrase, "sentence" if phrase else "none", start)


def _of_participle(spot: Spot, shared: Phrase | None) -> Source | None:
    """Of "saying", "adding": the subject of the verb before it, or what stands right before it."""
    tags, forms = spot.narration.tags, spot.narration.forms
    before = spot.tag_before
    if before in ("I", "S", "", "C", ",", "-", "Q"):
        start = spot.before if before and before in ",-C" else spot.at
        return _shared_or_main(spot, shared, spot.at if before else spot.end, start)
    if before not in "NwPO)t":
        return None
    phrase = phrase_ending_at(spot.narration, spot.before, _floor(spot))
    if phrase:
        preceding = phrase.first - 1 if phrase.first > spot.first else None
        beside = preceding is not None and forms[preceding] == "with"  # with Silva adding
        # "Silva issued a statement saying" is what Silva says; "a statement saying" is not.
        issued = preceding is not None and tags[preceding] in "EVGw"
        if beside or (forms[phrase.last] in _SPEAKS_ITSELF and not issued):
            return Source(phrase, "next", phrase.first)
    found = _shared_or_main(spot, shared, spot.at, spot.at)
    if found.phrase:
        return found
    return Source(phrase, "next", phrase.first) if phrase else None


def _is_participle_of(spot: Spot, noun: Phrase) -> bool:
    """in a statement | posted on the board: what follows a preposition is no subject."""
    tags = spot.narration.tags
    return (
        spot.cue.form == "past"
        and spot.cue.verb not in ("say", "tell", "add")
        and tags[noun.last] == "w"
        and noun.first > spot.first
        and tags[noun.first - 1] == "I"
        and spot.narration.forms[noun.first - 1] != "as"
    )


def _agrees(spot: Spot, subject: Phrase, *, noun: bool) -> bool:
    """Can the form be a verb of this subject? Of "reports" that is the question."""
    tags, forms = spot.narration.tags, spot.narration.forms
    tag, form = tags[subject.last], forms[subject.last]
    if noun and form.endswith(("'s", "\u2019s", "s'", "s\u2019")):
        return False
    if not noun and (spot.cue.form != "base" or spot.tag_before == "A" or tag == "N"):
        return True
    plural = form in ("i", "we", "they", "you", "who", "people", "police") or form in PLURALS
    plural = plural or (tag == "w" and form.endswith("s"))
    if spot.cue.form == "base":
        return plural
    after = tags[spot.at + 1] if spot.at + 1 < len(tags) else ""
    singular = not plural or form == "who"
    return singular and (tag in "NP)" or after in ("T", "Q", ":", "P", "D"))


def _floor(spot: Spot) -> int:
    """The first token that may belong to the subject: none before a quotation, colon or so."""
    clause = spot.narration.tags[max(spot.first, spot.at - _LONGEST_CLAUSE) : spot.at]
    border = max(map(clause.rfind, "Q;:"))
    return spot.at - len(clause) + border + 1 if border >= 0 else spot.first


def _behind(spot: Spot, *, quoted: bool) -> Phrase | None:
    """said | Silva: the phrase right behind the verb."""
    tags = spot.narration.tags
    start = spot.last + 1
    if spot.cue.form not in ("past", "present") or start >= len(tags) or tags[start] not in "PDNwE":
        return None
    phrase = phrase_starting_at(spot.narration, start, len(tags))
    if phrase is None:
        return None
    described = tags[phrase.last] == "w"
    after = phrase.last + 1
    if (tags[start] in "wE" and described and not quoted) or (
        after < len(tags) and tags[after] in "AV"
    ):
        return None
    if described and after < len(tags) and tags[after] in "EGWT":
        # A description may go on: a source involved in the talks; one owner who sells ropes.
        stop = min(len(tags), after + _LONGEST_CLAUSE)
        after = next((at for at in range(after, stop) if tags[at] in ",;:x-Q"), stop)
    return Phrase(phrase.first, after - 1)


def _ends_clause(narration: Narration, at: int) -> bool:
    tags, forms = narration.tags, narration.forms
    return at >= len(tags) or tags[at] in "x,;-" or forms[at] in ("in", "who", "on", "during")
