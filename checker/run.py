"""One run from folders to verdicts: gather, measure, judge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .errors import UsageError
from .gather import Gathered, GatheredUnit, Period, gather
from .hearing import Hearing
from .intake.unit import UnitFile
from .judge.judges import Judges
from .masking.results import Masks, mask_note
from .measure.criterion import measure_all
from .profile import check_profile, local_values
from .program import engine, program_sha256
from .remedy.plan import Planner
from .remedy.worlds import Bench
from .result import Receipt, Result, UnitResult
from .rulebook.book import LoadedCriterion, Rulebook
from .rulebook.calendar import working_days
from .rulebook.schemes import Scheme
from .rulebook.valid import valid_rulebook
from .scoring import Scorer, answers_in, own_points
from .store import Store
from .tables import table_specs
from .words import Text, did_you_mean

MOST_PLANNED = 8
"""Units of a run for which repairs are tried; an officer checks one, an inspector hundreds."""
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What to check: folders, the day of the law, which packs, further rules, the period.

    ``period`` overrides what units name; None leaves it to each ``unit.yaml``, and to the year
    up to ``as_of`` where that names none. ``unmasked`` leaves names and numbers of people as they
    are. ``scheme`` names the one that points are given by; empty: each criterion's own.
    """

    paths: tuple[Path, ...]
    as_of: dt.date
    packs: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    period: Period | None = None
    unmasked: bool = False
    scheme: str = ""

    def period_of(self, named: Period | None) -> Period:
        """The period of a unit that names one, or none."""
        return self.period or named or (dt.date(self.as_of.year, 1, 1), self.as_of)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How this run reads units (see ``gather.Reading``)."""

    request: Request
    book: Rulebook
    progress: Progress

    def begins(self, said: str) -> None:
        self.progress(said)

    def period(self, named: Period | None) -> Period:
        return self.request.period_of(named)

    def check(self, unit: UnitFile) -> None:
        check_profile(self.book, unit.parameters)


def check(request: Request, progress: Progress = lambda _: None) -> Result:
    """Check every unit below the paths.

    Raises:
        RulesError: The rules are invalid.
        UsageError: A path, a pack or a local parameter does not exist.
        NothingToCheckError: No unit was found.
    """
    book = valid_rulebook(request.rules)
    return check_by(book, choose(book, request.packs), request, progress)


def check_by(
    book: Rulebook, chosen: Collection[LoadedCriterion], request: Request, progress: Progress
) -> Result:
    """Check every unit below the paths by these criteria of a rulebook that is valid.

    Raises:
        UsageError: A path or a local parameter does not exist.
        NothingToCheckError: No unit was found.
    """
    scheme = _scheme(book, request.scheme, chosen)
    with Store(table_specs()) as store, Judges() as judges:
        gathered = gather(request.paths, store, _Reading(request, book, progress))
        prepare(store, book, request.as_of, chosen)
        local = local_values(gathered.units)
        measured = measure_all(store, book, chosen, request.as_of, local)
        hearing = Hearing(measured, book, store.sources, judges)
        units = [hearing.hear(unit) for unit in gathered.units]
        notes = _notes(gathered)
        masks = None if request.unmasked else Masks.of(store)
        if masks:
            notes = tuple(map(mask_note, notes))
        scorer = Scorer(request.scheme, scheme, book, answers_in(store))
        planner = Planner(Bench(store, book, request.as_of, local, judges), chosen, scorer)
        told = _Telling(scorer, planner if len(units) <= MOST_PLANNED else None, masks)
        units = [told.of(n, unit) for n, unit in zip(gathered.units, units, strict=True)]
        receipt = receipt_of(judges, book, gathered.inputs_sha256)
    return Result(
        as_of=request.as_of,
        period=request.period_of(None),
        units=tuple(units),
        receipt=replace(
            receipt,
            packs=request.packs,
            period=request.period,
            unmasked=request.unmasked,
            scheme=request.scheme,
        ),
        notes=notes,
        refused=len(gathered.refused),
    )


def receipt_of(judges: Judges, book: Rulebook, inputs_sha256: str) -> Receipt:
    """What a run's verdicts were reached with."""
    return Receipt(
        engine=engine(),
        judges=tuple(judges.names()),
        plain_only=judges.why_plain_only,
        rules_sha256=book.digest,
        inputs_sha256=inputs_sha256,
        rules=book.files,
        program_sha256=program_sha256(),
    )


def choose(book: Rulebook, packs: Sequence[str]) -> list[LoadedCriterion]:
    """The criteria of the named packs, all where none is named.

    Raises:
        UsageError: A pack that no criterion belongs to.
    """
    known = {loaded.criterion.pack for loaded in book.criteria.values()}
    for pack in packs:
        if pack not in known:
            hint, listed = did_you_mean(pack, known), ", ".join(sorted(known))
            raise UsageError(
                Text(
                    f"không có gói '{pack}'{hint.vi} (có: {listed})",
                    f"no pack '{pack}'{hint.en} (there are: {listed})",
                )
            )
    return [c for c in book.criteria.values() if not packs or c.criterion.pack in packs]


def _scheme(book: Rulebook, name: str, chosen: Collection[LoadedCriterion]) -> Scheme:
    """The scheme of a name; each criterion's own points where none is named.

    Raises:
        UsageError: No scheme has the name.
    """
    if not name:
        return own_points(chosen)
    if name not in book.schemes:
        hint, listed = did_you_mean(name, book.schemes), ", ".join(book.schemes)
        raise UsageError(
            Text(
                f"không có thang điểm '{name}'{hint.vi} (có: {listed})",
                f"no scheme '{name}'{hint.en} (there are: {listed})",
            )
        )
    return book.schemes[name].scheme


@dataclass(frozen=True, slots=True)
class _Telling:
    """What follows from verdicts: names masked, points given, repairs tried where they are few."""

    scorer: Scorer
    planner: Planner | None
    masks: Masks | None

    def of(self, unit: GatheredUnit, heard: UnitResult) -> UnitResult:
        """A unit's result as it is reported."""
        if self.masks:
            heard = self.masks.unit(unit.number, heard)
        heard = replace(heard, scoring=self.scorer.score(unit.number, heard.criteria))
        if not self.planner:
            return heard
        plan = self.planner.plan(unit, heard)
        return replace(heard, plan=self.masks.plan(unit.number, plan) if self.masks else plan)


def prepare(
    store: Store,
    book: Rulebook,
    as_of: dt.date,
    chosen: Collection[LoadedCriterion],
    held: Collection[str] = (),
) -> None:
    """Add the calendar, where it is read, and the subjects to a store with its data; lock it.

    A subject that the chosen criteria read more than once is computed once and held, as are those
    named in ``held``; one that none of them reads is left out.
    """
    read = {table for one in chosen for table in book.base_tables(one.criterion.subject)}
    calendar = tuple(working_days(book.calendar)) if "working_days" in read else ()
    store.prepare(as_of, calendar, tuple(book.questions))
    for subject in book.subject_order():
        readers = book.readers(subject.name, chosen)
        if readers > 1 or (readers and subject.name in held):
            store.hold(subject.name, subject.query.sql)
        elif readers:
            store.view(subject.name, subject.query.sql)
    store.lock()


def _notes(gathered: Gathered) -> tuple[Text, ...]:
    refused = (
        Text(f"{path}: bỏ qua, {text.vi}", f"{path}: passed over, {text.en}")
        for path, text in gathered.refused
    )
    links = (Text(f"{n.file}: {n.text.vi}", f"{n.file}: {n.text.en}") for n in gathered.notices)
    return (*refused, *links)
