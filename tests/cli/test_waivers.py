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
        for c in ("NY-01", "NY-03", "NY-04", "NY-10")
    )
    (unit / "waivers.yaml").write_text(waivers, encoding="utf-8")
    result = json.loads(checked(unit, "--format", "json").stdout)["units"][0]
    assert result["groups"]["posting"] == "undetermined"  # registers that were not handed in
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


SUBJECTS = ("1.000419", "1.000593.000.00.00.H99", "2.000927")
"""The three procedures of the sample that NY-01 finds, one written with the unit's code behind."""


def write(unit, waivers):
    lines = [
        f"- criterion: {criterion}\n  reason: Trụ sở đang sửa chữa\n  approver: Chủ tịch UBND xã\n"
        f"  from: {first}\n  to: {last}\n{more}"
        for criterion, first, last, more in waivers
    ]
    (unit / "waivers.yaml").write_text("".join(lines), encoding="utf-8")


def told(unit):
    result = json.loads(checked(unit, "--format", "json").stdout)["units"][0]
    notices = [
        (n["code"], n["text"]["vi"])
        for account in result["intake"]
        for n in account["notices"]
        if account["file"] == "waivers.yaml"
    ]
    return {c["id"]: c for c in result["criteria"]}, notices


def test_waivers_of_every_subject_found_waive_the_criterion(unit):
    write(unit, [("NY-01", "2026-01-01", "2026-12-01", f"  subject: {s}\n") for s in SUBJECTS])
    criteria, notices = told(unit)
    assert criteria["NY-01"]["verdict"] == "fail"
    assert criteria["NY-01"]["decision"]["effect"] == "waived"
    assert [code for code, _ in notices] == ["used_waiver"] * 3


def test_one_subject_left_keeps_the_verdict_as_it_is(unit):
    write(unit, [("NY-01", "2026-01-01", "2026-12-01", f"  subject: {s}\n") for s in SUBJECTS[:2]])
    criteria, notices = told(unit)
    assert criteria["NY-01"]["decision"] is None
    assert all("còn 2 vi phạm khác" in text for _, text in notices)


@pytest.mark.parametrize(
    ("first", "last", "more", "codes"),
    [
        ("2026-01-01", "2026-12-01", "", ["used_waiver", "broad_waiver"]),
        ("2026-01-01", "2026-12-01", '  subject: "1.000419"\n', ["used_waiver"]),
        ("2025-01-01", "2026-12-01", '  subject: "1.000419"\n', ["used_waiver", "broad_waiver"]),
        ("2026-01-01", "2026-12-01", '  subject: "2.004567"\n', ["unused_waiver"]),
        ("2025-01-01", "2026-12-01", '  subject: "2.004567"\n', ["unused_waiver", "broad_waiver"]),
        ("2026-01-01", "2026-11-21", "", ["expired_waiver"]),
        ("2026-01-01", "2026-11-22", '  subject: "1.000419"\n', ["used_waiver"]),
        ("2026-11-23", "2026-12-01", "", []),
    ],
)
def test_a_waiver_that_is_unused_ended_or_too_broad_is_told(unit, first, last, more, codes):
    write(unit, [("NY-01", first, last, more)])
    assert [code for code, _ in told(unit)[1]] == codes


def test_an_explanation_is_shown_and_excuses_nothing(unit):
    write(unit, [("NY-01", "2026-01-01", "2026-12-01", "  kind: explanation\n")])
    criteria, notices = told(unit)
    assert criteria["NY-01"]["decision"] is None
    assert [code for code, _ in notices] == ["used_waiver"]
    assert "giải trình không đổi kết luận" in notices[0][1]
    assert "giải trình cho NY-01" in checked(unit).stdout
