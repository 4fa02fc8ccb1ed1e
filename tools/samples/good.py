"""A ward that does everything right, with Excel files as its officers lay them out.

It does not apply ISO 9001, as no commune has to; an office that does stands in ``samples/iso``.
"""

from __future__ import annotations

from . import dossiers, housekeeping, plan
from . import openness as public
from .letters import letters
from .registers import Register, dates_as_text, delimited, workbook

UNIT = """\
name: UBND phường Bình Minh Đông
code: H99.101
level: commune
province: tỉnh Minh Giang
fields: [Hộ tịch, Chứng thực, Nuôi con nuôi]
applies_iso: false
period: {from: 2026-01-01, to: 2026-11-22}
parameters:
  online_filing_target: {value: 60, basis: Kế hoạch số 15/KH-UBND ngày 12/01/2026 của UBND tỉnh}
  online_payment_target: {value: 60, basis: Kế hoạch số 15/KH-UBND ngày 12/01/2026 của UBND tỉnh}
  postal_target: {value: 5, basis: Kế hoạch số 15/KH-UBND ngày 12/01/2026 của UBND tỉnh}
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
        **{name: delimited(register) for name, register in openness().items()},
        **housekeeping.good(),
        "csdl-quoc-gia.jsonl": public.national_pages(),
        "attestations.yaml": public.attestations().encode(),
        **{f"evidence/{name}": content for name, content in public.evidence().items()},
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
        "Kết quả thực hiện": "shows_result",
        "Vị trí mẫu đơn": "form_place",
    }
    rows = dates_as_text(plan.postings())
    title = (*OFFICE, "SỔ THEO DÕI NIÊM YẾT THỦ TỤC HÀNH CHÍNH", "(Năm 2026)")
    return Register("Niêm yết", title, columns, rows, f"Tổng cộng: {len(rows)} lượt", SIGNATURE)


def openness() -> dict[str, Register]:
    """What else the office makes public, as the programs export it, by file."""
    feedback = {
        "Nơi niêm yết": "channel",
        "Cơ quan tiếp nhận": "agency",
        "Địa chỉ cơ quan": "address",
        "Địa chỉ gửi thư": "postal_address",
        "Số điện thoại chuyên dùng": "phone",
        "Địa chỉ website": "website",
        "Địa chỉ email": "email",
        "Ngày niêm yết": "posted_on",
        "Ngày gỡ": "removed_on",
    }
    postal = {
        "Mã TTHC": "code",
        "Tên TTHC": "name",
        "Qua bưu chính công ích": "via_post",
        "Nơi công khai danh mục bưu chính": "channel",
        "Ngày công khai": "posted_on",
        "Ngày gỡ": "removed_on",
    }
    online = {
        "Mã TTHC": "code",
        "Tên dịch vụ công": "name",
        "Mức độ dịch vụ công trực tuyến": "service_level",
        "Lý do một phần": "partial_reason",
        "Căn cứ pháp lý": "legal_ground",
        "Đánh giá hài lòng": "rating",
    }
    outages = {
        "Hệ thống tạm dừng": "system",
        "Ngày thông báo tạm dừng": "notified_on",
        "Ngày bắt đầu tạm dừng": "starts_on",
    }
    return {
        "dia-chi-phan-anh.csv": Register("", (), feedback, public.feedback_addresses()),
        "danh-muc-buu-chinh.csv": Register("", (), postal, public.postal_lists()),
        "dich-vu-cong-truc-tuyen.csv": Register("", (), online, public.online_services()),
        "thong-bao-tam-dung.csv": Register("", (), outages, public.outage_notices()),
        "can-bo-mot-cua.csv": Register("", (), _STAFF, public.staff()),
        "so-van-ban-di.csv": Register("", (), _OUTGOING, public.outgoing()),
        "ho-so-mot-cua.csv": Register("", (), dossiers.COLUMNS, dossiers.orderly()),
        "so-phan-anh.csv": Register("", (), dossiers.FEEDBACK, dossiers.feedback()),
        "bo-sung.csv": Register("", (), dossiers.SUPPLEMENTS, dossiers.supplements()),
        "lien-thong.csv": Register("", (), dossiers.STEPS, dossiers.steps()),
    }


_STAFF = {
    "Họ và tên": "name",
    "Chức danh": "position",
    "Lãnh đạo Bộ phận Một cửa": "is_head",
    "Lĩnh vực phụ trách": "field",
    "Số điện thoại": "phone",
    "Công khai tại trụ sở": "at_office",
    "Công khai trên website": "on_website",
}
_OUTGOING = {
    "Số, ký hiệu văn bản": "number",
    "Ngày tháng văn bản": "issued_on",
    "Tên loại và trích yếu nội dung": "abstract",
    "Người ký": "signer",
    "Nơi nhận văn bản": "recipients",
    "Ngày ký": "signed_on",
    "Ngày đăng ký": "registered_on",
    "Ngày chuyển": "sent_on",
    "Ghi chú": "note",
}
