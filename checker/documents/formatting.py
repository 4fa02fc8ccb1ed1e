"""Effective formatting after ECMA-376 part 1, 17.7.2.

docDefaults, table style with its conditional parts, default paragraph style or pStyle chain,
numbering (paragraphs), rStyle chain, direct. The nearest declaration wins, but toggle properties
are exclusive-or over the levels of styles (17.7.3).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from lxml import etree

from .declared import TOGGLES, Declared, Value, paragraph_properties, run_properties
from .formats import WORD_FONT, paragraph_format, run_format
from .list_labels import ListCounter, ListPlace, list_place
from .model import ParagraphFormat, RunFormat
from .settings import Settings
from .styles import Level, Style, StyleSheet


@dataclass(frozen=True, slots=True)
class TableLook:
    """A table's style and the conditional parts that hold in one cell, the farthest first."""

    style: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FontSet:
    """One run's look for the three classes of characters that may have fonts of their own.

    Equal looks are one object, so that they can be told by identity.
    """

    ascii: RunFormat
    other: RunFormat
    east_asian: RunFormat


class ParagraphLook(NamedTuple):
    """A paragraph's format, and where it stands in a list.

    ``contextual``: it leaves no space to its like; ``bordered``: a line stands above or below it.
    """

    format: ParagraphFormat
    contextual: bool
    bordered: bool
    listed: ListPlace | None


class Layer(NamedTuple):
    """One level that text inherits from: its kind, its style if it is one, what it declares."""

    kind: str
    style: Style | None
    declared: Declared


RunKey = tuple["TableLook | None", str, str]
ParagraphKey = tuple["TableLook | None", str, "str | None", "str | None"]
_Direct = tuple[tuple[str, Value], ...]


