"""The style sheet of a document: defaults, style chains, theme fonts, numbering levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from .declared import Declared, Theme, paragraph_properties, run_properties
from .measures import points
from .names import A, W
from .package import Package

_VAL = f"{W}val"
_LONGEST_CHAIN = 100
_SLOTS = (("latin", ("Ascii", "HAnsi")), ("ea", ("EastAsia",)), ("cs", ("Bidi",)))


@dataclass(frozen=True, slots=True)
class Level:
    """What one style, or one conditional part of a table style, declares."""

    run: Declared = field(default_factory=dict)
    paragraph: Declared = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Style:
    """One style; what it declares is read when it is asked for, as most styles are never used."""

    kind: str
    parent: str
    element: etree._Element

    def own(self, theme: Theme) -> Level:
        """What the style itself declares."""
        return _level(self.element, theme)

    def part(self, name: str, theme: Theme) -> Level:
        """What a conditional part of a table style declares; nothing where it has none."""
        parts = self.element.iterchildren(f"{W}tblStylePr")
        found = next((part for part in parts if part.get(f"{W}type") == name), None)
        return Level() if found is None else _level(found, theme)


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All that text inherits from.

    ``default_ids`` maps a kind (paragraph, character, table) to its default style;
    ``numbering`` maps (numId, level) to the level's paragraph properties;
    ``numbered_styles`` maps (numId, paragraph style) to the level linked to that style.
    """

    theme: Theme = field(default_factory=dict)
    defaults: Level = field(default_factory=Level)
    styles: Mapping[str, Style] = field(default_factory=dict)
    default_ids: Mapping[str, str] = field(default_factory=dict)
    numbering: Mapping[tuple[str, str], Declared] = field(default_factory=dict)
    numbered_styles: Mapping[tuple[str, str], str] = field(default_factory=dict)

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
    numbering = package.xml(parts["numbering"]) if "numbering" in parts else None
    levels, linked = _numbering(numbering)
    if "styles" not in parts:
        return StyleSheet(theme, numbering=levels, numbered_styles=linked)
    root = package.xml(parts["styles"])
    styles: dict[str, Style] = {}
    default_ids: dict[str, str] = {}
    for element in root.iterchildren(f"{W}style"):
        style_id, kind = element.get(f"{W}styleId", ""), element.get(f"{W}type", "paragraph")
        based_on = element.find(f"{W}basedOn")
        parent = "" if based_on is None else based_on.get(_VAL, "")
        styles.setdefault(style_id, Style(kind, parent, element))
        if element.get(f"{W}default") in ("1", "true", "on"):
            default_ids[kind] = style_id
    return StyleSheet(theme, _defaults(root, theme), styles, default_ids, levels, linked)


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


def _numbering(
    root: etree._Element | None,
) -> tuple[dict[tuple[str, str], Declared], dict[tuple[str, str], str]]:
    """Paragraph properties of every level of every list, and the styles linked to levels."""
    levels: dict[tuple[str, str], Declared] = {}
    linked: dict[tuple[str, str], str] = {}
    if root is None:
        return levels, linked
    abstract = {
        item.get(f"{W}abstractNumId", ""): item for item in root.iterchildren(f"{W}abstractNum")
    }
    for num in root.iterchildren(f"{W}num"):
        num_id, reference = num.get(f"{W}numId", ""), num.find(f"{W}abstractNumId")
        base = abstract.get("" if reference is None else reference.get(_VAL, ""))
        own = [] if base is None else base.findall(f"{W}lvl")
        for level in (*own, *num.findall(f"{W}lvlOverride/{W}lvl")):
            number, style = level.get(f"{W}ilvl", "0"), level.find(f"{W}pStyle")
            levels[num_id, number] = paragraph_properties(level.find(f"{W}pPr"))
            if style is not None:
                linked[num_id, style.get(_VAL, "")] = number
    return levels, linked
