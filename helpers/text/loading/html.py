"""Web pages: trafilatura finds the article, the page gives the words.

What trafilatura leaves out (menus, captions, adverts) is compared with the page and listed in
``origin.left_out``. It is good at telling an article from what surrounds it, and free with signs:
non-breaking spaces become spaces, soft hyphens and joiners disappear, and two line breaks, which
make a paragraph, become one. So each such sign gives its place to a letter that no news page holds
before trafilatura sees the page, and takes it back afterwards.
"""

from __future__ import annotations

import datetime
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from helpers.text.article import Article, Link, Origin
from helpers.text.loading.conventions import RELATED, same_words, split_parts, words_alone
from helpers.text.loading.encoding import decode
from helpers.text.loading.unreadable import UnreadableArticle

MOST_LINKED = 0.7
"""A page of which a larger share is links is a list of articles and not one."""
MOST_PIECES = 20_000
"""No paragraph of an article is made of so many; trafilatura would take minutes over them."""
MOST_LEFT_OUT = 500
LONGEST_LEFT_OUT = 1000
"""``left_out`` lists that many passages of a page, each cut after so many characters."""

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_UNSEEN = """
    script style noscript template iframe object svg math canvas audio video select textarea
    """.split()
_IN_A_LINE = """
    a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt
    ruby s samp small span strike strong sub sup time tt u var wbr td th hi ref graphic lb cell
    """.split()
# A sign that no page can hold stands where a cell of a table ends.
_MARKS = {0x1F: "\t"}
_ENDS = dict.fromkeys(["td", "th", "cell"], "\x1f")
# Hieroglyphs: letters to every library, printable, and composed with nothing.
_STAND_INS = range(0x13000, 0x13400)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CREDIT = re.compile(
    r"(?:Photo(?:graph)?|Picture|Image|Credit)s?(?: (?:by|credit))?: *(?P<name>[^\n]{1,100}?)\.?\Z",
    re.IGNORECASE,
)
# What ends a sentence, in the scripts that have a sign of their own for it.
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*\Z")
SHORTEST_SENTENCE = 15
"""A line with fewer letters is no sentence that tells an article from a menu."""
MANY_BLOCKS = 5000
"""Pages of more pieces are read without the second opinions that trafilatura asks of others;
they take the square of the time."""
Signs = dict[int, int | str]
_FARTHEST_DATE = "2199-12-31"  # else what is a date would depend on the day of reading


def read(
    raw: bytes, name: str, *, encoding: str | None = None, declared: str = "", url: str = ""
) -> Article:
    """The article in the bytes of the page called ``name``, which was fetched from ``url``.

    Raises:
        UnreadableArticle: the encoding cannot be told, or no article was found in the page.
    """
    import trafilatura

    meta = _DECLARED.search(raw[:4096])
    said = declared or (meta[1].decode("ascii", "replace") if meta else "")
    markup, used = decode(raw, name, declared=said, chosen=encoding)
    page = _parse(markup)
    body = None if page is None else page.find("body")
    if body is None:
        raise _no_article(name)
    signs = _put_stand_ins(page)
    pieces = list(_blocks(body))
    if any(len(block.pieces) > MOST_PIECES for block in pieces):
        raise _no_article(name)
    blocks = [block.restored(signs) for block in pieces]
    found = _extract(page, url, fast=len(blocks) > MANY_BLOCKS)
    paragraphs = [
        paragraph
        for block in (_blocks(found.body) if found is not None else ())
        for paragraph in _split(block.restored(signs).text)
    ]
    if not _is_article(paragraphs, blocks):
        raise _no_article(name)
    title = _title(_tidy(found.title or "", signs), paragraphs, blocks)
    if same_words(paragraphs[0], title):
        del paragraphs[0]
    related = tuple(link for block in blocks for link in _related(block))
    words = {words_alone(link.words) for link in related}
    paragraphs = [p for p in paragraphs if words_alone(RELATED.sub("", p, count=1)) not in words]
    parts = split_parts(paragraphs, title=title)
    if not parts.paragraphs:
        raise _no_article(name)
    seen = parts.fields
    return Article(
        text="\n\n".join(parts.paragraphs),
        title=title or seen["title"],
        byline=_tidy(found.author or "", signs) or seen.get("byline", ""),
        published=_date(found.date) or seen.get("published"),
        outlet=_tidy(found.sitename or "", signs),
        url=found.url or url or seen.get("url", ""),
        credit=next((credit for block in blocks for credit in _credit(block)), ""),
        related=related,
        rights=_tidy(found.license or "", signs),
        language=(page.get("lang") or "").strip(),
        origin=Origin(
            file=name,
            sha256=sha256(raw).hexdigest(),
            loader=f"trafilatura {trafilatura.__version__}",
            left_out=tuple(_left_out(blocks, parts.paragraphs)),
            encoding=used,
        ),
    )


