"""What was done to a reading, edit by edit, and the reading that comes of it.

A journal holds edits, not marks: adding, changing, removing, linking, unlinking, and undoing and
redoing one of these. The marks are what comes out when the edits are done again from the first.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from helpers.annotation.annotation import Annotation, in_reading_order
from helpers.annotation.fields import annotation_of, fields_of, id_list, text_field
from helpers.text.article import Article
from helpers.text.span import Span

LARGEST_GROUP = 20
"""How many marks can be linked with each other at once."""
_DONE = {
    "add": "added",
    "change": "changed",
    "remove": "removed",
    "link": "linked",
    "unlink": "unlinked",
    "undo": "undone",
    "redo": "redone",
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that a reader did."""

    do: str
    """add, change, remove, link, unlink, undo or redo."""
    who: str
    when: str
    id: str
    mark: Annotation | None = None
    """The mark as it is afterwards, where one is added or changed."""
    ids: tuple[str, ...] = ()
    """Those of the marks that are removed, linked or unlinked."""
    of: str = ""
    """The id of the edit that is undone or redone."""
    codebook: str = ""
    codebook_sha256: str = ""

    def fields(self, article: Article) -> dict[str, Any]:
        """The edit as it stands in a journal, without what is empty."""
        plain = {
            field.name: getattr(self, field.name)
            for field in dataclasses.fields(self)
            if field.name != "mark" and getattr(self, field.name)
        }
        if self.mark is not None:
            plain["mark"] = fields_of(self.mark, article) | {"links": list(self.mark.links)}
        return plain


def edit_of(fields: dict[str, Any], article: Article | None) -> Edit:
    """The edit that has these fields; without an article, nobody knows whether its words fit.

    Raises:
        ValueError: a field is missing or of the wrong kind, or a mark is not on this article.
    """
    do = text_field(fields, "do")
    if do not in _DONE:
        raise ValueError(f"“{do}” is nothing that can be done to a reading.")
    return Edit(
        do=do,
        mark=annotation_of(fields.get("mark"), article) if do in ("add", "change") else None,
        ids=id_list(fields.get("ids", [])),
        **{name: text_field(fields, name) for name in ("who", "when", "id")},
        **{name: text_field(fields, name, "") for name in ("of", "codebook", "codebook_sha256")},
    )


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the history of a reading, as ``table`` shows it."""

    columns: ClassVar = ("when", "who", "what", "label", "words", "detail")

    when: str
    who: str
    what: str
    """added, changed, removed, linked, unlinked, undone or redone."""
    label: str
    spans: tuple[Span, ...]
    detail: str = ""
    """What became of what: a new label, another comment; what was undone."""
    place: str = "text"
    marks: tuple[str, ...] = ()
    """The ids of the marks that it is about."""
    codebook: str = ""
    codebook_sha256: str = ""
    blind: bool | None = None

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Each span of the text, as ``("words", span)``; those of the headline have no words."""
        if self.place == "text":
            for span in self.spans:
                yield "words", span


@dataclass(frozen=True, slots=True)
class _Effect:
    """What an edit turns into what: marks by id, and links by the pair of ids."""

    marks: dict[str, tuple[Annotation | None, Annotation | None]]
    links: dict[frozenset[str], tuple[bool, bool]]

    def reversed(self) -> _Effect:
        return _Effect(
            {key: (after, before) for key, (before, after) in self.marks.items()},
            {key: (after, before) for key, (before, after) in self.links.items()},
        )


