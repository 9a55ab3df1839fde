"""Two reports side by side: which quotations both use, and what each of them leaves out.

Leaving out is not bias: no report has room for everything, and what is left out of one may have
been said after it was written. This says what differs, and never which report is better.

How quotations are put into pairs, and by which thresholds, stands in ``alignment``; names and
speakers in ``speakers``, numbers in ``facts``. All of it rests on the rules of ``find_quotes``. The
errors to expect:

- A quotation that the rules missed, or gave to the wrong speaker, seems to be left out. How often
  that is says ``helpers.analysis.quotes.accuracy``.
- Retold words are a pair only by one speaker, and only where enough words stay the same: "no job
  would go" does not answer "nobody will be dismissed". So are two translations of one statement.
- A speaker whose name is spelled in two ways (Zelensky, Zelenskyy) counts as two, unless both
  reports give them the same words in marks; unnamed sources who are described alike ("officials")
  count as one.
- A phrase that many people use, such as a slogan, can make a pair of two statements. The column
  "differences" then says "other speaker".
- A speaker's favourite phrase makes a pair of two statements, and so may two statements on one
  subject that share most of their telling words. "No," of somebody who is only "he" in both
  reports counts as the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from helpers.analysis.quotes import find_quotes
from helpers.analysis.quotes.cues import STANCES
from helpers.analysis.quotes.quote import Quote
from helpers.analysis.quotes.sourcing import NAMING, Source, SourceAudit, audit_sources
from helpers.analysis.report_comparison.alignment import RULES, align_quotes
from helpers.analysis.report_comparison.facts import (
    NameUse,
    NumberUse,
    find_names,
    find_numbers,
    names_missing_in,
)
from helpers.analysis.report_comparison.shared_quote import (
    DIFFERENCES,
    LIKENESS,
    Half,
    SharedQuote,
    make_pair,
)
from helpers.analysis.report_comparison.speakers import MATCHES, Known, match_speakers
from helpers.analysis.report_comparison.wording import read_wordings
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs, find_sentences
from helpers.text.span import Span

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


_Known = tuple[dict[str, Known], dict[str, Known]]


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """One figure or one line of both reports."""

    columns: ClassVar = ("what", "one", "other")

    what: str
    one: str | float
    other: str | float

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Nothing: it is said of two texts."""
        yield from ()


@dataclass(frozen=True, slots=True)
class ComparedSpeaker:
    """A speaker of either report, and how much room there is in both; "" and 0 where not quoted."""

    columns: ClassVar = (
        *("speaker", "other_speaker", "known_by", "naming", "other_naming", "words"),
        *("other_words", "share", "other_share", "cues", "other_cues"),
    )

    speaker: str
    other_speaker: str
    known_by: str
    """One of ``MATCHES``; "" where only one report has the speaker."""
    naming: str
    other_naming: str
    words: int
    """Quoted and paraphrased."""
    other_words: int
    share: float
    """Of the words that are anybody's in that report."""
    other_share: float
    cues: str
    other_cues: str

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Nothing: it is said of two texts. The places are those of ``Report.audit``."""
        yield from ()


@dataclass(frozen=True, slots=True)
class ComparedStance:
    """How often reporting words of one stance introduce somebody in both reports."""

    columns: ClassVar = ("stance", "one", "other", "one_cues", "other_cues")

    stance: str
    one: int
    other: int
    one_cues: str
    other_cues: str

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Nothing: it is said of two texts."""
        yield from ()


