"""What was read once is kept, text and all, and never extracted again.

Another version of a library may find other paragraphs in the same page. A reader's marks stand at
places in the text, so the text that they were made in has to stay: it lies in
``my_work/articles/`` as ``HEADLINE--BEGINNING-OF-THE-HASH….article.json``, one readable file with
everything that is known about the article.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import json
import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from helpers.text.article import Article, Link, Origin
from helpers.text.loading.metadata import FIELDS
from helpers.text.loading.unreadable import UnreadableArticle
from helpers.workbook import file_name, find_my_work, find_workbook, write_safely

ENDING = ".article.json"
_FORM = "article kept by the close-reading workbook, 1"


def keep_article(article: Article, **corrections: Any) -> Path:
    """The file in ``my_work/articles/`` that now holds the article, with ``corrections`` by hand.

    Title, byline, published, outlet, url, credit, rights and language can be corrected, the text
    never: an article that is kept already, with the same text, is kept in the same file. To read
    it in all notebooks: ``set_article(keep_article(article, title="…"))``.

    Raises:
        TypeError: there is no such field, or it takes another type.
        OSError: there is no workbook's folder, or nothing can be written in it.
    """
    if not isinstance(article, Article):
        raise TypeError(f"Wanted an Article, got {type(article).__name__}: load_article() is one.")
    for field, value in corrections.items():
        if field == "text":
            raise TypeError(
                "The text of an article is never changed, so that marks stay where they are. "
                "Make another article of the other text: Article.from_text(…)."
            )
        wanted = FIELDS.get(field)
        if wanted is None:
            raise TypeError(f"“{field}” cannot be corrected; {', '.join(FIELDS)} can.")
        if type(value) is not wanted and not (field == "published" and value is None):
            example = "datetime.date(2031, 5, 4)" if wanted is datetime.date else 'a text: "…"'
            raise TypeError(f"{field} = {value!r} cannot be kept. Give {example}.")
    return _write(dataclasses.replace(article, **corrections))


def keep(article: Article) -> Article:
    """The article as the workbook keeps it; where it cannot keep anything, as it came.

    One that is kept already with this text stays as it is, with the corrections made in it.
    """
    try:
        before = _same_text(article)
        kept = before.article if before else article
        return _placed(kept, _write(kept))
    except OSError:  # no workbook here, a full disk, a folder for reading only
        return article


def find_file(raw: bytes, encoding: str | None = None) -> Article | None:
    """What was kept last of a file of these bytes, if read in ``encoding`` (None: in any).

    Raises:
        UnreadableArticle: what is kept of it is damaged. Extracting it anew could move marks.
    """
    key = sha256(raw).hexdigest()
    return _newest(
        kept
        for kept in map(_open, _files(key))
        if kept.article.origin.sha256 == key and encoding in (None, kept.article.origin.encoding)
    )


def find_address(url: str) -> Article | None:
    """What was kept last of this web address. Damaged files are passed over."""
    return _newest(kept for kept in _undamaged(_files()) if kept.article.origin.url == url)


def read(raw: bytes, name: str) -> Article:
    """The article in the bytes of a kept file.

    Raises:
        UnreadableArticle: it is damaged, was changed by hand, or is another kind of file.
    """
    return _parse(raw, name)[0]


class _Kept(NamedTuple):
    """A kept file, in the order of when it was kept."""

    when: str
    path: Path
    article: Article


def _open(path: Path) -> _Kept:
    article, when = _parse(path.read_bytes(), path.name)
    return _Kept(when, path, article)


def _parse(raw: bytes, name: str) -> tuple[Article, str]:
    """The article, and when it was kept."""
    try:
        content = json.loads(raw.decode("utf-8", "surrogatepass"))
        if content.pop("form") != _FORM:
            raise ValueError("it has another form than the kept articles of this version")
        when, fingerprint = content.pop("kept_at"), content.pop("text_sha256")
        origin = content.pop("origin")
        origin["left_out"] = tuple(origin["left_out"])
        origin["retrieved"] = _moment(origin["retrieved"])
        content["related"] = tuple(Link(*link) for link in content["related"])
        if content["published"] is not None:
            content["published"] = datetime.date.fromisoformat(content["published"])
        for field, value in content.items():
            if field not in ("related", "published") and not isinstance(value, str):
                raise TypeError(f"its {field} is no text")
        article = Article(**content, origin=Origin(**origin))
        if article.fingerprint != fingerprint:
            raise ValueError("its text is not the one that was kept")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnreadableArticle(
            f"{name} is no kept article, or is damaged: {error}. Delete it, and load the "
            "article from its own file or address again; marks were made in the text that it held."
        ) from error
    return article, str(when)


def _moment(written: str | None) -> datetime.datetime | None:
    return None if written is None else datetime.datetime.fromisoformat(written)


def _write(article: Article) -> Path:
    """The file that now holds the article: the one that had the same text, or a new one."""
    before = _same_text(article)
    path = before.path if before else _new_name(article)
    origin = {
        field.name: getattr(article.origin, field.name)
        for field in dataclasses.fields(Origin)
        if field.name != "kept"
    }
    content = {
        "form": _FORM,
        "kept_at": datetime.datetime.now(datetime.UTC).isoformat(),
        "text_sha256": article.fingerprint,
        **{field.name: getattr(article, field.name) for field in dataclasses.fields(Article)},
        "origin": origin,
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, default=lambda day: day.isoformat())
    write_safely(path, text.encode("utf-8", "surrogatepass"))
    return path


def _folder() -> Path:
    folder = find_my_work() / "articles"
    folder.mkdir(exist_ok=True)
    return folder


def _key(article: Article) -> str:
    return article.origin.sha256 or article.fingerprint


def _files(key: str = "") -> list[Path]:
    """The kept files, or those for one key; none where there is no workbook."""
    try:
        folder = find_workbook() / "my_work" / "articles"
    except OSError:
        return []
    return sorted(folder.glob(f"*--{key[:12]}*{ENDING}"))


def _undamaged(paths: list[Path]) -> Iterator[_Kept]:
    for path in paths:
        with contextlib.suppress(OSError, UnreadableArticle):
            yield _open(path)


def _newest(found: Iterable[_Kept]) -> Article | None:
    last = max(found, key=lambda kept: (kept.when, kept.path), default=None)
    return _placed(last.article, last.path) if last else None


def _same_text(article: Article) -> _Kept | None:
    """The file that holds this text of this source: of one address, or else of the same bytes."""
    url, key = article.origin.url, _key(article)
    for kept in _undamaged(_files() if url else _files(key)):
        same_source = kept.article.origin.url == url and (url or _key(kept.article) == key)
        if same_source and kept.article.fingerprint == article.fingerprint:
            return kept
    return None


def _new_name(article: Article) -> Path:
    source = Path(article.origin.file.rsplit("/", 1)[-1]).stem
    names = [article.title or source or "article", _key(article)[:12]]
    if article.origin.url:  # two addresses may give the same bytes
        names.append(_short_hash(article.origin.url))
    path = _folder() / f"{file_name(*names)}{ENDING}"
    if path.exists():  # the same source with another text
        path = path.with_name(f"{file_name(*names, _short_hash(article.text))}{ENDING}")
    return path


def _short_hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _placed(article: Article, path: Path) -> Article:
    try:
        place = path.relative_to(find_workbook()).as_posix()
    except (OSError, ValueError):
        place = os.fspath(path)
    return dataclasses.replace(article, origin=dataclasses.replace(article.origin, kept=place))
