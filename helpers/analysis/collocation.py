"""Which words keep company?

Two questions, each with its own table of two by two (see ``association``):

* **Which words stand beside each other?** (``find_collocations(text)``) What is counted is pairs:
  a word and another one at most ``window`` words after it, with no border between them. N is the
  number of all such pairs; the first row holds the pairs that begin with the first word, the first
  column those that end with the second. So the four cells add up for any window, and a pair across
  a sentence's end is in no cell.
* **Which words stand around this one?** (``find_collocations(text, around="talks")``) What is
  counted is words, other than the word itself. The first row holds the words that stand at most
  ``window`` words before or after it, with no border between them, each counted once however many
  of its places are near; the first column holds the places of the other word (Evert 2008, surface
  co-occurrence).

NLTK's finder takes the words' own counts for the margins and divides pairs in a window by
``window − 1``; for neighbours without borders its numbers are these but for the one pair that a
text has fewer than words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from helpers.analysis.association import (
    Contingency,
    delta_p,
    dice,
    log_dice,
    log_likelihood_4_term,
    pointwise_mutual_information,
    t_score,
)
from helpers.analysis.co_occurrence import Company, Pairs, number_forms, read_numbers
from helpers.analysis.ngrams import forms_in_place, stretch_numbers
from helpers.analysis.word_forms import normaliser
from helpers.text.article import Article
from helpers.text.span import Span

MEASURES: dict[str, Callable[[Contingency], float | None]] = {
    "log_likelihood_4_term": log_likelihood_4_term,
    "pmi": pointwise_mutual_information,
    "t_score": t_score,
    "log_dice": log_dice,
    "dice": dice,
    "delta_p_second_given_first": lambda table: delta_p(table)[0],
    "delta_p_first_given_second": lambda table: delta_p(table)[1],
}


@dataclass(frozen=True, slots=True)
class Collocation:
    """Two words that stand near each other, and how far that is more than chance.

    A measure that is not defined for the pair is None.
    """

    columns: ClassVar = (
        *("first", "second", "count", "expected"),
        *("log_likelihood_4_term", "pmi", "t_score", "log_dice"),
    )

    first: str
    second: str
    count: int
    """How often they stand together (O11)."""
    expected: float
    """How often they would by chance (E11)."""
    first_count: int
    """The first row of the table: O11 + O12."""
    second_count: int
    """The first column of the table: O11 + O21."""
    total: int
    """All four cells (N)."""
    log_likelihood_4_term: float
    pmi: float | None
    t_score: float | None
    log_dice: float | None
    dice: float | None
    delta_p_second_given_first: float | None
    delta_p_first_given_second: float | None
    places: tuple[Span, ...]

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Every place as ``("place", span)``: the pair, or the word that stands around another."""
        for place in self.places:
            yield "place", place


def find_collocations(
    text: Article | str,
    *,
    around: str | None = None,
    window: int | None = None,
    measure: str = "log_likelihood_4_term",
    minimum: int = 3,
    top: int | None = 50,
    form: str = "folded",
    hyphens: str = "join",
    stop_words: bool = True,
    within: Iterable[Span] | None = None,
    borders: str = "sentence",
    places: bool = True,
) -> list[Collocation]:
    """Words that stand together more often than by chance, the strongest first.

    What is counted, and what happens at the end of a sentence, is said at the head of this
    module. Pairs that stand together less often than by chance are left out; ties come in
    alphabetical order. In a short text nearly all pairs occur once, and no measure helps.

    Args:
        around: a word whose company is looked for; without it, all pairs.
        window: in words. Without it, 1 for pairs (neighbours), 4 on each side around a word.
        measure: by which to sort: ``log_likelihood_4_term``, ``pmi``, ``t_score``, ``log_dice``,
            ``dice``, ``delta_p_second_given_first`` or ``delta_p_first_given_second``.
        minimum: how often two words have to stand together. PMI gives its highest values to
            pairs that occur once, so it should not be lowered without need.
        top: how many to give at most; None gives all.
        form, hyphens, within: as for ``count_words``.
        stop_words: False leaves out small words; the words beside them do not move together.
        borders: what no pair crosses: the end of a ``sentence``, of a ``paragraph``, or ``none``.
        places: False leaves out where the pairs stand, which saves most of the time in a text of
            millions of words.

    Raises:
        ValueError: a choice that there is not, a window below 1, or a word that does not occur.

    >>> pair, = find_collocations("Fair winds. Fair winds, and rain. Fair winds. No winds.")
    >>> (pair.first, pair.second, pair.count)
    ('fair', 'winds', 3)
    """
    if measure not in MEASURES:
        raise ValueError(f"measure is {measure!r}; it can be one of: {', '.join(MEASURES)}.")
    if window is not None and window < 1:
        raise ValueError(f"window is {window}; it is a number of words, 1 or more.")
    score = MEASURES[measure]
    pairs: Pairs | Company
    if around is None and not places and within is None:
        numbered = read_numbers(
            text, form=form, hyphens=hyphens, stop_words=stop_words, borders=borders
        )
        pairs = Pairs(*numbered, window or 1)
        words: Sequence[Span] = ()
    else:
        words, forms = forms_in_place(
            text, form=form, hyphens=hyphens, stop_words=stop_words, within=within
        )
        stretches = stretch_numbers(text, words, borders)
        if around is None:
            pairs = Pairs(*number_forms(forms), stretches, window or 1)
        else:
            pairs = Company(forms, stretches, window or 4, normaliser(form)(around), around)
    ranked = sorted(
        (
            (value, first, second, table)
            for first, second, table in pairs.tables(minimum)
            if (value := score(table)) is not None
        ),
        key=lambda item: (-item[0], item[1], item[2]),
    )[:top]
    chosen = [(first, second) for _, first, second, _ in ranked]
    spans = pairs.places(chosen, words) if places else {}
    return [
        _scored(first, second, table, spans.get((first, second), ()))
        for _, first, second, table in ranked
    ]


def _scored(first: str, second: str, table: Contingency, places: Sequence[Span]) -> Collocation:
    values = {name: measure(table) for name, measure in MEASURES.items()}
    return Collocation(
        first=first,
        second=second,
        count=int(table.both),
        expected=table.expected[0],
        first_count=int(table.both + table.first),
        second_count=int(table.both + table.second),
        total=int(table.total),
        places=tuple(places),
        **values,  # type: ignore[arg-type]  # the measures' names are the fields' names
    )
