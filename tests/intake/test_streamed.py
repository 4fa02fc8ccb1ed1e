"""A large workbook is read row by row; what its cells are worth is what calamine says."""

from __future__ import annotations

import datetime as dt
import io
import random
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from motcua.checker.intake import workbook
from motcua.checker.intake.model import NEVER
from motcua.checker.intake.sheets import Line, Notices, Refused

FORMATS = [
    "dd/mm/yyyy", "dd/mm/yyyy;@", "d-m-yy", "hh:mm", "[h]:mm:ss", "mmm yyyy", "General", "0.00",
    '#,##0 "đ"', '"ngày" dd "tháng" mm', "[Red]0.0", "yyyy\\-mm\\-dd hh:mm", "@", "0%",
    "[$-42A]dd mmmm yyyy", "# ?/?", "0.00E+00", "_-* #,##0_-",
]  # fmt: skip


def opened(path: Path, streamed: bool, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The sheets as read: name, what is hidden, filled rows from column A on; and the notices."""
    monkeypatch.setattr(workbook, "STREAMED_FROM", 0 if streamed else 1 << 60)
    notices = Notices(path.name)
    sheets = [
        (
            sheet.name,
            (list(sheet.hidden.rows), list(sheet.hidden.columns), sheet.hidden.sheet),
            [line for line in map(plain, [(n, [None] * (sheet.first_column - 1) + cells)
             for n, cells in sheet.rows]) if line[1]],
        )
        for sheet in workbook.read_workbook(path, notices)
    ]  # fmt: skip
    return sheets, notices.all()


def plain(line: Line) -> Line:
    """A row without the blank cells at its end; an empty text is blank."""
    cells = [None if cell == "" else cell for cell in line[1]]
    while cells and cells[-1] is None:
        cells.pop()
    return line[0], cells


def written(path: Path) -> None:
    """Every kind of cell that Excel writes, in two sheets, one hidden."""
    chance = random.Random(7)
    with xlsxwriter.Workbook(path, {"strings_to_numbers": False}) as book:
        sheet = book.add_worksheet("Sổ")
        for row, code in enumerate(FORMATS):
            style = book.add_format({"num_format": code})
            for column, number in enumerate(
                (0, 0.5, 1, 1.25, 59, 60, 61, 45000, 45000.75, 123.456, 3e6)
            ):
                sheet.write_number(row * 2, column + 1, number, style)
        style = book.add_format({"bold": True})
        sheet.write_rich_string(40, 1, "Thủ tục ", style, "đăng ký", " khai sinh")
        sheet.write_string(41, 1, "a_x000D_b _x0041_ <&> \t đ")
        sheet.write_boolean(42, 1, chance.random() > 0.5)
        sheet.write_formula(43, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(44, 1, '="a"', None, "a")
        sheet.write_formula(45, 1, "=TODAY()", None, "")
        sheet.merge_range("B50:C53", "gộp")
        sheet.set_row(41, None, None, {"hidden": True})
        sheet.set_column("D:D", None, None, {"hidden": True})
        other = book.add_worksheet("Ẩn")
        other.write_string(2, 3, "x")
        other.hide()
        book.add_worksheet("Rỗng")


def by_openpyxl(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["Mã", "Ngày", None, "Giờ"])
    sheet.append(["1.004222", dt.date(2026, 3, 5), True, dt.time(7, 30)])
    sheet.append([None, dt.datetime(2026, 3, 5, 16, 45), 2.5, dt.timedelta(hours=30)])
    sheet["A9"] = "=1+1"
    book.save(path)


@pytest.mark.parametrize("write", [written, by_openpyxl])
def test_rows_read_one_by_one_are_those_of_calamine(
    write: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "a.xlsx"
    write(path)
    assert opened(path, True, monkeypatch) == opened(path, False, monkeypatch)


BARE = '<row><c t="inlineStr"><is><t>mã {n}</t></is></c><c><v>{n}</v></c></row>'
ADDRESSED = '<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>'


def inline(row: str, rows: int, end: str = "</sheetData></worksheet>") -> bytes:
    cells = "".join(row.format(n=n) for n in range(1, rows + 1))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{related}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": "<Relationships xmlns="
        '"http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{related}/worksheet" Target="worksheets/s.xml"/>'
        "</Relationships>",
        "xl/worksheets/s.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}{end}',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def test_cells_without_addresses_stand_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "a.xlsx"
    path.write_bytes(inline(BARE, 3))
    (sheet,), _ = opened(path, True, monkeypatch)
    assert sheet[2] == [(n, [f"mã {n}", float(n)]) for n in (1, 2, 3)]


def test_a_sheet_that_proves_damaged_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.xlsx"
    path.write_bytes(inline(ADDRESSED, 3, '<row r="9"><c r="A9"></row></sheetData></worksheet>'))
    with pytest.raises(Refused) as refused:
        opened(path, True, monkeypatch)
    assert refused.value.notice.code == "damaged"


def test_a_register_read_by_row_counts_as_one_read_whole(
    read: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Sổ")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for at, head in enumerate(("Mã TTHC", "Tên thủ tục", "Nơi niêm yết", "Ngày niêm yết")):
            sheet.write(0, at, head)
        for row in range(1, 40):
            sheet.write_row(row, 0, (f"1.{row:06}", f"Thủ tục {row}", "Bảng"))
            sheet.write_datetime(row, 3, dt.datetime(2026, 1, 1) + dt.timedelta(days=row), day)
    content = path.read_bytes()
    whole = read({"b.xlsx": content})
    monkeypatch.setattr(workbook, "STREAMED_FROM", 0)
    by_row = read({"b.xlsx": content})
    assert by_row.rows == whole.rows
    assert by_row.values("posted_on")[0] == dt.date(2026, 1, 2) != NEVER
