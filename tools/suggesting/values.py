"""Which values a cell of a case could also have: those on both sides of every bound."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from motcua.checker.rulebook.book import LoadedCriterion, Rulebook
from motcua.checker.rulebook.cases import CasesFile, Cell, Cells, RuleCase
from motcua.checker.tables import FieldSpec, table_specs
from sqlglot import exp

_DAY = dt.timedelta(days=1)
_MOST = 14
_LATELY = 22
"""Days before the check that are tried one by one: working days are not counted here."""


@dataclass
class Bounds:
    """Every value written in a criterion or its cases."""

    numbers: set[float] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    days: set[dt.date] = field(default_factory=set)
    seen: dict[tuple[str, str], list[Cell]] = field(default_factory=dict)


def bounds_of(book: Rulebook, loaded: LoadedCriterion, cases: CasesFile) -> Bounds:
    """What a criterion and its cases write down."""
    bounds = Bounds()
    for clause in loaded.clauses:
        for condition in (clause.among, clause.must):
            _written(bounds, condition.tree)
            for name in condition.parameters:
                for value in book.parameters[name].values:
                    _valued(bounds, value.value)
    small = {n for n in bounds.numbers if abs(n) <= 2}
    bounds.numbers |= {a + s * b for a in bounds.numbers for b in small for s in (1, -1)}
    for case in cases.cases:
        for table, rows in case.tables.items():
            for cells in (cases.rows.get(table, {}), *rows):
                _seen(bounds, table, cells)
    return bounds


def _written(bounds: Bounds, tree: exp.Expr) -> None:
    for literal in tree.find_all(exp.Literal):
        if isinstance(literal.parent, exp.Cast):
            bounds.days.add(dt.date.fromisoformat(literal.name))
        else:
            _valued(bounds, literal.name if literal.is_string else float(literal.name))


def _valued(bounds: Bounds, value: int | float | str) -> None:
    if isinstance(value, str):
        bounds.texts.append(value)
    else:
        bounds.numbers.add(float(value))


def _seen(bounds: Bounds, table: str, cells: Cells) -> None:
    for name, cell in cells.items():
        known = bounds.seen.setdefault((table, name), [])
        if cell not in known:
            known.append(cell)


def values(bounds: Bounds, cases: CasesFile, case: RuleCase, where: tuple[str, str]) -> list[Cell]:
    """Values that a field could have in a case, each once."""
    table, name = where
    spec = table_specs()[table].fields[name]
    found: list[Cell] = []
    for value in _all(bounds, cases, case, where, spec):
        if not any(value == other and type(value) is type(other) for other in found):
            found.append(value)
    return found


def _all(
    bounds: Bounds,
    cases: CasesFile,
    case: RuleCase,
    where: tuple[str, str],
    spec: FieldSpec,
) -> Iterator[Cell]:
    seen = bounds.seen.get(where, [])
    if spec.type == "bool":
        yield from (True, False, None)
    elif spec.type == "choice":
        yield from (
            (*spec.values, *seen, *bounds.texts, None) if not spec.values else (*spec.values, None)
        )
    elif spec.type == "choices":
        yield from ((value,) for value in spec.values)
        yield ()
    elif spec.type in ("text", "code"):
        yield from (*seen[:_MOST], *dict.fromkeys(bounds.texts), "", None)
        for text in seen[:3]:
            if isinstance(text, str):
                yield from (text.upper(), text.lower())
    elif spec.type == "date":
        yield from (day.isoformat() for day in sorted(_days(bounds, cases, case)))
        yield from ("never", None)
    else:
        yield from _numbers(bounds, seen, whole=spec.type == "int")


def _days(bounds: Bounds, cases: CasesFile, case: RuleCase) -> set[dt.date]:
    unit = case.unit or cases.unit
    days = {case.as_of or cases.as_of, unit.period_from, unit.period_to, *bounds.days}
    days |= set(days_in(cases, case))
    steps = {dt.timedelta(days=n) for n in bounds.numbers if 0 < n <= 800 and n == int(n)}
    days |= {day + sign * step for day in set(days) for step in steps for sign in (1, -1)}
    near = {(case.as_of or cases.as_of) - n * _DAY for n in range(_LATELY)}
    return near | {day + step for day in days for step in (-_DAY, dt.timedelta(), _DAY)}


def days_in(cases: CasesFile, case: RuleCase) -> Iterator[dt.date]:
    """The days in the rows of a case."""
    specs = table_specs()
    for table, rows in case.tables.items():
        for cells in rows:
            for name, cell in {**cases.rows.get(table, {}), **cells}.items():
                if specs[table].fields[name].type == "date" and cell not in (None, "never"):
                    yield dt.date.fromisoformat(str(cell))


def _numbers(bounds: Bounds, seen: list[Cell], *, whole: bool) -> Iterator[Cell]:
    steps = (0, 1, -1) if whole else (0, 0.5, -0.5)
    known = {float(v) for v in seen if isinstance(v, int | float) and not isinstance(v, bool)}
    for number in sorted({n + s for n in bounds.numbers | known for s in steps}):
        if number >= 0 and (not whole or number == int(number)):
            yield int(number) if whole else number
    yield None
