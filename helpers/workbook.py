"""Where this workbook keeps its things: its folder, ``my_work/``, the chosen article, the reader.

One small file, ``my_work/workbook.toml``, holds the settings for all notebooks. It can be edited
by hand; what a teacher writes between the lines stays there.
"""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import tomlkit
from tomlkit.exceptions import TOMLKitError

DEFAULT_ARTICLE = "seeds/putin-proposes-talks-afp-2025-05-11.txt"
DEFAULT_READER = "reader"
LONGEST_READER = 40

_NEW_SETTINGS = f"""\
# The settings of this workbook, the same for all notebooks.
article = "{DEFAULT_ARTICLE}"  # a file in this workbook's folder, or a full path
reader = "{DEFAULT_READER}"  # a pseudonym, not a real name
"""


class Settings(NamedTuple):
    """What the workbook is set to: an article's path as written, and a reader's pseudonym."""

    article: str
    reader: str


def find_workbook() -> Path:
    """The workbook's folder: the one that holds ``seeds/`` and ``notebooks/``.

    Taken from the environment variable ``WORKBOOK_HOME`` where it is set, else looked for upward
    from the working directory, else the folder in which this package was installed for editing,
    so that a notebook runs from anywhere.

    Raises:
        FileNotFoundError: there is no such folder.
    """
    chosen = os.environ.get("WORKBOOK_HOME")
    if chosen:
        folder = Path(chosen).expanduser()
        if not folder.is_dir():
            raise FileNotFoundError(
                f"WORKBOOK_HOME names {folder}, which is no folder. Set it to the workbook's "
                "folder (the one with seeds/ and notebooks/), or unset it."
            )
        return folder.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents, Path(__file__).resolve().parent.parent):
        if (folder / "seeds").is_dir() and (folder / "notebooks").is_dir():
            return folder
    raise FileNotFoundError(
        f"No workbook was found in {here} or above it. Start from the workbook's folder (the one "
        "with seeds/ and notebooks/), set WORKBOOK_HOME to it, or name a file: load_article(path)."
    )


def find_my_work() -> Path:
    """The folder of a learner's own work, made where it is missing; git ignores it."""
    folder = find_workbook() / "my_work"
    folder.mkdir(exist_ok=True)
    return folder


def read_settings() -> Settings:
    """The settings in ``my_work/workbook.toml``, with defaults for what is not there.

    Raises:
        ValueError: the file is not TOML, or a setting is not a text.
    """
    path = find_workbook() / "my_work" / "workbook.toml"
    settings = _parse(path)
    for name in ("article", "reader"):
        if not isinstance(settings.get(name, ""), str):
            raise ValueError(
                f"In {path}, {name} is {settings[name]!r}. It must be a text in quotes: "
                f'{name} = "…"'
            )
    return Settings(
        article=str(settings.get("article") or DEFAULT_ARTICLE),
        reader=str(settings.get("reader") or DEFAULT_READER),
    )


def shown_path(path: Path) -> str:
    """The path as messages give it: seen from the workbook's folder, if it lies in there.

    The folders around it often have somebody's real name.
    """
    try:
        home = find_workbook()
    except FileNotFoundError:  # a journal can be kept without any workbook around it
        return str(path)
    return path.relative_to(home).as_posix() if path.is_relative_to(home) else str(path)


def chosen_article() -> Path:
    """The full path of the article that the workbook is set to, whatever the working directory."""
    return find_workbook() / _expanded(read_settings().article)


def set_article(path: str | os.PathLike[str]) -> Settings:
    """The new settings, once every notebook has been set to the article at ``path``.

    A path inside the workbook's folder is kept relative, so that the folder can be moved.

    Raises:
        FileNotFoundError: there is no such file; the settings stay as they were.
    """
    file = locate(path)
    if not file.is_file():
        raise FileNotFoundError(f"There is no file {path}. The workbook stays set as it was.")
    return _change("article", shown_path(file))


