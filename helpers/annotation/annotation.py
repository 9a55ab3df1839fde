"""A reader's mark: a place in a text, a label, and perhaps a comment."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from helpers.text.span import Span


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One mark of one reader."""

    columns: ClassVar = ("label", "words", "comment", "reader", "created")

    label: str
    spans: tuple[Span, ...]
    """In reading order; more than one where the marked words do not stand together."""
    comment: str = ""
    reader: str = ""
    """A pseudonym."""
    created: str = field(default_factory=_now)
    """Date and time in UTC, as in 2025-05-11T09:30:00+00:00."""
    id: str = field(default_factory=lambda: uuid.uuid4().hex[:12])

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Each span, as ``("words", span)``."""
        for span in self.spans:
            yield "words", span
