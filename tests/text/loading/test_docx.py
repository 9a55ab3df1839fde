import datetime
import io
import zipfile

import docx
import pytest

from helpers import UnreadableArticle, load_article
from helpers.text.loading.docx import LARGEST_UNPACKED, MOST_FILES, read
from tests.text.loading import files
from tests.text.loading.files import PARAGRAPHS, TEXT, TITLE, saved


def archive(parts: dict[str, bytes | str]) -> bytes:
    """A zip archive with these files in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def changed(raw: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A Word file of which one part reads otherwise."""
    with zipfile.ZipFile(io.BytesIO(raw)) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    return archive(parts)


@pytest.mark.parametrize("style", ["Title", "Heading 1", "Normal"])
def test_title_and_paragraphs_come_as_they_were(style):
    article = read(files.docx(style=style), "ferry.docx")
    assert article.title == TITLE
    assert article.text == TEXT
    assert article.origin.left_out == (TITLE,)
    assert article.origin.loader.startswith("python-docx ")


def test_byline_and_day_under_the_title_are_fields():
    raw = files.docx(["By Ana Silva", "September 17, 2031", *PARAGRAPHS])
    article = read(raw, "ferry.docx")
    assert (article.byline, article.published) == ("Ana Silva", datetime.date(2031, 9, 17))
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("stated", "byline"),
    [pytest.param(TITLE, "Ana Silva", id="of this text"), pytest.param("Form 7", "", id="not")],
)
def test_the_author_in_the_properties_is_believed_where_they_describe_this_text(stated, byline):
    document = docx.Document(io.BytesIO(files.docx()))
    document.core_properties.title = stated
    document.core_properties.author = "Ana Silva"
    article = read(saved(document), "ferry.docx")
    assert (article.title, article.byline, article.published) == (TITLE, byline, None)


def test_a_title_that_only_the_properties_hold_is_taken_from_there():
    document = docx.Document(io.BytesIO(files.docx(title="")))
    document.core_properties.title = TITLE
    article = read(saved(document), "ferry.docx")
    assert (article.title, article.text) == (TITLE, TEXT)


def test_headings_tables_links_and_line_breaks_stay_in_their_order():
    document = docx.Document(io.BytesIO(files.docx()))
    document.add_heading("What next", 2)
    for text, cell in zip(["Ship", "Cars"], document.add_table(1, 2).rows[0].cells, strict=True):
        cell.text = text
    document.add_paragraph("One line\nand another.")
    text = read(saved(document), "ferry.docx").text
    assert text == f"{TEXT}\n\nWhat next\n\nShip\n\nCars\n\nOne line\nand another."


def test_words_added_under_track_changes_are_read_and_deleted_ones_are_not():
    raw = files.docx(["The ferry OLD sails.", "It is late."])
    new = (
        b'</w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t>often</w:t></w:r></w:ins>'
        b'<w:del w:id="2" w:author="x"><w:r><w:delText>never</w:delText></w:r></w:del>'
        b'<w:r><w:noBreakHyphen/><w:t xml:space="preserve">'
    )
    article = read(changed(raw, "word/document.xml", b"OLD", new), "ferry.docx")
    assert article.text.split("\n\n")[0] == "The ferry often\u2011 sails."


def test_headers_and_footers_are_listed_as_left_out():
    document = docx.Document(io.BytesIO(files.docx()))
    document.sections[0].header.paragraphs[0].text = "The Tide, page 1"
    article = read(saved(document), "ferry.docx")
    assert article.origin.left_out == (TITLE, "The Tide, page 1")
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(b"PK\x03\x04 and no more", "damaged", id="no archive"),
        pytest.param(archive({"a.txt": "It rained."}), "no Word file", id="another archive"),
        pytest.param(files.docx()[:-900], "damaged", id="cut off"),
        pytest.param(
            files.docx()[:900] + bytes(200) + files.docx()[1100:], "damaged", id="overwritten"
        ),
        pytest.param(files.docx([], title=""), "no paragraph of text", id="nothing in it"),
        pytest.param(
            changed(files.docx(), "word/document.xml", b"<w:p>", b"<w:p"), "damaged", id="XML"
        ),
        pytest.param(
            changed(
                files.docx(),
                "word/document.xml",
                b"<w:document",
                b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document',
            ),
            "entities",
            id="entities",
        ),
        pytest.param(
            archive({"word/document.xml": bytes(LARGEST_UNPACKED + 1)}), "unpacks to", id="bomb"
        ),
        pytest.param(
            archive({f"{number}.xml": b"" for number in range(MOST_FILES + 1)}),
            "unpacks to",
            id="countless files",
        ),
    ],
)
def test_a_word_file_that_cannot_be_read_is_named_with_the_remedy(raw, said, tmp_path):
    file = tmp_path / "report.docx"
    file.write_bytes(raw)
    with pytest.raises(UnreadableArticle, match=said) as caught:
        load_article(file)
    assert "report.docx" in str(caught.value)
    assert ".txt" in str(caught.value)


def test_a_bomb_that_declares_to_be_small_is_not_unpacked():
    raw = bytearray(archive({"word/document.xml": bytes(LARGEST_UNPACKED + 1)}))
    size = (LARGEST_UNPACKED + 1).to_bytes(4, "little")
    assert raw.count(size) == 2  # in the entry and in the directory at the end
    lying = bytes(raw).replace(size, (1000).to_bytes(4, "little"))
    with pytest.raises(UnreadableArticle, match=r"report\.docx is damaged"):
        read(lying, "report.docx")


def test_symbols_that_word_inserts_are_read_or_shown_to_be_missing():
    document = docx.Document()
    for text in ("A headline", "It was 30", "It was fine", "It was late"):
        document.add_paragraph(text)
    raw = saved(document)
    for text, code, sign in (
        ("30", "F0B0", "°"),
        ("fine", "2013", "–"),
        ("late", "F04A", "\ufffd"),
    ):
        end = f"{text}</w:t>".encode()
        symbol = f'<w:sym w:font="Symbol" w:char="{code}"/>'.encode()
        raw = changed(raw, "word/document.xml", end, end + symbol)
        assert f"{text}{sign}" in read(raw, "x.docx").text
