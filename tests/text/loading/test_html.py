import datetime
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import UnreadableArticle, load_article
from helpers.text.article import Link
from helpers.text.loading.html import LONGEST_LEFT_OUT, MOST_LEFT_OUT, read
from tests.text.loading.files import PARAGRAPHS, TEXT, TITLE, page

META = """<meta property="og:site_name" content="The Tide"><meta name="author" content="Ana Silva">
<meta property="article:published_time" content="2031-09-17T08:00:00Z">
<link rel="canonical" href="https://tide.example/ferry">"""
JSON_LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2031-09-17T08:00:00Z",
        "author": {"@type": "Person", "name": "Ana Silva"},
        "publisher": {"@type": "Organization", "name": "The Tide"},
    }
)


def test_the_text_of_a_page_is_the_article_and_nothing_around_it():
    article = read(page().encode(), "ferry.html")
    assert article.text == TEXT
    assert article.title == TITLE
    assert article.language == "en"
    assert article.origin.loader.startswith("trafilatura ")


@pytest.mark.parametrize(
    "head",
    [META, f'<script type="application/ld+json">{JSON_LD}</script>'],
    ids=["meta", "JSON-LD"],
)
def test_author_day_and_outlet_are_taken_from_what_the_page_states(head):
    article = read(page(head=head).encode(), "ferry.html")
    assert article.title == TITLE
    assert article.byline == "Ana Silva"
    assert article.published == datetime.date(2031, 9, 17)
    assert article.outlet == "The Tide"
    assert article.text == TEXT


def test_the_address_of_a_saved_page_is_the_one_that_it_states():
    assert read(page(head=META).encode(), "ferry.html").url == "https://tide.example/ferry"


def test_byline_and_day_that_stand_above_the_text_are_fields_and_not_text():
    around = "<p>By Ana Silva</p><p>September 17, 2031</p>"
    article = read(page(around=around).encode(), "ferry.html")
    assert (article.byline, article.published) == ("Ana Silva", datetime.date(2031, 9, 17))
    assert article.text == TEXT


def test_what_was_left_out_is_listed_in_reading_order():
    left_out = read(page().encode(), "ferry.html").origin.left_out
    wanted = ["Home", "Sport", "We use cookies.", TITLE, "Most read", "Cat found on roof"]
    assert [passage for passage in left_out if passage in wanted] == wanted
    assert not any("not shown" in passage or "color" in passage for passage in left_out)
    assert not set(left_out) & set(PARAGRAPHS)


def test_what_was_left_out_is_cut_at_the_stated_bound():
    menu = "".join(f"<li>Entry {number} of it</li>" for number in range(MOST_LEFT_OUT))
    long = f"<p>{'advert ' * LONGEST_LEFT_OUT}</p>"
    markup = page().replace("<nav><ul>", f'<nav><div class="ad">{long}</div><ul>{menu}')
    left_out = read(markup.encode(), "ferry.html").origin.left_out
    assert len(left_out) == MOST_LEFT_OUT + 1
    assert left_out[-1].endswith("more passages)")
    assert max(map(len, left_out)) < LONGEST_LEFT_OUT + 50


@pytest.mark.parametrize(
    "signs",
    [
        "\u00a0",
        "\u202f",
        "\u2009",
        "\u00ad",
        "\u200b",
        "\u200d",
        "\u2060",
        "\u200f",
        "\u2424",
        "e\u0301",
        "\ue000",
        "👩🏽\u200d🚒",
        "“”‘’„«»–—…−",
        "\U00013000",
    ],
    ids=lambda signs: f"U+{ord(signs[0]):04X}",
)
def test_every_sign_comes_as_it_was(signs):
    first = f"The ferry{signs}carries cars, and it {signs}is a hundred years old{signs}now."
    text = read(page([first, *PARAGRAPHS]).encode(), "ferry.html").text
    assert text.split("\n\n")[0] == first


@settings(deadline=None)  # the first one loads the library
@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs", "Cf"]), max_size=30))
def test_signs_of_all_of_unicode_stay_in_their_paragraph(signs):
    words = signs.replace("&", "").replace("<", "").replace(">", "")
    first = f"It is said that {words} is what the ferry to the island was called."
    text = read(page([first, *PARAGRAPHS]).encode(), "ferry.html").text
    shown = " ".join(part for part in first.replace("\u00a0", "\0").split(" ") if part)
    assert text.split("\n\n")[0] == shown.replace("\0", "\u00a0")