@dataclass
class _Block:
    """What stands between two edges of a page: a paragraph, a heading, an entry of a menu."""

    tag: str
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    """How many of its characters are links."""
    links: list[Link] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def restored(self, signs: Signs) -> _Block:
        """The block with its own signs back, its white space as a browser shows it."""
        links = [Link(_tidy(words, signs), url) for words, url in self.links]
        return _Block(self.tag, [_tidy(self.text, signs)], self.linked, links)


def _parse(markup: str) -> Any:
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError):
        return None
    _show_marks_of_quotations(page)
    return page


def _show_marks_of_quotations(page: Any) -> None:
    """Put in the marks that a browser draws around <q>; to trafilatura it is a paragraph."""
    for quotation in list(page.iter("q")):
        inner = next(quotation.iterancestors("q"), None) is not None
        opening, closing = "\u2018\u2019" if inner else "\u201c\u201d"
        quotation.text = opening + (quotation.text or "")
        if len(quotation):
            quotation[-1].tail = (quotation[-1].tail or "") + closing
        else:
            quotation.text += closing
    for quotation in list(page.iter("q")):
        quotation.tag = "span"


def _put_stand_ins(page: Any) -> Signs:
    """The way back from the letters that now stand in the page to the signs that they replace."""
    present = set("".join(page.itertext()))
    free = (letter for letter in _STAND_INS if chr(letter) not in present)
    ours = sorted(sign for sign in present if not sign.isprintable() and sign not in " \t\r\n\f")
    # Unicode knows some 60 spaces, joiners and marks of direction, and all of them have a letter.
    # What has none, in a page that holds a thousand signs without a shape, is no text.
    there = dict.fromkeys(map(ord, ours))
    line_break = chr(next(free, 0xFFFC))
    there.update(zip(map(ord, ours), free, strict=False))
    back: Signs = {letter: sign for sign, letter in there.items() if letter is not None}
    there[ord("\f")] = ord(" ")  # white space in a page, and nothing at all in a tree
    for element in page.iter():
        if element.text:
            element.text = element.text.translate(there)
        if element.tail:
            element.tail = element.tail.translate(there)
        if element.tag == "br":
            element.tail = line_break + (element.tail or "")
    return {ord(line_break): ord("\n"), **back}


def _extract(page: Any, url: str, *, fast: bool) -> Any:
    import trafilatura

    # It reports to its log what the reader is told here in words.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            page,
            url=url or None,
            fast=fast,
            include_comments=False,
            with_metadata=True,
            # The day of publication, not of the last change, and only where the page states it.
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": _FARTHEST_DATE,
            },
        )
    except (ValueError, RecursionError):  # a page that it cannot take apart
        return None


