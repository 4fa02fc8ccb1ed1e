from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from motcua.checker.errors import UsageError
from motcua.checker.intake.mapping import MAPPING_FILE, read_mapping
from motcua.cli import main

from tests.documents.test_encodings import to_tcvn3

Fixture = Callable[..., Any]
ODD = ["Thủ tục số", "Ngày đăng lên bảng tin", "Ghi chú của cán bộ"]
ROWS = [["1.004222", "12/12/2025", "x"], ["1.004223", "13/12/2025", ""]]
MAPPING = """\
- table: postings
  columns:
    Thủ tục số: code
    NGAY DANG LEN BANG TIN: posted_on
"""


def test_headers_are_what_the_unit_says_they_are(read: Fixture, make_csv: Fixture):
    found = read({"a.csv": make_csv([ODD, *ROWS]), MAPPING_FILE: MAPPING.encode()})
    assert found.values("code") == ["1.004222", "1.004223"]
    assert found.values("posted_on") == [dt.date(2025, 12, 12), dt.date(2025, 12, 13)]
    assert [(a.file, a.table) for a in found.accounts] == [
        ("a.csv", "postings"),
        (MAPPING_FILE, ""),
    ]
    assert found.codes == []
    assert len(found.accounts[1].sha256) == 64


def test_a_named_header_beats_the_fields_own_title(read: Fixture, make_csv: Fixture):
    table = [
        ["Mã thủ tục", "Ngày niêm yết", "Ngày đăng thật"],
        ["1.004222", "1/1/2020", "2/2/2020"],
    ]
    named = '- {files: "so*.csv", table: postings, columns: {"Ngày đăng thật": posted_on}}'
    found = read(
        {"so 1.csv": make_csv(table), "b.csv": make_csv(table), MAPPING_FILE: named.encode()}
    )
    assert found.values("posted_on") == [dt.date(2020, 1, 1), dt.date(2020, 2, 2)]


def test_a_group_and_its_heading_are_named_as_the_place_shows_them(
    read: Fixture, make_csv: Fixture
):
    table = [["Mã TTHC", "Bảng tin", ""], ["", "Bắt đầu", "Kết thúc"], [*ROWS[0][:2], "1/2/2026"]]
    named = '- {table: postings, columns: {"Bảng tin – Bắt đầu": posted_on, Kết thúc: removed_on}}'
    found = read({"a.csv": make_csv(table), MAPPING_FILE: named.encode()})
    assert found.values("posted_on") == [dt.date(2025, 12, 12)]
    assert found.values("removed_on") == [dt.date(2026, 2, 1)]


