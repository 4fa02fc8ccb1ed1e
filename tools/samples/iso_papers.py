"""The Word files of the ISO sample units: a process sheet, minutes of an audit and of a review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from .archive import zip_bytes
from .registers import Cell

Registers = Mapping[str, Sequence[Mapping[str, Cell]]]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_P = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

Grid = tuple[tuple[str, ...], ...]


def sheet(law: str) -> tuple[str | Grid, ...]:
    """The first process."""
    return (
        "QUY TRÌNH",
        "THỬ NGHIỆM SỐ MỘT",
        "Mã hiệu: QT-01",
        "Lần ban hành: 02",
        "Ngày ban hành: 20/07/2025",
        (
            ("Lần ban hành", "Ngày", "Nội dung sửa đổi"),
            ("01", "10/06/2024", "Ban hành lần đầu"),
            ("02", "20/07/2025", f"Cập nhật Nghị định số {law}"),
        ),
        "1. MỤC ĐÍCH",
        "Thống nhất cách giải quyết thủ tục.",
        "2. PHẠM VI",
        "Mọi hồ sơ của thủ tục 1.000001.",
        "3. TÀI LIỆU VIỆN DẪN",
        f"Nghị định số {law}",
        "4. NỘI DUNG QUY TRÌNH",
        (
            ("TT", "Nội dung công việc", "Trách nhiệm", "Thời gian"),
            ("1", "Tiếp nhận hồ sơ", "Công chức một cửa", "0,5 ngày"),
            ("2", "Thẩm định, trình ký", "Chuyên viên", "3 ngày"),
            ("3", "Ký duyệt", "Phó Giám đốc", "0,5 ngày"),
        ),
        "5. HỒ SƠ LƯU",
        "Phiếu kiểm soát quá trình",
    )


def minutes(registers: Registers) -> tuple[str, ...]:
    """The minutes of the audit, which agree with its row in the register."""
    audit = registers["iso_audits"][0]
    found = int(str(audit["findings"]))
    return (
        "BIÊN BẢN",
        "Đánh giá nội bộ hệ thống quản lý chất lượng",
        "Hôm nay, ngày 15 tháng 9 năm 2025, Đoàn đánh giá họp kết thúc.",
        f"Đánh giá viên: Bà {audit['auditor']}",
        f"Đại diện bên được đánh giá: Ông {audit['audited_person']}",
        f"Số điểm không phù hợp: {found}",
        *(f"KPH-0{number}: Thiếu phiếu kiểm soát" for number in range(1, found + 1)),
    )


_REVIEWED = {
    "in_previous_actions": "Tình trạng hành động từ lần xem xét trước",
    "in_changes": "Thay đổi bên ngoài và nội bộ",
    "in_feedback": "Sự hài lòng và phản hồi của người dân",
    "in_objectives": "Mức độ đạt mục tiêu chất lượng",
    "in_performance": "Kết quả thực hiện quá trình",
    "in_nonconformities": "Sự không phù hợp và hành động khắc phục",
    "in_monitoring": "Kết quả theo dõi và đo lường",
    "in_audits": "Kết quả đánh giá nội bộ",
    "in_suppliers": "Kết quả của nhà cung cấp bên ngoài",
    "in_resources": "Sự đầy đủ của nguồn lực",
    "in_risks": "Hành động giải quyết rủi ro và cơ hội",
    "in_improvement": "Cơ hội cải tiến",
    "out_improvement": "Cải tiến: rút ngắn bước thẩm định",
    "out_changes": "Thay đổi hệ thống: không",
    "out_resources": "Nguồn lực: thêm 01 máy quét",
}


def conclusions(registers: Registers) -> tuple[str, ...]:
    """The minutes of the review: what its row in the register says was considered."""
    review = registers["iso_reviews"][0]
    told = {point: text for point, text in _REVIEWED.items() if review.get(point)}
    return (
        "BIÊN BẢN",
        "Họp xem xét của lãnh đạo về hệ thống quản lý chất lượng",
        "Hôm nay, ngày 20 tháng 10 năm 2025, lãnh đạo họp xem xét.",
        "I. NỘI DUNG",
        *(f"- {text}" for point, text in told.items() if point.startswith("in_")),
        "II. KẾT LUẬN",
        *(f"- {text}" for point, text in told.items() if point.startswith("out_")),
    )


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _table(rows: Grid) -> str:
    cells = ("".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word(blocks: Sequence[str | Grid]) -> bytes:
    """A Word file of plain paragraphs and tables."""
    body = "".join(_paragraph(one) if isinstance(one, str) else _table(one) for one in blocks)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_P}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_P}/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}<w:sectPr/></w:body>'
        "</w:document>",
    }
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return zip_bytes((name, (head + text).encode()) for name, text in parts.items())
