"""The shell of an Office file with a password: an OLE compound file ([MS-CFB], [MS-OFFCRYPTO])."""

from __future__ import annotations

import hashlib
import struct

_SECTOR = 512
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_STREAM_SECTORS = 8
"""4096 bytes a stream, so that none is small enough for the mini stream."""
_AGILE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"></encryption>'
)


def encrypted_shell() -> bytes:
    """A file with the streams EncryptionInfo and EncryptedPackage, the latter noise."""
    info = struct.pack("<HHI", 4, 4, 0x40) + _AGILE
    noise = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(127))
    package = struct.pack("<Q", len(noise)) + noise
    streams = b"".join(part.ljust(_STREAM_SECTORS * _SECTOR, b" ") for part in (info, package))
    return _header() + _allocation() + _directory() + streams


def _header() -> bytes:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    start += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0
    )
    return start + struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108


def _allocation() -> bytes:
    """Sector 0 this table, sector 1 the directory, then the two streams, one after the other."""
    entries = [_FAT, _END]
    for _ in range(2):
        first = len(entries)
        entries += [*range(first + 1, first + _STREAM_SECTORS), _END]
    entries += [_FREE] * (_SECTOR // 4 - len(entries))
    return struct.pack(f"<{len(entries)}I", *entries)


def _directory() -> bytes:
    length = _STREAM_SECTORS * _SECTOR
    return (
        _entry("Root Entry", 5, (_NONE, _NONE, 2), _END, 0)
        + _entry("EncryptionInfo", 2, (_NONE, _NONE, _NONE), 2, length)
        + _entry("EncryptedPackage", 2, (1, _NONE, _NONE), 2 + _STREAM_SECTORS, length)
        + _entry("", 0, (_NONE, _NONE, _NONE), 0, 0)
    )


def _entry(name: str, kind: int, tree: tuple[int, int, int], first: int, length: int) -> bytes:
    """One directory entry ([MS-CFB] 2.6.1); ``tree`` is left, right and child."""
    text = name.encode("utf-16-le")
    size = len(text) + 2 if name else 0
    black = 1
    head = text.ljust(64, b"\0") + struct.pack("<HBBIII", size, kind, black, *tree)
    return head + bytes(36) + struct.pack("<IQ", first, length)
