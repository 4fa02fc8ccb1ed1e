"""Page set-up of every section, as ``w:sectPr`` states it."""

from __future__ import annotations

from lxml import etree

from .margins import MarginReader
from .measures import millimetres, on, points
from .model import Section
from .names import MC, W

_VAL = f"{W}val"


def read_sections(body: etree._Element, margins: MarginReader) -> tuple[Section, ...]:
    """The sections in order: those that end in a paragraph, then the body's own.

    A gutter adds to the margin at which the sheet is bound (17.6.11): left, unless right-to-left
    binding is asked for.
    """
    return tuple(_section(element, margins) for element in section_elements(body))


def section_elements(body: etree._Element) -> tuple[etree._Element, ...]:
    """The ``w:sectPr`` of the sections, in order."""
    return tuple(
        element
        for element in body.iter(f"{W}sectPr")
        if element.getparent() is not None and not _left_out(element)
    )


def _left_out(element: etree._Element) -> bool:
    """An earlier state kept by a tracked change, or something inside a fallback."""
    return any(
        ancestor.tag in (f"{W}sectPrChange", f"{MC}Fallback")
        for ancestor in element.iterancestors()
    )


def _section(element: etree._Element, margins: MarginReader) -> Section:
    size, edges = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
    right = _is_on(element.find(f"{W}rtlGutter"))
    first_differs = _is_on(element.find(f"{W}titlePg"))
    gutter = _length(edges, "gutter") or 0.0
    around = margins.margins(element, first_differs)
    return Section(
        page_width_mm=millimetres(_length(size, "w")),
        page_height_mm=millimetres(_length(size, "h")),
        margin_top_mm=millimetres(_depth(edges, "top")),
        margin_bottom_mm=millimetres(_depth(edges, "bottom")),
        margin_left_mm=millimetres(_plus(_length(edges, "left"), 0.0 if right else gutter)),
        margin_right_mm=millimetres(_plus(_length(edges, "right"), gutter if right else 0.0)),
        headers=around.headers,
        footers=around.footers,
        first_page_differs=first_differs,
        first_number=_first_number(element.find(f"{W}pgNumType")),
        number_format=_number_format(element.find(f"{W}pgNumType")),
    )


def _first_number(element: etree._Element | None) -> int | None:
    """The number that the section's pages begin with; None: they go on counting (17.6.12)."""
    said = "" if element is None else element.get(f"{W}start", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None


def _number_format(element: etree._Element | None) -> str:
    """The signs of the page numbers; Arabic digits where nothing else is said (17.6.12)."""
    return "decimal" if element is None else element.get(f"{W}fmt", "decimal")


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and on(element.get(_VAL))


def _length(element: etree._Element | None, name: str) -> float | None:
    return None if element is None else points(element.get(f"{W}{name}"), 20)


def _depth(element: etree._Element | None, name: str) -> float | None:
    """Top and bottom: a negative number means "exactly this much", whatever the header needs."""
    length = _length(element, name)
    return None if length is None else abs(length)


def _plus(length: float | None, more: float) -> float | None:
    return None if length is None else length + more
