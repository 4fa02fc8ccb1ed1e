from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from motcua.checker.judge import plain
from motcua.checker.judge.compile import case_ruleset, group_ruleset, tally_fact
from motcua.checker.judge.guarded import EngineCrash, Guarded
from motcua.checker.judge.judges import Judges
from motcua.checker.judge.model import Fact, Ruleset
from motcua.checker.judge.terms import Band, Case, Terms
from motcua.checker.judge.verdicts import judge_unit

ONE = (Band("pass", 900_000, 1000),)
TWO = (Band("pass", 900_000, 1000), Band("partial", 500_000, 400))
FOUR = (*TWO, Band("partial", 300_000, 200), Band("partial", 100_000, 0))
POINTS = Fraction(5, 2)


@pytest.fixture(scope="module")
def judges() -> Iterator[Judges]:
    with Judges() as both:
        yield both


def terms(criterion: str = "A-01", bands: tuple[Band, ...] = TWO, **rest: Any) -> Terms:
    told: dict[str, Any] = {"group": "posting", "on_empty": "undetermined", "points": POINTS}
    return Terms(criterion, bands=bands, **(told | rest))


def case(criterion: str, satisfied: int, violated: int, undetermined: int, **rest: Any) -> Case:
    total = satisfied + violated + undetermined
    counts = {"satisfied": satisfied, "violated": violated, "undetermined": undetermined}
    return Case(criterion, population=total, **counts, **rest)


def band_of(share: Fraction, bands: tuple[Band, ...]) -> int:
    reached = [i for i, band in enumerate(bands) if share >= Fraction(band.at_least_ppm, 10**6)]
    return reached[0] if reached else len(bands)


def oracle(t: Terms, c: Case) -> tuple[str, str, str]:
    """Verdict, reason and effect, written from the words of the design alone."""
    if c.failed:
        verdict, reason = "error", "failed"
    elif c.in_force == "no":
        verdict, reason = "undetermined", "no_version"
    elif c.in_force != "yes":
        verdict, reason = "not_applicable", c.in_force
    elif c.applies == "no":
        verdict, reason = "not_applicable", "not_applicable"
    elif c.applies == "unknown":
        verdict, reason = "undetermined", "applicability_unknown"
    elif c.missing:
        verdict, reason = "undetermined", "missing_data"
    elif c.population == 0:
        verdict, reason = t.on_empty, "empty"
    else:
        shares = [Fraction(c.satisfied + u, c.population) for u in range(c.undetermined + 1)]
        found = {band_of(share, t.bands) for share in shares}
        verdicts = [*(band.verdict for band in t.bands), "fail"]
        alone = len(found) == 1
        verdict = verdicts[found.pop()] if alone else "undetermined"
        reason = "measured" if alone else "range"
    if not c.trusted and verdict in ("fail", "partial"):
        verdict, reason = "undetermined", "unverified_basis"
    effect = {"none": "none", "expired": "expired"}.get(c.waiver)
    waivable = verdict in ("fail", "partial", "undetermined")
    return verdict, reason, effect or ("waived" if waivable else "unused")


def test_every_combination_gives_what_the_design_says(judges: Judges):
    empty = [((0, 0, 0), on) for on in ("pass", "fail", "undetermined", "not_applicable")]
    counts = [(10, 0, 0), (9, 1, 0), (8, 2, 0), (5, 5, 0), (4, 6, 0), (0, 10, 0), (9, 0, 1)]
    counts += [(8, 0, 2), (5, 2, 3), (4, 4, 2), (0, 0, 10), (0, 7, 3)]
    counted = [(count, "undetermined") for count in counts]
    truth, three = (False, True), ("yes", "no", "unknown")
    forces = ("yes", "not_begun", "ended", "no")
    rows = list(
        itertools.product(
            forces, three, truth, truth, truth, [*empty, *counted], ("none", "active", "expired")
        )
    )
    all_terms, all_cases = [], []
    for i, (in_force, applies, trusted, missing, failed, (count, on_empty), waiver) in enumerate(
        rows
    ):
        bands = (ONE, TWO, FOUR)[i % 3]
        all_terms.append(terms(f"A-{i}", bands, on_empty=on_empty))
        all_cases.append(
            case(
                f"A-{i}",
                *count,
                in_force=in_force,
                applies=applies,
                trusted=trusted,
                missing=missing,
                failed=failed,
                waiver=waiver,
            )
        )
    judgement = judge_unit(all_terms, all_cases, judges)
    assert len(judgement.rulings) == len(rows) == 4 * 3 * 2 * 2 * 2 * 16 * 3
    for t, c, ruling in zip(all_terms, all_cases, judgement.rulings, strict=True):
        assert (ruling.verdict, ruling.reason, ruling.effect) == oracle(t, c), (t, c)
        assert ruling.judged_by == tuple(judges.names())


