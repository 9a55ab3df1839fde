"""An exercise: a question that checks an answer, gives hints, and shows a solution when asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from helpers.views.layer import escaped


class _NotAttempted:
    """What stands in a notebook where the learner's answer goes."""

    def __repr__(self) -> str:
        return "YOUR_ANSWER"


YOUR_ANSWER = _NotAttempted()

_SIGNS = {"right": "✓", "not yet": "✗", "not attempted": "…", "hint": "?", "solution": "="}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an exercise says: a state, and a sentence for the learner."""

    state: str
    """right, not yet, not attempted, hint or solution"""
    message: str

    def _repr_html_(self) -> str:
        sign = _SIGNS[self.state]
        return (
            f'<p style="border-left:4px solid currentColor;padding:0.3em 0.8em">'
            f"<strong>{sign} {escaped(self.state.capitalize())}.</strong> "
            f'<span style="white-space:pre-wrap">{escaped(self.message)}</span></p>'
        )

    def __repr__(self) -> str:
        return f"{self.state.capitalize()}. {self.message}"


@dataclass(slots=True)
class Exercise:
    """One question; the right answer is worked out from the text, so it fits any article."""

    question: str
    answer: Callable[[], Any]
    """The right answer, worked out when it is needed."""
    judge: Callable[[Any, Any], str]
    """(given, right) → what to tell a learner whose answer is wrong, or "" where it is right.
    A TypeError or ValueError becomes advice, never a traceback."""
    hints: tuple[str, ...]
    solution_code: str
    """What a learner could have typed."""
    _hints_given: int = field(default=0, repr=False)

    def check(self, given: Any = YOUR_ANSWER) -> Outcome:
        """How the answer did: right, not yet (with what to look at), or not attempted."""
        if given is YOUR_ANSWER or given is None or given is ...:
            return Outcome("not attempted", f"{self.question} Put your answer in place of …")
        right = self.answer()
        try:
            advice = self.judge(given, right)
        except (TypeError, ValueError, AttributeError):
            advice = f"{given!r} is not the kind of answer that was asked for."
        return Outcome("not yet", advice) if advice else Outcome("right", "That is it.")

    def hint(self) -> Outcome:
        """The next hint; after the last one, the last again."""
        number = min(self._hints_given, len(self.hints) - 1)
        self._hints_given += 1
        return Outcome("hint", f"({number + 1} of {len(self.hints)}) {self.hints[number]}")

    def solution(self) -> Outcome:
        """Code that answers the question, and what it gives here."""
        return Outcome("solution", f"{self.solution_code}\n→ {self.answer()!r}")

    def _repr_html_(self) -> str:
        return f"<p><strong>Exercise.</strong> {escaped(self.question)}</p>"
