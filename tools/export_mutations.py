"""Ways to change an export: its cells, its headers, its bytes; and what may follow from each."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import openpyxl
from motcua.checker.intake.headings import header_key
from motcua.checker.intake.recognise import Header, Hints, recognise
from motcua.checker.intake.sheets import Line, Notices, Sheet
from motcua.tools.open_spreadsheet import write_ods
from motcua.tools.samples.registers import restamped

Cell = str | int | float | dt.date | None
Rows = list[list[Cell]]
_TYPED = frozenset(("date", "code", "bool", "choice", "choices"))
_GARBAGE = ("???", "không rõ lắm", "#N/A", "99/99/9999", "1.OO4222", "<>", "x y z", "=1+1")


@dataclass(slots=True)
class Grid:
    """One sheet of a register: its rows, and where its header stands."""

    name: str
    rows: Rows
    header: Header

    @property
    def top(self) -> int:
        """The index of the header's row."""
        return self.header.row - 1

    def cells(self, wanted: Callable[[str, Cell], bool]) -> list[tuple[int, int, str]]:
        """Row, column and field type of the filled cells that are wanted."""
        fields = self.header.spec.fields
        return [
            (down, at, fields[name].type)
            for down in range(self.top + 1, len(self.rows))
            for name, at in self.header.columns.items()
            if at < len(self.rows[down])
            and self.rows[down][at] not in (None, "")
            and wanted(fields[name].type, self.rows[down][at])
        ]


@dataclass(frozen=True, slots=True)
class Mutation:
    """A changed export.

    ``may`` says what is provable: ``same`` (nothing changes), ``less`` (a verdict stays or is not
    given), ``other`` (the data are other data). ``instead`` is the whole file to compare with,
    where that is not the original.
    """

    kind: str
    suffix: str
    content: bytes
    may: str
    instead: bytes | None = None


def load(path: Path) -> list[Grid]:
    """The registers of a file, in the order of its sheets."""
    if path.suffix == ".csv":
        text = path.read_text(encoding="utf-8-sig")
        mark = max(",;\t", key=text.split("\n", 1)[0].count)
        return _grids([("", [list(row) for row in csv.reader(io.StringIO(text), delimiter=mark)])])
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = ((s.title, [[_plain(v) for v in row] for row in s.values]) for s in book.worksheets)
    return _grids(sheets)


def _plain(value: object) -> Cell:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, str | int | float | dt.date) else None


def _grids(sheets: Iterable[tuple[str, Rows]]) -> list[Grid]:
    found: list[Grid] = []
    for name, rows in sheets:
        lines: list[Line] = [(number, [*row]) for number, row in enumerate(rows[:40], start=1)]
        header = recognise(Sheet("sheet", name, 1, iter(())), lines, Hints(), Notices(""))
        if header:
            found.append(Grid(name or "So", rows, header))
    return found


def write(grids: Sequence[Grid], suffix: str) -> bytes:
    """The registers in a format; ``.csv``, ``.json`` and ``.xml`` hold one only."""
    return _WRITERS[suffix](grids)


def suffixes(grids: Sequence[Grid]) -> tuple[str, ...]:
    """The formats that can hold so many registers."""
    return (".xlsx", ".ods") if len(grids) > 1 else tuple(_WRITERS)


