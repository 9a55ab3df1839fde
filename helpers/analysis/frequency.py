"""How often does each word occur?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from helpers.analysis.stop_words import is_stop_word
from helpers.text.article import Article, text_of
from helpers.text.folding import fold, straighten
from helpers.text.segmentation import find_words
from helpers.text.span import Span

FORMS = ("folded", "as written", "stem")


@dataclass(frozen=True, slots=True)
class WordCount:
    """One word of a count: how often it occurs, its share, and every place."""

    columns: ClassVar = ("word", "count", "share")

    word: str
    count: int
    share: float
    """Of all words counted, between 0 and 1; stop words that were left out are not in the base."""
    places: tuple[Span, ...]

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Every place, as ``("place", span)``."""
        for place in self.places:
            yield "place", place


def count_words(
    text: Article | str,
    *,
    form: str = "folded",
    stop_words: bool = True,
    within: Iterable[Span] | None = None,
) -> list[WordCount]:
    """The words of a text with their counts, the most frequent first.

    Words with equal counts come in the order of their first place. The counts add up to the
    number of words counted, and the shares to one.

    Args:
        form: what counts as the same word. ``folded``: upper and lower case are one, so are
            straight and curly apostrophes. ``as written``: only identical spellings. ``stem``:
            endings cut by the English Snowball stemmer (Porter 2001), so that "talk" and "talks"
            are one; a stem is not always a word ("unconditional" gives "uncondit").
        stop_words: False leaves out the words in ``helpers.analysis.stop_words``.
        within: count only words that lie wholly inside one of these spans.

    Raises:
        ValueError: ``form`` is none of the three.

    >>> [(w.word, w.count) for w in count_words("The talks: talks about the talks.")]
    [('talks', 3), ('the', 2), ('about', 1)]
    """
    if form not in FORMS:
        raise ValueError(f"form is {form!r}; it can be one of: {', '.join(FORMS)}.")
    plain = text_of(text)
    words = find_words(plain)
    if within is not None:
        words = _inside(words, within)
    normalise = _normaliser(form)
    places: dict[str, list[Span]] = {}
    for span in words:
        word = span.of(plain)
        if stop_words or not is_stop_word(word):
            places.setdefault(normalise(word), []).append(span)
    total = sum(map(len, places.values()))
    # sorted() keeps the order of first places among equals.
    ranked = sorted(places.items(), key=lambda item: -len(item[1]))
    return [WordCount(word, len(spans), len(spans) / total, tuple(spans)) for word, spans in ranked]


def _inside(words: tuple[Span, ...], within: Iterable[Span]) -> tuple[Span, ...]:
    """The words that lie wholly inside one of the spans."""
    kept: set[int] = set()
    starts = [word.start for word in words]
    for area in within:
        first = bisect_left(starts, area.start)
        past = bisect_left(starts, area.end)
        while past > first and words[past - 1].end > area.end:  # the last may reach out of it
            past -= 1
        kept.update(range(first, past))
    return tuple(words[number] for number in sorted(kept))


def _normaliser(form: str) -> Callable[[str], str]:
    if form == "as written":
        return str
    if form == "folded":
        return fold
    # Imported here: NLTK takes a second to load, and only stems need it.
    from nltk.stem.snowball import EnglishStemmer

    stemmer = EnglishStemmer()
    return lambda word: str(stemmer.stem(straighten(word)))
