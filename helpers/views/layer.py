"""A layer: spans of a text that are to be shown in one way, under one name."""

from __future__ import annotations

import html
import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from helpers.text.article import Article
from helpers.text.finding import Finding, holds_spans
from helpers.text.span import Span
from helpers.views.colours import GREY, Ink, ink


class Layer(NamedTuple):
    """Spans shown in one ink, with the name that the legend gives them."""

    name: str
    spans: tuple[Span, ...]
    ink: Ink
    titles: tuple[str, ...] = ()
    """For each span what is said of it when it is pointed at; without them, the layer's name."""

    def all_titles(self) -> tuple[str, ...]:
        """One title for each span.

        Raises:
            ValueError: there are titles, but not one for each span.
        """
        titles = self.titles or (self.name,) * len(self.spans)
        if len(titles) != len(self.spans):
            raise ValueError(
                f"The layer “{self.name}” has {len(self.spans)} spans and {len(titles)} titles. "
                "Give one title for each span, or none."
            )
        return titles


# What can be shown as a layer: one made before, a finding, several findings, or bare spans.
Showable = Layer | Finding | Iterable[Layer] | Iterable[Finding] | Iterable[Span]

# From short to long: from cool to warm, and each line heavier than the one before.
_SIZES = (Ink("#56b4e9", "dotted"), Ink("#009e73", "dashed"), Ink("#e69f00", "solid"))
_LARGEST = Ink("#d55e00", "double")


def layers_by(
    findings: Iterable[Finding],
    attribute: str,
    *,
    role: str | None = None,
    missing: str = "",
) -> list[Layer]:
    """One layer for each value of an attribute: quotations by speaker, marks by reader.

    Layers come in the order in which their values first occur; findings without a value ("" or
    None) come last, in grey, under the name ``missing``, or else "no speaker found". ``role``
    says which spans are shown, without it all.

    Raises:
        ValueError: the attribute holds places in the text and no value to sort by.
    """
    groups: dict[str, list[Span]] = {}
    for finding in findings:
        value = _value(finding, attribute)
        spans = [span for found, span in finding.parts() if role in (None, found)]
        groups.setdefault("" if value is None else str(value), []).extend(spans)
    nobodys = groups.pop("", [])
    layers = [Layer(name, tuple(spans), ink(n)) for n, (name, spans) in enumerate(groups.items())]
    if nobodys:
        layers.append(Layer(missing or f"no {attribute} found", tuple(nobodys), GREY))
    return layers


def layers_by_size(
    findings: Iterable[Finding],
    attribute: str,
    borders: Sequence[int],
    *,
    title: str | None = None,
) -> list[Layer]:
    """One layer for each range of a number: sentences by their words, from short to long.

    Args:
        borders: where the next range begins, as in ``(10, 20, 30)``: under 10, 10 to 19, 20 to
            29, 30 and more. At most three.
        title: the attribute that is said of each span when it is pointed at; without it, the
            number itself.

    Raises:
        ValueError: the attribute is no number, or the borders do not rise.
    """
    if not 1 <= len(borders) <= len(_SIZES) or sorted(set(borders)) != list(borders):
        raise ValueError(
            f"borders are {borders!r}; wanted one to three numbers that rise, such as (10, 20, 30)."
        )
    groups: list[list[tuple[Span, str]]] = [[] for _ in range(len(borders) + 1)]
    for finding in findings:
        size = _value(finding, attribute)
        if not isinstance(size, (int, float)):
            raise ValueError(f"“{attribute}” is {size!r}, and no number to sort by.")
        said = getattr(finding, title) if title else f"{size} {attribute}"
        groups[bisect_right(borders, size)] += [(span, said) for _, span in finding.parts()]
    names = [
        f"under {borders[0]} {attribute}",
        *(f"{low} to {high - 1} {attribute}" for low, high in itertools.pairwise(borders)),
        f"{borders[-1]} {attribute} and more",
    ]
    inks = (*_SIZES[: len(borders)], _LARGEST)
    return [
        Layer(name, tuple(span for span, _ in group), how, tuple(said for _, said in group))
        for name, how, group in zip(names, inks, groups, strict=True)
    ]


def _value(finding: Finding, attribute: str) -> Any:
    """What a finding has under this name, where that is a plain value."""
    value = getattr(finding, attribute)
    if holds_spans(value):
        raise ValueError(
            f"“{attribute}” of a {type(finding).__name__} is a place in the text, and no value to "
            f'sort by. To mark those places: layers_by(…, "speaker", role="{attribute}").'
        )
    return value


def as_layers(items: Iterable[Showable]) -> list[Layer]:
    """Everything as layers: findings give one layer for each role, bare spans one for the lot."""
    layers: list[Layer] = []
    roles: dict[str, list[Span]] = {}
    for role, span in _flat(items, layers):
        roles.setdefault(role, []).append(span)
    taken = len(layers)
    return layers + [
        Layer(name, tuple(spans), ink(taken + n)) for n, (name, spans) in enumerate(roles.items())
    ]


def _flat(items: Any, layers: list[Layer]) -> Iterator[tuple[str, Span]]:
    """Pairs of role and span; layers that were made before go to ``layers`` as they are."""
    for item in items:
        if isinstance(item, Layer):
            layers.append(item)
        elif isinstance(item, Span):
            yield "marked", item
        elif isinstance(item, Finding):
            yield from item.parts()
        elif isinstance(item, Iterable) and not isinstance(item, str):
            yield from _flat(item, layers)
        else:
            raise TypeError(
                f"{item!r} cannot be shown in a text: wanted findings, spans or layers, "
                "such as find_quotes(article)."
            )


def cut(words: str, longest: int) -> str:
    """The words, or as many of them as fit, and … in the place of the others."""
    if len(words) <= longest:
        return words
    head = words[: longest - 1]
    end = head.rfind(" ")
    return f"{head[:end] if end > longest // 2 else head}…"


def shortened(article: Article, spans: Iterable[Span], longest: int = 70) -> str:
    """The words of spans on one line of a list, as many as fit there."""
    words = " ".join(" … ".join(span.of(article.text) for span in spans).split())
    return shown(cut(words, longest))


def shown(text: str) -> str:
    """The text with half characters (lone surrogates) as �: no screen or file can take them.

    As long as before, so offsets stay right.
    """
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)


def escaped(text: object) -> str:
    """Text for a page: shown as it is, whatever it holds, and never run."""
    return html.escape(shown(str(text)))
