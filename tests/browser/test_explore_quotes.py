"""Quotations filtered, looked at and corrected by mouse and keyboard in a real JupyterLab."""

import json
import time

import pytest
from playwright.sync_api import expect

from tests.browser.accessible import THEMES, assert_accessible, change_theme

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

CELL = """
from helpers import Article, explore_quotes
article = Article(
    "👩🏽‍🚒 “We waited for hours,” Ana Silva said. She claimed that the boat was late.\\n\\n"
    "The so-called “Blue Line” had closed. “It is over,” Jo Poe wrote.\\n\\n"
    "Nobody came back, the harbour office let it be known.",
    title="The boat",
)
explore_quotes(article)
"""


@pytest.fixture
def explored(open_code):
    """The notebook, and its cell with the widget drawn."""

    def open_():
        notebook = open_code(CELL)
        cell = notebook.cell("cell-0")
        expect(rows(cell).first).to_be_attached()
        return notebook, cell

    return open_


@pytest.fixture
def cell(explored):
    return explored()[1]


def rows(cell):
    return cell.get_by_label("Quotation").locator("option")


def choose(cell, words):
    """Choose the quotation whose line holds these words."""
    row = rows(cell).filter(has_text=words)
    cell.get_by_label("Quotation").select_option(label=row.inner_text())
    expect(target(cell).first).to_contain_text(words)


def target(cell):
    return cell.locator(".reading-pane-target")


def form(cell, button):
    """The form with this button."""
    has = cell.page.get_by_role("button", name=button, exact=True)
    return cell.locator(".workbook-form").filter(has=has)


def kept(lab):
    """What the journal of corrections on the disk holds, line by line."""
    (file,) = (lab.folder / "my_work" / "annotations").glob("*.corrections.jsonl")
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def select_in_text(cell, words):
    """Drag over these words in the text."""
    box = cell.locator(".reading-pane-text").evaluate(
        """(view, words) => {
            view.scrollIntoView({block: 'center'});
            const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
            for (let node; node = walker.nextNode();) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + words.length);
                node.parentElement.scrollIntoView({block: 'center'});
                const {left, right, top, bottom} = range.getBoundingClientRect();
                return {left, right, middle: (top + bottom) / 2};
            }
        }""",
        words,
    )
    mouse = cell.page.mouse
    mouse.move(box["left"] + 1, box["middle"])
    mouse.down()
    mouse.move(box["right"] - 1, box["middle"], steps=5)
    mouse.up()


def test_quotations_are_filtered_and_chosen_by_list_and_by_click(cell):
    number = rows(cell).count()
    assert number >= 3
    # The last picture is drawn last: then the kernel hears the next choice.
    picture = cell.locator("figcaption").last
    began = time.perf_counter()
    cell.get_by_label("Speaker").first.select_option("Jo Poe")
    expect(rows(cell)).to_have_count(1)
    expect(picture).not_to_contain_text("Ana Silva")
    print(f"\nspeaker chosen to pictures drawn: {1000 * (time.perf_counter() - began):.0f} ms")
    expect(target(cell)).to_have_text("It is over,")
    expect(cell.get_by_role("status").first).to_contain_text(f"1 of {number} quotations.")

    cell.get_by_label("Speaker").first.select_option("everybody")
    expect(picture).to_contain_text("Ana Silva")
    cell.get_by_label("Kind").first.select_option("term")
    expect(picture).not_to_contain_text("Ana Silva")
    expect(target(cell)).to_have_text("Blue Line")
    cell.get_by_label("Kind").first.select_option("every kind")
    expect(picture).to_contain_text("Ana Silva")
    cell.get_by_label("Stance").select_option("neutral")
    expect(picture).not_to_contain_text("(terms in quotation marks)")
    expect(cell.locator(".reading-pane-text mark").filter(has_text="Blue")).to_have_count(0)

    cell.locator(".reading-pane-text mark").filter(has_text="It is over").click()
    expect(cell).to_contain_text("Speaker: Jo Poe")
    expect(cell).to_contain_text("Rule “")
    cell.get_by_label("Quotation").focus()
    cell.page.keyboard.press("Home")
    expect(target(cell)).to_have_text("We waited for hours,")


def test_a_click_counts_though_the_text_is_drawn_anew_between_press_and_release(cell):
    marks = cell.locator(".reading-pane-text mark")
    mark = marks.filter(has_text="It is over")
    mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
    mark.hover()
    cell.page.mouse.down()
    # As where the kernel is slow, and what was chosen before is drawn only now.
    cell.get_by_label("Stance").evaluate(
        """menu => {
            menu.value = 'neutral';
            menu.dispatchEvent(new Event('change', {bubbles: true}));
        }"""
    )
    expect(marks.filter(has_text="Blue")).to_have_count(0)
    expect(target(cell)).to_have_text("We waited for hours,")
    cell.page.mouse.up()
    expect(target(cell)).to_have_text("It is over,")


