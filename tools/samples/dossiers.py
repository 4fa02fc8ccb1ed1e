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
    "Ngày nộp": "filed_on",
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
SUPPLEMENTS = {
    "Mã hồ sơ": "dossier_no",
    "Ngày yêu cầu bổ sung": "asked_on",
    "Ngày bổ sung": "supplied_on",
    "Nội dung bổ sung": "content",
}
STEPS = {
    "Mã hồ sơ": "dossier_no",
    "Đơn vị xử lý": "body",
    "Tên bước": "step",
    "Hạn xử lý": "step_due_on",
    "Ngày hoàn thành": "step_finished_on",
}
FEEDBACK = {
    "Mã PAKN": "case_no",
    "Người phản ánh": "sender",
    "Nội dung phản ánh": "content",
    "Phân loại": "kind",
    "Thuộc thẩm quyền": "competent",
    "Ngày tiếp nhận": "received_on",
    "Ngày chuyển": "forwarded_on",
    "Ngày từ chối": "refused_on",
    "Ngày yêu cầu làm rõ": "asked_on",
    "Ngày trả lời": "answered_on",
    "Ngày công khai": "published_on",
}
_APPLICANTS = ("Nguyễn Thị Thử", "Trần Văn Mẫu", "Lê Thị Ví", "Phạm Văn Dụ")
_MONDAYS = (dt.date(2026, 3, 2), dt.date(2026, 5, 11), dt.date(2026, 8, 10), dt.date(2026, 10, 5))


def orderly() -> list[Record]:
    """One dossier filed online for each procedure, then some at the counter and by post."""
    rows = plan.in_scope()
    filed = [*((row, "Trực tuyến") for row in rows), *((row, "Trực tiếp") for row in rows[:6])]
    filed += [(row, "Bưu chính công ích") for row in rows[6:8]]
    return [_dossier(number, row, channel) for number, (row, channel) in enumerate(filed)]


def supplements() -> list[Record]:
    """Two dossiers were incomplete; each was asked for once, a day after it came."""
    return [
        {
            "dossier_no": row["dossier_no"],
            "asked_on": dt.datetime.strptime(str(row["received_on"])[:10], "%d/%m/%Y").date()
            + dt.timedelta(days=1),
            "supplied_on": row["finished_on"],
            "content": "Bản chụp giấy tờ tùy thân",
        }
        for row in orderly()[1:4:2]
    ]


def steps() -> list[Record]:
    """One dossier went through two bodies."""
    row = orderly()[3]
    return [
        {"dossier_no": row["dossier_no"], "body": body, "step": step, **dict.fromkeys(DAYS, day)}
        for body, step, day in (
            ("Công an phường", "Xác minh nơi cư trú", dt.date(2026, 10, 8)),
            ("Bảo hiểm xã hội", "Cấp thẻ bảo hiểm y tế", dt.date(2026, 10, 12)),
        )
    ]


def feedback() -> list[Record]:
    """One answered and published, one forwarded, one refused, one asked to say more."""
    told: Record = {"competent": "Có", "kind": "Hành vi hành chính"}
    return [
        {
            **told,
            "case_no": f"PAKN-2026-{number:03}",
            "sender": _APPLICANTS[number],
            "content": content,
            "received_on": dt.date(2026, 5, 11),
            **days,
        }
        for number, (content, days) in enumerate(_FEEDBACK)
    ]


_FEEDBACK: tuple[tuple[str, Record], ...] = (
    (
        "Chờ lâu tại quầy Chứng thực",
        {"answered_on": dt.date(2026, 5, 22), "published_on": dt.date(2026, 5, 25)},
    ),
    (
        "Đề nghị bỏ giấy xác nhận trong hồ sơ đất đai",
        {
            "kind": "Quy định hành chính",
            "competent": "Không",
            "forwarded_on": dt.date(2026, 5, 14),
        },
    ),
    ("Phản ánh không liên quan thủ tục hành chính", {"refused_on": dt.date(2026, 5, 12)}),
    ("Phản ánh chưa rõ thủ tục nào", {"asked_on": dt.date(2026, 5, 15)}),
)
DAYS = ("step_due_on", "step_finished_on")


def _dossier(number: int, procedure: Record, channel: str) -> Record:
    """Received on Monday to Wednesday, every third after 15:00; due a week later.

    What came after 15:00 is moved first thing in the next morning, online dossiers at once.
    """
    received = _MONDAYS[number % 4] + dt.timedelta(days=number % 3)
    late_in_the_day = number % 3 == 2
    waits = late_in_the_day and channel != "Trực tuyến"
    moved = received + dt.timedelta(days=waits)
    moved_at = "07:45" if waits else "15:45" if late_in_the_day else "10:00"
    finished = received + dt.timedelta(days=7 if number % 2 else 2)
    fee = 8000 if procedure["has_fee"] == "Có" else 0
    return {
        "dossier_no": f"H99.101-{received:%y%m%d}-{number + 1:04}",
        "code": procedure["code"],
        "name": procedure["name"],
        "field": procedure["field"],
        "applicant": _APPLICANTS[number % 4],
        "channel": channel,
        "filed_on": f"{received:%d/%m/%Y} 08:50" if channel == "Trực tuyến" else "",
        "received_on": f"{received:%d/%m/%Y} {'15:40' if late_in_the_day else '09:05'}",
        "due_on": f"{received + dt.timedelta(days=7):%d/%m/%Y} 16:30",
        "transferred_on": f"{moved:%d/%m/%Y} {moved_at}",
        "finished_on": finished,
        "returned_on": finished,
        "status": "Đã trả kết quả",
        "reappointments": 0,
        "fee": fee,
        "payment": "Có" if fee and channel != "Trực tiếp" else "Không",
        "return_channel": "Bưu chính công ích" if channel == "Bưu chính công ích" else "Trực tiếp",
        "result_file": f"kq/{number + 1:04}.pdf",
    }
