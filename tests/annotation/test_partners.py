"""Which readings there are to compare with, and what happens to the files that partners bring."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import Article, load_article, mark, open_journal, save_annotations, set_reader
from helpers.annotation.partners import (
    choose_reading,
    chosen_reading,
    find_readings,
    keep_reading,
    read_reading,
)
from helpers.annotation.refused_files import LARGEST, WHERE
from tests.conftest import GIVEN, INVENTED

ARTICLE = Article("🔥 Ana Silva said no. The office said yes.", title="Yes and no")
OTHER = Article("Bo Lind wrote nothing at all.", title="Nothing")


def partners_file(folder, reader="Otter", article=ARTICLE, words="said", name="theirs.jsonl"):
    """What a partner would bring: name and bytes."""
    there = mark(article, words, "cue", occurrence=1, reader=reader)
    path = save_annotations([there], article, folder / name)
    return path.name, path.read_bytes()


def partners_journal(folder, reader="Otter"):
    journal = open_journal(ARTICLE, reader=reader, path=folder / f"{reader}.journal.jsonl")
    journal.add(mark(ARTICLE, "The office", "source", reader=reader))
    return journal.path.name, journal.path.read_bytes()


@pytest.mark.parametrize("path", [GIVEN, *INVENTED])
def test_the_two_invented_readers_of_an_article_are_offered_for_it_and_for_no_other(path):
    readings = find_readings(load_article(path))
    assert [reading.name for reading in readings.values()] == [
        "Blue Heron (invented)",
        "Grey Otter (invented)",
    ]
    assert all(len(reading.marks) > 20 for reading in readings.values())
    assert find_readings(ARTICLE) == {}


def test_other_readers_journals_are_offered_and_ones_own_is_not():
    open_journal(ARTICLE, reader="Heron").add(mark(ARTICLE, "yes", "content", reader="Heron"))
    open_journal(OTHER, reader="Swan").add(mark(OTHER, "wrote", "cue", reader="Swan"))
    open_journal(ARTICLE).add(mark(ARTICLE, "no", "content"))
    assert [reading.name for reading in find_readings(ARTICLE).values()] == ["Heron"]


@pytest.mark.parametrize("bring", [partners_file, partners_journal])
def test_a_partners_file_is_kept_as_it_came_and_offered_from_then_on(bring, tmp_path, workbook):
    name, content = bring(tmp_path)
    reading = keep_reading(name, content, ARTICLE)
    assert (reading.name, len(reading.marks)) == ("Otter", 1)
    assert (workbook / reading.key).read_bytes() == content
    assert reading.key.startswith("my_work/partners/")
    assert find_readings(ARTICLE)[reading.key].marks == reading.marks


def test_a_file_never_takes_the_place_of_another_one_and_is_kept_once(tmp_path, workbook):
    keys = []
    for reader in ("Otter", "Swan", "Otter"):
        folder = tmp_path / str(len(keys))
        folder.mkdir()
        if reader == "Otter" and keys:
            content = (workbook / keys[0]).read_bytes()
        else:
            _, content = partners_file(folder, reader)
        keys.append(keep_reading("theirs.jsonl", content, ARTICLE).key)
    assert keys[0] == keys[2] != keys[1]
    assert [reading.name for reading in find_readings(ARTICLE).values()] == ["Otter", "Swan"]


def test_nothing_that_is_in_the_folder_stands_in_the_way_of_a_file(tmp_path, workbook):
    name, content = partners_file(tmp_path)
    first = workbook / keep_reading(name, content, ARTICLE).key
    first.unlink()
    first.mkdir()
    assert (workbook / keep_reading(name, content, ARTICLE).key).read_bytes() == content


def test_readings_of_one_name_are_told_apart_by_a_number(tmp_path):
    for number, words in enumerate(("yes", "no")):
        name, content = partners_file(tmp_path, words=words, name=f"{number}.jsonl")
        keep_reading(name, content, ARTICLE)
    journal = open_journal(ARTICLE, reader="Otter (2)")
    journal.add(mark(ARTICLE, "Ana", "source", reader="Otter (2)"))
    names = {reading.name for reading in find_readings(ARTICLE).values()}
    assert names == {"Otter", "Otter (2)", "Otter (3)"}


@pytest.mark.parametrize(
    ("reader", "name"),
    [
        pytest.param("a\0b\x1b \u202ec", "a b c", id="signs that cannot be seen"),
        pytest.param("\ud800\n", "theirs-0f2a0d0b", id="nothing that can be seen"),
        pytest.param("👩\u200d🚒", "👩\u200d🚒", id="a joined emoji"),
        pytest.param("x" * 200, "x" * 40, id="very long"),
    ],
)
def test_a_reader_is_called_by_what_can_be_seen_of_the_name(reader, name, tmp_path):
    _, content = partners_file(tmp_path)
    fields = json.loads(content)
    fields["marks"][0]["reader"] = reader
    kept = keep_reading("theirs.jsonl", json.dumps(fields).encode(), ARTICLE)
    if name.startswith("theirs"):
        name = Path(kept.key).stem
    assert kept.name == name
    assert find_readings(ARTICLE)[kept.key].name == name


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        pytest.param("a.jsonl", lambda _: b"", "holds no marks", id="empty"),
        pytest.param("a.jsonl", lambda raw: raw[:-40], "cannot be used", id="cut"),
        pytest.param("a.jsonl", lambda _: b'{"text": "\xe9"}', "cannot be used", id="Latin-1"),
        pytest.param("a.jsonl", lambda _: b"\x00\xff\xfe", "cannot be used", id="no text"),
        pytest.param("photo.png", lambda _: b"\x89PNG\r\n", "cannot be used", id="a picture"),
        pytest.param("a.csv", lambda raw: raw, "cannot be used", id="csv"),
        pytest.param("a.json", lambda _: b"NaN", "cannot be used", id="JSON without marks"),
        pytest.param("a.jsonl", lambda _: b"9" * 5000, "cannot be used", id="a long number"),
        pytest.param(
            *("a.jsonl", lambda _: b'{"journal":2}\n', "cannot be used"), id="another version's"
        ),
        pytest.param(
            *("a.jsonl", lambda _: b'{"journal":1,"text_', "cannot be used"), id="a cut journal"
        ),
        pytest.param("a.jsonl", lambda _: b"[" * 100_000, "cannot be used", id="nested"),
        pytest.param(
            "a.jsonl", lambda raw: raw * (LARGEST // len(raw) + 2), "too large", id="large"
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_not_kept(
    name, change, said, tmp_path, workbook
):
    _, raw = partners_file(tmp_path)
    with pytest.raises(ValueError, match=said) as caught:
        keep_reading(name, change(raw), ARTICLE)
    assert name in str(caught.value)
    assert WHERE in str(caught.value) or said == "holds no marks"
    for jargon in (
        "Expecting",
        "char",
        "codec",
        "Line 1",
        "line 1",
        "limit",
        "nested",
        "Web",
        "/tmp",
    ):
        assert jargon not in str(caught.value)
    assert not (workbook / "my_work" / "partners").exists()


@pytest.mark.parametrize("bring", [partners_file, partners_journal])
def test_a_file_for_another_article_is_refused_and_names_neither_folder_nor_copy(bring, tmp_path):
    name, content = bring(tmp_path)
    with pytest.raises(ValueError, match="made on another text, “Yes and no”") as caught:
        keep_reading(name, content, OTHER)
    assert str(caught.value).startswith(name)
    assert "yours is “Nothing”. Choose the same article" in str(caught.value)
    assert "/" not in str(caught.value)
    assert "SHA" not in str(caught.value)


def test_ones_own_file_is_refused_whatever_it_is_called(tmp_path):
    journal = open_journal(ARTICLE)
    journal.add(mark(ARTICLE, "yes", "content"))
    exported = save_annotations(journal.annotations, ARTICLE, tmp_path / "from_ana.jsonld")
    for path in (journal.path, exported):
        with pytest.raises(ValueError, match="holds your own marks"):
            keep_reading("from_ana.jsonld", path.read_bytes(), ARTICLE)


def test_a_torn_journal_gives_what_it_has_and_says_what_is_missing(tmp_path):
    name, content = partners_journal(tmp_path)
    reading = keep_reading(name, content + b'{"do":"add","ma', ARTICLE)
    assert len(reading.marks) == 1
    assert reading.notices == (
        "1 part of this file is damaged and left out. If marks are missing, ask for the file "
        "again.",
    )


def test_a_damaged_file_in_the_folder_hides_no_good_one(tmp_path, workbook):
    keep_reading(*partners_file(tmp_path), ARTICLE)
    folder = workbook / "my_work" / "partners"
    (folder / "a-broken.jsonl").write_bytes(b"{")
    (folder / "a-folder.jsonl").mkdir()
    assert [reading.name for reading in find_readings(ARTICLE).values()] == ["Otter"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=300), reader=st.text(max_size=60))
def test_any_file_name_and_any_readers_name_can_be_kept(name, reader, tmp_path, workbook):
    _, content = partners_file(tmp_path, "Otter")
    fields = json.loads(content)
    fields["marks"][0]["reader"] = reader
    raw = json.dumps(fields).encode()
    if name.rpartition(".")[2].casefold() in ("csv", "ann"):
        return
    reading = keep_reading(name, raw, ARTICLE)
    kept = workbook / reading.key
    assert kept.parent == workbook / "my_work" / "partners"
    assert read_reading(kept, ARTICLE).marks == reading.marks
    assert len(reading.name) <= 300
    assert "\n" not in reading.name


def test_whom_a_reader_compares_with_is_kept_for_this_text_and_this_reader():
    assert chosen_reading(ARTICLE) == ""
    choose_reading("seeds/readers/blue-heron.jsonl", ARTICLE)
    assert chosen_reading(ARTICLE) == "seeds/readers/blue-heron.jsonl"
    assert chosen_reading(OTHER) == ""
    set_reader("Swan / 🦢")
    assert chosen_reading(ARTICLE) == ""
