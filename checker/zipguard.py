"""Zip containers (.xlsx, .docx) are hostile until looked at: nothing is inflated before this.

The limits hold for what really comes out of a part, not for what the archive's directory claims:
a part whose real size or checksum differs from the directory is refused while it is read.
Open Packaging Conventions: ECMA-376 part 2.
"""

from __future__ import annotations

import copy
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from .errors import MotcuaError
from .places import Notice
from .words import Text

_MIB = 1 << 20
_CHUNK = 1 << 18
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_UNSAFE_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\\|[\x00-\x1f]")
# What zipfile lets through for a part whose headers or stream are broken.
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError),
    *(ValueError, RuntimeError, struct.error),
)
_FORMATS: tuple[tuple[bytes, Text], ...] = (
    (_OLE, Text("tệp Office 97–2003 (.xls, .doc)", "an Office 97-2003 file (.xls, .doc)")),
    (b"%PDF", Text("tệp PDF", "a PDF file")),
    (b"{\\rtf", Text("tệp RTF", "an RTF file")),
    (b"Rar!", Text("tệp nén RAR", "a RAR archive")),
    (b"7z\xbc\xaf", Text("tệp nén 7z", "a 7z archive")),
    (b"\x89PNG", Text("ảnh PNG", "a PNG picture")),
    (b"\xff\xd8\xff", Text("ảnh JPEG", "a JPEG picture")),
    (b"MZ", Text("chương trình Windows", "a Windows program")),
    (b"<", Text("tệp HTML hoặc XML", "an HTML or XML file")),
)


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """What an archive may at most be; sizes in bytes.

    ``ratio`` (inflated to packed) is looked at only from ``ratio_from`` on: small parts of one
    repeated row may well shrink a thousandfold, and do no harm.
    """

    file_bytes: int = 200 * _MIB
    entries: int = 10_000
    inflated: int = 2048 * _MIB
    ratio: int = 200
    ratio_from: int = 64 * _MIB


class RefusedArchive(MotcuaError):
    """The container must not be read; ``notice`` says what was found and what to do."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.text)
        self.notice = notice


class GuardedZip:
    """An archive that passed the guard; close it, or use it in ``with``."""

    def __init__(self, archive: zipfile.ZipFile, file: str, limits: ZipLimits) -> None:
        self._archive = archive
        self._file = file
        self._limits = limits
        self.names: tuple[str, ...] = tuple(
            info.filename for info in archive.infolist() if not info.is_dir()
        )

    def __enter__(self) -> GuardedZip:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file below."""
        self._archive.close()

    def chunks(self, name: str) -> Generator[bytes, None, None]:
        """The content of one part, piece by piece, checked to its end.

        Raises:
            RefusedArchive: The part is damaged, or is not as large as the directory says.
            KeyError: There is no such part.
        """
        declared = self._archive.getinfo(name)
        # zipfile stops at the declared size; other readers do not. Read to the real end.
        real = copy.copy(declared)
        real.file_size = self._limits.inflated + 1
        size = 0
        try:
            with self._archive.open(real) as part:
                while piece := part.read(_CHUNK):
                    size += len(piece)
                    if size > declared.file_size:
                        break
                    yield piece
        except _DAMAGE as error:
            raise RefusedArchive(_damaged(self._file, name)) from error
        if size != declared.file_size:
            raise RefusedArchive(_damaged(self._file, name))

    def read(self, name: str) -> bytes:
        """The whole content of one part.

        Raises:
            RefusedArchive: As for ``chunks``.
            KeyError: There is no such part.
        """
        return b"".join(self.chunks(name))


