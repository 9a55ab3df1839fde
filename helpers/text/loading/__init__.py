"""Files and web pages in, articles out: one module a format, and ``load_article`` picks it."""

from __future__ import annotations

import dataclasses
import difflib
import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from helpers.text.article import Article
from helpers.text.loading import docx, html, kept, pdf, plain
from helpers.text.loading.encoding import canonical
from helpers.text.loading.folder import Failure, Loaded, find_files, load_files
from helpers.text.loading.kept import keep_article
from helpers.text.loading.metadata import with_sidecar
from helpers.text.loading.unreadable import UnreadableArticle
from helpers.workbook import chosen_article, locate

__all__ = [
    "READABLE",
    "Failure",
    "Loaded",
    "UnreadableArticle",
    "keep_article",
    "load_article",
    "load_articles",
]

# Which module reads which file, by the end of the name. A new format is one module and one line.
_READERS: dict[str, Callable[..., Article]] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read,
    ".markdown": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
    kept.ENDING: kept.read,
}
READABLE = tuple(_READERS)
"""The endings of the names of files that can be read."""

# Texts of other programs: not readable, and in a folder not to be passed over in silence.
_ELSEWHERE = (".doc", ".rtf", ".odt", ".pages", ".epub", ".mht", ".mhtml")
_IN_AN_ENCODING = (plain.read, html.read)
_EXTRACTED = (html.read, docx.read, pdf.read)
_MEGABYTE = 1_000_000
# How files of each kind begin, whatever their names say.
_BEGINNINGS = (
    (b"%PDF-", "a PDF file", ".pdf"),
    (b"PK\x03\x04", "a zip archive, as Word files are", ".docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc) or one with a password", ".doc"),
    (b"{\\rtf", "a rich text file", ".rtf"),
    (b"<!doctype html", "a web page", ".html"),
    (b"<html", "a web page", ".html"),
)
# How servers call what we can read.
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_ANYTHING = ("", "application/octet-stream", "binary/octet-stream", "application/x-download")


def load_article(
    source: str | os.PathLike[str] | None = None,
    *,
    encoding: str | None = None,
    limit: float = 20,
    again: bool = False,
    timeout: float = 20,
    allow_private: bool = False,
) -> Article:
    """The article in a file or at a web address; without a ``source``, the chosen one.

    Reads plain text and Markdown (.txt, .md), web pages (.html), Word files (.docx), PDF files
    with a text layer, and what the workbook kept (.article.json). A relative path is looked for
    in the working directory, then in the workbook's folder. What a library extracted is kept in
    ``my_work/articles/`` (``article.origin.kept`` says where) and given from there the next time.
    The network is touched only where ``source`` is a web address that is not kept yet.

    Args:
        source: a path, or an address that begins with https:// or http://.
        encoding: of a text or a web page, such as "cp1252", where the detected one is wrong;
            ``article.origin.encoding`` says which one was taken.
        limit: the largest file or page that is read, in megabytes (millions of bytes).
        again: fetch and extract once more; another text is kept beside the first, and is the one
            that is given from then on.
        timeout: how long a web page may take altogether, in seconds.
        allow_private: fetch also from this computer and from private networks.

    Raises:
        FileNotFoundError: there is no such file.
        IsADirectoryError: it is a folder.
        UnreadableArticle: there is no article in it that can be read; the message says why, and
            what to do. A ValueError.
    """
    if source is None:
        source = chosen_article()
    name = os.fspath(source)
    if _is_address(name.strip()):
        return _from_address(name, encoding, limit, again, timeout, allow_private)
    return _from_file(locate(name), encoding, limit, again)


def load_articles(
    folder_or_pattern: str | os.PathLike[str],
    *,
    progress: bool = True,
    encoding: str | None = None,
    limit: float = 20,
) -> Loaded:
    """The ``articles`` in many files, in the order of their paths, and the ``failures``.

    Reads every file in a folder that can be read, but for a README, or every file that fits a
    pattern such as ``"texts/**/*.txt"``. A file that cannot be read is listed with the reason,
    and the rest are read. For 20 files and more a bar shows the progress.

    Raises:
        FileNotFoundError: there is no such folder, or nothing in it to be read.
    """
    files = find_files(folder_or_pattern, (*READABLE, *_ELSEWHERE))
    return load_files(
        files, lambda file: _from_file(file, encoding, limit, again=False), progress=progress
    )


