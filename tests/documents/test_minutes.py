from __future__ import annotations

import datetime as dt

import pytest
from motcua.checker.documents.records import record_rows
from motcua.checker.tables import table_specs

from tests.documents.word_files import WordFiles

HELD_ON = dt.date(2025, 10, 20)
DAY = "Hôm nay, ngày 20 tháng 10 năm 2025, tại trụ sở Sở Tư pháp"
REVIEW, AUDIT = "HỌP XEM XÉT CỦA LÃNH ĐẠO", "ĐÁNH GIÁ NỘI BỘ"
INPUTS = {
    "in_previous_actions": "1. Tình trạng của các hành động từ lần xem xét trước",
    "in_changes": "2. Những thay đổi trong các vấn đề nội bộ và bên ngoài",
    "in_feedback": "a) Sự hài lòng và phản hồi của người dân, tổ chức",
    "in_objectives": "b) Mức độ thực hiện các mục tiêu chất lượng",
    "in_performance": "c) Kết quả thực hiện các quá trình: 98% đúng hạn",
    "in_nonconformities": "d) Sự không phù hợp và hành động khắc phục",
    "in_monitoring": "đ) Kết quả theo dõi và đo lường",
    "in_audits": "e) Kết quả đánh giá nội bộ ngày 15/9/2025",
    "in_suppliers": "g) Kết quả thực hiện của nhà cung cấp bên ngoài",
    "in_resources": "4. Sự đầy đủ của nguồn lực",
    "in_risks": "5. Hiệu lực của hành động giải quyết rủi ro và cơ hội",
    "in_improvement": "6. Cơ hội cải tiến",
}
OUTPUTS = {
    "out_improvement": "- Cải tiến: rút ngắn bước thẩm định",
    "out_changes": "- Nhu cầu thay đổi hệ thống quản lý chất lượng: không",
    "out_resources": "- Nhu cầu về nguồn lực: thêm 01 máy quét",
}


def rows(word: WordFiles, *lines: str, title: str = REVIEW):
    document = word.read("".join(word.p(word.run(line)) for line in ("BIÊN BẢN", title, *lines)))
    texts = {paragraph.index: paragraph.text for paragraph in document.paragraphs}
    return record_rows(document), texts


def points(word: WordFiles, *lines: str, title: str = REVIEW):
    found, texts = rows(word, DAY, *lines, title=title)
    for at, (_, held_on, _, said) in found["iso_minutes_points"]:
        assert (held_on, said) == (HELD_ON, texts[at])
    return [values[2] for _, values in found["iso_minutes_points"]]


def people(word: WordFiles, *lines: str):
    found, _ = rows(word, DAY, *lines, title=AUDIT)
    return [values[2:] for _, values in found["iso_minutes_people"]]


def test_every_input_and_output_is_found_at_its_paragraph(word: WordFiles):
    lines = [*INPUTS.values(), "III. KẾT LUẬN CỦA LÃNH ĐẠO", *OUTPUTS.values()]
    assert points(word, *lines) == [*INPUTS, *OUTPUTS]


def test_what_a_table_has_as_a_field_the_minutes_can_tell(word: WordFiles):
    known = {name for name in table_specs()["iso_reviews"].fields if name[:3] in ("in_", "out")}
    assert known == {*INPUTS, *OUTPUTS}
    told = table_specs()["iso_minutes_points"].fields["minutes_point"].values
    assert {*told} == known | {"finding"}


@pytest.mark.parametrize(
    "line",
    [
        "5. Rủi ro và cơ hội: chưa xem xét",
        "6. Không đề cập cơ hội cải tiến",
        "Cuộc họp kết thúc lúc 17 giờ",
        "Nguồn lực",
    ],
)
def test_what_was_not_done_or_is_not_named_is_no_point(word: WordFiles, line: str):
    assert points(word, line) == []


def test_outputs_stand_below_their_heading_only(word: WordFiles):
    assert points(word, OUTPUTS["out_resources"]) == []
    assert points(word, "KẾT LUẬN", INPUTS["in_improvement"]) == ["out_improvement"]


def test_numbered_nonconformities_of_an_audit(word: WordFiles):
    lines = ("KPH-01: Thiếu phiếu kiểm soát", "- Điểm không phù hợp số 2: Chậm cập nhật", "Hết")
    assert points(word, *lines, title=AUDIT) == ["finding", "finding"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("Trưởng đoàn: Bà Trần Thị Mẫu – Phó Trưởng phòng",), [("auditor", "Trần Thị Mẫu")]),
        (
            ("Đánh giá viên: Trần Thị Mẫu, Phó Chánh Văn phòng; ông Lê Văn Ví",),
            [("auditor", "Trần Thị Mẫu"), ("auditor", "Lê Văn Ví")],
        ),
        (
            (
                "Đoàn đánh giá gồm:",
                "1. Ông Lê Văn Ví - Trưởng đoàn",
                "2. Bà Trần Thị Mẫu",
                "Nội dung",
            ),
            [("auditor", "Lê Văn Ví"), ("auditor", "Trần Thị Mẫu")],
        ),
        (("Đại diện bên được đánh giá: Lê Văn Ví",), [("audited", "Lê Văn Ví")]),
        (
            ("Chủ trì: Ông Phạm Văn Thử", "Thư ký: Đỗ Thị Mai"),
            [("chair", "Phạm Văn Thử"), ("secretary", "Đỗ Thị Mai")],
        ),
        (("Người đánh giá: trần thị mẫu",), [("auditor", None)]),
        (
            ("Đánh giá viên: Trương Văn Thử, Tô Thị Mẫu, Đoàn Văn Ví",),
            [("auditor", "Trương Văn Thử"), ("auditor", "Tô Thị Mẫu"), ("auditor", "Đoàn Văn Ví")],
        ),
        (("Đánh giá viên: TỔ ĐÁNH GIÁ NỘI BỘ",), [("auditor", None)]),
        (
            ("Đánh giá viên: Trần Thị Mẫu, lê văn ví",),
            [("auditor", "Trần Thị Mẫu"), ("auditor", None)],
        ),
        (("Đánh giá viên: Tổ đánh giá nội bộ",), [("auditor", None)]),
        (("Đoàn đánh giá gồm:", "Cuộc họp bắt đầu lúc 8 giờ"), []),
    ],
)
def test_who_took_part_as_what(word: WordFiles, lines, told):
    assert people(word, *lines) == told


def test_rows_have_the_fields_of_their_tables(word: WordFiles):
    found, _ = rows(word, DAY, *INPUTS.values(), "Chủ trì: Ông Phạm Văn Thử")
    for table, its in found.items():
        assert its
        assert all(len(values) == len(table_specs()[table].fields) for _, values in its)
