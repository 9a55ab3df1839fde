"""A mark as plain fields, as they stand in a JSON file, and back, checked against the text.

Beside the offsets stand the words and what surrounds them, so that a file can be read without
this program, checked by it, and carried to a changed text.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

from helpers.annotation.annotation import Annotation, check_place, marked_text, ordered
from helpers.text.article import Article
from helpers.text.span import Span, check_span

SURROUNDINGS = 32
"""How many code points before and after the marked words are kept with them."""
_TEXTS = ("id", "comment", "reader", "created", "modified", "codebook")


def fields_of(mark: Annotation, article: Article, *, words: bool = True) -> dict[str, Any]:
    """The mark's fields, without those that are empty; ``links`` are left out.

    Raises:
        ValueError: the mark does not lie inside the article, or its spans are out of order.
    """
    text = marked_text(article, mark.place)
    if ordered(mark.spans, text) != mark.spans:
        raise ValueError(
            f"The spans of the mark “{mark.label}” are not in reading order, or overlap: "
            f"{[tuple(span) for span in mark.spans]}."
        )
    fields: dict[str, Any] = {
        "id": mark.id,
        "label": mark.label,
        "spans": [_span_fields(span, text, words) for span in mark.spans],
    }
    if mark.place != "text":
        fields["place"] = mark.place
    for name in ("comment", "reader", "created", "modified", "codebook"):
        if getattr(mark, name):
            fields[name] = getattr(mark, name)
    if mark.values:
        fields["values"] = [list(pair) for pair in mark.values]
    if mark.blind is not None:
        fields["blind"] = mark.blind
    return fields


def annotation_of(fields: object, article: Article | None) -> Annotation:
    """The mark that has these fields, once its words are known to stand where it says.

    Without the article that it was made on, its spans are taken as they are.

    Raises:
        ValueError: a field is missing or of the wrong kind, or the words stand elsewhere.
    """
    if not isinstance(fields, dict):
        raise ValueError("it does not hold the fields of a mark.")
    texts = {name: text_field(fields, name, "") for name in _TEXTS}
    label = text_field(fields, "label")
    place = text_field(fields, "place", "text")
    check_place(place)
    text = marked_text(article, place) if article else None
    blind = fields.get("blind")
    if not label.strip():
        raise ValueError("its label is empty.")
    if texts["id"].split() != [texts["id"]]:
        raise ValueError(f"its id is {texts['id']!r}; an id is one word.")
    if blind is not None and not isinstance(blind, bool):
        raise ValueError("its “blind” is neither true nor false.")
    spans = fields.get("spans")
    if not isinstance(spans, list):
        raise ValueError("it has no list of spans.")
    places = tuple(_span_of(span, text) for span in spans)
    if any(one.end > other.start for one, other in pairwise(places)) or not places:
        raise ValueError("it has no spans, or they are not in reading order, or overlap.")
    return Annotation(
        label=label,
        spans=places,
        place=place,
        values=_values(fields.get("values", [])),
        links=id_list(fields.get("links", [])),
        blind=blind,
        **texts,
    )


def text_field(fields: dict[str, Any], name: str, default: str | None = None) -> str:
    """A field that is a text.

    Raises:
        ValueError: it is missing and has no default, or is something else.
    """
    value = fields.get(name, default)
    if not isinstance(value, str):
        raise ValueError(f"its {name} is " + ("missing." if value is None else "not a text."))
    return value


def id_list(value: object) -> tuple[str, ...]:
    """Ids in a list, as a tuple.

    Raises:
        ValueError: it is no list of texts.
    """
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("the ids in it are no list of texts.")
    return tuple(value)


def encoded(fields: dict[str, Any]) -> bytes:
    """One line of JSON in UTF-8, without its line break.

    Half a character (a lone surrogate) is written as its JSON escape: the file stays UTF-8.
    """
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")


def decoded(line: bytes) -> dict[str, Any]:
    """The fields in one line of JSON.

    Raises:
        ValueError: it is no JSON, or no object.
    """
    try:
        fields = json.loads(line.decode("utf-8"))
    except RecursionError as error:
        raise ValueError("it is nested too deeply.") from error
    if not isinstance(fields, dict):
        raise ValueError("it does not hold the fields of a mark.")
    return fields


def as_json_has_it(text: str) -> str:
    """The text as it comes back from JSON, where two halves of a character become one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def without_halves(text: str) -> str:
    """The text, as long as before, with half characters (lone surrogates) as �.

    For files that have no way to write them.
    """
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)


def _span_fields(span: Span, text: str, words: bool) -> dict[str, Any]:
    fields: dict[str, Any] = {"start": span.start, "end": span.end}
    if words:
        fields["words"] = span.of(text)
        fields["before"] = text[max(0, span.start - SURROUNDINGS) : span.start]
        fields["after"] = text[span.end : span.end + SURROUNDINGS]
    return fields


def _span_of(fields: object, text: str | None) -> Span:
    if not isinstance(fields, dict):
        raise ValueError("a span of it has no start and end.")
    start, end = fields.get("start"), fields.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise ValueError(f"a span of it is ({start!r}, {end!r}), not two numbers that rise.")
    if text is None:
        return Span(start, end)
    span = check_span((start, end), text)
    if "words" in fields and fields["words"] != as_json_has_it(span.of(text)):
        raise ValueError("its words do not stand where it says.")
    return span


def _values(pairs: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(pairs, list):
        raise ValueError("its values are no list of pairs.")
    values = []
    for pair in pairs:
        match pair:
            case [str(name), str(value)] if name:
                values.append((name, value))
            case _:
                raise ValueError("its values are no pairs of texts.")
    if len(dict(values)) < len(values):
        raise ValueError("it has two values of the same name.")
    return tuple(values)
