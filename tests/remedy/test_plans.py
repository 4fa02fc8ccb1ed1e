"""What to do first: repairs do what they claim, and no part of them is more than is needed."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from motcua.checker.errors import RulesError
from motcua.checker.home import SAMPLES
from motcua.checker.judge.judges import Judges
from motcua.checker.rulebook.lint import lint
from motcua.checker.rulebook.load import load_folder, load_rulebook
from motcua.cli import main
from motcua.tools.try_fixes import broken as broken_fixes
from motcua.tools.try_fixes import done_today, tried
from motcua.tools.try_plans import broken, random_office, random_unit, write_unit


def test_repairs_written_into_the_files_turn_the_verdict_and_none_is_spare():
    chance = random.Random(20261122)
    looked, faults = broken([random_unit(chance)])
    assert looked > 8
    assert faults == []


def test_so_do_those_of_what_an_office_does_all_year():
    """Three packs of seven; ``tools/try_plans.py`` tries them all."""
    chance = random.Random(20261122)
    looked, faults = broken([random_office(chance)], ("dossiers", "archives", "direction"))
    assert looked > 3
    assert faults == []


def test_a_declared_repair_turns_a_failing_case_of_its_own_criterion():
    """One of each kind; ``tools/try_fixes.py`` tries all."""
    assert broken_fixes(["NY-33", "HS-03", "ISO-08", "CS-01"]) == (4, [])


def test_what_is_declared_lost_does_not_pass_when_all_is_done_today():
    assert broken_fixes(["HS-04", "PA-03"]) == (2, [])


def test_a_violation_that_can_be_mended_would_be_found_out_if_declared_lost():
    book = load_rulebook()
    with Judges() as judges:
        turned = tried(book, book.criteria["ISO-08"], judges, done_today)
        assert any(is_so for _, is_so in turned)


@cache
def report(*options: str) -> str:
    asked = ["check", str(SAMPLES / "bad"), "--pack", "posting", "--as-of", "2026-11-22"]
    return CliRunner().invoke(main, [*asked, *options]).stdout


def plan() -> dict[str, Any]:
    said: dict[str, Any] = json.loads(report("--format", "json"))["units"][0]["first"]
    return said


def test_the_bad_unit_is_told_what_to_do_first():
    told = {s["criterion"]: (s["before"], s["after"], len(s["remedies"])) for s in plan()["steps"]}
    assert told["NY-01"] == ("fail", "pass", 3)
    assert told["NY-04"] == ("fail", "pass", 1)
    assert told["NY-03"] == ("fail", "pass", 5)
    assert all(step["minimal"] for step in plan()["steps"])
    gains = [step["gain"] for step in plan()["steps"]]
    assert gains == sorted(gains, reverse=True)


def test_a_repair_that_serves_two_criteria_is_listed_once():
    (shared,) = [one for one in plan()["remedies"] if len(one["serves"]) > 1]
    assert shared["serves"] == ["NY-01", "NY-10"]
    written = [json.dumps(one["edits"]) for one in plan()["remedies"]]
    assert len(set(written)) == len(written)


def test_what_is_past_mending_is_said_and_what_gets_worse_too():
    assert [(one["criterion"], one["rows"]) for one in plan()["lost"]] == [("NY-02", 2)]
    assert plan()["spoilt"] == [{"criterion": "NY-02", "before": "partial", "after": "fail"}]


def test_fewer_repairs_reach_a_part():
    (third,) = [step for step in plan()["steps"] if step["criterion"] == "NY-03"]
    assert third["sooner"] == {"verdict": "partial", "rows": 4}


def test_every_undetermined_criterion_has_data_to_hand_in():
    unit = json.loads(report("--format", "json"))["units"][0]
    open_ = {c["id"] for c in unit["criteria"] if c["verdict"] == "undetermined"}
    named = [id_ for one in plan()["supplies"] for id_ in one["criteria"]]
    assert sorted(named) == sorted(open_)


def test_the_terminal_shows_ten_lines_at_most():
    lines = report().split("Việc nên làm trước")[1].split("\n\n")[0]
    assert "1. NY-01 Không đạt → Đạt" in lines
    starts = ("1.", "2.", "3.", "4.", "5.", "…", "Lưu ý", "Không sửa", "Dữ liệu", "Tiêu chí")
    assert sum(line.startswith(starts) for line in lines.splitlines()) <= 10


def test_many_units_are_not_tried(tmp_path: Path):
    for number in range(9):
        write_unit(tmp_path / str(number), number, {"niem-yet.csv": []})
    asked = ["check", str(tmp_path), "--pack", "posting", "--format", "json"]
    run = CliRunner().invoke(main, [*asked, "--as-of", "2026-11-22"])
    assert [unit["first"] for unit in json.loads(run.stdout)["units"]] == [None] * 9


FAULTS = {
    "add: postngs\n    values: {code: a}": "does not read the table 'postngs'; did you mean 'post",
    "add: postings\n    values: {cod: a}": "table 'postings' has no field 'cod'; did you mean",
    "add: postings\n    values: {channel: roof}": "'roof' is no value of 'channel'",
    'add: postings\n    values: {code: "{coed}"}': "unknown column 'coed'; did you mean 'code'?",
    "set: postings\n    values: {code: a}": "'set' needs either 'row' or 'where'",
    "set: postings\n    add: postings\n    values: {code: a}": "has either 'add' or 'set'",
}


@pytest.mark.parametrize(("written", "told"), FAULTS.items())
def test_a_faulty_repair_is_told_at_its_place(tmp_path: Path, written: str, told: str):
    law = (SAMPLES.parent / "rules" / "posting" / "NY-01.yaml").read_text(encoding="utf-8")
    text = law.split("\nfix:")[0].replace("NY-01", "NZ-01") + f"\nfix:\n  - {written}\n"
    (tmp_path / "posting").mkdir()
    (tmp_path / "posting" / "NZ-01.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RulesError) as caught:
        raise RulesError(lint(load_folder(tmp_path)))
    assert told in caught.value.text.en
    assert "NZ-01.yaml:3" in caught.value.text.en
