"""What the one-stop software exports of an office that keeps every appointment.

Days are counted by weekdays alone: the weeks chosen hold no day off.
"""

from __future__ import annotations

import datetime as dt

from . import plan
from .registers import Record

COLUMNS = {
    "Số hồ sơ": "dossier_no",
    "Mã TTHC": "code",
    "Tên thủ tục hành chính": "name",
    "Lĩnh vực": "field",
    "Người nộp": "applicant",
    "Hình thức nộp": "channel",
    "Ngày tiếp nhận": "received_on",
    "Ngày hẹn trả": "due_on",
    "Ngày chuyển xử lý": "transferred_on",
    "Ngày kết thúc xử lý": "finished_on",
    "Ngày trả kết quả": "returned_on",
    "Trạng thái": "status",
    "Ngày trả lại hồ sơ": "sent_back_on",
    "Ngày xin lỗi": "apology_on",
    "Ngày hẹn trả lại": "new_due_on",
    "Số lần hẹn lại": "reappointments",
    "Lệ phí": "fee",
    "Thanh toán trực tuyến": "payment",
    "Hình thức trả": "return_channel",
    "Tệp kết quả": "result_file",
}
_APPLICANTS = ("Nguyễn Thị Thử", "Trần Văn Mẫu", "Lê Thị Ví", "Phạm Văn Dụ")
_MONDAYS = (dt.date(2026, 3, 2), dt.date(2026, 5, 11), dt.date(2026, 8, 10), dt.date(2026, 10, 5))


def orderly() -> list[Record]:
    """One dossier filed online for each procedure, then some at the counter and by post."""
    rows = plan.in_scope()
    filed = [*((row, "Trực tuyến") for row in rows), *((row, "Trực tiếp") for row in rows[:6])]
    filed += [(row, "Bưu chính công ích") for row in rows[6:8]]
    return [_dossier(number, row, channel) for number, (row, channel) in enumerate(filed)]


def _dossier(number: int, procedure: Record, channel: str) -> Record:
    """Received on Monday to Wednesday, every third after 15:00; due a week later."""
    received = _MONDAYS[number % 4] + dt.timedelta(days=number % 3)
    late_in_the_day = number % 3 == 2
    moved = received + dt.timedelta(days=late_in_the_day)
    finished = received + dt.timedelta(days=7 if number % 2 else 2)
    fee = 8000 if procedure["has_fee"] == "Có" else 0
    return {
        "dossier_no": f"H99.101-{received:%y%m%d}-{number + 1:04}",
        "code": procedure["code"],
        "name": procedure["name"],
        "field": procedure["field"],
        "applicant": _APPLICANTS[number % 4],
        "channel": channel,
        "received_on": f"{received:%d/%m/%Y} {'15:40' if late_in_the_day else '09:05'}",
        "due_on": f"{received + dt.timedelta(days=7):%d/%m/%Y} 16:30",
        "transferred_on": f"{moved:%d/%m/%Y} {'07:45' if late_in_the_day else '10:00'}",
        "finished_on": finished,
        "returned_on": finished,
        "status": "Đã trả kết quả",
        "reappointments": 0,
        "fee": fee,
        "payment": "Có" if fee and channel != "Trực tiếp" else "Không",
        "return_channel": "Bưu chính công ích" if channel == "Bưu chính công ích" else "Trực tiếp",
        "result_file": f"kq/{number + 1:04}.pdf",
    }
