"""From several readings to one that the readers have agreed on, question by question.

What all readers marked alike is taken over; everything else is a question that somebody decides.
The agreed version is a reading like any other, with a journal of its own. Beside it stands a file
of decisions, a line each, which begins with the agreement as it was before: once readers have
settled their differences, that can no longer be measured.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar

from helpers.annotation.agreement import Agreement, measure_agreement, said
from helpers.annotation.annotation import Annotation, now
from helpers.annotation.fields import decoded, encoded, text_field
from helpers.annotation.journal import Journal, open_journal
from helpers.annotation.line_file import LineFile
from helpers.annotation.locating import as_typed, find_all
from helpers.annotation.pairing import pair_marks, places
from helpers.annotation.readings import (
    Gathered,
    Readings,
    gather_readings,
    sentences_around,
    shown_as,
)
from helpers.text.article import Article
from helpers.text.span import Span

AGREED = "agreed"
"""The reader's name of an agreed version, where none is given."""
NO_MARK = "no mark"
OTHER = "other words"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Question:
    """One place where the readings differ: what each reader has there."""

    columns: ClassVar = ("kind", "answers", "sentence")

    id: str
    """Made from what the readers marked: the same marks give the same question again."""
    kind: str
    """One of ``helpers.annotation.pairing.KINDS``; the gravest, where there are several."""
    sides: tuple[tuple[str, Annotation | None], ...]
    """For each reader the mark, or None."""
    answers: str
    """The readers' labels in words."""
    sentence: tuple[Span, ...]

    def parts(self) -> Iterator[tuple[str, Span]]:
        """What each reader marked, under the reader's name, and the sentences around it."""
        for reader, mark in self.sides:
            for span in () if mark is None else mark.spans:
                yield reader, span
        for span in self.sentence:
            yield "sentence", span

    @property
    def start(self) -> int:
        """Where the first of the marks begins."""
        return min(places(mark)[0].start for _, mark in self.sides if mark is not None)


@dataclass(frozen=True, slots=True)
class Decision:
    """How one question was settled."""

    question: str
    """The question's id."""
    choice: str
    """The name of the reader who was followed, ``NO_MARK`` or ``OTHER``."""
    comment: str
    when: str
    mark: str = ""
    """The id of the mark in the agreed version; "" for none."""


def open_adjudication(
    article: Article,
    readings: Readings,
    *,
    reader: str = AGREED,
    path: str | os.PathLike[str] | None = None,
    within: Iterable[Span] | None = None,
) -> Adjudication:
    """The questions on which readings of an article differ, and what was decided on them so far.

    Whatever all readers marked alike is in the agreed version from the beginning; marks on the
    headline are not asked about. Opened again with the same readings, it goes on where it
    stopped. Where a reader has changed something since, what was decided on the other places
    stays, and the new agreement is put on record below the old one.

    Args:
        readings: as for ``measure_agreement``.
        reader: the name under which the agreed version is kept.
        path: its journal; without one, ``my_work/annotations/``. The file of decisions stands
            beside it, and its name ends in ``.decisions.jsonl``.
        within: what all readers have read, such as ``article.paragraphs[:8]``.

    Where there is nothing to adjudicate (one reader, nothing marked), the result says so in
    ``problem``, and nothing is written.

    Raises:
        ValueError: one of the two files belongs to another text.
        OSError: the disk refuses.
    """
    stretch = None if within is None else tuple(within)
    gathered = gather_readings(readings, article, within=stretch)
    before = measure_agreement(readings, article, within=stretch)
    return Adjudication(article, gathered, before, open_journal(article, reader=reader, path=path))


