"""A layer: spans of a text that are to be shown in one way, under one name."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from helpers.text.finding import Finding
from helpers.text.span import Span
from helpers.views.colours import GREY, Ink, ink


class Layer(NamedTuple):
    """Spans shown in one ink, with the name that the legend gives them."""

    name: str
    spans: tuple[Span, ...]
    ink: Ink


# What can be shown as a layer: one made before, a finding, several findings, or bare spans.
Showable = Layer | Finding | Iterable[Layer] | Iterable[Finding] | Iterable[Span]


def layers_by(
    findings: Iterable[Finding],
    attribute: str,
    *,
    role: str | None = None,
    missing: str = "nobody found",
) -> list[Layer]:
    """One layer for each value of an attribute: quotations by speaker, marks by reader.

    Layers come in the order in which their values first occur; findings without a value come
    last, in grey, under the name ``missing``. ``role`` says which spans are shown, without it all.
    """
    groups: dict[str, list[Span]] = {}
    for finding in findings:
        spans = [span for found, span in finding.parts() if role in (None, found)]
        groups.setdefault(str(getattr(finding, attribute)), []).extend(spans)
    nobodys = groups.pop("", [])
    layers = [Layer(name, tuple(spans), ink(n)) for n, (name, spans) in enumerate(groups.items())]
    return [*layers, Layer(missing, tuple(nobodys), GREY)] if nobodys else layers


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


def shown(text: str) -> str:
    """The text with half characters (lone surrogates) as �: no screen or file can take them.

    As long as before, so offsets stay right.
    """
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)


def escaped(text: object) -> str:
    """Text for a page: shown as it is, whatever it holds, and never run."""
    return html.escape(shown(str(text)))
