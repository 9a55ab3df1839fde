"""What sets the workbook up, opens it and checks it: standard library only, on every system.

People run `setup.py`, `lab.py`, `check.py` and `bench.py`, each a door of a few lines; `lock.py` is
for maintainers. Whichever door is opened, this file is read first, so here is the place to find out
that a Python is too old to read the rest. Hence the old syntax: Python 2.7 and 3.6 have to
understand this file and the doors, if only to say so in one line.
"""

import sys

OLDEST = (3, 11)


def complaint(version):  # type: (tuple[int, ...]) -> str | None
    """The one line to say when a Python of this `version` is too old, None when it will do."""
    if tuple(version[:2]) >= OLDEST:
        return None
    return (
        "This workbook needs Python %d.%d or newer, and this is Python %s. Install a newer one "
        "from python.org or with your system's packages, then say which: make lab PYTHON=python3.13"
    ) % (OLDEST[0], OLDEST[1], ".".join(str(part) for part in version[:3]))


if complaint(tuple(sys.version_info[:3])):
    sys.exit(complaint(tuple(sys.version_info[:3])))
