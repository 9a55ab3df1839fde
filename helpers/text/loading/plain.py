"""Plain text and Markdown, as people paste an article into a file.

The conventions, none of them required: the headline first; lines such as ``By AFP`` and
``May 11, 2025``; a line that is nothing but a link for the picture's credit; ``Related article:``
with a link; ``Original url:`` with the address. Each is recognised by its form and where it
stands, taken out of the text and kept as a field. Everything else is text.
"""

from __future__ import annotations

import datetime
import re
from hashlib import sha256

from helpers.text.article import Article, Link, Origin
from helpers.text.loading.unreadable import UnreadableArticle
from helpers.text.segmentation import find_paragraphs

# [words](address), or ![alternative text](address) for a picture. The address may hold one level
# of brackets, as Wikipedia's do; neither part crosses a line, so a stray bracket costs nothing.
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]*)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_BARE_ADDRESS = re.compile(r"<?(?P<url>https?://[^\s<>]+)>?", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>.*?)[ \t]*#*")
_BYLINE = re.compile(r"By[ \t]+(?P<name>[^\n]{1,100})", re.IGNORECASE)
_RELATED = re.compile(r"(?:Related(?: article| story)?|See also|Read more):[ \t]*", re.IGNORECASE)
_ORIGINAL = re.compile(r"(?:Original url|Original|Source|Url):\s*", re.IGNORECASE)
# A headline is one line without the full stop that ends a sentence.
_SENTENCE_END = re.compile(r"[.:;,][\"'\u201d\u2019)\]]*\Z")
LONGEST_HEADLINE = 200

_MONTHS = """
    january february march april may june july august september october november december
    """.split()
