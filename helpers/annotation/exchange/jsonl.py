"""Marks as JSON lines in the way of spaCy and Prodigy: a text and its spans on one line.

The line of the article holds ``text``, ``spans`` (``start``, ``end`` and ``label``, code points,
``id`` for the mark that a span belongs to), ``marks`` with everything else that is known of each
mark, and ``meta`` with title and SHA-256. Marks on the headline stand on a second line of the same
kind, whose text is the headline.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from helpers.annotation.annotation import PLACES, Annotation, marked_text
from helpers.annotation.fields import (
    annotation_of,
    as_json_has_it,
    decoded,
    encoded,
    fields_of,
    text_field,
)
from helpers.annotation.locating import find_all
from helpers.text.article import Article


def write(annotations: Sequence[Annotation], article: Article, *, words: bool) -> bytes:
    """The content of the file."""
    lines = []
    for place in PLACES:
        marks = [mark for mark in annotations if mark.place == place]
        if marks or place == "text":
            lines.append(encoded(_line(marks, article, place, words)) + b"\n")
    return b"".join(lines)


def read(content: bytes, article: Article) -> list[Annotation]:
    """The marks in the file, once each is known to belong to this article.

    Lines of others are read as well: those that have a text, which is the article's or occurs
    once in it, and spans; and those that version 0.1.0 of this program wrote, one mark a line.

    Raises:
        ValueError: a line is damaged, or belongs to another text. Nothing of the file is used.
    """
    lines = enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1)
    numbered = []
    for number, line in lines:
        if line.strip():
            with _told(number):
                numbered.append((number, decoded(line)))
    texts = [fields["text"] for _, fields in numbered if isinstance(fields.get("text"), str)]
    places = _Places(article, texts)
    marks: list[Annotation] = []
    for number, fields in numbered:
        with _told(number):
            if "label" in fields:
                marks.append(_old(fields, article))
            else:
                marks += _marks_of(fields, article, places)
    return marks


def read_text(content: bytes) -> Article:
    """The article as the file has it: its text and its headline.

    Raises:
        ValueError: the file was made without words.
    """
    for line in content.split(b"\n"):
        if line.strip():
            fields = decoded(line)
            meta, text = fields.get("meta"), fields.get("text")
            if isinstance(meta, dict) and meta.get("place") == "text" and isinstance(text, str):
                return Article(text, title=text_field(meta, "title", ""))
    raise ValueError("Their words are not in it. Save them with words, or name the old article.")


def _line(marks: Iterable[Annotation], article: Article, place: str, words: bool) -> dict[str, Any]:
    line: dict[str, Any] = {"text": marked_text(article, place)} if words else {}
    line["spans"] = []
    line["marks"] = []
    for mark in marks:
        fields = fields_of(mark, article, words=False)
        for span in fields.pop("spans"):
            line["spans"].append(span | {"label": mark.label, "id": mark.id})
        line["marks"].append(fields | ({"links": list(mark.links)} if mark.links else {}))
    line["meta"] = {
        "place": place,
        "title": article.title,
        "text_sha256": article.fingerprint,
    }
    return line


@contextmanager
def _told(number: int) -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError) as error:
        raise ValueError(f"Line {number} cannot be used: {error}") from error


class _Places:
    """Where the texts of all lines stand in the article."""

    def __init__(self, article: Article, texts: Iterable[str]) -> None:
        self._article = article
        self._whole = {place: as_json_has_it(marked_text(article, place)) for place in PLACES}
        parts = set(texts) - {*self._whole.values()}
        self._starts = find_all(parts, article.text) if parts else {}

    def of(self, fields: dict[str, Any]) -> tuple[str, int, int]:
        """Whether a line is about text or headline, and where in it its text begins and ends."""
        meta = fields.get("meta")
        meta = meta if isinstance(meta, dict) else {}
        text, place = fields.get("text"), str(meta.get("place", "text"))
        if meta.get("text_sha256", self._article.fingerprint) != self._article.fingerprint:
            raise ValueError("it was made on another text.")
        if not isinstance(text, str):
            if "text_sha256" not in meta:
                raise ValueError("it has neither a text nor the SHA-256 of one.")
            return place, 0, len(marked_text(self._article, place))
        for name in sorted(PLACES, key=lambda name: name != place):
            if text == self._whole[name]:
                return name, 0, len(marked_text(self._article, name))
        starts = self._starts.get(text, [])
        if len(starts) != 1:
            times = "more than once" if starts else "nowhere"
            raise ValueError(f"its text is to be found {times} in this article.")
        return "text", starts[0], starts[0] + len(text)


def _marks_of(fields: dict[str, Any], article: Article, places: _Places) -> list[Annotation]:
    place, offset, end_of_text = places.of(fields)
    spans = fields.get("spans")
    marks = fields.get("marks", [])
    if not isinstance(spans, list) or not isinstance(marks, list):
        raise ValueError("it has no list of spans.")
    whole: dict[str, dict[str, Any]] = {}
    for mark in marks:
        if not isinstance(mark, dict) or not isinstance(mark.get("id"), str):
            raise ValueError("one of its marks has no id.")
        whole[mark["id"]] = mark | {"spans": [], "place": place}
    for span in spans:
        start, end = _edges(span)
        if not 0 <= start < end <= end_of_text - offset:
            raise ValueError(f"the span {start}–{end} does not lie inside its text.")
        key = span.get("id") or uuid.uuid4().hex[:12]
        if not isinstance(key, str):
            raise ValueError("the id of one of its spans is not a text.")
        new: dict[str, Any] = {"id": key, "label": span.get("label"), "spans": [], "place": place}
        whole.setdefault(key, new)["spans"].append({"start": start + offset, "end": end + offset})
    return [annotation_of(mark, article) for mark in whole.values()]


def _edges(span: object) -> tuple[int, int]:
    start, end = (span.get("start"), span.get("end")) if isinstance(span, dict) else (None, None)
    if type(start) is not int or type(end) is not int:
        raise ValueError("one of its spans has no start and end in whole numbers.")
    return start, end


def _old(fields: dict[str, Any], article: Article) -> Annotation:
    """A mark as version 0.1.0 wrote it."""
    if fields.get("text_sha256") != article.fingerprint:
        raise ValueError("it was made on another text.")
    spans, words = fields.get("spans"), fields.get("words")
    if not isinstance(spans, list) or not isinstance(words, list) or len(spans) != len(words):
        raise ValueError("it has no spans, or not the words of each.")
    places = [
        {"start": start, "end": end, "words": said}
        for (start, end), said in zip(spans, words, strict=True)
    ]
    return annotation_of(fields | {"spans": places}, article)
