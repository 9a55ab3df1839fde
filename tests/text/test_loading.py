import datetime
import socket
from hashlib import sha256

import pytest

from helpers import UnreadableArticle, load_article, set_article
from helpers.text.article import Link
from helpers.text.loading.conventions import parse_date
from helpers.text.loading.plain import read
from tests.conftest import GIVEN, INVENTED, ROOT


def test_the_given_article_is_read_as_its_readme_says():
    article = load_article(GIVEN)
    assert article.title == "Putin Proposes Direct Russia-Ukraine Talks Next Week"
    assert article.byline == "AFP"
    assert article.published == datetime.date(2025, 5, 11)
    assert article.credit == "kremlin.ru"
    assert article.url == (
        "https://www.themoscowtimes.com/2025/05/11/"
        "putin-proposes-direct-russia-ukraine-talks-next-week-a-89040"
    )
    assert article.related == (
        Link("Ukraine's Allies Set Ultimatum to Russia for 30-Day Ceasefire", "#"),
    )
    assert article.outlet == "The Moscow Times"
    assert "not to be passed on" in article.rights
    paragraphs = [span.of(article.text) for span in article.paragraphs]
    assert len(paragraphs) == 25
    assert paragraphs[0].startswith("Russian President Vladimir Putin on Sunday")
    assert paragraphs[-1].endswith("growing impatience with Putin.")
    assert "\n\n".join(paragraphs) == article.text


def test_the_given_article_is_kept_byte_for_byte():
    raw = (ROOT / GIVEN).read_bytes()
    expected = "dbc1511b40824061de912e3d9a0e7d8cb514e8f8e7b0f32fb8e79ac74d312f3b"
    assert sha256(raw).hexdigest() == load_article(GIVEN).origin.sha256 == expected


@pytest.mark.parametrize("seed", [GIVEN, *INVENTED])
def test_every_sign_of_the_body_comes_as_it_was(seed):
    article = load_article(seed)
    raw = (ROOT / seed).read_text(encoding="utf-8")
    resolved = raw.replace("[harbour authority](https://harbour.example/plan)", "harbour authority")
    for paragraph in article.paragraphs:
        assert paragraph.of(article.text) in resolved
    assert "](" not in article.text
    for sign in "\"“”’'—…[]\u00a0é":
        kept = sum(raw.count(sign) for raw in [article.text, *article.origin.left_out])
        links = raw.count("[harbour authority]") if sign in "[]" else 0
        assert kept == raw.count(sign) - links, repr(sign)


@pytest.mark.parametrize("seed", INVENTED)
def test_the_invented_reports_are_read_whole(seed):
    article = load_article(seed)
    assert article.title
    assert article.byline
    assert article.published == datetime.date(2031, 9, 17)
    assert article.credit
    assert article.url.startswith("https://")
    assert ".example/" in article.url
    assert len(article.related) == 1
    assert len(article.paragraphs) == 15
    assert "CC BY 4.0" in article.rights


def test_nothing_of_the_file_is_lost_between_text_and_what_was_left_out():
    raw = (ROOT / GIVEN).read_text(encoding="utf-8")
    article = load_article(GIVEN)
    blocks = [block.strip() for block in raw.split("\n\n") if block.strip()]
    kept = [span.of(article.text) for span in article.paragraphs]
    assert sorted(blocks) == sorted([*kept, *article.origin.left_out])


def test_text_without_any_convention_is_all_text():
    article = read(b"It rained.\n\nWe stayed at home.", "plain.txt")
    assert article.title == article.byline == article.url == ""
    assert article.published is None
    assert article.text == "It rained.\n\nWe stayed at home."


def test_a_single_line_is_text_and_no_headline():
    assert read(b"Rain expected", "one.txt").text == "Rain expected"


