from __future__ import annotations

from collections.abc import Callable

import pytest
from motcua.checker.judge.identity import collision, fnv1a_32
from motcua.checker.judge.model import (
    MAX_DERIVED,
    MAX_PATTERNS_OF_A_KIND,
    Compare,
    Copy,
    Derive,
    Fact,
    Join,
    Pattern,
    Rule,
    Ruleset,
    RulesetFault,
    check_facts,
)
from motcua.checker.judge.plain import run
from motcua.checker.judge.wire import decode, encode

CASE = Pattern("case", "case")
END = Derive.of("end", verdict="pass")
RULE = Rule("r1", (CASE,), END)


def ruleset(*rules: Rule):
    return Ruleset("test", rules)


def when(*conditions: Compare | Join):
    return Rule("r", (Pattern("a", "case", conditions),), END)


REFUSED = {
    "a reserved field": lambda: Compare("sid", "eq", "a"),
    "an operator in a name": lambda: Compare("$nex", "eq", "a"),
    "a capital in a name": lambda: Compare("Field", "eq", "a"),
    "an unknown operator": lambda: Compare("n", "ne", 1),
    "an order of texts": lambda: Compare("t", "lt", "a"),
    "a text like a number": lambda: Compare("t", "eq", "5"),
    "a text with a quote": lambda: Compare("t", "eq", 'a"b'),
    "a text with marks": lambda: Fact.of("case", "f", t="đơn"),
    "an empty text": lambda: Fact.of("case", "f", t=""),
    "a long text": lambda: Fact.of("case", "f", t="x" * 201),
    "a truth value": lambda: Fact.of("case", "f", n=True),
    "a fraction": lambda: Fact.of("case", "f", n=0.5),
    "a number past the doubles": lambda: Fact.of("case", "f", n=2**53),
    "an operator as kind": lambda: Fact.of("$s", "f"),
    "fields out of order": lambda: Fact("case", "f", (("b", 1), ("a", 1))),
    "no pattern": lambda: Rule("r", (), END),
    "five patterns": lambda: Rule("r", tuple(Pattern(f"p{i}", "k") for i in range(5)), END),
    "an alias twice": lambda: Rule("r", (CASE, CASE), END),
    "a join to itself": lambda: when(Join("t", "a", "s")),
    "a join to a later one": lambda: Rule(
        "r", (Pattern("a", "k", (Join("t", "b", "t"),)), Pattern("b", "k")), END
    ),
    "a copy from nowhere": lambda: Rule("r", (CASE,), Derive.of("end", t=Copy("other", "t"))),
    "no rule": lambda: ruleset(),
    "a rule id twice": lambda: ruleset(RULE, RULE),
    "51 rules": lambda: ruleset(*(Rule(f"r{i}", (CASE,), END) for i in range(51))),
    "65 patterns of a kind": lambda: ruleset(
        *(Rule(f"r{i}", tuple(Pattern(f"p{k}", "k") for k in range(4)), END) for i in range(17))
    ),
    "fields that collide": lambda: ruleset(
        when(Compare("liquid", "eq", 1), Compare("costarring", "eq", 1))
    ),
    "a field of two types": lambda: ruleset(when(Compare("t", "eq", 1), Compare("t", "eq", "a"))),
    "two types through a copy": lambda: ruleset(
        Rule(
            "r",
            (Pattern("a", "k", (Compare("n", "eq", 1), Compare("t", "eq", "a"))),),
            Derive.of("end", n=Copy("a", "t")),
        )
    ),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_what_the_engine_cannot_bear_cannot_be_said(make: Callable[[], object]):
    with pytest.raises(RulesetFault):
        make()


REFUSED_FACTS = {
    "one id twice": [Fact.of("case", "f", n=1), Fact.of("case", "f", n=2)],
    "ids that collide": [Fact.of("case", "liquid"), Fact.of("case", "costarring")],
    "a field without rule": [Fact.of("case", "f", other=1)],
    "a text for a number": [Fact.of("case", "f", n="a")],
}


@pytest.mark.parametrize("facts", REFUSED_FACTS.values(), ids=REFUSED_FACTS)
def test_a_fact_base_that_could_be_misread_is_refused(facts: list[Fact]):
    rules = ruleset(when(Compare("n", "eq", 1)))
    check_facts(rules, [Fact.of("case", "f", n=1)])
    with pytest.raises(RulesetFault):
        check_facts(rules, facts)


def test_the_hash_is_that_of_the_engine():
    assert fnv1a_32("liquid") == fnv1a_32("costarring")
    assert fnv1a_32("tong_tong_vi_ho") == fnv1a_32("ke_ten_đơn")
    assert collision(["a", "b", "a"]) is None
    assert collision(["a", "liquid", "b", "costarring"]) == ("liquid", "costarring")


def test_types_follow_joins_and_copies_to_fields_without_a_constant():
    chained = Rule(
        "r2",
        (Pattern("a", "x", (Compare("n", "gt", 0),)), Pattern("b", "y", (Join("m", "a", "n"),))),
        Derive.of("end", o=Copy("b", "m"), t=Copy("b", "s")),
    )
    assert ruleset(chained).types == {"n": int, "m": int, "o": int, "t": str, "s": str}


def test_rules_and_facts_survive_the_pipe():
    rules = ruleset(
        Rule(
            "r",
            (
                Pattern("a", "x", (Compare("n", "ge", -1),)),
                Pattern("b", "y", (Join("t", "a", "t"),)),
            ),
            Derive.of("end", n=Copy("b", "n"), t="a"),
        )
    )
    again = decode(encode(rules))
    assert again == rules
    assert again.digest == rules.digest
    fact = Fact.of("case", "f", n=1, t="a")
    assert decode(encode(fact)) == fact


def test_a_fact_that_stands_is_not_derived_again():
    rules = ruleset(Rule("r", (CASE,), Derive.of("end", t=Copy("case", "t"))))
    given = [Fact.of("case", "f", t="a"), Fact.of("case", "g", t="a"), Fact.of("case", "h")]
    assert run(rules, given) == {Fact.derived("end", [("t", "a")])}
    assert run(rules, [*given, Fact.of("end", "e", t="a")]) == frozenset()


def test_a_chain_that_outgrows_every_need_is_a_fault():
    names = ("a", "b", "c")
    pairs = Rule(
        "r",
        tuple(Pattern(name, "x") for name in names),
        Derive.of("y", **{name: Copy(name, "n") for name in names}),
    )
    typed = Rule("t", (Pattern("a", "x", (Compare("n", "lt", 0),)),), END)
    facts = [Fact.of("x", f"f{i}", n=i) for i in range(12)]
    assert MAX_DERIVED < 12 * 11 * 10
    with pytest.raises(RulesetFault, match="derived"):
        run(ruleset(pairs, typed), facts)


def test_the_limit_is_per_kind():
    rules = tuple(
        Rule(f"r{kind}{i}", tuple(Pattern(f"p{k}", kind) for k in range(4)), END)
        for kind in ("x", "y")
        for i in range(MAX_PATTERNS_OF_A_KIND // 4)
    )
    assert len(ruleset(*rules).rules) == 32
