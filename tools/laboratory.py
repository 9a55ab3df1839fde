"""Opens the workbook in JupyterLab: set-up first, then the server, then its address in plain sight.

Jupyter does the hard parts (a free port, a token, a browser). What is added here is what a lesson
needs: it opens on the first notebook, as root and without a screen as well; its address stands
alone at the end of the output; Ctrl-C ends it without a question.
"""

import json
import os
import secrets
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

from tools.environment import ROOT, ensure, report

START = "/lab/tree/notebooks/00_start_here.ipynb"


def command(
    python: Path,
    arguments: list[str],
    *,
    root: Path = ROOT,
    surroundings: Mapping[str, str],
    system: str = sys.platform,
    is_root: bool = False,
) -> list[str]:
    """What is run; the reader's own arguments come last and so have the last word."""
    return [
        *(str(python), "-m", "jupyterlab"),
        f"--ServerApp.root_dir={root}",
        f"--LabApp.default_url={START}",
        "--ServerApp.answer_yes=True",  # Ctrl-C means it
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",  # what is in .venv is what the lock says
        "--log-level=WARN",
        *(["--allow-root"] if is_root else []),
        *([] if has_screen(surroundings, system) else ["--no-browser"]),
        *arguments,
    ]


def has_screen(surroundings: Mapping[str, str], system: str) -> bool:
    """Whether a browser could appear: not where NO_BROWSER is set, nor on Linux without a display.

    >>> has_screen({}, "linux"), has_screen({"DISPLAY": ":0"}, "linux"), has_screen({}, "darwin")
    (False, True, True)
    """
    if surroundings.get("NO_BROWSER"):
        return False
    if not system.startswith("linux"):
        return True
    return bool(surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY"))


def address(server: Mapping[str, Any]) -> str:
    """The address of the first notebook on a running server, from what Jupyter notes about it."""
    token = f"?token={server['token']}" if server.get("token") else ""
    return f"{server['url']}".rstrip("/") + START + token


def find_server(folder: Path, pid: int, root: Path, since: float) -> dict[str, Any] | None:
    """What Jupyter noted about the server just started, None as long as it has not.

    By its process or, because a Windows environment starts its Python as another process, by
    what it serves.
    """
    for note in folder.glob("jpserver-*.json"):
        try:
            if note.stat().st_mtime < since:
                continue
            server: dict[str, Any] = json.loads(note.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # being written at this moment, or gone
            continue
        if server.get("pid") == pid or Path(server.get("root_dir", "")) == root:
            return server
    return None


def announce(running: subprocess.Popen[bytes], python: Path, since: float) -> None:
    """Print the address as soon as the server answers there."""
    where = [str(python), "-c", "from jupyter_core.paths import *; print(jupyter_runtime_dir())"]
    folder = Path(subprocess.run(where, capture_output=True, text=True).stdout.strip())
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while running.poll() is None:
        server = find_server(folder, running.pid, ROOT, since)
        try:
            if server is not None:
                direct.open(server["url"] + "api", timeout=5).close()
                print(
                    f"\nThe workbook is open. Its address, for any browser on this computer:\n\n"
                    f"    {address(server)}\n\nCtrl-C here ends it.\n",
                    flush=True,
                )
                return
        except OSError:
            pass  # not yet
        time.sleep(0.2)


def take_terminal() -> Callable[[], None] | None:
    """Make Ctrl-C reach us but not the `make` that started us; returns how to undo that.

    Otherwise make ends a lesson with `*** [lab] Interrupt` and an error code, however cleanly
    JupyterLab ended. Ctrl-Z is left out in exchange: it would stop us and leave make waiting.
    None where there is no terminal or we are not in its foreground.
    """
    if sys.platform == "win32":
        return None
    try:
        before = os.tcgetpgrp(0)
        if before != os.getpgrp():
            return None
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpgrp())
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    except OSError:
        return None
    return lambda: os.tcsetpgrp(0, before)


def main(arguments: list[str]) -> int:
    """Set up, then serve until Ctrl-C; any arguments are handed on to JupyterLab."""
    failed = report(ensure)
    return failed or serve(ensure(), arguments)


def serve(python: Path, arguments: list[str]) -> int:
    """Run JupyterLab until it ends; 0 when the reader ended it."""
    surroundings = dict(os.environ)
    # With a token of ours Jupyter prints no addresses, so that there is exactly one to open.
    surroundings.setdefault("JUPYTER_TOKEN", secrets.token_hex(24))
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    run = command(python, arguments, surroundings=surroundings, is_root=is_root)
    since = time.time() - 1
    print("Starting JupyterLab ...", flush=True)
    give_back = take_terminal() if "MAKELEVEL" in os.environ else None
    running = subprocess.Popen(run, cwd=ROOT, env=surroundings)
    stopped = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        """Ctrl-C in a terminal reaches Jupyter as well; only if that was not so, end it."""
        if not stopped.is_set():
            stopped.set()
            last_word = threading.Timer(3 if number == signal.SIGINT else 0, running.terminate)
            last_word.daemon = True
            last_word.start()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    threading.Thread(target=announce, args=(running, python, since), daemon=True).start()
    while running.poll() is None:
        # In slices, because on Windows a wait without end does not notice Ctrl-C.
        try:
            running.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            continue
    if give_back is not None:
        give_back()
    if stopped.is_set():
        print("JupyterLab has ended. The notebooks are in notebooks/, your work is in my_work/.")
        return 0
    return running.returncode
