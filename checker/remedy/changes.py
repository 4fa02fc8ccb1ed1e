"""From a violating row to the changes that its criterion declares as its repair."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..intake.cells import blank_value
from ..measure.query import SampledRow
from ..rulebook.fixes import AS_OF, FILLED, Fix
from ..store import Store
from ..tables import table_specs

Cell = str | bool | int | float | dt.date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One cell set in the row at ``at``; or, with ``row``, a whole row added (``at`` is None).

    ``row`` holds every field of the table in order, so that one repair asked for twice is one.
    """

    table: str
    at: int | None
    field: str
    value: Cell
    row: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """All changes that put one row right; ``fixes`` are those of which act each group is."""

    row: SampledRow
    acts: tuple[tuple[Fix, tuple[Change, ...]], ...]

    @property
    def changes(self) -> frozenset[Change]:
        """All of them."""
        return frozenset(change for _, changes in self.acts for change in changes)


@dataclass(frozen=True, slots=True)
class Proposer:
    """What is needed to say how a row is put right."""

    store: Store
    unit: int
    as_of: dt.date

    def propose(self, fixes: tuple[Fix, ...], row: SampledRow) -> Proposal | None:
        """The changes; None where a value or a place that they need is not known."""
        acts = []
        for fix in fixes:
            changes = self._added(fix, row) if fix.add else self._set(fix, row)
            if changes is None:
                return None
            acts.append((fix, changes))
        found = Proposal(row, tuple(acts))
        return found if found.changes else None

    def _value(self, value: object, row: SampledRow) -> Cell:
        if isinstance(value, str) and (match := FILLED.fullmatch(value)):
            found = self.as_of if match[1] == AS_OF else row.get(match[1])
            return tuple(found) if isinstance(found, list) else found  # type: ignore[return-value]
        return value  # type: ignore[return-value]

    def _added(self, fix: Fix, row: SampledRow) -> tuple[Change, ...] | None:
        values = {name: self._value(value, row) for name, value in fix.values.items()}
        if any(value is None for value in values.values()):
            return None
        fields = table_specs()[fix.table].fields
        whole = tuple(values.get(name, blank_value(field)) for name, field in fields.items())
        return (Change(fix.table, None, "", None, whole),)

    def _set(self, fix: Fix, row: SampledRow) -> tuple[Change, ...] | None:
        values = {name: self._value(value, row) for name, value in fix.values.items()}
        if any(value is None for value in values.values()):
            return None
        found = list(self._rows(fix, row))
        return (
            tuple(
                Change(fix.table, at, name, value)
                for at, now in found
                for name, value in values.items()
                if now[name] != value
            )
            if found
            else None
        )

    def _rows(self, fix: Fix, row: SampledRow) -> Iterator[tuple[int, Mapping[str, object]]]:
        """The rows to change, with what stands in them."""
        if fix.row:
            matched, values = ["seen_at = ?"], [row.get(fix.row)]
        else:
            matched = [f'"{name}" = ?' for name in fix.where]
            values = [self._value(value, row) for value in fix.where.values()]
        columns = ", ".join(f'"{name}"' for name in fix.values)
        query = f'SELECT seen_at, {columns} FROM "{fix.table}" WHERE unit = ? AND '
        for at, *now in self.store.db.execute(
            query + " AND ".join(matched) + " ORDER BY seen_at", [self.unit, *values]
        ).fetchall():
            yield at, dict(zip(fix.values, now, strict=True))
