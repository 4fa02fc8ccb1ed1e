"""The registers of an orderly office of a year, with the faults of its story put in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache

import yaml

from ..inspections import own
from ..iso import Registers, quality_records
from ..registers import Cell
from .story import HERE, Told, Unit, known_faults

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WRITTEN_FOR = 2025
_FIRST, _WEEKS = 2020, dt.timedelta(weeks=52)
"""Days of office.yaml are working days of 2020; a year on, the same day of the week."""


def office(unit: Unit, year: int) -> Registers:
    """The unit's registers by table, faults and all."""
    registers = _orderly(year)
    if unit.told["level"] != "commune":
        registers |= _quality(unit, year)
    for name, number in unit.part("registers").items():
        _put(registers, known_faults()["registers"][name], number, year)
    return {table: rows for table, rows in registers.items() if rows}


@cache
def _written() -> Mapping[str, list[Told]]:
    told: Mapping[str, list[Told]] = yaml.safe_load(
        (HERE / "office.yaml").read_text(encoding="utf-8")
    )
    return told


def _orderly(year: int) -> Registers:
    return {
        table: [{field: _of_year(value, year) for field, value in row.items()} for row in rows]
        for table, rows in _written().items()
    }


def _of_year(value: object, year: int) -> Cell:
    """A value as office.yaml writes it, in the story's year; what looks like a day is one."""
    if not isinstance(value, str):
        assert value is None or isinstance(value, int), value
        return value
    if not _DAY.fullmatch(value.format(y=_FIRST, b=_FIRST - 1)):
        return value.format(y=year, b=year - 1)
    day = dt.date.fromisoformat(value.format(y=_FIRST, b=_FIRST - 1))
    return day + _WEEKS * (year - _FIRST) if "{" in value else day


def _quality(unit: Unit, year: int) -> Registers:
    """The records of the quality-management system, moved to the story's year."""
    kept: Registers = {
        table: [{field: _moved(value, year) for field, value in row.items()} for row in rows]
        for table, rows in quality_records("Cấp huyện").items()
        if table not in ("decisions", "procedures", "iso_processes", "iso_external_documents")
    }
    mine = own(unit.told)
    kept["iso_processes"] = [_process(row, number, year) for number, row in enumerate(mine, 1)]
    kept["iso_announcements"][0]["procedures"] = len(mine)
    kept["iso_law_changes"][0]["document_no"] = f"07/{year}/QĐ-UBND"
    return kept


def _process(procedure: Mapping[str, str], number: int, year: int) -> dict[str, Cell]:
    return {
        "process_code": f"QT-{number:02}",
        "process_name": f"Quy trình {procedure['name']}",
        "procedure_code": procedure["code"],
        "revision": "02",
        "issued_on": dt.date(year, 7, 20),
        "approver": "Lãnh đạo cơ quan",
    }


def _moved(value: Cell, year: int) -> Cell:
    if isinstance(value, dt.date):
        return value.replace(year=value.year - _WRITTEN_FOR + year)
    return year if value == _WRITTEN_FOR else value


def _put(registers: Registers, fault: Told, number: int, year: int) -> None:
    """Put one fault into so many rows of its table.

    Raises:
        ValueError: the office has fewer rows to put it in than the story tells of.
    """
    rows = registers[fault["table"]]
    where = {field: _of_year(value, year) for field, value in fault.get("where", {}).items()}
    fitting = [row for row in rows if where.items() <= row.items()]
    chosen = fitting[::-1][:number] if fault.get("last") else fitting[:number]
    if len(chosen) < number:
        raise ValueError(f"{fault['says']}: {len(chosen)} rows of {number} ({fault['table']})")
    if fault.get("drop"):
        registers[fault["table"]] = [row for row in rows if row not in chosen]
    for row in chosen:
        row |= {field: _of_year(value, year) for field, value in fault.get("set", {}).items()}
    if "keeps" in fault:
        kept = {field: _of_year(value, year) for field, value in fault["keeps"].items()}
        registers[fault["table"]].append(kept)
