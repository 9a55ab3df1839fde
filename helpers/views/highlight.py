"""A text with the findings marked in it, as a piece of a web page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs
from helpers.text.span import Span, check_span
from helpers.views.colours import Ink
from helpers.views.layer import Layer, Showable, as_layers, escaped
from helpers.views.pieces import Piece, find_pieces

# Inline styles, because a page-wide style sheet would reach into other people's outputs. The
# colours are mixed with what is behind them, so that they hold on light and dark pages.
_BOX = "max-width:46em;line-height:1.9;padding:0.2em 0"


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A text with layers of marks; Jupyter shows it, ``save`` writes it."""

    text: Article | str
    layers: tuple[Layer, ...]
    within: tuple[Span, ...] | None = None
    """What is shown of it; None: all."""

    def _repr_html_(self) -> str:
        return self.html()

    def html(self) -> str:
        """The text as HTML: every sign of it escaped, every mark named, a legend in front."""
        plain = text_of(self.text)
        language = self.text.language if isinstance(self.text, Article) else ""
        marks = [(layer.ink, title) for layer in self.layers for title in layer.all_titles()]
        spans = [span for layer in self.layers for span in layer.spans]
        shown = find_paragraphs(plain) if self.within is None else self.within
        body = "".join(
            f'<p dir="auto" style="margin:0.6em 0;white-space:pre-wrap">'
            f"{_marked(plain, pieces, marks)}</p>"
            for pieces in find_pieces(shown, spans)
        )
        lang = f' lang="{escaped(language)}"' if language else ""
        return f'<div{lang} style="{_BOX}">{legend(self.layers)}{body}</div>'

    def __repr__(self) -> str:
        names = ", ".join(f"{layer.name} ({len(layer.spans)})" for layer in self.layers)
        return f"<Highlighted text: {names or 'nothing marked'}>"


def highlight(
    text: Article | str, *layers: Showable, within: Iterable[Span] | None = None
) -> Highlighted:
    """The text with each layer marked in its own colour and line.

    Args:
        layers: findings (``find_quotes(article)``: one layer for each role), spans
            (``article.sentences``), or layers made with ``layers_by`` or ``layers_by_size``. They
            may overlap.
        within: what is shown of the text, such as ``article.paragraphs[:8]``; without it, all.
            The legend counts all marks, wherever they stand.

    Raises:
        TypeError: something that has no place in a text was given.
        ValueError: a span does not lie in this text; it was probably found in another one. Or two
            spans of ``within`` overlap.
    """
    plain = text_of(text)
    checked = tuple(_checked(layer, plain) for layer in as_layers(layers))
    if within is None:
        return Highlighted(text, checked)
    parts = tuple(sorted(check_span(span, plain) for span in within))
    for one, other in pairwise(parts):
        if one.overlaps(other):
            raise ValueError(f"{one} and {other} overlap. Give parts of the text, each once.")
    return Highlighted(text, checked, parts)


def _checked(layer: Layer, text: str) -> Layer:
    """The layer without its empty spans, once all others are known to lie inside the text."""
    seen = [
        (check_span(span, text), title)
        for span, title in zip(layer.spans, layer.all_titles(), strict=True)
        if span.start < span.end
    ]
    titles = tuple(title for _, title in seen) if layer.titles else ()
    return layer._replace(spans=tuple(span for span, _ in seen), titles=titles)


def legend(layers: tuple[Layer, ...] | list[Layer]) -> str:
    """The names of the layers, each marked as its spans are, with their number."""
    items = "".join(
        f'<li style="display:inline;margin-right:1.2em">'
        f"{_mark(escaped(layer.name), layer.name, layer.ink, 0)} ({len(layer.spans)})</li>"
        for layer in layers
    )
    return (
        f'<ul style="list-style:none;margin:0;padding:0;line-height:1.9">{items}</ul>'
        if items
        else ""
    )


def _marked(text: str, pieces: Sequence[Piece], marks: Sequence[tuple[Ink, str]]) -> str:
    """The escaped text of one paragraph, each piece inside the marks that cover it."""
    drawn = []
    for span, covering in pieces:
        piece = escaped(span.of(text))
        for depth, number in enumerate(covering):
            how, title = marks[number]
            piece = _mark(piece, title, how, depth)
        drawn.append(piece)
    return "".join(drawn)


def _mark(escaped_text: str, title: str, how: Ink, depth: int) -> str:
    """A marked piece; marks around it draw their line lower, so that overlaps stay visible."""
    return (
        f'<mark title="{escaped(title)}" style="color:inherit;'
        f"background:color-mix(in srgb,{how.colour} {22 if depth == 0 else 0}%,transparent);"
        f"border-bottom:3px {how.line} {how.colour};padding-bottom:{depth * 4}px"
        f'">{escaped_text}</mark>'
    )