def _blocks(root: Any) -> Iterator[_Block]:
    """The pieces of a page, or of what trafilatura made of it, in reading order."""
    from lxml.etree import iterwalk

    block = _Block(root.tag)
    links: list[list[str]] = []
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        unseen = tag in _UNSEEN or _hidden(element)
        if event == "start":
            if unseen:
                walk.skip_subtree()
                continue
            if tag not in _IN_A_LINE:
                yield block
                block = _Block(tag)
            if tag == "a" and element.get("href"):
                links.append([])
            words = element.text or ""
        else:
            if not unseen:
                if tag == "a" and element.get("href"):
                    block.links.append(Link("".join(links.pop()), element.get("href")))
                if tag not in _IN_A_LINE:
                    yield block
                    parent = element.getparent()
                    block = _Block(tag if parent is None else parent.tag)
            words = element.tail or "" if element is not root else ""
            words = _ENDS.get(tag, "") + words
        block.pieces.append(words)
        if links:
            links[-1].append(words)
            block.linked += len(words.strip())
    yield block


def _hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").casefold()
    return element.get("hidden") is not None or "display:none" in style


def _tidy(text: str, signs: Signs | None = None) -> str:
    """The text as a browser shows it: white space runs together, lines and other signs stay."""
    lines = _SPACE.sub(" ", text).translate({**_MARKS, **(signs or {})}).split("\n")
    return "\n".join(line.strip(" \t") for line in lines).strip()


def _split(text: str) -> list[str]:
    """The paragraphs of a block: two line breaks divide them."""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def _is_article(paragraphs: list[str], blocks: list[_Block]) -> bool:
    """Is there a sentence, and are there more words than those of links?

    A page that only lists headlines, or asks to log in, has words too.
    """
    text = "\n".join(paragraphs)
    whole = words_alone(text)
    links = {words_alone(block.text): block.linked for block in blocks if block.linked}
    linked = sum(size for words, size in links.items() if words in whole)
    told = any(
        _SENTENCE_END.search(line) and len(words_alone(line)) >= SHORTEST_SENTENCE
        for line in text.split("\n")
    )
    return told and linked < MOST_LINKED * len(text)


def _title(stated: str, paragraphs: list[str], blocks: list[_Block]) -> str:
    """The headline as it stands above the article, else as the page's head states it."""
    headings = {words_alone(block.text): block.text for block in blocks if block.tag == "h1"}
    return headings.get(words_alone(paragraphs[0])) or headings.get(words_alone(stated)) or stated


def _related(block: _Block) -> Iterator[Link]:
    label = RELATED.match(block.text)
    if label and len(block.links) == 1 and block.links[0].words == block.text[label.end() :]:
        yield block.links[0]


def _credit(block: _Block) -> Iterator[str]:
    credit = _CREDIT.search(block.text) if block.tag in ("figcaption", "figure") else None
    if credit:
        yield credit["name"]


def _date(stated: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None


def _left_out(blocks: list[_Block], paragraphs: list[str]) -> Iterator[str]:
    lines = [words_alone(line) for paragraph in paragraphs for line in paragraph.split("\n")]
    whole, kept = "".join(lines), Counter(lines)
    passages = []
    for block in blocks:
        keys = [words_alone(line) for line in block.text.split("\n")]
        # A long passage may have become a part of a paragraph; a short one found inside others'
        # words ("News" in "newspaper") says nothing.
        repeated = any(key in kept and not kept[key] for key in keys)
        if repeated or any(
            key not in kept and (len(key) < 20 or key not in whole) for key in keys if key
        ):
            passages.append(block.text)
        kept.subtract(key for key in keys if kept[key])
    for passage in passages[:MOST_LEFT_OUT]:
        more = len(passage) - LONGEST_LEFT_OUT
        yield passage[:LONGEST_LEFT_OUT] + (f" … ({more} more characters)" if more > 0 else "")
    if len(passages) > MOST_LEFT_OUT:
        yield f"… ({len(passages) - MOST_LEFT_OUT} more passages)"


def _no_article(name: str) -> UnreadableArticle:
    return UnreadableArticle(
        f"In {name} no article was found: no passage of sentences, only headings, links or forms. "
        "Some pages show their text only in a browser or after logging in. Open the page, copy "
        "the article's text into a file that ends in .txt, and load that file."
    )
