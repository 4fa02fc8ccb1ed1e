"""Which criterion finds which deliberate fault: every one-fault mutant against its clean sample.

    python tools/measure_mutants.py [--found FILE] [--only FAULT…]

For each mutant of ``tools/decree30`` it tells the criteria that fail and did not fail on the
sample, and holds them against ``tests/samples/mutants_found.yaml``: a fault has the criteria that
find it, or the reason why none can.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from motcua.checker.run_documents import DocumentsRequest, check_documents  # noqa: E402
from motcua.tools.decree30.catalogue import sample  # noqa: E402
from motcua.tools.decree30.mutants import Mutant, mutants  # noqa: E402

FOUND = HOME / "tests" / "samples" / "mutants_found.yaml"
AS_OF = dt.date(2026, 11, 22)
Verdicts = Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """A mutant and the criteria that fail on it alone (``new``) or no longer pass (``open``)."""

    mutant: Mutant
    new: frozenset[str]
    open: frozenset[str]


def judged(chosen: Sequence[Mutant], jobs: int = 2) -> Iterator[Told]:
    """Judge the samples and their mutants in one run."""
    files = {f"{number:05}": mutant.bytes() for number, mutant in enumerate(chosen)}
    samples = sorted({mutant.sample for mutant in chosen})
    files |= {f"s-{name}": sample(name).to_bytes() for name in samples}
    verdicts = verdicts_of(files, jobs)
    for number, mutant in enumerate(chosen):
        clean, mine = verdicts[f"s-{mutant.sample}"], verdicts[f"{number:05}"]
        new = {c for c, v in mine.items() if v == "fail" and clean[c] != "fail"}
        lost = {c for c, v in mine.items() if v == "undetermined" and clean[c] == "pass"}
        yield Told(mutant, frozenset(new), frozenset(lost))


def verdicts_of(files: Mapping[str, bytes], jobs: int = 2) -> dict[str, Verdicts]:
    """File name without ending -> criterion -> verdict."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            Path(folder, f"{name}.docx").write_bytes(content)
        result = check_documents(DocumentsRequest((Path(folder),), AS_OF, jobs=jobs))
        return {
            Path(one.file).stem: {c.id: c.verdict for c in one.criteria} for one in result.documents
        }


@dataclass(frozen=True)
class Due:
    """What the file says of a fault: the criteria that may find it, and whether one always does."""

    criteria: frozenset[str] = frozenset()
    always: bool = False

    def met(self, new: frozenset[str]) -> bool:
        """Whether the criteria that newly fail are as the file says."""
        return new <= self.criteria and bool(new or not self.always)


def expected(path: Path = FOUND) -> dict[str, Due]:
    """Fault -> its criteria, as a list; ``some`` with ``why``; or nothing but the reason."""
    if not path.exists():
        return {}
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {fault: _due(by) for fault, by in said["found"].items()}


def _due(by: list[str] | dict[str, list[str]] | str) -> Due:
    if isinstance(by, list):
        return Due(frozenset(by), always=True)
    return Due(frozenset(by["some"])) if isinstance(by, dict) else Due()


def one_a_criterion(due: Mapping[str, Due]) -> list[Mutant]:
    """Few mutants, of which each criterion that finds any finds one; in the order of the list.

    The first of a fault that one criterion is sure to find; for what is left, all of a fault.
    """
    every, chosen, met = list(mutants()), list[Mutant](), set[str]()
    for mutant in every:
        its = due[mutant.fault]
        if its.always and len(its.criteria) == 1 and not its.criteria <= met:
            met |= its.criteria
            chosen.append(mutant)
    for fault, its in due.items():
        if not its.criteria <= met:
            met |= its.criteria
            chosen += [mutant for mutant in every if mutant.fault == fault]
    return chosen


def main() -> int:
    """Print fault by fault; 1 where something is not as the file says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--found", type=Path, default=FOUND)
    parser.add_argument("--only", nargs="*", default=[])
    given = parser.parse_args()
    chosen = [m for m in mutants() if not given.only or m.fault in given.only]
    by_fault: dict[str, list[Told]] = defaultdict(list)
    for told in judged(chosen):
        by_fault[told.mutant.fault].append(told)
    due, wrong = expected(given.found), 0
    for fault, its in by_fault.items():
        must = due.get(fault)
        bad = [told for told in its if must is None or not must.met(told.new)]
        wrong += len(bad)
        for told in bad:
            print(
                f"{fault:34}{told.mutant.sample:26} fails {sorted(told.new)}"
                f" open {sorted(told.open)} due {sorted(must.criteria if must else [])}"
            )
    print(f"{len(chosen)} mutants of {len(by_fault)} faults, {wrong} not as written")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
