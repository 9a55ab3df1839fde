"""The numbers of a text, to be looked for in another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from helpers.analysis.quotes.quote import Quote
from helpers.text.article import Article, text_of
from helpers.text.folding import fold
from helpers.text.segmentation import HYPHENS, find_words
from helpers.text.span import Span

REPORTER = "the reporter"
"""Whose words those are that belong to no quotation."""
_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?")
# 30-day, 1990s, 21st: the letters say what is counted, the number is the same.
_COUNTED = re.compile(r"(?P<digits>\d{1,12})(?:-[^\W\d_].*|st|nd|rd|th)", re.DOTALL)
_TIMES: dict[str, int] = {
    "thousand": 10**3,
    **dict.fromkeys(("million", "mn"), 10**6),
    **dict.fromkeys(("billion", "bn"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
}
_GLUED = re.compile(r"(?P<digits>\d[\d,.]*+)-?(?P<times>million|billion|trillion|[mbt]n)")
_LONGEST = 40  # signs; no number of a report is longer


@dataclass(frozen=True, slots=True)
class NumberUse:
    """A number that is written in digits, and whose words it stands in."""

    columns: ClassVar = ("number", "times", "whose")

    number: str
    """As it stands in the text first, with "million" and "percent"."""
    value: str
    """Under which it is the same: "71%" for "71 percent", "3100000" for "3.1 million"."""
    times: int
    whose: str
    """The speakers whose quotations it stands in, and ``REPORTER``, in reading order."""
    places: tuple[Span, ...]

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The places."""
        for span in self.places:
            yield "number_place", span


def find_numbers(text: Article | str, quotes: Iterable[Quote] = ()) -> list[NumberUse]:
    """The numbers in digits, each value once, in the order of their first place.

    "3.1 million" and "3,100,000" are the same, so are "71 percent" and "71%"; "6-5" and "6:10" are
    numbers of their own. Numbers in words ("nine crew") are not found, and what is counted is not
    looked at: the 15 of "May 15" is that of "15 boats". Items of lists and years are numbers, too.

    >>> [(n.number, n.value, n.times) for n in find_numbers("71 percent of 3.1 million; 71%.")]
    [('71 percent', '71%', 2), ('3.1 million', '3100000', 1)]
    """
    plain = text_of(text)
    words = text.words if isinstance(text, Article) else find_words(plain)
    places: dict[str, list[Span]] = {}
    for value, span in _numbers(plain, words):
        places.setdefault(value, []).append(span)
    starts = [word.start for word in words]
    owners = _owners(words, quotes)
    found = []
    for value, spans in places.items():
        whose = (owners.get(bisect_left(starts, span.start), REPORTER) for span in spans)
        first = " ".join(spans[0].of(plain).split())
        listed = ", ".join(dict.fromkeys(whose))
        found.append(NumberUse(first, value, len(spans), listed, tuple(spans)))
    return found


def _numbers(text: str, words: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """The value and the place of each number, in reading order."""
    for at, word in enumerate(words):
        if not text[word.start].isdecimal():
            continue
        form = fold(word.of(text))
        following = [fold(span.of(text)) for span in words[at + 1 : at + 4]]
        glued = _GLUED.fullmatch(form)
        counted = _COUNTED.fullmatch(form)
        digits = (glued or counted or {"digits": form})["digits"]
        if len(form) > _LONGEST or not _DIGITS.fullmatch(digits):
            yield form, word
            continue
        value = Decimal(digits.replace(",", ""))
        last = at
        if glued:
            value *= _TIMES[glued["times"]]
        elif following and following[0] in _TIMES and _is_next(text, words, last):
            value *= _TIMES[following[0]]
            last += 1
        end = words[last].end
        after = following[last - at :]
        if text[end : end + 1] == "%":
            yield _value(value) + "%", Span(word.start, end + 1)
        elif after[:1] == ["percent"] and _is_next(text, words, last):
            yield _value(value) + "%", Span(word.start, words[last + 1].end)
        elif after[:2] == ["per", "cent"] and _is_next(text, words, last):
            yield _value(value) + "%", Span(word.start, words[last + 2].end)
        else:
            yield _value(value), Span(word.start, end)


def _is_next(text: str, words: Sequence[Span], at: int) -> bool:
    """Whether nothing but a space or a hyphen stands between a word and the next."""
    between = text[words[at].end : words[at + 1].start]
    return len(between) < 4 and between.strip(f" \u00a0\u202f\n{HYPHENS}") == ""


def _value(number: Decimal) -> str:
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _owners(words: Sequence[Span], quotes: Iterable[Quote]) -> dict[int, str]:
    """For each word of a quotation its speaker; of the inner one, where it is in two."""
    starts = [word.start for word in words]
    owners: dict[int, str] = {}
    for quote in quotes:  # in reading order: what lies inside another begins after it
        for start, end in quote.content if quote.speaker else ():
            numbers = range(bisect_left(starts, start), bisect_left(starts, end))
            owners.update(dict.fromkeys(numbers, quote.speaker))
    return owners
