import dataclasses
import datetime
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import (
    Article,
    UnreadableArticle,
    find_my_work,
    keep_article,
    load_article,
    set_article,
)
from helpers.text.article import Link, Origin
from helpers.text.loading import html, kept
from tests.text.loading import files
from tests.text.loading.files import TEXT, TITLE, page

FORMATS = {
    "ferry.html": page().encode(),
    "ferry.docx": files.docx(),
    "ferry.pdf": files.pdf([["It rained all day.", "", "We stayed at home."]]),
}


def kept_files():
    return sorted(path.name for path in (find_my_work() / "articles").glob("*"))


def refuse(*_, **__):
    raise AssertionError("it was extracted again")


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_extracted_once_is_never_extracted_again(name, tmp_path, monkeypatch):
    (tmp_path / name).write_bytes(FORMATS[name])
    first = load_article(tmp_path / name)
    for module in ("trafilatura.bare_extraction", "docx.Document", "pypdf.PdfReader"):
        monkeypatch.setattr(module, refuse)
    again = load_article(tmp_path / name)
    assert again == first
    assert again.text.encode() == first.text.encode()
    assert len(kept_files()) == 1


def test_the_same_bytes_under_another_name_are_the_same_article(tmp_path, monkeypatch):
    (tmp_path / "one.html").write_text(page(), encoding="utf-8")
    (tmp_path / "two.html").write_text(page(), encoding="utf-8")
    first = load_article(tmp_path / "one.html")
    monkeypatch.setattr("trafilatura.bare_extraction", refuse)
    assert load_article(tmp_path / "two.html").text == first.text


def test_the_article_says_where_it_is_kept_and_is_read_from_there(tmp_path, workbook):
    (tmp_path / "ferry.html").write_text(page(), encoding="utf-8")
    article = load_article(tmp_path / "ferry.html")
    assert article.origin.kept.startswith("my_work/articles/harbour-café-s-last-ferry")
    assert load_article(article.origin.kept) == article
    set_article(article.origin.kept)
    assert load_article() == article
    written = json.loads((workbook / article.origin.kept).read_text(encoding="utf-8"))
    assert (written["title"], written["text"]) == (TITLE, TEXT)


def test_another_text_of_the_same_bytes_is_kept_beside_the_first(tmp_path, monkeypatch):
    (tmp_path / "ferry.html").write_text(page(), encoding="utf-8")
    first = load_article(tmp_path / "ferry.html")
    extract = html._extract

    def newer(*page, **options):
        found = extract(*page, **options)
        found.body.remove(found.body[-1])
        return found

    monkeypatch.setattr(html, "_extract", newer)
    assert load_article(tmp_path / "ferry.html") == first
    second = load_article(tmp_path / "ferry.html", again=True)
    assert second.text == first.text.rsplit("\n\n", 1)[0]
    assert load_article(tmp_path / "ferry.html") == second
    assert load_article(first.origin.kept) == first
    monkeypatch.undo()


def test_extracting_again_to_the_same_text_changes_nothing(tmp_path):
    (tmp_path / "ferry.html").write_text(page(), encoding="utf-8")
    first = load_article(tmp_path / "ferry.html")
    keep_article(first, byline="Bo Lind")
    again = load_article(tmp_path / "ferry.html", again=True)
    assert again == dataclasses.replace(first, byline="Bo Lind")
    assert len(kept_files()) == 1


def test_another_encoding_is_another_text(tmp_path):
    (tmp_path / "ferry.html").write_bytes(page().encode())
    detected = load_article(tmp_path / "ferry.html")
    chosen = load_article(tmp_path / "ferry.html", encoding="mac_roman")
    assert detected.origin.encoding == "utf-8"
    assert chosen.origin.encoding == "mac-roman"
    assert chosen.text != detected.text
    assert load_article(tmp_path / "ferry.html", encoding="utf8") == detected


@pytest.mark.parametrize("obstacle", ["no workbook", "a file in the way"])
def test_where_nothing_can_be_kept_the_article_is_given_all_the_same(
    obstacle, tmp_path, monkeypatch, workbook
):
    (tmp_path / "ferry.html").write_text(page(), encoding="utf-8")
    if obstacle == "no workbook":
        monkeypatch.setenv("WORKBOOK_HOME", str(tmp_path / "nowhere"))
    else:
        (workbook / "my_work").write_text("no folder")
    article = load_article(tmp_path / "ferry.html")
    assert article.text == TEXT
    assert article.origin.kept == ""


