"""Which few of many near cases catch what survives, and what each has to expect for that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from motcua.checker.judge.judges import Judges
from motcua.checker.marked_yaml import Marked
from motcua.checker.mutating.criteria import Mutant
from motcua.checker.rulebook.book import LoadedCriterion, Rulebook
from motcua.checker.rulebook.cases import CasesFile, Expected
from motcua.checker.trials import Bench, Seen, days

from .near import Near

_KEYS = ("verdict", "violated", "satisfied", "undetermined", "reason", "version")
"""What a case can expect, the plainest first."""


@dataclass(frozen=True)
class Chosen:
    """A near case and what it gives today, so far as that tells mutants apart."""

    near: Near
    expect: dict[str, object]
    catches: tuple[str, ...]


def tell_apart(
    book: Rulebook,
    loaded: LoadedCriterion,
    what: tuple[CasesFile, Marked],
    mutants: Mapping[str, Mutant],
    nears: Sequence[Near],
    judges: Judges,
) -> tuple[list[Seen | None], list[dict[str, set[str]]]]:
    """For each near case what it gives, and by which keys it tells which mutants apart."""
    cases, marked = what
    trial = cases.model_copy(update={"cases": tuple(near.case for near in nears)})
    base: list[Seen | None] = [None] * len(nears)
    apart: list[dict[str, set[str]]] = [{} for _ in nears]
    for as_of in days(trial):
        with Bench(book, loaded, (trial, marked), as_of) as bench:
            plain = bench.tallied(loaded)
            seen = list(bench.seen(plain, judges))
            for number, one in zip(bench.numbers, seen, strict=True):
                base[number] = one
            for told, mutant in mutants.items():
                measured = bench.tallied(mutant.loaded)
                if measured.fault:
                    continue
                same_counts = mutant.version is not None and "bands" not in told
                for unit, (number, was, now) in enumerate(
                    zip(bench.numbers, seen, bench.seen(measured, judges), strict=True)
                ):
                    if same_counts and plain.of(unit) == measured.of(unit):
                        continue
                    differ = {k for k in _KEYS if was[k] != now[k] and was[k] is not None}
                    if differ:
                        apart[number][told] = differ
    return base, apart


def choose(
    cases: CasesFile,
    mutants: Iterable[str],
    nears: Sequence[Near],
    found: tuple[list[Seen | None], list[dict[str, set[str]]]],
) -> list[Chosen]:
    """The fewest, simplest cases that catch all that can be caught, one after the other."""
    base, apart = found
    left = set(mutants)
    chosen: list[Chosen] = []
    while left:
        best, worth = None, 0.0
        for number, (near, differs) in enumerate(zip(nears, apart, strict=True)):
            now = base[number]
            if now is None or now["verdict"] == "error":
                continue
            gain = sum(_weight(differs[told], near) for told in left & set(differs))
            value = gain / (near.cost + 0.002 * len(near.case.name))
            if value > worth + 1e-9:
                best, worth = number, value
        if best is None:
            break
        caught = sorted(left & set(apart[best]))
        expect = _expected(cases, nears[best], base[best] or {}, [apart[best][t] for t in caught])
        chosen.append(Chosen(nears[best], expect, tuple(caught)))
        left -= set(caught)
    return chosen


def _weight(differs: set[str], near: Near) -> float:
    """A verdict says more than a count, and a count more than a reason."""
    if "verdict" in differs:
        return 1.0
    if differs <= {"reason", "version"}:
        return 0.5 if near.seed is None else 0.8
    return 0.8


def _expected(
    cases: CasesFile, near: Near, seen: Seen, apart: Sequence[set[str]]
) -> dict[str, object]:
    """What the case has to expect: its verdict, what tells mutants apart, and what there is."""
    wanted: dict[str, object] = (
        near.case.expect.model_dump(exclude_none=True) if near.seed is not None else {}
    )
    wanted.setdefault("verdict", seen["verdict"])
    if near.seed is None:
        for key in ("satisfied", "violated", "undetermined"):
            if seen[key] and seen["reason"] in ("measured", "range"):
                wanted[key] = seen[key]
        if seen["reason"] not in ("measured",):
            wanted["reason"] = seen["reason"]
    for differs in apart:
        if not differs & set(wanted):
            key = next(key for key in _KEYS if key in differs and seen[key] is not None)
            wanted[key] = seen[key]
    order = [name for name in Expected.model_fields if name in wanted]
    return {name: wanted[name] for name in order}


def shown(value: object) -> str:
    """A value as YAML in flow style, on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {shown(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(shown, value)) + "]"
    text = str(value)
    if len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit():
        return text
    if text.replace("_", "").isalpha() and text.isascii() and text.lower() not in (
        "true", "false", "yes", "no", "null", "on", "off", "y", "n", "never",
    ):  # fmt: skip
        return text
    if text == "never":
        return text
    import json

    return json.dumps(text, ensure_ascii=False)
