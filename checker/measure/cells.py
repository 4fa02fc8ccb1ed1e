"""The cell that a value was read from: its place, and what lessens trust in it."""

from __future__ import annotations

from dataclasses import dataclass

from ..flags import FLAGS
from ..places import Source
from ..result import Evidence
from ..words import Text
from .query import SampledRow


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of one row of a source."""

    source: Source
    row: int
    field: str

    def flagged(self, *, known: bool) -> tuple[str, ...]:
        """The flags of the cell itself, if any; ``known``: whether its value is."""
        if not self.source.flags:
            return ()
        flags = self.source.flags.of_cell(self.field, self.row, known)
        return tuple(code for code in flags if code in FLAGS)

    def all_flags(self, *, known: bool) -> tuple[str, ...]:
        """The flags of the cell, of its row and of its sheet."""
        return (*self.flagged(known=known), *self.source.flags.of_row(self.row))


@dataclass(frozen=True, slots=True)
class Said:
    """What evidence says of a value, beside where it was seen."""

    label: Text
    value: Text
    expected: Text | None = None


def seen_in(row: SampledRow, cell: Cell | None, column: str, said: Said) -> Evidence:
    """Evidence of a value from a cell (None: from none)."""
    if cell is None:
        return Evidence("", Text("", ""), said.label, said.value, said.expected)
    known = row.get(column) is not None
    place = cell.source.place(cell.row, cell.field)
    flags = cell.all_flags(known=known)
    return Evidence(cell.source.file, place, said.label, said.value, said.expected, flags)
