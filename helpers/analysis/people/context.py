"""What stands beside a mention, and what that tells: its noun, its place in the clause."""

from __future__ import annotations

import re

from helpers.analysis.people.names import BLANK
from helpers.analysis.people.vocabulary import (
    CLAUSE_OPENERS,
    NOUNS,
    PREPOSITIONS,
    SPEAKING,
    STOPS_A_DESCRIPTION,
)

_POSSESSIVE = re.compile(r"['\u2019\u02bc][sS]?(?!\w)")
# At the end of what stands before a name: somebody's 's.
_POSSESSOR = re.compile(r"(?:(?<=\s)|\A)[\w.]+['\u2019]s\s\Z")
_ARTICLES = frozenset("the The a A an An another Another one One".split())


def head_noun(words: str) -> tuple[str, int] | None:
    """The noun that a description is about, and where it ends; None where it is in no list.

    It is the last listed noun before a verb, a preposition or a possessive. There is one space
    before each of the words.

    >>> head_noun(" campaign manager in the north")
    ('manager', 17)
    """
    found = None
    end = 0
    for word in words.split():
        end += 1 + len(word)
        if word in NOUNS:
            found = word, end
        elif word in STOPS_A_DESCRIPTION:
            break
        elif not word.isalpha():
            plain = word.replace("\u2019", "'").partition("'")[0]
            if plain != word:
                return (plain, end - len(word) + len(plain)) if plain in NOUNS else found
    return found


def place_in_clause(narration: str, before: str, end: int) -> str:
    """The place of what ends there, told by the sign behind it and the words before it."""
    sign = narration[end : end + 1]
    if (sign == "'" or sign == "\u2019") and _POSSESSIVE.match(narration, end):
        return "possessive"
    if before[-3:-1] in ("'s", "\u2019s"):  # noted the Echo's Ana Silva
        before = _POSSESSOR.sub("", before)
    if before[-4:] in ("the ", "The "):
        before = before[:-4]
    before = before.rstrip()
    if not before[-1:].isalnum():
        return "subject"
    words = before.rsplit(None, 1)
    word = words[-1].lower()
    if word in CLAUSE_OPENERS:
        return "subject"
    if word in PREPOSITIONS:
        according = word == "to" and before[-12:].lower() == "according to"
        return "subject" if according else "object"
    earlier = words[0][-1] if len(words) > 1 else ""
    if earlier == BLANK or BLANK in word:
        return "subject"  # "…," said Ana Silva
    inverted = earlier == "," and (word in SPEAKING or word.endswith("ed"))
    return "subject" if inverted else "object"


def is_no_name(word: str, before: str, following: str) -> bool:
    """A party and state (R-Texas), a state in brackets (Vt.), a month (Jan. 5), a code (B-52)."""
    sign = following[:1]
    return (
        (sign == "." and following[2:3].isdigit())
        or (before[-1:] == "(" and sign in (".", ")", ","))
        or (word[1:2] == "-" and word[:1] in "dri")
        or (not word.isalpha() and any(letter.isdigit() for letter in word))
    )


def length_of_determiner(before: str) -> int:
    """How far before a name its phrase begins: "The former " in "The former Texas senator"."""
    if before[-1:] not in (" ", "\xa0") or not before[-2:-1].isalpha():
        return 0
    words = before.rsplit(None, 3)[-3:]
    if _ARTICLES.isdisjoint(words):
        return 0
    length = 0
    for word in reversed(words):
        length += len(word) + 1
        if word in _ARTICLES:
            return length if not before[-length - 1 : -length].strip() else 0
        if not (word.isalpha() and word.islower()):
            return 0
    return 0
