"""What is acknowledged is on the disk, whatever happens; what is not does no harm."""

import dataclasses
import errno
import json
import os
import random
import subprocess
import sys

import pytest

from helpers import Article, Span, open_journal
from helpers.annotation.annotation import Annotation
from helpers.annotation.line_file import LineFile
from tests.conftest import ROOT

TEXT = "“We waited,” she said. 🔥 He left. " * 30
ARTICLE = Article(TEXT, title="Waiting")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "reading.journal.jsonl"


def opened(path, reader="Heron"):
    return open_journal(ARTICLE, reader=reader, path=path)


def marked(number):
    return Annotation("cue", (Span(number, number + 2),))


def some_edits(journal):
    """The marks after each of them."""
    states = [journal.annotations]
    one = journal.add(dataclasses.replace(marked(24), comment="🔥"))
    states.append(journal.annotations)
    other = journal.add(marked(1))
    states.append(journal.annotations)
    journal.link([one.id, other.id])
    states.append(journal.annotations)
    journal.change(dataclasses.replace(one, comment="x"))
    states.append(journal.annotations)
    journal.remove(other.id)
    states.append(journal.annotations)
    journal.undo()
    states.append(journal.annotations)
    return states


def test_wherever_a_journal_is_cut_every_line_that_is_complete_is_there(path, tmp_path):
    states = some_edits(opened(path))
    content = path.read_bytes()
    feeds = [place for place, sign in enumerate(content) if sign == ord("\n")]
    for cut in range(len(content) + 1):
        cut_path = tmp_path / "cut.journal.jsonl"
        cut_path.write_bytes(content[:cut])
        journal = opened(cut_path)
        # A line is complete with its last sign; its line feed only lets another one follow.
        complete = sum(feed <= cut for feed in feeds)
        is_torn = cut not in (0, *feeds, *(feed + 1 for feed in feeds))
        assert journal.annotations == states[max(0, complete - 1)], cut
        assert len(journal.notices) == is_torn, cut
        if cut % 29 == 0 or not is_torn:
            kept = journal.add(marked(40))
            assert opened(cut_path).annotations == journal.annotations, cut
            assert kept in journal.annotations
            assert cut_path.read_bytes().startswith(content[:cut])  # nothing was overwritten


WRITER = """
import sys
from helpers import Article, Span, open_journal
from helpers.annotation.annotation import Annotation
path, reader, first, last = sys.argv[1:]
article = Article("“We waited,” she said. 🔥 He left. " * 30, title="Waiting")
journal = open_journal(article, reader=reader, path=path)
print("ready", flush=True)
for number in range(int(first), int(last)):
    sys.stdin.readline()
    kept = journal.add(Annotation("cue", (Span(number, number + 2),)))
    print(kept.id, flush=True)
"""


def start(path, reader, first, last):
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), reader, str(first), str(last)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    return process


def go(process, times):
    """Let it append so many times more."""
    process.stdin.write("\n" * times)
    process.stdin.flush()


def check_that_all_is_there(path, told, number):
    journal = opened(path)
    assert [change.marks[0] for change in journal.history() if change.marks[0] not in told] == []
    assert len(journal.annotations) == len(told) == len(journal.history()) == number
    assert journal.notices == ()
    assert len(path.read_bytes().splitlines()) == number + 1  # and the line about the text
    return [change.who for change in journal.history()]


def test_two_programs_that_append_in_turn_a_thousand_times_lose_and_double_nothing(path):
    writers = [start(path, reader, 0, 500) for reader in ("Heron", "Otter")]
    told = set()
    for _ in range(500):
        for writer in writers:
            go(writer, 1)
            told.add(writer.stdout.readline().strip())
    for writer in writers:
        writer.communicate(timeout=60)
    assert check_that_all_is_there(path, told, 1000) == ["Heron", "Otter"] * 500


