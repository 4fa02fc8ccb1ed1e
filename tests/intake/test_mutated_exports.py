"""A short run of ``tools/mutate_exports.py``; the long one is by hand."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from motcua.checker.home import SAMPLES
from motcua.tools.export_mutations import load, mutate, suffixes, write
from motcua.tools.mutate_exports import Case, case_of, faults


@pytest.mark.parametrize("seed", [7])
def test_no_change_of_an_export_makes_a_verdict_better_or_ends_in_a_traceback(seed: int):
    assert [f"{case}: {said}" for case, said in faults([case_of(seed, n) for n in range(40)])] == []


def test_a_register_is_judged_the_same_in_every_format():
    path = SAMPLES / "bad" / "niem yet.csv"
    grids = load(path)
    whole = mutate(path, random.Random(0))
    cases = [
        Case(n, "bad", path.name, replace(whole, kind="as it is", suffix=suffix, may="same",
                                          instead=None, content=write(grids, suffix)))
        for n, suffix in enumerate(suffixes(grids))
    ]  # fmt: skip
    assert len(cases) == 5
    assert list(faults(cases)) == []


def test_a_verdict_that_changes_is_found():
    path = SAMPLES / "good" / "so-niem-yet.xlsx"
    grids = load(path)
    grids[0].rows = grids[0].rows[: grids[0].top + 4]  # most of the register is gone, unseen
    lost = replace(mutate(path, random.Random(0)), suffix=".csv", may="less", instead=None)
    case = Case(1, "good", path.name, replace(lost, content=write(grids, ".csv")))
    assert "NY-01: pass became fail" in [said for _, said in faults([case])]


def test_the_same_seed_and_number_give_the_same_case():
    assert [case_of(3, n) for n in range(8)] == [case_of(3, n) for n in range(8)]
