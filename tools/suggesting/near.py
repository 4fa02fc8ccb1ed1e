"""Cases one step away from those beside a criterion, each with a name that says the step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from motcua.checker.intake.unit import Level
from motcua.checker.rulebook.book import LoadedCriterion, Rulebook
from motcua.checker.rulebook.cases import CasesFile, Cell, Cells, RuleCase, TestUnit
from motcua.checker.tables import table_specs

from .values import Bounds, bounds_of, days_in, values

_MOST_ROWS = 12
_SEEDS = 3


@dataclass(frozen=True)
class Near:
    """A case and how far it is from one that there is; ``seed`` is that one's number, if kept."""

    case: RuleCase
    cost: float
    seed: int | None = None


def simple_steps(loaded: LoadedCriterion, cases: CasesFile) -> Iterator[Near]:
    """The cases there are, and those with another unit, another day, more rows."""
    for number, case in enumerate(cases.cases):
        yield Near(case, 0.3, number)
    for case in _seeds(cases):
        yield from _units(cases, case, loaded)
        yield from _days(cases, case, loaded)
    yield from _repeated(loaded, cases)


def _seeds(cases: CasesFile) -> list[RuleCase]:
    """A few cases of each verdict, those first that are written first."""
    taken: dict[str, int] = {}
    found = []
    for case in cases.cases:
        verdict = case.expect.verdict
        taken[verdict] = taken.get(verdict, 0) + 1
        if taken[verdict] <= _SEEDS:
            found.append(case)
    return found


def cell_steps(book: Rulebook, loaded: LoadedCriterion, cases: CasesFile) -> Iterator[Near]:
    """Every case with one cell changed, or a row left out."""
    bounds = bounds_of(book, loaded, cases)
    fields = _fields(book, loaded)
    for case in cases.cases:
        if sum(map(len, case.tables.values())) <= _MOST_ROWS:
            for changed, told in _cells(bounds, cases, case, fields):
                yield Near(_named(case, told, tables=changed), 1.0)


def second_steps(
    book: Rulebook, loaded: LoadedCriterion, cases: CasesFile, firsts: list[Near]
) -> Iterator[Near]:
    """Two cells changed: a step from cases that are one step away already."""
    bounds = bounds_of(book, loaded, cases)
    fields = _fields(book, loaded)
    for near in firsts:
        for changed, told in _cells(bounds, cases, near.case, fields):
            yield Near(_named(near.case, told, tables=changed), near.cost + 1.0)


def _fields(book: Rulebook, loaded: LoadedCriterion) -> frozenset[tuple[str, str]]:
    """What a subject may look at: all of a register, since ``a.*`` names no column."""
    subject, specs = loaded.criterion.subject, table_specs()
    named = set(book.columns_read(subject))
    for table in book.base_tables(subject) & set(specs):
        if specs[table].intake != "document":
            named |= {(table, name) for name in specs[table].fields}
    return frozenset(named)


def _named(case: RuleCase, told: str, **changes: object) -> RuleCase:
    joined = f"{case.name}; {told}"
    return case.model_copy(update={"name": joined, **changes})


def _cells(
    bounds: Bounds, cases: CasesFile, case: RuleCase, fields: frozenset[tuple[str, str]]
) -> Iterator[tuple[dict[str, tuple[Cells, ...]], str]]:
    specs = table_specs()
    for table, rows in case.tables.items():
        for place, cells in enumerate(rows[:4]):
            full = {**cases.rows.get(table, {}), **cells}
            for name, spec in specs[table].fields.items():
                if (table, name) not in fields:
                    continue
                for value in values(bounds, cases, case, (table, name)):
                    if name in full and full[name] == value and type(full[name]) is type(value):
                        continue
                    changed = (*rows[:place], {**cells, name: value}, *rows[place + 1 :])
                    nth = f" (dòng {place + 1})" if len(rows) > 1 else ""
                    told = f"{spec.title.vi}{nth}: {_shown(value)}"
                    yield {**case.tables, table: changed}, told
            if len(rows) > 1:
                left = (*rows[:place], *rows[place + 1 :])
                told = f"bỏ dòng {place + 1} của {specs[table].title.vi}"
                yield {**case.tables, table: left}, told
        if rows:
            yield {**case.tables, table: ()}, f"{specs[table].title.vi}: không có dòng nào"