def test_two_programs_that_append_at_once_lose_and_double_nothing(path):
    writers = [start(path, reader, 0, 300) for reader in ("Heron", "Otter")]
    for writer in writers:
        go(writer, 300)
    told = {line for writer in writers for line in writer.communicate(timeout=300)[0].split()}
    check_that_all_is_there(path, told, 600)


def test_when_a_program_is_killed_every_edit_that_it_was_told_is_kept_is_there(path):
    chance = random.Random(7)
    told = []
    for turn in range(6):
        writer = start(path, "Heron", turn * 150, turn * 150 + 150)
        go(writer, 150)
        for _ in range(chance.randrange(1, 100)):
            told.append(writer.stdout.readline().strip())
        writer.kill()
        rest, _ = writer.communicate()
        told += [line for line in rest.split("\n")[:-1] if line]
        journal = opened(path)
        assert set(told) <= {mark.id for mark in journal.annotations}
        # At most one edit was on the disk before it could be told.
        assert len(journal.annotations) <= len(told) + turn + 1


@pytest.mark.skipif(os.name != "posix", reason="limits of this kind are POSIX's")
def test_at_a_limit_of_the_disk_the_edit_is_refused_and_nothing_is_lost(path):
    """The kernel itself refuses: a file may not grow over 2,000 bytes here."""
    code = WRITER.replace(
        "import sys\n",
        "import resource, signal, sys\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n",
        1,
    ).replace(
        'print("ready"', 'resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); print("ready"'
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), "Heron", "0", "90"],
        cwd=ROOT, input="\n" * 90, capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = done.stdout.split()[1:]
    assert "could not be written" in done.stderr
    assert 0 < len(told) < 90
    journal = opened(path)
    assert [mark.id for mark in journal.annotations] == told
    assert journal.notices == ()
    journal.add(marked(100))
    assert len(opened(path).annotations) == len(told) + 1


def full(after):
    """A disk that takes so many bytes more, then no more."""
    left = [after]
    write = os.write

    def refuse(descriptor, content):
        if not left[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = write(descriptor, bytes(content[: left[0]]))
        left[0] -= written
        return written

    return refuse


@pytest.mark.parametrize("cleans_up", [True, False], ids=["can be cut", "cannot even be cut"])
def test_a_full_disk_is_said_and_the_marks_stay_as_they_were(path, monkeypatch, cleans_up):
    journal = opened(path)
    kept = journal.add(marked(1))
    before = path.read_bytes()
    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full(after=60))
        if not cleans_up:
            disk.setattr(os, "ftruncate", full(after=0))
        for _ in range(2):
            with pytest.raises(OSError, match="The disk is full: nothing was written") as caught:
                journal.add(marked(5))
            assert caught.value.errno == errno.ENOSPC
        assert journal.annotations == (kept,)
    assert path.read_bytes().startswith(before)
    assert (path.read_bytes() == before) == cleans_up
    journal.add(marked(5))
    again = opened(path)
    assert again.annotations == journal.annotations
    assert len(again.annotations) == 2


def test_an_edit_counts_only_once_the_disk_has_confirmed_it(path, monkeypatch):
    journal = opened(path)

    def broken(descriptor):
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", broken)
        with pytest.raises(OSError, match="could not be written"):
            journal.add(marked(1))
    assert journal.annotations == opened(path).annotations == ()


def test_the_line_is_synced_before_the_edit_is_acknowledged(path, monkeypatch):
    journal = opened(path)
    seen = []
    sync = os.fsync

    def watched(descriptor):
        seen.append((path.stat().st_size, len(journal.annotations)))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    journal.add(marked(1))
    assert seen[0] == (path.stat().st_size, 0)


@pytest.mark.parametrize(
    ("code", "said"),
    [(errno.EACCES, "protected"), (errno.EROFS, "protected"), (errno.EIO, "could not be written")],
)
def test_a_protected_folder_is_said_and_its_journal_can_be_read(path, monkeypatch, code, said):
    kept = opened(path).add(marked(1))
    before = path.read_bytes()

    def refuse(*_, **__):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    journal = opened(path)
    assert journal.annotations == (kept,)
    with pytest.raises(OSError, match=said):
        journal.add(marked(5))
    assert journal.annotations == (kept,)
    assert path.read_bytes() == before


