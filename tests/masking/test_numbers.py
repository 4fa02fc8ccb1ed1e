"""Numbers of people are masked; numbers of anything else stay as they are."""

import pytest
from motcua.checker.masking.numbers import mask_numbers

MASKED = {
    "CCCD 001200123456": "CCCD *********456",
    "số định danh cá nhân: 079 200 123 456.": "số định danh cá nhân: *** *** *** 456.",
    "căn cước công dân số 079.200.123.456": "căn cước công dân số ***.***.***.456",
    "CMND 123456789, cấp ngày 05/03/2019": "CMND ******789, cấp ngày 05/03/2019",
    "CMND: 123 456 789": "CMND: *** *** 789",
    "giấy tờ 079200123456 của ông": "giấy tờ *********456 của ông",
    "«123456789»": "«******789»",
    "(079200123456)": "(*********456)",
    "ĐT 0912345678": "ĐT *******678",
    "0912.345.678": "****.***.678",
    "0912 345 678; 091 234 5678": "**** *** 678; *** *** *678",
    "0912-34-56-78": "****-**-*6-78",
    "+84 912 345 678": "+** *** *** 678",
    "+84912345678": "+********678",
    "0084912345678": "**********678",
    "(024) 3825 1234": "(***) **** *234",
    "02438251234": "********234",
    "024 3825 1234": "*** **** *234",
    "0236.3822.123": "****.****.123",
    "gọi 0987654321 hoặc 0912345678.": "gọi *******321 hoặc *******678.",
}
KEPT = (
    "1.004222",
    "1.004222.000.00.00.H56",
    "2.000488; 1.001193",
    "15/QĐ-UBND",
    "123456789/QĐ-UBND",
    "61/2018/NĐ-CP",
    "05/03/2026",
    "2026-03-05",
    "05.03.2026 09:30",
    "05.03.2026 - 06.04.2026",
    "000.00.01.H99-260305-0001",
    "H99.12.34-20260305-00012",
    "000.00.13.H29-210304-123456789",
    "912.345.678 đồng",
    "1.200.123.456 đồng",
    "500 000 000 đồng",
    "0,912345678",
    "0.912345678",
    "1900 1234",
    "18001096",
    "Sheet1!AB1234",
    "412 dòng, 0 trống",
    "TCVN ISO 9001:2015",
    "26/27 đạt, 1 không đạt",
    "000123456789012345",
    "a3f0912345678bc",
    "ký hiệu VB0912345678",
    "12,70 mm; 10.5 pt",
)


@pytest.mark.parametrize("text", MASKED)
def test_a_number_of_a_person_is_masked_to_its_last_three_digits(text):
    assert mask_numbers(text) == MASKED[text]
    assert mask_numbers(MASKED[text]) == MASKED[text]


@pytest.mark.parametrize("text", KEPT)
def test_every_other_number_stays(text):
    assert mask_numbers(text) == text
