"""A commune that handed in half: what is there is right, what is missing cannot be judged."""

from __future__ import annotations

from . import plan
from .letters import letters
from .registers import Record, Register, dates_as_text, delimited, workbook

UNIT = """\
name: UBND xã Thạch Bình Minh
code: H99.103
level: commune
province: tỉnh Minh Giang
fields: [Hộ tịch, Chứng thực, Nuôi con nuôi]
applies_iso: true
period: {from: 2026-01-01, to: 2026-11-22}
"""
UNREADABLE_DATE = "31/02/2026"
KEPT_OF_DAMAGED_LETTER = 0.6


def files() -> dict[str, bytes]:
    """The unit's files: no posting register, no audits, one letter cut off."""
    written = {
        f"documents/{name}.docx": letter.document()
        for name, letter in letters("xã Thạch Bình Minh", "Thạch Bình Minh").items()
    }
    whole = written["documents/bao-cao.docx"]
    written["documents/bao-cao.docx"] = whole[: int(len(whole) * KEPT_OF_DAMAGED_LETTER)]
    return {
        "unit.yaml": UNIT.encode(),
        "quyet-dinh.csv": delimited(decisions()),
        "thu-tuc.xlsx": workbook(procedures()),
        "iso.xlsx": workbook(*iso_registers()),
        **written,
    }


def decisions() -> Register:
    """An export of the document system."""
    columns = {
        "Số ký hiệu quyết định": "decision_no",
        "Về việc": "title",
        "Ngày quyết định": "signed_on",
        "Hiệu lực thi hành": "effective_on",
        "Đơn vị ban hành": "issuer",
    }
    return Register("", (), columns, plan.decisions())


def procedures() -> Register:
    """The list without its column "Lĩnh vực"."""
    columns = {
        "Mã số thủ tục": "code",
        "Thủ tục": "name",
        "Thẩm quyền giải quyết": "levels",
        "Quyết định số": "decision_no",
        "Hình thức công bố": "change",
        "Có biểu mẫu": "has_form",
        "Có lệ phí": "has_fee",
        "Có điều kiện": "has_conditions",
    }
    title = ("UBND XÃ THẠCH BÌNH MINH", "DANH MỤC THỦ TỤC HÀNH CHÍNH")
    return Register("TTHC", title, columns, plan.procedures())


def iso_registers() -> tuple[Register, ...]:
    """Everything but the audits; one date that no calendar has."""
    processes = {
        "Mã hiệu": "process_code",
        "Tên quy trình ISO": "process_name",
        "Mã thủ tục": "procedure_code",
        "Lần soát xét": "revision",
        "Ngày phê duyệt": "issued_on",
        "Phê duyệt": "approver",
    }
    changes = {
        "Văn bản QPPL": "document_no",
        "Quy trình liên quan": "process_code",
        "Ngày có hiệu lực": "effective_on",
        "Ngày cập nhật": "updated_on",
    }
    reviews = {
        "Cuộc họp xem xét": "review_no",
        "Ngày họp xem xét": "reviewed_on",
        "Người chủ trì": "chaired_by",
    }
    actions = {
        "Số phiếu KPH": "action_no",
        "Sự không phù hợp": "nonconformity",
        "Biện pháp": "action",
        "Ngày ghi nhận": "opened_on",
        "Thời hạn hoàn thành": "due_on",
        "Ngày kết thúc": "closed_on",
    }
    return (
        Register("Quy trình", (), processes, plan.iso_processes()),
        Register("Cập nhật", (), changes, _law_changes()),
        Register("Xem xét", (), reviews, dates_as_text(plan.iso_reviews())),
        Register("Khắc phục", (), actions, dates_as_text(plan.iso_actions())),
    )


def _law_changes() -> list[Record]:
    rows = dates_as_text(plan.iso_law_changes())
    return [
        {**row, "updated_on": UNREADABLE_DATE} if row["document_no"] == "612/QĐ-UBND" else row
        for row in rows
    ]
