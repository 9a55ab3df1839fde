"""Runs every check of the workbook: what `make test` does after set-up.

First what takes a second and finds most mistakes, in parallel; then the quick tests; then the slow
ones: notebooks, wheel, browser. A phase is finished even if one of its steps fails, so that one run
shows everything of a kind; the phases after it are not begun, and that is said.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools import browser
from tools.environment import ROOT, ensure, report


@dataclass(frozen=True, slots=True)
class Step:
    """One check: what it is called and what is run, with the Python of `.venv`."""

    name: str
    module: tuple[str, ...]
    shown: bool = False  # as it runs, instead of only on failure


QUICK = (
    Step("ruff check", ("ruff", "check")),
    Step("ruff format", ("ruff", "format", "--check")),
    Step("mypy", ("mypy",)),
)
TESTS = Step("tests", ("pytest", "-n", "2", "-m", "not slow and not browser"), shown=True)


def slow_tests(found: Path | None) -> Step:
    """Notebooks, wheel and browser; without a browser, those that do not need one."""
    which = "slow or browser" if found else "slow and not browser"
    return Step("slow tests", ("pytest", "-n", "2", "--dist", "loadgroup", "-m", which), shown=True)


def verdict(found: Path | None, surroundings: Mapping[str, str]) -> tuple[str | None, int]:
    """What to say at the end about the browser, and the exit code that it deserves.

    Where nobody reads the output, a check that did not run must not look like one that passed.
    """
    if found is not None:
        return None, 0
    ended = 1 if surroundings.get("CI", "").lower() in ("1", "true") else 0
    return f"THE BROWSER TESTS DID NOT RUN: no browser found. {browser.HOW_TO_GET_ONE}", ended


def run(python: Path, step: Step, surroundings: Mapping[str, str]) -> bool:
    """Whether the step passed. Its name and seconds are printed, and its output if it failed."""
    began = time.monotonic()
    ended = subprocess.run(
        [python, "-m", *step.module],
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=None if step.shown else subprocess.PIPE,
        stderr=None if step.shown else subprocess.STDOUT,
    )
    passed = ended.returncode == 0
    line = f"{'passed' if passed else 'FAILED'}  {step.name}  {time.monotonic() - began:.1f} s\n"
    if not passed and not step.shown:
        line += ended.stdout.decode("utf-8", errors="replace")
    # In one piece, because steps that run side by side would mix their lines.
    sys.stdout.write(line)
    sys.stdout.flush()
    return passed


def main(arguments: list[str]) -> int:
    """0 when every check passed; `fast` leaves the slow phase out (and says so)."""
    if set(arguments) - {"fast"}:
        print("tools/check.py takes no argument but `fast`", file=sys.stderr)
        return 2
    try:
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        return report(ensure) or check(ensure(), fast="fast" in arguments)
    except KeyboardInterrupt:
        print("Stopped", file=sys.stderr)
        return 130
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1


def check(python: Path, *, fast: bool) -> int:
    """Run the phases, each only when the one before it passed."""
    began = time.monotonic()
    surroundings = os.environ | {"PYTHONUTF8": "1"}
    with ThreadPoolExecutor(max_workers=2) as pool:
        passed = all([*pool.map(lambda step: run(python, step, surroundings), QUICK)])
    if not passed:
        return end(1, began, "The tests were not run: first mend what is above.")
    if not run(python, TESTS, surroundings):
        return end(1, began, None if fast else "The slow tests were not run: see above.")
    if fast:
        return end(0, began, "The slow tests were left out, as asked.")
    found = browser.find_or_install(python)
    if found is not None:
        surroundings["CHROMIUM"] = str(found)
    passed = run(python, slow_tests(found), surroundings)
    line, ended = verdict(found, surroundings)
    return end(ended if passed else 1, began, line)


def end(code: int, began: float, line: str | None) -> int:
    """The last lines of the run, and its exit code."""
    seconds = time.monotonic() - began
    passed = "Every check that was run passed" if line else "Every check passed"
    print(f"{'FAILED' if code else passed}: {seconds:.0f} s", flush=True)
    if line:
        print(line, flush=True)
    return code
