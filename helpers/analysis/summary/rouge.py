"""How much of a reference stands in a summary, word for word (ROUGE).

Source: Lin (2004), ROUGE: a package for automatic evaluation of summaries. The numbers are those of
the package rouge-score, as papers report them: small letters, signs left out, and endings cut by
Porter's stemmer from words of more than three letters. It knows the letters a to z and digits
alone; of other scripts it sees nothing, and of "café" it sees "caf".

ROUGE counts words that both have. It does not see whether a sentence is true, whether it can be
understood alone, or whether other words say the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar

from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_sentences
from helpers.text.span import Span

MEASURES = {"ROUGE-1": "rouge1", "ROUGE-2": "rouge2", "ROUGE-Lsum": "rougeLsum"}
"""Words, pairs of neighbouring words, and the longest common subsequence sentence by sentence."""
LONGEST = 4_000_000
"""Words of the summary times words of the reference: what takes a few seconds at most."""
_TOKEN = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class RougeScore:
    """One measure of one summary, and the places of the summary that it counted."""

    columns: ClassVar = ("measure", "recall", "precision", "f1")

    measure: str
    recall: float
    """The share of the reference that stands in the summary."""
    precision: float
    """The share of the summary that stands in the reference."""
    f1: float
    """Both in one: their harmonic mean."""
    shared: tuple[Span, ...]
    """The words, or pairs of words, of the summary that the reference has, too; each as often as
    the reference has it. For ROUGE-Lsum the words of ROUGE-1, whose order it judges."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """What is shared, as places of the summary."""
        for span in self.shared:
            yield "shared", span


@dataclass(frozen=True, slots=True)
class ComparedSummary:
    """The F1 of one of several summaries against the same reference."""

    columns: ClassVar = ("name", "words", "rouge_1", "rouge_2", "rouge_lsum")

    name: str
    words: int
    """As ROUGE counts them; a longer summary has a better recall for that alone."""
    rouge_1: float
    rouge_2: float
    rouge_lsum: float

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Nothing: these are numbers of whole texts, not places in one."""
        yield from ()


def measure_rouge(
    summary: Article | str, reference: Article | str, *, stem: bool = True
) -> list[RougeScore]:
    """ROUGE-1, ROUGE-2 and ROUGE-Lsum of a summary: recall, precision, F1 and what is shared.

    All are between 0 and 1; where one of the texts has no word, all are 0. To see what the
    reference has, ask the other way round: recall and precision change places.

    Args:
        stem: False compares words as they are written, but for upper and lower case.

    Raises:
        ValueError: the texts are too long to be compared.

    >>> [(s.measure, s.f1) for s in measure_rouge("police kill the gunman",
    ...                                           "police killed the gunman", stem=False)]
    [('ROUGE-1', 0.75), ('ROUGE-2', 0.3333333333333333), ('ROUGE-Lsum', 0.75)]
    """
    written, wanted = text_of(summary), text_of(reference)
    found, sought = _tokens(written, stem), _tokens(wanted, stem)
    if len(found) * len(sought) > LONGEST:
        raise ValueError(
            f"A summary of {len(found):,} words and a reference of {len(sought):,} are too long to "
            "be compared; 2,000 words each are not. Give a summary, not the article."
        )
    scores = _scorer(stem).score(_by_lines(wanted), _by_lines(written))
    words = _shared(found, sought, 1)
    shared = {"ROUGE-1": words, "ROUGE-2": _shared(found, sought, 2), "ROUGE-Lsum": words}
    return [
        RougeScore(
            measure,
            float(scores[name].recall),
            float(scores[name].precision),
            float(scores[name].fmeasure),
            tuple(shared[measure]),
        )
        for measure, name in MEASURES.items()
    ]


def compare_summaries(
    summaries: Mapping[str, Article | str], reference: Article | str, *, stem: bool = True
) -> list[ComparedSummary]:
    """The F1 of several summaries, by name, against one reference, in the order given.

    >>> rows = compare_summaries({"one": "It rained.", "two": "We stayed."}, "It rained a lot.")
    >>> [(row.name, round(row.rouge_1, 2)) for row in rows]
    [('one', 0.67), ('two', 0.0)]
    """
    compared = []
    for name, summary in summaries.items():
        one, two, longest = (s.f1 for s in measure_rouge(summary, reference, stem=stem))
        words = len(_tokens(text_of(summary), stem=False))
        compared.append(ComparedSummary(name, words, one, two, longest))
    return compared


def _by_lines(text: str) -> str:
    """One sentence a line, as ROUGE-Lsum wants them."""
    return "\n".join(" ".join(span.of(text).split()) for span in find_sentences(text))


def _tokens(text: str, stem: bool) -> list[tuple[str, Span]]:
    """The words as rouge-score cuts them, each with its place.

    It puts the text into small letters first, which makes a few texts longer ("İ" becomes two
    signs), so each sign of the lowered text is led back to the one that it came from.
    """
    lowered = text.lower()
    origin: Sequence[int] = range(len(text))
    if len(lowered) != len(text):
        origin = [number for number, sign in enumerate(text) for _ in sign.lower()]
    cut = _scorer(stem)._tokenizer._stemmer if stem else None
    tokens = []
    for match in _TOKEN.finditer(lowered):
        word = match.group()
        if cut is not None and len(word) > 3:
            word = cut.stem(word)
        tokens.append((word, Span(origin[match.start()], origin[match.end() - 1] + 1)))
    return tokens


def _shared(
    found: Sequence[tuple[str, Span]], sought: Sequence[tuple[str, Span]], size: int
) -> list[Span]:
    """The places of the n-grams that both have, from the front, as often as the other has them."""
    left = Counter(words for words, _ in _grams(sought, size))
    shared = []
    for words, span in _grams(found, size):
        if left[words] > 0:
            left[words] -= 1
            shared.append(span)
    return shared


def _grams(tokens: Sequence[tuple[str, Span]], size: int) -> Iterator[tuple[tuple[str, ...], Span]]:
    for first in range(len(tokens) - size + 1):
        run = tokens[first : first + size]
        yield tuple(word for word, _ in run), Span(run[0][1].start, run[-1][1].end)


@lru_cache(maxsize=2)
def _scorer(stem: bool) -> Any:
    # Imported here: it brings NLTK along, which takes a second.
    from rouge_score.rouge_scorer import RougeScorer

    return RougeScorer(list(MEASURES.values()), use_stemmer=stem)
