"""The comparison with a partner without a browser: what is offered, kept, shown and said."""

import errno
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import (
    compare_with_partner,
    load_article,
    load_codebook,
    mark,
    open_journal,
    set_reader,
)
from helpers.annotation.annotation import Annotation
from helpers.annotation.exchange import load_annotations, save_annotations
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.views.widgets.file_field import ChosenFile
from tests.conftest import GIVEN, INVENTED

ARTICLE = Article(
    "🔥 Ana Silva <b>said</b> no.\n\nThe office said yes.\n\nBo Lind wrote.", title="Yes and no"
)


@pytest.fixture
def heron():
    """A journal of another reader, on the same machine."""
    journal = open_journal(ARTICLE, reader="Heron")
    journal.add(mark(ARTICLE, "Ana Silva", "source", reader="Heron"))
    journal.add(mark(ARTICLE, "<b>said</b>", "cue", reader="Heron"))
    journal.add(mark(ARTICLE, "Bo Lind", "source", reader="Heron"))
    return journal


def mark_own(*pairs):
    journal = open_journal(ARTICLE)
    for words, label in pairs:
        journal.add(mark(ARTICLE, words, label))
    return journal


def press(widget, button="Compare", **written):
    widget.form._received(None, {"button": button, "values": written}, [])


def compare_with(widget, name):
    (key,) = (key for line, key in widget.form.choices["partner"] if line == name)
    press(widget, partner=key)


def bring(widget, path):
    raw = path.read_bytes()
    widget.file._listener(ChosenFile(path.name, len(raw), raw))


def is_shown(widget):
    return widget.found.layout.display != "none"


@pytest.mark.parametrize("path", [GIVEN, *INVENTED])
def test_before_anybody_is_chosen_it_offers_the_readings_of_this_article_and_shows_none(path):
    article = load_article(path)
    widget = compare_with_partner(article, within=article.paragraphs[:8])
    assert [line for line, _ in widget.form.choices["partner"]] == [
        "choose …",
        "Blue Heron (invented)",
        "Grey Otter (invented)",
    ]
    assert (widget.partner, widget.marks, widget.agreement, widget.sentence) == ("", (), None, "")
    assert "You have made 0 marks in this part." in widget.answer.value
    assert not is_shown(widget)
    assert widget.problem.value == ""


def test_agreement_stands_first_in_one_sentence_then_the_text_and_what_to_talk_about(heron):
    mark_own(("Ana Silva", "source"), ("office", "source"))
    widget = compare_with_partner(ARTICLE, within=ARTICLE.paragraphs[:2])
    compare_with(widget, "Heron")
    assert widget.sentence.startswith(
        "Of the 4 marks that you and Heron made here, 2 (50%) have an exact counterpart"
    )
    assert widget.sentence in widget.answer.value
    assert [(layer["name"], len(layer["spans"])) for layer in widget.pane.layers] == [
        ("source: you", 2),
        ("source: Heron", 1),
        ("cue: you", 0),
        ("cue: Heron", 1),
    ]
    lines = {layer["name"]: (layer["colour"], layer["line"]) for layer in widget.pane.layers}
    assert lines["source: you"][0] == lines["source: Heron"][0]
    assert lines["source: you"][1] != lines["source: Heron"][1]
    assert len(widget.pane.paragraphs) == 2
    assert "cue “&lt;b&gt;said&lt;/b&gt;”" in widget.rows.value
    assert len(widget.agreement.disagreements) == 2


def test_each_disagreement_can_be_looked_at_in_the_text(heron):
    mark_own(("Ana Silva", "source"), ("office", "source"))
    widget = compare_with_partner(ARTICLE)
    compare_with(widget, "Heron")
    assert [line for line, _ in widget.list.options] == [
        "missed: cue “<b>said</b>”",
        "missed: source “office”",
        "missed: source “Bo Lind”",
    ]
    widget.list.value = 1
    start = ARTICLE.text.index("office")
    assert widget.pane.target["spans"] == [[start, start + 6]]
    assert "You: source “office”. Heron: nothing." in widget.talk.value
    assert "To talk about:" in widget.talk.value


def test_whom_one_compares_with_is_still_chosen_when_the_cell_is_run_again(heron):
    mark_own(("Ana Silva", "source"))
    compare_with(compare_with_partner(ARTICLE), "Heron")
    again = compare_with_partner(ARTICLE)
    assert again.partner == "Heron"
    assert again.form.values["partner"].endswith(heron.path.name)
    assert is_shown(again)


def test_marks_made_since_are_read_at_the_press_of_a_button(heron):
    widget = compare_with_partner(ARTICLE)
    compare_with(widget, "Heron")
    mark_own(("Ana Silva", "source"))
    press(widget, "Read my marks again")
    assert "Of the 4 marks" in widget.sentence


