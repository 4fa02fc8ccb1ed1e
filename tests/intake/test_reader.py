from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from motcua.checker.intake.model import NEVER
from motcua.checker.words import fold

Fixture = Callable[..., Any]

ROWS = [
    [1, "1.004222", "Đăng ký thường trú", "Bảng niêm yết", "12/12/2025", "", "x"],
    [2, "2.000528.H20", "Đăng ký khai sinh", "Kiosk", "5/1/2026", "06/01/2026", ""],
    [3, "1.001193.000.00.00.H20", "Đăng ký kết hôn", "", "", "", "không"],
]
CODES = ["1.004222", "2.000528", "1.001193"]


def without_marks(text: str) -> str:
    return fold(text)


def test_a_register_is_the_same_from_every_format(
    read: Fixture, make_xlsx: Fixture, make_csv: Fixture, postings_header: list[str]
):
    table = [postings_header, *ROWS]
    dated = [postings_header, *([*row] for row in ROWS)]
    dated[1][4] = dt.date(2025, 12, 12)
    dated[2][4] = dt.datetime(2026, 1, 5, 8, 30)
    found = read(
        {
            "a.xlsx": make_xlsx(table),
            "b.csv": make_csv(table),
            "c.csv": make_csv(table, "utf-8-sig", ";"),
            "d.tsv": make_csv(table, "utf-16", "\t"),
            "e.csv": b"sep=|\r\n" + make_csv(table, delimiter="|"),
            "f.xlsx": make_xlsx(dated),
        }
    )
    assert found.codes == []
    assert [account.table for account in found.accounts] == ["postings"] * 6
    assert found.values("code") == CODES * 6
    assert found.values("posted_on") == [dt.date(2025, 12, 12), dt.date(2026, 1, 5), None] * 6
    assert found.values("removed_on") == [NEVER, dt.date(2026, 1, 6), NEVER] * 6
    assert found.values("channel") == ["board", "screen", None] * 6
    assert found.values("shows_fee") == [True, False, False] * 6
    assert found.values("shows_form") == [None] * 18
    assert [row[0] for row in found.rows] == [2, 3, 4] * 4 + [3, 4, 5] + [2, 3, 4]


def test_order_and_marks_of_the_headers_do_not_matter(
    read: Fixture, make_csv: Fixture, postings_header: list[str]
):
    files = {}
    for number, order in enumerate(itertools.islice(itertools.permutations(range(7)), 0, 5040, 97)):
        header = [without_marks(postings_header[at]).upper() for at in order]
        files[f"{number}.csv"] = make_csv([header, *([row[at] for at in order] for row in ROWS)])
    found = read(files)
    expected = found.sink.taken[1]
    assert len(expected) == 3
    assert all(taken == expected for taken in found.sink.taken.values())
    assert found.values("code") == CODES * len(files)


def test_places_are_those_that_excel_shows(
    read: Fixture, make_xlsx: Fixture, postings_header: list[str]
):
    rows = [["SỔ THEO DÕI NIÊM YẾT"], [], postings_header, *ROWS]
    rows[4] = [2, "2.000528", "Đăng ký khai sinh", "Kiosk", "31/02/2026", "", ""]
    found = read({"so.xlsx": make_xlsx(rows, at=(5, 3))})
    (source,) = found.sink.sources
    assert [row for row, _ in found.rows] == [8, 9, 10]
    assert source.place(8, "code").vi == "Sổ!D8"
    assert source.labels["posted_on"] == "Ngày niêm yết"
    (notice,) = found.account.notices
    assert (notice.code, notice.place) == ("bad_date", "Sổ!G9")
    assert found.values("posted_on")[1] is None


def test_a_record_of_several_lines_has_the_number_of_its_first(
    read: Fixture, make_csv: Fixture, postings_header: list[str]
):
    rows = [postings_header, [1, "1.004222", "Đăng ký\nthường trú\ntại xã"], [2, "1.004223", "Tên"]]
    found = read({"a.csv": make_csv(rows)})
    assert [row for row, _ in found.rows] == [2, 5]
    assert found.values("name") == ["Đăng ký thường trú tại xã", "Tên"]


