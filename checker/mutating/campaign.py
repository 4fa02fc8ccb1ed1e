"""Run every mutant of a criterion against the cases beside it, and keep the account.

A mutant is caught where a case no longer gives what it must. One that no case can catch, since it
says the same in other words, is named under ``equivalent`` in the file of cases, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import Diagnostic, RulesError
from ..judge.judges import Judges
from ..marked_yaml import Marked
from ..rulebook.book import LoadedCriterion, Rulebook
from ..rulebook.cases import CasesFile
from ..trials import Bench, cases_of, days
from ..words import Text, did_you_mean
from .criteria import Mutant, mutants


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant and the case that caught it; ``reason`` is why none could, where it is named."""

    mutant: str
    caught_by: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """All mutants of one criterion.

    ``faults`` are what is wrong with the list of equivalents: one that is caught, or that no
    mutant is called.
    """

    criterion: str
    pack: str
    tried: tuple[Tried, ...]
    faults: tuple[Diagnostic, ...] = ()

    @property
    def caught(self) -> int:
        """How many mutants a case caught."""
        return sum(1 for one in self.tried if one.caught_by is not None)

    @property
    def equivalent(self) -> int:
        """How many are named as saying the same."""
        return sum(1 for one in self.tried if one.caught_by is None and one.reason is not None)

    @property
    def survivors(self) -> tuple[str, ...]:
        """Those that nobody caught and nobody named."""
        lost = (one for one in self.tried if one.caught_by is None and one.reason is None)
        return tuple(one.mutant for one in lost)


def try_mutants(book: Rulebook, loaded: LoadedCriterion, root: Path, judges: Judges) -> Account:
    """Try every mutant of one criterion.

    Raises:
        RulesError: The criterion has no cases, their file is faulty, or a case fails as it is.
    """
    cases, marked = cases_of(book, loaded, root)
    waiting: dict[str, Mutant] = {}
    caught: dict[str, str] = {}
    broken: set[str] = set()
    for as_of in days(cases):
        with Bench(book, loaded, (cases, marked), as_of) as bench:
            if not waiting:
                shapes = bench.columns(loaded.criterion.subject), bench.columns("units")
                waiting = {one.told: one for one in mutants(book, loaded, *shapes)}
            _sound(bench, loaded, judges)
            for told, mutant in waiting.items():
                if told not in caught and told not in broken and _reaches(loaded, mutant, bench):
                    _try(mutant, bench, judges, (caught, broken))
    reasons = {told: one.reason for one in cases.equivalent for told in one.mutants}
    tried = (Tried(told, caught.get(told), reasons.get(told)) for told in waiting)
    return Account(
        loaded.criterion.id,
        loaded.criterion.pack,
        tuple(one for one in tried if one.mutant not in broken),
        tuple(_faults(cases, marked, caught, set(waiting) - broken)),
    )


def _sound(bench: Bench, loaded: LoadedCriterion, judges: Judges) -> None:
    """A case that fails without any fault would catch every mutant."""
    tried = bench.tried(bench.measured(loaded), judges)
    faults = [trial.fault for trial in tried if trial.fault]
    if faults:
        raise RulesError(faults)


def _reaches(loaded: LoadedCriterion, mutant: Mutant, bench: Bench) -> bool:
    """Can the mutant differ on the day: is the version that it changes looked at?"""
    if mutant.version is None or loaded.criterion.by_date:
        return True
    return loaded.clauses[mutant.version].covers(bench.as_of)


def _try(
    mutant: Mutant, bench: Bench, judges: Judges, into: tuple[dict[str, str], set[str]]
) -> None:
    caught, broken = into
    measured = bench.tallied(mutant.loaded)
    if measured.fault:  # no rule any more: its types do not fit
        broken.add(mutant.told)
        return
    for trial in bench.tried(measured, judges):
        if trial.fault:
            caught[mutant.told] = trial.name
            return


def _faults(
    cases: CasesFile, marked: Marked, caught: Mapping[str, str], known: set[str]
) -> Iterator[Diagnostic]:
    for number, one in enumerate(cases.equivalent):
        for place, told in enumerate(one.mutants):
            where = ("equivalent", number, "mutants", place)
            if told in caught:
                text = Text(
                    f"'{told}' không tương đương: ca thử '{caught[told]}' đã bắt được",
                    f"'{told}' is not equivalent: the case '{caught[told]}' catches it",
                )
                yield marked.fault(where, text)
            elif told not in known:
                hint = did_you_mean(told, known)
                text = Text(
                    f"không có biến thể '{told}'{hint.vi}", f"no mutant is '{told}'{hint.en}"
                )
                yield marked.fault(where, text)
