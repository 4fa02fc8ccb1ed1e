"""What a spreadsheet hides from the eye is read all the same, and said."""

from __future__ import annotations

from collections.abc import Sequence

from ..places import column_letters
from ..words import Text
from .sheets import Notices

_SHOWN_RANGES = 20


def say_hidden_sheet(sheet: str, notices: Notices) -> None:
    """A sheet that is not shown."""
    text = Text(
        vi="trang tính bị ẩn vẫn được đọc; hãy cho hiện hoặc xóa nếu không dùng",
        en="the sheet is hidden and is read all the same; show it, or delete it if it is not used",
    )
    notices.say(sheet, "hidden_sheet", text)


def say_hidden(sheet: str, rows: Sequence[int], columns: Sequence[int], notices: Notices) -> None:
    """Rows and columns (from 1, ascending) that are not shown, each kind in one notice."""
    if rows:
        listed = ranges(rows)
        text = Text(
            vi=f"{len(rows)} dòng bị ẩn hoặc bị lọc vẫn được đọc và tính: {listed}; hãy bỏ lọc, "
            "cho hiện các dòng để kiểm tra, hoặc xóa nếu không dùng",
            en=f"{len(rows)} rows are hidden or filtered out and count all the same: {listed}; "
            "show them and check, or delete them if they are not used",
        )
        notices.say(sheet, "hidden_rows", text)
    if columns:
        listed = ", ".join(column_letters(number) for number in columns[:_SHOWN_RANGES])
        text = Text(
            vi=f"{len(columns)} cột bị ẩn vẫn được đọc: {listed}; hãy cho hiện để kiểm tra, hoặc "
            "xóa nếu không dùng",
            en=f"{len(columns)} columns are hidden and read all the same: {listed}; show them and "
            "check, or delete them if they are not used",
        )
        notices.say(sheet, "hidden_columns", text)


def ranges(numbers: Sequence[int]) -> str:
    """Ascending row numbers in short.

    >>> ranges([3, 5, 6, 7, 9])
    '3, 5–7, 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    words = [str(a) if a == b else f"{a}–{b}" for a, b in runs[:_SHOWN_RANGES]]
    return ", ".join(words) + (", …" if len(runs) > _SHOWN_RANGES else "")
