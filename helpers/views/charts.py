"""Findings as pictures, each with a sentence that says the same and a table of its numbers."""

from __future__ import annotations

import base64
import io
import warnings
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from helpers.analysis.frequency import WordCount
from helpers.analysis.quotes import Quote
from helpers.analysis.shape import ParagraphShape
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_words
from helpers.text.span import Span
from helpers.views.colours import ink
from helpers.views.layer import escaped, shown
from helpers.views.table import Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, the sentence that says what it shows, and the numbers that it was drawn from."""

    figure: Figure
    description: str
    table: Table
    text: Article | str | None = field(default=None, repr=False)

    def image(self, kind: str = "png") -> bytes:
        """The picture as bytes: ``png`` for the screen, ``svg`` for print."""
        buffer = io.BytesIO()
        with warnings.catch_warnings():
            # A word may hold signs that the font lacks; the description has them all the same.
            warnings.filterwarnings("ignore", "Glyph .* missing from")
            # Metadata without a date: the same numbers give the same file.
            dateless = {"Date": None} if kind == "svg" else {"Software": None}
            self.figure.savefig(buffer, format=kind, dpi=160, metadata=dateless)
        return buffer.getvalue()

    def html(self) -> str:
        """The picture with its description as alternative text and as a line below it."""
        source = base64.b64encode(self.image()).decode("ascii")
        words = escaped(self.description)
        width = int(self.figure.get_figwidth() * 96)
        # A white card of its own: black on white is legible on light and dark pages alike.
        return (
            f'<figure style="margin:0.5em 0"><img alt="{words}" src="data:image/png;base64,'
            f'{source}" style="max-width:100%;width:{width}px;border-radius:4px">'
            f"<figcaption>{words}</figcaption></figure>"
        )

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        return f"<Chart: {self.description}>"


def plot_word_counts(text: Article | str, counts: Sequence[WordCount], *, top: int = 15) -> Chart:
    """The ``top`` most frequent words as bars, from what ``count_words`` gave."""
    shown_counts = counts[:top]
    rows = tuple((count.word, count.count, count.share) for count in shown_counts)
    numbers = Table(("word", "count", "share"), rows, "", text)
    if not rows:
        return _nothing("There are no words to count.", numbers)
    figure, axes = _axes(0.9 + 0.24 * len(rows))
    _bars(axes, [row[0] for row in rows], [row[1] for row in rows])
    axes.set_xlabel("occurrences")
    first = rows[0]
    total = sum(count.count for count in counts)
    description = (
        f"The {len(rows)} most frequent of {len(counts)} different words; the first is "
        f"“{first[0]}” with {first[1]} of {total} occurrences."
    )
    return Chart(figure, description, numbers, text)


def plot_speakers(text: Article | str, quotes: Sequence[Quote]) -> Chart:
    """How many words stand in quotation marks for each speaker, from what ``find_quotes`` gave.

    Terms and quotations without a known speaker have a bar of their own. The number describes
    this report; how much room a speaker gets is not in itself a sign of bias.
    """
    plain = text_of(text)
    words: dict[str, int] = {}
    for quote in quotes:
        name = quote.speaker or "no speaker found"
        words[name] = words.get(name, 0) + sum(len(find_words(s.of(plain))) for s in quote.content)
    rows = tuple(sorted(words.items(), key=lambda item: -item[1]))
    numbers = Table(("speaker", "words in quotation marks"), rows, "", text)
    if not rows:
        return _nothing("There is no quotation to show.", numbers)
    figure, axes = _axes(0.9 + 0.3 * len(rows))
    _bars(axes, [row[0] for row in rows], [row[1] for row in rows])
    axes.set_xlabel("words in quotation marks")
    total = len(find_words(plain))
    quoted = sum(words.values())
    listed = "; ".join(f"{name} {number}" for name, number in rows)
    held = "1 quotation holds" if len(quotes) == 1 else f"{len(quotes)} quotations hold"
    description = f"The {held} {quoted} of the text's {total} words: {listed}."
    return Chart(figure, description, numbers, text)


def plot_places(text: Article | str, places: Mapping[str, Sequence[Span]]) -> Chart:
    """Where in the text something occurs: one row a name, one stroke a place, start to end.

    The unit is the word: a stroke at 100 stands where the hundredth word of the text begins.
    """
    plain = text_of(text)
    starts = [word.start for word in find_words(plain)]
    # The number of the word in which a place begins, counted from 1.
    positions = {
        name: [_count_until(starts, s.start) for s in spans] for name, spans in places.items()
    }
    rows = tuple((name, place) for name, found in positions.items() for place in found)
    numbers = Table(("name", "at word"), rows, "", text)
    if not rows:
        return _nothing("There is no place to show.", numbers)
    figure, axes = _axes(0.9 + 0.35 * len(positions))
    for row, found in enumerate(positions.values()):
        style = ink(row)
        axes.vlines(found, row - 0.35, row + 0.35, colors=style.colour, linewidth=2.5)
    axes.set_yticks(range(len(positions)), [shown(name) for name in positions], parse_math=False)
    axes.invert_yaxis()
    axes.set_xlim(0, len(starts) + 1)
    axes.set_xlabel("word of the text, from the first to the last")
    listed = "; ".join(
        f"{name}: {len(found)} {'place' if len(found) == 1 else 'places'}"
        + (f", from word {min(found)} to word {max(found)}" if len(found) > 1 else "")
        for name, found in positions.items()
    )
    return Chart(figure, f"Places among {len(starts)} words. {listed}.", numbers, text)


def plot_sentence_lengths(text: Article | str, sentences: Sequence[Span]) -> Chart:
    """The length of each sentence in words, in reading order."""
    plain = text_of(text)
    lengths = [len(find_words(sentence.of(plain))) for sentence in sentences]
    numbers = Table(("sentence", "words"), tuple(enumerate(lengths, 1)), "", text)
    if not lengths:
        return _nothing("There are no sentences to measure.", numbers)
    figure, axes = _axes(2.6)
    axes.bar(range(1, len(lengths) + 1), lengths, color=ink(0).colour)
    axes.set_xlabel("sentence")
    axes.set_ylabel("words")
    longest = max(lengths)
    description = (
        f"{len(lengths)} sentences of {min(lengths)} to {longest} words, "
        f"{sum(lengths) / len(lengths):.1f} on average; the longest is sentence "
        f"{lengths.index(longest) + 1}."
    )
    return Chart(figure, description, numbers, text)


def plot_shape(text: Article | str, shape: Sequence[ParagraphShape]) -> Chart:
    """Where the names and numbers of a text come in, from what ``measure_shape`` gave.

    Two lines go up to one: the share of the words read so far, and the share of the names and
    numbers met so far. Where the second runs above the first, the text begins with what is new.
    """
    total = sum(paragraph.new for paragraph in shape)
    rows = []
    met = 0
    for paragraph in shape:
        met += paragraph.new
        rows.append((paragraph.number, paragraph.so_far, paragraph.new, met / max(1, total)))
    columns = ("paragraph", "words so far", "new names and numbers", "names and numbers so far")
    numbers = Table(columns, tuple(rows), "", text)
    if not any(paragraph.words for paragraph in shape):
        return _nothing("There are no paragraphs with words to measure.", numbers)
    figure, axes = _axes(3.0)
    places = [0, *(row[0] for row in rows)]
    for number, (name, column, sign) in enumerate(
        (("names and numbers met", 3, "o"), ("words read", 1, "s"))
    ):
        # Line, sign and legend differ: the colour is not needed to tell them apart.
        style = ("solid", "dashed")[number]
        shares = [0.0, *(float(row[column]) for row in rows)]
        colour = ink(number).colour
        axes.plot(places, shares, color=colour, linestyle=style, marker=sign, ms=4, label=name)
    axes.set_xlabel("paragraph")
    axes.set_ylabel("share so far")
    axes.set_ylim(0, 1.05)
    axes.legend(frameon=False, loc="lower right")
    first = rows[: min(3, len(rows))]
    met_first = sum(row[2] for row in first)
    description = (
        f"The first {len(first)} of {len(rows)} paragraphs hold {first[-1][1]:.0%} of the words "
        f"and {met_first} of the {total} names and numbers at their first mention "
        f"({first[-1][3]:.0%})."
    )
    return Chart(figure, description, numbers, text)


def _axes(height: float) -> tuple[Figure, Axes]:
    # Imported here: matplotlib takes a quarter of a second, and only charts need it. The object
    # itself, not pyplot, which would keep every figure in memory and show some of them twice.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, height), layout="constrained", facecolor="white")
    axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _bars(axes: Axes, names: Sequence[str], values: Sequence[int]) -> None:
    bars = axes.barh(range(len(names)), values, color=ink(0).colour)
    axes.bar_label(bars, padding=3)
    # parse_math: a word from a text may hold "$", which matplotlib would read as a formula.
    axes.set_yticks(range(len(names)), [shown(name) for name in names], parse_math=False)
    axes.margins(y=0.02)
    axes.invert_yaxis()


def _nothing(description: str, numbers: Table) -> Chart:
    figure, axes = _axes(1.0)
    axes.set_axis_off()
    axes.text(0.0, 0.5, description, transform=axes.transAxes)
    return Chart(figure, description, numbers, numbers.text)


def _count_until(starts: Sequence[int], position: int) -> int:
    """How many words begin at or before a position; at least 1."""
    return max(1, bisect_right(starts, position))
