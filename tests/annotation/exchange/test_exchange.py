"""What holds for every format: what is saved can be read back, or nothing is saved."""

import contextlib
import dataclasses
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import Article, Span, load_annotations, mark, open_journal, save_annotations
from helpers.annotation.annotation import Annotation
from helpers.annotation.exchange import csv
from helpers.text.article import Origin
from tests.annotation.strategies import annotated

ARTICLE = Article("“We waited,” she said. 🔥 He left.\n\nThe cafe\u0301 was שלום.", title="Waiting")
ENDINGS = ("jsonld", "jsonl", "csv", "ann")


def some_marks():
    return [
        mark(ARTICLE, "said", "cue", comment="=a\nb", reader="Heron", values={"kind": "direct"}),
        mark(ARTICLE, "He left.\n\nThe", "loaded word", reader="Heron"),
        mark(ARTICLE, "Waiting", "source", reader="Otter", place="headline"),
    ]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("words", [True, False], ids=["words", "offsets alone"])
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20
)
@given(annotated())
def test_every_mark_on_every_text_is_saved(tmp_path, ending, words, made):
    article, marks = made
    for file in tmp_path.glob("marks*"):
        file.unlink()
    # It reads the file back itself, and refuses where anything differs.
    file = save_annotations(marks, article, tmp_path / f"marks.{ending}", words=words)
    assert file.read_bytes().decode("utf-8") is not None
    if ending.startswith("json"):
        back = load_annotations(file, article)
        assert {m.id: m for m in back} == {m.id: m for m in marks}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_writer_that_loses_something_is_found_out_before_anything_is_written(
    tmp_path, monkeypatch, ending
):
    """Each module is handed a mark with another comment than the one that is asked for."""
    from helpers.annotation.exchange import brat, jsonl, web_annotation

    for module in (brat, csv, jsonl, web_annotation):
        honest = module.write

        def careless(marks, article, *, words, honest=honest):
            marks = [dataclasses.replace(m, comment="lost") for m in marks]
            return honest(marks, article, words=words)

        monkeypatch.setattr(module, "write", careless)
    with pytest.raises(ValueError, match="would not be read back"):
        save_annotations(some_marks(), ARTICLE, tmp_path / f"marks.{ending}")
    assert list(tmp_path.glob("marks*")) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_without_words_nothing_of_the_text_is_in_the_files(tmp_path, ending):
    origin = Origin(left_out=("Related: snow fell",))
    article = dataclasses.replace(ARTICLE, origin=origin)
    save_annotations(some_marks(), article, tmp_path / f"marks.{ending}", words=False)
    files = [file for file in tmp_path.iterdir() if file.is_file()]
    assert files
    for file in files:
        said = file.read_text(encoding="utf-8")
        for word in ("said", "He ", "e\u0301", "שלום", "waited", "snow"):
            assert word not in said, file


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_marks_give_the_same_file(tmp_path, ending):
    marks = some_marks()
    one = save_annotations(marks, ARTICLE, tmp_path / f"marks.{ending}").read_bytes()
    assert save_annotations(marks, ARTICLE, tmp_path / f"marks.{ending}").read_bytes() == one


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_mark_that_is_not_on_the_article_is_refused_and_the_old_file_stays(tmp_path, ending):
    file = save_annotations(some_marks(), ARTICLE, tmp_path / f"marks.{ending}")
    before = file.read_bytes()
    outside = Annotation("cue", (Span(0, 9999),))
    with pytest.raises(ValueError, match="does not lie inside"):
        save_annotations([outside], ARTICLE, file)
    assert file.read_bytes() == before


def test_an_unknown_ending_is_refused_with_those_that_there_are(tmp_path):
    with pytest.raises(ValueError, match=r"\.jsonld \(W3C Web Annotation\), \.jsonl"):
        save_annotations(some_marks(), ARTICLE, tmp_path / "marks.xlsx")


