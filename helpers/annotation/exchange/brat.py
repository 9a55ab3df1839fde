"""Marks in the standoff format of brat: the text in one file, its annotations beside it.

``NAME.ann`` goes with ``NAME.txt``, marks on the headline with ``NAME.headline.ann`` and
``NAME.headline.txt``. Each mark is a text-bound annotation (``T``), broken into fragments where
its words do not stand together and at line breaks, which brat does not allow inside; the answers to
the codebook's questions are attributes (``A``), links are relations (``R``), the comment is an
annotator's note (``#``). brat knows only plain names, so that “loaded word” becomes
``loaded_word``; a second note of the kind ``Mark`` holds the mark as it was, in JSON.

Source: https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence

from helpers.annotation.annotation import PLACES, Annotation, marked_text
from helpers.annotation.fields import annotation_of, decoded, fields_of, without_halves
from helpers.text.article import Article
from helpers.text.span import Span

_ENDINGS = {"text": "", "headline": ".headline"}
_LINE_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def write(annotations: Sequence[Annotation], article: Article, *, words: bool) -> dict[str, bytes]:
    """The content of each file, by the end of its name; half characters are written as �.

    Without words there is no text file, and the words of each annotation are left empty: brat
    itself asks for both, but other programs that read its files do not.
    """
    files = {}
    for place in PLACES:
        marks = [mark for mark in annotations if mark.place == place]
        if marks or place == "text":
            lines = "".join(f"{line}\n" for line in _lines(marks, article, place, words))
            files[f"{_ENDINGS[place]}.ann"] = without_halves(lines).encode()
            if words:
                files[f"{_ENDINGS[place]}.txt"] = without_halves(
                    marked_text(article, place)
                ).encode()
    return files


def read(files: dict[str, bytes], article: Article, *, words: bool) -> list[Annotation]:
    """The marks in files that this module wrote, once all that they say of them agrees.

    Raises:
        ValueError: it does not.
    """
    marks = []
    for place in PLACES:
        if f"{_ENDINGS[place]}.ann" in files:
            content = files[f"{_ENDINGS[place]}.ann"].decode()
            marks += _marks(content, article, place, words)
    return marks


def fragments(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The spans without the line breaks in them, as brat wants them."""
    pieces = []
    for span in spans:
        start = span.start
        for found in _LINE_BREAK.finditer(text, span.start, span.end):
            pieces.append(Span(start, found.start()))
            start = found.end()
        pieces.append(Span(start, span.end))
    whole = tuple(piece for piece in pieces if piece.start < piece.end)
    return whole or tuple(spans)  # a mark on nothing but a line break


def _lines(marks: Sequence[Annotation], article: Article, place: str, words: bool) -> list[str]:
    text = marked_text(article, place)
    names = _plain_names([mark.label for mark in marks])
    numbers = {mark.id: f"T{number}" for number, mark in enumerate(marks, 1)}
    lines, notes, attributes, relations = [], [], [], []
    for mark in marks:
        number = numbers[mark.id]
        pieces = fragments(mark.spans, text)
        at = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        said = " ".join(_one_line(piece.of(text)) for piece in pieces) if words else ""
        lines.append(f"{number}\t{names[mark.label]} {at}\t{said}")
        attributes += [
            f"{_plain(name)} {number} {_plain(value)}" for name, value in mark.values if value
        ]
        relations += [
            f"linked Arg1:{number} Arg2:{numbers[other]}"
            for other in mark.links
            if other in numbers and int(number[1:]) < int(numbers[other][1:])
        ]
        if mark.comment:
            notes.append(f"AnnotatorNotes {number}\t{_one_line(mark.comment)}")
        kept = fields_of(mark, article, words=False) | {"links": list(mark.links)}
        notes.append(f"Mark {number}\t{json.dumps(kept)}")
    return [
        *lines,
        *(f"A{number}\t{line}" for number, line in enumerate(attributes, 1)),
        *(f"R{number}\t{line}" for number, line in enumerate(relations, 1)),
        *(f"#{number}\t{line}" for number, line in enumerate(notes, 1)),
    ]


def _marks(content: str, article: Article, place: str, words: bool) -> list[Annotation]:
    marks: list[Annotation] = []
    for line in content.split("\n"):
        kind, _, rest = line.partition("\t")
        if kind.startswith("#") and rest.startswith("Mark "):
            kept = decoded(rest.partition("\t")[2].encode())
            marks.append(annotation_of(kept, article))
    if content != without_halves(
        "".join(f"{line}\n" for line in _lines(marks, article, place, words))
    ):
        raise ValueError("The lines of the file do not agree with each other.")
    _check_fragments(content, article, place, words)
    return marks


def _check_fragments(content: str, article: Article, place: str, words: bool) -> None:
    """What a program that reads brat's files checks: the words stand where each line says."""
    text = without_halves(marked_text(article, place))
    for line in content.split("\n"):
        if line.startswith("T"):
            _, where, said = line.split("\t")
            pieces = [tuple(map(int, at.split())) for at in where.partition(" ")[2].split(";")]
            there = " ".join(_one_line(text[start:end]) for start, end in pieces)
            if words and there != said:
                raise ValueError(f"“{said}” does not stand where the file says.")


def _plain_names(labels: Sequence[str]) -> dict[str, str]:
    """For each label a name of letters, digits, - and _, no two the same."""
    names: dict[str, str] = {}
    used: Counter[str] = Counter()
    for label in dict.fromkeys(labels):
        plain = _plain(label)
        used[plain] += 1
        names[label] = plain if used[plain] == 1 else f"{plain}-{used[plain]}"
    return names


def _plain(name: str) -> str:
    return re.sub("[^A-Za-z0-9_-]", "_", name)


def _one_line(text: str) -> str:
    return re.sub("[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", " ", text)