class Adjudication:
    """The questions, what was decided so far, and the agreed version; ``open_adjudication``."""

    def __init__(
        self, article: Article, gathered: Gathered, before: Agreement, journal: Journal
    ) -> None:
        self.article = article
        self.readers = tuple(gathered.marks)
        self.problem = gathered.problem
        self.before = before
        """How far the readers agree without what was decided here."""
        self.journal = journal
        """The agreed version's."""
        self.path = _beside(journal.path)
        self.questions: tuple[Question, ...] = ()
        """In reading order."""
        self._ids: frozenset[str] = frozenset()
        self._decisions: dict[str, Decision] = {}
        self._notices: list[str] = []
        self._states: set[str] = set()  # the readings whose agreement is on record
        self._became: dict[str, str] = {}  # a reader's mark → the agreed mark that it became
        everybody = [mark for marks in gathered.marks.values() for mark in marks]
        self._links = sorted({(mark.id, key) for mark in everybody for key in mark.links})
        self._lines = LineFile(self.path)
        if not self.problem:
            self._read()
            self._begin(gathered)

    def __repr__(self) -> str:
        return shown_as("Adjudication", self.sentence)

    @property
    def sentence(self) -> str:
        """How far it has come, in words, or why there is nothing to adjudicate."""
        if self.problem:
            return self.problem
        decided = len(self.questions) - len(self.undecided)
        return (
            f"{decided} of {len(self.questions)} questions are decided; the agreed version has "
            f"{len(self.annotations)} marks."
        )

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The agreed version so far, in reading order."""
        return self.journal.annotations

    @property
    def decisions(self) -> dict[str, Decision]:
        """The decisions on the questions there are, by the question's id; the latest counts."""
        return {key: made for key, made in self._decisions.items() if key in self._ids}

    @property
    def undecided(self) -> tuple[Question, ...]:
        """The questions that wait for a decision, in reading order."""
        return tuple(q for q in self.questions if q.id not in self._decisions)

    @property
    def notices(self) -> tuple[str, ...]:
        """One sentence for each line of the two files that could not be used, and the like."""
        there = {mark.id for mark in self.annotations}
        gone = sum(bool(d.mark) and d.mark not in there for d in self.decisions.values())
        lost = f"{gone} of the marks that were decided on are no longer in the agreed version."
        return (*self.journal.notices, *self._notices, *([lost] if gone else []))

    def take(self, question: Question, reader: str, *, comment: str = "") -> Decision:
        """The decision to follow this reader; where that reader marked nothing, to mark nothing.

        Raises:
            ValueError: there is no such reader or question.
            OSError: the disk refuses.
        """
        sides = dict(question.sides)
        if reader not in sides:
            raise ValueError(f"“{reader}” is none of the readers {', '.join(sides)}.")
        return self._decide(question, reader, sides[reader], comment)

    def leave_unmarked(self, question: Question, *, comment: str = "") -> Decision:
        """The decision that nothing is marked there.

        Raises:
            ValueError: there is no such question.
            OSError: the disk refuses.
        """
        return self._decide(question, NO_MARK, None, comment)

    def mark_otherwise(
        self, question: Question, mark: Annotation, *, comment: str = ""
    ) -> Decision:
        """The decision for a mark that no reader made, such as one with other edges.

        Raises:
            ValueError: there is no such question, or the mark does not lie inside the article.
            OSError: the disk refuses.
        """
        return self._decide(question, OTHER, mark, comment)

    def _decide(
        self, question: Question, choice: str, mark: Annotation | None, comment: str
    ) -> Decision:
        if question.id not in self._ids:
            raise ValueError("That question is not one of this adjudication's.")
        # The mark comes first: should the program end here, the question is simply asked again,
        # and its mark is changed or removed, because it has the question's own id.
        kept = ""
        if mark is not None:
            kept = self._put(question.id, mark, [m for _, m in question.sides if m], comment)
        if kept != question.id and self._known(question.id):
            self.journal.remove(question.id)
        decision = Decision(question.id, choice, comment, now(), kept)
        self._append({"decision": dataclasses.asdict(decision), "who": self.journal.reader})
        self._note(question, decision)
        self._relink()
        return decision

    def _begin(self, gathered: Gathered) -> None:
        groups = group_marks(gathered.marks)
        state = _fingerprint(gathered)
        is_new = state not in self._states or not self.journal.path.exists()
        for group in groups:
            if kind_of(group) == "same":
                marks = [mark for mark in group.values() if mark is not None]
                key = _key(group)
                if is_new and not self._known(key):
                    key = self._put(key, marks[0], marks, "")
                self._became |= {mark.id: key for mark in marks}
        differing = [_question(group, self.article) for group in groups if kind_of(group) != "same"]
        self.questions = tuple(sorted(differing, key=lambda question: question.start))
        self._ids = frozenset(question.id for question in self.questions)
        if is_new:
            self._append(
                {
                    "adjudication": VERSION,
                    "text_sha256": self.article.fingerprint,
                    "title": self.article.title,
                    "when": now(),
                    "who": self.journal.reader,
                    "readings_sha256": state,
                    "readers": {name: len(marks) for name, marks in gathered.marks.items()},
                    "agreement_before": _figures(self.before),
                }
            )
        for question in self.questions:
            if question.id in self._decisions:
                self._note(question, self._decisions[question.id])
        self._relink()

    def _put(self, key: str, mark: Annotation, sides: Sequence[Annotation], comment: str) -> str:
        """The id under which the mark is in the agreed version."""
        blind = [side.blind for side in sides]
        agreed = dataclasses.replace(
            mark,
            id=key,
            reader=self.journal.reader,
            comment=comment,
            created=now(),
            modified="",
            links=(),
            blind=False if False in blind else None if None in blind else True,
        )
        known = self._known(key)
        if known is None:
            return self.journal.add(agreed).id
        return self.journal.change(dataclasses.replace(agreed, created=known.created)).id

    def _known(self, key: str) -> Annotation | None:
        try:
            return self.journal.annotation(key)
        except ValueError:
            return None

    def _note(self, question: Question, decision: Decision) -> None:
        """Remember it, and which of the readers' marks became which agreed one."""
        self._decisions[question.id] = decision
        self._became |= {mark.id: decision.mark for _, mark in question.sides if mark is not None}

    def _relink(self) -> None:
        """What a reader linked is linked in the agreed version, once both ends are in it."""
        there = {mark.id: set(mark.links) for mark in self.annotations}
        for pair in self._links:
            one, other = (self._became.get(key, "") for key in pair)
            if one != other and one in there and other in there and other not in there[one]:
                self.journal.link((one, other))
                there[one].add(other)
                there[other].add(one)

    def _read(self) -> None:
        """Take in what the file of decisions has got since it was last read."""
        for line in self._lines.read_new(alone=True):
            if not line.content.strip():
                continue
            try:
                self._take_line(decoded(line.content))
            except _AnotherText:
                raise
            except ValueError as error:
                self._notices.append(
                    f"{self.path.name}, line {line.number}, cannot be used and is left out: {error}"
                )

    def _take_line(self, fields: dict[str, Any]) -> None:
        if "adjudication" in fields:
            if text_field(fields, "text_sha256") != self.article.fingerprint:
                title = text_field(fields, "title")
                raise _AnotherText(
                    f"{self._lines.name} belongs to another text, “{title}”. Open it with that "
                    "article, or choose another path."
                )
            self._states.add(text_field(fields, "readings_sha256"))
            return
        about = fields.get("decision")
        if not isinstance(about, dict):
            raise ValueError("it holds no decision.")
        decision = Decision(*(text_field(about, f.name) for f in dataclasses.fields(Decision)))
        self._decisions[decision.question] = decision

    def _append(self, fields: dict[str, Any]) -> None:
        with self._lines.lock():
            self._read()  # what somebody else has added meanwhile stays
            self._lines.append([encoded(fields)])


