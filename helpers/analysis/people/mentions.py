"""One pass over the narration: each name, each description and each pronoun, in reading order."""

from __future__ import annotations

import re
from typing import NamedTuple

from helpers.analysis.people.names import CAPITALISED_RUN, Name, find_names_in_run
from helpers.analysis.people.vocabulary import (
    BEFORE_ROLES,
    CLAUSE_OPENERS,
    COPULAS,
    GENDER_OF_ROLE,
    GROUP_NAMES,
    NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKING,
    STOPS_A_DESCRIPTION,
)
from helpers.text.span import Span

# Quoted words are blanked by this sign, so that nothing in them is taken for the reporter's.
BLANK = "\N{MIDDLE DOT}"


class Mention(NamedTuple):
    """A place where the narration names, describes or means somebody."""

    start: int
    end: int
    kind: str
    """"name", "description" or "pronoun"."""
    place: str
    """What it is in its clause: "subject", "object", "possessive" or, as in "the Silva family",
    "modifier"."""
    word: str = ""
    """A pronoun, or the noun of a description, in small letters."""
    shape: str = ""
    """Of a description: "female", "male", "plural", "thing", "" for a person of any gender, or
    "unlisted" where only the name beside it says that a person is described."""
    name: Name | None = None
    title: Span | None = None
    definite: bool = False
    """With "the" right before it."""
    speaks: bool = False
    """Stands next to a verb of saying, or to "who": a person."""
    opens: bool = False
    """Stands where any word would have a capital."""
    located: bool = False
    """Stands after "in" or "at"."""
    party: Span | None = None
    """Party and state that stand behind the name: "R-Texas"."""


# Up to six words without a capital, the first of them no article and no "of".
_NOUNS = r"(?![\x20\xa0](?:the|an?|of|his|her|its|their)\b)(?:[\x20\xa0][a-z][\w\u2019'-]*+){1,6}"
_SCAN = re.compile(
    rf"""
    \b (?! [b-df-gj-lnp-ru-z0-9_] )         # quickly past words that cannot begin a mention
    (?: (?P<pronoun> [Hh]e | [Ss]he | [Tt]hey | [Hh]is | [Hh]er | [Hh]im(?:self)? | [Hh]erself
                   | [Tt]heir | [Tt]hem(?:selves)? | [Ii]ts? ) \b
      | (?: [Tt]he | [Aa]n? | [Oo]ne | [Aa]nother | [Ss]ome | [Ss]everal | [Mm]any | [Mm]ost
          | [Tt]wo | [Tt]hree | [Bb]oth | [Oo]ther | [Tt]hese | [Tt]hose | [Tt]his | [Aa]ll
          | [Ee]ach | [Aa]ny | [Ff]ormer )
        (?P<nouns>{_NOUNS})
      | (?P<run>{CAPITALISED_RUN.pattern})
    )
    """,
    re.VERBOSE,
)
_NOUNS_AFTER = re.compile(_NOUNS)
_SMALL_WORD = re.compile(r"[\x20\xa0]([a-z]+)")
_POSSESSIVE = re.compile(r"['\u2019\u02bc][sS]?(?!\w)")
# After a description: the name of whoever it describes: the harbour master, Ana Silva, …
_NAME_BETWEEN_COMMAS = re.compile(rf",[\x20\xa0]{CAPITALISED_RUN.pattern}[,.]")
_ARTICLES = frozenset("the The a A an An another Another one One".split())
# At the end of what stands before a name: somebody's 's.
_POSSESSOR = re.compile(r"(?:(?<=\s)|\A)[\w.]+['\u2019]s\s\Z")
_AFTER_A_NAME = re.compile(
    r"""
    (?: [\x20\xa0]\( | ,[\x20\xa0] ) (?P<party> [A-Z]{1,3}-[A-Z]\w* )     # (R-Texas)
    | [\x20\xa0] (?P<word> [^\s,.:;]+ )
    | (?P<possessive> ['\u2019\u02bc][sS]? (?!\w) )
    | ,[\x20\xa0] (?P<person> who\b | whose\b | an?[\x20\xa0] | \d\d, )   # as is said of people
    """,
    re.VERBOSE,
)
_OPENING = frozenset(
    ["", ".", "!", "?", "\u2026", "\u2014", ":", BLANK]
)  # before a capital that any word has
_REACH = 48  # signs that are looked at on either side


