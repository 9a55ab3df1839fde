"""What every notebook has in common, and that none is committed with outputs."""

import itertools
import json
import re
import subprocess

import pytest

from tests.conftest import NOTEBOOKS, ROOT

EACH = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
NUMBERED = [path for path in NOTEBOOKS if path.stem[:2].isdigit()]
ALONE = [path for path in NOTEBOOKS if path not in NUMBERED]
TEACHING = ROOT / "notebooks" / "TEACHING.md"


def cells(path, kind):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == kind]


def committed(path):
    """The notebook as git has it: a learner who saves one must not turn the tests red."""
    name = path.relative_to(ROOT).as_posix()
    shown = subprocess.run(["git", "show", f":{name}"], cwd=ROOT, capture_output=True)
    absent = (b"does not exist", b"not in the index", b"neither on disk", b"not a git repository")
    if any(words in shown.stderr for words in absent):
        # Not in git (yet): then the file itself is what would be committed.
        return json.loads(path.read_text(encoding="utf-8"))
    assert not shown.returncode, shown.stderr
    return json.loads(shown.stdout)


def unclean(notebook):
    """What a committed notebook must not hold."""
    found = []
    for number, cell in enumerate(notebook["cells"]):
        if cell.get("outputs") or cell.get("execution_count"):
            found.append(f"cell {number} has outputs")
        if set(cell["metadata"]) - {"tags", "jupyter"}:
            found.append(f"cell {number} has metadata {sorted(cell['metadata'])}")
        if not re.fullmatch(r"[a-z0-9-]{1,64}", cell.get("id", "")):
            found.append(f"cell {number} has no readable id")
    if set(notebook["metadata"]) - {"kernelspec", "language_info"}:
        found.append(f"metadata {sorted(notebook['metadata'])}")
    if notebook["metadata"]["language_info"] != {"name": "python"}:
        found.append("the version of somebody's Python")
    return found


@EACH
def test_a_notebook_is_committed_clean(path):
    assert unclean(committed(path)) == []


def test_the_check_itself_sees_outputs_and_metadata():
    cell = {"outputs": [1], "execution_count": 3, "metadata": {"scrolled": 1}, "id": "a b"}
    metadata = {"widgets": {}, "language_info": {"name": "python", "version": "3"}}
    assert len(unclean({"cells": [cell], "metadata": metadata})) == 5


def test_there_are_seven_notebooks_and_each_leads_to_the_next():
    assert [path.stem[:2] for path in NUMBERED] == ["00", "01", "02", "03", "04", "05", "06"]
    for path, following in itertools.pairwise([*NUMBERED, NUMBERED[0]]):
        assert f"]({following.name})" in cells(path, "markdown")[-1]


def test_two_more_stand_alone_and_are_found_from_the_first_and_lead_back_to_it():
    assert [path.stem for path in ALONE] == ["lesson_in_50_minutes", "two_reports"]
    contents = "\n".join(cells(NUMBERED[0], "markdown"))
    for path in [*ALONE, TEACHING]:
        assert f"]({path.name})" in contents
    for path in ALONE:
        assert f"]({NUMBERED[0].name})" in cells(path, "markdown")[-1]


@EACH
def test_a_notebook_opens_with_a_question_and_closes_with_key_points(path):
    first, last = cells(path, "markdown")[0], cells(path, "markdown")[-1]
    number = f"{path.stem[:2]} · " if path in NUMBERED else ""
    assert re.match(rf"# {number}\w", first)
    for part in ("**Question:**", "You will be able to", "**Time:**", "**You need:**"):
        assert part in first
    assert last.startswith("## Key points")


@pytest.mark.parametrize("path", [*NOTEBOOKS, TEACHING], ids=lambda path: path.stem)
def test_a_notebook_links_only_to_what_is_there(path):
    prose = [path.read_text("utf-8")] if path == TEACHING else cells(path, "markdown")
    for target in re.findall(r"\]\(([^)#]+)\)", "\n".join(prose)):
        assert target.startswith("https://") or (path.parent / target).exists(), target


@EACH
def test_code_needs_no_magic_no_installation_and_no_path(path):
    for source in cells(path, "code"):
        assert not re.search(r"^\s*[%!]|sys\.path|os\.chdir|pip install", source, re.MULTILINE)
        assert not re.search(r"import \*", source)
        # A list of names to import may be long; what has to be understood may not.
        assert len(re.sub(r"import \([^)]*\)", "import …", source).splitlines()) <= 15


@EACH
def test_prose_leads_to_nearly_every_code_cell(path):
    assert len(cells(path, "markdown")) >= 0.6 * len(cells(path, "code"))
