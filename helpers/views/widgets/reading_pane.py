"""A text on the screen with layers of marks, which answers clicks and scrolls to a place.

The one pane for every widget that shows text. Offsets here are code points, as everywhere in
Python; ``text_view.js`` converts them to the browser's units.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs
from helpers.text.span import Span, check_span
from helpers.views.highlight import highlight
from helpers.views.layer import Showable, shown
from helpers.views.widgets.problem import in_words
from helpers.views.widgets.script import joined


class ReadingPane(anywidget.AnyWidget):
    """The widget; ``reading_pane(article, …)`` makes one."""

    _esm = joined("text_view.js", "reading_pane.js")
    _css = joined("reading_pane.css")

    plain_text = traitlets.Unicode().tag(sync=True)
    paragraphs: traitlets.List[list[int]] = traitlets.List().tag(sync=True)
    numbers: traitlets.List[int] = traitlets.List().tag(sync=True)
    language = traitlets.Unicode().tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)
    layers: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    target = traitlets.Dict().tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)
    click = traitlets.Dict().tag(sync=True)
    selection = traitlets.Dict().tag(sync=True)
    has_stops = traitlets.Bool(True).tag(sync=True)
    """Is each mark a stop of the Tab key? Without, where something else leads through the marks."""
    is_selectable = traitlets.Bool().tag(sync=True)
    """Has the text a caret, for selecting words without a mouse?"""

    def __init__(self, text: Article | str, *layers: Showable, name: str = "") -> None:
        plain = text_of(text)
        article = text if isinstance(text, Article) else Article(plain)
        self._source = plain
        self._listeners: list[Callable[[Span], None]] = []
        self._selection_listeners: list[Callable[[Span], None]] = []
        super().__init__(
            plain_text=shown(plain),
            language=article.language,
            name=name or article.title or "text",
        )
        self.show_paragraphs()
        self.show(*layers)
        self.observe(self._clicked, "click")
        self.observe(self._selected, "selection")

    def show(self, *layers: Showable) -> None:
        """Show these layers in place of those shown before; see ``highlight`` for what they are."""
        self.layers = [
            {
                "name": layer.name,
                "colour": layer.ink.colour,
                "line": layer.ink.line,
                "spans": [list(span) for span in layer.spans],
                "titles": [shown(title) for title in layer.titles],
            }
            for layer in highlight(self._source, *layers).layers
        ]

    def show_paragraphs(self, *paragraphs: Span) -> None:
        """Show these paragraphs alone; without any, the whole text.

        Raises:
            ValueError: one does not lie in this text.
        """
        every = find_paragraphs(self._source)
        numbers = {span: number for number, span in enumerate(every, 1)}
        chosen = [check_span(span, self._source) for span in paragraphs] or every
        with self.hold_sync():  # the page gets both at once
            self.numbers = [numbers.get(span, 0) for span in chosen]
            self.paragraphs = [list(span) for span in chosen]

    def scroll_to(self, *places: Span) -> None:
        """Outline the places and bring the first into view; without any, outline nothing.

        Raises:
            ValueError: one does not lie in this text.
        """
        spans = [list(check_span(place, self._source)) for place in places]
        # The count makes each call a change, so that the same place can be asked for again.
        self.target = {"spans": spans, "count": self.target.get("count", 0) + 1}

    def on_click(self, listener: Callable[[Span], None]) -> None:
        """Call ``listener`` with the mark that was clicked, or else with the clicked place.

        A mark is chosen with a click, or with Tab and Enter; its span is the whole mark. A click
        on a word without a mark gives an empty span where it was. An exception in a listener is
        shown above the text, and the other listeners are called all the same.
        """
        self._listeners.append(listener)

    @property
    def selected(self) -> Span | None:
        """The words that the reader has selected, or None; what is done elsewhere leaves them."""
        return self._span_of(self.selection) if self.selection else None

    def on_select(self, listener: Callable[[Span], None]) -> None:
        """Call ``listener`` with the words that are selected, by mouse or by keyboard.

        From the first listener on, the text has a caret: the arrows move it, and with Shift they
        select. The span has no white space at its ends, and holds whole graphemes. Exceptions are
        shown as for ``on_click``. See ``selected`` for what is selected at the moment.
        """
        self._selection_listeners.append(listener)
        self.is_selectable = True

    def _clicked(self, change: dict[str, Any]) -> None:
        self._tell(self._span_of(change["new"]), self._listeners)

    def _selected(self, change: dict[str, Any]) -> None:
        span = self._span_of(change["new"])
        self._tell(span if span and span.start < span.end else None, self._selection_listeners)

    def _span_of(self, sent: dict[str, Any]) -> Span | None:
        """The place that the browser sent, checked like any other input."""
        start, end = sent.get("start"), sent.get("end")
        if type(start) is int and type(end) is int and 0 <= start <= end <= len(self._source):
            return Span(start, end)
        return None

    def _tell(self, span: Span | None, listeners: list[Callable[[Span], None]]) -> None:
        if span is None:
            return
        problems = []
        for listener in listeners:
            try:
                listener(span)
            except Exception as error:
                problems.append(in_words(error))
        self.problem = " ".join(problems)


def reading_pane(text: Article | str, *layers: Showable, name: str = "") -> ReadingPane:
    """The text to read, with marks that can be clicked; ``highlight`` is its twin on paper.

    Args:
        layers: as for ``highlight``: findings, spans, or layers made with ``layers_by``.
        name: what a screen reader calls it; without one, the article's title.
    """
    return ReadingPane(text, *layers, name=name)
