"""Set-up, the laboratory and the checks say what is wrong in one line, and do nothing twice."""

import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import tools
from tools import benchmarks, browser, checks, environment, laboratory, progress

ROOT = Path(__file__).resolve().parent.parent
DOORS = ("setup", "lab", "check", "bench")
NEW_SYNTAX = re.compile(r"""\bf["']|->|:=|^from __future__""", re.MULTILINE)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that has only what a set-up depends on, in a folder with a difficult name."""
    root = tmp_path / "Zoë's project"
    root.mkdir()
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    (root / "requirements.lock").write_text(
        "tomlkit==0.13.3 \\\n    --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8"
    )
    return root


@pytest.fixture
def finished(project: Path) -> Path:
    """The same project with a `.venv` whose set-up ended."""
    python = environment.python_of(project / ".venv")
    python.parent.mkdir(parents=True)
    python.touch()
    (project / ".venv" / "pyvenv.cfg").write_text(
        f"home = {Path(sys.executable).parent}\n", encoding="utf-8"
    )
    (project / ".venv" / "set-up.stamp").write_text(
        environment.fingerprint(project), encoding="utf-8"
    )
    return project


@pytest.fixture
def no_set_up(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Notes each set-up that would be made, and makes none."""
    made: list[Path] = []
    monkeypatch.setattr(environment, "set_up", lambda root, folder: made.append(folder))
    return made


# Python is too old


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13)], ids=str)
def test_an_old_python_is_told_so_in_one_line(version: tuple[int, ...]) -> None:
    line = tools.complaint(version)
    assert line is not None
    assert "3.11 or newer" in line
    assert ".".join(map(str, version)) in line
    assert "\n" not in line


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2), (4, 0, 0)], ids=str)
def test_a_python_that_will_do_is_not_complained_about(version: tuple[int, ...]) -> None:
    assert tools.complaint(version) is None


@pytest.mark.parametrize("name", ["__init__", *DOORS])
def test_what_an_old_python_reads_first_has_only_old_syntax(name: str) -> None:
    source = (ROOT / "tools" / f"{name}.py").read_text(encoding="utf-8")
    assert source.isascii()  # Python 2.7 wants a declaration otherwise
    code = re.sub(r'(?s:""".*?""")|#.*', "", source)
    assert not NEW_SYNTAX.search(code)


@pytest.mark.parametrize("name", DOORS)
def test_a_door_ends_with_the_line_before_it_reads_the_rest(name: str, tmp_path: Path) -> None:
    """The real door, with a `tools` that finds every Python too old and a rest that cannot run."""
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("*.pyc"))
    first = tmp_path / "tools" / "__init__.py"
    first.write_text(first.read_text(encoding="utf-8").replace("(3, 11)", "(9, 9)"), "utf-8")
    for module in ("environment", "laboratory", "checks", "benchmarks"):
        (tmp_path / "tools" / f"{module}.py").write_text("this is not Python", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, tmp_path / "tools" / f"{name}.py"], capture_output=True, text=True
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("This workbook needs Python 9.9 or newer")
    assert ended.stderr.count("\n") == 1