def test_what_is_no_data_is_not_counted_and_said(
    read: Fixture, make_xlsx: Fixture, postings_header: list[str]
):
    rows = [
        ["ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM"],
        ["SỔ THEO DÕI NIÊM YẾT"],
        postings_header,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["I", None, "Lĩnh vực hộ tịch"],
        ROWS[0],
        [],
        postings_header,
        [None, "II. Lĩnh vực cư trú"],
        ROWS[1],
        ["Tổng cộng: 2 thủ tục"],
        [None, "NGƯỜI LẬP BIỂU", None, "THỦ TRƯỞNG ĐƠN VỊ"],
    ]
    found = read({"a.xlsx": make_xlsx(rows)})
    assert (found.account.rows_read, found.account.rows_kept) == (2, 2)
    (notice,) = found.account.notices
    assert notice.code == "not_data"
    assert "4–5, 8–9, 11–12" in notice.text.vi


@pytest.mark.parametrize(
    "row",
    [
        [1, "", "Đăng ký thường trú", "", "12/12/2025", "", ""],
        [1, "1.OO4222", "", "", "", "", ""],
        [1, "không rõ", "Đăng ký", "Bảng", "", "", ""],
        [1, "", "Đăng ký", "Bảng", "", "", ""],
        [1, "", "Đăng ký", "ở đâu", "bao giờ", "", ""],
    ],
)
def test_a_row_without_its_key_is_refused_but_there(
    read: Fixture, make_csv: Fixture, postings_header: list[str], row: list[Any]
):
    found = read({"a.csv": make_csv([postings_header, row, ROWS[1]])})
    account = found.account
    assert (account.rows_read, account.rows_kept, account.rows_refused) == (2, 1, 1)
    assert set(found.facts[0]) == {None}
    assert found.codes == ["row_refused"]
    assert account.notices[0].place == "dòng 2, cột 2"


def test_repeated_rows_are_kept(read: Fixture, make_csv: Fixture, postings_header: list[str]):
    found = read({"a.csv": make_csv([postings_header, ROWS[0], ROWS[0]])})
    assert found.values("code") == ["1.004222"] * 2


def test_rows_go_out_in_batches_and_notices_are_capped(
    read: Fixture, make_csv: Fixture, postings_header: list[str]
):
    rows = [[n, "1.004222", "Tên", "", "99/99/2025", "", ""] for n in range(25_001)]
    found = read({"a.csv": make_csv([postings_header, *rows])})
    assert found.sink.batches == [10_000, 10_000, 5_001]
    assert found.codes == ["bad_date"] * 50 + ["more_notices"]
    assert "25001" in found.account.notices[-1].text.vi


def test_two_sheets_of_one_table_and_one_of_another_share_a_file(
    read: Fixture, tmp_path: Path, postings_header: list[str]
):
    workbook = openpyxl.Workbook()
    for name in ("Hộ tịch", "Đất đai"):
        sheet = workbook.create_sheet(name)
        for row in (postings_header, ROWS[0]):
            sheet.append(row)
    workbook["Đất đai"].sheet_state = "hidden"
    sheet = workbook.create_sheet("QĐ")
    sheet.append(["Số quyết định", "Ngày ký", "Ngày hiệu lực"])
    sheet.append(["1/QĐ-UBND", dt.date(2025, 1, 2), 45700])
    sheet = workbook.create_sheet("Ghi chú")
    sheet.append(["Liên hệ văn phòng"])
    workbook.save(tmp_path / "a.xlsx")
    found = read({})
    assert [(a.table, a.rows_read) for a in found.accounts] == [("postings", 2), ("decisions", 1)]
    assert [source.sheet for source in found.sink.sources] == ["Hộ tịch", "Đất đai", "QĐ"]
    notices = {notice.code: notice.place for notice in found.accounts[0].notices}
    assert notices == {"hidden_sheet": "Đất đai", "unknown_table": "Ghi chú"}
