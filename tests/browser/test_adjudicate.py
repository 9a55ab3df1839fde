"""What readers marked differently, settled question by question in a real JupyterLab."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

CELL = """
from helpers import Annotation, Article, Span, adjudicate
article = Article("👩🏽‍🚒 Ana Silva said no. The 🔥 office שלום said yes.", title="Yes and no")
def mark(words, label, reader):
    start = article.text.index(words)
    return Annotation(label, (Span(start, start + len(words)),), reader=reader)
heron = [mark("Ana Silva", "source", "Heron"), mark("The 🔥 office", "source", "Heron")]
otter = [mark("Ana Silva", "source", "Otter"), mark("said", "cue", "Otter"),
         mark("🔥 office", "source", "Otter")]
widget = adjudicate(article, [heron, otter])
widget
"""


def test_readings_are_adjudicated_by_keyboard_alone_and_resumed_another_day(open_code, lab):
    notebook = open_code(CELL)
    cell, keys = notebook.cell("cell-0"), notebook.page.keyboard
    expect(cell).to_contain_text("Question 1 of 2: missed")
    cell.get_by_label("Decision").focus()
    keys.type("no mark")
    expect(cell.get_by_label("Decision")).to_have_value("no mark here")
    for _ in range(3):
        keys.press("Tab")
    keys.type("a verb of doing, dd")  # "dd" would delete the cell
    keys.press("Tab")
    keys.press("Enter")
    expect(cell.get_by_role("status")).to_contain_text("Question 1 is kept.")
    expect(cell).to_contain_text("Question 2 of 2: other edges")
    marks = cell.locator(".reading-pane-text mark")
    assert "🔥 office" in marks.all_inner_texts()

    cell.get_by_label("Decision").focus()
    keys.type("as Otter")
    for _ in range(4):
        keys.press("Tab")
    keys.press("Enter")
    expect(cell.get_by_role("status")).to_contain_text("2 of 2 questions are decided")
    cell.get_by_role("button", name="Previous question").focus()
    keys.press("Space")
    expect(cell).to_contain_text("Decided: no mark here.")

    cell.locator(".jp-OutputArea").first.evaluate("area => { area.id = 'under-test'; }")
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        notebook.page.evaluate(
            "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", theme
        )
        notebook.page.wait_for_function(
            "theme => document.body.dataset.jpThemeName === theme", arg=theme
        )
        report = Axe().run(notebook.page, context="#under-test")
        assert report.violations_count == 0, f"{theme}: {report.generate_report()}"

    (decisions,) = (lab.folder / "my_work" / "annotations").glob("*.decisions.jsonl")
    lines = [json.loads(line) for line in decisions.read_text("utf-8").splitlines()]
    assert lines[1]["decision"]["comment"] == "a verb of doing, dd"
    again = open_code(CELL)
    expect(again.cell("cell-0")).to_contain_text("2 of 2 questions are decided")


def test_words_selected_in_the_text_become_the_agreed_mark(open_code):
    notebook = open_code(CELL.replace("Yes and no", "Selected"))
    cell = notebook.cell("cell-0")
    expect(cell).to_contain_text("Question 1 of 2: missed")
    text = cell.locator(".reading-pane-text")
    x, y = text.evaluate(
        """view => {
            const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
            while (walker.nextNode() && !walker.currentNode.data.includes('שלום'));
            const range = document.createRange();
            const at = walker.currentNode.data.indexOf('שלום');
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 4);
            const box = range.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }"""
    )
    notebook.page.mouse.dblclick(x, y)
    expect(cell.get_by_role("textbox", name="Words")).to_have_value("שלום")
    expect(cell.get_by_label("Decision")).to_have_value("other words: those below")
    cell.get_by_label("Their label").select_option("source")
    cell.get_by_role("button", name="Keep this decision").click()
    expect(cell.get_by_role("status")).to_contain_text("Question 1 is kept.")
    cell.get_by_role("button", name="Previous question").click()
    expect(cell.get_by_role("textbox", name="Words")).to_have_value("שלום")
