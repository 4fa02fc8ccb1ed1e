"""Paragraphs put right: alignment, indent of the first line, space around and between lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..documents.model import LineSpacing, ParagraphFormat
from ..documents.names import W
from ..documents.traced import TracedParagraph
from ..editing.parts import EditablePart, Splice
from .aims import Aim, Unknown, aim
from .model import Change, Left, ParagraphPlace, Repair, Value
from .reasons import left
from .schema import properties, set_properties

_JUSTIFIED = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_STRICT = {"left": "start", "center": "center", "right": "end", "justify": "both"}  # 17.18.44
_BESIDE = {
    # Counted in lines or left to the application, a space would win over its length (17.3.1.33).
    "space_before_pt": ("before", ("beforeLines", "beforeAutospacing")),
    "space_after_pt": ("after", ("afterLines", "afterAutospacing")),
}


class ParagraphLook:
    """The properties of one paragraph, as they are and as they will be."""

    def __init__(self, traced: TracedParagraph) -> None:
        self._traced = traced
        self._changes: dict[str, Aim] = {}
        self.format: ParagraphFormat = traced.shown.format

    def repair(self, repair: Repair) -> Iterator[Change | Left]:
        """Put a property right, unless it is right or something stands in the way."""
        place, name = ParagraphPlace(self._traced.shown.index), repair.name
        present = self._present(name)
        try:
            wanted = aim(repair, present)
        except Unknown:
            spaced = name == "line_spacing" and self.format.line_spacing is not None
            yield left(place, name, "points" if spaced else "unknown")
            return
        if wanted is None:
            return
        if code := self._obstacle(name):
            yield left(place, name, code)
            return
        self._changes[name] = wanted
        value = wanted.value
        if name == "line_spacing" and isinstance(value, float):
            self.format = replace(self.format, line_spacing=LineSpacing("multiple", value))
        else:
            said: dict[str, Any] = {name: value}
            self.format = replace(self.format, **said)
        yield Change(place, name, present, value)

    def splices(self, part: EditablePart) -> list[Splice]:
        """The changes of the paragraph's properties."""
        if not self._changes:
            return []
        new: dict[str, bytes] = {}
        if "align" in self._changes:
            written = self._changes["align"].written
            new["jc"] = part.tag("jc", {"val": (_STRICT if part.strict else _JUSTIFIED)[written]})
        for tag, said in (("spacing", self._spacing()), ("ind", self._indent())):
            if said:
                new[tag] = self._attributes(part, tag, said)
        return set_properties(part, self._traced.element, "pPr", new)

    def _present(self, name: str) -> Value:
        if name != "line_spacing":
            value: Value = getattr(self.format, name)
            return value
        lines = self.format.line_spacing
        return lines.value if lines is not None and lines.rule == "multiple" else None

    def _obstacle(self, name: str) -> str:
        if name == "first_line_indent_mm" and self._traced.listed:
            return "listed"
        return "contextual" if name in _BESIDE and self._traced.contextual else ""

    def _spacing(self) -> dict[str, str | None]:
        said: dict[str, str | None] = {}
        for name, (attribute, others) in _BESIDE.items():
            if name in self._changes:
                said[attribute] = self._changes[name].written
                said |= dict.fromkeys(others, "0")
        if "line_spacing" in self._changes:
            said |= {"line": self._changes["line_spacing"].written, "lineRule": "auto"}
        return said

    def _indent(self) -> dict[str, str | None]:
        """A first line that begins to the left of the others hangs (17.3.1.12).

        Counted in letters an indent would win over its length.
        """
        wanted = self._changes.get("first_line_indent_mm")
        if wanted is None:
            return {}
        hangs = wanted.written.startswith("-")
        one, other = ("hanging", "firstLine") if hangs else ("firstLine", "hanging")
        length = wanted.written.removeprefix("-")
        return {one: length, f"{one}Chars": "0", other: None, f"{other}Chars": None}

    def _attributes(self, part: EditablePart, tag: str, said: dict[str, str | None]) -> bytes:
        element = properties(self._traced.element, "pPr")
        old = None if element is None else element.find(f"{W}{tag}")
        if old is None:
            return part.tag(tag, {key: value for key, value in said.items() if value is not None})
        return part.said_otherwise(old, W, said)
