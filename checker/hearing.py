"""Hear units: put what was measured before the judges, and put the rulings into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .gather import GatheredUnit
from .intake.model import FileAccount
from .intake.unit import LocalParameter
from .judge.judges import Judges
from .judge.terms import MILLION, Band, Case, Terms
from .judge.verdicts import Ruling, judge_unit
from .measure.criterion import Measured
from .measure.findings import Teller
from .measure.query import Count
from .places import Source
from .reasons import missing_tables, reason_text
from .result import BasisShown, CriterionResult, Decision, Searched, UnitResult
from .rulebook.book import Rulebook
from .rulebook.compile import trusted
from .rulebook.models import ParameterValue, Provision
from .tables import table_specs
from .territory import told_of_place
from .waiving import told_of, waiver_of, waiver_state
from .words import Text


class Hearing:
    """Every unit of a run on every chosen criterion; what is the same for all is found once.

    Args:
        measured: Every chosen criterion, in the order of the report.
        book: The rulebook it was measured by.
        sources: The store's sources, for places.
        judges: Both judges.
    """

    def __init__(
        self,
        measured: Sequence[Measured],
        book: Rulebook,
        sources: Sequence[Source],
        judges: Judges,
    ) -> None:
        self._measured, self._book, self._sources = measured, book, sources
        self._judges = judges
        self._terms = [terms_of(one) for one in measured]
        self._shown = [_shown(*one, book) for one in zip(measured, self._terms, strict=True)]
        self._of_file: dict[tuple[str, str], list[Source]] = {}
        for source in sources:
            self._of_file.setdefault((source.file, source.sha256), []).append(source)

    def hear(self, unit: GatheredUnit) -> UnitResult:
        """All verdicts of one unit."""
        cases = [case_of(one, unit, self._book) for one in self._measured]
        judgement = judge_unit(self._terms, cases, self._judges)
        files = dict.fromkeys((account.file, account.sha256) for account in unit.accounts)
        own = [source for file in files for source in self._of_file.get(file, ())]
        results = tuple(
            self._result(ruling, shown, unit, own)
            for ruling, shown in zip(judgement.rulings, self._shown, strict=True)
        )
        return UnitResult(
            folder=unit.folder,
            name=unit.name,
            code=unit.code,
            level=unit.level,
            period=unit.period,
            criteria=results,
            groups=dict(judgement.groups),
            verdict=judgement.verdict,
            intake=(*unit.accounts, *_told(unit, self._measured, self._book)),
        )

    def _result(
        self, ruling: Ruling, shown: _Shown, unit: GatheredUnit, own_sources: Sequence[Source]
    ) -> CriterionResult:
        measured, book = shown.measured, self._book
        criterion, counted = measured.loaded.criterion, measured.of(unit.number)
        own = {name: parameter.value for name, parameter in unit.parameters.items()}
        teller = Teller(
            book, measured.loaded, measured.clause, measured.setting.as_of, self._sources, own
        )
        told = measured.counts is not None and ruling.reason not in (
            "missing_data",
            "not_applicable",
        )
        return CriterionResult(
            id=criterion.id,
            version=measured.clause.version.valid_from.isoformat(),
            pack=criterion.pack,
            title=shown.title,
            severity=criterion.severity,
            verdict=ruling.verdict,
            reason_code=ruling.reason,
            reason=reason_text(ruling, measured, unit, book, own_sources),
            population=counted.population,
            satisfied=counted.satisfied,
            violated=counted.violated,
            undetermined=counted.undetermined,
            share=_share(ruling, counted),
            score=(ruling.score.least, ruling.score.greatest) if ruling.score else None,
            points=criterion.points,
            basis=_basis(measured, unit.parameters, book) if unit.parameters else shown.basis,
            findings=tuple(map(teller.violated, counted.violated_rows)) if told else (),
            findings_total=counted.violations if told else 0,
            gaps=tuple(map(teller.undetermined, counted.undetermined_rows)) if told else (),
            gaps_total=counted.gaps if told else 0,
            searched=_searched(shown.searched, unit),
            advice=shown.advice,
            judged_by=ruling.judged_by,
            decision=_decision(ruling, measured, unit),
            margin=_margin(ruling, shown.terms, counted),
        )


@dataclass(frozen=True, slots=True)
class _Shown:
    """A measured criterion with what every unit is shown of it.

    ``basis`` is what it rests on where no profile sets a value of its own; ``searched`` are the
    tables that it looks at.
    """

    measured: Measured
    terms: Terms
    title: Text
    advice: Text
    basis: tuple[BasisShown, ...]
    searched: frozenset[str]


def _shown(measured: Measured, terms: Terms, book: Rulebook) -> _Shown:
    criterion = measured.loaded.criterion
    tables = book.base_tables(criterion.subject) - {"units"}
    if any(table_specs()[t].intake == "document" for t in tables if t in table_specs()):
        tables |= {"documents"}
    basis = _basis(measured, {}, book)
    title, advice = criterion.title.text(), criterion.advice.text()
    return _Shown(measured, terms, title, advice, basis, tables)


def _told(
    unit: GatheredUnit, measured: Sequence[Measured], book: Rulebook
) -> Iterator[FileAccount]:
    """What is said of a unit's own files once the day and the rules are known."""
    yield from told_of(unit, measured, book)
    if measured:
        yield from told_of_place(unit, book, measured[0].setting.as_of)