def _xlsx(grids: Sequence[Grid]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        sheet = book.create_sheet(grid.name)
        for row in grid.rows:
            sheet.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return restamped(buffer)


def _ods(grids: Sequence[Grid]) -> bytes:
    return write_ods([(grid.name, grid.rows) for grid in grids])


def _csv(grids: Sequence[Grid]) -> bytes:
    buffer = io.StringIO()
    width = max(map(len, grids[0].rows))
    for row in grids[0].rows:
        shown = [_shown(cell) for cell in row]
        csv.writer(buffer).writerow(shown + [""] * (width - len(shown)))
    return buffer.getvalue().encode()


def _records(grid: Grid) -> list[dict[str, Cell]]:
    labels = [str(cell) if cell not in (None, "") else "" for cell in grid.rows[grid.top]]
    return [
        {label: (row[at] if at < len(row) else None) for at, label in enumerate(labels) if label}
        for row in grid.rows[grid.top + 1 :]
    ]


def _json(grids: Sequence[Grid]) -> bytes:
    return json.dumps(_records(grids[0]), ensure_ascii=False, default=str, indent=1).encode()


def _xml(grids: Sequence[Grid]) -> bytes:
    rows = (
        "".join(f"<cot ten={quoteattr(n)}>{escape(_shown(c))}</cot>" for n, c in record.items())
        for record in _records(grids[0])
    )
    return f"<so>{''.join(f'<dong>{row}</dong>' for row in rows)}</so>".encode()


def _shown(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else str(cell)


_WRITERS: Mapping[str, Callable[[Sequence[Grid]], bytes]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".json": _json,
    ".xml": _xml,
    ".ods": _ods,
}


def mutate(path: Path, chance: random.Random) -> Mutation:
    """Change one export in one way; the same state of chance gives the same bytes."""
    grids = load(path)
    suffix = chance.choice(suffixes(grids))
    kind = chance.choice(list(_OF_CELLS) + list(_OF_BYTES))
    if kind in _OF_CELLS:
        may = _OF_CELLS[kind](chance.choice(grids), chance)
        return Mutation(kind, suffix, write(grids, suffix), may)
    return _OF_BYTES[kind](write(grids, suffix), suffix, chance)


def _as_it_is(grid: Grid, chance: random.Random) -> str:
    return "same"


def _retyped(grid: Grid, chance: random.Random) -> str:
    """The same meaning in another form."""
    for down, at, kind in _some(grid, chance, lambda kind, _: kind in ("date", "code", "bool")):
        cell = grid.rows[down][at]
        if kind == "code":
            grid.rows[down][at] = chance.choice(
                (f"{cell}.H20", f" {cell} ", f"{cell}.000.00.00.H20")
            )
        elif kind == "bool" and cell == "x":
            grid.rows[down][at] = chance.choice(("X", "Có", "✓", " đã"))
        elif isinstance(cell, dt.date):
            grid.rows[down][at] = chance.choice(
                (
                    f"{cell:%d/%m/%Y}",
                    cell.isoformat(),
                    f"ngày {cell.day} tháng {cell.month} năm {cell.year}",
                    (cell - dt.date(1899, 12, 30)).days,
                )
            )
    return "less"  # a column of both kinds of days may come under suspicion


def _destroyed(grid: Grid, chance: random.Random) -> str:
    for down, at, _ in _some(grid, chance, lambda kind, _: kind in _TYPED):
        grid.rows[down][at] = chance.choice(_GARBAGE)
    return "less"


def _misspelt(grid: Grid, chance: random.Random) -> str:
    spec = grid.header.spec
    known = {header_key(w) for f in spec.fields.values() for w in (f.title.vi, *f.headers)}
    at = chance.choice(sorted(grid.header.columns.values()))
    label = str(grid.rows[grid.top][at])
    place = chance.randrange(len(label))
    letter = chance.choice("aeghnotuy")
    new = chance.choice(
        (label[:place] + letter + label[place:], label[:place] + label[place + 1 :])
    )
    if header_key(new) in known | {name.replace("_", " ") for name in spec.fields}:
        new = f"{label} qq"
    grid.rows[grid.top][at] = new
    return "less"


def _without_column(grid: Grid, chance: random.Random) -> str:
    at = chance.choice(sorted(grid.header.columns.values()))
    for row in grid.rows:
        del row[at : at + 1]
    return "less"


def _swapped(grid: Grid, chance: random.Random) -> str:
    cells = grid.cells(lambda *_: True)
    (down, at, _), (under, to, _) = chance.choice(cells), chance.choice(cells)
    rows = grid.rows
    rows[down][at], rows[under][to] = rows[under][to], rows[down][at]
    return "other"


def _of_another_type(grid: Grid, chance: random.Random) -> str:
    odd: tuple[Cell, ...] = (0, -1, 1e308, 43895, 3.5, dt.date(2026, 1, 1), "", "x" * 9000, "=1+1")
    for down, at, _ in _some(grid, chance, lambda *_: True):
        grid.rows[down][at] = chance.choice(odd)
    return "other"


def _lines_moved(grid: Grid, chance: random.Random) -> str:
    """Rows twice, left out, in another order: still a register, but another one."""
    below = grid.rows[grid.top + 1 :]
    chance.shuffle(below)
    grid.rows[grid.top + 1 :] = below[chance.randrange(3) :] + below[: chance.randrange(3)]
    return "other"


def _some(
    grid: Grid, chance: random.Random, wanted: Callable[[str, Cell], bool]
) -> list[tuple[int, int, str]]:
    cells = grid.cells(wanted)
    return chance.sample(cells, min(len(cells), chance.choice((1, 1, 2, 3, 8, 40))))


def _cut(content: bytes, suffix: str, chance: random.Random) -> Mutation:
    at = chance.randrange(len(content))
    instead = None
    if suffix == ".csv":
        # The line that was cut would have been whole; that lines are gone nobody can see.
        instead = content[: content.find(b"\n", at) + 1]
    return Mutation("cut", suffix, content[:at], "less", instead)


def _left_out(content: bytes, suffix: str, chance: random.Random) -> Mutation:
    """Cells that their row does not have, where a format can leave one out."""
    if suffix == ".csv":
        lines = content.split(b"\r\n")
        at = chance.randrange(len(lines))
        places = [n for n, byte in enumerate(lines[at]) if byte == ord(",")]
        if places and b'"' not in lines[at]:
            lines[at] = lines[at][: chance.choice(places)]
        content = b"\r\n".join(lines)
    elif suffix == ".json":
        records = json.loads(content)
        record = chance.choice(records)
        record.pop(chance.choice(list(record)))
        content = json.dumps(records, ensure_ascii=False).encode()
    elif suffix == ".xml":
        cells = list(re.finditer(rb"<cot .*?</cot>", content))
        gone = chance.choice(cells)
        content = content[: gone.start()] + content[gone.end() :]
    return Mutation("left out", suffix, content, "less")


def _flipped(content: bytes, suffix: str, chance: random.Random) -> Mutation:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    packed = suffix in (".xlsx", ".ods")
    return Mutation("flipped", suffix, bytes(damaged), "less" if packed else "other")


_OF_CELLS: Mapping[str, Callable[[Grid, random.Random], str]] = {
    "as it is": _as_it_is,
    "retyped": _retyped,
    "destroyed": _destroyed,
    "misspelt": _misspelt,
    "without a column": _without_column,
    "swapped": _swapped,
    "of another type": _of_another_type,
    "lines moved": _lines_moved,
}
_OF_BYTES: Mapping[str, Callable[[bytes, str, random.Random], Mutation]] = {
    "cut": _cut,
    "left out": _left_out,
    "flipped": _flipped,
}
