"""Tests beside a criterion, as data: small tables in, the verdict that the law would give out.

``<ID>.cases.yaml`` lies beside ``<ID>.yaml``. A field left out is an empty cell (the table's
``blank`` says what that means); ``null`` is a value that nobody knows; a table left out was not
handed in.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal

from pydantic import Field

from ..errors import Diagnostic, RulesError
from ..intake.cells import blank_value
from ..intake.model import NEVER, Row, Value
from ..intake.times import time_in
from ..intake.unit import Level
from ..marked_yaml import Marked, parse_model, read_marked
from ..tables import FieldSpec, Strict, TableSpec, table_specs
from ..words import Text, did_you_mean
from .load import CASES_SUFFIX

Cell = str | int | float | bool | tuple[str, ...] | None
Cells = dict[str, Cell]
CaseVerdict = Literal["pass", "partial", "fail", "undetermined", "not_applicable"]

_WANTED: dict[str, Text] = {
    "text": Text("một chữ (đặt trong ngoặc kép)", "a text (in quotes)"),
    "code": Text("một mã (đặt trong ngoặc kép)", "a code (in quotes)"),
    "date": Text("ngày yyyy-mm-dd hoặc never", "a day yyyy-mm-dd or never"),
    "time": Text('giờ "14:30" (đặt trong ngoặc kép)', 'a time "14:30" (in quotes)'),
    "bool": Text("true hoặc false", "true or false"),
    "int": Text("một số nguyên", "a whole number"),
    "number": Text("một số", "a number"),
    "choice": Text("một trong các giá trị", "one of the values"),
    "choices": Text("danh sách các giá trị", "a list of values"),
}


class Local(Strict):
    """A local parameter of the tested unit."""

    value: int | float | str
    basis: str = "Quyết định của địa phương"


class TestUnit(Strict):
    """The unit of a case: only what criteria can look at."""

    __test__ = False  # not a class of tests, whatever pytest makes of its name

    level: Level
    fields: tuple[str, ...] = ()
    applies_iso: bool | None = None
    period_from: dt.date
    period_to: dt.date
    parameters: dict[str, Local] = Field(default_factory=dict)


class Expected(Strict):
    """What the case must give; numbers that are left out are not compared."""

    verdict: CaseVerdict
    reason: str | None = Field(default=None, description="Code of the reason, as in the result")
    satisfied: int | None = None
    violated: int | None = None
    undetermined: int | None = None
    version: dt.date | None = Field(
        default=None, description="First day of the version in force on the day of the check"
    )


class RuleCase(Strict):
    """One example of the criterion at work."""

    name: str = Field(min_length=1)
    as_of: dt.date | None = None
    unit: TestUnit | None = None
    tables: dict[str, tuple[Cells, ...]]
    expect: Expected


class Equivalent(Strict):
    """Mutants that no case can catch, as ``motcua rules mutate`` calls them, and why not."""

    mutants: tuple[str, ...] = Field(min_length=1)
    reason: str = Field(min_length=10, description="Why they always give the same verdicts")


class CasesFile(Strict):
    """``<ID>.cases.yaml``; ``rows`` are cells that every row of a table has unless it says else."""

    criterion: str
    as_of: dt.date
    unit: TestUnit
    rows: dict[str, Cells] = Field(default_factory=dict)
    cases: tuple[RuleCase, ...] = Field(min_length=1)
    equivalent: tuple[Equivalent, ...] = ()


def cases_path(root: Path, pack: str, criterion: str) -> Path:
    """Where the cases of a criterion lie."""
    return root / pack / f"{criterion}{CASES_SUFFIX}"


def read_cases(path: Path, name: str) -> tuple[CasesFile, Marked]:
    """Read one file of cases.

    Raises:
        RulesError: Faults of the file, unknown tables and fields among them.
    """
    marked = read_marked(name, path.read_bytes())
    cases = parse_model(marked, CasesFile)
    faults: list[Diagnostic] = []
    if cases.criterion != path.name.removesuffix(CASES_SUFFIX):
        text = Text(
            f"'criterion: {cases.criterion}' không khớp với tên tệp",
            f"'criterion: {cases.criterion}' does not agree with the file's name",
        )
        faults.append(marked.fault(("criterion",), text))
    for table, cells in cases.rows.items():
        _check(marked, ("rows", table), table, (cells,), faults)
    for number, case in enumerate(cases.cases):
        for table, rows in case.tables.items():
            _check(marked, ("cases", number, "tables", table), table, rows, faults)
    if faults:
        raise RulesError(faults)
    return cases, marked


def _check(
    marked: Marked,
    path: tuple[str | int, ...],
    table: str,
    rows: tuple[Cells, ...],
    faults: list[Diagnostic],
) -> None:
    spec = table_specs().get(table)
    if spec is None:
        hint = did_you_mean(table, table_specs())
        text = Text(f"không có bảng '{table}'{hint.vi}", f"unknown table '{table}'{hint.en}")
        faults.append(marked.fault(path, text))
        return
    for number, cells in enumerate(rows):
        for field, cell in cells.items():
            fault = _fault(spec, field, cell)
            if fault:
                faults.append(marked.fault((*path, number, field), fault))


def _fault(spec: TableSpec, name: str, cell: Cell) -> Text | None:
    """What is wrong with one cell of a case, if anything."""
    field = spec.fields.get(name)
    if field is None:
        hint = did_you_mean(name, spec.fields)
        return Text(
            f"bảng '{spec.table}' không có trường '{name}'{hint.vi}",
            f"table '{spec.table}' has no field '{name}'{hint.en}",
        )
    if cell is None or _fits(field, cell):
        return None
    known = ", ".join(field.values)
    wanted = _WANTED[field.type]
    return Text(
        f"'{name}' cần {wanted.vi}{f' ({known})' if known else ''}, ở đây là {cell!r}",
        f"'{name}' has to be {wanted.en}{f' ({known})' if known else ''}, this is {cell!r}",
    )


def _fits(field: FieldSpec, cell: Cell) -> bool:
    if field.type == "date":
        return cell == "never" or (isinstance(cell, str) and _is_day(cell))
    if field.type in ("choice", "choices"):
        values = cell if isinstance(cell, tuple) else (cell,)
        listed = isinstance(cell, tuple) == (field.type == "choices")
        return listed and (not field.values or set(values) <= set(field.values))
    if field.type == "time":
        return isinstance(cell, str) and time_in(cell) == cell
    if field.type == "bool":
        return isinstance(cell, bool)
    if field.type in ("int", "number"):
        return isinstance(cell, int | float) and not isinstance(cell, bool)
    return isinstance(cell, str)


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def case_rows(cases: CasesFile, table: str, rows: tuple[Cells, ...]) -> list[Row]:
    """The rows of a case as intake would hand them on."""
    spec = table_specs()[table]
    common = cases.rows.get(table, {})
    return [(n, _values(spec, {**common, **cells})) for n, cells in enumerate(rows, start=1)]


def _values(spec: TableSpec, cells: Cells) -> tuple[Value, ...]:
    return tuple(
        _value(field, cells[name]) if name in cells else blank_value(field)
        for name, field in spec.fields.items()
    )


def _value(field: FieldSpec, cell: Cell) -> Value:
    if field.type == "date" and isinstance(cell, str):
        return NEVER if cell == "never" else dt.date.fromisoformat(cell)
    if field.type == "number" and isinstance(cell, int):
        return float(cell)
    return cell
