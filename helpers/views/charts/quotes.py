"""Quotations as pictures: who gets how much room, and who speaks when."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from helpers.analysis.quotes import Quote
from helpers.analysis.quotes.sourcing import NOBODY, TERMS, audit_sources, owner_of
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs, find_words
from helpers.views.charts.chart import Chart, new_axes, nothing_to_show
from helpers.views.colours import GREY, ink
from helpers.views.layer import cut, shown
from helpers.views.table import Table

MOST_LANES = 24
"""More speakers than this share the last line of a picture; the table has them all."""
_LONGEST_LABEL = 32
_HATCH = "////"  # a second cue beside the colour
_KEY = "filled: in quotation marks, hatched: paraphrased"


def plot_speakers(text: Article | str, quotes: Iterable[Quote]) -> Chart:
    """How many words each speaker gets: quoted (filled) and paraphrased (hatched).

    Terms, and statements without a known speaker, have bars of their own. The numbers are those of
    ``audit_sources``. They describe this report; how much room a speaker gets is not in itself a
    bias.
    """
    found = list(quotes)
    audit = audit_sources(text, found)
    sources = [source for source in audit if source.quotations]
    columns = ("speaker", "words_quoted", "words_paraphrased", "share_of_text")
    rows = tuple(tuple(getattr(source, name) for name in columns) for source in sources)
    numbers = Table((*columns[:-1], "share of text"), rows, "", text, tuple(found))
    if not rows:
        return nothing_to_show("There is no quotation to show.", numbers)
    bars = sorted(sources, key=lambda source: -source.words)
    colours = _colours(source.speaker for source in sources)
    drawn, rest = bars[:MOST_LANES], bars[MOST_LANES:]
    names = [source.speaker for source in drawn]
    quoted = [source.words_quoted for source in drawn]
    retold = [source.words_paraphrased for source in drawn]
    if rest:
        names.append(_others(len(rest)))
        quoted.append(sum(source.words_quoted for source in rest))
        retold.append(sum(source.words_paraphrased for source in rest))
    figure, axes = new_axes(1.25 + 0.3 * len(names))
    for place, name in enumerate(names):
        colour = colours.get(name, GREY.colour)
        axes.barh(place, quoted[place], color=colour, edgecolor=colour)
        bar = axes.barh(
            place, retold[place], left=quoted[place], color="white", edgecolor=colour, hatch=_HATCH
        )
        axes.bar_label(bar, [str(quoted[place] + retold[place])], padding=3)
    axes.set_yticks(range(len(names)), [_label(name) for name in names], parse_math=False)
    axes.margins(x=0.08, y=0.02)
    axes.invert_yaxis()
    axes.set_xlabel(f"words\n{_KEY}")
    listed = "; ".join(
        f"{source.speaker} {source.words}"
        + (f" ({source.words_quoted} in marks)" if source.words_paraphrased else "")
        for source in drawn
    )
    if rest:
        listed += f"; {names[-1]} {quoted[-1] + retold[-1]}"
    return Chart(figure, f"{audit.in_words()} Words of each: {listed}.", numbers, text)


class _Stretch(NamedTuple):
    """Words next to each other that are one speaker's and all quoted, or all paraphrased."""

    first: int
    """The number of its first word in the text, counted from 1."""
    words: int
    quoted: bool


def plot_timeline(text: Article | str, quotes: Iterable[Quote]) -> Chart:
    """Who speaks when: one line a speaker, from the text's first word to its last.

    Filled where the words stand in quotation marks, hatched where they are paraphrased; the thin
    lines are where paragraphs begin. Its unit is the word.
    """
    plain = text_of(text)
    found = list(quotes)
    starts = [word.start for word in find_words(plain)]
    lanes: dict[str, list[_Stretch]] = {}
    for quote in found:
        lanes.setdefault(owner_of(quote), []).extend(_stretches(quote, starts))
    lanes |= {name: lanes.pop(name) for name in (NOBODY, TERMS) if name in lanes}  # at the end
    rows = tuple(
        (name, stretch.first, stretch.first + stretch.words - 1, stretch.quoted)
        for name, stretches in lanes.items()
        for stretch in stretches
    )
    columns = ("speaker", "from word", "to word", "in quotation marks")
    numbers = Table(columns, rows, "", text, tuple(found))
    if not rows:
        return nothing_to_show("There is no quotation to show.", numbers)
    colours = _colours(lanes)
    names, drawn = list(lanes)[:MOST_LANES], list(lanes.values())[:MOST_LANES]
    if len(lanes) > MOST_LANES:
        names.append(_others(len(lanes) - MOST_LANES))
        drawn.append([piece for lane in [*lanes.values()][MOST_LANES:] for piece in lane])
    figure, axes = new_axes(1.25 + 0.32 * len(names))
    borders = [bisect_left(starts, paragraph.start) + 1 for paragraph in find_paragraphs(plain)[1:]]
    whole_height = axes.get_xaxis_transform()
    axes.vlines(borders, 0, 1, "#dddddd", linewidth=0.6, zorder=0, transform=whole_height)
    for place, stretches in enumerate(drawn):
        colour = colours.get(names[place], GREY.colour)
        for quoted, face in ((True, colour), (False, "white")):
            bars = [(piece.first, piece.words) for piece in stretches if piece.quoted == quoted]
            hatch = None if quoted else _HATCH
            axes.broken_barh(
                bars, (place - 0.36, 0.72), facecolor=face, edgecolor=colour, hatch=hatch
            )
    axes.set_yticks(range(len(names)), [_label(name) for name in names], parse_math=False)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(1, len(starts) + 1)
    axes.set_xlabel(f"word of the text\n{_KEY}")
    times = Counter(owner_of(quote) for quote in found)
    listed = "; ".join(_place(name, times[name], lanes[name]) for name in names if name in lanes)
    if len(lanes) > MOST_LANES:
        listed += f"; {names[-1]}: see the table"
    return Chart(figure, f"Who speaks when, among {len(starts)} words: {listed}.", numbers, text)


def _stretches(quote: Quote, starts: Sequence[int]) -> list[_Stretch]:
    """The quotation in stretches of quoted and of paraphrased words, in reading order."""
    inside: Counter[int] = Counter()
    marked: Counter[int] = Counter()
    for spans, edges in ((quote.content, inside), (quote.quoted, marked)):
        for span in spans:
            edges[span.start] += 1
            edges[span.end] -= 1
    found: list[_Stretch] = []
    content = quoted = 0
    for edge, following in pairwise(sorted(inside.keys() | marked.keys())):
        content += inside[edge]
        quoted += marked[edge]
        first, after = bisect_left(starts, edge), bisect_left(starts, following)
        if content and first < after:
            found.append(_Stretch(first + 1, after - first, quoted > 0))
    return found


def _place(name: str, times: int, lane: Sequence[_Stretch]) -> str:
    """How often a speaker is quoted, and between which words."""
    often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    if not lane:
        return f"{name} {often}, without a word"
    first = min(piece.first for piece in lane)
    last = max(piece.first + piece.words - 1 for piece in lane)
    return f"{name} {often} between words {first} and {last}"


def _colours(names: Iterable[str]) -> dict[str, str]:
    """The colour of each speaker: those of ``layers_by(quotes, "speaker")``."""
    speakers = [name for name in names if name not in (NOBODY, TERMS)]
    return {name: ink(number).colour for number, name in enumerate(speakers)}


def _label(name: str) -> str:
    """A name beside a bar, cut where it would leave the bar no room."""
    return cut(shown(name), _LONGEST_LABEL)


def _others(number: int) -> str:
    return "1 other" if number == 1 else f"{number} others"
