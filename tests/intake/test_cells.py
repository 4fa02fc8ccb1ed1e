from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from motcua.checker.intake.cells import CellFault, is_blank, reader_for
from motcua.checker.intake.model import NEVER
from motcua.checker.intake.sheets import UnreadCell
from motcua.checker.tables import FieldSpec, Words, table_specs
from motcua.checker.words import Text

WORDS = Words(vi="Trường", en="Field")
SPECS = {
    kind: FieldSpec(type=kind, title=WORDS)
    for kind in ("text", "code", "date", "bool", "int", "number", "choices")
}
POSTINGS = table_specs()["postings"].fields
PROCEDURES = table_specs()["procedures"].fields
DAY = dt.date(2020, 3, 5)


def value(kind: str, cell: Any) -> Any:
    """What a cell is worth, or the code of its fault."""
    spec = {"channel": POSTINGS["channel"], "levels": PROCEDURES["levels"]}.get(kind)
    try:
        return reader_for(spec or SPECS[kind])(cell)
    except CellFault as fault:
        assert fault.text.vi
        assert fault.text.en
        return fault.value if fault.value is not None else fault.code


@pytest.mark.parametrize(
    "cell",
    [
        DAY, dt.datetime(2020, 3, 5, 23, 59), 43895, 43895.99, "43895", "05/03/2020", "5/3/2020",
        "5/3/20", "05-03-2020", "05.03.2020", " 05/03/2020\n", "5 / 3 / 2020", "2020-03-05",
        "2020-03-05T08:30:00", "2020-03-05 08:30:00.000", "05/03/2020 08:30", "08:30 05/03/2020",
        "ngày 05 tháng 3 năm 2020", "Ngày 5 tháng 03 năm 2020", "NGAY 05 THANG 03 NAM 2020",
        "5 tháng 3, năm 2020", "2020/3/5",
    ],
)  # fmt: skip
def test_dates_of_every_form(cell: Any):
    assert value("date", cell) == DAY


@pytest.mark.parametrize(
    "cell",
    [
        "31/02/2020", "29/02/2021", "3/13/2020", "2020-13-01", "5/3", "2020", 2020.0, 20200305,
        "05/03/2020 và 06/03/2020", "chưa", "-", "5/3/202", "5/3/1020", "31/12/9999",
        dt.date(9999, 12, 31), dt.date(1899, 12, 30), dt.time(8, 30), dt.timedelta(1), True,
        float("inf"), float("nan"), -1.0, "05/03/2020?", "٠٥/٠٣/٢٠٢٠",
    ],
)  # fmt: skip
def test_what_is_no_certain_date_is_unknown(cell: Any):
    assert value("date", cell) == "bad_date"


@given(st.dates(dt.date(1990, 1, 1), dt.date(2079, 12, 31)))
def test_any_day_is_the_same_in_every_form(day: dt.date):
    serial = (day - dt.date(1899, 12, 30)).days
    forms = [f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day:%Y}", f"{day:%d.%m.%y}", str(day)]
    assert {value("date", form) for form in [*forms, day, serial, float(serial)]} == {day}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1.004222", "1.004222"),
        (" 1.004222\u00a0", "1.004222"),
        ("1.004222.H20", "1.004222"),
        ("1.004222.h20", "1.004222"),
        ("1.004222.000.00.00.H20", "1.004222"),
        ("1.012753.G15", "1.012753"),
        (1.004222, "1.004222"),
        (1.00422, "1.004220"),
        (2.0, "bad_code"),
        (1, "bad_code"),
        (11.004222, "bad_code"),
        (1.0042221, "bad_code"),
        ("1.00422", "bad_code"),
        ("1.0042222", "bad_code"),
        ("1.OO4222", "bad_code"),
        ("1.00422O", "bad_code"),
        ("1,004222", "bad_code"),
        ("0.004222", "bad_code"),
        ("1.004222.H2O", "bad_code"),
        ("1.004222.000.00.H20", "bad_code"),
        ("1.004222; 1.004223", "bad_code"),
        (DAY, "bad_code"),
        (True, "bad_code"),
    ],
)
def test_codes_are_read_and_never_repaired(cell: Any, expected: Any):
    assert value("code", cell) == expected


