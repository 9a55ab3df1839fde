"""Widgets without a browser: what they hold and how they answer. tests/browser operates them."""

import threading

import pytest
from hypothesis import given, settings

from helpers import (
    Article,
    Span,
    choose_settings,
    explore_reading,
    explore_words,
    find_paragraphs,
    import_article,
    load_article,
    load_notes,
    read_settings,
    reading_pane,
    take_notes,
)
from helpers.annotation.notes import notes_path
from helpers.views.widgets.article_fields import find_corrections, values_of
from helpers.views.widgets.file_field import LARGEST
from helpers.views.widgets.problem import Problem, shown_in
from tests.conftest import GIVEN, INVENTED
from tests.strategies import TEXTS
from tests.text.loading import files

TEXT = "🔥 Talks began. “We talk,” Ana Silva said. The talks ended.\n\n“It is over,” Jo Poe wrote."


@pytest.mark.parametrize("text", ["", "…", "the of and"])
def test_widgets_open_on_texts_without_words(text):
    assert explore_words(text).word.value is None
    assert explore_reading(text).problem.value == ""


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_widgets_open_on_any_text_without_a_problem(text):
    for widget in (explore_words(text), explore_reading(text)):
        assert widget.problem.value == ""


def test_the_pane_scrolls_to_a_place_again_and_again_and_refuses_one_outside():
    pane = reading_pane(TEXT)
    pane.scroll_to(Span(2, 7))
    first = pane.target
    pane.scroll_to(Span(2, 7))
    assert pane.target != first
    with pytest.raises(ValueError, match="does not lie inside"):
        pane.scroll_to(Span(0, 999))
    pane.scroll_to()
    assert pane.target["spans"] == []


@pytest.mark.parametrize(
    "click", [{}, {"start": "0", "end": 1}, {"start": -1, "end": 1}, {"start": 0, "end": 10**9}]
)
def test_a_click_that_cannot_be_is_not_passed_on(click):
    clicked = []
    pane = reading_pane(TEXT)
    pane.on_click(clicked.append)
    pane.click = click
    assert clicked == []


def test_an_error_in_a_listener_of_the_pane_is_shown_and_the_other_listeners_are_called():
    heard = []
    pane = reading_pane(TEXT)
    pane.on_click(lambda span: 1 / len(span.of(TEXT)))
    pane.on_click(heard.append)
    pane.click = {"start": 2, "end": 2, "count": 1}
    assert "division by zero" in pane.problem
    pane.click = {"start": 2, "end": 7, "count": 2}
    assert pane.problem == ""
    assert heard == [Span(2, 2), Span(2, 7)]


def test_a_pane_can_show_some_paragraphs_alone():
    pane = reading_pane(TEXT)
    first, second = find_paragraphs(TEXT)
    pane.show_paragraphs(second)
    assert pane.paragraphs == [list(second)]
    pane.show_paragraphs()
    assert pane.paragraphs == [list(first), list(second)]


def test_the_reader_turns_the_paragraphs_one_by_one_and_stops_at_both_ends():
    widget = explore_reading(TEXT)
    first, second = find_paragraphs(TEXT)
    assert widget.pane.paragraphs == [list(first)]
    assert "Paragraph 1 of 2: 3 sentences, 10 words." in widget.summary.value
    widget.on.click()
    assert widget.paragraph.value == 2
    assert widget.pane.paragraphs == [list(second)]
    widget.on.click()
    assert "last paragraph" in widget.place.value
    widget.back.click()
    widget.back.click()
    assert "first paragraph" in widget.place.value
    assert widget.pane.paragraphs == [list(first)]


def test_a_sentence_tells_its_place_when_it_is_pointed_at_and_when_it_is_clicked():
    widget = explore_reading(TEXT)
    (short, *others) = widget.pane.layers
    assert short["name"] == "under 10 words"
    assert not any(layer["spans"] for layer in others)
    assert short["titles"][1].startswith("Paragraph 1, sentence 2: 5 words (3 to 7); code points")
    start, end = short["spans"][1]
    widget.pane.click = {"start": start, "end": end, "count": 1}
    assert short["titles"][1] in widget.place.value
    assert f"article.text[{start}:{end}]" in widget.place.value