def set_reader(name: str) -> Settings:
    """The new settings, once the reader's pseudonym is kept.

    Raises:
        ValueError: the name is empty, too long, or holds a line break or another control sign.
    """
    name = name.strip()
    # Joiners are in no way to be seen, and part of many emoji and of Persian and Hindi words.
    seen = re.sub("[\u200c\u200d]", "", name)
    if not seen or len(name) > LONGEST_READER or not seen.isprintable():
        raise ValueError(
            f"A pseudonym is one line of 1 to {LONGEST_READER} characters, such as "
            f"“Blue Heron”; {name!r} is not."
        )
    return _change("reader", name)


def locate(path: str | os.PathLike[str]) -> Path:
    """The full path of a file named from the working directory or from the workbook's folder.

    Where neither holds such a file, the path seen from the working directory.
    """
    wanted = _expanded(path)
    here = Path.cwd() / wanted
    if not here.exists() and not wanted.is_absolute():
        try:
            in_workbook = find_workbook() / wanted
        except FileNotFoundError:  # no workbook here: a path alone is enough to work with
            return here.resolve()
        if in_workbook.exists():
            return in_workbook.resolve()
    return here.resolve()


def file_name(*names: str) -> str:
    """A file name made of ``names`` that every system accepts, the same each time.

    Letters and digits of all scripts stay. Names that differ in more than upper and lower case
    give file names that differ: where anything had to be changed, eight digits of the names'
    SHA-256 are added.

    >>> file_name("heron", "otter")
    'heron--otter'
    """
    parts = [_short(re.sub(r"[\W_]+", "-", name).strip("-").lower()) for name in names]
    joined = "--".join(part or "x" for part in parts)
    if len(parts) > 1 and parts == [name.lower() for name in names]:
        return joined  # one part alone could be a name that Windows reserves, such as "con"
    digits = sha256("\0".join(names).lower().encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{joined}-{digits}"


def _short(name: str) -> str:
    """At most 60 bytes of a name: file systems count bytes, and 255 are the end."""
    return name.encode("utf-8", "ignore")[:60].decode("utf-8", "ignore").strip("-")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """While this lasts, nobody else who asks for the same lock reads or changes the file.

    Raises:
        OSError: somebody else has held the lock for ten seconds.
    """
    from filelock import FileLock, Timeout  # here: only who writes needs it

    try:
        with FileLock(path.with_name(f".{path.name[:80]}.lock"), timeout=10):
            yield
    except Timeout as error:
        raise OSError(
            f"{path.name} is in use by another notebook or program, and has been for ten seconds. "
            "Close the other one, and try again."
        ) from error


def write_safely(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a crash or a full disk leaves the old one as it was.

    Raises:
        FileNotFoundError: there is no such folder.
        OSError: the disk refuses, or another program holds the file open.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    if not target.parent.is_dir():
        raise FileNotFoundError(f"There is no folder {target.parent}. Make it first.")
    temporary = target.with_name(f".{uuid.uuid4().hex}.part")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except PermissionError as error:
        temporary.unlink(missing_ok=True)
        raise PermissionError(
            f"{target} cannot be written. Is it open in another program (Excel?), or is its "
            "folder protected? Close it, or choose another place."
        ) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if os.name == "posix":  # the new name is on the disk only once the folder is
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _expanded(path: str | os.PathLike[str]) -> Path:
    """The path with ``~/`` as the home folder; "~$draft.txt" is an ordinary name."""
    plain = Path(path)
    return plain.expanduser() if plain.parts[:1] == ("~",) else plain


def _parse(path: Path) -> tomlkit.TOMLDocument:
    try:
        # "-sig": old Windows editors begin a file with a byte order mark.
        return tomlkit.parse(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return tomlkit.parse(_NEW_SETTINGS)
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise ValueError(
            f"{path} cannot be read as TOML: {error} Correct that line, or delete the file to "
            "start again with the given article."
        ) from error


def _change(setting: str, value: str) -> Settings:
    path = find_my_work() / "workbook.toml"
    with locked(path):
        document = _parse(path)
        document[setting] = value
        write_safely(path, tomlkit.dumps(document).encode())
    return read_settings()