class _AnotherText(ValueError):
    """The file of decisions belongs to another text, and must not be written to."""


def group_marks(
    marks: dict[str, tuple[Annotation, ...]],
) -> list[dict[str, Annotation | None]]:
    """Marks of all readers that answer each other, by reader; None where one has no answer.

    The second reader's marks are paired with the first's, the third's with what that gave, and
    so on; with two readers these are the pairs of ``pair_marks``.
    """
    groups: list[dict[str, Annotation | None]] = []
    for reader, own in marks.items():
        leaders = [next(mark for mark in group.values() if mark is not None) for group in groups]
        by_leader = dict(zip([id(leader) for leader in leaders], groups, strict=True))
        for leader, answer, _ in pair_marks(leaders, own):
            if leader is not None:
                by_leader[id(leader)][reader] = answer
            else:
                groups.append({reader: answer})
    for group in groups:
        for reader in marks:
            group.setdefault(reader, None)
    return [{reader: group[reader] for reader in marks} for group in groups]


def kind_of(group: dict[str, Annotation | None]) -> str:
    """How a group's marks differ: the gravest of ``KINDS``, or ``same``."""
    there = [mark for mark in group.values() if mark is not None]
    if len({mark.label for mark in there}) > 1:
        return "other label"
    if len({places(mark) for mark in there}) > 1:
        return "other edges"
    if len(there) < len(group):
        return "missed"
    return "other detail" if len({tuple(sorted(mark.values)) for mark in there}) > 1 else "same"


