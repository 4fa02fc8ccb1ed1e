"""The second judge: the same rules in plain Python, written without a look at the engine's way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from .model import (
    MAX_DERIVED,
    Compare,
    Copy,
    Derive,
    Fact,
    Join,
    Pattern,
    Rule,
    Ruleset,
    RulesetFault,
    Value,
    check_facts,
)

Bound = dict[str, Mapping[str, Value]]


def run(ruleset: Ruleset, facts: Sequence[Fact]) -> frozenset[Fact]:
    """All that follows from the facts, chained until nothing new does.

    A fact that already stands, given or derived, is not derived again.

    Raises:
        RulesetFault: the fact base is refused, or the chain outgrows ``MAX_DERIVED``.
    """
    check_facts(ruleset, facts)
    known = {fact.content for fact in facts}
    derived: set[Fact] = set()
    fresh = {fact.kind for fact in facts}
    while True:
        by_kind = _by_kind([*facts, *derived])
        new = {
            fact
            for rule in ruleset.rules
            if any(pattern.kind in fresh for pattern in rule.patterns)
            for bound in _matches(rule, by_kind)
            for fact in _follows(rule.derive, bound)
            if fact.content not in known
        }
        if not new:
            return frozenset(derived)
        derived |= new
        fresh = {fact.kind for fact in new}
        known |= {fact.content for fact in new}
        if len(derived) > MAX_DERIVED:
            raise RulesetFault(f"{ruleset.name}: more than {MAX_DERIVED} derived facts")


def _by_kind(facts: Sequence[Fact]) -> Mapping[str, list[tuple[str, dict[str, Value]]]]:
    index: dict[str, list[tuple[str, dict[str, Value]]]] = defaultdict(list)
    for fact in facts:
        index[fact.kind].append((fact.id, dict(fact.fields)))
    return index


def _matches(
    rule: Rule, by_kind: Mapping[str, list[tuple[str, dict[str, Value]]]]
) -> Iterator[Bound]:
    """Every way to fill the patterns of a rule, each with a fact of its own."""
    partial: list[tuple[Bound, frozenset[str]]] = [({}, frozenset())]
    for pattern in rule.patterns:
        partial = [
            ({**bound, pattern.alias: fields}, used | {identity})
            for bound, used in partial
            for identity, fields in by_kind.get(pattern.kind, ())
            if identity not in used and _fits(pattern, fields, bound)
        ]
    return (bound for bound, _ in partial)


def _fits(pattern: Pattern, fields: Mapping[str, Value], bound: Bound) -> bool:
    return all(_holds(condition, fields, bound) for condition in pattern.conditions)


def _holds(condition: Compare | Join, fields: Mapping[str, Value], bound: Bound) -> bool:
    """A condition on a field that is not there does not hold."""
    value = fields.get(condition.field)
    if value is None:
        return False
    if isinstance(condition, Join):
        return value == bound[condition.alias].get(condition.other_field)
    if isinstance(value, str) or isinstance(condition.constant, str):
        return value == condition.constant
    sign = (value > condition.constant) - (value < condition.constant)
    return sign in _SIGNS[condition.op]


_SIGNS = {"eq": (0,), "lt": (-1,), "le": (-1, 0), "gt": (1,), "ge": (0, 1)}


def _follows(derive: Derive, bound: Bound) -> Iterator[Fact]:
    """The derived fact, or none where a copied field is not there."""
    fields: list[tuple[str, Value]] = []
    for name, source in derive.fields:
        value = bound[source.alias].get(source.field) if isinstance(source, Copy) else source
        if value is None:
            return
        fields.append((name, value))
    yield Fact.derived(derive.kind, fields)
