"""What the roles of the contract are called in front of people."""

from __future__ import annotations

from collections.abc import Mapping

from ..words import Text

ROLE_NAMES: Mapping[str, Text] = {
    "national_name": Text("Quốc hiệu", "National name"),
    "motto": Text("Tiêu ngữ", "Motto"),
    "superior_agency": Text("Cơ quan chủ quản", "Superior agency"),
    "issuing_agency": Text("Cơ quan ban hành", "Issuing agency"),
    "number_symbol": Text("Số, ký hiệu", "Number and symbol"),
    "place_date": Text("Địa danh, ngày tháng", "Place and date"),
    "urgency": Text("Mức độ khẩn", "Urgency"),
    "secrecy": Text("Mức độ mật", "Secrecy"),
    "circulation": Text("Phạm vi lưu hành", "Circulation"),
    "draft_mark": Text("Dấu dự thảo", "Draft mark"),
    "type_name": Text("Tên loại", "Type name"),
    "abstract": Text("Trích yếu", "Abstract"),
    "subject_line": Text("Trích yếu công văn", "Subject line"),
    "issuer_line": Text("Thẩm quyền ban hành", "Issuing authority"),
    "addressee": Text("Kính gửi", "Addressee"),
    "legal_bases": Text("Căn cứ", "Legal bases"),
    "operative_word": Text("Lệnh văn", "Operative word"),
    "signer_authority": Text("Quyền hạn, chức vụ", "Authority and title"),
    "signer_name": Text("Họ tên người ký", "Signer's name"),
    "recipients_label": Text("Nơi nhận", "Recipients"),
    "recipients_item": Text("Danh sách nơi nhận", "List of recipients"),
    "drafter_code": Text("Ký hiệu người soạn thảo", "Drafter's symbol"),
    "contact_block": Text("Địa chỉ liên hệ", "Contact block"),
    "annex_label": Text("Phụ lục", "Annex"),
    "annex_title": Text("Tiêu đề phụ lục", "Annex title"),
    "annex_reference": Text("Thông tin kèm theo", "Annex reference"),
    "copy_mark": Text("Hình thức sao", "Form of copy"),
    "copy_agency": Text("Tên cơ quan sao", "Copying agency"),
    "copy_number": Text("Số, ký hiệu bản sao", "Number and symbol of the copy"),
    "copy_place_date": Text("Địa danh, thời gian sao", "Place and date of the copy"),
    "copy_signer_authority": Text("Chức vụ người ký bản sao", "Title of the copy's signer"),
    "copy_signer_name": Text("Họ tên người ký bản sao", "Name of the copy's signer"),
    "copy_recipients": Text("Nơi nhận bản sao", "Recipients of the copy"),
}
