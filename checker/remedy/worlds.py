"""Units as they would be: copies of their rows with changes made, measured and judged again.

All copies stand in the run's own store side by side, each as a unit of its own, within a
transaction that is taken back. So nothing that was measured changes, and a hundred of them cost a
few queries.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from ..gather import GatheredUnit
from ..hearing import Hearing
from ..judge.judges import Judges
from ..measure.criterion import measure_all
from ..measure.query import Sample
from ..places import locator
from ..result import UnitResult
from ..rulebook.book import LoadedCriterion, Rulebook
from ..store import Store
from ..tables import SQL_TYPES, table_specs
from .changes import Change

MOST_ROWS = 2_000_000
"""Rows of all copies that stand in the store at once."""
_LAST = 2**32 - 1
_ONE = Sample(1, 1, 1)
Local = Mapping[str, Mapping[int, int | float | str]]


@dataclass(frozen=True, slots=True)
class World:
    """One unit with changes made."""

    unit: GatheredUnit
    changes: frozenset[Change]


@dataclass(frozen=True, slots=True)
class Bench:
    """What worlds are measured and judged with."""

    store: Store
    book: Rulebook
    as_of: dt.date
    local: Local
    judges: Judges

    def judge(
        self, worlds: Sequence[World], criteria: Sequence[LoadedCriterion]
    ) -> list[UnitResult]:
        """Every world's verdicts on the criteria, in order; as many at once as fit."""
        heard: list[UnitResult] = []
        size = max(1, MOST_ROWS // max(1, self._widest(worlds, criteria)))
        for first in range(0, len(worlds), size):
            heard.extend(self._judge(worlds[first : first + size], criteria))
        return heard

    def on(
        self, day: dt.date, unit: GatheredUnit, criteria: Sequence[LoadedCriterion]
    ) -> UnitResult:
        """A unit's verdicts on another day, its data as they are."""
        self.store.db.execute("BEGIN")
        try:
            self.store.db.execute("UPDATE run SET as_of = ?", [day])
            self._hold_again(criteria)
            measured = measure_all(self.store, self.book, criteria, day, self.local, _ONE)
            hearing = Hearing(measured, self.book, self.store.sources, self.judges)
            return hearing.hear(replace(unit, waivers=(), attested=()))
        finally:
            self.store.db.execute("ROLLBACK")

    def rows(self, unit: int, criteria: Sequence[LoadedCriterion]) -> int:
        """How many rows of a unit the criteria stand on."""
        count = 0
        for table in self._tables(criteria):
            found = self.store.db.execute(
                f'SELECT count(*) FROM "{table}" WHERE unit = ?', [unit]
            ).fetchone()
            count += found[0] if found else 0
        return count

    def _widest(self, worlds: Sequence[World], criteria: Sequence[LoadedCriterion]) -> int:
        units = {world.unit.number for world in worlds}
        return max((self.rows(unit, criteria) for unit in units), default=1)

    def _judge(
        self, worlds: Sequence[World], criteria: Sequence[LoadedCriterion]
    ) -> Iterator[UnitResult]:
        local = {
            name: {n: of[w.unit.number] for n, w in enumerate(worlds) if w.unit.number in of}
            for name, of in self.local.items()
        }
        with self._copied(worlds, criteria):
            measured = measure_all(self.store, self.book, criteria, self.as_of, local, _ONE)
            hearing = Hearing(measured, self.book, self.store.sources, self.judges)
            for number, world in enumerate(worlds):
                yield hearing.hear(replace(world.unit, number=number, waivers=(), attested=()))

    def _tables(self, criteria: Sequence[LoadedCriterion]) -> list[str]:
        """The tables of exports that the criteria stand on, and the units themselves."""
        subjects = {loaded.criterion.subject for loaded in criteria}
        tables = {table for name in subjects for table in self.book.base_tables(name)}
        return sorted((tables & set(table_specs())) | {"units"})

    @contextmanager
    def _copied(
        self, worlds: Sequence[World], criteria: Sequence[LoadedCriterion]
    ) -> Iterator[None]:
        db = self.store.db
        db.execute("BEGIN")
        try:
            bases = [world.unit.number for world in worlds]
            db.execute(
                "CREATE TEMP TABLE world AS SELECT unnest($base::INTEGER[]) AS base,"
                " unnest($unit::INTEGER[]) AS number",
                {"base": bases, "unit": list(range(len(bases)))},
            )
            for table in self._tables(criteria):
                db.execute(
                    f"CREATE TEMP TABLE copied AS SELECT w.number AS unit, t.* EXCLUDE (unit)"
                    f' FROM main."{table}" t JOIN world w ON w.base = t.unit'
                )
                db.execute(f'DELETE FROM main."{table}"')
                db.execute(f'INSERT INTO main."{table}" SELECT * FROM copied')
                db.execute("DROP TABLE copied")
            self._change(worlds)
            self._hold_again(criteria)
            yield
        finally:
            db.execute("ROLLBACK")

    def _change(self, worlds: Sequence[World]) -> None:
        cells: dict[tuple[str, str], list[tuple[int, int, object]]] = {}
        for number, world in enumerate(worlds):
            added = 0
            for change in sorted(world.changes, key=repr):
                if change.at is not None:
                    told = cells.setdefault((change.table, change.field), [])
                    told.append((number, change.at, _plain(change.value)))
                    continue
                source = self.store.source_of(world.unit.number, change.table) or 0
                self._add(number, locator(source, _LAST - added), change)
                added += 1
        for (table, field), told in cells.items():
            units, places, values = zip(*told, strict=True)
            kind = SQL_TYPES[table_specs()[table].fields[field].type]
            self.store.db.execute(
                f'UPDATE "{table}" AS t SET "{field}" = c.value FROM (SELECT'
                " unnest($units::INTEGER[]) AS unit, unnest($places::BIGINT[]) AS place,"
                f" unnest($values::{kind}[]) AS value) c"
                " WHERE t.unit = c.unit AND t.seen_at = c.place",
                {"units": list(units), "places": list(places), "values": list(values)},
            )

    def _add(self, unit: int, at: int, change: Change) -> None:
        marks = ", ".join("?" for _ in change.row)
        values = [unit, at, *(_plain(value) for value in change.row)]
        self.store.db.execute(f'INSERT INTO "{change.table}" VALUES (?, ?, {marks})', values)

    def _hold_again(self, criteria: Sequence[LoadedCriterion]) -> None:
        """Subjects whose rows were kept are computed anew, those below first."""
        held = self.store.held
        for subject in self.book.subject_order():
            readers = self.book.readers(subject.name, criteria)
            if readers and subject.name in held:
                self.store.db.execute(f'DROP TABLE "{subject.name}"')
                if readers > 1:
                    self.store.db.execute(f'CREATE TABLE "{subject.name}" AS {subject.query.sql}')
                else:
                    self.store.view(subject.name, subject.query.sql)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
