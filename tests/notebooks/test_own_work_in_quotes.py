"""Notebook 04 with a reader's own work: blind marks to compare with, and corrections."""

import pytest

from helpers import find_quotes, load_article, mark, open_journal
from helpers.analysis.quotes.corrections import Correction
from helpers.views.kept_corrections import mark_of, open_corrections
from tests.conftest import GIVEN, ROOT
from tests.notebooks.test_execution import complaints, messages_in_slices, run

__all__ = ["messages_in_slices"]  # a fixture that every run needs


def shown(notebook, cell_id):
    """What a cell shows as plain text."""
    (cell,) = (cell for cell in notebook.cells if cell.id == cell_id)
    return "\n".join(
        output.get("text", "") or output["data"]["text/plain"] for output in cell.outputs
    )


@pytest.mark.slow
def test_blind_marks_are_compared_and_corrections_are_used(workbook, tmp_path):
    article = load_article(GIVEN)
    first, *_ = (quote for quote in find_quotes(article) if quote.kind == "direct")
    journal = open_journal(article)
    journal.add(mark(article, first.content[0].of(article.text), "content"))
    journal.add(mark(article, "hours after Kyiv", "content"))
    correction = Correction(first.content, "change", speaker="Ilse Oyelander")
    open_corrections(article).add(mark_of(correction))

    notebook = run(ROOT / "notebooks" / "04_quotes.ipynb", tmp_path)
    assert complaints(notebook) == []
    assert shown(notebook, "do-blind").startswith("(2, ")
    assert " of 2; precision: " in shown(notebook, "do-blind-score")
    assert shown(notebook, "do-corrections-own") == "(1, 0)"
    (table,) = (cell for cell in notebook.cells if cell.id == "do-corrections-use")
    assert "Ilse Oyelander" in table.outputs[0]["data"]["text/html"]
    assert "1 by reader" in shown(notebook, "do-methods")
