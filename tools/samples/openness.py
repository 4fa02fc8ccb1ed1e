"""What an office makes public beside its procedures, all of it as it should be.

Where people send what they think of an office, which procedures go by post or online, who works
at the counter, what leaves the office under a number, and the same procedures' pages in the
national database.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from . import plan
from .registers import Record

FORM = "Mau.docx"
STEPS = (
    "Người yêu cầu nộp hồ sơ tại Bộ phận Một cửa; công chức kiểm tra, tiếp nhận và hẹn ngày trả;"
    " người yêu cầu nhận kết quả."
)
METHODS = "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp1 Ngày làm việc{fee}Nộp tại trụ sở"
CONDITIONS = "Theo quy định của luật chuyên ngành."
SIGNED_BEFORE_AN_OFFICER = ("2.000884", "2.001035")
BOARD_PHOTO, ROSTER = "bang-niem-yet.bmp", "phan-cong-huong-dan.txt"
RECORD = "bien-ban-tu-kiem-tra.txt"
ON_THE_SPOT = (
    *("information_area", "counters_by_field", "seats_and_tables", "networked_computers"),
    *("cameras", "queue_machine", "touch_screens", "badge_and_uniform", "stand_by_plan"),
    *("commune_leadership", "quarterly_meeting", "reform_news", "reform_initiatives"),
    *("posts_as_approved", "financial_autonomy", "allowance_paid"),
)
"""What the office looked at itself and wrote down in one record."""


def feedback_addresses() -> list[Record]:
    """One posting on the board, one on the portal."""
    told: Record = {
        "agency": "Văn phòng UBND tỉnh Minh Giang",
        "address": "Số 1, đường Bình Minh, tỉnh Minh Giang",
        "postal_address": "Hộp thư 01, Bưu điện tỉnh Minh Giang",
        "phone": "0299 000 0001",
        "website": "kiennghi.minhgiang.example",
        "email": "kiennghi@minhgiang.example",
        "posted_on": dt.date(2025, 7, 1),
        "removed_on": None,
    }
    return [{"channel": place, **told} for place in ("Bảng niêm yết", "Cổng thông tin điện tử")]


def postal_lists() -> list[Record]:
    """Each procedure in one of the two lists, at the office and on the website."""
    return [
        {
            "code": row["code"],
            "name": row["name"],
            "via_post": "Không" if row["code"] in SIGNED_BEFORE_AN_OFFICER else "Có",
            "channel": place,
            "posted_on": dt.date(2025, 7, 1),
            "removed_on": None,
        }
        for row in plan.in_scope()
        for place in ("Trụ sở", "Trang thông tin điện tử")
    ]


def online_services() -> list[Record]:
    """Full, but for two where somebody has to sign in front of an officer."""
    return [
        {
            "code": row["code"],
            "name": row["name"],
            "service_level": "Một phần" if partial else "Toàn trình",
            "partial_reason": "Người yêu cầu phải ký trước mặt người chứng thực" if partial else "",
            "legal_ground": "Nghị định số 23/2015/NĐ-CP" if partial else "",
            "rating": "x",
        }
        for row in plan.in_scope()
        for partial in (row["code"] in SIGNED_BEFORE_AN_OFFICER,)
    ]


def outage_notices() -> list[Record]:
    """One outage, on a Saturday, announced more than seven working days before."""
    return [
        {
            "system": "Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh",
            "notified_on": dt.date(2026, 9, 28),
            "starts_on": dt.date(2026, 10, 10),
        }
    ]


def staff() -> list[Record]:
    """Who works at the one-stop unit; the persons are nobody."""
    people = (
        ("Lê Văn C", "Giám đốc", "x", "", "0299 000 0003"),
        ("Phạm Thị D", "Phó Giám đốc", "x", "", "0299 000 0004"),
        (
            "Hoàng Văn G",
            "Công chức Tư pháp - Hộ tịch",
            "",
            "Hộ tịch, Nuôi con nuôi",
            "0299 000 0005",
        ),
        ("Vũ Thị H", "Công chức Tư pháp - Hộ tịch", "", "Chứng thực", "0299 000 0006"),
    )
    fields = ("name", "position", "is_head", "field", "phone")
    return [
        {**dict(zip(fields, person, strict=True)), "at_office": "x", "on_website": "x"}
        for person in people
    ]


def outgoing() -> list[Record]:
    """The letters of the office and those before them, each kind numbered for itself."""
    letters = (
        ("08/TTr-TTPVHCC", (1, 8), "Về việc mua giấy in biểu mẫu", "Phạm Thị D"),
        ("09/TTr-TTPVHCC", (1, 12), "Về việc thay mới bảng niêm yết", "Phạm Thị D"),
        ("127/QĐ-UBND", (2, 4), "Về việc khen thưởng", "Nguyễn Văn A"),
        ("128/QĐ-UBND", (2, 5), "Về việc phân công công chức, viên chức", "Nguyễn Văn A"),
        ("214/UBND-HCC", (5, 22), "Báo giảm thiết bị", "Trần Thị B"),
        ("215/UBND-HCC", (5, 25), "Niêm yết thủ tục mới công bố", "Trần Thị B"),
        ("46/BC-TTPVHCC", (6, 30), "Tình hình tháng 6 năm 2026", "Lê Văn C"),
        ("47/BC-TTPVHCC", (7, 2), "Kết quả 6 tháng đầu năm 2026", "Lê Văn C"),
    )
    return [
        {
            "number": number,
            "abstract": abstract,
            "signer": signer,
            "recipients": "Như nơi nhận của văn bản",
            "note": "",
            **{
                f"{event}_on": dt.date(2026, *day)
                for event in ("issued", "signed", "registered", "sent")
            },
        }
        for number, day, abstract, signer in letters
    ]


def national_pages() -> bytes:
    """The office's procedures as the national database shows them, one JSON object a line."""
    return "".join(
        json.dumps(_page(row), ensure_ascii=False) + "\n" for row in plan.in_scope()
    ).encode()


