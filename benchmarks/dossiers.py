"""The criteria of dossiers over an export of a million rows, against hand-written DuckDB.

``python benchmarks/dossiers.py [--rows N] [--units N] [--runs N]`` fills the real store with
``dossiers.sql`` (168 units), asks the real ``measure`` and ``dossiers_by_hand/<criterion>.sql`` in
turn, refuses any difference between their counts, and prints how many times as long the criteria
took, subjects included, and the most memory that the process held.
"""

from __future__ import annotations

import argparse
import resource
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from motcua.benchmarks.rows import AS_OF, compare, seconds  # noqa: E402
from motcua.checker.rulebook.valid import valid_rulebook  # noqa: E402
from motcua.checker.run import choose, prepare  # noqa: E402
from motcua.checker.store import Store  # noqa: E402
from motcua.checker.tables import table_specs  # noqa: E402

BY_HAND = "dossiers_by_hand"


def megabytes() -> float:
    """The most memory that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Generate, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--units", type=int, default=168)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    book = valid_rulebook(())
    with Store(table_specs()) as store:
        store.db.execute(f"CREATE MACRO units() AS {options.units}")
        store.db.execute(f"CREATE MACRO per_unit() AS {options.rows // options.units}")
        store.db.execute((HERE / "dossiers.sql").read_text(encoding="utf-8"))
        filled = megabytes()
        wanted = choose(book, ("dossiers",))
        held = seconds(lambda: prepare(store, book, AS_OF, wanted))
        compared = [compare(store, book, loaded, options.runs, BY_HAND) for loaded in wanted]
    print("criterion  satisfied   violated  undetermined    ours s  by hand s  ratio")
    for one in compared:
        yes, no, open_ = one.counted
        print(
            f"{one.criterion:9} {yes:10} {no:10} {open_:13}"
            f" {one.ours:9.3f} {one.by_hand:10.3f} {one.ratio:6.2f}"
        )
    ours, by_hand = sum(one.ours for one in compared), sum(one.by_hand for one in compared)
    print(f"subjects computed once: {held:.3f} s")
    print(
        f"all together {ours + held:.3f} s, by hand {by_hand:.3f} s: {(ours + held) / by_hand:.2f}"
    )
    print(f"memory: {filled:.0f} MB with the rows, {megabytes():.0f} MB at most")


if __name__ == "__main__":
    main()
