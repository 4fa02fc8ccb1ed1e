"""A unit's plan: its smallest repairs put together, tried as a whole, and what is left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..gather import GatheredUnit
from ..intake.model import NEVER
from ..measure.criterion import measure
from ..measure.findings import Teller, show
from ..measure.query import Count, Sample
from ..places import split_locator
from ..plans import Edit, Lost, Plan, Remedy, Spoilt, Step, Supply
from ..result import CriterionResult, UnitResult
from ..rulebook.book import LoadedCriterion
from ..rulebook.compile import Setting
from ..rulebook.fixes import Fix
from ..scores import Span
from ..scoring import Scorer, cause_of
from ..tables import table_specs
from ..words import Text
from .ahead import ahead
from .changes import Change, Proposal, Proposer
from .search import Changes, Job, search
from .worlds import Bench, World

MOST_REPAIRED = 100
"""Rows of one criterion that are repaired on trial."""
MOST_UNIT_ROWS = 20_000
"""Rows of a unit that is copied on trial."""
_UNSAID = (None, "", False, NEVER, ())
_RANKS = {"fail": 0, "undetermined": 1, "partial": 2, "pass": 3, "not_applicable": 3}
_TURNABLE = frozenset({"fail", "partial", "undetermined"})


@dataclass(frozen=True, slots=True)
class Planner:
    """What plans are made with. ``chosen`` are all criteria of the run."""

    bench: Bench
    chosen: Collection[LoadedCriterion]
    scorer: Scorer

    def plan(self, unit: GatheredUnit, result: UnitResult) -> Plan:
        """What the unit does first.

        Args:
            unit: As it was gathered.
            result: Its verdicts as they are, with its score.
        """
        before = result.scoring.span if result.scoring else Span()
        found = {c.id: c for c in result.criteria}
        cases = [
            self._case(unit, loaded, found[loaded.criterion.id])
            for loaded in self.chosen
            if _wants(found[loaded.criterion.id])
        ]
        jobs = [job for case in cases for job in case.jobs]
        search(jobs, self._judge)
        turned = [case for case in cases if case.best]
        whole = frozenset(change for case in turned for change in case.best_changes())
        worlds = [World(unit, case.best_changes()) for case in turned] + [World(unit, whole)]
        heard = self.bench.judge(worlds, self._touched(whole, found)) if turned else []
        spans = [self._span(unit, result, one) for one in heard]
        steps = [
            _Turned(case, span.least - before.least)
            for case, span in zip(turned, spans, strict=False)
        ]
        remedies, told = _Listing(self, unit).list(sorted(steps, key=_order))
        return Plan(
            remedies=remedies,
            steps=told,
            lost=tuple(lost for case in cases for lost in case.lost),
            supplies=supplies(result.criteria),
            undeclared=tuple(case.loaded.criterion.id for case in cases if case.undeclared),
            copied=tuple(case.loaded.criterion.id for case in cases if case.copied),
            untried=tuple(case.loaded.criterion.id for case in cases if case.untried),
            stuck=tuple(case.loaded.criterion.id for case in cases if case.stuck),
            spoilt=_spoilt(found, heard[-1].criteria) if heard else (),
            ahead=ahead(self.bench, unit, self.chosen, result.criteria),
            before=before,
            after=spans[-1] if spans else before,
        )

    def _touched(
        self, changes: Changes, found: Mapping[str, CriterionResult]
    ) -> list[LoadedCriterion]:
        """Criteria that stand on a table in which something changes, and can be measured."""
        tables = {change.table for change in changes}
        return [
            one
            for one in self.chosen
            if found[one.criterion.id].verdict != "error"
            and tables & self.bench.book.base_tables(one.criterion.subject)
        ]

    def _span(self, unit: GatheredUnit, now: UnitResult, then: UnitResult) -> Span:
        changed = {criterion.id: criterion for criterion in then.criteria}
        criteria = [changed.get(criterion.id, criterion) for criterion in now.criteria]
        return self.scorer.score(unit.number, criteria).span

    def _judge(
        self, worlds: Sequence[World], loaded: Sequence[LoadedCriterion]
    ) -> Sequence[CriterionResult]:
        """Each world's verdict on the criterion at its place; worlds of one are judged together."""
        found: dict[int, CriterionResult] = {}
        for one in dict.fromkeys(item.criterion.id for item in loaded):
            at = [n for n, item in enumerate(loaded) if item.criterion.id == one]
            results = self.bench.judge([worlds[n] for n in at], [loaded[at[0]]])
            found |= {n: heard.criteria[0] for n, heard in zip(at, results, strict=True)}
        return [found[n] for n in range(len(worlds))]

    def _case(self, unit: GatheredUnit, loaded: LoadedCriterion, before: CriterionResult) -> _Case:
        criterion = loaded.criterion
        case = _Case(loaded, before)
        if criterion.lost:
            why = criterion.lost.text()
            case.lost.append(Lost(criterion.id, why, before.findings_total))
        elif not criterion.fix:
            case.copied, case.undeclared = bool(criterion.repair), not criterion.repair
        elif before.findings_total > MOST_REPAIRED or self._too_many(unit, loaded):
            case.untried = True
        else:
            case.jobs = list(self._jobs(unit, loaded, before))
        return case

    def _too_many(self, unit: GatheredUnit, loaded: LoadedCriterion) -> bool:
        return self.bench.rows(unit.number, [loaded]) > MOST_UNIT_ROWS

    def _jobs(
        self, unit: GatheredUnit, loaded: LoadedCriterion, before: CriterionResult
    ) -> Iterable[Job]:
        """One for each better verdict that the share can reach, the next better one first."""
        counted = self.counted(unit, loaded)
        proposer = Proposer(self.bench.store, unit.number, self.bench.as_of)
        found = (proposer.propose(loaded.criterion.fix, row) for row in counted.violated_rows)
        proposals = [proposal for proposal in found if proposal]
        clause = loaded.in_force(self.bench.as_of)
        share = before.share[0] if before.share else Fraction(0)
        decided = before.verdict in ("partial", "fail")
        for band in reversed(clause.version.bands if clause and proposals else ()):
            if not decided or share < Fraction(band.at_least):
                yield Job(unit, loaded, before, band, proposals)

    def counted(self, unit: GatheredUnit, loaded: LoadedCriterion) -> Count:
        """The criterion counted again, with every row that violates."""
        bench = self.bench
        setting = Setting(bench.as_of, loaded.in_force(bench.as_of), bench.local)
        sample = Sample(MOST_REPAIRED, MOST_REPAIRED, MOST_REPAIRED)
        return measure(bench.store, bench.book, loaded, setting, sample).of(unit.number)


