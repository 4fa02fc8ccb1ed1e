"""Criteria over generated rows against hand-written SQL for the same counts, in one process.

``python benchmarks/rows.py`` holds a million rows of every main table in the real store, asks the
real ``measure`` and ``by_hand/<criterion>.sql`` in turn, refuses any difference between their
counts and prints how many times as long the criterion took. The ratio is of this machine's run
against itself: it says what the compiler and the subjects cost, not how fast the machine is.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from motcua.checker.measure.criterion import measure  # noqa: E402
from motcua.checker.rulebook.book import LoadedCriterion, Rulebook  # noqa: E402
from motcua.checker.rulebook.compile import Setting  # noqa: E402
from motcua.checker.rulebook.valid import valid_rulebook  # noqa: E402
from motcua.checker.run import choose, prepare  # noqa: E402
from motcua.checker.store import Store  # noqa: E402
from motcua.checker.tables import table_specs  # noqa: E402

AS_OF = dt.date(2026, 11, 22)
"""The day that the hand-written SQL names."""

Counts = dict[int, tuple[int, int, int]]
"""Unit number -> rows satisfied, violated, undetermined."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One criterion's seconds by both ways, medians of the runs, and its counts in all units."""

    criterion: str
    counted: tuple[int, int, int]
    ours: float
    by_hand: float

    @property
    def ratio(self) -> float:
        """How many times as long as the hand-written SQL."""
        return self.ours / self.by_hand


def generate(store: Store, rows: int, units: int, register: int) -> None:
    """Fill the store's tables, spread over ``units`` units.

    Args:
        store: The store, empty.
        rows: Rows of each main table, ``register`` apart.
        units: How many units.
        register: Rows of the registers of actions and of changes of law.
    """
    store.db.execute(f"CREATE MACRO units() AS {units}")
    store.db.execute(f"CREATE MACRO per_unit() AS {rows // units}")
    store.db.execute(f"CREATE MACRO per_register() AS {register // units}")
    store.db.execute((HERE / "generated.sql").read_text(encoding="utf-8"))


def by_hand_file(criterion: str, folder: str = "by_hand") -> Path:
    """Where the SQL written by hand lies; a criterion without it is not compared."""
    return HERE / folder / f"{criterion}.sql"


def compare(
    store: Store, book: Rulebook, loaded: LoadedCriterion, runs: int, folder: str = "by_hand"
) -> Comparison:
    """Measure one criterion both ways in turn.

    Raises:
        SystemExit: The two do not count the same.
    """
    name = loaded.criterion.id
    setting = Setting(AS_OF, loaded.in_force(AS_OF))
    query = by_hand_file(name, folder).read_text(encoding="utf-8")

    def ours() -> Counts:
        measured = measure(store, book, loaded, setting)
        if measured.fault or measured.counts is None:
            raise SystemExit(f"{name}: {measured.fault or 'no version in force'}")
        return {
            unit: (count.satisfied, count.violated, count.undetermined)
            for unit, count in measured.counts.items()
        }

    def by_hand() -> Counts:
        return {unit: (yes, no, open_) for unit, yes, no, open_ in store.db.sql(query).fetchall()}

    expected, found = by_hand(), ours()
    if found != expected:
        units = [unit for unit in expected | found if expected.get(unit) != found.get(unit)]
        one = min(units)
        raise SystemExit(
            f"{name}: other counts in {len(units)} units, "
            f"unit {one}: {found.get(one)}, by hand {expected.get(one)}"
        )
    times = [(seconds(ours), seconds(by_hand)) for _ in range(runs)]
    yes, no, open_ = (sum(column) for column in zip(*found.values(), strict=True))
    first, second = (statistics.median(column) for column in zip(*times, strict=True))
    return Comparison(name, (yes, no, open_), first, second)


def seconds(work: Callable[[], object]) -> float:
    """Wall seconds of a piece of work."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Generate, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of each main table")
    parser.add_argument("--units", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", nargs="*", default=[], metavar="ID")
    options = parser.parse_args()
    book = valid_rulebook(())
    with Store(table_specs()) as store:
        generate(store, options.rows, options.units, options.rows)
        wanted = [c for c in choose(book, ()) if c.criterion.id in (options.only or book.criteria)]
        held = seconds(lambda: prepare(store, book, AS_OF, wanted))
        written = [c for c in wanted if by_hand_file(c.criterion.id).is_file()]
        compared = [compare(store, book, loaded, options.runs) for loaded in written]
    print("criterion  satisfied   violated  undetermined    ours s  by hand s  ratio")
    for one in compared:
        yes, no, open_ = one.counted
        print(
            f"{one.criterion:9} {yes:10} {no:10} {open_:13}"
            f" {one.ours:9.3f} {one.by_hand:10.3f} {one.ratio:6.2f}"
        )
    worst = max(compared, key=lambda one: one.ratio)
    ours, by_hand = sum(one.ours for one in compared), sum(one.by_hand for one in compared)
    print(f"subjects that several criteria read, computed once: {held:.3f} s")
    print(f"worst {worst.criterion} {worst.ratio:.2f}, all together {(ours + held) / by_hand:.2f}")


if __name__ == "__main__":
    main()
