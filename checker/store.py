"""The tables of a run, held by an embedded DuckDB in memory that cannot reach out.

Every table carries ``unit`` (the unit's number in the run) and ``seen_at`` (the row's locator).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from types import TracebackType

import duckdb

from .intake.model import Row, Value
from .places import Source, locator
from .tables import SQL_TYPES, TableSpec
from .words import Text

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}

_TOGETHER = 8_000
"""Rows of a table that wait at most: as many as cost a few megabytes."""

# Three-valued helpers: SQL's own bool_and, min and max pass over NULL, which would turn
# "unknown" into "known". These keep it.
_MACROS = (
    "known_all(x) AS CASE WHEN NOT bool_and(x) THEN FALSE"
    " WHEN count(*) > count(x) THEN NULL ELSE TRUE END",
    "known_any(x) AS CASE WHEN bool_or(x) THEN TRUE"
    " WHEN count(*) > count(x) THEN NULL ELSE FALSE END",
    "known_min(x) AS CASE WHEN count(*) = count(x) THEN min(x) END",
    "known_max(x) AS CASE WHEN count(*) = count(x) THEN max(x) END",
    "the_one(x) AS CASE WHEN count(*) = count(x) AND min(x) = max(x) THEN min(x) END",
    # The locator of the least or greatest value; equal values by locator, so that it is the same
    # in every run, which arg_min alone does not promise.
    "place_of_min(seen, x) AS arg_min(seen, CASE WHEN x IS NOT NULL"
    " THEN struct_pack(x := x, seen := seen) END)",
    "place_of_max(seen, x) AS arg_max(seen, CASE WHEN x IS NOT NULL"
    " THEN struct_pack(x := x, seen := -seen) END)",
    "never() AS DATE '9999-12-31'",
    "months_after(day, months) AS CAST(day + to_months(CAST(months AS INTEGER)) AS DATE)",
    # words.fold in SQL, for text that intake has tidied.
    "folded(x) AS trim(regexp_replace("
    "translate(strip_accents(lower(x)), 'đ‐‑‒–—―−', 'd-------'), '\\s+', ' ', 'g'))",
    "number_key(x) AS rtrim(replace(folded(x), ' ', ''), '.')",
    # What a person typed for a code: letters for figures, a comma, blanks; without what hangs on.
    "typed_code(x) AS regexp_replace(replace(translate(upper(x), 'OIL,', '011.'), ' ', ''),"
    " '^([0-9.]{8})\\.(000\\.00\\.00\\.)?[HG].*$', '\\1')",
    # Another code, or none, that is one slip of the hand away from this one: a figure too many, too
    # few, wrong or swapped, a letter for a figure, the part before the point left out.
    "near_code(code, typed) AS abs(length(typed) - 8) <= 1"
    " AND damerau_levenshtein(code, typed) <= 1 OR ltrim(typed, '.') = substr(code, 3)",
    # Near codes share one of these, so that only few pairs have to be compared.
    "code_head(x) AS substr(x, 1, 5)",
    "code_tail(x) AS right(x, 2)",
)


class Store:
    """A sink for intake and the database that measuring queries.

    The clock, files, extensions and the network are out of reach of any SQL from the moment the
    connection opens; ``lock`` forbids every further change of configuration.
    """

    def __init__(self, specs: Mapping[str, TableSpec]) -> None:
        self._specs = specs
        self._units: list[int] = []
        self._waiting: dict[str, list[tuple[int, Sequence[Row]]]] = {name: [] for name in specs}
        self.sources: list[Source] = []
        self.held: set[str] = set()
        self._extents: dict[int, tuple[int, int]] = {}
        self.db = duckdb.connect(":memory:", config=_SETTINGS)
        for macro in _MACROS:
            self.db.execute(f"CREATE MACRO {macro}")
        for spec in specs.values():
            self.db.execute(f"CREATE TABLE {spec.table} ({_columns(spec)})")

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.db.close()

    @property
    def tables(self) -> Collection[str]:
        """The tables of exports that it holds."""
        return self._specs.keys()

    def begin(self, unit: int, source: Source) -> int:
        """Register a source of a unit and return its number."""
        self.sources.append(source)
        self._units.append(unit)
        return len(self.sources) - 1

    def source_of(self, unit: int, table: str) -> int | None:
        """The last source of a table in a unit; None where it handed none in."""
        found = [
            number
            for number, (source, of) in enumerate(zip(self.sources, self._units, strict=True))
            if of == unit and source.table == table and source.kind != "unread"
        ]
        return found[-1] if found else None

    def rows(self, source: int, rows: Sequence[Row]) -> None:
        """Take a batch of rows of a source; they are stored with others, many at a time."""
        if rows:
            first, last = self._extents.get(source, (rows[0][0], rows[0][0]))
            self._extents[source] = (min(first, rows[0][0]), max(last, rows[-1][0]))
            waiting = self._waiting[self.sources[source].table]
            waiting.append((source, rows))
            if sum(len(batch) for _, batch in waiting) >= _TOGETHER:
                self._store(self.sources[source].table)

    def extent(self, source: int) -> Text | None:
        """Where the rows of a source stand, from the first to the last; None where none did."""
        extent = self._extents.get(source)
        return self.sources[source].extent(*extent) if extent else None

    def _store(self, table: str) -> None:
        """Store the rows of a table that wait: one statement costs as much as hundreds of rows."""
        waiting, self._waiting[table] = self._waiting[table], []
        if not waiting:
            return
        spec = self._specs[table]
        parameters: dict[str, object] = {
            "seen": [locator(source, number) for source, rows in waiting for number, _ in rows],
            "unit": [self._units[source] for source, rows in waiting for _ in rows],
        }
        selected = ["unnest($unit::INTEGER[])", "unnest($seen::BIGINT[])"]
        for number, field in enumerate(spec.fields.values()):
            cells = [_plain(values[number]) for _, rows in waiting for _, values in rows]
            parameters[f"c{number}"] = cells
            selected.append(f"unnest($c{number}::{SQL_TYPES[field.type]}[])")
        self.db.execute(f"INSERT INTO {table} SELECT {', '.join(selected)}", parameters)

    def settle(self) -> None:
        """Store all rows that wait, so that a query sees them."""
        for table in self._waiting:
            self._store(table)

    def doubt(self, source: int, field: str) -> None:
        """Make the dates of a source unknown that may have day and month exchanged."""
        table = self.sources[source].table
        self._store(table)
        self.db.execute(
            f'UPDATE {table} SET "{field}" = NULL WHERE seen_at BETWEEN $first AND $last'
            f' AND day("{field}") <= 12 AND day("{field}") <> month("{field}")',
            {"first": locator(source, 0), "last": locator(source + 1, 0) - 1},
        )

    def view(self, name: str, query: str) -> None:
        """Name a query; rows are computed when it is read."""
        self.db.execute(f'CREATE VIEW "{name}" AS {query}')

    def hold(self, name: str, query: str) -> None:
        """Name a query and keep its rows: for one that is read several times.

        Where it cannot be computed it stays a view, so that its fault costs those who read it
        and not the run.
        """
        try:
            self.db.execute(f'CREATE TABLE "{name}" AS {query}')
            self.held.add(name)
        except duckdb.Error:
            self.view(name, query)

    def holds_nothing(self, name: str) -> bool:
        """Is a query held that gave no row? Asking that costs far less than planning another."""
        if name not in self.held:
            return False
        return self.db.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone() is None

    def outline(self, name: str, query: str) -> None:
        """Name a query and keep its columns without a row: to see whether it can be computed."""
        self.db.execute(f'CREATE TABLE "{name}" AS {query} WITH NO DATA')

    def columns(self, name: str) -> list[str]:
        """The columns of a table or view, in order."""
        return [str(row[0]) for row in self.db.execute(f'DESCRIBE "{name}"').fetchall()]

    def prepare(
        self,
        as_of: dt.date,
        working_days: Sequence[tuple[dt.date, int]],
        questions: Sequence[str] = (),
    ) -> None:
        """Fill the tables of the run itself.

        ``run(as_of)`` is one row; ``working_days(day, number)`` numbers each known calendar day
        with the count of working days up to it, so that a difference is a span in working days.
        ``questions(question)`` are those that units may attest.
        """
        self.settle()
        self.db.execute("CREATE TABLE run AS SELECT $day::DATE AS as_of", {"day": as_of})
        asked = "CREATE TABLE questions AS SELECT unnest($q::VARCHAR[]) AS question"
        self.db.execute(asked, {"q": list(questions)})
        self.db.execute("CREATE TABLE working_days (day DATE, number INTEGER)")
        days, numbers = zip(*working_days, strict=True) if working_days else ((), ())
        self.db.execute(
            "INSERT INTO working_days SELECT unnest($d::DATE[]), unnest($n::INTEGER[])",
            {"d": list(days), "n": list(numbers)},
        )

    def lock(self) -> None:
        """Forbid any further change of the database's settings."""
        self.db.execute("SET lock_configuration = true")


def _columns(spec: TableSpec) -> str:
    fields = (f'"{name}" {SQL_TYPES[field.type]}' for name, field in spec.fields.items())
    return ", ".join(("unit INTEGER", "seen_at BIGINT", *fields))


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value
