from __future__ import annotations

import datetime as dt

import pytest
from motcua.checker.documents.records import record_rows
from motcua.checker.tables import table_specs

from tests.documents.word_files import WordFiles

STEPS = (
    ("TT", "Nội dung công việc", "Trách nhiệm", "Thời gian"),
    ("1", "Tiếp nhận hồ sơ", "Công chức một cửa", "0,5 ngày"),
    ("2", "Thẩm định", "Phòng Hộ tịch", "3 ngày"),
)
REVISIONS = (
    ("Lần ban hành", "Ngày", "Nội dung sửa đổi"),
    ("01", "10/02/2025", "Ban hành lần đầu"),
    ("02", "20/07/2025", "Cập nhật Nghị định 118/2025/NĐ-CP"),
)


def grid(word: WordFiles, rows):
    return word.table([[word.p(word.run(cell)) for cell in row] for row in rows])


def lines(word: WordFiles, *texts: str):
    return "".join(word.p(word.run(text)) for text in texts)


def rows(word: WordFiles, *parts: str, front: str = "Lần ban hành: 02"):
    head = lines(word, "QUY TRÌNH", "ĐĂNG KÝ KHAI SINH", "Mã hiệu: QT-01", front)
    document = word.read(head + "".join(parts))
    texts = {paragraph.index: paragraph.text for paragraph in document.paragraphs}
    found = record_rows(document)
    assert all(len(v) == len(table_specs()[t].fields) for t, its in found.items() for _, v in its)
    assert all(values[0] == "QT-01" for its in found.values() for _, values in its)
    return found, texts


def told(found, table: str):
    return [values[1:] for _, values in found[table]]


def test_steps_with_person_and_time_each_at_its_row(word: WordFiles):
    found, texts = rows(word, grid(word, STEPS))
    assert told(found, "iso_sheet_steps") == list(STEPS[1:])
    assert [texts[at] for at, _ in found["iso_sheet_steps"]] == ["1", "2"]


def test_a_cell_is_blank_only_where_nothing_stands_above_it(word: WordFiles):
    found, _ = rows(
        word, grid(word, (STEPS[0], ("1", "Nhận", "", "1 ngày"), ("2", "Trả", "A", "")))
    )
    assert told(found, "iso_sheet_steps") == [("1", "Nhận", "", "1 ngày"), ("2", "Trả", "A", None)]


def test_a_table_without_a_column_of_time_says_nothing_of_time(word: WordFiles):
    found, _ = rows(word, grid(word, [row[:3] for row in STEPS]))
    assert [values[3] for values in told(found, "iso_sheet_steps")] == [None, None]


def test_steps_in_running_text(word: WordFiles):
    found, _ = rows(word, lines(word, "Bước 1. Tiếp nhận hồ sơ: 0,5 ngày", "Bước đi"))
    assert told(found, "iso_sheet_steps") == [
        ("1", "Bước 1. Tiếp nhận hồ sơ: 0,5 ngày", None, None)
    ]


@pytest.mark.parametrize(
    ("front", "head", "alike"),
    [
        ("Lần ban hành: 02", "Lần ban hành", True),
        ("Lần soát xét: 02", "Lần soát xét", True),
        ("Lần ban hành: 02", "Lần sửa đổi", False),
        ("Lần ban hành: 02", "Lần ban hành/lần sửa đổi", None),
    ],
)
def test_revisions_and_whether_they_count_as_the_front_page(word: WordFiles, front, head, alike):
    table = grid(word, ((head, *REVISIONS[0][1:]), *REVISIONS[1:]))
    found, _ = rows(word, table, front=front)
    assert told(found, "iso_sheet_revisions") == [
        ("01", alike, dt.date(2025, 2, 10), "Ban hành lần đầu"),
        ("02", alike, dt.date(2025, 7, 20), "Cập nhật Nghị định 118/2025/NĐ-CP"),
    ]


def test_a_blank_row_of_the_table_of_revisions_is_none(word: WordFiles):
    found, _ = rows(word, grid(word, (*REVISIONS, ("", "", ""))))
    assert len(found["iso_sheet_revisions"]) == 2


def test_parts_with_their_first_words_and_each_record_kept(word: WordFiles):
    body = lines(
        word,
        "1. MỤC ĐÍCH",
        "Thống nhất cách giải quyết.",
        "Đoạn hai.",
        "2. PHẠM VI",
        "Mọi hồ sơ khai sinh.",
        "6. HỒ SƠ LƯU",
        "Phiếu kiểm soát quá trình",
        "Giấy khai sinh (bản sao)",
        "7. PHỤ LỤC",
        "Không tính",
    )
    found, texts = rows(word, body)
    assert told(found, "iso_sheet_parts") == [
        ("purpose", "Thống nhất cách giải quyết."),
        ("scope", "Mọi hồ sơ khai sinh."),
        ("record", "Phiếu kiểm soát quá trình"),
        ("record", "Giấy khai sinh (bản sao)"),
    ]
    assert texts[found["iso_sheet_parts"][0][0]] == "1. MỤC ĐÍCH"


def test_records_in_a_table_are_named_in_its_second_column(word: WordFiles):
    kept = (("TT", "Tên hồ sơ", "Thời gian lưu"), ("1", "Phiếu kiểm soát", "05 năm"))
    found, _ = rows(word, lines(word, "HỒ SƠ LƯU"), grid(word, kept))
    assert told(found, "iso_sheet_parts") == [("record", "Phiếu kiểm soát")]
