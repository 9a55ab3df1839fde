"""Is everything in place? What notebook 00 asks before a lesson starts."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from helpers.text.loading import load_article
from helpers.views.layer import escaped
from helpers.workbook import find_my_work, find_workbook, read_settings

DISTRIBUTION = "close-reading-workbook"
OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, what was found, and what to do where it is not well."""

    name: str
    found: str
    remedy: str = ""
    """Empty where all is well."""


@dataclass(frozen=True, slots=True)
class Report:
    """All checks, and whether every one of them is well."""

    checks: tuple[Check, ...]

    @property
    def well(self) -> bool:
        """True where nothing needs to be done."""
        return not any(check.remedy for check in self.checks)

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><td style="text-align:left">{"✗" if check.remedy else "✓"} '
            f'{escaped(check.name)}</td><td style="text-align:left">{escaped(check.found)}'
            + (f"<br><strong>What to do:</strong> {escaped(check.remedy)}" if check.remedy else "")
            + "</td></tr>"
            for check in self.checks
        )
        return f"<table>{rows}</table><p><strong>{escaped(self.verdict())}</strong></p>"

    def __repr__(self) -> str:
        lines = [
            f"{'!!' if check.remedy else 'ok'}  {check.name}: {check.found}"
            + (f"\n    What to do: {check.remedy}" if check.remedy else "")
            for check in self.checks
        ]
        return "\n".join([*lines, self.verdict()])

    def verdict(self) -> str:
        """One sentence for all of it."""
        open_points = sum(bool(check.remedy) for check in self.checks)
        if not open_points:
            return "Everything is in place."
        return f"{open_points} of {len(self.checks)} need attention: do what the lines say."


def check_installation() -> Report:
    """What was found of Python, packages, kernel, files and the chosen article.

    A check that fails is a line in the report with what to do, never a traceback.
    """
    checks: tuple[Callable[[], Check], ...] = (
        _python,
        _packages,
        _kernel,
        _no_stray_helpers,
        _article,
        _my_work,
    )
    return Report(tuple(check() for check in checks))


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, OLDEST_PYTHON))
    remedy = (
        ""
        if sys.version_info >= OLDEST_PYTHON
        else (
            f"Install Python {wanted} or newer from python.org, delete the folder .venv, and start "
            "the workbook again."
        )
    )
    return Check("Python", found, remedy)


def _packages() -> Check:
    try:
        wanted = [
            re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in requires(DISTRIBUTION) or ()
        ]
    except PackageNotFoundError:
        return Check(
            "Packages",
            f"{DISTRIBUTION} is not installed in this Python",
            "Start the workbook with “make lab” (see “Start” in README.md).",
        )
    versions = {name: _version(name) for name in wanted}
    missing = [name for name, found in versions.items() if not found]
    found = ", ".join(f"{name} {number or 'is missing'}" for name, number in versions.items())
    remedy = (
        f"Install what is missing ({', '.join(missing)}): delete the folder .venv and start the "
        "workbook again with “make lab”."
    )
    return Check("Packages", found, remedy if missing else "")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _kernel() -> Check:
    here = Path(sys.prefix).resolve()
    try:
        own = (find_workbook() / ".venv").resolve()
    except FileNotFoundError:
        own = here
    if own.is_dir() and own != here:
        return Check(
            "Kernel",
            f"this notebook runs in {here}",
            "The workbook has a Python of its own in .venv. Close JupyterLab and start it with "
            "“make lab”; then choose Kernel → Change Kernel… → Python 3 (ipykernel).",
        )
    return Check("Kernel", f"this notebook runs in {here}")


def _no_stray_helpers() -> Check:
    ours = Path(__file__).resolve().parent
    strays = list(_other_helpers(ours))
    if strays:
        return Check(
            "No other helpers",
            f"there is also {strays[0]}",
            f"Rename {strays[0]}, which can be taken for the workbook's own helpers; then choose "
            "Kernel → Restart Kernel.",
        )
    return Check("No other helpers", f"the helpers in use are {ours}")


def _other_helpers(ours: Path) -> Iterator[Path]:
    """Files and folders that ``import helpers`` could find instead of this package."""
    folders = {Path.cwd(), *(Path(entry) for entry in sys.path if entry)}
    with contextlib.suppress(FileNotFoundError):
        folders.add(find_workbook() / "notebooks")
    for folder in sorted(folders):
        for candidate in (folder / "helpers.py", folder / "helpers" / "__init__.py"):
            if candidate.is_file() and ours not in candidate.resolve().parents:
                yield candidate


def _article() -> Check:
    try:
        read_settings()
    except (OSError, ValueError) as error:
        return Check("Article", str(error), "Do that, then run this cell again.")
    try:
        article = load_article()
    except (OSError, ValueError) as error:
        return Check("Article", str(error), "Choose another article in the form below.")
    name = article.title or article.origin.file
    return Check("Article", f"“{name}”, {len(article.words)} words")


def _my_work() -> Check:
    try:
        folder = find_my_work()
        probe = folder / ".can-write"
        probe.write_text("yes", encoding="utf-8")
        probe.unlink()
    except OSError as error:
        return Check(
            "Own work",
            f"my_work/ cannot be written: {error}",
            "Move the workbook to a folder that is yours, such as Documents, and start it there.",
        )
    return Check("Own work", f"is kept in {folder}")
