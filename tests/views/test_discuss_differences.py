"""Arguing with the machine, without a browser: nothing is shown before it is asked for."""

import dataclasses
import errno
import os

import pytest

from helpers import annotate, discuss_differences, find_quotes, load_article, mark, open_journal
from helpers.annotation.journal import journal_path
from helpers.annotation.seen import has_seen
from helpers.text.article import Article
from helpers.views.kept_verdicts import load_verdicts
from helpers.views.widgets.discuss_differences import AGAIN, CHOOSE, SHOW, VERDICTS, VERDICTS_ALONE
from tests.conftest import GIVEN, INVENTED

ARTICLE = Article(
    "“We <b>waited</b>,” said Ana Silva. The “dawn boat” was late.\n\n"
    "The harbour office warned that the pier was old. Bo Lind wrote that it was safe.",
    title="The lamp 🔥",
)


def mark_own(*pairs):
    journal = open_journal(ARTICLE)
    for words, label in pairs:
        journal.add(dataclasses.replace(mark(ARTICLE, words, label), blind=True))
    return journal


def reveal(widget):
    widget.button.click()
    return widget


def keep(widget, number=1, **written):
    form = widget.arguments.children[number - 1].form
    values = {"verdict": CHOOSE, "reason": "", **written}
    form._received(None, {"button": f"Keep verdict {number}", "values": values}, [])


def shown(widget):
    parts = [one.description.value + one.kept.value for one in widget.arguments.children]
    return widget.answer.value + "".join(parts)


@pytest.fixture
def marked():
    return mark_own(("“We <b>waited</b>,”", "content"), ("said", "cue"), ("dawn boat", "content"))


def test_nothing_that_the_machine_found_is_shown_before_the_reader_asks(marked):
    widget = discuss_differences(ARTICLE)
    assert widget.button.description == SHOW
    assert widget.discussion is None
    assert widget.arguments.children == ()
    assert "You have made 3 marks in this part." in widget.answer.value
    assert not has_seen(marked.path)


def test_what_was_seen_stays_on_record_and_later_marks_are_not_blind(marked):
    open_since_before = annotate(ARTICLE, "first lesson")
    reveal(discuss_differences(ARTICLE))
    assert has_seen(marked.path)
    for widget in (open_since_before, annotate(ARTICLE, "first lesson")):
        assert not widget._is_blind()
    assert annotate(ARTICLE, "first lesson", reader="Somebody else")._is_blind()
    again = discuss_differences(ARTICLE)
    assert again.button.description == AGAIN
    assert len(again.arguments.children) == 3


def test_each_difference_shows_both_sides_and_the_rule_with_everything_escaped(marked):
    widget = reveal(discuss_differences(ARTICLE))
    assert widget.problem.value == ""
    first = widget.arguments.children[0].description.value
    assert first.startswith("<p><b>1. ")
    assert "<b>You:</b>" in first
    assert "<b>The machine:</b>" in first
    assert "<b>Its rule:</b> Rule “" in first
    assert "<b>waited" not in shown(widget)
    assert "content ““We &lt;b&gt;waited&lt;/b&gt;,””" in shown(widget)
    assert "nobody&#x27;s words “dawn boat”" in shown(widget)


def test_it_never_says_who_is_right(marked):
    said = shown(reveal(discuss_differences(ARTICLE)))
    assert "not who is right" in said
    for word in ("mistake", "error", "correct", "precision", "recall"):
        assert word not in said


def test_a_verdict_is_kept_at_once_and_is_there_when_the_cell_is_run_again(marked):
    widget = reveal(discuss_differences(ARTICLE))
    keep(widget, 2, verdict=VERDICTS[0], reason=" <i>because</i> ")
    assert "Verdict 2 is kept in <code>my_work/notes/" in widget.arguments.children[1].kept.value
    (verdict,) = load_verdicts(ARTICLE)
    difference = widget.arguments.children[1].difference
    assert verdict.is_about(difference)
    assert (verdict.verdict, verdict.reason) == (VERDICTS[0], "<i>because</i>")
    assert verdict.rule == widget.discussion.rule_of(difference)
    again = discuss_differences(ARTICLE)
    assert again.arguments.children[1].form.values == {
        "verdict": VERDICTS[0],
        "reason": "<i>because</i>",
    }


