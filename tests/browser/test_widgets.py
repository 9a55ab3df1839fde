"""Each widget, operated by mouse and keyboard in a real JupyterLab, and its change seen."""

import json
import time
import tomllib

import pytest
from playwright.sync_api import expect

from tests.browser.accessible import assert_accessible
from tests.browser.running_lab import PATIENCE
from tests.conftest import INVENTED
from tests.invented_files import ENDINGS, LIBRARY

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


def control(cell, label):
    """The control that a reader finds by its label."""
    return cell.get_by_label(label, exact=False).first


def test_settings_chosen_in_notebook_00_are_kept_on_disk(open_notebook, lab):
    notebook = open_notebook("00_start_here")
    expect(notebook.cell("check-installation")).to_contain_text("Everything is in place.")
    cell = notebook.cell("choose-settings")
    control(cell, "Article").select_option(
        label=control(cell, "Article").locator("option").nth(1).inner_text()
    )
    chosen = control(cell, "Article").locator("option:checked").inner_text()
    control(cell, "Pseudonym").fill("Blue Heron")
    cell.get_by_role("button", name="Keep").click()
    expect(cell).to_contain_text("Kept. This workbook now reads")
    expect(cell).to_contain_text("Blue Heron")
    # Who is used to Shift+Enter loses nothing: it sends the form instead of running the cell.
    control(cell, "Pseudonym").fill("Grey Otter")
    control(cell, "Pseudonym").press("Shift+Enter")
    expect(cell).to_contain_text("Grey Otter")
    settings = tomllib.loads((lab.folder / "my_work" / "workbook.toml").read_text("utf-8"))
    assert settings["reader"] == "Grey Otter"
    assert settings["article"] in INVENTED
    assert chosen.split(" · ")[0] in cell.inner_text()
    assert_accessible(notebook, cell)


def test_the_reader_turns_paragraphs_and_tells_places_without_a_mouse(open_code):
    notebook = open_code(
        "from helpers import explore_reading, load_article", "explore_reading(load_article())"
    )
    cell = notebook.cell("cell-1")
    text = cell.locator(".reading-pane-text")
    expect(text.locator("p")).to_have_count(1)
    expect(text).to_contain_text("Russian President Vladimir Putin on Sunday")

    cell.get_by_role("button", name="Next paragraph").focus()
    notebook.page.keyboard.press("Space")
    expect(cell).to_contain_text("Paragraph 2 of 25: 1 sentence, 32 words.")
    expect(text).to_contain_text("The leaders of Ukraine, Britain")
    expect(text.locator("p")).to_have_count(1)
    cell.get_by_role("slider").focus()
    notebook.page.keyboard.press("End")
    expect(cell).to_contain_text("Paragraph 25 of 25: 2 sentences")
    expect(cell.locator(".reading-pane-legend")).to_contain_text("10 to 19 words (1)")

    mark = text.locator("mark").last
    place = "Paragraph 25, sentence 2: 9 words (664 to 672); code points"
    assert mark.get_attribute("title").startswith(place)
    mark.focus()
    notebook.page.keyboard.press("Enter")
    expect(cell.get_by_role("status").last).to_contain_text(place)
    expect(cell.locator(".reading-pane-target")).to_have_text(
        "But Trump has recently expressed growing impatience with Putin."
    )

    control(cell, "show the whole article").check()
    expect(text.locator("p")).to_have_count(25)
    text.locator("mark").nth(1).click()
    expect(cell).to_contain_text("Paragraph 2, sentence 1: 32 words (33 to 64)")
    expect(cell.get_by_role("slider")).to_have_value("2")
    assert_accessible(notebook, cell)


def test_answers_are_kept_as_they_are_written_and_come_back(open_code, lab):
    questions = "take_notes(load_article(), ['Who publishes this?', 'Why?'])"
    notebook = open_code("from helpers import load_article, take_notes", questions)
    cell = notebook.cell("cell-1")
    first = cell.get_by_label("Who publishes this")
    began = time.perf_counter()
    first.press_sequentially("An agency, said dd. 🔥")  # "dd" would delete the cell
    expect(cell.get_by_role("status")).to_contain_text("Kept in my_work/notes/")
    print(f"\nlast key to kept: {1000 * (time.perf_counter() - began):.0f} ms, typing included")
    (kept,) = (lab.folder / "my_work" / "notes").glob("[!.]*.json")
    assert "An agency, said dd. 🔥" in kept.read_text("utf-8")
    assert_accessible(notebook, cell)
    first.press("Shift+Enter")
    expect(first).not_to_be_focused()
    expect(first).to_have_value("An agency, said dd. 🔥")  # without another line
    notebook.page.keyboard.press("Shift+Enter")
    expect(cell.locator(".jp-InputPrompt")).to_have_text("[3]:")
    expect(first).to_have_value("An agency, said dd. 🔥")


