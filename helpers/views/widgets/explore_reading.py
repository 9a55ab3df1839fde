"""Read a text paragraph by paragraph, its sentences shaded by length, each with its place."""

from __future__ import annotations

import ipywidgets

from helpers.analysis.sentence_lengths import MeasuredSentence, measure_sentences
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs
from helpers.text.span import Span
from helpers.views.layer import escaped, layers_by_size
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, shown_in, unheard
from helpers.views.widgets.reading_pane import reading_pane
from helpers.views.widgets.slider import Slider

BORDERS = (10, 20, 30)
"""Where the next range of lengths begins, in words."""
_HOW = "Click a sentence, or go to it with Tab and press Enter, to see where it stands."


class ExploreReading(Panel):
    """The widget; ``explore_reading(article)`` makes one."""

    def __init__(self, text: Article | str) -> None:
        self._paragraphs = find_paragraphs(text_of(text))
        self._sentences = measure_sentences(text)
        last = max(1, len(self._paragraphs))
        auto = {"width": "auto"}
        self.paragraph = Slider(1, 1, last, "Paragraph")
        self.back = ipywidgets.Button(
            description="Previous paragraph", icon="arrow-left", layout=auto
        )
        self.on = ipywidgets.Button(description="Next paragraph", icon="arrow-right", layout=auto)
        self.whole = ipywidgets.Checkbox(
            value=False, description="show the whole article", indent=False
        )
        self.summary = ipywidgets.HTML()
        self.place = ipywidgets.HTML()
        self.pane = reading_pane(text)
        self.problem = Problem()
        row = {"flex_flow": "row wrap", "align_items": "center"}
        super().__init__(
            [
                ipywidgets.HBox([self.paragraph, self.back, self.on, self.whole], layout=row),
                self.problem,
                self.summary,
                self.pane,
                self.place,
            ]
        )
        self._turn = shown_in(self.problem, self._show)
        self.paragraph.observe(self._turn, "value")
        self.whole.observe(self._turn, "value")
        self.back.on_click(shown_in(self.problem, lambda _: self._go(-1)))
        self.on.on_click(shown_in(self.problem, lambda _: self._go(1)))
        self.pane.on_click(shown_in(self.problem, self._tell))
        self._turn()

    def _go(self, steps: int) -> None:
        number = self.paragraph.value + steps
        if self.paragraph.smallest <= number <= self.paragraph.largest:
            self.paragraph.value = number
        else:
            # The button stays enabled: one that is switched off loses the keyboard's place.
            end = "first" if steps < 0 else "last"
            self.place.value = f'<p role="status">This is the {end} paragraph.</p>'

    def _show(self, _: object = None) -> None:
        number = self.paragraph.value
        here = self._paragraphs[number - 1 : number]
        inside = [s for s in self._sentences if s.paragraph == number]
        shown = self._sentences if self.whole.value else inside
        with self.pane.hold_sync():  # all at once, so that the page draws once
            self.pane.show(layers_by_size(shown, "words", BORDERS, title="location"))
            self.pane.show_paragraphs(*(() if self.whole.value else here))
            self.pane.scroll_to(*(here if self.whole.value else ()))
        self.summary.value = f'<p role="status">{escaped(self._in_words(inside))}</p>'
        self.place.value = f"<p>{_HOW}</p>"

    def _in_words(self, inside: list[MeasuredSentence]) -> str:
        """The paragraph in one sentence."""
        if not inside:
            return "There is nothing to read here."
        sentences = "1 sentence" if len(inside) == 1 else f"{len(inside)} sentences"
        words = sum(sentence.words for sentence in inside)
        return (
            f"Paragraph {self.paragraph.value} of {len(self._paragraphs)}: {sentences}, "
            f"{words} {'word' if words == 1 else 'words'}."
        )

    def _tell(self, place: Span) -> None:
        for sentence in self._sentences:
            if sentence.sentence.start <= place.start < sentence.sentence.end:
                self._point_to(sentence)
                return

    def _point_to(self, sentence: MeasuredSentence) -> None:
        start, end = sentence.sentence
        if self.whole.value and self.paragraph.value != sentence.paragraph:
            with unheard(self.paragraph, self._turn):
                self.paragraph.value = sentence.paragraph
            inside = [s for s in self._sentences if s.paragraph == sentence.paragraph]
            self.summary.value = f'<p role="status">{escaped(self._in_words(inside))}</p>'
        self.pane.scroll_to(sentence.sentence)
        self.place.value = (
            f'<p role="status">{escaped(sentence.location)}. In code: '
            f"<code>article.text[{start}:{end}]</code></p>"
        )


def explore_reading(text: Article | str) -> ExploreReading:
    """A text paragraph by paragraph, with the length and the place of every sentence.

    What it shows is what ``measure_sentences`` gives, in the layers of
    ``layers_by_size(…, "words", (10, 20, 30))``. A sentence says its place when it is pointed at,
    and below the text when it is clicked or chosen with Tab and Enter.
    """
    return ExploreReading(text)
