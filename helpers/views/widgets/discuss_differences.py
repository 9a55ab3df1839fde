"""One's own marks beside what the rules for quotations found: argue about a few differences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import ipywidgets

from helpers.analysis.quotes import Quote
from helpers.annotation.annotation import Annotation
from helpers.annotation.comparison import Difference
from helpers.annotation.journal import journal_path, open_journal
from helpers.annotation.readings import marks_in, sentences_around
from helpers.annotation.seen import has_seen, note_seen
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.views.colours import ink
from helpers.views.discussion import Discussion, find_discussion
from helpers.views.highlight import highlight
from helpers.views.kept_verdicts import Verdict, load_verdicts, save_verdict
from helpers.views.layer import Layer, escaped, shortened
from helpers.views.widgets.form import Field, Form
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, shown_in
from helpers.workbook import shown_path

CHOOSE = "choose …"
VERDICTS = ("I keep mine", "The machine's is better", "The definition leaves it open")
VERDICTS_ALONE = (
    "I would mark it so, too",
    "I would mark it otherwise",
    "The definition leaves it open",
)
"""For a reader who has marked nothing."""
SHOW = "Show what the machine found"
AGAIN = "Read my marks again"
NOBODYS = "nobody's words"
_ROLES = ("source", "cue", "content")


class DiscussDifferences(Panel):
    """The widget; ``discuss_differences(article)`` makes one."""

    def __init__(
        self, article: Article, within: Iterable[Span] | None = None, number: int = 3
    ) -> None:
        self._article = article
        self._within = None if within is None else tuple(sorted(within))
        self._number = number
        self.discussion: Discussion | None = None
        """What is argued about; None as long as the machine's findings are not shown."""
        self.problem = Problem()
        self.answer = ipywidgets.HTML()
        self.button = ipywidgets.Button(
            description=SHOW, layout={"width": "auto", "align_self": "flex-start"}
        )
        self.button.on_click(shown_in(self.problem, self._reveal))
        self.arguments = ipywidgets.VBox([])
        super().__init__([self.answer, self.button, self.problem, self.arguments])
        shown_in(self.problem, self._begin)()

    def _begin(self) -> None:
        if has_seen(journal_path(self._article)):
            self._draw()
        else:
            self.answer.value = f"<p>{escaped(_before(len(self._marks())))}</p>"

    def _marks(self) -> tuple[Annotation, ...]:
        return marks_in(open_journal(self._article).annotations, self._within)

    def _reveal(self, _: object) -> None:
        try:
            self._draw()
        finally:
            if self.discussion is not None:  # whatever went wrong then, something was to be seen
                note_seen(journal_path(self._article))

    def _draw(self) -> None:
        marks = self._marks()
        found = find_discussion(self._article, marks, within=self._within, number=self._number)
        self.discussion = found
        # The same button, so that the focus stays where it is.
        self.button.description = AGAIN
        self.answer.value = _introduced(found)
        self.arguments.children = [
            Argument(number, difference, found, marks, self._article, self.problem)
            for number, difference in enumerate(found.differences, 1)
        ]
        kept = load_verdicts(self._article)
        for argument in self.arguments.children:
            argument.show(kept)


class Argument(ipywidgets.VBox):
    """One difference, with the verdict to give on it."""

    def __init__(
        self,
        number: int,
        difference: Difference,
        discussion: Discussion,
        marks: Sequence[Annotation],
        article: Article,
        problem: Problem,
    ) -> None:
        self.difference = difference
        self._number = number
        self._article = article
        self._rule = discussion.rule_of(difference)
        has_mine = discussion.is_compared or difference.reader is not None
        self._verdicts = VERDICTS if has_mine else VERDICTS_ALONE
        self.description = ipywidgets.HTML(
            f"<p><b>{number}. {escaped(discussion.heading_of(difference))}: "
            f"“{escaped(shortened(article, difference.content))}”</b></p>"
            + _sides(difference, discussion, marks, article)
            + f"<p><b>Its rule:</b> {escaped(self._rule)}</p>"
        )
        self.form = Form(
            [
                Field("verdict", f"Verdict {number}", choices=(CHOOSE, *self._verdicts)),
                Field("reason", f"Reason {number}", "what in the definition, or in the text?"),
            ],
            {f"Keep verdict {number}": shown_in(problem, self._keep)},
        )
        self.kept = ipywidgets.HTML()
        super().__init__([self.description, self.form, self.kept])

    def show(self, verdicts: Iterable[Verdict]) -> None:
        """Put into the form what was kept about this difference, if anything was."""
        for verdict in verdicts:
            if verdict.is_about(self.difference):
                chosen = verdict.verdict if verdict.verdict in self._verdicts else CHOOSE
                self.form.fill({"verdict": chosen, "reason": verdict.reason})

    def _keep(self, written: dict[str, str]) -> None:
        verdict = written["verdict"] if written["verdict"] in self._verdicts else ""
        reason = written["reason"].strip()
        if not verdict and not reason:
            raise ValueError("choose a verdict in the menu, or write a reason; then keep it.")
        path = save_verdict(
            self.difference, self._article, rule=self._rule, verdict=verdict, reason=reason
        )
        where = escaped(shown_path(path))
        self.kept.value = (
            f'<p role="status">Verdict {self._number} is kept in <code>{where}</code>.</p>'
        )


