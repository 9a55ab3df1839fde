"""Compare one's own marks with a partner's: how far they agree, and what there is to talk about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import ipywidgets

from helpers.annotation.agreement import Agreement, Disagreement, measure_agreement
from helpers.annotation.annotation import Annotation
from helpers.annotation.journal import Journal, open_journal
from helpers.annotation.pairing import KINDS
from helpers.annotation.partners import (
    ENDINGS,
    PartnerReading,
    choose_reading,
    chosen_reading,
    find_readings,
    keep_reading,
)
from helpers.annotation.readings import MOST_LABELS, marks_in
from helpers.annotation.refused_files import WHERE, too_large
from helpers.annotation.talking_points import to_talk_about
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.views.colours import Ink, ink
from helpers.views.layer import Layer, escaped, shortened, shown
from helpers.views.table import Table
from helpers.views.widgets.file_field import ChosenFile, FileField
from helpers.views.widgets.form import Field, Form
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, shown_in, unheard
from helpers.views.widgets.reading_pane import reading_pane
from helpers.workbook import read_settings, shown_path

YOU = "you"
NOBODY = "choose …"
_MOST_SHOWN = 200  # more than that nobody looks through
_FIRST = ("source", "cue", "content")  # in the colours that they have in the codebook


class ComparePartner(Panel):
    """The widget; ``compare_with_partner(article)`` makes one."""

    def __init__(self, article: Article, within: Iterable[Span] | None = None) -> None:
        self._article = article
        self._within = None if within is None else tuple(sorted(within))
        self._readings: dict[str, PartnerReading] = {}
        self._chosen = ""
        self._own: tuple[Annotation, ...] = ()
        self.agreement: Agreement | None = None
        """As ``measure_agreement`` gives it; None as long as no partner is chosen."""
        self.problem = Problem()
        self.form = Form(
            [Field("partner", "Partner", choices=())],
            {
                "Compare": shown_in(self.problem, self._compare_with),
                "Read my marks again": shown_in(self.problem, self.refresh),
            },
            is_primary=True,
        )
        self.file = FileField(
            "Your partner's file", ENDINGS, shown_in(self.problem, self._take_file)
        )
        self.own = ipywidgets.HTML()
        self.answer = ipywidgets.HTML()
        self.pane = reading_pane(article)
        self.pane.has_stops = False  # there are too many marks to step through: the list leads on
        self.list = ipywidgets.Select(
            description="Look at",
            options=[],
            rows=6,
            layout={"width": "46em", "max_width": "100%"},
        )
        self.talk = ipywidgets.HTML()
        self.rows = ipywidgets.HTML()
        self._look = shown_in(self.problem, self._show_disagreement)
        self.list.observe(self._look, "value")
        self.found = ipywidgets.VBox([self.pane, self.list, self.talk, self.rows])
        super().__init__([self.form, self.file, self.own, self.problem, self.answer, self.found])
        here = [p for p in article.paragraphs if _is_read(p, self._within)]
        self.pane.show_paragraphs(*here)
        shown_in(self.problem, self._begin)()

    @property
    def partner(self) -> str:
        """The partner's name, with "(invented)" behind it where that is so; "" for none."""
        reading = self._reading()
        if reading is None:
            return ""
        is_mine = reading.name in (YOU, read_settings().reader)
        return f"{reading.name} (your partner)" if is_mine else reading.name

    @property
    def marks(self) -> tuple[Annotation, ...]:
        """All that the partner marked in the text."""
        reading = self._reading()
        return reading.marks if reading else ()

    @property
    def sentence(self) -> str:
        """How far the two agree, in words, with what that does not say; "" without a partner."""
        if self.agreement is None:
            return ""
        if self.agreement.problem:
            return self.agreement.problem[:1].upper() + self.agreement.problem[1:]
        overall = self.agreement.labels[-1]
        shares = (overall.exact or 0, overall.half or 0)
        exact, half = (f"{share * overall.marks:.0f} ({share:.0%})" for share in shares)
        return (
            f"Of the {overall.marks} marks that you and {self.partner} made here, {exact} have an "
            f"exact counterpart: the same label on the same words. {half} have one that overlaps "
            f"by half or more. Places to talk about: {len(self.agreement.disagreements)}. So few "
            "marks say little about another text, and two readers who agree can both be wrong."
        )

    def refresh(self, _: object = None) -> None:
        """Read one's own marks again, and compare anew with whom was chosen before."""
        self._read()
        self._draw()

    def _begin(self) -> None:
        self._chosen = chosen_reading(self._article)
        self.refresh()
        if self._chosen and not self._reading():
            gone, self._chosen = self._chosen, ""
            raise ValueError(
                f"the reading that you compared with ({gone}) is not there any more, or does not "
                "fit this text. Choose another one, or bring its file again."
            )

    def _read(self) -> None:
        journal = open_journal(self._article)
        self._own = journal.annotations
        self.own.value = f"<p>{_to_give(journal)}</p>"
        self._readings = find_readings(self._article)
        lines = [(reading.name, key) for key, reading in self._readings.items()]
        self.form.offer("partner", [(NOBODY, ""), *lines])
        self.form.fill({"partner": self._chosen if self._reading() else ""})

    def _reading(self) -> PartnerReading | None:
        return self._readings.get(self._chosen)

    def _compare_with(self, written: dict[str, str]) -> None:
        self._take(written["partner"])

    def _take_file(self, file: ChosenFile) -> None:
        if file.size > len(file.raw):
            raise ValueError(too_large(file.name))
        reading = keep_reading(file.name, file.raw, self._article)
        self._take(reading.key)

    def _take(self, key: str) -> None:
        """Compare with the reading of this key, now and when the cell is run again."""
        self._read()
        if key not in self._readings:
            raise ValueError(
                f"choose a reading in the menu first, or bring your partner's file. {WHERE}"
            )
        self._chosen = key
        self.form.fill({"partner": key})
        self._draw()
        choose_reading(key, self._article)

    def _draw(self) -> None:
        reading = self._reading()
        self.found.layout.display = "" if reading else "none"
        if reading is None:
            self.agreement = None
            self.answer.value = f'<p role="status">{escaped(self._counted())}</p>'
            return
        self.agreement = measure_agreement(
            {YOU: self._own, self.partner: reading.marks},
            self._article,
            labels=_common_labels(self._own, reading.marks),
            within=self._within,
        )
        remarks = "".join(f"<li>{escaped(remark)}</li>" for remark in self._remarks(reading))
        self.answer.value = f'<p role="status"><b>{escaped(self.sentence)}</b></p>' + (
            f"<ul>{remarks}</ul>" if remarks else ""
        )
        self.pane.show(*self._layers(reading.marks))
        disagreements = self.agreement.disagreements[:_MOST_SHOWN]
        lines = [(_line(one, self._article), number) for number, one in enumerate(disagreements)]
        with unheard(self.list, self._look):
            self.list.options = lines
            self.list.value = 0 if lines else None
        for part in (self.list, self.talk, self.rows):
            part.layout.display = "" if lines else "none"
        self._show_disagreement()
        self.rows.value = self._table(disagreements)

    def _counted(self) -> str:
        count = len(marks_in(self._own, self._within))
        number = "1 mark" if count == 1 else f"{count} marks"
        return (
            f"You have made {number} in this part. Choose a reading to compare with, or bring your "
            "partner's file."
        )

    def _remarks(self, reading: PartnerReading) -> Iterator[str]:
        if reading.name == read_settings().reader:
            yield (
                f"You and your partner have the same pseudonym, {reading.name}. Here your partner "
                f"is called “{self.partner}”; one of you should choose another in the first cell."
            )
        agreement = self.agreement
        if agreement and agreement.problem and not self._own:
            yield "Mark something, then press “Read my marks again”. The partner's marks are below."
        yield from agreement.notes if agreement else ()
        yield from reading.notices

    def _layers(self, theirs: Iterable[Annotation]) -> Iterator[Layer]:
        """A colour for each label, with a solid line for one reader, dotted for the other."""
        sides = {YOU: self._own, self.partner: tuple(theirs)}
        spans: dict[tuple[str, str], list[Span]] = {}
        for name, side in sides.items():
            for mark in side:
                if mark.place == "text":
                    here = [span for span in mark.spans if _is_read(span, self._within)]
                    spans.setdefault((mark.label, name), []).extend(here)
        given = dict.fromkeys(label for label, _ in spans)
        labels = dict.fromkeys((*_FIRST, *given))
        for number, label in enumerate(islice(labels, MOST_LABELS)):
            if label not in given:
                continue
            for name, line in zip(sides, ("solid", "dotted"), strict=True):
                marked = tuple(spans.get((label, name), ()))
                yield Layer(f"{label}: {name}", marked, Ink(ink(number).colour, line))

    def _show_disagreement(self, _: object = None) -> None:
        agreement = self.agreement
        if agreement is None or self.list.value is None:
            self.pane.scroll_to()
            self.talk.value = ""
            return
        one = agreement.disagreements[self.list.value]
        self.pane.scroll_to(*(one.first or ()), *(one.second or ()))
        self.talk.value = (
            f"<p>{escaped(_sides(one, self.partner, self._article))}<br>"
            f"<b>To talk about:</b> {escaped(to_talk_about(one, self._article))}</p>"
        )

    def _table(self, disagreements: Iterable[Disagreement]) -> str:
        rows = tuple(
            (
                one.kind,
                _said(one.first_label, one.first, self._article),
                _said(one.second_label, one.second, self._article),
                to_talk_about(one, self._article),
            )
            for one in disagreements
        )
        columns = ("difference", YOU, shown(self.partner), "to talk about")
        title = "What you marked differently"
        return (
            f"<details><summary>The same as a table ({len(rows)} rows)</summary>"
            f"{Table(columns, rows, title, self._article).html()}</details>"
        )


