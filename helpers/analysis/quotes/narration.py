"""The reporter's own words, cut into tokens: every quotation is one token, and opaque.

The rules that look for a speaker read tokens and not characters. A token has a tag, one sign for
what kind of word it is (``small_words.TAGS``). It is found in lists of the small words of English
and by a word's form, without a parser: the rules need to know where a name, a clause or a verb
may begin, and not more. So a cue inside a quotation never counts, and no rule can mistake the
words of a speaker for the reporter's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, compress
from operator import itemgetter
from sys import intern

from helpers.analysis.quotes.cues import CUE_FORMS, PHRASAL
from helpers.analysis.quotes.small_words import NOT_ADVERBS, NOT_ED, NOT_ING, SMALL_WORDS
from helpers.analysis.quotes.terms import names_something
from helpers.text.quotation_marks import QuotedStretch
from helpers.text.segmentation import find_paragraphs
from helpers.text.span import Span

_SECOND_WORDS = {form: second for form, (second, _) in PHRASAL.items()} | {"according": "to"}
_CUES = frozenset([*CUE_FORMS, *_SECOND_WORDS])
_LONGEST_WORD = 40  # signs: what is longer is in no list, and not worth remembering
_MOST_WORDS = 20_000  # that are remembered at a time
# Two signs take turns in place of the words of quotations, so that neighbours stay apart. They
# are from Unicode's private area; where a text has them itself, they are signs like any other.
_MASKS = ("\ue000", "\ue001")
# A token with the white space in front of it. Together they cover the text without a gap, so that
# the ends of all tokens follow from the lengths.
_TOKEN = re.compile(
    r"""
    \s*+ (?:
      [A-Za-z][a-z]*+(?![^\s,])            # the common case, quickly
    | ,
    | \ue000+ | \ue001+                    # a quotation
    | (?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t|[Ww]ho|[Tt]hat|[Yy]ou|[Tt]here)
        (?=['\u2019](?:s|re|ve|d|ll|m)\b)  # he's is two words
    | ['\u2019](?:s|re|ve|d|ll|m)\b
    | (?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Sens|Reps|Gen|Lt|Capt|Sgt|St|Jr|Sr|Prof|Rev|No|Inc|Corp|Co
        |Sept|Oct|Nov|Dec|Jan|Feb|Aug)\.   # an abbreviation keeps its stop
    | (?:[^\W\d_]\.)+                      # initials: U.S.
    | [\$£€\#@]?[^\W_]+(?:['\u2019\-.:,/&](?=[^\W_])[^\W_]+)*+   # a word
    | --+ | \.\.+ | [^\w\s] | _+           # a sign
    )
    """,
    re.VERBOSE,
)
# Called by C code from end to end: a loop in Python would take most of the time.
_FORM, _TAG, _DOUBTFUL, _IS_CUE = map(itemgetter, range(4))
_SIGNS = {
    **dict.fromkeys(",():;", ""),
    "[": "(",
    "]": ")",
    "\u2014": "-",
    "\u2013": "-",
    "\u2015": "-",
    "-": "-",
    "--": "-",
}
# What a sentence or a clause may begin after: there a capital does not make a name.
_BEFORE_A_BEGINNING = frozenset("xQ:-;()")
_NAMES_FIRST = frozenset(["will", "may"])
_NAMES_ELSEWHERE = frozenset("IAVSRWC")  # small words that are part of a name in capitals


class Narration:
    """The tokens of one text, in parallel lists, and the sentences that they stand in."""

    __slots__ = (
        "_cues", "_pieces", "ends", "forms", "names", "paragraphs", "sentences", "stretch_at",
        "stretches", "tags", "text",
    )  # fmt: skip

    def __init__(
        self, text: str, stretches: list[QuotedStretch], sentences: tuple[Span, ...]
    ) -> None:
        self.text = text
        self.stretches = stretches
        self.names: list[int] = []
        """The numbers of the stretches that are titles, and tokens like any other name."""
        self.paragraphs = find_paragraphs(text)
        self.ends: list[int]
        self._pieces: list[str]
        """The words with the white space in front of them; quotations are masked."""
        self.forms: list[str]
        """The words in small letters."""
        self.tags: str
        """One sign for each token: a string, so that a search through it is quick."""
        self._cues: list[int]
        """The tokens whose word may be a reporting verb, whatever is around it."""
        self.stretch_at: dict[int, int] = {}
        """For a token that is a quotation, the number of its stretch."""
        tags = self._read_tokens()
        self.sentences: list[tuple[int, int]] = []
        """First token and end of each sentence; none ends inside a quotation."""
        end = 0
        for position in self._ends_of_whole(sentences):
            first, end = end, self.token_at(position)
            if first < end:
                self.sentences.append((first, end))
                if tags[first] == "N":
                    following = tags[first + 1] if first + 1 < end else ""
                    tags[first] = _tag_of_first(self.forms[first], following)
        self.tags = "".join(tags)

    def span(self, first: int, last: int) -> Span:
        """The span from one token to another, the last one included."""
        return Span(self.start(first), self.ends[last])

    def start(self, token: int) -> int:
        """Where a token starts."""
        return self.ends[token] - len(self._pieces[token].lstrip())

    def token_at(self, position: int) -> int:
        """The first token that starts at a position or behind it."""
        at = bisect_left(self.ends, position)
        return at + (at < len(self.ends) and self.start(at) < position)

    def starts_line(self, token: int) -> bool:
        """Does a line, and perhaps a paragraph, begin with the token?"""
        before = self.ends[token - 1] if token else 0
        return "\n" in self.text[before : self.start(token)]

    def words(self, token: int) -> Span:
        """The words of the quotation that a token stands for, without its marks."""
        return self.stretches[self.stretch_at[token]].inner

    def cues(self) -> list[int]:
        """The tokens that may be a reporting verb, in reading order."""
        forms, tags = self.forms, self.tags
        return [
            at
            for at in self._cues
            if tags[at] != "N"
            and (
                forms[at] not in _SECOND_WORDS
                or forms[at + 1 : at + 2] == [_SECOND_WORDS[forms[at]]]
                or forms[at + 1 : at + 3] == ["it", _SECOND_WORDS[forms[at]]]  # made it clear
            )
        ]

    def _ends_of_whole(self, sentences: tuple[Span, ...]) -> Iterator[int]:
        """Where the sentences end, but for those that would end inside a quotation."""
        quotations = iter(self.stretches)
        quotation = next(quotations, None)
        for number, sentence in enumerate(sentences):
            while quotation and quotation.outer.end <= sentence.end:
                quotation = next(quotations, None)
            last = number + 1 == len(sentences)
            if last or quotation is None or quotation.outer.start >= sentence.end:
                yield sentence.end

    def _read_tokens(self) -> list[str]:
        """The tags; places and forms are kept at once."""
        # Space at the end of the text would be searched for a token again and again.
        self._pieces = _TOKEN.findall(self._masked().rstrip())
        self.ends = list(accumulate(map(len, self._pieces)))
        readings = list(map(_READINGS.__getitem__, self._pieces))
        self.forms = list(map(_FORM, readings))
        tags = list(map(_TAG, readings))
        self._cues = list(compress(range(len(tags)), map(_IS_CUE, readings)))
        number_at = {stretch.outer.start: n for n, stretch in enumerate(self.stretches)}
        for at in compress(range(len(tags)), map(_DOUBTFUL, readings)):
            before = tags[at - 1] if at else "x"
            if tags[at] == "Q":
                number = number_at.get(self.start(at))
                if number is not None:
                    self.stretch_at[at] = number
                else:
                    tags[at] = "x"
            elif before not in _BEFORE_A_BEGINNING or self._pieces[at].lstrip() in ("Will", "May"):
                tags[at] = "N"
        return tags

    def _masked(self) -> str:
        """The text with every quotation replaced sign by sign: same length, same offsets."""
        pieces = []
        position = 0
        for number, stretch in enumerate(self.stretches):
            outer = stretch.outer
            pieces.append(self.text[position : outer.start])
            if names_something(self.text, stretch):
                self.names.append(number)
                pieces.append(_as_a_name(self.text, stretch))
            else:
                pieces.append(_MASKS[number % 2] * (outer.end - outer.start))
            position = outer.end
        return "".join([*pieces, self.text[position:]])


def _as_a_name(text: str, stretch: QuotedStretch) -> str:
    """As many signs as the stretch has: one word, and the comma or stop that ended it."""
    words = stretch.inner.of(text).rstrip()
    name = words.rstrip(",.")
    sign = words[len(name) :][:1]
    length = stretch.outer.end - stretch.outer.start
    return ("X" * (len(name) + 1) + sign).ljust(length)


class _Readings(dict[str, tuple[str, str, bool, bool]]):
    """For each word, with the space in front of it, what is known of it wherever it stands.

    The word in small letters, its tag, whether the tag depends on what is around it, and whether it
    may be a reporting verb.
    """

    def __missing__(self, piece: str) -> tuple[str, str, bool, bool]:
        word = piece.lstrip()
        if len(piece) > _LONGEST_WORD:
            return self[word[:_LONGEST_WORD]]
        if len(self) >= _MOST_WORDS:
            self.clear()
        form, tag, doubtful = _read(word)
        self[piece] = intern(form), tag, doubtful, form in _CUES
        return self[piece]


_READINGS = _Readings()


def _read(word: str) -> tuple[str, str, bool]:
    form = word.lower()
    if word[0] in _MASKS:
        return form, "Q", True
    if form in SMALL_WORDS and word != "IT":
        tag = SMALL_WORDS[form]
        return form, tag, word[0].isupper() and tag in _NAMES_ELSEWHERE and word != "I"
    first = word[0]
    if not (first.isalnum() or first in "$£€#@"):
        return form, _SIGNS.get(word, "x") or word, False
    return form, _tag_by_form(form) if first.islower() else "N", False


def _tag_by_form(form: str) -> str:
    if form.endswith("ly"):
        return "w" if form in NOT_ADVERBS else "R"
    if form.endswith("ing"):
        return "w" if form in NOT_ING else "G"
    if form.endswith("ed"):
        return "w" if form in NOT_ED else "E"
    return "w"


def _tag_of_first(form: str, following: str) -> str:
    """The tag of a sentence's first word, whose capital says nothing: Speaking in Ellar, …

    Before a verb it is a name all the same: Kelly said; Will Poe said.
    """
    if following in ("V", "E", "A", "N") or form in _NAMES_FIRST:
        return "N"
    tag = SMALL_WORDS.get(form) or _tag_by_form(form)
    return "N" if tag == "w" else tag
