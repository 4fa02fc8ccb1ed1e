"""One case where the criterion is satisfied and one where it is not, out of its own cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from motcua.checker.report.labels import VERDICT_LABELS
from motcua.checker.rulebook.book import LoadedCriterion, Rulebook
from motcua.checker.rulebook.cases import CasesFile, Cell, Cells, RuleCase
from motcua.checker.tables import FieldSpec, table_specs

_MOST_ROWS, _MOST_TEXT = 3, 80
_RIGHT, _WRONG, _OPEN = "Đúng", "Sai", "Chưa rõ"


def examples(book: Rulebook, loaded: LoadedCriterion, cases: CasesFile) -> Iterator[str]:
    """The simplest case of each kind, first written first, with what its rows hold."""
    for head, case in (_RIGHT, _simplest(cases, _passes)), _wrong(cases):
        if case is None:
            continue
        said = f"**{head}** – {case.name} → {VERDICT_LABELS[case.expect.verdict].vi}"
        yield f"{said} (xét ngày {case.as_of or cases.as_of:%d/%m/%Y}):"
        yield ""
        yield from _tables(book, loaded, cases, case)
        yield ""


def _wrong(cases: CasesFile) -> tuple[str, RuleCase | None]:
    """What fails; what would, were its basis trusted; what a person has to look at."""
    for head, kind in ((_WRONG, _fails), (_WRONG, _violates), (_OPEN, _is_open)):
        if case := _simplest(cases, kind):
            return head, case
    return _WRONG, None


def _passes(case: RuleCase) -> bool:
    return case.expect.verdict == "pass"


def _fails(case: RuleCase) -> bool:
    return case.expect.verdict in ("fail", "partial")


def _violates(case: RuleCase) -> bool:
    return bool(case.expect.violated)


def _is_open(case: RuleCase) -> bool:
    return case.expect.reason == "range"


def _simplest(cases: CasesFile, kind: Callable[[RuleCase], bool]) -> RuleCase | None:
    found = [case for case in cases.cases if kind(case)]
    return min(found, key=_plainness) if found else None


def _plainness(case: RuleCase) -> tuple[bool, int]:
    """By the law of the file's own day rather than of an earlier one; of few rows."""
    return case.as_of is not None, sum(map(len, case.tables.values())) + (case.unit is not None)


def _tables(
    book: Rulebook, loaded: LoadedCriterion, cases: CasesFile, case: RuleCase
) -> Iterator[str]:
    read, looked_at = book.columns_read(loaded.criterion.subject), _looked_at(book, loaded)
    for table, rows in case.tables.items():
        spec = table_specs()[table]
        if not rows:
            yield f"- {spec.title.vi}: không có dòng nào"
        for cells in rows[:_MOST_ROWS]:
            full: Cells = {**cases.rows.get(table, {}), **cells}
            told = [
                f"{field.title.vi}: {_shown(field, full[name])}"
                for name, field in spec.fields.items()
                if name in full
                and (table, name) in read
                and (spec.intake != "document" or name in cells or name in looked_at)
            ]
            yield f"- {spec.title.vi}: {'; '.join(told) or 'một dòng để trống'}"
        if len(rows) > _MOST_ROWS:
            yield f"- {spec.title.vi}: và {len(rows) - _MOST_ROWS} dòng khác"


def _looked_at(book: Rulebook, loaded: LoadedCriterion) -> frozenset[str]:
    """What the conditions and the evidence name: a paragraph of a document has much more."""
    columns = {name for clause in loaded.clauses for name in clause.columns}
    columns |= {evidence.column for evidence in loaded.criterion.evidence}
    places = book.subjects[loaded.criterion.subject].header.places.values()
    fields = {field for named in places for column, field in named.items() if column in columns}
    return frozenset(columns | fields)


def _shown(field: FieldSpec, value: Cell) -> str:
    """A cell as an officer writes it."""
    if value is None:
        return "(không rõ)"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    if isinstance(value, tuple):
        return ", ".join(_shown(field, item) for item in value) or "(trống)"
    text = str(value)
    if field.type == "date":
        return "chưa có" if text == "never" else f"{text[8:]}/{text[5:7]}/{text[:4]}"
    if text in field.values:
        return field.values[text][0]
    text = " ".join(text.split())
    return (
        _code(text if len(text) <= _MOST_TEXT else f"{text[:_MOST_TEXT]}…") if text else "(trống)"
    )


def _code(text: str) -> str:
    """A text with signs that Markdown would read otherwise, as code."""
    return f"`{text}`" if set(text) & set("*_<>[]|#$\\") and "`" not in text else text
