"""All exports of a unit, file by file, into a sink; no file is without its account."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from ..places import Source
from ..tables import table_specs
from ..words import Text
from .delimited import read_delimited
from .edxml import EXCHANGED, is_edxml, read_edxml
from .folder import Export, UnitFolder
from .json_register import read_json
from .mapping import MAPPING_FILE, read_mapping
from .model import FileAccount, Sink
from .national import national_records, read_national
from .ods_register import read_ods
from .recognise import HEADER_WITHIN, Header, Hints
from .rows import Counts, emit_rows
from .sheets import Notices, Refused, Sheet
from .wording import find_header
from .workbook import read_workbook, read_xls
from .xml_register import read_xml

MAX_BYTES = 200 << 20


def _read_json(path: Path, notices: Notices) -> Iterator[Sheet]:
    """Pages of the national database have a shape of their own; other files are flat registers."""
    records = national_records(path)
    return read_json(path, notices) if records is None else read_national(records, notices)


def _read_xml(path: Path, notices: Notices) -> Iterator[Sheet]:
    return read_edxml(path, notices) if is_edxml(path) else read_xml(path, notices)


_READERS: dict[str, Callable[[Path, Notices], Iterator[Sheet]]] = {
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".xls": read_xls,
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".ods": read_ods,
    ".json": _read_json,
    ".jsonl": _read_json,
    ".xml": _read_xml,
    ".edxml": read_edxml,
}


@dataclass(slots=True)
class _Reading:
    """One file on its way: whose it is, where it goes, what has been said, met and counted."""

    export: Export
    hints: Hints
    unit_no: int
    sink: Sink
    notices: Notices
    seen: set[tuple[str, str]]
    sha256: str = ""
    counts: dict[str, Counts] = field(default_factory=dict)


_DATA_SUFFIXES = frozenset((".xlsb", ".dbf", ".mdb", ".accdb"))
"""Formats of data that are not read and may well hold a register."""


def read_exports(folder: UnitFolder, unit_no: int, sink: Sink) -> list[FileAccount]:
    """Read every export of a unit.

    Args:
        folder: The unit, its files sorted.
        unit_no: The number under which the sink knows the unit.
        sink: Takes sources and rows; what it raises goes through.

    Returns:
        One account a file and table, in the order of the files; a file of which nothing could
        be read or recognised has one with an empty table, and its notices say why. Where a file
        holds several tables the notices stand with the first. ``mapping.yaml`` has the last.

    Raises:
        UsageError: The faults of ``mapping.yaml``.
    """
    mapping = read_mapping(folder.path / MAPPING_FILE)
    seen: set[tuple[str, str]] = set()
    accounts: list[FileAccount] = []
    for export in folder.exports:
        if export.name != MAPPING_FILE:
            hints = Hints(export.tables, mapping.of_file(export.name))
            reading = _Reading(export, hints, unit_no, sink, Notices(export.name), seen)
            _read_export(reading)
            accounts.extend(_accounts(reading))
    for export in folder.exports:
        if export.name == MAPPING_FILE:
            sha256, unused = hash_file(export.path), mapping.unused(seen)
            accounts.append(FileAccount(MAPPING_FILE, sha256, "", notices=unused))
    return accounts


def _read_export(reading: _Reading) -> None:
    notices, path = reading.notices, reading.export.path
    try:
        reading.sha256 = hash_file(path)
        for sheet in sheets_of(reading.export, notices):
            _read_sheet(sheet, reading)
    except Refused as error:
        notices.say(error.notice.place, error.notice.code, error.notice.text)
        notices.hidden.update(_registers(reading.export))
    except OSError as error:
        why = error.strerror or str(error)
        notices.say("", "unreadable", Text(f"không mở được tệp: {why}", f"cannot open: {why}"))
        notices.hidden.update(_registers(reading.export))


def _registers(export: Export) -> tuple[str, ...]:
    """The registers that a file may hold: those that ``exports:`` names it for, else any."""
    if export.path.suffix.lower() == ".edxml":
        return (EXCHANGED,)
    every = (name for name, spec in table_specs().items() if spec.intake == "register")
    return export.tables or tuple(every)


def _accounts(reading: _Reading) -> Iterator[FileAccount]:
    said, hidden = reading.notices.all(), tuple(sorted(reading.notices.hidden))
    for table, count in (reading.counts or {"": Counts()}).items():
        yield FileAccount(
            file=reading.export.name,
            sha256=reading.sha256,
            table=table,
            rows_read=count.read,
            rows_kept=count.kept,
            rows_refused=count.refused,
            notices=said,
            may_hide=hidden,
        )
        said = hidden = ()


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def sheets_of(export: Export, notices: Notices) -> Iterator[Sheet]:
    """The sheets of a file by its kind; says why where there are none."""
    path = export.path
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        holds_data = path.suffix.lower() in _DATA_SUFFIXES
        notices.say("", "unread_format" if holds_data else "unsupported", _unsupported(path.suffix))
        if holds_data:
            notices.hidden.update(_registers(export))
        return
    size = path.stat().st_size
    if size > MAX_BYTES:
        notices.say("", "too_large", _too_large(size))
        notices.hidden.update(_registers(export))
        return
    empty = True
    for sheet in reader(path, notices):
        empty = False
        yield sheet
    if empty:
        notices.say("", "empty_file", _EMPTY)


def _read_sheet(sheet: Sheet, reading: _Reading) -> None:
    export, notices, sink = reading.export, reading.notices, reading.sink
    head = list(islice(sheet.rows, HEADER_WITHIN))
    found = find_header(sheet, head, reading.hints, notices)
    if found is None:
        return
    header = found.header
    reading.seen.update((header.spec.table, heading) for heading in header.headings)
    source = _source(sheet, header, export.name, reading.sha256)
    below = chain((line for line in found.head if line[0] > header.row), found.rest)
    number = sink.begin(reading.unit_no, source)
    counted = emit_rows(below, header, (sink, number, source), notices)
    reading.counts.setdefault(header.spec.table, Counts()).add(counted)


def _source(sheet: Sheet, header: Header, file: str, sha256: str) -> Source:
    columns = {name: sheet.first_column + at for name, at in header.columns.items()}
    labels, table = dict(header.labels), header.spec.table
    for name, spec in header.spec.fields.items():
        if name not in columns and spec.time_of in columns:  # a time stands where its date does
            columns[name], labels[name] = columns[spec.time_of], labels[spec.time_of]
    source = Source(file, sha256, table, sheet.kind, sheet.name, columns, labels)
    if sheet.hidden.sheet:
        source.flags.whole.add("hidden_sheet")
    if sheet.hidden.rows:
        source.flags.rows["hidden_row"] = sorted(sheet.hidden.rows)
    for name, number in columns.items():
        if number in sheet.hidden.columns:
            source.flags.columns[name] = {"hidden_column"}
    return source


def _unsupported(suffix: str) -> Text:
    kind = suffix or "?"
    return Text(
        vi=f"không đọc loại tệp '{kind}'; các loại được đọc: {', '.join(_READERS)}; hãy lưu lại "
        "thành .xlsx hoặc .csv (UTF-8)",
        en=f"files of the kind '{kind}' are not read; kinds that are: {', '.join(_READERS)}; "
        "save it as .xlsx or .csv (UTF-8)",
    )


def _too_large(size: int) -> Text:
    return Text(
        vi=f"tệp lớn {size >> 20} MB, giới hạn là {MAX_BYTES >> 20} MB; hãy chia nhỏ theo kỳ",
        en=f"the file has {size >> 20} MB, the limit is {MAX_BYTES >> 20} MB; split it by period",
    )


_EMPTY = Text("tệp không có dữ liệu; hãy kết xuất lại", "the file holds no data; export it again")
