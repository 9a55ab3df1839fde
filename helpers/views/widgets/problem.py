"""Where a widget says that something went wrong.

An exception in a widget's callback never reaches the page by itself: the reader would move a
slider and nothing would happen. So every callback runs inside ``shown_in``.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import ipywidgets

from helpers.views.layer import escaped


class Problem(ipywidgets.HTML):
    """A line for problems, empty while all is well."""

    def say(self, problem: str) -> None:
        """Show a problem in words; an empty text takes the last one away."""
        self.value = f'<p role="alert"><strong>{escaped(problem)}</strong></p>' if problem else ""


def shown_in(problem: Problem, callback: Callable[..., None]) -> Callable[..., None]:
    """The callback, with its exceptions shown in ``problem`` instead of lost."""

    @functools.wraps(callback)
    def guarded(*arguments: Any) -> None:
        try:
            callback(*arguments)
        except Exception as error:
            problem.say(f"That did not work: {error or type(error).__name__}")
        else:
            problem.say("")

    return guarded