def _page(row: Record) -> dict[str, object]:
    return {
        "ma_thu_tuc": row["code"],
        "ten_thu_tuc": row["name"],
        "linh_vuc": row["field"],
        "cap_thuc_hien": "Cấp Xã",
        "so_quyet_dinh": row["decision_no"],
        "trinh_tu_thuc_hien": STEPS,
        "cach_thuc_thuc_hien": METHODS.format(fee="8.000 Đồng" if row["has_fee"] == "Có" else ""),
        "thanh_phan_ho_so": "Giấy tờ tùy thân " + (FORM if row["has_form"] == "Có" else "") + "1",
        "doi_tuong_thuc_hien": "Công dân Việt Nam",
        "co_quan_thuc_hien": "Ủy ban nhân dân cấp xã",
        "ket_qua_xu_ly": "Văn bản giải quyết",
        "yeu_cau_dieu_kien": CONDITIONS if row["has_conditions"] == "Có" else "Không có thông tin",
    }


def evidence() -> dict[str, bytes]:
    """What the attestations rest on, by file name: a picture of the board and a roster."""
    roster = (
        "BẢNG PHÂN CÔNG HƯỚNG DẪN TRA CỨU THỦ TỤC\r\n"
        "Thứ Hai, Tư, Sáu: Hoàng Văn G; Thứ Ba, Năm: Vũ Thị H\r\n"
        "Áp dụng từ ngày 01/10/2026 đến ngày 31/03/2027\r\n"
    )
    return {BOARD_PHOTO: _picture(), ROSTER: roster.encode(), RECORD: _record().encode()}


def _record() -> str:
    return (
        "BIÊN BẢN TỰ KIỂM TRA TRỤ SỞ, NHÂN SỰ VÀ CHỈ ĐẠO, ĐIỀU HÀNH\r\n"
        "Ngày 30/09/2026. Đã xem từng mục của phiếu xác nhận, kèm ảnh và văn bản lưu.\r\n"
    )


def _picture(width: int = 48, height: int = 32) -> bytes:
    """A bitmap of a white board with lines of writing on a wall; nothing packed, so no two ways."""
    white, wall, ink = b"\xff\xff\xff", b"\xb0\xc8\xd0", b"\x40\x30\x30"
    pixels = b"".join(
        (ink if y % 4 == 0 and 8 < x < 40 else white) if 4 < x < 44 and 4 < y < 28 else wall
        for y in range(height)
        for x in range(width)
    )
    head = (40, width, height, 1 | 24 << 16, 0, len(pixels), 2835, 2835, 0, 0)
    numbers = (54 + len(pixels), 0, 54, *head)
    return b"BM" + b"".join(number.to_bytes(4, "little") for number in numbers) + pixels


def attestations() -> str:
    """Each answer with the digest of its evidence."""
    digest = {name: hashlib.sha256(content).hexdigest() for name, content in evidence().items()}
    answer = """\
- question: {question}
  answer: có
  who: Lê Văn C, Giám đốc Trung tâm Phục vụ hành chính công
  when: 01/10/2026
  valid_to: 31/03/2027
  evidence:
    file: evidence/{file}
    sha256: {sha256}
"""
    asked = {"board_readable": BOARD_PHOTO, "help_with_electronic": ROSTER}
    asked |= dict.fromkeys(ON_THE_SPOT, RECORD)
    return "".join(
        answer.format(question=question, file=file, sha256=digest[file])
        for question, file in asked.items()
    )
