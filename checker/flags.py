"""What lessens trust in single cells, kept from intake until a finding shows one of them.

A register may have a million rows with a flag each, so a flag costs four bytes: the number of its
row, in ascending order, for each column and kind of flag.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .words import Text

FLAGS: dict[str, Text] = {
    "hidden_sheet": Text("trang tính bị ẩn", "hidden sheet"),
    "hidden_row": Text("dòng bị ẩn hoặc bị lọc", "row hidden or filtered out"),
    "hidden_column": Text("cột bị ẩn", "hidden column"),
    "duplicate_key": Text("dòng trùng với dòng khác", "the row repeats another"),
    "row_refused": Text("dòng không được nhận", "row refused"),
    "formula_without_value": Text("công thức không lưu kết quả", "formula without a stored value"),
    "error_value": Text("ô báo lỗi", "error value"),
    "covered_cell": Text("ô bị gộp vào ô bên trái", "merged into the cell on its left"),
    "number_as_text": Text("số lưu dạng chữ", "number stored as text"),
    "code_as_number": Text("mã lưu dạng số", "code stored as a number"),
    "two_digit_year": Text("năm ghi hai chữ số", "year of two digits"),
    "mixed_unicode": Text("chữ Unicode tổ hợp", "decomposed Unicode"),
    "ambiguous_day_month": Text("có thể lẫn ngày với tháng", "day and month may be exchanged"),
    "ambiguous_number": Text("số hiểu được hai cách", "a number that reads two ways"),
    "bad_date": Text("không đọc được ngày", "no readable date"),
    "bad_number": Text("không đọc được số", "no readable number"),
    "bad_code": Text("không phải mã thủ tục", "no procedure code"),
    "bad_mark": Text("không rõ có hay không", "neither yes nor no"),
    "unknown_choice": Text("không thuộc các giá trị được nhận", "none of the known values"),
}
"""Every kind of flag, as a finding names it. Notices of intake say more, with these codes."""


@dataclass(slots=True)
class Flags:
    """The flags of one source: of the whole, of rows, of columns, of cells. Rows count as there."""

    whole: set[str] = field(default_factory=set)
    rows: dict[str, Sequence[int]] = field(default_factory=dict)
    columns: dict[str, set[str]] = field(default_factory=dict)
    _cells: dict[tuple[str, str], array[int]] = field(default_factory=dict)

    def mark(self, column: str, row: int, code: str) -> None:
        """Flag one cell; rows come in ascending order."""
        found = self._cells.setdefault((column, code), array("I"))
        if not found or found[-1] != row:
            found.append(row)

    def mark_row(self, row: int, code: str) -> None:
        """Flag one row; rows come in ascending order."""
        self.rows.setdefault(code, array("I"))
        numbers = self.rows[code]
        if isinstance(numbers, array):
            numbers.append(row)

    def __bool__(self) -> bool:
        """Is anything flagged at all?"""
        return bool(self._cells or self.columns or self.rows or self.whole)

    def of_cell(self, column: str, row: int, known: bool) -> Iterator[str]:
        """The flags of a cell itself and of its column.

        A column whose days may be months makes unknown what may be exchanged: what is known of it
        is certain.
        """
        for (name, code), rows in self._cells.items():
            if name == column and _holds(rows, row):
                yield code
        yield from sorted(
            code
            for code in self.columns.get(column, ())
            if not (known and code == "ambiguous_day_month")
        )

    def of_row(self, row: int) -> Iterator[str]:
        """The flags of a row and of the sheet it stands in."""
        yield from sorted(self.whole)
        yield from (code for code, rows in self.rows.items() if _holds(rows, row))


def _holds(rows: Sequence[int], row: int) -> bool:
    at = bisect_left(rows, row)
    return at < len(rows) and rows[at] == row
