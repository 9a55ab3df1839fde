"""A picture with a sentence that says the same and a table of its numbers, and how one is begun."""

from __future__ import annotations

import base64
import io
import threading
import warnings
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from helpers.text.article import Article
from helpers.views.colours import ink
from helpers.views.layer import escaped, shown
from helpers.views.table import Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


_DPI = 160
_RUNS = 3
"""Pillow's number for zlib's run lengths: half the time, and a chart is mostly runs of white."""

# matplotlib's settings are those of the whole program, and a widget may draw while a cell does.
_ONE_AT_A_TIME = threading.RLock()


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, the sentence that says what it shows, and the numbers that it was drawn from."""

    figure: Figure
    description: str
    table: Table
    text: Article | str | None = field(default=None, repr=False)

    def image(self, kind: str = "png") -> bytes:
        """The picture as bytes: ``png`` for the screen, ``svg`` for print."""
        # Imported here: matplotlib takes a quarter of a second, and only charts need it.
        from matplotlib import rc_context
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        buffer = io.BytesIO()
        with _ONE_AT_A_TIME, warnings.catch_warnings():
            # A word may hold signs that the font lacks; the description has them all the same.
            warnings.filterwarnings("ignore", "Glyph .* missing from")
            # Metadata without a date: the same numbers give the same file.
            if kind == "png":
                # By savefig the figure would be laid out and drawn twice.
                fast = {"compress_type": _RUNS}
                canvas = FigureCanvasAgg(self.figure)
                canvas.print_png(  # type: ignore[no-untyped-call]  # matplotlib's, without types
                    buffer, metadata={"Software": None}, pil_kwargs=fast
                )
            else:
                # Nor with ids drawn at random, which matplotlib makes without a salt.
                with rc_context({"svg.hashsalt": "chart"}):
                    self.figure.savefig(buffer, format=kind, metadata={"Date": None})
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


def new_axes(height: float) -> tuple[Figure, Axes]:
    # Imported here: matplotlib takes a quarter of a second, and only charts need it. The object
    # itself, not pyplot, which would keep every figure in memory and show some of them twice.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, height), dpi=_DPI, layout="constrained", facecolor="white")
    axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def draw_bars(axes: Axes, names: Sequence[str], values: Sequence[int]) -> None:
    bars = axes.barh(range(len(names)), values, color=ink(0).colour)
    axes.bar_label(bars, padding=3)
    # parse_math: a word from a text may hold "$", which matplotlib would read as a formula.
    axes.set_yticks(range(len(names)), [shown(name) for name in names], parse_math=False)
    axes.margins(y=0.02)
    axes.invert_yaxis()


def nothing_to_show(description: str, numbers: Table) -> Chart:
    figure, axes = new_axes(1.0)
    axes.set_axis_off()
    axes.text(0.0, 0.5, description, transform=axes.transAxes)
    return Chart(figure, description, numbers, numbers.text)


def count_until(starts: Sequence[int], position: int) -> int:
    """How many words begin at or before a position; at least 1."""
    return max(1, bisect_right(starts, position))
