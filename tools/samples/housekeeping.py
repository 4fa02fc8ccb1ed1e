"""What an inspection looks at beside procedures: incoming documents, files, plans, reports, people.

The good office's rows, and the bad one's with its faults; each fault is named where it stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from .registers import Cell, Record, Register, delimited

Rows = Sequence[Sequence[Cell]]


def _day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d/%m/%Y").date()


def _register(headers: str, rows: Rows) -> bytes:
    columns = {header.strip(): header.strip() for header in headers.split(";")}
    records: list[Record] = [dict(zip(columns, row, strict=True)) for row in rows]
    return delimited(Register("", (), columns, records))


INCOMING = (
    "Số đến; Ngày đến; Tác giả; Số, ký hiệu; Ngày tháng; Tên loại và trích yếu; Đơn vị hoặc người"
    " nhận; Ngày chuyển; Thời hạn giải quyết; Ngày giải quyết xong; Xử lý trên phần mềm; Ghi chú"
)
FILE_PLANS = "Danh mục hồ sơ năm; Ngày ban hành; Số quyết định"
FILES = (
    "Số, ký hiệu hồ sơ; Tiêu đề hồ sơ; Thời hạn bảo quản; Người lập hồ sơ; Ngày mở hồ sơ; Ngày kết"
    " thúc công việc; Loại hồ sơ; Xây dựng cơ bản; Ngày quyết toán; Chứng từ kết thúc; Số tờ; Ngày"
    " nộp lưu; Giữ lại đến ngày; Văn bản đồng ý cho giữ lại; Số bản mục lục; Số bản biên bản giao"
    " nhận"
)
STAFF = "Họ và tên; Ngày được cử đến; Ngày thôi làm việc; Số năm công tác; Ngạch"
PLANS = "Loại kế hoạch; Kế hoạch năm; Ngày ban hành; Số kế hoạch"
TASKS = "Nhiệm vụ; Nhiệm vụ cấp trên; Thời hạn hoàn thành; Ngày hoàn thành; Sản phẩm"
GIVEN = "Nhiệm vụ cấp trên giao; Kế hoạch cấp trên; Thời hạn cấp trên giao"
REPORTS = "Tên báo cáo; Hạn gửi; Ngày gửi; Số báo cáo"
CONCLUSIONS = "Số kết luận; Ngày kết luận; Tồn tại; Hạn khắc phục; Ngày khắc phục"
REVIEWS = (
    "Lĩnh vực rà soát; Năm rà soát; Số TTHC; Số TTHC đã rà soát; Số TTHC kiến nghị đơn giản hóa"
)
LOCAL = (
    "Văn bản phải ban hành; Việc phải làm; Hạn ban hành; Ngày đã ban hành; Số văn bản đã ban hành"
)
ABSENCES = "Người vắng mặt; Vắng từ ngày; Vắng đến ngày; Người làm thay; Ngày bàn giao"


def good() -> dict[str, bytes]:
    """The good office's registers by file name."""
    sender, clerk = "UBND tỉnh Minh Giang", "Phạm Thị D"
    incoming: Rows = [
        (
            1,
            _day("05/01/2026"),
            sender,
            "02/UBND-KSTT",
            _day("02/01/2026"),
            "Công văn về niêm yết",
            "Văn phòng",
            _day("05/01/2026"),
            _day("12/01/2026"),
            _day("12/01/2026"),
            "Có",
            "",
        ),
        # Arrived on the last day before Tết, passed on on the first day after it.
        (
            2,
            _day("13/02/2026"),
            sender,
            "31/UBND-VP",
            _day("12/02/2026"),
            "Công văn về trực Tết",
            clerk,
            _day("23/02/2026"),
            None,
            None,
            "Có",
            "",
        ),
        (
            3,
            _day("24/02/2026"),
            "Sở Nội vụ",
            "44/SNV-CCHC",
            _day("23/02/2026"),
            "Công văn về báo cáo",
            clerk,
            _day("24/02/2026"),
            _day("03/03/2026"),
            _day("02/03/2026"),
            "Có",
            "",
        ),
    ]
    files: Rows = [
        (
            "01.HCC",
            "Hồ sơ công bố thủ tục năm 2024",
            "20 năm",
            clerk,
            _day("05/01/2024"),
            _day("31/12/2024"),
            "Hồ sơ giấy",
            "",
            None,
            "Có",
            46,
            _day("31/12/2025"),
            None,
            "",
            2,
            2,
        ),
        (
            "02.HCC",
            "Hồ sơ lịch trực năm 2025",
            "2 năm",
            clerk,
            _day("05/01/2025"),
            _day("31/12/2025"),
            "Hồ sơ giấy",
            "",
            None,
            "Có",
            12,
            None,
            None,
            "",
            0,
            0,
        ),
        # The sixtieth day.
        (
            "03.HCC",
            "Hồ sơ rà soát thủ tục năm 2025",
            "10 năm",
            clerk,
            _day("05/01/2025"),
            _day("31/12/2025"),
            "Hồ sơ điện tử",
            "",
            None,
            "Có",
            0,
            _day("01/03/2026"),
            None,
            "",
            1,
            0,
        ),
        (
            "04.HCC",
            "Hồ sơ sửa chữa trụ sở",
            "Vĩnh viễn",
            clerk,
            _day("02/06/2025"),
            _day("20/12/2025"),
            "Hồ sơ giấy",
            "Có",
            _day("15/01/2026"),
            "Có",
            210,
            _day("15/04/2026"),
            None,
            "",
            2,
            2,
        ),
        (
            "05.HCC",
            "Hồ sơ kiểm tra năm 2024",
            "10 năm",
            clerk,
            _day("05/01/2024"),
            _day("31/10/2024"),
            "Hồ sơ giấy",
            "",
            None,
            "Có",
            30,
            None,
            _day("31/10/2027"),
            "21/VP",
            0,
            0,
        ),
    ]
    return _files(
        {
            INCOMING: incoming,
            FILE_PLANS: [(2026, _day("09/01/2026"), "03/QĐ-UBND")],
            FILES: files,
            STAFF: [
                ("Hoàng Văn G", _day("01/07/2025"), None, 6, "Chuyên viên"),
                ("Vũ Thị H", _day("02/07/2025"), _day("02/07/2026"), 3, "Chuyên viên"),
            ],
            PLANS: [
                ("Kế hoạch cải cách hành chính", 2026, _day("12/01/2026"), "02/KH-UBND"),
                ("Kế hoạch rà soát thủ tục hành chính", 2026, _day("20/01/2026"), "05/KH-UBND"),
                ("Kế hoạch kiểm tra cải cách hành chính", 2026, _day("20/01/2026"), "06/KH-UBND"),
            ],
            TASKS: [
                (
                    "Rà soát thủ tục hộ tịch",
                    "",
                    _day("30/06/2026"),
                    _day("26/06/2026"),
                    "41/BC-UBND",
                ),
                (
                    "Tập huấn dịch vụ công trực tuyến",
                    "Tập huấn nghiệp vụ một cửa",
                    _day("31/08/2026"),
                    _day("31/08/2026"),
                    "Biên bản tập huấn",
                ),
            ],
            GIVEN: [
                ("Rà soát thủ tục hộ tịch", "10/KH-UBND", _day("30/06/2026")),
                ("Tập huấn nghiệp vụ một cửa", "10/KH-UBND", _day("30/09/2026")),
            ],
            REPORTS: [
                (
                    "Báo cáo kiểm soát thủ tục quý I/2026",
                    _day("18/03/2026"),
                    _day("18/03/2026"),
                    "15/BC-UBND",
                ),
                (
                    "Báo cáo kiểm soát thủ tục quý II/2026",
                    _day("18/06/2026"),
                    _day("16/06/2026"),
                    "39/BC-UBND",
                ),
            ],
            CONCLUSIONS: [
                (
                    "12/KL-SNV",
                    _day("20/04/2026"),
                    "Bảng niêm yết bị che",
                    _day("30/06/2026"),
                    _day("29/06/2026"),
                ),
            ],
            REVIEWS: [("Hộ tịch", 2026, 17, 17, 2), ("Chứng thực", 2026, 9, 9, 1)],
            LOCAL: [
                (
                    "Quy chế hoạt động của Trung tâm",
                    "Thay thế",
                    _day("30/06/2026"),
                    _day("25/06/2026"),
                    "88/QĐ-UBND",
                ),
            ],
            ABSENCES: [
                (
                    "Hoàng Văn G",
                    _day("02/06/2026"),
                    _day("05/06/2026"),
                    "Vũ Thị H",
                    _day("01/06/2026"),
                ),
            ],
        }
    )


