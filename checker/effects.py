"""What a change of a pack does: the same units judged by two versions of it, verdict by verdict.

Only criteria that can differ are judged: one whose own text, subject, parameters and provisions
are the same in both, under the same calendar, questions and provinces, gives the same verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .result import CriterionResult, Result
from .rulebook.book import LoadedCriterion, Rulebook
from .rulebook.load import load_folder
from .rulebook.valid import checked
from .run import Progress, Request, check_by
from .words import Text


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A criterion that one unit gets another verdict on; None where a version has it not."""

    criterion: str
    title: Text
    unit: str
    before: CriterionResult | None
    after: CriterionResult | None

    @property
    def verdicts(self) -> tuple[str | None, str | None]:
        """What was said and what is said now."""
        return (
            self.before.verdict if self.before else None,
            self.after.verdict if self.after else None,
        )


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to units.

    ``criteria`` are those that were judged because they differ; ``recounted`` are (criterion, unit)
    whose numbers changed and whose verdict did not.
    """

    criteria: tuple[str, ...]
    units: tuple[str, ...]
    changes: tuple[VerdictChange, ...]
    recounted: tuple[tuple[str, str], ...]


def effect(old: Path, new: Path, request: Request, progress: Progress = lambda _: None) -> Effect:
    """Judge the units of the request by both versions of a pack.

    Raises:
        RulesError: One of the versions is invalid.
        UsageError: A path or a local parameter does not exist.
        NothingToCheckError: No unit was found.
    """
    before, after = (checked(load_folder(folder)) for folder in (old, new))
    names = tuple(sorted(_differing(before, after)))
    if not names:
        return Effect((), (), (), ())
    seen = [_judged(book, names, request, progress) for book in (before, after)]
    units = tuple(dict.fromkeys((*seen[0], *seen[1])))
    pairs = [
        (name, unit, seen[0].get(unit, {}).get(name), seen[1].get(unit, {}).get(name))
        for name in names
        for unit in units
    ]
    return Effect(
        names,
        units,
        tuple(_changes(pairs)),
        tuple((name, unit) for name, unit, one, two in pairs if one and two and _moved(one, two)),
    )


_Pair = tuple[str, str, CriterionResult | None, CriterionResult | None]


def _changes(pairs: list[_Pair]) -> Iterator[VerdictChange]:
    for name, unit, one, two in pairs:
        known = two or one
        if known and (one is None or two is None or one.verdict != two.verdict):
            yield VerdictChange(name, known.title, unit, one, two)


def _moved(one: CriterionResult, two: CriterionResult) -> bool:
    """Was something else counted, to the same verdict?"""
    counts = [(r.satisfied, r.violated, r.undetermined, r.score) for r in (one, two)]
    return one.verdict == two.verdict and counts[0] != counts[1]


def _judged(
    book: Rulebook, names: tuple[str, ...], request: Request, progress: Progress
) -> Mapping[str, Mapping[str, CriterionResult]]:
    """Folder of a unit -> criterion -> what is said of it."""
    chosen = [book.criteria[name] for name in names if name in book.criteria]
    if not chosen:
        return {}
    result: Result = check_by(book, chosen, replace(request, packs=(), rules=()), progress)
    return {unit.folder: {one.id: one for one in unit.criteria} for unit in result.units}


def _differing(before: Rulebook, after: Rulebook) -> Iterator[str]:
    """Criteria that may be judged otherwise, those that only one version has among them."""
    surroundings = [
        (book.calendar, book.questions, book.provinces, book.levels) for book in (before, after)
    ]
    for name in before.criteria.keys() | after.criteria.keys():
        one, two = before.criteria.get(name), after.criteria.get(name)
        alone = one is None or two is None or surroundings[0] != surroundings[1]
        if alone or _stands_on(before, one) != _stands_on(after, two):
            yield name


def _stands_on(book: Rulebook, loaded: LoadedCriterion | None) -> tuple[object, ...]:
    """Everything that a criterion's verdict may hang on."""
    if loaded is None:
        return ()
    subjects = sorted(_subjects(book, loaded.criterion.subject))
    named = {name for clause in loaded.clauses for name in clause.parameters}
    named |= loaded.applies.parameters if loaded.applies else frozenset()
    refs = [ref for version in loaded.criterion.versions for ref in version.basis]
    refs += [value.basis for name in sorted(named) for value in book.parameters[name].values]
    keys = [(ref.document, ref.article, ref.clause, ref.point) for ref in refs]
    return (
        loaded.criterion,
        [(name, book.subjects[name].header, book.subjects[name].query.sql) for name in subjects],
        [(name, book.parameters[name]) for name in sorted(named)],
        [book.register.get(key) for key in keys],
    )


def _subjects(book: Rulebook, name: str) -> set[str]:
    """A subject and those that it reads."""
    if name not in book.subjects:
        return set()
    below = (_subjects(book, read) for read in book.subjects[name].query.reads)
    return {name}.union(*below)
