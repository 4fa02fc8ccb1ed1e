"""From a condition and the values in force to SQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlglot import exp

from .book import Clause, LoadedCriterion, Rulebook, ValueInForce
from .force import idle
from .models import TRUSTED
from .syntax import Condition


@dataclass(frozen=True, slots=True)
class Setting:
    """For which day a criterion is compiled, by which version, with which units' own values.

    ``clause`` is the version in force on ``as_of`` (None: none is). ``local`` maps a parameter's
    name to the values that units' profiles set.
    """

    as_of: dt.date
    clause: Clause | None
    local: Mapping[str, Mapping[int, int | float | str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """SQL of a criterion's two questions to a row."""

    among: str
    must: str


def literal(value: int | float | str) -> str:
    """A value as SQL."""
    return exp.convert(value).sql(dialect="duckdb")


def outcome_sql(book: Rulebook, loaded: LoadedCriterion, setting: Setting) -> Outcome | None:
    """SQL for "does the row count" and "is it satisfied", or None if no version is in force.

    Without ``by_date`` the version and values of ``as_of`` judge every row. With it each row is
    judged by those of its own date. A row of a day on which nothing was asked does not count; one
    without a date, or of a day whose law is not in the rules, is unknown where a version would ask
    about it on its own days, and so is one that would violate by law that is not trusted.
    """
    column = loaded.criterion.by_date
    date = f'"{column}"' if column else _day(setting.as_of)
    clauses = loaded.clauses if column else tuple(c for c in loaded.clauses if c is setting.clause)
    if not clauses:
        return None
    names = {name for clause in clauses for name in clause.parameters}
    values = _values(book, names, setting, date)
    windows = [_between(date, c.version.valid_from, c.version.valid_to) for c in clauses]
    among = [c.among.sql(values) for c in clauses]
    must = [c.must.sql(values) for c in clauses]
    if not column:
        return Outcome(among[0], must[0])
    unasked = [_between(date, first, last) for first, last in idle(book, loaded)]
    anywhen = " OR ".join(f"({sql})" for sql in dict.fromkeys(among))
    counts = _case(
        (*unasked, *windows),
        (*("FALSE" for _ in unasked), *among),
        otherwise=f"(CAST(NULL AS BOOLEAN) AND ({anywhen}))",
    )
    must = [
        f"({m}) OR {_doubt(book, c, setting, date)}" for m, c in zip(must, clauses, strict=True)
    ]
    return Outcome(counts, _case(windows, must))


def applies_sql(book: Rulebook, condition: Condition, setting: Setting) -> str:
    """SQL for "is the criterion meant for the unit", by the values of the day of the check."""
    values = _values(book, condition.parameters, setting, _day(setting.as_of))
    return condition.sql(values)


def _values(book: Rulebook, names: Iterable[str], setting: Setting, date: str) -> dict[str, str]:
    return {
        name: _local(setting.local.get(name, {}), _value_by(book.values(name), date))
        for name in names
    }


def _doubt(book: Rulebook, clause: Clause, setting: Setting, date: str) -> str:
    """SQL that is NULL where a violation would stand on law that is not trusted, else FALSE."""
    if not _basis_trusted(book, clause):
        return "NULL"
    windows = []
    for name in sorted(clause.parameters):
        own = ", ".join(str(unit) for unit in sorted(setting.local.get(name, {})))
        others = f" AND unit NOT IN ({own})" if own else ""
        windows += [
            f"WHEN {_between(date, value.valid_from, value.valid_to)}{others} THEN NULL"
            for value in book.values(name)
            if value.confidence not in TRUSTED
        ]
    return f"CASE {' '.join(windows)} ELSE FALSE END" if windows else "FALSE"


def trusted(book: Rulebook, loaded: LoadedCriterion, clause: Clause, local: frozenset[str]) -> bool:
    """Is every provision and every value that a version stands on well enough known?

    Args:
        book: The rulebook.
        loaded: The criterion; for whom it is meant may stand on values too.
        clause: The version.
        local: Parameters that the unit's own profile sets, with a local legal basis.

    With ``by_date`` rows have seen to their own law (``outcome_sql``); what is left is for whom
    the criterion is meant.
    """
    used = loaded.applies.parameters if loaded.applies else frozenset[str]()
    if not loaded.criterion.by_date:
        if not _basis_trusted(book, clause):
            return False
        used |= clause.parameters
    return all(v.confidence in TRUSTED for name in used - local for v in book.values(name))


def _basis_trusted(book: Rulebook, clause: Clause) -> bool:
    entries = (book.provision(ref, clause.version.valid_from) for ref in clause.version.basis)
    return all(entry is not None and entry.provision.confidence in TRUSTED for entry in entries)


def _local(of_unit: Mapping[int, int | float | str], law: str) -> str:
    """A unit's own value where its profile sets one, else the law's."""
    if not of_unit:
        return law
    whens = (f'WHEN "unit" = {unit} THEN {literal(v)}' for unit, v in sorted(of_unit.items()))
    return f"CASE {' '.join(whens)} ELSE {law} END"


def _value_by(values: Sequence[ValueInForce], date: str) -> str:
    """The value of a date; on a date without one NULL: unknown, never a default."""
    windows = (_between(date, value.valid_from, value.valid_to) for value in values)
    return _case(windows, (literal(value.value) for value in values))


def _between(date: str, first: dt.date | None, last: dt.date | None) -> str:
    since = [f"{date} >= {_day(first)}"] if first else []
    until = [f"{date} <= {_day(last)}"] if last else []
    return " AND ".join((*since, *until))


def _day(day: dt.date) -> str:
    return f"DATE '{day.isoformat()}'"


def _case(windows: Iterable[str], parts: Iterable[str], otherwise: str = "NULL") -> str:
    whens = (f"WHEN {w} THEN ({sql})" for w, sql in zip(windows, parts, strict=True))
    return f"CASE {' '.join(whens)} ELSE {otherwise} END"
