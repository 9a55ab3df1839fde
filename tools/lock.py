"""Writes `requirements.lock` anew from `pyproject.toml`: `make lock`, for maintainers.

One lock serves Linux, macOS and Windows and every Python from the oldest we allow upwards
(uv calls it "universal"); each pin carries the hashes of its files; no index address is in it, so a
school's mirror works as well. Pins that still fit are kept: `make lock ARGS=--upgrade` renews them.
"""

import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

HEADER = """\
# Made by `make lock` from pyproject.toml (dependencies and the group `test`). Do not edit.
# Pins with hashes for Linux, macOS and Windows and Python 3.11 and newer.
"""


def main(arguments: list[str]) -> int:
    """0 when the lock is written; what uv said is shown as it came."""
    lock = ROOT / "requirements.lock"
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([programs / "python", "-m", "pip", "install", "-q", "uv"], check=True)
        command: list[str | Path] = [
            *(programs / "uv", "pip", "compile", "pyproject.toml", "--group", "test"),
            *("--universal", "--python-version", "3.11", "--generate-hashes"),
            *("--no-emit-index-url", "--no-header", "--quiet", "--output-file", lock.name),
            *arguments,
        ]
        ended = subprocess.run(command, cwd=ROOT)
    if ended.returncode == 0:
        pins = lock.read_text(encoding="utf-8")
        lock.write_text(HEADER + pins, encoding="utf-8", newline="\n")
        print(f"requirements.lock holds {len(re.findall(r'(?m)^[a-z].*==', pins))} pins")
    return ended.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
