"""One criterion measured over all units of a run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import duckdb

from ..rulebook.book import Clause, LoadedCriterion, Rulebook
from ..rulebook.compile import Setting
from ..store import Store
from .query import SAMPLE, Count, Sample, applicable, count


@dataclass(frozen=True, slots=True)
class Measured:
    """What a criterion counted in each unit, by unit number; a unit without rows is left out.

    ``counts`` is None where no version is in force; ``fault`` says why measuring failed.
    """

    loaded: LoadedCriterion
    setting: Setting
    counts: Mapping[int, Count] | None
    applies: Mapping[int, bool | None]
    fault: str = ""

    @property
    def clause(self) -> Clause:
        """The version in force, else the last one before, which is then only shown."""
        if self.setting.clause:
            return self.setting.clause
        begun = [c for c in self.loaded.clauses if c.version.valid_from <= self.setting.as_of]
        return begun[-1] if begun else self.loaded.clauses[0]

    def of(self, unit: int) -> Count:
        """The counts of one unit."""
        return (self.counts or {}).get(unit, Count())


def measure_all(
    store: Store,
    book: Rulebook,
    chosen: Iterable[LoadedCriterion],
    as_of: dt.date,
    local: Mapping[str, Mapping[int, int | float | str]],
    sample: Sample = SAMPLE,
) -> list[Measured]:
    """Count each chosen criterion by the law of one day and the units' own values."""
    settings = ((one, Setting(as_of, one.in_force(as_of), local)) for one in chosen)
    return [measure(store, book, one, setting, sample) for one, setting in settings]


def measure(
    store: Store,
    book: Rulebook,
    loaded: LoadedCriterion,
    setting: Setting,
    sample: Sample = SAMPLE,
) -> Measured:
    """Count one criterion; a query that fails costs this criterion an error, not the run."""
    try:
        applies = applicable(store, book, loaded, setting)
        return Measured(loaded, setting, count(store, book, loaded, setting, sample), applies)
    except duckdb.Error as error:
        return Measured(loaded, setting, {}, {}, fault=str(error).splitlines()[0])
