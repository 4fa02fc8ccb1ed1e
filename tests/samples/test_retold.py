"""Inspections re-told: what was put in is found to the number, and nothing that was not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from motcua.checker import run
from motcua.checker.result import CriterionResult, UnitResult
from motcua.checker.rulebook.book import Rulebook
from motcua.tools.samples.retold.folder import files
from motcua.tools.samples.retold.story import Story, Unit, known_faults, names, story

FAILS = ("fail", "partial")
AN_INDEX = "index766"  # counts shares, knows no faults


@cache
def rulebook() -> Rulebook:
    return run.valid_rulebook(())


def judged(told: Story, folder: Path) -> Mapping[str, UnitResult]:
    """The units of a story by folder, as judged on its day by every pack."""
    for path, content in files(told).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    request = run.Request(paths=(folder,), as_of=told.as_of)
    units = run.check_by(rulebook(), run.choose(rulebook(), ()), request, lambda _: None).units
    return {unit.folder: unit for unit in units}


def found_by(unit: UnitResult) -> dict[str, int]:
    """How much each criterion found that is asked here and has its registers."""
    return {
        c.id: c.violated
        for c in unit.criteria
        if c.violated
        and c.pack != AN_INDEX
        and c.verdict != "not_applicable"
        and c.reason_code != "missing_data"
    }


@pytest.mark.parametrize("name", names())
def test_what_was_put_in_is_found_to_the_number_and_nothing_else(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(run, "MOST_PLANNED", 0)  # what to repair first is asked elsewhere
    told = story(name)
    seen = judged(told, tmp_path)
    units = {unit.folder: unit for unit in told.units()}
    assert sorted(seen) == sorted(units)
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for folder, unit in units.items():
        wanted = {id_: n for id_, n in unit.found().items() if id_ not in told.told["not_asked"]}
        assert found_by(seen[folder]) == wanted, folder
        totals[unit.group].update(wanted)
        for criterion in seen[folder].criteria:
            verdict_is_right(told, unit, criterion, criterion.id in wanted)
        for account in seen[folder].intake:
            assert not account.notices, account
            assert account.rows_refused == 0, account
    # What the story's author added up by hand.
    assert {group: dict(total) for group, total in totals.items()} == told.told["found"]
    for folder, first in told.told.get("first", {}).items():
        findings = {c.id: c.findings for c in seen[folder].criteria}
        assert {id_: [f.message.vi for f in findings[id_]] for id_ in first} == first


def verdict_is_right(told: Story, unit: Unit, criterion: CriterionResult, put_in: bool) -> None:
    """Fails where a fault was put in and its law was read; passes where one could have been."""
    where = f"{unit.folder} {criterion.id}: {criterion.verdict} ({criterion.reason_code})"
    unread = criterion.id in told.told["unread"]
    if criterion.id in told.told["not_asked"]:
        assert criterion.verdict in ("not_applicable", "undetermined"), where
        assert criterion.violated == 0, where
    elif put_in:
        right = (
            criterion.reason_code == "unverified_basis" if unread else criterion.verdict in FAILS
        )
        assert right, where
    elif criterion.pack != AN_INDEX:
        assert criterion.verdict not in (*FAILS, "error"), where
    if criterion.verdict in ("pass", *FAILS):
        assert not [b for b in criterion.basis if b.valid_from and b.valid_from > told.as_of], where
    # The papers of some units were not looked at.
    looked_at = criterion.pack != "formatting" or "letterhead" in unit.told
    could_be = criterion.id in could_be_put_in() - {*told.told["not_asked"], *told.told["unread"]}
    if could_be and looked_at and not put_in:
        assert criterion.verdict in ("pass", "not_applicable"), where


@cache
def could_be_put_in() -> frozenset[str]:
    """The criteria that find the faults that a story may tell of."""
    faults = [fault for part in known_faults().values() for fault in part.values()]
    return frozenset(id_ for fault in faults for id_ in fault["found_by"])


def test_every_fault_is_found_in_some_story():
    found = {
        (part, name)
        for told in map(story, names())
        for unit in told.units()
        for part, faults in known_faults().items()
        for name in unit.put_in(part)
        if not set(told.told["not_asked"]).issuperset(faults[name]["found_by"])
    }
    assert found == {(part, name) for part, faults in known_faults().items() for name in faults}