def test_a_journal_is_never_replaced_by_an_export(tmp_path):
    journal = open_journal(ARTICLE, reader="Heron", path=tmp_path / "reading.journal.jsonl")
    journal.add(some_marks()[0])
    before = journal.path.read_bytes()
    with pytest.raises(ValueError, match="is a journal"):
        save_annotations(some_marks(), ARTICLE, journal.path)
    assert journal.path.read_bytes() == before


def test_two_marks_with_one_id_are_refused(tmp_path):
    first = some_marks()[0]
    with pytest.raises(ValueError, match="same id"):
        save_annotations([first, first], ARTICLE, tmp_path / "marks.csv")


def test_what_has_no_place_in_a_table_stands_beside_it(tmp_path):
    file = save_annotations(some_marks(), ARTICLE, tmp_path / "marks.csv")
    note = json.loads(file.with_name("marks.csv.provenance.json").read_text(encoding="utf-8"))
    assert note["text_sha256"] == ARTICLE.fingerprint


def test_a_journal_is_loaded_with_what_could_not_be_used_said(tmp_path):
    journal = open_journal(ARTICLE, reader="Heron", path=tmp_path / "reading.journal.jsonl")
    kept = journal.add(some_marks()[0])
    journal.path.write_bytes(journal.path.read_bytes() + b'{"do":')
    with pytest.warns(UserWarning, match="Line 3, the last, is incomplete"):
        assert load_annotations(journal.path, ARTICLE) == [kept]


def test_without_a_path_the_readers_own_journal_is_loaded():
    assert load_annotations(None, ARTICLE) == []
    kept = open_journal(ARTICLE).add(some_marks()[0])
    assert load_annotations(None, ARTICLE) == [kept]


@pytest.mark.parametrize("ending", ["csv", "ann"])
def test_files_for_other_programs_are_not_loaded_and_that_is_said(tmp_path, ending):
    file = save_annotations(some_marks(), ARTICLE, tmp_path / f"marks.{ending}")
    with pytest.raises(ValueError, match=r"as \.jsonl or \.jsonld"):
        load_annotations(file, ARTICLE)


def test_a_missing_file_of_marks_is_said():
    with pytest.raises(FileNotFoundError, match="no file of marks"):
        load_annotations("nowhere.jsonl", ARTICLE)


def test_a_partners_file_is_found_in_the_workbook_from_any_folder(workbook, monkeypatch):
    (workbook / "my_work").mkdir()
    save_annotations(some_marks(), ARTICLE, workbook / "my_work" / "partner.jsonl")
    monkeypatch.chdir(workbook / "notebooks")
    assert len(load_annotations("my_work/partner.jsonl", ARTICLE)) == 3


@pytest.mark.parametrize("ending", ["jsonld", "jsonl"])
def test_marks_on_another_text_are_refused(tmp_path, ending):
    file = save_annotations(some_marks(), ARTICLE, tmp_path / f"marks.{ending}")
    other = Article(ARTICLE.text + " More.", title="Waiting")
    with pytest.raises(ValueError, match=r"marks\.json.*made on another text"):
        load_annotations(file, other)


@given(data=st.data(), ending=st.sampled_from(["jsonld", "jsonl", "journal.jsonl"]))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200
)
def test_no_damage_to_a_file_ends_otherwise_than_with_a_sentence(tmp_path, data, ending):
    whole = tmp_path / f"whole.{ending}"
    if not whole.exists():
        if ending.startswith("journal"):
            open_journal(ARTICLE, reader="Heron", path=whole).add(some_marks()[0])
        else:
            save_annotations(some_marks(), ARTICLE, whole)
    content = whole.read_bytes()
    start, end = sorted(data.draw(st.integers(0, len(content))) for _ in "ab")
    put = data.draw(st.binary(max_size=9) | st.sampled_from([b"null", b"[]", b"{}", b"-1", b'""']))
    file = tmp_path / "damaged.json"
    file.write_bytes(content[:start] + put + content[min(end, start + 12) :])
    with contextlib.suppress(ValueError, UserWarning):
        for mark_found in load_annotations(file, ARTICLE):
            assert all(mark_found.words_in(ARTICLE))
