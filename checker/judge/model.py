"""The only language that rules are compiled to: one-fact comparisons and equality joins.

What durable-rules gets wrong or crashes on (``docs/design.md``, "The engine's safe subset") cannot
be said in it: no inequality between facts, no absence, no "or", no arithmetic, no regex. Every
node is checked when it is made, so a ruleset that exists is a safe one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from .identity import collision

Value = str | int
Op = Literal["eq", "lt", "le", "gt", "ge"]

MAX_RULES = 50
MAX_PATTERNS = 4
MAX_PATTERNS_OF_A_KIND = 64
"""Error 303 at 65: measured to count the patterns that one fact fits, not the rules."""
MAX_DERIVED = 1_000
"""No ruleset of ours comes near; a chain that does is broken."""

# Quotes, backslashes, control and non-ASCII characters never reach the engine's own JSON parser.
# A text begins with a letter, so none looks like a number, which the engine would coerce.
_TEXT = re.compile(r"[A-Za-z][A-Za-z0-9_./:-]{0,199}")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
RESERVED = frozenset({"id", "sid", "kind", "exception"})
"""``id``, ``sid`` and ``exception`` are the engine's, ``kind`` is the tag that every fact bears."""


class RulesetFault(ValueError):
    """A ruleset or a fact base that the judges refuse."""


def _demand(holds: bool, fault: str) -> None:
    if not holds:
        raise RulesetFault(fault)


def _check_name(name: str) -> None:
    _demand(_NAME.fullmatch(name) is not None and name not in RESERVED, f"bad name: {name!r}")


def _check_text(text: str) -> None:
    _demand(_TEXT.fullmatch(text) is not None, f"bad text: {text!r}")


def _check_value(value: Value) -> None:
    if isinstance(value, str):
        _check_text(value)
    else:
        _demand(type(value) is int and abs(value) < 2**53, f"bad value: {value!r}")


@dataclass(frozen=True, slots=True)
class Fact:
    """One flat observation; fields in the order of their names."""

    kind: str
    id: str
    fields: tuple[tuple[str, Value], ...]

    def __post_init__(self) -> None:
        _check_text(self.kind)
        _check_text(self.id)
        names = [name for name, _ in self.fields]
        _demand(names == sorted(set(names)), f"fields of {self.id} double or out of order")
        for name, value in self.fields:
            _check_name(name)
            _check_value(value)

    @classmethod
    def of(cls, kind: str, identity: str, **fields: Value) -> Fact:
        """A fact with its fields put in order."""
        return cls(kind, identity, tuple(sorted(fields.items())))

    @classmethod
    def derived(cls, kind: str, fields: Iterable[tuple[str, Value]]) -> Fact:
        """A fact whose id follows from what it says, so that both judges name it alike."""
        said = tuple(sorted(fields))
        return cls(kind, "d" + sha256(repr((kind, said)).encode()).hexdigest()[:24], said)

    @property
    def content(self) -> tuple[str, tuple[tuple[str, Value], ...]]:
        """What the fact says, whoever says it."""
        return self.kind, self.fields


@dataclass(frozen=True, slots=True)
class Compare:
    """A field against a constant; texts only for equality (the engine's text order is wrong)."""

    field: str
    op: Op
    constant: Value

    def __post_init__(self) -> None:
        _check_name(self.field)
        _check_value(self.constant)
        _demand(self.op in ("eq", "lt", "le", "gt", "ge"), f"bad operator: {self.op!r}")
        _demand(self.op == "eq" or isinstance(self.constant, int), f"{self.op} needs a number")


@dataclass(frozen=True, slots=True)
class Join:
    """A field equal to a field of an earlier pattern's fact."""

    field: str
    alias: str
    other_field: str

    def __post_init__(self) -> None:
        for name in (self.field, self.alias, self.other_field):
            _check_name(name)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A fact of one kind that meets every condition. No fact fills two patterns of a rule."""

    alias: str
    kind: str
    conditions: tuple[Compare | Join, ...] = ()

    def __post_init__(self) -> None:
        _check_name(self.alias)
        _check_text(self.kind)


@dataclass(frozen=True, slots=True)
class Copy:
    """The value of a matched fact's field; where the fact lacks it, nothing is derived."""

    alias: str
    field: str

    def __post_init__(self) -> None:
        _check_name(self.alias)
        _check_name(self.field)


@dataclass(frozen=True, slots=True)
class Derive:
    """The fact that follows: constants and copies, nothing computed, so every chain ends."""

    kind: str
    fields: tuple[tuple[str, Value | Copy], ...]

    def __post_init__(self) -> None:
        _check_text(self.kind)
        _demand(len(dict(self.fields)) == len(self.fields), f"double field in {self.kind}")
        for name, value in self.fields:
            _check_name(name)
            if not isinstance(value, Copy):
                _check_value(value)

    @classmethod
    def of(cls, kind: str, **fields: Value | Copy) -> Derive:
        """The same with the fields by name."""
        return cls(kind, tuple(sorted(fields.items(), key=lambda item: item[0])))