def compare_with_partner(
    article: Article, *, within: Iterable[Span] | None = None
) -> ComparePartner:
    """One's own marks beside a partner's: how far they agree, and what there is to talk about.

    Offered are the readings of this text that came with the workbook, and those in ``my_work``; a
    partner's file can be brought, and is kept in ``my_work/partners/``. Who was chosen is kept.
    ``.partner``, ``.marks`` and ``.agreement`` are what is shown. Its twins without a widget are
    ``load_annotations(path, article)`` and ``measure_agreement``.

    Args:
        within: what both have read, such as ``article.paragraphs[:8]``; without it, all.
    """
    return ComparePartner(article, within)


def _to_give(journal: Journal) -> str:
    if not journal.annotations:
        return "Your own file, to give to your partner, is made with your first mark."
    path = escaped(shown_path(journal.path))
    return f"Your own file, to give to your partner: <code>{path}</code>"


def _is_read(span: Span, within: Sequence[Span] | None) -> bool:
    """Whether a span overlaps one of these, which are in order; None is everything."""
    if within is None:
        return True
    number = bisect_left(within, span.end, key=lambda area: area.start) - 1
    return number >= 0 and within[number].overlaps(span)


def _common_labels(mine: Iterable[Annotation], theirs: Iterable[Annotation]) -> list[str] | None:
    """The labels to compare: all, or with two codebooks those that both readers gave."""
    sides = (tuple(mine), tuple(theirs))
    one, other = ({mark.codebook for mark in side if mark.codebook} for side in sides)
    if one == other or not (one and other):
        return None
    mine_too, theirs_too = ({mark.label for mark in side} for side in sides)
    return sorted(mine_too & theirs_too) or None


def _line(one: Disagreement, article: Article) -> str:
    words = shortened(article, one.first or one.second or (), longest=45)
    label = " / ".join(dict.fromkeys(said for said in (one.first_label, one.second_label) if said))
    return shown(f"{one.kind}: {label} “{words}”")


def _said(label: str, spans: tuple[Span, ...] | None, article: Article) -> str:
    if not spans:
        return "nothing"
    return f"{label} “{' … '.join(span.of(article.text) for span in spans)}”"


def _sides(one: Disagreement, partner: str, article: Article) -> str:
    mine = _said(one.first_label, one.first, article)
    theirs = _said(one.second_label, one.second, article)
    return f"{one.kind} ({KINDS[one.kind]}). You: {mine}. {partner}: {theirs}."
