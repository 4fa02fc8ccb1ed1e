from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from motcua.checker.errors import NothingToCheckError, UsageError
from motcua.checker.intake.folder import find_units, open_unit
from motcua.checker.intake.unit import read_unit_file, unit_row
from motcua.checker.intake.waivers import read_waivers
from motcua.checker.tables import table_specs

FULL = """\
name: Sở Thử Nghiệm
code: 0123
level: department
province: Tỉnh Thử
fields: [Hộ tịch, "Đất đai"]
period: {from: 01/01/2026, to: 2026-06-30}
exports: {postings: niêm yết.xlsx}
applies_iso: true
parameters:
  posting_days: {value: 5, basis: Quyết định 1/QĐ-UBND}
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_a_unit_file_becomes_the_row_of_the_unit(tmp_path: Path):
    unit = read_unit_file(write(tmp_path, {"unit.yaml": FULL}) / "unit.yaml")
    assert unit.parameters["posting_days"].value == 5
    row, values = unit_row(unit, (unit.period.first, unit.period.last))
    assert row == 1
    assert dict(zip(table_specs()["units"].fields, values, strict=True)) == {
        "name": "Sở Thử Nghiệm",
        "code": "0123",
        "level": "department",
        "province": "Tỉnh Thử",
        "procedure_level": "province",
        "fields": ("ho tich", "dat dai"),
        "applies_iso": True,
        "period_from": dt.date(2026, 1, 1),
        "period_to": dt.date(2026, 6, 30),
    }


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("commune", "commune"),
        ("district", "district"),
        ("province", "province"),
        ("department", "province"),
        ("public_service_unit", None),
    ],
)
def test_what_is_not_said_is_unknown(tmp_path: Path, unit_text: str, level: str, expected: Any):
    text = unit_text.replace("level: commune", f"level: {level}")
    unit = read_unit_file(write(tmp_path, {"unit.yaml": text}) / "unit.yaml")
    days = (dt.date(2026, 1, 1), dt.date(2026, 3, 31))
    assert unit_row(unit, days)[1][4:] == (expected, None, None, *days)


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (("name:", "nmae:"), ":1:1:", "có phải 'name'?"),
        (("department", "sở"), ":3:1:", "'level': cần một trong: commune, district"),
        (("department", "departmen"), ":3:1:", "có phải 'department'?"),
        (("01/01/2026", "31/02/2026"), ":6:10:", "from"),
        (("01/01/2026", "2026"), ":6:10:", "from"),
        (("2026-06-30", "2025-06-30"), ":6:1:", "'from' sau ngày 'to'"),
        (("postings:", "postngs:"), ":7:1:", "có phải 'postings'?"),
        (("true", "yes"), ":8:1:", "applies_iso': cần true hoặc false (thấy 'yes')"),
        ((", basis: Quyết định 1/QĐ-UBND", ""), ":10:3:", "basis"),
        (("value: 5", "value: [5]"), ":10:18:", "value"),
        (("code: 0123", "code: 0123\ncode: 1"), ":3:1:", "hai lần"),
    ],
)
def test_a_fault_in_a_unit_file_is_shown_where_it_stands(
    tmp_path: Path, change: tuple[str, str], place: str, said: str
):
    path = write(tmp_path, {"unit.yaml": FULL.replace(*change)}) / "unit.yaml"
    with pytest.raises(UsageError) as error:
        read_unit_file(path)
    assert f"unit.yaml{place}" in error.value.text.vi
    assert said in error.value.text.vi


def test_waivers_are_read_in_order_and_their_faults_all_at_once(tmp_path: Path):
    path = tmp_path / "waivers.yaml"
    assert read_waivers(path) == ()
    item = "- {criterion: %s, reason: Sửa trụ sở, approver: Chủ tịch, from: 01/01/2026, to: %s}\n"
    path.write_text(item % ("NY-02", "31/03/2026") + item % ("NY-01", "2026-01-01"), "utf-8")
    first, second = read_waivers(path)
    assert (first.criterion, first.last) == ("NY-02", dt.date(2026, 3, 31))
    assert (second.criterion, second.first) == ("NY-01", second.last)
    path.write_text(item % ("NY-02", "31/12/2025") + item % ("NY-01", "mai"), "utf-8")
    with pytest.raises(UsageError) as error:
        read_waivers(path)
    assert "waivers.yaml:1:" in error.value.text.vi
    assert "waivers.yaml:2:" in error.value.text.vi
    path.write_text("criterion: NY-01", "utf-8")
    with pytest.raises(UsageError):
        read_waivers(path)
    path.write_text("# không có\n", "utf-8")
    assert read_waivers(path) == ()


def test_units_are_found_once_and_sorted_and_not_inside_each_other(tmp_path: Path, unit_text: str):
    names = ["xã b", "xã a", "sở/c", "xã a/cũ"]
    write(tmp_path, {f"{name}/unit.yaml": unit_text for name in names})
    found = find_units([tmp_path, tmp_path / "xã a", tmp_path / "sở"])
    assert [f.relative_to(tmp_path).as_posix() for f in found.folders] == ["sở/c", "xã a", "xã b"]
    assert [n.code for n in open_unit(tmp_path / "xã a").notices] == ["nested_unit"]


def test_nothing_found_is_an_error_of_its_own(tmp_path: Path):
    with pytest.raises(NothingToCheckError):
        find_units([tmp_path])
    with pytest.raises(UsageError):
        find_units([tmp_path / "nowhere"])


def test_the_files_of_a_unit_are_sorted_into_their_rooms(tmp_path: Path, unit_text: str):
    exports = "exports: {postings: 'sổ\\b.csv', decisions: ./a.csv, procedures: sổ/b.csv}\n"
    write(tmp_path, {"unit.yaml": unit_text + exports, "waivers.yaml": ""})
    write(
        tmp_path,
        dict.fromkeys(
            ["a.csv", "sổ/b.csv", "c.docx", "documents/d.docx", "Documents/2025/e.DOC"], ""
        ),
    )
    write(tmp_path, dict.fromkeys(["documents/f.xlsx", "~$a.csv", ".DS_Store", "Thumbs.db"], ""))
    folder = open_unit(tmp_path)
    assert [(export.name, export.tables) for export in folder.exports] == [
        ("a.csv", ("decisions",)),
        ("sổ/b.csv", ("postings", "procedures")),
    ]
    assert [e.name for e in folder.documents] == ["Documents/2025/e.DOC", "documents/d.docx"]
    assert [(n.file, n.code) for n in folder.notices] == [
        ("c.docx", "misplaced"),
        ("documents/f.xlsx", "misplaced"),
    ]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ("../other/a.csv", "outside_folder"),
        ("x/../../other/a.csv", "outside_folder"),
        ("/etc/passwd", "outside_folder"),
        ("C:\\a.csv", "outside_folder"),
        ("..\\other\\a.csv", "outside_folder"),
        ("\\\\server\\a.csv", "outside_folder"),
        ("so.csv", "missing_file"),
        ("unit", "missing_file"),
    ],
)
def test_an_export_outside_or_missing_is_said_and_never_opened(
    tmp_path: Path, unit_text: str, wanted: str, code: str
):
    write(tmp_path, {"other/a.csv": "", "unit/sổ.csv": ""})
    text = unit_text + f"exports: {{postings: '{wanted}'}}\n"
    folder = open_unit(write(tmp_path / "unit", {"unit.yaml": text}))
    assert [(notice.file, notice.code) for notice in folder.notices] == [(wanted, code)]
    assert [(export.name, export.tables) for export in folder.exports] == [("sổ.csv", ())]


def test_links_out_are_noticed_and_not_followed(tmp_path: Path, unit_text: str):
    outside = write(tmp_path / "outside", {"a.csv": "", "unit.yaml": unit_text})
    text = unit_text + "exports: {postings: current.csv}\n"
    unit = write(tmp_path / "units/u", {"unit.yaml": text, "2026.csv": ""})
    try:
        (unit / "out.csv").symlink_to(outside / "a.csv")
    except OSError:
        pytest.skip("this system lets nobody make links")
    (unit / "folder").symlink_to(outside)
    (unit / "loop").symlink_to(unit)
    (unit / "self").symlink_to(unit / "self")
    (unit / "current.csv").symlink_to(unit / "2026.csv")
    (tmp_path / "units/linked").symlink_to(outside)
    found = find_units([tmp_path / "units"])
    assert found.folders == (unit,)
    assert [(n.file, n.code) for n in found.notices] == [("linked", "outside_folder")]
    folder = open_unit(unit)
    assert [(export.name, export.tables) for export in folder.exports] == [
        ("2026.csv", ("postings",))
    ]
    assert {(n.file, n.code) for n in folder.notices} >= {
        ("folder", "outside_folder"),
        ("out.csv", "outside_folder"),
    }
