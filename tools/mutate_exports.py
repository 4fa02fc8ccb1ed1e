"""Changes the exports of the sample units in many ways and looks at what comes out.

    python tools/mutate_exports.py --cases 5000 --seed 1
    python tools/mutate_exports.py --seed 1 --only 4711 --keep FOLDER

What must hold in every case: no exception; every file has its account, and of every table rows
read = kept + refused; a file written anew without a change gives the same verdicts; and where data
were only lost or destroyed, each verdict is that of the whole data or ``undetermined``. The same
seed and case give the same bytes. Faults are printed, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from motcua.checker.home import SAMPLES
from motcua.checker.result import UnitResult
from motcua.checker.run import Request, check
from motcua.tools.export_mutations import Mutation, mutate

UNITS = ("good", "bad", "partial")
PACKS = ("posting", "iso9001")
AS_OF = dt.date(2026, 11, 22)
TOGETHER = 100
"""Cases judged in one run."""


@dataclass(frozen=True)
class Case:
    """One mutated export of one sample unit."""

    number: int
    unit: str
    file: str
    mutation: Mutation

    def __str__(self) -> str:
        """What a person needs to look at it again."""
        what = f"{self.mutation.kind} as {self.mutation.suffix}"
        return f"case {self.number}: {self.unit}/{self.file}: {what}"


def case_of(seed: int, number: int) -> Case:
    """The case of a number; the same every time."""
    chance = random.Random(f"{seed}:{number}")
    unit = chance.choice(UNITS)
    registers = (p for p in (SAMPLES / unit).iterdir() if p.suffix in (".csv", ".xlsx"))
    path = chance.choice(sorted(registers))
    return Case(number, unit, path.name, mutate(path, chance))


def lay_out(case: Case, content: bytes, folder: Path) -> None:
    """The unit's folder without its documents, one of its exports in place of the original."""
    shutil.copytree(SAMPLES / case.unit, folder, ignore=shutil.ignore_patterns("documents"))
    (folder / case.file).unlink()
    (folder / f"{Path(case.file).stem}{case.mutation.suffix}").write_bytes(content)


def judge(folders: Path) -> Mapping[str, UnitResult]:
    """The results of all units in a folder, by the name of each unit's own."""
    result = check(Request((folders,), AS_OF, PACKS))
    return {unit.folder: unit for unit in result.units}


def faults(cases: Sequence[Case]) -> Iterator[tuple[Case, str]]:
    """What is wrong with the answers to some cases."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        for unit in UNITS:
            ignore = shutil.ignore_patterns("documents")
            shutil.copytree(SAMPLES / unit, top / unit, ignore=ignore)
        for case in cases:
            lay_out(case, case.mutation.content, top / f"{case.number}")
            if case.mutation.instead is not None:
                lay_out(case, case.mutation.instead, top / f"{case.number} whole")
        try:
            found = judge(top)
        except Exception:
            if len(cases) == 1:
                yield cases[0], traceback.format_exc()
                return
            for case in cases:
                yield from faults([case])
            return
    for case in cases:
        whole = found.get(f"{case.number} whole", found[case.unit])
        yield from ((case, said) for said in compared(case, found[f"{case.number}"], whole))


def compared(case: Case, seen: UnitResult, whole: UnitResult) -> Iterator[str]:
    """How the results of a case break what must hold."""
    name = f"{Path(case.file).stem}{case.mutation.suffix}"
    if not any(account.file == name for account in seen.intake):
        yield f"{name} has no account"
    for account in seen.intake:
        if account.rows_read != account.rows_kept + account.rows_refused:
            yield f"{account.file}: rows read are not those kept and refused"
        if not account.table and not account.notices and account.file == name:
            yield f"{name} was left out without a word"
    for before, after in zip(whole.criteria, seen.criteria, strict=True):
        allowed = {before.verdict}
        if case.mutation.may == "less":
            allowed.add("undetermined")
        if case.mutation.may != "other" and after.verdict not in allowed:
            yield f"{before.id}: {before.verdict} became {after.verdict}"
        elif after.verdict == "error":
            yield f"{before.id}: {after.reason.en}"


def main() -> int:
    """Run the cases that are asked for and say how they went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="one case again")
    parser.add_argument("--keep", type=Path, help="lay the unit of --only out in this folder")
    given = parser.parse_args()
    numbers = range(given.cases) if given.only is None else range(given.only, given.only + 1)
    kinds: Counter[str] = Counter()
    wrong = 0
    for start in range(0, len(numbers), TOGETHER):
        cases = [case_of(given.seed, number) for number in numbers[start : start + TOGETHER]]
        kinds.update(f"{case.mutation.kind} {case.mutation.suffix}" for case in cases)
        for case, said in faults(cases):
            wrong += 1
            print(f"{case}: {said}", flush=True)
        if given.keep and given.only is not None:
            lay_out(cases[0], cases[0].mutation.content, given.keep)
    print(f"seed {given.seed}, {sum(kinds.values())} cases, {wrong} faults")
    print("; ".join(f"{kind}: {number}" for kind, number in sorted(kinds.items())))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