def test_two_line_breaks_make_a_paragraph_and_one_makes_a_line():
    broken = f"{PARAGRAPHS[0]}<br><br>{PARAGRAPHS[1]}<br>{PARAGRAPHS[2]}"
    assert read(page([broken]).encode(), "ferry.html").text == (
        f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}"
    )


def test_links_and_emphasis_become_their_words():
    first = 'The <a href="/x">harbour</a> <b>café</b> will <em>close</em>, said its <i>owner</i>.'
    text = read(page([first, *PARAGRAPHS]).encode(), "ferry.html").text
    assert text.startswith("The harbour café will close, said its owner.\n\n")


def test_the_pictures_credit_and_a_related_article_are_fields():
    around = "<figure><img src=a.jpg><figcaption>The pier. Photo: Li Wei</figcaption></figure>"
    related = 'Read more: <a href="https://tide.example/b">Other <b>boats</b></a>'
    article = read(page([*PARAGRAPHS, related], around=around).encode(), "ferry.html")
    assert article.credit == "Li Wei"
    assert article.related == (Link("Other boats", "https://tide.example/b"),)
    assert article.text == TEXT


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<html></html>", id="nothing"),
        pytest.param("no markup at all", id="no page"),
        pytest.param(
            "<html><body><ul>"
            + "".join(f'<li><a href="/{n}">Story {n}. It rained.</a></li>' for n in range(50))
            + "</ul></body></html>",
            id="a list of links",
        ),
        pytest.param("<html><body><h1>Log in</h1><form>Name</form></body></html>", id="a form"),
        pytest.param("<!-- " + TEXT + " -->", id="a remark"),
        pytest.param(f"<script>{TEXT}</script>", id="a program"),
    ],
)
def test_a_page_without_an_article_is_said(markup):
    with pytest.raises(UnreadableArticle, match=r"In menu\.html no article.*ends in \.txt"):
        read(markup.encode(), "menu.html")


def test_a_page_in_an_old_encoding_is_read_as_it_declares(tmp_path):
    file = tmp_path / "ferry.html"
    # Windows's quotation marks under the name that pages give it, as browsers read it.
    markup = page([TEXT.replace("\u202f", " ")], head='<meta charset="iso-8859-1">')
    file.write_bytes(markup.encode("cp1252"))
    article = load_article(file)
    assert "“Captain” Joan Mbeki — it’s" in article.text
    assert article.origin.encoding == "cp1252"


def test_a_page_that_is_in_utf_8_is_read_so_whatever_it_declares():
    article = read(page(head='<meta charset="iso-8859-1">').encode(), "ferry.html")
    assert article.text == TEXT
    assert article.origin.encoding == "utf-8"


def test_the_sidecar_of_a_page_corrects_its_fields(tmp_path):
    (tmp_path / "ferry.html").write_text(page(), encoding="utf-8")
    (tmp_path / "ferry.toml").write_text('byline = "Bo Lind"')
    for _ in range(2):
        assert load_article(tmp_path / "ferry.html").byline == "Bo Lind"


def test_a_large_or_deep_page_is_read_or_refused_and_never_breaks():
    links = page(["<a href=x>It is here.</a> " * 50_000])
    deep = "<div>" * 3000 + f"<p>{PARAGRAPHS[0]}</p>"
    for markup in (deep, page([*PARAGRAPHS] * 300), "<p>" * 20000, "<" * 50000, links):
        began = time.perf_counter()
        try:
            outcome = read(markup.encode(), "x.html").text
        except UnreadableArticle as error:
            outcome = str(error)
        assert PARAGRAPHS[0] in outcome or "x.html" in outcome
        print(f"{len(markup)} characters: {time.perf_counter() - began:.2f} s")


def test_a_quotation_that_is_only_marked_up_gets_its_marks_and_stays_in_its_sentence():
    text = (
        "<p>The mayor said <q>inner words and <q>more</q> of them</q> on Monday, before the "
        "council met in the old hall by the pier to vote.</p>"
    )
    filler = "<p>The council of the island met for three hours, and nobody left the hall.</p>" * 3
    page = f"<html><body><article><h1>A vote</h1>{text}{filler}</article></body></html>"
    article = read(page.encode(), "x.html")
    assert "The mayor said “inner words and ‘more’ of them” on Monday, before" in article.text
