"""What lessens trust in a cell is said wherever a finding shows that cell."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import openpyxl
from click.testing import CliRunner
from motcua.checker.flags import Flags
from motcua.cli import main

UNIT = (
    "name: UBND xã Thử\ncode: H99.1\nlevel: commune\nprovince: tỉnh Minh Giang\n"
    "fields: [Hộ tịch]\nperiod: {from: 2026-01-01, to: 2026-11-22}\n"
)
DECISIONS = [
    ["Số quyết định công bố", "Ngày ký", "Ngày có hiệu lực"],
    ["10/QĐ-UBND", dt.date(2026, 3, 1), "10/03/26"],
]
PROCEDURES = [
    ["Mã thủ tục", "Tên thủ tục", "Lĩnh vực", "Cấp thực hiện", "Quyết định công bố", "Loại"],
    *(
        [f"1.00{n}222", f"Thủ tục {n}", "Hộ tịch", "Cấp xã", "10/QĐ-UBND", "Bãi bỏ"]
        for n in (1, 3, 5, 7, 9)
    ),
]
POSTED = dt.date(2026, 2, 1)
POSTINGS = [
    ["Mã thủ tục", "Tên thủ tục", "Hình thức niêm yết", "Ngày niêm yết", "Ngày gỡ"],
    ["1.001222", "Thủ tục 1", "Bảng", POSTED, None],
    ["1.003222", "Thủ tục 3", "Bảng", POSTED, None],
    ["1.005222", "Thủ tục 5", "Bảng", "=TODAY()", None],
    ["1.007222", "Thủ tục 7", "Bảng", "01/02/26", None],
    ["1.009222", "Thủ tục 9", "Bảng", POSTED, None],
    ["1.009222", "Thủ tục 9", "Bảng", POSTED, None],
]


def book(folder: Path, name: str, rows: list[list[Any]], hidden: tuple[int, ...] = ()) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    workbook.save(folder / name)


def flags_by_code(folder: Path, *options: str) -> Any:
    (folder / "unit.yaml").write_text(UNIT, encoding="utf-8")
    book(folder, "quyet-dinh.xlsx", DECISIONS)
    book(folder, "thu-tuc.xlsx", PROCEDURES)
    book(folder, "niem-yet.xlsx", POSTINGS, hidden=(3,))
    arguments = ["check", str(folder), "--as-of", "2026-11-22", "--pack", "posting", *options]
    return CliRunner().invoke(main, arguments)


def told(run: Any, id_: str) -> dict[str, set[tuple[str, str]]]:
    """Procedure -> (place, flag) of the evidence of a criterion."""
    (unit,) = json.loads(run.stdout)["units"]
    criterion = next(c for c in unit["criteria"] if c["id"] == id_)
    return {
        finding["subject"].split()[0]: {
            (f"{e['file']} {e['place']}", flag["code"])
            for e in finding["evidence"]
            for flag in e.get("flags", ())
        }
        for finding in (*criterion["findings"], *criterion["gaps"])
    }


def test_a_finding_tells_what_lessens_trust_in_the_cells_it_shows(tmp_path: Path):
    run = flags_by_code(tmp_path, "--format", "json")
    # Every one of them rests on the day of one decision, whose year has two digits.
    day = ("quyet-dinh.xlsx Sheet!C2", "two_digit_year")
    at = "niem-yet.xlsx Sheet!D"
    assert told(run, "NY-04") == {
        "1.001222": {day},
        "1.003222": {day, (f"{at}3", "hidden_row")},
        "1.005222": {day},
        "1.007222": {day, (f"{at}5", "two_digit_year")},
        "1.009222": {day, (f"{at}6", "duplicate_key")},
    }
    # Whether the sheet hangs is unknown for want of its day, which is no evidence of NY-03.
    assert (f"{at}4", "formula_without_value") in told(run, "NY-03")["1.005222"]


def test_an_officer_reads_it_on_the_page_and_in_the_proof(tmp_path: Path):
    saved = tmp_path / "result.json"
    flags_by_code(tmp_path, "--format", "json", "--output", str(saved))
    proof = CliRunner().invoke(main, ["explain", str(saved), "NY-04"]).stdout
    assert "[niem-yet.xlsx Sheet!D3] ⚠ dòng bị ẩn hoặc bị lọc" in proof
    assert "[quyet-dinh.xlsx Sheet!C2] ⚠ năm ghi hai chữ số" in proof
    page = flags_by_code(tmp_path, "--format", "html").stdout
    assert "⚠ dòng bị ẩn hoặc bị lọc" in page
    assert "⚠ năm ghi hai chữ số" in flags_by_code(tmp_path).stdout


def test_the_rows_that_were_flagged_are_those_that_are_told():
    flags, rows = Flags(), (1, 2, 7, 40, 59)
    for row in rows:
        flags.mark("a", row, "number_as_text")
    told_of = [row for row in range(62) if list(flags.of_cell("a", row, True))]
    assert (tuple(told_of), list(flags.of_cell("b", 7, True))) == (rows, [])


def test_a_certain_date_of_a_doubted_column_is_not_flagged():
    flags = Flags(columns={"posted_on": {"ambiguous_day_month", "hidden_column"}})
    assert list(flags.of_cell("posted_on", 2, True)) == ["hidden_column"]
    assert list(flags.of_cell("posted_on", 2, False)) == ["ambiguous_day_month", "hidden_column"]
