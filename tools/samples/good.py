"""A ward that does everything right, with Excel files as its officers lay them out."""

from __future__ import annotations

from . import plan
from .letters import letters
from .registers import Register, dates_as_text, delimited, workbook

UNIT = """\
name: UBND phường Bình Minh Đông
code: H99.101
level: commune
province: tỉnh Minh Giang
fields: [Hộ tịch, Chứng thực, Nuôi con nuôi]
applies_iso: true
period: {from: 2026-01-01, to: 2026-11-22}
"""
OFFICE = ("ỦY BAN NHÂN DÂN PHƯỜNG BÌNH MINH ĐÔNG", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG")
SIGNATURE = ("Bình Minh Đông, ngày 20 tháng 11 năm 2026", "NGƯỜI LẬP BIỂU", "Đỗ Thị E")


def files() -> dict[str, bytes]:
    """The unit's files by their path in its folder."""
    written = letters("phường Bình Minh Đông", "Bình Minh Đông")
    return {
        "unit.yaml": UNIT.encode(),
        "quyet-dinh-cong-bo.xlsx": workbook(decisions()),
        "danh-muc-thu-tuc.xlsx": workbook(procedures()),
        "so-niem-yet.xlsx": workbook(postings()),
        "so-theo-doi-iso.xlsx": workbook(*iso_registers()),
        "hanh-dong-khac-phuc.csv": delimited(iso_actions()),
        **{f"documents/{name}.docx": letter.document() for name, letter in written.items()},
    }


def decisions() -> Register:
    """Real Excel dates; the order of the columns as the decision register has it."""
    columns = {
        "Số quyết định": "decision_no",
        "Ngày ban hành": "signed_on",
        "Trích yếu": "title",
        "Cơ quan ban hành": "issuer",
        "Ngày có hiệu lực": "effective_on",
    }
    title = (OFFICE[0], "SỔ THEO DÕI QUYẾT ĐỊNH CÔNG BỐ THỦ TỤC HÀNH CHÍNH")
    return Register("Quyết định", title, columns, plan.decisions(), "", SIGNATURE)


def procedures() -> Register:
    """The whole list as the province published it, other levels and fields among it."""
    columns = {
        "Mã TTHC": "code",
        "Tên thủ tục hành chính": "name",
        "Lĩnh vực": "field",
        "Cấp thực hiện": "levels",
        "Số quyết định công bố": "decision_no",
        "Tình trạng": "change",
        "Có mẫu đơn, tờ khai": "has_form",
        "Có phí, lệ phí": "has_fee",
        "Có yêu cầu, điều kiện": "has_conditions",
    }
    rows = plan.procedures()
    title = (
        *OFFICE,
        "DANH MỤC THỦ TỤC HÀNH CHÍNH ĐÃ CÔNG BỐ",
        "(Kèm theo Công văn số 215/UBND-HCC ngày 25 tháng 5 năm 2026 của UBND phường)",
    )
    return Register(
        "Danh mục TTHC", title, columns, rows, f"Tổng cộng: {len(rows)} thủ tục", SIGNATURE
    )


def postings() -> Register:
    """Dates typed as text; a tick where a part is shown."""
    columns = {
        "Mã thủ tục": "code",
        "Tên thủ tục": "name",
        "Hình thức niêm yết": "channel",
        "Ngày niêm yết": "posted_on",
        "Ngày gỡ": "removed_on",
        "Trình tự thực hiện": "shows_steps",
        "Cách thức thực hiện": "shows_method",
        "Thành phần, số lượng hồ sơ": "shows_components",
        "Thời hạn giải quyết": "shows_time_limit",
        "Đối tượng thực hiện": "shows_who",
        "Cơ quan thực hiện": "shows_body",
        "Mẫu đơn, tờ khai": "shows_form",
        "Phí, lệ phí": "shows_fee",
        "Yêu cầu, điều kiện": "shows_conditions",
    }
    rows = dates_as_text(plan.postings())
    title = (*OFFICE, "SỔ THEO DÕI NIÊM YẾT THỦ TỤC HÀNH CHÍNH", "(Năm 2026)")
    return Register("Niêm yết", title, columns, rows, f"Tổng cộng: {len(rows)} lượt", SIGNATURE)


def iso_registers() -> tuple[Register, ...]:
    """Four sheets of one workbook, as the ISO secretary keeps them."""
    processes = {
        "Mã quy trình": "process_code",
        "Tên quy trình": "process_name",
        "Mã TTHC áp dụng": "procedure_code",
        "Lần ban hành": "revision",
        "Ngày ban hành": "issued_on",
        "Người phê duyệt": "approver",
    }
    changes = {
        "Số hiệu văn bản": "document_no",
        "Mã quy trình liên quan": "process_code",
        "Ngày văn bản có hiệu lực": "effective_on",
        "Ngày cập nhật quy trình": "updated_on",
    }
    audits = {
        "Số chương trình đánh giá": "audit_no",
        "Ngày kế hoạch": "planned_on",
        "Ngày đánh giá": "audited_on",
        "Số báo cáo": "report_no",
    }
    reviews = {
        "Biên bản xem xét": "review_no",
        "Ngày họp": "reviewed_on",
        "Chủ trì": "chaired_by",
    }
    return (
        Register("Quy trình", (OFFICE[1], "DANH MỤC QUY TRÌNH"), processes, plan.iso_processes()),
        Register("Văn bản mới", ("THEO DÕI VĂN BẢN",), changes, plan.iso_law_changes()),
        Register("Đánh giá nội bộ", ("SỔ ĐÁNH GIÁ NỘI BỘ",), audits, plan.iso_audits()),
        Register("Xem xét lãnh đạo", ("SỔ XEM XÉT",), reviews, plan.iso_reviews()),
    )


def iso_actions() -> Register:
    """As the software exports it: semicolons, dates as text."""
    columns = {
        "Số phiếu": "action_no",
        "Nội dung không phù hợp": "nonconformity",
        "Nguyên nhân": "cause",
        "Hành động khắc phục": "action",
        "Ngày phát hiện": "opened_on",
        "Hạn hoàn thành": "due_on",
        "Ngày đóng": "closed_on",
    }
    return Register("", (), columns, plan.iso_actions())
