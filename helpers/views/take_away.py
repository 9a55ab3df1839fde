"""The page that a reader takes home from a lesson: what was written, marked, agreed and decided."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar
from urllib.parse import quote as in_an_address

from helpers.analysis.quotes.accuracy import rules_version
from helpers.analysis.quotes.sourcing import audit_sources
from helpers.annotation.agreement import Agreement, measure_agreement
from helpers.annotation.annotation import Annotation
from helpers.annotation.journal import open_journal
from helpers.annotation.notes import load_notes
from helpers.annotation.readings import marks_in
from helpers.text.article import Article
from helpers.text.finding import provenance
from helpers.text.span import Span
from helpers.views import take_away_parts as parts
from helpers.views.discussion import Discussion, find_discussion
from helpers.views.export import save
from helpers.views.kept_verdicts import Verdict, load_verdicts
from helpers.views.layer import escaped
from helpers.views.table import Table
from helpers.workbook import file_name, find_my_work, find_workbook, read_settings

# What rights have to name before a page may be passed on; without a word, nothing may.
_FREE = re.compile(r"\bCC0\b|\bCC[ -]BY\b|\bCreative Commons\b|\bpublic domain\b", re.IGNORECASE)
_Kept = TypeVar("_Kept")
_NOT_FREE = re.compile(r"\bnot\b|all rights reserved", re.IGNORECASE)


class Compared(Protocol):
    """Somebody else's reading of the same article; ``compare_with_partner`` gives one."""

    @property
    def partner(self) -> str: ...

    @property
    def marks(self) -> tuple[Annotation, ...]: ...

    agreement: Agreement | None

    def refresh(self) -> None:
        """Read one's own marks again, and measure anew."""


@dataclass(frozen=True, slots=True)
class TakeAway:
    """What one reader did with one article. Jupyter shows it, ``save`` writes it."""

    text: Article
    within: tuple[Span, ...]
    """The part that was to be marked."""
    reader: str
    """A pseudonym."""
    made: datetime.date
    answers: tuple[tuple[str, str], ...]
    """Each question that was answered, and the answer."""
    marks: tuple[Annotation, ...]
    """The reader's marks that begin in ``within``, in reading order."""
    elsewhere: int
    """How many marks the reader has in the headline and in the rest of the text."""
    codebooks: tuple[tuple[str, str], ...]
    """The name and the SHA-256 of each codebook that was marked with."""
    partner: str
    """Whose reading was compared; "" for nobody's."""
    agreement: Agreement | None
    verdicts: tuple[Verdict, ...]
    discussion: Discussion
    """What the verdicts are about, and all that the rules find in the text."""
    notices: tuple[str, ...] = ()
    """One sentence for each thing that could not be read or kept."""
    path: Path | None = None
    """Where the page is kept; None where it could not be."""

    @property
    def table(self) -> Table:
        """Who is quoted how much. From it ``save`` and ``methods`` know which rules were used."""
        sources = tuple(s for s in audit_sources(self.text, self.discussion.quotes) if s.quotations)
        columns = ("speaker", "quotations", "words in marks", "words retold", "share of the text")
        rows = tuple(
            (
                *(source.speaker, source.quotations, source.words_quoted),
                *(source.words_paraphrased, f"{source.share_of_text:.1%}"),
            )
            for source in sources
        )
        return Table(columns, rows, "Who is quoted how much", self.text, sources)

    @property
    def may_be_passed_on(self) -> bool:
        """True only where the article's rights name a licence that allows it."""
        rights = self.text.rights
        return bool(_FREE.search(rights)) and not _NOT_FREE.search(rights)

    def html(self) -> str:
        """The page as HTML, its parts under headings of the second level."""
        day = f"{self.text.published:%Y-%m-%d}" if self.text.published else "date not known"
        about = f"{self.text.outlet or 'Outlet not known'}, {day}"
        quotes = self.discussion.quotes
        sections = {
            "What I wrote": parts.answers_part(self.answers),
            "What I marked": parts.marks_part(self.text, self.marks, self.within, self.elsewhere),
            "How far we agree": parts.agreement_part(self.partner, self.agreement),
            "Where the machine and I differ": parts.verdicts_part(
                self.text, self.verdicts, self.discussion
            ),
            "Who is quoted how much": parts.sources_part(self.text, quotes, self.table),
            "Where this page comes from": self._provenance(),
        }
        return (
            '<div lang="en">'
            + parts.paragraph(f"{about}. Read by {self.reader}; page made {self.made:%Y-%m-%d}.")
            + parts.rights_part(self.text.rights, self.may_be_passed_on)
            + "".join(parts.paragraph(notice) for notice in self.notices)
            + "".join(parts.section(heading, piece) for heading, piece in sections.items())
            + "</div>"
        )

    def _provenance(self) -> str:
        known = provenance(self.text)
        books = "; ".join(f"{name} (SHA-256 {sha256})" for name, sha256 in self.codebooks)
        rows = {
            "Headline": self.text.title,
            "Address": self.text.url,
            "SHA-256 of the text": known["text_sha256"],
            "File": known["file"],
            "SHA-256 of the file": known["file_sha256"],
            "Codebook": books or ("not recorded" if self.marks else "nothing was marked"),
            "Made with": f"Close Reading Workbook {known['workbook']}, Python {known['python']}",
            "Rules for quotations": f"version {rules_version()}",
        }
        return parts.pairs((name, escaped(words)) for name, words in rows.items() if words)

    def _repr_html_(self) -> str:
        if self.path is None:
            return self.html()
        home = find_workbook()
        name = escaped(self.path.relative_to(home).as_posix())
        link = ""
        if Path.cwd().is_relative_to(home):  # else JupyterLab does not see the file
            address = in_an_address(Path(os.path.relpath(self.path)).as_posix())
            link = f'<a href="{escaped(address)}" target="_blank">Open the page</a>. '
        return (
            f"<p>{link}It is kept in <code>{name}</code>: one file, which opens in any browser "
            f"without a network and can be printed from there.</p>{self.html()}"
        )

    def __repr__(self) -> str:
        return f"<TakeAway of {self.reader}: {len(self.marks)} marks, {self.path or 'not kept'}>"