@dataclass(frozen=True, slots=True)
class Rule:
    """If facts fit all patterns, another fact follows."""

    id: str
    patterns: tuple[Pattern, ...]
    derive: Derive

    def __post_init__(self) -> None:
        _check_text(self.id)
        _demand(1 <= len(self.patterns) <= MAX_PATTERNS, f"{self.id}: 1 to {MAX_PATTERNS} patterns")
        earlier: set[str] = set()
        for pattern in self.patterns:
            joined = {c.alias for c in pattern.conditions if isinstance(c, Join)}
            _demand(joined <= earlier, f"{self.id}: {pattern.alias} joins what is not earlier")
            _demand(pattern.alias not in earlier, f"{self.id}: alias {pattern.alias} twice")
            earlier.add(pattern.alias)
        copied = {v.alias for _, v in self.derive.fields if isinstance(v, Copy)}
        _demand(copied <= earlier, f"{self.id}: copies from an unknown alias")

    def typed(self) -> Iterator[tuple[str, Value]]:
        """Every field that a constant gives its type."""
        for condition in self._conditions():
            if isinstance(condition, Compare):
                yield condition.field, condition.constant
        for name, value in self.derive.fields:
            if not isinstance(value, Copy):
                yield name, value

    def linked(self) -> Iterator[tuple[str, str]]:
        """Every two fields that hold one value, and so are of one type."""
        for condition in self._conditions():
            if isinstance(condition, Join):
                yield condition.field, condition.other_field
        for name, value in self.derive.fields:
            if isinstance(value, Copy):
                yield name, value.field

    def _conditions(self) -> Iterator[Compare | Join]:
        return (c for pattern in self.patterns for c in pattern.conditions)


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Rules that run together. ``types`` and ``digest`` follow from them."""

    name: str
    rules: tuple[Rule, ...]
    types: dict[str, type[str] | type[int]] = field(init=False, compare=False, repr=False)
    digest: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        _check_text(self.name)
        _demand(1 <= len(self.rules) <= MAX_RULES, f"{self.name}: 1 to {MAX_RULES} rules")
        ids = [rule.id for rule in self.rules]
        _demand(len(set(ids)) == len(ids), f"{self.name}: two rules with one id")
        kinds = [pattern.kind for rule in self.rules for pattern in rule.patterns]
        crowd = max(map(kinds.count, kinds))
        _demand(crowd <= MAX_PATTERNS_OF_A_KIND, f"{self.name}: {crowd} patterns of one kind")
        types = _types(self.rules)
        twins = collision([*types, *sorted(RESERVED), "$s"])
        _demand(twins is None, f"{self.name}: the engine cannot tell apart the fields {twins}")
        object.__setattr__(self, "types", types)
        digest = sha256(repr((self.name, self.rules)).encode()).hexdigest()
        object.__setattr__(self, "digest", digest)


def _types(rules: Sequence[Rule]) -> dict[str, type[str] | type[int]]:
    """One type for each field; a field that no constant touches is text."""
    found: dict[str, type[str] | type[int]] = {}
    links = [link for rule in rules for link in rule.linked()]

    def settle(name: str, kind: type[str] | type[int]) -> bool:
        _demand(found.get(name, kind) is kind, f"field {name} is both text and number")
        new = name not in found
        found[name] = kind
        return new

    for rule in rules:
        for name, value in rule.typed():
            settle(name, str if isinstance(value, str) else int)
    pairs = links + [(b, a) for a, b in links]
    while any([settle(b, found[a]) for a, b in pairs if a in found]):
        pass
    for pair in links:
        for name in pair:
            found.setdefault(name, str)
    return found


def check_facts(ruleset: Ruleset, facts: Sequence[Fact]) -> None:
    """Refuse a fact base that the engine could misread.

    Raises:
        RulesetFault: two facts with one id or with ids that collide, a field that the rules do
            not know, or a value of another type than the rules give the field.
    """
    ids = [fact.id for fact in facts]
    _demand(len(set(ids)) == len(ids), "two facts with one id")
    twins = collision(ids)
    _demand(twins is None, f"the engine cannot tell apart the fact ids {twins}")
    for fact in facts:
        for name, value in fact.fields:
            known = ruleset.types.get(name)
            _demand(known is not None, f"{fact.id}: the rules know no field {name}")
            _demand(type(value) is known, f"{fact.id}: {name} is of the wrong type")
