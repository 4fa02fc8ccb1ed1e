from __future__ import annotations

import unicodedata

import pytest
from motcua.checker.documents.model import Document

from tests.documents.word_files import WordFiles

NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DATE = "Tân Phú, ngày 05 tháng 3 năm 2026"


def roles(document: Document) -> dict[str, str]:
    return {component.role: component.text for component in document.components}


def indexes(document: Document, role: str) -> tuple[int, ...]:
    return next((c.paragraphs for c in document.components if c.role == role), ())


def head(word: WordFiles, number: str = "Số: 15/QĐ-UBND", left: str = "", right: str = "") -> str:
    return word.table(
        [
            [
                word.center("ỦY BAN NHÂN DÂN") + word.center("TỈNH A") + word.bold("SỞ NỘI VỤ"),
                right or word.bold(NATIONAL) + word.bold(MOTTO),
            ],
            [word.center(number) + left, word.center(DATE, "<w:i/>")],
        ]
    )


def foot(word: WordFiles, signature: str = "") -> str:
    names = word.p("Nơi nhận:", run="<w:b/><w:i/>")
    names += word.p("- Như Điều 3;") + word.p("- Lưu: VT, NV.")
    signed = word.bold("KT. GIÁM ĐỐC") + word.bold("PHÓ GIÁM ĐỐC") + word.p()
    return word.table([[names, signature or signed + word.bold("Trần Văn Thử")]])


def decision(word: WordFiles, header: str) -> str:
    return (
        header
        + word.bold("QUYẾT ĐỊNH")
        + word.bold("Về việc ban hành quy trình")
        + word.p("_______")
        + word.bold("GIÁM ĐỐC SỞ NỘI VỤ")
        + word.p("Căn cứ Luật Tổ chức chính quyền địa phương;", run="<w:i/>")
        + word.p("Theo đề nghị của Chánh Văn phòng.", run="<w:i/>")
        + word.bold("QUYẾT ĐỊNH:")
        + word.p("Điều 1. Ban hành kèm theo Quyết định này quy trình.")
        + word.table([[word.p("STT"), word.p("Tên")]])
        + word.p("Điều 2. Quyết định có hiệu lực từ ngày ký./.")
        + foot(word)
    )


def test_a_decision(word: WordFiles):
    document = word.read(decision(word, head(word)))
    assert (document.doc_type, document.regime) == ("quyết định", "administrative")
    assert roles(document) == {
        "national_name": NATIONAL,
        "motto": MOTTO,
        "superior_agency": "ỦY BAN NHÂN DÂN TỈNH A",
        "issuing_agency": "SỞ NỘI VỤ",
        "number_symbol": "Số: 15/QĐ-UBND",
        "place_date": DATE,
        "type_name": "QUYẾT ĐỊNH",
        "abstract": "Về việc ban hành quy trình",
        "issuer_line": "GIÁM ĐỐC SỞ NỘI VỤ",
        "legal_bases": "Căn cứ Luật Tổ chức chính quyền địa phương; "
        "Theo đề nghị của Chánh Văn phòng.",
        "operative_word": "QUYẾT ĐỊNH:",
        "signer_authority": "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC",
        "signer_name": "Trần Văn Thử",
        "recipients_label": "Nơi nhận:",
        "recipients_item": "- Như Điều 3; - Lưu: VT, NV.",
    }


def test_content_is_what_stands_between_opening_and_foot_outside_tables(word: WordFiles):
    document = word.read(decision(word, head(word)))
    content = [p.text for p in document.paragraphs if p.index in document.content]
    assert content == [
        "Điều 1. Ban hành kèm theo Quyết định này quy trình.",
        "Điều 2. Quyết định có hiệu lực từ ngày ký./.",
    ]


