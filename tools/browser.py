"""Finds a Chromium, Chrome or Edge for the browser tests, or installs one where it can."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

NAMES = (
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
HOW_TO_GET_ONE = (
    "Install Chromium or Chrome (Debian: sudo apt install chromium), "
    "or say where one is: CHROMIUM=/path/to/it make test"
)


def find(
    surroundings: Mapping[str, str] = os.environ,
    *,
    system: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
    top: Path = Path("/"),
) -> Path | None:
    """The browser to use, or None: CHROMIUM, then the path, the usual folders, Playwright's own.

    A browser from Ubuntu's snap comes last: it runs in a cage and cannot read what tests write.

    Raises:
        FileNotFoundError: CHROMIUM is set and no program is there. To take another one
            silently would test something else than what was asked for.
    """
    asked = surroundings.get("CHROMIUM")
    if asked:
        found = which(asked)
        if found is None:
            raise FileNotFoundError(f"CHROMIUM is set to {asked}, but no program is there")
        return Path(found)
    on_path = [Path(path) for path in map(which, NAMES) if path]
    usual = (path for path in candidates(surroundings, system, top) if path.is_file())
    caged = [path for path in on_path if is_snap(path)]
    free = [path for path in on_path if path not in caged]
    return next(iter([*free, *usual, *caged]), None)


def is_snap(path: Path) -> bool:
    """Whether it is Ubuntu's snap, or Ubuntu's script that only calls the snap."""
    return "snap" in path.parts or (
        path.name == "chromium-browser" and Path("/snap/bin/chromium").exists()
    )


def candidates(surroundings: Mapping[str, str], system: str, top: Path) -> Iterator[Path]:
    """Where browsers are that are not on the path; `top` is the root of the file system."""
    home = surroundings.get("HOME") or surroundings.get("USERPROFILE") or ""
    if system == "darwin":
        for applications in (top / "Applications", Path(home, "Applications")):
            for name in ("Chromium", "Google Chrome", "Microsoft Edge"):
                yield applications / f"{name}.app" / "Contents" / "MacOS" / name
        cache = Path(home, "Library", "Caches", "ms-playwright")
    elif system == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder := surroundings.get(variable):
                yield Path(folder, "Chromium", "Application", "chrome.exe")
                yield Path(folder, "Google", "Chrome", "Application", "chrome.exe")
                yield Path(folder, "Microsoft", "Edge", "Application", "msedge.exe")
        cache = Path(surroundings.get("LOCALAPPDATA", home), "ms-playwright")
    else:
        yield top / "opt" / "google" / "chrome" / "chrome"
        cache = Path(surroundings.get("XDG_CACHE_HOME") or Path(home, ".cache"), "ms-playwright")
    cache = Path(surroundings.get("PLAYWRIGHT_BROWSERS_PATH") or cache)
    programs = (
        "chrome-linux*/chrome",
        "chrome-win*/chrome.exe",
        "chrome-mac*/*.app/Contents/MacOS/*",
    )
    for program in programs:
        yield from sorted(cache.glob(f"chromium-*/{program}"), reverse=True)  # the newest first


def find_or_install(python: Path) -> Path | None:
    """A browser, installed if need be; None where none can be had.

    Debian's own when we may install packages, else Playwright's, with `python` of `.venv`.
    """
    found = find()
    if found is not None:
        return found
    for command in ways_to_install(python):
        print(f"No browser found; trying: {' '.join(map(str, command))}", flush=True)
        try:
            ended = subprocess.run(
                command,
                env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=600,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if ended.returncode == 0 and (found := find()) is not None:
            return found
    return None


def ways_to_install(python: Path) -> Iterator[list[str | Path]]:
    """Commands, each of which may leave a browser behind, the likeliest first.

    Ubuntu is left to Playwright: its `chromium` package only points to the snap.
    """
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get") and not is_ubuntu():
        install: list[str | Path] = [
            *("apt-get", "install", "--yes", "--no-install-recommends"),
            *("chromium", "fonts-dejavu-core"),
        ]
        yield install
        update = "apt-get update && " + " ".join(map(str, install))  # on a bare machine, no lists
        yield ["sh", "-c", update]
    with_libraries = ["--with-deps"] if root and sys.platform.startswith("linux") else []
    yield [python, "-m", "playwright", "install", *with_libraries, "chromium"]


def is_ubuntu() -> bool:
    """Whether this is Ubuntu."""
    try:
        return "ID=ubuntu" in Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
