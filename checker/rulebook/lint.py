"""Check a loaded rulebook against itself: columns, types, parameters, law, texts.

Types are what the database says they are: each subject becomes an empty table, and its
conditions are run once over a row of sample values, so that no type rule is written twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

import duckdb

from ..errors import Diagnostic
from ..marked_yaml import Path_
from ..store import Store
from ..tables import Words, table_specs
from ..words import Text, did_you_mean
from .book import Clause, LoadedCriterion, Rulebook, Subject
from .compile import literal
from .fix_lint import fix_faults
from .models import Provision
from .scheme_lint import scheme_faults
from .syntax import Condition
from .titles import column_title

_SAMPLES = {
    "DATE": "DATE '2026-01-02'",
    "VARCHAR": "'x'",
    "BOOLEAN": "TRUE",
    "VARCHAR[]": "['x']",
}
_ANY_DAY = dt.date(2026, 1, 1)
Columns = dict[str, str]


def lint(book: Rulebook) -> list[Diagnostic]:
    """Every fault that loading alone could not see, sorted by file and line."""
    faults: list[Diagnostic] = []
    with Store(table_specs()) as store:
        store.prepare(_ANY_DAY, ())
        shapes: dict[str, Columns] = {"units": _shape(store, "units")}
        for subject in book.subject_order():
            faults.extend(_subject(store, subject, shapes))
        typed: dict[str, list[_Typed]] = {name: [] for name in shapes}
        for loaded in book.criteria.values():
            faults.extend(_criterion(book, loaded, shapes))
            faults.extend(_named(book, loaded, shapes, typed))
        for name, conditions in typed.items():
            faults.extend(_types(store, shapes[name], conditions))
    faults.extend(_parameters(book))
    faults.extend(_questions(book))
    faults.extend(scheme_faults(book))
    return sorted(set(faults))


def _shape(store: Store, name: str) -> Columns:
    rows = store.db.execute(f'DESCRIBE "{name}"').fetchall()
    return {str(row[0]): str(row[1]) for row in rows}


def _subject(store: Store, subject: Subject, shapes: dict[str, Columns]) -> Iterator[Diagnostic]:
    try:
        store.outline(subject.name, subject.query.sql)
        shape = _shape(store, subject.name)
    except duckdb.Error as error:
        first = str(error).splitlines()[0]
        yield Diagnostic(
            subject.file, subject.first_sql_line, 1, Text(f"SQL sai: {first}", f"SQL: {first}")
        )
        return
    shapes[subject.name] = shape
    named = set(subject.header.places) | {c for cs in subject.header.places.values() for c in cs}
    named |= placeholders(subject.header.label) | set(subject.header.columns) | {"unit"}
    for column in sorted(named - set(shape)):
        yield Diagnostic(subject.file, 1, 1, _unknown_column(column, subject.name, shape))
    for place in subject.header.places:
        if shape.get(place, "BIGINT") != "BIGINT":
            text = Text(f"'{place}' phải là cột seen_at", f"'{place}' has to be a seen_at column")
            yield Diagnostic(subject.file, 1, 1, text)
    for column in subject.header.deadlines:
        if column not in shape:
            yield Diagnostic(subject.file, 1, 1, _unknown_column(column, subject.name, shape))
        elif shape[column] != "DATE":
            text = Text(f"hạn '{column}' phải là cột ngày", f"deadline '{column}' has to be a date")
            yield Diagnostic(subject.file, 1, 1, text)


def _criterion(
    book: Rulebook, loaded: LoadedCriterion, shapes: dict[str, Columns]
) -> Iterator[Diagnostic]:
    criterion, marked = loaded.criterion, loaded.marked
    if criterion.subject not in shapes:
        if criterion.subject not in book.subjects:
            hint = did_you_mean(criterion.subject, book.subjects)
            yield marked.fault(
                ("subject",),
                Text(
                    f"không có subject '{criterion.subject}'{hint.vi}",
                    f"unknown subject '{criterion.subject}'{hint.en}",
                ),
            )
        return
    shape = shapes[criterion.subject]
    yield from _titles(book, loaded, shape)
    for number, clause in _clauses(loaded):
        yield from _basis(book, loaded, clause, number)
    yield from _words(loaded, shape)
    yield from fix_faults(loaded, shape, book.base_tables(criterion.subject) & set(table_specs()))
    if criterion.by_date and shape.get(criterion.by_date) != "DATE":
        text = Text(
            f"by_date '{criterion.by_date}' phải là một cột ngày của subject",
            f"by_date '{criterion.by_date}' has to be a date column of the subject",
        )
        yield marked.fault(("by_date",), text)
    if criterion.per and criterion.per not in shape:
        yield marked.fault(("per",), _unknown_column(criterion.per, criterion.subject, shape))
    if criterion.first and criterion.first not in shape:
        yield marked.fault(("first",), _unknown_column(criterion.first, criterion.subject, shape))
    yield from _repairs(book, loaded, shape)


def _repairs(book: Rulebook, loaded: LoadedCriterion, shape: Columns) -> Iterator[Diagnostic]:
    """Every column and parameter that a repair names exists."""
    criterion = loaded.criterion
    parameters = {name for clause in loaded.clauses for name in clause.parameters}
    for number, repair in enumerate(criterion.repair):
        for key in ("at", "start", "end", "to", "least", "greatest"):
            name = getattr(repair, key)
            path: Path_ = ("repair", number, key)
            if isinstance(name, str) and name.startswith("$"):
                if name[1:] not in parameters:
                    hint = did_you_mean(name[1:], parameters)
                    text = Text(
                        f"điều kiện không dùng tham số '{name}'{hint.vi}",
                        f"no condition uses the parameter '{name}'{hint.en}",
                    )
                    yield loaded.marked.fault(path, text)
            elif key in ("at", "start", "end") and name and name not in shape:
                yield loaded.marked.fault(path, _unknown_column(name, criterion.subject, shape))


def _clauses(loaded: LoadedCriterion) -> Iterator[tuple[int, Clause]]:
    """Each version's clause with the version's number in the file."""
    for clause in loaded.clauses:
        yield loaded.criterion.versions.index(clause.version), clause


def _conditions(number: int, clause: Clause) -> tuple[tuple[Condition, Path_], ...]:
    """A clause's two conditions, each with its place in the file."""
    parts = (("among", clause.among), ("must", clause.must))
    return tuple((condition, ("versions", number, part)) for part, condition in parts)


