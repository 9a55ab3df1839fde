"""How long is each sentence, and where exactly does it stand?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs, find_sentences, find_words
from helpers.text.span import Span


@dataclass(frozen=True, slots=True)
class MeasuredSentence:
    """One sentence, its length, and its place counted in paragraphs, words and code points."""

    columns: ClassVar = ("number", "paragraph", "words", "first_word", "last_word", "sentence")

    number: int
    """In the text, counted from 1."""
    paragraph: int
    """Counted from 1."""
    number_in_paragraph: int
    words: int
    first_word: int
    """In the text, counted from 1; 0 where the sentence has no word."""
    last_word: int
    sentence: Span

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The sentence."""
        yield "sentence", self.sentence

    @property
    def location(self) -> str:
        """Where it stands, in words."""
        counted = "1 word" if self.words == 1 else f"{self.words} words"
        numbers = f" ({self.first_word} to {self.last_word})" if self.words > 1 else ""
        return (
            f"Paragraph {self.paragraph}, sentence {self.number_in_paragraph}: {counted}{numbers}; "
            f"code points {self.sentence.start} to {self.sentence.end}"
        )


def measure_sentences(text: Article | str) -> list[MeasuredSentence]:
    """The sentences in reading order, each with its number of words and its place.

    Words and sentences are those of ``find_words`` and ``find_sentences``. Words are counted
    from 1, code points from 0; the last code point is the one after the sentence, as in slices.

    >>> print(measure_sentences("It rained. We stayed.")[1].location)
    Paragraph 1, sentence 2: 2 words (3 to 4); code points 11 to 21
    """
    plain = text_of(text)
    starts = [word.start for word in find_words(plain)]
    ends = [paragraph.end for paragraph in find_paragraphs(plain)]
    measured: list[MeasuredSentence] = []
    for number, sentence in enumerate(find_sentences(plain), 1):
        first, following = (bisect_left(starts, edge) for edge in sentence)
        paragraph = bisect_left(ends, sentence.end) + 1
        before = measured[-1] if measured else None
        is_next = before is not None and before.paragraph == paragraph
        measured.append(
            MeasuredSentence(
                number=number,
                paragraph=paragraph,
                number_in_paragraph=before.number_in_paragraph + 1 if before and is_next else 1,
                words=following - first,
                first_word=first + 1 if following > first else 0,
                last_word=following if following > first else 0,
                sentence=sentence,
            )
        )
    return measured
