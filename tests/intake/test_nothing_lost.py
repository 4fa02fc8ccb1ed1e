"""Whatever happens to the cells of a register: no traceback, no line lost without a word."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from motcua.checker.intake.cells import is_blank
from motcua.checker.intake.folder import open_unit
from motcua.checker.intake.model import FileAccount, Row
from motcua.checker.intake.reader import read_exports
from motcua.checker.places import Source

HEADERS = {
    "postings": ["STT", "Mã TTHC", "Tên thủ tục", "Nơi niêm yết", "Ngày niêm yết", "Lệ phí"],
    "iso_actions": ["Số phiếu", "Nội dung", "Ngày phát hiện", "Hạn hoàn thành", "Ngày đóng"],
}
WORDS = (
    ["", "", "1.004222", "1.OO4222", "x", "Bảng", "12/12/2025", "31/02/2025", "Tổng cộng", "I"],
    ["Mã TTHC", "Số phiếu", "Ngày đóng", "NGƯỜI LẬP", "(1)", "(2)", "3", '"', ",", ";", "\n"],
)
CELLS = st.one_of(
    st.sampled_from([word for words in WORDS for word in words]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
)
TABLES = st.sampled_from(sorted(HEADERS)).flatmap(
    lambda table: st.tuples(
        st.just(table),
        st.lists(st.lists(CELLS, min_size=1, max_size=7), max_size=12),
    )
)


class ListSink:
    def __init__(self) -> None:
        self.taken: list[Row] = []

    def begin(self, unit: int, source: Source) -> int:
        return 1

    def rows(self, source: int, rows: Sequence[Row]) -> None:
        self.taken.extend(rows)

    def doubt(self, source: int, field: str) -> None:
        pass


def read(name: str, content: bytes) -> tuple[list[FileAccount], list[Row]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        unit = "name: A\ncode: X\nlevel: commune\nprovince: T\n"
        (path / "unit.yaml").write_text(unit, encoding="utf-8")
        (path / name).write_bytes(content)
        sink = ListSink()
        return read_exports(open_unit(path), 1, sink), sink.taken


def not_data(account: FileAccount) -> int:
    said = (re.match(r"[0-9]+", n.text.vi) for n in account.notices if n.code == "not_data")
    return sum(int(number[0]) for number in said if number)


def written(rows: list[list[str]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode()


def workbook(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([f" {cell}" if cell.startswith("=") else cell for cell in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def check(table: str, rows: list[list[str]], name: str, content: bytes) -> None:
    accounts, taken = read(name, content)
    (account,) = accounts
    if account.table != table:
        # The mutation made the file unclear: then it says so, and hands on nothing.
        assert account.notices
        assert not taken
        return
    filled = sum(any(not is_blank(cell) for cell in row) for row in rows)
    assert account.rows_read == account.rows_kept + account.rows_refused == len(taken)
    assert account.rows_read + not_data(account) == filled


@settings(deadline=None, max_examples=150)
@given(TABLES)
def test_every_line_of_a_delimited_file_is_a_row_or_named_as_none(
    case: tuple[str, list[list[str]]],
):
    table, rows = case
    check(table, rows, "a.csv", written([HEADERS[table], *rows]))


@settings(deadline=None, max_examples=50)
@given(TABLES)
def test_every_line_of_a_workbook_is_a_row_or_named_as_none(case: tuple[str, list[list[str]]]):
    table, rows = case
    check(table, rows, "a.xlsx", workbook([HEADERS[table], *rows]))


ROWS = [["1", "1.004222", "Tên", "Bảng", "12/12/2025", "x"]] * 30
WHOLE = {
    "a.csv": written([HEADERS["postings"], *ROWS]),
    "a.xlsx": workbook([HEADERS["postings"], *ROWS]),
}


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_file_with_any_bytes_cut_or_changed_is_read_or_refused(name: str, data: st.DataObject):
    content = WHOLE[name]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    patch = data.draw(st.binary(max_size=8))
    accounts, taken = read(name, content[:start] + patch + content[end:])
    (account,) = accounts
    assert account.rows_read == len(taken)
    assert account.table or account.notices


@settings(deadline=None, max_examples=50)
@given(st.sampled_from([".csv", ".tsv", ".xlsx", ".xml", ""]), st.binary(max_size=300))
def test_any_bytes_under_any_name_have_an_account(suffix: str, content: bytes):
    (account,) = read(f"a{suffix}", content)[0]
    assert account.notices or account.table
