"""Lines below a header become typed rows; what is no row of data is told from what is refused.

A line counts as data as soon as anything in it speaks for that. A refused row is handed on with
every value unknown, so that no count may pretend that it is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from ..places import Source
from ..tables import FieldSpec
from ..words import Text, fold
from .breadth import MOST_COLUMNS, fitted, too_many_cells
from .cells import CellFault, Reader, blank_value, is_blank, reader_for, shown
from .day_order import DayOrder
from .headings import header_key, line_keys
from .hidden import ranges
from .model import Row, Sink, Value
from .recognise import Header
from .remarks import Remarks
from .sheets import Cell, Line, Notices, UnreadCell
from .times import time_in

BATCH = 10_000
_MEMO = 20_000
_TOTAL = re.compile(r"(?:tong|tong cong|tong so|cong)\s*(?:[:.(].*|[0-9].*)?")
_LIKE_CODE = re.compile(r"[0-9]\s*[.,]\s*[0-9o]{2}", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"[0-9]{1,2}|[A-Za-z]")


@dataclass(slots=True)
class Counts:
    """Rows of one table in one file: read = kept + refused."""

    read: int = 0
    kept: int = 0
    refused: int = 0

    def add(self, other: Counts) -> None:
        """Count another sheet's rows with these."""
        self.read += other.read
        self.kept += other.kept
        self.refused += other.refused


@dataclass(slots=True)
class _Column:
    """One recognised column: where it stands, how it is read, what was read before.

    ``index`` counts in a line's cells, ``order`` in the table's fields. ``memo`` holds texts that
    are neither blank nor faulty: registers say the same few things a million times. ``remarked``
    are the codes of those of them that were remarked on.
    """

    name: str
    index: int
    order: int
    label: str
    spec: FieldSpec
    is_text: bool
    blank: Value
    read: Reader
    days: DayOrder | None
    memo: dict[str, Value] = field(default_factory=dict)
    remarked: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def value(self, cell: Cell) -> Value:
        """Read a cell that is not blank.

        Raises:
            CellFault: It cannot be read for certain.
        """
        value = self.read(cell)
        if isinstance(cell, str):
            if len(self.memo) >= _MEMO:
                self.memo.clear()
                self.remarked.clear()
            self.memo[cell] = value
        return value


@dataclass(slots=True)
class _Taken:
    """One line as read: values in the order of the fields, faults, what cells are filled."""

    values: list[Value]
    faults: list[tuple[_Column, CellFault]] = field(default_factory=list)
    filled: int = 0
    speaks: bool = False
    """Whether a filled cell other than text could be read, or holds a formula: only data does."""


def emit_rows(
    lines: Iterable[Line],
    header: Header,
    target: tuple[Sink, int, Source],
    notices: Notices,
) -> Counts:
    """Type the lines below a header and hand them on in batches.

    Args:
        lines: The lines after the header's own.
        header: What the columns are.
        target: The sink, the number that it gave the source, and the source (for places).
        notices: Takes what could not be read and which lines are no data.
    """
    sink, number, source = target
    typist = _Typist(header, source, notices)
    batch: list[Row] = []
    for row in typist.rows(lines):
        batch.append(row)
        if len(batch) == BATCH:
            sink.rows(number, batch)
            batch = []
    if batch:
        sink.rows(number, batch)
    for field_ in typist.doubts():
        sink.doubt(number, field_)
    typist.say_not_data()
    return typist.counts


