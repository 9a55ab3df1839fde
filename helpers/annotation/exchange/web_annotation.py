"""Marks as W3C Web Annotations in JSON-LD, for other annotation tools.

An ``AnnotationCollection`` with one page. Each mark is an ``Annotation``: its label a body with
the purpose *tagging*, its comment one for *commenting*, the answers to the codebook's questions
one each for *classifying*, its links one each for *linking*; codebook and blindness are told by
bodies for *describing*. Each of its spans is a target: a ``TextQuoteSelector`` with the words and
what surrounds them, and a ``TextPositionSelector`` in code points, as the standard counts. The
quotation stands first, because many programs count UTF-16 units, against the standard.

The source of a target is the plain text, named by its SHA-256 (``ni:`` URI, RFC 6920), not the page
that it was taken from: offsets of the one would be wrong in the other. The page stands beside it
under ``via``.

Source: https://www.w3.org/TR/annotation-model/ and https://www.w3.org/TR/annotation-vocab/
"""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Any

from helpers.annotation.annotation import PLACES, Annotation, marked_text
from helpers.annotation.exchange.web_annotation_items import (
    POSITION,
    QUOTE,
    SEEN,
    Item,
    Target,
    parse,
)
from helpers.annotation.fields import annotation_of, as_json_has_it, encoded, fields_of
from helpers.annotation.locating import Located, Quotation, locate, quotation_at
from helpers.text.article import Article
from helpers.text.span import Span, check_span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_OURS = uuid.UUID("6d6f1c8b-6b0a-5f0e-9a56-0d7b2c1e4a11")
_SURE = ("same place", "same surroundings", "only place")


def write(annotations: Sequence[Annotation], article: Article, *, words: bool) -> bytes:
    """The content of the file."""
    name = _iri(article, " ".join(mark.id for mark in annotations))
    collection = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": f"Marks on “{article.title}”" if article.title else "Marks",
        "total": len(annotations),
        "first": {
            "id": f"{name}#page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "partOf": name,
            "items": [_item(mark, article, words) for mark in annotations],
        },
        "last": f"{name}#page",
    }
    return encoded(collection) + b"\n"


def read(content: bytes, article: Article) -> list[Annotation]:
    """The marks in a file of this or another program, once each is known to be on this article.

    Positions are believed where the words that are quoted stand there, counted in code points or
    else in UTF-16 units, or where the source is named by the SHA-256 of this text; without them,
    the words are looked for, with what surrounds them.

    Raises:
        ValueError: an annotation is damaged, on another text, or its words are not to be found in
            one place. Nothing of the file is used.
    """
    items = parse(content)
    texts = {place: _Text(marked_text(article, place)) for place in PLACES}
    pieces = []
    for item in items:
        with _told(item):
            pieces.append([_piece(target, texts) for target in item.targets])
    searched = {
        place: [p.quotation for part in pieces for p in part if p.place == place and not p.span]
        for place in PLACES
    }
    found = {place: iter(locate(searched[place], texts[place].plain)) for place in PLACES}
    marks = []
    for item, parts in zip(items, pieces, strict=True):
        with _told(item):
            if len({part.place for part in parts}) > 1:
                raise ValueError("it is on the headline and on the text at once.")
            spans = [part.span or _sure(next(found[part.place]), part) for part in parts]
            fields = item.fields | {
                "place": parts[0].place,
                "spans": [{"start": start, "end": end} for start, end in sorted(spans)],
            }
            marks.append(annotation_of(fields, article))
    return marks


def read_quoted(content: bytes) -> list[tuple[Annotation, list[Quotation]]]:
    """The marks in a file, on whatever text, each with its words and their surroundings.

    Raises:
        ValueError: an annotation is damaged, or quotes no words.
    """
    quoted = []
    for item in parse(content):
        with _told(item):
            quotations = []
            for target in item.targets:
                if target.quotation is None:
                    raise ValueError("it quotes no words. Save marks with words, to carry them.")
                span = Span(*target.position) if target.position else None
                quotations.append(replace(target.quotation, span=span))
            # Where the old text is unknown, so are the spans; those of the words have their length.
            spans = [q.span or Span(0, len(q.words)) for q in quotations]
            fields = item.fields | {
                "place": item.targets[0].place,
                "spans": [{"start": start, "end": end} for start, end in spans],
            }
            quoted.append((annotation_of(fields, None), quotations))
    return quoted


