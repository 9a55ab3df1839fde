"""Many files at once: what can be read is read, and what cannot is listed with the reason."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from helpers.text.article import Article
from helpers.text.loading.kept import ENDING
from helpers.text.loading.unreadable import UnreadableArticle
from helpers.workbook import find_workbook, locate

SLOW = 20
"""So many files are worth a progress bar."""


class Failure(NamedTuple):
    """A file that could not be read, and why."""

    path: Path
    reason: str


@dataclass(frozen=True)
class Loaded:
    """The articles of many files in the order of their paths, and the files that gave none."""

    articles: tuple[Article, ...] = field(repr=False)
    failures: tuple[Failure, ...] = field(repr=False)

    def __repr__(self) -> str:
        return f"<Loaded: {len(self.articles)} articles, {len(self.failures)} failures>"


def find_files(folder_or_pattern: str | os.PathLike[str], endings: tuple[str, ...]) -> list[Path]:
    """The files in a folder whose names have one of the ``endings``, or all that fit a pattern.

    In a folder, a README describes the others and is left out. Notes that describe a text
    (``my-article.toml``) are never among the files. Sorted by path, capitals and small letters
    as one.

    Raises:
        FileNotFoundError: there is no such folder, or no such file in it.
    """
    place = os.fspath(folder_or_pattern)
    folder = locate(place)
    if folder.is_dir():
        found: Iterable[Path] = (
            file
            for file in folder.iterdir()
            if file.name.casefold().endswith(endings) and file.stem.casefold() != "readme"
        )
        wanted = f"file in {folder} that ends in {', '.join(endings)}"
    elif glob.has_magic(place):
        found = _matches(place)
        wanted = f"file that fits {place}"
    elif folder.exists():
        found, wanted = [folder], ""
    else:
        raise FileNotFoundError(
            f"There is no folder {folder}. Check the spelling, or give a pattern such as "
            '"my_texts/**/*.txt".'
        )
    files = [file for file in found if file.is_file() and file.suffix.casefold() != ".toml"]
    if not files:
        raise FileNotFoundError(f"There is no {wanted}. Check the spelling and the folder.")
    return sorted(files, key=lambda file: (file.as_posix().casefold(), file.as_posix()))


def load_files(files: list[Path], load: Callable[[Path], Article], *, progress: bool) -> Loaded:
    """What ``load`` makes of each of the files; a bar shows how far it is."""
    articles: list[tuple[Path, Article]] = []
    failures: list[Failure] = []
    for file in _with_progress(files) if progress and len(files) >= SLOW else files:
        try:
            articles.append((file, load(file)))
        except (OSError, UnreadableArticle) as error:
            failures.append(Failure(file, str(error)))
    return Loaded(tuple(_once(articles)), tuple(failures))


def _matches(pattern: str) -> list[Path]:
    wanted = os.path.expanduser(pattern)
    here = glob.glob(wanted, recursive=True)
    if here or os.path.isabs(wanted):
        return [Path(match).resolve() for match in here]
    try:
        home = find_workbook()
    except FileNotFoundError:  # no workbook here: the working directory is all there is
        return []
    return [home / match for match in glob.glob(wanted, root_dir=home, recursive=True)]


def _once(articles: list[tuple[Path, Article]]) -> Iterable[Article]:
    """The articles without those kept copies whose own files are among them, too."""
    own = {
        (article.origin.sha256, article.fingerprint)
        for file, article in articles
        if not file.name.endswith(ENDING)
    }
    for file, article in articles:
        is_kept = file.name.endswith(ENDING)
        if not (is_kept and (article.origin.sha256, article.fingerprint) in own):
            yield article


def _with_progress(files: list[Path]) -> Iterable[Path]:
    from tqdm.auto import tqdm  # type: ignore[import-untyped]

    return tqdm(files, desc="Reading", unit="file")  # type: ignore[no-any-return]