def test_markdown_headings_links_and_pictures_become_their_visible_words():
    raw = (
        "# Rain [today](https://weather.example/a_(b))\n\nBy Ana Silva\n\n2031-04-05\n\n"
        "![A wet street](street.jpg)\n\nIt [rained](https://x.example) [a lot].\n\n"
        "## Later\n\nIt stopped."
    )
    article = read(raw.encode(), "rain.md")
    assert article.title == "Rain today"
    assert article.byline == "Ana Silva"
    assert article.published == datetime.date(2031, 4, 5)
    assert article.text == "It rained [a lot].\n\nLater\n\nIt stopped."


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("May 11, 2025", (2025, 5, 11)),
        ("Published: Sunday, May 11, 2025", (2025, 5, 11)),
        ("11 Sept. 2001", (2001, 9, 11)),
        ("2nd March 2020", (2020, 3, 2)),
        ("2025-05-11", (2025, 5, 11)),
        ("05/11/2025", None),
        ("February 31, 2025", None),
        ("Room 12, 2025", None),
        ("May 11, 2025 was cold", None),
    ],
)
def test_dates_are_read_only_where_they_can_mean_one_day(words, date):
    assert parse_date(words) == (datetime.date(*date) if date else None)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_give_the_same_text(line_end):
    raw = "Title\n\nOne.\n\nTwo.".replace("\n", line_end)
    assert read(raw.encode(), "x.txt").text == "One.\n\nTwo."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_or_without_a_byte_order_mark_is_read(encoding):
    assert read("Café “quoted”. 🔥".encode(encoding), "x.txt").text == "Café “quoted”. 🔥"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("empty.txt", b"", "is empty", id="empty"),
        pytest.param("blank.txt", b" \n\n ", "is empty", id="white space"),
        pytest.param("signs.txt", b"--- ***", "holds no words", id="no letters"),
        pytest.param("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "binary", id="binary"),
        pytest.param("old.txt", bytes(range(1, 256)) * 2, "encoding could not", id="encoding"),
        pytest.param("cut.txt", b"\xff\xfea", "not in utf-16", id="half a UTF-16 unit"),
        pytest.param("head.txt", b"A headline\n\nBy Ana", "no paragraph of text", id="no body"),
        pytest.param("page.pages", b"PK", "ends in “.pages”", id="format"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_what_was_wrong(tmp_path, name, content, said):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(UnreadableArticle, match=said) as caught:
        load_article(file)
    assert name in str(caught.value)


def test_a_missing_file_is_named_and_a_near_name_is_offered():
    with pytest.raises(FileNotFoundError, match=r"Did you mean ferry-line-the-strait-ledger\.txt"):
        load_article("seeds/ferry-line-the-strait-leger.txt")


def test_a_missing_folder_is_said():
    with pytest.raises(FileNotFoundError, match="no folder"):
        load_article("nowhere/article.txt")


def test_a_folder_instead_of_a_file_is_said_with_an_example():
    with pytest.raises(IsADirectoryError, match=r"is a folder.*ferry-line"):
        load_article("seeds")


def test_no_network_is_touched_where_no_web_address_was_given(monkeypatch):
    for door in ("getaddrinfo", "create_connection", "socket"):
        monkeypatch.setattr(socket, door, lambda *_, **__: pytest.fail("the network was touched"))
    assert load_article().title
    with pytest.raises(FileNotFoundError):
        load_article("www.news.example/today.html")


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ('outlet = "x', "not TOML"),
        ('editor = "x"', "editor"),
        ('published = "2025-05-11"', "published"),
    ],
)
def test_a_wrong_sidecar_is_named_with_what_it_may_hold(tmp_path, sidecar, said):
    (tmp_path / "a.txt").write_text("It rained.")
    (tmp_path / "a.toml").write_text(sidecar)
    with pytest.raises(UnreadableArticle, match=said):
        load_article(tmp_path / "a.txt")


def test_the_article_is_the_one_that_the_workbook_is_set_to():
    assert load_article().title.startswith("Putin")
    set_article(INVENTED[0])
    assert load_article().outlet == "The Strait Ledger"
