"""Lines under tiêu ngữ and the agency's name: drawn, borders, underlined letters, typed dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from .measures import millimetres, points
from .model import Document, Line, Paragraph
from .names import MC, WP, WPS, A, V, W

_EMU = 36_000  # English Metric Units in a millimetre (20.1.2.1)
_STRAIGHT = frozenset({"line", "straightConnector1", "lineInv"})
_CONNECTORS = frozenset({"#_x0000_t32", "#_x0000_t20"})
_FLAT = 10  # a line that rises by more than a tenth of its length is no rule
_APART = (f"{MC}Fallback", f"{W}txbxContent")  # text boxes are walked on their own
_PIXEL = 0.75  # points: VML lengths without a unit
_DASHES = re.compile(r"[\s]*[-_–—―=*.·]{5,}[\s]*")


def document_lines(document: Document) -> tuple[Line, ...]:
    """All lines of a document in order: those drawn, and those that are text."""
    typed = (line for paragraph in document.paragraphs for line in _in_text(paragraph))
    return tuple(sorted((*document.drawn, *typed), key=lambda line: line.paragraph))


def drawn_lines(drawing: etree._Element, paragraph: int) -> Iterator[Line]:
    """The level lines of a drawing that is anchored in a paragraph.

    Of two ways to write one drawing (``mc:AlternateContent``) the first is read.
    """
    for element in _elements(drawing):
        length = None
        if element.tag == f"{WPS}wsp":
            length = _of_shape(element)
        elif element.tag == f"{V}line":
            length = _of_vml_line(element)
        elif element.tag == f"{V}shape" and element.get("type") in _CONNECTORS:
            length = _of_vml_shape(element)
        if length is not None:
            yield Line(paragraph, "shape", round(length, 1), _middle(element, length))


def _elements(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    for child in element:
        if child.tag not in _APART:
            yield from _elements(child)


def _of_shape(shape: etree._Element) -> float | None:
    """Millimetres of a DrawingML shape, if it is a level line."""
    preset = shape.find(f"{WPS}spPr/{A}prstGeom")
    extent = shape.find(f"{WPS}spPr/{A}xfrm/{A}ext")
    if preset is None or extent is None or preset.get("prst") not in _STRAIGHT:
        return None
    width, height = (points(extent.get(side), _EMU) for side in ("cx", "cy"))
    return _level(width, height)


def _middle(element: etree._Element, length: float) -> float | None:
    """Where a line's middle stands from the left of the text, if it is placed from there."""
    if element.tag == f"{V}line":
        placed = "mso-position-horizontal" in (element.get("style") or "")
        ends = [_vml_length((element.get(end) or "").split(",")[0]) for end in ("from", "to")]
        left = None if placed or None in ends else min(end or 0.0 for end in ends)
    else:
        left = _left_of_anchor(element)
    return None if left is None else round(left + length / 2, 1)


def _left_of_anchor(shape: etree._Element) -> float | None:
    """Millimetres from the column or margin to the left of an anchored drawing (20.4.2.10)."""
    anchor = next(shape.iterancestors(f"{WP}anchor"), None)
    across = None if anchor is None else anchor.find(f"{WP}positionH")
    if across is None or across.get("relativeFrom") not in ("column", "margin"):
        return None
    return points(across.findtext(f"{WP}posOffset"), _EMU)


def _of_vml_line(line: etree._Element) -> float | None:
    start, end = ((line.get(name) or "").split(",") for name in ("from", "to"))
    if len(start) != 2 or len(end) != 2:
        return None
    ends = [_vml_length(value) for value in (*start, *end)]
    if None in ends:
        return None
    x1, y1, x2, y2 = (value or 0.0 for value in ends)
    return _level(abs(x2 - x1), abs(y2 - y1))


def _of_vml_shape(shape: etree._Element) -> float | None:
    pairs = (item.partition(":") for item in (shape.get("style") or "").split(";"))
    style = {name.strip(): value.strip() for name, _, value in pairs}
    return _level(*(_vml_length(style.get(name, "0")) for name in ("width", "height")))


def _vml_length(value: str) -> float | None:
    """Millimetres; a plain number counts pixels of a 96th of an inch (part 4, 19.1.2.19)."""
    text = value.strip()
    plain = points(text, 1)
    if plain is not None and text[-1:].isdigit():
        plain *= _PIXEL
    return millimetres(plain)


def _level(width: float | None, height: float | None) -> float | None:
    return width if width and height is not None and height * _FLAT <= width else None


def _in_text(paragraph: Paragraph) -> Iterator[Line]:
    """Typed and underlined lines; how long they are depends on the font's metrics."""
    shown = [run for run in paragraph.runs if not run.format.hidden and run.text.strip()]
    if any(_DASHES.fullmatch(line) for line in paragraph.text.split("\n")):
        yield Line(paragraph.index, "typed")
    elif shown and all(run.format.underline for run in shown):
        yield Line(paragraph.index, "underline")
