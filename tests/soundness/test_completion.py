"""A verdict holds for every completion of the missing data (docs/design.md, Verdicts).

What completions keep: ``decisions.decision_no`` is a key (unique within a unit), a unit has its
row. Everything else that is unknown may be anything; a row wholly unknown may be any row.
Documents have a trial of their own (test_documents.py).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from motcua.checker.rulebook.compile import trusted

from tests.soundness.bench import Ruled, on_registers, rule, rulebook
from tests.soundness.cells import AS_OF, Dice
from tests.soundness.worlds import OWN, World, blurred, completed, whole

UNITS, WAYS = 250, 6
DAYS = (*[AS_OF] * 6, dt.date(2025, 12, 31), dt.date(2020, 3, 4))
SEEDS = range(len(DAYS))


@pytest.mark.parametrize("seed", range(len(DAYS)))
def test_a_verdict_holds_for_every_completion(seed: int):
    rng, as_of = Dice(seed), DAYS[seed]
    seen = [blurred(whole(rng), rng) for _ in range(UNITS)]
    ways = [[completed(one, rng) for _ in range(WAYS)] for one in seen]
    grace = [rng.choice(({}, {**OWN, "posting_grace_days": rng.choice((0, 3, 60))})) for _ in seen]
    worlds = [world for one, its in zip(seen, ways, strict=True) for world in (one, *its)]
    rulings = rule(worlds, as_of, [own for own in grace for _ in range(WAYS + 1)])
    for number in range(UNITS):
        first = number * (WAYS + 1)
        for way in range(1, WAYS + 1):
            for criterion in broken(rulings[first], rulings[first + way]):
                pair = smallest(worlds[first], worlds[first + way], criterion, as_of, grace[number])
                pytest.fail(told(pair, criterion, as_of, grace[number]))


def broken(before: Mapping[str, Ruled], after: Mapping[str, Ruled]) -> Iterator[str]:
    for criterion, ruled in before.items():
        if ruled.verdict not in ("undetermined", after[criterion].verdict):
            yield criterion


Pair = tuple[World, World]
Own = Mapping[str, int | float | str]


def smallest(seen: World, way: World, criterion: str, as_of: dt.date, own: Own) -> Pair:
    """The same failure with fewer rows and fewer unknown cells, as far as dropping leads."""

    def fails(pair: Pair) -> bool:
        before, after = rule(pair, as_of, [own, own])
        return criterion in set(broken(before, after))

    pair, shrunk = (seen, way), True
    while shrunk:
        shrunk = False
        for smaller in (*_fewer_rows(pair), *_fewer_unknown(pair)):
            if fails(smaller):
                pair, shrunk = smaller, True
                break
    return pair


def _fewer_rows(pair: Pair) -> Iterator[Pair]:
    for table in sorted(set(pair[1]) - {"units"}):
        for at in range(max(len(pair[0][table]), len(pair[1][table]))):
            yield tuple(  # type: ignore[misc]
                {**w, table: [r for n, r in enumerate(w[table]) if n != at]} for w in pair
            )


def _fewer_unknown(pair: Pair) -> Iterator[Pair]:
    seen, way = pair
    for table, rows in seen.items():
        for at, row in enumerate(rows):
            for cell, value in enumerate(row):
                if value is None and len(way[table]) == len(rows):
                    known = (*row[:cell], way[table][at][cell], *row[cell + 1 :])
                    yield {**seen, table: [*rows[:at], known, *rows[at + 1 :]]}, way


def told(pair: Pair, criterion: str, as_of: dt.date, own: Own) -> str:
    lines = [f"{criterion} on {as_of}, own parameters {dict(own)}"]
    for name, world, ruled in zip(
        ("seen", "completed"), pair, rule(pair, as_of, [own, own]), strict=True
    ):
        lines.append(f"{name}: {ruled[criterion]}")
        lines += [f"  {table}: {row}" for table, rows in world.items() for row in rows]
    return "\n".join(lines)


def test_the_trial_meets_every_verdict_often_enough_to_prove_something():
    rng = Dice(7)
    met: Counter[tuple[str, str]] = Counter()
    for ruled in rule([blurred(whole(rng), rng) for _ in range(1000)], local=[OWN] * 1000):
        for criterion, one in ruled.items():
            met[criterion, one.verdict] += 1
            met[criterion, one.reason] += 1
    rare = {
        (criterion, verdict): met[criterion, verdict]
        for criterion in on_registers()
        for verdict in ("pass", _where_violated(criterion), "undetermined")
        if met[criterion, verdict] < 5
    }
    assert rare == NEVER_VIOLATED


def _where_violated(criterion: str) -> str:
    """What a violation comes to: on a basis that nobody read it fails nobody."""
    loaded = rulebook().criteria[criterion]
    clause = loaded.in_force(AS_OF)
    sound = clause is not None and trusted(rulebook(), loaded, clause, frozenset(OWN))
    return "fail" if sound else "unverified_basis"


NEVER_VIOLATED = {("CD-05", "unverified_basis"): 0}
"""Texts that differ are for a person to compare."""
