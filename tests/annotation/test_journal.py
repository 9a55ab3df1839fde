"""What a journal promises to readers; that the disk has it is in test_line_file.py."""

import contextlib
import dataclasses
import json
import pathlib
import tempfile

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from helpers import Article, Span, load_codebook, mark, open_journal, set_reader, table
from helpers.annotation.annotation import Annotation, in_reading_order
from tests.linear import assert_linear

ARTICLE = Article("“We waited,” she said. 🔥 He left.", title="Waiting")


def opened(path, reader="Heron", article=ARTICLE, **options):
    return open_journal(article, reader=reader, path=path, **options)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "reading.journal.jsonl"


def said(**fields):
    return Annotation("cue", (Span(17, 21),), **fields)


def she(**fields):
    return Annotation("source", (Span(13, 16),), **fields)


def test_before_the_first_mark_there_is_no_file_and_afterwards_one_for_each_reader(workbook):
    journal = open_journal(ARTICLE)
    assert journal.annotations == ()
    assert not journal.path.exists()
    journal.add(said())
    assert journal.path.parent == workbook / "my_work" / "annotations"
    set_reader("Otter")
    assert open_journal(ARTICLE).annotations == ()


@pytest.mark.parametrize("reader", ["a/b", "..", "🔥", "CON", "x" * 40, "Ärzte"])
def test_every_pseudonym_has_a_journal_of_its_own_in_the_folder(reader, workbook):
    journal = open_journal(ARTICLE, reader=reader)
    journal.add(said())
    assert journal.path.parent == workbook / "my_work" / "annotations"
    assert journal.path != open_journal(ARTICLE, reader="Heron").path
    assert [m.reader for m in open_journal(ARTICLE, reader=reader).annotations] == [reader]


def test_reopening_gives_marks_links_history_and_what_can_be_undone(path):
    journal = opened(path)
    one, other = journal.add(said(blind=True)), journal.add(she(values=(("kind", "x"),)))
    journal.link([one.id, other.id])
    journal.change(dataclasses.replace(one, comment="why?"))
    journal.undo()
    again = opened(path)
    assert again.annotations == journal.annotations
    assert again.history() == journal.history()
    assert (again.can_undo, again.can_redo) == (True, True)
    again.redo()
    assert again.annotation(one.id).comment == "why?"


def test_a_line_can_be_read_without_this_program(path):
    opened(path, codebook=load_codebook("first lesson")).add(said(blind=True))
    header, line = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert (header["text_sha256"], header["title"]) == (ARTICLE.fingerprint, "Waiting")
    assert (line["do"], line["who"], line["codebook"]) == ("add", "Heron", "first lesson")
    assert line["codebook_sha256"] == load_codebook("first lesson").fingerprint
    assert line["when"].endswith("Z")
    assert line["mark"]["blind"] is True
    assert line["mark"]["spans"][0]["words"] == "said"
    (change,) = opened(path).history()
    assert (change.codebook, change.codebook_sha256) == (line["codebook"], line["codebook_sha256"])


def test_a_cell_that_is_run_twice_does_not_mark_twice(path):
    journal = opened(path)
    first = journal.add(mark(ARTICLE, "said", "cue", reader="Heron"))
    size = path.stat().st_size
    assert opened(path).add(mark(ARTICLE, "said", "cue", reader="Heron")) == first
    assert path.stat().st_size == size


def test_a_mark_gets_the_readers_name_and_the_codebooks(path):
    kept = opened(path, codebook=load_codebook("first lesson")).add(said())
    assert (kept.reader, kept.codebook) == ("Heron", "first lesson")


def test_a_changed_mark_keeps_its_id_and_its_links_and_says_when(path):
    journal = opened(path)
    one, other = journal.add(said()), journal.add(she())
    journal.link([one.id, other.id])
    changed = journal.change(dataclasses.replace(one, label="content", spans=(Span(17, 20),)))
    assert (changed.id, changed.links) == (one.id, (other.id,))
    assert changed.modified
    assert changed.created == one.created


