"""Who is who in one text: all mentions of one person brought together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.analysis.people.figure import Figure
from helpers.analysis.people.mentions import Mention
from helpers.analysis.people.names import (
    Name,
    is_initial,
    may_be_one,
    part_with_words,
    surname_of,
)
from helpers.analysis.people.vocabulary import ADJECTIVES, COURTESY, LONG_TITLE, PARTICLES
from helpers.text.span import Span

_MOST_RIVALS = 12  # of more people with one surname, no more are listed as rivals
_JOINING = (" and ", " and the ")
# Between a name and the description beside it: a comma, perhaps an age.
_BESIDE = re.compile(r",[\x20\xa0](?:aged?[\x20\xa0])?(?:\d{1,3},[\x20\xa0])?")
# What may follow a description in apposition: the clause's comma, or what the role is in.
_CLOSES = re.compile(
    r"(?P<rest>(?:[\x20\xa0](?:of|for|at|in|with|from|to|on|and|who|whose)\b[^,.;:()\n\u2014]{1,80})?)"
    r"(?:[,.;)\u2014\n]|\Z)"
)


class Roster:
    """The figures of one text, and which of them each mention means."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._full: dict[tuple[str, str], Figure] = {}  # by first name and surname
        self._by_surname: dict[str, list[Figure]] = {}
        self._by_first_name: dict[str, list[Figure]] = {}
        self._by_words: dict[tuple[str, ...], Figure] = {}
        self._shared: dict[str, Figure] = {}  # one for a surname that several people have
        self._by_role: dict[str, list[Figure]] = {}
        self._described: dict[str, Figure] = {}
        self.figures: list[Figure] = []
        """Those that are named, not only described."""
        self.figure_at: dict[tuple[int, int], Figure] = {}
        """By where a mention starts and ends."""
        self.places: dict[int, str] = {}
        """The place in the clause of names that a role stands right before."""
        self.pairs: dict[int, Figure] = {}
        """Of two names with "and" between them, by where the second starts."""

        named = [(mention, mention.name) for mention in mentions if mention.name is not None]
        # What is called "the Northern Echo" once is no person where it is called "Northern Echo".
        self._things = {
            name.words for mention, name in named if mention.definite and not name.roles
        }
        # Full names first: a headline may have the surname before the text has the name.
        for mention, name in self._full_names(named):
            self._note(mention, name, self._person(name), full=True)
        for number, (mention, name) in enumerate(named):
            if (mention.start, mention.end) not in self.figure_at:
                self._note(mention, name, self._other(mention, name), full=False)
            if number and self._between(named[number - 1][0], mention) in _JOINING:
                self._pair([one for one, _ in named[max(0, number - 2) : number + 1]])
        for number, mention in enumerate(mentions):
            if mention.kind == "description":
                figure = self._describe(mention, number, mentions)
                if figure:
                    self.figure_at[mention.start, mention.end] = figure

    def of_name(self, name: Name) -> Figure | None:
        """The figure that a name means that stands elsewhere, for example inside a quotation."""
        if len(name.words) > 1:
            full = self._full.get((name.words[0], surname_of(name.words)))
            return full or self._by_words.get(name.words)
        gender = name.gender if name.clue == "title" else ""
        return self._by_word(name.words[0], gender) or self._by_words.get(name.words)

    def _full_names(self, named: Sequence[tuple[Mention, Name]]) -> list[tuple[Mention, Name]]:
        """Those that name a person with more than one word, but for a headline's words."""
        full = [
            (mention, name)
            for mention, name in named
            if name.kind == "person" and len(name.words) > 1 and name.words not in self._things
        ]
        known = {surname_of(name.words) for _, name in full if name.gender}
        pairs = {name.words for _, name in full if len(name.words) == 2}
        kept = []
        for mention, name in full:
            # "Ana Silva Speaks" where the text has an Ana Silva; "Asked Silva" and "Silva Wins"
            # where the first word would have a capital anyway; and "FULL TEXT".
            longer = len(name.words) > 2 and name.words[:2] in pairs and not mention.title
            clear = name.gender or name.roles or is_initial(name.words[0])
            extended = mention.opens and bool({name.words[0], name.words[-1]} & known)
            shouted = self._text[mention.start : mention.end].isupper()
            if not longer and (clear or not (extended or shouted)):
                kept.append((mention, name))
        return kept

    def _person(self, name: Name) -> Figure:
        """The figure of a full name; an initial counts as the first name that it may begin."""
        first, last = name.words[0], surname_of(name.words)
        figure = self._full.get((first, last))
        if figure is None and len(name.words) > 2:  # Miss Universe Ana Silva
            figure = self._full.get((name.words[1], last))
        if figure is None:
            relatives = self._by_surname.get(last, [])[:_MOST_RIVALS]
            alike = [other for other in relatives if may_be_one(first, other.name.casefold())]
            figure = alike[0] if len(alike) == 1 else None
        if figure is None:
            figure = Figure("person")
            self._by_surname.setdefault(last, []).append(figure)
            self._by_first_name.setdefault(first, []).append(figure)
        self._full[first, last] = figure
        return figure

    def _other(self, mention: Mention, name: Name) -> Figure:
        """The figure of a surname or first name alone, or of a body, group or place."""
        figure = None
        if len(name.words) == 1:
            figure = self._by_word(name.words[0], name.gender if name.clue == "title" else "")
        elif name.kind == "person" and name.words not in self._things:  # a headline's words
            figure = (
                self._full.get((name.words[0], name.words[1]))
                or self._by_word(name.words[-1])
                or self._by_word(name.words[0])
            )
        figure = figure or self._by_words.get(name.words)
        if figure is None:
            # "the Northern Echo" has the form of a person's name, and the article of a thing's.
            kind = "institution" if name.kind == "person" and len(name.words) > 1 else name.kind
            form = self._text[mention.start : mention.end]
            if not kind and len(form) > 1 and form.isupper():
                kind = "institution"  # an acronym
            figure = self._by_words[name.words] = Figure("person" if name.roles else kind)
            if name.roles:
                self._by_surname.setdefault(surname_of(name.words), []).append(figure)
        if not figure.kind and (name.roles or mention.speaks):
            figure.kind = "institution" if mention.definite else "person"
        return figure

    def _by_word(self, word: str, gender: str = "") -> Figure | None:
        """The one person whose surname, or else first name, a word is.

        Several such people have a figure together, with them as its rivals. A gender that a title
        tells may leave one of them.
        """
        figures = self._by_surname.get(word) or self._by_first_name.get(word) or []
        figures = figures[:_MOST_RIVALS]
        fitting = [figure for figure in figures if not gender or figure.gender in ("", gender)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        shared = self._shared.get(word)
        if shared is None:
            shared = self._shared[word] = Figure("person")
            shared.sure = True
            shared.rivals = figures
        return shared

    def _pair(self, names: Sequence[Mention]) -> None:
        """Two names with "and" between them are a group, too: Silva and Poe, Kyiv and the West.

        Not where a third name stands before them: the group would be all three.
        """
        *earlier, one, other = names
        if earlier and self._between(earlier[0], one) == ", ":
            return
        first, second = (self.figure_at[name.start, name.end] for name in (one, other))
        if first is not second:
            pair = self.pairs[other.start] = Figure("group", named=False)
            pair.sure = True
            persons = first.kind == second.kind == "person"
            words = f"{first.name} and {second.name}" if persons else ""
            pair.count(words or self._text[one.start : other.end])

    def _between(self, one: Mention, other: Mention) -> str:
        return self._text[one.end : other.title.start if other.title else other.start]

    def _note(self, mention: Mention, name: Name, figure: Figure, *, full: bool) -> None:
        """Put down what this mention tells about its figure."""
        span = Span(mention.start, mention.end)
        self.figure_at[span] = figure
        alone = len(name.words) == 1
        if not figure.mentions:
            self.figures.append(figure)
        if figure.full and not (full or alone or PARTICLES.issuperset(name.words[:-1])):
            span = part_with_words(span, self._text, figure.name)
        figure.mentions.append(span)
        if full or not figure.full:
            figure.count(span.of(self._text))
            figure.full = full
        if name.gender and not figure.rivals:
            first = not figure.gender and (full or len(figure.mentions) == 1)
            if first or name.clue == "title":
                figure.gender, figure.clue = name.gender, name.clue
        if mention.title:
            figure.give_role(mention.title, self._text)
            for role in name.roles:
                self._hold(figure, role, mention.title)
        if mention.party:
            figure.give_role(mention.party, self._text)
        if name.roles or name.gender or mention.speaks or (alone and figure.full):
            figure.sure = True
        if mention.place == "subject":
            figure.acts = True
        if mention.located:
            figure.located = True
        if not mention.opens:
            figure.inside = True

    def _hold(self, figure: Figure, role: str, place: Span) -> None:
        holders = self._by_role.setdefault(self._key_of_role(role, place), [])
        if role not in COURTESY and figure not in holders[:2]:
            holders.append(figure)

    def _key_of_role(self, role: str, place: Span) -> str:
        """The role written out; a former president is no president."""
        former = "former" in place.of(self._text).casefold()
        return "former " * former + LONG_TITLE.get(role, role)

    def _describe(
        self, mention: Mention, number: int, mentions: Sequence[Mention]
    ) -> Figure | None:
        """Whom a description means: somebody named beside it, the one with the role, or new."""
        if mention.shape not in ("thing", "plural"):
            figure = self._named_beside(mention, number, mentions)
            if figure:
                self._hold(figure, mention.word, Span(mention.start, mention.end))
                if mention.shape in ("female", "male") and not figure.gender:
                    figure.gender, figure.clue = mention.shape, "role"
                figure.sure = True
                return figure
            if mention.shape == "unlisted":
                return None
            if mention.definite:
                holder = self._holder(mention)
                if holder:
                    return holder
        described = self._described.get(mention.word) if mention.definite else None
        if described is None:
            kind = {"plural": "group", "thing": "institution"}.get(mention.shape, "person")
            described = self._described[mention.word] = Figure(kind, named=False)
            described.sure = True
            if kind == "person":
                described.gender, described.clue = mention.shape, "role" * bool(mention.shape)
            described.count(self._text[mention.start : mention.end])
        return described

    def _holder(self, mention: Mention) -> Figure | None:
        """The only one with this role, unless an adjective says that somebody else is meant."""
        place = Span(mention.start, mention.end)
        holders = self._by_role.get(self._key_of_role(mention.word, place), [])
        if len(holders) != 1:
            return None
        said = ADJECTIVES.intersection(place.of(self._text).casefold().split())
        known = holders[0].adjectives
        return None if said and known and not said & known else holders[0]

    def _named_beside(
        self, mention: Mention, number: int, mentions: Sequence[Mention]
    ) -> Figure | None:
        """Who is named right before or after: "Ana Silva, the mayor," or "mayor Ana Silva"."""
        before = number - 1
        while before >= 0 and mentions[before].end > mention.start:
            before -= 1
        if before >= 0 and self._text[mentions[before].end] == ",":
            figure = self._person_at(mentions[before])
            beside = _BESIDE.match(self._text, mentions[before].end)
            closes = _CLOSES.match(self._text, mention.end)
            if figure and beside and beside.end() == mention.start and closes:
                figure.give_role(Span(mention.start, closes.end("rest")), self._text)
                return figure
        if number + 1 < len(mentions):
            following = mentions[number + 1]
            figure = self._person_at(following)
            gap = self._between(mention, following)
            if figure and gap in (" ", "\xa0"):
                self.places[following.start] = mention.place
                figure.give_role(Span(mention.start, mention.end), self._text)
                return figure
            closed = self._text[following.end : following.end + 1] in (",", ".", ";", ")")
            opens = mention.definite or mention.place == "subject"
            if figure and gap == ", " and closed and opens:
                figure.give_role(Span(mention.start, mention.end), self._text)
                return figure
        return None

    def _person_at(self, mention: Mention) -> Figure | None:
        """The person that a mention names; None for what is no one person's name."""
        figure = self.figure_at.get((mention.start, mention.end))
        if (
            mention.kind == "name"
            and figure
            and figure.kind in ("person", "")
            and not figure.rivals
        ):
            if figure.sure:
                figure.kind = "person"
            return figure if figure.kind else None
        return None
