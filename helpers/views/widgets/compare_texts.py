"""Two texts, or two parts of one, side by side: which words are typical of which?"""

from __future__ import annotations

from typing import NamedTuple

import ipywidgets

from helpers.analysis.frequency import count_words
from helpers.analysis.general_english import GENERAL_ENGLISH
from helpers.analysis.keyness import SORTS, Comparison, compare_words
from helpers.analysis.quoted_parts import NARRATION, QUOTED
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.views.charts import plot_keyness
from helpers.views.colours import ink
from helpers.views.layer import Layer, escaped
from helpers.views.table import table
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, shown_in, unheard
from helpers.views.widgets.reading_pane import ReadingPane
from helpers.views.widgets.slider import Slider
from helpers.views.widgets.word_choices import (
    RESULTS,
    ROW,
    WHOLE,
    WordChoices,
    menu,
    parts_to_choose,
)

_GENERAL = "general English"
_SORTS = dict(zip(("how much there is to go by", "how large it is"), SORTS, strict=True))
_HALF = {"width": "49%", "min_width": "20em"}


class _Part(NamedTuple):
    """What one of the two menus can choose."""

    text: Article | str | None
    """None: general English, which has no text to show."""
    within: tuple[Span, ...] | None


class CompareTexts(Panel):
    """The widget; ``compare_texts(article)`` or ``compare_texts(one, other)`` makes one."""

    def __init__(self, one: Article | str, other: Article | str | None = None) -> None:
        self._found: Comparison | None = None
        self._parts = _named_parts(one, other)
        names = [name for name in self._parts if name != _GENERAL]
        first, second = _two_to_begin_with(names, other is None)
        self.left = menu("On the left", names)
        self.right = menu("On the right", list(self._parts))
        self.left.value, self.right.value = first, second
        self.choices = WordChoices()
        self.minimum = Slider(3, 1, 10, "Occurrences in both at least")
        self.top = Slider(10, 3, 20, "How many words are shown a side")
        self.sort = menu("Sort by the difference:", _SORTS)
        self.all_measures = ipywidgets.Checkbox(
            value=False, description="show all measures", indent=False
        )
        self.summary = ipywidgets.HTML()
        self.chart = ipywidgets.HTML()
        self.tables = tuple(ipywidgets.HTML(layout={"overflow": "visible"}) for _ in range(2))
        self.word = menu("Look at", [])
        self.panes = tuple(ipywidgets.VBox([], layout=_HALF) for _ in range(2))
        self.problem = Problem()
        super().__init__(
            [
                ipywidgets.HBox([self.left, self.right], layout=ROW),
                ipywidgets.HBox([*self.choices.controls, self.minimum], layout=ROW),
                ipywidgets.HBox([self.sort, self.top, self.all_measures], layout=ROW),
                self.problem,
                self.summary,
                self.chart,
                ipywidgets.HBox(self.tables, layout=RESULTS),
                ipywidgets.HBox([self.word], layout=ROW),
                ipywidgets.HBox(self.panes, layout=RESULTS),
            ]
        )
        compare = shown_in(self.problem, self._compare_anew)
        controls = (self.left, self.right, *self.choices.controls, self.minimum, self.sort)
        for control in (*controls, self.all_measures):
            control.observe(compare, "value")
        self.top.observe(shown_in(self.problem, self._draw), "value")
        self._look = shown_in(self.problem, self._look_at_word)
        self.word.observe(self._look, "value")
        compare()

    def _compare_anew(self, _: object = None) -> None:
        self._found = None
        left, right = self._parts[self.left.value], self._parts[self.right.value]
        assert left.text is not None  # general English is on the right menu alone
        self.problem.busy("Comparing …")
        try:
            self._found = compare_words(
                left.text,
                GENERAL_ENGLISH if right.text is None else right.text,
                within=left.within,
                reference_within=right.within,
                name=self.left.value,
                reference_name=self.right.value,
                **self.choices.chosen(),
                minimum=self.minimum.value,
                all_measures=self.all_measures.value,
                sort=self.sort.value,
            )
        finally:  # also where they cannot be compared: nothing of the last pair stays
            self._draw()
            self._show_panes()
            words = [word.word for word in self._found or ()]
            chosen = self.word.value
            with unheard(self.word, self._look):
                self.word.options = words
                self.word.value = chosen if chosen in words else next(iter(words), None)
            self._look_at_word()

    def _draw(self, _: object = None) -> None:
        found = self._found
        if found is None:
            self.chart.value = self.summary.value = ""
            for shown in self.tables:
                shown.value = ""
            return
        text = self._parts[self.left.value].text or ""
        self.chart.value = plot_keyness(text, found, top=self.top.value).html()
        sides = ((found.more, found.name), (found.less, found.reference))
        for shown, (words, name) in zip(self.tables, sides, strict=True):
            first = words[: self.top.value]
            columns = [c for c in found.columns if any(getattr(w, c) is not None for w in first)]
            title = f"More often in: {name}"
            shown.value = table(text, first, columns=columns, title=title).html()
        said = (
            f"{found.title}: {len(found.more)} words are more frequent on the left, "
            f"{len(found.less)} on the right. {found.caution}"
        )
        self.summary.value = f'<p role="status">{escaped(said)}</p>'

    def _show_panes(self) -> None:
        """A pane for each side that is a text; the same one as before where it is the same text."""
        for box, menu_, side in zip(
            self.panes, (self.left, self.right), ("Left text", "Right text"), strict=True
        ):
            text = self._parts[menu_.value].text
            if text is None:
                box.children = ()
            elif not box.children or box.children[0].of is not text:
                title = text.title if isinstance(text, Article) else ""
                box.children = (_SidePane(text, f"{side}: {title or 'a text'}"),)

    def _look_at_word(self, _: object = None) -> None:
        for number, (box, side) in enumerate(zip(self.panes, (self.left, self.right), strict=True)):
            for pane in box.children:
                part = self._parts[side.value]
                counts = count_words(pane.of, within=part.within, **self.choices.chosen())
                places = next((c.places for c in counts if c.word == self.word.value), ())
                pane.show(*([Layer(self.word.value, places, ink(number))] if places else []))
                pane.scroll_to(*places[:1])


