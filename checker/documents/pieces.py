"""The pieces of a page: the lines and sides of lines that a reader takes for separate ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..words import fold, tidy
from .model import Cell, Paragraph
from .seams import spans

_BLANK_ITEM = re.compile(r"[-–+]\s*[.…]{2,}[\s.…]*[;,.]?$")
_SLOT = re.compile(r"\{\{.*?\}\}")
_FOLDED = 260  # characters: of longer pieces only the beginning is ever looked at,
_BEGINNING = 100  # of which so many characters are enough
_CAPITALS = 500  # characters: no title is longer
_ROWS = 12  # rows: the tables of heads and feet have fewer


@dataclass(frozen=True, slots=True)
class Piece:
    """One line or side. ``text`` is tidy and as shown (capitals set by formatting are capitals).

    ``after_blank`` tells that an empty paragraph or a typed line stands right before it.
    """

    order: int
    text: str
    folded: str
    source: Paragraph
    span: tuple[int, int]
    after_blank: bool

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
        pieces = list(_pieces(paragraph, len(found), blank))
        blank = not pieces
        found.extend(pieces)
    return tuple(found)


def _pieces(paragraph: Paragraph, order: int, blank: bool) -> Iterator[Piece]:
    visible = [run for run in paragraph.runs if not run.format.hidden]
    shown = "".join(r.text.upper() if r.format.caps else r.text for r in visible)
    for start, end in spans(shown):
        text = tidy(shown[start:end])
        if not any(c.isalnum() for c in text) and not _BLANK_ITEM.match(text):
            blank = True
            continue
        folded = "".join(map(_folded, text if len(text) <= _FOLDED else text[:_BEGINNING]))
        yield Piece(
            order=order,
            text=text,
            folded=folded,
            source=paragraph,
            span=(start, end),
            after_blank=blank,
        )
        order, blank = order + 1, False


@cache
def _folded(character: str) -> str:
    """One character of tidy text as ``fold`` makes it: a table that fills itself."""
    return " " if character == " " else fold(character)


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
