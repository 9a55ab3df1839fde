"""Makes `.venv`: what `make lab` and `make test` both begin with.

The second time there is nothing to do, and finding that out takes a few milliseconds: a stamp in
`.venv` says from which lock, which Python and in which folder it was made. The stamp is the last
thing written and the first thing removed, so a set-up that was interrupted has none, and the next
one starts over. Whatever fails, fails with one line that says what to do.
"""

import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from tools.progress import Progress

ROOT = Path(__file__).resolve().parent.parent

# JupyterLab asks at its first start whether it may fetch news, and looks for updates of itself.
# Neither helps a class; both leave the machine. These are defaults: whoever wants news can say so.
LAB_DEFAULTS = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    }
}

# What a failed pip says -> what we say. Order matters: a full disk also breaks downloads, and
# pip ends every failed download with "No matching distribution", whatever the reason.
FAILURES: tuple[tuple[str, str], ...] = (
    (
        r"No space left on device|Errno 28\b|WinError 112\b|not enough space|Disk quota exceeded",
        "The disk is full: about 1 GB is needed for the packages. Make room, then try again.",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "A downloaded package is not the one that requirements.lock names (its hash differs). "
        "Nothing of it was installed. Try again from another network; if that does not help, "
        "tell the maintainers.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError|certificate verify failed",
        "The network presents a certificate that Python does not trust (a filter or proxy of a "
        "school or company often does). Ask its administrators, or use another network.",
    ),
    (
        r"NewConnectionError|Failed to establish a new connection|ConnectTimeout|ReadTimeout|"
        r"Max retries exceeded|ProxyError|Cannot connect to proxy|ConnectionResetError|"
        r"Connection refused|Connection aborted|RemoteDisconnected|IncompleteRead|"
        r"[Nn]ame resolution|getaddrinfo failed|[Nn]ame or service not known|Read timed out|"
        r"Network is unreachable|No route to host|connection (?:was )?broken|IncompleteDownload",
        "The package index cannot be reached. Check the network (and proxy), then try again; "
        "what was downloaded so far is kept.",
    ),
    (
        r"Permission denied|Errno 13\b|Errno 30\b|Read-only file system|WinError (?:5|32)\b|"
        r"Access is denied",
        "Files in .venv cannot be written. Close JupyterLab and whatever else uses .venv, check "
        "that this folder is yours, then try again.",
    ),
    (
        r"from versions: none\)",
        "The package index that pip is set to use here does not offer what is needed. "
        "See `python -m pip config list`, or ask whoever set it up.",
    ),
    (
        r"No matching distribution found|Could not find a version",
        "The package index has no file that fits this computer and this Python. A Python between "
        "3.11 and 3.14 from python.org will do: make lab PYTHON=python3.13",
    ),
)


class SetUpError(Exception):
    """Its message is the one line that the reader needs."""


