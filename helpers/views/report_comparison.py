"""Two reports side by side, with the quotations that both use marked and numbered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from helpers.analysis.report_comparison import LIKENESS, Report, ReportComparison, SharedQuote
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs, find_sentences
from helpers.text.span import Span
from helpers.views.colours import ink
from helpers.views.layer import escaped
from helpers.views.pieces import find_pieces

# Inline styles, because a page-wide style sheet would reach into other people's outputs. The two
# columns become one where there is no room for both; no row of a pair is cut by the end of a page.
_COLUMNS = "display:flex;flex-wrap:wrap;gap:0 2.5em;line-height:1.8"
_COLUMN = "flex:1 1 19em;min-width:0;max-width:46em"
_WHOLE = "break-inside:avoid"
_ONLY_HERE = "font-weight:bold;text-decoration:underline double;text-underline-offset:0.25em"
_SMALL = "font-size:0.9em;margin:0.2em 0"
_NOBODYS = ("nobody named", "a term in quotation marks")


class _Mark(NamedTuple):
    """A span that is drawn in some way; one that begins a quotation has its number in front."""

    span: Span
    style: str
    title: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class HighlightedReports:
    """Two reports with what both quote; Jupyter shows it, ``save`` writes it as a page."""

    found: ReportComparison
    only_pairs: bool

    @property
    def text(self) -> Article | str:
        """The first report, by which the marks are numbered."""
        return self.found.one.text

    @property
    def texts(self) -> tuple[Article | str, Article | str]:
        """Both: ``save`` names them, with their rights, at the head of the page and beside it."""
        return self.found.one.text, self.found.other.text

    @property
    def findings(self) -> tuple[SharedQuote, ...]:
        """What is marked, so that ``methods`` can say how it was found."""
        return (*self.found.one.shared, *self.found.other.shared)

    def _repr_html_(self) -> str:
        return self.html()

    def html(self) -> str:
        """The whole as HTML: every sign of both texts escaped, each mark with its number."""
        body = _pairs(self.found) if self.only_pairs else _texts(self.found)
        return f"<div><p>{escaped(self.found.in_words())}</p>{_legend(self.found)}{body}</div>"

    def __repr__(self) -> str:
        return f"<HighlightedReports: {self.found.in_words()}>"


def highlight_reports(found: ReportComparison, *, only_pairs: bool = False) -> HighlightedReports:
    """Both reports side by side; the quotations that both use have the same number and colour.

    What one report has of a quotation and the other has not is underlined twice. Where the screen
    is too narrow for two columns, the second report stands below the first.

    Args:
        only_pairs: True shows the sentences of each pair beside each other, and nothing else.
    """
    return HighlightedReports(found, only_pairs)


def _legend(found: ReportComparison) -> str:
    if not found.one.shared:
        return ""
    return (
        f'<p style="{_SMALL}">{_number("[1]")} <mark style="{_shade(0)}">words</mark>: a quotation '
        "that both reports use; it has the same number in both. "
        f'<mark style="{_shade(0)};{_ONLY_HERE}">words</mark>: not in the other report\'s version '
        "of it.</p>"
    )


def _texts(found: ReportComparison) -> str:
    columns = "".join(
        f'<div style="{_COLUMN}"{_language(report)}>{_head(report)}'
        f"{_paragraphs(report, find_paragraphs(text_of(report.text)), report.shared)}</div>"
        for report in (found.one, found.other)
    )
    return f'<div style="{_COLUMNS}">{columns}</div>'


def _pairs(found: ReportComparison) -> str:
    """A list of the pairs, each with the sentences of both reports that it stands in."""
    sentences = [find_sentences(text_of(report.text)) for report in (found.one, found.other)]
    partners = {shared.pair: shared for shared in found.other.shared}
    items = []
    for mine in found.one.shared:
        sides = zip((found.one, found.other), (mine, partners[mine.pair]), sentences, strict=True)
        cells = "".join(
            f'<div style="{_COLUMN}"{_language(report)}>'
            f'<p style="{_SMALL}">{escaped(report.name)}</p>'
            f"{_paragraphs(report, _around(shared, all_), [shared])}</div>"
            for report, shared, all_ in sides
        )
        said = _differences(mine, text_of(found.one.text)) or LIKENESS[mine.likeness]
        items.append(
            f'<li style="{_WHOLE};margin:0.8em 0"><strong>{_number(f"[{mine.pair}]")} '
            f"{escaped(mine.speaker or _NOBODYS[mine.kind == 'term'])}</strong>: {escaped(said)}"
            f'<div style="{_COLUMNS}">{cells}</div></li>'
        )
    return f'<ul style="list-style:none;padding:0;margin:0">{"".join(items)}</ul>'


def _differences(shared: SharedQuote, text: str) -> str:
    """The differences of a pair, with both cues and both speakers where these differ."""
    cue = shared.cue.of(text) if shared.cue else ""
    details = {
        "other cue": (cue, shared.other_cue),
        "other speaker": (shared.speaker, shared.other_speaker),
    }
    said = []
    for difference in filter(None, shared.differences.split("; ")):
        both = [words or "none" for words in details.get(difference, ())]
        said.append(f"{difference} ({' / '.join(both)})" if both else difference)
    return "; ".join(said)


def _head(report: Report) -> str:
    """The name of a report, and who may use it how."""
    article = report.text if isinstance(report.text, Article) else Article("")
    published = article.published.isoformat() if article.published else ""
    title = article.title or report.name
    about = " · ".join(filter(None, (article.outlet, published, article.rights)))
    return (
        f'<p style="margin:0.6em 0"><strong>{escaped(title)}</strong></p>'
        f'<p style="{_SMALL}">{escaped(about)}</p>'
    )


def _language(report: Report) -> str:
    language = report.text.language if isinstance(report.text, Article) else ""
    return f' lang="{escaped(language)}"' if language else ""


def _around(shared: SharedQuote, sentences: Sequence[Span]) -> list[Span]:
    """The sentences in which a quotation stands with its cue and source, in reading order."""
    numbers: set[int] = set()
    for _, span in shared.parts():
        first = bisect_right(sentences, span.start, key=_start) - 1
        last = bisect_right(sentences, span.end - 1, key=_start) - 1
        numbers.update(range(max(first, 0), last + 1))
    return [sentences[number] for number in sorted(numbers)]


def _start(span: Span) -> int:
    return span.start


def _paragraphs(report: Report, areas: Sequence[Span], shared: Iterable[SharedQuote]) -> str:
    text = text_of(report.text)
    marks = [mark for one in shared for mark in _marks(one)]
    begins: dict[int, list[str]] = {}
    for mark in marks:
        if mark.number:
            begins.setdefault(mark.span.start, []).append(_number(mark.number))
    drawn = []
    for pieces in find_pieces(areas, [mark.span for mark in marks]):
        words = []
        for piece in pieces:
            words += begins.get(piece.span.start, [])
            shown = escaped(piece.span.of(text))
            for number in piece.marks:
                mark = marks[number]
                shown = f'<mark title="{escaped(mark.title)}" style="{mark.style}">{shown}</mark>'
            words.append(shown)
        drawn.append(
            f'<p dir="auto" style="margin:0.6em 0;white-space:pre-wrap;orphans:3;widows:3">'
            f"{''.join(words)}</p>"
        )
    return "".join(drawn)


def _marks(shared: SharedQuote) -> Iterator[_Mark]:
    # What is only here lies inside the content, and is drawn inside it.
    for span in shared.only_here:
        title = f"[{shared.pair}] not in the other report's version"
        yield _Mark(span, f"background:transparent;color:inherit;{_ONLY_HERE}", title)
    said = shared.differences or LIKENESS[shared.likeness]
    for at, span in enumerate(shared.content):
        number = "" if at else f"[{shared.pair}]"
        yield _Mark(span, _shade(shared.pair - 1), f"[{shared.pair}] {said}", number)


def _shade(number: int) -> str:
    how = ink(number)
    return (
        f"color:inherit;background:color-mix(in srgb,{how.colour} 22%,transparent);"
        f"border-bottom:2px {how.line} {how.colour}"
    )


def _number(words: str) -> str:
    return f'<span style="font-size:0.8em;font-weight:bold;white-space:nowrap">{words}</span> '
