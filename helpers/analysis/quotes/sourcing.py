"""Who gets how much room in a report, and introduced how: the newsroom's source audit.

A word is what ``find_words`` takes for one, and belongs to a quotation where it begins inside its
content. Words in square brackets are an editor's, and never counted as the speaker's. Of the
speaker's words, those that stand in quotation marks are *quoted* and the others *paraphrased*.

An audit describes one report. Room given is not a bias: a report on one person's speech quotes that
person most. And it rests on rules that can be wrong; ``accuracy`` says how often.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import ClassVar

from helpers.analysis.people import Person, find_people
from helpers.analysis.quotes import find_quotes
from helpers.analysis.quotes.accuracy import MEASURED, Accuracy
from helpers.analysis.quotes.corrections import CORRECTED
from helpers.analysis.quotes.quote import Quote
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs, find_words
from helpers.text.span import Span, check_span

NAMING: dict[str, str] = {
    "named": "a person who is named",
    "collective or institutional": "a body, a place or a group that has a name, or several of them",
    "unnamed": "people, or papers, that are described and not named",
}
# "the harbour authority in Quillmar": what stands before one of these words ends with the head.
_AFTER_HEAD = frozenset("of for from in at on with by who whose which that close".split())
_TOGETHER = re.compile(r",?\s(?:and|or|&)\s(?:the\s)?|,\s")
_WORD = re.compile(r"\w[\w.'\u2019-]*")
NOBODY = "(no speaker found)"
TERMS = "(terms in quotation marks)"


@dataclass(frozen=True, slots=True)
class Source:
    """One speaker of a report: how much room, introduced how. One row of the audit."""

    columns: ClassVar = (
        *("speaker", "naming", "role", "quotations", "words_quoted", "words_paraphrased"),
        *("share_of_text", "share_of_attributed", "cues", "first_paragraph"),
    )

    speaker: str
    """The canonical name; ``NOBODY`` and ``TERMS`` for the two rows that are no speaker's."""
    naming: str
    """One of ``NAMING``; "" in the rows that are no speaker's."""
    roles: tuple[Span, ...]
    """Titles, roles and affiliations as the text gives them, such as "French President"."""
    quotations: int
    direct: int
    mixed: int
    indirect: int
    words_quoted: int
    words_paraphrased: int
    words_edited: int
    """In brackets inside the content: an editor's, in none of the other numbers."""
    share_of_text: float
    """Words quoted and paraphrased, of all words of the text."""
    share_of_attributed: float
    """The same, of all words that are anybody's; 0 in the rows that are no speaker's.

    Where one speaker retells another the words are in both rows, and count once in what they are a
    share of: no share is above 1, but all of them may add up to more.
    """
    cues: str
    """The reporting words and how often, such as "said ×3, claimed (doubting)"."""
    first_paragraph: int
    """The number of the paragraph in which the speaker is first mentioned; 0 where unknown."""
    first_mention: Span | None
    content: tuple[Span, ...]
    """All that is theirs, in reading order."""
    corrected: int = 0
    """How many of the quotations a reader corrected or added."""
    corrected_by: str = ""
    """Who did, by pseudonym."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The first mention, each role, and each piece of content."""
        if self.first_mention:
            yield "first_mention", self.first_mention
        for span in self.roles:
            yield "role", span
        for span in self.content:
            yield "content", span

    @property
    def words(self) -> int:
        """The speaker's words, quoted and paraphrased."""
        return self.words_quoted + self.words_paraphrased


@dataclass(frozen=True, slots=True)
class CueUse:
    """How often a reporting expression introduces a speaker."""

    columns: ClassVar = ("speaker", "cue", "stance", "times")

    speaker: str
    cue: str
    """In small letters, as it stands in the text."""
    stance: str
    times: int
    """Places in the text; a cue that introduces two quotations stands in one place."""
    places: tuple[Span, ...]

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The places."""
        for span in self.places:
            yield "cue_place", span


@dataclass(frozen=True, slots=True)
class SourceAudit:
    """The sources of one report. It goes wherever findings go: ``table(article, audit)``."""

    speakers: tuple[Source, ...]
    """In the order in which they are first quoted."""
    not_attributed: Source
    """What stands in quotation marks like a statement and for which no speaker was found."""
    terms: Source
    """Words in quotation marks that nobody in the text is found to say."""
    cues: tuple[CueUse, ...]
    """By speaker, the most frequent first."""
    words_of_text: int
    words_attributed: int
    """In the content of at least one quotation with a speaker, an editor's words left out."""
    words_in_marks: int
    """Those of them that stand in quotation marks."""
    accuracy: Accuracy
    """How often the rules behind it are right, where that was measured."""

    def __iter__(self) -> Iterator[Source]:
        """The rows: each speaker, then the two rows that are no speaker's."""
        return iter((*self.speakers, self.not_attributed, self.terms))

    def in_words(self) -> str:
        """The totals and what they are shares of, in two sentences."""
        number = "1 speaker" if len(self.speakers) == 1 else f"{len(self.speakers)} speakers"
        return (
            f"Of the text's {self.words_of_text} words, {self.words_attributed} "
            f"({_share(self.words_attributed, self.words_of_text):.0%}) are attributed to "
            f"{number}, {self.words_in_marks} of them in quotation marks. Words of statements "
            f"without a speaker: {self.not_attributed.words}; of terms in quotation marks: "
            f"{self.terms.words}."
        )


