"""Why a partner's file cannot be compared with, in words for pupils: what came, what to do."""

from __future__ import annotations

import json
import re

from helpers.text.article import Article

LARGEST = 6_000_000
"""Bytes; a class's marks on a book have less."""
WHERE = "It is in your partner's folder my_work/annotations, and its name ends in .journal.jsonl."
# What a file says of the text that it was made on, in each of the formats: looked for in the bytes,
# because the file may be damaged.
_FINGERPRINTS = re.compile(rb'"(?:text_sha256|schema:sha256)"\s*:\s*"([^"]{0,100})"')
_TITLE = re.compile(rb'"(?:dcterms:)?title"\s*:\s*("(?:[^"\\]|\\.){1,300}")')


def too_large(name: str) -> str:
    """What to say of a file that has more than a file of marks can have."""
    return f"{name} is too large for a file of marks. Is it the right one? {WHERE}"


def why_refused(name: str, content: bytes, article: Article) -> str:
    """What to say of a file that could not be read as marks on this article."""
    if len(content) > LARGEST:
        return too_large(name)
    made_on = set(_FINGERPRINTS.findall(content))
    own = {text.fingerprint.encode() for text in (article, article.headline_text())}
    if made_on and not made_on & own:
        return (
            f"{name} was made on another text{_title(content)}; yours is “{article.title}”. Choose "
            "the same article on both machines, mark it, and bring the file again. If the titles "
            "are the same, the texts are not: load one and the same file on both."
        )
    return (
        f"{name} cannot be used: it is no file of marks, or it is damaged, or another version of "
        f"the workbook made it. Ask your partner for the file again. {WHERE}"
    )


def _title(content: bytes) -> str:
    """The title of the text that a file was made on, as part of a sentence; "" if it has none."""
    found = _TITLE.search(content)
    try:
        return f", “{' '.join(json.loads(found[1]).split())}”" if found else ""
    except ValueError:  # an escape that is none, or no UTF-8
        return ""
