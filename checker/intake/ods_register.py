"""OpenDocument spreadsheets (.ods): ``content.xml`` read row by row (OpenDocument 1.3 part 3).

Rows and cells say how often they are repeated, so a few bytes may stand for a billion cells:
empty ones are skipped however many they are, and filled ones are limited. The file is walked
once to be sure that all of it can be read, then once for the rows of each sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from ..places import Notice
from ..words import Text
from ..zipguard import GuardedZip, RefusedArchive, open_guarded
from .hidden import say_hidden, say_hidden_sheet
from .merged import Area, say_merged, spread
from .ods_cells import OFFICE, STYLE, TABLE, cell_value, repeated
from .sheets import Cell, Hidden, Line, Notices, Refused, Sheet

MAX_CELLS = 25_000_000
_CONTENT = "content.xml"
_SPREADSHEET, _STYLE = f"{OFFICE}spreadsheet", f"{STYLE}style"
_SHEET, _COLUMN, _ROW = f"{TABLE}table", f"{TABLE}table-column", f"{TABLE}table-row"
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_NOT_SHOWN = frozenset(("collapse", "filter"))
_MAX_ROWS, _MAX_COLUMNS = 1 << 20, 1 << 14


@dataclass(slots=True)
class _Seen:
    """What the first walk found in one sheet."""

    name: str
    style: str
    cells: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    columns: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """One row element: its sheet, its number, how often it stands there, its cells."""

    sheet: int
    number: int
    times: int
    cells: list[Cell]
    element: etree._Element


def read_ods(path: Path, notices: Notices) -> Iterator[Sheet]:
    """The sheets of an OpenDocument spreadsheet that hold anything.

    Raises:
        Refused: A container that must not be read, no spreadsheet inside, too many cells.
        OSError: The path cannot be read.
    """
    file = notices.file
    try:
        with open_guarded(path, file) as archive:
            for name in archive.names:
                for _ in archive.chunks(name):  # sizes and sums are those that really come out
                    pass
            if _CONTENT not in archive.names:
                raise Refused(_not_a_spreadsheet(file))
            for number, seen in enumerate(_survey(archive, file, notices)):
                if seen.cells:
                    say_hidden(seen.name, seen.hidden_rows, seen.hidden_columns, notices)
                    say_merged(seen.name, seen.merged, notices)
                    lines = spread(_lines(archive, number), seen.merged, 1)
                    hidden = Hidden(seen.hidden_rows, seen.hidden_columns, seen.hidden)
                    yield Sheet("sheet", seen.name, 1, lines, hidden=hidden)
    except RefusedArchive as error:
        raise Refused(error.notice) from error
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(_damaged(file)) from error


def _survey(archive: GuardedZip, file: str, notices: Notices) -> list[_Seen]:
    sheets: list[_Seen] = []
    unseen: set[str] = set()
    for item in _walk(archive, sheets, unseen):
        seen = sheets[item.sheet]
        seen.cells += len(item.cells) * item.times
        below = bool(item.cells) and item.number + item.times - 1 > _MAX_ROWS
        if below or sum(sheet.cells for sheet in sheets) > MAX_CELLS:
            raise Refused(_too_large(file))
        if item.cells and item.element.get(f"{TABLE}visibility") in _NOT_SHOWN:
            seen.hidden_rows.extend(range(item.number, item.number + item.times))
        seen.merged.extend(_merged(item))
    for seen in sheets:
        seen.hidden = seen.style in unseen
        if seen.cells and seen.hidden:
            say_hidden_sheet(seen.name, notices)
    return sheets


def _lines(archive: GuardedZip, sheet: int) -> Iterator[Line]:
    for item in _walk(archive, [], set()):
        if item.sheet == sheet and item.cells:
            for number in range(item.number, item.number + item.times):
                yield number, list(item.cells)


def _walk(archive: GuardedZip, sheets: list[_Seen], unseen: set[str]) -> Iterator[_Row]:
    """Every row of every sheet, in order; fills ``sheets``, and ``unseen`` with hidden styles."""
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=(_SHEET, _COLUMN, _ROW, _STYLE),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    row = 1
    for chunk in archive.chunks(_CONTENT):
        parser.feed(chunk)
        for event, element in parser.read_events():
            if not isinstance(element, etree._Element):
                continue
            if event == "start" and element.tag == _SHEET and _is_sheet(element):
                name, style = element.get(f"{TABLE}name", ""), element.get(f"{TABLE}style-name", "")
                sheets.append(_Seen(name, style))
                row = 1
            elif event == "end" and element.tag == _STYLE:
                unseen.update(_hidden_style(element))
            elif event == "end" and element.tag == _COLUMN and sheets:
                _add_column(element, sheets[-1])
            elif event == "end" and element.tag == _ROW and _is_row(element):
                times = repeated(element, "number-rows-repeated")
                yield _Row(len(sheets) - 1, row, times, _cells(element), element)
                row += times
                _forget(element)
    parser.close()


def _is_sheet(element: etree._Element) -> bool:
    parent = element.getparent()
    if element.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a document type")
    return parent is not None and parent.tag == _SPREADSHEET


def _is_row(element: etree._Element) -> bool:
    """Whether a row is of a sheet, not of a table within a cell or of the record of changes."""
    parent = element.getparent()
    while parent is not None and parent.tag != _SHEET:
        if not str(parent.tag).startswith(f"{TABLE}table-") or parent.tag in _CELLS:
            return False
        parent = parent.getparent()
    return parent is not None and _is_sheet(parent)


def _add_column(element: etree._Element, seen: _Seen) -> None:
    times = repeated(element, "number-columns-repeated")
    if element.get(f"{TABLE}visibility") in _NOT_SHOWN:
        last = min(seen.columns + times, _MAX_COLUMNS)
        seen.hidden_columns.extend(range(seen.columns + 1, last + 1))
    seen.columns += times


def _hidden_style(element: etree._Element) -> Iterator[str]:
    for properties in element.iterchildren(f"{STYLE}table-properties"):
        if properties.get(f"{TABLE}display") == "false":
            yield element.get(f"{STYLE}name", "")


def _cells(row: etree._Element) -> list[Cell]:
    """The cells up to the last that holds anything."""
    found: list[Cell] = []
    at = 0
    for cell in row.iterchildren(*_CELLS):
        times = repeated(cell, "number-columns-repeated")
        value = cell_value(cell) if cell.tag == _CELLS[0] else None
        if value is not None:
            if at + times > _MAX_COLUMNS:
                raise ValueError("more columns than a spreadsheet has")
            found.extend([None] * (at - len(found)))
            found.extend([value] * times)
        at += times
    return found


def _merged(row: _Row) -> Iterator[Area]:
    at = 1
    for cell in row.element.iterchildren(*_CELLS):
        down = repeated(cell, "number-rows-spanned")
        right = repeated(cell, "number-columns-spanned")
        if down * right > 1 and at + right <= _MAX_COLUMNS:
            yield row.number, at, row.number + down - 1, at + right - 1
        at += repeated(cell, "number-columns-repeated")


def _forget(row: etree._Element) -> None:
    row.clear()
    parent = row.getparent()
    while parent is not None and row.getprevious() is not None:
        del parent[0]


def _not_a_spreadsheet(file: str) -> Notice:
    text = Text(
        vi="không phải bảng tính OpenDocument (.ods); hãy mở tệp và lưu lại thành .ods hoặc .xlsx",
        en="this is no OpenDocument spreadsheet (.ods); open it and save it as .ods or .xlsx",
    )
    return Notice(file, "", "not_workbook", text)


def _damaged(file: str) -> Notice:
    text = Text(
        vi="cấu trúc bên trong bảng tính bị hỏng; hãy mở bằng LibreOffice và lưu lại",
        en="the spreadsheet's inner structure is damaged; open it in LibreOffice and save it again",
    )
    return Notice(file, "", "damaged", text)


def _too_large(file: str) -> Notice:
    text = Text(
        vi=f"bảng tính có quá {MAX_CELLS} ô có dữ liệu hoặc quá {_MAX_ROWS} dòng; hãy xóa các ô "
        "thừa ở xa bảng hoặc chia nhỏ theo kỳ",
        en=f"the spreadsheet has more than {MAX_CELLS} filled cells or {_MAX_ROWS} rows; delete "
        "stray cells far from the table or split it by period",
    )
    return Notice(file, "", "too_large", text)
