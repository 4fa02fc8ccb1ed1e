"""The cases of dossiers, services, feedback and archives stand on both sides of each boundary.

What a criterion's boundaries are is read from the rules: the first and last days of its versions
and of the values it names, the hours it compares with, the working days it counts. So a criterion
that is added without cases at its boundaries fails here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest
import sqlglot
from motcua.checker.home import RULES
from motcua.checker.judge.judges import Judges
from motcua.checker.rulebook.book import LoadedCriterion, Rulebook
from motcua.checker.rulebook.cases import CasesFile, Cell
from motcua.checker.rulebook.load import load_folder
from motcua.checker.rulebook.models import CalendarYear, Version
from motcua.checker.tables import table_specs
from motcua.checker.trials import Bench, cases_of, days
from sqlglot import exp

PACKS = ("archives", "dossiers", "feedback", "online")
FRIDAY = 4
A_DAY, A_MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)
AN_HOUR = re.compile(r"\d\d:\d\d")

Change = Callable[[CalendarYear], CalendarYear]


@cache
def book() -> Rulebook:
    return load_folder(RULES)


def named(wanted: Callable[[LoadedCriterion], object]) -> list[str]:
    """The criteria of the packs of which something is true."""
    chosen = (one for one in book().criteria.values() if one.criterion.pack in PACKS)
    return [one.criterion.id for one in chosen if wanted(one)]


@cache
def cases(name: str) -> CasesFile:
    return cases_of(book(), book().criteria[name], RULES)[0]


# Days on which what is asked changes


def days_of_change(loaded: LoadedCriterion) -> set[dt.date]:
    """First days of versions and of the values they name, and the days after the last ones."""
    spans = [(c.version.valid_from, c.version.valid_to) for c in loaded.clauses]
    for parameter in {name for clause in loaded.clauses for name in clause.parameters}:
        spans += [(v.valid_from, v.valid_to) for v in book().values(parameter)]
    return {first for first, _ in spans} | {last + A_DAY for _, last in spans if last}


def days_judged(name: str) -> set[dt.date]:
    """The days by whose law the cases of a criterion are judged: of checks, or of their rows."""
    loaded = book().criteria[name]
    column = loaded.criterion.by_date
    if not column:
        return set(days(cases(name)))
    tables = book().base_tables(loaded.criterion.subject) & set(table_specs())
    if any(column in table_specs()[table].fields for table in tables):
        return {dt.date.fromisoformat(str(d)) for d in cells(name, column) if d and d != "never"}
    return set(computed(name, column))


def cells(name: str, column: str) -> Iterator[Cell]:
    """What stands in a column of any table in the cases of a criterion."""
    file = cases(name)
    for case in file.cases:
        for table, rows in case.tables.items():
            for row in rows:
                yield {**file.rows.get(table, {}), **row}.get(column)


def computed(name: str, column: str) -> Iterator[dt.date]:
    """What a column of the subject holds in the cases of a criterion."""
    loaded = book().criteria[name]
    what = cases_of(book(), loaded, RULES)
    for day in days(what[0]):
        with Bench(book(), loaded, what, day) as bench:
            query = f'SELECT DISTINCT "{column}" FROM "{loaded.criterion.subject}"'
            yield from (row[0] for row in bench.store.db.execute(query).fetchall() if row[0])


@pytest.mark.parametrize("name", named(lambda _: True))
def test_cases_stand_on_each_day_of_change_and_on_the_day_before(name: str):
    changes = days_of_change(book().criteria[name])
    wanted = {day for first in changes for day in (first - A_DAY, first)}
    assert sorted(wanted - days_judged(name)) == []


# Hours


def hours(loaded: LoadedCriterion) -> set[tuple[str, str]]:
    """(column, parameter) pairs of a time compared with an hour that a parameter sets."""
    found = set()
    for clause in loaded.clauses:
        for condition in (clause.among, clause.must):
            for node in condition.tree.find_all(exp.LT, exp.LTE, exp.GT, exp.GTE, exp.EQ, exp.NEQ):
                sides = {type(side): side.name for side in (node.this, node.expression)}
                column, parameter = sides.get(exp.Column), sides.get(exp.Placeholder)
                if (
                    column
                    and parameter
                    and AN_HOUR.fullmatch(str(book().values(parameter)[0].value))
                ):
                    found.add((column, parameter))
    return found


def hours_set(name: str, parameter: str) -> set[str]:
    """The hours that the units of the cases set themselves, else the law's."""
    units = [cases(name).unit, *(case.unit for case in cases(name).cases if case.unit)]
    own = {str(u.parameters[parameter].value) for u in units if parameter in u.parameters}
    return own or {str(value.value) for value in book().values(parameter)}


