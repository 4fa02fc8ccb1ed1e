"""Read subjects: SQL with a head of YAML, each in a file of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..errors import Diagnostic, RulesError
from ..marked_yaml import parse_model, read_marked
from ..tables import table_specs
from ..words import Text
from .book import Subject
from .files import RuleFile
from .models import SubjectHeader
from .syntax import SyntaxFault, parse_query

ENGINE_TABLES = frozenset({"run", "working_days", "questions"})


@dataclass(frozen=True, slots=True)
class SubjectsRead:
    """Subjects by name, and every fault found on the way."""

    subjects: dict[str, Subject]
    faults: list[Diagnostic]


def read_subjects(
    files: Sequence[RuleFile], elsewhere: Collection[str] = (), wanted: Collection[str] = ()
) -> SubjectsRead:
    """Read the files of subjects.

    Args:
        files: The files with SQL.
        elsewhere: Subjects of other folders, which these may read.
        wanted: The subjects that are asked for, read with those that they stand on; empty for all.
    """
    names = {file.path.stem for file in files}
    known = names | set(table_specs()) | ENGINE_TABLES | set(elsewhere)
    found = SubjectsRead({}, [])
    left, asked = list(files), set(wanted) or names
    while now := [file for file in left if file.path.stem in asked]:
        left = [file for file in left if file.path.stem not in asked]
        for file in now:
            try:
                subject = _subject(file, known - {file.path.stem})
            except RulesError as error:
                found.faults.extend(error.diagnostics)
                continue
            if subject.name in found.subjects or subject.name in table_specs():
                named = f"subject '{subject.name}'"
                text = Text(f"{named} đã có", f"{named} already exists")
                found.faults.append(Diagnostic(file.name, 1, 1, text))
            found.subjects[subject.name] = subject
            asked |= subject.query.reads
    return found


def _text(file: RuleFile) -> str:
    try:
        return file.content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        vi, en = "tệp .sql phải lưu ở dạng UTF-8", "a .sql file has to be saved as UTF-8"
        line = file.content.count(b"\n", 0, error.start) + 1
        raise RulesError([Diagnostic(file.name, line, 1, Text(vi, en))]) from error


def _subject(file: RuleFile, known: set[str]) -> Subject:
    text = _text(file)
    opening, closing = text.find("/*"), text.find("*/")
    if opening != 0 or closing < 0:
        vi = "subject mở đầu bằng /* title, label, places (YAML) */ rồi mới đến SQL"
        en = "a subject begins with /* title, label, places (YAML) */ and then its SQL"
        raise RulesError([Diagnostic(file.name, 1, 1, Text(vi, en))])
    marked = read_marked(file.name, text[2:closing].encode())
    header = parse_model(marked, SubjectHeader)
    line = text.count("\n", 0, closing) + 1
    try:
        query = parse_query(text[closing + 2 :], known)
    except SyntaxFault as fault:
        raise RulesError([Diagnostic(file.name, line, 1, fault.text)]) from fault
    return Subject(file.path.stem, file.name, header, query, line)