def test_zeros_that_excel_ate_are_put_back_and_said():
    with pytest.raises(CellFault) as fault:
        reader_for(SPECS["code"])(1.00422)
    assert (fault.value.code, fault.value.value) == ("code_as_number", "1.004220")


def test_a_near_miss_is_shown_as_such():
    with pytest.raises(CellFault) as fault:
        reader_for(SPECS["code"])("1.OO4222")
    assert "có phải 1.004222?" in fault.value.text.vi


@pytest.mark.parametrize(
    ("kind", "cell", "expected"),
    [
        *(("bool", c, True) for c in ("x", "X", "✓", "có", "CÓ", "đã", "Yes", "true", 1.0, True)),
        *(("bool", c, False) for c in ("không", "Chưa", "no", "FALSE", "0", 0.0, False)),
        *(("bool", c, "bad_mark") for c in ("có thể", "?", 2.0, DAY, "✗")),
        *(("int", c, 1250) for c in (1250.0, "1250", "1.250", "1,250", "1 250")),
        ("int", "-1.250.000", -1_250_000),
        *(("int", c, "bad_number") for c in (1.5, "1,25", "1.2500", "mười", float("inf"))),
        ("int", "9" * 30, "bad_number"),
        *(("number", c, 1250.5) for c in (1250.5, "1250,5", "1250.5", "1.250,5", "1,250.5")),
        ("number", "1.250.000", 1_250_000.0),
        ("number", "3,75", 3.75),
        ("number", "25", 25.0),
        *(("number", c, "ambiguous_number") for c in ("1.250", "1,250", "-1.250")),
        *(("number", c, "bad_number") for c in ("1.2.3", "1,2,3.4", "1e5", ".")),
        ("channel", "Bảng niêm yết", "board"),
        ("channel", "BANG NIEM YET", "board"),
        ("channel", "portal", "portal"),
        ("channel", "Bảng niêm yết cũ", "unknown_choice"),
        ("levels", "Cấp xã", ("commune",)),
        ("levels", "Xã, phường", ("commune",)),
        ("levels", "Cấp tỉnh; cấp xã", ("commune", "province")),
        ("levels", "Cấp tỉnh\nCấp huyện", ("district", "province")),
        ("levels", "Cấp xã và cấp tỉnh", ("commune", "province")),
        ("levels", "Cấp xã, cấp trời", "unknown_choice"),
        ("text", "  Đăng   ký ", "Đăng ký"),
        ("text", 12.0, "12"),
        ("text", 1.5, "1.5"),
        ("text", DAY, "05/03/2020"),
        ("date", UnreadCell("error_value", Text("lỗi", "error")), "error_value"),
    ],
)  # fmt: skip
def test_every_type_reads_what_it_can_and_nothing_else(kind: Any, cell: Any, expected: Any):
    found = value(kind, cell)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("kind", "blank", "expected"),
    [
        ("date", "unknown", None),
        ("date", "never", NEVER),
        ("bool", "no", False),
        ("text", "none", ""),
        ("code", "none", ""),
        ("choices", "none", ()),
        ("text", "unknown", None),
    ],
)
@pytest.mark.parametrize("cell", [None, "", "  ", "\u00a0", "\u200b", "\n"])
def test_a_blank_cell_means_what_the_field_says(kind: Any, blank: Any, expected: Any, cell: Any):
    assert is_blank(cell)
    read = reader_for(FieldSpec(type=kind, title=WORDS, blank=blank))
    assert read(cell) == expected


@given(
    st.sampled_from(["text", "code", "date", "bool", "int", "number", "channel", "levels"]),
    st.one_of(st.text(), st.floats(), st.integers(), st.datetimes(), st.times(), st.timedeltas()),
)
def test_no_cell_raises_anything_but_its_fault(kind: Any, cell: Any):
    value(kind, cell)
