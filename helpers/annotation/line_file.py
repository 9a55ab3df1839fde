"""A file that only grows, line by line, safe against crashes, full disks and second writers.

A line counts as written once the disk has it. The lock is held while one line is appended, not
for a session, so that two notebooks can write in turn; each sees what the other has added.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from helpers.workbook import locked, shown_path

_ANCHOR = 4096
"""How many bytes before the place that was read last must still be what they were."""
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn line feeds into two signs


class Line(NamedTuple):
    """A line of the file, its number counted from 1, without its line feed."""

    number: int
    content: bytes
    torn: bool = False
    """True for the last line where it has no line feed: somebody was interrupted, or it is cut."""


class LineFile:
    """One file of lines, as far as it has been read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._size = 0  # all bytes before this place have been given out as lines
        self._numbers = 0
        self._digest = sha256()
        self._end = b""  # the last bytes that were read
        self._file: tuple[int, int] | None = None  # which file it is, whatever its name
        self._seen = (-1, -1)  # its size and time when it was last looked at

    @property
    def name(self) -> str:
        """What messages call it."""
        return shown_path(self.path)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """While this lasts, nobody else appends.

        Raises:
            OSError: somebody else has held the lock for ten seconds, or the folder is protected.
        """
        with ExitStack() as held:
            try:
                if not self.path.parent.is_dir():  # the lock would make it, misspelt or not
                    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
                held.enter_context(locked(self.path))
            except OSError as error:
                raise self._refused(error) from error
            yield

    def read_new(self, *, alone: bool) -> list[Line]:
        """The lines that were added since the last call.

        Args:
            alone: nobody is writing now, so that a last line without a line feed is no line that
                is just being written; it comes as a torn one.

        Raises:
            OSError: the file cannot be read, is gone, or is not the one that it was.
        """
        try:
            with self.path.open("rb") as file:
                state = os.fstat(file.fileno())
                if (state.st_size, state.st_mtime_ns) == self._seen and self._is_same(state):
                    return []
                self._check(file, state)
                file.seek(self._size)
                new = file.read()
        except FileNotFoundError:
            if self._file is None:
                return []
            raise OSError(
                f"{self.name} is gone: it was moved, renamed or deleted. Nothing was written. "
                "Put it back, or open the journal again to begin a new one."
            ) from None
        except OSError as error:
            if error.errno is None:
                raise
            told = type(error)(f"{self.name} cannot be read: {error.strerror}.")
            told.errno = error.errno
            raise told from error
        lines, rest = self._lines(new, alone)
        self._take(new[: len(new) - rest], state)
        if not rest:
            self._seen = (state.st_size, state.st_mtime_ns)
        return lines

    def append(self, lines: list[bytes]) -> None:
        """Nothing, once the disk has these lines. Call it with the lock, after ``read_new``.

        Raises:
            OSError: the disk refuses; the file is as it was.
        """
        content = b"".join(line + b"\n" for line in lines)
        if self._size and not self._end.endswith(b"\n"):
            content = b"\n" + content  # the end of a torn line, which stays where it is
        new = self._file is None
        try:
            descriptor = os.open(
                self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, mode=0o644
            )
            try:
                self._write(descriptor, content)
                state = os.fstat(descriptor)
            finally:
                os.close(descriptor)
            if new:
                _sync_folder(self.path.parent)
        except OSError as error:
            raise self._refused(error) from error
        self._numbers += content.count(b"\n")
        self._take(content, state)
        self._seen = (state.st_size, state.st_mtime_ns)

    def _write(self, descriptor: int, content: bytes) -> None:
        state = os.fstat(descriptor)
        before = state.st_size
        if before != self._size or not (self._file is None or self._is_same(state)):
            raise OSError(errno.EAGAIN, "somebody else wrote without asking for the lock")
        try:
            left = memoryview(content)
            while left:
                left = left[os.write(descriptor, left) :]
            os.fsync(descriptor)
        except BaseException:
            # What was written of the line was never acknowledged. Where even this is refused, the
            # part stays behind as a torn line, which the next reader skips.
            with suppress(OSError):
                os.ftruncate(descriptor, before)
            raise

    def _lines(self, new: bytes, alone: bool) -> tuple[list[Line], int]:
        """The lines in new bytes, and how many bytes at the end are left for later."""
        *whole, last = new.split(b"\n")
        lines = []
        if whole and self._size and not self._end.endswith(b"\n"):
            # A torn line that was given out before has got its end; if anything was added to it,
            # that belongs to the same line and is as damaged.
            added = whole.pop(0)
            self._numbers += 1
            lines = [Line(self._numbers, added)] if added else []
        for content in whole:
            self._numbers += 1
            lines.append(Line(self._numbers, content))
        if last and alone:
            lines.append(Line(self._numbers + 1, last, torn=True))
            return lines, 0
        return lines, len(last)

    def _take(self, content: bytes, state: os.stat_result) -> None:
        self._size += len(content)
        self._digest.update(content)
        self._end = (self._end + content)[-_ANCHOR:]
        self._file = (state.st_dev, state.st_ino)

    def _is_same(self, state: os.stat_result) -> bool:
        return self._file == (state.st_dev, state.st_ino)

    def _check(self, file: BinaryIO, state: os.stat_result) -> None:
        """Nothing, where all that was read before is still there, in this file or in a copy."""
        if self._file is None:
            return
        if state.st_size >= self._size:
            if self._is_same(state):
                file.seek(self._size - len(self._end))
                if file.read(len(self._end)) == self._end:
                    return
            elif sha256(file.read(self._size)).digest() == self._digest.digest():
                return
        raise OSError(
            f"{self.name} was replaced or shortened by another program. Nothing was written. "
            "If a program that keeps folders in step did that, look for its other copy of the "
            "file; then open the journal again."
        )

    def _refused(self, error: OSError) -> OSError:
        """The same error, saying what to do."""
        if error.errno is None:  # it says that already
            return error
        if error.errno == errno.ENOSPC:
            said = f"The disk is full: nothing was written to {self.name}. Make room on it, then"
        elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            said = (
                f"{self.name} cannot be written: the file or its folder is protected. Nothing was "
                "written. Lift the protection or choose another place, then"
            )
        elif error.errno == errno.ENOENT:
            said = (
                f"There is no folder {self.path.parent}. Nothing was written. Make it, or lift the "
                "protection of the one above it, then"
            )
        else:
            said = f"{self.name} could not be written ({error.strerror}). Nothing was written;"
        told = type(error)(f"{said} try again.")
        told.errno = error.errno
        return told


def _sync_folder(folder: Path) -> None:
    """On POSIX systems a new file's name is on the disk only once its folder is."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