class Reading:
    """The marks after some edits, who can undo what, and how it came about.

    A link lasts while both of its marks are there: when a mark is removed, its id goes from its
    partners; when that is undone, it is back.
    """

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self._marks: dict[str, Annotation] = {}  # without their links
        self._linked: dict[str, set[str]] = {}
        self._effects: dict[str, _Effect] = {}
        self._edits: dict[str, Edit] = {}
        self._done: dict[str, list[str]] = {}
        self._undone: dict[str, list[str]] = {}

    def annotations(self) -> tuple[Annotation, ...]:
        """The marks, in reading order."""
        return in_reading_order(self._with_links(key) for key in self._marks)

    def annotation(self, key: str) -> Annotation:
        """The mark with this id.

        Raises:
            ValueError: there is none, or no more.
        """
        if key not in self._marks:
            raise ValueError(
                f"There is no mark {key!r} in this reading; perhaps it was removed elsewhere."
            )
        return self._with_links(key)

    def like(self, mark: Annotation) -> Annotation | None:
        """A mark that says the same of the same words, by the same reader, where there is one."""
        wanted = _content(mark)
        for key, known in self._marks.items():
            if known.spans == mark.spans and _content(known) == wanted:
                return self._with_links(key)
        return None

    def next_undo(self, who: str) -> str:
        """The id of this reader's last edit that is in force; "" where there is none."""
        return (self._done.get(who) or [""])[-1]

    def next_redo(self, who: str) -> str:
        """The id of the edit that this reader undid last; "" where there is none."""
        return (self._undone.get(who) or [""])[-1]

    def knows(self, edit: Edit) -> bool:
        """Whether this very edit was done before."""
        return edit.id in self._edits

    def effect(self, edit: Edit) -> _Effect:
        """What the edit would change; nothing is changed yet.

        Raises:
            ValueError: it cannot be done, or no more.
        """
        match edit.do:
            case "add" if edit.mark is not None:
                if edit.mark.id in self._marks:
                    raise ValueError(f"A mark {edit.mark.id!r} is in this reading already.")
                pairs = [frozenset((edit.mark.id, key)) for key in edit.mark.links]
                return _Effect(
                    {edit.mark.id: (None, _without_links(edit.mark))},
                    {pair: (False, True) for pair in pairs if not self._is_linked(pair)},
                )
            case "change" if edit.mark is not None:
                before = _without_links(self.annotation(edit.mark.id))
                return _Effect({edit.mark.id: (before, _without_links(edit.mark))}, {})
            case "remove":
                marks = {key: (_without_links(self.annotation(key)), None) for key in edit.ids}
                return _Effect({**marks}, {})
            case "link" | "unlink":
                return _Effect({}, self._linking(edit))
            case _:
                return self._undoing(edit)

    def apply(self, edit: Edit) -> None:
        """Do the edit.

        Raises:
            ValueError: it cannot be done; nothing was changed.
        """
        effect = self.effect(edit)
        self.changes.append(self._change(edit, effect))
        for key, (_, mark) in effect.marks.items():
            if mark is None:
                del self._marks[key]
            else:
                self._marks[key] = mark
        for (one, other), (_, linked) in effect.links.items():
            for key, partner in ((one, other), (other, one)):
                partners = self._linked.setdefault(key, set())
                (partners.add if linked else partners.discard)(partner)
        self._edits[edit.id] = edit
        done = self._done.setdefault(edit.who, [])
        undone = self._undone.setdefault(edit.who, [])
        if edit.do == "undo":
            undone.append(done.pop())
        elif edit.do == "redo":
            done.append(undone.pop())
        else:
            self._effects[edit.id] = effect
            done.append(edit.id)
            undone.clear()

    def _linking(self, edit: Edit) -> dict[frozenset[str], tuple[bool, bool]]:
        keys = dict.fromkeys(self.annotation(key).id for key in edit.ids)
        if len(keys) > LARGEST_GROUP:
            raise ValueError(f"{len(keys)} marks are too many to link; {LARGEST_GROUP} can be.")
        if edit.do == "unlink" and len(keys) == 1:
            (key,) = keys
            pairs = [frozenset((key, partner)) for partner in self._linked.get(key, ())]
        elif len(keys) < 2:
            raise ValueError("To link marks takes at least two of them.")
        else:
            pairs = [frozenset(pair) for pair in itertools.combinations(keys, 2)]
        wanted = edit.do == "link"
        return {pair: (not wanted, wanted) for pair in pairs if self._is_linked(pair) != wanted}

    def _undoing(self, edit: Edit) -> _Effect:
        expected = self.next_undo(edit.who) if edit.do == "undo" else self.next_redo(edit.who)
        if not expected or edit.of != expected:
            raise ValueError(f"There is nothing to {edit.do}.")
        effect = self._effects[edit.of]
        effect = effect.reversed() if edit.do == "undo" else effect
        for key, (before, _) in effect.marks.items():
            if self._marks.get(key) != before:
                raise ValueError(
                    f"That cannot be {_DONE[edit.do]}: somebody else has changed or removed the "
                    "mark since."
                )
        return effect

    def _is_linked(self, pair: frozenset[str]) -> bool:
        one, *others = pair
        return not others or others[0] in self._linked.get(one, ())  # nothing is linked to itself

    def _with_links(self, key: str) -> Annotation:
        there = sorted(key for key in self._linked.get(key, ()) if key in self._marks)
        mark = self._marks[key]
        return dataclasses.replace(mark, links=tuple(there)) if there else mark

    def _change(self, edit: Edit, effect: _Effect) -> Change:
        of = self._edits.get(edit.of)
        changed = [mark for pair in effect.marks.values() for mark in pair[::-1] if mark]
        keys = dict.fromkeys(key for pair in effect.links for key in sorted(pair))
        marks = changed[:1] or [self._marks[key] for key in keys if key in self._marks]
        marks = list(in_reading_order(marks))
        place = "text" if any(mark.place == "text" for mark in marks) else "headline"
        return Change(
            when=edit.when,
            who=edit.who,
            what=_DONE[edit.do],
            label=" + ".join(mark.label for mark in marks),
            spans=tuple(span for mark in marks if mark.place == place for span in mark.spans),
            detail=_DONE[of.do] if of else _difference(effect),
            place=place,
            marks=tuple(mark.id for mark in marks),
            codebook=edit.codebook,
            codebook_sha256=edit.codebook_sha256,
            blind=edit.mark.blind if edit.mark else None,
        )


def _without_links(mark: Annotation) -> Annotation:
    return dataclasses.replace(mark, links=()) if mark.links else mark


def _content(mark: Annotation) -> tuple[object, ...]:
    return (mark.label, mark.spans, mark.place, mark.comment, mark.values, mark.reader)


def _difference(effect: _Effect) -> str:
    for before, after in effect.marks.values():
        if before is None or after is None:
            continue
        said = []
        if before.label != after.label:
            said.append(f"label: {before.label} → {after.label}")
        if before.spans != after.spans or before.place != after.place:
            said.append("other words")
        if before.comment != after.comment:
            said.append(f"comment: {after.comment or 'none'}")
        if before.values != after.values:
            said += [f"{name}: {value}" for name, value in after.values] or ["no values"]
        return "; ".join(said)
    return ""
