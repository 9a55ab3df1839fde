"""Which words are typical of one text rather than another?

What is reported is how large a difference is (Log Ratio) and how much there is to go by
(log-likelihood), not whether it is "significant": the words of a text are not independent draws
from an urn (Kilgarriff 2005). So within one text, or between two, there is no p-value here.
Between two collections there is one, from dividing their texts anew (``permutation``). Against
general English there is Log Ratio alone, because that is a list of estimates and no text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from helpers.analysis.association import (
    Contingency,
    chi_squared,
    log_likelihood_2_term,
    log_likelihood_4_term,
)
from helpers.analysis.frequency import count_words, tally_words
from helpers.analysis.general_english import (
    NOMINAL_SIZE,
    GeneralEnglish,
    frequency_in_general_english,
)
from helpers.analysis.keyness_measures import (
    bayes_factor,
    log_ratio,
    log_ratio_interval,
    odds_ratio,
    percent_difference,
    simple_maths,
)
from helpers.analysis.permutation import FEWEST, permutation_p
from helpers.text.article import Article
from helpers.text.span import Span

Texts = Article | str | Sequence[Article | str]
SMALL = 5
"""Where fewer occurrences are expected, the measures are unreliable (Cochran 1954)."""
SORTS = ("log_likelihood_2_term", "log_ratio")


@dataclass(frozen=True, slots=True)
class KeyWord:
    """A word's counts in a text and in its reference, and how far they differ."""

    columns: ClassVar = (
        *("word", "count", "reference_count", "log_ratio", "log_ratio_low", "log_ratio_high"),
        *("log_likelihood_2_term", "small_counts"),
    )

    word: str
    count: int
    reference_count: int
    log_ratio: float
    """Hardie's; above 0 the word is more frequent in the text than in the reference."""
    log_ratio_low: float | None = None
    log_ratio_high: float | None = None
    """The 95 % interval if words were independent draws; the true one is wider."""
    log_likelihood_2_term: float | None = None
    """Rayson & Garside's, over the two counts of the word."""
    small_counts: str = ""
    """"yes" where fewer than 5 occurrences are expected on either side."""
    p_permutation_corrected: float | None = None
    """Between collections only; see ``permutation``."""
    log_likelihood_4_term: float | None = None
    """Dunning's, over all four cells; the default of AntConc."""
    chi_squared: float | None = None
    chi_squared_yates: float | None = None
    percent_difference: float | None = None
    odds_ratio: float | None = None
    simple_maths_1: float | None = None
    """Kilgarriff's, with 1 per million added."""
    bayes_factor_bic: float | None = None
    places: tuple[Span, ...] = ()

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Every place in the text that is compared, as ``("place", span)``."""
        for place in self.places:
            yield "place", place


@dataclass(frozen=True, slots=True)
class Comparison:
    """The words of a text beside those of a named reference."""

    words: tuple[KeyWord, ...]
    name: str
    reference: str
    size: int
    """In words."""
    reference_size: int
    columns: tuple[str, ...]
    """Those that these words have: ``table(article, found, columns=found.columns)``."""
    caution: str
    """What these numbers cannot show, in a sentence or two."""

    def __iter__(self) -> Iterator[KeyWord]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def title(self) -> str:
        """Both names, each with its size."""
        return (
            f"{self.name} ({self.size:,} words) beside {self.reference} "
            f"({self.reference_size:,} words)"
        )

    @property
    def more(self) -> list[KeyWord]:
        """The words whose share of the text is larger than their share of the reference."""
        return [word for word in self.words if self._lead(word) > 0]

    @property
    def less(self) -> list[KeyWord]:
        """The words whose share of the text is smaller than their share of the reference."""
        return [word for word in self.words if self._lead(word) < 0]

    def _lead(self, word: KeyWord) -> int:
        # From the counts: where one of them is zero, 0.5 in its place can turn Log Ratio's sign.
        return word.count * self.reference_size - word.reference_count * self.size


def compare_words(
    text: Texts,
    reference: Texts | GeneralEnglish,
    *,
    within: Sequence[Span] | None = None,
    reference_within: Sequence[Span] | None = None,
    name: str = "",
    reference_name: str = "",
    form: str = "folded",
    hyphens: str = "join",
    stop_words: bool = True,
    minimum: int = 3,
    all_measures: bool = False,
    sort: str = "log_likelihood_2_term",
) -> Comparison:
    """The words of a text beside those of a reference, the clearest differences first.

    The text and the reference may each be one text, a list of texts, or a part of a text
    (``within``): the quotations against the narration, one speaker against another. Parts of one
    text should not overlap. The sizes are those of the words counted.

    Zeros: in Log Ratio a count of zero is taken for 0.5. In a text much smaller than the other this
    may be a larger share than the other's, so ``more`` and ``less`` go by the counts themselves.
    In log-likelihood and chi-squared a cell of zero adds nothing; %DIFF and odds ratio are left
    out where they would divide by zero.

    Args:
        reference: what is compared with, or ``GENERAL_ENGLISH`` (English at large, from wordfreq).
        within, reference_within: only words inside these spans of the (one) text or reference.
        name, reference_name: what both are called; without them, the articles' titles.
        form, hyphens, stop_words: as for ``count_words``.
        minimum: how often a word has to occur in both together.
        all_measures: True adds log-likelihood (4-term), chi-squared with and without Yates'
            correction, %DIFF, odds ratio, simple maths and the Bayes factor.
        sort: ``log_likelihood_2_term`` (how much there is to go by) or ``log_ratio`` (how large
            the difference is), by their size without their sign. Ties come in alphabetical order.

    Raises:
        ValueError: one of both has no words, both are the same, or a choice that there is not.

    >>> found = compare_words("rain rain rain wind", "wind wind wind rain")
    >>> [(w.word, w.count, w.reference_count, round(w.log_ratio, 2)) for w in found]
    [('rain', 3, 1, 1.58), ('wind', 1, 3, -1.58)]
    """
    if sort not in SORTS:
        raise ValueError(f"sort is {sort!r}; it can be one of: {', '.join(SORTS)}.")
    choices: dict[str, Any] = {"form": form, "hyphens": hyphens, "stop_words": stop_words}
    one = _side(text, within, name, choices, "the text")
    places = _places(text, within, choices)
    if isinstance(reference, GeneralEnglish):
        # It counts all words, so all have to be in the base here, too.
        size = _side(text, within, name, choices | {"stop_words": True}, "the text").size
        return _against_general_english(one, size, places, form, minimum)
    other = _side(reference, reference_within, reference_name, choices, "the reference")
    if one.counts == other.counts:
        raise ValueError(
            f"“{one.name}” and “{other.name}” have the same words equally often, so there is "
            "nothing to compare. Choose another reference."
        )
    both = one.counts + other.counts
    words = [word for word, count in both.items() if count >= minimum]
    p_values = None
    if one.is_collection and other.is_collection:
        p_values = permutation_p(one.tallies, other.tallies, words)
    found = [
        _measured(
            word,
            (one.counts[word], one.size, other.counts[word], other.size),
            places.get(word, ()),
            None if p_values is None else p_values[number],
            all_measures,
        )
        for number, word in enumerate(words)
    ]
    found.sort(key=lambda key: (-abs(getattr(key, sort)), key.word))
    return Comparison(
        words=tuple(found),
        name=one.name,
        reference=other.name,
        size=one.size,
        reference_size=other.size,
        columns=(
            *KeyWord.columns,
            *(() if p_values is None else ("p_permutation_corrected",)),
            *(name for name in _EXTRA if any(getattr(key, name) is not None for key in found)),
        ),
        caution=_caution(found, one, other, has_p=p_values is not None),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """A text, a part of one, or several texts, counted."""

    name: str
    is_collection: bool
    tallies: list[dict[str, int]]
    """Of each text."""
    counts: Counter[str]
    size: int


def _side(
    texts: Texts,
    within: Sequence[Span] | None,
    name: str,
    choices: dict[str, Any],
    nameless: str,
) -> _Side:
    """One side counted; ``nameless`` is what a text without a title is called."""
    if isinstance(texts, (Article, str)):
        tallies = [tally_words(texts, within=within, **choices)]
        title = (texts.title if isinstance(texts, Article) else "") or nameless
        name = name or (title if within is None else f"a part of {title}")
    elif within is not None:
        raise ValueError("Spans belong to one text; several texts were given with them.")
    else:
        tallies = [tally_words(text, **choices) for text in texts]
        name = name or f"{len(tallies)} texts"
    counts: Counter[str] = Counter()
    for tally in tallies:
        counts.update(tally)
    if not counts:
        raise ValueError(f"“{name}” has no words to count here. Choose another part or text.")
    is_collection = not isinstance(texts, (Article, str))
    return _Side(name, is_collection, tallies, counts, counts.total())


def _places(
    texts: Texts, within: Sequence[Span] | None, choices: dict[str, Any]
) -> dict[str, tuple[Span, ...]]:
    """Where each word stands, if there is one text to stand in."""
    if not isinstance(texts, (Article, str)):
        return {}
    return {count.word: count.places for count in count_words(texts, within=within, **choices)}


_EXTRA = (
    *("log_likelihood_4_term", "chi_squared", "chi_squared_yates", "percent_difference"),
    *("odds_ratio", "simple_maths_1", "bayes_factor_bic"),
)


def _measured(
    word: str,
    numbers: tuple[int, int, int, int],
    places: tuple[Span, ...],
    p: float | None,
    all_measures: bool,
) -> KeyWord:
    table = Contingency.of_frequencies(*numbers)
    low, high = log_ratio_interval(*numbers)
    more: dict[str, float | None] = {}
    if all_measures:
        more = {
            "log_likelihood_4_term": log_likelihood_4_term(table),
            "chi_squared": chi_squared(table),
            "chi_squared_yates": chi_squared(table, yates=True),
            "percent_difference": percent_difference(*numbers),
            "odds_ratio": odds_ratio(*numbers),
            "simple_maths_1": simple_maths(*numbers),
            "bayes_factor_bic": bayes_factor(*numbers),
        }
    return KeyWord(
        word=word,
        count=numbers[0],
        reference_count=numbers[2],
        log_ratio=log_ratio(*numbers),
        log_ratio_low=low,
        log_ratio_high=high,
        log_likelihood_2_term=log_likelihood_2_term(table),
        small_counts="yes" if min(table.expected[:2]) < SMALL else "no",
        p_permutation_corrected=p,
        places=places,
        **more,
    )


def _against_general_english(
    side: _Side, size: int, places: dict[str, tuple[Span, ...]], form: str, minimum: int
) -> Comparison:
    if form != "folded":
        raise ValueError(
            f"General English is a list of words in small letters; form is {form!r}. Compare with "
            "it under form=“folded”."
        )
    found = []
    for word, count in side.counts.items():
        if count >= minimum:
            nominal = round(frequency_in_general_english(word) * NOMINAL_SIZE)
            ratio = log_ratio(count, size, nominal, NOMINAL_SIZE)
            found.append(KeyWord(word, count, nominal, ratio, places=places.get(word, ())))
    found.sort(key=lambda key: (-abs(key.log_ratio), key.word))
    return Comparison(
        words=tuple(found),
        name=side.name,
        reference="general English (wordfreq, nominal size)",
        size=size,
        reference_size=NOMINAL_SIZE,
        columns=KeyWord.columns[:4],
        caution=(
            "General English is a list of estimates and no text: there is a Log Ratio, but "
            "neither interval nor log-likelihood. Any report has words of its subject on top."
        ),
    )


def _caution(found: Sequence[KeyWord], one: _Side, other: _Side, *, has_p: bool) -> str:
    small = sum(word.small_counts == "yes" for word in found)
    said = []
    if small:
        said.append(
            f"For {small} of {len(found)} words fewer than {SMALL} occurrences are expected on one "
            "side: too few for any of these measures to be relied on."
        )
    if one.counts.keys().isdisjoint(other.counts):
        said.append("The two have no word in common.")
    if has_p:
        said.append(
            f"p comes from dividing the texts anew and is corrected for the {len(found)} words."
        )
    elif one.is_collection and other.is_collection:
        said.append(
            f"There are too few texts for a p-value: they can be divided in fewer than {FEWEST} "
            "different ways."
        )
    else:
        said.append(
            "The words of one text are no independent draws: the interval is narrower than it "
            "should be, and there is no p-value."
        )
    return " ".join(said)
