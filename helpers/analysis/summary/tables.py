"""The entries of a body as a table that can be multiplied."""

from __future__ import annotations

from typing import Any

from helpers.analysis.summary.body import Entries, Vector

SMALL = 60
"""Up to so many sentences, sentences by sentences are worked with as a full table. Beyond it the
libraries for full tables start several threads, which on a busy computer wait for each other: 150
sentences took 50 milliseconds instead of one."""


def as_table(entries: Entries, values: Vector) -> Any:
    """The values as a table of sentences by words (SciPy's, which stores only what is there)."""
    from scipy.sparse import csr_array

    shape = (entries.height, entries.width)
    return csr_array((values, entries.columns, entries.starts), shape=shape)