@pytest.mark.parametrize(
    "right",
    [
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc"),
        (unicodedata.normalize("NFD", NATIONAL), unicodedata.normalize("NFD", MOTTO)),
        ("CỘNG HÒA\u00a0XÃ HỘI  CHỦ NGHĨA VIỆT\u200b NAM", "Độc lập-Tự do-Hạnh phúc"),
        (f"{NATIONAL}\n{MOTTO}",),
        (f"{NATIONAL}\n{MOTTO}\n-----------",),
        ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc Lập - Tự Do - Hạnh Phúc"),
    ],
)
def test_quoc_hieu_is_found_however_it_is_typed(word: WordFiles, right: tuple[str, ...]):
    cell = "".join(word.bold(line) for line in right)
    document = word.read(decision(word, head(word, right=cell)))
    assert indexes(document, "national_name") == (3,)
    assert indexes(document, "motto") == (2 + len(right),)
    assert roles(document)["issuing_agency"] == "SỞ NỘI VỤ"


def test_a_head_laid_out_with_tabs_and_spaces(word: WordFiles):
    header = (
        word.p(f"UBND TỈNH A\t\t{NATIONAL}")
        + word.p(f"SỞ NỘI VỤ                       {MOTTO}", run="<w:b/>")
        + word.p("Số:        /QĐ-SNV\tTân Phú, ngày     tháng    năm 2026")
    )
    document = word.read(decision(word, header))
    found = roles(document)
    assert (found["national_name"], found["motto"]) == (NATIONAL, MOTTO)
    assert (found["superior_agency"], found["issuing_agency"]) == ("UBND TỈNH A", "SỞ NỘI VỤ")
    assert found["number_symbol"] == "Số: /QĐ-SNV"
    assert found["place_date"] == "Tân Phú, ngày tháng năm 2026"


@pytest.mark.parametrize(
    "number",
    ["Số: 01/QĐ-UBND", "Số:      /QĐ-UBND", "Số ....../QĐ-UBND", "Số: …/QĐ-UBND", "Số 15/QĐ-UBND"],
)
def test_the_number_is_found_filled_in_or_blank(word: WordFiles, number: str):
    assert indexes(word.read(decision(word, head(word, number))), "number_symbol") == (5,)


def test_a_letter_has_a_subject_and_addressees_and_no_type_name(word: WordFiles):
    subject = word.center("V/v rà soát thủ tục") + word.center("hành chính quý I")
    body = (
        head(word, "Số: 12/SNV-VP", subject)
        + word.p("Kính gửi:")
        + word.p("- Văn phòng Ủy ban nhân dân tỉnh;")
        + word.p("- Ủy ban nhân dân các xã.")
        + word.p("Thực hiện kế hoạch, Sở Nội vụ đề nghị các cơ quan rà soát.")
        + foot(word)
    )
    document = word.read(body)
    assert (document.doc_type, document.regime) == ("công văn", "administrative")
    found = roles(document)
    assert found["subject_line"] == "V/v rà soát thủ tục hành chính quý I"
    assert indexes(document, "addressee") == (9, 10, 11)
    assert found["issuing_agency"] == "SỞ NỘI VỤ"
    assert "type_name" not in found
    assert document.content == {12}


def test_one_addressee_stands_on_the_line_of_kinh_gui(word: WordFiles):
    body = head(word) + word.bold("TỜ TRÌNH") + word.bold("Về việc cấp kinh phí")
    body += word.center("Kính gửi: Ủy ban nhân dân tỉnh A") + word.p("Sở Nội vụ kính trình.")
    document = word.read(body + foot(word))
    assert document.doc_type == "tờ trình"
    assert roles(document)["addressee"] == "Kính gửi: Ủy ban nhân dân tỉnh A"


