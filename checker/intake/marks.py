"""Rows and columns that a worksheet hides, and cells that it merges (ECMA-376 part 1, 18.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .facts import SheetFacts, column_number
from .merged import Area

_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']""")
_ROW_OR_COLUMN = re.compile(rb"<(?:\w+:)?(row|col)\b([^>]*)>")
_NUMBER = re.compile(rb"""\b(r|min|max)\s*=\s*["']([0-9]{1,7})["']""")
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"""
)
_MOST_COLUMNS = 16_384


def note_marks(piece: bytes, facts: SheetFacts) -> None:
    """Gather what a piece of a worksheet hides or merges; no tag is cut between two pieces."""
    if b"hidden" in piece:
        for kind, attributes in _ROW_OR_COLUMN.findall(piece):
            if _HIDDEN.search(attributes):
                _note_hidden(kind, attributes, facts)
    if b"mergeCell" in piece:
        facts.merged.extend(_areas(piece))


def _note_hidden(kind: bytes, attributes: bytes, facts: SheetFacts) -> None:
    numbers = {name: int(number) for name, number in _NUMBER.findall(attributes)}
    if kind == b"row" and b"r" in numbers:
        facts.hidden_rows.append(numbers[b"r"])
    elif kind == b"col" and b"min" in numbers:
        last = min(numbers.get(b"max", numbers[b"min"]), _MOST_COLUMNS)
        facts.hidden_columns.extend(range(numbers[b"min"], last + 1))


def _areas(piece: bytes) -> Iterator[Area]:
    for left, top, right, bottom in _MERGED.findall(piece):
        first, last = column_number(left), column_number(right)
        if first <= last <= _MOST_COLUMNS:
            yield int(top), first, int(bottom), last