def test_a_corrected_speaker_is_everywhere_and_still_there_when_the_cell_is_run_again(
    explored, lab
):
    notebook, cell = explored()
    choose(cell, "It is over")
    correct = form(cell, "Correct")
    expect(correct.get_by_label("Speaker")).to_have_value("Jo Poe")
    assert "Ana Silva" in correct.locator("datalist option").evaluate_all(
        "options => options.map((option) => option.value)"
    )
    correct.get_by_label("Speaker").fill("Ilse Oyelander, dd")  # "dd" would delete the cell
    began = time.perf_counter()
    correct.get_by_role("button", name="Correct").click()
    expect(cell).to_contain_text("1 correction is kept in my_work/annotations/")
    expect(cell.get_by_role("figure").first).to_contain_text("Ilse Oyelander, dd once")
    print(f"\ncorrected to kept and drawn: {1000 * (time.perf_counter() - began):.0f} ms")
    expect(cell).to_contain_text("Decided by reader, not by a rule.")
    assert kept(lab)[-1]["mark"]["values"] == [
        ["speaker", "Ilse Oyelander, dd"],
        ["kind", "direct"],
    ]

    notebook.run_all()
    expect(cell).to_contain_text("1 correction is kept")
    expect(rows(cell).filter(has_text="Ilse Oyelander, dd: It is over")).to_have_count(1)
    expect(cell.get_by_role("table").first).to_contain_text("Ilse Oyelander, dd")


def test_a_quotation_is_rejected_by_keyboard_and_comes_back(cell):
    number = rows(cell).count()
    choose(cell, "Blue Line")
    cell.get_by_role("button", name="This is no quotation").press("Enter")
    expect(rows(cell)).to_have_count(number - 1)
    expect(cell.locator(".reading-pane-text mark").filter(has_text="Blue")).to_have_count(0)
    cell.get_by_role("button", name="Undo the last change").press("Enter")
    expect(rows(cell)).to_have_count(number)
    expect(cell).to_contain_text("Nothing yet.")


def test_words_that_are_selected_in_the_text_are_added_and_taken_back(cell, lab):
    number = rows(cell).count()
    add = form(cell, "Add this quotation")
    select_in_text(cell, "Nobody came back")
    expect(add.get_by_label("Words")).to_have_value("Nobody came back")
    expect(add.get_by_label("Kind")).to_have_value("indirect")
    add.get_by_label("Speaker").fill("the harbour office")
    add.get_by_role("button").click()
    expect(rows(cell)).to_have_count(number + 1)
    expect(target(cell).first).to_have_text("Nobody came back")
    assert kept(lab)[-1]["mark"]["spans"][0]["words"] == "Nobody came back"

    # At once, while the pictures are still being drawn: the choice must not stay behind.
    cell.get_by_label("Corrected").select_option(index=0)
    cell.get_by_role("button", name="Take this correction back").press("Enter")
    expect(cell).to_contain_text("Nothing yet. What you correct")
    expect(rows(cell)).to_have_count(number)


def test_a_quotation_is_added_by_keyboard_alone(cell):
    number = rows(cell).count()
    keys = cell.page.keyboard
    form(cell, "Add this quotation").get_by_label("Words").focus()
    keys.type("the harbour office")
    for _ in range(2):
        keys.press("Tab")
    keys.type("Nobody")
    keys.press("Tab")
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.press("Enter")
    expect(rows(cell)).to_have_count(number + 1)
    expect(cell).to_contain_text("Speaker: Nobody")


def test_words_that_do_not_stand_in_the_text_are_answered_with_what_to_do(explored):
    notebook, cell = explored()
    add = form(cell, "Add this quotation")
    add.get_by_label("Words").fill("Somebody came back")
    add.get_by_role("button").click()
    expect(cell.get_by_role("alert")).to_contain_text("does not occur in this text")
    notebook.expected_problems = notebook.problems()
    assert len(notebook.expected_problems) == 1


def test_nothing_is_inaccessible_in_light_and_dark(explored):
    notebook, cell = explored()
    form(cell, "Correct").get_by_label("Speaker").fill("Ilse Oyelander")
    form(cell, "Correct").get_by_role("button", name="Correct").click()
    expect(cell).to_contain_text("1 correction is kept")
    for theme in reversed(THEMES):  # the light one last: it stays for the tests that follow
        change_theme(notebook, theme)
        assert_accessible(notebook, cell)


def test_the_article_of_the_workbook_is_explored_in_notebook_04(open_notebook):
    notebook = open_notebook("04_quotes")
    cell = notebook.cell("do-explore")
    expect(rows(cell).first).to_be_attached()
    assert rows(cell).count() >= 17
    cell.get_by_label("Speaker").first.select_option("Donald Trump")
    marks = cell.locator(".reading-pane-text mark")
    expect(marks.filter(has_text="A potentially great day")).to_have_count(1)
    expect(marks.filter(has_text="We propose")).to_have_count(0)
    assert_accessible(notebook, cell)
