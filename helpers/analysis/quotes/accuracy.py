"""How often the rules for quotations are right, and on which texts that was measured.

The figures stand here once; audits, exports and ``methods`` read them, and ``benchmarks/quotes.py``
prints them beside fresh ones, so that figures of older rules are seen to be old.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

# What decides about a quotation, beside this folder itself.
_RULES = ("analysis/quotes", "analysis/people", "text/quotation_marks.py")
_NO_RULES = ("accuracy.py", "corrections.py", "sourcing.py")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Percentages of one measurement; 100 would be every one as the annotators have it."""

    corpus: str
    articles: int
    measured: str
    """The day, year-month-day."""
    quoted_found: float
    """F1 of all stretches in quotation marks that are somebody's words, to the exact word."""
    rightly_attributed: float
    """Of the stretches of four words and more: found, and given the right source."""
    content_precision: float
    """Of all that is called somebody's words, quoted or retold: how much overlaps by half with
    what the annotators marked."""
    content_recall: float
    """Of what the annotators marked: how much was found, by the same measure."""

    def in_words(self) -> str:
        """The figures in whole sentences, with the corpus that they were measured on."""
        return (
            f"These rules were measured on {self.articles} articles of {self.corpus}, on "
            f"{self.measured}. Of quotations of four words and more, "
            f"{self.rightly_attributed:.1f}% were found and given to the right source. What stands "
            "in quotation marks and is somebody's words was found, to the exact word, with an F1 "
            f"of {self.quoted_found:.1f}%. Of all that the rules call somebody's words, quoted or "
            f"retold, {self.content_precision:.1f}% was marked by the annotators, too, and of what "
            f"those marked, {self.content_recall:.1f}% was found (overlapping by at least half)."
        )

    def record(self) -> dict[str, Any]:
        """The figures under their names."""
        return asdict(self)


MEASURED = Accuracy(
    corpus="PolNeAR (English political news of 2016), development part",
    articles=84,
    measured="2026-11-22",
    quoted_found=95.0,
    rightly_attributed=92.5,
    content_precision=84.9,
    content_recall=55.4,
)


@cache
def rules_version() -> str:
    """Twelve hexadecimal digits that change whenever the rules do: of the SHA-256 of their code."""
    digest = sha256()
    helpers = files("helpers")
    for place in _RULES:
        for file in _source_files(helpers.joinpath(*place.split("/"))):
            # A copy of the repository on Windows may have other line ends, and the same rules.
            digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def _source_files(place: Traversable) -> list[Traversable]:
    if place.is_file():
        return [place]
    if not place.is_dir():
        return []
    found = [file for file in place.iterdir() if file.name.endswith((".py", ".toml"))]
    rules = [file for file in found if file.name not in _NO_RULES]
    return sorted(rules, key=lambda file: file.name)
