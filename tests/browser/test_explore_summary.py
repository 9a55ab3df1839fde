"""Summaries in a real JupyterLab: method and length are changed, an own summary is typed."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessible import THEMES, assert_accessible, change_theme

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

OWN = "Putin proposed direct talks with Ukraine in Istanbul on May 15."


def test_method_and_length_change_summary_reasons_and_chart_together(open_notebook):
    notebook = open_notebook("05_summarizing")
    cell = notebook.cell("do-explore")
    chosen = cell.locator("ol > li")
    expect(chosen).to_have_count(3)
    expect(chosen.first).to_contain_text("is sentence 1 of 26")

    cell.get_by_label("Method").select_option("graph of like sentences (LexRank)")
    expect(chosen.first).to_contain_text("is alike to")
    expect(cell.locator("figcaption").first).to_contain_text("by the method lexrank")

    cell.get_by_role("slider", name="Sentences").focus()
    notebook.page.keyboard.press("ArrowRight")
    expect(chosen).to_have_count(4)
    expect(cell.locator(".reading-pane-legend")).to_contain_text("chosen (4)")
    expect(cell).to_contain_text("quoted speakers it leaves out")

    cell.get_by_label("prefer early sentences").check()
    expect(chosen.first).to_contain_text("sentence 1 is alike to")
    cell.get_by_label("Repetition is").select_option("avoided")
    expect(chosen).to_have_count(4)
    for theme in reversed(THEMES):  # the light one last: it stays for the tests that follow
        change_theme(notebook, theme)
        assert_accessible(notebook, cell)


def test_a_sentence_is_kept_and_left_out_by_keyboard_alone(open_code):
    notebook = open_code("from helpers import *\nexplore_summary(load_article())")
    cell = notebook.cell("cell-0")
    last = cell.locator(".reading-pane-text mark").last
    last.focus()
    notebook.page.keyboard.press("Enter")
    expect(cell).to_contain_text("Sentence 26: score")
    cell.get_by_label("This sentence").focus()
    notebook.page.keyboard.press("ArrowDown")
    expect(cell.locator("ol > li").last).to_contain_text("is kept by the reader")
    notebook.page.keyboard.press("ArrowDown")
    expect(cell.locator("ol > li").last).to_contain_text("is sentence 3 of 26")
    expect(cell).to_contain_text("is left out by the reader")


def test_an_own_summary_is_scored_as_it_is_typed_and_kept(open_code, lab):
    notebook = open_code("from helpers import *\nexplore_summary(load_article())")
    cell = notebook.cell("cell-0")
    before_typing = notebook.sources()
    expect(cell).to_contain_text("see how much of it others share")
    cell.get_by_label("Your own summary").press_sequentially(OWN)
    table = cell.locator("table").filter(has_text="yours against")
    expect(table.locator("tbody tr")).to_have_count(6)
    before = table.inner_text()
    expect(table.locator("tbody tr").last).to_contain_text("the lead")
    shared = cell.locator("mark", has_text="Istanbul").last
    expect(shared).to_have_attribute("title", "also in the method’s summary")

    cell.get_by_label("Your own summary").press_sequentially(" He mentioned preconditions.")
    expect(table).not_to_have_text(before)
    now = table.inner_text()
    cell.get_by_label("Method").select_option("main topics (LSA)")
    expect(table).not_to_have_text(now)
    (kept,) = (lab.folder / "my_work" / "notes").glob("*.json")
    assert OWN in kept.read_text(encoding="utf-8")
    assert notebook.sources() == before_typing
