"""Each control of the two widgets about words, moved in a real JupyterLab, and its change seen."""

import statistics

import pytest
from playwright.sync_api import expect

from tests.browser.accessible import THEMES, assert_accessible, change_theme

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

EVERYTHING = {"picture", "caption", "table"}


@pytest.fixture
def explored(open_code):
    """A notebook, and its cell with ``explore_words(article)``."""
    notebook = open_code("from helpers import *\nexplore_words(load_article())")
    return notebook, notebook.cell("cell-0")


@pytest.fixture
def compared(open_code):
    """A notebook, and its cell with ``compare_texts(article)``."""
    notebook = open_code("from helpers import *\ncompare_texts(load_article())")
    return notebook, notebook.cell("cell-0")


def shown(cell):
    """The first picture, its sentence, the first table and the sentence above them, as they are."""
    return {
        "picture": cell.locator("figure img").first.get_attribute("src"),
        "caption": cell.locator("figcaption").first.inner_text(),
        "table": cell.locator("table").first.inner_text(),
        "sentence": cell.locator('p[role="status"]').first.inner_text(),
    }


def assert_changes(cell, parts, action):
    """After the action all of these parts of the cell are others than before."""
    before = shown(cell)
    action()
    cell.page.wait_for_function(
        """([cell, before, parts]) => {
            const now = {
                picture: cell.querySelector("figure img")?.getAttribute("src"),
                caption: cell.querySelector("figcaption")?.innerText,
                table: cell.querySelector("table")?.innerText,
                sentence: cell.querySelector('p[role="status"]')?.innerText,
            };
            return parts.every((part) => now[part] && now[part] !== before[part]);
        }""",
        arg=[cell.element_handle(), before, sorted(parts)],
    )


def choose(cell, name, value):
    return lambda: cell.get_by_label(name, exact=False).first.select_option(value)


def press(cell, name, key):
    """Press a key on a slider, as somebody without a mouse does."""
    return lambda: cell.get_by_label(name, exact=False).first.press(key)


def test_every_choice_about_words_changes_chart_table_and_sentence(explored):
    notebook, cell = explored
    everything = EVERYTHING | {"sentence"}
    assert shown(cell)["caption"].startswith("The 15 most frequent")
    small = cell.get_by_label("count small words", exact=False)
    for name, value in (
        ("The same word is", "same headword (talks, talked)"),
        ("The same word is", "same stem (talk, talks)"),
        ("The same word is", "only identical spellings"),
        ("Hyphens", "part (30-day is two words)"),
        ("Count in", "inside quotation marks"),
        ("Count in", "paragraph 4"),
        ("Count in", "outside quotation marks"),
    ):
        parts = everything if name != "Hyphens" else {"caption", "sentence"}
        assert_changes(cell, parts, choose(cell, name, value))
    assert_changes(cell, everything, small.check)
    assert_changes(cell, {"sentence", "caption"}, press(cell, "Occurrences at least", "ArrowRight"))
    assert_changes(cell, EVERYTHING, press(cell, "How many words", "ArrowRight"))
    assert_changes(cell, {"picture", "caption"}, choose(cell, "Chart", "count by rank (Zipf)"))
    assert "by rank" in shown(cell)["caption"]
    assert_accessible(notebook, cell)


def test_a_word_and_its_lines_are_looked_at_from_menu_list_and_text(explored):
    notebook, cell = explored
    menu, lines = cell.get_by_label("Look at"), cell.get_by_label("Line", exact=True)
    marks, target = cell.locator(".reading-pane-text mark"), cell.locator(".reading-pane-target")
    menu.select_option("talks")
    expect(marks).to_have_count(7)
    assert set(marks.all_inner_texts()) == {"talks"}
    expect(lines.locator("option")).to_have_count(7)
    expect(cell.locator("figcaption").nth(1)).to_contain_text("“talks” is in")
    expect(cell.locator("caption").last).to_contain_text("“talks” with its neighbours")

    first = lines.locator("option").first.inner_text()
    lines.select_option(index=5)
    expect(marks.nth(5).locator(".reading-pane-target")).to_have_text("talks")
    expect(target).to_have_count(1)
    cell.get_by_label("Sort its lines").select_option("by the words after")
    expect(lines.locator("option").first).not_to_have_text(first)

    marks.nth(2).click()
    expect(marks.nth(2).locator(".reading-pane-target")).to_have_text("talks")
    word = cell.locator(".reading-pane-text p").first.locator("[data-start]").first
    word.scroll_into_view_if_needed()
    word.click(position={"x": 12, "y": 8})  # "Russian", the first word of the text
    expect(menu.locator("option:checked")).to_have_text("russian")
    for theme in THEMES:
        change_theme(notebook, theme)
        assert_accessible(notebook, cell)


