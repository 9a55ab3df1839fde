"""Summarize a text by one method after the other, and measure a summary of one's own."""

from __future__ import annotations

import ipywidgets

from helpers.analysis.quotes import find_quotes
from helpers.analysis.summary import SentenceScore, summarize
from helpers.analysis.summary.pronouns import find_dangling_pronouns
from helpers.analysis.summary.rouge import measure_rouge
from helpers.analysis.summary.voices import measure_voices
from helpers.text.article import Article, text_of
from helpers.text.span import Span
from helpers.views.charts.summaries import plot_sentence_scores
from helpers.views.colours import ink
from helpers.views.highlight import highlight
from helpers.views.layer import Layer, escaped
from helpers.views.summaries import layers_by_score
from helpers.views.table import Table
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, in_words, shown_in, unheard
from helpers.views.widgets.reading_pane import reading_pane
from helpers.views.widgets.slider import Slider
from helpers.views.widgets.take_notes import TakeNotes

OWN = "Your own summary"
"""The question under which it is kept among the reader's notes."""
LONGEST = 10
_METHODS = {
    "the first sentences (lead)": "lead",
    "frequent words (SumBasic)": "frequency",
    "near the average (centroid)": "centroid",
    "graph of shared words (TextRank)": "textrank",
    "graph of shared words, cosine (TextRank)": "textrank-cosine",
    "graph of like sentences (LexRank)": "lexrank",
    "main topics (LSA)": "lsa",
    "words as in the whole (KL-Sum)": "kl-sum",
}
_REPETITION = {"allowed": 0.0, "a reason against": 0.3, "avoided": 0.7}
_DECIDES, _KEEP, _LEAVE_OUT = "the method decides", "keep it", "leave it out"
_HOW = "Click a sentence, or go to it with Tab and press Enter, to keep it or leave it out."


