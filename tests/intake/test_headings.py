from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
import pytest

Fixture = Callable[..., Any]
DAY = dt.date(2025, 12, 12)

GROUPS = ["STT", "Mã TTHC", "Niêm yết", "", "Đã gỡ", "Thành phần hiển thị", ""]
HEADINGS = ["", "", "Ngày", "Hình thức", "Ngày gỡ", "Lệ phí", "Mẫu đơn"]
ROWS = [
    ["1", "1.004222", "12/12/2025", "Bảng niêm yết", "", "x", ""],
    ["2", "2.000528", "05/01/2026", "Kiosk", "06/01/2026", "", "x"],
]
NUMBERS = ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]
AREAS = ("A3:A4", "B3:B4", "C3:D3", "F3:G3")


def workbook(rows: Sequence[Sequence[Any]], areas: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for area in areas:
        book.active.merge_cells(area)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


BLOCK = [["ỦY BAN NHÂN DÂN XÃ"], ["SỔ THEO DÕI NIÊM YẾT"], GROUPS, HEADINGS, NUMBERS, *ROWS]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_group_above_its_columns_names_them(
    read: Fixture, make_csv: Fixture, suffix: str, merged: bool
):
    content = make_csv(BLOCK) if suffix == "csv" else workbook(BLOCK, AREAS if merged else ())
    found = read({f"a.{suffix}": content})
    assert found.values("code") == ["1.004222", "2.000528"]
    assert found.values("posted_on") == [DAY, dt.date(2026, 1, 5)]
    assert found.values("channel") == ["board", "screen"]
    assert found.values("shows_fee") == [True, False]
    assert found.values("shows_form") == [False, True]
    assert found.values("removed_on")[1] == dt.date(2026, 1, 6)
    assert [number for number, _ in found.rows] == [6, 7]
    assert found.sink.sources[0].labels["posted_on"] == "Niêm yết – Ngày"
    assert set(found.codes) <= {"not_data", "merged_cells"}


def test_both_rows_of_a_header_are_known_on_the_next_page(read: Fixture, make_csv: Fixture):
    page = [GROUPS, HEADINGS, NUMBERS]
    found = read({"a.csv": make_csv([*page, ROWS[0], *page, ROWS[1], [], HEADINGS])})
    assert (found.account.rows_read, found.account.rows_kept) == (2, 2)
    (notice,) = found.account.notices
    assert "3, 5–7, 10" in notice.text.vi


def test_a_row_of_data_is_never_taken_for_half_a_header(read: Fixture, make_csv: Fixture):
    header = ["Mã TTHC", "Nội dung", "Ngày niêm yết"]
    rows = [["1.004222", "Phí", "12/12/2025"], ["", "Lệ phí", ""], ["1.004223", "Mẫu đơn", ""]]
    found = read({"a.csv": make_csv([header, *rows])})
    assert found.values("code") == ["1.004222", "1.004223"]
    assert found.account.rows_read == 2


def test_a_group_that_two_headings_share_leaves_them_unclear(read: Fixture, make_csv: Fixture):
    groups = ["Mã TTHC", "Niêm yết", "", "Hình thức"]
    headings = ["", "Ngày", "Ngày", ""]
    found = read({"a.csv": make_csv([groups, headings, ["1.004222", "12/12/2025", "", "Kiosk"]])})
    assert found.codes == ["ambiguous_column"]
    assert found.values("posted_on") == [None]
