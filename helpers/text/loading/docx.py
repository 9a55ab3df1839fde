"""Word files: the paragraphs and headings of a .docx, in the order of the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from helpers.text.article import Article, Origin
from helpers.text.loading.conventions import same_words, split_parts
from helpers.text.loading.unreadable import UnreadableArticle

LARGEST_UNPACKED = 100_000_000
"""A .docx is a zip archive; one that unpacks to more bytes than this is not opened."""
MOST_FILES = 5000

_REMEDY = (
    "Open it in Word or LibreOffice and save it again as .docx or as plain text (.txt), and load "
    "that file."
)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {
    f"{_WORD}tab": "\t",
    f"{_WORD}br": "\n",
    f"{_WORD}cr": "\n",
    f"{_WORD}noBreakHyphen": "\u2011",
    f"{_WORD}softHyphen": "\u00ad",
}
# Where the font Symbol has the signs that people insert most.
_IN_SYMBOL_FONT = {
    **{0x2D: "\u2212", 0xA3: "\u2264", 0xAE: "\u2192", 0xB0: "\xb0", 0xB1: "\xb1"},
    **{0xB3: "\u2265", 0xB4: "\xd7", 0xB7: "\u2022", 0xB9: "\u2260", 0xBC: "\u2026"},
}
# What is not on the page: what was deleted under "track changes", text boxes (paragraphs of their
# own, met later) and the copies of them for older programs; "w:tab" in settings is a tab stop.
_NOT_HERE = {f"{_WORD}{name}" for name in ("del", "moveFrom", "txbxContent", "pPr", "rPr")}
_COPY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BESIDE = re.compile(r"/word/(?:header\d*|footer\d*|footnotes|endnotes|comments)\.xml")


def read(raw: bytes, name: str) -> Article:
    """The article in the bytes of the Word file called ``name``.

    Its title is the paragraph in the style Title, else a Heading 1 or a headline that it begins
    with, else the title in its properties. Byline and date are those lines under the title; the
    author in the properties, who may be whoever typed the file, is believed only where the
    properties give this title too, and their dates, which are the file's, never.

    Raises:
        UnreadableArticle: it is no Word file, is damaged, holds no text, or unpacks to more than
            ``LARGEST_UNPACKED`` bytes.
    """
    import docx

    _check_archive(raw, name)
    try:
        document = docx.Document(io.BytesIO(raw))
        paragraphs = [
            (text, style) for text, style in _paragraphs(document.element.body) if text.strip()
        ]
        styles = {style.style_id: style.name for style in document.styles}
        known = document.core_properties
        stated, author, language = known.title.strip(), known.author.strip(), known.language
        beside = [text for text in _beside(document.part.package) if text.strip()]
    except Exception as error:  # whatever its libraries raise on a damaged file
        raise UnreadableArticle(
            f"{name} is damaged, or is no Word file: {_first_line(error)} {_REMEDY}"
        ) from error
    texts = [text for text, _ in paragraphs]
    title = _title(paragraphs, styles)
    left_out = []
    if title:
        texts.remove(title)
        left_out.append(title)
    parts = split_parts([text.strip() for text in texts], title=title.strip())
    if not parts.paragraphs:
        raise UnreadableArticle(
            f"{name} holds no paragraph of text, perhaps pictures only. Paste the article's text "
            "into it, or into a file that ends in .txt, and load that file."
        )
    fields = parts.fields
    fields["title"] = fields["title"] or stated
    if stated and same_words(stated, fields["title"]):
        fields.setdefault("byline", author)
    return Article(
        text="\n\n".join(parts.paragraphs),
        language=language,
        origin=Origin(
            file=name,
            sha256=sha256(raw).hexdigest(),
            loader=f"python-docx {docx.__version__}",
            left_out=(*left_out, *parts.left_out, *beside),
        ),
        **fields,
    )


def _check_archive(raw: bytes, name: str) -> None:
    """Refuse what would fill the memory, before anything is unpacked."""
    import zipfile

    most = max(LARGEST_UNPACKED, 2 * len(raw))
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            too_much = len(entries) > MOST_FILES or sum(e.file_size for e in entries) > most
            # What an entry declares is not what it holds: count what comes out, too.
            unpacked = 0
            for entry in () if too_much else entries:
                with archive.open(entry) as file:
                    while (chunk := file.read(1 << 16)) and not too_much:
                        unpacked += len(chunk)
                        too_much = unpacked > most
                        if entry.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in chunk:
                            raise UnreadableArticle(
                                f"{name} declares XML entities, which no Word file needs and "
                                f"which can unfold without end. {_REMEDY}"
                            )
    except UnreadableArticle:
        raise
    except Exception as error:  # zipfile lets through what its unpackers and struct raise
        raise UnreadableArticle(
            f"{name} is damaged, or is no Word file: {_first_line(error)} {_REMEDY}"
        ) from error
    if too_much:
        raise UnreadableArticle(
            f"{name} unpacks to more than {most // 1_000_000} MB in {len(entries)} parts, as "
            f"archives made to fill a computer's memory do. It was not opened. {_REMEDY}"
        )


def _paragraphs(root: Any) -> Iterator[tuple[str, str]]:
    """(text, id of its style) of every paragraph, those in tables and text boxes too."""
    walk = [root]
    while walk:
        element = walk.pop()
        if element.tag == _COPY:
            continue
        if element.tag == f"{_WORD}p":
            style = element.find(f"{_WORD}pPr/{_WORD}pStyle")
            yield "".join(_words(element)), "" if style is None else style.get(f"{_WORD}val", "")
        walk.extend(reversed(element))


def _words(paragraph: Any) -> Iterator[str]:
    walk = list(reversed(paragraph))
    while walk:
        element = walk.pop()
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag == f"{_WORD}sym":
            yield _symbol(element.get(f"{_WORD}char", ""))
        elif element.tag not in _NOT_HERE and element.tag != _COPY:
            yield _SIGNS.get(element.tag, "")
            walk.extend(reversed(element))


def _symbol(code: str) -> str:
    """The sign behind Word's Insert > Symbol; � for one of a picture font that we do not know."""
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    if 0xF000 <= number <= 0xF0FF:  # a place in the font, such as Symbol's, and no Unicode
        return _IN_SYMBOL_FONT.get(number - 0xF000, "\ufffd")
    return chr(number) if 0x20 <= number < 0xD800 else "\ufffd"


def _title(paragraphs: list[tuple[str, str]], styles: dict[str, str | None]) -> str:
    for text, style in paragraphs:
        if styles.get(style) == "Title":
            return text
    first, style = paragraphs[0] if paragraphs else ("", "")
    return first if styles.get(style) == "Heading 1" else ""


def _beside(package: Any) -> Iterator[str]:
    """What stands around the text: in headers, footers, notes and comments."""
    from docx.oxml import parse_xml

    for part in package.iter_parts():
        if _BESIDE.fullmatch(part.partname):
            for text, _ in _paragraphs(parse_xml(part.blob)):
                yield text


def _first_line(error: Exception) -> str:
    """What the library said, as a sentence."""
    said = str(error).strip().split("\n")[0][:200].rstrip(".") or type(error).__name__
    return f"{said}."
