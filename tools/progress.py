"""One moving line on the screen while pip works: `installing 34 of 110: numpy`."""

import re
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

FETCHED = re.compile(
    r"(?:Collecting|Requirement already satisfied:) (?P<pin>[A-Za-z0-9._-]+)"  # from an index
    r"|Processing \S*?(?P<file>[^/\\\s-]+)-\S*\.(?:whl|gz|zip) "  # from a folder of wheels
)


class Progress:
    """Hears what pip says and shows how far it is.

    pip names each package while it fetches them, then installs them all in silence; meanwhile the
    packages that appear in the environment are counted, four times a second. Without a terminal
    (in a log) one line in 25 is shown.
    """

    def __init__(self, folder: Path, total: int) -> None:
        self.folder = folder
        self.total = total
        self.fetched = 0
        self.order: list[str] = []
        self.shown = ""
        self.before = self.present()
        self.ended = threading.Event()
        self.watch = threading.Thread(target=self.watch_installation, daemon=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.ended.set()
        if self.watch.is_alive():
            self.watch.join()
        if self.shown and sys.stdout.isatty():
            print("\r" + " " * len(self.shown) + "\r", end="", flush=True)

    def hear(self, line: str) -> None:
        """One line of what pip says."""
        if line.startswith("Ignoring "):  # a pin for another system or another Python
            self.total -= 1
        elif line.startswith("Installing collected packages: "):
            self.order = line.partition(": ")[2].strip().split(", ")
            if self.total > 1:
                self.watch.start()
        elif (found := FETCHED.match(line)) and self.total > 1:
            self.fetched += 1
            self.show("fetching", self.fetched, self.total, found["pin"] or found["file"])

    def present(self) -> set[str]:
        """The packages that are in the environment now."""
        places = ("lib/python*/site-packages", "Lib/site-packages")  # Windows has the second
        found = (self.folder.glob(f"{place}/*.dist-info") for place in places)
        return {path.name for paths in found for path in paths}

    def watch_installation(self) -> None:
        """Show which package is being installed, until pip has ended."""
        while not self.ended.wait(0.25):
            done = min(len(self.present() - self.before), len(self.order) - 1)
            self.show("installing", done + 1, len(self.order), self.order[done])

    def show(self, doing: str, number: int, total: int, name: str) -> None:
        """`installing 34 of 110: numpy`, over the last such line where there is a terminal."""
        line = f"{doing} {number} of {total}: {name}"
        if line == self.shown:
            return
        if sys.stdout.isatty():
            print("\r" + line.ljust(len(self.shown)), end="", flush=True)
        elif number == total or number // 25 > self.counted(doing):
            print(line, flush=True)
        else:
            return
        self.shown = line

    def counted(self, doing: str) -> int:
        """How many times 25 the last line shown had reached, of the same doing."""
        last = re.match(rf"{doing} (\d+) ", self.shown)
        return int(last[1]) // 25 if last else 0