def open_guarded(content: bytes | Path, file: str, limits: ZipLimits | None = None) -> GuardedZip:
    """Open a zip container after looking at its directory only.

    Args:
        content: The bytes, or the path of the file.
        file: The name to put into notices.
        limits: What is allowed; the defaults suit a register of a million rows.

    Raises:
        RefusedArchive: Codes ``too_large``, ``empty_file``, ``encrypted``, ``not_zip``,
            ``damaged``, ``unsafe_archive``, ``zip_bomb``.
        OSError: The path cannot be read.
    """
    limits = limits or ZipLimits()
    size = content.stat().st_size if isinstance(content, Path) else len(content)
    if size > limits.file_bytes:
        raise RefusedArchive(_too_large(file, size, limits.file_bytes))
    _refuse_other_formats(content, file)
    try:
        archive = zipfile.ZipFile(content if isinstance(content, Path) else io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise RefusedArchive(_damaged(file)) from error
    try:
        _check_directory(archive.infolist(), file, limits)
    except RefusedArchive:
        archive.close()
        raise
    return GuardedZip(archive, file, limits)


def _refuse_other_formats(content: bytes | Path, file: str) -> None:
    if isinstance(content, Path):
        with content.open("rb") as stream:
            head = stream.read(64)
    else:
        head = content[:64]
    if not head:
        text = Text("tệp rỗng; hãy kết xuất lại", "the file is empty; export it again")
        raise RefusedArchive(Notice(file, "", "empty_file", text))
    if head.startswith(b"PK"):
        return
    if head.startswith(_OLE) and _ENCRYPTED_PACKAGE in _whole(content):
        raise RefusedArchive(_encrypted(file))
    seems = seems_to_be(head)
    text = Text(
        vi=f"nội dung không đúng với đuôi tệp: đây có vẻ là {seems.vi}; hãy mở bằng phần mềm "
        "đã tạo ra tệp và lưu lại đúng định dạng (.xlsx hoặc .docx)",
        en=f"the content does not fit the file name: this seems to be {seems.en}; open it with "
        "the software that made it and save it in the right format (.xlsx or .docx)",
    )
    raise RefusedArchive(Notice(file, "", "not_zip", text))


def _whole(content: bytes | Path) -> bytes:
    return content.read_bytes() if isinstance(content, Path) else content


def seems_to_be(head: bytes) -> Text:
    """What the first bytes of a file look like, in words.

    >>> seems_to_be(b"%PDF-1.7").en
    'a PDF file'
    """
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, name in _FORMATS:
        if bare.startswith(magic):
            return name
    if b"\x00" in head:
        return Text("tệp nhị phân không rõ loại", "a binary file of unknown kind")
    return Text("tệp văn bản thuần (.txt, .csv)", "plain text (.txt, .csv)")


def _check_directory(infos: list[zipfile.ZipInfo], file: str, limits: ZipLimits) -> None:
    if len(infos) > limits.entries:
        raise RefusedArchive(_bomb(file, f"{len(infos)} > {limits.entries}"))
    seen: set[str] = set()
    inflated = 0
    for info in infos:
        if info.flag_bits & 0x1:
            raise RefusedArchive(_encrypted(file))
        # zipfile cuts names at NUL; orig_filename still has it.
        if _UNSAFE_NAME.search(info.orig_filename) or info.filename.casefold() in seen:
            raise RefusedArchive(_unsafe(file, info.filename))
        seen.add(info.filename.casefold())
        inflated += info.file_size
        swollen = info.file_size > limits.ratio * max(info.compress_size, 1)
        if inflated > limits.inflated or (swollen and info.file_size > limits.ratio_from):
            raise RefusedArchive(_bomb(file, info.filename))


def _too_large(file: str, size: int, limit: int) -> Notice:
    text = Text(
        vi=f"tệp lớn {size // _MIB} MB, giới hạn là {limit // _MIB} MB; hãy chia nhỏ theo kỳ",
        en=f"the file has {size // _MIB} MB, the limit is {limit // _MIB} MB; split it by period",
    )
    return Notice(file, "", "too_large", text)


def _encrypted(file: str) -> Notice:
    text = Text(
        vi="tệp có mật khẩu nên không đọc được; hãy bỏ mật khẩu rồi lưu lại",
        en="the file is protected by a password and cannot be read; remove it and save again",
    )
    return Notice(file, "", "encrypted", text)


def _damaged(file: str, part: str = "") -> Notice:
    where_vi = f" (phần {part})" if part else ""
    where_en = f" (part {part})" if part else ""
    text = Text(
        vi=f"tệp bị hỏng hoặc bị cắt{where_vi}; hãy mở bằng Excel hoặc Word rồi lưu lại, "
        "hoặc kết xuất lại",
        en=f"the file is damaged or cut off{where_en}; open it in Excel or Word and save it "
        "again, or export it again",
    )
    return Notice(file, "", "damaged", text)


def _unsafe(file: str, name: str) -> Notice:
    text = Text(
        vi=f"tệp chứa phần có tên không an toàn hoặc trùng: {name!r}; không đọc tệp này, hãy "
        "kết xuất lại từ phần mềm gốc",
        en=f"the file holds a part with an unsafe or repeated name: {name!r}; it is not read, "
        "export it again from the original software",
    )
    return Notice(file, "", "unsafe_archive", text)


def _bomb(file: str, what: str) -> Notice:
    text = Text(
        vi=f"nội dung nén phình ra quá giới hạn ({what}); không đọc tệp này, hãy kết xuất lại "
        "từ phần mềm gốc",
        en=f"the packed content swells beyond the limit ({what}); the file is not read, export "
        "it again from the original software",
    )
    return Notice(file, "", "zip_bomb", text)
