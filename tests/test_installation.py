import json
import subprocess
import sys

import pytest

from helpers import check_installation, installation, set_article
from tests.conftest import INVENTED, ROOT


def lines_with_a_remedy():
    return {check.name: check for check in check_installation().checks if check.remedy}


def test_a_workbook_that_was_set_up_is_in_order():
    report = check_installation()
    assert report.well, repr(report)
    assert report.verdict() == "Everything is in place."


def test_an_old_python_is_said(monkeypatch):
    monkeypatch.setattr(installation, "OLDEST_PYTHON", (99, 0))
    assert "Install Python 99.0" in lines_with_a_remedy()["Python"].remedy


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(installation, "requires", lambda _: ["jupyterlab>=4", "unheard-of>=1"])
    check = lines_with_a_remedy()["Packages"]
    assert "unheard-of is missing" in check.found
    assert "(unheard-of)" in check.remedy


def test_a_python_without_the_workbook_is_said(monkeypatch):
    monkeypatch.setattr(installation, "DISTRIBUTION", "no-such-workbook")
    assert "make lab" in lines_with_a_remedy()["Packages"].remedy


def test_another_kernel_than_the_workbooks_own_is_said(workbook):
    (workbook / ".venv").mkdir()
    assert "Change Kernel" in lines_with_a_remedy()["Kernel"].remedy


@pytest.mark.parametrize("name", ["helpers.py", "helpers/__init__.py"])
def test_a_stray_file_called_helpers_is_named(workbook, name):
    stray = workbook / "notebooks" / name
    stray.parent.mkdir(exist_ok=True)
    stray.write_text("")
    assert str(stray) in lines_with_a_remedy()["No other helpers"].remedy


def test_an_article_that_cannot_be_read_is_said(workbook):
    set_article(workbook / INVENTED[0])
    (workbook / INVENTED[0]).unlink()
    check = lines_with_a_remedy()["Article"]
    assert "no file" in check.found
    assert "form below" in check.remedy


def test_settings_that_cannot_be_read_are_said(workbook):
    (workbook / "my_work").mkdir()
    (workbook / "my_work" / "workbook.toml").write_text("article = ")
    assert "workbook.toml" in lines_with_a_remedy()["Article"].found


def test_a_folder_that_cannot_be_written_is_said(workbook):
    (workbook / "my_work").write_text("a file where the folder should be")
    assert "Move the workbook" in lines_with_a_remedy()["Own work"].remedy


def test_what_was_found_is_shown_as_text(workbook):
    (workbook / "my_work").mkdir()
    (workbook / "my_work" / "workbook.toml").write_text('article = "seeds/<script>.txt"')
    assert "<script>" not in check_installation()._repr_html_()


def run_first_cell(folder, *options):
    """What notebook 00's first code cell says in a Python of its own, started in ``folder``."""
    notebook = json.loads((ROOT / "notebooks" / "00_start_here.ipynb").read_text("utf-8"))
    code = next("".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code")
    run = [sys.executable, *options, "-c", code]
    return subprocess.run(run, cwd=folder, capture_output=True, text=True, encoding="utf-8")


def test_the_first_cell_of_notebook_00_runs(tmp_path):
    assert run_first_cell(tmp_path).returncode == 0


def test_the_first_cell_says_which_stray_file_is_in_the_way(tmp_path):
    (tmp_path / "helpers.py").write_text("")
    said = run_first_cell(tmp_path).stderr
    assert f"Rename {tmp_path / 'helpers.py'}" in said
    assert "Traceback" not in said


def test_the_first_cell_says_what_to_do_in_a_python_without_the_workbook(tmp_path):
    said = run_first_cell(tmp_path, "-S").stderr  # -S: without any installed package
    assert "make lab" in said
    assert "Traceback" not in said
