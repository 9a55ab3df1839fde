"""Who is meant by a mention: "Silva", "U.S. President Ana Silva", "the mayor", "he"?

``names`` finds names and takes them apart, ``mentions`` reads the narration once with the words
beside each mention (``context``), ``roster`` brings the mentions of one person together,
``focus`` resolves pronouns; the lists of words are in ``vocabulary``, ``first_names`` and
``places``. They know edited English news.

Of the pronouns that stand for a speaker (PolNeAR, November 2026), the rules find the right name
for 85 % of 229 in 84 news articles, where the right names come from a program and most of the
differences are its mistakes. Of 85 drawn from 840 other articles and read by hand they found 87 %;
that was counted while the rules were still being changed, so it is no test of the finished ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from helpers.analysis.people.figure import Figure
from helpers.analysis.people.focus import Meant, resolve_pronouns
from helpers.analysis.people.mentions import Mention, find_mentions
from helpers.analysis.people.names import BLANK
from helpers.analysis.people.person import HOW, KINDS, Identity, Person
from helpers.analysis.people.roster import Roster
from helpers.analysis.people.vocabulary import PREPOSITIONS, PRONOUNS, STOPS_A_DESCRIPTION
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_sentences
from helpers.text.span import Span

__all__ = ["HOW", "KINDS", "Identity", "People", "Person", "find_people"]

WRITER = "the writer"


def find_people(text: Article | str) -> list[Person]:
    """Who is named in a text outside quotations, in the order of their first mention.

    Persons, groups, institutions and places, told apart by lists and by form: a name of two words
    that is in no list counts as a person's. So a ship or a song may be taken for a person.
    Of two people with one surname, a surname alone counts for neither: it is listed by itself.

    >>> one, = find_people("Mayor Ana Silva left. Silva was late.")
    >>> one.name, one.gender, len(one.mentions), one.roles
    ('Ana Silva', 'female', 2, (Span(start=0, end=5),))
    """
    # Imported here because the quotations, for their part, ask this module who speaks.
    from helpers.analysis.quotes.quotation_marks import find_quoted_stretches

    plain = text_of(text)
    return People(plain, [stretch.outer for stretch in find_quoted_stretches(plain)]).persons()


class People:
    """The people of one text, and whom each mention means."""

    def __init__(
        self,
        text: Article | str,
        quotations: Iterable[Span] = (),
        *,
        sentences: tuple[Span, ...] | None = None,
    ) -> None:
        """Read the text once.

        Args:
            quotations: what is quoted, with its marks. Nobody named only in there is among the
                people, because the words are not the reporter's.
            sentences: as ``find_sentences`` gives them, if they are already known.
        """
        self._text = text_of(text)
        self._quotations = sorted(quotations)
        pieces = []
        position = 0
        for quotation in self._quotations:
            start, end = max(position, quotation.start), max(position, quotation.end)
            pieces += [self._text[position:start], BLANK * (end - start)]
            position = end
        self._narration = "".join([*pieces, self._text[position:]])
        self._sentences = sentences
        self._mentions = find_mentions(self._narration)
        self._starts = [mention.start for mention in self._mentions]
        self._roster = Roster(self._text, self._mentions)
        self._inside: dict[str, list[Mention]] = {}  # a text names its speakers again and again

    def persons(self) -> list[Person]:
        """All who are named, in the order of their first mention."""
        self.pronouns()  # what a pronoun tells of somebody's gender belongs to them, too
        persons = [
            Person(
                name=figure.name,
                kind=figure.kind,
                gender=figure.gender,
                clue=figure.clue,
                roles=tuple(sorted(set(figure.roles))),
                mentions=tuple(sorted(figure.mentions)),
            )
            for figure in self._roster.figures
            if figure.kind or figure.inside  # not "Asked" or "Tens" at the head of a sentence
        ]
        return sorted(persons, key=lambda person: person.first_mention)

    def pronouns(self) -> list[tuple[Span, Identity]]:
        """Each "he", "she", "they", "it" and their forms outside quotations, and who is meant."""
        return [
            (span, self.resolve(span))
            for mention in self._mentions
            if mention.kind == "pronoun"
            for span in [Span(mention.start, mention.end)]
        ]

    def identify(self, mention: Span, *, speaker: str = "") -> str:
        """The name behind a mention; its own words where no rule finds one. See ``resolve``."""
        return self.resolve(mention, speaker=speaker).name

    def resolve(self, mention: Span, *, speaker: str = "") -> Identity:
        """Whom a mention means, by which rule, and who else may be meant.

        Args:
            mention: a name, with or without titles; a description ("the mayor", "a spokeswoman
                for the port"); or a pronoun.
            speaker: who speaks the quotation that the mention stands in, if it stands in one.
        """
        words = " ".join(mention.of(self._text).split())
        pronoun = PRONOUNS.get(words.casefold())
        if pronoun is None:
            return self._described(mention, words)
        wanted, _ = pronoun
        if wanted in ("writer", "writers"):
            if not self._is_quoted(mention):
                return Identity(WRITER, "the writer")
            if speaker and wanted == "writer":
                return Identity(speaker, "speaker of the quotation")
            return Identity(words, "own words")
        if wanted == "who":
            return self._right_before(mention, words)
        start = mention.start + len(mention.of(self._text)) - len(mention.of(self._text).lstrip())
        meant = self._meant.get(start)
        if meant is None or meant.figure is None or not meant.figure.name:
            return Identity(words, "own words")
        if meant.figure.rivals:
            return _told_apart(meant.figure, wanted)
        rivals = _names(meant.rivals, meant.figure.name)
        return Identity(meant.figure.name, "most in focus" if rivals else "only one fits", rivals)

    @cached_property
    def _meant(self) -> dict[int, Meant]:
        """Whom each pronoun means: worked out for the whole text once one is asked about."""
        sentences = self._sentences if self._sentences is not None else find_sentences(self._text)
        starts = [sentence.start for sentence in sentences]
        numbers = [bisect_right(starts, start) for start in self._starts]
        return resolve_pronouns(self._mentions, numbers, self._roster)

    def _described(self, span: Span, words: str) -> Identity:
        """Whom a name or a description means, by the first in it that is nobody's modifier."""
        figure_at = self._roster.figure_at
        exact = figure_at.get(span)
        if exact and not exact.named:  # a description and nothing else
            return Identity(exact.name or words, "own words")
        if exact and exact.full and not exact.rivals:  # nothing but the name, as most sources are
            if words in exact.forms:
                return Identity(exact.name, "named")
            if " " not in words and words[0].isupper():
                return Identity(exact.name, "part of one name")
        text = span.of(self._narration)
        if BLANK in (text[:1], text[-1:]):  # the mention itself is quoted
            text = span.of(self._text)
        inside = self._inside.get(text)
        if inside is None:
            inside = self._inside[text] = _heads(text)
        if not inside:
            return Identity(words, "own words")
        head, *others = inside
        gap = text[head.end : others[0].start] if others else ""
        if gap.startswith(" and ") or (gap == ", " and head.kind == others[0].kind == "name"):
            return Identity(words, "own words")  # Kyiv and the West
        if head.kind == "name" and head.name:
            if not _is_head(text, head):
                return Identity(words, "own words")
            figure = figure_at.get((span.start + head.start, span.start + head.end))
            if figure is None or not figure.named:
                figure = self._roster.of_name(head.name)
            if figure is None:
                name = self._text[span.start + head.start : span.start + head.end]
                return Identity(name, "named")
            if figure.rivals:
                return _told_apart(figure, head.name.gender if head.name.roles else "")
            part = len(head.name.words) == 1 and figure.full
            return Identity(figure.name, "part of one name" if part else "named")
        if others and others[0].name and not gap.strip(" ,") and head.shape != "plural":
            known = figure_at.get((span.start + others[0].start, span.start + others[0].end))
            if known and not known.rivals:  # the mayor, Ana Silva
                return Identity(known.name, "named beside it")
        described = figure_at.get((span.start + head.start, span.start + head.end))
        if described and described.named and described.kind == "person" and not described.rivals:
            return Identity(described.name, "named beside it")
        return Identity(words, "own words")

    def _right_before(self, mention: Span, words: str) -> Identity:
        """Whom "who" means: the last named or described before it in its sentence."""
        number = bisect_left(self._starts, mention.start) - 1
        while number >= 0:
            before = self._mentions[number]
            if "\n" in self._text[before.end : mention.start] or mention.start - before.end > 160:
                break
            figure = self._roster.figure_at.get((before.start, before.end))
            if figure and figure.name and figure.kind in ("person", "group", ""):
                return Identity(figure.name, "right before")
            number -= 1
        return Identity(words, "own words")

    def _is_quoted(self, mention: Span) -> bool:
        number = bisect_right(self._quotations, (mention.start, float("inf"))) - 1
        return number >= 0 and mention.start < self._quotations[number].end


def _heads(phrase: str) -> list[Mention]:
    """The names and descriptions in a phrase that say who is meant, the likeliest first."""
    found = [mention for mention in find_mentions(phrase) if mention.kind != "pronoun"]
    # "Silva's" in "Silva's spokesman" says only whose, unless nothing comes after it.
    owners = [m.end for m in found if m.place == "possessive" and m.end + 2 < len(phrase)]
    owner = max((end for end in owners if "," not in phrase[:end]), default=-1)
    return [m for m in found if m.place != "modifier" and m.start > owner]


def _is_head(text: str, name: Mention) -> bool:
    """Is the whole phrase about the name? Not so in "advisers to Silva" and "a Silva advert"."""
    before = text[: name.title.start if name.title else name.start].casefold().split()
    while before and before[-1] in ("the", "a", "an"):
        before.pop()
    if before and (before[-1] in PREPOSITIONS or before[-1] == "including"):
        return False
    after = text[name.end :]
    words = after.split()
    if after.startswith("/"):  # a Lantern/Ledger poll
        return False
    builds = after[:1].isspace() and words and words[0][0].islower() and words[0].isalpha()
    return not builds or words[0] in STOPS_A_DESCRIPTION or words[0] in PRONOUNS


def _told_apart(figure: Figure, gender: str) -> Identity:
    """One of those who share a surname, where only one is of the gender asked for."""
    exact = [rival for rival in figure.rivals if rival.gender == gender and gender]
    fitting = exact or [r for r in figure.rivals if not gender or r.gender in ("", gender)]
    if len(fitting) == 1:
        return Identity(fitting[0].name, "told apart")
    return Identity(figure.name, "part of several names", _names(fitting, ""))


def _names(figures: Iterable[Figure], but: str) -> tuple[str, ...]:
    """The names of figures, each once, in order."""
    names = dict.fromkeys(figure.name for figure in figures)
    return tuple(name for name in names if name and name != but)