class _SidePane(ReadingPane):
    """A reading pane that knows its text."""

    def __init__(self, text: Article | str, name: str) -> None:
        super().__init__(text, name=name)
        self.of = text


def compare_texts(one: Article | str, other: Article | str | None = None) -> CompareTexts:
    """Two parts of a text, or two texts, side by side, with the words typical of each.

    What it shows is what ``compare_words`` and ``plot_keyness`` give. A part can be the whole
    text, what stands inside or outside quotation marks, what is quoted of one speaker, or a
    paragraph; on the right also general English.
    """
    return CompareTexts(one, other)


def _named_parts(one: Article | str, other: Article | str | None) -> dict[str, _Part]:
    """Everything that the menus offer; with two texts each name says of which."""
    parts = {}
    for side, text in (("first", one), ("second", other)):
        if text is not None:
            title = text.title if isinstance(text, Article) else ""
            after = "" if other is None else f" · {side}: {title or 'a text without a title'}"
            for name, spans in parts_to_choose(text).items():
                parts[f"{name}{after}"] = _Part(text, spans)
    return {**parts, _GENERAL: _Part(None, None)}


def _two_to_begin_with(names: list[str], is_one_text: bool) -> tuple[str, str]:
    """Quotations beside narration, or one whole text beside the other, or beside English."""
    if is_one_text:
        halves = QUOTED in names and NARRATION in names
        return (QUOTED, NARRATION) if halves else (WHOLE, _GENERAL)
    first, second = (name for name in names if name.startswith(WHOLE))
    return first, second
