from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from motcua.checker.intake.recognise import Hints, recognise
from motcua.checker.intake.sheets import Notices, Sheet
from motcua.checker.tables import table_specs

REGISTERS = [name for name, spec in table_specs().items() if spec.intake == "register"]
SHEET = Sheet("sheet", "Sổ", 1, iter(()))


def look(*rows: Iterable[Any], tables: tuple[str, ...] = ()) -> Any:
    notices = Notices("a.xlsx")
    lines = [(number, list(row)) for number, row in enumerate(rows, start=1)]
    return recognise(SHEET, lines, Hints(tables), notices), notices.all()


@pytest.mark.parametrize("table", REGISTERS)
def test_the_titles_of_every_table_recognise_it_whole(table: str):
    spec = table_specs()[table]
    header, notices = look([field.title.vi for field in spec.fields.values()])
    assert header.spec.table == table
    assert list(header.columns) == list(spec.fields)
    assert notices == ()


@pytest.mark.parametrize("table", REGISTERS)
def test_what_identifies_a_table_is_enough_when_it_is_named(table: str):
    spec = table_specs()[table]
    header, _ = look([spec.fields[name].title.vi for name in spec.identified_by], tables=(table,))
    assert header.spec.table == table


@pytest.mark.parametrize("table", REGISTERS)
def test_every_wording_of_a_header_is_known_or_said_to_be_unclear(table: str):
    spec = table_specs()[table]
    for name, field in spec.fields.items():
        for wording in field.headers:
            titles = {other: f.title.vi for other, f in spec.fields.items()} | {name: wording}
            header, notices = look(titles.values(), tables=(table,))
            assert name in header.columns or "ambiguous_column" in [n.code for n in notices]


def test_the_header_may_stand_below_a_title_block_and_be_decorated():
    blank = [[""] * 4 for _ in range(25)]
    header, _ = look(
        ["SỔ THEO DÕI"], *blank, ["STT", "MÃ TTHC (*):", "ngay niem yet\n(dd/mm/yyyy)", None]
    )
    assert (header.row, dict(header.columns)) == (27, {"code": 1, "posted_on": 2})
    assert header.labels["code"] == "MÃ TTHC (*):"


def test_a_field_in_two_columns_is_unclear_unless_one_bears_its_title():
    header, notices = look(["Mã TTHC", "Mã số", "Ngày niêm yết", "Ngày đăng"])
    assert dict(header.columns) == {"posted_on": 2}
    assert header.unclear == {"code": ("Mã TTHC", "Mã số")}
    assert [notice.code for notice in notices] == ["ambiguous_column"]
    assert "Mã thủ tục" in notices[0].text.vi


def test_an_unknown_sheet_is_told_the_nearest_table_and_what_is_missing():
    header, notices = look(["Mã thủ tục", "Ngày niêm yêt1", "Lệ phí", "Cách thức"])
    assert header is None
    assert notices[0].code == "incomplete_header"
    assert "Sổ theo dõi niêm yết" in notices[0].text.vi
    assert "'Ngày niêm yết' (có phải cột 'Ngày niêm yêt1'?)" in notices[0].text.vi


def test_two_tables_that_fit_equally_are_not_guessed():
    row = ["Số quyết định", "Ngày ký", "Ngày hiệu lực", "Số phiếu", "Ngày phát hiện", "Ngày đóng"]
    header, notices = look(row)
    assert header is None
    assert notices[0].code == "ambiguous_table"
    assert "exports" in notices[0].text.vi
    assert look(row, tables=("decisions",))[0].spec.table == "decisions"


def test_a_named_table_is_the_only_one_tried():
    row = ["Mã TTHC", "Ngày niêm yết"]
    assert look(row, tables=("decisions",))[0] is None
    assert look(row, tables=("postings",))[0].spec.table == "postings"


@pytest.mark.parametrize("row", [["Người lập", "Người duyệt"], ["Phí", "Ghi chú"], ["a"], []])
def test_what_is_no_register_is_said_to_be_unknown(row: list[str]):
    header, notices = look(row)
    assert header is None
    assert [notice.code for notice in notices] == ["unknown_table"]
