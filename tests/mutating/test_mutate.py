"""Mutants against cases: weak cases let them through, strong ones do not, and lists are held to."""

import json
import random
from functools import cache

import pytest
from click.testing import CliRunner
from motcua.checker.errors import RulesError
from motcua.checker.home import RULES
from motcua.checker.judge.judges import Judges
from motcua.checker.mutating.campaign import try_mutants
from motcua.checker.report.mutations import account_lines
from motcua.checker.rulebook.load import load_folder, load_rulebook
from motcua.checker.trials import Bench, cases_of, days
from motcua.cli import main

from .pack import STRONG, WEAK, write

SOME = 4
"""How many of the criteria a run of the tests looks at; ``motcua rules mutate`` looks at all."""


law = cache(load_rulebook)


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


def test_equivalents_are_named_and_a_wrong_name_is_a_fault(tmp_path):
    """The second operand says what the first does: without it nothing changes."""
    must = "audited_on <= planned_on AND audited_on < planned_on + 1"
    same = [
        "must: without audited_on <= planned_on",
        "must: without audited_on < planned_on + 1",
        "must: 1 → 2 in audited_on < planned_on + 1",
        "must: audited_on <= planned_on → audited_on < planned_on",
    ]
    found = account(write(tmp_path, STRONG + named(*same, "must: gì đó"), must))
    assert same[0] not in found.survivors
    assert found.equivalent == 3
    caught, unknown = found.faults
    assert (caught.line, unknown.line) == (45, 46)
    assert "không tương đương: ca thử 'ngày đầu có hiệu lực'" in caught.text.vi
    assert "không có biến thể" in unknown.text.vi


def test_cases_that_are_wrong_prove_nothing(tmp_path):
    wrong = WEAK.replace("verdict: pass", "verdict: fail")
    with pytest.raises(RulesError, match="case 'đúng': expected"):
        account(write(tmp_path, wrong))


def test_a_rule_that_is_wrong_has_no_mutants(tmp_path):
    folder = write(tmp_path, WEAK, must="audited <= planned_on")
    ran = CliRunner().invoke(main, ["rules", "mutate", "--dir", str(folder)])
    assert ran.exit_code == 5
    assert "không có cột 'audited'" in ran.output


def test_survivors_are_listed_below_their_criterion(tmp_path):
    lines = list(account_lines(account(write(tmp_path, WEAK)), "vi"))
    assert "  lọt lưới: among: TRUE" in lines


def test_strong_cases_let_none_through(tmp_path):
    folder = str(write(tmp_path, STRONG))
    asked = ["rules", "mutate", "THU-01", "--dir", folder, "--format", "json"]
    ran = CliRunner().invoke(main, asked)
    assert ran.exit_code == 0
    (one,) = json.loads(ran.output)["criteria"]
    assert one["survivors"] == []
    assert one["mutants"] == one["caught"] == len(one["caught_by"]) > 12


def test_an_unknown_criterion_is_named(tmp_path):
    asked = ["rules", "mutate", "THU-10", "--dir", str(write(tmp_path, STRONG))]
    ran = CliRunner().invoke(main, asked)
    assert ran.exit_code == 2
    assert "có phải 'THU-01'?" in ran.output


def test_no_mutant_of_some_shipped_criteria_survives():
    """Other criteria each run, the same for a seed (``--randomly-seed=…``)."""
    book = law()
    with Judges() as judges:
        for name in random.sample(list(book.criteria), SOME):
            found = try_mutants(book, book.criteria[name], RULES, judges)
            assert (found.survivors, found.faults) == ((), ()), name
            assert found.caught >= 3, name


def test_a_question_has_one_row_so_shares_and_no_rows_are_left_alone():
    """A unit answers a question once, or not at all: then too it has a row."""
    book = law()
    with Judges() as judges:
        found = try_mutants(book, book.criteria["CS-08"], RULES, judges)
    parts = {one.mutant.partition(" ")[0].rstrip(":") for one in found.tried}
    assert parts == {"among", "must", "valid_from"}
    assert found.survivors == ()


@pytest.mark.parametrize("name", ["TT-13"])
def test_counting_without_rows_counts_the_same(name):
    book = law()
    loaded = book.criteria[name]
    what = cases_of(book, loaded, RULES)
    for day in days(what[0]):
        with Bench(book, loaded, what, day) as bench:
            whole, quick = bench.measured(loaded), bench.tallied(loaded)
        assert (whole.force, whole.applies) == (quick.force, quick.applies)
        counts = [(c.satisfied, c.violated, c.undetermined) for c in (whole.counts or {}).values()]
        assert counts == [
            (c.satisfied, c.violated, c.undetermined) for c in (quick.counts or {}).values()
        ]
