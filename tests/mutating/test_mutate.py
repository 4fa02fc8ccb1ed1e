"""Mutants against cases: weak cases let them through, strong ones do not, and lists are held to."""

import json

import pytest
from click.testing import CliRunner
from motcua.checker.errors import RulesError
from motcua.checker.home import RULES
from motcua.checker.judge.judges import Judges
from motcua.checker.mutating.campaign import try_mutants
from motcua.checker.rulebook.load import load_folder, load_rulebook
from motcua.checker.trials import Bench, cases_of, days
from motcua.cli import main

from .pack import STRONG, WEAK, write

SHIPPED = ("NY-01",)


def account(folder):
    book = load_folder(folder)
    with Judges() as judges:
        return try_mutants(book, book.criteria["THU-01"], folder, judges)


def named(*mutants):
    listed = "".join(f"      - {json.dumps(told)}\n" for told in mutants)
    return f"equivalent:\n  - reason: vì điều kiện nói cùng một điều\n    mutants:\n{listed}"


def test_weak_cases_let_mutants_through(tmp_path):
    survivors = account(write(tmp_path, WEAK)).survivors
    assert "must: audited_on <= planned_on → audited_on < planned_on" not in survivors
    assert {
        "among: TRUE",
        "bands: without partial from 50 %",
        "bands: partial from 50 % → 51 %",
        "bands: partial from 50 % → 45 %",
        "valid_from: 2020-01-01 → 2019-12-31",
        "on_empty: not_applicable → pass",
    } <= set(survivors)


def test_strong_cases_let_none_through(tmp_path):
    found = account(write(tmp_path, STRONG))
    assert found.survivors == ()
    assert found.caught == len(found.tried) > 12
    assert found.faults == ()


def test_a_named_equivalent_is_no_survivor(tmp_path):
    must = "audited_on <= planned_on AND audited_on < planned_on + 1"
    before = account(write(tmp_path, STRONG, must))
    assert set(before.survivors) >= {"must: without audited_on <= planned_on"}
    after = account(write(tmp_path, STRONG + named(*before.survivors), must))
    assert after.survivors == ()
    assert after.equivalent == len(before.survivors)
    assert after.faults == ()


def test_a_named_equivalent_that_is_caught_or_unknown_is_a_fault(tmp_path):
    caught = "must: audited_on <= planned_on → audited_on > planned_on"
    faults = account(write(tmp_path, STRONG + named(caught, "must: gì đó"))).faults
    assert [fault.line for fault in faults] == [42, 43]
    assert "không tương đương: ca thử 'ngày đầu có hiệu lực'" in faults[0].text.vi
    assert "không có biến thể" in faults[1].text.vi


def test_cases_that_are_wrong_prove_nothing(tmp_path):
    wrong = WEAK.replace("verdict: pass", "verdict: fail")
    with pytest.raises(RulesError, match="case 'đúng': expected"):
        account(write(tmp_path, wrong))


def test_a_rule_that_is_wrong_has_no_mutants(tmp_path):
    folder = write(tmp_path, WEAK, must="audited <= planned_on")
    ran = CliRunner().invoke(main, ["rules", "mutate", "--dir", str(folder)])
    assert ran.exit_code == 5
    assert "không có cột 'audited'" in ran.output


def test_the_command_says_what_survives_and_exits_5(tmp_path):
    ran = CliRunner().invoke(main, ["rules", "mutate", "--dir", str(write(tmp_path, WEAK))])
    assert ran.exit_code == 5
    assert "  lọt lưới: among: TRUE\n" in ran.output


def test_the_command_as_data(tmp_path):
    folder = str(write(tmp_path, STRONG))
    asked = ["rules", "mutate", "THU-01", "--dir", folder, "--format", "json"]
    ran = CliRunner().invoke(main, asked)
    assert ran.exit_code == 0
    (one,) = json.loads(ran.output)["criteria"]
    assert one["survivors"] == []
    assert one["mutants"] == one["caught"] == len(one["caught_by"])


def test_an_unknown_criterion_is_named(tmp_path):
    asked = ["rules", "mutate", "THU-10", "--dir", str(write(tmp_path, STRONG))]
    ran = CliRunner().invoke(main, asked)
    assert ran.exit_code == 2
    assert "có phải 'THU-01'?" in ran.output


@pytest.mark.parametrize("name", SHIPPED)
def test_no_mutant_of_a_shipped_criterion_survives(name):
    book = load_rulebook()
    with Judges() as judges:
        found = try_mutants(book, book.criteria[name], RULES, judges)
    assert (found.survivors, found.faults) == ((), ())
    assert found.caught > 8


@pytest.mark.parametrize("name", ["TT-13", "NY-02"])
def test_counting_without_rows_counts_the_same(name):
    book = load_rulebook()
    loaded = book.criteria[name]
    what = cases_of(book, loaded, RULES)
    with Bench(book, loaded, what, days(what[0])[-1]) as bench:
        whole, quick = bench.measured(loaded), bench.tallied(loaded)
        counts = [(c.satisfied, c.violated, c.undetermined) for c in (whole.counts or {}).values()]
        assert counts == [
            (c.satisfied, c.violated, c.undetermined) for c in (quick.counts or {}).values()
        ]
        assert len(counts) > 5
