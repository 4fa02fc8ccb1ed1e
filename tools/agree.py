"""Whether durable-rules and the plain judge derive the same from random rules and random facts.

    python tools/agree.py --cases 1000000 --seed 1 --processes 2

Ends with 1 where they differ even once, or where the engine dies.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from motcua.checker.judge import plain
from motcua.checker.judge.durable_engine import Engine, EngineFault, available, version
from motcua.checker.judge.model import (
    Compare,
    Copy,
    Derive,
    Fact,
    Join,
    Op,
    Pattern,
    Rule,
    Ruleset,
    RulesetFault,
    Value,
)

BASES_PER_RULESET = 50
CASES_PER_PROCESS = 20_000
"""The engine keeps every ruleset it has seen, so a process is renewed before it grows."""

# Texts that collide in 32 bits, that differ by case or by length, and the ends of the numbers.
TEXTS = ("a", "A", "b", "liquid", "costarring", "x" * 199, "x" * 200)
NUMBERS = (-(2**53) + 1, -7, -1, 0, 1, 2, 7, 2**31, 2**32 + 1, 2**53 - 1)
KINDS = ("case", "end", "liquid", "costarring")
FIELDS = {"t": str, "s": str, "n": int, "m": int}
OPS: tuple[Op, ...] = ("eq", "lt", "le", "gt", "ge")


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run of cases came to; times in seconds."""

    cases: int = 0
    derived: int = 0
    plain_time: float = 0.0
    engine_time: float = 0.0
    differences: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.cases + other.cases,
            self.derived + other.derived,
            self.plain_time + other.plain_time,
            self.engine_time + other.engine_time,
            self.differences + other.differences,
        )


def random_ruleset(rng: random.Random) -> Ruleset:
    """One to six rules over few kinds and fields, so that they meet, chain and go in circles."""
    while True:
        rules = tuple(_rule(rng, f"r{i}") for i in range(rng.randint(1, 6)))
        try:
            return Ruleset("random", rules)
        except RulesetFault:
            continue  # a field that fell out both text and number


def random_facts(rng: random.Random, ruleset: Ruleset) -> list[Fact]:
    """No to six facts; a field may be missing, and two facts may say the same."""
    return [
        Fact.of(
            rng.choice(KINDS),
            f"f{i}",
            **{
                name: _value(rng, kind)
                for name, kind in ruleset.types.items()
                if rng.random() < 0.8
            },
        )
        for i in range(rng.randint(0, 6))
    ]


def _rule(rng: random.Random, identity: str) -> Rule:
    patterns: list[Pattern] = []
    for i in range(rng.choice((1, 1, 1, 2, 2, 3, 4))):
        conditions = tuple(_condition(rng, patterns) for _ in range(rng.randint(0, 2)))
        patterns.append(Pattern(f"p{i}", rng.choice(KINDS), conditions))
    # What three or four patterns derive ends its chain: a circle of them would outgrow memory.
    kind = rng.choice((*KINDS, "last") if len(patterns) < 3 else ("last",))
    said = {name: _said(rng, name, patterns) for name in FIELDS if rng.random() < 0.4}
    return Rule(identity, tuple(patterns), Derive.of(kind, **said))


def _condition(rng: random.Random, earlier: Sequence[Pattern]) -> Compare | Join:
    name = rng.choice(list(FIELDS))
    if earlier and rng.random() < 0.5:
        return Join(name, rng.choice(earlier).alias, _like(rng, name))
    op: Op = "eq" if FIELDS[name] is str else rng.choice(OPS)
    return Compare(name, op, _value(rng, FIELDS[name]))


def _said(rng: random.Random, name: str, patterns: Sequence[Pattern]) -> Value | Copy:
    if rng.random() < 0.5:
        return Copy(rng.choice(patterns).alias, _like(rng, name))
    return _value(rng, FIELDS[name])


def _like(rng: random.Random, name: str) -> str:
    return rng.choice([other for other in FIELDS if FIELDS[other] is FIELDS[name]])


def _value(rng: random.Random, kind: type[str] | type[int]) -> Value:
    return rng.choice(TEXTS) if kind is str else rng.choice(NUMBERS)


def compare(engine: Engine, ruleset: Ruleset, facts: Sequence[Fact]) -> Tally:
    """Judge one case twice."""
    start = time.perf_counter()
    expected = plain.run(ruleset, facts)
    middle = time.perf_counter()
    try:
        found: object = engine.run(ruleset, facts)
    except EngineFault as fault:
        found = fault
    end = time.perf_counter()
    difference = (f"{ruleset!r}\n{facts!r}\n{expected!r}\n{found!r}",) if found != expected else ()
    return Tally(1, len(expected), middle - start, end - middle, difference)


def _chunk(work: tuple[int, int]) -> Tally:
    """So many cases, from a seed, in a process of their own."""
    cases, seed = work
    rng = random.Random(seed)
    engine = Engine()
    total = Tally()
    while total.cases < cases:
        ruleset = random_ruleset(rng)
        for _ in range(min(BASES_PER_RULESET, cases - total.cases)):
            total += compare(engine, ruleset, random_facts(rng, ruleset))
    return total


def _rounds(cases: int, seed: int, processes: int) -> Iterator[list[tuple[int, int]]]:
    sizes = [CASES_PER_PROCESS] * (cases // CASES_PER_PROCESS)
    sizes += [cases % CASES_PER_PROCESS] if cases % CASES_PER_PROCESS else []
    work = [(size, seed * 1_000_000 + i) for i, size in enumerate(sizes)]
    for i in range(0, len(work), processes):
        yield work[i : i + processes]


def main() -> int:
    """Run, print the figures, and say by the exit code whether the judges agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    if reason := available():
        print(reason.en, file=sys.stderr)
        return 2
    total = Tally()
    for round_ in _rounds(options.cases, options.seed, options.processes):
        # A new pool each round: its processes end, and with them what the engine holds.
        with ProcessPoolExecutor(options.processes, get_context("spawn")) as pool:
            total = sum(pool.map(_chunk, round_), total)
    ratio = (total.plain_time + total.engine_time) / total.plain_time
    print(f"judges         {version()} and plain, seed {options.seed}")
    print(f"cases          {total.cases:,}")
    print(f"derived facts  {total.derived:,}")
    print(f"differences    {len(total.differences):,}")
    print(f"time           {ratio:.1f} times that of the plain judge alone")
    for difference in total.differences[:3]:
        print(difference)
    return 1 if total.differences else 0


if __name__ == "__main__":
    sys.exit(main())
