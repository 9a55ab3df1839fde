"""What people put around an article's text, recognised by its form and where it stands.

None of it is required: the headline first; lines such as ``By AFP`` and ``May 11, 2025``; a line
that is nothing but a link for the picture's credit; ``Related article:`` with a link; ``Original
url:`` with the address. Each is taken out of the text and kept as a field. Everything else is text.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from typing import Any, NamedTuple

from helpers.text.article import Link

# [words](address), or ![alternative text](address) for a picture. The address may hold one level
# of brackets, as Wikipedia's do; neither part crosses a line, so a stray bracket costs nothing.
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]*)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_BARE_ADDRESS = re.compile(r"<?(?P<url>https?://[^\s<>]+)>?", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>.*?)[ \t]*#*")
_BYLINE = re.compile(r"By[ \t]+(?P<name>[^\n]{1,100})", re.IGNORECASE)
RELATED = re.compile(r"(?:Related(?: article| story)?|See also|Read more):[ \t]*", re.IGNORECASE)
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


class Parts(NamedTuple):
    """What the blocks of a file are: fields of the article, its paragraphs, and the rest."""

    fields: dict[str, Any]
    paragraphs: list[str]
    left_out: list[str]
    """The blocks that became fields, in reading order."""


def split_parts(blocks: list[str], *, title: str = "", markdown: bool = False) -> Parts:
    """The blocks of a file, told apart; a ``title`` that is known is not looked for.

    With ``markdown``, links and headings in the text are resolved to their visible words.
    """
    left_out: list[str] = []
    if not title and len(blocks) > 1 and _is_headline(blocks[0]):
        heading = _HEADING.fullmatch(blocks[0])
        title = _visible_words(heading["words"] if heading else blocks[0])
        left_out.append(blocks[0])
        blocks = blocks[1:]
    fields: dict[str, Any] = {"title": title}
    for block in blocks:
        found = _head_field(block, fields.keys())
        if found is None:
            break
        fields[found[0]] = found[1]
        left_out.append(block)
    blocks = blocks[len(fields) - 1 :]
    related: list[Link] = []
    paragraphs: list[str] = []
    position = 0
    while position < len(blocks):
        block = blocks[position]
        address, used = _original_url(blocks[position : position + 2])
        link = _related_link(block)
        if address:
            fields["url"] = address
            left_out.extend(blocks[position : position + used])
            position += used - 1
        elif link:
            related.append(link)
            left_out.append(block)
        elif markdown:
            heading = _HEADING.fullmatch(block)
            paragraphs.append(_visible_words(heading["words"] if heading else block))
        else:
            paragraphs.append(block)
        position += 1
    fields["related"] = tuple(related)
    return Parts(fields, [paragraph for paragraph in paragraphs if paragraph], left_out)


def _is_headline(block: str) -> bool:
    if _HEADING.fullmatch(block):
        return True
    words = _visible_words(block)
    return (
        "\n" not in block
        and 0 < len(words) <= LONGEST_HEADLINE
        and not _SENTENCE_END.search(words)
        and _head_field(block, ()) is None
    )


def _head_field(block: str, seen: Collection[str]) -> tuple[str, object] | None:
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
    label = RELATED.match(block)
    link = _LINK.fullmatch(block, label.end()) if label else None
    return Link(link["words"], link["url"]) if link else None


def _visible_words(block: str) -> str:
    """The block as a reader sees it: links as their words, pictures gone."""
    return _LINK.sub(lambda m: "" if m[0].startswith("!") else m["words"], block).strip()


def same_words(one: str, other: str) -> bool:
    """Do two headlines differ in spaces, signs and capitals alone?

    >>> same_words("Rain – again!", "RAIN AGAIN")
    True
    """
    return words_alone(one) == words_alone(other)


def words_alone(text: str) -> str:
    """The letters and digits of a text, capitals and small letters as one."""
    return re.sub(r"[\W_]+", "", text).casefold()