def _shown(value: Cell) -> str:
    if value is None:
        return "không rõ"
    if value is True or value is False:
        return "có" if value else "không"
    if value == "":
        return "để trống"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    if isinstance(value, tuple):
        return ", ".join(value) or "để trống"
    text = str(value)
    if len(text) == 10 and text[4] == text[7] == "-":
        return f"{text[8:]}/{text[5:7]}/{text[:4]}"
    return "chưa có" if text == "never" else f"«{text}»" if len(text) < 60 else "đoạn khác"


_LEVELS = {
    "commune": "cấp xã",
    "district": "cấp huyện",
    "province": "cấp tỉnh",
    "department": "cơ quan chuyên môn của tỉnh",
    "ministry": "bộ",
    "public_service_unit": "đơn vị sự nghiệp",
}


def _units(cases: CasesFile, case: RuleCase, loaded: LoadedCriterion) -> Iterator[Near]:
    unit = case.unit or cases.unit
    condition = loaded.applies
    columns = condition.columns if condition else frozenset()
    changed: list[tuple[str, TestUnit]] = []
    for level in get_args(Level):
        told = f"đơn vị là {_LEVELS.get(level, level)}"
        changed.append((told, unit.model_copy(update={"level": level})))
        if "applies_iso" in columns:
            other = {"level": level, "applies_iso": not unit.applies_iso}
            said = "áp dụng ISO" if other["applies_iso"] else "không áp dụng ISO"
            changed.append((f"{told}, {said}", unit.model_copy(update=other)))
    for iso, told in (
        (True, "có áp dụng ISO"),
        (False, "không áp dụng ISO"),
        (None, "chưa rõ có áp dụng ISO không"),
    ):
        changed.append((told, unit.model_copy(update={"applies_iso": iso})))
    for told, fresh in changed:
        if fresh != unit:
            yield Near(_named(case, told, unit=fresh), 2.0 if case.unit else 1.0)


def _days(cases: CasesFile, case: RuleCase, loaded: LoadedCriterion) -> Iterator[Near]:
    """The day of the check at each end of a version; once with all days of the case moved too."""
    step = dt.timedelta(days=1)
    wanted: dict[dt.date, None] = {}
    for clause in loaded.clauses:
        first, last = clause.version.valid_from, clause.version.valid_to
        wanted |= dict.fromkeys((first - step, first))
        if last:
            wanted |= dict.fromkeys((last, last + step))
    now = case.as_of or cases.as_of
    for day in wanted:
        if day == now:
            continue
        told = f"xét ngày {day:%d/%m/%Y}"
        again = 1.0 if case.as_of else 0.0  # the case's own name speaks of another day
        yield Near(_named(case, told, as_of=day), 1.2 + again)
        if any(True for _ in days_in(cases, case)):
            moved = _moved(cases, case, day - now)
            yield Near(_named(case, told, as_of=day, **moved), 1.4 + again)


def _moved(cases: CasesFile, case: RuleCase, by: dt.timedelta) -> dict[str, object]:
    unit = case.unit or cases.unit
    specs = table_specs()
    tables = {}
    for table, rows in case.tables.items():
        common = cases.rows.get(table, {})
        fresh = []
        for cells in rows:
            moved = dict(cells)
            for name, cell in {**common, **cells}.items():
                if specs[table].fields[name].type == "date" and cell not in (None, "never"):
                    moved[name] = (dt.date.fromisoformat(str(cell)) + by).isoformat()
            fresh.append(moved)
        tables[table] = tuple(fresh)
    period = {"period_from": unit.period_from + by, "period_to": unit.period_to + by}
    return {"tables": tables, "unit": unit.model_copy(update=period)}


