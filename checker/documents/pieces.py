"""A paragraph cut into the pieces that a reader takes for separate lines or sides.

Line breaks cut; tabs and wide gaps cut the left side of a header from its right side, but not
where the gap is a blank to be filled in ("Số:      /QĐ-UBND", "ngày    tháng    năm").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..words import fold, tidy
from .model import Cell, Paragraph

_LINES = re.compile(r"[^\n\f]*")
_GAP = re.compile(r"[ \u00a0\u2002\u2003]*\t[\s\u00a0]*|[ \u00a0\u2002\u2003]{3,}")
_CUT = re.compile(r"[\n\f\t]|[ \u00a0\u2002\u2003]{3}")
_BLANK_AFTER = re.compile(r"(?:\bso\s*:?|/|\bngay|\bthang|\bnam|\bgui\s*:)[\s.…_]*$")
_BLANK_BEFORE = re.compile(
    r"[\s.…_]*(?:/|ngay\b|thang\b|nam\b|[\d.…_]+\s*/|[\d.…_]+$|[\d.…_]+\s*thang\b)"
)
_SLOT = re.compile(r"\{\{.*?\}\}")
_HEADER_LINE = 130  # characters: the longest line with two sides
_FOLDED = 260  # characters: of longer pieces only the beginning is ever looked at
_ROWS = 12  # rows: the tables of heads and feet have fewer
LONGEST = 600
"""Characters of the longest piece that may be a component; longer ones are body text."""


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
    def bold(self) -> bool:
        """Whether more than half of its characters are bold."""
        return _mostly_bold(self.source, *self.span)

    @property
    def upper(self) -> bool:
        """Whether it is written in capitals; a slot ``{{…}}`` of a template counts as such."""
        letters = [c for c in _SLOT.sub("", self.text) if c.isalpha()]
        if not letters:
            return bool(_SLOT.search(self.text))
        return sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def cut(paragraphs: Sequence[Paragraph]) -> tuple[Piece, ...]:
    """The pieces of all paragraphs that have letters or digits, in order.

    Text boxes are left out, and tables of more rows than a head or a foot has: they hold data.
    """
    data = {p.cell.table for p in paragraphs if p.cell and p.cell.row >= _ROWS}
    found: list[Piece] = []
    blank = False
    for paragraph in paragraphs:
        if paragraph.place == "textbox" or (paragraph.cell and paragraph.cell.table in data):
            continue
        pieces = list(_pieces(paragraph, len(found), blank))
        blank = not pieces
        found.extend(pieces)
    return tuple(found)


def _pieces(paragraph: Paragraph, order: int, blank: bool) -> Iterator[Piece]:
    visible = [run for run in paragraph.runs if not run.format.hidden]
    shown = "".join(r.text.upper() if r.format.caps else r.text for r in visible)
    for start, end in _spans(shown):
        text = tidy(shown[start:end])
        if not any(c.isalnum() for c in text):
            blank = True
            continue
        folded = fold(text if len(text) <= _FOLDED else text[:_FOLDED])
        yield Piece(
            order=order,
            text=text,
            folded=folded,
            source=paragraph,
            span=(start, end),
            after_blank=blank,
        )
        order, blank = order + 1, False


def _spans(shown: str) -> Iterator[tuple[int, int]]:
    """Lines, and the sides of short lines; running text is not cut at its gaps."""
    if len(shown) > LONGEST or not _CUT.search(shown):
        yield 0, len(shown)
        return
    for line in _LINES.finditer(shown):
        if len(tidy(line[0])) > _HEADER_LINE:
            yield line.span()
        else:
            yield from _sides(shown, *line.span())


def _sides(shown: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line cut at its gaps, blanks to be filled in left whole."""
    begin = start
    for gap in _GAP.finditer(shown, start, end):
        left, right = fold(shown[begin : gap.start()]), fold(shown[gap.end() : end])
        if not left or _BLANK_AFTER.search(left) or _BLANK_BEFORE.match(right):
            continue
        yield begin, gap.start()
        begin = gap.end()
    yield begin, end


def _mostly_bold(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether more than half of the characters of a span are bold, white space not counted."""
    at, bold, total = 0, 0, 0
    for run in paragraph.runs:
        if run.format.hidden:
            continue
        inside = run.text[max(start - at, 0) : max(end - at, 0)]
        count = sum(not c.isspace() for c in inside)
        total += count
        bold += count if run.format.bold else 0
        at += len(run.text)
    return 2 * bold > total
