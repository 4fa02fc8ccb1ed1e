"""Properties set on paragraphs and runs in the order that the schema asks for."""

from __future__ import annotations

from lxml import etree

from .paper import W

_RUN_ORDER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color"),
    *("spacing", "w", "sz", "szCs", "highlight", "u", "vertAlign"),
)
"""ECMA-376 17.3.2.28, as far as it is used here."""
_PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pBdr", "shd", "tabs", "spacing", "ind"),
    *("contextualSpacing", "jc", "rPr", "sectPr"),
)
"""ECMA-376 17.3.1.26, as far as it is used here."""


def set_run(run: etree._Element, name: str, **attributes: str) -> None:
    """Set a property of a run or of a style."""
    _set(_holder(run, "rPr"), _RUN_ORDER, name, attributes)


def set_paragraph(paragraph: etree._Element, name: str, **attributes: str) -> None:
    """Set a property of a paragraph; attributes that are not given stay as they are."""
    _set(_holder(paragraph, "pPr"), _PARAGRAPH_ORDER, name, attributes)


def drop_paragraph_property(paragraph: etree._Element, name: str) -> bool:
    """Take a property away; whether it was there."""
    found = paragraph.find(f"{W}pPr/{W}{name}")
    if found is None:
        return False
    found.getparent().remove(found)  # type: ignore[union-attr]  # it was found below one
    return True


def _holder(element: etree._Element, name: str) -> etree._Element:
    found = element.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        element.insert(_place(element, name), found)
    return found


def _place(element: etree._Element, name: str) -> int:
    """Properties come first; in a style they come last, the paragraph's before the run's."""
    if element.tag != f"{W}style":
        return 0
    run = element.find(f"{W}rPr")
    return element.index(run) if name == "pPr" and run is not None else len(element)


def _set(
    holder: etree._Element, order: tuple[str, ...], name: str, attributes: dict[str, str]
) -> None:
    found = holder.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        rank = order.index(name)
        before = [child for child in holder if _rank(child, order) < rank]
        holder.insert(len(before), found)
    for key, value in attributes.items():
        found.set(f"{W}{key}", value)


def _rank(child: etree._Element, order: tuple[str, ...]) -> int:
    name = etree.QName(child).localname
    return order.index(name) if name in order else len(order)
