"""The annotator without a browser: what it answers to what the browser may send."""

import errno
import os
import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import Article, annotate, load_article, open_journal
from helpers.annotation.codebook import load_codebook
from helpers.annotation.line_file import LineFile
from helpers.text.span import Span
from helpers.views.widgets.annotate import LONGEST_COMMENT, MOST_PARTS
from tests.conftest import INVENTED

TEXT = "🔥 Mara Quillan said the boats were safe.\n\nShe said so twice."
ARTICLE = Article(TEXT, title="Boats are safe, says harbour")


def new_id():
    return secrets.token_hex(6)


class Browser:
    """What the widget's script would send, and what it would get."""

    def __init__(self, widget, monkeypatch):
        self.widget = widget
        self.answers = []
        monkeypatch.setattr(type(widget), "send", lambda _, message: self.answers.append(message))

    def send(self, **content):
        """The answer to a request with a number of its own."""
        content = {"request": new_id(), **content}
        self.widget._received(None, content, [])
        assert self.answers[-1]["answer"] == content["request"]
        return self.answers[-1]

    def add(self, words="Mara Quillan", label="source", **fields):
        mark = mark_on(words, label, **fields)
        answer = self.send(action="add", mark=mark)
        assert "problem" not in answer, answer
        return mark

    @property
    def marks(self):
        return self.widget.state["marks"]


def mark_on(words, label="source", **fields):
    start = TEXT.index(words)
    return {
        "id": new_id(),
        "label": label,
        "place": "text",
        "spans": [[start, start + len(words)]],
        "comment": "",
        "values": [],
        "links": [],
        **fields,
    }


@pytest.fixture
def browser(monkeypatch):
    return Browser(annotate(ARTICLE, reader="Heron"), monkeypatch)


def content_of(mark):
    return {name: mark[name] for name in ("id", "label", "spans", "comment", "values")}


def change(browser, mark, **fields):
    now = next(m for m in browser.marks if m["id"] == mark["id"])
    return browser.send(action="change", mark={**content_of(now), **fields}, was=content_of(now))


def test_an_edit_is_acknowledged_only_once_it_is_on_the_disk(browser, monkeypatch):
    on_disk = []
    monkeypatch.setattr(
        type(browser.widget),
        "send",
        lambda widget, message: on_disk.append(widget.journal.path.read_text("utf-8")),
    )
    mark = mark_on("Mara Quillan")
    browser.widget._received(None, {"request": new_id(), "action": "add", "mark": mark}, [])
    assert mark["id"] in on_disk[0]


def test_marks_come_back_when_the_cell_is_run_again_and_can_still_be_undone(browser, monkeypatch):
    browser.add(comment="who?")
    browser.add("said", "cue")
    again = Browser(annotate(ARTICLE, reader="Heron"), monkeypatch)
    assert again.marks == browser.marks
    assert again.widget.state["can_undo"]
    again.send(action="undo")
    assert [mark["label"] for mark in again.marks] == ["source"]
    assert again.widget.state["can_redo"]


def test_a_mark_records_reader_codebook_and_that_it_was_made_blind(browser):
    browser.add()
    (mark,) = browser.widget.annotations
    assert (mark.reader, mark.codebook, mark.blind) == ("Heron", "first lesson", True)
    assert mark.spans == (Span(2, 14),)


def test_the_headline_is_marked_in_its_own_text(browser):
    browser.send(action="add", mark={**mark_on("said"), "place": "headline", "spans": [[21, 28]]})
    (mark,) = browser.widget.annotations
    assert mark.words_in(ARTICLE) == ("harbour",)


def test_findings_are_in_the_browser_only_after_the_reader_asked_and_marks_tell(monkeypatch):
    found = annotate(ARTICLE, reader="Heron").annotations
    widget = annotate(
        ARTICLE, reader="Otter", findings=[*found, open_journal(ARTICLE).add(_finding())]
    )
    browser = Browser(widget, monkeypatch)
    browser.add()
    assert widget.has_findings
    assert widget.state["findings"] is None
    browser.send(action="findings")
    assert widget.state["findings"] == [{"role": "words", "spans": [[15, 19]]}]
    browser.add("said", "cue")
    assert [mark.blind for mark in widget.annotations] == [True, False]
    later = Browser(annotate(ARTICLE, reader="Otter", findings=[_finding()]), monkeypatch)
    later.add("boats")
    assert later.widget.annotations[-1].blind is False


def _finding():
    from helpers import mark

    return mark(TEXT, "said", "cue", occurrence=1, reader="machine")


