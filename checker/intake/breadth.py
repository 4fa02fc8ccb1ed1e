"""Delimited records that do not have as many cells as their header.

A cell that is not there is no blank one: the export may have been cut, or a mark inside a text
may have split it. What a blank means must not be read out of either.
"""

from __future__ import annotations

from ..words import Text
from .cells import CellFault
from .sheets import Cell, CutOff, UnreadCell

MOST_COLUMNS = 16_384  # as in Excel

_MISSING = UnreadCell(
    "short_row",
    Text(
        vi="dòng có ít ô hơn tiêu đề nên ô này không có trong tệp; hãy kết xuất lại đủ các ô, ô "
        "trống cũng giữ dấu ngăn cách",
        en="the line has fewer cells than the header and this one is not in the file; export it "
        "again with all cells, blank ones with their separators",
    ),
    there=False,
)
_CUT = UnreadCell(
    "cut_off",
    Text(
        vi="tệp kết thúc ngay trong ô này, không có dấu xuống dòng, nên có thể đã bị cắt; hãy kết "
        "xuất lại hoặc thêm dấu xuống dòng ở cuối tệp",
        en="the file ends inside this cell, without a line end, and may have been cut; export it "
        "again or end its last line",
    ),
)


def fitted(cells: list[Cell], width: int) -> list[Cell]:
    """A record as wide as its header: without blank cells beyond it, with missing ones marked."""
    if len(cells) == width and not isinstance(cells[-1], CutOff):
        return cells
    found = list(cells)
    if len(found) > 1 and isinstance(found[-1], CutOff):
        found[-1] = _CUT
    while len(found) > width and found[-1] in (None, ""):
        found.pop()
    return found + [_MISSING] * (width - len(found))


def too_many_cells(found: int, width: int) -> CellFault:
    """Why nothing in a record is certain that has more cells than its header."""
    text = Text(
        vi=f"dòng có {found} ô, tiêu đề chỉ có {width}, nên không rõ ô nào thuộc cột nào; hãy đặt "
        "chữ có dấu ngăn cách trong ngoặc kép",
        en=f"the line has {found} cells, the header {width}, so no cell's column is certain; put "
        "texts that hold a separator into quotes",
    )
    return CellFault("too_many_cells", text)