def test_where_weight_says_nothing_the_last_name_issues(word: WordFiles):
    left = "".join(word.center(t) for t in ("SỞ Y TẾ TỈNH A", "TRUNG TÂM Y TẾ", "KHU VỰC MỘT"))
    header = word.table(
        [[left, word.bold(NATIONAL) + word.bold(MOTTO)], [word.p("Số: 1/BC-TTYT"), word.p(DATE)]]
    )
    found = roles(word.read(header + word.bold("BÁO CÁO") + word.bold("Kết quả quý I")))
    assert found["superior_agency"] == "SỞ Y TẾ TỈNH A"
    assert found["issuing_agency"] == "TRUNG TÂM Y TẾ KHU VỰC MỘT"


def test_a_foot_laid_out_with_tabs(word: WordFiles):
    body = head(word) + word.bold("BÁO CÁO") + word.bold("Kết quả quý I") + word.p("Nội dung./.")
    foot_lines = (
        "Nơi nhận:\t\tTM. ỦY BAN NHÂN DÂN",
        "- Như trên;\t\tCHỦ TỊCH",
        "- Lưu: VT.",
        "",
        "\t\tTrần Văn Thử",
    )
    document = word.read(body + "".join(word.p(line) for line in foot_lines))
    found = roles(document)
    assert found["recipients_label"] == "Nơi nhận:"
    assert found["recipients_item"] == "- Như trên; - Lưu: VT."
    assert found["signer_authority"] == "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"
    assert found["signer_name"] == "Trần Văn Thử"


@pytest.mark.parametrize(
    ("lines", "authority", "name"),
    [
        (("CHỦ TỊCH", "", "Nguyễn Văn Một"), "CHỦ TỊCH", "Nguyễn Văn Một"),
        (("CHỦ TỊCH", "(Đã ký)", "Nguyễn Văn Một"), "CHỦ TỊCH", "Nguyễn Văn Một"),
        (("TRƯỞNG CÔNG AN", "", "Thượng tá Lê Văn Hai"), "TRƯỞNG CÔNG AN", "Thượng tá Lê Văn Hai"),
        (("TUQ. GIÁM ĐỐC", "", "LÊ VĂN HAI"), "TUQ. GIÁM ĐỐC", "LÊ VĂN HAI"),
        (("GIÁM ĐỐC\n\n\nTS. Lê Văn Hai",), "GIÁM ĐỐC", "TS. Lê Văn Hai"),
        (("GIÁM ĐỐC", "", ""), "GIÁM ĐỐC", None),
        (("NGƯỜI LÀM ĐƠN", "", "Lê Văn Hai"), None, None),
    ],
)
def test_the_signature(
    word: WordFiles, lines: tuple[str, ...], authority: str | None, name: str | None
):
    signature = "".join(word.bold(line) if line else word.p() for line in lines)
    body = head(word) + word.bold("BÁO CÁO") + word.bold("Kết quả") + word.p("Nội dung./.")
    found = roles(word.read(body + foot(word, signature)))
    assert (found.get("signer_authority"), found.get("signer_name")) == (authority, name)


def test_minutes_have_two_signatures(word: WordFiles):
    signatures = [
        word.bold(title) + word.p() + word.bold(name)
        for title, name in (("THƯ KÝ", "Lê Thị Một"), ("CHỦ TỌA", "Phạm Văn Hai"))
    ]
    body = head(word) + word.bold("BIÊN BẢN") + word.bold("Họp giao ban") + word.p("Nội dung họp.")
    document = word.read(body + word.table([signatures]))
    assert document.doc_type == "biên bản"
    assert roles(document)["signer_authority"] == "THƯ KÝ CHỦ TỌA"
    assert roles(document)["signer_name"] == "Lê Thị Một Phạm Văn Hai"


def test_an_annex_in_the_same_file_ends_the_document(word: WordFiles):
    annex = (
        word.bold("Phụ lục I")
        + word.bold("DANH MỤC THỦ TỤC")
        + word.center("(Kèm theo Quyết định số 15/QĐ-UBND", "<w:i/>")
        + word.center("ngày 05 tháng 3 năm 2026 của Sở Nội vụ)", "<w:i/>")
        + word.p("1. Thủ tục một.")
    )
    document = word.read(decision(word, head(word)) + annex)
    found = roles(document)
    assert found["annex_label"] == "Phụ lục I"
    assert found["annex_title"] == "DANH MỤC THỦ TỤC"
    assert len(indexes(document, "annex_reference")) == 2
    assert found["signer_name"] == "Trần Văn Thử"
    assert len(document.content) == 2


