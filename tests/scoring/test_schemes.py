"""Points by a scheme: what is not known never takes the total out of what was said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from motcua.checker.errors import RulesError
from motcua.checker.home import SAMPLES
from motcua.checker.judge.judges import Judges
from motcua.checker.judge.terms import Band, Case, Terms
from motcua.checker.judge.verdicts import judge_unit
from motcua.checker.result import CriterionResult
from motcua.checker.rulebook.book import Rulebook
from motcua.checker.rulebook.lint import lint
from motcua.checker.rulebook.load import load_rulebook
from motcua.checker.rulebook.schemes import Scheme
from motcua.checker.scores import Scoring
from motcua.checker.scoring import Scorer
from motcua.checker.words import Text
from motcua.cli import main

WORDS = {"vi": "mục", "en": "item"}
EMPTY = ("pass", "fail", "undetermined", "not_applicable")
BANDS = (Band("pass", 1_000_000, 1000), Band("partial", 500_000, 400))


@pytest.fixture(scope="module")
def judges() -> Iterator[Judges]:
    with Judges() as both:
        yield both


def book(on_empty: dict[str, str]) -> Rulebook:
    criteria = {
        id_: SimpleNamespace(criterion=SimpleNamespace(on_empty=empty))
        for id_, empty in on_empty.items()
    }
    questions = {"asked": SimpleNamespace(asks=SimpleNamespace(vi="hỏi", en="asked"))}
    return cast(Rulebook, SimpleNamespace(criteria=criteria, questions=questions))


def heard(case: Case, on_empty: Any, judges: Judges) -> CriterionResult:
    terms = Terms(case.criterion, "posting", BANDS, on_empty, Fraction(5))
    ruling = judge_unit([terms], [case], judges).rulings[0]
    share = (
        (
            Fraction(case.satisfied, case.population),
            Fraction(case.satisfied + case.undetermined, case.population),
        )
        if ruling.share_min_ppm is not None
        else None
    )
    none = Text("", "")
    return CriterionResult(
        *(case.criterion, "2026-01-01", "posting", none, "must", ruling.verdict, ruling.reason),
        *(Text(ruling.reason, ruling.reason), case.population, case.satisfied, case.violated),
        case.undetermined,
        share,
        (ruling.score.least, ruling.score.greatest) if ruling.score else None,
        5,
        *((), (), 0, (), 0, (), none, ()),
    )


def scored(lines: list[dict[str, Any]], rules: Rulebook, *criteria: CriterionResult) -> Scoring:
    section = {"id": "I", "title": WORDS, "lines": lines}
    scheme = Scheme.model_validate({"title": WORDS, "sections": [section]})
    return Scorer("thử", scheme, rules, {0: {"asked": True}}).score(0, criteria)


WAYS = st.sampled_from(
    [
        {},
        {"share": "proportional"},
        {"deduct": 0.75},
        {"bands": [{"at_least": 1, "score": 1}, {"at_least": "60 %", "score": 0.25}]},
    ]
)
COUNTS = st.tuples(*(st.integers(0, 3) for _ in range(3)))


@settings(max_examples=120, deadline=None)
@given(st.data(), WAYS, st.sampled_from(["mean", "least"]), st.sampled_from(["leave", "full"]))
def test_every_completion_stays_within_what_was_said(
    judges: Judges, data: st.DataObject, way: dict[str, Any], combine: str, leaves: str
):
    line = {"id": "1", "title": WORDS, "points": 4, "criteria": ["A-01", "B-01"], **way}
    line |= {"combine": combine, "not_applicable": leaves}
    on_empty, before, after = {}, [], []
    for id_ in line["criteria"]:
        on_empty[id_] = data.draw(st.sampled_from(EMPTY))
        satisfied, violated, unknown = data.draw(COUNTS)
        applies = data.draw(st.sampled_from(["yes", "unknown", "missing", "no"]))
        became = data.draw(st.lists(st.sampled_from("svx"), min_size=unknown, max_size=unknown))
        known = {"missing": applies == "missing", "applies": "yes"}
        if applies in ("unknown", "no"):
            known["applies"] = applies
        rows = {"satisfied": satisfied, "violated": violated}
        total = satisfied + violated + unknown
        case = Case(id_, population=total, undetermined=unknown, **rows, **known)
        rows = {
            "satisfied": satisfied + became.count("s"),
            "violated": violated + became.count("v"),
        }
        ends = {"unknown": st.sampled_from(["yes", "no"]), "no": st.just("no")}
        finally_ = data.draw(ends.get(applies, st.just("yes")))
        done = Case(id_, population=sum(rows.values()), **rows, applies=finally_)
        before.append(heard(case, on_empty[id_], judges))
        after.append(heard(done, on_empty[id_], judges))
    rules = book(on_empty)
    said, came = scored([line], rules, *before).span, scored([line], rules, *after)
    assert said.least <= came.span.least <= came.span.greatest <= said.greatest
    assert said.of - said.may_leave <= came.span.of <= said.of


def test_a_line_earns_by_its_own_way(judges: Judges):
    nine = heard(Case("A-01", population=10, satisfied=9, violated=1), "fail", judges)
    ways: list[tuple[dict[str, Any], Fraction]] = [
        ({}, Fraction(4)),
        ({"share": "proportional"}, Fraction(9)),
        ({"share": "proportional", "full_at": "90 %"}, Fraction(10)),
        ({"share": "proportional", "full_at": "96 %"}, Fraction(75, 8)),
        ({"deduct": 0.5}, Fraction(19, 2)),
        ({"bands": [{"at_least": "90 %", "score": 0.7}]}, Fraction(7)),
        ({"bands": [{"at_least": "91 %", "score": 0.7}]}, Fraction(0)),
    ]
    for way, points in ways:
        line = {"id": "1", "title": WORDS, "points": 10, "criteria": ["A-01"], **way}
        span = scored([line], book({"A-01": "fail"}), nine).span
        assert (span.least, span.greatest, span.of) == (points, points, 10), way


def test_what_moves_the_total_most_comes_first(judges: Judges):
    open_ = heard(Case("A-01", population=4, satisfied=3, undetermined=1), "fail", judges)
    lines: list[dict[str, Any]] = [
        {"id": "1", "title": WORDS, "points": 3, "criteria": ["A-01"]},
        {"id": "2", "title": WORDS, "points": 2, "who": {"vi": "người xem", "en": "a person"}},
        {"id": "3", "title": WORDS, "points": 1, "question": "asked"},
        {"id": "4", "title": WORDS, "points": 1.5, "criteria": ["A-01"], "share": "proportional"},
    ]
    scoring = scored(lines, book({"A-01": "fail"}), open_)
    moves = [(one.text.vi, one.moves, one.lines) for one in scoring.unknowns]
    first = Fraction(3) * Fraction(6, 10) + Fraction(3, 2) / 4
    assert moves == [("A-01: range", first, ("1", "4")), ("người xem", Fraction(2), ("2",))]


def test_an_unread_law_takes_no_points(judges: Judges):
    rows = Case("A-01", population=2, satisfied=1, violated=1, trusted=False)
    line = {"id": "1", "title": WORDS, "points": 4, "criteria": ["A-01"], "share": "proportional"}
    span = scored([line], book({"A-01": "fail"}), heard(rows, "fail", judges)).span
    assert (span.least, span.greatest) == (0, 4)


def test_a_line_of_what_was_not_checked_is_open(judges: Judges):
    line = {"id": "1", "title": WORDS, "points": 4, "criteria": ["A-01"]}
    span = scored([line], book({"A-01": "fail"})).span
    assert (span.least, span.greatest, span.of) == (0, 4, 4)


@cache
def report(*options: str) -> str:
    asked = ["check", str(SAMPLES / "bad"), "--pack", "posting", "--as-of", "2026-11-22"]
    return CliRunner().invoke(main, [*asked, *options]).stdout


def test_the_summary_is_the_scheme_s_total():
    unit = json.loads(report("--scheme", "tu-kiem-tra", "--format", "json"))["units"][0]
    lines = [line for section in unit["scoring"]["sections"] for line in section["lines"]]
    for end in ("min", "max", "of"):
        whole = sum(line["score"][end] for line in lines)
        assert unit["summary"]["score"][end] == unit["scoring"]["score"][end] == whole
    assert [line["score"]["max"] for line in lines if line["id"] == "I.1"] == [3]


def test_without_a_scheme_each_criterion_has_its_own_points():
    unit = json.loads(report("--format", "json"))["units"][0]
    own = [c["score"] for c in unit["criteria"] if c["score"]]
    for end in ("min", "max", "of"):
        assert unit["summary"]["score"][end] == sum(score[end] for score in own)
    assert unit["scoring"]["scheme"] is None


def test_an_unknown_scheme_is_told_with_the_nearest():
    asked = ["check", str(SAMPLES / "bad"), "--scheme", "tu-kiem-trq"]
    run = CliRunner().invoke(main, asked)
    assert run.exit_code == 2
    assert "có phải 'tu-kiem-tra'?" in run.stderr


FAULTS = {
    "poinst: 10": "4:40: unknown field 'poinst'; did you mean 'points'?",
    "criteria: [NY-0l]": "4:63: unknown criterion 'NY-0l'; did you mean 'NY-",
    "question: board_redable": "unknown question 'board_redable' (questions/); "
    "did you mean 'board_readable'?",
    "criteria: [NY-01], question: board_readable": "a line has exactly one of",
    "criteria: [NY-01], deduct: 1, share: proportional": "a line has at most one of",
    "criteria: [NY-01], bands: [{at_least: 0.5, score: 1}, {at_least: 1, score: 0}]": "bands go",
}


@pytest.mark.parametrize(("written", "told"), FAULTS.items())
def test_a_fault_is_told_at_its_place(tmp_path: Path, written: str, told: str):
    (tmp_path / "schemes").mkdir()
    points = "" if "poinst" in written else "points: 10, "
    text = "title: {vi: thử, en: try}\nsections:\n  - {id: I, title: {vi: a, en: b}, lines: [\n"
    text += f"      {{id: '1', title: {{vi: a, en: b}}, {points}{written}}}]}}\n"
    (tmp_path / "schemes" / "thu.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RulesError) as caught:
        faults = lint(load_rulebook([tmp_path]))
        raise RulesError(faults)
    rendered = [fault.render("en") for fault in caught.value.diagnostics]
    assert any("schemes/thu.yaml:4:" in line and told in line for line in rendered), rendered


def test_points_have_to_add_up(tmp_path: Path):
    (tmp_path / "schemes").mkdir()
    law = load_rulebook().schemes["tu-kiem-tra"]
    assert law.scheme.total == 50
    with pytest.raises(ValueError, match="the lines have 50 points, not 60"):
        Scheme.model_validate({**law.marked.data, "total": 60})
