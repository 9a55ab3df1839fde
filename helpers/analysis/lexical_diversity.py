"""How many different words does a text use, for its length?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from helpers.analysis.word_forms import cut_forms
from helpers.text.article import Article
from helpers.text.span import Span

LONGEST_WINDOW = 50
"""The window of MATTR, in words, where the texts are long enough for it."""


@dataclass(frozen=True, slots=True)
class Diversity:
    """The size of the vocabulary of a text or of one part of it."""

    columns: ClassVar = ("part", "words", "types", "hapaxes", "type_token_ratio", "mattr", "window")

    part: str
    words: int
    types: int
    """Different words."""
    hapaxes: int
    """Words that occur once."""
    type_token_ratio: float | None
    """Types by words. It falls with the length of any text, so it compares only equal lengths."""
    mattr: float | None
    """The mean type–token ratio of all stretches of ``window`` words; None without one."""
    window: int | None
    within: tuple[Span, ...] = ()

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The spans that were measured, as ``("within", span)``."""
        for span in self.within:
            yield "within", span


def measure_diversity(
    text: Article | str,
    parts: Mapping[str, Iterable[Span]] | None = None,
    *,
    window: int | None = None,
    form: str = "folded",
    hyphens: str = "join",
    stop_words: bool = True,
) -> list[Diversity]:
    """Types, hapaxes, type–token ratio and MATTR, for a text or for each of its parts.

    The moving-average type–token ratio (MATTR) does not depend on a text's length as the plain
    ratio does, if the same window is used for all that is compared. So there is one window for
    all parts, and none may be shorter than it.

    Args:
        parts: names with their spans, such as those of ``split_by_quotation``; without them, the
            whole text is the one part.
        window: in words; without it, 50, or the length of the shortest part that has words.
        form, hyphens, stop_words: as for ``count_words``.

    Raises:
        ValueError: the window is longer than the shortest part, or shorter than 1.

    Source: Covington & McFall (2010), Cutting the Gordian knot: the moving-average type–token
    ratio (MATTR), Journal of Quantitative Linguistics 17(2).

    >>> whole, = measure_diversity("a a b b", window=2)
    >>> whole.type_token_ratio, round(whole.mattr, 3)  # (1/2 + 2/2 + 1/2) / 3
    (0.5, 0.667)
    """
    named: dict[str, tuple[Span, ...] | None] = (
        {"whole text": None}
        if parts is None
        else {name: tuple(spans) for name, spans in parts.items()}
    )
    forms = {
        name: [
            word
            for word in cut_forms(
                text, form=form, hyphens=hyphens, stop_words=stop_words, within=spans
            )[1]
            if word
        ]
        for name, spans in named.items()
    }
    shortest = min((len(words) for words in forms.values() if words), default=0)
    if window is not None and not 1 <= window <= shortest:
        raise ValueError(
            f"The window is {window} words, and the shortest part has {shortest}. Use a window "
            f"from 1 to {shortest}, or leave that part out."
        )
    size = window or min(LONGEST_WINDOW, shortest)
    return [_measured(name, words, size, named[name] or ()) for name, words in forms.items()]


def moving_average_ratio(words: Sequence[str], window: int) -> float:
    """The mean type–token ratio of all stretches of ``window`` words (MATTR).

    >>> moving_average_ratio("a b a".split(), 3)
    0.6666666666666666
    """
    inside = Counter(words[:window])
    types = total = len(inside)
    for leaving, coming in zip(words, words[window:], strict=False):
        inside[leaving] -= 1
        types -= not inside[leaving]
        types += not inside[coming]
        inside[coming] += 1
        total += types
    return total / (len(words) - window + 1) / window


def _measured(name: str, words: Sequence[str], window: int, within: tuple[Span, ...]) -> Diversity:
    counts = Counter(words)
    return Diversity(
        part=name,
        words=len(words),
        types=len(counts),
        hapaxes=sum(count == 1 for count in counts.values()),
        type_token_ratio=len(counts) / len(words) if words else None,
        mattr=moving_average_ratio(words, window) if words else None,
        window=window if words else None,
        within=within,
    )
