"""One stream out of an OLE compound file ([MS-CFB]), the container of Office 97-2003.

Every chain of sectors is followed no further than the file has sectors, so that a chain in a
ring, or sectors that are not there, are found before another reader trips over them.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
_LAST_SECTOR = 0xFFFFFFFA  # what follows are marks: free, end of chain, parts of the table itself
_HEADER = 512
_ENTRY = 128
_SMALL = 64


class BadCompound(ValueError):
    """The container is damaged."""


def streams(content: bytes) -> dict[str, bytes]:
    """The streams of a compound file by name; of streams with one name the first.

    Raises:
        BadCompound: A chain leads nowhere, or the header is none.
    """
    if not content.startswith(MAGIC) or len(content) < _HEADER:
        raise BadCompound("no compound file")
    try:
        return _Reader(content).streams()
    except (struct.error, IndexError) as error:
        raise BadCompound(str(error)) from error


class _Reader:
    def __init__(self, content: bytes) -> None:
        (shift,) = struct.unpack_from("<H", content, 30)
        if shift not in (9, 12):
            raise BadCompound("an unknown size of sectors")
        self._content, self._size = content, 1 << shift
        self._table = self._allocation()

    def streams(self) -> dict[str, bytes]:
        first, least, small_first = struct.unpack_from("<I4xII", self._content, 48)
        directory = self._chain(first)
        entries = [
            _entry(directory[at : at + _ENTRY])
            for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)
        ]
        root = next((entry for entry in entries if entry[1] == 5), None)
        if root is None:
            raise BadCompound("no root")
        small = self._chain(root[2])
        small_table = _numbers(self._chain(small_first))
        found: dict[str, bytes] = {}
        for name, kind, start, length in entries:
            if kind != 2:
                continue
            if length < least:
                whole = _small_chain(small, small_table, start)
            else:
                whole = self._chain(start)
            if len(whole) < length:
                raise BadCompound("a stream is cut")
            found.setdefault(name, whole[:length])
        return found

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._content[at : at + self._size]

    def _allocation(self) -> Sequence[int]:
        """The table that names the sector after each sector."""
        sectors = list(struct.unpack_from("<109I", self._content, 76))
        more, left = struct.unpack_from("<II", self._content, 68)
        while left and more < _LAST_SECTOR and len(sectors) * self._size <= len(self._content):
            numbers = _numbers(self._sector(more))
            sectors.extend(numbers[:-1])
            more, left = numbers[-1], left - 1
        table = b"".join(self._sector(one) for one in sectors if one < _LAST_SECTOR)
        return _numbers(table)

    def _chain(self, start: int) -> bytes:
        pieces: list[bytes] = []
        while start < _LAST_SECTOR:
            if len(pieces) * self._size > len(self._content):
                raise BadCompound("a chain of sectors without end")
            pieces.append(self._sector(start))
            start = self._table[start]
        return b"".join(pieces)


def _small_chain(small: bytes, table: Sequence[int], start: int) -> bytes:
    pieces: list[bytes] = []
    while start < _LAST_SECTOR:
        if len(pieces) * _SMALL > len(small):
            raise BadCompound("a chain of small sectors without end")
        pieces.append(small[start * _SMALL : (start + 1) * _SMALL])
        start = table[start]
    return b"".join(pieces)


def _numbers(content: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


def _entry(entry: bytes) -> tuple[str, int, int, int]:
    """Name, kind (2 a stream, 5 the root), first sector and length of a directory entry."""
    size, kind = struct.unpack_from("<HB", entry, 64)
    start, length = struct.unpack_from("<II", entry, 116)
    return entry[: max(0, min(size, 64) - 2)].decode("utf-16-le", "replace"), kind, start, length
