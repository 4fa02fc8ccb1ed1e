"""The 29 types of Decree 30/2020, Article 7, and the regimes."""

from __future__ import annotations

import pytest
from motcua.checker.documents.wording import TYPES

from tests.documents.word_files import WordFiles

NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LETTERS = ("công văn",)
"""What has no type name on it."""


def kind(word: WordFiles, title: str, number: str, agency: str = "SỞ NỘI VỤ") -> tuple[object, str]:
    left = word.bold(agency) + word.center(number)
    head = word.table([[left, word.bold(NATIONAL) + word.bold(MOTTO)]])
    body = word.bold(title) if title else word.center("Kính gửi: Sở Y tế")
    document = word.read(head + body + word.p("Nội dung của văn bản."))
    return document.doc_type, document.regime


@pytest.mark.parametrize("name", [name for name in TYPES if name not in LETTERS])
def test_every_type_with_a_name(word: WordFiles, name: str):
    assert kind(word, name.upper(), "Số: 01/AB-SNV") == (name, "administrative")
    assert kind(word, f"{name.upper()} CÔNG TÁC", "Số:     /AB-SNV") == (name, "administrative")


def test_a_letter_has_no_name(word: WordFiles):
    assert kind(word, "", "Số: 01/SNV-VP") == ("công văn", "administrative")


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("LUẬT", "Luật số: 12/2025/QH15", (None, "normative")),
        ("NGHỊ ĐỊNH", "Số:     /2025/NĐ-CP", (None, "normative")),
        ("THÔNG TƯ", "Số: 01/2025/TT-BNV", (None, "normative")),
        ("QUYẾT ĐỊNH", "Số: …/2025/QĐ-UBND", (None, "normative")),
        ("NGHỊ QUYẾT", "Số: 15/2025/NQ-HĐND", (None, "normative")),
        ("NGHỊ QUYẾT", "Số: 15/NQ-HĐND", ("nghị quyết", "administrative")),
        ("HỢP ĐỒNG", "Số: 15/2025/HĐ-SNV", ("hợp đồng", "administrative")),
        ("DỰ THẢO BÁO CÁO", "Số:   /BC-SNV", ("báo cáo", "administrative")),
        ("TỜ KHAI", "Số: 15/TK", (None, "form")),
        ("PHIẾU TRÌNH", "Số: 15/PTr-SNV", (None, "form")),
        ("PHIẾU CHUYỂN", "Số: 15/PC-SNV", ("phiếu chuyển", "administrative")),
        ("ĐIỀU LỆ", "Số: 15/ĐL-SNV", (None, "unknown")),
        ("ĐỒNG HÀNH CÙNG DOANH NGHIỆP", "Số: 15/SNV", (None, "unknown")),
    ],
)
def test_what_title_and_number_say(
    word: WordFiles, title: str, number: str, expected: tuple[str | None, str]
):
    assert kind(word, title, number) == expected


def test_a_how_to_without_a_head_is_no_document(word: WordFiles):
    body = word.bold("HƯỚNG DẪN SỬ DỤNG PHẦN MỀM") + word.p("Bước 1: mở phần mềm. " * 10)
    document = word.read(body)
    assert (document.doc_type, document.regime, document.components) == (None, "other", ())


def test_the_party_in_running_text_makes_no_party_document(word: WordFiles):
    body = word.bold("BÀI THU HOẠCH") + word.p("Lịch sử Đảng Cộng sản Việt Nam")
    assert word.read(body + word.p("Nội dung bài viết. " * 10)).regime == "other"


@pytest.mark.parametrize(
    ("reference", "regime"),
    [
        (
            "(Kèm theo Kế hoạch số ...../KH-UBND ngày ..... của Ủy ban nhân dân xã An)",
            "administrative",
        ),
        ("(Kèm theo Công văn số 12/UBND-VP ngày 02/3/2026 của UBND xã An)", "administrative"),
        ("(Kèm theo Thông tư số 12/2026/TT-BNV của Bộ trưởng Bộ Nội vụ)", "normative"),
        ("(Kèm theo Quyết định số ...../QĐ-UBND của Ủy ban nhân dân tỉnh)", "unknown"),
        ("(Kèm theo Kế hoạch số 12-KH/TU của Tỉnh ủy)", "unknown"),
        ("(Kèm theo Kế hoạch số 12/KH-LĐLĐ của Liên đoàn Lao động tỉnh)", "unknown"),
        ("(Kèm theo Báo cáo số 12/BC-CT của Công ty An)", "unknown"),
        ("(Kèm theo Báo cáo này)", "unknown"),
    ],
)
def test_an_annex_alone_is_what_its_reference_says(word: WordFiles, reference: str, regime: str):
    centred = [word.bold(words) for words in ("Phụ lục I", "DANH MỤC", reference)]
    document = word.read("".join(centred) + word.p("Nội dung của phụ lục. " * 10))
    assert (document.doc_type, document.regime) == (None, regime)