def find_near(article: Article, words: str, start: int) -> Span:
    """The place where these words stand nearest to another place in the text.

    Straight and curly quotation marks are taken as the same, and so are all kinds of spaces.

    Raises:
        ValueError: they do not occur in the text.
    """
    wanted = as_typed(words)
    found = find_all([wanted], as_typed(article.text)).get(wanted)
    if not found:
        raise ValueError(
            f"“{words}” does not stand in this text. Copy the words from it, every letter counts."
            if words
            else "Write the words that are to be marked, or select them in the text."
        )
    nearest = min(found, key=lambda place: abs(place - start))
    return Span(nearest, nearest + len(wanted))


def _question(group: dict[str, Annotation | None], article: Article) -> Question:
    spans = [span for mark in group.values() if mark is not None for span in mark.spans]
    return Question(
        _key(group),
        kind_of(group),
        tuple(group.items()),
        "; ".join(f"{reader}: {said(mark) or 'no mark'}" for reader, mark in group.items()),
        sentences_around(spans, article.sentences),
    )


def _key(group: dict[str, Annotation | None]) -> str:
    """Twelve digits that depend on what the readers marked, and on nothing else."""
    content = [
        [reader, mark and [mark.label, list(places(mark)), sorted(mark.values)]]
        for reader, mark in sorted(group.items())
    ]
    return _digest(content)[:12]


def _fingerprint(gathered: Gathered) -> str:
    return _digest(
        {
            reader: sorted([mark.label, list(places(mark)), sorted(mark.values)] for mark in marks)
            for reader, marks in gathered.marks.items()
        }
    )


def _digest(content: object) -> str:
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _figures(agreement: Agreement) -> dict[str, Any]:
    """The agreement as plain values: the figures, and how they were measured."""

    def plain(findings: Sequence[Any]) -> list[dict[str, Any]]:
        return [
            {name: getattr(finding, name) for name in type(finding).columns} for finding in findings
        ]

    return {
        "sentence": agreement.sentence,
        "notes": list(agreement.notes),
        "labels": plain(agreement.labels),
        "pairs": plain(agreement.pairs),
        "words": plain(agreement.words),
        "details": plain(agreement.details),
        "parameters": dict(agreement.parameters),
    }


def _beside(path: Path) -> Path:
    name = path.name.removesuffix(".jsonl").removesuffix(".journal")
    return path.with_name(f"{name}.decisions.jsonl")
