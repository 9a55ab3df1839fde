"""Readers' marks as pictures: where they stand, and how far readers agree."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.annotation.agreement import Agreement
from helpers.annotation.annotation import Annotation
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.views.charts.chart import Chart, new_axes, nothing_to_show
from helpers.views.charts.words import plot_places
from helpers.views.colours import ink
from helpers.views.layer import shown
from helpers.views.table import Table


def plot_marks(text: Article | str, marks: Iterable[Annotation]) -> Chart:
    """Where in the text each label is marked, from start to end; marks on the headline stay out.

    Where the marks are of several readers, each label has a row for each of them.
    """
    in_text = [mark for mark in marks if mark.place == "text"]
    if not in_text:
        return nothing_to_show("Nothing is marked yet.", Table(("name", "at word"), (), "", text))
    readers = dict.fromkeys(mark.reader for mark in in_text)
    places: dict[str, list[Span]] = {}
    for label in dict.fromkeys(mark.label for mark in in_text):
        for reader in readers:
            name = f"{label} · {reader}" if len(readers) > 1 else label
            places[name] = [
                mark.spans[0] for mark in in_text if (mark.label, mark.reader) == (label, reader)
            ]
    return plot_places(text, places)


def plot_agreement(text: Article | str, agreement: Agreement) -> Chart:
    """For each label the share of marks with a counterpart, and how far it may be by chance.

    A filled dot for the same words exactly, a hollow square for an overlap by half or more; the
    line through each is the interval from sentences drawn again, where there is one.
    """
    rows = agreement.labels
    columns = ("label", "marks", "exact", "exact_from", "exact_to", "half", "half_from", "half_to")
    values = tuple(
        tuple("" if getattr(row, name) is None else getattr(row, name) for name in columns)
        for row in rows
    )
    numbers = Table(columns, values, "", text, rows)
    if not rows:
        return nothing_to_show(agreement.sentence, numbers)
    figure, axes = new_axes(1.3 + 0.45 * len(rows))
    for number, (name, sign, line) in enumerate((("exact", "o", "-"), ("half", "s", "--"))):
        colour = ink(number).colour
        for row, found in enumerate(rows):
            share = getattr(found, name)
            low, high = getattr(found, f"{name}_from"), getattr(found, f"{name}_to")
            at = row + (number - 0.5) * 0.3
            if low is not None:
                axes.plot([low, high], [at, at], color=colour, linestyle=line)
            if share is not None:
                fill = colour if name == "exact" else "white"
                axes.plot(share, at, sign, color=colour, markerfacecolor=fill)
        words = "exactly the same words" if name == "exact" else "overlap by half or more"
        fill = colour if name == "exact" else "white"
        axes.plot([], [], sign, linestyle=line, color=colour, markerfacecolor=fill, label=words)
    names = [f"{shown(row.label)} ({row.marks})" for row in rows]
    axes.set_yticks(range(len(rows)), names, parse_math=False)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(-0.03, 1.03)
    axes.set_xlabel("share of the marks with a counterpart")
    figure.legend(frameon=False, loc="outside upper right", ncols=2)
    said = "; ".join(
        f"{row.label} {row.exact:.0%} exactly, {row.half:.0%} by half or more"
        for row in rows
        if row.exact is not None and row.half is not None
    )
    return Chart(figure, f"Marks with a counterpart: {said}.", numbers, text)
