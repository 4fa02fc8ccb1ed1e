"""The city of ``city.yaml`` and its communes: exports of one-stop software, too large to be kept.

The city and every second commune export CSV; the others JSON with the names, codes and dates of
the exchange with the National Public Service Portal.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from .registers import Record, Register, delimited

HERE = Path(__file__).resolve().parent
_FAULTS = ("late", "silent", "unclosed", "open")
_COLUMNS = {
    "Số hồ sơ": "MaHoSo",
    "Mã TTHC": "MaTTHC",
    "Tên thủ tục": "TenTTHC",
    "Lĩnh vực": "TenLinhVuc",
    "Hình thức nộp": "KenhThucHien",
    "Ngày tiếp nhận": "NgayTiepNhan",
    "Ngày chuyển xử lý": "NgayChuyen",
    "Ngày hẹn trả": "NgayHenTra",
    "Ngày kết thúc xử lý": "NgayKetThucXuLy",
    "Ngày trả kết quả": "NgayTra",
    "Trạng thái": "TrangThaiHoSo",
    "Ngày trả lại hồ sơ": "NgayTraLai",
    "Ngày xin lỗi": "NgayXinLoi",
    "Ngày hẹn lại": "NgayHenLai",
    "Số lần hẹn lại": "SoLanHenLai",
    "Đường dẫn tệp kết quả": "DuongDanTepTinKetQua",
}


def files() -> dict[str, bytes]:
    """Every file of every unit, by folder and name."""
    plan = yaml.safe_load((HERE / "city.yaml").read_text(encoding="utf-8"))
    city = plan["city"]
    written = dict(_unit(city, plan["of_city"], plan["period"], as_json=False))
    for number in range(plan["communes"]):
        unit = {
            "folder": f"xa-{number + 1:02}",
            "name": f"UBND xã Minh Châu {number + 1}",
            "code": f"{city['code']}.{number + 1:02}",
            "level": "commune",
        }
        shared = [_part(row, number, plan["communes"]) for row in plan["of_communes"]]
        written |= _unit(unit, shared, plan["period"], as_json=number % 2 == 1)
    return written


def _part(row: Mapping[str, Any], number: int, units: int) -> dict[str, Any]:
    """A commune's part of the dossiers of all, those that are left over to the first ones."""
    counts = ("dossiers", *_FAULTS)
    return {**row, **{k: row[k] // units + (number < row[k] % units) for k in counts}}


def _unit(
    unit: Mapping[str, str],
    plan: Sequence[Mapping[str, Any]],
    period: Mapping[str, Any],
    as_json: bool,
) -> Iterator[tuple[str, bytes]]:
    head = {k: v for k, v in unit.items() if k != "folder"} | {"province": "tỉnh Minh Giang"}
    told = yaml.safe_dump({**head, "period": dict(period)}, allow_unicode=True, sort_keys=False)
    yield f"{unit['folder']}/unit.yaml", told.encode()
    rows = [row for one in plan for row in _dossiers(unit["code"], one)]
    if as_json:
        body = json.dumps([_coded(row) for row in rows], ensure_ascii=False, indent=0)
        yield f"{unit['folder']}/ho-so.json", body.encode()
    else:
        yield f"{unit['folder']}/ho-so.csv", delimited(Register("", (), _COLUMNS, rows))


def _days() -> list[dt.date]:
    """Working days of February to October 2020, by the calendar of the rules."""
    calendar = HERE.parents[1] / "rules" / "calendar" / "vietnam.yaml"
    year = yaml.safe_load(calendar.read_text(encoding="utf-8"))["years"][2020]
    first = dt.date(2020, 2, 3)
    every = (first + dt.timedelta(days=n) for n in range(270))
    return [day for day in every if day.weekday() < 5 and day not in year["days_off"]]


def _dossiers(code: str, plan: Mapping[str, Any]) -> Iterator[Record]:
    """A procedure's dossiers: the late ones first, then the unclosed, the open and all others."""
    days = _days()
    late, unclosed = plan["late"], plan["late"] + plan["unclosed"]
    for number in range(plan["dossiers"]):
        received = days[number * 7 % len(days)]
        due = received + dt.timedelta(days=14)
        is_late, is_open = number < late, unclosed <= number < unclosed + plan["open"]
        finished = due + dt.timedelta(days=1 + number % 20 if is_late else -(number % 5))
        says_sorry = (is_late and number >= plan["silent"]) or is_open
        never_closed = late <= number < unclosed
        yield {
            "MaHoSo": f"{code}-{plan['code'][2:]}-{number + 1:05}",
            "MaTTHC": plan["code"],
            "TenTTHC": plan["name"],
            "TenLinhVuc": plan["field"],
            "KenhThucHien": "Trực tuyến" if number % 4 == 0 else "Trực tiếp",
            "NgayTiepNhan": f"{received:%d/%m/%Y} {8 + number % 7:02}:{number % 60:02}",
            "NgayChuyen": f"{received:%d/%m/%Y} 16:30",
            "NgayHenTra": due,
            "NgayKetThucXuLy": None if is_open else finished,
            "NgayTra": None if is_open or never_closed else finished,
            "TrangThaiHoSo": "Đang xử lý" if is_open or never_closed else "Đã trả kết quả",
            "NgayTraLai": None,
            "NgayXinLoi": due - dt.timedelta(days=1) if says_sorry else None,
            "NgayHenLai": finished if is_late else None,
            "SoLanHenLai": int(is_late),
            "DuongDanTepTinKetQua": "" if is_open else f"kq/{number + 1:05}.pdf",
        }


def _coded(row: Record) -> dict[str, object]:
    """A dossier as it is exchanged: codes for words, days and times run together."""
    codes = {"Trực tuyến": "2", "Trực tiếp": "1", "Đang xử lý": "4", "Đã trả kết quả": "10"}
    told: dict[str, object] = {}
    for name, value in row.items():
        if isinstance(value, dt.date):
            told[name] = f"{value:%Y%m%d}000000"
        elif name in ("NgayTiepNhan", "NgayChuyen"):
            told[name] = f"{dt.datetime.strptime(str(value), '%d/%m/%Y %H:%M'):%Y%m%d%H%M%S}"
        else:
            told[name] = codes.get(str(value), value)
    return told
