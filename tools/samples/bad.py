"""A commune with known faults, one kind a criterion; its headers are typed without marks.

Every fault is named where it is made. ``samples/expected/bad.yaml`` counts them by hand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from . import housekeeping, plan
from .letters import Letter, Page, letters
from .looks import BODY, LOOKS, Dressing
from .registers import Cell, Record, Register, delimited, workbook

UNIT = """\
name: UBND xã Bình Minh Thượng
code: H99.102
level: commune
province: tỉnh Minh Giang
fields:
  - hộ tịch
  - Chứng thực
  - Nuôi con nuôi
applies_iso: true
period:
  from: 2025-01-01
  to: 2026-11-22
# What the province has laid down itself, with its paper: without it, being late fails nobody.
parameters:
  posting_grace_days:
    value: 0
    basis: Quyết định số 15/2026/QĐ-UBND của UBND tỉnh Minh Giang
"""
OFFICE = ("UY BAN NHAN DAN XA BINH MINH THUONG",)
SIGNATURE = ("Binh Minh Thuong, ngay 20/11/2026", "NGUOI LAP BIEU")

NEVER_POSTED = "1.000419"
ONLY_ON_THE_PORTAL = "1.000593"
TAKEN_DOWN = "2.000927"
LATE: Mapping[str, dt.date] = {
    "1.004873": dt.date(2026, 1, 2),
    "2.001263": dt.date(2026, 7, 20),
}
NOT_SHOWN: Mapping[str, tuple[str, ...]] = {
    "1.001193": ("time_limit",),
    "1.004859": ("fee",),
    "1.001022": ("conditions",),
    "2.001019": ("form", "body"),
}
STILL_POSTED = "2.001023"
WITHOUT_PROCESS = ("2.001255", "1.004845")


def files() -> dict[str, bytes]:
    """The unit's files by their path in its folder."""
    return {
        "unit.yaml": UNIT.encode(),
        "QD cong bo.xlsx": workbook(decisions()),
        "DM TTHC.xlsx": workbook(procedures()),
        "niem yet.csv": delimited(postings()),
        "iso quy trinh.xlsx": workbook(*iso_registers()),
        "iso khac phuc.csv": delimited(iso_actions()),
        **housekeeping.bad(),
        **{f"documents/{name}.docx": letter.document() for name, letter in documents().items()},
    }


def decisions() -> Register:
    """The decisions as published: they are not this unit's to get wrong."""
    columns = {
        "Trich yeu": "title",
        "Noi ban hanh": "issuer",
        "So QD": "decision_no",
        "Ngay ky": "signed_on",
        "Hieu luc tu ngay": "effective_on",
    }
    return Register("Sheet1", (*OFFICE, "QUYET DINH CONG BO"), columns, plan.decisions())


def procedures() -> Register:
    """The same list, columns in another order."""
    columns = {
        "Ten linh vuc": "field",
        "Thu tuc hanh chinh": "name",
        "Ma so TTHC": "code",
        "Trang thai": "change",
        "QD cong bo": "decision_no",
        "Cap": "levels",
        "Mau don": "has_form",
        "Co le phi": "has_fee",
        "Co dieu kien": "has_conditions",
    }
    rows = plan.procedures()
    title = (*OFFICE, "DANH MUC TTHC")
    return Register("Sheet1", title, columns, rows, f"Cong: {len(rows)} TTHC", SIGNATURE)


def postings() -> Register:
    """The posting register with the faults of NY-01 to NY-04."""
    columns = {
        "Ngay cong khai": "posted_on",
        "Ngay go bo": "removed_on",
        "Ma TTHC": "code",
        "Ten TTHC": "name",
        "Noi niem yet": "channel",
        "Trinh tu": "shows_steps",
        "Cach thuc": "shows_method",
        "Thanh phan ho so": "shows_components",
        "Thoi gian giai quyet": "shows_time_limit",
        "Doi tuong": "shows_who",
        "Co quan giai quyet": "shows_body",
        "To khai": "shows_form",
        "Phi": "shows_fee",
        "Yeu cau dieu kien": "shows_conditions",
    }
    rows = [_spoiled(row) for row in plan.postings() if row["code"] != NEVER_POSTED]
    return Register("", (), columns, rows)


def _spoiled(row: Record) -> Record:
    code = str(row["code"])
    changes: dict[str, Cell] = {}
    if code == ONLY_ON_THE_PORTAL:
        changes["channel"] = "Trang thông tin điện tử"
    if code == TAKEN_DOWN:
        changes["removed_on"] = dt.date(2026, 10, 5)
    if code in LATE:
        changes["posted_on"] = LATE[code]
    if code == STILL_POSTED:
        changes["removed_on"] = None
    changes.update({f"shows_{part}": "" for part in NOT_SHOWN.get(code, ())})
    return {**row, **changes}


