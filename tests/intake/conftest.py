from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from motcua.checker.intake.folder import open_unit
from motcua.checker.intake.model import FileAccount, Row
from motcua.checker.intake.reader import read_exports
from motcua.checker.places import Source
from motcua.checker.tables import table_specs

UNIT = """\
name: UBND xã Thử Nghiệm
code: X01
level: commune
province: Tỉnh Thử
"""
POSTINGS = ["STT", "Mã TTHC", "Tên thủ tục", "Nơi niêm yết", "Ngày niêm yết", "Ngày gỡ", "Lệ phí"]


@dataclass
class ListSink:
    sources: list[Source] = field(default_factory=list)
    taken: dict[int, list[Row]] = field(default_factory=dict)
    batches: list[int] = field(default_factory=list)

    def begin(self, unit: int, source: Source) -> int:
        assert unit == 7
        self.sources.append(source)
        self.taken[len(self.sources)] = []
        return len(self.sources)

    def rows(self, source: int, rows: Sequence[Row]) -> None:
        self.batches.append(len(rows))
        self.taken[source].extend(rows)

    def doubt(self, source: int, field: str) -> None:
        at = list(table_specs()[self.sources[source - 1].table].fields).index(field)
        for number, (row, values) in enumerate(self.taken[source]):
            day = values[at]
            if isinstance(day, dt.date) and day.day <= 12 and day.day != day.month:
                kept = (*values[:at], None, *values[at + 1 :])
                self.taken[source][number] = (row, kept)


@dataclass
class Read:
    accounts: list[FileAccount]
    sink: ListSink

    @property
    def account(self) -> FileAccount:
        assert len(self.accounts) == 1
        return self.accounts[0]

    @property
    def codes(self) -> list[str]:
        return [notice.code for account in self.accounts for notice in account.notices]

    @property
    def rows(self) -> list[Row]:
        return [row for taken in self.sink.taken.values() for row in taken]

    @property
    def facts(self) -> list[list[Any]]:
        """What each row says, without the cells that are kept as they are written."""
        found: list[list[Any]] = []
        for number, source in enumerate(self.sink.sources, start=1):
            fields = table_specs()[source.table].fields.values()
            for _, values in self.sink.taken[number]:
                pairs = zip(fields, values, strict=True)
                found.append([value for field, value in pairs if not field.as_written])
        return found

    def values(self, name: str) -> list[Any]:
        """One field of every row, in order."""
        return [
            values[list(table_specs()[source.table].fields).index(name)]
            for number, source in enumerate(self.sink.sources, start=1)
            for _, values in self.sink.taken[number]
        ]


Reader = Callable[..., Read]


def xlsx(rows: Sequence[Sequence[Any]], at: tuple[int, int] = (1, 1)) -> bytes:
    """A workbook of one sheet, its first cell at (row, column)."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Sổ"
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            if value is not None:
                sheet.cell(at[0] + down, at[1] + right, value)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def delimited(
    rows: Sequence[Sequence[Any]], encoding: str = "utf-8", delimiter: str = ","
) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue().encode(encoding)


@pytest.fixture
def make_xlsx() -> Callable[..., bytes]:
    return xlsx


@pytest.fixture
def make_csv() -> Callable[..., bytes]:
    return delimited


@pytest.fixture
def unit_text() -> str:
    return UNIT


@pytest.fixture
def postings_header() -> list[str]:
    return list(POSTINGS)


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Write files beside a unit.yaml and read them all; checks what must hold for any of them."""

    def read_files(files: dict[str, bytes], unit: str = UNIT) -> Read:
        (tmp_path / "unit.yaml").write_text(unit, encoding="utf-8")
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        sink = ListSink()
        found = Read(read_exports(open_unit(tmp_path), 7, sink), sink)
        for account in found.accounts:
            assert account.rows_read == account.rows_kept + account.rows_refused
            assert all(n.text.vi and n.text.en and n.file == account.file for n in account.notices)
        assert sum(account.rows_read for account in found.accounts) == len(found.rows)
        unknown = [row for row in found.facts if set(row) <= {None}]
        assert sum(account.rows_refused for account in found.accounts) <= len(unknown)
        return found

    return read_files