def discuss_differences(
    article: Article, *, within: Iterable[Span] | None = None, number: int = 3
) -> DiscussDifferences:
    """A few differences between one's own marks and ``find_quotes(article)``, to argue about.

    Nothing of what the machine found is shown before the reader asks for it; then it is on record
    that later marks are not blind. Each difference comes with the machine's rule, and with a
    verdict to keep: ``load_verdicts(article)`` gives them back. Nobody is said to be right.

    Its twin without a widget is ``compare(marks, find_quotes(article), article)``, and
    ``explain(quote)`` for the rules.

    Args:
        within: what the reader has marked, such as ``article.paragraphs[:8]``; without it, all.
        number: how many differences, the most telling first.
    """
    return DiscussDifferences(article, within, number)


def _before(marks: int) -> str:
    counted = {0: "no marks", 1: "1 mark"}.get(marks, f"{marks} marks")
    advice = "" if marks else " Mark first, if you can: who has seen an answer agrees with it."
    return (
        f"You have made {counted} in this part.{advice} What the machine found is not shown yet. "
        "Once you have pressed the button, what you mark is recorded as not blind."
    )


def _introduced(discussion: Discussion) -> str:
    end = "" if discussion.differences else " There is nothing here to argue about."
    notes = "".join(f"<li>{escaped(note)}</li>" for note in discussion.notes)
    left_out = f"<details><summary>What was left out</summary><ul>{notes}</ul></details>"
    return f"<p>{escaped(discussion.sentence + end)}</p>{left_out if notes else ''}"


def _sides(
    difference: Difference, discussion: Discussion, marks: Iterable[Annotation], article: Article
) -> str:
    """The sentences with what the reader has in them, and again with what the machine has."""
    quote = discussion.quote_of(difference)
    disputed = [*(difference.reader or ()), *(difference.program or ()), *difference.content]
    if quote is not None:
        disputed += [span for role, span in quote.parts() if role in _ROLES]
    area = _hull(sentences_around(disputed, article.sentences))
    mine = [(mark.label, span) for mark in marks for span in mark.spans]
    its = [pair for quote in discussion.quotes for pair in _parts(quote)]
    return _shown("You", mine, area, article) + _shown("The machine", its, area, article)


def _parts(quote: Quote) -> Iterator[tuple[str, Span]]:
    """Source, cue and content; of what nobody is found to say the words, under another name."""
    is_somebodys = quote.cue or quote.source
    for role, span in quote.parts():
        if role in _ROLES:
            yield role if is_somebodys else NOBODYS, span


def _shown(who: str, marked: Iterable[tuple[str, Span]], area: Span, article: Article) -> str:
    """What one side has in this part of the text: the words marked, and a list of them."""
    spans: dict[str, list[Span]] = {name: [] for name in (*_ROLES, NOBODYS)}
    for name, span in marked:
        if name in spans and span.overlaps(area) and span not in spans[name]:
            spans[name].append(span)
    said = "; ".join(
        f"{name} “{span.of(article.text)}”" for name, found in spans.items() for span in found
    )
    layers = [
        Layer(name, tuple(found), ink(number))
        for number, (name, found) in enumerate(spans.items())
        if found
    ]
    drawn = highlight(article, *layers, within=(area,)).html() if layers else ""
    return f"<p><b>{who}:</b> {escaped(said or 'nothing here')}</p>{drawn}"


def _hull(spans: Iterable[Span]) -> Span:
    every = tuple(spans)
    return Span(min(span.start for span in every), max(span.end for span in every))
