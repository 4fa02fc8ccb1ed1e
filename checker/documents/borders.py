"""Whether a table shows borders anywhere: its own, its cells', its style's.

Which edge they stand at is not told: a table with any border may have one below any line.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from .names import W
from .shorthand import NUMBER, Part
from .styles import Style

_VAL = f"{W}val"
_CELL_PROPERTIES = f"{W}tcPr"
_HOLDERS = (f"{W}tblBorders", f"{W}tcBorders")
_NO_LINE = (None, "nil", "none")


def is_bordered(table: etree._Element, part: Part, styles: Iterable[Style]) -> bool:
    """Whether any edge of a table or of one of its cells may be seen (17.4.38, 17.4.66).

    Args:
        table: The ``w:tbl``; tables within it count as part of it.
        part: The part that it stands in.
        styles: Its style and what that is based on.
    """
    if any(_shows(style.element) for style in styles) or _shows(table):
        return True
    seen: set[str] = set()
    for properties in table.iter(_CELL_PROPERTIES):
        number = properties.get(NUMBER)
        if number is not None and number not in seen:
            seen.add(number)
            if _shows(part.whole(properties)):
                return True
    return False


def _shows(element: etree._Element) -> bool:
    """Whether any element below holds a border that is a line."""
    return any(edge.get(_VAL) not in _NO_LINE for held in element.iter(*_HOLDERS) for edge in held)
