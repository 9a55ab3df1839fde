"""One JupyterLab and one browser for all browser tests of a worker."""

from __future__ import annotations

import shutil

import nbformat
import pytest

from tests.browser.running_lab import Notebook, real_browser, running_lab
from tests.conftest import copy_workbook


@pytest.fixture(scope="session")
def browser():
    with real_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    folder = copy_workbook(tmp_path_factory.mktemp("lab") / "workbook")
    with running_lab(folder, tmp_path_factory.mktemp("scratch")) as lab:
        yield lab


@pytest.fixture(autouse=True)
def nobodys_work(lab):
    """After each test the workbook is as it was given, for the next one."""
    yield
    shutil.rmtree(lab.folder / "my_work", ignore_errors=True)


@pytest.fixture
def open_notebook(browser, lab):
    """Opens a notebook, run to its end unless it is not to be run yet.

    After the test, nothing may have gone wrong in it.
    """
    opened = []

    def open_(name: str, *, run: bool = True) -> Notebook:
        page = browser.new_page(viewport={"width": 1280, "height": 1400})
        notebook = Notebook(page, lab, f"notebooks/{name}.ipynb")
        opened.append(notebook)
        if run:
            notebook.run_all()
        return notebook

    yield open_
    problems = []
    for notebook in opened:
        problems += [p for p in notebook.problems() if p not in notebook.expected_problems]
        notebook.close()
    assert problems == []


@pytest.fixture
def open_code(lab, open_notebook, request):
    """Opens a new notebook with these cells; their ids are cell-0, cell-1, …"""

    def open_(*sources: str) -> Notebook:
        cells = [nbformat.v4.new_code_cell(s, id=f"cell-{n}") for n, s in enumerate(sources)]
        # Without a kernel's name JupyterLab would ask for one.
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
        notebook = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
        nbformat.write(notebook, lab.folder / "notebooks" / f"{request.node.name}.ipynb")
        return open_notebook(request.node.name)

    return open_
