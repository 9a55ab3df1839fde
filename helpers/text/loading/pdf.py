"""PDF files: the lines of the text layer, put together to paragraphs.

A PDF knows where each line stands and not what a paragraph is. Two lines are one paragraph unless
there is more space between them than usual, the letters change their size, or the first of them
ends early and with a sentence. Across columns and pages they are one unless a sentence ends.
"""

from __future__ import annotations

import io
import itertools
import logging
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from helpers.text.article import Article, Origin
from helpers.text.loading.conventions import same_words, split_parts
from helpers.text.loading.unreadable import UnreadableArticle

WIDER = 1.3
"""So much more than the usual distance of two lines is the distance of two paragraphs."""
SHORTER = 0.8
"""A line of less than this share of a full line ends early."""

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
_NUMBER = re.compile(
    r"(?:page\s+)?[-–—|]?\s*(?P<number>\d{1,4})\s*[-–—|]?(?:\s*(?:of|/)\s*\d+)?", re.I
)
_BROKEN_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-\Z")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
# What programs write where nobody gave a title.
_NO_TITLE = re.compile(r"untitled.*|microsoft word - .*|.*\.(?:pdf|docx?|odt|indd|html?)", re.I)
_REMEDY = (
    "Open it in a PDF viewer, copy the article's text into a file that ends in .txt, and load "
    "that file."
)


def read(raw: bytes, name: str) -> Article:
    """The article in the bytes of the PDF file called ``name``, if it has a text layer.

    A word divided at the end of a line is put together where it stands elsewhere in the file
    undivided; else its hyphen stays. Page numbers, and lines that stand on every page, are left
    out. The title is a headline at the beginning, else that in the file's properties; their
    author is believed where they give this title.

    Raises:
        UnreadableArticle: it is no PDF, is damaged or encrypted, or has no text layer.
    """
    import pypdf

    pages, properties = _open(raw, name)
    if not any(line.text for page in pages for line in page):
        raise UnreadableArticle(
            f"{name} has no text layer: its {len(pages)} pages are pictures, as a scanner makes "
            "them. Run it through a program that recognises text (OCR), or type the article into "
            "a file that ends in .txt, and load that file."
        )
    left_out = [f"page {n}: no text layer" for n, page in enumerate(pages, 1) if not page]
    running = _running_lines(pages)
    left_out += [line.text for line in running]
    lines = [[line for line in page if line not in running] for page in pages]
    stated = properties.get("title", "")
    parts = split_parts(_paragraphs(lines))
    if not parts.paragraphs:
        raise UnreadableArticle(
            f"{name} holds a headline and page numbers, but no paragraph of text. {_REMEDY}"
        )
    fields = parts.fields
    fields["title"] = fields["title"] or ("" if _NO_TITLE.fullmatch(stated) else stated)
    if stated and same_words(stated, fields["title"]) and properties.get("author"):
        fields.setdefault("byline", properties["author"])
    return Article(
        text="\n\n".join(parts.paragraphs),
        origin=Origin(
            file=name,
            sha256=sha256(raw).hexdigest(),
            loader=f"pypdf {pypdf.__version__}",
            left_out=(*parts.left_out, *left_out),
        ),
        **fields,
    )


@dataclass(eq=False)
class _Line:
    """A line of a page: its words, where it begins, and how large its letters are."""

    text: str
    x: float
    y: float
    size: float


def _open(raw: bytes, name: str) -> tuple[list[list[_Line]], dict[str, str]]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    # It reports every fault that it can read past.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(raw))
        # Many files are encrypted with an empty password, only to forbid printing.
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileNotDecryptedError("it asks for a password")
        stated: Any = reader.metadata or {}
        properties = {
            field: str(stated.get(key) or "").strip()
            for field, key in (("title", "/Title"), ("author", "/Author"))
        }
        return [_lines(page) for page in reader.pages], properties
    except (FileNotDecryptedError, DependencyError) as error:
        raise UnreadableArticle(
            f"{name} is encrypted. Open it in a PDF viewer with its password, print it to a new "
            "PDF or copy the article's text into a file that ends in .txt, and load that file."
        ) from error
    except Exception as error:  # whatever pypdf raises on a damaged file
        said = str(error).strip().split("\n")[0][:200].rstrip(".") or type(error).__name__
        raise UnreadableArticle(f"{name} is damaged, or is no PDF: {said}. {_REMEDY}") from error


