"""How long are the words and sentences, and what do the readability formulas make of that?

The formulas come from the time when words were counted by hand. They know two things, the length
of words and the length of sentences, and nothing of what is said. Each figure therefore carries
its variant, its source and its limits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import ClassVar

from helpers.analysis.capitals import find_capitals
from helpers.analysis.syllables import count_syllables
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_sentences, find_words
from helpers.text.span import Span

LONG_WORD = 3
"""From so many syllables on, a word is long for Gunning and McLaughlin."""
FEWEST_SENTENCES_FOR_SMOG = 30

_HYPHEN = re.compile("[\u2010\u2011-]")
_LENGTHS_ONLY = (
    "It counts lengths and knows nothing of meaning, order or what the reader already knows; a "
    "text with its words shuffled has the same value."
)
_AMERICAN_SCHOOLS = "School years are those of the United States, for texts in English."
_OUR_RULES = (
    "It depends on what counts as a sentence, a word and a syllable: here the rules of this "
    "workbook, by which a hyphenated word is one word, a number one syllable, and about one "
    "word in twenty of a dictionary gets a wrong number of syllables."
)
# The lowest score of each style in Flesch (1949), The Art of Readable Writing, pp. 149–150, as
# DuBay (2004), The Principles of Readability, table 4, has it.
_FLESCH_STYLES = (
    (90, "very easy"),
    (80, "easy"),
    (70, "fairly easy"),
    (60, "standard"),
    (50, "fairly difficult"),
    (30, "difficult"),
    (0, "very difficult"),
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure about a whole text, with its variant, its source and its limits."""

    columns: ClassVar = ("name", "value", "meaning", "variant", "limits", "source")

    name: str
    value: float | None
    """None where the text is too short for it; ``meaning`` then says why."""
    meaning: str
    """In which unit, or what the source calls such a value."""
    variant: str
    limits: str
    source: str

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Nothing: a measure is about the whole text. It is here so that ``table`` can show it."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Readability:
    """What was counted in a text; the figures are worked out from these counts alone.

    A figure that cannot be worked out is None, and ``notes`` says why.
    """

    words: int
    sentences: int
    """Sentences with at least one word."""
    syllables: int
    letters: int
    """Letters and digits in words, without hyphens, apostrophes and stops."""
    polysyllables: int
    """Words of three syllables and more."""
    complex_words: int
    """Those of them that Gunning (1952) would count; see ``measure_readability``."""

    @property
    def mean_sentence_length(self) -> float | None:
        """Words for each sentence."""
        return self.words / self.sentences if self.sentences else None

    @property
    def mean_word_length(self) -> float | None:
        """Letters and digits for each word."""
        return self.letters / self.words if self.words else None

    @property
    def syllables_per_word(self) -> float | None:
        """Syllables for each word."""
        return self.syllables / self.words if self.words else None

    @property
    def flesch_reading_ease(self) -> float | None:
        """206.835 − 1.015 × words per sentence − 84.6 × syllables per word (Flesch 1948)."""
        if not self.words or not self.sentences:
            return None
        return 206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words

    @property
    def flesch_kincaid_grade(self) -> float | None:
        """0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid et al. 1975)."""
        if not self.words or not self.sentences:
            return None
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def gunning_fog(self) -> float | None:
        """0.4 × (words per sentence + complex words in a hundred) (Gunning 1952)."""
        if not self.words or not self.sentences:
            return None
        return 0.4 * (self.words / self.sentences + 100 * self.complex_words / self.words)

    @property
    def smog(self) -> float | None:
        """3.1291 + 1.0430 × √(long words in thirty sentences) (McLaughlin 1969).

        None for fewer than 30 sentences: the formula was made from samples of 30.
        """
        if self.sentences < FEWEST_SENTENCES_FOR_SMOG:
            return None
        return 3.1291 + 1.0430 * sqrt(self.polysyllables * 30 / self.sentences)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The six figures with what has to be known about them: ``table`` shows them."""
        return tuple(_measures(self))

    @property
    def notes(self) -> tuple[str, ...]:
        """Why figures are missing; empty where none is."""
        return tuple(f"{m.name}: {m.meaning}" for m in self.measures if m.value is None)


def measure_readability(text: Article | str) -> Readability:
    """The counts of a text, and from them its readability by four formulas.

    Words and sentences are those of ``find_words`` and ``find_sentences``; a sentence without a
    word (a line of stars) does not count. Syllables are those of ``count_syllables``.

    Complex words are what Gunning asks to count: words of three syllables and more, but no proper
    names, no compounds of easy words, and no words that have three syllables only through
    ``-es``, ``-ed`` or ``-ing``. Here a proper name is a word with a capital that does not come
    from its place (``helpers.analysis.capitals``); so "President" is left out too, and a
    name that only ever opens sentences is not. A compound is left out where it is hyphenated and no
    part has three syllables ("long-standing"). What is not implemented: compounds written as one
    word ("bookkeeper" counts), familiar jargon, telling verbs from other words with these
    endings, and counting independent clauses as sentences of their own, as the first version did.

    Source: Flesch (1948), Journal of Applied Psychology 32(3); Kincaid, Fishburne, Rogers and
    Chissom (1975), Research Branch Report 8-75; Gunning (1952), The Technique of Clear Writing;
    McLaughlin (1969), Journal of Reading 12(8).

    >>> readability = measure_readability("The ferry is late. We wait.")
    >>> readability.words, readability.sentences, readability.syllables
    (6, 2, 7)
    >>> round(readability.flesch_reading_ease, 2)
    105.09
    """
    plain = text_of(text)
    words = find_words(plain)
    sentences = [s for s in find_sentences(plain) if any(map(str.isalnum, s.of(plain)))]
    counts = Counter(word.of(plain) for word in words)
    # The rules are asked once for each different word, not once for each occurrence.
    syllables = {word: count_syllables(word) for word in counts}
    names = Counter(span.of(plain) for span, _ in find_capitals(plain, words, sentences))
    long_words = [word for word in counts if syllables[word] >= LONG_WORD]
    return Readability(
        words=len(words),
        sentences=len(sentences),
        syllables=sum(syllables[word] * number for word, number in counts.items()),
        letters=sum(sum(map(str.isalnum, word)) * number for word, number in counts.items()),
        polysyllables=sum(counts[word] for word in long_words),
        complex_words=sum(
            counts[word] - names[word] for word in long_words if _is_complex(word, syllables[word])
        ),
    )


def _is_complex(word: str, syllables: int) -> bool:
    """Is a word of three syllables and more neither a compound nor long only by its ending?"""
    parts = _HYPHEN.split(word)
    if len(parts) > 1:
        return any(count_syllables(part) >= LONG_WORD for part in set(parts))
    if syllables > LONG_WORD:
        return True
    folded = word.casefold()
    ending = next((e for e in ("es", "ed", "ing") if folded.endswith(e)), "")
    # "created" is one syllable longer than "create", "delivered" is as long as "deliver".
    return not ending or count_syllables(folded.removesuffix(ending) + "e") >= LONG_WORD


def _measures(counts: Readability) -> Iterator[Measure]:
    empty = "not worked out: there is no sentence with a word in this text"
    grade = "school year, as the source has it" if counts.words else empty
    yield Measure(
        "mean sentence length",
        counts.mean_sentence_length,
        "words for each sentence" if counts.words else empty,
        f"{counts.words} words / {counts.sentences} sentences",
        "A mean hides the spread: look at the single lengths too. " + _OUR_RULES,
        "plain arithmetic",
    )
    yield Measure(
        "mean word length",
        counts.mean_word_length,
        "letters and digits for each word" if counts.words else empty,
        f"{counts.letters} letters and digits / {counts.words} words",
        "A long word can be well known and a short one rare.",
        "plain arithmetic",
    )
    ease = counts.flesch_reading_ease
    yield Measure(
        "Flesch Reading Ease",
        ease,
        empty if ease is None else f"“{_flesch_style(ease)}” in the table of Flesch 1949",
        "206.835 − 1.015 × words per sentence − 84.6 × syllables per word",
        f"Higher is easier; most prose lies between 0 and 100. {_LENGTHS_ONLY} {_OUR_RULES}",
        "Flesch 1948",
    )
    yield Measure(
        "Flesch–Kincaid grade",
        counts.flesch_kincaid_grade,
        grade,
        "0.39 × words per sentence + 11.8 × syllables per word − 15.59",
        "Made from 18 passages of training manuals read by 531 people in the Navy. "
        f"{_AMERICAN_SCHOOLS} {_LENGTHS_ONLY} {_OUR_RULES}",
        "Kincaid, Fishburne, Rogers and Chissom 1975",
    )
    yield Measure(
        "Gunning Fog",
        counts.gunning_fog,
        grade,
        "0.4 × (words per sentence + complex words in a hundred); complex are words of three "
        "syllables and more, without names, hyphenated compounds of shorter words, and words "
        "that are so long only by -es, -ed or -ing",
        "Compounds written as one word and familiar terms are not left out, as the source asks. "
        f"{_AMERICAN_SCHOOLS} {_LENGTHS_ONLY} {_OUR_RULES}",
        "Gunning 1952",
    )
    missing = (
        f"not worked out: SMOG needs {FEWEST_SENTENCES_FOR_SMOG} sentences or more, and this text "
        f"has {counts.sentences}"
    )
    yield Measure(
        "SMOG",
        counts.smog,
        missing if counts.smog is None else grade,
        "3.1291 + 1.0430 × √(30 × words of three syllables and more / sentences), over the whole "
        "text instead of three samples of ten sentences",
        "Made to predict full understanding, so it lies above other grades. The source reads "
        f"numbers aloud; here a number has one syllable. {_AMERICAN_SCHOOLS} {_LENGTHS_ONLY} "
        f"{_OUR_RULES}",
        "McLaughlin 1969",
    )


def _flesch_style(score: float) -> str:
    """What the source calls texts with this score; a border belongs to the easier style."""
    return next((name for lowest, name in _FLESCH_STYLES if score >= lowest), "very difficult")