def test_a_journal_in_use_by_another_program_is_said(path, monkeypatch):
    from filelock import FileLock, Timeout

    journal = opened(path)

    def busy(self, *_, **__):
        raise Timeout("x")

    monkeypatch.setattr(FileLock, "acquire", busy)
    with pytest.raises(OSError, match="in use by another notebook"):
        journal.add(marked(1))


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(FileNotFoundError, match="There is no folder"):
        opened(tmp_path / "nowhere" / "x.journal.jsonl").add(marked(1))


def test_a_journal_that_was_deleted_underneath_is_not_begun_anew_in_silence(path):
    journal = opened(path)
    kept = journal.add(marked(1))
    path.unlink()
    for edit in (lambda: journal.add(marked(5)), journal.refresh):
        with pytest.raises(OSError, match="is gone"):
            edit()
    assert not path.exists()
    assert journal.annotations == (kept,)


@pytest.mark.parametrize("change", ["shorter", "other", "other and longer"])
@pytest.mark.parametrize("in_place", [True, False], ids=["same file", "new file"])
def test_a_journal_that_was_replaced_underneath_is_not_written_to(path, change, in_place):
    journal = opened(path)
    journal.add(marked(1))
    journal.add(marked(3))
    kept = journal.annotations
    lines = path.read_bytes().splitlines(keepends=True)
    content = {
        "shorter": b"".join(lines[:2]),
        "other": b"".join([*lines[:2], lines[2].replace(b"Heron", b"Otter")]),
        "other and longer": b"".join([*lines[:2], lines[2].replace(b"Heron", b"Otter"), *lines]),
    }[change]
    if in_place:
        path.write_bytes(content)
    else:
        new = path.with_name("new")
        new.write_bytes(content)
        new.replace(path)
    with pytest.raises(OSError, match="replaced or shortened by another program"):
        journal.add(marked(5))
    assert path.read_bytes() == content
    assert journal.annotations == kept


def test_a_copy_with_all_lines_and_more_in_its_place_is_taken_for_the_journal(path):
    """As programs leave it that keep folders in step."""
    journal, other = opened(path), opened(path)
    journal.add(marked(1))
    other.add(marked(3))
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)
    assert journal.refresh()
    journal.add(marked(5))
    assert len(opened(path).annotations) == 3


def test_a_line_that_is_just_being_written_waits_until_it_is_whole(path):
    journal = opened(path)
    journal.add(marked(1))
    other = opened(path)
    journal.add(marked(3))
    content = path.read_bytes()
    path.write_bytes(content[:-20])
    assert not other.refresh()
    path.write_bytes(content)
    assert other.refresh()
    assert other.annotations == journal.annotations
    assert other.notices == ()


def test_an_edit_reads_no_more_of_the_file_than_has_been_added(path, monkeypatch):
    journal, other = opened(path), opened(path)
    for number in range(300):
        journal.add(marked(number))
    other.refresh()
    journal.add(marked(400))
    read = []
    new = LineFile.read_new

    def watched(self, *, alone):
        lines = new(self, alone=alone)
        read.append(len(lines))
        return lines

    monkeypatch.setattr(LineFile, "read_new", watched)
    other.add(marked(401))
    journal.add(marked(402))
    assert read == [1, 1]
    assert path.stat().st_size > 50_000


def test_the_journal_is_lines_of_json_with_line_feeds_on_every_system(path):
    opened(path).add(marked(1))
    content = path.read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert [*map(json.loads, content.splitlines())]


def test_what_cannot_be_read_is_said(path):
    path.mkdir()
    with pytest.raises(OSError, match="cannot be read"):
        opened(path)