def find_mentions(narration: str) -> list[Mention]:
    """Every mention in a text whose quotations have been blanked, in reading order.

    A description whose last noun is in none of the lists ("the sea") is no mention.
    """
    reader = _Reader(narration)
    for match in _SCAN.finditer(narration):
        start, end = match.span()
        group = match.lastgroup
        if group == "run":
            for name in find_names_in_run(match.group()):
                reader.add_name(start, name)
        elif group == "pronoun":
            reader.add_pronoun(start, end, match.group().lower())
        else:
            definite = narration[start : start + 3] in ("the", "The")
            reader.describe(start, match.start("nouns"), match["nouns"], definite=definite)
    return reader.mentions


def head_noun(words: str) -> tuple[str, int] | None:
    """The noun that a description is about, and where it ends; None where it is in no list.

    It is the last listed noun before a verb, a preposition or a possessive.

    >>> head_noun(" campaign manager in the north")
    ('manager', 17)
    """
    found = None
    position = 0
    for word in words.replace("\xa0", " ").split(" "):
        if word in STOPS_A_DESCRIPTION:
            break
        plain = word
        if not word.isalpha():
            plain = word.replace("\u2019", "'").partition("'")[0]
        if plain in NOUNS:
            found = plain, position + len(plain)
        if plain != word:
            break
        position += len(word) + 1
    return found


