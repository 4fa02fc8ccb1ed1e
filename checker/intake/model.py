"""What intake hands on: rows to a sink, and one account for every file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..places import Notice, Source
from ..words import Text

Value = str | int | float | bool | dt.date | tuple[str, ...] | None
Row = tuple[int, tuple[Value, ...]]
"""A row number (from 1 as a person counts; a paragraph index from 0) and the values in the order
of the table's fields. ``None`` is unknown. A refused row is handed on with every value unknown:
it exists, and what it says is not known, so no count may pretend that it is not there."""

NEVER = dt.date.max
"""The date of an event that has not happened (the last day that a date can hold)."""


class Sink(Protocol):
    """Where rows go: the store, or a list in a test."""

    def begin(self, unit: int, source: Source) -> int:
        """Register a source of a unit and return its number."""

    def rows(self, source: int, rows: Sequence[Row]) -> None:
        """Take a batch of rows of a source that has begun."""

    def doubt(self, source: int, field: str) -> None:
        """Make the dates of a field unknown in which day and month may be exchanged.

        In all rows taken: those whose day is at most 12 and not the month's number.
        """


@dataclass(frozen=True, slots=True)
class FileAccount:
    """What became of one table in one file: read = kept + refused.

    ``table`` is empty where the file was not recognised or could not be read. ``may_hide`` names
    the registers of which the file may hold rows that were not read: no count of theirs is then
    complete. ``places`` are where its rows stand, from the first to the last of each sheet.
    """

    file: str
    sha256: str
    table: str
    rows_read: int = 0
    rows_kept: int = 0
    rows_refused: int = 0
    notices: tuple[Notice, ...] = field(default=())
    may_hide: tuple[str, ...] = ()
    places: tuple[Text, ...] = ()