def test_marks_are_changed_linked_removed_and_all_of_it_undone(browser):
    source, cue = browser.add(), browser.add("said", "cue")
    change(browser, source, comment="Who is she?", spans=[[2, 6]])
    browser.send(action="link", ids=[source["id"], cue["id"]])
    assert [mark["links"] for mark in browser.marks] == [[cue["id"]], [source["id"]]]
    browser.send(action="remove", id=source["id"])
    assert [mark["links"] for mark in browser.marks] == [[]]
    for _ in range(3):
        browser.send(action="undo")
    assert [(m["comment"], m["spans"], m["links"]) for m in browser.marks] == [
        ("", [[2, 14]], []),
        ("", [[15, 19]], []),
    ]
    browser.send(action="unlink", ids=[source["id"], cue["id"]])
    assert "nothing to redo" not in browser.answers[-1].get("problem", "")


def test_a_new_mark_can_be_linked_at_once_with_marks_that_are_there(browser):
    source = browser.add()
    browser.add("said", "cue", links=[source["id"], new_id(), "nonsense", 7])
    assert [len(mark["links"]) for mark in browser.marks] == [1, 1]


def test_a_request_that_comes_twice_is_done_once(browser):
    content = {"request": new_id(), "action": "add", "mark": mark_on("said", "cue")}
    assert browser.send(**content) == browser.send(**content)
    repeated = browser.send(**{**content, "request": new_id()})  # by the widget after a restart
    assert repeated["id"] == content["mark"]["id"]
    assert len(browser.marks) == 1
    removal = {"action": "remove", "id": content["mark"]["id"]}
    assert "problem" not in browser.send(**removal)
    assert "problem" not in browser.send(**removal)
    assert browser.marks == []


def test_a_change_of_a_mark_that_was_changed_elsewhere_is_refused_and_says_so(browser, monkeypatch):
    mark = browser.add()
    elsewhere = Browser(annotate(ARTICLE, reader="Heron"), monkeypatch)
    change(elsewhere, mark, comment="from the other notebook")
    answer = browser.send(
        action="change", mark={**content_of(mark), "comment": "mine"}, was=content_of(mark)
    )
    assert "changed elsewhere" in answer["problem"]
    assert browser.marks[0]["comment"] == "from the other notebook"


def test_what_somebody_else_added_comes_with_the_next_edit_or_refresh(browser, monkeypatch):
    other = Browser(annotate(ARTICLE, reader="Heron"), monkeypatch)
    other.add("boats", "content")
    browser.send(action="refresh")
    assert [mark["label"] for mark in browser.marks] == ["content"]
    other.add("twice", "content")
    browser.add("said", "cue")
    assert len(browser.marks) == 3


BAD_MARKS = {
    "no dict": "mark",
    "none": None,
    "no id": {**mark_on("said"), "id": "x"},
    "no label": {**mark_on("said"), "label": None},
    "unknown label": {**mark_on("said"), "label": "nonsense"},
    "outside": {**mark_on("said"), "spans": [[0, len(TEXT) + 1]]},
    "far outside": {**mark_on("said"), "spans": [[10**30, 10**31]]},
    "negative": {**mark_on("said"), "spans": [[-5, -1]]},
    "empty": {**mark_on("said"), "spans": [[3, 3]]},
    "reversed": {**mark_on("said"), "spans": [[5, 3]]},
    "no spans": {**mark_on("said"), "spans": []},
    "bools": {**mark_on("said"), "spans": [[False, True]]},
    "floats": {**mark_on("said"), "spans": [[0.0, 4.0]]},
    "texts": {**mark_on("said"), "spans": ["ab"]},
    "triples": {**mark_on("said"), "spans": [[1, 2, 3]]},
    "too many parts": {**mark_on("said"), "spans": [[n, n + 1] for n in range(MOST_PARTS + 1)]},
    "comment no text": {**mark_on("said"), "comment": 5},
    "comment too long": {**mark_on("said"), "comment": "a" * (LONGEST_COMMENT + 1)},
    "values": {**mark_on("said"), "values": [["kind", 5]]},
    "values flat": {**mark_on("said"), "values": ["kind"]},
    "place": {**mark_on("said"), "place": "footnote"},
    "place no text": {**mark_on("said"), "place": ["text"]},
    "links": {**mark_on("said"), "links": "all"},
}


@pytest.mark.parametrize("mark", BAD_MARKS.values(), ids=BAD_MARKS)
@pytest.mark.parametrize("action", ["add", "change"])
def test_what_is_no_mark_is_refused_in_words_and_changes_nothing(browser, action, mark):
    if action == "change" and isinstance(mark, dict):
        there = browser.add()
        if mark["id"] != "x":
            mark = {**mark, "id": there["id"]}
        if mark.get("place") != "text" or mark.get("links"):
            return  # neither can be changed: the journal keeps them
    before = browser.widget.annotations
    answer = browser.send(action=action, mark=mark, was=browser.marks[0] if browser.marks else {})
    assert answer["problem"].startswith("That did not work: ")
    assert browser.widget.annotations == before


