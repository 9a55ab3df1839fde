"""A person, body, group or place while the text is still being read: what is known so far."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.analysis.people.vocabulary import ADJECTIVES
from helpers.text.span import Span


class Figure:
    """What the mentions of one person, body, group or place have told so far."""

    # Most figures keep most of these as they are.
    gender = ""
    clue = ""
    full = False  # named by more than a surname or a first name
    sure = False  # that this is a person
    acts = False  # is a subject somewhere
    inside = False  # has its capital where not any word would have one
    located = False  # something happens in it
    adjectives: frozenset[str] = frozenset()  # in the roles: french
    rivals: Sequence[Figure] = ()  # the people who share this surname

    def __init__(self, kind: str, *, named: bool = True) -> None:
        self.kind = kind  # one of KINDS, or "" for a single word that may be anything
        self.named = named  # not only described: "the harbour master"
        self.forms: dict[str, int] = {}  # the fullest forms of the name, with how often
        self.mentions: list[Span] = []
        self.roles: list[Span] = []

    def count(self, form: str) -> None:
        """Note that the text uses this form of the name once more."""
        self.forms[form] = self.forms.get(form, 0) + 1

    def give_role(self, role: Span, text: str) -> None:
        """Note a title or a description of this person."""
        self.roles.append(role)
        self.adjectives |= ADJECTIVES.intersection(role.of(text).casefold().split())

    @property
    def name(self) -> str:
        """The form that the text uses most among the full ones; the first of several."""
        if self.rivals and not self.forms:
            return self.rivals[0].name.split()[-1]
        return max(self.forms, key=self.forms.__getitem__, default="")
