"""Every notebook runs from top to bottom as a student gets it, on any article, from anywhere."""

from __future__ import annotations

import asyncio
import itertools
import time
from pathlib import Path
from queue import Empty

import nbformat
import pytest
from jupyter_client.channels import AsyncZMQSocketChannel
from nbclient import NotebookClient

from helpers import keep_article, load_article, set_article
from helpers.views.layer import escaped
from tests.conftest import GIVEN, INVENTED, NOTEBOOKS
from tests.invented_files import ARTICLES, ENDINGS

SECONDS_FOR_A_CELL = 60
PLAIN = "my_work/articles/plain.txt"
_get_msg = AsyncZMQSocketChannel.get_msg


async def get_msg_in_slices(self, timeout=None):
    """A message, waited for in slices of a quarter of a second.

    One long wait on the socket can miss a message of an output widget and stall for the whole
    time-out, while the run still passes (nbclient's issue 312).
    """
    end = None if timeout is None else time.monotonic() + timeout
    while True:
        left = 0.25 if end is None else min(0.25, end - time.monotonic())
        try:
            return await _get_msg(self, max(0, left))
        except Empty:
            if end is not None and time.monotonic() >= end:
                raise
            await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def messages_in_slices(monkeypatch):
    monkeypatch.setattr(AsyncZMQSocketChannel, "get_msg", get_msg_in_slices)


def run(path: Path, folder: Path) -> nbformat.NotebookNode:
    """The notebook with its outputs, run with ``folder`` as the working directory."""
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(folder)}}
    client = NotebookClient(notebook, timeout=SECONDS_FOR_A_CELL, resources=resources)
    return client.execute()


def complaints(notebook: nbformat.NotebookNode) -> list[str]:
    """Every error and every warning that a notebook shows."""
    return [
        str(output.get("text", output.get("evalue", "")))
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.output_type == "error"
        or (output.output_type == "stream" and output.get("name") != "stdout")
    ]


# The two reports that one notebook compares are the invented ones, whichever article is set.
SETTINGS = [
    (path, seed)
    for path in NOTEBOOKS
    for seed in ((GIVEN, PLAIN) if path.stem == "two_reports" else (GIVEN, *INVENTED, PLAIN))
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "seed"),
    SETTINGS,
    ids=[f"{path.stem}-{Path(seed).stem}" for path, seed in SETTINGS],
)
def test_a_notebook_runs_untouched_from_any_folder_and_warns_of_nothing(
    path, seed, workbook, tmp_path
):
    plain = workbook / PLAIN
    plain.parent.mkdir(parents=True)
    plain.write_text("It rained on Monday.\n\nWe stayed at home. Nobody minded.")
    set_article(seed)
    notebook = run(path, tmp_path)
    assert complaints(notebook) == []
    assert [c.source for c in notebook.cells] == [
        c.source for c in nbformat.read(path, as_version=4).cells
    ]


# One article a format; tests/text/loading/test_formats.py has every article in every format.
EACH_FORMAT = list(zip(ENDINGS, itertools.cycle(ARTICLES), strict=False))
# Notebook 01 gets one of them: to it they are all the same, once they are kept.
OWN = [("06_your_own_article", *pair) for pair in EACH_FORMAT]
OWN.append(("01_reading", *EACH_FORMAT[-1]))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "ending", "article"),
    OWN,
    ids=[f"{name}{ending}-{article.title.split()[0]}" for name, ending, article in OWN],
)
def test_an_article_of_ones_own_can_be_read_in_every_format(
    name, ending, article, workbook, tmp_path
):
    (path,) = (path for path in NOTEBOOKS if path.stem == name)
    file = tmp_path / f"own{ending}"
    file.write_bytes(article.file(ending))
    set_article(keep_article(load_article(file)))
    notebook = run(path, tmp_path)
    assert complaints(notebook) == []
    shown = "\n".join(
        output.data.get("text/html", "")
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "data" in output
    )
    assert escaped(article.title) in shown
    last = article.paragraphs[-1].split(".")[0]
    assert load_article().paragraphs[-1].of(load_article().text).startswith(last)


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["notebooks", "seeds", "."])
def test_the_workbook_is_found_from_any_folder_in_it_without_being_told(
    folder, workbook, monkeypatch
):
    monkeypatch.delenv("WORKBOOK_HOME")
    (workbook / "my_work").mkdir()
    (workbook / "my_work" / "workbook.toml").write_text(f'article = "{INVENTED[0]}"')
    notebook = run(NOTEBOOKS[0], workbook / folder)
    assert "Council Votes to End" in str(notebook.cells)


@pytest.mark.slow
def test_a_notebook_that_fails_is_seen_to_fail(tmp_path):
    broken = tmp_path / "broken.ipynb"
    cells = [nbformat.v4.new_code_cell("import helpers\nhelpers.no_such_name")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), broken)
    with pytest.raises(Exception, match="no_such_name"):
        run(broken, tmp_path)
