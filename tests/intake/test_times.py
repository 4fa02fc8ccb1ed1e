"""The time of the day beside a date is read where it is told for certain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from motcua.checker.intake.cells import read_date
from motcua.checker.intake.times import time_in

Fixture = Callable[..., Any]
HEADER = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái"


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("05/03/2026 15:00", "15:00"),
        ("05/03/2026 15:00:30", "15:00:30"),
        ("15h01 05/03/2026", "15:01"),
        ("05/03/2026, 3:05:00 CH", "15:05"),
        ("05/03/2026 12:30 SA", "00:30"),
        ("20260305150100", "15:01"),
        ("2026-03-05T08:00:00+07:00", "08:00"),
        (dt.datetime(2026, 3, 5, 7, 45), "07:45"),
        (dt.time(7, 45), "07:45"),
        (46086.625, "15:00"),
        ("05/03/2026", None),
        ("05/03/2026 00:00:00", None),
        ("2026-03-05T18:00:00Z", None),
        ("25:00", None),
        ("08:00 đến 09:00", None),
    ],
)
def test_a_time_is_read_where_it_is_told(cell, told):
    assert time_in(cell) == told


@pytest.mark.parametrize(
    "cell", ["20260305150100", "5/3/2026 3:05 CH", "2026-03-05T08:00:00+07:00"]
)
def test_the_date_beside_it_is_read_too(cell):
    assert read_date(cell) == dt.date(2026, 3, 5)


def test_one_cell_gives_both_and_a_refused_row_neither(read: Fixture):
    rows = "HS-1;05/03/2026 15:01;4\nHS-2;05/03/2026;9\n;05/03/2026 15:01;9"
    told = read({"a.csv": f"{HEADER}\n{rows}\n".encode()})
    assert told.values("received_on") == [dt.date(2026, 3, 5)] * 2 + [None]
    assert told.values("received_time") == ["15:01", None, None]
    assert told.values("status") == ["processing", "finished", None]


def test_a_time_beside_a_date_stands_where_the_date_does(read: Fixture):
    told = read({"a.csv": f"{HEADER}\nHS-1;05/03/2026 15:01;4\n".encode()})
    (source,) = told.sink.sources
    assert source.place(2, "received_time") == source.place(2, "received_on")


def test_a_column_of_its_own_goes_before(read: Fixture):
    own = read({"a.csv": f"{HEADER};Giờ tiếp nhận\nHS-1;05/03/2026 15:01;4;8h05\n".encode()})
    assert own.values("received_time") == ["08:05"]
