"""The children of ``w:rPr`` that give characters a look (ECMA-376 part 1, 17.3.2).

Size, weight and slope are said of complex script too, as Word does when a person sets them: so
they also hold in a run that is marked as such (17.3.2.7).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from ..documents.names import W
from ..editing.parts import EditablePart
from .aims import Aim

_TAGS = {
    "size_pt": ("sz", "szCs"),
    "bold": ("b", "bCs"),
    "italic": ("i", "iCs"),
    "underline": ("u",),
    "color": ("color",),
}
_LINES = {"1": "single", "0": "none"}
_EAST_ASIAN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_LATIN = (("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("cs", "cstheme"))


def look_children(
    part: EditablePart, run: etree._Element, changes: Mapping[str, Aim]
) -> dict[str, bytes]:
    """Names of children and what they become."""
    found: dict[str, bytes] = {}
    for name, wanted in changes.items():
        if name == "font":
            found["rFonts"] = _fonts(part, run, wanted.written)
            continue
        for tag in _TAGS[name]:
            found[tag] = _child(part, tag, wanted.written)
    return found


def _child(part: EditablePart, tag: str, written: str) -> bytes:
    if tag == "u":
        return part.tag("u", {"val": _LINES[written]})
    if written == "1" and tag in ("b", "bCs", "i", "iCs"):
        return part.tag(tag)
    return part.tag(tag, {"val": written})


def _fonts(part: EditablePart, run: etree._Element, font: str) -> bytes:
    """Named fonts in place of named and theme fonts (17.3.2.26); what is said besides stays.

    The East Asian font is left, unless the run has such letters.
    """
    east = any(_EAST_ASIAN.search(text.text or "") for text in run.iterchildren(f"{W}t"))
    slots = (*_LATIN, ("eastAsia", "eastAsiaTheme")) if east else _LATIN
    element = run.find(f"{W}rPr/{W}rFonts")
    if element is None:
        return part.tag("rFonts", {named: font for named, _ in slots})
    said: dict[str, str | None] = {named: font for named, _ in slots}
    return part.said_otherwise(element, W, said | {themed: None for _, themed in slots})
