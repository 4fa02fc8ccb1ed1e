"""Read a rules folder: every file, every fault, nothing half-read.

``<pack>/<ID>.yaml`` criteria, ``<pack>/<ID>.cases.yaml`` their tests, ``<pack>/subjects/*.sql``,
``basis/*.yaml`` the legal register, ``parameters/*.yaml``, ``calendar/*.yaml``,
``questions/*.yaml`` what units attest, ``admin/*.yaml`` provinces and levels, ``schemes/*.yaml``
forms that give points; ``maps/*.yaml`` judge nothing and are read by ``law_map``. Further folders
add to the first one (the law pack); they may use what it holds and may not redefine it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from ..errors import Diagnostic, RulesError
from ..home import RULES
from ..marked_yaml import Marked, Path_, parse_model, read_marked
from ..words import Text
from .attested import AttestedCriterion
from .book import Clause, LoadedCriterion, RegisterEntry, Rulebook, Subject
from .files import RuleFile, rule_files
from .models import (
    AdminFile,
    BasisFile,
    CalendarFile,
    CalendarYear,
    Criterion,
    Parameter,
    ParameterFile,
    Province,
    Question,
    QuestionFile,
    Version,
)
from .schemes import LoadedScheme, Scheme
from .subjects import read_subjects
from .syntax import Condition, SyntaxFault, parse_condition

CASES_SUFFIX = ".cases.yaml"
_Item = TypeVar("_Item")
_Key = TypeVar("_Key")


@dataclass
class _Draft:
    """What has been read so far, and every fault found on the way."""

    criteria: dict[str, LoadedCriterion] = field(default_factory=dict)
    subjects: dict[str, Subject] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    parameter_files: dict[str, Marked] = field(default_factory=dict)
    register: dict[tuple[str, str, str, str], list[RegisterEntry]] = field(default_factory=dict)
    calendar: dict[int, CalendarYear] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    question_files: dict[str, Marked] = field(default_factory=dict)
    provinces: list[Province] = field(default_factory=list)
    levels: dict[str, dt.date] = field(default_factory=dict)
    schemes: dict[str, LoadedScheme] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    files: list[tuple[str, str]] = field(default_factory=list)

    def attempt(self, read: Callable[[], _Item]) -> _Item | None:
        """Run a reader; keep its faults and go on with the next file."""
        try:
            return read()
        except RulesError as error:
            self.faults.extend(error.diagnostics)
            return None


def load_rulebook(folders: Sequence[Path] = ()) -> Rulebook:
    """Load the bundled law pack and, upon it, further folders of rules.

    What a folder adds may use what the law pack holds and may not redefine it.

    Raises:
        RulesError: With every fault found in any file, each with file, line and column.
    """
    return rulebook_of(rule_files((RULES, *folders)))


def rulebook_of(files: Sequence[RuleFile], pack: str = "") -> Rulebook:
    """The rulebook that files make; with ``pack`` only its criteria and what they stand on.

    The digest is that of all files either way.

    Raises:
        RulesError: With every fault found in any file read, each with file, line and column.
    """
    return _finish(_read(files, pack=pack))


def load_folder(folder: Path) -> Rulebook:
    """Load one folder for its author: only its criteria, the law pack behind them.

    Subjects, parameters, provisions and calendar years that the folder does not define are
    those of the law pack, so that a copy of the law pack can be worked on as well as an addition.

    Raises:
        RulesError: With every fault found in the folder's files.
    """
    if folder.resolve() == RULES:
        return load_rulebook()
    law = _read(rule_files((RULES,)))
    own = _read(rule_files((folder,)), known=frozenset(law.subjects))
    own.subjects = {**law.subjects, **own.subjects}
    own.parameters = {**law.parameters, **own.parameters}
    own.parameter_files = {**law.parameter_files, **own.parameter_files}
    own.register = {**law.register, **own.register}
    own.calendar = {**law.calendar, **own.calendar}
    own.questions = {**law.questions, **own.questions}
    own.question_files = {**law.question_files, **own.question_files}
    own.provinces = [*law.provinces, *own.provinces]
    own.levels = {**law.levels, **own.levels}
    return replace(_finish(own), elsewhere=frozenset(law.criteria))


def _read(files: Sequence[RuleFile], known: frozenset[str] = frozenset(), pack: str = "") -> _Draft:
    draft = _Draft()
    for file in files:
        draft.digest.update(f"{file.inside}\0{len(file.content)}\0".encode())
        draft.digest.update(file.content)
        draft.files.append((file.kept, hashlib.sha256(file.content).hexdigest()))
        if file.path.suffix != ".sql" and _belongs(file, pack):
            _read_yaml(draft, file)
    written = [file for file in files if file.path.suffix == ".sql"]
    wanted = {one.criterion.subject for one in draft.criteria.values()} if pack else ()
    read = read_subjects(written, known, wanted)
    draft.subjects, draft.faults = read.subjects, draft.faults + read.faults
    return draft


def _belongs(file: RuleFile, pack: str) -> bool:
    """Is it of the pack, or of what all packs share? Forms are of no single pack."""
    folder = file.path.parent.name
    return not pack or folder == pack or (folder in _SHARED and folder != "schemes")


def _finish(draft: _Draft) -> Rulebook:
    if draft.faults:
        raise RulesError(draft.faults)
    return Rulebook(
        criteria=dict(sorted(draft.criteria.items())),
        subjects=draft.subjects,
        parameters=draft.parameters,
        parameter_files=draft.parameter_files,
        register={key: tuple(entries) for key, entries in draft.register.items()},
        calendar=draft.calendar,
        questions=dict(sorted(draft.questions.items())),
        question_files=draft.question_files,
        provinces=tuple(draft.provinces),
        levels=draft.levels,
        schemes=dict(sorted(draft.schemes.items())),
        digest=draft.digest.hexdigest(),
        files=tuple(draft.files),
    )


def _read_yaml(draft: _Draft, file: RuleFile) -> None:
    if file.name.endswith(CASES_SUFFIX):
        return  # read when they are run, so that a slip in a test does not stop a check
    marked = draft.attempt(lambda: read_marked(file.name, file.content))
    if marked is None:
        return
    folder = file.path.parent.name
    if folder in _SHARED:
        _SHARED[folder](draft, marked)
    elif criterion := draft.attempt(lambda: _parse_criterion(marked)):
        _add_criterion(draft, marked, criterion, file.path)


def _parse_criterion(marked: Marked) -> Criterion:
    if isinstance(marked.data, dict) and "question" in marked.data:
        return parse_model(marked, AttestedCriterion).criterion()
    return parse_model(marked, Criterion)


def _read_basis(draft: _Draft, marked: Marked) -> None:
    if basis := draft.attempt(lambda: parse_model(marked, BasisFile)):
        _add_basis(draft, marked, basis)


def _read_parameters(draft: _Draft, marked: Marked) -> None:
    file = draft.attempt(lambda: parse_model(marked, ParameterFile))
    for key, parameter in file.parameters.items() if file else ():
        _add(draft, marked, draft.parameters, (key, parameter), ("parameters", key))
        draft.parameter_files.setdefault(key, marked)


def _read_calendar(draft: _Draft, marked: Marked) -> None:
    calendar = draft.attempt(lambda: parse_model(marked, CalendarFile))
    for year, days in calendar.years.items() if calendar else ():
        _add(draft, marked, draft.calendar, (year, days), ("years", str(year)))


def _read_questions(draft: _Draft, marked: Marked) -> None:
    asked = draft.attempt(lambda: parse_model(marked, QuestionFile))
    for key, question in asked.questions.items() if asked else ():
        _add(draft, marked, draft.questions, (key, question), ("questions", key))
        draft.question_files.setdefault(key, marked)


def _read_admin(draft: _Draft, marked: Marked) -> None:
    if admin := draft.attempt(lambda: parse_model(marked, AdminFile)):
        draft.provinces.extend(admin.provinces)
        draft.levels.update(admin.levels)


def _read_scheme(draft: _Draft, marked: Marked) -> None:
    if scheme := draft.attempt(lambda: parse_model(marked, Scheme)):
        name = Path(marked.file).stem
        _add(draft, marked, draft.schemes, (name, LoadedScheme(name, scheme, marked)), ())


_SHARED: dict[str, Callable[[_Draft, Marked], None]] = {
    "basis": _read_basis,
    "parameters": _read_parameters,
    "calendar": _read_calendar,
    "questions": _read_questions,
    "admin": _read_admin,
    "schemes": _read_scheme,
}
"""What a file is by its folder, where it is no criterion."""


def _add(
    draft: _Draft, marked: Marked, known: dict[_Key, _Item], item: tuple[_Key, _Item], path: Path_
) -> None:
    key, value = item
    if key in known:
        text = Text(f"'{key}' đã được khai báo ở nơi khác", f"'{key}' is already defined elsewhere")
        draft.faults.append(marked.fault(path, text))
    else:
        known[key] = value


def _add_basis(draft: _Draft, marked: Marked, basis: BasisFile) -> None:
    for number, document in enumerate(basis.documents):
        for index, provision in enumerate(document.provisions):
            key = (document.number, provision.article, provision.clause, provision.point)
            entries = draft.register.setdefault(key, [])
            if any(entry.provision.valid_from == provision.valid_from for entry in entries):
                where = ("documents", number, "provisions", index)
                text = Text("điều khoản này đã có", "this provision is already registered")
                draft.faults.append(marked.fault(where, text))
                continue
            entries.append(RegisterEntry(document, provision))
            entries.sort(key=lambda entry: entry.provision.valid_from)


def _add_criterion(draft: _Draft, marked: Marked, criterion: Criterion, path: Path) -> None:
    clauses: list[Clause] = []
    for number, version in enumerate(criterion.versions):
        clause = _clause(draft, marked, version, number)
        if clause:
            clauses.append(clause)
    applies = None
    if criterion.applies:
        applies = _condition(draft, marked, criterion.applies.when, ("applies", "when"))
    for expected, written, where in (
        (path.stem, criterion.id, "id"),
        (path.parent.name, criterion.pack, "pack"),
    ):
        if expected != written:
            text = Text(
                vi=f"'{where}: {written}' không khớp với nơi đặt tệp ('{expected}')",
                en=f"'{where}: {written}' does not agree with where the file lies ('{expected}')",
            )
            draft.faults.append(marked.fault((where,), text))
    ordered = tuple(sorted(clauses, key=lambda c: c.version.valid_from))
    loaded = LoadedCriterion(criterion, marked.file, marked, ordered, applies)
    _add(draft, marked, draft.criteria, (criterion.id, loaded), ("id",))


def _clause(draft: _Draft, marked: Marked, version: Version, number: int) -> Clause | None:
    among = _condition(draft, marked, version.among, ("versions", number, "among"))
    must = _condition(draft, marked, version.must, ("versions", number, "must"))
    return Clause(version, among, must) if among and must else None


def _condition(draft: _Draft, marked: Marked, sql: str, path: Path_) -> Condition | None:
    try:
        return parse_condition(sql)
    except SyntaxFault as fault:
        draft.faults.append(marked.fault(path, fault.text))
        return None