# venv is missing


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(
    missing: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = environment.importlib.util.find_spec
    monkeypatch.setattr(
        environment.importlib.util,
        "find_spec",
        lambda name: None if name == missing else there(name),
    )
    with pytest.raises(environment.SetUpError, match=r"apt install python3-venv|python\.org"):
        environment.ensure(project)
    assert not (project / ".venv").exists()


def test_a_venv_that_cannot_be_made_leaves_nothing_behind(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        (project / ".venv" / "bin").mkdir(parents=True)
        return subprocess.CompletedProcess(command, 1, "", "OSError: [Errno 28] No space left")

    monkeypatch.setattr(environment.subprocess, "run", fail)
    with pytest.raises(environment.SetUpError, match="disk is full"):
        environment.ensure(project)
    assert not (project / ".venv").exists()


# The network is away, and what else pip may say


@pytest.fixture
def this_python(finished: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The finished project, its pip being that of the Python that runs the tests."""
    monkeypatch.setattr(environment, "python_of", lambda folder: Path(sys.executable))
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    return finished


def refused(root: Path, index: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The one line for a set-up whose pip asks the index given."""
    monkeypatch.setenv("PIP_INDEX_URL", index)
    lock = root / "requirements.lock"
    target = ["--target", str(root / "elsewhere")]  # so that nothing can reach this environment
    arguments = ["--require-hashes", "-r", str(lock), *target]
    with (
        (root / ".venv" / "set-up.log").open("w", encoding="utf-8") as log,
        pytest.raises(environment.SetUpError) as error,
    ):
        environment.pip(root / ".venv", log, arguments, total=1)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_without_a_network_set_up_says_so(
    this_python: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = refused(this_python, "http://127.0.0.1:9/simple", monkeypatch)
    assert "cannot be reached" in said
    assert "127.0.0.1" in (this_python / ".venv" / "set-up.log").read_text(encoding="utf-8")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[str]:
    """A package index on this computer that has one file, and not the one that the lock names."""
    page = tmp_path / "index" / "tomlkit"
    page.mkdir(parents=True)
    wheel = "tomlkit-0.13.3-py3-none-any.whl"
    (page / "index.html").write_text(f'<a href="{wheel}">{wheel}</a>', encoding="utf-8")
    (page / wheel).write_bytes(b"something else")

    class Silent(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, directory=str(page.parent), **named)  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Silent) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_a_package_that_is_not_the_one_in_the_lock_is_refused(
    this_python: Path, index: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "hash differs" in refused(this_python, index, monkeypatch)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: Could not install: [WinError 112] There is not enough space", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "hash differs"),
        ("SSLCertVerificationError: certificate verify failed", "does not trust"),
        ("Temporary failure in name resolution\nERROR: No matching distribution found", "reached"),
        ("[Errno 11001] getaddrinfo failed", "reached"),
        ("ReadTimeoutError: Read timed out.", "reached"),
        ("PermissionError: [Errno 13] Permission denied: '.venv'", "cannot be written"),
        ("[WinError 5] Access is denied", "cannot be written"),
        ("ERROR: No matching distribution found for numpy==2.4", "no file that fits"),
        ("ERROR: Could not find a version (from versions: none)", "does not offer"),
    ],
    ids=lambda text: str(text)[:24],
)
def test_a_failure_of_pip_becomes_one_line(words: str, line: str) -> None:
    said = environment.explain(words)
    assert said is not None
    assert line in said
    assert "\n" not in said


def test_what_is_not_known_is_not_explained() -> None:
    assert environment.explain("ERROR: something new") is None


# Nothing is done twice, and nothing half


def test_a_finished_set_up_is_not_made_again(finished: Path, no_set_up: list[Path]) -> None:
    assert environment.ensure(finished) == environment.python_of(finished / ".venv")
    assert no_set_up == []


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_change_of_what_is_installed_calls_for_set_up(
    name: str, finished: Path, no_set_up: list[Path]
) -> None:
    with (finished / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    environment.ensure(finished)
    assert no_set_up == [finished / ".venv"]


def forget_stamp(root: Path) -> None:
    (root / ".venv" / "set-up.stamp").unlink()


def lose_base_python(root: Path) -> None:
    (root / ".venv" / "pyvenv.cfg").write_text("home = /nowhere/at/all\n", encoding="utf-8")


def lose_python(root: Path) -> None:
    environment.python_of(root / ".venv").unlink()


def use_another_python(root: Path) -> None:
    stamp = root / ".venv" / "set-up.stamp"
    stamp.write_text(stamp.read_text("utf-8").replace(" 3.", " 2."), encoding="utf-8")


@pytest.mark.parametrize("spoil", [forget_stamp, lose_base_python, lose_python, use_another_python])
def test_a_spoiled_environment_is_made_anew(
    spoil: Callable[[Path], None], finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remade: list[Path] = []

    def make(folder: Path) -> None:
        remade.append(folder)
        raise environment.SetUpError("far enough")

    monkeypatch.setattr(environment, "make_venv", make)
    assert environment.is_ready(finished)
    spoil(finished)
    assert not environment.is_ready(finished)
    with pytest.raises(environment.SetUpError, match="far enough"):
        environment.ensure(finished)
    assert remade == [finished / ".venv"]


def test_an_update_that_is_interrupted_leaves_no_stamp(
    finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "pip", interrupt)
    with (finished / "requirements.lock").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    with pytest.raises(KeyboardInterrupt):
        environment.ensure(finished)
    assert environment.read_stamp(finished) == ""


def test_a_moved_project_is_set_up_again(finished: Path) -> None:
    moved = finished.rename(finished.parent / "moved")
    assert not environment.is_ready(moved)


def test_a_link_in_the_place_of_the_environment_is_removed_but_not_followed(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").touch()
    link = tmp_path / ".venv"
    try:
        link.symlink_to(kept, target_is_directory=True)
    except OSError:  # Windows asks for a privilege
        pytest.skip("this system does not let us make links")
    environment.remove(link)
    assert not link.exists()
    assert (kept / "file").exists()


def test_a_path_beyond_ascii_is_written_so_that_every_encoding_can_read_it(project: Path) -> None:
    place = project / ".venv" / "lib" / "python3.11" / "site-packages"
    place.mkdir(parents=True)
    path = place / "_editable_impl_close_reading_workbook.pth"
    path.write_text(str(project), encoding="utf-8")
    environment.spell_path_in_ascii(project, project / ".venv")
    words = path.read_bytes()
    assert words.isascii()
    places: list[str] = []
    exec(words.decode().replace("sys.path", "places").replace("import sys; ", ""))
    assert places == [str(project)]


# Progress


def test_progress_counts_what_is_fetched_of_what_fits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress.Progress(tmp_path, 4) as shown:
        shown.hear("Ignoring appnope: markers 'darwin' don't match your environment\n")
        shown.hear("Collecting anyio==4.1 (from -r requirements.lock (line 3))\n")
        shown.hear("  Downloading anyio-4.1-py3-none-any.whl\n")
        shown.hear("Processing /wheels/tomlkit-0.13.3-py3-none-any.whl (from -r ...)\n")
        shown.hear("Collecting numpy==2.4 (from -r requirements.lock (line 9))\n")
    assert capsys.readouterr().out == "fetching 3 of 3: numpy\n"
    assert shown.fetched == 3


# JupyterLab


@pytest.mark.parametrize(
    ("surroundings", "system", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "NO_BROWSER": "1"}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"NO_BROWSER": "1"}, "win32", False),
    ],
    ids=str,
)
def test_a_browser_is_opened_only_where_there_is_a_screen(
    surroundings: dict[str, str], system: str, expected: bool
) -> None:
    run = laboratory.command(Path("python"), [], surroundings=surroundings, system=system)
    assert ("--no-browser" in run) is not expected


def test_root_is_allowed_only_when_root() -> None:
    assert "--allow-root" in laboratory.command(Path("p"), [], surroundings={}, is_root=True)
    assert "--allow-root" not in laboratory.command(Path("p"), [], surroundings={})


def test_the_readers_arguments_have_the_last_word() -> None:
    run = laboratory.command(Path("p"), ["--port=9000", "-y"], surroundings={})
    assert run[-2:] == ["--port=9000", "-y"]


def test_the_address_leads_to_the_first_notebook() -> None:
    server = {"url": "http://localhost:8889/", "token": "secret"}
    expected = "http://localhost:8889/lab/tree/notebooks/00_start_here.ipynb?token=secret"
    assert laboratory.address(server) == expected


def test_the_server_is_told_from_older_ones_and_from_those_of_others(tmp_path: Path) -> None:
    notes = {
        "jpserver-1.json": '{"pid": 1, "root_dir": "/other", "url": "a"}',
        "jpserver-2.json": '{"pid": 2, "root_dir": "/ours", "url": "b"}',
        "jpserver-3.json": '{"pid": 3, "root',  # half written
    }
    for name, words in notes.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    found = laboratory.find_server(tmp_path, 99, Path("/ours"), 0)
    assert found is not None
    assert found["url"] == "b"
    os.utime(tmp_path / "jpserver-2.json", (1, 1))  # left behind by a crash long ago
    assert laboratory.find_server(tmp_path, 99, Path("/ours"), 1000) is None


# The browser


def nowhere(name: str) -> None:
    return None


@pytest.mark.parametrize(
    ("system", "place", "variable"),
    [
        ("linux", "opt/google/chrome/chrome", ""),
        ("linux", "home/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome", "HOME"),
        ("darwin", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome", ""),
        ("darwin", "home/Applications/Chromium.app/Contents/MacOS/Chromium", "HOME"),
        ("win32", "home/Google/Chrome/Application/chrome.exe", "PROGRAMFILES"),
        ("win32", "home/Microsoft/Edge/Application/msedge.exe", "PROGRAMFILES(X86)"),
        ("win32", "home/ms-playwright/chromium-9/chrome-win64/chrome.exe", "LOCALAPPDATA"),
    ],
)
def test_a_browser_is_found_where_each_system_keeps_it(
    system: str, place: str, variable: str, tmp_path: Path
) -> None:
    surroundings = {variable: str(tmp_path / "home")} if variable else {}
    assert browser.find(surroundings, system=system, which=nowhere, top=tmp_path) is None
    program = tmp_path / place
    program.parent.mkdir(parents=True)
    program.touch()
    assert browser.find(surroundings, system=system, which=nowhere, top=tmp_path) == program


def test_the_browser_asked_for_comes_first() -> None:
    found = browser.find({"CHROMIUM": "/mine/chrome"}, which=lambda name: name)
    assert found == Path("/mine/chrome")


def test_a_browser_asked_for_that_is_not_there_is_not_replaced_silently() -> None:
    with pytest.raises(FileNotFoundError, match="/gone/chrome"):
        browser.find({"CHROMIUM": "/gone/chrome"}, which=nowhere)


def test_the_caged_browser_comes_last(tmp_path: Path) -> None:
    on_path = {"chromium": "/snap/bin/chromium", "google-chrome": "/usr/bin/google-chrome"}
    found = browser.find({}, system="linux", which=on_path.get, top=tmp_path)
    assert found == Path("/usr/bin/google-chrome")
    del on_path["google-chrome"]
    found = browser.find({}, system="linux", which=on_path.get, top=tmp_path)
    assert found == Path("/snap/bin/chromium")


def test_where_there_is_no_browser_each_way_to_one_is_tried_in_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        tried.append(command)
        return subprocess.CompletedProcess(command, 0 if command == ["second"] else 1)

    monkeypatch.setattr(browser, "ways_to_install", lambda python: [["first"], ["second"]])
    monkeypatch.setattr(browser.subprocess, "run", run)
    monkeypatch.setattr(browser, "find", lambda: Path("new") if ["second"] in tried else None)
    assert browser.find_or_install(Path("python")) == Path("new")
    assert tried == [["first"], ["second"]]
    tried.clear()
    monkeypatch.setattr(browser, "find", lambda: None)
    assert browser.find_or_install(Path("python")) is None


def test_the_last_way_to_a_browser_is_playwrights_own() -> None:
    *_, last = browser.ways_to_install(Path("python"))
    assert last[:4] == [Path("python"), "-m", "playwright", "install"]


# The checks


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[checks.Step]:
    """Notes each step of `check` that would be run, and lets it pass."""
    steps: list[checks.Step] = []

    def note(python: Path, step: checks.Step, surroundings: object) -> bool:
        steps.append(step)
        return True

    monkeypatch.setattr(checks, "run", note)
    return steps


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0), ("false", 0)])
def test_without_a_browser_the_last_line_says_so_and_ci_fails(
    ci: str,
    code: int,
    ran: list[checks.Step],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(browser, "find_or_install", lambda python: None)
    monkeypatch.setenv("CI", ci)
    assert checks.check(Path("python"), fast=False) == code
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("THE BROWSER TESTS DID NOT RUN")
    assert "CHROMIUM=" in last
    assert ran[-1].module[-1] == "slow and not browser"


def test_with_a_browser_its_tests_run_and_nothing_is_said(
    ran: list[checks.Step],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(browser, "find_or_install", lambda python: Path("chromium"))
    monkeypatch.setenv("CI", "true")
    assert checks.check(Path("python"), fast=False) == 0
    assert "BROWSER" not in capsys.readouterr().out
    assert ran[-1].module[-1] == "slow or browser"


@pytest.mark.parametrize(
    ("failing", "unrun"),
    [("ruff check", {"tests", "slow tests"}), ("tests", {"slow tests"}), ("slow tests", set())],
)
def test_a_failed_check_fails_the_whole_and_ends_it_after_its_phase(
    failing: str,
    unrun: set[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = {"ruff check", "ruff format", "mypy", "tests", "slow tests"}
    ran: set[str] = set()

    def run(python: Path, step: checks.Step, surroundings: object) -> bool:
        ran.add(step.name)
        return step.name != failing

    monkeypatch.setattr(checks, "run", run)
    monkeypatch.setattr(browser, "find_or_install", lambda python: Path("chromium"))
    assert checks.check(Path("python"), fast=False) == 1
    assert ran == names - unrun


def test_fast_leaves_out_the_slow_phase(ran: list[checks.Step]) -> None:
    assert checks.check(Path("python"), fast=True) == 0
    assert "slow tests" not in {step.name for step in ran}


@pytest.mark.parametrize(("module", "passes"), [("this", True), ("no_such_module", False)])
def test_a_step_shows_its_output_only_when_it_fails(
    module: str, passes: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    step = checks.Step("a step", (module,))
    assert checks.run(Path(sys.executable), step, dict(os.environ)) is passes
    printed = capsys.readouterr().out
    assert printed.startswith("passed  a step" if passes else "FAILED  a step")
    assert ("No module named" in printed) is not passes
    assert "Beautiful" not in printed


# The benchmarks


def test_the_peers_are_those_of_pyproject() -> None:
    assert any(line.startswith("pysbd") for line in benchmarks.peers(ROOT))
