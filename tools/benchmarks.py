"""Runs every file of `benchmarks/` beside its peers.

The peers are installed in `.venv-bench`, which sees the packages of `.venv`: our numbers come from
the locked versions, and no peer can change what learners have.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

from tools.environment import ROOT, SetUpError, ensure, explain, python_of, report


def peers(root: Path) -> list[str]:
    """What pyproject.toml asks for in the group `benchmark`."""
    with (root / "pyproject.toml").open("rb") as file:
        wanted: list[str] = tomllib.load(file)["dependency-groups"]["benchmark"]
    return wanted


def ensure_peers(root: Path = ROOT) -> Path:
    """The Python of `.venv-bench` with the peers installed; made once, until they change.

    Raises:
        SetUpError: with one line that says what is wrong and what to do.
    """
    python = ensure(root)
    folder, wanted = root / ".venv-bench", peers(root)
    stamp, made_of = folder / "set-up.stamp", "\n".join([sys.version, str(root), *wanted])
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == made_of:
        return python_of(folder)
    print(f"Installing the peers: {', '.join(wanted)}", flush=True)
    complete([python, "-m", "venv", "--clear", folder])
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    ours = complete([python, "-c", ask]).strip()
    theirs = complete([python_of(folder), "-c", ask]).strip()
    line = f"import sys; sys.path += [{ours!a}, {str(root)!a}]\n"
    Path(theirs, "workbook.pth").write_text(line, encoding="ascii")
    complete([python_of(folder), "-m", "pip", "install", "-q", "--retries", "1", *wanted])
    stamp.write_text(made_of, encoding="utf-8")
    return python_of(folder)


def complete(command: list[str | Path]) -> str:
    """What a command prints.

    Raises:
        SetUpError: it failed.
    """
    ended = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if ended.returncode:
        said = ended.stdout.strip()
        raise SetUpError(explain(said) or (said.splitlines() or [f"{command[0]} failed"])[-1])
    return ended.stdout


def main(arguments: list[str]) -> int:
    """Run the benchmarks named, or all; 1 when one of them fails."""
    failed = report(ensure_peers)
    if failed:
        return failed
    python = ensure_peers()
    files = [Path(name) for name in arguments] or sorted((ROOT / "benchmarks").glob("[!_]*.py"))
    if not files:
        print("There is nothing in benchmarks/ yet", file=sys.stderr)
        return 1
    ended = 0
    for file in files:
        print(f"\n== {file.stem}", flush=True)
        ended |= subprocess.run([python, file], cwd=ROOT).returncode != 0
    return int(ended)
