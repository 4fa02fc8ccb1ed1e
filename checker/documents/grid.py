"""A table's rows and cells, where each cell stands across the table, and its conditional parts."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from .formatting import TableLook
from .measures import points
from .names import MC, W
from .shorthand import NUMBER, Part, first

_Parts = tuple[str, ...]
_VAL = f"{W}val"
_ROW_PROPERTIES = f"{W}trPr"
_CELL, _CELL_PROPERTIES, _SPAN = f"{W}tc", f"{W}tcPr", f"{W}gridSpan"
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

    def looks(self, bands: tuple[int, int], declared: Set[str]) -> Iterator[tuple[TableLook, ...]]:
        """Row by row, the conditional parts that hold in each cell, the farthest first (17.7.6).

        Args:
            bands: How many rows and how many columns make a band (17.7.6.5, 17.7.6.7).
            declared: The parts that the style declares. The others say nothing, and without them
                most cells have one look.
        """
        plain = TableLook(self.style)
        known: dict[tuple[_Parts, _Parts], TableLook] = {((), ()): plain}
        for row, cells in enumerate(self.rows):
            if not declared or self.flags == _NO_PARTS:
                yield (plain,) * len(cells)
                continue
            down = self._down(row, bands[0])
            across = [self._across(column, len(cells), bands[1]) for column in range(len(cells))]
            for parts in across:
                if (down, parts) not in known:
                    known[down, parts] = self._look(down, parts, declared)
            yield tuple(known[down, parts] for parts in across)

    def _down(self, row: int, band: int) -> _Parts:
        first = "firstRow" in self.flags
        return (
            *self._band("noHBand", row - first, band, "Horz"),
            *self._edge("firstRow", row == 0, "firstRow"),
            *self._edge("lastRow", row == len(self.rows) - 1, "lastRow"),
        )

    def _across(self, column: int, columns: int, band: int) -> _Parts:
        first = "firstColumn" in self.flags
        return (
            *self._band("noVBand", column - first, band, "Vert"),
            *self._edge("firstColumn", column == 0, "firstCol"),
            *self._edge("lastColumn", column == columns - 1, "lastCol"),
        )

    def _look(self, down: _Parts, across: _Parts, declared: Set[str]) -> TableLook:
        bands = [part for part in (*across, *down) if part.startswith("band")]
        edges = [part for part in (*across, *down) if not part.startswith("band")]
        corners = [_CORNERS[d, a] for d in down for a in across if (d, a) in _CORNERS]
        parts = (*bands, *edges, *corners)
        return TableLook(self.style, tuple(part for part in parts if part in declared))

    def _band(self, flag: str, number: int, size: int, part: str) -> tuple[str, ...]:
        """The band of a row or column, counted from 0 after the first one where that is special."""
        if flag in self.flags or number < 0:
            return ()
        return (f"band{number // size % 2 + 1}{part}",)

    def _edge(self, flag: str, holds: bool, part: str) -> tuple[str, ...]:
        return (part,) if holds and flag in self.flags else ()


_NO_PARTS = frozenset({"noHBand", "noVBand"})
_CORNERS = {
    ("firstRow", "firstCol"): "nwCell",
    ("firstRow", "lastCol"): "neCell",
    ("lastRow", "firstCol"): "swCell",
    ("lastRow", "lastCol"): "seCell",
}


def table_grid(table: etree._Element, part: Part) -> TableGrid:
    """The grid of one ``w:tbl`` of a part; nested tables are not entered."""
    elements = list(_held(table, f"{W}tr"))
    columns = _Columns(table, part)
    rows = tuple(columns.cells(row) for row in elements)
    gone = (number for number, row in enumerate(elements) if _is_deleted(row))
    style = table.find(f"{W}tblPr/{W}tblStyle")
    name = "" if style is None else style.get(_VAL, "")
    return TableGrid(rows, name, _flags(table), frozenset(gone))


def _is_deleted(row: etree._Element) -> bool:
    properties = first(row, _ROW_PROPERTIES)
    return properties is not None and properties.find(f"{W}del") is not None


def _held(container: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells, also those inside content controls."""
    for child in container:
        found = child.tag
        if found == tag:
            yield child
        elif found in _HOLDERS:
            yield from _held(child, tag)
        elif found == f"{MC}AlternateContent":
            for choice in child.iterchildren(f"{MC}Choice"):
                yield from _held(choice, tag)


class _Columns:
    """The columns of a table's grid; equal rows and equal cell properties are looked into once."""

    def __init__(self, table: etree._Element, part: Part) -> None:
        columns = table.iterfind(f"{W}tblGrid/{W}gridCol")
        widths = [points(column.get(f"{W}w"), 20) or 0.0 for column in columns]
        self._part = part
        self._edges = list(accumulate(widths, initial=0.0))
        self._spans: dict[str, int] = {}
        self._centres: dict[tuple[int, tuple[int, ...]], tuple[float, ...]] = {}

    def cells(self, row: etree._Element) -> tuple[tuple[etree._Element, float], ...]:
        """Cells with their centres by the grid, or by equal shares where there is no usable one."""
        cells = list(_held(row, _CELL))
        properties = first(row, _ROW_PROPERTIES)
        before = None if properties is None else properties.find(f"{W}gridBefore")
        key = _count(before, 0), tuple(map(self._span, cells))
        if key not in self._centres:
            self._centres[key] = tuple(self._middles(*key))
        return tuple(zip(cells, self._centres[key], strict=True))

    def _middles(self, start: int, spans: tuple[int, ...]) -> Iterator[float]:
        if self._edges[-1] <= 0 or start + sum(spans) >= len(self._edges):
            yield from ((number + 0.5) / len(spans) for number in range(len(spans)))
            return
        for span in spans:
            middle = (self._edges[start] + self._edges[start + span]) / 2
            yield round(middle / self._edges[-1], 4)
            start += span

    def _span(self, cell: etree._Element) -> int:
        """How many columns of the grid a cell spans."""
        properties = first(cell, _CELL_PROPERTIES)
        if properties is None:
            return 1
        number = properties.get(NUMBER)
        if number is None:
            return _count(properties.find(_SPAN), 1)
        if number not in self._spans:
            self._spans[number] = _count(self._part.whole(properties).find(_SPAN), 1)
        return self._spans[number]


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
