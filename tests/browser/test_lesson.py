"""The lesson in 50 minutes, from the first cell to the page: by mouse, and by keyboard alone."""

import json
import re
import tomllib

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.accessible import assert_accessible
from tests.browser.running_lab import PATIENCE
from tests.browser.test_annotate import Marking, words_of
from tests.conftest import INVENTED

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

LESSON = "lesson_in_50_minutes"
HAS_RUN = re.compile(r"\[\d+\]:")
QUESTION = "One question that this report leaves you with:"


@pytest.fixture
def open_lesson(open_notebook, lab):
    """Opens the lesson with no cell run, as pupils find it."""

    def open_():
        notebook = open_notebook(LESSON, run=False)
        notebook.folder = lab.folder
        return notebook

    return open_


@pytest.fixture
def saved_page(browser, lab):
    """Opens the page that was kept, by itself and without a server; it may ask for nothing."""
    context = browser.new_context()

    def open_():
        (path,) = (lab.folder / "my_work" / "pages").glob("*.html")
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
        report = Axe().run(page)
        assert report.violations_count == 0, report.generate_report()
        return page

    yield open_
    context.close()


def prompt(cell):
    """The number beside a cell: [ ] before it was run, [*] while it runs."""
    return cell.locator(".jp-InputPrompt").first


def assert_names_stand_above_their_words(cell):
    """JupyterLab's own style floats both, and puts a name beside what belongs to another one."""
    tops = cell.locator("dd + dt").evaluate_all(
        """names => names.map(name => [name.previousElementSibling.getBoundingClientRect().bottom,
            name.getBoundingClientRect().top])"""
    )
    assert tops
    assert [(above, top) for above, top in tops if top < above] == []


def notes_of(lab):
    """Question to answer, as the disk has it."""
    (path,) = (lab.folder / "my_work" / "notes").glob("[!.]*[!s].json")
    answers = json.loads(path.read_text("utf-8"))["answers"]
    return {question: note["answer"] for question, note in answers.items()}


def test_the_whole_lesson_with_the_mouse(open_lesson, lab, saved_page):
    notebook = open_lesson()

    def run(cell_id):
        cell = notebook.cell(cell_id)
        prompt(cell).click()
        notebook.panel.locator("[data-command='notebook:run-cell-and-select-next']").click()
        expect(prompt(cell)).to_have_text(HAS_RUN, timeout=PATIENCE)
        return cell

    run("imports")
    cell = run("do-settings")
    cell.get_by_label("Pseudonym").click()
    notebook.page.keyboard.type("Heron / 🔥")
    cell.get_by_role("button", name="Keep").click()
    expect(cell).to_contain_text("for Heron / 🔥")

    expect(run("do-headline")).to_contain_text("The Moscow Times")
    cell = run("do-predict")
    cell.get_by_label("Whom do you expect").click()
    notebook.page.keyboard.type("Two presidents")
    expect(cell.get_by_role("status")).to_contain_text("Kept in my_work/notes/")
    expect(run("do-read").locator(".reading-pane-text p")).to_have_count(25)

    run("do-mark")
    marking = Marking(notebook, "do-mark")
    for number, (first, last, key) in enumerate(
        [("Vladimir", "Putin", "s"), ("proposed", "proposed", "c"), ("holding", "May 15", "w")], 1
    ):
        marking.drag(first, last)
        marking.press(key)
        marking.saved(number)
    paragraphs = marking.text.locator("p")
    paragraphs.nth(8).scroll_into_view_if_needed()
    marking.drag("push back", area=paragraphs.nth(8))
    marking.button("source s").click()
    expect(marking.cell.get_by_role("alert")).to_contain_text("outside the part to mark")
    paragraphs.nth(3).scroll_into_view_if_needed()
    marking.drag("Putin", area=paragraphs.nth(3))
    marking.button("source s").click()
    assert words_of(marking.saved(4)[0]) == ["Vladimir Putin"]

    cell = run("do-compare")
    cell.get_by_label("Your partner's file").set_input_files(
        {"name": "torn.jsonl", "mimeType": "text/plain", "buffer": b"torn"}
    )
    expect(cell.get_by_role("alert")).to_contain_text("torn.jsonl")
    cell.get_by_role("combobox", name="Partner").select_option(label="Grey Otter (invented)")
    cell.get_by_role("button", name="Compare", exact=True).click()
    expect(cell).to_contain_text("marks that you and Grey Otter (invented) made here")
    expect(cell.get_by_role("alert")).to_have_count(0)

    cell = run("do-machine")
    cell.get_by_role("button", name="Show what the machine found").click()
    cell.get_by_label("Verdict 1").select_option(label="I keep mine")
    cell.get_by_label("Reason 1").click()
    notebook.page.keyboard.type("The rule does not know titles")
    cell.get_by_role("button", name="Keep verdict 1").click()
    expect(cell).to_contain_text("Verdict 1 is kept")

    cell = run("do-leave")
    cell.get_by_label(QUESTION).click()
    notebook.page.keyboard.type("Who translated the words?")
    expect(cell.get_by_role("status")).to_contain_text("Kept in")
    assert notes_of(lab)[QUESTION] == "Who translated the words?"

    cell = run("do-page")
    assert_names_stand_above_their_words(cell)
    assert_accessible(notebook, cell)
    page = saved_page()
    for words in (
        "Read by Heron / 🔥",
        "Do not pass this page on",
        "Two presidents",
        "Who translated the words?",
        "4 marks in 8 paragraphs",
        "Heron / 🔥 and Grey Otter (invented) made",
        "I keep mine",
        "The rule does not know titles",
    ):
        expect(page.locator("main")).to_contain_text(words)
    expect(page.locator("mark", has_text="Vladimir Putin").first).to_be_visible()
    cell.get_by_role("link", name="Open the page").click()
    viewer = notebook.page.frame_locator(".jp-HTMLViewer iframe")
    expect(viewer.get_by_role("heading", name="What I marked")).to_be_visible()
    notebook.page.get_by_role("tab", name=LESSON).click()


