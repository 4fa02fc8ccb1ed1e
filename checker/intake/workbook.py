"""Excel workbooks (.xlsx, .xlsm) by calamine, after ``archive`` has looked into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from ..places import Notice
from ..words import Text
from .archive import SheetFacts, look_into_workbook
from .sheets import Cell, Line, Notices, Refused, Sheet, UnreadCell


def read_workbook(path: Path, notices: Notices) -> Iterator[Sheet]:
    """The sheets of a workbook that hold anything, hidden ones too.

    All of them are loaded before the first is handed on, so that no half of a file is counted;
    ``archive`` has limited how large they are. A cell is at its row and column as Excel shows.

    Raises:
        Refused: The workbook cannot be read.
        OSError: The path cannot be read.
    """
    facts = look_into_workbook(path, notices.file)
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            loaded = [
                (about, workbook.get_sheet_by_name(about.name))
                for about in workbook.sheets_metadata
            ]
    except CalamineError as error:
        raise Refused(_damaged(notices.file, str(error))) from error
    except BaseException as error:
        # A panic of the Rust library is no Exception; anything else is not ours to catch.
        if type(error).__name__ != "PanicException":
            raise
        raise Refused(_damaged(notices.file, "panic")) from error
    for about, sheet in loaded:
        seen = facts.get(about.name, SheetFacts())
        if sheet.start is None and not seen.unread:
            continue
        if about.visible != SheetVisibleEnum.Visible:
            notices.say(about.name, "hidden_sheet", _HIDDEN)
        first = sheet.start[1] + 1 if sheet.start else 1
        yield Sheet("sheet", about.name, first, _lines(sheet, first, seen))


def _lines(sheet: CalamineSheet, first_column: int, facts: SheetFacts) -> Iterator[Line]:
    """The rows from 1 on; calamine gives the empty ones above the used area too.

    A row in which every cell is unread lies below what calamine takes for the end, perhaps.
    """
    number = 0
    for number, values in enumerate(sheet.iter_rows(), start=1):
        cells: list[Cell] = list(values)
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


_HIDDEN = Text(
    vi="trang tính bị ẩn vẫn được đọc; hãy cho hiện hoặc xóa nếu không dùng",
    en="the sheet is hidden and is read all the same; show it, or delete it if it is not used",
)


def _damaged(file: str, why: str) -> Notice:
    text = Text(
        vi=f"không đọc được sổ tính ({why[:120]}); hãy mở bằng Excel và lưu lại thành .xlsx",
        en=f"the workbook cannot be read ({why[:120]}); open it in Excel and save it as .xlsx",
    )
    return Notice(file, "", "damaged", text)
