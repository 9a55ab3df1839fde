import os

import pytest

from helpers import find_my_work, read_settings, set_article, set_reader
from helpers.workbook import Settings, file_name, find_workbook, locate, write_safely
from tests.conftest import GIVEN, INVENTED, ROOT


def test_without_settings_the_given_article_is_read_by_nobody_in_particular():
    assert read_settings() == Settings(GIVEN, "reader")


def test_settings_are_kept_for_all_notebooks_and_leave_a_teachers_comments_alone(workbook):
    file = find_my_work() / "workbook.toml"
    file.write_text(f'# Class 9b\narticle = "{INVENTED[0]}"\n', encoding="utf-8")
    set_reader(" Blue Heron 👩🏽‍🚒 ")
    assert read_settings() == Settings(INVENTED[0], "Blue Heron 👩🏽‍🚒")
    assert file.read_text(encoding="utf-8").startswith("# Class 9b\n")


def test_an_article_in_the_workbook_is_kept_relative_and_one_outside_in_full(workbook, tmp_path):
    outside = tmp_path / "mine.txt"
    outside.write_text("It rained.")
    assert set_article(outside).article == str(outside.resolve())
    assert set_article(workbook / INVENTED[1]).article == INVENTED[1]


def test_setting_an_article_that_is_not_there_changes_nothing():
    before = read_settings()
    with pytest.raises(FileNotFoundError, match=r"no file seeds/none\.txt"):
        set_article("seeds/none.txt")
    assert read_settings() == before


@pytest.mark.parametrize("name", ["", "   ", "\u200d", "x" * 41, "two\nlines", "bell\a"])
def test_a_pseudonym_that_is_none_is_refused_with_an_example(name):
    with pytest.raises(ValueError, match="Blue Heron"):
        set_reader(name)


@pytest.mark.parametrize("content", ["article = ", "reader = 3", "article = ['a']"])
def test_damaged_settings_are_named_and_not_overwritten(content):
    file = find_my_work() / "workbook.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"workbook\.toml"):
        read_settings()
    assert file.read_text(encoding="utf-8") == content


def test_the_workbook_is_found_upward_from_the_working_directory(workbook, monkeypatch):
    monkeypatch.delenv("WORKBOOK_HOME")
    monkeypatch.chdir(workbook / "notebooks")
    assert find_workbook() == workbook


def test_from_elsewhere_the_workbook_is_the_one_that_the_package_lies_in(tmp_path, monkeypatch):
    monkeypatch.delenv("WORKBOOK_HOME")
    monkeypatch.chdir(tmp_path)
    assert find_workbook() == ROOT


def test_a_wrong_workbook_home_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_HOME", str(tmp_path / "nowhere"))
    with pytest.raises(FileNotFoundError, match="WORKBOOK_HOME"):
        find_workbook()


def test_a_relative_path_is_looked_for_here_and_then_in_the_workbook(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert locate(GIVEN).is_file()
    (tmp_path / "seeds").mkdir()
    (tmp_path / GIVEN).write_text("mine")
    assert locate(GIVEN) == (tmp_path / GIVEN).resolve()


def test_file_names_are_safe_and_names_that_differ_stay_different():
    names = [
        "blue heron",
        "blue-heron",
        "../../etc",
        "a/b",
        "a-b",
        "a b",
        "🔥",
        "🐦",
        "",
        "x" * 300,
    ]
    names += ["straße", "strasse", "CON", "会谈" * 60, "\ud800"]
    made = [file_name("article", name) for name in names]
    assert len({name.lower() for name in made}) == len(names)
    assert file_name("Article", "Blue Heron") == file_name("article", "blue heron")
    for name in [*made, file_name("con"), file_name("会谈" * 60, "会谈" * 60, "会谈" * 60)]:
        assert len(name.encode()) < 220
        assert name not in ("con", "aux", "nul")
        assert not set(name) & set('/\\:*?"<>|. ')


def test_a_byte_order_mark_of_an_old_editor_does_not_matter():
    file = find_my_work() / "workbook.toml"
    file.write_text('reader = "Otter"', encoding="utf-8-sig")
    assert read_settings().reader == "Otter"


def test_a_name_that_begins_with_a_tilde_is_an_ordinary_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "~$draft.txt").write_text("It rained.")
    assert locate("~$draft.txt").is_file()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no umask, and links need a right there")
def test_a_file_is_written_with_the_rights_of_its_owner_and_through_a_link(tmp_path):
    before = os.umask(0o077)
    try:
        write_safely(tmp_path / "mine.txt", b"private")
    finally:
        os.umask(before)
    assert (tmp_path / "mine.txt").stat().st_mode & 0o777 == 0o600
    (tmp_path / "link").symlink_to(tmp_path / "mine.txt")
    write_safely(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "mine.txt").read_bytes() == b"new"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"no folder .*results\. Make it"):
        write_safely(tmp_path / "results" / "a.csv", b"")


def test_a_write_that_fails_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch):
    file = tmp_path / "keep.txt"
    write_safely(file, b"old")

    def full_disk(_):
        raise OSError("No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_safely(file, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["keep.txt"]
