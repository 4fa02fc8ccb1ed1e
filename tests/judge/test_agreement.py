from __future__ import annotations

import random
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from motcua.checker.judge import durable_engine, plain
from motcua.checker.judge.durable_engine import Engine, EngineFault, available, version
from motcua.checker.judge.model import (
    Compare,
    Copy,
    Derive,
    Fact,
    Join,
    Pattern,
    Rule,
    Ruleset,
    RulesetFault,
)

from tools.agree import compare, main, random_facts, random_ruleset

WHY_NOT = available()
pytestmark = pytest.mark.skipif(WHY_NOT is not None, reason=WHY_NOT.en if WHY_NOT else "")


@pytest.fixture(scope="module")
def engine():
    return Engine()


@settings(max_examples=150, deadline=None)
@given(rng=st.randoms(use_true_random=False))
def test_both_judges_derive_the_same(engine: Engine, rng: random.Random):
    ruleset = random_ruleset(rng)
    for _ in range(20):
        assert compare(engine, ruleset, random_facts(rng, ruleset)).differences == ()


def test_the_tool_counts_and_agrees(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("sys.argv", ["agree.py", "--cases", "300", "--seed", "3"])
    assert main() == 0
    said = capsys.readouterr().out
    assert "cases          300" in said
    assert "differences    0" in said


def test_each_fact_of_a_rule_is_another_one(engine: Engine):
    two = Rule(
        "r",
        (Pattern("a", "x"), Pattern("b", "x", (Join("t", "a", "t"),))),
        Derive.of("end", s=Copy("a", "s"), z=Copy("b", "s")),
    )
    rules = Ruleset("two", (two,))
    facts = [Fact.of("x", f"f{i}", t="a", s=s) for i, s in enumerate(("one", "two"))]
    ends = {("one", "two"), ("two", "one")}
    expected = {Fact.derived("end", [("s", s), ("z", z)]) for s, z in ends}
    assert plain.run(rules, facts) == expected
    assert engine.run(rules, facts) == expected


def test_the_order_of_the_facts_does_not_matter(engine: Engine):
    chain = (
        Rule("r1", (Pattern("a", "x"),), Derive.of("y", t=Copy("a", "t"))),
        Rule(
            "r2",
            (Pattern("a", "y"), Pattern("b", "z", (Join("t", "a", "t"),))),
            Derive.of("end", t=Copy("b", "t")),
        ),
    )
    rules = Ruleset("order", chain)
    facts = [Fact.of("x", "f1", t="a"), Fact.of("z", "f2", t="a"), Fact.of("other", "f3", t="a")]
    derived = engine.run(rules, facts)
    assert {fact.kind for fact in derived} == {"y", "end"}
    assert engine.run(rules, facts[::-1]) == derived


def test_thousands_of_runs_leave_nothing_behind(engine: Engine):
    # The engine holds 1,024 memories of one ruleset; a run of which nothing is held has one too.
    rules = Ruleset("many", (Rule("r", (Pattern("a", "x"),), Derive.of("end", t="a")),))
    for facts in ([], [Fact.of("other", "f")], [Fact.of("x", "f")]):
        for _ in range(1_100):
            assert engine.run(rules, facts) == plain.run(rules, facts)


def test_the_greatest_allowed_ruleset_runs(engine: Engine):
    rules = Ruleset(
        "great",
        tuple(
            Rule(
                f"{kind}{i}",
                tuple(Pattern(f"p{k}", kind, (Compare("n", "ge", i * 4 + k),)) for k in range(4)),
                Derive.of("end", n=i),
            )
            for kind in ("x", "y")
            for i in range(16)
        ),
    )
    facts = [Fact.of(kind, f"{kind}{i}", n=100) for kind in ("x", "y") for i in range(4)]
    assert engine.run(rules, facts) == plain.run(rules, facts)
    assert len(plain.run(rules, facts)) == 16


def test_a_refused_fact_base_is_refused_by_both(engine: Engine):
    rules = Ruleset("refused", (Rule("r", (Pattern("a", "x"),), Derive.of("end", t="a")),))
    for run in (engine.run, plain.run):
        with pytest.raises(RulesetFault):
            run(rules, [Fact.of("x", "f", unknown=1)])


def test_a_chain_that_outgrows_every_need_is_a_fault_of_the_rules(engine: Engine):
    names = ("a", "b", "c")
    said = {name: Copy(name, "t") for name in names}
    rules = Ruleset(
        "many", (Rule("r", tuple(Pattern(n, "x") for n in names), Derive.of("y", **said)),)
    )
    with pytest.raises(RulesetFault, match="derived"):
        engine.run(rules, [Fact.of("x", f"f{i}", t=f"t{i}") for i in range(12)])


END = Ruleset("end", (Rule("r", (Pattern("a", "x"),), Derive.of("end", t="a")),))


def test_an_error_in_an_action_surfaces(monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise ZeroDivisionError("in the action")

    monkeypatch.setattr(durable_engine, "_follows", fail)
    with pytest.raises(EngineFault, match="in the action"):
        Engine().run(END, [Fact.of("x", "f")])


def test_a_fact_that_the_engine_confuses_with_another_is_a_fault(monkeypatch: pytest.MonkeyPatch):
    for check in ("check_facts", "collision"):
        monkeypatch.setattr(durable_engine, check, lambda *_: None)
    with pytest.raises(EngineFault, match="costarring"):
        Engine().run(END, [Fact.of("x", "liquid"), Fact.of("x", "costarring")])


def test_a_fact_that_the_engine_loses_is_a_fault(monkeypatch: pytest.MonkeyPatch):
    engine = Engine()
    honest = engine._host.get_facts
    monkeypatch.setattr(engine._host, "get_facts", lambda *told: honest(*told)[1:])
    with pytest.raises(EngineFault, match="2 facts went in, 1"):
        engine.run(END, [Fact.of("x", "f")])


def test_no_filter_for_warnings_is_left_behind(engine: Engine):
    before = list(warnings.filters)
    rules = Ruleset("quiet", (Rule("r", (Pattern("a", "x"),), Derive.of("end", t="a")),))
    engine.run(rules, [Fact.of("x", "f")])
    assert warnings.filters == before


def test_the_receipt_names_the_release():
    assert version().startswith("durable-rules 2.")
