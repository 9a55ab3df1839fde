"""How frequent is a word in English at large?

The numbers are those of the package wordfreq (Speer 2022): estimates from Wikipedia, subtitles,
news, books, the web and social media, up to about 2021. They are frequencies and no counts: nobody
can say how many words they rest on. Where a count is needed, a nominal size is declared: the one in
which the rarest word of wordfreq's list occurs once.
"""

from __future__ import annotations

NOMINAL_SIZE = 100_000_000


class GeneralEnglish:
    """What stands for English at large where a reference is asked for: ``GENERAL_ENGLISH``."""

    def __repr__(self) -> str:
        return "GENERAL_ENGLISH"


GENERAL_ENGLISH = GeneralEnglish()
"""English at large, as a reference for ``compare_words``."""


def frequency_in_general_english(word: str) -> float:
    """The share of a word among all words, between 0 and 1; 0 for a word that is not listed.

    Words that wordfreq would cut differently ("30-day") get an estimate from their pieces.

    >>> frequency_in_general_english("the") > 1000 * frequency_in_general_english("ferry")
    True
    """
    # Imported here: the list takes a tenth of a second and 60 MB.
    from wordfreq import word_frequency

    return float(word_frequency(word, "en"))
