"""The smallest sets of changes that turn verdicts: proposed by counting, proved by judging again.

Smallest means: without any one of its changes the verdict does not turn. Each round asks all open
questions at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ..gather import GatheredUnit
from ..result import CriterionResult
from ..rulebook.book import LoadedCriterion
from ..rulebook.models import Band
from .changes import Change, Proposal
from .worlds import World

MOST_ROUNDS = 8
Changes = frozenset[Change]
Judge = Callable[[Sequence[World], Sequence[LoadedCriterion]], Sequence[CriterionResult]]
"""Gives the verdict of each world on the criterion that stands at its place."""


@dataclass
class Job:
    """One criterion of one unit to be turned at least to a band's verdict.

    ``changes`` is the smallest set found so far that does it, empty where none does; ``minimal``
    once it is proved that none of them can be left out.
    """

    unit: GatheredUnit
    loaded: LoadedCriterion
    before: CriterionResult
    band: Band
    proposals: Sequence[Proposal]
    changes: Changes = frozenset()
    after: str = ""
    minimal: bool = False
    spared: list[Change] = field(default_factory=list)

    def reached(self, result: CriterionResult) -> bool:
        """Does a verdict do?"""
        if result.verdict in ("pass", "not_applicable"):
            return True
        share = result.share
        return (
            result.verdict == "partial"
            and share is not None
            and share[0] >= Fraction(self.band.at_least)
        )

    def world(self, changes: Changes) -> World:
        """The unit with changes made."""
        return World(self.unit, changes)


def first_guesses(job: Job) -> list[Changes]:
    """Sets to try, the smallest first: as many rows as the share wants, then all of them."""
    everything = frozenset(change for one in job.proposals for change in one.changes)
    before = job.before
    wanted = Fraction(job.band.at_least) * before.population - before.satisfied
    few: set[Change] = set()
    rows = 0
    for proposal, covered in _by_coverage(job.proposals):
        if rows >= wanted:
            break
        few |= proposal
        rows += covered
    guess = frozenset(few)
    return [guess, everything] if guess and guess != everything else [everything]


def _by_coverage(proposals: Sequence[Proposal]) -> list[tuple[Changes, int]]:
    """Each set of changes once, with how many rows it puts right; the most first."""
    rows: dict[Changes, int] = {}
    for proposal in proposals:
        rows[proposal.changes] = rows.get(proposal.changes, 0) + 1
    return sorted(rows.items(), key=lambda item: -item[1])


def search(jobs: Sequence[Job], judge: Judge) -> None:
    """Find each job's smallest set; a job that nothing turns keeps none."""
    guesses = [(job, guess) for job in jobs for guess in first_guesses(job)]
    for job, guess, result in _asked(guesses, judge):
        if job.reached(result) and not job.changes:
            job.changes, job.after = guess, result.verdict
    for _ in range(MOST_ROUNDS):
        open_ = [job for job in jobs if job.changes and not job.minimal]
        if not open_:
            return
        _drop(open_, judge)


def _drop(jobs: Sequence[Job], judge: Judge) -> None:
    """Look what each set can spare, and take away as much of it as can be spared together."""
    asked = [
        (job, job.changes - {change}) for job in jobs for change in sorted(job.changes, key=repr)
    ]
    for job in jobs:
        job.spared = []
    for job, kept, result in _asked(asked, judge):
        if job.reached(result):
            job.spared.extend(job.changes - kept)
    for job in jobs:
        job.minimal = not job.spared
    halves = [
        (job, job.changes - frozenset(job.spared[:number]))
        for job in jobs
        for number in _halves(len(job.spared))
    ]
    shrunk: set[int] = set()
    for job, kept, result in _asked(halves, judge):
        if id(job) not in shrunk and job.reached(result):
            shrunk.add(id(job))
            job.changes, job.after = kept, result.verdict


def _halves(number: int) -> list[int]:
    """From all of them down to one, each time half."""
    found = []
    while number:
        found.append(number)
        number //= 2
    return found


def _asked(
    asked: Sequence[tuple[Job, Changes]], judge: Judge
) -> list[tuple[Job, Changes, CriterionResult]]:
    results = judge([job.world(kept) for job, kept in asked], [job.loaded for job, _ in asked])
    return [(job, kept, result) for (job, kept), result in zip(asked, results, strict=True)]
