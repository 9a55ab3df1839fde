"""Go through the quotations of a text: who speaks, introduced how, decided by which rule."""

from __future__ import annotations

import ipywidgets

from helpers.analysis.quotes import Quote, explain, find_quotes
from helpers.text.article import Article, text_of
from helpers.text.span import Span
from helpers.views.charts import plot_speakers
from helpers.views.layer import escaped, layers_by
from helpers.views.table import table
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, shown_in, unheard
from helpers.views.widgets.reading_pane import reading_pane

EVERYBODY = "everybody"
ALL_KINDS = "every kind"
NOBODY = "no speaker found"


class ExploreQuotes(Panel):
    """The widget; ``explore_quotes(article)`` makes one."""

    def __init__(self, text: Article | str) -> None:
        self._text = text
        self._quotes = find_quotes(text)
        self._shown: list[Quote] = []
        speakers = dict.fromkeys(quote.speaker or NOBODY for quote in self._quotes)
        kinds = dict.fromkeys(quote.kind for quote in self._quotes)
        self.speaker = ipywidgets.Dropdown(description="Speaker", options=[EVERYBODY, *speakers])
        self.kind = ipywidgets.Dropdown(description="Kind", options=[ALL_KINDS, *kinds])
        self.quote = ipywidgets.Select(
            description="Quotation", options=[], rows=6, layout={"width": "46em"}
        )
        self.chart = ipywidgets.HTML()
        self.why = ipywidgets.HTML()
        self.rows = ipywidgets.HTML()
        self.pane = reading_pane(text)
        self.problem = Problem()
        super().__init__(
            [
                ipywidgets.HBox([self.speaker, self.kind], layout={"flex_flow": "row wrap"}),
                self.problem,
                self.quote,
                self.why,
                self.pane,
                self.chart,
                self.rows,
            ]
        )
        choose = shown_in(self.problem, self._filter)
        self.speaker.observe(choose, "value")
        self.kind.observe(choose, "value")
        self._look = shown_in(self.problem, self._show_quote)
        self.quote.observe(self._look, "value")
        self.pane.on_click(shown_in(self.problem, self._choose_clicked))
        choose()

    def _filter(self, _: object = None) -> None:
        self._shown = [
            quote
            for quote in self._quotes
            if self.speaker.value in (EVERYBODY, quote.speaker or NOBODY)
            and self.kind.value in (ALL_KINDS, quote.kind)
        ]
        self.pane.show(layers_by(self._shown, "speaker", role="content"))
        self.chart.value = plot_speakers(self._text, self._shown).html()
        self.rows.value = table(self._text, self._shown, title="Quotations").html()
        with unheard(self.quote, self._look):
            self.quote.options = [(self._line(quote), n) for n, quote in enumerate(self._shown)]
            self.quote.value = 0 if self._shown else None
        self._show_quote()

    def _line(self, quote: Quote) -> str:
        words = " … ".join(span.of(text_of(self._text)) for span in quote.content)
        short = words if len(words) < 70 else f"{words[:69]}…"
        return f"{quote.speaker or NOBODY}: {short}"

    def _show_quote(self, _: object = None) -> None:
        if self.quote.value is None:
            self.why.value = "<p>No quotation fits this choice.</p>"
            self.pane.scroll_to()
            return
        quote = self._shown[self.quote.value]
        plain = text_of(self._text)
        said = [
            f"<b>{escaped(name)}</b> {escaped(words)}"
            for name, words in (
                ("Speaker:", quote.speaker or NOBODY),
                ("Source in the text:", quote.source.of(plain) if quote.source else "none"),
                ("Cue:", quote.cue.of(plain) if quote.cue else "none"),
            )
        ]
        self.why.value = f"<p>{'; '.join(said)}.<br>{escaped(explain(quote))}</p>"
        self.pane.scroll_to(*quote.content)

    def _choose_clicked(self, place: Span) -> None:
        for number, quote in enumerate(self._shown):
            if any(s.start <= place.start <= s.end for s in quote.content):
                self.quote.value = number
                return


def explore_quotes(text: Article | str) -> ExploreQuotes:
    """The quotations of a text, filtered by speaker and kind, each with the rule that decided it.

    What it shows is what ``find_quotes`` and ``explain`` give. A quotation is chosen from the
    list or by clicking it in the text.
    """
    return ExploreQuotes(text)
