"""A look at an .xls before the fast reader opens it: the records of BIFF8 ([MS-XLS] 2.4).

As with .xlsx, calamine shows an error as an empty cell and says nothing of hidden rows; and a
count of texts that is a lie would make it ask for more memory than there is.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..places import Notice
from ..words import Text
from .archive import MAX_GRID_CELLS, damaged, other_day_0, too_wide
from .compound import MAGIC, BadCompound, streams
from .facts import SheetFacts, error_value
from .sheets import Refused

_BOF, _END, _BOUND_SHEET, _DATE_MODE, _PASSWORD = 0x0809, 0x000A, 0x0085, 0x0022, 0x002F
_TEXTS, _ROW, _COLUMNS, _MERGED = 0x00FC, 0x0208, 0x007D, 0x00E5
_FORMULA, _ERROR = 0x0006, 0x0205
_BIFF8 = b"\x00\x06"
_CELLS = frozenset((_FORMULA, _ERROR, 0x0203, 0x0204, 0x00FD, 0x027E, 0x00D6))
_SEVERAL = 0x00BD
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!"}


@dataclass(slots=True)
class _Workbook:
    names: dict[int, str] = field(default_factory=dict)
    sheets: dict[str, SheetFacts] = field(default_factory=dict)


def look_into_xls(path: Path, file: str) -> dict[str, SheetFacts]:
    """Check the records of a workbook and gather what calamine would not tell.

    Returns:
        The facts of each sheet by its name.

    Raises:
        Refused: No workbook inside, a password, days from 1904, a damaged or lying record.
        OSError: The path cannot be read.
    """
    content = path.read_bytes()
    if not content.startswith(MAGIC):
        raise Refused(_not_xls(file))
    try:
        found = streams(content)
        book = next((found[name] for name in ("Workbook", "Book") if name in found), None)
        if "EncryptedPackage" in found:
            raise Refused(_locked(file))
        if book is None:
            raise Refused(_not_xls(file))
        return _walk(book, file)
    except (BadCompound, struct.error, IndexError) as error:
        raise Refused(damaged(file)) from error


def _walk(book: bytes, file: str) -> dict[str, SheetFacts]:
    workbook = _Workbook()
    current: SheetFacts | None = None
    open_ = 0
    for at, kind, data in _records(book):
        if kind == _BOF:
            open_ += 1
            if data[:2] != _BIFF8:
                raise Refused(_not_xls(file))  # Excel 95 and before: other records
            if at in workbook.names:
                current = workbook.sheets.setdefault(workbook.names[at], SheetFacts())
        elif kind == _END:
            open_ -= 1
            current = current if open_ else None
        elif current is None:
            _globals(kind, data, workbook, (file, len(book)))
        elif open_ == 1:
            _note(kind, data, current)
    if open_:
        raise BadCompound("the last sheet has no end")
    if sum(sheet.cells for sheet in workbook.sheets.values()) > MAX_GRID_CELLS:
        widest = max(workbook.sheets.values(), key=lambda sheet: sheet.cells)
        raise Refused(too_wide(file, widest))
    return workbook.sheets


def _records(book: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        if not kind and not size:
            return  # the stream is filled up with zeros
        data = book[at + 4 : at + 4 + size]
        if len(data) < size:
            raise BadCompound("a record is cut")
        yield at, kind, data
        at += 4 + size


def _globals(kind: int, data: bytes, workbook: _Workbook, about: tuple[str, int]) -> None:
    file, size = about
    if kind == _PASSWORD:
        raise Refused(_locked(file))
    if kind == _DATE_MODE and data[:2] == b"\1\0":
        raise Refused(other_day_0(file))
    if kind == _BOUND_SHEET:
        (start,) = struct.unpack_from("<I", data)
        length, wide = data[6], data[7] & 1
        raw = data[8 : 8 + length * (1 + wide)]
        workbook.names[start] = raw.decode("utf-16-le" if wide else "latin-1", "replace")
    if kind == _TEXTS and struct.unpack_from("<I", data, 4)[0] * 3 > size:
        raise BadCompound("more texts than the file has room for")


def _note(kind: int, data: bytes, facts: SheetFacts) -> None:
    if kind in _CELLS or kind == _SEVERAL:
        row, column = struct.unpack_from("<HH", data)
        last = struct.unpack_from("<H", data, len(data) - 2)[0] if kind == _SEVERAL else column
        facts.rows = max(facts.rows, row + 1)
        facts.columns = max(facts.columns, min(last, 0xFF) + 1)
        code = _error(kind, data)
        if code is not None:
            shown = _ERRORS.get(code, "#N/A")
            facts.unread.setdefault(row + 1, {})[column + 1] = error_value(shown)
    elif kind == _ROW and data[12] & 0x20:
        facts.hidden_rows.append(struct.unpack_from("<H", data)[0] + 1)
    elif kind == _COLUMNS and data[8] & 1:
        first, last = struct.unpack_from("<HH", data)
        facts.hidden_columns.extend(range(first + 1, min(last, 0xFF) + 2))
    elif kind == _MERGED:
        (count,) = struct.unpack_from("<H", data)
        for number in range(count):
            top, bottom, left, right = struct.unpack_from("<4H", data, 2 + 8 * number)
            facts.merged.append((top + 1, left + 1, bottom + 1, right + 1))


def _error(kind: int, data: bytes) -> int | None:
    """The code of the error that a cell shows, if it shows one."""
    if kind == _ERROR and data[7]:
        return data[6]
    if kind == _FORMULA and data[12:14] == b"\xff\xff" and data[6] == 2:
        return data[8]
    return None


def _not_xls(file: str) -> Notice:
    text = Text(
        vi="không phải sổ tính Excel 97–2003 (.xls); hãy mở tệp bằng Excel và lưu lại thành .xlsx",
        en="this is no Excel 97-2003 workbook (.xls); open it in Excel and save it as .xlsx",
    )
    return Notice(file, "", "not_workbook", text)


def _locked(file: str) -> Notice:
    text = Text(
        vi="tệp có mật khẩu nên không đọc được; hãy bỏ mật khẩu rồi lưu lại",
        en="the file is protected by a password and cannot be read; remove it and save again",
    )
    return Notice(file, "", "encrypted", text)
