"""Results put aside while a run goes on, so that a million of them need no more memory than one."""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Iterator
from typing import Generic, TypeVar

_IN_MEMORY = 16 * 1024 * 1024
Kept = TypeVar("Kept")


class Spool(Generic[Kept]):
    """Values kept in order and read as often as wanted; on disk from 16 MiB on.

    The file is our own and nameless: nobody else writes what is unpickled here.
    """

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - see below
        weakref.finalize(self, self._file.close)
        self._ends = 0

    def add(self, value: Kept) -> None:
        """Keep one more."""
        self._file.seek(self._ends)
        pickle.dump(value, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._ends = self._file.tell()

    def __iter__(self) -> Iterator[Kept]:
        at = 0
        while at < self._ends:
            self._file.seek(at)
            value: Kept = pickle.load(self._file)
            at = self._file.tell()
            yield value
