"""What all findings have in common: they are made of spans, and each span plays a role."""

from __future__ import annotations

import dataclasses
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Protocol, runtime_checkable

from helpers.text.article import Article, text_of
from helpers.text.span import Span


@runtime_checkable
class Finding(Protocol):
    """Anything found in a text: a quotation, a concordance line, a reader's mark.

    Tables, highlights and exports know findings only through ``parts()`` and ``record()``,
    so that a new kind of finding needs no change in them.
    """

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Pairs of role and span, such as ``("cue", Span(7, 13))``, one for each piece."""
        ...


def record(text: Article | str, finding: Finding) -> dict[str, Any]:
    """A flat dict of one finding: its plain values, then words and offsets for each role.

    A role with several pieces (an interrupted quotation) has its words joined by `` … `` and
    its offsets by spaces, as in ``"0-12 20-31"``. Roles without a span and values that are None are
    left out.
    """
    plain = text_of(text)
    parts: dict[str, list[Span]] = {}
    for role, span in finding.parts():
        parts.setdefault(role, []).append(span)
    flat: dict[str, Any] = {}
    for field in dataclasses.fields(finding):  # type: ignore[arg-type]
        value = getattr(finding, field.name)
        if value not in (None, ()) and field.name not in parts and not holds_spans(value):
            flat[field.name] = value
    for role, spans in parts.items():
        flat[role] = " … ".join(span.of(plain) for span in spans)
        flat[f"{role}_at"] = " ".join(f"{span.start}-{span.end}" for span in spans)
    return flat


def provenance(text: Article | str, **parameters: Any) -> dict[str, Any]:
    """What somebody needs to make the same figure again: text, program and parameters.

    The text is named by its SHA-256, and for an article also by the file that it came from.
    """
    article = text if isinstance(text, Article) else Article(text_of(text))
    try:
        workbook = version("close-reading-workbook")
    except PackageNotFoundError:  # the package is used from a copied folder
        workbook = "not installed"
    return {
        "title": article.title,
        "url": article.url,
        "rights": article.rights,
        "text_sha256": article.fingerprint,
        "file": article.origin.file,
        "file_sha256": article.origin.sha256,
        "fetched_from": article.origin.url,
        "fetched_at": str(article.origin.retrieved or ""),
        "encoding": article.origin.encoding,
        "loader": article.origin.loader,
        "left_out": list(article.origin.left_out),
        "workbook": workbook,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "parameters": parameters,
    }


def holds_spans(value: object) -> bool:
    """True for a span, and for several in a tuple: a place in a text and no plain value."""
    if isinstance(value, Span):
        return True
    return isinstance(value, tuple) and bool(value) and all(isinstance(v, Span) for v in value)