@pytest.mark.parametrize("name", named(hours))
def test_cases_stand_a_minute_before_at_and_a_minute_after_an_hour(name: str):
    for column, parameter in hours(book().criteria[name]):
        for hour in hours_set(name, parameter):
            at = dt.datetime.combine(dt.date.min, dt.time.fromisoformat(hour)) + A_DAY
            wanted = {f"{moment:%H:%M}" for moment in (at - A_MINUTE, at, at + A_MINUTE)}
            assert sorted(wanted - set(map(str, cells(name, column)))) == [], column


# Working days


def from_calendar(loaded: LoadedCriterion) -> set[str]:
    """The columns that the subject computes from the calendar."""
    tree = sqlglot.parse_one(book().subjects[loaded.criterion.subject].query.sql, dialect="duckdb")
    calendars = {"working_days"}
    for inner in tree.find_all(exp.CTE):
        if any(table.name in calendars for table in inner.find_all(exp.Table)):
            calendars.add(inner.alias)
    joined = {t.alias_or_name for t in tree.find_all(exp.Table) if t.name in calendars}
    return {
        column.alias
        for column in tree.find_all(exp.Alias)
        if any(part.table in joined for part in column.find_all(exp.Column))
    }


def counts_working_days(loaded: LoadedCriterion) -> bool:
    """Does a condition look at a column that the subject computes from the calendar?"""
    return any(clause.columns & from_calendar(loaded) for clause in loaded.clauses)


def year_counted(loaded: LoadedCriterion) -> int:
    """The last year with worked Saturdays whose Tết lies in a version that counts working days."""
    counting = [c.version for c in loaded.clauses if c.columns & from_calendar(loaded)]
    return max(
        year
        for year, days_of in book().calendar.items()
        if days_of.days_worked and any(within(version, tet(days_of)[0]) for version in counting)
    )


def within(version: Version, day: dt.date) -> bool:
    return version.valid_from <= day <= (version.valid_to or day)


def tet(year: CalendarYear) -> list[dt.date]:
    """The longest run of weekdays off."""
    runs: list[list[dt.date]] = [[]]
    for day in sorted(year.days_off):
        if runs[-1] and day - runs[-1][-1] != A_DAY:
            runs.append([])
        runs[-1].append(day)
    return max(runs, key=len)


def next_weekday(day: dt.date) -> dt.date:
    return day + A_DAY * (7 - day.weekday() if day.weekday() >= FRIDAY else 1)


def shorter_tet(year: CalendarYear) -> CalendarYear:
    return year.model_copy(
        update={"days_off": tuple(d for d in year.days_off if d != tet(year)[-1])}
    )


def longer_tet(year: CalendarYear) -> CalendarYear:
    return year.model_copy(update={"days_off": (*year.days_off, next_weekday(tet(year)[-1]))})


def no_worked_saturday(year: CalendarYear) -> CalendarYear:
    return year.model_copy(update={"days_worked": ()})


@cache
def with_calendar(change: Change, year: int) -> Rulebook:
    changed = {**book().calendar, year: change(book().calendar[year])}
    return replace(book(), calendar=changed)


@pytest.fixture(scope="module")
def judges() -> Iterator[Judges]:
    with Judges() as both:
        yield both


COUNTING = named(counts_working_days)


def test_what_counts_working_days_is_found():
    packs = {book().criteria[name].criterion.pack for name in COUNTING}
    assert packs == {"archives", "dossiers", "feedback"}


@pytest.mark.parametrize("change", [shorter_tet, longer_tet, no_worked_saturday])
@pytest.mark.parametrize("name", COUNTING)
def test_a_case_notices_another_calendar(name: str, change: Change, judges: Judges):
    """One that ends in time, or late, by one working day after Tết and over a worked Saturday."""
    changed = with_calendar(change, year_counted(book().criteria[name]))
    loaded = changed.criteria[name]
    what = cases_of(changed, loaded, RULES)
    with Bench(changed, loaded, what, what[0].as_of) as bench:
        trials = list(bench.tried(bench.tallied(loaded), judges))
    assert any(trial.fault for trial in trials)
