"""Words selected in the pane, by mouse and by keyboard, arrive in Python as they are."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

PANE = """
import ipywidgets
from helpers import Span, reading_pane
text = "🔥 One 👩🏽‍🚒 two cafe\\u0301 שלום.\\n\\nThe end."
pane = reading_pane(text, [Span(text.index("two"), text.index("two") + 3)], name="a test")
said = ipywidgets.HTML()
clicked = ipywidgets.HTML()
pane.on_select(lambda span: setattr(said, "value", f"selected {ascii(span.of(text))}."))
pane.on_click(lambda span: setattr(clicked, "value", f"clicked {ascii(span.of(text))}."))
ipywidgets.VBox([pane, said, clicked])
"""


def test_words_selected_by_mouse_or_keyboard_arrive_whole_and_marks_can_still_be_chosen(open_code):
    notebook = open_code(PANE)
    cell, press = notebook.cell("cell-0"), notebook.page.keyboard.press
    before = notebook.sources()
    text = cell.locator(".reading-pane-text")
    text.locator("p").last.click(click_count=3)  # a whole paragraph
    expect(cell).to_contain_text("selected 'The end.'.")
    press("Control+Home")
    press("Shift+ArrowRight")
    expect(cell).to_contain_text(f"selected {'🔥'!a}.")
    for key in ("ArrowRight", "ArrowRight", "Control+ArrowRight", "Control+ArrowRight"):
        press(key)
    press("Shift+ArrowLeft")
    press("Shift+ArrowLeft")
    expect(cell).to_contain_text(f"selected {'👩🏽‍🚒'!a}.")
    mark = text.locator("mark")
    mark.focus()
    press("Enter")
    expect(cell).to_contain_text("clicked 'two'.")
    mark.click()
    press("x")
    press("Delete")
    assert text.inner_text().count("two") == 1
    assert notebook.sources() == before
    cell.locator(".jp-OutputArea").first.evaluate("area => { area.id = 'under-test'; }")
    report = Axe().run(notebook.page, context="#under-test")
    assert report.violations_count == 0, report.generate_report()


def test_from_a_mark_that_was_reached_with_tab_words_are_selected_with_shift(open_code):
    notebook = open_code(PANE)
    cell, press = notebook.cell("cell-0"), notebook.page.keyboard.press
    text = cell.locator(".reading-pane-text")
    text.focus()
    press("Tab")
    expect(text.locator("mark")).to_be_focused()
    for _ in range(8):
        press("Shift+ArrowRight")
    expect(cell).to_contain_text(f"selected {'two cafe' + chr(0x301)!a}.")
