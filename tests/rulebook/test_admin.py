"""Provinces and levels before and after 1 July 2025, as far as texts that quote the law tell."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path

import pytest
from motcua.checker.gather import GatheredUnit
from motcua.checker.rulebook.book import Rulebook
from motcua.checker.rulebook.load import load_rulebook
from motcua.checker.territory import told_of_place
from motcua.checker.words import fold

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "admin-units"


@cache
def book() -> Rulebook:
    return load_rulebook()


def codes(level: str, province: str, day: str) -> list[str]:
    on = dt.date.fromisoformat(day)
    unit = GatheredUnit(0, "x", "X", "1", level, (on, on), frozenset(), province=province)
    return [n.code for account in told_of_place(unit, book(), on) for n in account.notices]


@pytest.mark.parametrize(
    ("level", "province", "day", "said"),
    [
        ("district", "tỉnh Phú Thọ", "2025-06-30", []),
        ("district", "tỉnh Phú Thọ", "2025-07-01", ["ended_level"]),
        ("commune", "tỉnh Hòa Bình", "2025-06-30", []),
        ("commune", "Tỉnh Hoà Bình", "2025-07-01", ["ended_province"]),
        ("commune", "tỉnh Đồng Nai", "2026-04-29", []),
        ("commune", "tỉnh Đồng Nai", "2026-04-30", ["ended_province"]),
        ("commune", "Thành phố Đồng Nai", "2026-04-30", []),
        ("commune", "tỉnh Bắc Ninh", "2026-09-20", ["ended_province"]),
        ("commune", "tỉnh Minh Giang", "2026-09-20", []),
    ],
)
def test_what_is_no_longer_there_is_told(level: str, province: str, day: str, said: list[str]):
    assert codes(level, province, day) == said


@pytest.mark.parametrize(
    ("day", "number"), [("2025-06-30", 63), ("2025-07-01", 34), ("2026-09-20", 34)]
)
def test_so_many_provinces_there_are_on_a_day(day: str, number: int):
    on = dt.date.fromisoformat(day)
    there = [
        province
        for province in book().provinces
        if (province.valid_from or on) <= on <= (province.valid_to or on)
    ]
    assert len(there) == number


def test_what_a_province_has_become_is_a_province():
    names = {province.name for province in book().provinces}
    assert {province.became for province in book().provinces if province.became} <= names


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the shared corpus does not lie beside this checkout"
)
def test_names_and_codes_are_those_of_july_2026():
    (path,) = CORPUS.glob("simplified_json_*.json")
    listed = json.loads(path.read_text(encoding="utf-8"))
    on = dt.date(2026, 7, 25)
    ours = {
        (province.code, fold(province.name))
        for province in book().provinces
        if (province.valid_from or on) <= on <= (province.valid_to or on)
    }
    assert ours == {(one["Code"], fold(one["FullName"])) for one in listed}
