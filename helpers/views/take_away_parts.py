"""The parts of the page to take away: each is made of findings, and is a piece of a web page.

Styles are inline, as in ``highlight``: the page stands in a notebook, too, among other outputs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from helpers.analysis.quotes.accuracy import MEASURED
from helpers.analysis.quotes.quote import Quote
from helpers.annotation.agreement import Agreement
from helpers.annotation.annotation import Annotation
from helpers.annotation.codebook import load_codebook
from helpers.annotation.comparison import Difference
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.views.charts import plot_speakers
from helpers.views.colours import ink
from helpers.views.discussion import Discussion
from helpers.views.highlight import highlight
from helpers.views.kept_verdicts import Verdict
from helpers.views.layer import Layer, escaped
from helpers.views.table import Table

_BOX = "border:2px solid currentColor;padding:0.5em 0.8em;margin:1em 0"
# JupyterLab's own style would float both, and put a name beside what belongs to another one.
_NAME = "float:none;width:auto"
_BELOW = "float:none;width:auto;margin:0 0 0.6em 1.2em;white-space:pre-wrap;overflow-wrap:anywhere"


def section(heading: str, piece: str) -> str:
    """A piece of the page under a heading of the second level."""
    return f"<section><h2>{escaped(heading)}</h2>{piece}</section>"


def paragraph(words: str) -> str:
    """A paragraph of the page's own words."""
    return f"<p>{escaped(words)}</p>"


def pairs(rows: Iterable[tuple[str, str]]) -> str:
    """What each thing is called, and what it is; the second is a piece of a page already."""
    listed = "".join(
        f'<dt style="{_NAME}"><strong>{escaped(name)}</strong></dt>'
        f'<dd dir="auto" style="{_BELOW}">{piece}</dd>'
        for name, piece in rows
    )
    return f"<dl>{listed}</dl>"


def rights_part(rights: str, may_be_passed_on: bool) -> str:
    """Whether this page may be given to others, in a frame."""
    words = escaped(f"Rights of the article: {rights or 'not stated'}")
    if not may_be_passed_on:
        words = (
            "<strong>Do not pass this page on, and do not publish it.</strong> It holds words of "
            f"the article, and nothing allows that. {words}"
        )
    return f'<p style="{_BOX}">{words}</p>'


def answers_part(answers: Sequence[tuple[str, str]]) -> str:
    """Questions with their answers."""
    if not answers:
        return paragraph("No question was answered.")
    return pairs((question, escaped(answer)) for question, answer in answers)


def marks_part(
    article: Article, marks: Sequence[Annotation], within: Sequence[Span], elsewhere: int
) -> str:
    """How many marks there are, and where they stand in the text."""
    times = Counter(mark.label for mark in marks)
    said = [f"{_counted(len(marks), 'mark')} in {_counted(len(within), 'paragraph')}."]
    if elsewhere:
        said.append(f"Not shown here, because they stand elsewhere: {elsewhere}.")
    seen = sum(mark.blind is False for mark in marks)
    if seen:
        said.append(f"Made after the machine's findings were to be seen: {seen}.")
    layers = [
        Layer(name, tuple(s for m in marks if m.label == name for s in m.spans), ink(number))
        for number, name in enumerate(dict.fromkeys([*_labels(), *times]))
        if times[name]
    ]
    return paragraph(" ".join(said)) + highlight(article, *layers, within=within).html()


def _labels() -> list[str]:
    """In this order the inks are those that the annotator shows for the first lesson."""
    return [label.name for label in load_codebook("first lesson").labels]


def agreement_part(partner: str, agreement: Agreement | None) -> str:
    """How far two readers agree: in words, label by label, and what that does not say."""
    if agreement is None:
        return paragraph(
            "Nobody's marks were compared with these: no partner and no shipped reading was chosen."
        )
    if agreement.problem:
        return paragraph(" ".join([f"Compared with {partner}.", agreement.problem]))
    rows = []
    for one in agreement.labels:
        exact, half = (round((share or 0) * one.marks) for share in (one.exact, one.half))
        rows.append((one.label, one.marks, _part(exact, one.marks), _part(half, one.marks)))
    _, marks, exact_part, half_part = rows[-1]
    low, high = agreement.labels[-1].exact_from, agreement.labels[-1].exact_to
    spread = ""
    if low is not None and high is not None:
        spread = (
            " And it hangs on few sentences: when sentences are drawn from these by lot, again and "
            f"again, the share of exact counterparts is anything from {low:.0%} to {high:.0%}."
        )
    columns = ("label", "marks of both", "same words", "overlapping by half or more")
    return (
        paragraph(
            f"{' and '.join(agreement.readers)} made {marks} marks here. With an exact counterpart "
            f"in the other's reading (the same label on the same words): {exact_part}. With one "
            f"that overlaps by half or more: {half_part}. Places to talk about: "
            f"{len(agreement.disagreements)}."
        )
        + Table(columns, tuple(rows), "Marks with a counterpart").html()
        + paragraph(
            "This does not say who is right: two readers who agree can both be wrong." + spread
        )
        + "".join(paragraph(note) for note in agreement.notes)
    )


def verdicts_part(article: Article, verdicts: Sequence[Verdict], discussion: Discussion) -> str:
    """Each difference from the machine that the reader decided about, as it was put to them."""
    if not verdicts:
        return paragraph("No difference from the machine was decided about.")
    drawn = ""
    for number, one in enumerate(verdicts, 1):
        difference = Difference(one.cause, one.reader, one.program, one.sentence, one.content)
        quote = discussion.quote_of(difference)
        marked = [s for s in discussion.contents if any(s.overlaps(o) for o in one.content)]
        rows = [
            ("In the article", _words(article, one.sentence)),
            ("Marked", _words(article, one.reader or marked)),
            ("The machine has", _words(article, one.program or (quote.content if quote else ()))),
            ("Its rule", escaped(one.rule)),
            ("Verdict", escaped(one.verdict) or "none yet"),
            ("Reason", escaped(one.reason)),
        ]
        listed = pairs((name, piece) for name, piece in rows if piece)
        heading = f"<h3>{number}. {escaped(discussion.heading_of(difference))}</h3>"
        drawn += f'<div style="break-inside:avoid">{heading}{listed}</div>'
    return drawn


def _words(article: Article, spans: Sequence[Span] | None) -> str:
    """The article's words at these places, said to be in its language."""
    if not spans:
        return "nothing"
    lang = f' lang="{escaped(article.language)}"' if article.language else ""
    return f"<span{lang}>{escaped(' … '.join(span.of(article.text) for span in spans))}</span>"


def sources_part(article: Article, quotes: Sequence[Quote], sources: Table) -> str:
    """Who is quoted how much in the whole article, and how often the rules behind it are right."""
    return (
        plot_speakers(article, quotes).html()
        + sources.html()
        + paragraph(
            "How much room a speaker gets describes this report; it is not a bias. The same was "
            "counted for every speaker, by rules that can be wrong: who is named in two ways may "
            "stand in two rows."
        )
        + paragraph(MEASURED.in_words())
    )


def _part(number: int, whole: int) -> str:
    return f"{number} ({number / whole:.0%})" if whole else "none"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
