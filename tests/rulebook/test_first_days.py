"""Cases stand on both sides of each day on which what is asked changes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml
from motcua.checker.home import RULES

PACKS = ("direction", "index766", "iso9001", "posting", "premises")
FILES = sorted(path for pack in PACKS for path in (RULES / pack).glob("*-??.yaml"))
CRITERIA = [path for path in FILES if "\nby_date:" not in path.read_text(encoding="utf-8")]
"""Where the rows' own days decide (``by_date``), they stand in the rows and not here."""
A_DAY = dt.timedelta(days=1)


def days_of_checks(path: Path) -> set[dt.date]:
    """The days by whose law the cases of a criterion are judged."""
    said = yaml.safe_load(path.with_name(f"{path.stem}.cases.yaml").read_text(encoding="utf-8"))
    return {case.get("as_of", said["as_of"]) for case in said["cases"]}


@pytest.mark.parametrize("path", CRITERIA, ids=lambda path: path.stem)
def test_each_version_has_cases_on_its_first_day_and_on_the_day_before(path: Path):
    criterion = yaml.safe_load(path.read_text(encoding="utf-8"))
    days = days_of_checks(path)
    first_days = [version["valid_from"] for version in criterion["versions"]]
    wanted = {day for first in first_days for day in (first - A_DAY, first)}
    assert sorted(wanted - days) == []
