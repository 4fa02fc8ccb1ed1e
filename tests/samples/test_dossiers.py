"""One-stop dossiers: what was put into the samples is found, to the number, and nothing else is."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main
from motcua.tools.samples.city import files


def expected(name: str) -> Any:
    return yaml.safe_load((SAMPLES / "expected" / f"{name}.yaml").read_text(encoding="utf-8"))


def checked(folder: Path, wanted: Any, *packs: str) -> list[Any]:
    options = [option for pack in packs for option in ("--pack", pack)]
    arguments = ["check", str(folder), "--as-of", str(wanted["as_of"]), "--format", "json"]
    run = CliRunner().invoke(main, [*arguments, *options])
    assert run.exit_code == 1, run.output
    units: list[Any] = json.loads(run.stdout)["units"]
    return units


def test_each_slip_of_the_ward_is_found_and_nothing_else_is():
    wanted = expected("one-stop")
    (ward,) = checked(SAMPLES / "one-stop", wanted, "dossiers", "feedback")
    found = {c["id"]: [f["subject"] for f in c["findings"]] for c in ward["criteria"]}
    assert found == wanted["violated"]
    assert not [n for account in ward["intake"] for n in account["notices"]]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    folder = tmp_path_factory.mktemp("city")
    for name, content in files().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return checked(folder, expected("city"), "dossiers")


def test_the_city_and_its_communes_have_exactly_the_faults_that_were_put_there(city: list[Any]):
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in city:
        assert not [n for account in unit["intake"] for n in account["notices"]]
        found[unit["unit"]["level"]]["count"] += 1
        for criterion in unit["criteria"]:
            found[unit["unit"]["level"]][criterion["id"]] += criterion["violated"]
    for level, wanted in expected("city")["units"].items():
        told = dict(found[level])
        assert told.pop("count") == wanted["count"]
        assert {id_: number for id_, number in told.items() if number} == wanted["violated"]


def test_what_is_late_most_is_told_first(city: list[Any]):
    told = next(unit for unit in city if unit["unit"]["level"] == "district")["criteria"]
    for id_, wanted in expected("city")["first"].items():
        findings = next(c for c in told if c["id"] == id_)["findings"]
        assert [finding["message"]["vi"] for finding in findings] == wanted
        assert all(f["evidence"][0]["file"] == "ho-so.csv" for f in findings)
