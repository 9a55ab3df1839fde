"""A codebook: the labels that readers agree on, and what each of them means.

A codebook is a small TOML file that teachers edit; the workbook's own lie in ``codebooks/``.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar

from helpers.text.span import Span
from helpers.workbook import locate

COLOURS = {
    "blue": "#0072b2",
    "vermillion": "#d55e00",
    "green": "#009e73",
    "purple": "#cc79a7",
    "orange": "#e69f00",
    "sky": "#56b4e9",
    "grey": "#999999",
}
"""What a label's colour may be called: those of Okabe and Ito (2008) that can be seen on a light
page and on a dark one, and grey."""
_OWN = Path(__file__).parent / "codebooks"


@dataclass(frozen=True, slots=True)
class Detail:
    """A question that is asked beside a label, and what can be answered."""

    name: str
    question: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """One label and what a reader has to know to give it."""

    columns: ClassVar = ("layer", "name", "key", "definition", "example", "near_miss")

    name: str
    layer: str
    """The group that is switched on and off together."""
    definition: str
    example: str
    """The marked words stand between [ and ]."""
    near_miss: str
    """Something that looks as if it had this label, and why it has not."""
    colour: str
    """As #rrggbb."""
    key: str
    """The letter or digit that gives the label, in lower case."""
    details: tuple[Detail, ...] = ()

    def parts(self) -> Iterator[tuple[str, Span]]:
        """None, because a label is no place in a text; but ``table`` can show labels so."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """A named set of labels, in the order in which they are shown."""

    name: str
    title: str
    note: str
    """What its users ought to know: where it is from, whether it was tried out."""
    labels: tuple[Label, ...]
    fingerprint: str
    """The SHA-256 of the file's text (with line feeds): which edition of the codebook it was."""

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers, in the order of the labels."""
        return tuple(dict.fromkeys(label.layer for label in self.labels))

    def label(self, name: str) -> Label:
        """The label with this name.

        Raises:
            ValueError: there is none.
        """
        for label in self.labels:
            if label.name == name:
                return label
        names = ", ".join(label.name for label in self.labels)
        raise ValueError(f"“{name}” is no label of “{self.title}”. There are: {names}.")

    def check(self, label: str, values: tuple[tuple[str, str], ...] = ()) -> None:
        """Nothing, where the codebook has this label and allows these values beside it.

        Raises:
            ValueError: it does not; the message says what there is.
        """
        questions = {detail.name: detail for detail in self.label(label).details}
        for name, value in values:
            if name in questions and value not in questions[name].choices:
                raise ValueError(
                    f"“{value}” is no answer to “{questions[name].question}” There are: "
                    f"{', '.join(questions[name].choices)}."
                )


def load_codebook(source: str | os.PathLike[str] = "news close reading") -> Codebook:
    """The codebook with this name (``"news close reading"``, ``"first lesson"``) or in this file.

    Raises:
        FileNotFoundError: there is neither such a name nor such a file.
        ValueError: the file is no codebook; the message says which label is wrong, and how.
    """
    own = {file.stem.replace("-", " "): file for file in sorted(_OWN.glob("*.toml"))}
    file = own.get(str(source).strip().lower()) or locate(source)
    if not file.is_file():
        names = ", ".join(f"“{name}”" for name in own)
        raise FileNotFoundError(
            f"There is no codebook “{source}”. Give the path of a TOML file, or one of {names}."
        )
    try:
        # "-sig": old Windows editors begin a file with a byte order mark.
        text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        return _codebook(_parse(text), sha256(text.encode()).hexdigest())
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{file} is no codebook that can be used: it is not in UTF-8. Save it again in your "
            "editor, as plain text with that encoding."
        ) from error
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{file} is no codebook that can be used: {error}") from error


def _parse(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        curly = re.search(r"=\s*[\u2018-\u201f]", text)  # word processors make them
        hint = ' Texts begin and end with straight quotation marks ("), not curly ones.'
        raise ValueError(f"{error}.{hint if curly else ''}") from error


def _codebook(fields: dict[str, Any], fingerprint: str) -> Codebook:
    name = _text(fields, "name", "The codebook")
    tables = fields.get("label")
    if not isinstance(tables, list) or not tables:
        raise ValueError("it has no labels. Each begins with a line [[label]].")
    labels = tuple(_label(table, number) for number, table in enumerate(tables, 1))
    for what in ("name", "key"):
        counts = Counter(getattr(label, what) for label in labels)
        doubled, times = counts.most_common(1)[0]
        if times > 1:
            raise ValueError(f"{times} labels have the {what} “{doubled}”. Change all but one.")
    return Codebook(
        name=name,
        title=_text(fields, "title", "The codebook", name),
        note=_text(fields, "note", "The codebook", ""),
        labels=labels,
        fingerprint=fingerprint,
    )


def _label(table: object, number: int) -> Label:
    if not isinstance(table, dict):
        raise ValueError(f"label {number} is no table. It begins with a line [[label]].")
    name = _text(table, "name", f"Label {number}")
    where = f"The label “{name}”"
    colour = _text(table, "colour", where).lower()
    if colour not in COLOURS and not re.fullmatch("#[0-9a-f]{6}", colour):
        raise ValueError(
            f"{where} has the colour “{colour}”. There are: {', '.join(COLOURS)}, and any as "
            "#rrggbb."
        )
    key = _text(table, "key", where).lower()
    if len(key) != 1 or not key.isalnum():
        raise ValueError(
            f"{where} has the key “{key}”. A key is one letter or digit; all other keys are used "
            "for moving and for changing marks."
        )
    tables = table.get("detail", [])
    if not isinstance(tables, list):
        raise ValueError(f"{where} has a detail that does not begin with [[label.detail]].")
    details = tuple(_detail(detail, where) for detail in tables)
    if len({detail.name for detail in details}) < len(details):
        raise ValueError(f"{where} has two details of the same name. Change one of them.")
    return Label(
        name=name,
        layer=_text(table, "layer", where),
        definition=_text(table, "definition", where),
        example=_text(table, "example", where),
        near_miss=_text(table, "near_miss", where),
        colour=COLOURS.get(colour, colour),
        key=key,
        details=details,
    )


def _detail(table: object, where: str) -> Detail:
    if not isinstance(table, dict):
        raise ValueError(f"{where} has a detail that does not begin with [[label.detail]].")
    name = _text(table, "name", f"{where}: a detail")
    choices = table.get("choices")
    if (
        not isinstance(choices, list)
        or len({str(choice).strip() for choice in choices}) != len(choices)
        or len(choices) < 2
        or not all(isinstance(choice, str) and choice.strip() for choice in choices)
    ):
        raise ValueError(
            f"{where}, detail “{name}”, needs choices: two or more different texts, as in "
            '["direct", "mixed"].'
        )
    question = _text(table, "question", f"{where}, detail “{name}”,")
    return Detail(name, question, tuple(choice.strip() for choice in choices))


def _text(fields: dict[str, Any], name: str, where: str, default: str | None = None) -> str:
    """A field that has to be a text; line breaks in it are for the eye of the editor."""
    value = fields.get(name, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        came = "none" if name not in fields else repr(value)
        raise ValueError(f'{where} needs a {name}, a text in quotes ({name} = "…"); it has {came}.')
    return " ".join(value.split())