def test_a_second_document_in_the_file_is_left_alone(word: WordFiles):
    attached = word.bold(NATIONAL) + word.bold(MOTTO) + word.bold("QUY CHẾ") + foot(word)
    document = word.read(decision(word, head(word)) + attached)
    assert len(indexes(document, "national_name")) == 1
    assert len(indexes(document, "recipients_label")) == 1


@pytest.mark.parametrize(
    ("top", "title", "number", "doc_type", "regime"),
    [
        ("", "NGHỊ ĐỊNH", "Số: 30/2020/NĐ-CP", None, "normative"),
        ("", "QUYẾT ĐỊNH", "Số: 12/2026/QĐ-UBND", None, "normative"),
        ("", "NGHỊ QUYẾT", "Số: 12/NQ-HĐND", "nghị quyết", "administrative"),
        ("", "GIẤY ỦY QUYỀN", "Số: 12/GUQ-SNV", "giấy ủy quyền", "administrative"),
        ("", "GIẤY UỶ QUYỀN", "Số: 12/GUQ-SNV", "giấy ủy quyền", "administrative"),
        ("", "ĐƠN ĐỀ NGHỊ", "Số: 12/SNV", None, "form"),
        ("Mẫu số 01", "BÁO CÁO", "Số: 12/BC-SNV", None, "form"),
        ("", "BẢN TỰ THUẬT", "Số: 12/SNV", None, "unknown"),
    ],
)
def test_kind(
    word: WordFiles, top: str, title: str, number: str, doc_type: str | None, regime: str
):
    body = word.p(top) + head(word, number) + word.bold(title) + word.p("Nội dung.")
    document = word.read(body)
    assert (document.doc_type, document.regime) == (doc_type, regime)


def test_a_party_document_has_no_quoc_hieu(word: WordFiles):
    header = word.table([[word.bold("ĐẢNG BỘ TỈNH A"), word.bold("ĐẢNG CỘNG SẢN VIỆT NAM")]])
    document = word.read(header + word.bold("KẾ HOẠCH") + word.p("Nội dung."))
    assert (document.doc_type, document.regime) == (None, "party")


def test_a_text_that_is_no_document_has_no_components(word: WordFiles):
    body = word.p("Nhật ký", run="<w:b/>") + word.p("Hôm nay, ngày 5 tháng 3 năm 2026 trời mưa.")
    document = word.read(body + word.p("Chúng tôi xin ý kiến nơi nhận: không có. " * 3))
    assert document.components == ()
    assert document.content == frozenset()
    assert (document.doc_type, document.regime) == (None, "other")


def test_of_a_scan_or_a_head_in_a_text_box_nothing_is_claimed(word: WordFiles):
    box = f"<w:r><w:pict><w:txbxContent>{word.bold(NATIONAL)}</w:txbxContent></w:pict></w:r>"
    for body in (word.p("Trang 1"), word.p(box) + word.p("Nội dung của văn bản. " * 20)):
        assert word.read(body).regime == "unknown"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("HỎA TỐC", "urgency"),
        ("KHẨN", "urgency"),
        ("MẬT", "secrecy"),
        ("LƯU HÀNH NỘI BỘ", "circulation"),
        ("DỰ THẢO", "draft_mark"),
        ("(DỰ THẢO LẦN 2)", "draft_mark"),
    ],
)
def test_marks_of_the_head(word: WordFiles, text: str, role: str):
    document = word.read(decision(word, head(word, left=word.bold(text))))
    assert roles(document)[role] == text
    assert roles(document)["issuing_agency"] == "SỞ NỘI VỤ"
