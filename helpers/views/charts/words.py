"""Words as pictures: how often, where, and in which of two texts rather than the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpers.analysis.dispersion import Dispersion
from helpers.analysis.frequency import WordCount
from helpers.analysis.keyness import Comparison, KeyWord
from helpers.analysis.zipf import measure_zipf
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_words
from helpers.text.span import Span
from helpers.views.charts.chart import Chart, count_until, draw_bars, new_axes, nothing_to_show
from helpers.views.colours import ink
from helpers.views.layer import cut, shown
from helpers.views.table import Table


def plot_word_counts(text: Article | str, counts: Sequence[WordCount], *, top: int = 15) -> Chart:
    """The ``top`` most frequent words as bars, from what ``count_words`` gave."""
    shown_counts = counts[:top]
    rows = tuple((count.word, count.count, count.share) for count in shown_counts)
    numbers = Table(("word", "count", "share"), rows, "", text, tuple(shown_counts))
    if not rows:
        return nothing_to_show("There are no words to count.", numbers)
    figure, axes = new_axes(0.9 + 0.24 * len(rows))
    draw_bars(axes, [row[0] for row in rows], [row[1] for row in rows])
    axes.set_xlabel("occurrences")
    first = rows[0]
    total = counts[0].base
    description = (
        f"The {len(rows)} most frequent of {len(counts)} different words; the first is "
        f"“{first[0]}” with {first[1]} of {total} occurrences."
    )
    return Chart(figure, description, numbers, text)


def plot_places(text: Article | str, places: Mapping[str, Sequence[Span]]) -> Chart:
    """Where in the text something occurs: one row a name, one stroke a place, start to end.

    The unit is the word: a stroke at 100 stands where the hundredth word of the text begins.
    """
    plain = text_of(text)
    starts = [word.start for word in find_words(plain)]
    # The number of the word in which a place begins, counted from 1.
    positions = {
        name: [count_until(starts, s.start) for s in spans] for name, spans in places.items()
    }
    rows = tuple((name, place) for name, found in positions.items() for place in found)
    numbers = Table(("name", "at word"), rows, "", text)
    if not rows:
        return nothing_to_show("There is no place to show.", numbers)
    figure, axes = new_axes(0.9 + 0.35 * len(positions))
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


def plot_zipf(text: Article | str, counts: Sequence[WordCount]) -> Chart:
    """Count by rank, both on scales of tenfold steps, with the Zipf line that fits best.

    From what ``count_words`` gave for the whole text; see ``measure_zipf`` for the line.
    """
    line = measure_zipf([count.count for count in counts])
    rows = tuple(
        (rank, count.word, count.count, line.expected(rank)) for rank, count in enumerate(counts, 1)
    )
    numbers = Table(("rank", "word", "count", "on the line"), rows, "", text, tuple(counts))
    if line.exponent is None:
        return nothing_to_show("There are fewer than two different words to rank.", numbers)
    figure, axes = new_axes(3.6)
    ranks = [row[0] for row in rows]
    axes.loglog(ranks, [row[2] for row in rows], "o", ms=4, color=ink(0).colour, label="words")
    label = f"Zipf line, exponent {line.exponent:.2f}"
    axes.loglog(ranks, [row[3] for row in rows], "--", color=ink(1).colour, label=label)
    axes.set_xlabel("rank")
    axes.set_ylabel("occurrences")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter("{x:g}")  # 10 and 100 rather than powers of ten
    axes.legend(frameon=False)
    once = sum(count.count == 1 for count in counts)
    description = (
        f"{line.types} different words by rank: from {rows[0][2]} occurrences "
        f"(“{rows[0][1]}”) down to {rows[-1][2]}; {once} occur once. The line that fits best "
        f"falls with the exponent {line.exponent:.2f}."
    )
    return Chart(figure, description, numbers, text)


def plot_dispersion(text: Article | str, found: Sequence[Dispersion]) -> Chart:
    """Where words stand, one row a word, with Gries' DP beside its mean at random.

    From what ``measure_dispersion`` gave; the same rows as those of ``plot_places``.
    """
    columns = ("word", "count", "parts_with_it", "number_of_parts", "dp", "dp_at_random")
    rows = tuple(tuple(getattr(word, column) for column in columns) for word in found)
    numbers = Table(columns, rows, "", text, tuple(found))
    if not found:
        return nothing_to_show("There is no word to show.", numbers)
    names = [f"{w.word}   DP {w.dp:.2f} (at random {w.dp_at_random:.2f})" for w in found]
    chart = plot_places(text, {name: word.places for name, word in zip(names, found, strict=True)})
    listed = "; ".join(
        f"“{w.word}” is in {w.parts_with_it} of {w.number_of_parts} parts, DP {w.dp:.2f}, "
        f"at random {w.dp_at_random:.2f}"
        for w in found
    )
    return Chart(chart.figure, f"Where words stand, and how evenly: {listed}.", numbers, text)


def plot_keyness(text: Article | str, found: Comparison, *, top: int = 10) -> Chart:
    """Log Ratio with its interval, for the ``top`` words of each direction.

    From what ``compare_words`` gave, in its order. Filled are the words that the text has
    relatively more often, hollow those that its reference has.
    """
    more, less = found.more[:top], found.less[:top]
    words = [*more, *less]
    columns = [name for name in KeyWord.columns if name in found.columns]
    rows = tuple(tuple(getattr(word, name) for name in columns) for word in words)
    numbers = Table(tuple(columns), rows, found.title, text, tuple(words))
    if not words:
        return nothing_to_show("No word is frequent enough in both to be compared.", numbers)
    figure, axes = new_axes(1.5 + 0.24 * len(words))
    for row, word in enumerate(words):
        is_more = row < len(more)
        colour = ink(0 if is_more else 1).colour
        if word.log_ratio_low is not None and word.log_ratio_high is not None:
            axes.hlines(row, word.log_ratio_low, word.log_ratio_high, colors=colour, linewidth=1.5)
        face = colour if is_more else "white"
        axes.plot(word.log_ratio, row, "o", color=colour, markerfacecolor=face)
    axes.axvline(0, color="black", linewidth=0.8)
    names = [f"{shown(word.word)}  {word.count} : {word.reference_count}" for word in words]
    axes.set_yticks(range(len(words)), names, parse_math=False)
    axes.set_ylim(len(words) - 0.5, -0.5)
    axes.set_xlabel("Log Ratio: 1 is twice as often, 2 is four times as often")
    figure.suptitle(
        f"← {_short(found.reference)}  |  {_short(found.name)} →", fontsize=10, parse_math=False
    )
    said = [
        f"more often in {name}: {', '.join(f'“{word.word}”' for word in side)}"
        for name, side in ((found.name, more), (found.reference, less))
        if side
    ]
    unclear = sum(
        word.log_ratio_low is not None and word.log_ratio_low <= 0 <= (word.log_ratio_high or 0)
        for word in words
    )
    holds_zero = f" For {unclear} of these the interval holds zero." if unclear else ""
    return Chart(figure, f"{found.title}; {'; '.join(said)}.{holds_zero}", numbers, text)


def _short(name: str, longest: int = 40) -> str:
    """A name that fits beside another one."""
    name = shown(name)
    return cut(name, longest)