def test_before_a_partner_is_chosen_the_own_marks_can_be_read_again_too():
    widget = compare_with_partner(ARTICLE)
    mark_own(("Ana Silva", "source"))
    widget.refresh()
    assert "You have made 1 mark in this part." in widget.answer.value
    assert widget.agreement is None


def test_who_marked_nothing_sees_the_partners_marks_and_what_to_do(heron):
    widget = compare_with_partner(ARTICLE)
    compare_with(widget, "Heron")
    assert widget.sentence == "You marked nothing here, so there is nothing to compare yet."
    assert "press “Read my marks again”" in widget.answer.value
    assert sum(len(layer["spans"]) for layer in widget.pane.layers) == 3
    assert widget.list.layout.display == "none"


def test_readers_who_marked_the_same_have_nothing_to_talk_about(heron):
    mark_own(("Ana Silva", "source"), ("<b>said</b>", "cue"))
    widget = compare_with_partner(ARTICLE, within=ARTICLE.paragraphs[:1])
    compare_with(widget, "Heron")
    assert "4 (100%) have an exact counterpart" in widget.sentence
    assert widget.list.layout.display == "none"


def test_a_partners_file_is_kept_and_compared_with_at_once(heron, workbook):
    exported = save_annotations(heron.annotations, ARTICLE, workbook / "for_you.jsonld")
    heron.path.unlink()
    mark_own(("Ana Silva", "source"))
    widget = compare_with_partner(ARTICLE)
    bring(widget, exported)
    assert widget.problem.value == ""
    assert widget.partner == "Heron"
    assert widget.form.values["partner"].startswith("my_work/partners/")
    assert "Of the 4 marks" in widget.sentence
    assert compare_with_partner(ARTICLE).partner == "Heron"


def test_a_partner_of_the_same_pseudonym_is_told_apart_and_both_are_told(heron, workbook):
    exported = save_annotations(heron.annotations, ARTICLE, workbook / "for_you.jsonl")
    heron.path.unlink()
    set_reader("Heron")
    mark_own(("Ana Silva", "source"))
    widget = compare_with_partner(ARTICLE)
    bring(widget, exported)
    assert widget.partner == "Heron (your partner)"
    assert widget.agreement.readers == ("you", "Heron (your partner)")
    assert "the same pseudonym" in widget.answer.value


def test_a_partner_who_is_called_you_is_somebody_else():
    journal = open_journal(ARTICLE, reader="you")
    journal.add(mark(ARTICLE, "Ana Silva", "source", reader="you"))
    mark_own(("Ana Silva", "source"))
    widget = compare_with_partner(ARTICLE)
    compare_with(widget, "you")
    assert widget.agreement.readers == ("you", "you (your partner)")


@pytest.mark.parametrize(
    "name", ["a/b\\c", "🦢🔥👩🏽‍🚒", "<script>alert(1)</script>", "con", "שלום"]
)
def test_any_pseudonym_on_either_side_is_a_name_and_nothing_else(name):
    set_reader(name)
    mark_own(("Ana Silva", "source"))
    other = f"{name} 2"
    open_journal(ARTICLE, reader=other).add(mark(ARTICLE, "office", "source", reader=other))
    widget = compare_with_partner(ARTICLE)
    compare_with(widget, other)
    assert widget.partner == other
    shown = widget.answer.value + widget.talk.value + widget.rows.value
    assert "<script>" not in shown
    assert compare_with_partner(ARTICLE).partner == other


