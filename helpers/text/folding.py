"""When are two spellings the same word?"""

from __future__ import annotations


def fold(word: str) -> str:
    """The word without the differences of case and of straight and curly apostrophes.

    >>> fold("DON\u2019T") == fold("don't")
    True
    """
    return straighten(word.casefold())


def straighten(word: str) -> str:
    """The word with a straight apostrophe in place of a curly one; its case stays."""
    return word.replace("\u2019", "'")
