"""A person of a text, and whom a mention was found to mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from helpers.text.span import Span

KINDS: dict[str, str] = {
    "person": "somebody who is named, in full or by a surname",
    "group": "several people under one name: Republicans, Norwegians",
    "institution": "a body that can speak: a ministry, a party, a newspaper",
    "place": "a country, a state or a city, which may stand for those who speak for it",
    "": "one word with a capital of which the rules cannot tell what it names",
}
HOW: dict[str, str] = {
    "named": "The mention is a name, used as the text has it.",
    "part of one name": "Only one person in the text has this surname or first name.",
    "part of several names": (
        "Several people in the text have this name, so it is left as it stands, and they are "
        "listed as rivals."
    ),
    "told apart": (
        "Several people in the text have this name, and only one of them fits the title or the "
        "pronoun."
    ),
    "named beside it": (
        "The description stands beside a name, or names a role that only one person in the text "
        "is given: the mayor, after “Mayor Ana Silva”."
    ),
    "only one fits": "Of those named shortly before the pronoun, only one fits it.",
    "most in focus": (
        "Several of those named shortly before fit the pronoun. This one stands out most: named "
        "last, most often, or as the subject of a clause. The others are listed as rivals."
    ),
    "right before": "“Who” means whoever is named right before it.",
    "speaker of the quotation": "“I” inside a quotation is whoever speaks the quotation.",
    "the writer": "“I” and “we” outside quotation marks are the writer, or the newsroom.",
    "own words": "Nobody named is found to be meant; the mention's own words are kept.",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is named in a text, or a body, group or place that is."""

    columns: ClassVar = ("name", "kind", "gender", "role", "mention")

    name: str
    """The full name as the text has it most often, without titles; else what it has."""
    kind: str
    """One of ``KINDS``."""
    gender: str
    """"female" or "male" where the text or the first name tells; else ""."""
    clue: str
    """What told the gender: "title", "role", "first name" or "pronoun"; else ""."""
    roles: tuple[Span, ...]
    """Titles, roles and descriptions that the text gives, in reading order."""
    mentions: tuple[Span, ...]
    """Where the name stands outside quotations, without titles, in reading order; at least one."""

    @property
    def first_mention(self) -> Span:
        """Where the text names the person first."""
        return self.mentions[0]

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Each mention, then each role."""
        for mention in self.mentions:
            yield "mention", mention
        for role in self.roles:
            yield "role", role


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a mention means, and how that was found out."""

    name: str
    """The person's name; the mention's own words where no rule finds anybody."""
    how: str
    """The rule that decided, one of ``HOW``, which puts it in words."""
    rivals: tuple[str, ...] = ()
    """Whom else it may mean, the likeliest first."""

    @property
    def sure(self) -> bool:
        """True where somebody was found, and nobody else may be meant."""
        return not self.rivals and self.how not in ("own words", "part of several names")