def test_the_whole_lesson_by_keyboard_alone(open_lesson, lab, saved_page):
    notebook = open_lesson()
    page = notebook.page
    keyboard = page.keyboard

    def run(cell_id):
        """Shift and Enter, cell after cell, until this one has run.

        From inside a widget they run its cell again, and nothing may be lost by it.
        """
        cell = notebook.cell(cell_id)
        for _ in range(30):
            keyboard.press("Shift+Enter")
            if prompt(cell).inner_text() != "[ ]:":
                break
        expect(prompt(cell)).to_have_text(HAS_RUN, timeout=PATIENCE)
        return cell

    def go_on_to(control, key="Tab"):
        """One Tab stop at a time."""
        expect(control).to_be_visible(timeout=PATIENCE)
        for _ in range(80):
            keyboard.press(key)
            if control.evaluate("one => one === document.activeElement"):
                return
        raise AssertionError(f"{key} does not lead there")

    def go_back_to(control):
        """From the cell below up into what the last one shows."""
        go_on_to(control, "Shift+Tab")

    cell = run("do-settings")
    go_back_to(cell.get_by_label("Article"))
    keyboard.press("ArrowUp")
    go_on_to(cell.get_by_label("Pseudonym"))
    keyboard.type("Amber Newt")
    go_on_to(cell.get_by_role("button", name="Keep"))
    keyboard.press("Enter")
    expect(cell).to_contain_text("for Amber Newt")
    settings = tomllib.loads((lab.folder / "my_work" / "workbook.toml").read_text("utf-8"))
    assert settings["article"] == INVENTED[0]

    cell = run("do-predict")
    expect(notebook.cell("do-headline")).to_contain_text("The Strait Ledger")
    go_back_to(cell.get_by_label("Whom do you expect"))
    keyboard.type("A mayor, dd")
    expect(cell.get_by_role("status")).to_contain_text("Kept in my_work/notes/")

    expect(run("do-read").locator(".reading-pane-text p")).to_have_count(15)
    run("do-mark")
    marking = Marking(notebook, "do-mark")
    go_back_to(marking.text)
    marking.press("Control+Home", *["Control+Shift+ArrowRight"] * 3, "s")
    marking.saved(1)
    marking.press(*["Control+ArrowRight"] * 3, "Control+Shift+ArrowLeft", "c")
    assert [words_of(mark) for mark in marking.saved(2)] == [["The town council"], ["voted"]]

    cell = run("do-compare")
    menu = cell.get_by_role("combobox", name="Partner")
    go_back_to(menu)
    keyboard.press("ArrowDown")
    expect(menu.locator("option:checked")).to_contain_text("(invented)")
    go_on_to(cell.get_by_role("button", name="Compare", exact=True))
    keyboard.press("Enter")
    expect(cell).to_contain_text("(invented) made here")
    go_on_to(cell.get_by_label("Look at"))
    keyboard.press("ArrowDown")

    cell = run("do-machine")
    go_back_to(cell.get_by_role("button", name="Show what the machine found"))
    keyboard.press("Enter")
    go_on_to(cell.get_by_label("Verdict 1"))
    keyboard.press("End")
    go_on_to(cell.get_by_label("Reason 1"))
    keyboard.type("Nobody says anything here")
    go_on_to(cell.get_by_role("button", name="Keep verdict 1"))
    keyboard.press("Enter")
    expect(cell).to_contain_text("Verdict 1 is kept")

    cell = run("do-leave")
    go_back_to(cell.get_by_label(QUESTION))
    keyboard.type("Who counted?")
    expect(cell.get_by_role("status")).to_contain_text("Kept in")
    assert notes_of(lab)[QUESTION] == "Who counted?"

    cell = run("do-page")
    kept = saved_page()
    for words in (
        "Read by Amber Newt",
        "CC BY 4.0",
        "A mayor, dd",
        "Who counted?",
        "2 marks in 8 paragraphs",
        "Amber Newt and ",
        "The definition leaves it open",
        "Nobody says anything here",
    ):
        expect(kept.locator("main")).to_contain_text(words)
    expect(kept.locator("main")).not_to_contain_text("Do not pass this page on")
    go_back_to(cell.get_by_role("link", name="Open the page"))
    keyboard.press("Enter")
    expect(page.locator(".jp-HTMLViewer iframe")).to_be_visible()
    keyboard.press("Alt+w")  # close it, as the menu File says
    expect(notebook.panel).to_be_visible()
