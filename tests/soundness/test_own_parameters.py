"""A value that one unit sets for itself counts for that unit alone."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from motcua.checker.errors import UsageError
from motcua.checker.home import SAMPLES
from motcua.checker.run import Request, check

from tests.soundness.bench import rule
from tests.soundness.cells import AS_OF
from tests.soundness.worlds import FIELDS, World

EFFECT = dt.date(2026, 3, 1)


def late_by(days: int) -> World:
    """A unit with one procedure, posted so many days after its decision took effect."""
    known: dict[str, dict[str, object]] = {
        "units": {
            "level": "commune",
            "procedure_level": "commune",
            "fields": ("ho tich",),
            "period_from": dt.date(2026, 1, 1),
            "period_to": dt.date(2026, 11, 22),
        },
        "decisions": {"decision_no": "1/QĐ-UBND", "effective_on": EFFECT},
        "procedures": {
            "code": "1.000001",
            "field": "Hộ tịch",
            "levels": ("commune",),
            "decision_no": "1/QĐ-UBND",
            "change": "new",
        },
        "postings": {
            "code": "1.000001",
            "channel": "board",
            "posted_on": EFFECT + dt.timedelta(days),
            "removed_on": dt.date.max,
        },
    }
    return {  # type: ignore[return-value]
        table: [tuple(known[table].get(field) for field in fields)] if table in known else []
        for table, fields in FIELDS.items()
    }


@pytest.mark.parametrize(
    ("days", "own", "verdict"),
    [
        (5, {}, "undetermined"),  # the days of grace of the law itself are not verified
        (0, {}, "pass"),
        (5, {"posting_grace_days": 0}, "fail"),
        (5, {"posting_grace_days": 4}, "fail"),
        (5, {"posting_grace_days": 5}, "pass"),
    ],
)
def test_a_unit_is_judged_by_its_own_value(days: int, own: dict[str, int], verdict: str):
    others = [{"posting_grace_days": 3}, own, {}]
    ruled = rule([late_by(4), late_by(days), late_by(4)], local=others)
    assert ruled[1]["NY-02"].verdict == verdict
    assert [ruled[0]["NY-02"].verdict, ruled[2]["NY-02"].verdict] == ["fail", "undetermined"]


@pytest.mark.parametrize("value", ["năm", '"5"', "1.5"])
def test_a_value_of_another_kind_costs_no_other_unit_its_verdict(value: str, tmp_path: Path):
    for name in ("a", "b"):
        shutil.copytree(SAMPLES / "good", tmp_path / name)
    profile = tmp_path / "b" / "unit.yaml"
    own = f"parameters:\n  posting_grace_days: {{value: {value}, basis: QĐ 1}}\n"
    said = profile.read_text(encoding="utf-8")
    profile.write_text(said.replace("parameters:\n", own), encoding="utf-8")
    result = check(Request((tmp_path,), AS_OF))
    assert [unit.folder for unit in result.units] == ["a"]
    assert result.units[0].verdict == "pass"
    assert value.strip('"') in result.notes[0].vi
    with pytest.raises(UsageError):
        check(Request((tmp_path / "b",), AS_OF))
