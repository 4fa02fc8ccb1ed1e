"""A table's rows and cells, where each cell stands across the table, and its conditional parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from .formatting import TableLook
from .measures import points
from .names import MC, W

_VAL = f"{W}val"
_HOLDERS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo")
_FLAGS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


@dataclass(frozen=True, slots=True)
class TableGrid:
    """Rows of (cell element, the cell's centre as a share of the width), style and look flags.

    ``deleted`` holds the numbers of rows that a tracked change takes away.
    """

    rows: tuple[tuple[tuple[etree._Element, float], ...], ...]
    style: str
    flags: frozenset[str]
    deleted: frozenset[int]

    def look(self, row: int, column: int, bands: tuple[int, int]) -> TableLook:
        """The conditional parts that hold in a cell, the farthest first (17.7.6).

        ``bands``: how many rows and how many columns make a band (17.7.6.5, 17.7.6.7).
        """
        banded = self._band("noVBand", column - ("firstColumn" in self.flags), bands[1], "Vert")
        banded += self._band("noHBand", row - ("firstRow" in self.flags), bands[0], "Horz")
        across = self._edge("firstColumn", column == 0, "firstCol")
        across += self._edge("lastColumn", column == len(self.rows[row]) - 1, "lastCol")
        down = self._edge("firstRow", row == 0, "firstRow")
        down += self._edge("lastRow", row == len(self.rows) - 1, "lastRow")
        corners = tuple(_CORNERS[d, a] for d in down for a in across)
        return TableLook(self.style, (*banded, *across, *down, *corners))

    def _band(self, flag: str, number: int, size: int, part: str) -> tuple[str, ...]:
        """The band of a row or column, counted from 0 after the first one where that is special."""
        if flag in self.flags or number < 0:
            return ()
        return (f"band{number // size % 2 + 1}{part}",)

    def _edge(self, flag: str, holds: bool, part: str) -> tuple[str, ...]:
        return (part,) if holds and flag in self.flags else ()


_CORNERS = {
    ("firstRow", "firstCol"): "nwCell",
    ("firstRow", "lastCol"): "neCell",
    ("lastRow", "firstCol"): "swCell",
    ("lastRow", "lastCol"): "seCell",
}


def table_grid(table: etree._Element) -> TableGrid:
    """The grid of one ``w:tbl``; nested tables are not entered."""
    widths = [
        points(column.get(f"{W}w"), 20) or 0.0
        for column in table.iterfind(f"{W}tblGrid/{W}gridCol")
    ]
    elements = list(_held(table, f"{W}tr"))
    rows = tuple(_cells(row, widths) for row in elements)
    gone = (n for n, row in enumerate(elements) if row.find(f"{W}trPr/{W}del") is not None)
    style = table.find(f"{W}tblPr/{W}tblStyle")
    name = "" if style is None else style.get(_VAL, "")
    return TableGrid(rows, name, _flags(table), frozenset(gone))


def _held(container: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells, also those inside content controls."""
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag in _HOLDERS:
            yield from _held(child, tag)
        elif child.tag == f"{MC}AlternateContent":
            for choice in child.iterchildren(f"{MC}Choice"):
                yield from _held(choice, tag)


def _cells(row: etree._Element, widths: list[float]) -> tuple[tuple[etree._Element, float], ...]:
    """Cells with their centres by the grid, or by equal shares where there is no usable grid."""
    cells = list(_held(row, f"{W}tc"))
    total = sum(widths)
    start = _count(row.find(f"{W}trPr/{W}gridBefore"), 0)
    spans = [_count(cell.find(f"{W}tcPr/{W}gridSpan"), 1) for cell in cells]
    if total <= 0 or start + sum(spans) > len(widths):
        shares = max(len(cells), 1)
        return tuple((cell, (number + 0.5) / shares) for number, cell in enumerate(cells))
    edges = list(accumulate(widths, initial=0.0))
    found: list[tuple[etree._Element, float]] = []
    for cell, span in zip(cells, spans, strict=True):
        found.append((cell, round((edges[start] + edges[start + span]) / 2 / total, 4)))
        start += span
    return tuple(found)


def _count(element: etree._Element | None, default: int) -> int:
    value = "" if element is None else element.get(_VAL, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else default


def _flags(table: etree._Element) -> frozenset[str]:
    """What the table says of its conditional parts: attributes, or the older bit mask."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return frozenset({"noHBand", "noVBand"})
    try:
        mask = int(look.get(_VAL, "0"), 16)
    except ValueError:
        mask = 0
    return frozenset(
        name
        for name, bit in _FLAGS.items()
        if look.get(f"{W}{name}", "1" if mask & bit else "0") in ("1", "true", "on")
    )