@dataclass(frozen=True, slots=True)
class ComparedNumber:
    """A number that both reports have, and in whose words each has it."""

    columns: ClassVar = ("one", "other", "one_whose", "other_whose")

    one: str
    other: str
    one_whose: str
    other_whose: str

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Nothing: it is said of two texts."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Report:
    """One of two reports: what it shares with the other, and what it has alone.

    All findings in it have their places in ``text``.
    """

    text: Article | str = field(repr=False)
    name: str
    """Its outlet, else its headline, else "the first text" or "the second"."""
    quotes: tuple[Quote, ...] = field(repr=False)
    audit: SourceAudit = field(repr=False)
    shared: tuple[SharedQuote, ...]
    """The quotations that the other report uses, too."""
    own_quotes: tuple[Quote, ...]
    """Those that the other report leaves out, or that the rules did not find there."""
    own_speakers: tuple[Source, ...]
    own_numbers: tuple[NumberUse, ...]
    own_names: tuple[NameUse, ...]


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
    """What two reports share and what each has alone: quotations, speakers, numbers, names.

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
    called = [
        f"{name}, SHA-256 of the text {_as_article(text).fingerprint[:16]}…"
        for name, text in zip(names, texts, strict=True)
    ]
    shared = []
    for number, pair in enumerate(aligned.pairs, start=1):
        left, right = (
            Half(wordings[at][place], text_of(texts[at]), called[at], {m[at] for m in pair.matches})
            for at, place in enumerate((pair.one, pair.other))
        )
        mine, its = known[0].get(left.quote.speaker), known[1].get(right.quote.speaker)
        is_one_speaker = bool(mine and its and mine.key == its.key)
        shared.append(make_pair(number, pair, left, right, is_one_speaker))
    # In an order that stays the same when the reports change places.
    for pair in sorted(aligned.pairs, key=lambda pair: pair.one + pair.other):
        _know_by_words(known, quoted[0][pair.one], quoted[1][pair.other])
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
            own_names=tuple(names_missing_in(find_names(text), texts[1 - at])),
        )
        for at, text in enumerate(texts)
    ]
    return ReportComparison(
        one=reports[0],
        other=reports[1],
        openings=tuple(_openings(one, other)),
        lengths=tuple(_lengths(reports[0], reports[1])),
        speakers=tuple(_speakers(audits[0], audits[1], known)),
        stances=tuple(_stances(audits[0], audits[1])),
        numbers=tuple(_in_both(numbers[0], numbers[1])),
        notes=tuple(_notes(reports[0], reports[1])),
    )


def _as_article(text: Article | str) -> Article:
    return text if isinstance(text, Article) else Article(text)


def _names(one: Article | str, other: Article | str) -> tuple[str, str]:
    """What the reports are called: by outlet, else by headline, else by their order."""
    if isinstance(one, Article) and isinstance(other, Article):
        for mine, its in ((one.outlet, other.outlet), (one.title, other.title)):
            if mine and its and mine != its:
                return mine, its
    return "the first text", "the second text"


def _know_by_words(known: _Known, one: Quote, other: Quote) -> None:
    """Two speakers without a common name are the same where both are given the same words."""
    mine, its = one.speaker, other.speaker
    is_new = mine and its and mine not in known[0] and its not in known[1]
    if is_new and one.quoted and other.quoted:
        known[0][mine] = Known(its, "words", "")
        known[1][its] = Known(mine, "words", "")


def _missing_in(numbers: Iterable[NumberUse], others: Iterable[NumberUse]) -> list[NumberUse]:
    values = {number.value for number in others}
    return [number for number in numbers if number.value not in values]


def _in_both(one: Iterable[NumberUse], other: Iterable[NumberUse]) -> Iterator[ComparedNumber]:
    by_value = {number.value: number for number in other}
    for mine in one:
        its = by_value.get(mine.value)
        if its:
            yield ComparedNumber(mine.number, its.number, mine.whose, its.whose)


def _openings(one: Article | str, other: Article | str) -> Iterator[ComparedFact]:
    articles = [_as_article(text) for text in (one, other)]

    def row(what: str, fact: Callable[[Article], object]) -> ComparedFact:
        found = [str(fact(article) or "not given") for article in articles]
        return ComparedFact(what, found[0], found[1])

    yield row("outlet", lambda article: article.outlet)
    yield row("published", lambda article: article.published)
    yield row("headline", lambda article: article.title)
    yield row(
        "first sentence", lambda a: a.sentences[0].of(a.text) if a.sentences else "no sentence"
    )


def _lengths(one: Report, other: Report) -> Iterator[ComparedFact]:
    def row(what: str, measure: Callable[[Report], float]) -> ComparedFact:
        return ComparedFact(what, measure(one), measure(other))

    def share(words: int, report: Report) -> float:
        return words / (report.audit.words_of_text or 1)

    yield row("words", lambda r: r.audit.words_of_text)
    yield row("sentences", lambda r: len(find_sentences(text_of(r.text))))
    yield row("paragraphs", lambda r: len(find_paragraphs(text_of(r.text))))
    yield row("quotations", lambda r: len(r.quotes))
    yield row("words attributed to speakers", lambda r: r.audit.words_attributed)
    yield row("… as a share of the text", lambda r: share(r.audit.words_attributed, r))
    yield row("… of these in quotation marks", lambda r: r.audit.words_in_marks)
    yield row("… as a share of the text", lambda r: share(r.audit.words_in_marks, r))
    for naming in NAMING:
        of_one, of_other = (
            [source for source in report.audit.speakers if source.naming == naming]
            for report in (one, other)
        )
        words = [sum(source.words for source in sources) for sources in (of_one, of_other)]
        yield ComparedFact(f"speakers: {naming}", len(of_one), len(of_other))
        yield ComparedFact("… their words", words[0], words[1])


def _speakers(one: SourceAudit, other: SourceAudit, known: _Known) -> Iterator[ComparedSpeaker]:
    mine = {source.speaker: source for source in one.speakers}
    its = {source.speaker: source for source in other.speakers}
    partners = set()
    for name, source in mine.items():
        found = known[0].get(name)
        partners.add(found.speaker if found else "")
        yield _row(source, its[found.speaker] if found else None, found)
    for name, source in its.items():
        if name not in partners:
            found = known[1].get(name)
            yield _row(mine[found.speaker] if found else None, source, found)


def _row(one: Source | None, other: Source | None, found: Known | None) -> ComparedSpeaker:
    return ComparedSpeaker(
        speaker=one.speaker if one else "",
        other_speaker=other.speaker if other else "",
        known_by=found.known_by if found else "",
        naming=one.naming if one else "",
        other_naming=other.naming if other else "",
        words=one.words if one else 0,
        other_words=other.words if other else 0,
        share=one.share_of_attributed if one else 0.0,
        other_share=other.share_of_attributed if other else 0.0,
        cues=one.cues if one else "",
        other_cues=other.cues if other else "",
    )


def _stances(one: SourceAudit, other: SourceAudit) -> Iterator[ComparedStance]:
    for stance in STANCES:
        times = []
        words = []
        for audit in (one, other):
            uses: Counter[str] = Counter()
            for use in audit.cues:
                if use.stance == stance:
                    uses[use.cue] += use.times
            times.append(uses.total())
            listed = sorted(uses.items(), key=lambda item: (-item[1], item[0]))
            words.append(", ".join(f"{cue} ×{n}" if n > 1 else cue for cue, n in listed))
        if any(times):
            yield ComparedStance(stance, times[0], times[1], words[0], words[1])


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