_MONTH_NAMES = {
    **{month: number for number, month in enumerate(_MONTHS, 1)},
    **{month[:3]: number for number, month in enumerate(_MONTHS, 1)},
    "sept": 9,
}
_DATE = re.compile(
    r"""
    (?:(?:Published|Updated|Posted):?\s+)?
    (?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?
    (?: (?P<iso>\d{4}-\d\d-\d\d)
      | (?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})
      | (?P<day2>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month2>[A-Za-z]{3,9})\.?,?\s+(?P<year2>\d{4}) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read(raw: bytes, name: str) -> Article:
    """The article in the bytes of the file called ``name``.

    Raises:
        UnreadableArticle: the bytes are empty, binary, or in an encoding other than UTF-8 (or
            UTF-16 with its mark), or hold no letter.
    """
    text = _decode(raw, name).replace("\r\n", "\n").replace("\r", "\n")
    if not any(sign.isalnum() for sign in text):
        raise UnreadableArticle(
            f"{name} holds no words. Open it in an editor: was the article's text saved in it?"
        )
    blocks = [span.of(text) for span in find_paragraphs(text)]
    title, head, body = _split_head(blocks)
    fields: dict[str, object] = {"title": title}
    left_out = [] if not title else [blocks[0]]
    for field, value, block in head:
        fields[field] = value
        left_out.append(block)
    related: list[Link] = []
    paragraphs: list[str] = []
    position = 0
    while position < len(body):
        block = body[position]
        address, used = _original_url(body[position : position + 2])
        if address:
            fields["url"] = address
            left_out.extend(body[position : position + used])
            position += used
            continue
        link = _related_link(block)
        if link:
            related.append(link)
            left_out.append(block)
        else:
            heading = _HEADING.fullmatch(block)
            paragraphs.append(_visible_words(heading["words"] if heading else block))
        position += 1
    if not any(paragraphs):
        raise UnreadableArticle(
            f"{name} holds a headline and the lines around it, but no paragraph of text. Paste "
            "the article's text below them, with a blank line between paragraphs."
        )
    origin = Origin(
        file=name,
        sha256=sha256(raw).hexdigest(),
        loader="plain text",
        left_out=tuple(left_out),
    )
    return Article(
        text="\n\n".join(paragraph for paragraph in paragraphs if paragraph),
        related=tuple(related),
        origin=origin,
        **fields,  # type: ignore[arg-type]
    )


def _decode(raw: bytes, name: str) -> str:
    if not raw.strip():
        raise UnreadableArticle(
            f"{name} is empty. Paste the article's text into it and save it as plain text."
        )
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in raw:
        raise UnreadableArticle(
            f"{name} is not a text: it holds binary data, as pictures, PDF and Word files do. "
            "Open it in the program it comes from and save it as plain text (UTF-8)."
        )
    else:
        encoding = "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableArticle(
            f"{name} is not in UTF-8: byte {error.start + 1} is 0x{raw[error.start]:02X}. It was "
            "probably saved in an older encoding. Open it in an editor, choose “Save as … "
            "UTF-8”, and load it again; guessing would put wrong letters into the text."
        ) from error


def _split_head(
    blocks: list[str],
) -> tuple[str, list[tuple[str, object, str]], list[str]]:
    """Title, (field, value, block) for each line of the head, and the blocks of the body."""
    title = ""
    start = 0
    if len(blocks) > 1 and _is_headline(blocks[0]):
        heading = _HEADING.fullmatch(blocks[0])
        title = _visible_words(heading["words"] if heading else blocks[0])
        start = 1
    head: list[tuple[str, object, str]] = []
    for block in blocks[start:]:
        found = _head_field(block, {field for field, _, _ in head})
        if found is None:
            break
        head.append((*found, block))
    return title, head, blocks[start + len(head) :]


def _is_headline(block: str) -> bool:
    if _HEADING.fullmatch(block):
        return True
    words = _visible_words(block)
    return (
        "\n" not in block
        and 0 < len(words) <= LONGEST_HEADLINE
        and not _SENTENCE_END.search(words)
        and _head_field(block, set()) is None
    )


def _head_field(block: str, seen: set[str]) -> tuple[str, object] | None:
    """The field that a line of the head gives, and its value; None where it is text."""
    words = _visible_words(block)
    byline = _BYLINE.fullmatch(words)
    if byline and "byline" not in seen and not _SENTENCE_END.search(words):
        return "byline", byline["name"].strip()
    date = parse_date(words)
    if date and "published" not in seen:
        return "published", date
    if _LINK.fullmatch(block) and words and "credit" not in seen:
        return "credit", words
    return None


def parse_date(words: str) -> datetime.date | None:
    """The date that ``words`` are, written the English way or as 2025-05-11; else None.

    Dates made of numbers alone (05/11/2025) are not guessed: countries read them differently.

    >>> parse_date("Sunday, May 11, 2025")
    datetime.date(2025, 5, 11)
    """
    match = _DATE.fullmatch(words.strip())
    if not match:
        return None
    try:
        if match["iso"]:
            return datetime.date.fromisoformat(match["iso"])
        month = (match["month"] or match["month2"]).casefold()
        day, year = match["day"] or match["day2"], match["year"] or match["year2"]
        return datetime.date(int(year), _MONTH_NAMES[month], int(day))
    except (KeyError, ValueError):  # "Room 12, 2025", "February 31, 2025"
        return None


def _original_url(blocks: list[str]) -> tuple[str, int]:
    """The address after "Original url:" and how many blocks it took; ("", 0) where none."""
    label = _ORIGINAL.match(blocks[0])
    if not label:
        return "", 0
    rest = blocks[0][label.end() :].strip()
    used = 1
    if not rest and len(blocks) > 1:
        rest, used = blocks[1], 2
    link = _LINK.fullmatch(rest) or _BARE_ADDRESS.fullmatch(rest)
    return (link["url"], used) if link else ("", 0)


def _related_link(block: str) -> Link | None:
    label = _RELATED.match(block)
    link = _LINK.fullmatch(block, label.end()) if label else None
    return Link(link["words"], link["url"]) if link else None


def _visible_words(block: str) -> str:
    """The block as a reader sees it: links as their words, pictures gone."""
    return _LINK.sub(lambda m: "" if m[0].startswith("!") else m["words"], block).strip()
