from __future__ import annotations

import datetime as dt
import io
import struct
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
import xlwt
from motcua.checker.intake.model import NEVER

from tests.intake.spreadsheets import (
    ods,
    ods_cell,
    ods_row,
    ods_sheet,
    ods_table,
    packed_xls,
    xls,
    xls_book,
)  # fmt: skip

Fixture = Callable[..., Any]
DAY = dt.date(2025, 12, 12)
HEAD = ["STT", "Mã TTHC", "Tên thủ tục", "Nơi niêm yết", "Ngày niêm yết", "Ngày gỡ"]
TABLE = [
    ["SỔ THEO DÕI NIÊM YẾT"],
    [],
    HEAD,
    [1, "1.004222", "Đăng ký thường trú", "Bảng niêm yết", DAY, ""],
    [2, 2.000528, "Đăng ký khai sinh", "Kiosk", "05/01/2026", dt.date(2026, 1, 6)],
]
ROW = [1, "1.004222", "Đăng ký", "Kiosk", DAY, None]


@pytest.mark.parametrize("suffix", ["ods", "xls"])
def test_an_older_or_open_spreadsheet_reads_as_excel_does(read: Fixture, suffix: str):
    content = ods_table(TABLE) if suffix == "ods" else xls(TABLE)
    found = read({f"a.{suffix}": content})
    assert found.values("code") == ["1.004222", "2.000528"]
    assert found.values("posted_on") == [DAY, dt.date(2026, 1, 5)]
    assert found.values("removed_on") == [NEVER, dt.date(2026, 1, 6)]
    assert found.values("channel") == ["board", "screen"]
    assert [number for number, _ in found.rows] == [4, 5]
    assert found.sink.sources[0].place(5, "code").vi == "Sổ!B5"
    assert found.codes == []


