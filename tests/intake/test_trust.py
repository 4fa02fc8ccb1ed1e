"""What lessens trust in data without making it unreadable is told, by code and place."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from motcua.checker.intake.remarks import Remarks
from motcua.checker.intake.sheets import Notices
from motcua.checker.tables import FieldSpec, Words

Fixture = Callable[..., Any]
HEAD = ["Mã TTHC", "Tên thủ tục", "Ngày niêm yết"]


def rows(*days: Any) -> list[list[Any]]:
    return [HEAD, *([f"1.00{4000 + n}", "Đăng ký", day] for n, day in enumerate(days))]


D = dt.date
LATE = ["13/03/2025", "25/12/2025", "31/01/2026"]
EARLY = [D(2025, 4, 3), D(2025, 11, 12), D(2025, 2, 2)]
DOUBTFUL = {
    "month first": (["03/25/2025", "03/04/2025", "05/05/2025"], [None, None, D(2025, 5, 5)]),
    "month first with others stored": (["03/25/2025", D(2025, 4, 3)], [None, None]),
    "exchanged by Excel": ([*LATE, *EARLY], [D(2025, 3, 13), D(2025, 12, 25), D(2026, 1, 31),
                                            None, None, D(2025, 2, 2)]),
}  # fmt: skip


@pytest.mark.parametrize("name", DOUBTFUL)
def test_dates_that_may_be_exchanged_are_unknown(read: Fixture, make_xlsx: Fixture, name: str):
    days, expected = DOUBTFUL[name]
    found = read({"a.xlsx": make_xlsx(rows(*days))})
    assert found.values("posted_on") == expected
    said = [n for n in found.account.notices if n.code == "ambiguous_day_month"]
    assert [notice.place for notice in said] == ["Sổ!C1"]
    assert found.account.rows_kept == len(days)


CERTAIN = {
    "one slip among many": ["03/25/2025", *LATE, "03/04/2025"],
    "day first": ["03/04/2025", *LATE],
    "all stored": EARLY,
    "both, with a day above 12": [*LATE, *EARLY, D(2025, 3, 30)],
    "both, with a text up to 12": [*LATE, *EARLY, "03/04/2025"],
    "too few to say": [*LATE[:2], *EARLY],
    "in words": ["ngày 3 tháng 4 năm 2025", "2025-04-03"],
}


@pytest.mark.parametrize("name", CERTAIN)
def test_dates_stand_where_nothing_speaks_against_them(
    read: Fixture, make_xlsx: Fixture, name: str
):
    found = read({"a.xlsx": make_xlsx(rows(*CERTAIN[name]))})
    assert found.values("posted_on").count(None) == CERTAIN[name].count("03/25/2025")
    assert "ambiguous_day_month" not in found.codes


def test_decomposed_letters_short_years_and_numbers_as_text_are_told(
    read: Fixture, make_xlsx: Fixture
):
    table = rows("12/12/25", "46027", "12/12/2025")
    table[1][1] = unicodedata.normalize("NFD", "Đăng ký khai sinh")
    table[3][1] = unicodedata.normalize("NFD", "Đăng ký khai tử")
    found = read({"a.xlsx": make_xlsx(table)})
    told = {notice.code: (notice.place, notice.text.vi) for notice in found.account.notices}
    assert set(told) == {"mixed_unicode", "two_digit_year", "number_as_text"}
    assert told["mixed_unicode"][0] == "Sổ!B2"
    assert "(Sổ!B2, Sổ!B4)" in told["mixed_unicode"][1]
    assert told["two_digit_year"][0] == "Sổ!C2"
    assert told["number_as_text"][0] == "Sổ!C3"
    assert found.values("name")[0] == "Đăng ký khai sinh"
    assert found.values("posted_on") == [D(2025, 12, 12), D(2026, 1, 5), D(2025, 12, 12)]


@pytest.mark.parametrize(
    ("kind", "text", "is_sheet", "code"),
    [
        ("int", "1.250", True, "number_as_text"),
        ("int", "1.250", False, None),
        ("number", "3,75", True, "number_as_text"),
        ("number", "mười", True, None),
        ("text", "125", True, None),
        ("date", "5/3/20", False, "two_digit_year"),
        ("date", "08:30 5.3.20", False, "two_digit_year"),
        ("date", "5-3-20, 08:30", False, "two_digit_year"),
        ("date", "2025-12-12", True, None),
        ("date", "05/03/2020", True, None),
        ("date", "43895", False, None),
    ],
)
def test_only_what_is_meant_is_remarked(kind: Any, text: str, is_sheet: bool, code: str | None):
    remarks, notices = Remarks(is_sheet), Notices("a.xlsx")
    remarks.look(text, FieldSpec(type=kind, title=Words(vi="C", en="C")), "C", lambda: "C2")
    remarks.say(notices)
    assert [notice.code for notice in notices.all()] == ([code] if code else [])


def test_of_many_cells_the_first_are_named(read: Fixture, make_xlsx: Fixture):
    found = read({"a.xlsx": make_xlsx(rows(*(f"{n}/12/25" for n in range(13, 31))))})
    (notice,) = found.account.notices
    assert notice.text.vi.endswith("(Sổ!C2, Sổ!C3, Sổ!C4, Sổ!C5, Sổ!C6…)")
