"""What a cell of an OpenDocument spreadsheet holds (OpenDocument 1.3 part 3, 9.1.4 and 19.385)."""

from __future__ import annotations

import datetime as dt

from lxml import etree

from .facts import NO_VALUE, error_value
from .sheets import Cell

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_PARAGRAPH = f"{_TEXT}p"
_NUMBERS = frozenset(("float", "percentage", "currency"))
_BLANKS = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}


def repeated(element: etree._Element, what: str) -> int:
    """How often a row or cell stands there, or how far it reaches; at least once.

    Args:
        element: The element.
        what: The attribute, ``number-rows-repeated`` and its like.

    Raises:
        ValueError: The attribute is no number.
    """
    given = element.get(TABLE + what)
    return 1 if given is None else max(1, int(given))


def cell_value(cell: etree._Element) -> Cell:
    """The value stored, the text where there is no other, or None; never a formula's text."""
    kind = cell.get(f"{OFFICE}value-type")
    if cell.get(f"{_CALC}value-type") == "error":
        return error_value(_text(cell))
    if kind is None:
        return NO_VALUE if cell.get(f"{TABLE}formula") is not None else _text(cell) or None
    try:
        if kind in _NUMBERS:
            return float(cell.get(f"{OFFICE}value", ""))
        if kind == "date":
            return _date(cell.get(f"{OFFICE}date-value", ""))
    except ValueError:
        return _text(cell)
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value") == "true"
    return cell.get(f"{OFFICE}string-value") or _text(cell) or None


def _date(value: str) -> dt.date:
    return dt.datetime.fromisoformat(value[:19]) if "T" in value else dt.date.fromisoformat(value)


def _text(cell: etree._Element) -> str:
    """The paragraphs of the cell itself; those of a comment on it are not its content."""
    if len(cell) == 1 and cell[0].tag == _PARAGRAPH and not len(cell[0]):
        return (cell[0].text or "").strip()  # as almost every cell is
    return "\n".join("".join(_pieces(one)) for one in cell.iterchildren(_PARAGRAPH)).strip()


def _pieces(paragraph: etree._Element) -> list[str]:
    found = [paragraph.text or ""]
    for inner in paragraph:
        if isinstance(inner.tag, str) and not inner.tag.startswith(OFFICE):
            found.append(_BLANKS.get(inner.tag, ""))
            found.extend(_pieces(inner))
        found.append(inner.tail or "")
    return found