@pytest.mark.parametrize("verdict", [CHOOSE, "", "<script>", VERDICTS_ALONE[0]])
def test_without_a_verdict_from_the_menu_or_a_reason_nothing_is_kept(verdict, marked):
    widget = reveal(discuss_differences(ARTICLE))
    keep(widget, verdict=verdict, reason="  ")
    assert "choose a verdict in the menu" in widget.problem.value
    assert load_verdicts(ARTICLE) == ()
    keep(widget, verdict=verdict, reason="neither")
    assert [(one.verdict, one.reason) for one in load_verdicts(ARTICLE)] == [("", "neither")]
    assert widget.problem.value == ""


@pytest.mark.parametrize("path", [GIVEN, *INVENTED])
def test_who_marked_nothing_argues_about_what_the_machine_found_and_is_told_so(path):
    article = load_article(path)
    widget = discuss_differences(article, within=article.paragraphs[:8])
    assert "You have made no marks in this part. Mark first, if you can" in widget.answer.value
    reveal(widget)
    assert "Here is what the machine found, to argue about." in widget.answer.value
    assert len(widget.arguments.children) == 3
    end = article.paragraphs[7].end
    assert all(one.difference.content[0].start < end for one in widget.arguments.children)
    assert widget.arguments.children[0]._verdicts == VERDICTS_ALONE


def test_as_many_differences_as_are_asked_for_and_no_more_than_there_are(marked):
    assert len(reveal(discuss_differences(ARTICLE, number=1)).arguments.children) == 1
    assert len(discuss_differences(ARTICLE, number=50).arguments.children) >= 3


def test_a_text_without_quotations_says_that_there_is_nothing_to_argue_about():
    for text in ("", "It rained. Nobody came."):
        widget = reveal(discuss_differences(Article(text, title="Rain"), within=[]))
        assert "There is nothing here to argue about." in widget.answer.value
        assert widget.problem.value == ""


def test_marks_that_were_made_since_are_read_at_the_press_of_the_button(marked):
    widget = reveal(discuss_differences(ARTICLE))
    before = widget.discussion
    mark_own(("pier was old", "content"))
    reveal(widget)
    assert widget.discussion != before


def test_where_nothing_could_be_shown_nothing_counts_as_seen(marked):
    widget = discuss_differences(ARTICLE)
    marked.path.write_bytes(b"no journal\n")
    reveal(widget)
    assert "is no journal of marks" in widget.problem.value
    assert widget.arguments.children == ()
    assert not has_seen(marked.path)


def test_where_the_machine_finds_nothing_the_reader_can_still_keep_their_own():
    article = Article("It rained. Nobody came.", title="Rain")
    open_journal(article).add(
        dataclasses.replace(mark(article, "It rained", "content"), blind=True)
    )
    widget = reveal(discuss_differences(article))
    assert "Here is what you have, to argue about." in widget.answer.value
    keep(widget, verdict=VERDICTS[0])
    assert [one.verdict for one in load_verdicts(article)] == [VERDICTS[0]]


def test_a_damaged_file_of_verdicts_is_told_and_the_differences_are_shown(marked):
    widget = reveal(discuss_differences(ARTICLE))
    keep(widget, reason="why not")
    (file,) = (journal_path(ARTICLE).parent.parent / "notes").glob("*.verdicts.json")
    file.write_bytes(b"{")
    again = discuss_differences(ARTICLE)
    assert "is damaged" in again.problem.value
    assert len(again.arguments.children) == 3


def test_where_the_disk_refuses_the_differences_are_shown_and_it_is_said(marked, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("helpers.annotation.seen.write_safely", refuse)
    widget = reveal(discuss_differences(ARTICLE))
    assert "No space left" in widget.problem.value
    assert len(widget.arguments.children) == 3


def test_what_the_machine_has_is_what_find_quotes_gives(marked):
    widget = reveal(discuss_differences(ARTICLE))
    assert widget.discussion.quotes == tuple(find_quotes(ARTICLE))
