"""What a method looks at: the sentences of the body, and the words of each.

A headline says in other words what the body says, so counting it as a sentence would choose it
nearly always. An ``Article`` keeps its headline, byline and date as fields. In a plain ``str``, and
for headings inside a text, two rules decide: a paragraph is a heading, byline or caption if it is a
single sentence of at most ``LONGEST_HEADING`` words without a sign that ends a sentence; and a
sentence is a dateline if it consists of numbers and words of dates ("Updated: 07:45, 3 May 2031.").
A dateline in front of a sentence ("LISBON, May 3 — The council …") stays with it. In a text that
consists of such sentences alone (verses, a list), they are the body.

In a text without a single capital letter, ``find_sentences`` cannot see where the next sentence
begins; there, and only there, a line that ends with a full stop ends a sentence, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING, TypeAlias

from helpers.analysis.stop_words import STOP_WORDS
from helpers.text.folding import fold
from helpers.text.segmentation import WORD, find_paragraphs, find_sentences
from helpers.text.span import Span

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

# In quotation marks, because NumPy is loaded only when there is something to compute.
Vector: TypeAlias = "NDArray[numpy.float64]"
Numbers: TypeAlias = "NDArray[numpy.int64]"
Mask: TypeAlias = "NDArray[numpy.bool_]"

LONGEST_HEADING = 15
# The full stops of several scripts, and the colon, comma or semicolon after which a list begins.
_ENDS_A_SENTENCE = re.compile(r"[.!?\u2026:;,\u3002\uff01\uff1f\u0964\u061f\u06d4]\W{0,6}\Z")
_WORDS_OF_DATES = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday
    saturday sunday mon tue tues wed thu thur thurs fri sat sun published updated posted last on at
    a.m. p.m. am pm gmt utc est edt et bst cet cest
    """.split()
)
# A full stop at the end of a line, with closing marks, and the way to the next line's first sign.
_LINE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*+[^\S\n]*+\n\s*+")


@dataclass(frozen=True)
class Body:
    """The sentences of a text that can be chosen, and their words without small words."""

    sentences: tuple[Span, ...]
    headings: tuple[Span, ...]
    """The sentences that are none of the body's."""
    words: tuple[Counter[str], ...]
    """For each sentence its words, folded and without a possessive 's, with their counts."""
    lengths: tuple[int, ...]
    """For each sentence how many words it has, small words included."""

    @cached_property
    def spread(self) -> Counter[str]:
        """For each word, in the order of first places, in how many sentences it stands."""
        return Counter(chain.from_iterable(self.words))

    @cached_property
    def entries(self) -> Entries:
        """The counts as a table of sentences by words, only what is not zero."""
        import numpy

        columns = {word: number for number, word in enumerate(self.spread)}
        sizes = [len(words) for words in self.words]
        places = map(columns.__getitem__, chain.from_iterable(self.words))
        counts = chain.from_iterable(words.values() for words in self.words)
        return Entries(
            rows=numpy.repeat(numpy.arange(len(sizes)), sizes),
            columns=numpy.fromiter(places, numpy.int64),
            counts=numpy.fromiter(counts, numpy.float64),
            starts=(0, *accumulate(sizes)),
            width=len(columns),
        )


@dataclass(frozen=True)
class Entries:
    """A table of sentences (rows) by words (columns), of which most is empty.

    One entry for each different word of each sentence, sentence by sentence.
    """

    rows: Numbers
    columns: Numbers
    counts: Vector
    starts: tuple[int, ...]
    """Where the entries of each sentence begin; at the end, how many there are."""
    width: int

    @property
    def height(self) -> int:
        """How many sentences there are."""
        return len(self.starts) - 1

    def row_sums(self, values: Vector) -> Vector:
        """For each sentence the sum of the values of its entries."""
        import numpy

        return numpy.bincount(self.rows, values, minlength=self.height).astype(numpy.float64)

    def column_sums(self, values: Vector) -> Vector:
        """For each word the sum of the values of its entries."""
        import numpy

        return numpy.bincount(self.columns, values, minlength=self.width).astype(numpy.float64)

    @cached_property
    def weights(self) -> Vector:
        """tf–idf: the count, times the logarithm of 1 + sentences / sentences with that word.

        The 1 keeps a word that stands in every sentence from counting for nothing, so that
        sentences that are all alike do not become empty.
        """
        import numpy

        in_how_many = numpy.bincount(self.columns, minlength=self.width)
        return self.counts * numpy.log(1 + self.height / in_how_many)[self.columns]

    def unit(self, values: Vector) -> Vector:
        """The values, with each sentence's scaled to the length 1; a cosine is then a product."""
        import numpy

        return values / numpy.sqrt(self.row_sums(values**2))[self.rows]

    def row(self, number: int) -> slice:
        """Where the entries of one sentence are."""
        return slice(self.starts[number], self.starts[number + 1])


def find_body(text: str) -> Body:
    """The body of a text; see the module for what is taken for a heading."""
    sentences = find_sentences(text)
    if text == text.lower():
        sentences = tuple(line for sentence in sentences for line in _lines(text, sentence))
    words = [_fold_words(text, sentence) for sentence in sentences]
    headings = _find_headings(text, sentences, words)
    body = [number for number, sentence in enumerate(sentences) if sentence not in headings]
    return Body(
        sentences=tuple(sentences[number] for number in body),
        headings=tuple(sorted(headings)),
        words=tuple(Counter(_without_small_words(words[number])) for number in body),
        lengths=tuple(len(words[number]) for number in body),
    )


def _fold_words(text: str, sentence: Span) -> list[str]:
    """The words of a sentence, folded: all at once, because no word holds white space."""
    return fold(" ".join(WORD.findall(text, *sentence))).split()


def _without_small_words(words: Iterable[str]) -> list[str]:
    return [word.removesuffix("'s") or word for word in words if word not in STOP_WORDS]


def _find_headings(
    text: str, sentences: Sequence[Span], words: Sequence[Sequence[str]]
) -> set[Span]:
    """The sentences that are none of the body's; none, if all would be such."""
    headings = set()
    without_end = []
    for sentence, its in zip(sentences, words, strict=True):
        if len(its) > LONGEST_HEADING:
            continue
        if _is_dateline(its):
            headings.add(sentence)
        elif not _ENDS_A_SENTENCE.search(text, max(sentence.start, sentence.end - 8), sentence.end):
            without_end.append(sentence)
    if without_end:
        ends = [paragraph.end for paragraph in find_paragraphs(text)]
        together = Counter(bisect_left(ends, sentence.end) for sentence in sentences)
        headings.update(s for s in without_end if together[bisect_left(ends, s.end)] == 1)
    return headings if len(headings) < len(sentences) else set()


def _is_dateline(words: Sequence[str]) -> bool:
    numbers = [word for word in words if word[0].isdigit()]
    others = [word for word in words if not word[0].isdigit()]
    return bool(numbers and others) and _WORDS_OF_DATES.issuperset(others)


def _lines(text: str, sentence: Span) -> Iterator[Span]:
    """The pieces of a sentence between lines that end with a full stop."""
    start = sentence.start
    for end in _LINE_END.finditer(text, sentence.start, sentence.end):
        yield Span(start, end.start() + len(end.group().rstrip()))
        start = end.end()
    yield Span(start, sentence.end)
