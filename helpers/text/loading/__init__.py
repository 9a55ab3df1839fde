"""Files in, articles out: one module a format, and ``load_article`` picks it."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from pathlib import Path

from helpers.text.article import Article
from helpers.text.loading import plain
from helpers.text.loading.metadata import with_sidecar
from helpers.text.loading.unreadable import UnreadableArticle
from helpers.workbook import chosen_article, locate

__all__ = ["READABLE", "UnreadableArticle", "load_article"]

# Which module reads which file, by the end of the name. A new format is one module and one line.
_READERS: dict[str, Callable[[bytes, str], Article]] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read,
    ".markdown": plain.read,
}
READABLE = tuple(_READERS)
"""The endings of the file names that can be read."""


def load_article(source: str | os.PathLike[str] | None = None) -> Article:
    """The article in a file; without a ``source``, the one that the workbook is set to.

    Reads plain text and Markdown (.txt, .md) in UTF-8, or in UTF-16 with a byte order mark. A
    relative path is looked for in the working directory, then in the workbook's folder.

    Raises:
        FileNotFoundError: there is no such file.
        IsADirectoryError: it is a folder.
        UnreadableArticle: the file is empty, binary, in another encoding or in a format that
            cannot be read. A ValueError.
    """
    if source is None:
        source = chosen_article()
    name = os.fspath(source)
    if name.casefold().startswith(("http://", "https://")):
        raise UnreadableArticle(
            f"{name} is a web address. This version reads files only: open the page in a browser, "
            "copy the article's text into a file that ends in .txt, and load that file."
        )
    path = locate(name)
    if path.is_dir():
        raise IsADirectoryError(
            f"{path} is a folder. Name one file in it{_examples(path)}, as in "
            'load_article("seeds/my-article.txt").'
        )
    if not path.exists():
        raise FileNotFoundError(
            f"There is no file {path}.{_suggestion(path)} Check the spelling and the folder."
        )
    read = _READERS.get(path.suffix.casefold())
    if read is None:
        raise UnreadableArticle(
            f"{path.name} ends in “{path.suffix}”; this version reads {', '.join(_READERS)}. Open "
            "it in the program it comes from, save it as plain text (UTF-8), and load that file."
        )
    return with_sidecar(read(path.read_bytes(), path.name), path)


def _examples(folder: Path) -> str:
    files = sorted(file.name for file in folder.iterdir() if file.suffix.casefold() in _READERS)
    return f" (there is {', '.join(files[:3])})" if files else ""


def _suggestion(path: Path) -> str:
    if not path.parent.is_dir():
        return f" There is no folder {path.parent} either."
    near = difflib.get_close_matches(path.name, os.listdir(path.parent), n=1, cutoff=0.5)
    return f" Did you mean {near[0]}?" if near else ""
