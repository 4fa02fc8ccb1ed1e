"""Documents: a verdict holds for every completion, and nothing is decided that was not seen."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.soundness.bench import on_documents, rule
from tests.soundness.cells import AS_OF, Dice
from tests.soundness.papers import blurred, completions, unit
from tests.soundness.test_completion import broken

UNITS, WAYS, SEEDS = 60, 4, range(6)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_verdict_on_documents_holds_for_every_completion(seed: int):
    rng, ours = Dice(seed), set(on_documents())
    true = [unit(rng) for _ in range(UNITS)]
    seen = [blurred(one, rng) for one in true]
    ways = [[*completions(*pair, rng, WAYS)] for pair in zip(true, seen, strict=True)]
    told = iter(
        rule(
            [w for one, its in zip(seen, ways, strict=True) for w in (one, *its)],
            AS_OF,
            criteria=on_documents(),
        )
    )
    for number, its in enumerate(ways):
        before, after = next(told), [next(told) for _ in its]
        for way, ruled in enumerate(after):
            wrong = {c: (before[c], ruled[c]) for c in broken(before, ruled) if c in ours}
            assert wrong == {}, (number, way, seen[number]["documents"])


def test_the_trial_decides_often_enough_to_prove_something():
    rng = Dice(3)
    met: Counter[str] = Counter()
    for ruled in rule([blurred(unit(rng), rng) for _ in range(200)], criteria=on_documents()):
        for criterion in on_documents():
            met[ruled[criterion].verdict] += 1
    assert min(met["pass"], met["fail"], met["undetermined"]) > 50