# From the key to the next frame that the screen is given after the new picture is ready.
ANSWER = """([cell, wanted]) => new Promise((resolve) => {
    let pressed;
    const press = () => { pressed = performance.now(); };
    cell.addEventListener("keydown", press, {once: true, capture: true});
    const observer = new MutationObserver(async () => {
        if (!cell.querySelector("figcaption")?.innerText.includes(wanted)) return;
        observer.disconnect();
        await cell.querySelector("figure img").decode();
        requestAnimationFrame(() => resolve(performance.now() - pressed));
    });
    observer.observe(cell, {childList: true, subtree: true, characterData: true});
})"""


def test_a_slider_is_answered_while_the_finger_is_still_on_the_key(explored):
    notebook, cell = explored
    slider = cell.get_by_label("How many words", exact=False)
    page, taken = notebook.page, []
    for number in range(16, 31):
        slider.focus()
        wanted = f"The {number} most frequent"
        page.evaluate(
            f"(given) => {{ window.answer = ({ANSWER})(given); }}", [cell.element_handle(), wanted]
        )
        page.keyboard.press("ArrowRight")
        taken.append(page.evaluate("window.answer"))
        expect(cell.locator("figcaption").first).to_contain_text(wanted)
    print(f"\nslider moved to result on the screen: median {statistics.median(taken):.0f} ms")


def test_every_choice_of_a_comparison_changes_chart_tables_and_sentence(compared):
    notebook, cell = compared
    everything = EVERYTHING | {"sentence"}
    assert "inside quotation marks (86 words)" in shown(cell)["sentence"]
    headings = cell.locator("caption")
    expect(headings.nth(0)).to_have_text("More often in: inside quotation marks")
    expect(headings.nth(1)).to_have_text("More often in: outside quotation marks")
    for parts, action in (
        (everything, cell.get_by_label("count small words", exact=False).check),
        (everything, choose(cell, "The same word is", "same headword (talks, talked)")),
        ({"caption", "sentence"}, choose(cell, "Hyphens", "part (30-day is two words)")),
        (everything, press(cell, "Occurrences in both", "ArrowLeft")),
        ({"picture", "caption"}, choose(cell, "Sort by", "how large it is")),
        (EVERYTHING, press(cell, "How many words", "ArrowLeft")),
        ({"table"}, cell.get_by_label("show all measures", exact=False).check),
        (everything, choose(cell, "On the left", "quoted: Vladimir Putin")),
        (everything, choose(cell, "On the right", "the whole text")),
    ):
        assert_changes(cell, parts, action)
    panes = cell.locator(".reading-pane-text")
    expect(panes).to_have_count(2)
    cell.get_by_label("Look at").select_option("ceasefire")
    for pane in (panes.nth(0), panes.nth(1)):
        expect(pane.locator("mark").first).to_have_text("ceasefire")
    for theme in THEMES:
        change_theme(notebook, theme)
        assert_accessible(notebook, cell)

    cell.get_by_label("The same word is").select_option("upper and lower case are one")
    cell.get_by_label("On the right").select_option("general English")
    expect(panes).to_have_count(1)
    expect(cell.locator('p[role="status"]').last).to_contain_text("estimates and no text")
    cell.get_by_label("On the right").select_option("quoted: Vladimir Putin")
    expect(cell.get_by_role("alert")).to_contain_text("nothing to compare")
    notebook.expected_problems = notebook.problems()
