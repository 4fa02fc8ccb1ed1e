"""The judgement of one unit: criteria, then groups, then the unit, each stage by the judges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from .compile import case_facts, case_ruleset, group_ruleset, tally_fact
from .guarded import EngineCrash
from .judges import Judges, JudgesDifferError
from .model import Fact, Ruleset, RulesetFault, Value
from .terms import Case, Effect, Reason, Terms, Verdict

_NO_DECISION: dict[type[Exception], Reason] = {
    RulesetFault: "ruleset_fault",
    EngineCrash: "engine_crash",
    JudgesDifferError: "judges_differ",
}


@dataclass(frozen=True, slots=True)
class Score:
    """The least and the greatest points that the data allow, of so many."""

    least: Fraction
    greatest: Fraction
    of: Fraction


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on one criterion; ``effect`` is what a waiver does beside it.

    ``share_min_ppm`` and ``share_max_ppm`` are millionths of the population; None where the
    verdict does not rest on a count. ``score`` is None where the criterion does not apply.
    """

    criterion: str
    group: str
    verdict: Verdict
    reason: Reason
    effect: Effect
    share_min_ppm: int | None
    share_max_ppm: int | None
    score: Score | None
    judged_by: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether the verdict bears on its group."""
        return self.effect != "waived"


@dataclass(frozen=True, slots=True)
class UnitJudgement:
    """The rulings in the order of the terms, the groups in the order of their first criterion."""

    rulings: tuple[Ruling, ...]
    groups: tuple[tuple[str, Verdict], ...]
    verdict: Verdict


def judge_unit(terms: Sequence[Terms], cases: Sequence[Case], judges: Judges) -> UnitJudgement:
    """Judge one unit.

    A criterion on which the judges reach no common decision is an ``error`` of its own.

    Raises:
        ValueError: terms and cases are not of the same criteria, one each.
    """
    by_criterion = {case.criterion: case for case in cases}
    criteria = [one.criterion for one in terms]
    if len(by_criterion) != len(cases) or sorted(criteria) != sorted(by_criterion):
        raise ValueError("each criterion needs its terms and one case")
    rulings = tuple(_rule_on(one, by_criterion[one.criterion], judges) for one in terms)
    groups = tuple(
        (group, _grade((r.verdict for r in rulings if r.group == group and r.counts), judges))
        for group in dict.fromkeys(one.group for one in terms)
    )
    return UnitJudgement(rulings, groups, _grade((verdict for _, verdict in groups), judges))


def _rule_on(terms: Terms, case: Case, judges: Judges) -> Ruling:
    effect: Effect = "none"
    verdict: Verdict
    reason: Reason
    try:
        said = _decide(case_ruleset(terms), case_facts(case), "ruling", judges)
        verdict, reason = cast(Verdict, said["verdict"]), cast(Reason, said["reason"])
        effect = cast(Effect, said["effect"])
    except tuple(_NO_DECISION) as fault:
        verdict, reason = "error", _NO_DECISION[type(fault)]
    counted = reason in ("measured", "range", "unverified_basis")
    share = case.share_ppm if counted else None
    return Ruling(
        criterion=terms.criterion,
        group=terms.group,
        verdict=verdict,
        reason=reason,
        effect=effect,
        share_min_ppm=share[0] if share else None,
        share_max_ppm=share[1] if share else None,
        score=_score(terms, verdict, reason, share),
        judged_by=tuple(judges.names()),
    )


def _score(
    terms: Terms, verdict: Verdict, reason: Reason, share: tuple[int, int] | None
) -> Score | None:
    """What the criterion earns for every completion of what is not known."""
    points = Fraction(terms.points)
    if verdict == "not_applicable":
        return None
    if share and reason in ("measured", "range"):
        return Score(terms.credit(share[0]), terms.credit(share[1]), points)
    if verdict == "pass":
        return Score(points, points, points)
    if verdict == "fail":
        return Score(Fraction(0), Fraction(0), points)
    return Score(Fraction(0), points, points)


def _grade(verdicts: Iterable[Verdict], judges: Judges) -> Verdict:
    facts = (tally_fact(Counter(verdicts)),)
    try:
        return cast(Verdict, _decide(group_ruleset(), facts, "grade", judges)["verdict"])
    except tuple(_NO_DECISION):
        return "error"


def _decide(ruleset: Ruleset, facts: Sequence[Fact], kind: str, judges: Judges) -> dict[str, Value]:
    """The one fact of the kind that the rules must lead to; none or two is a fault of theirs."""
    decisions = [dict(fact.fields) for fact in judges.derive(ruleset, facts) if fact.kind == kind]
    if len(decisions) != 1:
        raise RulesetFault(f"{ruleset.name}: {len(decisions)} of {kind} instead of one")
    return decisions[0]
