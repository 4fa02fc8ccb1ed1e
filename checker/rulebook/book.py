"""A rulebook as loaded: criteria with their parsed conditions, subjects, parameters, register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ..marked_yaml import Marked
from .models import (
    CalendarYear,
    Confidence,
    Criterion,
    LegalDocument,
    Parameter,
    Province,
    Provision,
    Question,
    RegisteredProvision,
    SubjectHeader,
    Version,
)
from .schemes import LoadedScheme
from .syntax import Condition, Query


@dataclass(frozen=True, slots=True)
class Subject:
    """A named query whose rows criteria judge. ``tables`` are the base tables it stands on."""

    name: str
    file: str
    header: SubjectHeader
    query: Query
    first_sql_line: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One version of a criterion with its conditions parsed."""

    version: Version
    among: Condition
    must: Condition

    @property
    def columns(self) -> frozenset[str]:
        """The subject's columns that the version looks at."""
        return self.among.columns | self.must.columns

    @property
    def parameters(self) -> frozenset[str]:
        """The parameters that the version names."""
        return self.among.parameters | self.must.parameters

    def covers(self, day: dt.date) -> bool:
        """Is the version in force on the day?"""
        last = self.version.valid_to
        return self.version.valid_from <= day and (last is None or day <= last)


@dataclass(frozen=True, slots=True)
class LoadedCriterion:
    """A criterion and where it is written. ``clauses`` are ordered by their first day."""

    criterion: Criterion
    file: str
    marked: Marked
    clauses: tuple[Clause, ...]
    applies: Condition | None

    def in_force(self, day: dt.date) -> Clause | None:
        """The version of a day; an ended version never stands in for a missing one."""
        return next((clause for clause in self.clauses if clause.covers(day)), None)


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A provision of the register with its document."""

    document: LegalDocument
    provision: RegisteredProvision


@dataclass(frozen=True, slots=True)
class ValueInForce:
    """A parameter's value with the confidence of what sets it (``local``: a unit's profile)."""

    value: int | float | str
    valid_from: dt.date
    valid_to: dt.date | None
    confidence: Confidence | str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Everything that a run judges by.

    ``digest`` is the SHA-256 of all files read, ``files`` the SHA-256 of each, by its name within
    its folder (``rules/`` before those of the law pack). ``elsewhere`` are criteria of the law pack
    where only one folder's own were asked for.
    """

    criteria: Mapping[str, LoadedCriterion]
    subjects: Mapping[str, Subject]
    parameters: Mapping[str, Parameter]
    parameter_files: Mapping[str, Marked]
    register: Mapping[tuple[str, str, str, str], tuple[RegisterEntry, ...]]
    calendar: Mapping[int, CalendarYear]
    questions: Mapping[str, Question]
    question_files: Mapping[str, Marked]
    provinces: tuple[Province, ...]
    levels: Mapping[str, dt.date]
    schemes: Mapping[str, LoadedScheme]
    digest: str
    files: tuple[tuple[str, str], ...]
    elsewhere: frozenset[str] = frozenset()
    _values: dict[str, tuple[ValueInForce, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _tables: dict[str, frozenset[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _read: dict[str, frozenset[tuple[str, str]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def provision(self, ref: Provision, day: dt.date) -> RegisterEntry | None:
        """The register's entry of a provision on a day, or the last one before it."""
        entries = self.register.get((ref.document, ref.article, ref.clause, ref.point), ())
        begun = [e for e in entries if e.provision.valid_from <= day]
        return begun[-1] if begun else (entries[0] if entries else None)

    def values(self, name: str) -> tuple[ValueInForce, ...]:
        """A parameter's values in order of their first day; asked for each finding, found once."""
        if name not in self._values:
            self._values[name] = self._in_force(name)
        return self._values[name]

    def _in_force(self, name: str) -> tuple[ValueInForce, ...]:
        found = []
        for value in self.parameters[name].values:
            entry = self.provision(value.basis, value.valid_from)
            confidence = entry.provision.confidence if entry else "unverified"
            found.append(ValueInForce(value.value, value.valid_from, value.valid_to, confidence))
        return tuple(sorted(found, key=lambda v: v.valid_from))

    def base_tables(self, subject: str) -> frozenset[str]:
        """The tables of exports that a subject stands on, through other subjects."""
        if subject not in self._tables:
            tables: set[str] = set()
            for name in self.subjects[subject].query.reads:
                tables |= self.base_tables(name) if name in self.subjects else {name}
            self._tables[subject] = frozenset(tables)
        return self._tables[subject]

    def columns_read(self, subject: str) -> frozenset[tuple[str, str]]:
        """(table, field) pairs whose field is named in the subject's SQL or in one it reads."""
        if subject not in self._read:
            query = self.subjects[subject].query
            found: set[tuple[str, str]] = set()
            for name in query.reads:
                if name in self.subjects:
                    found |= self.columns_read(name)
                else:
                    found |= {(name, column) for column in query.columns}
            self._read[subject] = frozenset(found)
        return self._read[subject]

    def readers(self, subject: str, chosen: Collection[LoadedCriterion]) -> int:
        """How many of the chosen criteria, and of the subjects that they need, read a subject."""
        direct = sum(1 for loaded in chosen if loaded.criterion.subject == subject)
        through = (
            other
            for other in self.subjects.values()
            if subject in other.query.reads and self.readers(other.name, chosen)
        )
        return direct + sum(1 for _ in through)

    def subject_order(self) -> tuple[Subject, ...]:
        """Subjects so ordered that each stands after those it reads; a cycle is cut anywhere."""
        ordered: dict[str, Subject] = {}

        def place(name: str, above: frozenset[str]) -> None:
            if name in ordered or name in above or name not in self.subjects:
                return
            subject = self.subjects[name]
            for read in sorted(subject.query.reads):
                place(read, above | {name})
            ordered[name] = subject

        for name in sorted(self.subjects):
            place(name, frozenset())
        return tuple(ordered.values())
