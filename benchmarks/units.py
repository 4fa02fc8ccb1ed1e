"""168 units with 100,000 postings and a register that grows, against hand-written DuckDB.

    python benchmarks/units.py [--rows 10000 100000 …] [--folders N] [--write docs/benchmarks.md]

Two questions. In the store: how long the program takes to count every criterion that has SQL by
hand, subjects included, as a multiple of that SQL, while one register grows from 10,000 to
10,000,000 rows (``rows.py`` says how the two are compared). From files (``--folders``): how many
rows a second a whole ``motcua check`` of 168 folders of .csv reads and judges, how much memory it
takes at most, and how long DuckDB's own reader takes for the same files.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from motcua.benchmarks.folders import WholeRun, whole_run, write_folders  # noqa: E402
from motcua.benchmarks.rows import (  # noqa: E402
    AS_OF,
    Comparison,
    by_hand_file,
    compare,
    generate,
    seconds,
)
from motcua.checker.rulebook.valid import valid_rulebook  # noqa: E402
from motcua.checker.run import choose, prepare  # noqa: E402
from motcua.checker.store import Store  # noqa: E402
from motcua.checker.tables import table_specs  # noqa: E402

UNITS, POSTINGS = 168, 100_000
CRITERIA = ("NY-01", "NY-02", "NY-03", "NY-04", "NY-05", "ISO-04", "ISO-05")
GROWTH = (10_000, 100_000, 1_000_000, 10_000_000)
WIDTH = 48


@dataclass(frozen=True, slots=True)
class Grown:
    """What all criteria took at one size of the register, by both ways."""

    rows: int
    held: float
    compared: tuple[Comparison, ...]

    @property
    def ours(self) -> float:
        """Seconds of the program, with the subjects that it computes once."""
        return self.held + sum(one.ours for one in self.compared)

    @property
    def by_hand(self) -> float:
        """Seconds of the hand-written SQL."""
        return sum(one.by_hand for one in self.compared)


def grown(rows: int, runs: int) -> Grown:
    """Count everything with a register of so many rows.

    Raises:
        SystemExit: The two ways do not count the same.
    """
    book = valid_rulebook(())
    with Store(table_specs()) as store:
        generate(store, POSTINGS, UNITS, rows)
        wanted = [c for c in choose(book, ()) if c.criterion.id in CRITERIA]
        held = seconds(lambda: prepare(store, book, AS_OF, wanted))
        written = [c for c in wanted if by_hand_file(c.criterion.id).is_file()]
        return Grown(rows, held, tuple(compare(store, book, one, runs) for one in written))


def table(measured: list[Grown]) -> list[str]:
    """The figures, a line a size."""
    lines = [
        "| rows of the register | seconds | by hand | ratio |",
        "| ---: | ---: | ---: | ---: |",
    ]
    for one in measured:
        ratio = one.ours / one.by_hand
        lines.append(f"| {one.rows:,} | {one.ours:.2f} | {one.by_hand:.2f} | {ratio:.2f} |")
    return lines


def curve(measured: list[Grown]) -> list[str]:
    """Seconds over rows, both axes logarithmic: ``o`` the program, ``x`` by hand, ``*`` both."""
    times = [math.log10(t) for one in measured for t in (one.ours, one.by_hand)]
    low, high = math.floor(min(times) * 4) / 4, math.ceil(max(times) * 4) / 4
    sizes = [math.log10(one.rows) for one in measured]
    span = (sizes[-1] - sizes[0]) or 1
    lines = []
    for step in range(round((high - low) * 4), -1, -1):
        level = low + step / 4
        cells = [" "] * (WIDTH + 1)
        for one, size in zip(measured, sizes, strict=True):
            at = round((size - sizes[0]) / span * WIDTH)
            for sign, spent in (("o", one.ours), ("x", one.by_hand)):
                if round(math.log10(spent) * 4) == round(level * 4):
                    cells[at] = "*" if cells[at] not in (" ", sign) else sign
        lines.append(f"{10**level:8.2f} s |{''.join(cells).rstrip()}")
    marks = [" "] * (WIDTH + 8)
    for one, size in zip(measured, sizes, strict=True):
        at = round((size - sizes[0]) / span * WIDTH)
        label = f"10^{math.log10(one.rows):.3g}"
        marks[at : at + len(label)] = label
    return [*lines, " " * 11 + "+" + "-" * WIDTH, " " * 12 + "".join(marks).rstrip() + " rows"]


def by_criterion(one: Grown) -> list[str]:
    """Each criterion's own ratio at one size."""
    lines = ["| criterion | seconds | by hand | ratio |", "| --- | ---: | ---: | ---: |"]
    for each in one.compared:
        lines.append(
            f"| {each.criterion} | {each.ours:.3f} | {each.by_hand:.3f} | {each.ratio:.2f} |"
        )
    return lines


def whole(run: WholeRun) -> list[str]:
    """The whole check from files in a sentence."""
    return [
        f"From files: {run.rows:,} rows in {UNITS} folders of .csv, {run.megabytes} MB: "
        f"{run.seconds:.0f} s, **{run.rows / run.seconds:,.0f} rows a second** from the first byte "
        f"to the written JSON, at most {run.peak} MB of memory. DuckDB's own reader takes "
        f"{run.duckdb:.1f} s to load the same files, types guessed, nothing checked and no place "
        "kept."
    ]


def main() -> None:
    """Measure, print, and put what was measured into a page if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=list(GROWTH))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folders", type=int, metavar="N", help="also from files, N rows")
    parser.add_argument("--write", type=Path, help="a page with the lines begin: and end: units")
    options = parser.parse_args()
    measured = [grown(rows, options.runs) for rows in options.rows]
    middle = min(measured, key=lambda one: abs(one.rows - 1_000_000))
    said = [*table(measured), "", "```text", *curve(measured), "```", ""]
    said += [f"Each criterion at {middle.rows:,} rows:", "", *by_criterion(middle)]
    if options.folders:
        with tempfile.TemporaryDirectory() as folder:
            rows = write_folders(Path(folder), UNITS, POSTINGS, options.folders)
            said += ["", *whole(whole_run(Path(folder), rows))]
    print("\n".join(said))
    if options.write:
        page = options.write.read_text(encoding="utf-8")
        head, begin, rest = page.partition("<!-- begin: units -->\n")
        _, end, tail = rest.partition("<!-- end: units -->")
        if not (begin and end):
            raise SystemExit(f"{options.write}: no lines begin: units and end: units")
        text = "\n".join(said)
        options.write.write_text(f"{head}{begin}\n{text}\n\n{end}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
