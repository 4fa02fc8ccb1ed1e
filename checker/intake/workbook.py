"""Excel workbooks (.xlsx, .xlsm, .xls) by calamine, after a look into them; large ones by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from ..places import Notice
from ..words import Text
from .archive import look_into_workbook
from .facts import SheetFacts
from .hidden import say_hidden, say_hidden_sheet
from .merged import say_merged, spread
from .sheets import Cell, Hidden, Line, Notices, Refused, Sheet, UnreadCell
from .streamed import stream_sheets
from .xls_facts import look_into_xls

STREAMED_FROM = 1_000_000
"""Cells of the widest sheet from which a workbook is read row by row: 32 MB of calamine's grid."""


def read_workbook(path: Path, notices: Notices) -> Iterator[Sheet]:
    """The sheets of an .xlsx or .xlsm that hold anything, hidden ones too.

    Where they are not large, all of them are loaded before the first is handed on, so that no half
    of a file is counted; of a large one that proves damaged it is told that rows may be missing.
    A cell is at its row and column as Excel shows.

    Raises:
        Refused: The workbook cannot be read.
        OSError: The path cannot be read.
    """
    facts = look_into_workbook(path, notices.file)
    if max((seen.cells for seen in facts.values()), default=0) < STREAMED_FROM:
        return _sheets(path, facts, notices)
    return _streamed(path, facts, notices)


def _streamed(path: Path, facts: Mapping[str, SheetFacts], notices: Notices) -> Iterator[Sheet]:
    for name, rows in stream_sheets(path, notices.file):
        seen = facts.get(name)
        if seen is None:
            raise Refused(_damaged(notices.file, name))
        lines = _with_all_unread(rows, 1, seen)
        filled = next((line for line in lines if any(cell is not None for cell in line[1])), None)
        if filled:
            if seen.hidden:
                say_hidden_sheet(name, notices)
            shown = Hidden(seen.hidden_rows, seen.hidden_columns, seen.hidden)
            yield _sheet(name, 1, chain((filled,), lines), (seen, shown), notices)


def read_xls(path: Path, notices: Notices) -> Iterator[Sheet]:
    """The same of an .xls of Excel 97-2003.

    Raises:
        Refused: The workbook cannot be read.
        OSError: The path cannot be read.
    """
    return _sheets(path, look_into_xls(path, notices.file), notices)


def _sheets(path: Path, facts: Mapping[str, SheetFacts], notices: Notices) -> Iterator[Sheet]:
    for about, sheet in _loaded(path, notices.file):
        seen = facts.get(about.name)
        if seen is None:
            raise Refused(_damaged(notices.file, about.name))
        if sheet.start is None and not seen.unread:
            continue
        is_hidden = about.visible != SheetVisibleEnum.Visible
        if is_hidden:
            say_hidden_sheet(about.name, notices)
        first = sheet.start[1] + 1 if sheet.start else 1
        end = sheet.end or (0, 0)
        hidden_rows = [row for row in seen.hidden_rows if row <= end[0] + 1]
        hidden_columns = [at for at in seen.hidden_columns if first <= at <= end[1] + 1]
        shown = Hidden(hidden_rows, hidden_columns, is_hidden)
        rows = ((number, list[Cell](cells)) for number, cells in enumerate(sheet.iter_rows(), 1))
        lines = _with_all_unread(rows, first, seen)
        yield _sheet(about.name, first, lines, (seen, shown), notices)


def _sheet(
    name: str,
    first: int,
    lines: Iterator[Line],
    known: tuple[SheetFacts, Hidden],
    notices: Notices,
) -> Sheet:
    """A sheet with its merged cells filled; says what is hidden and what is merged."""
    seen, hidden = known
    say_hidden(name, hidden.rows, hidden.columns, notices)
    say_merged(name, seen.merged, notices)
    return Sheet("sheet", name, first, spread(lines, seen.merged, first), hidden=hidden)


def _loaded(path: Path, file: str) -> list[tuple[SheetMetadata, CalamineSheet]]:
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            return [
                (about, workbook.get_sheet_by_name(about.name))
                for about in workbook.sheets_metadata
                if about.typ == SheetTypeEnum.WorkSheet
            ]
    except CalamineError as error:
        raise Refused(_damaged(file, str(error))) from error
    except BaseException as error:
        # A panic of the Rust library is no Exception; anything else is not ours to catch.
        if type(error).__name__ != "PanicException":
            raise
        raise Refused(_damaged(file, "panic")) from error


def _with_all_unread(lines: Iterator[Line], first_column: int, facts: SheetFacts) -> Iterator[Line]:
    """The rows from 1 on, empty ones too, with the cells put in that hold no value.

    A row in which every cell is unread lies below what calamine takes for the end, perhaps.
    """
    number = 0
    for number, cells in lines:
        yield number, _with_unread(cells, first_column, facts.unread.get(number, {}))
    for below in sorted(row for row in facts.unread if row > number):
        yield below, _with_unread([], first_column, facts.unread[below])


def _with_unread(
    cells: list[Cell], first_column: int, unread: Mapping[int, UnreadCell]
) -> list[Cell]:
    for column, cell in unread.items():
        at = column - first_column
        if at >= 0:  # left of the used area there is no header, so no field
            cells.extend([None] * (at + 1 - len(cells)))
            cells[at] = cell
    return cells


def _damaged(file: str, why: str) -> Notice:
    text = Text(
        vi=f"không đọc được sổ tính ({why[:120]}); hãy mở bằng Excel và lưu lại thành .xlsx",
        en=f"the workbook cannot be read ({why[:120]}); open it in Excel and save it as .xlsx",
    )
    return Notice(file, "", "damaged", text)
