"""Small faults put into a condition: each is one that a hand could slip into.

A flipped comparison, a bound moved by one, an operand left out, ``AND`` for ``OR``, a negation too
many or too few, a value left out of a list, ``+`` for ``-``, a spelling no longer folded.
Texts and patterns are not changed: a text that never fits is the operand left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sqlglot import exp

_Put = Callable[[exp.Expr], exp.Expr]

_FLIPS: dict[type[exp.Expr], tuple[type[exp.Expr], ...]] = {
    exp.EQ: (exp.NEQ,),
    exp.NEQ: (exp.EQ,),
    exp.LT: (exp.LTE, exp.GTE),
    exp.LTE: (exp.LT, exp.GT),
    exp.GT: (exp.GTE, exp.LTE),
    exp.GTE: (exp.GT, exp.LT),
}
_ONE_SIDED: dict[type[exp.Expr], tuple[type[exp.Expr], ...]] = {
    exp.EQ: (exp.GTE, exp.LTE),
    exp.NEQ: (exp.GT, exp.LT),
}
"""What an equality of numbers or days may also slip into."""

_CONNECTIVES = (exp.And, exp.Or)
_COMPARED = (*_FLIPS, exp.Between, exp.In)
_FOLDING = (exp.Lower, exp.Upper, exp.Abs)


@dataclass(frozen=True, slots=True)
class Slip:
    """One fault: what it changes, as written, and the tree that has it."""

    told: str
    tree: exp.Expr


@dataclass(frozen=True, slots=True)
class Kinds:
    """What is known of the names in a condition.

    ``ordered`` are the columns and parameters that hold numbers or days; ``truths`` the columns
    that are true or false.
    """

    ordered: Collection[str]
    truths: Collection[str]


def slips(tree: exp.Expr, kinds: Kinds) -> Iterator[Slip]:
    """Every fault of one condition, each in a tree of its own, told apart by number if need be."""
    told: dict[str, int] = {}
    for number, node in enumerate(tree.walk()):
        for name, put in _of(node, kinds):
            changed = _put(tree.copy(), number, put)
            told[name] = told.get(name, 0) + 1
            yield Slip(name if told[name] == 1 else f"{name} #{told[name]}", changed)


def _put(tree: exp.Expr, number: int, put: _Put) -> exp.Expr:
    """The tree with its node of that number, in the order of ``walk``, put anew."""
    target = next(node for n, node in enumerate(tree.walk()) if n == number)
    fresh = put(target)
    if target is tree:
        return fresh
    target.replace(fresh)
    return tree


def _of(node: exp.Expr, kinds: Kinds) -> Iterator[tuple[str, _Put]]:
    if isinstance(node, _CONNECTIVES):
        yield from _connective(node)
    elif isinstance(node, exp.EQ | exp.NEQ | exp.LT | exp.LTE | exp.GT | exp.GTE):
        yield from _comparison(node, kinds)
    elif isinstance(node, exp.Between):
        yield from _between(node)
    elif isinstance(node, exp.In):
        yield from _list(node)
    elif isinstance(node, exp.Add | exp.Sub):
        yield from _sum(node)
    elif isinstance(node, (*_FOLDING, exp.Not)):
        yield f"{_sql(node)} → {_sql(node.this)}", lambda n: n.this.copy()
    if _can_move(node, kinds):
        yield from _moved(node)
    if _is_statement(node, kinds) and not isinstance(node.parent, exp.Not):
        yield f"{_sql(node)} → NOT {_sql(node)}", lambda n: exp.Not(this=_held(n.copy()))


def _connective(node: exp.Expr) -> Iterator[tuple[str, _Put]]:
    kind, other = ("AND", "OR") if isinstance(node, exp.And) else ("OR", "AND")
    for side in ("this", "expression"):
        operand = node.args[side]
        if not isinstance(operand, type(node)):
            kept = "expression" if side == "this" else "this"
            yield f"without {_sql(operand)}", _keep(kept)
    swapped = exp.Or if kind == "AND" else exp.And
    yield f"{kind} {_sql(node.expression)} → {other}", _swap(swapped)


def _keep(side: str) -> _Put:
    return lambda n: n.args[side].copy()


def _swap(kind: type[exp.Expr]) -> _Put:
    def put(node: exp.Expr) -> exp.Expr:
        return exp.Paren(
            this=kind(this=_held(node.this.copy()), expression=_held(node.expression.copy()))
        )

    return put


def _held(node: exp.Expr) -> exp.Expr:
    """In brackets where it would else be read otherwise."""
    loose = isinstance(node, (*_CONNECTIVES, *_COMPARED, exp.Not))
    return exp.Paren(this=node) if loose else node


def _comparison(node: exp.Expr, kinds: Kinds) -> Iterator[tuple[str, _Put]]:
    flips = _FLIPS[type(node)]
    if _is_ordered(node, kinds):
        flips += _ONE_SIDED.get(type(node), ())
    for kind in flips:
        changed = kind(this=node.this.copy(), expression=node.expression.copy())
        yield f"{_sql(node)} → {_sql(changed)}", _give(changed)


def _give(fresh: exp.Expr) -> _Put:
    return lambda _: fresh


def _is_ordered(node: exp.Expr, kinds: Kinds) -> bool:
    """Are numbers or days of the data compared? A switch of the law (``$due = 0``) has no sides."""
    sides = (node.this, node.expression)
    if not node.find(exp.Column):
        return False
    return any(_can_move(side, kinds) for side in sides) or all(
        isinstance(side, exp.Column) and side.name in kinds.ordered for side in sides
    )


def _between(node: exp.Between) -> Iterator[tuple[str, _Put]]:
    low = exp.GTE(this=node.this.copy(), expression=node.args["low"].copy())
    high = exp.LTE(this=node.this.copy(), expression=node.args["high"].copy())
    for kept in (low, high):
        yield f"{_sql(node)} → {_sql(kept)}", _give(kept)


def _list(node: exp.In) -> Iterator[tuple[str, _Put]]:
    for number, item in enumerate(node.expressions):
        if len(node.expressions) > 1:
            yield f"{_sql(node.this)} IN without {_sql(item)}", _without(number)


def _without(number: int) -> _Put:
    def put(node: exp.Expr) -> exp.Expr:
        fresh = node.copy()
        kept = [item for n, item in enumerate(fresh.expressions) if n != number]
        fresh.set("expressions", kept)
        return fresh

    return put


def _sum(node: exp.Expr) -> Iterator[tuple[str, _Put]]:
    kind = exp.Sub if isinstance(node, exp.Add) else exp.Add
    changed = kind(this=node.this.copy(), expression=node.expression.copy())
    yield f"{_sql(node)} → {_sql(changed)}", _give(changed)


def _can_move(node: exp.Expr, kinds: Kinds) -> bool:
    """Is it a number or a day that was written down, so that it could be another one?"""
    if isinstance(node, exp.Placeholder):
        return node.name in kinds.ordered
    if isinstance(node, exp.Literal):
        return not node.is_string and not isinstance(node.parent, exp.Cast)
    return isinstance(node, exp.Cast)


def _moved(node: exp.Expr) -> Iterator[tuple[str, _Put]]:
    holder = node.find_ancestor(*_COMPARED)
    for step in (1, -1):
        shown = _sql(_step(node, step))
        of = f" in {_sql(holder)}" if holder else ""
        yield f"{_sql(node)} → {shown}{of}", _stepped(step)


def _stepped(step: int) -> _Put:
    return lambda n: _step(n, step)


def _step(node: exp.Expr, step: int) -> exp.Expr:
    if isinstance(node, exp.Cast):
        day = dt.date.fromisoformat(node.this.name) + dt.timedelta(days=step)
        return exp.Cast(this=exp.Literal.string(day.isoformat()), to=node.to.copy())
    if isinstance(node, exp.Literal):
        return exp.convert(Decimal(node.name) + step)
    kind = exp.Add if step > 0 else exp.Sub
    return exp.Paren(this=kind(this=node.copy(), expression=exp.convert(abs(step))))


def _is_statement(node: exp.Expr, kinds: Kinds) -> bool:
    """Is it true or false by itself: a column of truths, a pattern, a list, a range?"""
    if isinstance(node, exp.Column):
        compared = isinstance(node.parent, exp.EQ | exp.NEQ)
        return node.name in kinds.truths and not compared
    predicates = (
        exp.In, exp.Between, exp.Like, exp.RegexpFullMatch, exp.StartsWith, exp.EndsWith,
        exp.Contains, exp.ArrayContains,
    )  # fmt: skip
    return isinstance(node, predicates)


def _sql(node: exp.Expr) -> str:
    return node.sql(dialect="duckdb")
