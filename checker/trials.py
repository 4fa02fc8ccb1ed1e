"""Try criteria on the cases beside them, through the same measuring and both judges."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from .errors import Diagnostic, RulesError, UsageError
from .gather import GatheredUnit
from .hearing import case_of, terms_of
from .intake.unit import LocalParameter, UnitFile, unit_row
from .judge.judges import Judges
from .judge.verdicts import judge_unit
from .marked_yaml import Marked, Path_
from .measure.criterion import Measured, measure, measure_counts
from .places import Source
from .profile import check_profile, local_values
from .rulebook.book import LoadedCriterion, Rulebook
from .rulebook.cases import CasesFile, RuleCase, TestUnit, case_rows, cases_path, read_cases
from .rulebook.compile import Setting, trusted
from .rulebook.lint import lint
from .rulebook.load import load_folder
from .run import prepare
from .store import Store
from .tables import TableSpec, table_specs
from .words import Text

Seen = Mapping[str, str | int | dt.date | None]
"""What a case gave, by the names that its ``expect`` uses."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One case that was tried; ``fault`` is None where it gave what it must."""

    criterion: str
    name: str
    verdict: str
    fault: Diagnostic | None


def try_folder(folder: Path) -> list[Trial]:
    """Try every criterion of a rules folder.

    Raises:
        RulesError: The folder's rules are invalid.
    """
    book = load_folder(folder)
    faults = lint(book)
    trials: list[Trial] = []
    with Judges() as judges:
        for loaded in book.criteria.values():
            try:
                trials.extend(try_criterion(book, loaded, folder, judges))
            except RulesError as error:
                faults.extend(error.diagnostics)
    if faults:
        raise RulesError(faults)
    return trials


def try_criterion(
    book: Rulebook, loaded: LoadedCriterion, root: Path, judges: Judges
) -> list[Trial]:
    """Try every case of a criterion, and that its cases reach each verdict it can give.

    Raises:
        RulesError: The criterion has no cases, or their file is faulty.
    """
    cases, marked = cases_of(book, loaded, root)
    trials: list[Trial] = []
    for as_of in days(cases):
        with Bench(book, loaded, (cases, marked), as_of) as bench:
            trials.extend(bench.tried(bench.measured(loaded), judges))
    trials.extend(_unreached(book, loaded, marked, {trial.verdict for trial in trials}))
    return trials


def cases_of(book: Rulebook, loaded: LoadedCriterion, root: Path) -> tuple[CasesFile, Marked]:
    """The cases beside a criterion.

    Raises:
        RulesError: The criterion has no cases, or their file is faulty.
    """
    criterion = loaded.criterion
    path = cases_path(root, criterion.pack, criterion.id)
    name = loaded.file.replace(".yaml", ".cases.yaml")
    if not path.exists():
        text = Text(
            f"tiêu chí chưa có ca thử: hãy viết {path.name} bên cạnh",
            f"the criterion has no tests: write {path.name} beside it",
        )
        raise RulesError([loaded.marked.fault(("id",), text)])
    cases, marked = read_cases(path, name)
    _check_profiles(book, cases, marked)
    return cases, marked


def days(cases: CasesFile) -> list[dt.date]:
    """The days on which cases are tried, each once."""
    return sorted({case.as_of or cases.as_of for case in cases.cases})


class Bench:
    """All cases of one day laid out in one store, each as a unit of its own.

    The subjects' rows are computed once, so a criterion can be measured in many variants.
    """

    def __init__(
        self,
        book: Rulebook,
        loaded: LoadedCriterion,
        what: tuple[CasesFile, Marked],
        as_of: dt.date,
    ) -> None:
        cases, self._marked = what
        self._book, self.as_of = book, as_of
        self._cases = cases.cases
        self.numbers = [n for n, c in enumerate(cases.cases) if (c.as_of or cases.as_of) == as_of]
        self.store = Store(_read_tables(book, loaded))
        self._units = [
            fill_case(self.store, unit, cases, cases.cases[number])
            for unit, number in enumerate(self.numbers)
        ]
        prepare(self.store, book, as_of, [loaded], held=(loaded.criterion.subject,))
        self._local = local_values(self._units)

    def __enter__(self) -> Bench:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.store.db.close()

    def columns(self, name: str) -> dict[str, str]:
        """The columns of a table or subject with their SQL types."""
        return {row[0]: row[1] for row in self.store.db.execute(f'DESCRIBE "{name}"').fetchall()}

    def measured(self, loaded: LoadedCriterion) -> Measured:
        """The criterion, or a variant of it, counted over all cases of the day."""
        setting = Setting(self.as_of, loaded.in_force(self.as_of), self._local)
        return measure(self.store, self._book, loaded, setting)

    def tallied(self, loaded: LoadedCriterion) -> Measured:
        """What ``measured`` counts, quickly: without the rows that a finding would show."""
        setting = Setting(self.as_of, loaded.in_force(self.as_of), self._local)
        return measure_counts(self.store, self._book, loaded, setting)

    def seen(self, measured: Measured, judges: Judges) -> Iterator[Seen]:
        """What each case of the day gave."""
        for unit in self._units:
            yield _seen(measured, unit, self._book, judges)

    def tried(self, measured: Measured, judges: Judges) -> Iterator[Trial]:
        """Each case of the day held against what it must give."""
        for seen, number in zip(self.seen(measured, judges), self.numbers, strict=True):
            yield _held(measured, seen, (self._marked, number, self._cases[number]))