def xlsx_with(change: Callable[[Any], None], rows: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Sổ"
    for row in rows:
        book.active.append(row)
    change(book.active)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def hide_in_xlsx(sheet: Any) -> None:
    sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True


def hidden_xls() -> bytes:
    book = xls_book([HEAD, ROW, ROW, ROW])
    sheet = book.get_sheet(0)
    sheet.row(1).hidden = sheet.row(2).hidden = True
    sheet.col(4).hidden = True
    return packed_xls(book)


def hidden_ods() -> bytes:
    shown, hidden = "<table:table-column table:number-columns-repeated='4'/>", "collapse"
    columns = f"{shown}<table:table-column table:visibility='{hidden}'/><table:table-column/>"
    filtered = ods_row(ROW, "table:visibility='filter' table:number-rows-repeated='2'")
    return ods(ods_sheet("Sổ", ods_row(HEAD), filtered, ods_row(ROW), columns=columns))


HIDDEN = {
    "a.xlsx": xlsx_with(hide_in_xlsx, [HEAD, ROW, ROW, ROW]),
    "a.xls": hidden_xls(),
    "a.ods": hidden_ods(),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_rows_and_columns_count_and_are_named(read: Fixture, name: str):
    found = read({name: HIDDEN[name]})
    assert found.values("posted_on") == [DAY] * 3
    said = {notice.code: notice for notice in found.account.notices}
    assert set(said) == {"hidden_rows", "hidden_columns"}
    assert "2 dòng" in said["hidden_rows"].text.vi
    assert "2–3" in said["hidden_rows"].text.vi
    assert ": E;" in said["hidden_columns"].text.vi
    assert {notice.place for notice in said.values()} == {"Sổ"}


def test_a_hidden_sheet_is_read_and_said(read: Fixture):
    book = xls_book([HEAD, ROW])
    book.get_sheet(0).visibility = 2
    book.add_sheet("Trang khác")
    book.set_active_sheet(1)
    hides = (
        '<style:style style:name="an" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    content = ods(ods_sheet("Sổ", ods_row(HEAD), ods_row(ROW), style="an"), styles=hides)
    found = read({"a.xls": packed_xls(book), "b.ods": content})
    assert found.codes == ["hidden_sheet"] * 2
    assert found.values("code") == ["1.004222"] * 2


LOWER = [2, None, None, "Bảng", None, None]
MERGED_BODY = [HEAD, ROW, LOWER]


def merge_in_xlsx(sheet: Any) -> None:
    for area in ("B2:B3", "C2:C3", "E2:F2", "E3:E3"):
        sheet.merge_cells(area)


def merged_xls() -> bytes:
    book = xls_book([HEAD])
    sheet = book.get_sheet(0)
    for right in (0, 3):
        sheet.write(1, right, ROW[right])
        sheet.write(2, right, LOWER[right])
    for right in (1, 2):
        sheet.write_merge(1, 2, right, right, ROW[right])
    sheet.write_merge(1, 1, 4, 5, DAY, xlwt.easyxf(num_format_str="dd/mm/yyyy"))
    return packed_xls(book)


def merged_ods() -> bytes:
    down = "table:number-rows-spanned='2'"
    right = "table:number-columns-spanned='2'"
    first = [
        1,
        ods_cell("1.004222", down),
        ods_cell("Đăng ký", down),
        "Kiosk",
        ods_cell(DAY, right),
    ]
    covered = "<table:covered-table-cell/>"
    rows = (ods_row([*first, covered]), ods_row([2, covered, covered, "Bảng"]))
    return ods(ods_sheet("Sổ", ods_row(HEAD), *rows))


MERGED = {
    "a.xlsx": xlsx_with(merge_in_xlsx, MERGED_BODY),
    "a.xls": merged_xls(),
    "a.ods": merged_ods(),
}


@pytest.mark.parametrize("name", MERGED)
def test_a_merged_cell_holds_for_its_rows_and_hides_its_neighbours(read: Fixture, name: str):
    found = read({name: MERGED[name]})
    assert found.values("code") == ["1.004222"] * 2
    assert found.values("name") == ["Đăng ký"] * 2
    assert found.values("channel") == ["screen", "board"]
    assert found.values("posted_on") == [DAY, None]
    assert found.values("removed_on") == [None, NEVER]
    said = {notice.code: notice for notice in found.account.notices}
    assert set(said) == {"merged_cells", "covered_cell"}
    assert "B2:B3, C2:C3" in said["merged_cells"].text.vi
    assert said["covered_cell"].place == "Sổ!F2"


def test_blank_cells_that_are_not_merged_stay_blank(read: Fixture):
    found = read({"a.xlsx": xlsx_with(lambda _: None, MERGED_BODY)})
    assert (found.account.rows_kept, found.account.rows_refused) == (1, 1)


def test_what_a_cell_of_an_open_spreadsheet_may_hold(read: Fixture):
    error = "<table:table-cell table:formula='of:=1/0' calcext:value-type='error'><text:p>Err:502"
    cells = [
        f"{error}</text:p></table:table-cell>",
        "<table:table-cell table:formula='of:=[.A1]'/>",
        "<table:table-cell office:value-type='date' office:date-value='2026-01-06T08:30:00.5'/>",
        "<table:table-cell office:value-type='date' office:date-value='hôm qua'><text:p>6/1/2026"
        "</text:p></table:table-cell>",
        "<table:table-cell office:value-type='string'><office:annotation><text:p>ghi chú</text:p>"
        "</office:annotation><text:p>6/<text:span>1</text:span>/2026</text:p></table:table-cell>",
        "<table:table-cell><office:annotation><text:p>ghi chú</text:p></office:annotation>"
        "</table:table-cell>",
    ]
    rows = [ods_row([*ROW[:5], cell]) for cell in cells]
    found = read({"a.ods": ods(ods_sheet("Sổ", ods_row(HEAD), *rows))})
    assert found.values("removed_on") == [None, None, *[dt.date(2026, 1, 6)] * 3, NEVER]
    assert found.codes == ["error_value", "formula_without_value"]


def test_repeated_empty_rows_and_cells_do_no_harm(read: Fixture):
    far = "<table:table-cell table:number-columns-repeated='16378'/>"
    empty = ods_row([], "table:number-rows-repeated='1048572'")
    found = read({"a.ods": ods(ods_sheet("Sổ", ods_row(HEAD), ods_row([*ROW, far]), empty))})
    assert found.values("code") == ["1.004222"]


FILLED = "<table:table-cell table:number-columns-repeated='16384'><text:p>x</text:p>"
MANY = "table:number-rows-repeated='1048576'"
HOSTILE_ODS = {
    "a bomb of repeated cells": (
        ods(ods_sheet("Sổ", ods_row([f"{FILLED}</table:table-cell>"], MANY))),
        "too_large",
    ),
    "columns beyond": (
        ods(ods_sheet("Sổ", ods_row([None, f"{FILLED}</table:table-cell>"]))),
        "damaged",
    ),
    "a document type": (
        ods(ods_sheet("Sổ", ods_row(HEAD)), before='<!DOCTYPE a [<!ENTITY b "ha">]>'),
        "damaged",
    ),
    "a repetition that is none": (
        ods(ods_sheet("Sổ", ods_row(HEAD, "table:number-rows-repeated='x'"))),
        "damaged",
    ),
    "no spreadsheet": (xlsx_with(lambda _: None, [HEAD]), "not_workbook"),
    "cut": (ods_table(TABLE)[:-60], "damaged"),
    "no sheet": (ods(), "empty_file"),
}


@pytest.mark.parametrize("name", HOSTILE_ODS)
def test_a_hostile_open_spreadsheet_is_refused(read: Fixture, name: str):
    content, code = HOSTILE_ODS[name]
    account = read({"a.ods": content}).account
    assert ([notice.code for notice in account.notices], account.rows_read) == ([code], 0)


def patched(content: bytes, record: bytes, at: int, patch: bytes) -> bytes:
    """An .xls with some bytes of its first record of a kind put in place of others."""
    start = content.index(record, 512) + 4 + at
    return content[:start] + patch + content[start + len(patch) :]


WHOLE = xls(TABLE)
TEXTS, DATE_MODE, PASSWORD = b"\xfc\x00", b"\x22\x00\x02\x00", b"\x2f\x00"
HOSTILE_XLS = {
    "more texts than bytes": (patched(WHOLE, TEXTS, 4, b"\xff\xff\xff\x7f"), "damaged"),
    "days from 1904": (patched(WHOLE, DATE_MODE, 0, b"\1\0"), "date_system_1904"),
    "Excel 95": (patched(WHOLE, b"\x09\x08", 0, b"\x00\x05"), "not_workbook"),
    "cut": (WHOLE[:-1500], "damaged"),
    "a ring of sectors": (WHOLE[:48] + struct.pack("<I", 2**20) + WHOLE[52:], "damaged"),
    "an .xlsx": (xlsx_with(lambda _: None, TABLE), "not_workbook"),
    "nothing": (b"", "not_workbook"),
    "only the header": (WHOLE[:512], "damaged"),
}


@pytest.mark.parametrize("name", HOSTILE_XLS)
def test_a_hostile_xls_is_refused(read: Fixture, name: str):
    content, code = HOSTILE_XLS[name]
    account = read({"a.xls": content}).account
    assert ([notice.code for notice in account.notices], account.rows_read) == ([code], 0)


def test_an_error_in_an_xls_is_no_blank_cell(read: Fixture):
    book = xls_book([HEAD, ROW])
    book.get_sheet(0).row(1).set_cell_error(5, "#REF!")
    found = read({"a.xls": packed_xls(book)})
    assert (found.values("removed_on"), found.codes) == ([None], ["error_value"])