def _titles(book: Rulebook, loaded: LoadedCriterion, shape: Columns) -> Iterator[Diagnostic]:
    """Where a column's value is unknown a person is told which: each has to have a name."""
    for number, clause in _clauses(loaded):
        for condition, path in _conditions(number, clause):
            for column in sorted(condition.columns & set(shape)):
                if column_title(book, loaded, column) is None:
                    text = Text(
                        f"cột '{column}' chưa có tên gọi: thêm vào 'columns' ở đầu subject",
                        f"column '{column}' has no name: add it to 'columns' atop the subject",
                    )
                    yield loaded.marked.fault(path, text)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A condition whose names are known: its columns and its SQL with values put in."""

    loaded: LoadedCriterion
    path: Path_
    columns: frozenset[str]
    sql: str


def _named(
    book: Rulebook,
    loaded: LoadedCriterion,
    shapes: Mapping[str, Columns],
    typed: Mapping[str, list[_Typed]],
) -> Iterator[Diagnostic]:
    """Names that do not exist; conditions without such go to ``typed``, by what they stand on."""
    over = [(condition, path, loaded.criterion.subject) for condition, path in _all(loaded)]
    if loaded.applies:
        over.append((loaded.applies, ("applies", "when"), "units"))
    for condition, path, subject in over:
        if subject not in shapes:
            continue
        faults = [
            *(
                _unknown_column(column, subject, shapes[subject])
                for column in sorted(condition.columns - set(shapes[subject]))
            ),
            *(
                _unknown_parameter(name, book)
                for name in sorted(condition.parameters - set(book.parameters))
            ),
        ]
        yield from (loaded.marked.fault(path, text) for text in faults)
        if not faults:
            values = {n: literal(book.values(n)[0].value) for n in condition.parameters}
            one = _Typed(loaded, path, condition.columns, condition.sql(values))
            typed[subject].append(one)


def _all(loaded: LoadedCriterion) -> Iterator[tuple[Condition, Path_]]:
    for number, clause in _clauses(loaded):
        yield from _conditions(number, clause)


def _types(store: Store, shape: Columns, conditions: Sequence[_Typed]) -> Iterator[Diagnostic]:
    """All conditions on one subject at once; where that fails, each alone, to see which."""
    try:
        kinds = _kinds(store, shape, conditions)
    except duckdb.Error as error:
        if len(conditions) > 1:
            for one in conditions:
                yield from _types(store, shape, [one])
            return
        first = str(error).splitlines()[0]
        text = Text(f"kiểu không khớp: {first}", f"types: {first}")
        yield conditions[0].loaded.marked.fault(conditions[0].path, text)
        return
    for one, kind in zip(conditions, kinds, strict=True):
        if kind != "BOOLEAN":
            text = Text(
                f"điều kiện phải cho đúng hoặc sai, ở đây là {kind}",
                f"a condition is true or false, this is {kind}",
            )
            yield one.loaded.marked.fault(one.path, text)


def _kinds(store: Store, shape: Columns, conditions: Sequence[_Typed]) -> list[str]:
    """What type each condition has, after it was run over a row of samples."""
    if not conditions:
        return []
    columns = sorted({column for one in conditions for column in one.columns})
    row = ", ".join(_sample(name, shape[name]) for name in columns) or "1"
    result = store.db.execute(
        f"SELECT {', '.join(f'({c.sql})' for c in conditions)} FROM (SELECT {row})"
    )
    result.fetchall()
    return [str(column[1]) for column in result.description or ()]


def _sample(name: str, kind: str) -> str:
    return f'CAST({_SAMPLES.get(kind, "1")} AS {kind}) AS "{name}"'


def _basis(
    book: Rulebook, loaded: LoadedCriterion, clause: Clause, number: int
) -> Iterator[Diagnostic]:
    for index, ref in enumerate(clause.version.basis):
        if book.provision(ref, clause.version.valid_from) is None:
            near = [" ".join(key).strip() for key in book.register]
            wanted = " ".join((ref.document, ref.article, ref.clause, ref.point)).strip()
            hint = did_you_mean(wanted, near)
            yield loaded.marked.fault(
                ("versions", number, "basis", index),
                Text(
                    f"'{wanted}' không có trong sổ căn cứ (basis/){hint.vi}",
                    f"'{wanted}' is not in the legal register (basis/){hint.en}",
                ),
            )


def _words(loaded: LoadedCriterion, shape: Columns) -> Iterator[Diagnostic]:
    criterion = loaded.criterion
    texts: list[tuple[Path_, Words | None]] = [
        (("message", "violated"), criterion.message.violated),
        (("message", "undetermined"), criterion.message.undetermined),
        (("advice",), criterion.advice),
        *((("fix", number, "do"), fix.do) for number, fix in enumerate(criterion.fix)),
    ]
    for number, evidence in enumerate(criterion.evidence):
        path: Path_ = ("evidence", number)
        texts.append((path, evidence.expected))
        if evidence.column not in shape:
            yield loaded.marked.fault(
                (*path, "column"), _unknown_column(evidence.column, criterion.subject, shape)
            )
    parameters = {name for clause in loaded.clauses for name in clause.parameters}
    for path, words in texts:
        for name in sorted(placeholders(words) - set(shape) - parameters):
            yield loaded.marked.fault(path, _unknown_column(name, criterion.subject, shape))


def placeholders(words: Words | None) -> set[str]:
    """The ``{names}`` in either language of a text."""
    if words is None:
        return set()
    parts = (*Formatter().parse(words.vi), *Formatter().parse(words.en))
    return {name for _, name, _, _ in parts if name}


def _unknown_column(column: str, subject: str, shape: Columns) -> Text:
    hint = did_you_mean(column, shape)
    return Text(
        f"không có cột '{column}' trong subject '{subject}'{hint.vi}",
        f"unknown column '{column}' in subject '{subject}'{hint.en}",
    )


def _unknown_parameter(name: str, book: Rulebook) -> Text:
    hint = did_you_mean(name, book.parameters)
    return Text(f"không có tham số '${name}'{hint.vi}", f"unknown parameter '${name}'{hint.en}")


def _parameters(book: Rulebook) -> Iterator[Diagnostic]:
    for name, parameter in book.parameters.items():
        for number, value in enumerate(parameter.values):
            if book.provision(value.basis, value.valid_from) is None:
                text = Text(
                    f"tham số '{name}': căn cứ không có trong sổ căn cứ (basis/)",
                    f"parameter '{name}': its basis is not in the legal register (basis/)",
                )
                path: Path_ = ("parameters", name, "values", number, "basis")
                yield book.parameter_files[name].fault(path, text)


def _questions(book: Rulebook) -> Iterator[Diagnostic]:
    for name, question in book.questions.items():
        if (question.basis.document, *_place(question.basis)) not in book.register:
            text = Text(
                f"câu hỏi '{name}': căn cứ không có trong sổ căn cứ (basis/)",
                f"question '{name}': its basis is not in the legal register (basis/)",
            )
            yield book.question_files[name].fault(("questions", name, "basis"), text)
    for loaded in book.criteria.values():
        asked = loaded.marked.data.get("question")
        if asked is not None and asked not in book.questions:
            hint = did_you_mean(asked, book.questions)
            text = Text(
                f"không có câu hỏi '{asked}'{hint.vi}", f"unknown question '{asked}'{hint.en}"
            )
            yield loaded.marked.fault(("question",), text)


def _place(ref: Provision) -> tuple[str, str, str]:
    return ref.article, ref.clause, ref.point
