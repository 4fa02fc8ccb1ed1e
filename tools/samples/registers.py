"""Registers as an office keeps them: a title block, a header, rows, a total, a signature."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .archive import zip_bytes

Cell = str | int | dt.date | None
Record = Mapping[str, Cell]

_THIN = Side(style="thin")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FONT = "Times New Roman"
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_WRAP = Alignment(vertical="top", wrap_text=True)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FIXED_STAMP = rb"\g<1>2026-11-22T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Register:
    """One sheet.

    ``columns`` maps each header, as this office words it, to the field of the record below it;
    the order is the office's own. ``title`` stands above the header, ``total`` and ``signature``
    below the rows.
    """

    sheet: str
    title: tuple[str, ...]
    columns: Mapping[str, str]
    records: Sequence[Record]
    total: str = ""
    signature: tuple[str, ...] = ()

    def rows(self) -> list[list[Cell]]:
        """The cells below the header, each row with its ordinal first."""
        fields = self.columns.values()
        return [
            [number, *(record.get(field) for field in fields)]
            for number, record in enumerate(self.records, start=1)
        ]


def dates_as_text(records: Iterable[Record]) -> list[Record]:
    """The records with every date typed as text, dd/mm/yyyy."""
    return [{field: _typed(value) for field, value in record.items()} for record in records]


def _typed(value: Cell) -> Cell:
    return value.strftime("%d/%m/%Y") if isinstance(value, dt.date) else value


def workbook(*registers: Register) -> bytes:
    """An Excel workbook with one sheet a register."""
    book = Workbook()
    del book["Sheet"]
    book.properties.creator = "motcua"
    for register in registers:
        _fill(book.create_sheet(register.sheet), register)
    target = io.BytesIO()
    book.save(target)
    return restamped(target)


def restamped(saved: io.BytesIO) -> bytes:
    """A workbook as saved, without the times at which it was."""
    with zipfile.ZipFile(saved) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    return zip_bytes((name, _STAMP.sub(_FIXED_STAMP, content)) for name, content in members)


def _fill(sheet: Worksheet, register: Register) -> None:
    headers = ("STT", *register.columns)
    for line in register.title:
        _spanning(sheet, line, len(headers))
    sheet.append(headers)
    for cell in sheet[sheet.max_row]:
        cell.font, cell.alignment, cell.border = Font(_FONT, 12, bold=True), _CENTRE, _GRID
    sheet.freeze_panes = f"A{sheet.max_row + 1}"
    for row in register.rows():
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.font, cell.alignment, cell.border = Font(_FONT, 12), _WRAP, _GRID
            if isinstance(cell.value, dt.date):
                cell.number_format = "dd/mm/yyyy"
    if register.total:
        _spanning(sheet, register.total, len(headers))
    _sign(sheet, register.signature, len(headers))
    for number, header in enumerate(headers, start=1):
        width = 6 if number == 1 else 60 if "Tên" in header or "Ten" in header else 18
        sheet.column_dimensions[get_column_letter(number)].width = width


def _spanning(sheet: Worksheet, text: str, width: int) -> None:
    sheet.append([text])
    row = sheet.max_row
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
    sheet.cell(row, 1).font = Font(_FONT, 13, bold=not text.startswith("("))
    sheet.cell(row, 1).alignment = _CENTRE


def _sign(sheet: Worksheet, lines: Sequence[str], width: int) -> None:
    first = sheet.max_row + 2
    for number, line in enumerate(lines):
        cell = sheet.cell(first + number, width, line)
        cell.font, cell.alignment = Font(_FONT, 12, bold=number > 0), _CENTRE


def delimited(register: Register) -> bytes:
    """What one-stop software exports: UTF-8 with a mark, semicolons, no title, no signature."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(("STT", *register.columns))
    writer.writerows([_typed(cell) for cell in row] for row in register.rows())
    return text.getvalue().encode("utf-8-sig")
