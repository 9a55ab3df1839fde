"""Quotations that no reporting verb claims: the rules for the rest, in their order."""

from __future__ import annotations

import re
from typing import NamedTuple

from helpers.analysis.quotes.cues import NOUN_CUES
from helpers.analysis.quotes.narration import Narration
from helpers.analysis.quotes.phrases import (
    Phrase,
    main_subject,
    phrase_ending_at,
    phrase_starting_at,
)
from helpers.analysis.quotes.terms import is_title
from helpers.text.span import Span

# A statement closes with a sign that ends it or hands over to its speaker.
_STATEMENT_END = re.compile(r"[,.!?\u2026\u2014-]['\u2019]?\s*\Z")
_BEFORE_A_STATEMENT = "[(\u2018'\u2026. "
_ENOUGH_WORDS = 4  # of so many words in quotation marks, 96 in 100 are somebody's
_FROM_NOUN = 8  # tokens between a noun that reports and the quotation
_FROM_OWNER = 5  # tokens between that noun and whose it is
_SIGNS_AND_QUOTATIONS = frozenset("Q,x-")  # tags
_VERBS = frozenset("AVE")
_OF_SPEECH = frozenset(["of", "for", "to", "as"])  # a call for, but not: a claim about
_OWN = frozenset("his her their its my our".split())


class Speaker(NamedTuple):
    """Who has spoken last, in front of a sentence."""

    source: Span
    cue: Span
    paragraph: int
    """The number of the paragraph in which their words ended."""


class Before(NamedTuple):
    """What stands in front of a sentence, as far as its quotations may go on from it."""

    speaker: Speaker | None
    silent: tuple[int, int] | None
    """First token and end of the sentence right before, if nobody speaks in it."""


class Sentence(NamedTuple):
    """What the rules ask of a sentence again and again, worked out once."""

    first: int
    end: int
    """The token after it."""
    only_quotations: bool
    """Is there nothing in it but quotations and signs?"""
    has_verb: bool


class Verdict(NamedTuple):
    """What a rule says of a quotation."""

    kind: str
    rule: str
    source: Span | None = None
    cue: Span | None = None
    carried_over: bool = False


def judge(
    narration: Narration, at: int, sentence: Sentence, before: Before, paragraph: int
) -> Verdict:
    """Whose words the quotation at a token are, without a report in its sentence."""
    first, end = sentence.first, sentence.end
    words = narration.words(at).of(narration.text)
    statement = is_statement(words)
    enough = len(words.split(None, _ENOUGH_WORDS)) >= _ENOUGH_WORDS
    if narration.forms[at - 1 : at] == ["so-called"]:
        return Verdict("term", "title")
    if statement and (phrase := _behind_a_dash(narration, at)):
        return Verdict("direct", "dash and name", narration.span(*phrase))
    if phrase := _handing_over(narration, at, first, statement=statement):
        alone = phrase == (first, at - 2)
        rule = "name and colon" if alone else "handed over without a cue"
        return Verdict("direct", rule, narration.span(*phrase))
    if statement and (found := _another_verb(narration, at, end)):
        source, verb = found
        cue = narration.span(verb, verb)
        return Verdict("direct", "quotation, then another verb", narration.span(*source), cue)
    if sentence.only_quotations or (at == first and (statement or enough)):
        return _floating(narration, at, before, paragraph)
    if found := _noun_and_owner(narration, at, first):
        source, noun = found
        cue = narration.span(noun, noun)
        return Verdict("mixed", "noun and its owner", narration.span(*source), cue)
    title = is_title(words)
    # Behind "of the", they name what has members or parts: one of the “friends of the pier”.
    named = title or narration.forms[max(0, at - 2) : at] == ["of", "the"]
    if enough and not named and sentence.has_verb:
        subject = main_subject(narration, at, first)
        if subject:
            return Verdict("mixed", "words without a cue", narration.span(*subject))
        if before.speaker:
            return Verdict("mixed", "words without a cue", before.speaker.source)
    if enough and not named and not sentence.has_verb and _ends_sentence(narration, at, end):
        verdict = _carried_into(before, paragraph, statement=statement)
        if verdict:
            return verdict
    # Many verbs are in no list (hits, lists); a heading without one begins with a capital.
    if enough and not named and not sentence.has_verb and not words[0].isupper():
        subject = main_subject(narration, at, first)
        if subject:
            return Verdict("mixed", "words without a cue", narration.span(*subject))
    return Verdict("unattributed" if statement and not title else "term", "no rule")


def is_statement(words: str) -> bool:
    """Do they begin like a sentence and end like one, or like one that hands over?"""
    words = words.lstrip(_BEFORE_A_STATEMENT)
    return (
        bool(words)
        and not words[0].islower()
        and _STATEMENT_END.search(words) is not None
        and len(words.split(None, 1)) > 1
    )


