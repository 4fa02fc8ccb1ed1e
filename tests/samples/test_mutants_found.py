"""Each criterion finds its deliberate fault, and no other one does: one mutant a criterion.

All of them: ``python tools/measure_mutants.py``.
"""

from __future__ import annotations

from motcua.tools.decree30.mutants import mutants
from motcua.tools.measure_mutants import expected, one_a_criterion, verdicts_of

from tests.soundness.bench import on_documents

DUE = expected()


def test_every_fault_has_its_criteria_or_a_reason():
    assert {m.fault for m in mutants()} == set(DUE)


def test_each_criterion_finds_its_fault_and_no_other_does():
    chosen = one_a_criterion(DUE)
    told = verdicts_of({str(at): mutant.bytes() for at, mutant in enumerate(chosen)}, jobs=1)
    failed = {
        mutant.name: {name for name, verdict in told[str(at)].items() if verdict == "fail"}
        for at, mutant in enumerate(chosen)
    }
    assert [m.name for m in chosen if not DUE[m.fault].met(frozenset(failed[m.name]))] == []
    named = set().union(*(due.criteria for due in DUE.values()))
    assert named - set().union(*failed.values()) == set()
    assert len(named) > 100


def test_each_criterion_of_documents_is_sure_to_find_a_fault_of_its_own():
    sure = {min(due.criteria) for due in DUE.values() if due.always and len(due.criteria) == 1}
    assert sorted(set(on_documents()) - sure) == []
