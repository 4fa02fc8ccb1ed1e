"""The style sheet of a document: defaults, style chains, theme fonts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from .declared import Declared, Theme, paragraph_properties, run_properties
from .measures import points
from .names import A, W
from .numbering import Numbering
from .package import Package
from .style_part import StyleEntry, read_style_part

_VAL = f"{W}val"
_LONGEST_CHAIN = 100
_SLOTS = (("latin", ("Ascii", "HAnsi")), ("ea", ("EastAsia",)), ("cs", ("Bidi",)))


@dataclass(frozen=True, slots=True)
class Level:
    """What one style, or one conditional part of a table style, declares."""

    run: Declared = field(default_factory=dict)
    paragraph: Declared = field(default_factory=dict)


class Style:
    """One style; what it declares is read when it is asked for, as most styles are never used."""

    def __init__(self, entry: StyleEntry, theme: Theme) -> None:
        self.kind = entry.kind
        self._entry = entry
        self._theme = theme
        self._parts: dict[str, Level] = {}

    @cached_property
    def element(self) -> etree._Element:
        """The ``w:style``."""
        return self._entry.element()

    @property
    def name(self) -> str:
        """The name that Word shows."""
        named = self.element.find(f"{W}name")
        return "" if named is None else named.get(_VAL, "")

    @cached_property
    def parent(self) -> str:
        """The style that it is based on."""
        based_on = self.element.find(f"{W}basedOn")
        return "" if based_on is None else based_on.get(_VAL, "")

    @cached_property
    def own(self) -> Level:
        """What the style itself declares."""
        return _level(self.element, self._theme)

    def part_names(self) -> tuple[str, ...]:
        """The conditional parts of a table style."""
        parts = self.element.iterchildren(f"{W}tblStylePr")
        return tuple(part.get(f"{W}type", "") for part in parts)

    def part(self, name: str) -> Level:
        """What a conditional part of a table style declares; nothing where it has none."""
        if name not in self._parts:
            parts = self.element.iterchildren(f"{W}tblStylePr")
            found = next((part for part in parts if part.get(f"{W}type") == name), None)
            self._parts[name] = Level() if found is None else _level(found, self._theme)
        return self._parts[name]


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All that text inherits from.

    ``default_ids`` maps a kind (paragraph, character, table) to its default style.
    """

    theme: Theme
    numbering: Numbering
    defaults: Level = field(default_factory=Level)
    styles: Mapping[str, Style] = field(default_factory=dict)
    default_ids: Mapping[str, str] = field(default_factory=dict)

    def chain(self, style_id: str | None, kind: str) -> tuple[tuple[str, Style], ...]:
        """A style and what it is based on, the farthest first.

        A style that is not there, or is of another kind, falls to the kind's default (17.7.4.17);
        a chain that bites its own tail, or is longer than any real one, ends where it does.
        """
        current = style_id or ""
        if current not in self.styles or self.styles[current].kind != kind:
            current = self.default_ids.get(kind, "")
        found: dict[str, Style] = {}
        while current in self.styles and current not in found and len(found) < _LONGEST_CHAIN:
            if self.styles[current].kind != kind:
                break
            found[current] = self.styles[current]
            current = found[current].parent
        return tuple(reversed(found.items()))

    def bands(self, style_id: str) -> tuple[int, int]:
        """The sizes of a table style's row and column bands; 1 where no style of the chain says."""
        sizes = [1, 1]
        for _, style in self.chain(style_id, "table"):
            for number, name in enumerate(("tblStyleRowBandSize", "tblStyleColBandSize")):
                element = style.element.find(f"{W}tblPr/{W}{name}")
                size = points("" if element is None else element.get(_VAL), 1)
                sizes[number] = int(size) if size and size >= 1 else sizes[number]
        return sizes[0], sizes[1]

    def parts(self, style_id: str) -> frozenset[str]:
        """The conditional parts that a table style or one that it is based on declares."""
        chain = self.chain(style_id, "table")
        return frozenset(name for _, style in chain for name in style.part_names())


def read_style_sheet(package: Package) -> StyleSheet:
    """The style sheet of the main part.

    Raises:
        UnreadableDocument: A part is damaged.
    """
    parts = {
        relationship.kind: relationship.target
        for relationship in package.relationships(package.main).values()
        if relationship.target in package.parts
    }
    theme = _theme(package.xml(parts["theme"])) if "theme" in parts else {}
    styles: dict[str, Style] = {}

    def numbering_part() -> etree._Element | None:
        return package.side_xml(parts["numbering"]) if "numbering" in parts else None

    def list_of_style(style_id: str) -> str:
        return str(styles[style_id].own.paragraph.get("num_id")) if style_id in styles else ""

    numbering = Numbering(numbering_part, list_of_style)
    if "styles" not in parts:
        return StyleSheet(theme, numbering)
    part = read_style_part(package, parts["styles"])
    default_ids: dict[str, str] = {}
    for entry in part.entries:
        if entry.style_id:  # without one nobody can name it
            styles.setdefault(entry.style_id, Style(entry, theme))
        if entry.default:
            default_ids[entry.kind] = entry.style_id
    return StyleSheet(theme, numbering, _defaults(part.root, theme), styles, default_ids)


def _level(element: etree._Element, theme: Theme) -> Level:
    return Level(
        run_properties(element.find(f"{W}rPr"), theme),
        paragraph_properties(element.find(f"{W}pPr")),
    )


def _defaults(root: etree._Element, theme: Theme) -> Level:
    run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    paragraph = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    return Level(run_properties(run, theme), paragraph_properties(paragraph))


def _theme(root: etree._Element) -> Theme:
    """Typefaces by the names that ``w:rFonts`` uses (17.18.96): ``minorHAnsi``, ``majorBidi``."""
    found: dict[str, str] = {}
    for group in ("major", "minor"):
        fonts = root.find(f".//{A}fontScheme/{A}{group}Font")
        if fonts is None:
            continue
        for tag, slots in _SLOTS:
            face = fonts.find(f"{A}{tag}")
            typeface = "" if face is None else face.get("typeface", "")
            if typeface:
                found.update({f"{group}{slot}": typeface for slot in slots})
    return found
