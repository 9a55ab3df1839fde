"""Sentences and paragraphs as pictures: how long, and what they bring."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.analysis.shape import ParagraphShape
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_words
from helpers.text.span import Span
from helpers.views.charts.chart import Chart, new_axes, nothing_to_show
from helpers.views.colours import ink
from helpers.views.table import Table


def plot_sentence_lengths(text: Article | str, sentences: Sequence[Span]) -> Chart:
    """The length of each sentence in words, in reading order."""
    plain = text_of(text)
    lengths = [len(find_words(sentence.of(plain))) for sentence in sentences]
    numbers = Table(("sentence", "words"), tuple(enumerate(lengths, 1)), "", text)
    if not lengths:
        return nothing_to_show("There are no sentences to measure.", numbers)
    figure, axes = new_axes(2.6)
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
        return nothing_to_show("There are no paragraphs with words to measure.", numbers)
    figure, axes = new_axes(3.0)
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
