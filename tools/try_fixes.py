"""Does every declared repair work, and is what is declared lost lost?

``python tools/try_fixes.py [ID]…``. A ``fix`` is tried on the violated cases beside its criterion:
it has to turn one of them. For a ``lost`` everything that such a case leaves open is done on the
day of the check: in the rows of its tables every day that has not come becomes that day, every
blank text is written. None of its cases may pass then. Exits 1 where one does, or where a repair
turns nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from motcua.checker.gather import GatheredUnit
from motcua.checker.hearing import Hearing
from motcua.checker.home import RULES
from motcua.checker.judge.judges import Judges
from motcua.checker.measure.criterion import measure_all
from motcua.checker.profile import local_values
from motcua.checker.remedy.changes import Change
from motcua.checker.remedy.plan import Planner
from motcua.checker.remedy.worlds import Bench, World
from motcua.checker.result import UnitResult
from motcua.checker.rulebook.book import LoadedCriterion, Rulebook
from motcua.checker.rulebook.cases import RuleCase, cases_path, read_cases
from motcua.checker.rulebook.load import load_rulebook
from motcua.checker.run import prepare
from motcua.checker.scoring import Scorer, own_points
from motcua.checker.store import Store
from motcua.checker.tables import table_specs
from motcua.checker.trials import fill_case

_DONE = "(đã làm)"
_LEFT_OPEN = {
    ("date", "never"): '"{}" > $as_of',
    ("text", "none"): "\"{}\" = '' AND $as_of IS NOT NULL",
}
"""Cells by the type and meaning of a blank, and when they say that something is not done."""
Trial = Callable[[Planner, GatheredUnit, UnitResult], bool]


def repaired(planner: Planner, unit: GatheredUnit, result: UnitResult) -> bool:
    """Do the declared repairs turn the verdict?"""
    return bool(planner.plan(unit, result).steps)


def done_today(planner: Planner, unit: GatheredUnit, result: UnitResult) -> bool:
    """Does the verdict pass once all is done, on the day of the check, that is not done yet?"""
    bench, (loaded,) = planner.bench, planner.chosen
    changes = {
        Change(table, at, name, _DONE if field.type == "text" else bench.as_of)
        for table in bench.book.base_tables(loaded.criterion.subject) & set(table_specs())
        for name, field in table_specs()[table].fields.items()
        if (field.type, field.blank) in _LEFT_OPEN
        for (at,) in bench.store.db.execute(
            f'SELECT seen_at FROM "{table}" WHERE unit = $unit'
            f" AND {_LEFT_OPEN[field.type, field.blank].format(name)}",
            {"unit": unit.number, "as_of": bench.as_of},
        ).fetchall()
    }
    (heard,) = bench.judge([World(unit, frozenset(changes))], [loaded])
    return heard.criteria[0].verdict == "pass"


def violated(case: RuleCase) -> bool:
    """Is the criterion known to be violated, whether or not its law was read?"""
    said = case.expect
    return said.verdict in ("fail", "partial") or (
        said.verdict == "undetermined" and bool(said.violated)
    )


def tried(
    book: Rulebook, loaded: LoadedCriterion, judges: Judges, trial: Trial
) -> Iterator[tuple[str, bool]]:
    """Each failing case of a criterion by its name, and what a trial says of it."""
    one = loaded.criterion
    path = cases_path(RULES, one.pack, one.id)
    cases, _ = read_cases(path, path.name)
    failing = [case for case in cases.cases if violated(case)]
    for as_of in sorted({case.as_of or cases.as_of for case in failing}):
        here = [case for case in failing if (case.as_of or cases.as_of) == as_of]
        with Store(table_specs()) as store:
            units = [fill_case(store, number, cases, case) for number, case in enumerate(here)]
            prepare(store, book, as_of, [loaded])
            local = local_values(units)
            scorer = Scorer("", own_points([loaded]), book, {})
            planner = Planner(Bench(store, book, as_of, local, judges), [loaded], scorer)
            measured = measure_all(store, book, [loaded], as_of, local)
            hearing = Hearing(measured, book, store.sources, judges)
            heard = [hearing.hear(unit) for unit in units]
            for case, unit, result in zip(here, units, heard, strict=True):
                yield case.name, trial(planner, unit, result)


def broken(ids: Sequence[str] = ()) -> tuple[int, list[str]]:
    """How many criteria were tried, and those whose declaration does not hold."""
    book, faults, number = load_rulebook(), [], 0
    with Judges() as judges:
        for loaded in book.criteria.values():
            one = loaded.criterion
            if not (one.fix or one.lost) or (ids and one.id not in ids):
                continue
            number += 1
            trial = repaired if one.fix else done_today
            results = list(tried(book, loaded, judges, trial))
            turned = [name for name, is_so in results if is_so]
            if not results or bool(turned) != bool(one.fix):
                faults.append(f"{one.id}: {turned or [name for name, _ in results]}")
    return number, faults


if __name__ == "__main__":
    looked, wrong = broken(sys.argv[1:])
    print(f"{looked} criteria", *wrong, sep="\n  ")
    raise SystemExit(1 if wrong else 0)