def _from_file(path: Path, encoding: str | None, limit: float, again: bool) -> Article:
    if path.is_dir():
        raise IsADirectoryError(
            f"{path} is a folder. Name one file in it{_examples(path)}, as in "
            'load_article("seeds/my-article.txt"), or read all: load_articles(folder).'
        )
    if not path.exists():
        web = " For a web page, begin with https://." if path.name.startswith("www.") else ""
        raise FileNotFoundError(
            f"There is no file {path}.{_suggestion(path)} Check the spelling and the folder.{web}"
        )
    ending = _ending(path.name)
    if not ending:
        raise UnreadableArticle(
            f"{path.name} ends in “{path.suffix}”; this version reads {', '.join(_READERS)}. Open "
            "it in the program it comes from, save it as .docx or as plain text (.txt, UTF-8), "
            "and load that file."
        )
    size = path.stat().st_size
    if size > limit * _MEGABYTE:
        raise UnreadableArticle(
            f"{path.name} has {size / _MEGABYTE:.1f} MB; the limit is {limit:g} MB. If it is an "
            f'article, allow more: load_article("{path.name}", limit={-(-size // _MEGABYTE)}).'
        )
    raw = path.read_bytes()
    _check_kind(raw, ending, path.name)
    return with_sidecar(_read(raw, path.name, ending, encoding, again), path)


def _read(raw: bytes, name: str, ending: str, encoding: str | None, again: bool) -> Article:
    reader = _READERS[ending]
    options: dict[str, str | None] = {}
    if reader in _IN_AN_ENCODING:
        options["encoding"] = canonical(encoding, name) if encoding else None
    if reader not in _EXTRACTED:
        return reader(raw, name, **options)
    before = None if again else kept.find_file(raw, options.get("encoding"))
    return before or kept.keep(reader(raw, name, **options))


def _from_address(
    address: str,
    encoding: str | None,
    limit: float,
    again: bool,
    timeout: float,
    allow_private: bool,
) -> Article:
    asked = urldefrag(address.strip()).url
    before = None if again or encoding else kept.find_address(asked)
    if before:
        return before
    from helpers.text.loading import web  # and with it TLS, only where it is needed

    page = web.fetch(
        asked, most=int(limit * _MEGABYTE), timeout=timeout, allow_private=allow_private
    )
    ending = _ending_of(page.raw, page.kind, page.url)
    if not ending:
        raise UnreadableArticle(
            f"{asked} is no article but a file of the kind {page.kind or 'unknown'}. Give the "
            "address of a web page, a plain text, a PDF or a Word file."
        )
    _check_kind(page.raw, ending, asked)
    reader = _READERS[ending]
    options: dict[str, str | None] = {}
    if reader in _IN_AN_ENCODING:
        options["encoding"] = canonical(encoding, asked) if encoding else None
        options["declared"] = page.charset
    if reader is html.read:
        options["url"] = page.url
    before = None if again else kept.find_file(page.raw, options.get("encoding"))
    article = before or reader(page.raw, asked, **options)
    origin = dataclasses.replace(
        article.origin, file=asked, url=asked, retrieved=page.retrieved, kept=""
    )
    related = tuple(link._replace(url=urljoin(page.url, link.url)) for link in article.related)
    return kept.keep(
        dataclasses.replace(article, url=article.url or page.url, related=related, origin=origin)
    )


def _is_address(source: str) -> bool:
    """Is this a web address and no path? ``C://texts`` is a path."""
    scheme, found, _ = source.partition("://")
    return bool(found) and len(scheme) > 1 and scheme.isalnum()


def _ending(name: str) -> str:
    """The ending of a name that can be read; "" for all others."""
    return next((ending for ending in _READERS if name.casefold().endswith(ending)), "")


def _ending_of(raw: bytes, kind: str, url: str) -> str:
    """What a page is read as: what its server says, else how it begins, else how it is called."""
    if kind not in _ANYTHING:
        return _KINDS.get(kind, "")
    begins = next((ending for start, _, ending in _BEGINNINGS if _begins(raw, start)), "")
    return _ending(begins) or _ending(unquote(urlsplit(url).path))


def _check_kind(raw: bytes, ending: str, name: str) -> None:
    """Refuse a file that is of another kind than its name says."""
    for start, kind, own_ending in _BEGINNINGS:
        same = _READERS.get(own_ending) is _READERS[ending]
        if not same and _begins(raw, start):
            remedy = (
                f"Name it so that it ends in {own_ending}, and load that."
                if own_ending in _READERS
                else "Open it in Word or LibreOffice, save it as .docx or .txt, and load that."
            )
            raise UnreadableArticle(f"{name} is {kind}, and not what {ending} says. {remedy}")


def _begins(raw: bytes, start: bytes) -> bool:
    return raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")[: len(start)].lower() == start.lower()


def _examples(folder: Path) -> str:
    files = sorted(file.name for file in folder.iterdir() if _ending(file.name))
    return f" (there is {', '.join(files[:3])})" if files else ""


def _suggestion(path: Path) -> str:
    if not path.parent.is_dir():
        return f" There is no folder {path.parent} either."
    near = difflib.get_close_matches(path.name, os.listdir(path.parent), n=1, cutoff=0.5)
    return f" Did you mean {near[0]}?" if near else ""