class ExploreSummary(Panel):
    """The widget; ``explore_summary(article)`` makes one."""

    def __init__(self, text: Article | str) -> None:
        self._text = text
        self._quotes = find_quotes(text)
        self._summary = summarize(text)
        self._lead = self._summary
        self._wishes: dict[Span, str] = {}
        self._current: SentenceScore | None = None
        count = max(1, sum(not score.is_heading for score in self._summary.scores))
        wide = {"style": {"description_width": "initial"}, "layout": {"width": "auto"}}
        self.method = ipywidgets.Dropdown(options=_METHODS, description="Method", **wide)
        self.length = Slider(min(3, count), 1, min(LONGEST, count), "Sentences")
        self.early = ipywidgets.Checkbox(
            value=False, description="prefer early sentences", indent=False
        )
        self.repetition = ipywidgets.Dropdown(
            options=_REPETITION, description="Repetition is", **wide
        )
        self.wish = ipywidgets.Dropdown(
            options=[_DECIDES, _KEEP, _LEAVE_OUT], description="This sentence", **wide
        )
        self.pane = reading_pane(text)
        self.sentence = ipywidgets.HTML(f"<p>{_HOW}</p>")
        self.chosen = ipywidgets.HTML()
        self.voices = ipywidgets.HTML()
        self.chart = ipywidgets.HTML()
        self.scores = ipywidgets.HTML()
        self.problem = Problem()
        row = {"flex_flow": "row wrap", "align_items": "center"}
        super().__init__(
            [
                ipywidgets.HBox([self.method, self.length], layout=row),
                ipywidgets.HBox([self.early, self.repetition], layout=row),
                self.problem,
                self.pane,
                self.sentence,
                ipywidgets.HBox([self.wish], layout=row),
                self.chosen,
                self.voices,
                self.chart,
                self._own_box(),
                self.scores,
            ]
        )
        again = shown_in(self.problem, self._summarize)
        for control in (self.method, self.length, self.early, self.repetition):
            control.observe(again, "value")
        self._wished = shown_in(self.problem, self._note_wish)
        self.wish.observe(self._wished, "value")
        self.pane.on_click(shown_in(self.problem, self._point_to))
        again()

    def _own_box(self) -> ipywidgets.Widget:
        """The field for the reader's own summary, with what was written before."""
        plain = text_of(self._text)
        article = self._text if isinstance(self._text, Article) else Article(plain)
        self.own: TakeNotes | None = None
        try:
            self.own = TakeNotes(article, [OWN])
        except (OSError, ValueError) as error:  # nowhere to keep it: the rest works all the same
            return ipywidgets.HTML(f"<p>{escaped(in_words(error))}</p>")
        self.own.observe(shown_in(self.problem, self._measure), "answers")
        return self.own

    def _summarize(self, _: object = None) -> None:
        options = {
            "early": self.early.value,
            "diversity": self.repetition.value,
            "keep": [s for s, wish in self._wishes.items() if wish == _KEEP],
            "leave_out": [s for s, wish in self._wishes.items() if wish == _LEAVE_OUT],
        }
        self._summary = summarize(
            self._text, self.length.value, method=self.method.value, **options
        )
        self._lead = summarize(self._text, self.length.value)
        self.pane.show(layers_by_score(self._summary))
        self.chosen.value = self._chosen_in_words()
        self.voices.value = f"<p>{escaped(self._voices_in_words())}</p>"
        self.chart.value = plot_sentence_scores(self._text, self._summary).html()
        if self._current:
            self._show_sentence(self._current.sentence)
        self._measure()

    def _chosen_in_words(self) -> str:
        """The summary as a list, each sentence with its score, its reason and a warning."""
        plain = text_of(self._text)
        dangling = {
            found.sentence: found for found in find_dangling_pronouns(self._text, self._summary)
        }
        items = []
        for score in self._summary.chosen:
            warning = ""
            if score.sentence in dangling:
                lost = dangling[score.sentence]
                who = f"is {lost.meant}, as far as the rules can tell" if lost.meant else "is open"
                warning = (
                    f"<br>⚠ Who “{escaped(lost.pronoun.of(plain))}” is, the summary does not say: "
                    f"it {escaped(who)}."
                )
            items.append(
                '<li style="margin:0.4em 0;line-height:1.4">'
                f"{escaped(score.sentence.of(plain))}<br>"
                f"<small>Score {score.score:.4g}: {escaped(score.reason)}.{warning}</small></li>"
            )
        said = f"<ol>{''.join(items)}</ol>" if items else "<p>There is nothing to summarize.</p>"
        return f'<div role="status" style="max-width:46em"><strong>The summary</strong>{said}</div>'

    def _voices_in_words(self) -> str:
        voices = measure_voices(self._text, self._summary, quotes=self._quotes)
        if not voices:
            return "No speaker is quoted in this text."
        dropped = [voice.speaker for voice in voices if not voice.kept]
        names = f": {', '.join(dropped)}" if dropped else ""
        return f"Of {len(voices)} quoted speakers it leaves out {len(dropped)}{names}."

    def _point_to(self, place: Span) -> None:
        for score in self._summary.scores:
            if score.sentence.start <= place.start < score.sentence.end:
                self._show_sentence(score.sentence)
                self.pane.scroll_to(score.sentence)
                return

    def _show_sentence(self, sentence: Span) -> None:
        """Say what the method makes of a sentence, and what the reader wished for it."""
        numbered = enumerate(self._summary.scores, 1)
        number, score = next(pair for pair in numbered if pair[1].sentence == sentence)
        self._current = score
        with unheard(self.wish, self._wished):
            self.wish.value = self._wishes.get(sentence, _DECIDES)
        self.sentence.value = (
            f'<p role="status">Sentence {number}: score {score.score:.4g}; '
            f"{escaped(score.reason)}.</p>"
        )

    def _note_wish(self, _: object = None) -> None:
        if not self._current:
            with unheard(self.wish, self._wished):
                self.wish.value = _DECIDES
            raise LookupError(f"No sentence is chosen yet. {_HOW}")
        self._wishes[self._current.sentence] = self.wish.value
        self._summarize()

    def _measure(self, _: object = None) -> None:
        """Score the reader's own summary against the method's and against the lead."""
        written = str(self.own.answers.get(OWN, "")) if self.own else ""
        if not written.strip():
            self.scores.value = "<p>Write a summary above, and see how much of it others share.</p>"
            return
        self.problem.busy("Comparing …")  # the first time loads NLTK, and that can be felt
        rows = []
        shared = measure_rouge(written, self._summary.of(self._text))[0].shared
        for name, summary in (("the method’s", self._summary), ("the lead", self._lead)):
            for score in measure_rouge(written, summary.of(self._text)):
                values = (round(value, 3) for value in (score.recall, score.precision, score.f1))
                rows.append((name, score.measure, *values))
        columns = ("yours against", "measure", "recall", "precision", "F1")
        shown = Table(columns, tuple(rows), "Words that your summary shares")
        words = highlight(written, Layer("also in the method’s summary", shared, ink(0)))
        self.scores.value = f'<div role="status">{shown.html()}</div>{words.html()}'


def explore_summary(text: Article | str) -> ExploreSummary:
    """A summary of the text by a method of choice, of a length of choice, with its reasons.

    What it shows is what ``summarize``, ``layers_by_score``, ``plot_sentence_scores``,
    ``find_dangling_pronouns`` and ``measure_voices`` give. A summary of one's own is kept with
    the reader's notes, and scored with ``measure_rouge`` as it is written.
    """
    return ExploreSummary(text)