def audit_sources(text: Article | str, quotes: Iterable[Quote] | None = None) -> SourceAudit:
    """Who speaks in a text: how much, in whose words, and with which reporting words.

    Args:
        quotes: the quotations to count, such as ``correct(…).quotes``; without them, what
            ``find_quotes`` finds.

    Raises:
        ValueError: a quotation does not lie in this text.

    >>> audit = audit_sources('"It is over," said Ana Silva. She said that it had rained.')
    >>> [(source.speaker, source.words_quoted) for source in audit.speakers]
    [('Ana Silva', 3)]
    """
    plain = text_of(text)
    found = find_quotes(plain) if quotes is None else list(quotes)
    counter = _Counter(plain)
    groups: dict[str, list[Quote]] = {}
    for quote in found:
        groups.setdefault(owner_of(quote), []).append(quote)
    nobodys, terms = groups.pop(NOBODY, []), groups.pop(TERMS, [])
    attributed: set[int] = set()
    in_marks: set[int] = set()
    for group in groups.values():
        for quote in group:
            attributed |= counter.words(quote.content) - counter.words(quote.edits)
            in_marks |= counter.words(quote.quoted)
    cues = {speaker: _count_cues(plain, speaker, group) for speaker, group in groups.items()}
    return SourceAudit(
        speakers=tuple(
            counter.source(speaker, group, cues[speaker], len(attributed))
            for speaker, group in groups.items()
        ),
        not_attributed=counter.source(NOBODY, nobodys, [], 0),
        terms=counter.source(TERMS, terms, [], 0),
        cues=tuple(cue for uses in cues.values() for cue in uses),
        words_of_text=counter.total,
        words_attributed=len(attributed),
        words_in_marks=len(attributed & in_marks),
        accuracy=MEASURED,
    )


class _Counter:
    """Counts the words of each speaker of one text by the places that they stand in."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [word.start for word in find_words(text)]
        self._paragraphs = [paragraph.start for paragraph in find_paragraphs(text)]
        self._people = {person.name: person for person in find_people(text)}
        self.total = len(self._starts)

    def words(self, spans: Iterable[Span]) -> set[int]:
        """The numbers of the words that begin inside the spans."""
        numbers: set[int] = set()
        for span in spans:
            check_span(span, self._text)
            first, last = (bisect_left(self._starts, end) for end in span)
            numbers.update(range(first, last))
        return numbers

    def source(
        self, speaker: str, quotes: Sequence[Quote], cues: Sequence[CueUse], attributed: int
    ) -> Source:
        """The row of one speaker; words in two of the speaker's quotations count once."""
        every: set[int] = set()
        quoted: set[int] = set()
        edited: set[int] = set()
        for quote in quotes:
            every |= self.words(quote.content)
            quoted |= self.words(quote.quoted)
            edited |= self.words(quote.edits)
        own = every - edited
        kinds = Counter(quote.kind for quote in quotes)
        readers = [quote.corrected_by or "a reader" for quote in quotes if quote.rule == CORRECTED]
        person = self._people.get(speaker)
        sources = [quote.source for quote in quotes if quote.source]
        first = person.first_mention if person else min(sources, default=None)
        return Source(
            speaker=speaker,
            naming="" if speaker in (NOBODY, TERMS) else _naming(speaker, self._people),
            roles=person.roles if person else (),
            quotations=len(quotes),
            direct=kinds["direct"],
            mixed=kinds["mixed"],
            indirect=kinds["indirect"],
            words_quoted=len(own & quoted),
            words_paraphrased=len(own - quoted),
            words_edited=len(edited),
            share_of_text=_share(len(own), self.total),
            share_of_attributed=_share(len(own), attributed),
            cues=", ".join(_in_words(use) for use in cues),
            first_paragraph=bisect_right(self._paragraphs, first.start) if first else 0,
            first_mention=first,
            content=tuple(span for quote in quotes for span in quote.content),
            corrected=len(readers),
            corrected_by=", ".join(dict.fromkeys(readers)),
        )


def owner_of(quote: Quote) -> str:
    """In which row of the audit a quotation is counted: a speaker, ``NOBODY`` or ``TERMS``."""
    if quote.kind == "term":
        return TERMS
    return quote.speaker or NOBODY


def _count_cues(text: str, speaker: str, quotes: Sequence[Quote]) -> list[CueUse]:
    """The speaker's cues, the most frequent first, then in reading order."""
    places: dict[tuple[str, str], dict[Span, None]] = {}
    for quote in quotes:
        if quote.cue:
            words = " ".join(quote.cue.of(text).casefold().split())
            places.setdefault((words, quote.stance), {})[quote.cue] = None
    uses = [
        CueUse(speaker, cue, stance, len(spans), tuple(sorted(spans)))
        for (cue, stance), spans in places.items()
    ]
    return sorted(uses, key=lambda use: (-use.times, use.places))


def _in_words(use: CueUse) -> str:
    stance = "" if use.stance in ("", "neutral") else f" ({use.stance})"
    return f"{use.cue}{stance}" + (f" ×{use.times}" if use.times > 1 else "")


def _naming(speaker: str, people: Mapping[str, Person]) -> str:
    """How a speaker is named: as ``find_people`` has it, else by the capital of its head word.

    One word alone that is not among the people ("Many", "Officials") has its capital only because a
    sentence begins with it.
    """
    person = people.get(speaker)
    if person:
        return "named" if person.kind == "person" else "collective or institutional"
    together = _TOGETHER.split(speaker)
    if len(together) > 1 and any(part in people for part in together):
        return "collective or institutional"
    words = list(takewhile(lambda word: word not in _AFTER_HEAD, _WORD.findall(speaker)))
    if len(words) < 2 or not words[-1][0].isupper():
        return "unnamed"
    several = words[0].casefold() == "the" or "and" in words
    return "collective or institutional" if several else "named"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
