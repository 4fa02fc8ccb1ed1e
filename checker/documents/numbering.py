"""Lists: what a numbering level says of its paragraphs (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from lxml import etree

from .declared import Declared, paragraph_properties
from .measures import points
from .names import W

_VAL = f"{W}val"
_LONGEST_LINK = 10


class Numbering:
    """The lists of a document, read when the first one is asked for.

    Args:
        root: Gives the root of the numbering part; None where there is none that can be read.
        list_of_style: Gives the list that a numbering style names.
    """

    def __init__(
        self, root: Callable[[], etree._Element | None], list_of_style: Callable[[str], str]
    ) -> None:
        self._root = root
        self._list_of_style = list_of_style
        self._levels: dict[str, dict[str, etree._Element]] = {}
        self._declared: dict[tuple[str, str], Declared] = {}
        self._starts: dict[str, dict[int, int | None]] = {}

    def level(self, list_id: str, number: str) -> Declared:
        """What a level of a list declares for its paragraphs; nothing where there is no such."""
        key = list_id, number
        if key not in self._declared:
            found = self._of(list_id).get(number)
            properties = None if found is None else found.find(f"{W}pPr")
            self._declared[key] = paragraph_properties(properties)
        return self._declared[key]

    def level_of_style(self, list_id: str, style: str) -> str | None:
        """The level of a list that is linked to a paragraph style (17.9.23)."""
        for number, level in self._of(list_id).items():
            linked = level.find(f"{W}pStyle")
            if linked is not None and linked.get(_VAL) == style:
                return number
        return None

    def has(self, list_id: str) -> bool:
        """Whether there is such a list."""
        return list_id in self._lists

    def element(self, list_id: str, number: str) -> etree._Element | None:
        """The ``w:lvl`` of a list's level."""
        return self._of(list_id).get(number)

    def definition(self, list_id: str) -> str:
        """The definition that counts for a list; lists may share one (17.9.15)."""
        num = self._lists.get(list_id)
        found = None if num is None else self._defined(num)
        return "" if found is None else found.get(f"{W}abstractNumId", "")

    def start_override(self, list_id: str, number: int) -> int | None:
        """Where a list begins a level by itself (17.9.26)."""
        if list_id not in self._starts:
            num = self._lists.get(list_id)
            overrides = () if num is None else num.iterchildren(f"{W}lvlOverride")
            self._starts[list_id] = dict(_start(override) for override in overrides)
        return self._starts[list_id].get(number)

    def _of(self, list_id: str) -> dict[str, etree._Element]:
        if list_id not in self._levels:
            self._levels[list_id] = self._read(list_id)
        return self._levels[list_id]

    def _read(self, list_id: str) -> dict[str, etree._Element]:
        """The levels of a list: those of its definition, then those that it overrides."""
        num = self._lists.get(list_id)
        if num is None:
            return {}
        definition = self._defined(num)
        defined = () if definition is None else definition.findall(f"{W}lvl")
        levels = (*defined, *num.findall(f"{W}lvlOverride/{W}lvl"))
        return {level.get(f"{W}ilvl", "0"): level for level in levels}

    def _defined(self, num: etree._Element) -> etree._Element | None:
        """The definition of a list; one may point to a style, whose list is meant (17.9.21)."""
        for _ in range(_LONGEST_LINK):
            reference = num.find(f"{W}abstractNumId")
            definition = self._definitions.get("" if reference is None else reference.get(_VAL, ""))
            if definition is None:
                return None
            link = definition.find(f"{W}numStyleLink")
            linked = None if link is None else self._lists.get(self._style_list(link))
            if linked is None:
                return definition
            num = linked
        return None

    def _style_list(self, link: etree._Element) -> str:
        return self._list_of_style(link.get(_VAL, ""))

    @cached_property
    def _lists(self) -> dict[str, etree._Element]:
        return self._children("num", "numId")

    @cached_property
    def _definitions(self) -> dict[str, etree._Element]:
        return self._children("abstractNum", "abstractNumId")

    @cached_property
    def _part(self) -> etree._Element | None:
        return self._root()

    def _children(self, name: str, key: str) -> dict[str, etree._Element]:
        items = () if self._part is None else self._part.iterchildren(f"{W}{name}")
        return {item.get(f"{W}{key}", ""): item for item in items}


def _start(override: etree._Element) -> tuple[int, int | None]:
    """The level that a ``w:lvlOverride`` is for, and where it begins it."""
    start = override.find(f"{W}startOverride")
    level = points(override.get(f"{W}ilvl"), 1)
    first = None if start is None else points(start.get(_VAL), 1)
    return -1 if level is None else int(level), None if first is None else int(first)
