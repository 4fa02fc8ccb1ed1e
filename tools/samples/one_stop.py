"""A ward whose one-stop unit slips once in each way that the software's exports show.

First half of 2025, when Decree 61/2018 was in force, whose wording was read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from .registers import Record, Register, delimited

UNIT = """\
name: UBND phường Cầu Lộ
code: H99.301
level: commune
province: tỉnh Minh Giang
fields: [Hộ tịch, Đất đai]
period: {from: 2025-01-01, to: 2025-06-30}
parameters:
  start_of_day_until: {value: "08:30", basis: Quy chế làm việc của UBND phường}
"""
_DOSSIERS = (
    *("Số hồ sơ", "Tên thủ tục", "Lĩnh vực", "Chủ hồ sơ", "Hình thức nộp", "Ngày nộp"),
    *("Ngày tiếp nhận", "Ngày chuyển", "Ngày hẹn trả", "Ngày có kết quả", "Ngày trả"),
    *("Trạng thái", "Ngày trả lại hồ sơ", "Thời hạn theo luật chuyên ngành", "Ngày xin lỗi"),
    *("Ngày hẹn lại", "Số lần hẹn lại", "Tệp kết quả"),
)
_KEPT: Record = {
    "Tên thủ tục": "Đăng ký khai sinh",
    "Lĩnh vực": "Hộ tịch",
    "Chủ hồ sơ": "Nguyễn Thị Thử",
    "Hình thức nộp": "Trực tiếp",
    "Ngày tiếp nhận": "03/03/2025 09:00",
    "Ngày chuyển": "03/03/2025 10:30",
    "Ngày hẹn trả": "10/03/2025",
    "Ngày có kết quả": "07/03/2025",
    "Ngày trả": "07/03/2025",
    "Trạng thái": "Đã trả kết quả",
    "Tệp kết quả": "kq/01.pdf",
}
_LAND: Record = {"Tên thủ tục": "Xác nhận tình trạng sử dụng đất", "Lĩnh vực": "Đất đai"}
_LATE: Record = {**_LAND, "Ngày có kết quả": "13/03/2025", "Ngày trả": "13/03/2025"}
_OPEN: Record = {
    "Ngày có kết quả": "",
    "Ngày trả": "",
    "Trạng thái": "Đang xử lý",
    "Tệp kết quả": "",
}
_ONLINE: Record = {"Hình thức nộp": "Trực tuyến", "Ngày nộp": "03/03/2025 08:30"}
SLIPS: tuple[Record, ...] = (
    {},
    # HS-01 late, with an apology a day before; then without; then with three new dates (HS-10).
    {**_LATE, "Ngày xin lỗi": "09/03/2025", "Ngày hẹn lại": "14/03/2025", "Số lần hẹn lại": 1},
    _LATE,
    {**_LATE, "Ngày xin lỗi": "07/03/2025", "Ngày hẹn lại": "14/03/2025", "Số lần hẹn lại": 3},
    # HS-02 open past due, with an apology.
    {**_LAND, **_OPEN, "Ngày xin lỗi": "07/03/2025"},
    # HS-03 finished, never closed.
    {"Ngày trả": "", "Trạng thái": "Đang xử lý"},
    # HS-04 came at 15:00 and moved on the next day; one came at 15:01; HS-05 moved at 10:00.
    {"Ngày tiếp nhận": "03/03/2025 15:00", "Ngày chuyển": "04/03/2025 07:45"},
    {"Ngày tiếp nhận": "03/03/2025 15:01", "Ngày chuyển": "04/03/2025 07:45"},
    {"Ngày tiếp nhận": "03/03/2025 15:30", "Ngày chuyển": "04/03/2025 10:00"},
    # HS-08 sent back in three working days; in four; in four as sector law allows.
    {**_OPEN, "Trạng thái": "Từ chối", "Ngày trả lại hồ sơ": "06/03/2025"},
    {**_OPEN, "Trạng thái": "Từ chối", "Ngày trả lại hồ sơ": "07/03/2025"},
    {
        **_OPEN,
        "Trạng thái": "Từ chối",
        "Ngày trả lại hồ sơ": "07/03/2025",
        "Thời hạn theo luật chuyên ngành": "x",
    },
    # HS-11 no file of the result.
    {"Tệp kết quả": ""},
    # HS-15 answered in time; on the next working day an hour too late.
    _ONLINE,
    {**_ONLINE, "Ngày tiếp nhận": "04/03/2025 09:30", "Ngày chuyển": "04/03/2025 10:00"},
    # HS-16 left until the next morning: since December 2021 by a clause that was not read.
    {**_ONLINE, "Ngày tiếp nhận": "03/03/2025 15:01", "Ngày chuyển": "04/03/2025 07:45"},
)


def files() -> dict[str, bytes]:
    """The unit's files by their path in its folder."""
    dossiers = [
        {"Số hồ sơ": f"CL-{number:02}", "Số lần hẹn lại": 0, **_KEPT, **slip}
        for number, slip in enumerate(SLIPS, start=1)
    ]
    return {
        "unit.yaml": UNIT.encode(),
        "ho-so.csv": _csv(_DOSSIERS, dossiers),
        "yeu-cau-bo-sung.csv": _csv(("Số hồ sơ", "Ngày yêu cầu bổ sung"), _SUPPLEMENTS),
        "lien-thong.csv": _csv(
            ("Số hồ sơ", "Cơ quan xử lý", "Bước xử lý", "Hạn xử lý", "Ngày xử lý xong"), _STEPS
        ),
        "phan-anh.csv": _csv(tuple(_CASE), _FEEDBACK),
    }


