"""What a run of capitalised words names: somebody, with titles or without, a body, a place?

Titles in front of a name are no part of it, a possessive ``'s`` ends it, and so does a word that
has its capital only from its place in a sentence or headline.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.analysis.people.first_names import GENDER_OF_FIRST_NAME
from helpers.analysis.people.places import PLACES
from helpers.analysis.people.vocabulary import (
    ADJECTIVE_ENDINGS,
    ADJECTIVES,
    ALSO_SURNAMES,
    BODY_HEADS,
    COURTESY,
    DEPARTMENTS,
    GENDER_OF_ROLE,
    GROUP_NAMES,
    INSTITUTION_WORDS,
    LONG_TITLE,
    NOT_IN_NAMES,
    PARTICLES,
    SHORT_FORMS,
    SUFFIXES,
)
from helpers.text.span import Span

# Quoted words are blanked by this sign, so that nothing in them is taken for the reporter's.
BLANK = "\N{MIDDLE DOT}"
# A capital, or a letter of a script without case: any letter but a small one. Small letters are
# listed, because Python's patterns have no class for them; beyond U+1FFF only signs have case.
_SMALL = "".join(chr(code) for code in range(0x2000) if chr(code).islower())
_CAPITAL = rf"[^\W\d_{_SMALL}]"
_LETTER = r"[\w\u0300-\u036f]"  # with the accents that are typed as signs of their own
_NAME_WORD = (
    # Mr.  Sen.  Jr., looked for only where they may be: it takes time
    rf"(?:(?=[A-Z][a-z]{{1,4}}\.)(?:{'|'.join(SHORT_FORMS)})\."
    rf"|(?:{_CAPITAL}\.)+"  # J.  J.R.R.
    # O'Neil, Smith-Jones, Ki-moon; but a possessive 's is no part of a name
    rf"|{_CAPITAL}{_LETTER}*+(?:(?:['\u2019\u02bc](?![sS]\b)|[-\u2010\u2011]){_LETTER}++)*+)"
)
_SPACE = r"[\x20\xa0]"  # spelt so that the pattern also works where spaces in it are ignored
_LINK = rf"(?:of|the|for|{'|'.join(sorted(PARTICLES))})"
_NICKNAME = rf"{BLANK}{{3,14}}+{_SPACE}"  # the blanked marks and word in Jo “Pier” Poe
CAPITALISED_RUN = re.compile(
    rf"(?<![\w.]){_NAME_WORD}"
    rf"(?:{_SPACE}(?:{_NICKNAME}|(?:{_LINK}{_SPACE}){{1,2}})?{_NAME_WORD})*"
)
_TOKEN = re.compile(r"[^\x20\xa0]+")
_LONGEST_PIECE = 10  # words, titles included; a longer row of capitals is a headline
_LONGEST_NAME = 6  # words
_LONGEST_KEPT = 80  # signs of a run that is remembered


class Name(NamedTuple):
    """One name in a run of capitalised words, or titles that stand alone ("the Mayor").

    Places are pairs of offsets into the run; an empty one is ``(0, 0)``.
    """

    title: tuple[int, int]
    place: tuple[int, int]
    words: tuple[str, ...]
    """The name's words in small letters, without their stops; none for a title alone."""
    roles: tuple[str, ...]
    """The titles' words, likewise."""
    kind: str
    """One of ``KINDS``, or "" for a single word that may be anything."""
    gender: str
    clue: str
    """What tells the gender: "title", "first name" or ""."""


class _Token(NamedTuple):
    start: int
    end: int
    word: str


def find_names_in_run(run: str) -> tuple[Name, ...]:
    """The names in a run of capitalised words as ``CAPITALISED_RUN`` finds it, in order."""
    # News repeats its names, so they are remembered; not long runs, which would fill the memory.
    return _names(run) if len(run) <= _LONGEST_KEPT else _names.__wrapped__(run)


@lru_cache(maxsize=20_000)
def _names(run: str) -> tuple[Name, ...]:
    names: list[Name] = []
    piece: list[_Token] = []
    for match in _TOKEN.finditer(run):
        word = match.group()
        if word[0] == BLANK:
            continue
        key = fold(word)
        after_first_name = bool(piece) and piece[-1].word in GENDER_OF_FIRST_NAME
        small_word = key in NOT_IN_NAMES and not word[0].islower() and word[1:] != "."
        surname = after_first_name and key in ALSO_SURNAMES
        if (small_word and not surname) or key.rpartition("-")[2] in ADJECTIVE_ENDINGS:
            names += _names_in_piece(piece)
            piece = []
        else:
            piece.append(_Token(match.start(), match.end(), key))
    names += _names_in_piece(piece)
    return tuple(names)


def fold(word: str) -> str:
    """What all spellings of a name share: small letters, no accents, a straight apostrophe."""
    if not word.isascii():
        word = unicodedata.normalize("NFD", word.replace("\u2019", "'"))
        word = "".join(sign for sign in word if not "\u0300" <= sign <= "\u036f")
    return word.casefold().rstrip(".")


