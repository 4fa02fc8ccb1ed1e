"""From the terms of a criterion to rules, and from what was measured to facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations

from .model import Compare, Copy, Derive, Fact, Join, Pattern, Rule, Ruleset
from .terms import Band, Case, Effect, OnEmpty, Terms, Verdict

_GATES: tuple[tuple[str, str, Mapping[str, tuple[str, str]]], ...] = (
    ("failed", "no", {"yes": ("error", "failed")}),
    (
        "in_force",
        "yes",
        {
            "not_begun": ("not_applicable", "not_begun"),
            "ended": ("not_applicable", "ended"),
            "no": ("undetermined", "no_version"),
        },
    ),
    (
        "applies",
        "yes",
        {
            "no": ("not_applicable", "not_applicable"),
            "unknown": ("undetermined", "applicability_unknown"),
        },
    ),
    ("missing", "no", {"yes": ("undetermined", "missing_data")}),
)
"""In order of precedence: a field, the value that lets through, what the other values mean."""

_BELOW = "below"
"""The band under the last threshold."""

_EFFECTS: Mapping[Verdict, Effect] = {
    "pass": "unused",
    "partial": "waived",
    "fail": "waived",
    "undetermined": "waived",
    "not_applicable": "unused",
    "error": "unused",
}
"""What an active waiver does to each verdict. A fault of ours is not for anybody to waive."""

SEVERITY: tuple[Verdict, ...] = ("fail", "error", "undetermined", "partial", "pass")
"""A group is what its first verdict in this order is."""


def case_ruleset(terms: Terms) -> Ruleset:
    """The rules that lead from a ``case`` and a ``waiver`` fact to one ``ruling``.

    Criteria with the same bands share one ruleset, so the engine learns it once.
    """
    return _case_ruleset(terms.bands, terms.on_empty)


@cache
def _case_ruleset(bands: tuple[Band, ...], on_empty: OnEmpty) -> Ruleset:
    rules = (*_gates(on_empty), *_ends(bands), *_bands(bands), *_trust(), *_effects())
    return Ruleset("case", rules)


@lru_cache(maxsize=10_000)  # most criteria count alike in most documents
def case_facts(case: Case) -> tuple[Fact, Fact]:
    """What the judges are told. That nobody waived is told too, never left to be inferred."""
    share = case.share_ppm
    told = {
        "criterion": case.criterion,
        "failed": _yes(case.failed),
        "in_force": case.in_force,
        "applies": case.applies,
        "missing": _yes(case.missing),
        "trusted": _yes(case.trusted),
        "empty": _yes(share is None),
    }
    ends = {"low": share[0], "high": share[1]} if share else {}
    waiver = Fact.of("waiver", "waiver", criterion=case.criterion, state=case.waiver)
    return Fact.of("case", "case", **told, **ends), waiver


@cache
def group_ruleset() -> Ruleset:
    """The rules that lead from a ``tally`` of verdicts to one ``grade``, of a group or a unit."""
    rules = []
    for i, verdict in enumerate(SEVERITY):
        none_worse = tuple(_is(worse, 0) for worse in SEVERITY[:i])
        some = Compare(verdict, "gt", 0)
        rules.append(_grade(verdict, (*none_worse, some)))
    rules.append(_grade("not_applicable", tuple(_is(verdict, 0) for verdict in SEVERITY)))
    return Ruleset("group", tuple(rules))


def tally_fact(counts: Mapping[Verdict, int]) -> Fact:
    """How often each verdict was given; what does not apply does not count."""
    return Fact.of("tally", "tally", **{verdict: counts.get(verdict, 0) for verdict in SEVERITY})


def _grade(verdict: str, conditions: tuple[Compare, ...]) -> Rule:
    tally = Pattern("tally", "tally", conditions)
    return Rule(f"grade-{verdict}", (tally,), Derive.of("grade", verdict=verdict))


def _gates(on_empty: OnEmpty) -> Iterator[Rule]:
    """What decides before anything is counted, each behind the gates above it."""
    gates = (*_GATES, ("empty", "no", {"yes": (on_empty, "empty")}))
    passed: tuple[Compare, ...] = ()
    for field, opens, shut in gates:
        for value, (verdict, reason) in shut.items():
            case = Pattern("case", "case", (*passed, _is(field, value)))
            yield _finds(f"{field}-{value}", case, verdict=verdict, reason=reason)
        passed = (*passed, _is(field, opens))
    ends = {end: Copy("case", end) for end in ("low", "high")}
    measured = Derive.of("measured", criterion=Copy("case", "criterion"), **ends)
    yield Rule("measured", (Pattern("case", "case", passed),), measured)


def _ends(bands: tuple[Band, ...]) -> Iterator[Rule]:
    """Each end of the share falls in exactly one band."""
    for end in ("low", "high"):
        above: tuple[Compare, ...] = ()
        for name, band in zip(_names(bands), (*bands, None), strict=True):
            reached = (Compare(end, "ge", band.at_least_ppm),) if band else ()
            measured = Pattern("measured", "measured", (*above, *reached))
            falls = Derive.of(end, criterion=Copy("measured", "criterion"), band=name)
            yield Rule(f"{end}-{name}", (measured,), falls)
            above = (Compare(end, "lt", band.at_least_ppm),) if band else above


def _bands(bands: tuple[Band, ...]) -> Iterator[Rule]:
    """Both ends in one band: its verdict. In two: no verdict holds for every completion."""
    names = _names(bands)
    both = Derive.of("share", criterion=Copy("low", "criterion"), band=Copy("low", "band"))
    one = Pattern("high", "high", (_of("low"), Join("band", "low", "band")))
    yield Rule("share", (Pattern("low", "low"), one), both)
    for name, verdict in zip(names, (*(band.verdict for band in bands), "fail"), strict=True):
        share = Pattern("share", "share", (_is("band", name),))
        yield _finds(f"share-{name}", share, verdict=verdict, reason="measured")
    for upper, lower in combinations(names, 2):
        low = Pattern("low", "low", (_is("band", lower),))
        high = Pattern("high", "high", (_of("low"), _is("band", upper)))
        yield _finds(f"range-{lower}-{upper}", low, high, verdict="undetermined", reason="range")


def _trust() -> Iterator[Rule]:
    """On an unverified basis nobody is found at fault."""
    yield _to_raw("trusted", (), "yes")
    for verdict in _EFFECTS:
        doubt = {"verdict": "undetermined", "reason": "unverified_basis"}
        instead = doubt if verdict in ("fail", "partial") else {}
        yield _to_raw(f"unverified-{verdict}", (_is("verdict", verdict),), "no", **instead)


def _to_raw(rule: str, conditions: tuple[Compare, ...], trusted: str, **instead: str) -> Rule:
    found = Pattern("found", "found", conditions)
    case = Pattern("case", "case", (_of("found"), _is("trusted", trusted)))
    kept: dict[str, str | Copy] = {
        name: Copy("found", name) for name in ("criterion", "verdict", "reason")
    }
    return Rule(rule, (found, case), Derive.of("raw", **(kept | instead)))


def _effects() -> Iterator[Rule]:
    """The ruling keeps the raw verdict and says beside it what the waiver does."""
    yield _to_ruling("waiver-none", (), "none", "none")
    yield _to_ruling("waiver-expired", (), "expired", "expired")
    for verdict, effect in _EFFECTS.items():
        yield _to_ruling(f"waiver-on-{verdict}", (_is("verdict", verdict),), "active", effect)


def _to_ruling(rule: str, conditions: tuple[Compare, ...], state: str, effect: Effect) -> Rule:
    raw = Pattern("raw", "raw", conditions)
    waiver = Pattern("waiver", "waiver", (_of("raw"), _is("state", state)))
    kept = {name: Copy("raw", name) for name in ("criterion", "verdict", "reason")}
    return Rule(rule, (raw, waiver), Derive.of("ruling", **kept, effect=effect))


def _finds(rule: str, *patterns: Pattern, **said: str) -> Rule:
    criterion = Copy(patterns[0].alias, "criterion")
    return Rule(rule, patterns, Derive.of("found", criterion=criterion, **said))


def _of(alias: str) -> Join:
    """Of the same criterion as the fact under the alias."""
    return Join("criterion", alias, "criterion")


def _names(bands: tuple[Band, ...]) -> list[str]:
    return [*(f"band-{i}" for i in range(len(bands))), _BELOW]


def _is(field: str, value: str | int) -> Compare:
    return Compare(field, "eq", value)


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