class _Case:
    """One criterion that did not pass, and what was found to turn it."""

    def __init__(self, loaded: LoadedCriterion, before: CriterionResult) -> None:
        self.loaded = loaded
        self.before = before
        self.jobs: list[Job] = []
        self.lost: list[Lost] = []
        self.copied = False
        self.undeclared = False
        self.untried = False

    @property
    def best(self) -> Job | None:
        """The job of the best verdict that anything reaches."""
        return next((job for job in reversed(self.jobs) if job.changes), None)

    @property
    def stuck(self) -> bool:
        """Was a repair declared and tried, and turned nothing? What data lack is told elsewhere."""
        tried = self.loaded.criterion.fix and not self.untried
        return bool(tried) and self.best is None and self.before.verdict != "undetermined"

    def best_changes(self) -> Changes:
        """The changes that reach it."""
        return self.best.changes if self.best else frozenset()


@dataclass(frozen=True, slots=True)
class _Turned:
    case: _Case
    gain: Fraction

    @property
    def job(self) -> Job:
        assert self.case.best
        return self.case.best


def _order(turned: _Turned) -> tuple[Fraction, int, str]:
    """The most points first, then the fewest rows to write."""
    rows = {(change.table, change.at, change.row) for change in turned.job.changes}
    return -turned.gain, len(rows), turned.case.loaded.criterion.id


def _wants(criterion: CriterionResult) -> bool:
    """Is it known to be violated somewhere, and not passed?"""
    return criterion.verdict in _TURNABLE and criterion.findings_total > 0