def test_what_changes_nothing_writes_nothing(path):
    journal = opened(path)
    one, other = journal.add(said()), journal.add(she())
    journal.link([one.id, other.id])
    size = path.stat().st_size
    journal.change(one)
    journal.link([other.id, one.id])
    assert path.stat().st_size == size


def test_links_stand_on_both_sides_and_go_and_come_with_the_mark(path):
    journal = opened(path)
    one, other, third = (
        journal.add(m) for m in (said(), she(), Annotation("content", (Span(0, 12),)))
    )
    journal.link([one.id, other.id, third.id])
    assert set(journal.annotation(one.id).links) == {other.id, third.id}
    journal.remove(other.id)
    assert journal.annotation(one.id).links == (third.id,)
    journal.undo()
    assert set(journal.annotation(one.id).links) == {other.id, third.id}
    journal.unlink([one.id])
    assert journal.annotation(one.id).links == ()
    assert journal.annotation(other.id).links == (third.id,)


def test_marks_that_come_with_links_are_linked_in_whatever_order_they_come(path):
    journal = opened(path)
    journal.add(said(id="a", links=("b",)))
    assert journal.annotation("a").links == ()
    journal.add(she(id="b", links=("a",)))
    assert (journal.annotation("a").links, journal.annotation("b").links) == (("b",), ("a",))


def test_undoing_goes_back_step_by_step_and_a_new_change_ends_redoing(path):
    journal = opened(path)
    one = journal.add(said())
    journal.change(dataclasses.replace(one, comment="x"))
    journal.remove(one.id)
    assert journal.undo().detail == "removed"
    assert journal.annotation(one.id).comment == "x"
    journal.undo()
    assert journal.annotation(one.id) == one
    journal.undo()
    assert journal.annotations == ()
    assert not journal.can_undo
    journal.redo()
    journal.add(she())
    assert not journal.can_redo
    with pytest.raises(ValueError, match="nothing to redo"):
        journal.redo()


def test_what_another_reader_did_is_never_taken_away_by_undoing(path):
    heron, otter = opened(path), opened(path, reader="Otter")
    one = heron.add(said())
    assert not otter.can_undo
    otter.change(dataclasses.replace(otter.annotations[0] if otter.refresh() else one, comment="?"))
    heron.refresh()
    assert not heron.can_undo
    with pytest.raises(ValueError, match="somebody else has changed or removed"):
        heron.undo()
    otter.undo()
    heron.undo()
    assert heron.annotations == ()


def test_a_second_notebook_sees_what_was_added_and_goes_on(path):
    one, other = opened(path), opened(path)
    one.add(said())
    assert other.refresh()
    assert not other.refresh()
    other.add(she())
    assert len(one.annotations) == 1
    one.add(Annotation("content", (Span(0, 12),)))
    assert len(one.annotations) == 3
    assert opened(path).annotations == one.annotations


def test_a_mark_that_was_removed_elsewhere_cannot_be_changed(path):
    one, other = opened(path), opened(path)
    kept = one.add(said())
    other.remove(kept.id)
    with pytest.raises(ValueError, match="perhaps it was removed elsewhere"):
        one.change(dataclasses.replace(kept, comment="x"))
    assert one.annotations == ()


