"""The built wheel, installed elsewhere: everything that a widget needs travels with the package."""

import subprocess
import sys
import zipfile

import nbformat
import pytest
from playwright.sync_api import expect

from helpers import find_quotes, load_article
from tests.browser.running_lab import Notebook, running_lab
from tests.conftest import ROOT, copy_workbook


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from the checkout without a download."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([sys.executable, "-m", "pip", *build], check=True, capture_output=True)
    (built,) = folder.glob("close_reading_workbook-*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(wheel):
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    listed = subprocess.run(
        ["git", "ls-files", "helpers"], cwd=ROOT, capture_output=True, text=True
    )
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "helpers").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == ours
    assert set(listed.stdout.split()) <= ours
    assert {"helpers/views/widgets/reading_pane.js", "helpers/py.typed"} <= names


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_a_widget_of_the_installed_wheel_opens_in_jupyterlab(wheel, browser, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    install = ["install", "--no-deps", "--no-index", "--target", str(elsewhere), str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", *install], check=True, capture_output=True)
    folder = copy_workbook(tmp_path / "class")
    sources = (
        "import helpers\nhelpers.__file__",
        "from helpers import explore_quotes, load_article\nexplore_quotes(load_article())",
    )
    cells = [nbformat.v4.new_code_cell(s, id=f"cell-{n}") for n, s in enumerate(sources)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), folder / "wheel.ipynb")
    with running_lab(folder, tmp_path / "scratch", PYTHONPATH=str(elsewhere)) as lab:
        notebook = Notebook(browser.new_page(), lab, "wheel.ipynb")
        notebook.run_all()
        expect(notebook.cell("cell-0")).to_contain_text("elsewhere")
        pane = notebook.cell("cell-1").locator(".reading-pane-text")
        expect(pane).to_contain_text("growing impatience with Putin.")
        quotes = find_quotes(load_article())
        expect(pane.locator("mark")).to_have_count(sum(len(quote.content) for quote in quotes))
        assert pane.evaluate("pane => getComputedStyle(pane).overflowY") == "auto"  # the CSS came
        assert notebook.problems() == []
        notebook.close()
