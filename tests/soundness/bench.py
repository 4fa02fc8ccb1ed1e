"""Verdicts of many units at once, by the way that a run takes: store, views, counts, judge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

from motcua.checker.documents.rows import TABLES
from motcua.checker.gather import GatheredUnit
from motcua.checker.hearing import case_of, terms_of
from motcua.checker.intake.unit import LocalParameter
from motcua.checker.judge import plain
from motcua.checker.judge.judges import Judges
from motcua.checker.judge.model import Fact, Ruleset
from motcua.checker.judge.terms import Case, Terms
from motcua.checker.judge.verdicts import judge_unit
from motcua.checker.measure.criterion import Measured, measure
from motcua.checker.places import locator
from motcua.checker.profile import local_values
from motcua.checker.rulebook.book import Rulebook
from motcua.checker.rulebook.compile import Setting
from motcua.checker.rulebook.load import load_rulebook
from motcua.checker.run import prepare
from motcua.checker.store import Store
from motcua.checker.tables import SQL_TYPES, table_specs

from tests.soundness.cells import AS_OF
from tests.soundness.worlds import World

Local = Mapping[str, int | float | str]
ALL_TABLES = frozenset(table_specs()) - {"units"}


class Ruled(NamedTuple):
    """What one criterion came to in one unit."""

    verdict: str
    reason: str


class PlainJudge:
    """The plain judge alone: the engine beside it gives the same, as tests/judge shows."""

    def names(self) -> list[str]:
        return ["plain"]

    def derive(self, ruleset: Ruleset, facts: Sequence[Fact]) -> frozenset[Fact]:
        return plain.run(ruleset, facts)


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


@cache
def _judge(terms: Terms, case: Case) -> Ruled:
    ruling = judge_unit([terms], [case], cast(Judges, PlainJudge())).rulings[0]
    return Ruled(ruling.verdict, ruling.reason)


def fill(store: Store, worlds: Sequence[World]) -> None:
    """Put all units' rows in, unit by unit, each with a locator of its own."""
    for table, spec in table_specs().items():
        rows = [
            (unit, locator(unit, at), row)
            for unit, world in enumerate(worlds)
            for at, row in enumerate(world[table])
        ]
        if not rows:
            continue
        given: dict[str, object] = {"u": [r[0] for r in rows], "s": [r[1] for r in rows]}
        picked = ["unnest($u::INTEGER[])", "unnest($s::BIGINT[])"]
        for at, field in enumerate(spec.fields.values()):
            cells = [row[at] for _, _, row in rows]
            given[f"c{at}"] = [list(c) if isinstance(c, tuple) else c for c in cells]
            picked.append(f"unnest($c{at}::{SQL_TYPES[field.type]}[])")
        store.db.execute(f"INSERT INTO {table} SELECT {', '.join(picked)}", given)


def gathered(number: int, local: Local, provided: frozenset[str]) -> GatheredUnit:
    """A unit as intake would hand it on."""
    parameters = {n: LocalParameter(value=v, basis="QĐ 1/UBND") for n, v in local.items()}
    return GatheredUnit(
        number, f"unit-{number}", "U", str(number), "commune", (AS_OF, AS_OF), provided, parameters
    )


def _on_documents(name: str) -> bool:
    book = rulebook()
    return bool(book.base_tables(book.criteria[name].criterion.subject) & set(TABLES))


@cache
def on_registers() -> tuple[str, ...]:
    """The criteria that look at no document; random registers are for them."""
    return tuple(name for name in rulebook().criteria if not _on_documents(name))


@cache
def on_documents() -> tuple[str, ...]:
    """The others; spoilt documents are for them (papers.py)."""
    return tuple(name for name in rulebook().criteria if _on_documents(name))


def measured(
    store: Store, units: Sequence[GatheredUnit], as_of: dt.date, criteria: Sequence[str]
) -> list[Measured]:
    """Criteria over a store that holds their rows."""
    book = rulebook()
    chosen = tuple(book.criteria[name] for name in criteria)
    prepare(store, book, as_of, chosen)
    local = local_values(units)
    return [measure(store, book, one, Setting(as_of, one.in_force(as_of), local)) for one in chosen]


def rule(
    worlds: Sequence[World],
    as_of: dt.date = AS_OF,
    local: Sequence[Local] = (),
    provided: frozenset[str] = ALL_TABLES,
    criteria: Sequence[str] = (),
) -> list[dict[str, Ruled]]:
    """Verdict and reason by criterion, unit by unit; those on registers, if none is named."""
    own = local or [{}] * len(worlds)
    units = [gathered(number, own[number], provided) for number in range(len(worlds))]
    with Store(table_specs()) as store:
        fill(store, worlds)
        counted = measured(store, units, as_of, criteria or on_registers())
    return [
        {
            one.loaded.criterion.id: _judge(terms_of(one), case_of(one, unit, rulebook()))
            for one in counted
        }
        for unit in units
    ]
