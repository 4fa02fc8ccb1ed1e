"""A waiver stands beside the verdict: it never hides it, and one that is not needed is told."""

import json
import shutil

import pytest
from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main


def checked(folder, *options):
    arguments = ["check", str(folder), "--as-of", "2026-11-22", *options]
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def unit(tmp_path):
    shutil.copytree(SAMPLES / "bad", tmp_path / "bad")
    return tmp_path / "bad"


def waive(unit, criterion, first, last):
    (unit / "waivers.yaml").write_text(
        f"- criterion: {criterion}\n  reason: Trụ sở đang sửa chữa\n"
        f"  approver: Chủ tịch UBND xã\n  from: {first}\n  to: {last}\n",
        encoding="utf-8",
    )


# criterion, from, to -> effect, whether a decision is shown
CASES = [
    ("NY-01", "2026-01-01", "2026-11-22", "waived"),
    ("NY-01", "2026-01-01", "2026-11-21", "expired"),
    ("NY-01", "2026-11-23", "2026-12-31", None),
    ("NY-05", "2026-01-01", "2026-12-31", "unused"),
]


@pytest.mark.parametrize(("criterion", "first", "last", "effect"), CASES)
def test_the_verdict_stays_and_the_decision_stands_beside_it(unit, criterion, first, last, effect):
    before = json.loads(checked(unit, "--format", "json").stdout)["units"][0]
    waive(unit, criterion, first, last)
    run = checked(unit, "--format", "json")
    after = json.loads(run.stdout)["units"][0]
    verdicts = [{c["id"]: c["verdict"] for c in result["criteria"]} for result in (before, after)]
    assert verdicts[0] == verdicts[1]
    assert run.exit_code == 1
    decisions = {c["id"]: c["decision"] for c in after["criteria"] if c["decision"]}
    if effect is None:
        assert decisions == {}
    else:
        assert decisions[criterion]["effect"] == effect
        assert decisions[criterion]["approver"] == "Chủ tịch UBND xã"


def test_a_waived_criterion_does_not_weigh_on_its_group(unit):
    waivers = "".join(
        f"- {{criterion: {c}, reason: Lý do, approver: A, from: 2026-01-01, to: 2026-12-31}}\n"
        for c in ("NY-01", "NY-03", "NY-04")
    )
    (unit / "waivers.yaml").write_text(waivers, encoding="utf-8")
    result = json.loads(checked(unit, "--format", "json").stdout)["units"][0]
    assert result["groups"]["posting"] == "partial"  # NY-02 is left, and NY-05 does not apply
    assert "được miễn trừ" in checked(unit).stdout


def test_a_faulty_waiver_is_told_at_its_line(unit):
    (unit / "waivers.yaml").write_text("- criterion: NY-01\n  reson: x\n", encoding="utf-8")
    run = checked(unit)
    assert run.exit_code == 2
    assert "waivers.yaml:2:3: không có trường 'reson'; có phải 'reason'?" in run.stderr


def test_a_waiver_of_no_criterion_is_told(unit):
    waive(unit, "NY-99", "2026-01-01", "2026-12-31")
    result = json.loads(checked(unit, "--format", "json").stdout)["units"][0]
    notices = [n for account in result["intake"] for n in account["notices"]]
    assert any(n["code"] == "unknown_waiver" and "NY-99" in n["text"]["vi"] for n in notices)
