"""The pieces of a page: the lines and sides of lines that a reader takes for separate ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..words import fold_tidy, tidy
from .model import Cell, Paragraph
from .seams import spans

_LETTER = re.compile(r"[^\W_]")  # or digit
_BLANK_ITEM = re.compile(r"[-–+]\s*[.…]{2,}[\s.…]*[;,.]?$")
_SLOT = re.compile(r"\{\{.*?\}\}")
_FOLDED = 260  # characters: of longer pieces only the beginning is ever looked at,
_BEGINNING = 100  # of which so many characters are enough
_CAPITALS = 500  # characters: no title is longer
_ROWS = 12  # rows: the tables of heads and feet have fewer


class Piece:
    """One line or side. Most are looked at and passed over, so their text is made when asked for.

    Args:
        order: Its number among the pieces.
        source: Its paragraph.
        typed: Its characters; capitals set by formatting are capitals.
        span: Its start and end in the visible characters of its paragraph.
        after_blank: Whether an empty paragraph or a typed line stands right before it.
    """

    __slots__ = ("_folded", "_text", "_typed", "after_blank", "order", "source", "span")

    def __init__(
        self, order: int, source: Paragraph, typed: str, span: tuple[int, int], after_blank: bool
    ) -> None:
        self.order = order
        self.source = source
        self.span = span
        self.after_blank = after_blank
        self._typed = typed
        self._text = ""
        self._folded = ""

    @property
    def text(self) -> str:
        """Its characters, tidy."""
        if not self._text:
            self._text = tidy(self._typed)
        return self._text

    @property
    def folded(self) -> str:
        """Its text folded; of long pieces the beginning."""
        if not self._folded:
            text = self.text
            self._folded = fold_tidy(text if len(text) <= _FOLDED else text[:_BEGINNING])
        return self._folded

    def may_begin(self, letter: str) -> bool:
        """A quick look before the text is made: whether it can begin with a letter."""
        first = self._typed.lstrip()[:1]
        return first.lower() == letter or not first.isascii()

    @property
    def paragraph(self) -> int:
        """The index of its paragraph."""
        return self.source.index

    @property
    def align(self) -> str:
        """The alignment of its paragraph."""
        return self.source.format.align

    @property
    def place(self) -> str:
        """The place of its paragraph."""
        return self.source.place

    @property
    def cell(self) -> Cell | None:
        """The cell of its paragraph."""
        return self.source.cell

    @property
    def dashed(self) -> bool:
        """Whether it is an item of a list."""
        return self.text.startswith(("-", "–", "—", "+", "*", "•"))

    @property
    def bold(self) -> bool:
        """Whether more than half of its characters are bold."""
        return _mostly_bold(self.source, *self.span)

    @property
    def upper(self) -> bool:
        """Whether it is written in capitals; a slot ``{{…}}`` of a template counts as such."""
        if len(self.text) > _CAPITALS:
            return False
        text = _SLOT.sub("", self.text) if "{{" in self.text else self.text
        letters = sum(map(str.isalpha, text))
        if not letters:
            return text is not self.text
        return sum(map(str.isupper, text)) >= 0.8 * letters


Found = list[tuple[str, Piece]]
"""Roles of the contract, each with a piece that plays it."""


def cut(paragraphs: Sequence[Paragraph]) -> tuple[Piece, ...]:
    """The pieces of all paragraphs that have letters or digits, in order; also blank list items.

    Tables of more rows than a head or a foot has are left out: they hold data.
    """
    data = {p.cell.table for p in paragraphs if p.cell and p.cell.row >= _ROWS}
    found: list[Piece] = []
    blank = False
    for paragraph in paragraphs:
        if paragraph.cell and paragraph.cell.table in data:
            continue
        shown = "".join(
            [
                run.text.upper() if run.format.caps else run.text
                for run in paragraph.runs
                if not run.format.hidden
            ]
        )
        before = len(found)
        for span in spans(shown):
            typed = shown[span[0] : span[1]]
            if _LETTER.search(typed) or _BLANK_ITEM.match(tidy(typed)):
                found.append(Piece(len(found), paragraph, typed, span, blank))
                blank = False
            else:
                blank = True
        blank = len(found) == before
    return tuple(found)


def _mostly_bold(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether more than half of the characters of a span are bold, white space not counted."""
    at, bold, total = 0, 0, 0
    for run in paragraph.runs:
        if run.format.hidden:
            continue
        inside = run.text[max(start - at, 0) : max(end - at, 0)]
        count = len("".join(inside.split()))
        total += count
        bold += count if run.format.bold else 0
        at += len(run.text)
    return 2 * bold > total
