"""Figures and facts of two reports side by side, as the rows of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from helpers.analysis.quotes.cues import STANCES
from helpers.analysis.quotes.sourcing import NAMING, Source, SourceAudit
from helpers.analysis.report_comparison.numbers import NumberUse
from helpers.analysis.report_comparison.report import Report
from helpers.analysis.report_comparison.speakers import Known
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs, find_sentences
from helpers.text.span import Span


class _OfBoth:
    """A row that is said of two texts, and so has no place in one."""

    __slots__ = ()

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Nothing; the places are those of the findings in each ``Report``."""
        yield from ()


@dataclass(frozen=True, slots=True)
class ComparedFact(_OfBoth):
    """One figure or one line of both reports."""

    columns: ClassVar = ("what", "one", "other")

    what: str
    one: str | float
    other: str | float


@dataclass(frozen=True, slots=True)
class ComparedSpeaker(_OfBoth):
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


@dataclass(frozen=True, slots=True)
class ComparedStance(_OfBoth):
    """How often reporting words of one stance introduce somebody in both reports."""

    columns: ClassVar = ("stance", "one", "other", "one_cues", "other_cues")

    stance: str
    one: int
    other: int
    one_cues: str
    other_cues: str


@dataclass(frozen=True, slots=True)
class ComparedNumber(_OfBoth):
    """A number that both reports have, and in whose words each has it."""

    columns: ClassVar = ("one", "other", "one_whose", "other_whose")

    one: str
    other: str
    one_whose: str
    other_whose: str


def compare_openings(one: Article | str, other: Article | str) -> Iterator[ComparedFact]:
    """Outlet, date, headline and first sentence."""
    articles = [t if isinstance(t, Article) else Article(t) for t in (one, other)]

    def row(what: str, fact: Callable[[Article], object]) -> ComparedFact:
        found = [str(fact(article) or "not given") for article in articles]
        return ComparedFact(what, found[0], found[1])

    yield row("outlet", lambda article: article.outlet)
    yield row("published", lambda article: article.published)
    yield row("headline", lambda article: article.title)
    yield row(
        "first sentence", lambda a: a.sentences[0].of(a.text) if a.sentences else "no sentence"
    )


def compare_lengths(one: Report, other: Report) -> Iterator[ComparedFact]:
    """Words, sentences, how much of them is quoted, and by what kind of source."""

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


def compare_speakers(
    one: SourceAudit,
    other: SourceAudit,
    known: tuple[Mapping[str, Known], Mapping[str, Known]],
) -> Iterator[ComparedSpeaker]:
    """Those of the first report in their order, then those that only the second has."""
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


def compare_stances(one: SourceAudit, other: SourceAudit) -> Iterator[ComparedStance]:
    """The stances that either report has, in the order of ``STANCES``."""
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


def compare_numbers(
    one: Iterable[NumberUse], other: Iterable[NumberUse]
) -> Iterator[ComparedNumber]:
    """The numbers that both have, in the order of the first."""
    by_value = {number.value: number for number in other}
    for mine in one:
        its = by_value.get(mine.value)
        if its:
            yield ComparedNumber(mine.number, its.number, mine.whose, its.whose)
