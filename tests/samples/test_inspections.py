"""Two inspections of many units: every fault that was seeded is found, and no other is."""

import json
from functools import cache

import pytest
import yaml
from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main

# units by level
INSPECTIONS = {
    "2020-h1": {"commune": 7, "department": 5},
    "2022-q2": {"department": 9, "district": 7, "commune": 3},
}


@cache
def checked(inspection):
    """The units by folder, as judged, and what is expected of them."""
    path = SAMPLES / "expected" / "inspections" / f"{inspection}.yaml"
    wanted = yaml.safe_load(path.read_text(encoding="utf-8"))
    folder = SAMPLES / "inspections" / inspection
    arguments = ["check", str(folder), "--as-of", str(wanted["as_of"]), "--format", "json"]
    run = CliRunner().invoke(main, arguments)
    assert run.exit_code == wanted["exit_code"], run.output
    units = json.loads(run.stdout)["units"]
    return {unit["unit"]["folder"]: unit for unit in units}, wanted


@pytest.mark.parametrize("inspection", INSPECTIONS)
def test_every_unit_of_the_inspection_is_judged(inspection):
    seen, wanted = checked(inspection)
    levels = [unit["unit"]["level"] for unit in seen.values()]
    assert {level: levels.count(level) for level in levels} == INSPECTIONS[inspection]
    assert sorted(seen) == sorted(wanted["units"])
    told = [
        {"unit": folder, "file": notice["file"], "code": notice["code"]}
        for folder, unit in seen.items()
        for account in unit["intake"]
        for notice in account["notices"]
    ]
    assert told == wanted["notices"]


@pytest.mark.parametrize("inspection", INSPECTIONS)
def test_what_fails_is_what_was_seeded(inspection):
    seen, wanted = checked(inspection)
    found = {
        (folder, c["id"]): sorted(finding["subject"].split()[0] for finding in c["findings"])
        for folder, unit in seen.items()
        for c in unit["criteria"]
        if c["verdict"] in ("fail", "partial", "error") or c["findings"]
    }
    assert found == {
        (folder, id_): codes
        for folder, unit in wanted["units"].items()
        for id_, codes in unit.get("fail", {}).items()
    }


@pytest.mark.parametrize("inspection", INSPECTIONS)
def test_what_was_judged_passes_where_nothing_was_seeded(inspection):
    seen, wanted = checked(inspection)
    for folder, plan in wanted["units"].items():
        planned = dict.fromkeys(wanted["judged"], "pass")
        planned |= dict.fromkeys(plan.get("fail", ()), "fail")
        planned |= dict.fromkeys(plan.get("unsure", ()), "undetermined")
        planned |= dict.fromkeys(plan.get("not_due", ()), "not_applicable")
        told = {c["id"]: c["verdict"] for c in seen[folder]["criteria"]}
        assert {id_: told[id_] for id_ in planned} == planned, folder


def test_what_was_not_yet_asked_does_not_apply():
    seen, _ = checked("2020-h1")
    told = {c["id"]: c for c in seen["phuong-an-dong"]["criteria"]}
    later = [id_ for id_ in told if told[id_]["reason_code"] == "not_begun"]
    assert {"NY-21", "NY-23", "NY-24"} <= set(later)
    assert {told[id_]["verdict"] for id_ in later} == {"not_applicable"}
    assert "áp dụng từ 01/07/2026" in told["NY-21"]["reason"]
    assert not [id_ for id_ in told if told[id_]["reason_code"] == "no_version"]


def test_a_code_that_was_mistyped_is_shown_beside_the_one_that_is_missed():
    seen, _ = checked("2020-h1")
    gaps = next(c for c in seen["xa-go-mit"]["criteria"] if c["id"] == "NY-01")["gaps"]
    assert [gap["subject"].split()[0] for gap in gaps] == ["9.031111"]
    assert "9.031118" in [evidence["value"] for evidence in gaps[0]["evidence"]]
