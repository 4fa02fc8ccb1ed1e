"""Does every declared repair work? Each is tried on the failing cases beside its criterion.

``python tools/try_fixes.py [ID]…``: one line a criterion that declares ``fix``; exits 1 where a
repair turns none of the criterion's own cases that fail.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from motcua.checker.hearing import Hearing
from motcua.checker.home import RULES
from motcua.checker.judge.judges import Judges
from motcua.checker.measure.criterion import measure_all
from motcua.checker.profile import local_values
from motcua.checker.remedy.plan import Planner
from motcua.checker.remedy.worlds import Bench
from motcua.checker.rulebook.book import LoadedCriterion, Rulebook
from motcua.checker.rulebook.cases import cases_path, read_cases
from motcua.checker.rulebook.load import load_rulebook
from motcua.checker.run import prepare
from motcua.checker.scoring import Scorer, own_points
from motcua.checker.store import Store
from motcua.checker.tables import table_specs
from motcua.checker.trials import fill_case


def tried(book: Rulebook, loaded: LoadedCriterion, judges: Judges) -> Iterator[tuple[str, bool]]:
    """Each failing case of a criterion by its name, and whether its repairs turn it."""
    one = loaded.criterion
    path = cases_path(RULES, one.pack, one.id)
    cases, _ = read_cases(path, path.name)
    failing = [case for case in cases.cases if case.expect.verdict in ("fail", "partial")]
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
                yield case.name, bool(planner.plan(unit, result).steps)


def broken(ids: Sequence[str] = ()) -> tuple[int, list[str]]:
    """How many criteria were tried, and those none of whose failing cases turns."""
    book, faults, number = load_rulebook(), [], 0
    with Judges() as judges:
        for loaded in book.criteria.values():
            if loaded.criterion.fix and (not ids or loaded.criterion.id in ids):
                number += 1
                results = list(tried(book, loaded, judges))
                if not any(turned for _, turned in results):
                    faults.append(f"{loaded.criterion.id}: {[name for name, _ in results]}")
    return number, faults


if __name__ == "__main__":
    looked, wrong = broken(sys.argv[1:])
    print(f"{looked} criteria", *wrong, sep="\n  ")
    raise SystemExit(1 if wrong else 0)