def _repeated(loaded: LoadedCriterion, cases: CasesFile) -> Iterator[Near]:
    """So many rows of which so many fail, for each threshold and just below it."""
    wanted: dict[tuple[int, int], None] = {}
    for clause in loaded.clauses:
        bands = clause.version.bands
        shares = [float(band.at_least) for band in bands]
        for share in shares:
            if share < 1:
                wanted |= dict.fromkeys(_counts(share, share + 0.01))
                wanted |= dict.fromkeys(_counts(share - 0.05, share))
            elif len(shares) == 1:
                wanted |= dict.fromkeys(_counts(0.5, 0.99))
            else:
                wanted |= dict.fromkeys(_counts(shares[1], 0.999))
    good = [c for c in cases.cases if c.expect.verdict == "pass" and _small(c)]
    bad = [c for c in cases.cases if c.expect.verdict == "fail" and _small(c)]
    for yes in good[:3]:
        for no in bad[:4]:
            same = (yes.as_of, yes.unit, set(yes.tables)) == (no.as_of, no.unit, set(no.tables))
            if not same:
                continue
            for right, whole in wanted:
                for near in _mixed(cases, (yes, no), right, whole):
                    yield near
                    yield from _mixed_then(loaded, cases, near)


def _mixed_then(loaded: LoadedCriterion, cases: CasesFile, near: Near) -> Iterator[Near]:
    """The same under the versions that are not in force on the day of the case."""
    now = near.case.as_of or cases.as_of
    for clause in loaded.clauses:
        if not clause.covers(now):
            day = clause.version.valid_to or clause.version.valid_from
            told = f"xét ngày {day:%d/%m/%Y}"
            yield Near(_named(near.case, told, as_of=day), near.cost + 0.3)
            moved = _moved(cases, near.case, day - now)
            yield Near(_named(near.case, told, as_of=day, **moved), near.cost + 0.4)


def _small(case: RuleCase) -> bool:
    return sum(map(len, case.tables.values())) <= 5 and any(case.tables.values())


def _counts(least: float, below: float) -> list[tuple[int, int]]:
    """The two smallest numbers of rows whose share lies in the range."""
    found = [
        (right, whole)
        for whole in range(2, 41)
        for right in range(1, whole)
        if least - 1e-9 <= right / whole < below - 1e-9
    ]
    return found[:1]


def _mixed(
    cases: CasesFile, pair: tuple[RuleCase, RuleCase], right: int, whole: int
) -> Iterator[Near]:
    yes, no = pair
    name = f"{right} trên {whole} dòng đúng"
    as_is = {
        table: rows
        if rows == no.tables[table]
        else (*rows * right, *no.tables[table] * (whole - right))
        for table, rows in yes.tables.items()
    }
    yield Near(yes.model_copy(update={"name": name, "tables": as_is}), 2.5 + whole / 40)
    tables: dict[str, list[Cells]] = {table: [] for table in yes.tables}
    for number in range(whole):
        source = yes if number < right else no
        for table, rows in source.tables.items():
            for cells in rows:
                tables[table].append(_renumbered(cases, table, cells, number))
    fresh = {table: tuple(rows) for table, rows in tables.items()}
    yield Near(yes.model_copy(update={"name": name, "tables": fresh}), 2.7 + whole / 40)
    kept = {t: tuple(_once(rows)) if t in ("decisions",) else rows for t, rows in fresh.items()}
    keyed = {
        t: tuple(_once(yes.tables[t])) if t in ("decisions",) else rows for t, rows in kept.items()
    }
    yield Near(yes.model_copy(update={"name": name, "tables": keyed}), 2.6 + whole / 40)


def _once(rows: tuple[Cells, ...]) -> list[Cells]:
    found: list[Cells] = []
    for cells in rows:
        if cells not in found:
            found.append(cells)
    return found


_KEYS = ("document", "code", "written_code", "number", "process_code", "slip_no")


def _renumbered(cases: CasesFile, table: str, cells: Cells, number: int) -> Cells:
    """A row whose names are told apart from those of its copies."""
    spec = table_specs()[table]
    common = cases.rows.get(table, {})
    fresh = dict(cells)
    for name in {*_KEYS, *spec.unique} & set(spec.fields):
        value = cells.get(name, common.get(name))
        if not number or not isinstance(value, str) or spec.fields[name].type == "date":
            continue
        if value[:2] in ("1.", "2.", "3.") and len(value) == 8:
            shown = int(value[2:]) + number * 100101
            fresh[name] = f"{value[:2]}{shown % 1000000:06d}"
        elif spec.fields[name].type in ("text", "code"):
            stem, dot, suffix = (
                value.rpartition(".") if value.endswith(".docx") else (value, "", "")
            )
            fresh[name] = f"{stem}-{number + 1}{dot}{suffix}"
    return fresh
