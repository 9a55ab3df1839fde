import pytest

from helpers import keep_article, load_article, load_articles
from tests.conftest import GIVEN
from tests.text.loading import files


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "texts"
    (place / "inner").mkdir(parents=True)
    for name in ("b.txt", "A.txt", "a.md", "inner/c.txt"):
        (place / name).write_text(f"This is {name}.")
    (place / "page.html").write_text(files.page(), encoding="utf-8")
    (place / "a.toml").write_text('byline = "Ana"')
    (place / "README.md").write_text("What these texts are.")
    (place / "picture.png").write_bytes(b"\x89PNG")
    return place


def test_a_folder_gives_its_articles_in_the_order_of_their_names(folder):
    loaded = load_articles(folder)
    names = [article.origin.file for article in loaded.articles]
    assert names == ["a.md", "A.txt", "b.txt", "page.html"]
    assert loaded.failures == ()
    assert repr(loaded) == "<Loaded: 4 articles, 0 failures>"
    assert loaded.articles[0].byline == "Ana"


def test_what_cannot_be_read_is_listed_with_the_reason_and_stops_nothing(folder):
    (folder / "a.pdf").write_bytes(b"%PDF-1.4 damaged")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    loaded = load_articles(folder)
    assert len(loaded.articles) == 4
    assert [failure.path.name for failure in loaded.failures] == ["a.pdf", "empty.txt", "old.doc"]
    for path, reason in loaded.failures:
        assert path.name in reason


def test_a_pattern_goes_into_folders_and_hides_nothing_that_fits(folder):
    loaded = load_articles(f"{folder}/**/*.txt")
    assert [article.text for article in loaded.articles] == [
        "This is A.txt.",
        "This is b.txt.",
        "This is inner/c.txt.",
    ]
    everything = load_articles(f"{folder}/*")
    assert [failure.path.name for failure in everything.failures] == ["picture.png"]


def test_folder_and_pattern_are_looked_for_in_the_workbook_from_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert len(load_articles("seeds").articles) == 3
    assert len(load_articles("seeds/ferry*.txt").articles) == 2
    assert load_articles(GIVEN).articles == (load_article(GIVEN),)


def test_articles_and_what_was_kept_of_them_are_not_read_twice(folder):
    once = load_articles(folder)
    for article in once.articles:
        keep_article(article).rename(folder / f"{article.origin.file}.article.json")
    assert load_articles(folder).articles == once.articles


@pytest.mark.parametrize("place", ["nowhere", "nowhere/*.txt", "seeds/*.docx", "seeds/readers"])
def test_a_folder_that_is_missing_or_holds_no_text_is_said(place):
    with pytest.raises(FileNotFoundError, match=r"There is no (folder|file).*Check the spelling"):
        load_articles(place)


@pytest.mark.parametrize(
    ("count", "progress", "shown"),
    [(20, True, True), (19, True, False), (20, False, False)],
)
def test_a_bar_is_shown_where_many_files_are_read(count, progress, shown, tmp_path, capsys):
    for number in range(count):
        (tmp_path / f"{number}.txt").write_text("It rained.")
    assert len(load_articles(tmp_path, progress=progress).articles) == count
    assert ("Reading" in capsys.readouterr().err) == shown