class Resolver:
    """Answers what a run or paragraph looks like; remembers every combination it has met."""

    def __init__(self, sheet: StyleSheet, settings: Settings) -> None:
        self._sheet = sheet
        self._settings = settings
        self._runs: dict[RunKey, Declared] = {}
        self._paragraphs: dict[ParagraphKey, Declared] = {}
        self._conditions: dict[str, tuple[tuple[int, int], frozenset[str]]] = {}
        self._fonts: dict[tuple[RunKey, _Direct], FontSet] = {}
        self._looks: dict[tuple[ParagraphKey, _Direct], ParagraphLook] = {}
        self._equal: dict[RunFormat, RunFormat] = {}

    def run(self, table: TableLook | None, style: str, rpr: etree._Element | None) -> FontSet:
        """The look of a run in a paragraph of a style, in a table or not."""
        direct = run_properties(rpr, self._sheet.theme)
        key = (table, style, str(direct.pop("style", None) or ""))
        look = self._fonts.get(whole := (key, tuple(direct.items())))
        if look is None:
            look = self._fonts[whole] = self._font_set(key, direct)
        return look

    def paragraph(
        self, table: TableLook | None, style: str, ppr: etree._Element | None
    ) -> ParagraphLook:
        """The look of a paragraph of a style, in a table or not."""
        direct = paragraph_properties(ppr)
        number, level = direct.get("num_id"), direct.get("num_level")
        key = (table, style, cast("str | None", number), cast("str | None", level))
        look = self._looks.get(whole := (key, tuple(direct.items())))
        if look is None:
            look = self._looks[whole] = self._paragraph_look(key, direct)
        return look

    def styles(self, style: str) -> tuple[Style, ...]:
        """A paragraph style and what it is based on, the farthest first."""
        return tuple(item for _, item in self._sheet.chain(style, "paragraph"))

    def table_styles(self, style: str) -> tuple[Style, ...]:
        """A table style and what it is based on, the farthest first."""
        return tuple(item for _, item in self._sheet.chain(style, "table"))

    def list_counter(self) -> ListCounter:
        """A counter for the lists of one story."""
        return ListCounter(self._sheet.numbering)

    def symbol(self, look: FontSet, font: str | None) -> FontSet:
        """The look of a ``w:sym``: that of its run, in a font of its own (17.3.3.30)."""
        shown = self._one(replace(look.ascii, font=font))
        return FontSet(shown, shown, shown)

    def conditions(self, style: str) -> tuple[tuple[int, int], frozenset[str]]:
        """How many rows and columns make a band of a table style; the parts that it declares."""
        if style not in self._conditions:
            self._conditions[style] = self._sheet.bands(style), self._sheet.parts(style)
        return self._conditions[style]

    def default_style(self, style: str) -> str:
        """A paragraph style, or the default one where none is named."""
        return style or self._sheet.default_ids.get("paragraph", "")

    def _font_set(self, key: RunKey, direct: Declared) -> FontSet:
        if key not in self._runs:
            self._runs[key] = _merged_run(self._run_layers(key))
        final = {**self._runs[key], **direct}
        if final.get("complex") or final.get("right_to_left"):
            look = self._one(run_format(final, "font_complex", "_cs"))
            return FontSet(look, look, look)
        plain = self._one(run_format(final, "font_ascii", ""))
        other, east_asian = (
            plain
            if final.get(name, WORD_FONT) == plain.font
            else self._one(run_format(final, name, ""))
            for name in ("font_other", "font_east_asian")
        )
        return FontSet(plain, other, east_asian)

    def _paragraph_look(self, key: ParagraphKey, direct: Declared) -> ParagraphLook:
        if key not in self._paragraphs:
            merged: Declared = {}
            for layer in self._paragraph_layers(key):
                merged.update(layer.declared)
            self._paragraphs[key] = merged
        final = {**self._paragraphs[key], **direct}
        letter = self.run(key[0], key[1], None).ascii.size_pt
        shown = paragraph_format(final, self._settings.automatic_pt, letter)
        return ParagraphLook(
            shown,
            bool(final.get("contextual")),
            bool(final.get("bordered")),
            list_place(self._sheet, *key[1:]),
        )

    def _one(self, look: RunFormat) -> RunFormat:
        return self._equal.setdefault(look, look)

    def _table_levels(self, table: TableLook | None) -> list[tuple[Style, Level]]:
        if table is None:
            return []
        chain = [style for _, style in self._sheet.chain(table.style, "table")]
        parts = [(style, style.part(part)) for part in table.parts for style in chain]
        return [(style, style.own) for style in chain] + parts

    def _run_layers(self, key: RunKey) -> list[Layer]:
        table, style, run_style = key
        sheet = self._sheet
        found = [Layer("defaults", None, sheet.defaults.run)]
        found += [Layer("table", item, level.run) for item, level in self._table_levels(table)]
        for kind, name in (("paragraph", style), ("character", run_style)):
            found += [Layer(kind, item, item.own.run) for _, item in sheet.chain(name, kind)]
        return found

    def _paragraph_layers(self, key: ParagraphKey) -> list[Layer]:
        """Styles, and the numbering level, which stands at the level that names its list."""
        table, style, number, level = key
        sheet = self._sheet
        found = [Layer("defaults", None, sheet.defaults.paragraph)]
        found += [Layer("table", item, own.paragraph) for item, own in self._table_levels(table)]
        style_list: Value = None
        for style_id, item in sheet.chain(style, "paragraph"):
            own = item.own.paragraph
            style_list = own.get("num_id", style_list)
            if own.get("num_id") and number is None:
                linked = sheet.numbering.level_of_style(str(own["num_id"]), style_id)
                at = linked or own.get("num_level") or "0"
                declared = sheet.numbering.level(str(own["num_id"]), str(at))
                found.append(Layer("numbering", None, declared))
            found.append(Layer("paragraph", item, own))
        listed = number if number is not None else (style_list if level is not None else None)
        if listed is not None:
            declared = sheet.numbering.level(str(listed), str(level or "0"))
            found.append(Layer("numbering", None, declared))
        return found


def _merged_run(layers: list[Layer]) -> Declared:
    """The nearest declaration of each property; toggles are counted over the kinds of styles.

    Within the styles of one kind the nearest one wins; a property that the defaults turn on stays
    on.
    """
    merged: Declared = {}
    by_kind: dict[str, Declared] = {}
    for layer in layers:
        merged.update(layer.declared)
        by_kind.setdefault(layer.kind, {}).update(layer.declared)
    defaults = by_kind.pop("defaults")
    for name in TOGGLES:
        turned = sum(bool(declared.get(name)) for declared in by_kind.values())
        merged[name] = bool(defaults.get(name)) or turned % 2 == 1
    return merged
