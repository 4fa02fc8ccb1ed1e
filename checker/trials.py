"""Try criteria on the cases beside them, through the same measuring and both judges."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .errors import Diagnostic, RulesError, UsageError
from .gather import GatheredUnit
from .hearing import case_of, terms_of
from .intake.unit import LocalParameter, UnitFile, unit_row
from .judge.judges import Judges
from .judge.verdicts import judge_unit
from .marked_yaml import Marked, Path_
from .measure.criterion import Measured, measure
from .places import Source
from .profile import check_profile, local_values
from .rulebook.book import LoadedCriterion, Rulebook
from .rulebook.cases import CasesFile, RuleCase, TestUnit, case_rows, cases_path, read_cases
from .rulebook.compile import Setting, trusted
from .rulebook.lint import lint
from .rulebook.load import load_folder
from .run import prepare
from .store import Store
from .tables import table_specs
from .words import Text


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
    trials: list[Trial] = []
    for as_of in sorted({case.as_of or cases.as_of for case in cases.cases}):
        chosen = [n for n, c in enumerate(cases.cases) if (c.as_of or cases.as_of) == as_of]
        trials.extend(_try_day(book, loaded, (cases, marked, chosen), as_of, judges))
    trials.extend(_unreached(book, loaded, marked, {trial.verdict for trial in trials}))
    return trials


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


def _try_day(
    book: Rulebook,
    loaded: LoadedCriterion,
    what: tuple[CasesFile, Marked, Sequence[int]],
    as_of: dt.date,
    judges: Judges,
) -> Iterator[Trial]:
    """All cases of one day in one store, each as a unit of its own."""
    cases, marked, chosen = what
    with Store(table_specs()) as store:
        units = [
            _fill(store, unit, cases, cases.cases[number]) for unit, number in enumerate(chosen)
        ]
        prepare(store, book, as_of, [loaded])
        local = local_values(units)
        setting = Setting(as_of, loaded.in_force(as_of), local)
        measured = measure(store, book, loaded, setting)
        for unit, number in zip(units, chosen, strict=True):
            yield _judge(measured, unit, book, (marked, number, cases.cases[number]), judges)


def _fill(store: Store, number: int, cases: CasesFile, case: RuleCase) -> GatheredUnit:
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


def _judge(
    measured: Measured,
    unit: GatheredUnit,
    book: Rulebook,
    what: tuple[Marked, int, RuleCase],
    judges: Judges,
) -> Trial:
    marked, number, case = what
    judgement = judge_unit([terms_of(measured)], [case_of(measured, unit, book)], judges)
    ruling, counted = judgement.rulings[0], measured.of(unit.number)
    seen = {
        "verdict": ruling.verdict,
        "reason": ruling.reason,
        "satisfied": counted.satisfied,
        "violated": counted.violated,
        "undetermined": counted.undetermined,
    }
    wanted = case.expect.model_dump(exclude_none=True)
    differs = {key: value for key, value in wanted.items() if seen[key] != value}
    fault = None
    if differs:
        told = ", ".join(f"{key} {seen[key]}" for key in seen)
        vi = f"ca thử '{case.name}': cần {differs}, được {told}"
        en = f"case '{case.name}': expected {differs}, got {told}"
        if measured.fault:
            vi, en = f"{vi} ({measured.fault})", f"{en} ({measured.fault})"
        fault = marked.fault(("cases", number, "expect"), Text(vi, en))
    return Trial(measured.loaded.criterion.id, case.name, ruling.verdict, fault)


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
