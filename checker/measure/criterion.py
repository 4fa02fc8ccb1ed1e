"""One criterion measured over all units of a run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import duckdb

from ..rulebook.book import Clause, LoadedCriterion, Rulebook
from ..rulebook.compile import Setting
from ..rulebook.force import Force, force_on, shown_clause
from ..store import Store
from .query import SAMPLE, Count, Sample, applicable, count, tally


@dataclass(frozen=True, slots=True)
class Measured:
    """What a criterion counted in each unit, by unit number; a unit without rows is left out.

    ``counts`` is None where the criterion asks nothing on the day, or where that is not known
    (``force``); ``fault`` says why measuring failed.
    """

    loaded: LoadedCriterion
    setting: Setting
    counts: Mapping[int, Count] | None
    applies: Mapping[int, bool | None]
    force: Force = "yes"
    fault: str = ""

    @property
    def clause(self) -> Clause:
        """The version in force, else the last one before, which is then only shown."""
        return self.setting.clause or shown_clause(self.loaded, self.setting.as_of)

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
    """Count one criterion; a query that fails costs this criterion an error, not the run.

    With ``by_date`` the rows' own days decide, unless nothing at all was asked yet on the day.
    """
    return _measured(
        store, book, (loaded, setting), lambda: count(store, book, loaded, setting, sample)
    )


def measure_counts(
    store: Store, book: Rulebook, loaded: LoadedCriterion, setting: Setting
) -> Measured:
    """What ``measure`` counts, without the rows that a finding would show."""
    return _measured(store, book, (loaded, setting), lambda: tally(store, book, loaded, setting))


def _measured(
    store: Store,
    book: Rulebook,
    what: tuple[LoadedCriterion, Setting],
    counted: Callable[[], Mapping[int, Count] | None],
) -> Measured:
    loaded, setting = what
    force = force_on(book, loaded, setting.as_of)
    by_rows = bool(loaded.criterion.by_date) and force != "not_begun"
    if force != "yes" and not by_rows:
        return Measured(loaded, setting, None, {}, force)
    try:
        applies = applicable(store, book, loaded, setting)
        return Measured(loaded, setting, counted(), applies)
    except duckdb.Error as error:
        return Measured(loaded, setting, {}, {}, fault=str(error).splitlines()[0])
