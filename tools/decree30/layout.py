"""How an office builds its files: one of the ways to say each thing in Word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from .dress import Direct, Dress, Styled
from .looks import Looks, Measures, looks

Head = Literal["two_columns", "three_columns", "tabs", "one_column"]
RuleKind = Literal["drawing", "vml", "border"]


@dataclass(frozen=True, slots=True)
class Page:
    """A4 and margins in twips, as Word writes them for whole centimetres and halves."""

    width: int = 11906
    height: int = 16838
    top: int = 1134
    bottom: int = 1134
    left: int = 1701
    right: int = 1134

    @property
    def text_mm(self) -> float:
        """The width of the text."""
        return (self.width - self.left - self.right) * 25.4 / 1440


@dataclass(frozen=True, slots=True)
class Layout:
    """The choices of an office."""

    measures: Measures = field(default_factory=Measures)
    page: Page = field(default_factory=Page)
    styled: bool = False
    head: Head = "two_columns"
    rule: RuleKind = "drawing"
    stamps: Literal["frame", "box"] = "frame"
    field: Literal["simple", "complex"] = "simple"

    @property
    def looks(self) -> Looks:
        """Every role's look."""
        return looks(self.measures)

    @property
    def dress(self) -> Dress:
        """How the looks are said."""
        return Styled(self.looks) if self.styled else Direct(self.looks)


_B = {
    "text": 13,
    "indent": 12.7,
    "before": 0,
    "after": 6,
    "national_name": 13,
    "motto": 14,
    "agency": 13,
    "subject": 13,
    "contact": 12,
}
_SPACINGS: dict[str, dict[str, Any]] = {
    "single": {},
    "one_and_a_half": {"line": 360},
    "exactly_18": {"line": 360, "rule": "exact"},
    "at_least_18": {"line": 360, "rule": "atLeast"},
}


def layout_a() -> Layout:
    """A table of two columns, direct formatting, rules in DrawingML, 14 points, 1 cm."""
    return Layout()


def layout_b(
    head: Head = "two_columns", rule: RuleKind = "vml", spacing: str = "one_and_a_half"
) -> Layout:
    """Styles that inherit, 13 points, 1.27 cm, the margins' other ends."""
    return Layout(
        measures=Measures(**{**_B, **_SPACINGS[spacing]}),
        page=Page(top=1418, bottom=1418, left=1985, right=851),
        styled=True,
        head=head,
        rule=rule,
        stamps="box",
        field="complex",
    )
