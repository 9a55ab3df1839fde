import io

import pypdf
import pytest

from helpers import UnreadableArticle, load_article
from helpers.text.loading.pdf import read
from tests.text.loading.files import pdf, pdf_of, saved

LINES = [
    "Harbour café’s last ferry",
    "",
    "By Ana Silva",
    "",
    "The ferry to Ellar carries thirty cars, and on Friday it will sail for the",
    "last time, said “Captain” Joan Mbeki \u2014 it’s been a hundred years of govern-",
    "ment service.",
    "",
    "Its owner, whom the government knows, gave no reason. “We are sorry,” he",
    "wrote.",
]
TEXT = (
    "The ferry to Ellar carries thirty cars, and on Friday it will sail for the last time, said "
    "“Captain” Joan Mbeki — it’s been a hundred years of government service.\n\n"
    "Its owner, whom the government knows, gave no reason. “We are sorry,” he wrote."
)


def encrypted(user_password: str, algorithm: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([LINES])))
    writer.encrypt(user_password, "owner's", algorithm=algorithm)
    return saved(writer)


def test_lines_become_paragraphs_and_a_divided_word_that_is_whole_elsewhere_is_put_together():
    article = read(pdf([LINES]), "ferry.pdf")
    assert article.title == "Harbour café’s last ferry"
    assert article.byline == "Ana Silva"
    assert article.text == TEXT
    assert article.origin.loader.startswith("pypdf ")
    assert article.origin.left_out == ("Harbour café’s last ferry", "By Ana Silva")


def test_a_hyphen_at_the_end_of_a_line_stays_where_nothing_says_that_it_divides():
    lines = ["Talks began on a well-", "known matter with a 30-", "day limit for everybody there."]
    text = read(pdf([lines]), "talks.pdf").text
    assert text == "Talks began on a well-known matter with a 30-day limit for everybody there."


def test_without_space_between_them_paragraphs_end_where_a_line_ends_early_with_a_sentence():
    lines = [line for line in LINES[4:] if line]
    assert read(pdf([lines]), "ferry.pdf").text == TEXT


@pytest.mark.parametrize("leading", [12, 14, 28])
def test_paragraphs_are_the_same_at_every_distance_of_lines(leading):
    assert read(pdf([LINES], leading=leading), "ferry.pdf").text == TEXT


def test_page_numbers_are_left_out_and_a_sentence_goes_on_across_pages():
    article = read(pdf([[*LINES[:6], "", "7"], [*LINES[6:], "", "8"]]), "ferry.pdf")
    assert article.text == TEXT
    assert article.origin.left_out[-2:] == ("7", "8")


def test_numbers_that_do_not_count_the_pages_are_text():
    pages = [["The sum of this page is", "12"], ["and the sum of the other page is", "31"]]
    assert read(pdf(pages), "sums.pdf").text == (
        "The sum of this page is 12 and the sum of the other page is 31"
    )


def test_a_line_on_every_page_is_left_out():
    pages = [["The Tide, September 2031", "", f"It was the day number {n}."] for n in (5, 3, 9)]
    article = read(pdf(pages), "days.pdf")
    assert article.origin.left_out == ("The Tide, September 2031",) * 3
    assert article.text.count("day number") == 3


def test_title_and_author_of_the_properties_are_taken_where_they_describe_this_text():
    untitled = LINES[4:]
    article = read(pdf([untitled], title="A last ferry", author="Ana Silva"), "ferry.pdf")
    assert (article.title, article.byline) == ("A last ferry", "Ana Silva")
    article = read(pdf([untitled], title="Microsoft Word - x.doc", author="Typist"), "ferry.pdf")
    assert (article.title, article.byline) == ("", "")


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128"])
def test_a_file_that_only_forbids_printing_is_read(algorithm):
    assert read(encrypted("", algorithm), "ferry.pdf").text == TEXT


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(encrypted("secret", "RC4-128"), "is encrypted.*password", id="encrypted"),
        pytest.param(pdf_of([b"0 0 100 100 re f"] * 2), "no text layer.*OCR", id="scanned"),
        pytest.param(b"%PDF-1.4\nIt rained.", "damaged", id="no PDF"),
        pytest.param(pdf([LINES])[:700], "damaged|no text layer", id="cut off"),
        pytest.param(pdf([["The headline only"], []]), "", id="one line"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_named_with_the_remedy(raw, said, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(raw)
    if not said:
        assert load_article(file).text == "The headline only"
        return
    with pytest.raises(UnreadableArticle, match=said) as caught:
        load_article(file)
    assert "report.pdf" in str(caught.value)
    assert ".txt" in str(caught.value)


def test_a_page_without_text_among_others_is_said():
    pages = [b"BT /F1 11 Tf 72 760 Td (It rained all day long.) Tj ET", b"0 0 9 9 re f"]
    assert read(pdf_of(pages), "x.pdf").origin.left_out == ("page 2: no text layer",)