def test_a_label_that_is_not_in_the_codebook_is_refused(path):
    journal = opened(path, codebook=load_codebook("first lesson"))
    with pytest.raises(ValueError, match="“sorce” is no label"):
        journal.add(Annotation("sorce", (Span(0, 3),)))
    assert not path.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"spans": (Span(0, 999),)}, id="outside"),
        pytest.param({"spans": ()}, id="no words"),
        pytest.param({"spans": 3}, id="a number"),
        pytest.param({"spans": ((0.5, 2),)}, id="half a place"),
        pytest.param({"label": " "}, id="empty label"),
        pytest.param({"label": None}, id="no label"),
        pytest.param({"comment": 3}, id="comment"),
        pytest.param({"comment": {1, 2}}, id="a set"),
        pytest.param({"place": "footer"}, id="place"),
        pytest.param({"values": (("a", 1),)}, id="values"),
        pytest.param({"values": (("a", "b"), ("a", "c"))}, id="doubled value"),
        pytest.param({"id": "two words"}, id="id"),
        pytest.param({"links": (3,)}, id="links"),
        pytest.param({"blind": "yes"}, id="blind"),
    ],
)
def test_what_is_no_mark_is_refused_before_anything_is_written(path, wrong):
    journal = opened(path)
    with pytest.raises(ValueError, match=r"\w"):
        journal.add(dataclasses.replace(said(), **wrong))
    assert not path.exists()


def test_a_journal_refuses_another_text_and_names_both(path):
    opened(path).add(said())
    other = Article("It rained.", title="Rain")
    with pytest.raises(ValueError, match=r"belongs to the text “Waiting”.*not to “Rain”.*reanchor"):
        opened(path, article=other)


def test_a_journal_that_appears_for_another_text_is_refused_each_time(path):
    journal = opened(path)
    opened(path, article=Article("It rained.")).add(Annotation("cue", (Span(0, 2),)))
    before = path.read_bytes()
    for _ in range(2):
        with pytest.raises(ValueError, match="belongs to the text"):
            journal.add(said())
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b'{"id": 3}\n', b"\n\nhello", b"\xff\xfe"])
def test_a_file_that_is_no_journal_is_refused_and_left_alone(path, content):
    path.write_bytes(content)
    with pytest.raises(ValueError, match="is no journal of marks"):
        opened(path)
    assert path.read_bytes() == content


def test_a_journal_of_a_later_format_is_refused(path):
    path.write_text('{"journal":2,"text_sha256":"","title":""}\n')
    with pytest.raises(ValueError, match="another version"):
        opened(path)


@pytest.mark.parametrize(
    "line",
    [
        b"\x00\xff",
        b"{}",
        b"[]",
        b"[" * 100_000,
        b'{"do":"add","who":"H","when":"","id":"x"}',
        b'{"do":"add","who":"H","when":"","id":"x","mark":{"id":"m","label":"l","spans":[]}}',
        b'{"do":"remove","who":"H","when":"","id":"x","ids":["gone"]}',
        b'{"do":"link","who":"H","when":"","id":"x","ids":["gone","too"]}',
        b'{"do":"undo","who":"H","when":"","id":"x","of":"gone"}',
        b'{"do":"sing","who":"H","when":"","id":"x"}',
        b'{"do":"link","who":"H","when":"","id":"x","ids":[[]]}',
    ],
    ids=range(11),
)
def test_a_damaged_line_in_the_middle_is_said_and_the_rest_is_used(path, line):
    journal = opened(path)
    one = journal.add(said())
    other = journal.add(she())
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:2], line, *lines[2:]]))
    again = opened(path)
    assert {m.id for m in again.annotations} == {one.id, other.id}
    assert len(again.notices) == 1
    assert again.notices[0].startswith("Line 3 cannot be used")


def test_a_journal_whose_first_line_is_damaged_is_still_read_by_its_words(path):
    one = opened(path).add(said())
    path.write_bytes(path.read_bytes().replace(b"Waiting", b"W\xff", 1))
    again = opened(path)
    assert again.annotations == (one,)
    again.add(she())
    assert len(opened(path).annotations) == 2


def test_lines_that_stand_in_the_file_twice_count_once(path):
    journal = opened(path)
    journal.add(said())
    journal.remove(journal.annotations[0].id)
    journal.add(she())
    path.write_bytes(path.read_bytes() * 2)
    again = opened(path)
    assert again.annotations == journal.annotations
    assert again.history() == journal.history()


