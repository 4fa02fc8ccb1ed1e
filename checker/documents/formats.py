"""From what is declared in the end to what is seen: units, and Word's values for the unsaid."""

from __future__ import annotations

from typing import cast

from .declared import Declared
from .measures import millimetres
from .model import Align, LineRule, LineSpacing, ParagraphFormat, RunFormat, Vertical

WORD_FONT = "Times New Roman"
_WORD_SIZE = 10.0
_RULES: dict[str, LineRule] = {"exact": "exact", "atLeast": "at_least"}
_MIRRORED: dict[str, Align] = {"left": "right", "right": "left"}


def run_format(final: Declared, font: str, script: str) -> RunFormat:
    """One look; what no level declares is as Word shows it: Times New Roman, 10 points.

    Args:
        final: The declarations that hold.
        font: The key of the font of the class of characters.
        script: ``_cs`` for complex script, which has its own size, weight and slope (17.3.2.26).
    """
    caps = bool(final.get("caps"))
    return RunFormat(
        font=cast("str | None", final.get(font, WORD_FONT)),
        size_pt=cast("float | None", final.get(f"size{script}", _WORD_SIZE)),
        bold=bool(final.get(f"bold{script}")),
        italic=bool(final.get(f"italic{script}")),
        underline=bool(final.get("underline")),
        caps=caps,
        vertical=cast("Vertical", final.get("vertical", "baseline")),
        hidden=bool(final.get("hidden")),
        color=cast("str | None", final.get("color", "auto")),
        small_caps=bool(final.get("small_caps")) and not caps,
        scale_percent=cast("float | None", final.get("scale", 100.0)),
        spacing_pt=cast("float | None", final.get("spacing", 0.0)),
    )


def paragraph_format(
    final: Declared, automatic_pt: float, letter_pt: float | None
) -> ParagraphFormat:
    """The look of a paragraph.

    Args:
        final: The declarations that hold.
        automatic_pt: The space that is left to the application.
        letter_pt: The size of its letters: indents may be counted in them (17.3.1.12).
    """
    align = cast("Align", final.get("align", "left"))
    left, right = (_indent(final, side, letter_pt) for side in ("left", "right"))
    if final.get("right_to_left"):  # what stands first in a line is then on the right (17.3.1.6)
        align, left, right = _MIRRORED.get(align, align), right, left
    return ParagraphFormat(
        align=align,
        first_line_indent_mm=millimetres(_indent(final, "first", letter_pt)),
        left_indent_mm=millimetres(left),
        space_before_pt=_space(final, "before", automatic_pt),
        space_after_pt=_space(final, "after", automatic_pt),
        line_spacing=_line_spacing(final),
        right_indent_mm=millimetres(right),
    )


def _indent(final: Declared, name: str, letter_pt: float | None) -> float | None:
    """A length in points; what no level declares is nothing, what cannot be known is None."""
    letters = final.get(f"{name}_chars")
    if isinstance(letters, float):
        return None if letter_pt is None else letters * letter_pt
    return cast("float | None", final.get(name, 0.0))


def _space(final: Declared, name: str, automatic_pt: float) -> float | None:
    if final.get(f"{name}_auto"):
        return automatic_pt
    return cast("float | None", final.get(name, 0.0))


def _line_spacing(final: Declared) -> LineSpacing | None:
    amount = final.get("line", 12.0)
    if not isinstance(amount, float):
        return None
    rule = _RULES.get(str(final.get("line_rule")), "multiple")
    if rule == "multiple":
        return LineSpacing("multiple", round(amount / 12, 4))
    return LineSpacing(rule, amount)