def python_of(folder: Path) -> Path:
    """The Python of the virtual environment in `folder`."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def fingerprint(root: Path) -> str:
    """What a `.venv` depends on, as one value: the lock, pyproject.toml, this Python, the folder.

    The folder is part of it because scripts and the editable install hold its path: a project that
    was moved or copied needs a new `.venv`, not a broken one.
    """
    made_of = hashlib.sha256()
    for name in ("requirements.lock", "pyproject.toml"):
        made_of.update((root / name).read_bytes() + b"\0")
    return f"{made_of.hexdigest()} {home(root)}"


def home(root: Path) -> str:
    """The part of the fingerprint whose change means that `.venv` has to be made from nothing."""
    return f"{sys.implementation.cache_tag} {platform.python_version()} {sys.platform} {root}"


def is_ready(root: Path) -> bool:
    """Whether `.venv` is there, complete, and made from what is here now."""
    return read_stamp(root) == fingerprint(root) and is_whole(root / ".venv")


def read_stamp(root: Path) -> str:
    """What `.venv` was made from; empty when its set-up never ended (or it is not ours)."""
    try:
        return (root / ".venv" / "set-up.stamp").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def is_whole(folder: Path) -> bool:
    """Whether the environment has a Python, and the Python that it was made with still exists."""
    try:
        settings = (folder / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    base = re.search(r"^home *= *(.+)$", settings, re.MULTILINE)
    return python_of(folder).exists() and base is not None and Path(base[1].strip()).is_dir()


def ensure(root: Path = ROOT) -> Path:
    """The Python of a `.venv` that is ready, made or repaired where necessary.

    Raises:
        SetUpError: with one line that says what is wrong and what to do.
    """
    folder = root / ".venv"
    try:
        if not is_ready(root):
            set_up(root, folder)
    except OSError as error:
        raise SetUpError(explain(str(error)) or f"Set-up failed: {error}") from error
    return python_of(folder)


def set_up(root: Path, folder: Path) -> None:
    """Make `.venv`, or bring it up to date when only the lock or pyproject.toml changed."""
    began = time.monotonic()
    if read_stamp(root).endswith(" " + home(root)) and is_whole(folder):
        print("Packages have changed: bringing .venv up to date", flush=True)
        (folder / "set-up.stamp").unlink()
    else:
        make_venv(folder)
    with (folder / "set-up.log").open("w", encoding="utf-8") as log:
        lock = root / "requirements.lock"
        pip(folder, log, ["--require-hashes", "-r", str(lock)], total=count_pins(lock))
        # Apart, because pip refuses an editable install together with --require-hashes.
        pip(folder, log, ["--no-deps", "--no-build-isolation", "-e", str(root)], total=1)
        spell_path_in_ascii(root, folder)
        settings = folder / "share" / "jupyter" / "lab" / "settings"
        settings.mkdir(parents=True, exist_ok=True)
        defaults = json.dumps(LAB_DEFAULTS, indent=2) + "\n"
        (settings / "overrides.json").write_text(defaults, encoding="utf-8")
        # Otherwise the first chart of a lesson waits while matplotlib looks at every font.
        # If it fails, matplotlib tries again by itself: nothing to stop for.
        command = [str(python_of(folder)), "-c", "import matplotlib.font_manager"]
        subprocess.run(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    (folder / "set-up.stamp").write_text(fingerprint(root), encoding="utf-8")
    print(f"Set-up done in {time.monotonic() - began:.0f} s", flush=True)


def spell_path_in_ascii(root: Path, folder: Path) -> None:
    """Make `import helpers` work where the path of the project has letters beyond ASCII.

    The editable install is a .pth file in UTF-8, which Python before 3.13 reads in the system's
    encoding: on many a Windows, C:\\Users\\Zoë is then not found, or Python does not even start.
    """
    if not str(root).isascii():
        line = f"import sys; sys.path.append({str(root)!a})\n"
        for place in (*folder.glob("lib/python*/site-packages"), *folder.glob("Lib/site-packages")):
            for path in place.glob("*close_reading_workbook*.pth"):
                path.write_text(line, encoding="ascii")


def missing_modules() -> list[str]:
    """Which of the modules that make a virtual environment this Python came without."""
    return [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]


def make_venv(folder: Path) -> None:
    """A new, empty environment; none at all when that fails."""
    if missing_modules():
        if Path("/etc/debian_version").exists():
            raise SetUpError(
                "This Python cannot make virtual environments yet. "
                "Say `sudo apt install python3-venv`, then try again."
            )
        raise SetUpError(
            "This Python came without venv or ensurepip, so it cannot make virtual environments. "
            "Install Python from python.org, or your system's package for venv, then try again."
        )
    if folder.exists() or folder.is_symlink():
        print("Making .venv anew", flush=True)
        remove(folder)
    else:
        print("Making .venv (this is needed once; it takes a minute or two)", flush=True)
    # Run by the Python beneath, in case that this one is itself in a virtual environment.
    base = getattr(sys, "_base_executable", None) or sys.executable
    command = [base, "-m", "venv", str(folder)]
    try:
        made = subprocess.run(
            command, capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL
        )
        if made.returncode:
            said = (made.stdout + made.stderr).strip()
            last = said.splitlines()[-1] if said else f"it ended with code {made.returncode}"
            raise SetUpError(explain(said) or f"Python's venv failed: {last}")
    except BaseException:  # an impatient Ctrl-C as well: half an environment helps nobody
        shutil.rmtree(folder, ignore_errors=True)
        raise


def remove(folder: Path) -> None:
    """Remove an environment: the link only, where somebody put a link in its place."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    else:
        shutil.rmtree(folder)


def count_pins(lock: Path) -> int:
    """How many pins the lock holds, for all systems together."""
    return len(re.findall(r"^[A-Za-z0-9].*==", lock.read_text(encoding="utf-8"), re.MULTILINE))


def pip(folder: Path, log: TextIO, arguments: list[str], *, total: int) -> None:
    """`pip install` with its output in the log and one moving line of progress on the screen.

    Few retries and a short time-out, so that a network that is away is noticed in half a minute;
    nothing is lost by trying again, because pip keeps what it has downloaded.
    """
    command = [
        *(str(python_of(folder)), "-m", "pip", "install", "--disable-pip-version-check"),
        *("--no-input", "--progress-bar", "off", "--timeout", "10", "--retries", "1"),
        *arguments,
    ]
    # Where somebody's settings send packages elsewhere, they would not arrive in .venv.
    elsewhere = {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONPATH", "PYTHONHOME"}
    surroundings = {k: v for k, v in os.environ.items() if k not in elsewhere}
    surroundings.update(PIP_USER="0", PYTHONUTF8="1", PYTHONUNBUFFERED="1")
    said: list[str] = []
    with subprocess.Popen(
        command,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as running:
        assert running.stdout is not None
        with Progress(folder, total) as progress:
            for line in running.stdout:
                log.write(line)
                said.append(line)
                progress.hear(line)
    if running.returncode:
        log.flush()
        words = "".join(said)
        errors = [line.strip() for line in said if line.startswith("ERROR:")]
        last = errors[-1].removeprefix("ERROR:").strip() if errors else "pip failed"
        raise SetUpError(explain(words) or f"{last} (all that pip said: {folder / 'set-up.log'})")


def explain(words: str) -> str | None:
    """The one line for what pip or the system complained about, None when we do not know it."""
    return next((line for pattern, line in FAILURES if re.search(pattern, words)), None)


def main(arguments: list[str]) -> int:
    """Make `.venv` ready and say so."""
    del arguments  # there are none
    return report(lambda: print(f"Ready: {ensure()}"))


def report(step: Callable[[], object]) -> int:
    """Run a step; 1, with its one line, when it cannot be done, 130 when the reader stopped it."""
    try:
        step()
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; the next try goes on from here.", file=sys.stderr)
        return 130
    return 0
