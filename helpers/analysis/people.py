"""Who is meant by a mention: "Putin", "U.S. President Donald Trump", "he"?

A first version with three plain rules, each of which can be wrong:

* a name is two or more capitalised words in a row, less the titles in front of them;
* a surname alone means the one full name in the text that ends in it, if there is only one;
* a pronoun means the first person named in the nearest sentence before it that names one.

It knows nothing of gender, and takes a place of two words ("New York") for a person where that
is the first name in a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import dropwhile

from helpers.text.segmentation import find_sentences, find_words
from helpers.text.span import Span

PRONOUNS = frozenset(["he", "she", "they", "i", "we", "it"])

# A capital, or a letter of a script without case: any letter but a small one. Small letters are
# listed, because Python's patterns have no class for them; beyond U+1FFF only signs have case.
_SMALL = "".join(chr(code) for code in range(0x2000) if chr(code).islower())
_CAPITAL = rf"(?![{_SMALL}])[^\W\d_]"
_NAME_WORD = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Gov|Sen|Rep|Gen|Lt|Capt)\.|(?:[A-Z]\.)+"
    rf"|{_CAPITAL}[\w\u0300-\u036f\u2019'-]*)"
)
_SPACE = r"[\x20\xa0]"  # spelt so that the pattern also works where spaces in it are ignored
CAPITALISED_RUN = re.compile(
    rf"(?<![\w.]){_NAME_WORD}"
    rf"(?:{_SPACE}(?:(?:of|de|del|di|da|van|von|der|bin|al){_SPACE})?{_NAME_WORD})*"
)
_POSSESSIVE = re.compile(r"['\u2019]s?\Z")

_TITLES = frozenset(
    """
    president minister chancellor mayor governor senator secretary ambassador captain general
    colonel major king queen prince princess pope bishop judge justice professor doctor chair
    chairman chairwoman director spokesman spokeswoman spokesperson commissioner councillor
    representative congressman congresswoman leader chief dr mr mrs ms prof gov sen rep gen lt
    capt sir dame lord lady
    """.split()
)
# The last word of a name that is no person's.
_GROUP_WORDS = frozenset(
    """
    states nations union council party times post ministry university company group court house
    senate parliament city county street bank kingdom republic association agency authority
    committee commission league news press
    """.split()
)
# Capitalised only because a sentence begins with them.
_NOT_IN_NAMES = frozenset(
    """
    but and the a an in on at for after before when while if as its his her their our my he she
    they we it i this that these those there one two several many some most
    """.split()
)


def find_names(text: str, outside: Iterable[Span] = ()) -> list[tuple[Span, str]]:
    """Places and names of the people named in full, in reading order.

    The span covers the name without its titles. Nothing inside the spans of ``outside`` counts:
    pass the quotations, whose words are not the reporter's.

    >>> find_names("We met German Chancellor Friedrich Merz.")
    [(Span(start=25, end=39), 'Friedrich Merz')]
    """
    closed = sorted(outside)
    found = []
    for run in CAPITALISED_RUN.finditer(text):
        if _is_inside(run.start(), closed):
            continue
        words = [(run.start() + w.start, w.of(run.group())) for w in find_words(run.group())]
        for position, (_, word) in reversed(list(enumerate(words))):
            if word.casefold().rstrip(".") in _TITLES:
                words = words[position + 1 :]
                break
        words = list(dropwhile(lambda place: place[1].casefold() in _NOT_IN_NAMES, words))
        if len(words) < 2:
            continue
        start = words[0][0]
        name = _POSSESSIVE.sub("", text[start : run.end()])
        before = text[max(0, run.start() - 4) : run.start()].casefold()
        if before.endswith("the ") or words[-1][1].casefold() in _GROUP_WORDS:
            continue
        found.append((Span(start, start + len(name)), name))
    return found


class People:
    """The people of one text, and which of them a mention means."""

    def __init__(self, text: str, quotations: Iterable[Span] = ()) -> None:
        self._text = text
        self._quotations = sorted(quotations)
        self._sentences = find_sentences(text)
        self._sentence_starts = [sentence.start for sentence in self._sentences]
        self._names = find_names(text, self._quotations)
        self._name_starts = [span.start for span, _ in self._names]
        self._by_surname: dict[str, set[str]] = {}
        for _, name in self._names:
            self._by_surname.setdefault(name.split()[-1], set()).add(name)
        self._first_people: dict[int, str] = {}

    def identify(self, mention: Span) -> str:
        """The full name behind a mention; the mention's own words where no rule finds one."""
        words = " ".join(mention.of(self._text).split())
        if words.casefold() in PRONOUNS:
            return self._last_subject(mention) or words
        full = find_names(words)
        if full:
            return full[-1][1]
        return self._by_one_surname(words.split()[-1] if words else "") or words

    def _by_one_surname(self, word: str) -> str:
        """The one full name that ends in a word; "" where there is none, or more than one."""
        names = self._by_surname.get(_POSSESSIVE.sub("", word), set())
        return next(iter(names)) if len(names) == 1 else ""

    def _last_subject(self, pronoun: Span) -> str:
        """The first person named in the nearest of the three sentences before the pronoun's."""
        current = bisect_right(self._sentence_starts, pronoun.start) - 1
        for number in range(current - 1, max(-1, current - 4), -1):
            if number not in self._first_people:
                self._first_people[number] = self._first_person(self._sentences[number])
            if self._first_people[number]:
                return self._first_people[number]
        return ""

    def _first_person(self, sentence: Span) -> str:
        """Whoever is named first in a sentence, in full or by a surname; "" where nobody is."""
        number = bisect_left(self._name_starts, sentence.start)
        first, full_name = sentence.end, ""
        if number < len(self._names) and sentence.contains(self._names[number][0]):
            first, full_name = self._names[number][0].start, self._names[number][1]
        for word in find_words(sentence.of(self._text)):
            start = sentence.start + word.start
            if start >= first:
                break
            name = self._by_one_surname(self._text[start : sentence.start + word.end])
            if name and not _is_inside(start, self._quotations):
                return name
        return full_name


def _is_inside(position: int, closed: list[Span]) -> bool:
    index = bisect_right(closed, (position, float("inf"))) - 1
    return index >= 0 and position < closed[index].end
