"""Plain text and Markdown, as people paste an article into a file."""

from __future__ import annotations

from hashlib import sha256

from helpers.text.article import Article, Origin
from helpers.text.loading.conventions import split_parts
from helpers.text.loading.encoding import decode
from helpers.text.loading.unreadable import UnreadableArticle
from helpers.text.segmentation import find_paragraphs


def read(raw: bytes, name: str, *, encoding: str | None = None, declared: str = "") -> Article:
    """The article in the bytes of the file called ``name``.

    Raises:
        UnreadableArticle: the bytes are empty, binary, in an encoding that cannot be told, or
            hold no letter.
    """
    text, used = decode(raw, name, declared=declared, chosen=encoding)
    if not any(sign.isalnum() for sign in text):
        raise UnreadableArticle(
            f"{name} holds no words. Open it in an editor: was the article's text saved in it?"
        )
    parts = split_parts([span.of(text) for span in find_paragraphs(text)], markdown=True)
    if not parts.paragraphs:
        raise UnreadableArticle(
            f"{name} holds a headline and the lines around it, but no paragraph of text. Paste "
            "the article's text below them, with a blank line between paragraphs."
        )
    origin = Origin(
        file=name,
        sha256=sha256(raw).hexdigest(),
        loader="plain text",
        left_out=tuple(parts.left_out),
        encoding=used,
    )
    return Article(text="\n\n".join(parts.paragraphs), origin=origin, **parts.fields)