def test_an_article_of_ones_own_is_uploaded_corrected_and_used(open_notebook, lab):
    notebook = open_notebook("06_your_own_article")
    cell = notebook.cell("do-import")
    settings = lab.folder / "my_work" / "workbook.toml"
    for ending in ENDINGS:
        name, raw = f"library{ending}", LIBRARY.file(ending)
        began = time.perf_counter()
        cell.get_by_label("File").set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": raw}
        )
        expect(cell.get_by_role("cell", name=name, exact=True)).to_be_visible()
        print(f"\n{name} chosen to shown: {1000 * (time.perf_counter() - began):.0f} ms")
        expect(cell.get_by_role("cell", name=LIBRARY.title, exact=True)).to_be_visible()
        expect(cell.get_by_label("Title")).to_have_value(LIBRARY.title)

        cell.get_by_label("Byline").fill(f"Reader of {name}")
        cell.get_by_role("button", name="Use this article").click()
        expect(cell).to_contain_text("All notebooks now read")
        used = tomllib.loads(settings.read_text("utf-8"))["article"]
        assert used.startswith("my_work/articles/")
        kept = json.loads((lab.folder / used).read_text("utf-8"))
        assert (kept["title"], kept["byline"]) == (LIBRARY.title, f"Reader of {name}")

    before = settings.read_bytes()
    cell.get_by_label("File").set_input_files(
        {"name": "torn.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 torn"}
    )
    expect(cell.get_by_role("alert")).to_contain_text("torn.pdf")
    assert settings.read_bytes() == before
    notebook.expected_problems = notebook.problems()

    cell.get_by_text("What was left out").click()
    cell.get_by_text("The text, to look through").press("Enter")
    expect(cell.get_by_text("Then ask a third time").first).to_be_visible()
    assert_accessible(notebook, cell)


IMPORT = "from helpers import import_article\nimport_article()"


def test_a_file_over_the_limit_stays_in_the_browser_and_python_goes_on_answering(open_code):
    notebook = open_code(IMPORT)
    cell = notebook.cell("cell-0")
    cell.get_by_label("File").set_input_files(
        {"name": "long.txt", "mimeType": "text/plain", "buffer": b"a " * 6_000_000}
    )
    expect(cell.get_by_role("alert")).to_contain_text("long.txt has 12.0 MB")
    notebook.expected_problems = notebook.problems()
    cell.get_by_label("File").set_input_files(
        {"name": "large.txt", "mimeType": "text/plain", "buffer": b"It rains. " * 599_000}
    )
    large = cell.get_by_role("cell", name="large.txt", exact=True)
    expect(large).to_be_visible(timeout=PATIENCE)


def test_a_text_is_pasted_by_keyboard_alone(open_code):
    notebook = open_code(IMPORT, "article = 1")  # which a key that escapes could change
    before = notebook.sources()
    cell = notebook.cell("cell-0")
    cell.get_by_label("Headline").focus()
    for key in ("Rain", "Tab", "It rained all day.", "Tab", "Enter"):
        if key in ("Tab", "Enter"):
            notebook.page.keyboard.press(key)
        else:
            notebook.page.keyboard.type(key)
    expect(cell.get_by_label("Title")).to_have_value("Rain")
    assert notebook.sources() == before


PANE = """
from helpers import Article, Span, reading_pane
import ipywidgets
text = "🔥 One 👩🏽‍🚒 two cafe\\u0301 שלום.\\n\\n<script>window.hacked = 1</script><b>bold</b> end."
article = Article(text, title="A test")
words = [Span(text.index(w), text.index(w) + len(w)) for w in ("One", "cafe\\u0301", "שלום", "end")]
pane = reading_pane(article, words)
said = ipywidgets.HTML()
pane.on_click(lambda span: setattr(said, "value", f"clicked: {span.of(text)!r} at {span.start}"))
ipywidgets.VBox([pane, said])
"""


