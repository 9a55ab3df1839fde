"""What do the first paragraphs hold? The inverted pyramid, counted.

News writing puts what is most important first and lets the details follow, so that a reader can
stop, or an editor cut, at the end of any paragraph. Importance cannot be counted. What can be
counted is where the names and numbers of a report come in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from helpers.analysis.capitals import find_capitals, folded_name
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs, find_sentences, find_words
from helpers.text.span import Span

# What may stand inside one name, between two of its words: a space, after "Mr." with its stop.
_INSIDE_ITEM = re.compile(r"\.?[\x20\xa0]")


@dataclass(frozen=True, slots=True)
class ParagraphShape:
    """One paragraph: how much of the text it is, and which names and numbers begin in it."""

    columns: ClassVar = ("number", "words", "share", "so_far", "mentions", "new", "first_mention")

    number: int
    """Counted from 1."""
    words: int
    share: float
    """Its words as a share of the text's, between 0 and 1."""
    so_far: float
    """The share of this paragraph and all before it."""
    mentions: int
    """How many names and numbers it holds."""
    new: int
    """How many of them nothing before has held."""
    paragraph: Span
    first_mentions: tuple[Span, ...]
    """The new ones, in reading order."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The paragraph, then each name or number that is new in it."""
        yield "paragraph", self.paragraph
        for place in self.first_mentions:
            yield "first_mention", place


def measure_shape(text: Article | str) -> list[ParagraphShape]:
    """The paragraphs in reading order, each with its share of the words and what is new in it.

    A name or number is a run of words with a capital that does not come from their place
    (``helpers.analysis.capitals``), or of words that begin with a digit: "Ana Silva",
    "June 3", "30-day", "Monday". It is new if it holds a word that no name or number before it
    has held. So "Silva" is not new after "Ana Silva", and "Mayor Silva" is, by its "Mayor".

    What is new in this sense need not be news. Numbers in words ("two dozen"), ideas, actions and
    names that only ever open sentences are not seen; "Sunday" and "Tuesday" may be one event, and
    one name may mean two people. The headline counts only if it stands in the text.

    The shares add up to one; all are 0 where the text has no words. An empty text has none.

    >>> first, second = measure_shape("On May 3, Ana Silva left.\\n\\nThen Silva met Ola Berg.")
    >>> first.new, second.new, first.words, second.words
    (2, 1, 6, 5)
    """
    plain = text_of(text)
    words = find_words(plain)
    starts = [word.start for word in words]
    items = _items(plain, words)
    item_starts = [item.start for item in items]
    seen: set[str] = set()
    shape = []
    so_far = 0
    for number, paragraph in enumerate(find_paragraphs(plain), 1):
        count = len(words[_inside(starts, paragraph)])
        so_far += count
        held = items[_inside(item_starts, paragraph)]
        new = []
        for item in held:
            forms = {folded_name(word.of(plain)) for word in words[_inside(starts, item)]}
            if forms - seen:
                new.append(item)
                seen |= forms
        shape.append(
            ParagraphShape(
                number=number,
                words=count,
                share=count / len(words) if words else 0.0,
                so_far=so_far / len(words) if words else 0.0,
                mentions=len(held),
                new=len(new),
                paragraph=paragraph,
                first_mentions=tuple(new),
            )
        )
    return shape


def _items(text: str, words: Sequence[Span]) -> list[Span]:
    """Names and numbers; neighbours in one sentence with only a space between them are one."""
    sentences = find_sentences(text)
    beginnings = {sentence.start for sentence in sentences}
    names = [span for span, _ in find_capitals(text, words, sentences)]
    numbers = [span for span in words if text[span.start].isdigit()]
    items: list[Span] = []
    for span in sorted(names + numbers):
        joins = items and _INSIDE_ITEM.fullmatch(text, items[-1].end, span.start)
        if joins and span.start not in beginnings:
            items[-1] = Span(items[-1].start, span.end)
        else:
            items.append(span)
    return items


def _inside(starts: Sequence[int], span: Span) -> slice:
    """Which of the things that start there lie in the span."""
    return slice(bisect_left(starts, span.start), bisect_left(starts, span.end))
