"""``unit.yaml``: who the unit is, what it receives, which period is checked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Field,
    StrictBool,
    field_validator,
    model_validator,
)

from ..errors import RulesError, UsageError
from ..marked_yaml import parse_model, read_marked
from ..tables import Strict, table_specs
from ..words import did_you_mean, fold
from .cells import CellFault, read_date
from .model import Row, Value

UNIT_FILE = "unit.yaml"
Level = Literal["commune", "district", "province", "department", "public_service_unit", "ministry"]

_PROCEDURE_LEVELS: dict[Level, str | None] = {
    "commune": "commune",
    "district": "district",
    "province": "province",
    "department": "province",
    "public_service_unit": None,
    "ministry": "ministry",
}


def _day(value: object) -> dt.date:
    """A date as an officer or a programmer writes it; never a number (a year is no date)."""
    if isinstance(value, str):
        try:
            return read_date(value)
        except CellFault:
            pass
    raise ValueError("viết ngày như 31/01/2026 hoặc 2026-01-31 / write a date like 2026-01-31")


def _code(value: object) -> object:
    """A unit's code may look like a number; YAML keeps those with a leading zero as text."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _plain_value(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError("cần một số hoặc một chữ / a number or a text is needed")
    return value


Day = Annotated[dt.date, BeforeValidator(_day)]


class Period(Strict):
    """First and last day that are checked, both included."""

    first: Day = Field(alias="from")
    last: Day = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.first > self.last:
            raise ValueError("ngày 'from' sau ngày 'to' / 'from' is after 'to'")
        return self


class LocalParameter(Strict):
    """A number or text that the province or the unit has set, with the paper that sets it."""

    value: Annotated[int | float | str, BeforeValidator(_plain_value)]
    basis: str = Field(min_length=1)


class UnitFile(Strict):
    """The content of ``unit.yaml``.

    ``exports`` names the file of a table, relative to the unit's folder, where its headers do not
    tell; ``applies_iso`` is None where nobody has said.
    """

    name: str = Field(min_length=1)
    code: Annotated[str, BeforeValidator(_code)] = Field(min_length=1)
    level: Level
    province: str = Field(min_length=1)
    fields: tuple[str, ...] = ()
    period: Period | None = None
    exports: dict[str, str] = Field(default_factory=dict)
    applies_iso: StrictBool | None = None
    parameters: dict[str, LocalParameter] = Field(default_factory=dict)

    @field_validator("exports")
    @classmethod
    def _known_tables(cls, exports: dict[str, str]) -> dict[str, str]:
        known = [name for name, spec in table_specs().items() if spec.intake == "register"]
        for table in exports:
            if table not in known:
                hint = did_you_mean(table, known).vi or f"; có / there are: {', '.join(known)}"
                raise ValueError(f"không có bảng / no table '{table}'{hint}")
        return exports


def read_unit_file(path: Path) -> UnitFile:
    """Read a unit's file.

    Args:
        path: The ``unit.yaml`` itself.

    Raises:
        UsageError: It cannot be opened, or every fault in it, each at its line and column.
    """
    try:
        return parse_model(read_marked(path.as_posix(), path.read_bytes()), UnitFile)
    except RulesError as error:
        raise UsageError(error.text) from error


def unit_row(unit: UnitFile, period: tuple[dt.date, dt.date]) -> Row:
    """The unit as the one row of the table ``units``.

    Args:
        unit: What the file says.
        period: First and last day that are checked.

    Returns:
        Row 1, the values in the order of the table's fields.
    """
    values: dict[str, Value] = {
        "name": unit.name,
        "code": unit.code,
        "level": unit.level,
        "province": unit.province,
        "procedure_level": _PROCEDURE_LEVELS[unit.level],
        # A unit that names no field has not said what it receives; it does not receive nothing.
        "fields": tuple(fold(field) for field in unit.fields) or None,
        "applies_iso": unit.applies_iso,
        "period_from": period[0],
        "period_to": period[1],
    }
    return 1, tuple(values[field] for field in table_specs()["units"].fields)
