"""Go through the quotations of a text: who speaks, introduced how, decided by which rule."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import ipywidgets

from helpers.analysis.quotes import Quote, explain
from helpers.analysis.quotes.corrections import CORRECTED
from helpers.analysis.quotes.sourcing import Source, audit_sources
from helpers.annotation.journal import journal_path
from helpers.annotation.seen import note_seen
from helpers.text.article import Article, text_of
from helpers.text.span import Span
from helpers.views.charts import plot_speakers, plot_timeline
from helpers.views.kept_corrections import CorrectedText
from helpers.views.layer import escaped, layers_by, shortened
from helpers.views.table import table
from helpers.views.widgets.correct_quotes import CorrectQuotes
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, shown_in, unheard
from helpers.views.widgets.reading_pane import reading_pane

EVERYBODY = "everybody"
ALL_KINDS = "every kind"
ALL_STANCES = "every stance"
NOBODY = "no speaker found"
NO_STANCE = "no reporting words"
_OF_ATTRIBUTED = "share_of_attributed"


class ExploreQuotes(Panel):
    """The widget; ``explore_quotes(article)`` makes one."""

    def __init__(self, text: Article | str, reader: str | None = None) -> None:
        self._text = text if isinstance(text, Article) else Article(text_of(text))
        self._corrected = CorrectedText(self._text, reader)
        self._shown: list[Quote] = []
        row = {"flex_flow": "row wrap"}
        self.speaker = ipywidgets.Dropdown(description="Speaker", options=[EVERYBODY])
        self.kind = ipywidgets.Dropdown(description="Kind", options=[ALL_KINDS])
        self.stance = ipywidgets.Dropdown(description="Stance", options=[ALL_STANCES])
        self._menus: tuple[tuple[ipywidgets.Dropdown, str, Callable[[Quote], str]], ...] = (
            (self.speaker, EVERYBODY, lambda quote: quote.speaker or NOBODY),
            (self.kind, ALL_KINDS, lambda quote: quote.kind),
            (self.stance, ALL_STANCES, lambda quote: quote.stance or NO_STANCE),
        )
        self.summary = ipywidgets.HTML()
        self.quote = ipywidgets.Select(
            description="Quotation",
            options=[],
            rows=8,
            layout={"width": "46em", "max_width": "100%"},
        )
        self.why = ipywidgets.HTML()
        self.problem = Problem()
        self.pane = reading_pane(self._text)
        self.corrections = CorrectQuotes(self._corrected, self.problem, self._redraw)
        self.timeline = ipywidgets.HTML()
        self.chart = ipywidgets.HTML()
        self.audit = ipywidgets.HTML()
        self.rows = ipywidgets.HTML()
        super().__init__(
            [
                ipywidgets.HBox([self.speaker, self.kind, self.stance], layout=row),
                self.summary,
                self.quote,
                self.why,
                self.problem,
                self.pane,
                self.corrections,
                self.timeline,
                self.chart,
                self.audit,
                self.rows,
            ]
        )
        self._filter_again = shown_in(self.problem, self._filter)
        self._look = shown_in(self.problem, self._show_quote)
        for menu, _, _ in self._menus:
            menu.observe(self._filter_again, "value")
        self.quote.observe(self._look, "value")
        self.pane.on_click(shown_in(self.problem, self._choose_clicked))
        self.pane.on_select(shown_in(self.problem, self.corrections.take_selection))
        shown_in(self.problem, self._redraw)()
        with suppress(OSError):  # in a protected workbook nothing can be marked either
            note_seen(journal_path(self._text, reader))
        if self._corrected.notices:
            self.problem.say(" ".join(self._corrected.notices))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All quotations, corrected, whichever are shown."""
        return self._corrected.quotes

    def _redraw(self, content: tuple[Span, ...] = ()) -> None:
        """Draw everything anew, because the quotations may be others; show this one if it is there.

        Without one, the quotation that is chosen stays so, if it can.
        """
        chosen = self._chosen()
        for menu, every, name in self._menus:
            options = [every, *dict.fromkeys(map(name, self.quotes))]
            before = menu.value
            with unheard(menu, self._filter_again):
                menu.options = options
                menu.value = before if before in options and not content else every
        self.corrections.draw()
        self._filter(stay_at=content or (chosen.content if chosen else ()))

    def _filter(self, _: object = None, stay_at: tuple[Span, ...] = ()) -> None:
        self._shown = [
            quote
            for quote in self.quotes
            if all(menu.value in (every, name(quote)) for menu, every, name in self._menus)
        ]
        audit = audit_sources(self._text, self._shown)
        number = f"{len(self._shown)} of {len(self.quotes)} quotations"
        contents = [quote.content for quote in self._shown]
        first = 0 if self._shown else None
        with unheard(self.quote, self._look):
            self.quote.options = [(self._line(quote), n) for n, quote in enumerate(self._shown)]
            self.quote.value = contents.index(stay_at) if stay_at in contents else first
        self.pane.show(layers_by(self._shown, "speaker", role="content"))
        self._show_quote()
        alone = "" if len(self._shown) == len(self.quotes) else "Counted are these alone. "
        self.summary.value = f'<p role="status">{number}. {alone}{escaped(audit.in_words())}</p>'
        # Pictures last: they take longest, and the reader looks at list and text first.
        # Of what a filter leaves, a speaker's share of "all that is attributed" would mislead.
        columns = [name for name in Source.columns if not (alone and name == _OF_ATTRIBUTED)]
        title = f"Sources of {number}"
        self.audit.value = table(self._text, audit, columns=columns, title=title).html()
        self.rows.value = table(self._text, self._shown, title="Quotations").html()
        self.timeline.value = plot_timeline(self._text, self._shown).html()
        self.chart.value = plot_speakers(self._text, self._shown).html()

    def _chosen(self) -> Quote | None:
        return None if self.quote.value is None else self._shown[self.quote.value]

    def _line(self, quote: Quote) -> str:
        corrected = " · corrected" if quote.rule == CORRECTED else ""
        return f"{quote.speaker or NOBODY}: {shortened(self._text, quote.content)}{corrected}"

    def _show_quote(self, _: object = None) -> None:
        quote = self._chosen()
        self.corrections.look_at(quote)
        if quote is None:
            self.why.value = "<p>No quotation fits this choice.</p>"
            self.pane.scroll_to()
            return
        plain = self._text.text
        cue = quote.cue.of(plain) if quote.cue else "none"
        said = [
            ("Speaker", quote.speaker or NOBODY),
            ("Source in the text", quote.source.of(plain) if quote.source else "none"),
            ("Cue", f"{cue} ({quote.stance})" if quote.stance else cue),
        ]
        if quote.addressee:
            said.append(("To", quote.addressee.of(plain)))
        if quote.via:
            said.append(("By way of", quote.via))
        listed = "; ".join(f"<b>{name}:</b> {escaped(words)}" for name, words in said)
        self.why.value = f"<p>{listed}.<br>{escaped(explain(quote))}</p>"
        self.pane.scroll_to(*quote.content)

    def _choose_clicked(self, place: Span) -> None:
        contents = [quote.content for quote in self._shown]
        # A quotation may lie within another: the clicked mark itself comes first.
        clicked = [n for n, content in enumerate(contents) if place in content]
        around = [
            n
            for n, content in enumerate(contents)
            if any(span.start <= place.start <= span.end for span in content)
        ]
        if clicked or around:
            self.quote.value = (clicked or around)[0]


def explore_quotes(text: Article | str, *, reader: str | None = None) -> ExploreQuotes:
    """The quotations of a text, filtered by speaker, kind and stance, each to be disputed.

    What it shows is what ``find_quotes``, ``explain``, ``audit_sources`` and the charts give. A
    quotation is chosen from the list or by clicking it in the text; it can be given another
    speaker or kind, or be rejected, and others can be added. Corrections are kept as they are
    made: ``correct(find_quotes(article), load_corrections(article), text=article)`` is the twin.
    What the reader marks in this text from now on is not blind any more, and is recorded so.

    Args:
        reader: a pseudonym; without one, the reader that the workbook is set to.
    """
    return ExploreQuotes(text, reader)
