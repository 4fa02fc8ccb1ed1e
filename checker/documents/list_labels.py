"""The number or letter that Word puts before a paragraph by itself (ECMA-376 part 1, 17.9).

A list counts by its definition: lists that share one go on with each other's numbers, unless one
says where it begins (``w:startOverride``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from .measures import on
from .names import MC, W
from .number_formats import numeral
from .numbering import Numbering
from .shorthand import Part, first
from .styles import StyleSheet

_VAL = f"{W}val"
_PLACE = re.compile(r"%([1-9])")
_WHOLE = re.compile(r"[0-9]{1,5}")
_SYMBOLS = re.compile("[\uf000-\uf0ff]")  # how Word writes letters of fonts that are pictures
_NO_LIST = "0"
_UNKNOWN = "unknown"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}vanish"})


class ListPlace(NamedTuple):
    """The list that a paragraph belongs to, and its level there from 0."""

    number: str
    level: int


def list_place(
    sheet: StyleSheet, style: str, own_number: str | None, own_level: str | None
) -> ListPlace | None:
    """Where a paragraph of a style, with a list and level of its own, stands; None for nowhere.

    The style's list holds where the paragraph names none, and ``0`` ends it (17.9.18). A style's
    level is the one that the list links to it, else the one it names (17.9.23).
    """
    number: str | None = None
    level: str | None = None
    for style_id, item in sheet.chain(style, "paragraph"):
        own = item.own.paragraph
        number = str(own["num_id"]) if own.get("num_id") else number
        linked = sheet.numbering.level_of_style(number, style_id) if number else None
        named = own.get("num_level")
        level = linked or (str(named) if named else level)
    if own_number:
        number, level = own_number, None
    if own_level:
        level = own_level
    if number is None or number == _NO_LIST or not sheet.numbering.has(number):
        return None
    return ListPlace(number, int(level or 0)) if level in (None, *"012345678") else None


def is_counted(paragraph: etree._Element, part: Part) -> bool:
    """Whether a paragraph keeps its mark: one that was deleted or is hidden joins the next one."""
    ppr = first(paragraph, f"{W}pPr")
    mark = None if ppr is None else part.whole(ppr).find(f"{W}rPr")
    properties = () if mark is None else part.whole(mark)
    gone = {child.tag for child in properties if on(child.get(_VAL))}
    return not gone & _GONE


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list; ``restart`` is the last level whose use begins it anew."""

    start: int
    kind: str
    text: str
    legal: bool
    restart: int
    hidden: bool


class ListCounter:
    """Counts the paragraphs of one story, in the order in which they stand.

    Args:
        numbering: The lists of the document.
    """

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._levels: dict[ListPlace, _Level] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[ListPlace] = set()

    def next_label(self, place: ListPlace) -> str | None:
        """Count one more paragraph, and say what stands before it; None where that is unknown."""
        counts = self._counts.setdefault(self._numbering.definition(place.number), {})
        level = self._level(place)
        override = self._numbering.start_override(place.number, place.level)
        if override is not None and place not in self._begun:
            counts[place.level] = override
        else:
            counts[place.level] = counts.get(place.level, self._start(place, level) - 1) + 1
        self._begun.add(place)
        for deeper in [level for level in counts if level > place.level]:
            self._begin_anew(ListPlace(place.number, deeper), place.level, counts)
        return "" if level.hidden else self._written(place, level, counts)

    def _begin_anew(self, place: ListPlace, used: int, counts: dict[int, int]) -> None:
        if used < self._level(place).restart:
            counts.pop(place.level, None)

    def _start(self, place: ListPlace, level: _Level) -> int:
        override = self._numbering.start_override(place.number, place.level)
        return level.start if override is None else override

    def _written(self, place: ListPlace, level: _Level, counts: Mapping[int, int]) -> str | None:
        if level.kind == "bullet":
            return _SYMBOLS.sub("•", level.text)
        parts = {}
        for match in _PLACE.finditer(level.text):
            at = ListPlace(place.number, int(match[1]) - 1)
            parts[match[1]] = self._part(at, level, counts)
        if None in parts.values():
            return None
        return _PLACE.sub(lambda match: parts[match[1]] or "", level.text).strip()

    def _part(self, place: ListPlace, asking: _Level, counts: Mapping[int, int]) -> str | None:
        """The number of one level; one that was not counted yet is shown as 0 or 1 by version."""
        if place.level not in counts:
            return None
        own = self._level(place).kind
        kind = "decimal" if asking.legal and own not in (_UNKNOWN, "none") else own
        return numeral(counts[place.level], kind)

    def _level(self, place: ListPlace) -> _Level:
        if place not in self._levels:
            found = self._numbering.element(place.number, str(place.level))
            self._levels[place] = _read(found, place.level)
        return self._levels[place]


def _read(element: etree._Element | None, number: int) -> _Level:
    """A level as it is written; one that is not there looks like nothing that is known."""
    if element is None:
        return _Level(0, _UNKNOWN, f"%{number + 1}", legal=False, restart=number, hidden=False)
    text = element.find(f"{W}lvlText")
    legal = element.find(f"{W}isLgl")
    hidden = element.find(f"{W}rPr/{W}vanish")
    return _Level(
        start=_whole(element, "start", 0),
        kind=_kind(element),
        text="" if text is None else text.get(_VAL, ""),
        legal=legal is not None and on(legal.get(_VAL)),
        restart=min(_whole(element, "lvlRestart", number), number),
        hidden=hidden is not None and on(hidden.get(_VAL)),
    )


def _kind(element: etree._Element) -> str:
    """The format; newer Word writes formats of its own as an alternative (part 3)."""
    if element.find(f"{MC}AlternateContent") is not None:
        return _UNKNOWN
    kind = element.find(f"{W}numFmt")
    return "decimal" if kind is None else kind.get(_VAL, "decimal")


def _whole(element: etree._Element, name: str, otherwise: int) -> int:
    child = element.find(f"{W}{name}")
    said = "" if child is None else child.get(_VAL, "")
    return int(said) if _WHOLE.fullmatch(said) else otherwise