def _cut(raw):
    return raw[: len(raw) // 2]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(_cut, "Ask your partner for the file again", id="damaged"),
        pytest.param(lambda _: b"", "holds no marks", id="empty"),
        pytest.param(
            lambda raw: re.sub(rb'"text_sha256":"\w+"', b'"text_sha256":"0"', raw),
            "made on another text",
            id="another article's",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_said_and_the_lesson_goes_on(change, said, heron, workbook):
    exported = save_annotations(heron.annotations, ARTICLE, workbook / "for_you.jsonl", words=False)
    exported.write_bytes(change(exported.read_bytes()))
    mark_own(("Ana Silva", "source"))
    widget = compare_with_partner(ARTICLE)
    compare_with(widget, "Heron")
    bring(widget, exported)
    assert said in widget.problem.value
    assert 'role="alert"' in widget.problem.value
    assert widget.partner == "Heron"
    press(widget, "Read my marks again")
    assert widget.problem.value == ""


def test_a_folder_that_cannot_be_written_is_told_in_words_and_the_comparison_is_shown(
    heron, monkeypatch
):
    def refuse(path, **_):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    mark_own(("Ana Silva", "source"))
    widget = compare_with_partner(ARTICLE)
    with monkeypatch.context() as protected:
        protected.setattr(Path, "mkdir", refuse)
        compare_with(widget, "Heron")
    assert "Permission denied. Is the folder protected" in widget.problem.value
    assert "Errno" not in widget.problem.value
    assert widget.partner == "Heron"
    assert is_shown(widget)


def test_the_own_file_is_refused_as_a_partners():
    journal = mark_own(("Ana Silva", "source"))
    widget = compare_with_partner(ARTICLE)
    bring(widget, journal.path)
    assert "holds your own marks" in widget.problem.value
    assert widget.partner == ""


def test_the_file_to_give_to_a_partner_is_named_once_there_is_one(workbook):
    widget = compare_with_partner(ARTICLE)
    assert "is made with your first mark" in widget.own.value
    journal = mark_own(("Ana Silva", "source"))
    widget.refresh()
    assert journal.path.relative_to(workbook).as_posix() in widget.own.value


def test_a_file_that_never_left_the_page_because_of_its_size_is_explained():
    widget = compare_with_partner(ARTICLE)
    widget.file._listener(ChosenFile("film.mp4", 90_000_000, b""))
    assert "film.mp4 is too large for a file of marks" in widget.problem.value


@pytest.mark.parametrize("key", ["", "seeds/readers/blue-heron.jsonl", "../../etc/passwd", "<b>"])
def test_nothing_but_what_the_menu_offers_can_be_chosen(key, heron):
    widget = compare_with_partner(ARTICLE)
    press(widget, partner=key)
    assert "choose a reading in the menu first" in widget.problem.value
    assert widget.partner == ""


def test_a_reading_that_is_gone_is_told_and_another_one_can_be_chosen(heron):
    compare_with(compare_with_partner(ARTICLE), "Heron")
    heron.path.unlink()
    widget = compare_with_partner(ARTICLE)
    assert "is not there any more" in widget.problem.value
    assert widget.partner == ""
    assert not is_shown(widget)


def test_of_two_codebooks_only_the_labels_that_both_have_are_compared():
    mine = open_journal(ARTICLE, codebook=load_codebook("news close reading"))
    mine.add(mark(ARTICLE, "office", "source"))
    mine.add(mark(ARTICLE, "no", mine.codebook.labels[-1].name))
    theirs = open_journal(ARTICLE, reader="Otter", codebook=load_codebook("first lesson"))
    theirs.add(mark(ARTICLE, "office", "source", reader="Otter"))
    widget = compare_with_partner(ARTICLE)
    compare_with(widget, "Otter")
    assert [one.label for one in widget.agreement.labels] == ["source", "all labels"]
    assert "left out, outside what is compared" in widget.answer.value


def test_of_a_partner_with_hundreds_of_marks_so_much_is_shown_as_anybody_would_look_at(tmp_path):
    mark_own(("Ana Silva", "source"))
    words = [Annotation(f"label {n}", (Span(0, 1 + n % 9),), reader="Otter") for n in range(400)]
    path = save_annotations(words, ARTICLE, tmp_path / "otter.jsonl")
    widget = compare_with_partner(ARTICLE)
    bring(widget, path)
    assert "different labels, more than" in widget.sentence
    assert len(widget.pane.layers) <= 120
    alike = [
        replace(one, label="cue", spans=(Span(n % 30, n % 30 + 1 + n // 30),))
        for n, one in enumerate(words)
    ]
    bring(widget, save_annotations(alike, ARTICLE, tmp_path / "otter.jsonl"))
    assert len(widget.agreement.disagreements) > 200
    assert len(widget.list.options) == 200


def test_a_mark_counts_where_it_begins():
    mark_own(("no.\n\nThe office", "content"))
    first, second, _ = ARTICLE.paragraphs
    assert "You have made 1 mark" in compare_with_partner(ARTICLE, within=[first]).answer.value
    assert "You have made 0 marks" in compare_with_partner(ARTICLE, within=[second]).answer.value


def test_the_part_may_be_given_in_any_order():
    widget = compare_with_partner(ARTICLE, within=reversed(ARTICLE.paragraphs[:2]))
    assert len(widget.pane.paragraphs) == 2


def test_an_article_of_fewer_paragraphs_or_none_can_be_opened():
    for article in (ARTICLE, Article("", title="Nothing")):
        widget = compare_with_partner(article, within=article.paragraphs[:8])
        assert widget.problem.value == ""


def test_the_readings_shown_are_those_that_the_twin_loads():
    article = load_article(GIVEN)
    widget = compare_with_partner(article)
    compare_with(widget, "Grey Otter (invented)")
    assert [*widget.marks] == load_annotations("seeds/readers/grey-otter.jsonl", article)
