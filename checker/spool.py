"""Results put aside while a run goes on, so that a million of them need no more memory than one."""

from __future__ import annotations

import io
import pickle
import tempfile
import weakref
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Generic, TypeVar

_IN_MEMORY = 16 * 1024 * 1024
Kept = TypeVar("Kept")


def packed(values: Sequence[object]) -> bytes:
    """Records as bytes, also for another process; what several of them share is packed once."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _Records()
    pickler.dump(values)
    return file.getvalue()


class Spool(Generic[Kept]):
    """Values kept in order and read as often as wanted; on disk from 16 MiB on.

    Reading holds one pack at a time. The file is our own and nameless: nobody else writes what is
    unpickled here.
    """

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - see below
        weakref.finalize(self, self._file.close)
        self._ends = 0

    def add(self, pack: bytes) -> None:
        """Keep what ``packed`` made of more values."""
        self._file.seek(self._ends)
        self._file.write(pack)
        self._ends = self._file.tell()

    def __iter__(self) -> Iterator[Kept]:
        at = 0
        while at < self._ends:
            self._file.seek(at)
            values: Sequence[Kept] = pickle.load(self._file)
            at = self._file.tell()
            yield from values


class _Records(dict[type, Callable[[Any], Any]]):
    """A record is its type and the values of its fields: half the time of what dataclasses do."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        names = [field.name for field in fields(kind)]
        self[kind] = lambda record: (kind, tuple([getattr(record, name) for name in names]))
        return self[kind]
