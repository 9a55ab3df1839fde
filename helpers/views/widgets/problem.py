"""Where a widget says that something went wrong.

An exception in a widget's callback never reaches the page by itself: the reader would move a
slider and nothing would happen. So every callback runs inside ``shown_in``, which also lets only
one of them run at a time.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import ipywidgets

from helpers.views.layer import escaped

# JupyterLab from 4.4 on has the messages of some widgets handled in another thread than those of
# others, even of one panel: without this a press was answered in the middle of the one before.
_ONE_AT_A_TIME = threading.RLock()


class Problem(ipywidgets.HTML):
    """A line for problems, empty while all is well."""

    def busy(self, doing: str) -> None:
        """Show what is being done, for what may take a second or more; ``say("")`` ends it."""
        self.value = f'<p role="status">{escaped(doing)}</p>'

    def say(self, problem: str) -> None:
        """Show a problem in words; an empty text takes the last one away."""
        self.value = f'<p role="alert"><strong>{escaped(problem)}</strong></p>' if problem else ""


def shown_in(problem: Problem, callback: Callable[..., None]) -> Callable[..., None]:
    """The callback, with its exceptions shown in ``problem`` instead of lost, after any other."""

    @functools.wraps(callback)
    def guarded(*arguments: Any) -> None:
        with _ONE_AT_A_TIME:
            try:
                callback(*arguments)
            except Exception as error:
                problem.say(in_words(error))
            else:
                problem.say("")

    return guarded


def in_words(error: Exception) -> str:
    """What a reader is told of an exception."""
    said = str(error) or type(error).__name__
    if isinstance(error, OSError) and error.strerror:  # from the system: a number and a path
        place = f"{error.filename}: " if error.filename else ""
        said = (
            f"{place}{error.strerror}. Is the folder protected, the disk full, or the file open in "
            "another program? Mend that, then try again."
        )
    return f"That did not work: {said}"


@contextmanager
def unheard(control: Any, callback: Callable[..., None]) -> Iterator[None]:
    """While this lasts, a new value of ``control`` does not call ``callback``.

    For new options of a menu, which change its value on the way: the callback would draw for
    each change, and once is enough.
    """
    control.unobserve(callback, "value")
    try:
        yield
    finally:
        control.observe(callback, "value")
