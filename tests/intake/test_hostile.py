from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from motcua.checker.intake.folder import open_unit
from motcua.checker.intake.reader import read_exports

Fixture = Callable[..., Any]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
HEAD = "".join(
    f'<c r="{column}1" t="inlineStr"><is><t>{title}</t></is></c>'
    for column, title in zip("ABC", ("Mã TTHC", "Ngày niêm yết", "Ngày gỡ"), strict=True)
)


def sheet(rows: str, end: str = "</sheetData></worksheet>") -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{HEAD}</row>{rows}{end}'.encode()


def workbook(parts: dict[str, bytes | None]) -> bytes:
    """A real workbook, some of its parts put in place of openpyxl's; None leaves one out."""
    original, changed = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(original)
    with zipfile.ZipFile(original) as source, zipfile.ZipFile(changed, "w", 8) as target:
        for name in dict.fromkeys([*source.namelist(), *parts]):
            content = parts.get(name, source.read(name) if name in source.namelist() else None)
            if content is not None:
                target.writestr(name, content)
    return changed.getvalue()


def text_cell(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


DATA = f'<row r="2">{text_cell("A2", "1.004222")}{text_cell("B2", "1/2/2025")}</row>'
FAR = "<v>1</v></c></row>"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
LOCKED = OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
GOOD_CSV = "Mã TTHC,Ngày niêm yết\n1.004222,1/2/2025\n"
LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'

REFUSED = {
    "locked.xlsx": (LOCKED, "encrypted"),
    "old.xlsx": (OLE + b"\0" * 600, "not_zip"),
    "really.csv.xlsx": (GOOD_CSV.encode(), "not_zip"),
    "empty.xlsx": (b"", "empty_file"),
    "cut.xlsx": (workbook({SHEET: sheet(DATA)})[:-400], "damaged"),
    "bomb.xlsx": (workbook({"xl/media/a.bin": b"\0" * (65 << 20)}), "zip_bomb"),
    "climbs.xlsx": (workbook({"../a.xml": b""}), "unsafe_archive"),
    "word.xlsx": (workbook({"xl/workbook.xml": None}), "not_workbook"),
    "binary.xlsx": (workbook({"xl/workbook.xml": b"\x00\x01"}), "damaged"),
    "no rels.xlsx": (workbook({"xl/_rels/workbook.xml.rels": None}), "damaged"),
    "no sheet.xlsx": (workbook({SHEET: None}), "damaged"),
    "half a sheet.xlsx": (workbook({SHEET: sheet(DATA, end="")}), "damaged"),
    "ill-formed.xlsx": (workbook({SHEET: sheet(DATA, end="</x>")}), "damaged"),
    "entities.xlsx": (workbook({SHEET: LAUGHS + sheet(DATA)}), "damaged"),
    "utf-16.xlsx": (workbook({SHEET: sheet(DATA).decode().encode("utf-16")}), "damaged"),
    "far.xlsx": (workbook({SHEET: sheet(f'<row r="9"><c r="XFD1048576">{FAR}')}), "too_large"),
    "far quoted.xlsx": (
        workbook({SHEET: sheet(f"<row r='9'><c a='>' r='XFD1048576'>{FAR}")}),
        "too_large",
    ),
    "far counted.xlsx": (
        workbook({SHEET: sheet(f'<row r="1048576">{"<c/>" * 16000}<c>{FAR}')}),
        "too_large",
    ),
    "beyond.xlsx": (workbook({SHEET: sheet(f'<row r="99999999999"><c>{FAR}')}), "too_large"),
    "windows-1258.csv": (GOOD_CSV.replace("ã", "a\u0303").encode("cp1258", "ignore"), "encoding"),
    "no mark.csv": (GOOD_CSV.encode("utf-16-le"), "encoding"),
    "zeros.csv": (GOOD_CSV.encode() + b"\0\0", "encoding"),
    "open quote.csv": (GOOD_CSV.encode() + b'"1.004223,1/2/2025\n', "broken_quotes"),
    "huge field.csv": (GOOD_CSV.encode() + b"x" * 200_000, "broken_quotes"),
    "wide.csv": (GOOD_CSV.encode() + b"x," * 1_000_000, "too_wide"),
    "empty.csv": (b"", "empty_file"),
    "blank.csv": (b"\xef\xbb\xbf,,\n,,\n", "empty_file"),
    "a.xml": (LAUGHS, "unread_format"),
    "a.json": (b"[" * 100_000, "damaged"),
    "a.XLS": (OLE, "damaged"),
    "a.exe": (b"MZ", "unsupported"),
    "no kind": (b"?", "unsupported"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_its_reason_and_its_hash(read: Fixture, name: str):
    content, code = REFUSED[name]
    account = read({name: content}).account
    assert (account.file, account.table, account.rows_read) == (name, "", 0)
    assert [notice.code for notice in account.notices] == [code]
    assert len(account.sha256) == 64


def test_an_undecodable_byte_is_named(read: Fixture):
    content = b"\xef\xbb\xbf" + GOOD_CSV.encode() + b"x" * 300_000 + b"\xff"
    (notice,) = read({"a.csv": content}).account.notices
    assert notice.place == f"byte {len(content) - 1}"


def test_formatted_empty_cells_far_away_do_no_harm(read: Fixture):
    rows = DATA + '<row r="1048576"><c r="XFD1048576" s="1"/><c r="A1048576" s="1"/></row>'
    found = read({"a.xlsx": workbook({SHEET: sheet(rows)})})
    assert found.codes == []
    assert found.values("code") == ["1.004222"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('<c r="C2"><f>TODAY()</f></c>', "formula_without_value"),
        ('<c r="C2"><f>TODAY()</f><v/></c>', "formula_without_value"),
        ('<c r="C2"><f>TODAY()</f><v></v></c>', "formula_without_value"),
        ('<c r="C2" t="e"><f>A1</f><v>#REF!</v></c>', "error_value"),
        ('<c r="C2" t="e"><v>#N/A</v></c>', "error_value"),
        ('<c r="C2" t="str"><f>A1</f><v></v></c>', None),
        ('<c r="C2" s="1"/>', None),
        ('<c r="C2"><f>A1</f><v>45689</v></c>', None),
    ],
)
def test_a_cell_without_a_value_is_unknown_and_never_blank(
    read: Fixture, cell: str, code: str | None
):
    found = read({"a.xlsx": workbook({SHEET: sheet(DATA.replace("</row>", f"{cell}</row>"))})})
    assert found.codes == ([code] if code else [])
    assert (found.values("removed_on")[0] is None) == bool(code)
    if code:
        assert found.account.notices[0].place == "Sheet!C2"


def test_rows_of_nothing_but_formulas_are_there_all_the_same(read: Fixture):
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><f>X1</f></c><c r="B{n}"><f>X2</f></c></row>' for n in (2, 4)
    )
    found = read({"a.xlsx": workbook({SHEET: sheet(rows)})})
    assert [row[0] for row in found.rows] == [2, 4]
    assert (found.account.rows_refused, found.account.rows_kept) == (2, 0)


def test_days_counted_from_1904_are_not_trusted(read: Fixture):
    original = openpyxl.Workbook()
    original.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    buffer = io.BytesIO()
    original.save(buffer)
    assert read({"a.xlsx": buffer.getvalue()}).codes == ["date_system_1904"]


def test_a_file_that_cannot_be_opened_is_accounted_for(read: Fixture, tmp_path: Path):
    read({"a.csv": GOOD_CSV.encode()})
    folder = open_unit(tmp_path)
    (tmp_path / "a.csv").unlink()

    class NoSink:
        def begin(self, unit: int, source: object) -> int:
            raise AssertionError("nothing to begin")

        def rows(self, source: int, rows: object) -> None:
            raise AssertionError("no rows")

        def doubt(self, source: int, field: str) -> None:
            raise AssertionError("nothing to doubt")

    (account,) = read_exports(folder, 1, NoSink())
    assert [notice.code for notice in account.notices] == ["unreadable"]