def bad() -> dict[str, bytes]:
    """The bad office's registers; what it does not keep it does not hand in."""
    clerk = "Pham Thi D"
    return _files(
        {
            INCOMING: [
                (
                    1,
                    _day("05/01/2026"),
                    "UBND tỉnh",
                    "02/UBND-KSTT",
                    _day("02/01/2026"),
                    "Công văn",
                    clerk,
                    _day("05/01/2026"),
                    _day("12/01/2026"),
                    _day("12/01/2026"),
                    "Có",
                    "",
                ),
                # LT-01: no number 2. LT-03: passed on on the second working day.
                (
                    3,
                    _day("24/02/2026"),
                    "Sở Nội vụ",
                    "44/SNV",
                    _day("23/02/2026"),
                    "Công văn",
                    clerk,
                    _day("26/02/2026"),
                    None,
                    None,
                    "Có",
                    "",
                ),
                # LT-04: due on 03/03/2026 and open.
                (
                    4,
                    _day("24/02/2026"),
                    "Sở Nội vụ",
                    "45/SNV",
                    _day("23/02/2026"),
                    "Công văn",
                    clerk,
                    _day("24/02/2026"),
                    _day("03/03/2026"),
                    None,
                    "Không",
                    "",
                ),
            ],
            # LT-06: that of 2025 was issued in May, that of 2026 never.
            FILE_PLANS: [(2025, _day("12/05/2025"), "77/QĐ-UBND")],
            FILES: [
                # LT-07: due on 31/12/2025, kept without a word. LT-11: no certificate.
                (
                    "01.HCC",
                    "Hồ sơ công bố thủ tục năm 2024",
                    "20 năm",
                    clerk,
                    _day("05/01/2024"),
                    _day("31/12/2024"),
                    "Hồ sơ giấy",
                    "",
                    None,
                    "Không",
                    46,
                    None,
                    None,
                    "",
                    0,
                    0,
                ),
                # LT-12: one copy of the minutes.
                (
                    "02.HCC",
                    "Hồ sơ kiểm tra năm 2024",
                    "10 năm",
                    clerk,
                    _day("05/01/2024"),
                    _day("31/10/2024"),
                    "Hồ sơ giấy",
                    "",
                    None,
                    "Có",
                    30,
                    _day("20/10/2025"),
                    None,
                    "",
                    2,
                    1,
                ),
            ],
            REPORTS: [
                # CD-06: three days late.
                (
                    "Báo cáo kiểm soát thủ tục quý I/2026",
                    _day("18/03/2026"),
                    _day("21/03/2026"),
                    "15/BC-UBND",
                ),
                (
                    "Báo cáo kiểm soát thủ tục quý II/2026",
                    _day("18/06/2026"),
                    _day("18/06/2026"),
                    "39/BC-UBND",
                ),
            ],
            # CD-07: due on 30/06/2026 and open.
            CONCLUSIONS: [
                ("12/KL-SNV", _day("20/04/2026"), "Bảng niêm yết bị che", _day("30/06/2026"), None),
            ],
            # CD-09: three fields without proposals; CD-08: chứng thực not reviewed to the end.
            REVIEWS: [
                ("Hộ tịch", 2026, 17, 17, 0),
                ("Chứng thực", 2026, 9, 7, 0),
                ("Nuôi con nuôi", 2026, 2, 2, 0),
                ("Đất đai", 2026, 20, 20, 2),
            ],
        }
    )


_NAMES = {
    INCOMING: "so-van-ban-den.csv",
    FILE_PLANS: "danh-muc-ho-so.csv",
    FILES: "ho-so-nop-luu.csv",
    STAFF: "nguoi-duoc-cu.csv",
    PLANS: "ke-hoach-nam.csv",
    TASKS: "nhiem-vu.csv",
    GIVEN: "nhiem-vu-cap-tren.csv",
    REPORTS: "bao-cao-dinh-ky.csv",
    CONCLUSIONS: "ket-luan-kiem-tra.csv",
    REVIEWS: "ra-soat-thu-tuc.csv",
    LOCAL: "van-ban-dia-phuong.csv",
    ABSENCES: "vang-mat.csv",
}


def _files(registers: dict[str, Rows]) -> dict[str, bytes]:
    return {_NAMES[headers]: _register(headers, rows) for headers, rows in registers.items()}
