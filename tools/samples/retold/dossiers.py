"""Exports of one-stop software: a procedure's dossiers with so many faults of each kind.

The first units of a story and every second one of a group export CSV; the others JSON with the
names, codes and dates of the exchange with the National Public Service Portal.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from functools import cache

import yaml

from ..registers import Record, Register, delimited
from .story import HERE, Told, Unit

_COLUMNS = {
    "Số hồ sơ": "MaHoSo",
    "Mã TTHC": "MaTTHC",
    "Tên thủ tục": "TenTTHC",
    "Lĩnh vực": "TenLinhVuc",
    "Hình thức nộp": "KenhThucHien",
    "Ngày nộp": "NgayNop",
    "Ngày tiếp nhận": "NgayTiepNhan",
    "Ngày chuyển xử lý": "NgayChuyen",
    "Ngày hẹn trả": "NgayHenTra",
    "Ngày kết thúc xử lý": "NgayKetThucXuLy",
    "Ngày trả kết quả": "NgayTra",
    "Trạng thái": "TrangThaiHoSo",
    "Ngày trả lại hồ sơ": "NgayTraLai",
    "Thời hạn theo luật chuyên ngành": "ThoiHanTheoLuatChuyenNganh",
    "Ngày xin lỗi": "NgayXinLoi",
    "Ngày hẹn lại": "NgayHenLai",
    "Số lần hẹn lại": "SoLanHenLai",
    "Đường dẫn tệp kết quả": "DuongDanTepTinKetQua",
}
_ASKED = {
    "Số hồ sơ": "dossier_no",
    "Ngày yêu cầu bổ sung": "asked_on",
    "Ngày bổ sung": "supplied_on",
}
_STEPS = {
    "Số hồ sơ": "dossier_no",
    "Cơ quan xử lý": "body",
    "Bước xử lý": "step",
    "Hạn xử lý": "due_on",
    "Ngày xử lý xong": "finished_on",
}
_TAKES_TURNS = (
    *("late", "unclosed", "open", "moved_late", "sent_back_late", "fileless", "answered_late"),
    "online_moved_late",
)
"""A dossier has one of these faults at most, in this order; the others go with one of them."""


def exports(unit: Unit, year: int) -> Iterator[tuple[str, bytes]]:
    """The files of the software by name."""
    rows = [row for told in unit.dossiers for row in _dossiers(unit.told["code"], told, year)]
    if not rows:
        return
    if unit.number % 2 == 0:
        body = json.dumps([_coded(row) for row in rows], ensure_ascii=False, indent=0)
        yield "ho-so.json", body.encode()
    else:
        yield "ho-so.csv", delimited(Register("", (), _COLUMNS, rows))
    asked = [row for told in unit.dossiers for row in _supplements(unit.told["code"], told, year)]
    yield "yeu-cau-bo-sung.csv", delimited(Register("", (), _ASKED, asked))
    steps = [row for told in unit.dossiers for row in _steps(unit.told["code"], told, year)]
    yield "lien-thong.csv", delimited(Register("", (), _STEPS, steps))


@cache
def _days(year: int) -> Sequence[dt.date]:
    """Working days from February to October, by the calendar of the rules."""
    calendar = HERE.parents[2] / "rules" / "calendar" / "vietnam.yaml"
    off = yaml.safe_load(calendar.read_text(encoding="utf-8"))["years"][year]["days_off"]
    every = (dt.date(year, 2, 3) + dt.timedelta(days=n) for n in range(270))
    return [day for day in every if day.weekday() < 5 and day not in off]


def _kind(told: Told, number: int) -> str:
    """The fault of the dossier with this number, counted from nought: "" where it has none."""
    for kind in _TAKES_TURNS:
        if number < told.get(kind, 0):
            return kind
        number -= told.get(kind, 0)
    return ""


def _number(code: str, told: Told, number: int) -> str:
    return f"{code}-{told['code'][2:]}-{number + 1:05}"


def _dossiers(code: str, told: Told, year: int) -> Iterator[Record]:
    days = _days(year)
    for number in range(told["dossiers"]):
        row = _kept(days[number * 7 % len(days)], told, number)
        late = _late(row, told, number)
        yield {"MaHoSo": _number(code, told, number), **row, **late}


def _kept(received: dt.date, told: Told, number: int) -> Record:
    """A dossier that was handled as it should be."""
    due = received + dt.timedelta(days=14)
    came = f"{received:%d/%m/%Y} {8 + number % 7:02}:{number % 60:02}"
    online = number % 4 == 0
    return {
        "MaTTHC": told["code"],
        "TenTTHC": told["name"],
        "TenLinhVuc": told["field"],
        "KenhThucHien": "Trực tuyến" if online else "Trực tiếp",
        "NgayNop": came if online else None,
        "NgayTiepNhan": came,
        "NgayChuyen": f"{received:%d/%m/%Y} 16:30",
        "NgayHenTra": due,
        "NgayKetThucXuLy": due - dt.timedelta(days=number % 5),
        "NgayTra": due - dt.timedelta(days=number % 5),
        "TrangThaiHoSo": "Đã trả kết quả",
        "NgayTraLai": None,
        "ThoiHanTheoLuatChuyenNganh": "",
        "NgayXinLoi": None,
        "NgayHenLai": None,
        "SoLanHenLai": 0,
        "DuongDanTepTinKetQua": f"kq/{number + 1:05}.pdf",
    }


def _late(row: Record, told: Told, number: int) -> Record:
    """What is otherwise in a dossier that has a fault."""
    due = row["NgayHenTra"]
    assert isinstance(due, dt.date)
    received = due - dt.timedelta(days=14)
    sorry = due - dt.timedelta(days=1)
    match _kind(told, number):
        case "late":
            finished = due + dt.timedelta(days=1 + number % 20)
            return {
                "NgayKetThucXuLy": finished,
                "NgayTra": finished,
                "NgayXinLoi": None if number < told.get("silent", 0) else sorry,
                "NgayHenLai": finished,
                "SoLanHenLai": 1 + 2 * (number < told.get("promised_again", 0)),
            }
        case "unclosed":
            return {"NgayTra": None, "TrangThaiHoSo": "Đang xử lý"}
        case "open":
            return {**_UNFINISHED, "TrangThaiHoSo": "Đang xử lý", "NgayXinLoi": sorry}
        case "moved_late":
            moved = f"{received + dt.timedelta(days=7):%d/%m/%Y} 16:30"
            return {"KenhThucHien": "Trực tiếp", "NgayNop": None, "NgayChuyen": moved}
        case "online_moved_late":
            moved = f"{received + dt.timedelta(days=7):%d/%m/%Y} 16:30"
            return {
                "KenhThucHien": "Trực tuyến",
                "NgayNop": row["NgayTiepNhan"],
                "NgayChuyen": moved,
            }
        case "sent_back_late":
            back = received + dt.timedelta(days=10)
            return {**_UNFINISHED, "TrangThaiHoSo": "Từ chối", "NgayTraLai": back}
        case "fileless":
            return {"DuongDanTepTinKetQua": ""}
        case "answered_late":
            filed = f"{received - dt.timedelta(days=7):%d/%m/%Y} 08:30"
            return {"KenhThucHien": "Trực tuyến", "NgayNop": filed}
    return {}


_UNFINISHED: Record = {"NgayKetThucXuLy": None, "NgayTra": None, "DuongDanTepTinKetQua": ""}


def _supplements(code: str, told: Told, year: int) -> Iterator[Record]:
    """Of each procedure the last dossiers were asked to add something, on the day they came."""
    days, last = _days(year), told["dossiers"] - 1
    twice, late = told.get("asked_twice", 0), told.get("asked_late", 0)
    for nth in range(max(twice + late, 1)):
        came = days[(last - nth) * 7 % len(days)]
        asked_on = [came, came + dt.timedelta(days=1)] if nth < twice else [came]
        if twice <= nth < twice + late:
            asked_on = [came + dt.timedelta(days=7)]
        for day in asked_on:
            number = _number(code, told, last - nth)
            yield {"dossier_no": number, "asked_on": day, "supplied_on": day}


def _steps(code: str, told: Told, year: int) -> Iterator[Record]:
    """Of each procedure the last dossiers went through another body, one of them in time."""
    days, last = _days(year), told["dossiers"] - 1
    step = {"body": "Chi nhánh Văn phòng đăng ký đất đai", "step": "Trích lục bản đồ"}
    for nth in range(told.get("steps_late", 0) + 1):
        due = days[(last - nth) * 7 % len(days)] + dt.timedelta(days=7)
        done = due + dt.timedelta(days=3 if nth else 0)
        number = _number(code, told, last - nth)
        yield {"dossier_no": number, **step, "due_on": due, "finished_on": done}


def _coded(row: Record) -> dict[str, object]:
    """A dossier as it is exchanged: codes for words, days and times run together."""
    codes = {"Trực tuyến": "2", "Trực tiếp": "1", "Đang xử lý": "4", "Đã trả kết quả": "10"}
    codes["Từ chối"] = "3"
    told: dict[str, object] = {}
    for name, value in row.items():
        if isinstance(value, dt.date):
            told[name] = f"{value:%Y%m%d}000000"
        elif value and name in ("NgayNop", "NgayTiepNhan", "NgayChuyen"):
            told[name] = f"{dt.datetime.strptime(str(value), '%d/%m/%Y %H:%M'):%Y%m%d%H%M%S}"
        else:
            told[name] = codes.get(str(value), value)
    return told
