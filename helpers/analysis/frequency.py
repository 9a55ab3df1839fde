"""How often does each word occur?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from helpers.analysis.word_forms import check_hyphens, cut_forms, cut_words, same_form, spellings_in
from helpers.text.article import Article, text_of
from helpers.text.span import Span

_BLOCK = 16_000  # code points
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class WordCount:
    """One word of a count: how often it occurs, its share, and every place."""

    columns: ClassVar = ("word", "count", "share")

    word: str
    count: int
    share: float
    """Of all words counted, between 0 and 1; stop words that were left out are not in the base."""
    places: tuple[Span, ...]
    base: int = 0
    """The number of words counted: what the share and the rate are parts of."""
    per: int | None = None
    rate: float | None = None
    """Occurrences in every ``per`` words counted, where a rate was asked for."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Every place, as ``("place", span)``."""
        for place in self.places:
            yield "place", place


def count_words(
    text: Article | str,
    *,
    form: str = "folded",
    hyphens: str = "join",
    stop_words: bool = True,
    within: Iterable[Span] | None = None,
    minimum: int = 1,
    per: int | None = None,
    extrapolate: bool = False,
) -> list[WordCount]:
    """The words of a text with their counts, the most frequent first.

    Words with equal counts come in the order of their first place. The counts add up to the
    number of words counted, and the shares to one (unless ``minimum`` leaves words out of the
    list; they stay in the base).

    Args:
        form: what counts as the same word: ``folded``, ``as written``, ``lemma`` or ``stem``; see
            ``helpers.analysis.word_forms.normaliser``.
        hyphens: ``join``: "30-day" is one word. ``part``: it is two.
        stop_words: False leaves out the words in ``helpers.analysis.stop_words``.
        within: count only words that lie wholly inside one of these spans.
        minimum: list only words that occur at least so often.
        per: also give each word's rate in this many words, 1000 for example.
        extrapolate: True allows a rate in more words than were counted. "4,500 times in a million
            words" is not what a text of 600 words shows (Biber, Conrad & Reppen 1998, p. 264).

    Raises:
        ValueError: a choice that there is not, or a rate that would extrapolate.

    >>> [(w.word, w.count) for w in count_words("The talks: talks about the talks.")]
    [('talks', 3), ('the', 2), ('about', 1)]
    """
    words, forms = cut_forms(text, form=form, hyphens=hyphens, stop_words=stop_words, within=within)
    places: dict[str, list[Span]] = {}
    for span, word in zip(words, forms, strict=True):
        if word:
            places.setdefault(word, []).append(span)
    total = sum(map(len, places.values()))
    _check_rate(per, total, extrapolate)
    # sorted() keeps the order of first places among equals.
    ranked = sorted(places.items(), key=lambda item: -len(item[1]))
    return [
        WordCount(
            word=word,
            count=len(spans),
            share=len(spans) / total,
            places=tuple(spans),
            base=total,
            per=per,
            rate=None if per is None else len(spans) / total * per,
        )
        for word, spans in ranked
        if len(spans) >= minimum
    ]


def tally_words(
    text: Article | str,
    *,
    form: str = "folded",
    hyphens: str = "join",
    stop_words: bool = True,
    within: Iterable[Span] | None = None,
) -> dict[str, int]:
    """Each word with its count, in the order of first places: ``count_words`` without places.

    For long texts and many of them. A word never spans white space, so the pieces between white
    space are counted first, by C code, and only the different ones are cut into words: the work
    grows with the vocabulary and hardly with the length.

    >>> tally_words("The talks: talks about the talks.")
    {'the': 2, 'talks': 3, 'about': 1}
    """
    spellings: defaultdict[str, int] = defaultdict(int)
    if within is None:
        check_hyphens(hyphens)
        for piece, number in _count_pieces(text_of(text)).items():
            for word in spellings_in(piece, hyphens):
                spellings[word] += number
    else:
        plain = text_of(text)
        for start, end in cut_words(text, hyphens=hyphens, within=within):
            spellings[plain[start:end]] += 1
    forms = same_form(spellings, form, stop_words=stop_words)
    tally: dict[str, int] = {}
    for spelling, number in spellings.items():
        word = forms[spelling]
        if word:
            tally[word] = tally.get(word, 0) + number
    return tally


def _count_pieces(text: str) -> Counter[str]:
    """What stands between white space, counted, in the order of first places.

    Block by block: the pieces of one fit into the processor's cache, those of a book do not.
    """
    pieces: Counter[str] = Counter()
    start = 0
    while start < len(text):
        space = _SPACE.search(text, start + _BLOCK)
        end = space.start() if space else len(text)
        pieces.update(text[start:end].split())
        start = end
    return pieces


def _check_rate(per: int | None, total: int, extrapolate: bool) -> None:
    if per is None:
        return
    if per < 1:
        raise ValueError(f"per is {per}; a rate is given in a number of words such as 1000.")
    if per > total > 0 and not extrapolate:  # without words there is no rate to give
        raise ValueError(
            f"A rate per {per:,} words would say more than {total:,} words can show. Ask for a "
            f"smaller number ({total:,} at most), or allow it (extrapolate=True) and say so where "
            "you use it."
        )
