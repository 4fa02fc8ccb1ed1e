"""Merged cells: only where the file says so does one cell's value hold for several.

What is merged downwards holds for every row that it covers, as a person reads it. Merged to the
right a value stands in one column, and what the other columns would have said is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from ..places import column_letters
from ..words import Text
from .sheets import Cell, Line, Notices, UnreadCell

Area: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row, last column, all from 1."""
_SHOWN = 5

COVERED = UnreadCell(
    "covered_cell",
    Text(
        vi="ô bị gộp vào ô bên trái nên không rõ giá trị của cột này; hãy bỏ gộp ô và điền đủ",
        en="the cell is merged into the one on its left, so what this column says is unknown; "
        "unmerge and fill in",
    ),
    there=False,
)


def spread(lines: Iterator[Line], areas: Sequence[Area], first_column: int) -> Iterator[Line]:
    """The lines with merged cells filled as they read.

    Args:
        lines: Rows in ascending order, each beginning at ``first_column``.
        areas: The merged areas of the sheet.
        first_column: The column of a line's first cell, from 1.
    """
    coming = sorted(areas, reverse=True)
    open_: list[tuple[Area, Cell]] = []
    for number, cells in lines:
        open_ = [(area, value) for area, value in open_ if area[2] >= number]
        while coming and coming[-1][0] <= number:
            area = coming.pop()
            if area[2] >= number and area[1] >= first_column:
                at = area[1] - first_column
                open_.append((area, cells[at] if at < len(cells) else None))
        yield number, _filled(cells, open_, first_column) if open_ else cells


def _filled(cells: list[Cell], open_: Sequence[tuple[Area, Cell]], first: int) -> list[Cell]:
    found = list(cells)
    for (_, left, _, right), value in open_:
        if value is None:
            continue
        found.extend([None] * (right - first + 1 - len(found)))
        found[left - first] = value
        found[left - first + 1 : right - first + 1] = [COVERED] * (right - left)
    return found


def say_merged(sheet: str, areas: Sequence[Area], notices: Notices) -> None:
    """One notice for a sheet in which cells are merged downwards."""
    down = sorted(area for area in areas if area[2] > area[0])
    if not down:
        return
    listed = ", ".join(_name(area) for area in down[:_SHOWN]) + ("…" if down[_SHOWN:] else "")
    text = Text(
        vi=f"{len(down)} vùng ô gộp theo chiều dọc ({listed}): giá trị của ô gộp được hiểu là của "
        "mọi dòng mà nó phủ; hãy kiểm tra lại, tốt nhất là bỏ gộp và điền từng dòng",
        en=f"{len(down)} areas are merged downwards ({listed}): the value is taken for every row "
        "that it covers; check it, best unmerge and fill in each row",
    )
    notices.say(sheet, "merged_cells", text)


def _name(area: Area) -> str:
    top, left, bottom, right = area
    return f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