def test_in_the_whole_article_a_click_also_moves_to_the_paragraph():
    widget = explore_reading(TEXT)
    widget.whole.value = True
    assert len(widget.pane.paragraphs) == 2
    at = TEXT.index("It is over")
    widget.pane.click = {"start": at, "end": at + 5, "count": 1}
    assert widget.paragraph.value == 2
    assert "Paragraph 2 of 2" in widget.summary.value
    assert "Paragraph 2, sentence 1" in widget.place.value


def test_settings_are_kept_only_when_the_article_can_be_read(workbook):
    widget = choose_settings()
    assert {path for _, path in widget.form.choices["article"]} == {GIVEN, *INVENTED}
    press(widget.form, article=INVENTED[0], reader="Blue <b>Heron</b>")
    assert read_settings() == (INVENTED[0], "Blue <b>Heron</b>")
    assert "Blue &lt;b&gt;Heron" in widget.answer.value
    (workbook / INVENTED[1]).write_bytes(b"")
    press(widget.form, article=INVENTED[1])
    assert "is empty" in widget.problem.value
    press(widget.form, article="../elsewhere.txt")
    assert "choose an article" in widget.problem.value
    assert read_settings().article == INVENTED[0]


def upload(widget, name, raw, size=None):
    """What file_field.js sends when a reader has chosen a file."""
    about = {"name": name, "size": len(raw) if size is None else size}
    widget.file._handle_custom_msg(about, [memoryview(raw)])


def press(form, **written):
    """What form.js sends when its button is pressed; fields not named are as they were filled."""
    values = {**form.values, **written}
    form._handle_custom_msg({"button": form.buttons[0], "values": values}, [])