def _lines(page: Any) -> list[_Line]:
    lines: list[_Line] = []
    line = _Line("", 0, 0, 0)

    def visit(text: str, user: list[float], matrix: list[float], _: Any, size: float) -> None:
        nonlocal line
        for piece in re.split(r"(\n)", text):
            if piece == "\n":
                lines.append(line)
                line = _Line("", 0, 0, 0)
                continue
            if piece.strip() and not line.text.strip():
                # From the place in the text's own system to the place on the page.
                x, y = matrix[4], matrix[5]
                line.x = x * user[0] + y * user[2] + user[4]
                line.y = x * user[1] + y * user[3] + user[5]
                line.size = abs(size) * math.hypot(matrix[2], matrix[3]) * math.hypot(*user[2:4])
            line.text += piece

    page.extract_text(visitor_text=visit)
    lines.append(line)
    for line in lines:
        line.text = re.sub(r"[ \t\r\f\v]+", " ", line.text).strip(" ")
    return [line for line in lines if line.text]


def _running_lines(pages: list[list[_Line]]) -> list[_Line]:
    """First and last lines of pages that count the pages, or are the same on all of them.

    One page is too few to tell; for the same words three are needed.
    """
    full = [page for page in pages if len(page) > 1]
    found: list[_Line] = []
    for edge in (0, -1):
        lines = [page[edge] for page in full]
        numbers = [_NUMBER.fullmatch(line.text) for line in lines]
        counts = [
            int(number["number"]) - position for position, number in enumerate(numbers) if number
        ]
        counting = len(lines) > 1 and len(counts) == len(lines) and len(set(counts)) == 1
        if counting or (len(lines) > 2 and len({line.text for line in lines}) == 1):
            found += lines
    return found


def _paragraphs(pages: list[list[_Line]]) -> list[str]:
    lines = [line for page in pages for line in page]
    page_of = {id(line): number for number, page in enumerate(pages) for line in page}
    gaps = [_gap(one, two) for one, two in itertools.pairwise(lines)]
    usual = _usual(gap for gap in gaps if gap > 0)
    lengths = sorted(len(line.text) for line in lines)
    full_line = lengths[len(lengths) * 9 // 10]
    words = {word.casefold() for line in lines for word in _NEXT_WORD.findall(line.text)}
    paragraphs: list[list[str]] = []
    before: _Line | None = None
    for line in lines:
        if before is None or _is_new(
            before, line, page_of[id(before)] != page_of[id(line)], usual, full_line
        ):
            paragraphs.append([line.text])
        else:
            # Only the line before is looked at: a paragraph may be as long as a book.
            paragraphs[-1][-1:] = _joined(paragraphs[-1][-1], line.text, words)
        before = line
    return ["".join(pieces) for pieces in paragraphs]


def _gap(one: _Line, two: _Line) -> float:
    """The distance of two lines, as a multiple of the size of their letters."""
    return (one.y - two.y) / (max(one.size, two.size) or 1)


def _usual(gaps: Iterable[float]) -> float:
    """The distance of lines in a paragraph: the smallest that is no exception."""
    ordered = sorted(gaps)
    return ordered[len(ordered) // 10] if ordered else 1


def _is_new(one: _Line, two: _Line, new_page: bool, usual: float, full_line: float) -> bool:
    """Does a paragraph begin with line ``two``?"""
    ended = bool(_SENTENCE_END.search(one.text))
    if abs(one.size - two.size) > 0.1 * max(one.size, two.size):
        return True
    gap = _gap(one, two)
    if new_page or gap <= 0:
        return ended
    indented = 0.5 < (two.x - one.x) / (two.size or 1) < 5
    return gap > WIDER * usual or (ended and (indented or len(one.text) < SHORTER * full_line))


def _joined(one: str, two: str, words: set[str]) -> tuple[str, str]:
    """Two lines as they follow each other in a paragraph, with what stands between them."""
    broken, following = _BROKEN_WORD.search(one), _NEXT_WORD.match(two)
    if one.endswith("\u00ad"):
        return one, two
    if not broken or not following or not following[0][0].islower():
        return one if one.endswith("-") else f"{one} ", two
    whole = (broken[1] + following[0]).casefold()
    return one[:-1] if whole in words else one, two
