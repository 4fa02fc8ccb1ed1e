"""WordprocessingML (ECMA-376 part 1, 17): elements, paragraphs and tables.

Words become text of the tree and never markup; what a reader does not see is written by number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from ..html.markup import seen

_BASE = "http://schemas.openxmlformats.org"
W = f"{_BASE}/wordprocessingml/2006/main"
R = f"{_BASE}/officeDocument/2006/relationships"
_NAMESPACES = {"w": W, "r": R}
_TWIPS_PER_MM = 1440 / 25.4
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_CELL_MARGIN_MM = 1.2
_BREAK = re.compile(r"(\n)")


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * _TWIPS_PER_MM)


def w(tag: str, *inside: etree._Element, **attributes: str | int) -> etree._Element:
    """An element of the main namespace; so are its attributes."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap=_NAMESPACES)
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(inside)
    return element


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph to be: its style, its words, and what stands before them in bold."""

    style: str
    text: str
    lead: str = ""

    def written(self) -> etree._Element:
        """The element."""
        runs = [*_runs(self.lead, bold=True), *_runs(self.text, bold=False)]
        return w("p", w("pPr", w("pStyle", val=self.style)), *runs)


def _runs(text: str, *, bold: bool) -> Iterator[etree._Element]:
    if not text:
        return
    properties = [w("rPr", w("b"))] if bold else []
    pieces = [_piece(piece) for piece in _BREAK.split(seen(text)) if piece]
    yield w("r", *properties, *pieces)


def _piece(text: str) -> etree._Element:
    if text == "\n":
        return w("br")
    element = w("t")
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.text = text
    return element


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, and over how many columns it goes."""

    content: Sequence[etree._Element]
    span: int = 1


def cell(style: str, *texts: str) -> Cell:
    """A cell of paragraphs in one style."""
    return Cell([Words(style, text).written() for text in texts])


def table(
    widths_mm: Sequence[float], head: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> etree._Element:
    """A ruled table whose head is repeated on every page."""
    heads = [cell("CellHead", text) for text in head]
    properties = [
        w("tblW", w=twips(sum(widths_mm)), type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *(_border(side) for side in _SIDES)),
    ]
    ruled = _table(widths_mm, properties, _CELL_MARGIN_MM)
    ruled.append(_row(widths_mm, heads, w("cantSplit"), w("tblHeader")))
    ruled.extend(_row(widths_mm, row) for row in rows)
    return ruled


def columns(widths_mm: Sequence[float], rows: Iterable[Sequence[Cell]]) -> etree._Element:
    """Paragraphs side by side: a table without rules."""
    properties = [w("tblW", w=twips(sum(widths_mm)), type="dxa"), w("jc", val="center")]
    plain = _table(widths_mm, properties, 0)
    plain.extend(_row(widths_mm, row, w("cantSplit")) for row in rows)
    return plain


def _table(
    widths_mm: Sequence[float], properties: Sequence[etree._Element], margin_mm: float
) -> etree._Element:
    """A table without rows; properties in the order of ECMA-376 part 1, 17.4.59."""
    margins = w(
        "tblCellMar", *(w(side, w=twips(margin_mm), type="dxa") for side in ("left", "right"))
    )
    layout = w("tblLayout", type="fixed")
    grid = w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths_mm))
    return w("tbl", w("tblPr", *properties, layout, margins), grid)


def _border(side: str) -> etree._Element:
    return w(side, val="single", sz=4, space=0, color="000000")


def _row(
    widths_mm: Sequence[float], cells: Sequence[Cell], *properties: etree._Element
) -> etree._Element:
    row = w("tr", w("trPr", *properties))
    first = 0
    for one in cells:
        width = sum(widths_mm[first : first + one.span])
        spans = [w("gridSpan", val=one.span)] if one.span > 1 else []
        about = w("tcPr", w("tcW", w=twips(width), type="dxa"), *spans)
        row.append(w("tc", about, *one.content))
        first += one.span
    return row
