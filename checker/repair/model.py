"""What is to be put right in a file, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from ..words import Text

LetterProperty = Literal["size_pt", "bold", "italic", "underline", "font", "color"]
ParagraphProperty = Literal[
    "align", "first_line_indent_mm", "space_before_pt", "space_after_pt", "line_spacing"
]
PageProperty = Literal[
    "page_width_mm",
    "page_height_mm",
    "margin_top_mm",
    "margin_bottom_mm",
    "margin_left_mm",
    "margin_right_mm",
]
Property = LetterProperty | ParagraphProperty | PageProperty | Literal["page_number"]
Value = bool | float | str | None

LETTERS: frozenset[str] = frozenset(get_args(LetterProperty))
PARAGRAPHS: frozenset[str] = frozenset(get_args(ParagraphProperty))
PAGES: frozenset[str] = frozenset(get_args(PageProperty))
NAMES: dict[str, Text] = {
    "size_pt": Text("cỡ chữ (pt)", "font size (pt)"),
    "bold": Text("chữ đậm", "bold"),
    "italic": Text("chữ nghiêng", "italic"),
    "underline": Text("gạch chân", "underline"),
    "font": Text("phông chữ", "font"),
    "color": Text("màu chữ", "colour"),
    "align": Text("căn lề đoạn", "alignment"),
    "first_line_indent_mm": Text("lùi đầu dòng (mm)", "first line indent (mm)"),
    "space_before_pt": Text("khoảng cách trước đoạn (pt)", "space before (pt)"),
    "space_after_pt": Text("khoảng cách sau đoạn (pt)", "space after (pt)"),
    "line_spacing": Text("giãn dòng (số dòng)", "line spacing (lines)"),
    "page_width_mm": Text("chiều rộng trang (mm)", "page width (mm)"),
    "page_height_mm": Text("chiều cao trang (mm)", "page height (mm)"),
    "margin_top_mm": Text("lề trên (mm)", "top margin (mm)"),
    "margin_bottom_mm": Text("lề dưới (mm)", "bottom margin (mm)"),
    "margin_left_mm": Text("lề trái (mm)", "left margin (mm)"),
    "margin_right_mm": Text("lề phải (mm)", "right margin (mm)"),
    "page_number": Text("số trang", "page number"),
}


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """A paragraph by the reader's index, or characters of ``Paragraph.text`` in it.

    ``start`` counts from 0, ``end`` is the character after the last; None: from the first, to the
    last one.
    """

    index: int
    start: int | None = None
    end: int | None = None

    @property
    def text(self) -> Text:
        """The place in words."""
        if self.start is None and self.end is None:
            return Text(f"đoạn {self.index}", f"paragraph {self.index}")
        first, last = (self.start or 0) + 1, "…" if self.end is None else self.end
        return Text(
            f"đoạn {self.index}, ký tự {first}–{last}",
            f"paragraph {self.index}, characters {first}–{last}",
        )


@dataclass(frozen=True, slots=True)
class SectionPlace:
    """A section, by its number from 1."""

    number: int

    @property
    def text(self) -> Text:
        """The place in words."""
        return Text(f"phần {self.number}", f"section {self.number}")


@dataclass(frozen=True, slots=True)
class WholeDocument:
    """All paragraphs of the body, or all sections."""

    @property
    def text(self) -> Text:
        """The place in words."""
        return Text("toàn văn bản", "whole document")


Place = ParagraphPlace | SectionPlace | WholeDocument


@dataclass(frozen=True, slots=True)
class Repair:
    """One property at one place: a value, or bounds.

    With ``to`` every other value becomes this one. With ``least`` and ``greatest`` a value outside
    moves to the nearer bound. ``page_number`` takes ``True``.

    Raises:
        ValueError: The property is unknown, or the values do not suit it.
    """

    where: Place
    name: Property
    to: Value = None
    least: float | None = None
    greatest: float | None = None

    def __post_init__(self) -> None:
        if self.name not in NAMES:
            raise ValueError(f"no such property: {self.name}")
        bounded = self.least is not None or self.greatest is not None
        if bounded == (self.to is not None):
            raise ValueError("a repair has either a value or bounds")
        if bounded and self.name in _NOT_NUMBERS:
            raise ValueError(f"{self.name} has no bounds")
        if not bounded and not _suits(self.name, self.to):
            raise ValueError(f"{self.name} cannot be {self.to!r}")


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed: where, which property, its value before and after (None: unknown)."""

    where: Place
    name: Property
    before: Value
    after: Value

    @property
    def text(self) -> Text:
        """The change in one line."""
        place, name = self.where.text, NAMES[self.name]
        old, new = _shown(self.before), _shown(self.after)
        return Text(
            f"{place.vi}: {name.vi} {old.vi} → {new.vi}",
            f"{place.en}: {name.en} {old.en} → {new.en}",
        )


@dataclass(frozen=True, slots=True)
class Left:
    """What should have been changed and was not; ``code`` is stable, ``reason`` for people."""

    where: Place
    name: Property
    code: str
    reason: Text


@dataclass(frozen=True, slots=True)
class RepairReport:
    """Everything that was changed in one file, and everything that was left as it was."""

    changes: tuple[Change, ...]
    left: tuple[Left, ...]


_YES_OR_NO = ("bold", "italic", "underline", "page_number")
_WORDS = ("font", "color", "align")
_NOT_NUMBERS = frozenset((*_YES_OR_NO, *_WORDS))
_ALIGNMENTS = ("left", "center", "right", "justify")


def _suits(name: str, value: Value) -> bool:
    if name == "page_number":
        return value is True
    if name in _YES_OR_NO:
        return isinstance(value, bool)
    if name == "align":
        return value in _ALIGNMENTS
    if name in _WORDS:
        return isinstance(value, str) and bool(value.strip())
    return isinstance(value, int | float) and not isinstance(value, bool)


def _shown(value: Value) -> Text:
    if value is None:
        return Text("không rõ", "unknown")
    if isinstance(value, bool):
        return Text("có", "yes") if value else Text("không", "no")
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    return Text(_ALIGNED.get(shown, shown), shown)


_ALIGNED = {"left": "trái", "center": "giữa", "right": "phải", "justify": "đều hai bên"}
