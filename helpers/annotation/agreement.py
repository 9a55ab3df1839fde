"""How far do readers agree, and where exactly do they not?

Several measures stand side by side, because one number misleads. Kappa over words takes away what
chance would give, and so it hangs on how many words nobody marked: for the same marks it may be
below 0 in a short text, and comes up to the share of words marked alike in a long one (Hripcsak and
Rothschild 2005). So the share of marks that have a counterpart comes first, then the coefficients,
and then the disagreements themselves, which are what there is to talk about.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from helpers.annotation.annotation import Annotation
from helpers.annotation.coefficients import WordAgreement, agree_on_words
from helpers.annotation.counterparts import LabelAgreement, count_counterparts
from helpers.annotation.pairing import Pair, pair_marks, places
from helpers.annotation.readings import (
    Readings,
    begins_in,
    gather_readings,
    listed,
    sentences_around,
    shown_as,
)
from helpers.text.article import Article
from helpers.text.segmentation import find_sentences, find_words
from helpers.text.span import Span

MEASURES: dict[str, str] = {
    "exact": "of all marks that either reader made, the share with a counterpart in the other "
    "reading: the same label on exactly the same words. Each mark has one counterpart at most. "
    "This is the F1 score of one reader against the other, and the same in both directions",
    "half": "as exact, but a counterpart may have other edges, as long as at least half of the "
    "code points that either marked are marked by both",
    "same": "the share of words on which all readers do the same: this label, or not this label",
    "cohen": "Cohen's kappa: that share, less what two readers would reach who mark as many words "
    "as these and choose them blindly. 1 is full agreement, 0 what chance would give, and below "
    "0 is less than that. With more than two readers, the mean over the pairs (Cohen 1960)",
    "fleiss": "Fleiss' kappa: the same for any number of readers, with chance taken from all of "
    "them together (Fleiss 1971)",
    "krippendorff": "Krippendorff's alpha: as Fleiss' kappa, corrected for small samples. Over all "
    "labels together, sets of labels that share something count as partly the same (MASI "
    "distance; Krippendorff 2011, Passonneau 2006)",
}
"""What each figure says; the coefficients are about words, and a word without a mark is "none"."""

RESAMPLES = 1000
SEED = 2005


@dataclass(frozen=True, slots=True)
class DetailAgreement:
    """Where two readers gave the same label to the same words: do they agree on a detail, too?"""

    columns: ClassVar = ("readers", "label", "detail", "marks", "same", "share")

    readers: str
    label: str
    detail: str
    """Such as "kind" or "voice"."""
    marks: int
    """The pairs of marks for which at least one reader gave this detail."""
    same: int
    share: float
    differs: tuple[Span, ...] | None = None

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The marks whose detail differs, as ``("differs", span)``."""
        for span in self.differs or ():
            yield "differs", span


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One place where two readers differ."""

    columns: ClassVar = (
        *("kind", "first_reader", "first_label", "first"),
        *("second_reader", "second_label", "second", "sentence"),
    )

    kind: str
    """One of ``helpers.annotation.pairing.KINDS``."""
    first_reader: str
    second_reader: str
    first_label: str
    """The first reader's, with its details; "" where the first marked nothing."""
    second_label: str
    """The second reader's."""
    first: tuple[Span, ...] | None
    second: tuple[Span, ...] | None
    sentence: tuple[Span, ...]
    """The sentences in which the marks stand."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """What the first and the second marked, and the sentences around it."""
        for role in ("first", "second", "sentence"):
            for span in getattr(self, role) or ():
                yield role, span


@dataclass(frozen=True, slots=True)
class Agreement:
    """What ``measure_agreement`` gives: figures, and the disagreements."""

    readers: tuple[str, ...]
    problem: str
    """Why nothing could be measured; then all else is empty. "" where all went well."""
    notes: tuple[str, ...]
    """What was left out."""
    labels: tuple[LabelAgreement, ...] = ()
    """One for each label, then one for all together; the mean over pairs with more than two."""
    pairs: tuple[LabelAgreement, ...] = ()
    """The same for each pair of readers; with two readers, the same as ``labels``."""
    words: tuple[WordAgreement, ...] = ()
    """One for each label, then one for all together."""
    details: tuple[DetailAgreement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    """Of each pair of readers, in reading order."""
    parameters: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """How it was measured, for ``save(…, **dict(agreement.parameters))``."""

    @property
    def sentence(self) -> str:
        """The first figures in words, or the problem."""
        if self.problem:
            return self.problem
        overall = self.labels[-1]
        low, high = overall.exact_from, overall.exact_to
        redrawn = "when sentences are drawn again"
        spread = "" if low is None or high is None else f" ({low:.0%} to {high:.0%} {redrawn})"
        mean = "on average over the pairs of readers, " if len(self.readers) > 2 else ""
        return (
            f"{listed(self.readers)} made {overall.marks} marks; {mean}{overall.exact:.0%} of them "
            f"have an exact counterpart{spread} and {overall.half:.0%} one that overlaps by half "
            f"or more. Disagreements to talk about: {len(self.disagreements)}."
        )

    def __repr__(self) -> str:
        return shown_as("Agreement", " ".join([self.sentence, *self.notes]))


def measure_agreement(
    readings: Readings,
    text: Article | str,
    *,
    labels: Iterable[str] | None = None,
    within: Iterable[Span] | None = None,
    place: str = "text",
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Agreement:
    """How far two or more readers of one text agree, in several figures, and where they do not.

    Marks are compared first: each has one counterpart at most, and the pairs are chosen so that
    there are as many as can be. How much these figures depend on the sentences that happen to be
    in the text is shown by drawing its sentences again, with replacement, ``resamples`` times
    (bootstrap, percentiles 2.5 and 97.5). Then words are compared, with chance taken away.

    Args:
        readings: by reader, as in ``{"Blue Heron": marks, "Grey Otter": other_marks}``, or a list
            whose readers are named by their marks.
        labels: those to compare; without them, all that occur.
        within: what all readers have read, such as ``article.paragraphs[:8]``. It matters: the
            coefficients over words rise with every word that nobody was asked to mark.
        place: ``text``, or ``headline`` for the marks in the headline of an article.
        seed: the same one draws the same sentences.

    Where readings cannot be compared (one reader, nothing marked, marks from another text), the
    result says so in ``problem``.

    Source: Hripcsak and Rothschild (2005), Agreement, the F-measure, and reliability in
    information retrieval, JAMIA 12(3); Artstein and Poesio (2008), Inter-coder agreement for
    computational linguistics, Computational Linguistics 34(4).
    """
    stretch = None if within is None else tuple(sorted(within))
    gathered = gather_readings(readings, text, labels=labels, within=stretch, place=place)
    readers = tuple(gathered.marks)
    if gathered.problem:
        return Agreement(readers, gathered.problem, gathered.notes)
    sentences = _inside(find_sentences(gathered.text), stretch)
    pairs, means = count_counterparts(gathered, sentences, resamples=resamples, seed=seed)
    paired = [
        (one, other, pair_marks(gathered.marks[one], gathered.marks[other]))
        for one, other in itertools.combinations(readers, 2)
    ]
    books = {m.codebook for marks in gathered.marks.values() for m in marks if m.codebook}
    return Agreement(
        readers,
        "",
        gathered.notes,
        labels=means if len(readers) > 2 else pairs,
        pairs=pairs,
        words=tuple(agree_on_words(gathered, _inside(find_words(gathered.text), stretch))),
        details=tuple(d for one, other, found in paired for d in _details(one, other, found)),
        disagreements=_disagreements(paired, find_sentences(gathered.text)),
        parameters=(
            ("readers", ", ".join(readers)),
            ("codebooks", ", ".join(sorted(books)) or "not recorded"),
            ("place", place),
            ("within", " ".join(f"{s.start}-{s.end}" for s in stretch) if stretch else "all"),
            ("measure", "one-to-one F1 for each label, exact and at half overlap"),
            ("resamples", f"{resamples} of {len(sentences)} sentences, percentiles 2.5 and 97.5"),
            ("seed", str(seed)),
            ("words", "a word has a label where they share a code point, else none"),
        ),
    )


def _details(one: str, other: str, pairs: Iterable[Pair]) -> Iterator[DetailAgreement]:
    counted: dict[tuple[str, str], list[tuple[bool, Annotation]]] = {}
    for first, second, kind in pairs:
        if first is None or second is None or kind not in ("same", "other detail"):
            continue
        mine, theirs = dict(first.values), dict(second.values)
        for name in dict.fromkeys((*mine, *theirs)):
            is_same = mine.get(name) == theirs.get(name)
            counted.setdefault((first.label, name), []).append((is_same, first))
    for (label, name), seen in counted.items():
        same = sum(is_same for is_same, _ in seen)
        differs = tuple(span for is_same, mark in seen if not is_same for span in mark.spans)
        yield DetailAgreement(
            f"{one} and {other}", label, name, len(seen), same, same / len(seen), differs or None
        )


def _disagreements(
    paired: Iterable[tuple[str, str, Sequence[Pair]]], sentences: Sequence[Span]
) -> tuple[Disagreement, ...]:
    found = [
        Disagreement(
            pair.kind,
            one,
            other,
            first_label=said(pair.first),
            second_label=said(pair.second),
            first=None if pair.first is None else places(pair.first),
            second=None if pair.second is None else places(pair.second),
            sentence=sentences_around(
                [span for mark in pair[:2] if mark is not None for span in mark.spans], sentences
            ),
        )
        for one, other, pairs in paired
        for pair in pairs
        if pair.kind != "same"
    ]
    return tuple(sorted(found, key=lambda d: min((*(d.first or ()), *(d.second or ())))))


def said(mark: Annotation | None) -> str:
    """A mark's label and details in words; "" for none."""
    if mark is None:
        return ""
    details = ", ".join(f"{name}: {value}" for name, value in mark.values)
    return f"{mark.label} ({details})" if details else mark.label


def _inside(spans: Sequence[Span], stretch: Sequence[Span] | None) -> list[Span]:
    return [span for span in spans if begins_in(span.start, stretch)]
