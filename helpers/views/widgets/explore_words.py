"""Count the words of a text and see what each choice changes."""

from __future__ import annotations

import ipywidgets

from helpers.analysis.concordance import cut_concordance
from helpers.analysis.frequency import WordCount, count_words
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_words
from helpers.text.span import Span
from helpers.views.charts import plot_places, plot_word_counts
from helpers.views.colours import ink
from helpers.views.layer import Layer
from helpers.views.table import table
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, shown_in, unheard
from helpers.views.widgets.reading_pane import reading_pane
from helpers.views.widgets.slider import Slider

_FORMS = {
    "upper and lower case are one": "folded",
    "only identical spellings": "as written",
    "same stem (talk, talks)": "stem",
}


class ExploreWords(Panel):
    """The widget; ``explore_words(article)`` makes one."""

    def __init__(self, text: Article | str) -> None:
        self._text = text
        self._counts: list[WordCount] = []
        wide = {"description_width": "initial"}
        self.form = ipywidgets.Dropdown(
            options=_FORMS, description="The same word is", style=wide, layout={"width": "auto"}
        )
        self.stop_words = ipywidgets.Checkbox(
            value=False, description="count small words too (the, of, and …)", indent=False
        )
        self.top = Slider(15, 5, 40, "How many words the chart shows")
        self.word = ipywidgets.Dropdown(description="Look at", options=[])
        self.chart = ipywidgets.HTML()
        self.places = ipywidgets.HTML()
        self.lines = ipywidgets.HTML()
        self.pane = reading_pane(text)
        self.problem = Problem()
        super().__init__(
            [
                ipywidgets.HBox([self.form, self.stop_words], layout={"flex_flow": "row wrap"}),
                self.top,
                self.chart,
                self.word,
                self.problem,
                self.pane,
                self.places,
                self.lines,
            ]
        )
        recount = shown_in(self.problem, self._recount)
        for control in (self.form, self.stop_words):
            control.observe(recount, "value")
        self.top.observe(shown_in(self.problem, self._draw_chart), "value")
        self._look = shown_in(self.problem, self._look_at_word)
        self.word.observe(self._look, "value")
        self.pane.on_click(shown_in(self.problem, self._choose_clicked))
        recount()

    def _recount(self, _: object = None) -> None:
        chosen = self.word.value
        # The first count of stems loads NLTK, and that can be felt.
        self.problem.busy("Counting …")
        self._counts = count_words(
            self._text, form=self.form.value, stop_words=self.stop_words.value
        )
        words = [count.word for count in self._counts]
        with unheard(self.word, self._look):
            self.word.options = words
            self.word.value = chosen if chosen in words else next(iter(words), None)
        self._draw_chart()
        self._look_at_word()

    def _draw_chart(self, _: object = None) -> None:
        self.chart.value = plot_word_counts(self._text, self._counts, top=self.top.value).html()

    def _look_at_word(self, _: object = None) -> None:
        word = self.word.value
        count = next((count for count in self._counts if count.word == word), None)
        if count is None:
            self.places.value = self.lines.value = ""
            self.pane.show()
            self.pane.scroll_to()
            return
        self.places.value = plot_places(self._text, {word: count.places}).html()
        self.lines.value = table(
            self._text,
            cut_concordance(self._text, count.places),
            title=f"“{word}” with its neighbours",
        ).html()
        self.pane.show(Layer(word, count.places, ink(1)))
        self.pane.scroll_to(count.places[0])

    def _choose_clicked(self, place: Span) -> None:
        for count in self._counts:
            if any(p.start <= place.start <= p.end for p in count.places):
                self.word.value = count.word
                # Stay where the reader is: choosing a word goes to its first place.
                self.pane.scroll_to(
                    next(p for p in count.places if p.start <= place.start <= p.end)
                )
                return
        plain = text_of(self._text)
        for word in find_words(plain):
            if word.start <= place.start <= word.end:
                raise LookupError(
                    f"“{word.of(plain)}” is a small word, and small words are not counted now. "
                    "Tick the box above to look at it."
                )


def explore_words(text: Article | str) -> ExploreWords:
    """Counts, places and neighbours of the words of a text, to be asked again and again.

    What it shows is what ``count_words``, ``cut_concordance`` and the charts give. A word is
    chosen from the menu or by clicking it in the text.
    """
    return ExploreWords(text)
