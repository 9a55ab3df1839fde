"""One pass over the narration: each name, each description and each pronoun, in reading order."""

from __future__ import annotations

import re
from typing import NamedTuple

from helpers.analysis.people.context import (
    head_noun,
    is_no_name,
    length_of_determiner,
    place_in_clause,
)
from helpers.analysis.people.names import BLANK, CAPITALISED_RUN, Name, find_names_in_run
from helpers.analysis.people.vocabulary import (
    BEFORE_ROLES,
    COPULAS,
    GENDER_OF_ROLE,
    GROUP_NAMES,
    NOUNS,
    PRONOUNS,
    SPEAKING,
    STOPS_A_DESCRIPTION,
)
from helpers.text.span import Span


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
    [^A-Za-z0-9]                       # the sign in front: so a search is quickly past most letters
    (?=[A-Zaehimost\u00b8-\U0010ffff]) \b  # and past words that cannot begin a mention
    (?: (?P<pronoun> (?: [Hh](?:e|er|erself|im|imself|is) | [Ss]he | [Ii]ts?
                       | [Tt]he(?:ir|m|mselves|y) ) \b )
      | (?: [Tt]h(?:e|[eo]se|is|ree) | [Aa](?:n?|ll|nother|ny) | [Oo](?:ne|ther)
          | [Ss](?:everal|ome) | [Mm](?:any|ost) | [Tt]wo | [Ee]ach | Both | Former )
        (?P<nouns>{_NOUNS})
      | (?![a-z]) (?P<run>{CAPITALISED_RUN.pattern})
    )
    """,
    re.VERBOSE,
)
_NOUNS_AFTER = re.compile(_NOUNS)
_SMALL_WORD = re.compile(r"[\x20\xa0]([a-z]+)")
# After a description: the name of whoever it describes: the harbour master, Ana Silva, …
_NAME_BETWEEN_COMMAS = re.compile(rf",[\x20\xa0]{CAPITALISED_RUN.pattern}[,.]")
_AFTER_A_NAME = re.compile(
    r"""
    [\x20\xa0] (?P<word> [^\s,.:;(]+ )
    | (?P<possessive> ['\u2019\u02bc][sS]? (?!\w) )
    | (?: [\x20\xa0]\( | ,[\x20\xa0] ) (?P<party> [A-Z]{1,3}-[A-Z]\w* )     # (R-Texas)
    | ,[\x20\xa0] (?P<person> who\b | whose\b | an?[\x20\xa0] | \d\d, )   # as is said of people
    """,
    re.VERBOSE,
)
# Before a capital that any word would have.
_OPENING = frozenset(["", ".", "!", "?", "\u2026", "\u2014", ":", BLANK])
_REACH = 48  # signs that are looked at on either side


def find_mentions(narration: str) -> list[Mention]:
    """Every mention in a text whose quotations have been blanked, in reading order.

    A description whose last noun is in none of the lists ("the sea") is no mention.
    """
    reader = _Reader(narration)
    # The line end is the sign in front of the first word, and moves all places on by one.
    for match in _SCAN.finditer(f"\n{narration}"):
        start = match.start()
        group = match.lastgroup
        if group == "run":
            for name in find_names_in_run(match["run"]):
                reader.add_name(start, name)
        elif group == "pronoun":
            reader.add_pronoun(start, match["pronoun"].lower())
        else:
            definite = narration[start : start + 3] in ("the", "The")
            reader.describe(start, match.start("nouns") - 1, match["nouns"], definite=definite)
    return reader.mentions


class _Reader:
    """Collects the mentions of one narration."""

    def __init__(self, narration: str) -> None:
        self.mentions: list[Mention] = []
        self._narration = narration

    def add_pronoun(self, start: int, word: str) -> None:
        end = start + len(word)
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
            place = place_in_clause(self._narration, before, end)
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
        narration = self._narration
        start, end = run_at + name.place[0], run_at + name.place[1]
        begin = start
        title = None
        if name.roles:
            title = Span(run_at + name.title[0], run_at + name.title[1])
            if not name.words:
                self._add_title(title)
                return
            begin = title.start
            if narration[max(0, begin - 7) : begin] in ("former ", "Former "):
                begin -= 7
                title = Span(begin, title.end)
        before = narration[max(0, begin - _REACH) : begin]
        opens = before.rstrip()[-1:] in _OPENING
        last = self.mentions[-1] if self.mentions else None
        if title is None:
            word = name.words[0]
            if len(name.words) == 1:
                if is_no_name(word, before, narration[end : end + 3]):
                    return
                if opens and word in NOUNS and word not in GROUP_NAMES:  # "Officials said"
                    mention = Mention(start, end, "description", "subject", word, NOUNS[word])
                    self.mentions.append(mention)
                    return
            if (last is None or last.end < begin - 1) and before[-1:] in (" ", "\xa0"):
                self._add_role_right_before(begin, before)
        after = _AFTER_A_NAME.match(narration, end)
        follows = after.lastgroup if after else None
        next_word = after["word"] if after and follows == "word" else ""
        builds = next_word in NOUNS or next_word in BEFORE_ROLES  # Silva campaign aides
        determiner = length_of_determiner(before)
        if builds:
            place = "modifier"
        elif last and last.end == begin - 5 and before[-5:] == " and ":
            place = last.place  # met Silva and Poe
        else:
            place = place_in_clause(narration, before[: len(before) - determiner], end)
        definite = before[-4:] in ("the ", "The ")
        self.mentions.append(
            Mention(
                start,
                end,
                "name",
                place,
                "",
                "",
                name,
                title,
                definite,
                next_word in SPEAKING or follows in ("person", "party"),
                opens,
                before[-3:] in ("in ", "In ", "at ", "At "),
                Span(*after.span("party")) if after and follows == "party" else None,
            )
        )
        if after and follows == "possessive":  # Silva's spokesman
            self.add_description(begin - determiner, after.end(), definite=False)
        elif builds or (determiner and next_word):  # the Silva aide, the Texas senator
            self.add_description(begin - determiner, end, definite=definite)

    def _add_title(self, title: Span) -> None:
        """A title without a name: "the Mayor", "Republican" in "Republican leaders"."""
        before = self._before(title.start)
        start = title.start - length_of_determiner(before)
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
            place = place_in_clause(self._narration, before, title.end)
            self.mentions.append(Mention(*title, "name", place, name=name, speaks=True))
        elif word in NOUNS:
            place = place_in_clause(self._narration, self._before(start), title.end)
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
            place = place_in_clause(self._narration, self._before(start), begin - 1)
            shape = GENDER_OF_ROLE[word]
            self.mentions.append(Mention(start, begin - 1, "description", place, word, shape))

    def _before(self, position: int) -> str:
        return self._narration[max(0, position - _REACH) : position]