@pytest.mark.parametrize(
    "content",
    [
        {"action": "explode"},
        {"action": None},
        {},
        {"action": "link", "ids": ["aaaaaaaaaaaa", "bbbbbbbbbbbb"]},
        {"action": "link", "ids": ["aaaaaaaaaaaa"]},
        {"action": "link", "ids": "ab"},
        {"action": "link", "ids": [["a"], {}]},
        {"action": "undo"},
        {"action": "redo"},
        {"action": "find", "words": 5, "place": "text"},
        {"action": "find", "words": "said", "place": "text", "occurrence": "2"},
        {"action": "find", "words": "twice", "place": "footnote"},
        {"action": "find", "words": "twice", "place": ["text"]},
        {"action": "find", "words": "nowhere to be found", "place": "text"},
        {"action": "find", "words": "", "place": "text"},
    ],
    ids=str,
)
def test_a_request_that_cannot_be_done_is_answered_with_why(browser, content):
    assert browser.send(**content)["problem"].startswith("That did not work: ")
    assert browser.marks == []


@pytest.mark.parametrize("content", [None, 5, "add", [], {}, {"request": 5}, {"request": "a" * 99}])
def test_a_message_without_a_number_is_not_answered(browser, content):
    browser.widget._received(None, content, [])
    assert browser.answers == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ("id", "label", "place", "spans", "comment", "values", "links", "was", "ids", "words")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["add", "change", "remove", "link", "unlink", "find", "refresh"]),
    st.dictionaries(st.sampled_from(FIELDS), JSON),
    st.dictionaries(st.sampled_from([*FIELDS, "mark", "occurrence"]), JSON),
)
def test_no_message_whatever_raises_or_makes_a_mark_that_lies_outside(action, mark, content):
    widget = annotate(ARTICLE, reader="Fuzz")
    answers = []
    widget.send = answers.append
    mark = {**mark_on("said"), **mark}
    widget._received(None, {"mark": mark, **content, "action": action, "request": new_id()}, [])
    assert len(answers) == 1
    for kept in widget.annotations:
        assert all(0 <= start < end <= len(TEXT) for start, end in kept.spans)


@pytest.mark.parametrize(
    ("words", "occurrence", "place", "span"),
    [
        ("Mara Quillan", None, "text", [2, 14]),
        ("said", 2, "text", [46, 50]),
        ("  twice ", None, "text", [54, 59]),
        ("says harbour", None, "headline", [16, 28]),
    ],
)
def test_pasted_words_are_found_in_text_or_headline(browser, words, occurrence, place, span):
    answer = browser.send(action="find", words=words, occurrence=occurrence, place=place)
    assert (answer["place"], answer["span"]) == (place, span)


def test_pasted_words_that_occur_more_than_once_ask_which(browser):
    assert "occurs 2 times" in browser.send(action="find", words="said", place="text")["problem"]


def test_before_any_words_are_pasted_they_are_asked_for(browser):
    answer = browser.send(action="find", words=" ", place="text")
    assert "paste the words first" in answer["problem"]


def test_a_protected_workbook_can_be_read_and_the_first_edit_says_why_it_is_not_kept(
    workbook, monkeypatch
):
    def refuse(self, *_, **__):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    browser = Browser(annotate(ARTICLE, reader="Heron"), monkeypatch)
    answer = browser.send(action="add", mark=mark_on("said", "cue"))
    assert answer["is_kept"]
    assert "There is no folder" in answer["problem"]
    assert browser.marks == []
    assert not (workbook / "my_work").exists()


def test_a_full_disk_is_told_and_the_browser_keeps_the_edit(browser, monkeypatch):
    browser.add()
    before = browser.marks

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    mark = mark_on("said", "cue")
    with monkeypatch.context() as context:
        context.setattr(LineFile, "append", full)
        answer = browser.send(action="add", mark=mark)
    assert answer["is_kept"]
    assert "No space left" in answer["problem"]
    assert browser.marks == before
    assert "problem" not in browser.send(action="add", mark=mark, request=answer["answer"])
    assert len(browser.marks) == 2


def test_a_journal_of_another_text_is_refused_before_anything_is_shown(browser):
    browser.add()
    with pytest.raises(ValueError, match="belongs to the text"):
        annotate(load_article(INVENTED[0]), path=browser.widget.journal.path)


def test_two_readers_of_one_text_do_not_share_their_marks(browser, monkeypatch):
    browser.add()
    other = Browser(annotate(ARTICLE, reader="Otter"), monkeypatch)
    assert other.marks == []