def _names_in_piece(piece: list[_Token]) -> list[Name]:
    """The name in words that belong together; two where "of" stands between two."""
    links = ("of", "for", "the")
    while piece and piece[-1].word in links:
        piece = piece[:-1]
    while piece and piece[0].word in links:
        piece = piece[1:]
    if not piece or len(piece) > _LONGEST_PIECE:
        return []
    cut = _count_titles([token.word for token in piece])
    titles, rest = piece[:cut], piece[cut:]
    for index, token in enumerate(rest):
        if token.word in ("of", "for") and not _names_a_body(rest[:index]):
            before, after = titles + rest[:index], rest[index + 1 :]
            return _names_in_piece(before) + _names_in_piece(after)
    if not titles and rest[-1].word not in INSTITUTION_WORDS:
        while len(rest) > 1 and rest[0].word in ADJECTIVES and _begins_a_name(rest[1:]):
            rest = rest[1:]  # Republican Ana Silva, but not: Northern Echo
    if len(rest) > 2 and rest[0].word in PLACES and rest[1].word in GENDER_OF_FIRST_NAME:
        rest = rest[1:]  # In Ohio Ana Silva said
    if not titles and len(rest) == 1 and rest[0].word in ADJECTIVES:
        titles, rest = rest, []  # "European" in "the European leaders"
    return [_name(titles, rest)]


def _name(titles: Sequence[_Token], rest: Sequence[_Token]) -> Name:
    roles = tuple(token.word for token in titles)
    words = tuple(token.word for token in rest)
    title = (titles[0].start, titles[-1].end) if titles else (0, 0)
    gender = next((GENDER_OF_ROLE[role] for role in roles if GENDER_OF_ROLE.get(role)), "")
    clue = "title" if gender else ""
    if not rest:
        return Name(title, (0, 0), (), roles, "", gender, clue)
    place = (rest[0].start, rest[-1].end)
    kind = "person" if titles and len(words) <= 4 else _kind(words)
    if kind != "person":
        return Name(title, place, words, roles, kind, "", "")
    if not gender and (len(words) > 1 or not titles):
        gender = GENDER_OF_FIRST_NAME.get(words[0], "")
        if not gender and len(words) > 2 and len(words[0].rstrip(".")) == 1:  # J. Edgar Silva
            gender = GENDER_OF_FIRST_NAME.get(words[1], "")
        clue = "first name" if gender else ""
    return Name(title, place, words, roles, kind, gender, clue)


def _count_titles(words: list[str]) -> int:
    """How many of the words, from the first on, are titles or belong to them."""
    cut = 0
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        # Larry King and Mr. King are no kings, and the Ministry of Justice is no judge.
        is_name = (
            before == "of"
            or before in GENDER_OF_FIRST_NAME
            or before in COURTESY
            or before in LONG_TITLE
        )
        if word in GENDER_OF_ROLE and not is_name:
            cut = index + 1
    if not cut or (cut < len(words) and words[-1] in INSTITUTION_WORDS):
        return 0  # General Motors, King County
    if words[cut : cut + 1] != ["of"]:
        return cut
    department = cut + 1
    if words[department] in DEPARTMENTS:
        return department + 1  # Secretary of State Ana Silva
    for index in range(department + 1, len(words) - 1):
        if words[index] in GENDER_OF_FIRST_NAME:
            return index  # Minister of Foreign Affairs Ana Silva
    return cut


def _begins_a_name(tokens: Sequence[_Token]) -> bool:
    return len(tokens) > 1 or tokens[0].word in GENDER_OF_FIRST_NAME


def _names_a_body(tokens: Sequence[_Token]) -> bool:
    return bool(tokens) and (tokens[-1].word in BODY_HEADS or tokens[-1].word in INSTITUTION_WORDS)


def _kind(words: tuple[str, ...]) -> str:
    """The kind of a name without a title, by its words."""
    last = words[-1]
    if " ".join(words) in PLACES:
        return "place"
    if len(words) == 2 and last in ALSO_SURNAMES and words[0] in GENDER_OF_FIRST_NAME:
        return "person"
    if last in GROUP_NAMES or last.endswith("crats") or last[:-1] in ADJECTIVES:
        return "group"  # Republicans, Social Democrats, Danish Americans
    if len(words) == 1:
        if last.endswith(("ans", "ists")) and len(last) > 6:
            return "group"  # Norwegians, Trotskyists
        if last in INSTITUTION_WORDS:
            return "institution"
        return "person" if last in GENDER_OF_FIRST_NAME else ""
    if (
        last in INSTITUTION_WORDS
        or not {"of", "for", "the"}.isdisjoint(words)
        or len(words) > _LONGEST_NAME
        or (words[0] in PLACES and words[0] not in GENDER_OF_FIRST_NAME)
    ):
        return "institution"
    return "" if all(word in ADJECTIVES for word in words) else "person"


def surname_of(words: tuple[str, ...]) -> str:
    """The last word of a name that is no "Jr." or "III"."""
    return next((word for word in reversed(words) if word not in SUFFIXES), words[-1])


def is_initial(word: str) -> bool:
    """Is a word of a name a single letter, with or without more initials behind its stop?"""
    return len(word) == 1 or word[1] == "."


def may_be_one(first: str, known: str) -> bool:
    """Is one of two first names the initial of the other? ``known`` may go on with a surname."""
    return first[0] == known[0] and (is_initial(first) or is_initial(known))


def part_with_words(span: Span, text: str, name: str) -> Span:
    """ "Silva" in "Silva Wins Again", which a headline has made look like one name."""
    known = {fold(word) for word in name.split()}
    words = [
        Span(span.start + word.start(), span.start + word.end())
        for word in re.finditer(r"\S+", span.of(text))
    ]
    own = [word for word in words if fold(word.of(text)) in known]
    return Span(own[0].start, own[-1].end) if own else span
