"""Keys pressed in a widget belong to the widget: they never edit the notebook around it."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

WIDGETS = """
import ipywidgets
from helpers import choose_settings, compare_texts, explore_quotes, explore_reading
from helpers import explore_words, import_article, load_article
article = load_article()
"""


@pytest.mark.parametrize(
    "widget",
    [
        "explore_words(article)",
        "compare_texts(article)",
        "explore_quotes(article)",
        "explore_reading(article)",
        "choose_settings()",
        "import_article()",
    ],
)
def test_no_key_pressed_in_any_control_edits_the_notebook(open_code, widget):
    notebook = open_code(WIDGETS, widget, "'the last cell'")
    before = notebook.sources()
    cell = notebook.cell("cell-1")
    panel = cell.locator("[data-own-keys]").first
    expect(panel).to_be_visible()
    controls = panel.locator("select:visible, input:visible, textarea:visible, button:visible")
    for number in range(controls.count()):
        control = controls.nth(number)
        if control.is_enabled():
            control.focus()
            for key in ("d", "d", "m", "x", "a", "ArrowUp"):
                notebook.page.keyboard.press(key)
    kinds = notebook.page.evaluate(
        """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
            .map((cell) => cell.type)"""
    )
    assert notebook.sources() == before
    assert kinds == ["code"] * 3
    notebook.expected_problems = notebook.problems()  # nonsense was typed: advice is due


def test_arrow_keys_move_in_a_menu_and_in_a_list(open_code):
    notebook = open_code(WIDGETS, "explore_quotes(article)")
    cell = notebook.cell("cell-1")
    rows = cell.get_by_label("Quotation", exact=True)
    rows.focus()
    for _ in range(3):
        notebook.page.keyboard.press("ArrowDown")
    expect(cell.locator(".reading-pane-target")).to_contain_text("to resume the talks")
    menu = cell.get_by_label("Speaker", exact=True).first  # the filter's; corrections have others
    menu.focus()
    notebook.page.keyboard.press("ArrowDown")
    expect(menu.locator("option:checked")).to_have_text("Vladimir Putin")


def test_shift_enter_in_a_widget_still_runs_the_next_cell(open_code):
    notebook = open_code(WIDGETS, "explore_words(article)", "ran = True")
    notebook.cell("cell-1").get_by_label("Look at").focus()
    notebook.page.keyboard.press("Shift+Enter")
    notebook.page.wait_for_function(
        """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
            .some((cell) => cell.executionCount > 3)"""
    )