def terms_of(measured: Measured) -> Terms:
    """How the criterion is judged, by the version in force."""
    criterion = measured.loaded.criterion
    return Terms(
        criterion=criterion.id,
        group=criterion.pack,
        bands=tuple(
            Band(band.verdict, int(band.at_least * MILLION), int(band.score * 1000))
            for band in measured.clause.version.bands
        ),
        on_empty=criterion.on_empty,
        points=Fraction(criterion.points),
    )


def case_of(measured: Measured, unit: GatheredUnit, book: Rulebook) -> Case:
    """What is known of the criterion in one unit."""
    counted = measured.of(unit.number)
    own = frozenset(n for n, units in measured.setting.local.items() if unit.number in units)
    applies = measured.applies.get(unit.number)
    return Case(
        criterion=measured.loaded.criterion.id,
        in_force=measured.force,
        applies="unknown" if applies is None else "yes" if applies else "no",
        trusted=trusted(book, measured.loaded, measured.clause, own),
        missing=bool(missing_tables(measured, unit, book)),
        failed=bool(measured.fault),
        population=counted.population,
        satisfied=counted.satisfied,
        violated=counted.violated,
        undetermined=counted.undetermined,
        waiver=waiver_state(measured, unit),
    )


def _margin(ruling: Ruling, terms: Terms, counted: Count) -> int | None:
    """Rows that may yet fail before a verdict that rests on a count turns."""
    if ruling.verdict not in ("pass", "partial") or ruling.reason != "measured":
        return None
    return terms.spare(counted.satisfied, counted.population)


def _share(ruling: Ruling, counted: Count) -> tuple[Fraction, Fraction] | None:
    """The exact share, where the verdict rests on a count."""
    if ruling.share_min_ppm is None:
        return None
    rows, low = counted.population, counted.satisfied
    return Fraction(low, rows), Fraction(low + counted.undetermined, rows)


def _basis(
    measured: Measured, local: Mapping[str, LocalParameter], book: Rulebook
) -> tuple[BasisShown, ...]:
    """The provisions of the version, then those of the values it names, each once."""
    clause = measured.clause
    refs: dict[Provision, None] = dict.fromkeys(clause.version.basis)
    for name in sorted(clause.parameters - set(local)):
        refs.update(dict.fromkeys(value.basis for value in _values_asked(measured, name, book)))
    shown = [_provision(ref, measured, book) for ref in refs]
    for name in sorted(clause.parameters & set(local)):
        says = book.parameters[name].title.text()
        shown.append(BasisShown(local[name].basis, "", "", "", None, None, "local", says))
    return tuple(shown)


def _values_asked(measured: Measured, name: str, book: Rulebook) -> Iterator[ParameterValue]:
    """The values that may decide under the version: what came later is no ground for it.

    A row that is judged by its own day may be older than the check; otherwise only the value of the
    day counts. A version that has not begun, or has ended, is shown as it will begin or ended.
    """
    version, as_of = measured.clause.version, measured.setting.as_of
    last = max(min(as_of, version.valid_to or as_of), version.valid_from)
    first = version.valid_from if measured.loaded.criterion.by_date else last
    for value in book.parameters[name].values:
        if value.valid_from <= last and first <= (value.valid_to or first):
            yield value


def _provision(ref: Provision, measured: Measured, book: Rulebook) -> BasisShown:
    entry = book.provision(ref, measured.clause.version.valid_from)
    if entry is None:  # lint refuses a basis outside the register
        raise LookupError(f"{ref} is not in the register")
    known = entry.provision
    return BasisShown(
        ref.document,
        ref.article,
        ref.clause,
        ref.point,
        known.valid_from,
        known.valid_to,
        known.confidence,
        known.says.text(),
    )


def _searched(tables: frozenset[str], unit: GatheredUnit) -> tuple[Searched, ...]:
    return tuple(
        Searched(account.file, account.table, account.rows_read)
        for account in unit.accounts
        if account.table in tables
    )


def _decision(ruling: Ruling, measured: Measured, unit: GatheredUnit) -> Decision | None:
    waiver = waiver_of(measured, unit)
    if waiver is None:
        return None
    return Decision(ruling.effect, waiver.reason, waiver.approver, waiver.first, waiver.last)