@st.composite
def any_bands(draw: Callable[..., Any]) -> tuple[Band, ...]:
    # Thresholds that shares of few rows hit exactly, as well as any others.
    threshold = st.integers(0, 10**6) | st.sampled_from([0, 333_333, 333_334, 500_000, 10**6])
    thresholds = sorted(draw(st.sets(threshold, min_size=1, max_size=4)), reverse=True)
    size = len(thresholds) - 1
    scores = draw(st.sets(st.integers(0, 999), min_size=size, max_size=size))
    named = zip(thresholds, [1000, *sorted(scores, reverse=True)], strict=True)
    return tuple(Band("partial" if i else "pass", t, s) for i, (t, s) in enumerate(named))


@settings(max_examples=120, deadline=None)
@given(bands=any_bands(), counts=st.tuples(*[st.integers(0, 7)] * 3).filter(any))
def test_a_verdict_holds_for_every_completion(
    judges: Judges, bands: tuple[Band, ...], counts: tuple[int, int, int]
):
    satisfied, violated, unknown = counts
    completions = [
        case(f"A-{u}", satisfied + u, violated + unknown - u, 0) for u in range(unknown + 1)
    ]
    cases = [*completions, case("open", *counts)]
    *complete, given_ruling = judge_unit(
        [terms(c.criterion, bands) for c in cases], cases, judges
    ).rulings
    scores = [ruling.score for ruling in complete]
    assert given_ruling.score.least == min(score.least for score in scores)
    assert given_ruling.score.greatest == max(score.greatest for score in scores)
    if given_ruling.verdict == "undetermined":
        # Nor is a verdict held back: two completions really lie in different bands.
        assert len(set(scores)) > 1 or len({ruling.verdict for ruling in complete}) > 1
    else:
        assert {ruling.verdict for ruling in complete} == {given_ruling.verdict}


@pytest.mark.parametrize(
    ("told", "least", "greatest"),
    [
        (case("A-01", 9, 1, 0), POINTS, POINTS),
        (case("A-01", 6, 4, 0), POINTS * 2 / 5, POINTS * 2 / 5),
        (case("A-01", 1, 9, 0), 0, 0),
        (case("A-01", 6, 1, 3), POINTS * 2 / 5, POINTS),
        (case("A-01", 1, 0, 9), 0, POINTS),
        (case("A-01", 1, 9, 0, trusted=False), 0, POINTS),
        (case("A-01", 9, 1, 0, missing=True), 0, POINTS),
        (case("A-01", 9, 1, 0, failed=True), 0, POINTS),
        (case("A-01", 1, 9, 0, waiver="active"), 0, 0),
        (case("A-01", 0, 0, 0), 0, POINTS),
    ],
)
def test_scores_are_as_wide_as_what_is_not_known(
    judges: Judges, told: Case, least: Fraction, greatest: Fraction
):
    score = judge_unit([terms()], [told], judges).rulings[0].score
    assert (score.least, score.greatest, score.of) == (least, greatest, POINTS)


@pytest.mark.parametrize(("on_empty", "least"), [("pass", POINTS), ("fail", Fraction(0))])
def test_an_empty_population_scores_as_the_criterion_says(
    judges: Judges, on_empty: str, least: Fraction
):
    told = [terms(on_empty=on_empty)]
    score = judge_unit(told, [case("A-01", 0, 0, 0)], judges).rulings[0].score
    assert (score.least, score.greatest) == (least, least)


def test_what_does_not_apply_has_no_score_and_no_share(judges: Judges):
    told = case("A-01", 9, 1, 0, applies="no")
    ruling = judge_unit([terms()], [told], judges).rulings[0]
    assert (ruling.score, ruling.share_min_ppm, ruling.share_max_ppm) == (None, None, None)


def test_the_share_is_rounded_down_at_both_ends(judges: Judges):
    ruling = judge_unit([terms()], [case("A-01", 1, 1, 1)], judges).rulings[0]
    assert (ruling.share_min_ppm, ruling.share_max_ppm) == (333_333, 666_666)


@pytest.mark.parametrize(("satisfied", "verdict"), [(899_999, "partial"), (900_000, "pass")])
def test_a_threshold_is_met_exactly(judges: Judges, satisfied: int, verdict: str):
    told = case("A-01", satisfied, 10**6 - satisfied, 0)
    assert judge_unit([terms()], [told], judges).rulings[0].verdict == verdict


def test_a_group_is_what_its_worst_verdict_is():
    order = ("fail", "error", "undetermined", "partial", "pass")
    for counts in itertools.product((0, 1, 3), repeat=5):
        tally = dict(zip(order, counts, strict=True))
        (grade,) = plain.run(group_ruleset(), [tally_fact(tally)])
        expected = next((verdict for verdict in order if tally[verdict]), "not_applicable")
        assert dict(grade.fields) == {"verdict": expected}


