"""A quotation that two reports use: what stands in one of them, and how the other differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from helpers.analysis.people.vocabulary import PRONOUNS
from helpers.analysis.quotes.quote import Quote
from helpers.analysis.report_comparison.alignment import Aligned
from helpers.analysis.report_comparison.wording import Wording, joined
from helpers.text.folding import fold
from helpers.text.span import Span

LIKENESS: dict[str, str] = {
    "same words": "word for word the same",
    "words left out": "with words left out in one of them",
    "other words": "partly in other words",
}
DIFFERENCES: dict[str, str] = {
    "words left out": "one report has words of it that the other leaves out",
    "other words": "some words stand in one alone, and others in the other",
    "in marks in one only": "one quotes the words, the other retells them",
    "other kind": "both quote, but one has more of it in the reporter's own words",
    "other cue": "another word says that it was said",
    "other stance": "and that word is in another group of the workbook's list",
    "other speaker": "the words go to somebody of another name",
    "other source words": "the speaker is described in other words",
    "other way": "the reports say differently how the words came: in a statement, a post",
}


@dataclass(frozen=True, slots=True)
class SharedQuote:
    """One side of a pair: the quotation as one report has it, and the other's words beside it.

    Its parts are places of one text, so that ``table`` and ``highlight`` take it with that text.
    """

    columns: ClassVar = (
        *("pair", "speaker", "cue", "content", "likeness", "differences", "only_here"),
        *("only_there", "other_speaker", "other_cue", "other_content"),
    )

    pair: int
    """The number that both sides have, counted from 1 in the order of the first report."""
    likeness: str
    """One of ``LIKENESS``."""
    differences: str
    """Those of ``DIFFERENCES`` that there are, such as "words left out; other cue"."""
    speaker: str
    kind: str
    stance: str
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    shared: tuple[Span, ...]
    """The words that both have."""
    only_here: tuple[Span, ...]
    """What the other leaves out, or says in other words; of a quotation in marks, what is in marks.
    """
    only_there: str
    """What this report leaves out of the other's, or says in other words."""
    other_speaker: str
    other_kind: str
    other_stance: str
    other_content: str
    other_cue: str
    other_source: str
    rule: str
    """By which of the ``RULES`` in ``alignment`` the two are a pair."""
    other_report: str
    """What the other report is called, its rights, and the SHA-256 of its text."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Content, cue and source; the words that both have, and those that are only here."""
        for span in self.content:
            yield "content", span
        if self.cue:
            yield "cue", self.cue
        if self.source:
            yield "source", self.source
        for span in self.shared:
            yield "shared", span
        for span in self.only_here:
            yield "only_here", span


@dataclass(frozen=True, slots=True)
class Half:
    """One quotation of a pair, with what is needed to say it in words."""

    wording: Wording
    text: str
    report: str
    matched: set[int]

    @property
    def quote(self) -> Quote:
        return self.wording.quote

    def shared(self) -> tuple[Span, ...]:
        return joined(self.wording, self.matched, self.text)

    def unshared(self, *, with_small_words: bool) -> tuple[Span, ...]:
        """The deciding words that have no answer, as rows; of small words alone only on request."""
        rows: list[list[int]] = []
        for at in self.wording.decisive:
            if at in self.matched:
                continue
            if rows and rows[-1][-1] == at - 1:
                rows[-1].append(at)
            else:
                rows.append([at])
        lemmas = self.wording.lemmas
        kept = [row for row in rows if with_small_words or any(lemmas[at] for at in row)]
        return joined(self.wording, (at for row in kept for at in row), self.text)

    def words(self, spans: tuple[Span, ...]) -> str:
        return " … ".join(span.of(self.text) for span in spans)

    def word(self, span: Span | None) -> str:
        return span.of(self.text) if span else ""


def make_pair(
    number: int, found: Aligned, one: Half, other: Half, is_one_speaker: bool
) -> tuple[SharedQuote, SharedQuote]:
    """Both sides of a pair, each with the other's words beside its own."""
    likeness = _likeness(found, one, other)
    halves = (one, other)
    is_exact = likeness != "other words"
    unshared = [half.unshared(with_small_words=is_exact) for half in halves]
    differences = "; ".join(_differences(likeness, one, other, is_one_speaker))

    def side(own: Half, its: Half, at: int) -> SharedQuote:
        return SharedQuote(
            pair=number,
            likeness=likeness,
            differences=differences,
            speaker=own.quote.speaker,
            kind=own.quote.kind,
            stance=own.quote.stance,
            content=own.quote.content,
            cue=own.quote.cue,
            source=own.quote.source,
            shared=own.shared(),
            only_here=unshared[at],
            only_there=its.words(unshared[1 - at]),
            other_speaker=its.quote.speaker,
            other_kind=its.quote.kind,
            other_stance=its.quote.stance,
            other_content=its.words(its.quote.content),
            other_cue=its.word(its.quote.cue),
            other_source=its.word(its.quote.source),
            rule=found.rule,
            other_report=its.report,
        )

    return side(one, other, 0), side(other, one, 1)


def _likeness(found: Aligned, one: Half, other: Half) -> str:
    if found.rule == "much the same words":
        return "other words"
    missing = [
        [at for at in half.wording.decisive if at not in half.matched] for half in (one, other)
    ]
    if all(missing):
        return "other words"
    return "words left out" if any(missing) else "same words"


def _differences(likeness: str, one: Half, other: Half, is_one_speaker: bool) -> Iterator[str]:
    left, right = one.quote, other.quote
    if likeness != "same words":
        yield likeness
    if bool(left.quoted) != bool(right.quoted):
        yield "in marks in one only"
    elif left.kind != right.kind:
        yield "other kind"
    cues = [" ".join(fold(half.word(half.quote.cue)).split()) for half in (one, other)]
    if cues[0] != cues[1]:
        yield "other cue"
    if left.stance != right.stance:
        yield "other stance"
    if not is_one_speaker and fold(left.speaker) != fold(right.speaker):
        yield "other speaker"
    sources = [" ".join(fold(half.word(half.quote.source)).split()) for half in (one, other)]
    if sources[0] != sources[1] and not PRONOUNS.keys() & set(sources) and all(sources):
        yield "other source words"
    if left.via != right.via:
        yield "other way"