def _read_tables(book: Rulebook, loaded: LoadedCriterion) -> dict[str, TableSpec]:
    """The tables that a criterion's subject and its ``applies`` stand on: a few of all."""
    read = {"units"} | book.base_tables(loaded.criterion.subject)
    return {name: spec for name, spec in table_specs().items() if name in read}


def _check_profiles(book: Rulebook, cases: CasesFile, marked: Marked) -> None:
    faults = []
    units: list[tuple[Path_, TestUnit | None]] = [(("unit", "parameters"), cases.unit)]
    for number, case in enumerate(cases.cases):
        units.append((("cases", number, "unit", "parameters"), case.unit))
    for where, unit in units:
        try:
            check_profile(book, _profile(unit) if unit else {})
        except UsageError as error:
            faults.append(marked.fault(where, error.text))
    if faults:
        raise RulesError(faults)


def _profile(unit: TestUnit) -> dict[str, LocalParameter]:
    return {
        name: LocalParameter(value=local.value, basis=local.basis)
        for name, local in unit.parameters.items()
    }


def fill_case(store: Store, number: int, cases: CasesFile, case: RuleCase) -> GatheredUnit:
    """Put a case's rows into a store as a unit of its own; tables that it lacks are passed over."""
    said = case.unit or cases.unit
    unit = UnitFile(
        name="Đơn vị thử",
        code=f"THU-{number}",
        level=said.level,
        province="Tỉnh thử",
        fields=said.fields,
        applies_iso=said.applies_iso,
        parameters=_profile(said),
    )
    period = (said.period_from, said.period_to)
    source = store.begin(number, Source("unit.yaml", "", "units", "unit"))
    store.rows(source, [unit_row(unit, period)])
    for table, rows in case.tables.items():
        if table not in store.tables:
            continue
        columns = {name: n for n, name in enumerate(table_specs()[table].fields, start=1)}
        source = store.begin(number, Source(f"{table}.xlsx", "", table, "sheet", table, columns))
        store.rows(source, case_rows(cases, table, rows))
    return GatheredUnit(
        number=number,
        folder=f"case-{number}",
        name=unit.name,
        code=unit.code,
        level=unit.level,
        period=period,
        provided=frozenset(case.tables),
        parameters=unit.parameters,
    )


def _seen(measured: Measured, unit: GatheredUnit, book: Rulebook, judges: Judges) -> Seen:
    judgement = judge_unit([terms_of(measured)], [case_of(measured, unit, book)], judges)
    ruling, counted = judgement.rulings[0], measured.of(unit.number)
    return {
        "verdict": ruling.verdict,
        "reason": ruling.reason,
        "satisfied": counted.satisfied,
        "violated": counted.violated,
        "undetermined": counted.undetermined,
        "version": _version(measured),
    }


def _held(measured: Measured, seen: Seen, what: tuple[Marked, int, RuleCase]) -> Trial:
    """What was seen of a case held against what it must give."""
    marked, number, case = what
    wanted = case.expect.model_dump(exclude_none=True)
    differs = {key: value for key, value in wanted.items() if seen[key] != value}
    fault = None
    if differs:
        told = ", ".join(f"{key} {seen[key]}" for key in seen if key != "version" or key in wanted)
        vi = f"ca thử '{case.name}': cần {differs}, được {told}"
        en = f"case '{case.name}': expected {differs}, got {told}"
        if measured.fault:
            vi, en = f"{vi} ({measured.fault})", f"{en} ({measured.fault})"
        fault = marked.fault(("cases", number, "expect"), Text(vi, en))
    return Trial(measured.loaded.criterion.id, case.name, str(seen["verdict"]), fault)


def _version(measured: Measured) -> dt.date | None:
    """Which version judged, by its place: a mutant's days may be moved."""
    loaded, clause = measured.loaded, measured.setting.clause
    if clause is None:
        return None
    starts = sorted(version.valid_from for version in loaded.criterion.versions)
    return starts[loaded.clauses.index(clause)]


def reachable(book: Rulebook, loaded: LoadedCriterion) -> set[str]:
    """The verdicts that a criterion can give, ``error`` apart.

    One that stands on nothing trusted, whatever a locality sets, never fails anybody.
    """
    verdicts = {"pass", "fail", "undetermined", loaded.criterion.on_empty}
    verdicts |= {band.verdict for clause in loaded.clauses for band in clause.version.bands}
    own = frozenset(name for name, one in book.parameters.items() if one.local)
    if not any(trusted(book, loaded, clause, own) for clause in loaded.clauses):
        verdicts -= {"fail", "partial"}
    return verdicts | ({"not_applicable"} if loaded.applies else set())


def _unreached(
    book: Rulebook, loaded: LoadedCriterion, marked: Marked, reached: set[str]
) -> Iterator[Trial]:
    for verdict in sorted(reachable(book, loaded) - reached):
        text = Text(
            f"không ca thử nào cho kết luận '{verdict}' mà tiêu chí có thể cho",
            f"no case reaches the verdict '{verdict}' that the criterion can give",
        )
        yield Trial(loaded.criterion.id, "", verdict, marked.fault(("cases",), text))
