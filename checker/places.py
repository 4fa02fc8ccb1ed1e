"""Where a value was seen: a source (one sheet, one delimited file, one document) and a row in it.

Every row that reaches the tables carries a locator, one integer of a source's number and a row
number, so that a million rows cost eight bytes each and any of them can be shown to a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .flags import Flags
from .words import Text

_ROW_BITS = 32
Kind = Literal["sheet", "delimited", "record", "document", "unit", "unread"]


def locator(source: int, row: int) -> int:
    """One integer for a source's number and a row (from 1) or paragraph index (from 0).

    >>> split_locator(locator(3, 17))
    (3, 17)
    """
    return (source << _ROW_BITS) | row


def split_locator(at: int) -> tuple[int, int]:
    """The source's number and the row of a locator."""
    return at >> _ROW_BITS, at & ((1 << _ROW_BITS) - 1)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must tell a person about a file; nothing is dropped in silence.

    ``code`` is stable and English (``encrypted``, ``unreadable_cell``); ``place`` is empty where
    the whole file is meant; ``text`` says what was found, what was expected and what to do.
    """

    file: str
    place: str
    code: str
    text: Text


@dataclass(frozen=True, slots=True)
class Source:
    """One table-like thing in one file.

    ``columns`` maps a field to its column number (from 1) where the header was recognised;
    ``labels`` maps a field to the header as written; ``paragraphs`` (documents only) maps a
    paragraph index to the table path it stands in. ``flags`` grow while the source is read.
    """

    file: str
    sha256: str
    table: str
    kind: Kind
    sheet: str = ""
    columns: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    paragraphs: Mapping[int, str] = field(default_factory=dict)
    flags: Flags = field(default_factory=Flags, compare=False, repr=False)

    @property
    def in_paragraphs(self) -> bool:
        """Are its rows paragraphs of a document?"""
        return self.kind == "document" and self.table not in ("documents", "document_sections")

    def place(self, row: int, column: str = "") -> Text:
        """A row's place in words, to the cell where the column is known.

        >>> s = Source("a.xlsx", "", "postings", "sheet", "Sổ", {"posted_on": 28})
        >>> s.place(7, "posted_on").vi
        'Sổ!AB7'
        >>> s.place(7).en
        'Sổ!row 7'
        """
        number = self.columns.get(column)
        if self.kind == "document":
            if self.table == "documents":
                return Text(vi="toàn văn bản", en="whole document")
            if self.table == "document_sections":
                return Text(vi=f"phân đoạn {row}", en=f"section {row}")
            return _paragraph(row, self.paragraphs.get(row, "-"))
        if self.kind == "unread":
            return Text(vi="tệp không đọc được", en="file could not be read")
        if self.kind == "sheet":
            if number is None:
                return Text(vi=f"{self.sheet}!dòng {row}", en=f"{self.sheet}!row {row}")
            cell = f"{self.sheet}!{column_letters(number)}{row}"
            return Text(vi=cell, en=cell)
        if self.kind == "record":
            label = f", '{self.labels[column]}'" if column in self.labels else ""
            return Text(vi=f"bản ghi {row}{label}", en=f"record {row}{label}")
        if number is None:
            return Text(vi=f"dòng {row}", en=f"line {row}")
        return Text(vi=f"dòng {row}, cột {number}", en=f"line {row}, column {number}")

    def extent(self, first: int, last: int) -> Text | None:
        """Where the rows from one to another stand; None where rows are not lines of a register.

        >>> Source("a.xlsx", "", "postings", "sheet", "Sổ", {"code": 1, "posted_on": 8}).extent(
        ...     6, 417
        ... ).vi
        'Sổ!A6:H417'
        """
        if self.kind == "sheet" and self.columns:
            left, right = (column_letters(end(self.columns.values())) for end in (min, max))
            cells = f"{self.sheet}!{left}{first}:{right}{last}"
            return Text(vi=cells, en=cells)
        if self.kind == "record":
            return Text(vi=f"bản ghi {first}–{last}", en=f"records {first}–{last}")
        if self.kind == "delimited":
            return Text(vi=f"dòng {first}–{last}", en=f"lines {first}–{last}")
        return None


def _paragraph(index: int, path: str) -> Text:
    inside = "" if path == "-" else f" ({path})"
    return Text(vi=f"đoạn {index}{inside}", en=f"paragraph {index}{inside}")


def column_letters(number: int) -> str:
    """Spreadsheet letters of a column number from 1.

    >>> column_letters(1), column_letters(26), column_letters(27), column_letters(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
