"""Imports only go down: who may know whom, read from every import in the tree."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

HELPERS = ROOT / "helpers"
# For each room the rooms that it may import from; see "the layout" in CONTRIBUTING.md.
MAY_IMPORT = {
    "workbook": set(),
    "text": {"workbook"},
    "analysis": {"workbook", "text"},
    "annotation": {"workbook", "text"},
    "corpus": {"workbook", "text", "analysis", "annotation"},
    "views": {"workbook", "text", "analysis", "annotation"},
    "exercises": {"workbook", "text", "analysis", "annotation", "corpus", "views"},
}
ROOF = {"__init__", "__main__", "installation"}
FILES = sorted([*HELPERS.rglob("*.py"), *HELPERS.rglob("*.pyi")])


def room_of(file: Path) -> str:
    return file.relative_to(HELPERS).parts[0].split(".")[0]


def imported_rooms(tree: ast.AST, file: Path) -> set[str]:
    """The rooms of helpers that a module imports from, relative imports resolved."""
    package = ["helpers", *file.relative_to(HELPERS).parent.parts]
    modules = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            up = package[: len(package) - node.level + 1] if node.level else []
            base = [part for part in [*up, *(node.module or "").split(".")] if part]
            modules.append(".".join(base))
            modules += [f"{modules[-1]}.{alias.name}" for alias in node.names]
            from_the_face = {alias.name for alias in node.names} - {*MAY_IMPORT}
            if base == ["helpers"] and from_the_face:
                modules.append("helpers.__init__")  # its names may come from any floor
        if isinstance(node, ast.Import) and "helpers" in modules[-len(node.names) :]:
            modules.append("helpers.__init__")
    parts = [module.split(".") for module in modules]
    rooms = {part[1] for part in parts if part[0] == "helpers" and len(part) > 1}
    return rooms & {*MAY_IMPORT, *ROOF}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_imports_only_from_its_own_room_and_below(file):
    room = room_of(file)
    if room in ROOF:
        allowed = {*MAY_IMPORT, *ROOF} - {"exercises"}
    else:
        assert room in MAY_IMPORT, f"{file} is in no room of the house"
        allowed = {room, *MAY_IMPORT[room]}
    assert imported_rooms(ast.parse(file.read_text(encoding="utf-8")), file) <= allowed


@pytest.mark.parametrize(
    ("code", "rooms"),
    [
        ("import helpers.views.table", {"views"}),
        ("from helpers import exercises", {"exercises"}),
        ("from ..views import table", {"views"}),
        ("def f():\n    from helpers.views import table", {"views"}),
        ("from helpers import find_quotes", {"__init__"}),
        ("import helpers", {"__init__"}),
        ("from .. import find_quotes", {"__init__"}),
        ("import json", set()),
    ],
)
def test_the_check_itself_sees_every_way_to_import(code, rooms):
    assert imported_rooms(ast.parse(code), HELPERS / "analysis" / "x.py") == rooms


def loaded_by(code: str) -> set[str]:
    """The modules that are loaded once this code has run in a Python of its own."""
    listing = "\nimport sys\nprint(*sys.modules)"
    run = [sys.executable, "-c", code + listing]
    return set(subprocess.run(run, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import helpers", {"helpers.text.article", "nltk", "matplotlib", "ipywidgets", "tomlkit"}),
        ("from helpers import count_words; count_words('a')", {"nltk", "matplotlib", "ipywidgets"}),
        ("from helpers import find_quotes; find_quotes('a')", {"nltk", "matplotlib", "ipywidgets"}),
        ("from helpers import load_article; load_article()", {"nltk", "matplotlib", "ipywidgets"}),
        ("from helpers import table; table('a', [])", {"matplotlib", "ipywidgets", "pandas"}),
    ],
)
def test_using_a_name_loads_only_what_it_needs(code, unwanted):
    assert not loaded_by(code) & unwanted


def test_every_name_of_the_face_can_be_used():
    import helpers

    assert helpers.__all__
    for name in helpers.__all__:
        assert getattr(helpers, name).__doc__, f"{name} has no docstring"
