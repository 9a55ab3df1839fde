"""Count the words of a text and see what each choice changes."""

from __future__ import annotations

import ipywidgets

from helpers.analysis.concordance import ConcordanceLine, cut_concordance, sort_concordance
from helpers.analysis.dispersion import EQUAL_PARTS, measure_dispersion
from helpers.analysis.frequency import WordCount, count_words
from helpers.analysis.word_forms import cut_words
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_words
from helpers.text.span import Span
from helpers.views.charts import plot_dispersion, plot_word_counts, plot_zipf
from helpers.views.colours import ink
from helpers.views.layer import Layer, escaped
from helpers.views.table import table
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, shown_in, unheard
from helpers.views.widgets.reading_pane import reading_pane
from helpers.views.widgets.slider import Slider
from helpers.views.widgets.word_choices import RESULTS, ROW, WordChoices, menu, parts_to_choose

MOST_LINES = 300
"""More would make the page slow; ``find_concordance`` gives all."""
_CHARTS = ("the most frequent words", "count by rank (Zipf)")
_SORTS = {
    "as in the text": "place",
    "by the words before": "left",
    "by the words after": "right",
}


class ExploreWords(Panel):
    """The widget; ``explore_words(article)`` makes one."""

    def __init__(self, text: Article | str) -> None:
        self._text = text
        self._counts: list[WordCount] = []
        self._lines: list[ConcordanceLine] = []
        self._parts = parts_to_choose(text)
        self.choices = WordChoices()
        self.within = menu("Count in", list(self._parts))
        self.minimum = Slider(1, 1, 10, "Occurrences at least")
        self.top = Slider(15, 5, 40, "How many words are shown")
        self.kind = menu("Chart", _CHARTS)
        self.summary = ipywidgets.HTML()
        self.chart = ipywidgets.HTML()
        self.table = ipywidgets.HTML()
        self.word = menu("Look at", [])
        self.sort = menu("Sort its lines", _SORTS)
        self.line = ipywidgets.Select(
            description="Line", options=[], rows=6, layout={"width": "98%"}
        )
        self.places = ipywidgets.HTML()
        self.lines = ipywidgets.HTML()
        self.pane = reading_pane(text)
        self.problem = Problem()
        super().__init__(
            [
                ipywidgets.HBox([*self.choices.controls, self.within, self.minimum], layout=ROW),
                ipywidgets.HBox([self.kind, self.top], layout=ROW),
                self.problem,
                self.summary,
                ipywidgets.HBox([self.chart, self.table], layout=RESULTS),
                ipywidgets.HBox([self.word, self.sort], layout=ROW),
                self.line,
                self.pane,
                self.places,
                self.lines,
            ]
        )
        recount = shown_in(self.problem, self._recount)
        for control in (*self.choices.controls, self.within, self.minimum):
            control.observe(recount, "value")
        for control in (self.top, self.kind):
            control.observe(shown_in(self.problem, self._draw_chart), "value")
        self._look = shown_in(self.problem, self._look_at_word)
        self.word.observe(self._look, "value")
        self.sort.observe(shown_in(self.problem, self._list_lines), "value")
        self._go = shown_in(self.problem, self._go_to_line)
        self.line.observe(self._go, "value")
        self.pane.on_click(shown_in(self.problem, self._choose_clicked))
        recount()

    def _recount(self, _: object = None) -> None:
        chosen = self.word.value
        # The first count of stems loads NLTK, and that can be felt.
        self.problem.busy("Counting …")
        self._counts = count_words(
            self._text,
            **self.choices.chosen(),
            within=self._parts[self.within.value],
            minimum=self.minimum.value,
        )
        words = [count.word for count in self._counts]
        with unheard(self.word, self._look):
            self.word.options = words
            self.word.value = chosen if chosen in words else next(iter(words), None)
        self._draw_chart()
        self._look_at_word()

    def _draw_chart(self, _: object = None) -> None:
        top = self._counts[: self.top.value]
        if self.kind.value == _CHARTS[0]:
            chart = plot_word_counts(self._text, self._counts, top=self.top.value)
        else:
            chart = plot_zipf(self._text, self._counts)
        self.chart.value = chart.html()
        self.table.value = table(self._text, top, title=f"The first {len(top)} words").html()
        self.summary.value = f'<p role="status">{escaped(self._in_words())}</p>'

    def _in_words(self) -> str:
        """What is counted, in one or two sentences."""
        where = self.within.value
        where = where[0].upper() + where[1:]
        if not self._counts:
            return f"{where}: no word is left to count. Change one of the choices above."
        first = self._counts[0]
        once = sum(count.count == 1 for count in self._counts)
        rare = (
            f"{once} of them once"
            if self.minimum.value == 1
            else f"those with fewer than {self.minimum.value} occurrences are not listed"
        )
        words = "1 word" if first.base == 1 else f"{first.base} words"
        return (
            f"{where}: {words} counted, {len(self._counts)} different ones listed, {rare}. "
            f"“{first.word}” leads with {first.count} ({first.share:.1%})."
        )

    def _look_at_word(self, _: object = None) -> None:
        count = next((count for count in self._counts if count.word == self.word.value), None)
        if count is None:
            self.places.value = ""
            self._lines = []
            self.pane.show()
        else:
            hyphens = self.choices.hyphens.value
            parts = min(EQUAL_PARTS, len(cut_words(self._text, hyphens=hyphens)))
            found = measure_dispersion(self._text, count, parts=parts, hyphens=hyphens)
            self.places.value = plot_dispersion(self._text, [found]).html()
            self._lines = cut_concordance(self._text, count.places, hyphens=hyphens)
            self.pane.show(Layer(count.word, count.places, ink(1)))
        self._list_lines()

    def _list_lines(self, _: object = None) -> None:
        plain = text_of(self._text)
        hyphens = self.choices.hyphens.value
        self._lines = sort_concordance(plain, self._lines, self.sort.value, hyphens=hyphens)
        listed = self._lines[:MOST_LINES]
        with unheard(self.line, self._go):
            self.line.options = [
                (f"paragraph {line.paragraph}: {_written(plain, line)}", number)
                for number, line in enumerate(listed)
            ]
            self.line.value = 0 if listed else None
        title = f"“{self.word.value}” with its neighbours"
        if len(listed) < len(self._lines):
            title += f": the first {len(listed)} of {len(self._lines)} lines"
        self.lines.value = table(self._text, listed, title=title).html() if listed else ""
        self._go_to_line()

    def _go_to_line(self, _: object = None) -> None:
        number = self.line.value
        self.pane.scroll_to(*(() if number is None else (self._lines[number].keyword,)))

    def _choose_clicked(self, place: Span) -> None:
        for count in self._counts:
            for found in count.places:
                if found.start <= place.start <= found.end:
                    self.word.value = count.word
                    # Stay where the reader is: choosing a word goes to its first line.
                    keywords = [line.keyword for line in self._lines[:MOST_LINES]]
                    if found in keywords:
                        self.line.value = keywords.index(found)
                    else:
                        self.pane.scroll_to(found)
                    return
        plain = text_of(self._text)
        for word in find_words(plain):
            if word.start <= place.start <= word.end:
                raise LookupError(
                    f"“{word.of(plain)}” is not counted now: small words, words outside the part "
                    "that is chosen, and rare ones may be left out. Change the choices above to "
                    "look at it."
                )


def explore_words(text: Article | str) -> ExploreWords:
    """Counts, places and neighbours of the words of a text, to be asked again and again.

    What it shows is what ``count_words``, ``measure_dispersion``, ``find_concordance`` and the
    charts give. A word is chosen from the menu or by clicking it in the text, and a line from the
    list or by clicking its place.
    """
    return ExploreWords(text)


def _written(text: str, line: ConcordanceLine) -> str:
    """The words of a line, on one line."""
    return " ".join(text[line.left.start : line.right.end].split())
