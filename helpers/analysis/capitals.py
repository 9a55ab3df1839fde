"""Which words are written with a capital because they are names, and not because of their place?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.text.span import Span

# After one of these a capital may belong to the place, as at the beginning of a sentence.
_OPENING = frozenset("\"'\u201c\u2018\u00ab\u201e([")
_POSSESSIVE = re.compile(r"['\u2019\u02bc]s?\Z")


def find_capitals(
    text: str, words: Sequence[Span], sentences: Sequence[Span]
) -> tuple[tuple[Span, str], ...]:
    """The words that have a capital as names do, in reading order, each with its folded form.

    A capital inside a sentence counts, also that of a title, a day or a nationality, but not "I".
    Where any word would have a capital (first in a sentence, or after an opening quotation mark or
    bracket) it counts only if the same word has one inside a sentence elsewhere and is nowhere
    written small. So a name that only ever opens sentences is missed.

    The folded form is in small letters, without a possessive ``'s``: what the same name shares.
    """
    sure: list[tuple[Span, str]] = []
    unsure: list[tuple[Span, str]] = []
    small: set[str] = set()
    starts = iter([sentence.start for sentence in sentences])
    next_start = next(starts, len(text))
    for span in words:
        word = span.of(text)
        form = folded_name(word)
        opens = span.start >= next_start or text[max(0, span.start - 1) : span.start] in _OPENING
        while span.start >= next_start:
            next_start = next(starts, len(text) + 1)
        if not word[0].isupper():
            small.add(form)
        elif form not in ("i", "i'm", "i've", "i'd", "i'll"):
            (unsure if opens else sure).append((span, form))
    known = {form for _, form in sure} - small
    return tuple(sorted(sure + [pair for pair in unsure if pair[1] in known]))


def folded_name(word: str) -> str:
    """The word in small letters with straight apostrophes, without a possessive ``'s``."""
    return _POSSESSIVE.sub("", word).casefold().replace("\u2019", "'")
