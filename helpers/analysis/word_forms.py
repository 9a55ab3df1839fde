"""When do two places of a text hold the same word?

The choices that change every count: what counts as the same word, whether a hyphen joins or
parts, which words are left out, and which part of the text is looked at. Whatever counts words
makes them here, so that a choice means the same everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from helpers.analysis.stop_words import is_stop_word
from helpers.text.article import Article, text_of
from helpers.text.folding import fold
from helpers.text.segmentation import HYPHENS as HYPHEN_SIGNS
from helpers.text.segmentation import WORD, find_words
from helpers.text.span import Span

FORMS = ("folded", "as written", "lemma", "stem")
HYPHENS = ("join", "part")
_BETWEEN_HYPHENS = re.compile(rf"[^{HYPHEN_SIGNS}]+")
_POSSESSIVE = re.compile(r"'s\Z")
# A pronoun with "is" or "has", or "let us": nothing is possessed there.
_CONTRACTED = frozenset(
    "it's he's she's that's there's here's what's who's where's how's let's".split()
)


def normaliser(form: str) -> Callable[[str], str]:
    """The function that gives the form under which a word is counted.

    Args:
        form: ``folded``: upper and lower case are one, so are straight and curly apostrophes.
            ``as written``: only identical spellings. ``lemma``: the headword of a dictionary, so
            that "went" is "go" and "leaders" is "leader", without a possessive ``'s`` and in
            small letters; "don't" stays whole. It is looked up without regard to the sentence
            (simplemma), so "met" is always "meet", and "left" never "leave". ``stem``: endings
            cut by the English Snowball stemmer (Porter 2001); a stem is not always a word
            ("unconditional" gives "uncondit").

    Raises:
        ValueError: ``form`` is none of the four.

    >>> [normaliser(form)("Went") for form in FORMS]
    ['went', 'Went', 'go', 'went']
    """
    if form not in FORMS:
        raise ValueError(f"form is {form!r}; it can be one of: {', '.join(FORMS)}.")
    if form == "as written":
        return str
    if form == "folded":
        return fold
    return _lemmatizer() if form == "lemma" else _stemmer()


def same_form(words: Iterable[str], form: str, *, stop_words: bool = True) -> dict[str, str]:
    """For each spelling the form it is counted under; "" for the small words that are left out.

    Every spelling is looked at once, however often it occurs.
    """
    normalise = normaliser(form)
    return {
        word: normalise(word) if stop_words or not is_stop_word(word) else ""
        for word in dict.fromkeys(words)
    }


def cut_words(
    text: Article | str, *, hyphens: str = "join", within: Iterable[Span] | None = None
) -> Sequence[Span]:
    """The words of a text, as ``find_words`` has them, in reading order.

    Args:
        hyphens: ``join``: "30-day" is one word. ``part``: it is two, "30" and "day".
        within: only words that lie wholly inside one of these spans.

    Raises:
        ValueError: ``hyphens`` is neither.

    >>> [word.of("A 30-day truce") for word in cut_words("A 30-day truce", hyphens="part")]
    ['A', '30', 'day', 'truce']
    """
    check_hyphens(hyphens)
    plain = text_of(text)
    words: Sequence[Span] = text.words if isinstance(text, Article) else find_words(plain)
    if hyphens == "part":
        words = [
            Span(*piece.span())
            for word in words
            for piece in _BETWEEN_HYPHENS.finditer(plain, word.start, word.end)
        ]
    return words if within is None else _inside(words, within)


def cut_forms(
    text: Article | str,
    *,
    form: str = "folded",
    hyphens: str = "join",
    stop_words: bool = True,
    within: Iterable[Span] | None = None,
) -> tuple[Sequence[Span], list[str]]:
    """The words of a text, and for each the form it is counted under.

    A small word that is left out has the form "": it keeps its place, so that the words on
    either side of it do not become neighbours.
    """
    plain = text_of(text)
    words = cut_words(text, hyphens=hyphens, within=within)
    spellings = [plain[start:end] for start, end in words]
    forms = same_form(spellings, form, stop_words=stop_words)
    return words, [forms[spelling] for spelling in spellings]


def spellings_in(piece: str, hyphens: str) -> list[str]:
    """The words of a piece without white space, as ``cut_words`` would cut them, as strings.

    A word never spans white space, so a long text can be cut piece by piece, each different piece
    once.
    """
    words = [piece] if piece.isalnum() else WORD.findall(piece)  # most pieces are one word
    if hyphens == "join":
        return words
    return [part for word in words for part in _BETWEEN_HYPHENS.findall(word)]


def check_hyphens(hyphens: str) -> None:
    """Nothing, where there is such a choice.

    Raises:
        ValueError: there is not.
    """
    if hyphens not in HYPHENS:
        raise ValueError(f"hyphens is {hyphens!r}; it can be one of: {', '.join(HYPHENS)}.")


def _inside(words: Sequence[Span], within: Iterable[Span]) -> list[Span]:
    """The words that lie wholly inside one of the spans."""
    kept: set[int] = set()
    starts = [word.start for word in words]
    for area in within:
        first = bisect_left(starts, area.start)
        past = bisect_left(starts, area.end)
        while past > first and words[past - 1].end > area.end:  # the last may reach out of it
            past -= 1
        kept.update(range(first, past))
    return [words[number] for number in sorted(kept)]


@cache
def _lemmatizer() -> Callable[[str], str]:
    # Imported here: the dictionary takes a sixth of a second to load, and only lemmas need it.
    import simplemma

    def lemma(word: str) -> str:
        small = fold(word)
        if small not in _CONTRACTED:
            small = _POSSESSIVE.sub("", small)
        if "'" in small:  # two words in one: for "don't" the dictionary has "do"
            return small
        return fold(simplemma.lemmatize(small, lang="en")) or small

    return lemma


@cache
def _stemmer() -> Callable[[str], str]:
    # Imported here: NLTK takes a second to load, and only stems need it.
    from nltk.stem.snowball import EnglishStemmer

    stemmer = EnglishStemmer()
    return lambda word: str(stemmer.stem(fold(word))) or word
