"""What the Web Annotations in a file say, whichever program wrote them and on whatever text."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from helpers.annotation.locating import Quotation

POSITION, QUOTE = "TextPositionSelector", "TextQuoteSelector"
SEEN = "machine findings visible"
"""The question that a mark's blindness answers, as other programs show it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One annotation of a file: a mark's fields without its place, and where it points."""

    number: int
    fields: dict[str, Any]
    targets: list[Target]


@dataclass(frozen=True, slots=True)
class Target:
    """Where an annotation points: in which text, at which offsets, at which words."""

    sha256: str
    place: str
    position: tuple[int, int] | None
    quotation: Quotation | None


def parse(content: bytes) -> list[Item]:
    """The annotations in a file, whatever text they are on.

    Raises:
        ValueError: it holds no Web Annotations, or one is damaged.
    """
    try:
        document = json.loads(content.decode("utf-8-sig"))
        nodes = list(_annotations_in(document))
    except RecursionError as error:
        raise ValueError("The file is nested too deeply.") from error
    if not nodes and not _is_empty(document):
        raise ValueError("The file holds no Web Annotations.")
    keys = {node["id"]: _key(node) for node in nodes if isinstance(node.get("id"), str)}
    items = []
    for number, node in enumerate(nodes, 1):
        try:
            targets = [_target(target) for target in _list(node.get("target"))]
            if not targets:
                raise ValueError("it has no target.")
            items.append(Item(number, _fields(node, keys), targets))
        except ValueError as error:
            raise ValueError(f"Annotation {number} cannot be used: {error}") from error
    return items


def _annotations_in(node: object) -> Iterator[dict[str, Any]]:
    """The annotations in a collection, a page, a list, or one that stands alone."""
    if isinstance(node, list):
        for part in node:
            yield from _annotations_in(part)
    elif isinstance(node, dict):
        kinds = _list(node.get("type", node.get("@type")))
        if "Annotation" in kinds or "oa:Annotation" in kinds:
            yield node
        else:
            inside = [node[name] for name in ("first", "items", "@graph") if name in node]
            parts = list(_annotations_in(inside))
            total = node.get("total")
            if type(total) is int and total > len(parts):
                raise ValueError(
                    f"The file holds {len(parts)} of {total} annotations; its other pages are "
                    "missing."
                )
            yield from parts


def _is_empty(document: object) -> bool:
    return isinstance(document, dict) and document.get("total") == 0


def _fields(node: dict[str, Any], keys: dict[str, str]) -> dict[str, Any]:
    """A mark's fields from an annotation's, without place and spans."""
    labels: list[str] = []
    comments: list[str] = []
    links: list[object] = []
    values: dict[str, list[str]] = {}
    fields: dict[str, Any] = {}
    bodies = _list(node.get("body"))
    if isinstance(node.get("bodyValue"), str):
        bodies.append({"value": node["bodyValue"]})
    for body in bodies:
        if not isinstance(body, dict):
            continue  # the address of something outside this file
        purposes, value, name = _list(body.get("purpose")), body.get("value"), body.get("label")
        if "linking" in purposes:
            source = body.get("source")
            links.append(
                _key(source) if isinstance(source, dict) else keys.get(str(source), source)
            )
        elif not isinstance(value, str):
            continue
        elif "tagging" in purposes:
            labels.append(value)
        elif "classifying" in purposes:
            values.setdefault(name if isinstance(name, str) else "class", []).append(value)
        elif "describing" in purposes and name == "codebook":
            fields["codebook"] = value
        elif "describing" in purposes and name == SEEN:
            fields["blind"] = value == "no"
        else:
            comments.append(value)
    motivations = [part for part in _list(node.get("motivation")) if isinstance(part, str)]
    label, *more = labels or motivations[:1] or ["marked"]
    if more:
        values["further tags"] = more
    creators = _list(node.get("creator"))
    return fields | {
        "id": _key(node),
        "label": label,
        "comment": "\n\n".join(comments),
        "values": [[name, ", ".join(said)] for name, said in values.items()],
        "links": links,
        "reader": _name_of(creators[0]) if creators else "",
        "created": node.get("created", ""),
        "modified": node.get("modified", ""),
    }


def _key(node: dict[str, Any]) -> str:
    for name in ("dcterms:identifier", "id"):
        key = node.get(name)
        if isinstance(key, str) and key.split() == [key]:
            return key
    return uuid.uuid4().hex[:12]


def _name_of(creator: object) -> str:
    if isinstance(creator, dict):
        names = (creator.get(name) for name in ("name", "nickname", "id"))
        return next((name for name in names if isinstance(name, str)), "")
    return creator if isinstance(creator, str) else ""


def _target(target: object) -> Target:
    if not isinstance(target, dict):
        raise ValueError("it marks the whole text, no words.")
    source = target.get("source")
    source = source if isinstance(source, dict) else {"id": source}
    position = quotation = None
    for selector in _list(target.get("selector")):
        kinds = _list(selector.get("type")) if isinstance(selector, dict) else []
        if POSITION in kinds and position is None:
            position = _pair(selector)
        elif QUOTE in kinds and quotation is None:
            texts = [selector.get(name, "") for name in ("exact", "prefix", "suffix")]
            if not all(isinstance(text, str) for text in texts) or not texts[0]:
                raise ValueError("the words that it quotes are no text.")
            quotation = Quotation(*texts)
    return Target(
        sha256=_sha256_of(source),
        place="headline" if source.get("label") == "headline" else "text",
        position=position,
        quotation=quotation,
    )


def _pair(selector: dict[str, Any]) -> tuple[int, int]:
    start, end = selector.get("start"), selector.get("end")
    if type(start) is not int or type(end) is not int:
        raise ValueError("its start and end are no whole numbers.")
    return start, end


def _sha256_of(source: dict[str, Any]) -> str:
    value = source.get("schema:sha256", source.get("sha256", ""))
    return value.lower() if isinstance(value, str) else ""


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
