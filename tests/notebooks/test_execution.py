"""Every notebook runs from top to bottom as a student gets it, on four articles, from anywhere."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from queue import Empty

import nbformat
import pytest
from jupyter_client.channels import AsyncZMQSocketChannel
from nbclient import NotebookClient

from helpers import set_article
from tests.conftest import GIVEN, INVENTED, NOTEBOOKS

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


@pytest.mark.slow
@pytest.mark.parametrize("seed", [GIVEN, *INVENTED, PLAIN], ids=lambda seed: Path(seed).stem)
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_untouched_from_any_folder_and_warns_of_nothing(
    path, seed, workbook, tmp_path
):
    plain = workbook / PLAIN
    plain.parent.mkdir(parents=True)
    plain.write_text("It rained on Monday.\n\nWe stayed at home. Nobody minded.")
    set_article(seed)
    notebook = run(path, tmp_path)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            said = output.get("text", output.get("evalue", ""))
            assert (
                output.output_type not in ("error", "stream") or output.get("name") == "stdout"
            ), said
    assert [c.source for c in notebook.cells] == [
        c.source for c in nbformat.read(path, as_version=4).cells
    ]


@pytest.mark.slow
def test_a_notebook_that_fails_is_seen_to_fail(tmp_path):
    broken = tmp_path / "broken.ipynb"
    cells = [nbformat.v4.new_code_cell("import helpers\nhelpers.no_such_name")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), broken)
    with pytest.raises(Exception, match="no_such_name"):
        run(broken, tmp_path)