def test_corrections_by_hand_are_kept_in_the_same_file_and_the_text_stays(tmp_path):
    (tmp_path / "ferry.html").write_text(page(), encoding="utf-8")
    article = load_article(tmp_path / "ferry.html")
    day = datetime.date(2031, 9, 17)
    path = keep_article(article, title="The last ferry", byline="Bo Lind", published=day)
    corrected = load_article(tmp_path / "ferry.html")
    assert (corrected.title, corrected.byline) == ("The last ferry", "Bo Lind")
    assert corrected.published == day
    assert corrected.fingerprint == article.fingerprint
    assert [path.name] == kept_files()
    keep_article(corrected, published=None)
    assert load_article(path).published is None


def test_a_pasted_text_can_be_kept_and_is_chosen_like_any_other():
    article = Article.from_text("It rained.\n\nWe stayed.")
    set_article(keep_article(article, title="Rain", outlet="The Tide"))
    assert load_article() == dataclasses.replace(article, title="Rain", outlet="The Tide")


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        ({"text": "Another."}, "never changed"),
        ({"author": "Bo"}, "author.*title, byline, published, outlet, url"),
        ({"published": "2031-05-04"}, "published.*datetime.date"),
        ({"published": datetime.datetime(2031, 5, 4)}, "published"),
        ({"title": None}, "title = None"),
    ],
)
def test_a_correction_that_cannot_be_kept_is_said_and_nothing_is_written(correction, said):
    with pytest.raises(TypeError, match=said):
        keep_article(Article.from_text("It rained."), **correction)
    with pytest.raises(TypeError, match="Wanted an Article, got str"):
        keep_article("It rained.")
    assert kept_files() == []


LINKS = st.builds(Link, st.text(), st.text())
ORIGINS = st.builds(
    Origin,
    file=st.text(),
    sha256=st.just("") | st.text("0123456789abcdef", min_size=64, max_size=64),
    loader=st.text(),
    left_out=st.lists(st.text(), max_size=3).map(tuple),
    encoding=st.text(),
    url=st.text(),
    retrieved=st.none() | st.datetimes(timezones=st.just(datetime.UTC)),
)
ANY_SIGN = st.text(st.characters())  # with half surrogate pairs, as broken programs paste them
ARTICLES = st.builds(
    Article,
    text=ANY_SIGN,
    title=ANY_SIGN,
    byline=st.text(),
    published=st.none() | st.dates(),
    related=st.lists(LINKS, max_size=2).map(tuple),
    origin=ORIGINS,
)


@settings(deadline=None)  # the first one loads the library
@given(ARTICLES)
def test_whatever_is_kept_is_loaded_back_equal(article):
    path = keep_article(article)
    assert load_article(path) == article
    path.unlink()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"form": "article of 2099"}',
    ],
)
def test_a_damaged_kept_file_is_said(content, tmp_path):
    (tmp_path / "x.article.json").write_bytes(content)
    with pytest.raises(UnreadableArticle, match=r"x\.article\.json is no kept article.*Delete it"):
        load_article(tmp_path / "x.article.json")


@pytest.mark.parametrize(
    ("old", "new"),
    [("It rained.", "It snowed."), ('"text"', '"txet"'), ('"related": []', '"related": 3')],
)
def test_a_kept_text_that_was_changed_by_hand_is_not_given(old, new):
    path = keep_article(Article.from_text("It rained."))
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(UnreadableArticle, match="damaged"):
        load_article(path)


def test_a_damaged_kept_file_is_said_rather_than_extracted_anew(tmp_path, workbook):
    (tmp_path / "ferry.html").write_text(page(), encoding="utf-8")
    place = workbook / load_article(tmp_path / "ferry.html").origin.kept
    place.write_text("{")
    with pytest.raises(UnreadableArticle, match="Delete it"):
        load_article(tmp_path / "ferry.html")
    place.unlink()
    assert load_article(tmp_path / "ferry.html").text == TEXT


def test_a_file_of_plain_text_is_its_own_keeper(tmp_path):
    (tmp_path / "a.txt").write_text("It rained.")
    assert load_article(tmp_path / "a.txt").origin.kept == ""
    assert not list(kept._files())