def test_the_pane_gives_back_the_right_words_after_emoji_by_mouse_and_by_keyboard(open_code):
    notebook = open_code(PANE, "pane.scroll_to(words[3])")
    cell = notebook.cell("cell-0")
    marks = cell.locator(".reading-pane-text mark")
    assert marks.all_inner_texts() == ["One", "cafe\u0301", "שלום", "end"]
    marks.nth(1).click()
    expect(cell).to_contain_text("clicked: 'cafe\u0301'")
    marks.nth(2).focus()
    notebook.page.keyboard.press("Enter")
    expect(cell).to_contain_text("clicked: 'שלום'")
    notebook.page.keyboard.press("Tab")
    notebook.page.keyboard.press("Space")
    expect(cell).to_contain_text("clicked: 'end'")
    expect(cell.locator(".reading-pane-target")).to_have_text("end")
    assert_accessible(notebook, cell)


def test_markup_in_an_article_is_shown_and_never_run(open_code):
    shown = "from helpers import highlight, table, find_quotes\nhighlight(article, words)"
    notebook = open_code(PANE, shown)
    for cell in ("cell-0", "cell-1"):
        expect(notebook.cell(cell)).to_contain_text("<script>window.hacked = 1</script><b>bold</b>")
    assert notebook.page.evaluate("window.hacked === undefined")


def test_typing_in_the_pane_leaves_the_notebook_alone(open_code):
    notebook = open_code(PANE)
    before = notebook.sources()
    notebook.cell("cell-0").locator(".reading-pane-text mark").first.focus()
    for key in ("a", "b", "x", "d", "d", "m", "Delete"):
        notebook.page.keyboard.press(key)
    assert notebook.sources() == before


def test_two_panes_on_one_page_do_not_disturb_each_other(open_code):
    # Names of its own for the second: both cells run in one kernel.
    notebook = open_code(
        PANE,
        PANE.replace("said", "heard")
        .replace("pane = ", "other = ")
        .replace("pane.", "other.")
        .replace("[pane,", "[other,"),
    )
    notebook.cell("cell-1").locator(".reading-pane-text mark").first.click()
    expect(notebook.cell("cell-1")).to_contain_text("clicked: 'One'")
    output = notebook.cell("cell-0").locator(".jp-OutputArea").first
    assert "clicked" not in output.inner_text()


def test_a_request_that_leaves_the_machine_is_noticed_by_these_tests(open_code):
    notebook = open_code("1")
    notebook.page.evaluate("fetch('http://news.example/').catch(() => {})")
    notebook.expected_problems = notebook.problems()
    assert notebook.expected_problems == ["left the machine: http://news.example/"]


def test_an_error_in_a_callback_is_seen_by_the_reader_and_by_these_tests(open_code):
    notebook = open_code(
        """
        from helpers import explore_words
        widget = explore_words("talks talks")
        widget._look_at_word = lambda: 1 / 0
        widget
        """.replace("\n        ", "\n"),
        """
        import ipywidgets
        button = ipywidgets.Button(description="Unguarded")
        button.on_click(lambda _: [][1])
        button
        """.replace("\n        ", "\n"),
    )
    cell = notebook.cell("cell-0")
    control(cell, "count small words").check()
    expect(cell.get_by_role("alert")).to_contain_text("division by zero")
    notebook.cell("cell-1").get_by_role("button", name="Unguarded").click()
    notebook.page.wait_for_function("window.kernelErrors.length > 0")
    notebook.expected_problems = notebook.problems()
    assert [problem.split(":")[0] for problem in notebook.expected_problems] == [
        "IndexError",
        "That did not work",
    ]


# The tests of single widgets open the others.
@pytest.mark.parametrize("name", ["02_annotating", "03_word_frequency"])
def test_the_other_notebooks_show_their_article_in_the_browser(open_notebook, name):
    notebook = open_notebook(name)
    text = notebook.panel.locator(".reading-pane-text:not(.annotate-headline)").first
    expect(text).to_contain_text("Istanbul")