def test_groups_and_the_unit_leave_out_what_is_waived(judges: Judges):
    told = [
        terms("A-01"),
        terms("A-02"),
        terms("B-01", group="formatting"),
        terms("C-01", group="iso9001"),
    ]
    cases = [
        case("A-01", 9, 1, 0),
        case("A-02", 0, 9, 0, waiver="active"),
        case("B-01", 6, 4, 0),
        case("C-01", 0, 9, 0, waiver="active"),
    ]
    judgement = judge_unit(told, cases, judges)
    assert [r.verdict for r in judgement.rulings] == ["pass", "fail", "partial", "fail"]
    assert judgement.groups == (
        ("posting", "pass"),
        ("formatting", "partial"),
        ("iso9001", "not_applicable"),
    )
    assert judgement.verdict == "partial"


def test_an_expired_waiver_hides_nothing(judges: Judges):
    judgement = judge_unit([terms()], [case("A-01", 0, 9, 0, waiver="expired")], judges)
    assert (judgement.rulings[0].effect, judgement.verdict) == ("expired", "fail")


def test_a_fault_in_one_criterion_leaves_the_others(judges: Judges):
    told = [terms("Tiêu chí 1"), terms("A-02")]
    cases = [case("Tiêu chí 1", 9, 1, 0), case("A-02", 9, 1, 0)]
    judgement = judge_unit(told, cases, judges)
    assert [(r.verdict, r.reason) for r in judgement.rulings] == [
        ("error", "ruleset_fault"),
        ("pass", "measured"),
    ]
    assert judgement.verdict == "error"


@pytest.mark.parametrize(("fault", "reason"), [("lies", "judges_differ"), ("dies", "engine_crash")])
def test_a_verdict_that_is_not_reached_twice_is_an_error(
    monkeypatch: pytest.MonkeyPatch, fault: str, reason: str
):
    honest = Guarded.run

    def run(self: Guarded, rules: Ruleset, facts: tuple[Fact, ...]) -> frozenset[Fact]:
        derived = honest(self, rules, facts)
        if dict(facts[0].fields).get("criterion") != "A-01":
            return derived
        if fault == "dies":
            raise EngineCrash("struck down by the test")
        return frozenset(fact for fact in derived if fact.kind != "ruling")

    monkeypatch.setattr(Guarded, "run", run)
    told, cases = [terms("A-01"), terms("A-02")], [case("A-01", 9, 1, 0), case("A-02", 9, 1, 0)]
    with Judges() as judges:  # new ones, who have not been asked yet
        if judges.why_plain_only:
            pytest.skip(judges.why_plain_only.en)
        judgement = judge_unit(told, cases, judges)
    assert [(r.verdict, r.reason) for r in judgement.rulings] == [
        ("error", reason),
        ("pass", "measured"),
    ]
    assert judgement.rulings[0].score.greatest == POINTS
    assert judgement.verdict == "error"


REFUSED_TERMS = {
    "no band": (),
    "no pass": TWO[1:],
    "two passes": (ONE[0], Band("pass", 100_000, 900)),
    "thresholds that rise": TWO[::-1],
    "one threshold twice": (ONE[0], Band("partial", 900_000, 500)),
    "a score that rises": (*TWO, Band("partial", 100_000, 500)),
    "a pass that is not whole": (Band("pass", 900_000, 900),),
    "more than all": (Band("pass", 1_000_001, 1000),),
    "five bands": (*FOUR, Band("partial", 0, -1)),
}


@pytest.mark.parametrize("bands", REFUSED_TERMS.values(), ids=REFUSED_TERMS)
def test_terms_that_make_no_sense_are_refused(bands: tuple[Band, ...]):
    with pytest.raises(ValueError, match="A-01"):
        terms("A-01", bands)


def test_counts_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match="A-01"):
        Case("A-01", population=3, satisfied=1, violated=1)
    with pytest.raises(ValueError, match="A-01"):
        Case("A-01", population=0, satisfied=1, violated=-1)


@pytest.mark.parametrize("cases", [[], [case("B-01", 1, 0, 0)], [case("A-01", 1, 0, 0)] * 2])
def test_each_criterion_has_one_case(judges: Judges, cases: list[Case]):
    with pytest.raises(ValueError, match="one case"):
        judge_unit([terms("A-01")], cases, judges)


def test_the_richest_criterion_stays_within_the_limits_and_shares_its_rules():
    assert len(case_ruleset(terms(bands=FOUR)).rules) == 50
    assert case_ruleset(terms("A-01")) is case_ruleset(terms("A-02", points=Fraction(1)))
