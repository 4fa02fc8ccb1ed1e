"""What lies ahead: the day on which a verdict that holds today turns, if nothing is done.

Days come from the columns that a subject declares as deadlines. Each is tried: the unit is judged
by that day and by the day before it, so what is said was seen to happen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from ..gather import GatheredUnit
from ..plans import Ahead
from ..result import CriterionResult
from ..rulebook.book import LoadedCriterion
from ..words import Text
from .worlds import Bench

FURTHEST = dt.timedelta(days=92)
MOST_DAYS = 6
"""Days of one unit that are tried, the nearest first."""
_HOLDS = {"pass": 2, "partial": 1}


def ahead(
    bench: Bench,
    unit: GatheredUnit,
    chosen: Collection[LoadedCriterion],
    results: Sequence[CriterionResult],
) -> tuple[Ahead, ...]:
    """Verdicts that will turn within three months, the nearest first."""
    now = {result.id: result for result in results}
    watched = [
        loaded
        for loaded in chosen
        if now[loaded.criterion.id].verdict in _HOLDS
        and bench.book.subjects[loaded.criterion.subject].header.deadlines
    ]
    days: dict[dt.date, list[LoadedCriterion]] = {}
    for loaded in watched:
        for day in _days(bench, unit, loaded):
            days.setdefault(day, []).append(loaded)
    found: dict[str, Ahead] = {}
    for day in sorted(days)[:MOST_DAYS]:
        left = [loaded for loaded in days[day] if loaded.criterion.id not in found]
        for turned in _turned(bench, unit, left, (day, now)):
            found[turned.criterion] = turned
    return tuple(sorted(found.values(), key=lambda one: (one.day, one.criterion)))


def _days(bench: Bench, unit: GatheredUnit, loaded: LoadedCriterion) -> Iterator[dt.date]:
    """Each deadline from tomorrow on, and the day after it."""
    subject = loaded.criterion.subject
    day = dt.timedelta(days=1)
    for column in bench.book.subjects[subject].header.deadlines:
        rows = bench.store.db.execute(
            f'SELECT DISTINCT "{column}" FROM "{subject}" WHERE unit = ?'
            f' AND "{column}" BETWEEN ? AND ?',
            [unit.number, bench.as_of, bench.as_of + FURTHEST],
        ).fetchall()
        for (due,) in rows:
            yield from (d for d in (due, due + day) if d > bench.as_of)


def _turned(
    bench: Bench,
    unit: GatheredUnit,
    left: Sequence[LoadedCriterion],
    at: tuple[dt.date, dict[str, CriterionResult]],
) -> Iterator[Ahead]:
    """Criteria whose verdict gets worse exactly on the day."""
    day, now = at
    if not left:
        return
    then = {result.id: result for result in bench.on(day, unit, left).criteria}
    worse = [one for one in left if _rank(then[one.criterion.id]) < _rank(now[one.criterion.id])]
    if not worse:
        return
    eve = bench.on(day - dt.timedelta(days=1), unit, worse).criteria
    for loaded, before in zip(worse, eve, strict=True):
        was, becomes = now[loaded.criterion.id], then[loaded.criterion.id]
        if before.verdict == was.verdict:
            yield Ahead(
                criterion=loaded.criterion.id,
                title=loaded.criterion.title.text(),
                day=day,
                days=(day - bench.as_of).days,
                before=was.verdict,
                after=becomes.verdict,
                because=_because(becomes),
            )


def _rank(result: CriterionResult) -> int:
    return 2 if result.verdict == "not_applicable" else _HOLDS.get(result.verdict, 0)


def _because(result: CriterionResult) -> Text:
    """The first row that then does not satisfy, or is not known."""
    told = (*result.findings, *result.gaps)
    return told[0].message if told else result.reason
