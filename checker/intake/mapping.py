"""``mapping.yaml``: headers of a unit's own wording, each named once for the field it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from pydantic import Field

from ..errors import Diagnostic, RulesError, UsageError
from ..marked_yaml import Marked, parse_model, read_marked
from ..places import Notice
from ..tables import Strict, table_specs
from ..words import Text, did_you_mean
from .headings import header_key

MAPPING_FILE = "mapping.yaml"


class MappingEntry(Strict):
    """What the headers of one table mean, in the files whose name fits the pattern."""

    table: str
    files: str = Field(default="*", min_length=1)
    columns: dict[str, str] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Named:
    """One header and its field, and the line of the file on which it stands."""

    entry: MappingEntry
    header: str
    field: str
    line: int


@dataclass(frozen=True, slots=True)
class HeaderMapping:
    """The whole file."""

    named: tuple[Named, ...] = ()

    def of_file(self, name: str) -> Mapping[str, Mapping[str, str]]:
        """For each table the fields by folded header that are named for a file."""
        found: dict[str, dict[str, str]] = {}
        for one in self.named:
            if fnmatchcase(name, one.entry.files):
                found.setdefault(one.entry.table, {})[header_key(one.header)] = one.field
        return found

    def unused(self, seen: Set[tuple[str, str]]) -> tuple[Notice, ...]:
        """A notice for each header that no file has.

        Args:
            seen: Table and folded header of every column of every register that was read.
        """
        lost = (n for n in self.named if (n.entry.table, header_key(n.header)) not in seen)
        return tuple(
            Notice(MAPPING_FILE, f"dòng {n.line}", "unused_mapping", _lost(n)) for n in lost
        )


def read_mapping(path: Path) -> HeaderMapping:
    """The mapping of a unit; an empty one where there is no file.

    Args:
        path: The ``mapping.yaml`` itself.

    Raises:
        UsageError: Every fault in the file, each at its line and column.
    """
    if not path.exists():
        return HeaderMapping()
    try:
        return _mapping(read_marked(path.as_posix(), path.read_bytes()))
    except RulesError as error:
        raise UsageError(error.text) from error


def _mapping(marked: Marked) -> HeaderMapping:
    if marked.data is None:
        return HeaderMapping()
    if not isinstance(marked.data, list):
        text = Text(
            vi="cần một danh sách, mỗi mục như '- {table: postings, columns: {\"Ngày đăng lên bảng "
            "tin\": posted_on}}'",
            en='a list is needed, each item like \'- {table: postings, columns: {"Header": '
            "posted_on}}'",
        )
        raise RulesError([marked.fault((), text)])
    named: list[Named] = []
    faults: list[Diagnostic] = []
    for number in range(len(marked.data)):
        try:
            entry = parse_model(marked, MappingEntry, (number,))
        except RulesError as error:
            faults.extend(error.diagnostics)
            continue
        wrong = list(_faults(marked, number, entry))
        faults.extend(wrong)
        for header, field in entry.columns.items():
            line, _ = marked.place((number, "columns", header))
            named.append(Named(entry, header, field, line))
    if faults:
        raise RulesError(faults)
    return HeaderMapping(tuple(named))


def _faults(marked: Marked, number: int, entry: MappingEntry) -> Iterator[Diagnostic]:
    registers = {n: spec for n, spec in table_specs().items() if spec.intake == "register"}
    spec = registers.get(entry.table)
    if spec is None:
        yield marked.fault(
            (number, "table"), _unknown("bảng", "table", entry.table, list(registers))
        )
        return
    for header, field in entry.columns.items():
        if field not in spec.fields:
            text = _unknown("trường", "field", field, list(spec.fields))
            yield marked.fault((number, "columns", header), text)
        elif not header_key(header):
            text = Text("tiêu đề trống hoặc quá dài", "the header is empty or too long")
            yield marked.fault((number, "columns", header), text)
    for field in sorted({f for f in entry.columns.values()}):
        if list(entry.columns.values()).count(field) > 1:
            text = Text(
                f"hai tiêu đề cùng chỉ trường '{field}'; hãy giữ một, hoặc tách theo tệp (files)",
                f"two headers name the field '{field}'; keep one, or split them by file (files)",
            )
            yield marked.fault((number, "columns"), text)


def _unknown(vi: str, en: str, name: str, known: Sequence[str]) -> Text:
    hint = did_you_mean(name, known)
    listed = ", ".join(known)
    return Text(
        f"không có {vi} '{name}'{hint.vi or f'; có: {listed}'}",
        f"no {en} '{name}'{hint.en or f'; there are: {listed}'}",
    )


def _lost(named: Named) -> Text:
    return Text(
        vi=f"không sổ nào thuộc bảng {named.entry.table} có cột '{named.header}'; hãy xem lại chữ "
        f"của tiêu đề, hoặc tên tệp '{named.entry.files}'",
        en=f"no register of the table {named.entry.table} has a column '{named.header}'; check the "
        f"wording of the header, or the files '{named.entry.files}'",
    )