def take_away(
    article: Article, compared: Compared | None = None, *, within: Iterable[Span] | None = None
) -> TakeAway:
    """What the reader wrote, marked, agreed on and decided, once the page is kept as a file.

    The file is ``my_work/pages/NAME.html``; it is written anew each time. What cannot be read or
    kept is said on the page, and everything else is there.

    Args:
        compared: a partner's reading, such as ``compare_with_partner(article)``.
        within: the part that was to be marked, such as ``article.paragraphs[:8]``; without it,
            the whole article.
    """
    notices: list[str] = []
    inside = article.paragraphs if within is None else tuple(sorted(within))
    reader = read_settings().reader
    journal = _read(open_journal, article, notices)
    every = journal.annotations if journal else ()
    marks = marks_in(every, inside)
    books = dict.fromkeys(
        (change.codebook, change.codebook_sha256)
        for change in (journal.history() if journal else ())
        if change.codebook
    )
    partner, agreement = _agreement(compared, reader, marks, article, inside, notices)
    answers = _read(load_notes, article, notices) or {}
    verdicts = _read(load_verdicts, article, notices) or ()
    page = TakeAway(
        text=article,
        within=inside,
        reader=reader,
        made=datetime.date.today(),
        answers=tuple((question, answer) for question, answer in answers.items() if answer.strip()),
        marks=marks,
        elsewhere=len(every) - len(marks),
        codebooks=tuple(books),
        partner=partner,
        agreement=agreement,
        verdicts=verdicts,
        discussion=find_discussion(article, marks, within=inside),
        notices=tuple(notices),
    )
    return _kept(page)


def _read(what: Callable[[Article], _Kept], article: Article, notices: list[str]) -> _Kept | None:
    """What was kept about an article; None, and a notice, where it cannot be read."""
    try:
        return what(article)
    except (OSError, ValueError) as error:
        notices.append(f"Left out: {error}")
        return None


def _agreement(
    compared: Compared | None,
    reader: str,
    marks: Sequence[Annotation],
    article: Article,
    within: Sequence[Span],
    notices: list[str],
) -> tuple[str, Agreement | None]:
    """The partner's name, and the agreement as ``compared`` has it, with the reader's own name."""
    if compared is None:
        return "", None
    try:
        compared.refresh()
    except (OSError, ValueError) as error:
        notices.append(f"Not compared: {error}")
    partner, known = compared.partner, compared.agreement
    if not partner or known is None:
        return partner, None
    name = partner if partner != reader else f"{partner} (partner)"
    labels = [one.label for one in known.labels[:-1]] or None
    readings = {reader: marks, name: compared.marks}
    return name, measure_agreement(readings, article, labels=labels, within=within)


def _kept(page: TakeAway) -> TakeAway:
    """The page with the path of its file, or with the reason why there is none."""
    name = file_name(page.text.title, page.text.fingerprint[:8], page.reader)
    try:
        folder = find_my_work() / "pages"
        folder.mkdir(exist_ok=True)
        path = save(page, folder / f"{name}.html", reader=page.reader, partner=page.partner)
    except OSError as error:
        return replace(page, notices=(*page.notices, f"This page was not kept as a file. {error}"))
    return replace(page, path=path)