HARBOUR = "# The harbour opens\n\nBy Ana Silva\n\nIt rained.\n\nNobody minded, and they stayed."


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt", files.TEXT.encode()),
        ("a.html", files.page().encode()),
        ("a.docx", files.docx()),
        ("a.pdf", files.pdf([[*files.PARAGRAPHS[1].split(". ")]], title=files.TITLE)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_of_every_format_is_understood_corrected_kept_and_used(name, raw, workbook):
    widget = import_article()
    assert widget.found.layout.display == "none"
    upload(widget, name, raw)
    assert widget.problem.value == ""
    assert widget.found.layout.display == ""
    assert "found in their boxes on Monday" in " ".join(widget.understood.value.split())
    assert "<summary>What was left out: " in widget.understood.value
    press(widget.fields, title="A headline of my own", published="2031-05-04")
    assert widget.problem.value == ""
    kept = read_settings().article
    assert kept.startswith("my_work/articles/")
    assert kept in widget.answer.value
    assert "Corrected by hand: title, published." in widget.answer.value
    article = load_article()
    assert (article.title, str(article.published)) == ("A headline of my own", "2031-05-04")
    assert article.origin.file == name
    assert {file.name for file in (workbook / "my_work" / "articles").glob("*.*[a-z]")} == {
        kept.rsplit("/", 1)[1]
    }


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("a.docx", b"PK\x03\x04 and nothing more", "a.docx"),
        ("a.pdf", b"%PDF-1.4 torn", "a.pdf"),
        ("a.txt", b"", "is empty"),
        ("a.odt", b"text", "ends in “.odt”"),
        ("../../a.odt", b"text", "a.odt ends in"),
        ("", b"text", "file"),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing_and_says_why(name, raw, says, workbook):
    before = read_settings()
    widget = import_article()
    upload(widget, name, raw)
    assert says in widget.problem.value
    press(widget.fields)
    assert read_settings() == before
    assert not (workbook / "my_work" / "articles").exists()


def test_a_damaged_file_leaves_the_one_before_as_it_was():
    widget = import_article()
    upload(widget, "a.md", HARBOUR.encode())
    shown = widget.understood.value
    upload(widget, "b.pdf", b"%PDF-1.4 torn")
    assert "b.pdf" in widget.problem.value
    assert (widget.understood.value, widget.fields.values["title"]) == (shown, "The harbour opens")
    press(widget.fields)
    assert load_article().byline == "Ana Silva"


def test_a_file_over_the_limit_is_told_another_way():
    widget = import_article()
    upload(widget, "long.txt", b"", size=LARGEST + 1)
    assert "long.txt has 6.0 MB" in widget.problem.value
    assert "load_article(&quot;my_work/long.txt&quot;)" in widget.problem.value


def test_a_pasted_text_is_kept_as_it_came():
    widget = import_article()
    press(widget.pasted, title="Rain")
    assert "no words" in widget.problem.value
    text = "It <b>rained</b>.\n\nWe stayed."
    press(widget.pasted, title="Rain", text=text)
    assert widget.problem.value == ""
    assert "<b>rained" not in widget.understood.value
    press(widget.fields)
    assert (load_article().text, load_article().title) == (text, "Rain")


@pytest.mark.parametrize("address", ["", "seeds/README.md", "file:///etc/passwd", "ftp://a.b"])
def test_what_is_no_web_address_is_not_fetched(address):
    widget = import_article()
    press(widget.page, address=address)
    assert "is no web address" in widget.problem.value


def test_addresses_of_this_machine_are_refused_in_the_widget():
    widget = import_article()
    press(widget.page, address="http://127.0.0.1:1/a")
    assert "127.0.0.1" in widget.problem.value
    assert widget.found.layout.display == "none"


def test_a_date_that_is_none_is_refused_and_nothing_is_kept(workbook):
    widget = import_article()
    upload(widget, "a.md", HARBOUR.encode())
    press(widget.fields, published="4 May")
    assert "“4 May” is no date" in widget.problem.value
    assert read_settings().article == GIVEN
    press(widget.fields, published=" ")
    assert load_article().published is None


def test_what_a_field_cannot_show_is_no_correction():
    article = Article("It rained.", title=" Rain\nagain \ud800", byline="Ana\u00a0Silva")
    shown = values_of(article)
    assert shown["title"] == " Rain again \ufffd"
    assert find_corrections(article, shown) == {}
    assert find_corrections(article, shown | {"byline": "Ana Silva "}) == {"byline": "Ana Silva"}


def test_answers_are_kept_as_they_are_written_and_are_there_again_the_next_time():
    article = load_article()
    widget = take_notes(article, ["Who?", "When?"])
    widget.answers = {"Who?": "The harbour 🔥", "When?": "", "made up": "no", "Who else?": 3}
    assert widget.status.startswith("Kept in my_work/notes/")
    assert load_notes(article) == {"Who?": "The harbour 🔥"}
    again = take_notes(article, ["Where?", "Who?"])
    assert again.answers == {"Where?": "", "Who?": "The harbour 🔥"}
    again.answers = {"Where?": "Here", "Who?": "The harbour 🔥"}
    assert load_notes(article) == {"Who?": "The harbour 🔥", "Where?": "Here"}


def test_answers_that_cannot_be_kept_are_said_not_to_be_kept():
    article = load_article()
    widget = take_notes(article, ["Who?"])
    notes_path(article).write_text("torn")
    widget.answers = {"Who?": "Ana"}
    assert widget.status == "Not kept."
    assert "is damaged" in widget.problem
    assert notes_path(article).read_text() == "torn"


def test_an_exception_in_a_callback_is_shown_and_goes_when_all_is_well_again():
    problem = Problem()

    def callback(number):
        return 1 / number

    guarded = shown_in(problem, callback)
    guarded(0)
    assert "division by zero" in problem.value
    guarded(1)
    assert problem.value == ""


def test_a_callback_waits_until_the_one_before_it_is_done():
    done, began, may_end = [], threading.Event(), threading.Event()

    def slow():
        began.set()
        may_end.wait(5)
        done.append("the first")

    first = threading.Thread(target=shown_in(Problem(), slow))
    second = threading.Thread(target=shown_in(Problem(), lambda: done.append("the second")))
    first.start()
    began.wait(5)
    second.start()
    second.join(0.1)  # long enough for it, if it did not wait
    may_end.set()
    first.join()
    second.join()
    assert done == ["the first", "the second"]


def test_two_widgets_on_one_article_do_not_share_their_state():
    one, other = explore_words(Article(TEXT)), explore_words(Article(TEXT))
    one.word.value = "ended"
    assert other.word.value == "talks"


def test_paragraphs_keep_their_numbers_where_only_some_are_shown():
    pane = reading_pane("One.\n\nTwo.\n\nThree.")
    assert pane.numbers == [1, 2, 3]
    pane.show_paragraphs(Span(12, 18))
    assert (pane.numbers, pane.paragraphs) == ([3], [[12, 18]])
    pane.show_paragraphs()
    assert pane.numbers == [1, 2, 3]