def iso_registers() -> tuple[Register, ...]:
    """Two procedures without process; neither audit nor review since 2024."""
    processes = {
        "Ma TTHC": "procedure_code",
        "Ky hieu quy trinh": "process_code",
        "Ten tai lieu": "process_name",
        "Phien ban": "revision",
        "Ngay phe duyet": "issued_on",
    }
    changes = {
        "Ngay hieu luc": "effective_on",
        "Van ban thay doi": "document_no",
        "Ma tai lieu": "process_code",
        "Ngay sua doi quy trinh": "updated_on",
    }
    audits = {
        "Dot danh gia": "audit_no",
        "Ngay du kien": "planned_on",
        "Ngay thuc hien": "audited_on",
        "Bien ban danh gia": "report_no",
    }
    reviews = {"Lan xem xet": "review_no", "Ngay xem xet": "reviewed_on"}
    kept = [row for row in plan.iso_processes() if row["procedure_code"] not in WITHOUT_PROCESS]
    return (
        Register("QT", ("DANH MUC QUY TRINH ISO",), processes, kept),
        Register("VB", ("CAP NHAT VAN BAN",), changes, _law_changes()),
        Register("DGNB", ("DANH GIA NOI BO",), audits, _audits()),
        Register("XXLD", ("XEM XET CUA LANH DAO",), reviews, _reviews()),
    )


def _law_changes() -> list[Record]:
    """One brought in five months late, one due on 01/11/2026 and never brought in."""
    updated: Mapping[str, dt.date | None] = {
        "612/QĐ-UBND": dt.date(2026, 9, 3),
        "09/2026/TT-BTP": None,
    }
    return [
        {**row, "updated_on": updated.get(str(row["document_no"]), row["updated_on"])}
        for row in plan.iso_law_changes()
    ]


def _audits() -> list[Record]:
    held = dt.date(2024, 8, 8)
    planned = dt.date(2026, 10, 15)
    return [
        {"audit_no": "DGNB-2024", "planned_on": held, "audited_on": held, "report_no": "12/BC"},
        {"audit_no": "DGNB-2026", "planned_on": planned, "audited_on": None, "report_no": ""},
    ]


def _reviews() -> list[Record]:
    return [
        {"review_no": "XXLD-2024", "reviewed_on": dt.date(2024, 12, 3)},
        {"review_no": "XXLD-2026", "reviewed_on": None},
    ]


def iso_actions() -> Register:
    """One closed after its due date, one past its due date and open."""
    columns = {
        "Ma phieu": "action_no",
        "Mo ta": "nonconformity",
        "Phan tich nguyen nhan": "cause",
        "Bien phap khac phuc": "action",
        "Ngay lap": "opened_on",
        "Han khac phuc": "due_on",
        "Ngay hoan thanh": "closed_on",
    }
    closed: Mapping[str, dt.date | None] = {"KPH-01": dt.date(2026, 3, 20), "KPH-03": None}
    rows = [
        {**row, "closed_on": closed.get(str(row["action_no"]), row["closed_on"])}
        for row in plan.iso_actions()
    ]
    return Register("", (), columns, rows)


def documents() -> dict[str, Letter]:
    """One fault a letter: paper, body font, quốc hiệu, number line."""
    right = letters("xã Bình Minh Thượng", "Bình Minh Thượng")
    return {
        "quyet-dinh": replace(right["quyet-dinh"], page=us_letter()),
        "cong-van": replace(right["cong-van"], dressing=arial_by_default()),
        "bao-cao": _misspelt(right["bao-cao"]),
        "to-trinh": _malformed_number(right["to-trinh"]),
    }


def us_letter() -> Page:
    """Paper of another country, an inch of margin all round."""
    inch = 1440
    return Page(width=12240, height=15840, top=inch, bottom=inch, left=inch, right=inch)


def arial_by_default() -> Dressing:
    """The default style says Arial 12; everything that is not body says its own font."""
    arial = replace(BODY, font="Arial", size=12)
    looks = {role: arial if look is BODY else look for role, look in LOOKS.items()}
    return Dressing(defaults=BODY, normal=arial, looks=looks)


def _misspelt(letter: Letter) -> Letter:
    """VIÊT for VIỆT, and not bold, by the style of the chain."""
    looks = {**LOOKS, "national_name": replace(LOOKS["national_name"], bold=False)}
    return replace(
        letter,
        national_name="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM",
        dressing=replace(letter.dressing, looks=looks),
    )


def _malformed_number(letter: Letter) -> Letter:
    """No leading zero, dash and stroke changed round."""
    return replace(letter, content={**letter.content, "number": "Số: 9-TTr/TTPVHCC"})
