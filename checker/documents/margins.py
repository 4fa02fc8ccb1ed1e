"""Headers and footers of sections, and where the page number stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from .encodings import decoded
from .formatting import Resolver
from .layout import Numbered, Walk
from .model import Align, PageNumber, Pages, PageText
from .names import R, W
from .package import Package
from .refusals import UnreadableDocument
from .shorthand import read_part

_VAL = f"{W}val"
_PAGES: dict[str, Pages] = {"default": "default", "first": "first", "even": "even"}
_TABS: dict[str, Align] = {"center": "center", "right": "right", "end": "right"}


class Margins(NamedTuple):
    """What stands above and below the text of one section's pages."""

    headers: tuple[PageText, ...]
    footers: tuple[PageText, ...]


class MarginReader:
    """Reads the header and footer parts of a package, each once.

    Args:
        package: The package.
        resolver: Answers formatting.
        depth: The deepest nesting of elements that is followed.
        even_and_odd: Whether even pages have their own (17.10.1).
    """

    def __init__(
        self, package: Package, resolver: Resolver, depth: int, even_and_odd: bool
    ) -> None:
        self._package = package
        self._resolver = resolver
        self._depth = depth
        self._even_and_odd = even_and_odd
        self._read: dict[str, PageText] = {}
        self._in_force: dict[str, dict[Pages, PageText]] = {"header": {}, "footer": {}}

    def margins(self, section: etree._Element, first_differs: bool) -> Margins:
        """What is seen in the margins of the next section.

        A kind that the section does not name is that of the section before (17.10.2, 17.10.5).
        """
        for name, in_force in self._in_force.items():
            for reference in section.iterchildren(f"{W}{name}Reference"):
                pages = _PAGES.get(reference.get(f"{W}type", "default"))
                if pages is not None:
                    in_force[pages] = self._text(reference.get(f"{R}id", ""), pages, name)
        seen = {"default": True, "first": first_differs, "even": self._even_and_odd}
        shown = [
            tuple(text for pages, text in in_force.items() if seen[pages])
            for in_force in self._in_force.values()
        ]
        return Margins(shown[0], shown[1])

    def _text(self, relationship: str, pages: Pages, name: str) -> PageText:
        found = self._package.relationships(self._package.main).get(relationship)
        if found is None or found.target not in self._package.parts:
            return PageText(pages, ())
        try:
            part = read_part(self._package, found.target)
            walk = Walk(self._package.name, part, self._resolver, self._depth, name)
            paragraphs = decoded(walk.paragraphs(part.root))
        except UnreadableDocument:
            if found.target not in self._package.damaged:
                self._package.damaged.append(found.target)
            return PageText(pages, ())
        return PageText(pages, paragraphs, tuple(map(self._number, walk.numbers)))

    def _number(self, found: Numbered) -> PageNumber:
        look = found.look
        align = self._align(found)
        return PageNumber(align, look.font, look.size_pt, look.italic, look.bold)

    def _align(self, found: Numbered) -> Align:
        """A frame's place, the tab stop that was reached, or the paragraph's alignment."""
        frame = None if found.properties is None else found.properties.find(f"{W}framePr")
        if frame is not None and frame.get(f"{W}xAlign") in _TABS:
            return _TABS[frame.get(f"{W}xAlign", "")]
        tabs = found.before.count("\t")
        stops = self._stops(found) if tabs else []
        if 0 < tabs <= len(stops):
            return _TABS.get(stops[tabs - 1], "left")
        return found.align

    def _stops(self, found: Numbered) -> list[str]:
        """The kinds of a paragraph's tab stops from left to right (17.3.1.38)."""
        styles = [style.element.find(f"{W}pPr") for style in self._resolver.styles(found.style)]
        return _merged_stops([*styles, found.properties])


def _merged_stops(levels: Sequence[etree._Element | None]) -> list[str]:
    stops: dict[float, str] = {}
    for level in levels:
        for tab in () if level is None else level.iterfind(f"{W}tabs/{W}tab"):
            position, kind = tab.get(f"{W}pos", ""), tab.get(_VAL, "left")
            if position.lstrip("-").isdigit():
                stops[float(position)] = kind
    kept = sorted((at, kind) for at, kind in stops.items() if kind not in ("clear", "bar"))
    return [kind for _, kind in kept]
