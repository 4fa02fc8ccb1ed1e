"""Effective formatting after ECMA-376 part 1, 17.7.2.

docDefaults, table style with its conditional parts, default paragraph style or pStyle chain,
numbering (paragraphs), rStyle chain, direct. The nearest declaration wins, but toggle properties
are exclusive-or over the levels of styles (17.7.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from lxml import etree

from .declared import TOGGLES, Declared, Value, paragraph_properties, run_properties
from .measures import millimetres
from .model import Align, LineRule, LineSpacing, ParagraphFormat, RunFormat, Vertical
from .names import W
from .styles import Level, StyleSheet

_VAL = f"{W}val"
_WORD_FONT, _WORD_SIZE = "Times New Roman", 10.0
_RULES: dict[str, LineRule] = {"exact": "exact", "atLeast": "at_least"}


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


_RunKey = tuple["TableLook | None", str, str]
_ParagraphKey = tuple["TableLook | None", str, "str | None", "str | None"]
_Direct = tuple[tuple[str, Value], ...]


class Resolver:
    """Answers what a run or paragraph looks like; remembers every combination it has met."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._runs: dict[_RunKey, Declared] = {}
        self._paragraphs: dict[_ParagraphKey, Declared] = {}
        self._bands: dict[str, tuple[int, int]] = {}
        self._fonts: dict[tuple[_RunKey, _Direct], FontSet] = {}
        self._formats: dict[tuple[_ParagraphKey, _Direct], ParagraphFormat] = {}
        self._equal: dict[RunFormat, RunFormat] = {}

    def run(self, table: TableLook | None, style: str, rpr: etree._Element | None) -> FontSet:
        """The look of a run in a paragraph of a style, in a table or not."""
        named = None if rpr is None else rpr.find(f"{W}rStyle")
        run_style = "" if named is None else named.get(_VAL, "")
        direct = run_properties(rpr, self._sheet.theme)
        key = (table, style, run_style)
        look = self._fonts.get(whole := (key, tuple(direct.items())))
        if look is None:
            if key not in self._runs:
                self._runs[key] = self._inherited_run(*key)
            look = self._fonts[whole] = self._font_set({**self._runs[key], **direct})
        return look

    def paragraph(
        self, table: TableLook | None, style: str, ppr: etree._Element | None
    ) -> ParagraphFormat:
        """The look of a paragraph of a style, in a table or not."""
        direct = paragraph_properties(ppr)
        number, level = direct.get("num_id"), direct.get("num_level")
        key = (table, style, cast("str | None", number), cast("str | None", level))
        look = self._formats.get(whole := (key, tuple(direct.items())))
        if look is None:
            if key not in self._paragraphs:
                self._paragraphs[key] = self._inherited_paragraph(*key)
            look = self._formats[whole] = _paragraph_format({**self._paragraphs[key], **direct})
        return look

    def bands(self, style: str) -> tuple[int, int]:
        """How many rows and how many columns make a band of a table style."""
        if style not in self._bands:
            self._bands[style] = self._sheet.bands(style)
        return self._bands[style]

    def _font_set(self, final: Declared) -> FontSet:
        if final.get("complex") or final.get("right_to_left"):
            font = self._one(_run_format(final, "font_complex", "_cs"))
            return FontSet(font, font, font)
        plain = self._one(_run_format(final, "font_ascii", ""))
        other, east_asian = (
            plain
            if final.get(name, _WORD_FONT) == plain.font
            else self._one(_run_format(final, name, ""))
            for name in ("font_other", "font_east_asian")
        )
        return FontSet(plain, other, east_asian)

    def _one(self, look: RunFormat) -> RunFormat:
        return self._equal.setdefault(look, look)

    def _table_levels(self, table: TableLook | None) -> list[Level]:
        if table is None:
            return []
        chain = [style for _, style in self._sheet.chain(table.style, "table")]
        parts = [style.part(part) for part in table.parts for style in chain]
        return [style.own for style in chain] + parts

    def _inherited_run(self, table: TableLook | None, style: str, run_style: str) -> Declared:
        sheet = self._sheet
        groups = [
            [level.run for level in self._table_levels(table)],
            [item.own.run for _, item in sheet.chain(style, "paragraph")],
            [item.own.run for _, item in sheet.chain(run_style, "character")],
        ]
        result = dict(sheet.defaults.run)
        toggled = dict.fromkeys(TOGGLES, False)
        for group in groups:
            merged: Declared = {}
            for declared in group:
                merged.update(declared)
            for name in TOGGLES:
                toggled[name] ^= bool(merged.get(name))
            result.update(merged)
        for name in TOGGLES:
            result[name] = bool(sheet.defaults.run.get(name)) or toggled[name]
        return result

    def _inherited_paragraph(
        self, table: TableLook | None, style: str, number: str | None, level: str | None
    ) -> Declared:
        """Styles, then the numbering level, which stands at the level that names its list."""
        result = dict(self._sheet.defaults.paragraph)
        for declared in self._table_levels(table):
            result.update(declared.paragraph)
        style_list: Value = None
        for style_id, item in self._sheet.chain(style, "paragraph"):
            own = item.own.paragraph
            style_list = own.get("num_id", style_list)
            if own.get("num_id") and number is None:
                linked = self._sheet.numbering.level_of_style(str(own["num_id"]), style_id)
                at = linked or own.get("num_level") or "0"
                result.update(self._sheet.numbering.level(str(own["num_id"]), str(at)))
            result.update(own)
        listed = number if number is not None else (style_list if level is not None else None)
        if listed is not None:
            result.update(self._sheet.numbering.level(str(listed), str(level or "0")))
        return result


def _run_format(final: Declared, font: str, script: str) -> RunFormat:
    """One look; what no level declares is as Word shows it: Times New Roman, 10 points."""
    return RunFormat(
        font=cast("str | None", final.get(font, _WORD_FONT)),
        size_pt=cast("float | None", final.get(f"size{script}", _WORD_SIZE)),
        bold=bool(final.get(f"bold{script}")),
        italic=bool(final.get(f"italic{script}")),
        underline=bool(final.get("underline")),
        caps=bool(final.get("caps")),
        vertical=cast("Vertical", final.get("vertical", "baseline")),
        hidden=bool(final.get("hidden")),
        color=cast("str | None", final.get("color", "auto")),
    )


def _paragraph_format(final: Declared) -> ParagraphFormat:
    return ParagraphFormat(
        align=cast("Align", final.get("align", "left")),
        first_line_indent_mm=millimetres(_number(final, "first")),
        left_indent_mm=millimetres(_number(final, "left")),
        space_before_pt=_number(final, "before"),
        space_after_pt=_number(final, "after"),
        line_spacing=_line_spacing(final),
    )


def _number(final: Declared, name: str) -> float | None:
    """A length in points; what no level declares is nothing, what cannot be known is None."""
    return cast("float | None", final.get(name, 0.0))


def _line_spacing(final: Declared) -> LineSpacing | None:
    amount = final.get("line", 12.0)
    if not isinstance(amount, float):
        return None
    rule = _RULES.get(str(final.get("line_rule")), "multiple")
    if rule == "multiple":
        return LineSpacing("multiple", round(amount / 12, 4))
    return LineSpacing(rule, amount)
