"""What a reader decided about differences with the rules for quotations, and why.

One file for each text and reader beside the notes, readable without this program.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, ClassVar

from helpers.annotation.annotation import now
from helpers.annotation.comparison import CAUSES, Difference
from helpers.annotation.notes import notes_path
from helpers.text.article import Article
from helpers.text.span import Span, check_span
from helpers.workbook import locked, read_settings, shown_path, write_safely

_ROLES = ("reader", "program", "sentence")
_SPANS = (*_ROLES, "content")
_TEXTS = ("cause", "rule", "verdict", "reason", "written")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One difference, and what the reader says about it."""

    columns: ClassVar = ("cause", "reader", "program", "verdict", "reason")

    cause: str
    """One of ``helpers.annotation.comparison.CAUSES``."""
    reader: tuple[Span, ...] | None
    """What the reader had marked; None for nothing."""
    program: tuple[Span, ...] | None
    sentence: tuple[Span, ...]
    rule: str
    """By which rule the program decided, in words."""
    verdict: str
    """The line that was chosen; "" where only a reason was written."""
    reason: str = ""
    content: tuple[Span, ...] = ()
    """Of the attribution that it is about."""
    written: str = ""
    """Date and time in UTC, as in 2025-05-11T09:30:00Z."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """What the reader and the program have, and the sentences around it."""
        for role in _ROLES:
            for span in getattr(self, role) or ():
                yield role, span

    def is_about(self, difference: Difference) -> bool:
        """Whether it was given on the very same difference."""
        mine = (self.cause, self.reader, self.program, self.content)
        other = difference
        return mine == (other.cause, other.reader, other.program, other.content)


def load_verdicts(article: Article) -> tuple[Verdict, ...]:
    """The reader's verdicts on this text, in reading order; none where nothing is kept yet.

    Raises:
        ValueError: the file is damaged.
    """
    return tuple(sorted(_parse(_path(article), article), key=lambda verdict: verdict.sentence))


def save_verdict(
    difference: Difference, article: Article, *, rule: str, verdict: str, reason: str
) -> Path:
    """The file's path, once the verdict is in it; it takes the place of an earlier one.

    Raises:
        ValueError: the file is damaged; it stays as it is.
        OSError: the disk refuses; the old file is as it was.
    """
    spans = {name: getattr(difference, name) for name in _SPANS}
    new = Verdict(
        cause=difference.cause, rule=rule, verdict=verdict, reason=reason, written=now(), **spans
    )
    path = _path(article)
    with locked(path):
        others = [one for one in _parse(path, article) if not one.is_about(difference)]
        content = {
            "title": article.title,
            "text_sha256": article.fingerprint,
            "reader": read_settings().reader,
            "verdicts": [asdict(one) for one in (*others, new)],
        }
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        # Half a character (a lone surrogate) is written as its JSON escape: the file stays UTF-8.
        write_safely(path, text.encode("utf-8", "backslashreplace"))
    return path


def _path(article: Article) -> Path:
    notes = notes_path(article)
    return notes.with_name(f"{notes.stem}.verdicts.json")


def _parse(path: Path, article: Article) -> list[Verdict]:
    try:
        fields = json.loads(path.read_bytes())
        if fields["text_sha256"] != article.fingerprint:
            raise ValueError("it belongs to another text")
        return [_verdict(one, article.text) for one in fields["verdicts"]]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(
            f"{shown_path(path)} is damaged and was left as it is. "
            "Give it another name to begin anew; what is in it can still be read in an editor."
        ) from error


def _verdict(fields: dict[str, Any], text: str) -> Verdict:
    texts = {name: fields[name] for name in _TEXTS}
    if not all(isinstance(value, str) for value in texts.values()):
        raise ValueError("a verdict has something else where a text should be")
    spans = {name: _spans(fields[name], text) for name in _SPANS}
    if texts["cause"] not in CAUSES or not (spans["sentence"] and spans["content"]):
        raise ValueError("a verdict is about no difference")
    return Verdict(
        reader=spans["reader"] or None,
        program=spans["program"] or None,
        sentence=spans["sentence"],
        content=spans["content"],
        **texts,
    )


def _spans(rows: Sequence[Sequence[int]] | None, text: str) -> tuple[Span, ...]:
    return tuple(check_span(row, text) for row in rows or ())
