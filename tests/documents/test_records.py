from __future__ import annotations

import datetime as dt

import pytest
from motcua.checker.documents.records import TABLES, process_sheet, record_rows
from motcua.checker.tables import table_specs

from tests.documents.word_files import WordFiles

FRONT = (
    ("Mã hiệu:", "QT-01/TP"),
    ("Lần ban hành:", "02"),
    ("Ngày ban hành:", "10/02/2026"),
)
REFERENCES = (
    "Nghị định số 118/2025/NĐ-CP về cơ chế một cửa",
    "Nghị định 107/2021/NĐ-CP sửa đổi Nghị định 61/2018/NĐ-CP",
    "Luật Hộ tịch năm 2014",
    "Quyết định 766/QĐ-TTg",
)


def sheet(word: WordFiles, front=FRONT, references=REFERENCES, heading="3. TÀI LIỆU VIỆN DẪN"):
    front_table = word.table([[word.p(a), word.p(b)] for a, b in front])
    named = "".join(word.p(word.run(text)) for text in references)
    return word.read(
        "".join(
            (
                word.p(word.run("QUY TRÌNH")),
                word.p(word.run("ĐĂNG KÝ KHAI SINH")),
                front_table,
                word.p(word.run("1. MỤC ĐÍCH")),
                word.p(word.run("Thay Nghị định 63/2010/NĐ-CP trong quy trình cũ")),
                word.p(word.run(heading)),
                named,
                word.p(word.run("4. NỘI DUNG QUY TRÌNH")),
                word.p(word.run("Bước 1 theo Thông tư 01/2018/TT-VPCP")),
            )
        )
    )


def text_cells(word: WordFiles, rows):
    return tuple((word.run(a), word.run(b)) for a, b in rows)


def test_a_sheet_says_its_code_revision_day_and_references(word: WordFiles):
    document = sheet(word, text_cells(word, FRONT))
    seen = process_sheet(document)
    assert seen is not None
    assert (seen.code, seen.name) == ("QT-01/TP", "ĐĂNG KÝ KHAI SINH")
    assert (seen.revision, seen.issued_on) == ("02", dt.date(2026, 2, 10))
    assert [number for _, number in seen.references] == [
        "118/2025/NĐ-CP",
        "107/2021/NĐ-CP",
        "766/QĐ-TTg",
    ]


def test_each_reference_has_the_paragraph_that_names_it(word: WordFiles):
    document = sheet(word, text_cells(word, FRONT))
    texts = {p.index: p.text for p in document.paragraphs}
    for at, values in record_rows(document)["iso_references"]:
        assert values[1] in texts[at]


def test_rows_have_the_fields_of_their_tables(word: WordFiles):
    rows = record_rows(sheet(word, text_cells(word, FRONT)))
    assert tuple(rows) == TABLES[:5]
    for table, its in rows.items():
        assert all(len(values) == len(table_specs()[table].fields) for _, values in its)


def test_label_and_value_in_one_paragraph(word: WordFiles):
    front = [("Mã hiệu: QT-01/TP", ""), ("Lần ban hành: 02", ""), ("Ngày ban hành: 10.02.2026", "")]
    seen = process_sheet(sheet(word, text_cells(word, front)))
    assert seen is not None
    assert (seen.code, seen.revision) == ("QT-01/TP", "02")
    assert seen.issued_on == dt.date(2026, 2, 10)


def test_what_is_stated_twice_in_two_ways_is_unknown(word: WordFiles):
    front = (*FRONT, ("Ngày ban hành:", "11/02/2026"), ("Lần ban hành:", "03"))
    seen = process_sheet(sheet(word, text_cells(word, front)))
    assert seen is not None
    assert (seen.revision, seen.issued_on) == (None, None)


@pytest.mark.parametrize(
    "front",
    [
        (("Lần ban hành:", "02"),),
        (("Mã hiệu:", "QT-01"), ("Mã hiệu:", "QT-02")),
        (("Mã hiệu:", ""),),
    ],
)
def test_a_file_without_one_code_is_no_sheet(word: WordFiles, front):
    document = sheet(word, text_cells(word, front))
    assert process_sheet(document) is None
    assert record_rows(document) == {}


def test_a_letter_that_speaks_of_a_process_is_no_sheet(word: WordFiles):
    document = word.read(
        word.p(word.run("Kính gửi: Sở Tư pháp"))
        + word.p(word.run("Mã hiệu: QT-01"))
        + word.p(word.run("Quy trình này thay quy trình cũ"))
    )
    assert process_sheet(document) is None


def test_references_end_with_the_next_heading_and_need_their_own(word: WordFiles):
    document = sheet(word, text_cells(word, FRONT), heading="3. ĐỊNH NGHĨA")
    assert record_rows(document)["iso_references"] == []


def minutes(word: WordFiles, *lines: str, title: str = "BIÊN BẢN"):
    opening = (title, "Đánh giá nội bộ hệ thống quản lý chất lượng")
    return word.read("".join(word.p(word.run(line)) for line in (*opening, *lines)))


DAY = "Hôm nay, ngày 15 tháng 9 năm 2025, tại trụ sở Sở Tư pháp"
COUNT = "Số điểm không phù hợp: 03"


def test_minutes_say_their_kind_day_and_findings(word: WordFiles):
    rows = record_rows(minutes(word, DAY, COUNT))
    assert rows["iso_minutes"] == [(0, ("audit", dt.date(2025, 9, 15), 3))]
    assert tuple(rows) == TABLES[5:]


def test_minutes_of_a_review(word: WordFiles):
    document = word.read(
        word.p(word.run("BIÊN BẢN HỌP XEM XÉT CỦA LÃNH ĐẠO")) + word.p(word.run(DAY))
    )
    assert record_rows(document)["iso_minutes"] == [(0, ("review", dt.date(2025, 9, 15), None))]


@pytest.mark.parametrize(
    ("lines", "held_on", "findings"),
    [
        ((DAY, COUNT, "Số điểm không phù hợp: 03"), dt.date(2025, 9, 15), None),
        ((DAY, "Thời gian: ngày 16 tháng 9 năm 2025", COUNT), None, 3),
        (("Hôm nay, ngày 31 tháng 9 năm 2025", COUNT), None, 3),
        ((DAY, "Số điểm không phù hợp: nhiều"), dt.date(2025, 9, 15), None),
        (("Căn cứ kế hoạch ngày 01 tháng 9 năm 2025",), None, None),
    ],
)
def test_what_minutes_do_not_say_once_is_unknown(word: WordFiles, lines, held_on, findings):
    assert record_rows(minutes(word, *lines))["iso_minutes"] == [(0, ("audit", held_on, findings))]


def test_other_minutes_and_other_papers_give_no_rows(word: WordFiles):
    assert record_rows(minutes(word, DAY, COUNT, title="KẾ HOẠCH")) == {}
    other = word.read(word.p(word.run("BIÊN BẢN BÀN GIAO")) + word.p(word.run(DAY)))
    assert record_rows(other) == {}