def sentence_at(narration: Narration, first: int, end: int) -> Sentence:
    """The facts about the sentence from token ``first`` to ``end``."""
    tags = set(narration.tags[first:end])
    only_quotations = "Q" in tags and tags <= _SIGNS_AND_QUOTATIONS
    return Sentence(first, end, only_quotations, bool(tags & _VERBS))


def _handing_over(narration: Narration, at: int, first: int, *, statement: bool) -> Phrase | None:
    """Who speaks in front of a colon, or of a comma before a whole statement."""
    tags, forms, sign = narration.tags, narration.forms, at - 1
    if sign <= first or not (tags[sign] == ":" or (tags[sign] == "," and statement)):
        return None
    if tags[sign] == ":" and tags[sign - 1] == "N" and not forms[sign - 1][-1].isdigit():
        phrase = phrase_ending_at(narration, sign - 1, first)
        if phrase:
            return phrase
    return main_subject(narration, sign, first)


def _behind_a_dash(narration: Narration, at: int) -> Phrase | None:
    """“…” — Ana Silva: a name, and then the end of the sentence, the line or its part."""
    tags, dash = narration.tags, at + 1
    if dash + 1 >= len(tags) or tags[dash] != "-" or tags[dash + 1] != "N":
        return None
    phrase = phrase_starting_at(narration, dash + 1, len(tags))
    if phrase is None:
        return None
    after = phrase.last + 1
    ends = after >= len(tags) or tags[after] in "x,(Q" or narration.starts_line(after)
    return phrase if ends else None


def _another_verb(narration: Narration, at: int, end: int) -> tuple[Phrase, int] | None:
    """“…,” Silva surmised; “…,” remembered Silva: a verb that is in no list, with its subject."""
    tags = narration.tags
    start = at + 1
    while start < end and tags[start] in ",-":
        start += 1
    if start + 1 >= end:
        return None
    if tags[start] in "EV" and tags[start + 1] in "NPD":
        phrase = phrase_starting_at(narration, start + 1, end)
        return (phrase, start) if phrase else None
    phrase = phrase_starting_at(narration, start, end)
    verb = phrase.last + 1 if phrase else end
    while verb < end and tags[verb] == "R":
        verb += 1
    return (phrase, verb) if phrase and verb < end and tags[verb] in "EV" else None


def _floating(narration: Narration, at: int, before: Before, paragraph: int) -> Verdict:
    """A quotation that is a sentence of its own: who comes before it."""
    if before.silent:
        subject = main_subject(narration, before.silent[1], before.silent[0])
        if subject:
            source = narration.span(*subject)
            return Verdict("direct", "subject of the sentence before", source)
    if before.speaker is None:
        return Verdict("unattributed", "no rule")
    source, cue, last_paragraph = before.speaker
    rule = "carried over" if last_paragraph == paragraph else "carried over a paragraph"
    return Verdict("direct", rule, source, cue, carried_over=True)


def _carried_into(before: Before, paragraph: int, *, statement: bool) -> Verdict | None:
    """Instead, “it has sunk.” Words that take the verb's place, by whoever spoke right before."""
    if before.speaker is None or paragraph - before.speaker.paragraph > 1:
        return None
    source, cue, _ = before.speaker
    kind = "direct" if statement else "mixed"
    return Verdict(kind, "carried into a sentence", source, cue, carried_over=True)


def _ends_sentence(narration: Narration, at: int, end: int) -> bool:
    return at + 1 >= end or (at + 2 == end and narration.tags[at + 1] == "x")


def _noun_and_owner(narration: Narration, at: int, first: int) -> tuple[Phrase, int] | None:
    """Silva's call for “…”: whose it is, and the noun."""
    tags, forms = narration.tags, narration.forms
    low = max(first, at - _FROM_NOUN)
    noun = next(
        (k for k in range(at - 1, low - 1, -1) if forms[k] in NOUN_CUES or tags[k] in "Q;"), low
    )
    if forms[noun] not in NOUN_CUES or tags[noun] not in "wVN":
        return None
    if any(tags[k] == "I" and forms[k] not in _OF_SPEECH for k in range(noun + 1, at)):
        return None
    for k in range(noun - 1, max(first, noun - _FROM_OWNER) - 1, -1):
        if forms[k] in _OWN:
            return Phrase(k, k), noun
        if forms[k].endswith(("'s", "\u2019s", "s'", "s\u2019")):
            phrase = phrase_ending_at(narration, k, first)
            return (phrase, noun) if phrase else None
        if tags[k] not in "NwERG":
            return None
    return None
