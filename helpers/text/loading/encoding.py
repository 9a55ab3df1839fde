"""Bytes to signs: which encoding a text is in, and who says so."""

from __future__ import annotations

import codecs
import re

from helpers.text.loading.unreadable import UnreadableArticle

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Pages that declare these mean Windows's larger set, and browsers read them so. Source: WHATWG,
# Encoding Standard, "names and labels".
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
# A page whose declaration can be read byte by byte is not in UTF-16; the others hide one text in
# another.
_NOT_SAID = re.compile(r"utf-(16|32|7)|idna|punycode|.*escape")
# What texts in Latin letters are in where they are not in UTF-8. Asked of all it knows, the
# detector takes “Café” in a short text for Japanese.
_LATIN = ["cp1252", "cp1250", "cp1254", "cp1257", "mac_roman"]
A_DRAW = 0.06
"""Two encodings that differ by less in how much a text looks like a language are as likely."""
# A sign between two letters, a capital after a small letter, or a letter that only Icelandic, Czech
# or Turkish (in their own encodings something else) would have.
_BETWEEN_LETTERS = (
    "\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u0192\u02c6\u02dc"
    "\u2020-\u2022\u2026\u2030\u20ac\u2122\u201a\u201e"
)
_NOT_WESTERN = re.compile(
    rf"[^\W\d_][{_BETWEEN_LETTERS}](?=[^\W\d_])"
    r"|[a-z\xdf-\xf6\xf8-\xff][A-Z\xc0-\xd6\xd8-\xde\u0152\u0160\u017d\u0178]"
    r"|[\xf0\xfe\xfd\xdd\xde\xd0]"
)
_ONE_BYTE = re.compile(r"cp125\d|iso8859|mac|latin|koi8")


def decode(
    raw: bytes, name: str, *, declared: str = "", chosen: str | None = None
) -> tuple[str, str]:
    """The text in ``raw`` and the encoding that it was in, as Python spells it.

    In this order: the encoding ``chosen`` by the reader; a byte order mark; what the page or its
    server ``declared``; UTF-8, if every byte fits; what charset-normalizer finds most likely.
    Western European (cp1252) wins a draw, then
    Central European (cp1250). Line ends become ``\\n``.

    >>> decode(b"caf\\xe9 cr\\xe8me", "menu.txt", chosen="latin-1")
    ('café crème', 'iso8859-1')

    Raises:
        UnreadableArticle: the bytes are empty, binary, or fit no encoding; or ``chosen`` is
            unknown or does not fit.
    """
    if not raw.strip():
        raise UnreadableArticle(
            f"{name} is empty. Paste the article's text into it and save it as plain text."
        )
    encoding = canonical(chosen, name) if chosen else _found(raw, name, declared)
    try:
        text = raw.decode(encoding)
    except UnicodeError as error:
        at = f": byte {error.start + 1} does not fit" if hasattr(error, "start") else ""
        raise UnreadableArticle(f"{name} is not in {encoding}{at}. {_remedy(name)}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def canonical(encoding: str, name: str) -> str:
    """The name of an encoding as Python spells it, for the file called ``name``.

    Raises:
        UnreadableArticle: there is no encoding of that name.
    """
    try:
        " ".encode(encoding)  # refuses "base64" and its like, which are no encodings of texts
        return codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise UnreadableArticle(
            f"{name} cannot be read as “{encoding}”: no encoding has that name. Use one such as "
            "utf-8, cp1252 (Western Windows), mac_roman, cp1251 (Cyrillic) or shift_jis, or leave "
            "the option out, and it is detected."
        ) from error


def _found(raw: bytes, name: str, declared: str) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    if b"\0" in raw:
        raise UnreadableArticle(
            f"{name} is not a text: it holds binary data, as pictures, PDF and Word files do. "
            "Open it in the program it comes from and save it as plain text (UTF-8)."
        )
    is_utf8 = _fits(raw, "utf-8")
    said = _meant(declared)
    # Valid UTF-8 beyond ASCII is hardly ever an accident of single bytes; a page that says
    # otherwise kept its declaration from older days.
    if said and _fits(raw, said) and not (is_utf8 and _ONE_BYTE.match(said)):
        return said
    return "utf-8" if is_utf8 else _guessed(raw, name)


def _meant(declared: str) -> str:
    try:
        encoding = codecs.lookup(declared.strip("\"' \t")).name if declared else ""
    except (LookupError, ValueError):  # the page names an encoding that there is not
        return ""
    return "" if _NOT_SAID.match(encoding) else _MEANT.get(encoding, encoding)


def _fits(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except (UnicodeError, LookupError):  # a LookupError: "base64" and its like are no encodings
        return False
    return True


def _guessed(raw: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    # Few bytes beyond ASCII, as in all that is written in Latin letters.
    latin = sum(map((127).__lt__, raw)) < 0.3 * len(raw)
    matches = from_bytes(raw, cp_isolation=_LATIN if latin else None)
    best = matches.best()
    if best is None:
        raise UnreadableArticle(
            f"{name} is not in UTF-8, and its encoding could not be detected. {_remedy(name)}"
        )
    if latin and best.encoding in _LATIN and _reads_as_western(raw):
        return "cp1252"
    equal = {
        encoding
        for match in matches
        if match.chaos <= best.chaos and match.coherence >= best.coherence - A_DRAW
        for encoding in (match.encoding, *match.could_be_from_charset)
    }
    return next((encoding for encoding in _LATIN if encoding in equal), best.encoding)


def _reads_as_western(raw: bytes) -> bool:
    """Is there nothing in the cp1252 reading that hardly any text in a Western language has?

    On a few lines the detector takes other encodings of Latin letters for as likely, and the
    Western one is by far the most frequent.
    """
    return _fits(raw, "cp1252") and not _NOT_WESTERN.search(raw.decode("cp1252"))


def _remedy(name: str) -> str:
    return (
        f'If you know the encoding, say so: load_article("{name}", encoding="cp1252"). Else open '
        "it in an editor, choose “Save as … UTF-8”, and load it again."
    )