class _Reader:
    """Collects the mentions of one narration."""

    def __init__(self, narration: str) -> None:
        self.mentions: list[Mention] = []
        self._narration = narration

    def add_pronoun(self, start: int, end: int, word: str) -> None:
        place = PRONOUNS[word][1]
        self.mentions.append(Mention(start, end, "pronoun", place, word))
        if place == "possessive":  # his wife
            self.add_description(start, end, definite=False)

    def add_description(self, start: int, nouns_at: int, *, definite: bool) -> bool:
        """Add what is described there, if the nouns name a person or a body."""
        match = _NOUNS_AFTER.match(self._narration, nouns_at)
        return match is not None and self.describe(
            start, nouns_at, match.group(), definite=definite
        )

    def describe(self, start: int, nouns_at: int, nouns: str, *, definite: bool) -> bool:
        """Add the description that has these nouns, if they name a person or a body."""
        noun = head_noun(nouns)
        if noun is None:
            end = nouns_at + len(nouns)
            if not self._is_apposition(start, end):
                return False
            noun = nouns.rsplit(None, 1)[-1], len(nouns)
        word, length = noun
        end = nouns_at + length
        before = self._before(start)
        # "was a farmer" says what somebody is, and brings in nobody new.
        if before.rstrip().rpartition(" ")[2] not in COPULAS:
            place = self._place(before, end)
            shape = NOUNS.get(word, "unlisted")
            mention = Mention(start, end, "description", place, word, shape, definite=definite)
            self.mentions.append(mention)
        return True

    def _is_apposition(self, start: int, end: int) -> bool:
        """Does a name stand beside words that are in no list? Ana Silva, the harbour master, …"""
        if self._narration[end : end + 1] != ",":
            return False
        last = self.mentions[-1] if self.mentions else None
        if last and last.kind == "name" and self._narration[last.end : start] == ", ":
            return True
        return _NAME_BETWEEN_COMMAS.match(self._narration, end) is not None

    def add_name(self, run_at: int, name: Name) -> None:
        """Add the name, and the descriptions that are built with it."""
        title = Span(run_at + name.title[0], run_at + name.title[1]) if name.roles else None
        start, end = run_at + name.place[0], run_at + name.place[1]
        if title and not name.words:
            self._add_title(title)
            return
        begin = title.start if title else start
        before = self._before(begin)
        if title and before[-7:] in ("former ", "Former "):
            begin -= 7
            title = Span(begin, title.end)
            before = self._before(begin)
        after = _AFTER_A_NAME.match(self._narration, end)
        follows = after.lastgroup if after else None
        next_word = after["word"] if after and follows == "word" else ""
        opens = before.rstrip()[-1:] in _OPENING
        if len(name.words) == 1 and not title:
            if _is_no_name(name, before, self._narration[end : end + 3]):
                return
            word = name.words[0]
            shape = NOUNS.get(word)
            if shape is not None and opens and word not in GROUP_NAMES:  # "Officials said"
                self.mentions.append(Mention(start, end, "description", "subject", word, shape))
                return
        last_end = self.mentions[-1].end if self.mentions else 0
        if not title and last_end < begin - 1 and before[-1:] in (" ", "\xa0"):
            self._add_role_right_before(begin, before)
        builds = next_word in NOUNS or next_word in BEFORE_ROLES  # Silva campaign aides
        determiner = _length_of_determiner(before)
        if builds:
            place = "modifier"
        elif before[-5:] == " and " and last_end == begin - 5:
            place = self.mentions[-1].place  # met Silva and Poe
        else:
            place = self._place(before[: len(before) - determiner], end)
        the = before[-4:] in ("the ", "The ")
        speaks = next_word in SPEAKING or follows in ("person", "party")
        party = Span(*after.span("party")) if after and follows == "party" else None
        located = before[-3:] in ("in ", "In ", "at ", "At ")
        self.mentions.append(
            Mention(
                start, end, "name", place, name=name, title=title,
                definite=the, speaks=speaks, opens=opens, located=located, party=party,
            )
        )  # fmt: skip
        phrase_at = begin - determiner
        if after and follows == "possessive":  # Silva's spokesman
            self.add_description(phrase_at, after.end(), definite=False)
        elif builds or (determiner and next_word):  # the Silva aide, the Texas senator
            self.add_description(phrase_at, end, definite=the)

    def _add_title(self, title: Span) -> None:
        """A title without a name: "the Mayor", "Republican" in "Republican leaders"."""
        before = self._before(title.start)
        start = title.start - _length_of_determiner(before)
        definite = before[-4:] in ("the ", "The ")
        if self.add_description(start, title.end, definite=definite):
            return
        following = _SMALL_WORD.match(self._narration, title.end)
        if following and following[1] not in STOPS_A_DESCRIPTION:
            return  # "Republican" in "the Republican establishment"
        word = title.of(self._narration).split()[-1].rstrip(".").casefold()
        if following and following[1] in SPEAKING and word not in NOUNS and not definite:
            # "Polish said", after "Jo Polish"
            name = Name((0, 0), (0, len(word)), (word,), (), "", "", "")
            place = self._place(before, title.end)
            self.mentions.append(Mention(*title, "name", place, name=name, speaks=True))
        elif word in NOUNS:
            place = self._place(self._before(start), title.end)
            shape = NOUNS[word]
            mention = Mention(start, title.end, "description", place, word, shape, definite=True)
            self.mentions.append(mention)

    def _add_role_right_before(self, begin: int, before: str) -> None:
        """ "spokesman" in "campaign spokesman Jo Poe", where no article opens a description."""
        word = before[:-1].rpartition(" ")[2]
        if word in GENDER_OF_ROLE:
            start = begin - 1 - len(word)
            another = before[: -len(word) - 2].rpartition(" ")[2]
            if another in NOUNS or another in BEFORE_ROLES:
                start -= 1 + len(another)
            place = self._place(self._before(start), begin - 1)
            shape = GENDER_OF_ROLE[word]
            self.mentions.append(Mention(start, begin - 1, "description", place, word, shape))

    def _before(self, position: int) -> str:
        return self._narration[max(0, position - _REACH) : position]

    def _place(self, before: str, end: int) -> str:
        """The place in the clause, told by the sign after and the word before."""
        sign = self._narration[end : end + 1]
        if sign in ("'", "\u2019") and _POSSESSIVE.match(self._narration, end):
            return "possessive"
        if before[-3:-1] in ("'s", "\u2019s"):  # noted the Echo's Ana Silva
            before = _POSSESSOR.sub("", before)
        if before[-4:] in ("the ", "The "):
            before = before[:-4]
        before = before.rstrip()
        if not before or not before[-1].isalnum():
            return "subject"
        *others, word = before.rsplit(None, 1)
        word = word.lower()
        if word in CLAUSE_OPENERS or before[-12:].lower() == "according to":
            return "subject"
        if word in PREPOSITIONS:
            return "object"
        earlier = others[0][-1] if others else ""
        if earlier == BLANK or BLANK in word:
            return "subject"  # "…," said Ana Silva
        inverted = earlier == "," and (word in SPEAKING or word.endswith("ed"))
        return "subject" if inverted else "object"


def _is_no_name(name: Name, before: str, following: str) -> bool:
    """A party and state (R-Texas), a state in brackets (Vt.), a month (Jan. 5), a code (B-52)."""
    word = name.words[0]
    return (
        (before[-1:] == "(" and following[:1] in (".", ")", ","))
        or (word[1:2] == "-" and word[:1] in "dri")
        or (following[:1] == "." and following[2:3].isdigit())
        or (not word.isalpha() and any(sign.isdigit() for sign in word))
    )


def _length_of_determiner(before: str) -> int:
    """How far before a name its phrase begins: "The former " in "The former Texas senator"."""
    if before[-1:] not in (" ", "\xa0"):
        return 0
    length = 0
    for word in reversed(before.rsplit(None, 3)[-3:]):
        length += len(word) + 1
        if word in _ARTICLES:
            return length if not before[-length - 1 : -length].strip() else 0
        if not word.isalpha() or not word.islower():
            return 0
    return 0
