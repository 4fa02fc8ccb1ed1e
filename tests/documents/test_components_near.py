"""A misspelt quốc hiệu or tiêu ngữ is found as what it stands for, never as an agency."""

from __future__ import annotations

import pytest

from tests.documents.word_files import WordFiles

NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def roles(word: WordFiles, national: str, motto: str, agency: str = "SỞ NỘI VỤ") -> dict[str, str]:
    left = word.bold(agency) + word.center("Số: 15/BC-SNV")
    right = word.bold(national) + word.bold(motto) if national else word.bold(motto)
    body = word.table([[left, right]]) + word.bold("BÁO CÁO") + word.bold("Kết quả")
    return {c.role: c.text for c in word.read(body + word.p("Nội dung.")).components}


@pytest.mark.parametrize(
    "national",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "CỘNG HOA XÃ HỘI CHỦ NGHĨA VIÊT NAM",
        "CỘNG HOÀ XHCN VIỆT NAM",
        "CÔNG HOÀ XÃ HÔI CHỦ NGHIÃ VIỆT NAM.",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMM",
        "VIỆT NAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM",
    ],
)
def test_quoc_hieu(word: WordFiles, national: str):
    found = roles(word, national, MOTTO)
    assert found["national_name"] == national.replace("\n", " ")
    assert (found["motto"], found["issuing_agency"]) == (MOTTO, "SỞ NỘI VỤ")
    assert "superior_agency" not in found


@pytest.mark.parametrize(
    "motto",
    [
        "Độc lập - Tư do - Hạnh phúc",
        "Độc lập Tự do Hạnh phúc",
        "Độc lâp – Tự do – Hạnh phuc",
        "Độc lập - Hạnh phúc",
        "ĐỘC LẬP - TỰ DO - HẠNH PHÚC!",
        "Độc lập - Tự do -\nHạnh phúc",
    ],
)
def test_tieu_ngu(word: WordFiles, motto: str):
    found = roles(word, NATIONAL, motto)
    assert found["motto"] == motto.replace("\n", " ")
    assert (found["national_name"], found["issuing_agency"]) == (NATIONAL, "SỞ NỘI VỤ")


@pytest.mark.parametrize(
    "agency",
    [
        "BẢO HIỂM XÃ HỘI VIỆT NAM",
        "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI VIỆT NAM",
        "CÔNG ĐOÀN XÂY DỰNG VIỆT NAM",
        "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
        "HỘI NÔNG DÂN VIỆT NAM",
        "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM",
    ],
)
@pytest.mark.parametrize("national", [NATIONAL, "CỘNG HÒA XÃ HỘI VIỆT NAM", ""])
def test_an_agency_of_a_near_name_stays_an_agency(word: WordFiles, agency: str, national: str):
    found = roles(word, national, MOTTO, agency)
    assert found["issuing_agency"] == agency
    assert found.get("national_name", "") == national


@pytest.mark.parametrize(
    "lines",
    [
        ("Số: 15/SNV-VP V/v rà soát thủ tục",),
        ("Số:     /SNV-VP", "V/v rà soát thủ tục"),
        ("Số 15/SNV-VP", "(V/v: rà soát thủ tục)"),
        ("Số 15-CV/SNV", "Về việc rà soát thủ tục"),
    ],
)
def test_number_and_subject(word: WordFiles, lines: tuple[str, ...]):
    left = word.bold("SỞ NỘI VỤ") + "".join(word.center(line) for line in lines)
    head = word.table([[left, word.bold(NATIONAL) + word.bold(MOTTO)]])
    body = head + word.center("Kính gửi: Sở Y tế") + word.p("Căn cứ Công văn số 5/SYT v/v họp;")
    found = {c.role: c for c in word.read(body + word.p("Sở đề nghị.")).components}
    assert found["number_symbol"].paragraphs == (1,)
    assert found["subject_line"].paragraphs == (len(lines),)
    assert found["subject_line"].text.strip("()").endswith("rà soát thủ tục")
    assert found["number_symbol"].text.endswith(("/SNV-VP", "/SNV"))
    assert found["legal_bases"].text == "Căn cứ Công văn số 5/SYT v/v họp;"