def test_a_header_that_no_file_has_is_told(read: Fixture, make_csv: Fixture):
    more = MAPPING + "    Ngày bóc xuống: removed_on\n"
    found = read({"a.csv": make_csv([ODD, *ROWS]), MAPPING_FILE: more.encode()})
    (notice,) = found.accounts[1].notices
    assert (notice.code, notice.place) == ("unused_mapping", "dòng 5")
    assert "'Ngày bóc xuống'" in notice.text.vi


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (("posted_on", "posted_at"), ":4:5:", "có phải 'posted_on'?"),
        (("postings", "posting"), ":1:3:", "có phải 'postings'?"),
        (("postings", "documents"), ":1:3:", "không có bảng 'documents'"),
        (("columns", "colums"), ":2:3:", "có phải 'columns'?"),
        (("posted_on", "code"), ":2:3:", "hai tiêu đề"),
        (("Thủ tục số", '" : "'), ":3:5:", "trống"),
        (("NGAY DANG LEN BANG TIN", "Thủ tục số"), ":4:5:", "hai lần"),
        ((MAPPING, "table: postings\n"), ":1:1:", "danh sách"),
        (("posted_on", "&a posted_on"), ":4:", "&"),
    ],
)
def test_a_fault_in_a_mapping_is_shown_where_it_stands(
    tmp_path: Path, change: tuple[str, str], place: str, said: str
):
    path = tmp_path / MAPPING_FILE
    path.write_text(MAPPING.replace(*change), encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_mapping(path)
    assert f"{MAPPING_FILE}{place}" in error.value.text.vi
    assert said in error.value.text.vi


def run(path: Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["map", str(path)])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("first", ["1.004222", "1.004222.000.00.00.H20"])
def test_the_first_row_of_data_is_no_second_row_of_the_header(
    tmp_path: Path, make_csv: Fixture, first: str
):
    path = tmp_path / "a.csv"
    path.write_bytes(make_csv([["Mã số TT", "Tên gọi", "Ngày treo"], [first, "Thử", "09/03/2026"]]))
    written = run(path)[1]
    assert '"Mã số TT": code' in written
    assert first not in written and "09/03/2026" not in written


def test_the_command_suggests_a_mapping_that_reads_the_file(
    read: Fixture, make_csv: Fixture, tmp_path: Path
):
    header = ["Mã số thủ tục HC", "Ngày niêm yết trên bảng", "Số lượt xem: 5%", "Lệ phí"]
    content = make_csv([["SỔ"], header, ["1.004222", "12/12/2025", "9", "x"]])
    (tmp_path / "sổ [cũ].csv").write_bytes(content)
    code, suggested, _ = run(tmp_path / "sổ [cũ].csv")
    assert code == 0
    assert '"Mã số thủ tục HC": code' in suggested
    assert '"Ngày niêm yết trên bảng": posted_on' in suggested
    assert '#    "Số lượt xem: 5%":' in suggested
    found = read({MAPPING_FILE: suggested.encode()})
    assert found.values("code") == ["1.004222"]
    assert found.values("posted_on") == [dt.date(2025, 12, 12)]


def test_a_register_in_old_letters_is_suggested_in_unicode(make_csv: Fixture, tmp_path: Path):
    header = [to_tcvn3("Mã thủ tục"), to_tcvn3("Ngày niêm yết trên bảng tin")]
    (tmp_path / "a.csv").write_bytes(make_csv([header, ROWS[0][:2]], "latin-1"))
    code, suggested, _ = run(tmp_path / "a.csv")
    assert code == 0
    assert '"Ngày niêm yết trên bảng tin": posted_on' in suggested


def test_a_register_that_needs_no_mapping_is_told_so(make_csv: Fixture, tmp_path: Path):
    (tmp_path / "a.csv").write_bytes(make_csv([["Mã TTHC", "Ngày niêm yết"], ROWS[0][:2]]))
    code, suggested, _ = run(tmp_path / "a.csv")
    assert code == 0
    assert "Không cần nêu thêm" in suggested
    (tmp_path / MAPPING_FILE).write_text(suggested, encoding="utf-8")
    assert read_mapping(tmp_path / MAPPING_FILE).named == ()


def test_a_hostile_name_does_not_break_out_of_its_comment(read: Fixture, tmp_path: Path):
    rows = [{"Mã TTHC": "1.004222", "Ngày đăng bảng\n- x": "12/12/2025", "Lệ phí": "x"}]
    (tmp_path / "a.json").write_text(json.dumps({"ds\n- {table: x}": rows}), encoding="utf-8")
    code, suggested, _ = run(tmp_path / "a.json")
    assert code == 0
    assert read({MAPPING_FILE: suggested.encode()}).values("posted_on") == [dt.date(2025, 12, 12)]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"Ho ten,Tuoi\nA,5\n", 3),
        ("a.csv", b"", 3),
        ("a.exe", b"MZ", 3),
        ("a.xlsx", b"PK\3\4", 2),
        ("a.json", b"[{", 2),
    ],
)
def test_a_file_without_a_register_is_no_success(
    tmp_path: Path, name: str, content: bytes, code: int
):
    (tmp_path / name).write_bytes(content)
    found, suggested, said = run(tmp_path / name)
    assert (found, suggested) == (code, "")
    assert said.strip()