def test_the_history_is_a_table_of_how_the_reading_grew(path):
    journal = opened(path)
    one, other = journal.add(said()), journal.add(she())
    journal.link([one.id, other.id])
    journal.change(dataclasses.replace(one, label="content", comment="why?"))
    journal.undo()
    shown = table(ARTICLE, journal.history()).records()
    assert [(row["what"], row["label"], row["words"], row["detail"]) for row in shown] == [
        ("added", "cue", "said", ""),
        ("added", "source", "she", ""),
        ("linked", "source + cue", "she … said", ""),
        ("changed", "content", "said", "label: cue → content; comment: why?"),
        ("undone", "cue", "said", "changed"),
    ]
    assert {row["who"] for row in shown} == {"Heron"}


def test_half_characters_in_a_text_or_comment_are_kept(path):
    article = Article("a \ud800 b", title="\udc00")
    kept = opened(path, article=article).add(Annotation("x", (Span(2, 3),), comment="\udfff"))
    path.read_text(encoding="utf-8")
    assert opened(path, article=article).annotations == (kept,)


def test_opening_takes_time_in_proportion_to_the_edits(path):
    def reopen(text):
        article = Article(text)
        opened(path.with_name("first"), article=article).add(Annotation("cue", (Span(0, 3),)))
        header, line = path.with_name("first").read_text(encoding="utf-8").splitlines()
        path.with_name("first").unlink()
        edit = json.loads(line)
        lines = [header]
        for number in range(len(text) // 100):
            edit["id"] = edit["mark"]["id"] = f"n{number}"
            edit["mark"]["links"] = [f"n{number - 1}"]
            lines.append(json.dumps(edit))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        assert len(opened(path, article=article).annotations) == len(lines) - 1

    assert_linear(reopen, "she said no to that ")


def refused_if(gone):
    refusal = pytest.raises(ValueError, match="removed elsewhere")
    return refusal if gone else contextlib.nullcontext()


class TwoNotebooks(RuleBasedStateMachine):
    """Two readers in one file: whatever they do, both see the same, and so does the file."""

    @initialize()
    def begin(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name) / "two.journal.jsonl"
        self.journals = [opened(self.path, "Heron"), opened(self.path, "Otter")]

    def teardown(self):
        self.all_agree()
        self.folder.cleanup()

    who = st.sampled_from([0, 1])

    @rule(who=who, start=st.integers(0, 30), label=st.sampled_from("ab"))
    def add(self, who, start, label):
        self.journals[who].add(Annotation(label, (Span(start, start + 3),)))

    @rule(who=who, data=st.data(), do=st.sampled_from(["remove", "change", "link", "unlink"]))
    def edit(self, who, data, do):
        journal = self.journals[who]
        if len(journal.annotations) < 2:
            return
        one, other = (data.draw(st.sampled_from(journal.annotations)) for _ in "ab")
        if "link" in do and one.id == other.id:
            return  # nothing is linked to itself
        ids = {mark.id for mark in opened(self.path).annotations}
        with refused_if(not {one.id, other.id if "link" in do else one.id} <= ids):
            if do == "remove":
                journal.remove(one.id)
            elif do == "change":
                journal.change(dataclasses.replace(one, comment=data.draw(st.sampled_from("xy"))))
            else:
                getattr(journal, do)([one.id, other.id])

    @rule(who=who, do=st.sampled_from(["undo", "redo"]))
    def step(self, who, do):
        journal = self.journals[who]
        journal.refresh()
        if getattr(journal, f"can_{do}"):
            getattr(journal, do)()

    @rule()
    def all_agree(self):
        for journal in self.journals:
            journal.refresh()
        again = opened(self.path)
        marks = {kept.id: kept for kept in again.annotations}
        for journal in self.journals:
            assert journal.annotations == again.annotations == in_reading_order(marks.values())
            assert journal.history() == again.history()
        for key, kept in marks.items():
            assert all(key in marks[partner].links for partner in kept.links)
        assert again.notices == ()


TestTwoNotebooks = TwoNotebooks.TestCase
TestTwoNotebooks.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