class _Listing:
    """Remedies listed once, in the order of the steps that need them."""

    def __init__(self, planner: Planner, unit: GatheredUnit) -> None:
        self.planner = planner
        self.unit = unit
        self.groups: list[tuple[_Turned, Proposal, Fix, tuple[Change, ...]]] = []
        self.at: dict[Change, int] = {}
        self.serves: dict[int, dict[str, None]] = {}

    def list(self, steps: Sequence[_Turned]) -> tuple[tuple[Remedy, ...], tuple[Step, ...]]:
        """The remedies and the steps with their numbers."""
        told = tuple(self._step(turned) for turned in steps)
        remedies = tuple(self._remedy(number) for number in range(len(self.groups)))
        return remedies, told

    def _step(self, turned: _Turned) -> Step:
        job, criterion = turned.job, turned.case.loaded.criterion
        for proposal in job.proposals:
            for fix, changes in proposal.acts:
                new = tuple(c for c in changes if c in job.changes and c not in self.at)
                if new:
                    self.at |= dict.fromkeys(new, len(self.groups))
                    self.groups.append((turned, proposal, fix, new))
        numbers = sorted({self.at[change] for change in job.changes})
        for number in numbers:
            self.serves.setdefault(number, {})[criterion.id] = None
        return Step(
            criterion=criterion.id,
            title=criterion.title.text(),
            before=turned.case.before.verdict,
            after=job.after,
            remedies=tuple(numbers),
            gain=turned.gain,
            minimal=job.minimal,
            sooner=_sooner(turned.case, job, self.at),
        )

    def _remedy(self, number: int) -> Remedy:
        turned, proposal, fix, changes = self.groups[number]
        loaded, bench = turned.case.loaded, self.planner.bench
        clause = loaded.in_force(bench.as_of)
        own = {name: p.value for name, p in self.unit.parameters.items()}
        assert clause
        teller = Teller(bench.book, loaded, clause, bench.as_of, bench.store.sources, own)
        return Remedy(
            do=teller.filled(proposal.row, fix.do or loaded.criterion.advice),
            register=table_specs()[fix.table].title.text(),
            edits=tuple(edit for change in changes for edit in self._edits(change)),
            serves=tuple(self.serves[number]),
        )

    def _edits(self, change: Change) -> Iterable[Edit]:
        fields = table_specs()[change.table].fields
        if change.at is None:
            for spec, value in zip(fields.values(), change.row, strict=True):
                if value not in _UNSAID and not spec.as_written:
                    shown = _shown(spec.values, value)
                    yield Edit("", Text("", ""), spec.title.text(), None, shown)
            return
        store = self.planner.bench.store
        number, row = split_locator(change.at)
        source, spec = store.sources[number], fields[change.field]
        was = store.db.execute(
            f'SELECT "{change.field}" FROM "{change.table}" WHERE seen_at = ?', [change.at]
        ).fetchone()
        yield Edit(
            file=source.file,
            place=source.place(row, change.field),
            label=spec.title.text(),
            was=_shown(spec.values, was[0] if was else None),
            becomes=_shown(spec.values, change.value),
        )


def _shown(choices: Mapping[str, Sequence[str]], value: object) -> Text:
    """A value as it is written in a register."""
    if isinstance(value, str) and choices.get(value):
        return Text(choices[value][0], value)
    return show(list(value) if isinstance(value, tuple) else value)


def _sooner(case: _Case, best: Job, at: Mapping[Change, int]) -> tuple[str, int] | None:
    """The next better verdict where it takes fewer changes; how many rows are then repaired."""
    first = next((job for job in case.jobs if job.changes), best)
    if first is best or first.after == best.after:
        return None
    rows = {frozenset(p.changes & first.changes) for p in first.proposals} - {frozenset()}
    return first.after, len(rows)


def _spoilt(
    before: Mapping[str, CriterionResult], after: Sequence[CriterionResult]
) -> tuple[Spoilt, ...]:
    return tuple(
        Spoilt(then.id, before[then.id].verdict, then.verdict)
        for then in after
        if before[then.id].verdict != then.verdict and _worse(before[then.id], then)
    )


def _worse(before: CriterionResult, after: CriterionResult) -> bool:
    if after.verdict == "error":
        return True
    return _RANKS.get(after.verdict, 0) < _RANKS.get(before.verdict, 0)


def supplies(criteria: Sequence[CriterionResult]) -> tuple[Supply, ...]:
    """What undetermined criteria lack; those that lack the same tables together."""
    found: dict[Text, list[CriterionResult]] = {}
    for criterion in criteria:
        if criterion.verdict == "undetermined":
            found.setdefault(_lacks(criterion), []).append(criterion)
    told = (
        Supply(text, tuple(c.id for c in lacking), sum(map(_width, lacking), Fraction(0)))
        for text, lacking in found.items()
    )
    return tuple(sorted(told, key=lambda supply: -supply.moves))


def _lacks(criterion: CriterionResult) -> Text:
    if criterion.gaps and criterion.reason_code != "missing_data":
        first, more = criterion.gaps[0].message, criterion.gaps_total - 1
        vi = f"{criterion.id}: {first.vi}" + (f" (và {more} mục nữa)" if more else "")
        return Text(vi, f"{criterion.id}: {first.en}" + (f" (and {more} more)" if more else ""))
    return cause_of(criterion)


def _width(criterion: CriterionResult) -> Fraction:
    return criterion.score[1] - criterion.score[0] if criterion.score else Fraction(0)
