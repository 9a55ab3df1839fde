"""A reporting verb in its sentence, as the rules look at it."""

from __future__ import annotations

from typing import NamedTuple

from helpers.analysis.quotes.cues import CUE_FORMS, PHRASAL, Cue
from helpers.analysis.quotes.narration import Narration


class Spot(NamedTuple):
    """Where a word stands that may be a reporting verb."""

    narration: Narration
    cue: Cue
    at: int
    """Its token."""
    last: int
    """The last token of the cue: that of "out" in "pointed out"."""
    first: int
    """The first token of the sentence."""
    end: int
    """The token after the sentence."""
    before: int
    """The last token before the verb that is no adverb; first - 1 if there is none."""

    @property
    def tag_before(self) -> str:
        """Its tag; "" at the beginning of the sentence."""
        return self.narration.tags[self.before] if self.before >= self.first else ""

    @property
    def form_before(self) -> str:
        """Its form; "" at the beginning of the sentence."""
        return self.narration.forms[self.before] if self.before >= self.first else ""


def spot_at(narration: Narration, at: int, first: int, end: int) -> Spot:
    """What the rules need to know about the cue at a token."""
    form = narration.forms[at]
    cue = CUE_FORMS.get(form)
    last = at
    if cue is None:
        second, cue = PHRASAL[form]
        last = at + (1 if narration.forms[at + 1] == second else 2)
    before = at - 1
    while before >= first and narration.tags[before] == "R":
        before -= 1
    return Spot(narration, cue, at, last, first, end, before)
