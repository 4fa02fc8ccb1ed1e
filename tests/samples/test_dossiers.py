"""One-stop dossiers: each slip of the ward is found, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main


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