def _csv(headers: tuple[str, ...], rows: Sequence[Record]) -> bytes:
    return delimited(Register("", (), {header: header for header in headers}, rows))


_SUPPLEMENTS: tuple[Record, ...] = (
    {"Số hồ sơ": "CL-01", "Ngày yêu cầu bổ sung": dt.date(2025, 3, 5)},
    # HS-06 twice, HS-07 the second after the third working day.
    {"Số hồ sơ": "CL-06", "Ngày yêu cầu bổ sung": dt.date(2025, 3, 6)},
    {"Số hồ sơ": "CL-06", "Ngày yêu cầu bổ sung": dt.date(2025, 3, 7)},
)
_STEPS: tuple[Record, ...] = tuple(
    {
        "Số hồ sơ": "CL-02",
        "Cơ quan xử lý": body,
        "Bước xử lý": step,
        "Hạn xử lý": dt.date(2025, 3, 6),
        "Ngày xử lý xong": done,
    }
    # HS-12: the second is two days late.
    for body, step, done in (
        ("Chi nhánh Văn phòng đăng ký đất đai", "Trích lục bản đồ", dt.date(2025, 3, 6)),
        ("Chi cục Thuế khu vực", "Xác định nghĩa vụ tài chính", dt.date(2025, 3, 8)),
    )
)
_CASE: Record = {
    "Mã PAKN": "",
    "Nội dung phản ánh": "Trả kết quả chậm",
    "Phân loại": "Hành vi hành chính",
    "Thuộc thẩm quyền": "x",
    "Ngày tiếp nhận": dt.date(2025, 3, 3),
    "Ngày chuyển": "",
    "Ngày từ chối": "",
    "Ngày yêu cầu làm rõ": "",
    "Ngày trả lời": dt.date(2025, 3, 10),
    "Ngày công khai": dt.date(2025, 3, 11),
}
_ELSEWHERE: Record = {"Thuộc thẩm quyền": "không", "Ngày trả lời": "", "Ngày công khai": ""}
_SLIPS: tuple[Record, ...] = (
    {},
    # PA-01 no class, PA-02 forwarded after seven working days, PA-03 sixteen, PA-04 five.
    {"Phân loại": ""},
    {**_ELSEWHERE, "Ngày chuyển": dt.date(2025, 3, 12)},
    {"Ngày trả lời": dt.date(2025, 3, 25), "Ngày công khai": dt.date(2025, 3, 26)},
    {"Ngày công khai": dt.date(2025, 3, 17)},
    # PA-05 refused after three working days, PA-06 asked to complete after six.
    {**_ELSEWHERE, "Ngày từ chối": dt.date(2025, 3, 6)},
    {**_ELSEWHERE, "Thuộc thẩm quyền": "x", "Ngày yêu cầu làm rõ": dt.date(2025, 3, 11)},
)
_FEEDBACK: tuple[Record, ...] = tuple(
    {**_CASE, "Mã PAKN": f"PA-{number}", **slip} for number, slip in enumerate(_SLIPS, start=1)
)
