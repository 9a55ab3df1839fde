"""Mark a text: by mouse, by keyboard alone, or from lists; every change is on the disk at once.

The browser asks for each edit with a number, and gets that number back once the journal has the
edit on the disk: nothing is called saved before.
"""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, TypeGuard

import anywidget
import traitlets

from helpers.annotation.annotation import PLACES, Annotation
from helpers.annotation.codebook import Codebook, load_codebook
from helpers.annotation.journal import Journal, open_journal
from helpers.annotation.marking import mark
from helpers.annotation.seen import has_seen, note_seen
from helpers.text.article import Article, text_of
from helpers.text.finding import Finding
from helpers.text.segmentation import find_paragraphs, find_words
from helpers.text.span import Span, check_span
from helpers.views.colours import LINES
from helpers.views.layer import shown
from helpers.views.widgets.problem import in_words
from helpers.views.widgets.script import joined

LONGEST_COMMENT = 5000
MOST_PARTS = 100
_REMEMBERED = 500  # answers that can be given again, should their question come twice


class Annotate(anywidget.AnyWidget):
    """The widget; ``annotate(article)`` makes one."""

    _esm = joined(
        "text_view.js",
        "annotate_saving.js",
        "annotate_panels.js",
        "annotate_bar.js",
        "annotate_keys.js",
        "annotate.js",
    )
    _css = joined("reading_pane.css", "annotate.css")

    # "text" and "headline" are the two places that can be marked.
    text = traitlets.Unicode().tag(sync=True)
    headline = traitlets.Unicode().tag(sync=True)
    paragraphs = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    sentences: traitlets.List[list[int]] = traitlets.List().tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)
    language = traitlets.Unicode().tag(sync=True)
    within: traitlets.List[list[int]] = traitlets.List(None, allow_none=True).tag(sync=True)
    """The parts of the text that are to be marked; None is everything, the headline, too."""
    codebook = traitlets.Dict().tag(sync=True)
    journal_key = traitlets.Unicode().tag(sync=True)
    """Tells the journals of one browser apart."""
    has_findings = traitlets.Bool().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    """The marks and what can be done with them: all that an edit may change."""

    def __init__(
        self,
        article: Article,
        journal: Journal,
        codebook: Codebook,
        findings: Iterable[Finding],
        within: Iterable[Span] | None = None,
    ) -> None:
        self.journal = journal
        self._article = article
        self._findings = list(findings)
        self._within = None if within is None else _joined(within, article.text)
        # Who saw them once does not forget them: what other sessions recorded counts.
        self._has_seen = any(mark.blind is False for mark in journal.annotations)
        self._shows_findings = False
        self._answers: dict[str, dict[str, Any]] = {}
        self._actions: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "add": self._add,
            "change": self._change,
            "remove": self._remove,
            "link": self._link,
            "unlink": self._link,
            "undo": self._step,
            "redo": self._step,
            "refresh": self._refresh,
            "findings": self._show_findings,
            "find": self._find,
        }
        places = {"headline": article.title, "text": article.text}
        super().__init__(
            **{place: shown(text) for place, text in places.items()},
            paragraphs={place: _pairs(find_paragraphs(text)) for place, text in places.items()},
            words={place: _pairs(find_words(text)) for place, text in places.items()},
            sentences=_pairs(article.sentences),
            name=article.title or "a text",
            language=article.language,
            within=None if self._within is None else _pairs(self._within),
            codebook=_described(codebook),
            journal_key=f"{journal.path.as_posix()} {article.fingerprint[:12]}",
            has_findings=bool(self._findings),
            state=self._state(),
        )
        self.on_msg(self._received)

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The marks as they are on the disk, in reading order."""
        return self.journal.annotations

    def _received(self, _: Any, content: Any, buffers: Any) -> None:
        # From the browser, so checked like any other input.
        request = content.get("request") if isinstance(content, dict) else None
        if not _is_id(request):
            return
        answer = self._answers.get(request)
        if answer is None:
            answer = self._answer(content)
            if "problem" not in answer:
                self._answers[request] = answer
                if len(self._answers) > _REMEMBERED:
                    del self._answers[next(iter(self._answers))]
        self.send({"answer": request, **answer})

    def _answer(self, content: dict[str, Any]) -> dict[str, Any]:
        """What came of it; the marks are in the browser before the answer is."""
        action = content.get("action")
        try:
            if not isinstance(action, str) or action not in self._actions:
                raise ValueError(f"{action!r} is nothing that can be done to a mark.")
            answer = self._actions[action](content)
        except OSError as error:  # the disk's fault: the browser keeps the edit
            answer = {"problem": in_words(error), "is_kept": True}
        except Exception as error:
            answer = {"problem": in_words(error)}
        self.state = self._state()
        return answer

    def _state(self) -> dict[str, Any]:
        journal = self.journal
        return {
            "marks": [_sent(mark) for mark in journal.annotations],
            "can_undo": journal.can_undo,
            "can_redo": journal.can_redo,
            "notices": list(journal.notices),
            "findings": self._sent_findings() if self._shows_findings else None,
        }

    def _sent_findings(self) -> list[dict[str, Any]]:
        sent = []
        for finding in self._findings:
            roles: dict[str, list[Span]] = {}
            for role, span in finding.parts():
                roles.setdefault(role, []).append(span)
            sent += [{"role": role, "spans": _pairs(spans)} for role, spans in roles.items()]
        return sent

    def _add(self, content: dict[str, Any]) -> dict[str, Any]:
        fields = _fields(content)
        place = content["mark"].get("place")
        links = content["mark"].get("links", [])
        there = self._known(fields["id"])
        if there is not None:
            if _sent(there)["spans"] != [list(span) for span in fields["spans"]]:
                raise ValueError(f"there is another mark {fields['id']!r} already.")
            return {"id": there.id}  # sent again: the first answer was lost on its way
        if place not in PLACES or not isinstance(links, list):
            raise ValueError("a mark stands in the text or in the headline.")
        self._check_inside(place, fields["spans"])
        added = self.journal.add(
            Annotation(
                **fields,
                place=place,
                links=tuple(link for link in links if self._known(link)),
                blind=self._is_blind(),
            )
        )
        return {"id": added.id}

    def _change(self, content: dict[str, Any]) -> dict[str, Any]:
        fields = _fields(content)
        self.journal.refresh()
        now = self.journal.annotation(fields["id"])
        wanted = dataclasses.replace(now, **fields)
        if wanted != now:
            was, seen = content.get("was"), _sent(now)
            if not isinstance(was, dict) or any(was.get(name) != seen[name] for name in fields):
                raise ValueError(
                    "this mark was changed elsewhere in the meantime. Look at it as it is now, "
                    "and make your change again."
                )
            self._check_inside(now.place, set(wanted.spans) - set(now.spans))
            if (wanted.spans, wanted.label) != (now.spans, now.label) and not self._is_blind():
                wanted = dataclasses.replace(wanted, blind=False)  # it is no longer what it was
            self.journal.change(wanted)
        return {"id": now.id}

    def _remove(self, content: dict[str, Any]) -> dict[str, Any]:
        self.journal.refresh()
        if self._known(content.get("id")):
            self.journal.remove(content["id"])
        return {}

    def _link(self, content: dict[str, Any]) -> dict[str, Any]:
        ids = content.get("ids")
        if not isinstance(ids, list) or len(ids) != 2 or not all(map(_is_id, ids)):
            raise ValueError("two marks are linked with each other.")
        (self.journal.link if content["action"] == "link" else self.journal.unlink)(ids)
        return {}

    def _step(self, content: dict[str, Any]) -> dict[str, Any]:
        done = self.journal.undo() if content["action"] == "undo" else self.journal.redo()
        return {"id": done.marks[0]} if done.marks else {}

    def _refresh(self, _: dict[str, Any]) -> dict[str, Any]:
        self.journal.refresh()
        return {}

    def _show_findings(self, _: dict[str, Any]) -> dict[str, Any]:
        self._shows_findings = bool(self._findings)
        if self._shows_findings:
            self._has_seen = True
            with suppress(OSError):  # where nothing can be kept, no mark can be made either
                note_seen(self.journal.path)
        return {}

    def _find(self, content: dict[str, Any]) -> dict[str, Any]:
        """Where pasted words stand in text or headline; nothing is marked yet."""
        words, place, occurrence = (content.get(name) for name in ("words", "place", "occurrence"))
        if not isinstance(words, str) or not (occurrence is None or type(occurrence) is int):
            raise ValueError("paste words of the text, and say which place is meant as a number.")
        if not words.strip():
            raise ValueError("paste the words first: they are looked for in the text.")
        found = mark(
            self._article,
            words.strip(),
            "words",
            occurrence=occurrence,
            reader="",
            place=str(place),
        )
        return {"place": found.place, "span": list(found.spans[0])}

    def _is_blind(self) -> bool:
        """Whether this reader has not seen yet what a program found, here or elsewhere."""
        return not (self._has_seen or has_seen(self.journal.path))

    def _check_inside(self, place: str, spans: Iterable[Span]) -> None:
        """Nothing, where these places are to be marked."""
        if self._within is None:
            return
        for span in spans:
            if place != "text" or not any(area.contains(span) for area in self._within):
                raise ValueError(
                    "these words stand outside the part to mark, and nothing was marked. Mark "
                    "words of the paragraphs that are not greyed."
                )

    def _known(self, id: object) -> Annotation | None:
        return next((mark for mark in self.journal.annotations if mark.id == id), None)


def annotate(
    article: Article | str,
    codebook: Codebook | str | os.PathLike[str] = "first lesson",
    *,
    reader: str | None = None,
    path: str | os.PathLike[str] | None = None,
    findings: Iterable[Finding] = (),
    within: Iterable[Span] | None = None,
) -> Annotate:
    """The text to mark with the labels of a codebook; ``.annotations`` are the marks.

    Every change is in the reader's journal before it is called saved. To run the cell again, or
    to open the notebook another day, shows the same marks.

    Args:
        codebook: one from ``load_codebook``, its name, or the path of a TOML file.
        reader: a pseudonym; without one, the reader that the workbook is set to.
        path: the journal's file; without one, the reader's own in ``my_work/annotations/``.
        findings: what a program found, such as ``find_quotes(article)``. It is shown only when
            the reader asks for it, and marks made before that are recorded as blind.
        within: the part to mark, such as ``article.paragraphs[:8]``. The rest is greyed: it can be
            read, its marks are shown, and new ones are refused. Without it, everything.

    Raises:
        ValueError: codebook or journal cannot be used, or ``within`` does not lie in this text;
            the message says why.
    """
    whole = article if isinstance(article, Article) else Article(text_of(article))
    book = codebook if isinstance(codebook, Codebook) else load_codebook(codebook)
    journal = open_journal(whole, reader=reader, codebook=book, path=path)
    return Annotate(whole, journal, book, findings, within)


def _is_id(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(re.fullmatch("[0-9a-f]{12}", value))


def _fields(content: dict[str, Any]) -> dict[str, Any]:
    """What the browser says of a mark, once each field is of the right kind.

    Whether label, values and places can be had is for the journal to say.
    """
    sent = content.get("mark")
    if not isinstance(sent, dict) or not _is_id(sent.get("id")):
        raise ValueError("that is no mark.")
    label, comment = sent.get("label"), sent.get("comment", "")
    if not isinstance(label, str) or not isinstance(comment, str):
        raise ValueError("a label and a comment are texts.")
    if len(comment) > LONGEST_COMMENT:
        raise ValueError(f"the comment is too long; it may have {LONGEST_COMMENT} characters.")
    spans, values = _rows(sent.get("spans")), _rows(sent.get("values", []))
    if not 0 < len(spans) <= MOST_PARTS:
        raise ValueError(f"a mark has 1 to {MOST_PARTS} parts, not {len(spans)}.")
    if not all(type(number) is int for row in spans for number in row):
        raise ValueError("a span is a pair of whole numbers.")
    if not all(isinstance(text, str) for row in values for text in row):
        raise ValueError("answers are texts.")
    return {
        "id": sent["id"],
        "label": label,
        "comment": comment,
        "spans": tuple(Span(*row) for row in spans),
        "values": tuple(values),
    }


def _rows(value: object) -> list[tuple[Any, Any]]:
    """A list of pairs.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(value, list) or not all(
        isinstance(row, list) and len(row) == 2 for row in value
    ):
        raise ValueError("that is no list of pairs.")
    return [(first, second) for first, second in value]


def _sent(mark: Annotation) -> dict[str, Any]:
    """A mark as the browser gets it."""
    texts = {
        name: shown(getattr(mark, name))
        for name in ("id", "label", "comment", "reader", "created", "place")
    }
    return {
        **texts,
        "spans": _pairs(mark.spans),
        "values": [[shown(text) for text in pair] for pair in mark.values],
        "links": list(mark.links),
        "blind": mark.blind,
    }


def _joined(within: Iterable[Span], text: str) -> list[Span]:
    """The spans in reading order; those with only white space between them are one.

    What somebody says may run over two paragraphs.
    """
    joined: list[Span] = []
    for span in sorted(check_span(span, text) for span in within):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _described(codebook: Codebook) -> dict[str, Any]:
    """The codebook as the browser gets it, with a line for each label beside its colour."""
    labels: list[dict[str, Any]] = []
    for label in codebook.labels:
        before = sum(other["layer"] == label.layer for other in labels)
        line = LINES[before % len(LINES)]
        labels.append({**dataclasses.asdict(label), "line": line})
    return {"title": codebook.title, "note": codebook.note, "labels": labels}