class _Typist:
    """Walks the lines of one sheet."""

    def __init__(self, header: Header, source: Source, notices: Notices) -> None:
        self._header = header
        self._source = source
        self._notices = notices
        fields = header.spec.fields
        self._columns = [
            _Column(
                name=name,
                index=header.columns[name],
                order=order,
                label=header.labels[name],
                spec=spec,
                is_text=spec.type == "text",
                blank=blank_value(spec),
                read=reader_for(spec),
                days=DayOrder() if spec.type == "date" else None,
            )
            for order, (name, spec) in enumerate(fields.items())
            if name in header.columns
        ]
        self._unknown: tuple[Value, ...] = (None,) * len(fields)
        self._written = _beside(header, "as_written")
        self._times = _beside(header, "time_of")
        self._key = header.spec.key
        self._key_index = header.columns.get(self._key, -1)
        self._key_is_text = fields[self._key].type == "text"
        delimited = source.kind == "delimited"
        self._width = header.width if delimited else MOST_COLUMNS
        self._fitted = partial(fitted, width=header.width) if delimited else _as_they_are
        self._remarks = Remarks(source.kind == "sheet")
        self._not_data: list[int] = []
        self._header_ended = header.row
        self.counts = Counts()

    def rows(self, lines: Iterable[Line]) -> Iterator[Row]:
        for number, cells in lines:
            if all(is_blank(cell) for cell in cells):
                continue
            cells = self._fitted(cells)
            taken = self._read(cells, number)
            key = cells[self._key_index] if 0 <= self._key_index < len(cells) else None
            key_fault = next((f for c, f in taken.faults if c.name == self._key), None)
            if len(cells) > self._width and key_fault is None:
                key_fault = too_many_cells(len(cells), self._width)
            lost = is_blank(key) or (key_fault is not None and key_fault.value is None)
            if self._is_no_data(number, cells, key, taken, lost):
                self._not_data.append(number)
                continue
            self.counts.read += 1
            if lost or self._is_lone_text(cells, key):
                self.counts.refused += 1
                self._say_refused(number, key_fault)
                yield number, self._as_written(self._unknown, cells)
            else:
                self.counts.kept += 1
                self._say_faults(number, taken)
                yield number, self._as_written(self._timed(taken.values, cells), cells)

    def _as_written(self, values: Sequence[Value], cells: list[Cell]) -> tuple[Value, ...]:
        """The values, with the texts of cells put in that are kept as they stand."""
        if not self._written:
            return tuple(values)
        kept = list(values)
        for order, index in self._written:
            if index < len(cells) and not is_blank(cells[index]):
                kept[order] = shown(cells[index])
        return tuple(kept)

    def _timed(self, values: list[Value], cells: list[Cell]) -> list[Value]:
        """The values, with the times put in that stand beside a date in its cell."""
        for order, index in self._times:
            values[order] = time_in(cells[index]) if index < len(cells) else None
        return values

    def _read(self, cells: list[Cell], row: int) -> _Taken:
        taken, width = _Taken(list(self._unknown)), len(cells)
        for column in self._columns:
            cell = cells[column.index] if column.index < width else None
            if isinstance(cell, str) and cell in column.memo:
                taken.values[column.order] = column.memo[cell]
                if column.remarked:
                    self._flag(column, row, column.remarked.get(cell, ()))
                taken.filled += 1
                taken.speaks |= not column.is_text
            elif isinstance(cell, UnreadCell) and not cell.there:
                taken.faults.append((column, CellFault(cell.code, cell.text)))
            elif is_blank(cell):
                taken.values[column.order] = column.blank
            else:
                self._look(cell, column, row)
                self._read_cell(cell, column, taken)
        return taken

    def _look(self, cell: Cell, column: _Column, row: int) -> None:
        """Note what lessens trust in a cell, read or not."""
        if isinstance(cell, str):
            codes = self._remarks.look(
                cell, column.spec, column.label, lambda: self._place(row, column)
            )
            if codes:
                column.remarked[cell] = codes
                self._flag(column, row, codes)
        if column.days:
            column.days.see(cell, lambda: self._place(row, column))

    def _flag(self, column: _Column, row: int, codes: Iterable[str]) -> None:
        for code in codes:
            self._source.flags.mark(column.name, row, code)

    def _place(self, row: int, column: _Column) -> str:
        return self._source.place(row, column.name).vi

    def doubts(self) -> Iterator[str]:
        """The fields whose dates may have day and month exchanged; says all remarks."""
        self._remarks.say(self._notices)
        for column in self._columns:
            why = column.days.doubt() if column.days else None
            if why:
                place = self._source.place(self._header.row, column.name).vi
                text = Text(f"cột '{column.label}': {why.vi}", f"column '{column.label}': {why.en}")
                self._notices.say(place, "ambiguous_day_month", text)
                flagged = self._source.flags.columns.setdefault(column.name, set())
                flagged.add("ambiguous_day_month")
                yield column.name

    @staticmethod
    def _read_cell(cell: Cell, column: _Column, taken: _Taken) -> None:
        taken.filled += 1
        try:
            taken.values[column.order] = column.value(cell)
            taken.speaks |= not column.is_text
        except CellFault as fault:
            taken.values[column.order] = fault.value
            taken.faults.append((column, fault))
            taken.speaks |= fault.value is not None or isinstance(cell, UnreadCell)

    def _is_no_data(
        self, number: int, cells: list[Cell], key: Cell, taken: _Taken, lost: bool
    ) -> bool:
        """Headings, totals, footers, the header again, and a row that numbers the columns."""
        if (lost or self._key_is_text) and self._is_header_again(cells):
            self._header_ended = number
            return True
        if not lost and not self._key_is_text:
            return False
        first = next((cell for cell in cells if not is_blank(cell)), None)
        if isinstance(first, str) and _TOTAL.fullmatch(fold(first[:80])):
            return True
        if number == self._header_ended + 1 and _numbers_columns(cells):
            return True
        if not lost:
            return False
        like_code = isinstance(key, str) and bool(_LIKE_CODE.search(key))
        return not taken.speaks and taken.filled <= 2 and not like_code

    def _is_header_again(self, cells: list[Cell]) -> bool:
        """Whether most of a line, and most of a row of the header, are the same words."""
        key = cells[self._key_index] if 0 <= self._key_index < len(cells) else None
        for line in self._header.lines:
            if header_key(key) != line.get(self._key_index, ""):
                continue  # one look is enough for almost every row of a million
            same = sum(header_key(cells[at]) == key for at, key in line.items() if at < len(cells))
            if same * 2 > len(line) and same * 2 > len(line_keys(cells)):
                return True
        return False

    def _is_lone_text(self, cells: list[Cell], key: Cell) -> bool:
        """A text alone on its line may be a heading or a row: what it says is not known."""
        return (
            self._key_is_text
            and len(self._columns) > 1
            and sum(not is_blank(cell) for cell in cells) == 1
        )

    def _say_faults(self, row: int, taken: _Taken) -> None:
        for column, fault in taken.faults:
            place = self._source.place(row, column.name).vi
            text = Text(
                vi=f"cột '{column.label}': {fault.text.vi}",
                en=f"column '{column.label}': {fault.text.en}",
            )
            self._notices.count(place, fault.code, text)
            self._flag(column, row, (fault.code,))

    def _say_refused(self, row: int, fault: CellFault | None) -> None:
        title = self._header.spec.fields[self._key].title
        why_vi = fault.text.vi if fault else "ô này trống hoặc đứng một mình trên dòng"
        why_en = fault.text.en if fault else "the cell is blank or alone on its line"
        text = Text(
            vi=f"dòng này không được nhận vì thiếu '{title.vi}': {why_vi}; hãy bổ sung",
            en=f"the row is refused for want of '{title.en}': {why_en}; fill it in",
        )
        self._notices.count(self._source.place(row, self._key).vi, "row_refused", text)
        self._source.flags.mark_row(row, "row_refused")

    def say_not_data(self) -> None:
        """One notice for all lines that were not taken for data."""
        if not self._not_data:
            return
        listed = ranges(self._not_data)
        text = Text(
            vi=f"{len(self._not_data)} dòng không phải dữ liệu (tiêu đề nhóm, dòng cộng, chữ ký) "
            f"nên không đếm: {listed}",
            en=f"{len(self._not_data)} lines are no data (group headings, totals, signatures) "
            f"and are not counted: {listed}",
        )
        self._notices.say(self._source.sheet, "not_data", text)


def _beside(header: Header, of: str) -> tuple[tuple[int, int], ...]:
    """Fields without a column of their own: their order, and in which column they are told."""
    told = (
        (order, header.columns.get(getattr(spec, of)))
        for order, (name, spec) in enumerate(header.spec.fields.items())
        if name not in header.columns
    )
    return tuple((order, index) for order, index in told if index is not None)


def _as_they_are(cells: list[Cell]) -> list[Cell]:
    return cells


def _numbers_columns(cells: list[Cell]) -> bool:
    """Whether a line is the row of column numbers, (1) (2) (3) or A B C, of official forms."""
    seen = [shown(cell).strip("() ") for cell in cells if not is_blank(cell)]
    if len(seen) < 2 or not all(_COLUMN_NUMBER.fullmatch(text) for text in seen):
        return False
    places = [int(text) if text.isdigit() else ord(text.upper()) for text in seen]
    return places == list(range(places[0], places[0] + len(places)))
