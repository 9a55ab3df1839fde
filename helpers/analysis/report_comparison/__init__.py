"""Two reports side by side: which quotations both use, and what each of them leaves out.

Leaving out is not bias: no report has room for everything, and what is left out of one may have
been said after it was written. This says what differs, and never which report is better.

How quotations are put into pairs, and by which thresholds, stands in ``alignment``; who is who in
``speakers``, which numbers are the same in ``numbers``. All of it rests on the rules of
``find_quotes``. The errors to expect:

- A quotation that the rules missed, or gave to the wrong speaker, seems to be left out. How often
  that is says ``helpers.analysis.quotes.accuracy``.
- Retold words are a pair only by one speaker, and only where enough words stay the same: "no job
  would go" does not answer "nobody will be dismissed". So are two translations of one statement,
  and short quotations whose few words are spelled in two ways ("won't", "will not").
- Words are compared, not what they mean: where one report has a "not" more than the other, it is
  one of the words that are left out.
- A speaker whose name is spelled in two ways (Zelensky, Zelenskyy) counts as two, unless both
  reports give them the same words in marks and the names begin alike. Unnamed sources who are
  described alike ("officials") count as one.
- A phrase that many people use, such as a slogan, can make a pair of two statements. The column
  "differences" then says "other speaker".
- A speaker's favourite phrase makes a pair of two statements, and so may two statements on one
  subject that share most of their telling words. "No," of somebody who is only "he" in both
  reports counts as the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from helpers.analysis.quotes import find_quotes
from helpers.analysis.quotes.quote import Quote
from helpers.analysis.quotes.sourcing import audit_sources
from helpers.analysis.report_comparison.alignment import RULES, align_quotes
from helpers.analysis.report_comparison.numbers import NumberUse, find_numbers
from helpers.analysis.report_comparison.report import Report
from helpers.analysis.report_comparison.shared_quote import (
    DIFFERENCES,
    LIKENESS,
    Half,
    SharedQuote,
    make_pair,
)
from helpers.analysis.report_comparison.side_by_side import (
    ComparedFact,
    ComparedNumber,
    ComparedSpeaker,
    ComparedStance,
    compare_lengths,
    compare_numbers,
    compare_openings,
    compare_speakers,
    compare_stances,
)
from helpers.analysis.report_comparison.speakers import MATCHES, Known, are_alike, match_speakers
from helpers.analysis.report_comparison.wording import read_wordings
from helpers.text.article import Article, text_of
from helpers.text.finding import provenance

__all__ = [
    "DIFFERENCES",
    "LIKENESS",
    "MATCHES",
    "RULES",
    "ComparedFact",
    "ComparedNumber",
    "ComparedSpeaker",
    "ComparedStance",
    "Report",
    "ReportComparison",
    "SharedQuote",
    "compare_reports",
]


@dataclass(frozen=True, slots=True)
class ReportComparison:
    """Two reports side by side; with the reports exchanged it is the same, mirrored."""

    one: Report
    other: Report
    openings: tuple[ComparedFact, ...]
    """Outlet, date, headline and first sentence."""
    lengths: tuple[ComparedFact, ...]
    """Words, sentences, how much of them is quoted, and by what kind of source."""
    speakers: tuple[ComparedSpeaker, ...]
    """Those of the first report in their order, then those that only the second has."""
    stances: tuple[ComparedStance, ...]
    numbers: tuple[ComparedNumber, ...]
    """Those that both reports have."""
    notes: tuple[str, ...]
    """What makes the comparison say little, or nothing, and what to do; mostly none."""

    @property
    def title(self) -> str:
        """Which report is "one" and which is "other"."""
        return f"one: {self.one.name}; other: {self.other.name}"

    def in_words(self) -> str:
        """What both use and what each has alone, in a few sentences, with the notes."""
        if self.notes and not self.one.shared:
            return " ".join(self.notes)
        shared = self.one.shared
        likenesses = Counter(pair.likeness for pair in shared)
        listed = ", ".join(
            f"{likenesses[likeness]} {words}"
            for likeness, words in LIKENESS.items()
            if likenesses[likeness]
        )
        both = _number(len(shared), "quotation")
        said = [f"Both reports have {both} in common" + (f": {listed}." if listed else ".")]
        for report in (self.one, self.other):
            said.append(
                f"{_number(len(report.own_quotes), 'quotation')} and "
                f"{_number(len(report.own_speakers), 'speaker')} are found only in {report.name}."
            )
        return " ".join([*said, *self.notes])

    def __repr__(self) -> str:
        return f"<ReportComparison: {self.in_words()}>"


def compare_reports(
    one: Article | str,
    other: Article | str,
    *,
    quotes: Iterable[Quote] | None = None,
    other_quotes: Iterable[Quote] | None = None,
) -> ReportComparison:
    """What two reports share and what each has alone: quotations, speakers, numbers.

    Args:
        quotes, other_quotes: the quotations of each, such as ``correct(…).quotes``; without
            them, what ``find_quotes`` finds.

    Raises:
        ValueError: a quotation does not lie in its text.

    >>> found = compare_reports("“The boat sank, and nobody drowned,” Ana Silva said.",
    ...                         "“The boat sank …,” Ana Silva claimed.")
    >>> [(pair.differences, pair.only_there) for pair in found.other.shared]
    [('words left out; other cue; other stance', 'and nobody drowned')]
    """
    texts = (one, other)
    names = _names(one, other)
    quoted = [
        tuple(find_quotes(text) if given is None else given)
        for text, given in zip(texts, (quotes, other_quotes), strict=True)
    ]
    audits = [audit_sources(text, own) for text, own in zip(texts, quoted, strict=True)]
    wordings = [read_wordings(text, own) for text, own in zip(texts, quoted, strict=True)]
    known = match_speakers(*([row.speaker for row in audit.speakers] for audit in audits))
    aligned = align_quotes(wordings[0], wordings[1], known)
    called = [_called(name, text) for name, text in zip(names, texts, strict=True)]
    shared = []
    for number, pair in enumerate(aligned.pairs, start=1):
        left, right = (
            Half(wordings[at][place], text_of(texts[at]), called[at], {m[at] for m in pair.matches})
            for at, place in enumerate((pair.one, pair.other))
        )
        mine, its = known[0].get(left.quote.speaker), known[1].get(right.quote.speaker)
        is_one_speaker = bool(mine and its and mine.key == its.key)
        shared.append(make_pair(number, pair, left, right, is_one_speaker))
    people = [{row.speaker for row in audit.speakers if row.naming == "named"} for audit in audits]
    # In an order that stays the same when the reports change places.
    for pair in sorted(aligned.pairs, key=lambda pair: pair.one + pair.other):
        both = quoted[0][pair.one], quoted[1][pair.other]
        are_people = all(quote.speaker in named for quote, named in zip(both, people, strict=True))
        if not are_people or are_alike(both[0].speaker, both[1].speaker):
            _know_by_words(known, *both)
    numbers = [find_numbers(text, own) for text, own in zip(texts, quoted, strict=True)]
    answered = (aligned.answered_in_one, aligned.answered_in_other)
    reports = [
        Report(
            text=text,
            name=names[at],
            quotes=quoted[at],
            audit=audits[at],
            shared=tuple(sorted((pair[at] for pair in shared), key=lambda side: side.content)),
            own_quotes=tuple(q for n, q in enumerate(quoted[at]) if n not in answered[at]),
            own_speakers=tuple(row for row in audits[at].speakers if row.speaker not in known[at]),
            own_numbers=tuple(_missing_in(numbers[at], numbers[1 - at])),
        )
        for at, text in enumerate(texts)
    ]
    return ReportComparison(
        one=reports[0],
        other=reports[1],
        openings=tuple(compare_openings(one, other)),
        lengths=tuple(compare_lengths(reports[0], reports[1])),
        speakers=tuple(compare_speakers(audits[0], audits[1], known)),
        stances=tuple(compare_stances(audits[0], audits[1])),
        numbers=tuple(compare_numbers(numbers[0], numbers[1])),
        notes=tuple(_notes(reports[0], reports[1])),
    )


def _names(one: Article | str, other: Article | str) -> tuple[str, str]:
    """What the reports are called: by outlet, else by headline, else by their order."""
    if isinstance(one, Article) and isinstance(other, Article):
        for mine, its in ((one.outlet, other.outlet), (one.title, other.title)):
            if mine and its and mine != its:
                return mine, its
    return "the first text", "the second text"


def _called(name: str, text: Article | str) -> str:
    """What a report is called beside words of it: who may use them how, and which text it is."""
    known = provenance(text)
    fingerprint = f"SHA-256 of the text {known['text_sha256'][:16]}…"
    return ", ".join(part for part in (name, known["rights"], fingerprint) if part)


def _know_by_words(
    known: tuple[dict[str, Known], dict[str, Known]], one: Quote, other: Quote
) -> None:
    """Two speakers without a common name are the same where both are given the same words."""
    mine, its = one.speaker, other.speaker
    is_new = mine and its and mine not in known[0] and its not in known[1]
    if is_new and one.quoted and other.quoted:
        known[0][mine] = Known(its, "words", "")
        known[1][its] = Known(mine, "words", "")


def _missing_in(numbers: Iterable[NumberUse], others: Iterable[NumberUse]) -> list[NumberUse]:
    values = {number.value for number in others}
    return [number for number in numbers if number.value not in values]


def _notes(one: Report, other: Report) -> Iterator[str]:
    """What is to be said before anybody reads a table."""
    if one.audit.words_of_text and text_of(one.text) == text_of(other.text):
        yield "Both are the same text, sign for sign: load another report for one of them."
    is_empty = False
    for report in (one, other):
        if not report.audit.words_of_text:
            is_empty = True
            yield f"There is no word in {report.name}, so there is nothing to compare."
        elif not report.quotes:
            yield f"The rules found no quotation in {report.name}."
    if one.quotes and other.quotes and not one.shared and not is_empty:
        yield (
            "No quotation was found in both. They may report on different events, or quote "
            "different people, or retell the same words too differently for the rules."
        )


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