class _Text:
    """A text with its SHA-256, and with places in it counted in two ways."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.sha256 = Article(plain).fingerprint

    @cached_property
    def by_units(self) -> dict[int, int]:
        """For each place counted in UTF-16 units the one counted in code points."""
        sizes = (2 if sign > "\uffff" else 1 for sign in self.plain)
        return {units: place for place, units in enumerate(accumulate(sizes, initial=0))}

    def says(self, start: int, end: int, words: str) -> bool:
        """Whether the words stand there, as JSON has them."""
        inside = 0 <= start < end <= len(self.plain)
        return inside and as_json_has_it(self.plain[start:end]) == words


@dataclass(frozen=True, slots=True)
class _Piece:
    """A target in this article: its place, and its span or else what to look for."""

    place: str
    span: Span | None
    quotation: Quotation


def _piece(target: Target, texts: dict[str, _Text]) -> _Piece:
    likely = sorted(PLACES, key=lambda place: place != target.place)
    place = next((name for name in likely if texts[name].sha256 == target.sha256), "text")
    text = texts[place]
    is_this = text.sha256 == target.sha256
    if target.sha256 and not is_this:
        raise ValueError("it was made on another text.")
    quotation, position = target.quotation, target.position
    if quotation is None:
        if position is None:
            raise ValueError("it marks no words.")
        if not is_this:
            raise ValueError("it quotes no words, nor does it name the text by its SHA-256.")
        return _Piece(place, check_span(position, text.plain), Quotation(""))
    if position is not None:
        start, end = position
        if text.says(start, end, quotation.words):
            return _Piece(place, Span(start, end), quotation)
        if is_this:
            raise ValueError("its words do not stand where it says.")
        start, end = text.by_units.get(start, -1), text.by_units.get(end, -1)
        if text.says(start, end, quotation.words):
            return _Piece(place, Span(start, end), quotation)
    return _Piece(place, None, quotation)


def _sure(found: Located | None, piece: _Piece) -> Span:
    if found is None or found.confidence not in _SURE:
        times = "in several places" if found else "nowhere"
        raise ValueError(f"“{piece.quotation.words[:60]}” is to be found {times} in this text.")
    return found.span


@contextmanager
def _told(item: Item) -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise ValueError(f"Annotation {item.number} cannot be used: {error}") from error


def _item(mark: Annotation, article: Article, words: bool) -> dict[str, Any]:
    fields_of(mark, article)  # refuses what does not lie inside the article
    bodies = [_body("tagging", mark.label)]
    if mark.comment:
        bodies.append(_body("commenting", mark.comment))
    bodies += [_body("classifying", value, name) for name, value in mark.values]
    if mark.codebook:
        bodies.append(_body("describing", mark.codebook, "codebook"))
    if mark.blind is not None:
        bodies.append(_body("describing", "no" if mark.blind else "yes", SEEN))
    for key in mark.links:
        other = {"id": _iri(article, key), "dcterms:identifier": key}
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": other})
    targets = [_target_of(span, mark.place, article, words) for span in mark.spans]
    item: dict[str, Any] = {
        "id": _iri(article, mark.id),
        "type": "Annotation",
        "dcterms:identifier": mark.id,
        "motivation": "tagging",
    }
    if mark.reader:
        item["creator"] = {"type": "Person", "name": mark.reader}
    if mark.created:
        item["created"] = _in_utc(mark.created)
    if mark.modified:
        item["modified"] = _in_utc(mark.modified)
    return item | {"body": bodies, "target": targets if len(targets) > 1 else targets[0]}


def expected(mark: Annotation) -> Annotation:
    """The mark as it comes back from a file of this format."""
    return replace(mark, created=_in_utc(mark.created), modified=_in_utc(mark.modified))


def _in_utc(time: str) -> str:
    """The standard wants UTC to be called Z; version 0.1.0 of this program wrote +00:00."""
    return f"{time.removesuffix('+00:00')}Z" if time.endswith("+00:00") else time


def _body(purpose: str, value: str, label: str = "") -> dict[str, Any]:
    body = {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
    return body | {"label": label} if label else body


def _target_of(span: Span, place: str, article: Article, words: bool) -> dict[str, Any]:
    text = article.headline_text() if place == "headline" else article
    source: dict[str, Any] = {
        "id": _name_by_hash(text.fingerprint),
        "type": "Text",
        "format": "text/plain",
        "label": place,
        "schema:sha256": text.fingerprint,
    }
    if article.title:
        source["dcterms:title"] = article.title
    if article.language:
        source["language"] = article.language
    if article.url.startswith(("https://", "http://")):
        source["via"] = article.url
    position = {"type": POSITION, "start": span.start, "end": span.end}
    if not words:
        return {"type": "SpecificResource", "source": source, "selector": position}
    said = quotation_at(span, text.text)
    quotation = {
        "type": QUOTE,
        "exact": said.words,
        "prefix": said.before,
        "suffix": said.after,
    }
    return {"type": "SpecificResource", "source": source, "selector": [quotation, position]}


def _iri(article: Article, key: str) -> str:
    """The same name for the same mark in each export, in a form that every program takes."""
    return f"urn:uuid:{uuid.uuid5(_OURS, f'{article.fingerprint} {key!a}')}"


def _name_by_hash(sha256: str) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"