def test_a_label_has_a_line_that_no_other_of_its_layer_has():
    widget = annotate(ARTICLE, "news close reading")
    codebook = load_codebook("news close reading")
    labels = widget.codebook["labels"]
    assert [label["name"] for label in labels] == [label.name for label in codebook.labels]
    looks = [(label["layer"], label["colour"], label["line"]) for label in labels]
    assert len({*looks}) == len(looks)


@pytest.mark.parametrize("text", ["", "…", "\n\n", "🔥", "a\ud800b"])
def test_any_text_can_be_opened(text):
    widget = annotate(text)
    assert widget.annotations == ()
    assert len(widget.text) == len(text)


PARTS = Article("One said a.\n\nTwo said b.\n\nThree said c.\n\nFour said d.", title="Said")


def open_part(monkeypatch, *numbers, text=PARTS):
    """An annotator that is to mark the paragraphs with these numbers, counted from 0."""
    within = [text.paragraphs[number] for number in numbers]
    return Browser(annotate(text, reader="Heron", within=within), monkeypatch)


def add_to_part(browser, words, **fields):
    start = PARTS.text.index(words)
    mark = {**mark_on("said", "cue"), "spans": [[start, start + len(words)]], **fields}
    return mark, browser.send(action="add", mark=mark)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Three", id="below the part"),
        pytest.param("b.\n\nThree", id="over its end"),
        pytest.param("Four said d.", id="the last words"),
    ],
)
def test_what_stands_outside_the_part_to_mark_is_refused_in_words(monkeypatch, words):
    browser = open_part(monkeypatch, 0, 1)
    _, answer = add_to_part(browser, words)
    assert "outside the part to mark" in answer["problem"]
    assert browser.marks == []


def test_inside_the_part_to_mark_anything_is_marked_also_over_two_paragraphs(monkeypatch):
    browser = open_part(monkeypatch, 1, 0, 3)
    assert browser.widget.within == [[0, PARTS.paragraphs[1].end], [*PARTS.paragraphs[3]]]
    for words in ("One", "a.\n\nTwo", "Four said d."):
        _, answer = add_to_part(browser, words)
        assert "problem" not in answer
    assert len(browser.marks) == 3


def test_the_headline_is_no_part_of_the_paragraphs_to_mark(monkeypatch):
    browser = open_part(monkeypatch, 0)
    mark = {**mark_on("said"), "place": "headline", "spans": [[0, 4]]}
    assert "outside the part to mark" in browser.send(action="add", mark=mark)["problem"]


def test_a_mark_that_was_made_outside_the_part_is_shown_and_only_its_words_are_fixed(monkeypatch):
    whole = Browser(annotate(PARTS, reader="Heron"), monkeypatch)
    mark, _ = add_to_part(whole, "Three")
    browser = open_part(monkeypatch, 0)
    assert [shown["id"] for shown in browser.marks] == [mark["id"]]
    assert "problem" not in change(browser, mark, comment="seen before")
    start = PARTS.text.index("Four")
    moved = change(browser, mark, spans=[[start, start + 4]])
    assert "outside the part to mark" in moved["problem"]
    assert "problem" not in browser.send(action="remove", id=mark["id"])


def test_a_part_that_does_not_lie_in_the_text_is_refused_at_once():
    with pytest.raises(ValueError, match="does not lie inside this text"):
        annotate(ARTICLE, within=[Span(0, 10_000)])


@pytest.mark.parametrize("text", ["", "🔥", "One paragraph.", "a\n\nb"])
def test_an_article_of_fewer_paragraphs_can_be_opened_with_eight_of_them(text):
    article = Article(text)
    widget = annotate(article, within=article.paragraphs[:8])
    assert [Span(*area).of(text) for area in widget.within] == ([text] if text else [])


def test_what_is_changed_after_the_findings_were_seen_is_no_longer_blind(monkeypatch):
    browser = Browser(annotate(ARTICLE, reader="Heron", findings=[_finding()]), monkeypatch)
    seen, unseen = browser.add(), browser.add("boats", "content")
    browser.send(action="findings")
    change(browser, seen, spans=[[2, 6]])
    change(browser, unseen, comment="only a comment")
    assert [mark.blind for mark in browser.widget.annotations] == [False, True]


def test_that_the_findings_were_seen_is_known_to_every_notebook_without_a_mark(monkeypatch):
    before = Browser(annotate(ARTICLE, reader="Heron"), monkeypatch)
    browser = Browser(annotate(ARTICLE, reader="Heron", findings=[_finding()]), monkeypatch)
    browser.send(action="findings")
    before.add()
    Browser(annotate(ARTICLE, reader="Heron"), monkeypatch).add("said", "cue")
    assert [mark.blind for mark in before.widget.journal.annotations] == [False]
    assert all(mark.blind is False for mark in annotate(ARTICLE, reader="Heron").annotations)
