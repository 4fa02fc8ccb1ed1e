"""Page set-up put right: size and margins of a section (ECMA-376 part 1, 17.6.11, 17.6.13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from ..documents.measures import on, points
from ..documents.model import Section
from ..documents.names import W
from ..editing.parts import EditablePart, Splice
from .aims import Unknown, aim
from .model import Change, Left, Repair, SectionPlace, Value
from .reasons import left

_ATTRIBUTES = {
    "page_width_mm": ("pgSz", "w"),
    "page_height_mm": ("pgSz", "h"),
    "margin_top_mm": ("pgMar", "top"),
    "margin_bottom_mm": ("pgMar", "bottom"),
    "margin_left_mm": ("pgMar", "left"),
    "margin_right_mm": ("pgMar", "right"),
}


class PageSetup:
    """One section, as it is and as it will be.

    Args:
        number: Its number from 1.
        section: What the reader says of it.
        element: Its ``w:sectPr``.
    """

    def __init__(self, number: int, section: Section, element: etree._Element) -> None:
        self.section = section
        self.element = element
        self.place = SectionPlace(number)
        self._said: dict[str, dict[str, str | None]] = {}

    def repair(self, repair: Repair) -> Iterator[Change | Left]:
        """Put a length right, unless it is right or the section does not state it."""
        name = repair.name
        tag, attribute = _ATTRIBUTES[name]
        present: Value = getattr(self.section, name)
        try:
            wanted = aim(repair, present)
        except Unknown:
            yield left(self.place, name, "no_page_setup")
            return
        if wanted is None:
            return
        written = self._written(attribute, int(wanted.written))
        if not isinstance(present, float) or not isinstance(wanted.value, float) or not written:
            yield left(self.place, name, "no_page_setup")
            return
        self._said.setdefault(tag, {})[attribute] = written
        lengths: dict[str, Any] = {name: wanted.value}
        self.section = replace(self.section, **lengths)
        yield Change(self.place, name, present, wanted.value)

    def splices(self, part: EditablePart) -> Iterator[Splice]:
        """The changes of the section's properties."""
        for tag, said in self._said.items():
            element = self.element.find(f"{W}{tag}")
            if element is not None:
                more = self._sheet(element) if tag == "pgSz" else {}
                yield part.instead(element, part.said_otherwise(element, W, {**said, **more}))

    def _written(self, attribute: str, twips: int) -> str:
        """A margin as the file has it: without the gutter, negative where it holds exactly."""
        if attribute in ("w", "h"):
            return str(twips)
        edges = self.element.find(f"{W}pgMar")
        right = self.element.find(f"{W}rtlGutter")
        bound = "right" if right is not None and on(right.get(f"{W}val")) else "left"
        if edges is None:
            return ""
        if attribute in ("top", "bottom"):
            exact = edges.get(f"{W}{attribute}", "").startswith("-")
            return f"-{twips}" if exact else str(twips)
        gutter = points(edges.get(f"{W}gutter"), 20) or 0.0 if attribute == bound else 0.0
        rest = twips - round(gutter * 20)
        return str(rest) if rest >= 0 else ""

    def _sheet(self, element: etree._Element) -> dict[str, str | None]:
        """What goes with another size: no paper code, and the orientation that it has."""
        wide = (self.section.page_width_mm or 0) > (self.section.page_height_mm or 0)
        said = element.get(f"{W}orient")
        if said is None and not wide:
            return {"code": None}
        return {"code": None, "orient": "landscape" if wide else "portrait"}
