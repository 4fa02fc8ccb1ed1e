from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from motcua.checker.zipguard import RefusedArchive, ZipLimits, open_guarded


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_flag(content: bytes) -> bytes:
    at = content.index(b"PK\x01\x02") + 8
    return content[:at] + b"\x01\x00" + content[at + 2 :]


def claiming(content: bytes, size: int) -> bytes:
    """The same archive, its directory lying about the size of its (only) part."""
    at = content.index(b"PK\x01\x02") + 24
    return content[:at] + struct.pack("<I", size) + content[at + 4 :]


GOOD = packed({"xl/workbook.xml": b"<a/>" * 1000, "b.xml": b""})
ENCRYPTED = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


def test_a_good_archive_is_read_from_bytes_and_from_a_path(tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(GOOD)
    for content in (GOOD, tmp_path / "a.xlsx"):
        with open_guarded(content, "a.xlsx") as archive:
            assert archive.names == ("xl/workbook.xml", "b.xml")
            assert archive.read("xl/workbook.xml") == b"<a/>" * 1000
            assert archive.read("b.xml") == b""


HOSTILE = {
    "nothing": (b"", "empty_file"),
    "password on the workbook": (ENCRYPTED, "encrypted"),
    "password on a part": (with_flag(GOOD), "encrypted"),
    "old Office": (ENCRYPTED[:64], "not_zip"),
    "PDF": (b"%PDF-1.7", "not_zip"),
    "text": (b"ma,ten\n1,2\n", "not_zip"),
    "only the start": (GOOD[:40], "damaged"),
    "end cut off": (GOOD[:-30], "damaged"),
    "only the mark": (b"PK\x03\x04", "damaged"),
    "climbing": (packed({"../evil.xml": b""}), "unsafe_archive"),
    "absolute": (packed({"/etc/passwd": b""}), "unsafe_archive"),
    "drive": (packed({"C:evil.xml": b""}), "unsafe_archive"),
    "twice": (packed({"xl/A.xml": b"", "xl/a.xml": b""}), "unsafe_archive"),
    "bomb": (packed({"bomb.xml": b"\0" * (65 << 20)}), "zip_bomb"),
    "many parts": (packed({f"{n}.xml": b"" for n in range(10_001)}), "zip_bomb"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_must_not_be_read_is_refused_with_its_reason(name: str):
    content, code = HOSTILE[name]
    with pytest.raises(RefusedArchive) as refused:
        open_guarded(content, "a.xlsx")
    assert refused.value.notice.code == code
    assert refused.value.notice.file == "a.xlsx"


@pytest.mark.parametrize("claimed", [10, 3999, 4001])
def test_a_part_that_is_not_as_large_as_the_directory_says_is_refused(claimed: int):
    lying = claiming(packed({"a.xml": b"<a/>" * 1000}), claimed)
    with open_guarded(lying, "a.xlsx") as archive, pytest.raises(RefusedArchive) as refused:
        archive.read("a.xml")
    assert refused.value.notice.code == "damaged"


def test_the_sum_of_the_parts_is_limited():
    content = packed({"a.xml": b"x" * 60, "b.xml": b"x" * 60})
    with pytest.raises(RefusedArchive) as refused:
        open_guarded(content, "a.xlsx", ZipLimits(inflated=100))
    assert refused.value.notice.code == "zip_bomb"
