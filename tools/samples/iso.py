"""Units with a quality-management system after TCVN ISO 9001, and one commune without.

A department that keeps every register, the same with twelve faults, a commune that applies the
framework model and one that does not. Who is named here is invented. The complete department
fills the workbooks that ``motcua template`` writes; the others hand in one .csv a register.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping, Sequence

from motcua.checker.tables import table_specs
from motcua.checker.templates import columns
from motcua.checker.templates import workbook as empty_registers
from openpyxl import load_workbook

from .iso_papers import conclusions, minutes, sheet, word
from .registers import Cell, Record, Register, delimited, restamped

Registers = dict[str, list[dict[str, Cell]]]
FIRST, LAST = dt.date(2025, 1, 1), dt.date(2025, 12, 31)

_DEPARTMENT = ("Sở Tư pháp tỉnh Minh Giang", "H99.20", "department", True, "Cấp tỉnh")
_COMMUNE = ("UBND xã Minh Giang Hạ", "H99.120", "commune", True, "Cấp xã")
_WITHOUT = ("UBND xã Minh Giang Tây", "H99.121", "commune", False, "Cấp xã")
_BOOKS = {
    "thu-tuc.xlsx": ("decisions", "procedures"),
    "tai-lieu.xlsx": ("iso_processes", "iso_documents", "iso_external_documents", "iso_records"),
    "cong-bo.xlsx": ("iso_announcements", "iso_scope_changes", "iso_law_changes"),
    "danh-gia.xlsx": ("iso_audits", "iso_reviews", "iso_actions", "iso_inspections"),
    "van-hanh.xlsx": ("iso_slips", "iso_objectives", "iso_surveys", "iso_suppliers"),
    "con-nguoi.xlsx": ("iso_competence", "iso_trainings", "iso_contracts"),
}


def units() -> dict[str, dict[str, bytes]]:
    """The files of each unit by their path in its folder."""
    return {
        "complete": _files(_DEPARTMENT, quality_records("Cấp tỉnh"), _LAW_IN_FORCE, _workbooks),
        "faults": _files(
            _DEPARTMENT, _with_faults(quality_records("Cấp tỉnh")), _LAW_ENDED, _lists
        ),
        "commune-applies": _files(_COMMUNE, quality_records("Cấp xã"), _LAW_IN_FORCE, _lists),
        "commune-without": _files(_WITHOUT, _lists_only(), "", _lists),
    }


_LAW_IN_FORCE, _LAW_ENDED = "118/2025/NĐ-CP", "61/2018/NĐ-CP"


def _files(
    office: tuple[str, str, str, bool, str],
    registers: Registers,
    law: str,
    written: Callable[[Registers], dict[str, bytes]],
) -> dict[str, bytes]:
    name, code, level, applies, _ = office
    unit = (
        f"name: {name}\ncode: {code}\nlevel: {level}\nprovince: tỉnh Minh Giang\n"
        f"fields: [Hộ tịch]\napplies_iso: {str(applies).lower()}\n"
        f"period: {{from: {FIRST}, to: {LAST}}}\n"
    )
    files = {"unit.yaml": unit.encode(), **written(registers)}
    if law:
        files["documents/quy-trinh-01.docx"] = word(sheet(law))
        files["documents/bien-ban-danh-gia.docx"] = word(minutes(registers))
        files["documents/bien-ban-xem-xet.docx"] = word(conclusions(registers))
    return files


def _workbooks(registers: Registers) -> dict[str, bytes]:
    """The registers in the workbooks of ``motcua template``, several to a workbook."""
    return {name: _filled(tables, registers) for name, tables in _BOOKS.items()}


def _filled(tables: Sequence[str], registers: Registers) -> bytes:
    specs = [table_specs()[table] for table in tables]
    book = load_workbook(io.BytesIO(empty_registers(specs)))
    for spec, name in zip(specs, book.sheetnames, strict=False):
        for row, record in enumerate(registers[spec.table], start=2):
            for column, field in enumerate(columns(spec), start=1):
                if record.get(field) is not None:
                    book[name].cell(row, column, record[field])
    target = io.BytesIO()
    book.save(target)
    return restamped(target)


def _lists(registers: Registers) -> dict[str, bytes]:
    """One .csv a register, called by its table."""
    return {
        f"{table}.csv": delimited(listed(table, records)) for table, records in registers.items()
    }


def listed(table: str, records: list[dict[str, Cell]]) -> Register:
    """The table under its own titles, the fields that the records fill."""
    spec = table_specs()[table]
    filled = {name for record in records for name in record}
    columns = {field.title.vi: name for name, field in spec.fields.items() if name in filled}
    rows: list[Record] = list(records)
    return Register(spec.title.vi[:31].strip().replace("/", "-"), (), columns, rows)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _lists_only() -> Registers:
    whole = quality_records("Cấp xã")
    return {table: whole[table] for table in ("decisions", "procedures")}


def quality_records(level: str) -> Registers:
    """Everything as it should be."""
    codes = ("1.000001", "1.000002", "1.000003")
    return {
        "decisions": [
            {
                "decision_no": "10/QĐ-UBND",
                "signed_on": _day("2024-05-20"),
                "effective_on": _day("2024-06-01"),
            }
        ],
        "procedures": [
            {
                "code": code,
                "name": f"Thủ tục thử {code[-1]}",
                "field": "Hộ tịch",
                "levels": level,
                "decision_no": "10/QĐ-UBND",
                "change": "Mới ban hành",
            }
            for code in codes
        ],
        "iso_processes": [
            {
                "process_code": f"QT-0{number}",
                "process_name": f"Quy trình thử {number}",
                "procedure_code": code,
                "revision": "02",
                "issued_on": _day("2025-07-20"),
                "approver": "Giám đốc",
            }
            for number, code in enumerate(codes, start=1)
        ],
        **_papers(),
        **_checks(),
        **_work(),
    }


def _papers() -> Registers:
    kinds = ("Chính sách", "Mục tiêu", "Phạm vi áp dụng", "Ban Chỉ đạo ISO", *["Quy trình"] * 3)
    codes = ("CS-01", "MT-25", "PV-01", "QD-BCD", "QT-01", "QT-02", "QT-03")
    clauses = ("4.4.2", "7.2", "8.6", "9.1.1", "9.2.2", "9.3.3", "10.2.2")
    return {
        "iso_documents": [
            {
                "document_code": code,
                "document_name": f"Tài liệu {code}",
                "kind": kind,
                "revision": "02",
                "issued_on": _day("2025-07-20"),
                "approver": "Giám đốc",
                "at_point_of_use": "x",
                "withdrawn_on": None,
            }
            for code, kind in zip(codes, kinds, strict=True)
        ],
        "iso_external_documents": [
            {
                "document_no": "61/2018/NĐ-CP",
                "document_title": "Nghị định về cơ chế một cửa",
                "ended_on": _day("2025-07-01"),
                "replaced_by": "118/2025/NĐ-CP",
            },
            {
                "document_no": "118/2025/NĐ-CP",
                "document_title": "Nghị định về bộ phận một cửa",
                "ended_on": None,
            },
        ],
        "iso_records": [
            {
                "record_name": f"Hồ sơ điều {clause}",
                "clauses": clause,
                "keeper": "Thư ký Ban Chỉ đạo ISO",
                "retention": "05 năm",
            }
            for clause in clauses
        ],
        "iso_announcements": [
            {
                "announcement_no": "15/QĐ-CB",
                "announced_on": _day("2025-08-01"),
                "standard": "TCVN ISO 9001:2015",
                "procedures": 3,
                "on_form": "x",
                "confirmed_on": _day("2025-07-30"),
                "notified_on": _day("2025-08-04"),
                "posted_on": _day("2025-08-01"),
                "on_website_on": _day("2025-08-05"),
                "no_website": None,
            }
        ],
        "iso_scope_changes": [
            {
                "change_no": "PV-01",
                "change_kind": "Mở rộng",
                "changed_on": _day("2025-07-01"),
                "reannounced_on": _day("2025-08-01"),
            }
        ],
        "iso_law_changes": [
            {
                "document_no": "118/2025/NĐ-CP",
                "process_code": "QT-01",
                "effective_on": _day("2025-07-01"),
                "updated_on": _day("2025-07-20"),
            }
        ],
    }


def _checks() -> Registers:
    review = table_specs()["iso_reviews"].fields
    considered: dict[str, Cell] = {n: "x" for n in review if n.startswith(("in_", "out_"))}
    return {
        "iso_audits": [
            {
                "audit_no": "ĐG-2025",
                "planned_on": _day("2025-09-10"),
                "audited_on": _day("2025-09-15"),
                "report_no": "BC-01",
                "plan_no": "KH-01",
                "auditor": "Trần Thị Mẫu",
                "audited_person": "Lê Văn Ví",
                "findings": 2,
            }
        ],
        "iso_reviews": [
            {
                "review_no": "XX-2025",
                "reviewed_on": _day("2025-10-20"),
                "chaired_by": "Giám đốc",
                "minutes_no": "12/TB",
                **considered,
            }
        ],
        "iso_actions": [
            {
                "action_no": f"KPH-0{number}",
                "nonconformity": "Thiếu phiếu kiểm soát",
                "cause": "Chưa phân công người lập phiếu",
                "action": "Phân công và nhắc hằng tuần",
                "opened_on": _day("2025-09-15"),
                "due_on": _day("2025-10-15"),
                "closed_on": _day("2025-10-10"),
                "audit_no": "ĐG-2025",
                "effect_checked_on": _day("2025-12-20"),
            }
            for number in (1, 2)
        ],
        "iso_inspections": [
            {
                "inspection_no": "03/BB",
                "minutes_on": _day("2025-11-05"),
                "findings": 1,
                "report_on": _day("2025-12-20"),
            }
        ],
    }


def _work() -> Registers:
    return {
        "iso_slips": [
            {
                "dossier_no": f"HS-{number}",
                "received_on": _day("2025-11-03"),
                "due_on": _day("2025-11-10"),
                "returned_on": _day("2025-11-07" if number < 5 else "2025-11-12"),
                "has_slip": "x",
                "approved_by": "Phó Giám đốc",
                "late_note": "PXL-01" if number == 5 else None,
            }
            for number in range(1, 6)
        ],
        "iso_objectives": [
            {
                "objective": objective,
                "year": 2025,
                "target": "98%",
                "actions": "Nhắc hạn hằng ngày",
                "resources": "02 công chức",
                "responsible": "Trưởng bộ phận",
                "due_on": _day("2025-11-30"),
                "method": "Thống kê từ phần mềm",
                "evaluated_on": _day("2025-12-05"),
            }
            for objective in ("Hồ sơ giải quyết đúng hạn", "Người dân hài lòng")
        ],
        "iso_surveys": [
            {
                "survey_no": "KS-01",
                "surveyed_on": _day("2025-06-15"),
                "sent": 200,
                "answered": 180,
                "analysed_on": _day("2025-06-30"),
            }
        ],
        "iso_suppliers": [
            {
                "supplier": "Bưu điện tỉnh Minh Giang",
                "service": "Trả kết quả qua bưu chính",
                "criteria": "Đúng hẹn, không mất hồ sơ",
                "supplier_evaluated_on": _day("2025-12-15"),
            }
        ],
        "iso_competence": [
            {
                "person": "Lê Văn Ví",
                "work": "Tiếp nhận hồ sơ",
                "required": "Nghiệp vụ một cửa",
                "evidence": "Chứng nhận số 12/2025",
            }
        ],
        "iso_trainings": [
            {
                "course": "Đánh giá viên nội bộ",
                "training_planned_on": _day("2025-04-10"),
                "held_on": _day("2025-04-12"),
            }
        ],
        "iso_contracts": [
            {
                "contract_no": "05/HĐ-TV",
                "contractor": "Trung tâm Thử nghiệm Minh Giang",
                "contract_service": "Tư vấn",
                "signed_on": _day("2025-03-02"),
            }
        ],
    }


_FAULTS: Mapping[str, Callable[[Registers], object]] = {
    "ISO-01 no process for 1.000003": lambda r: r["iso_processes"].pop(),
    "ISO-04 process brought up to date a day late": lambda r: r["iso_law_changes"][0].update(
        updated_on=_day("2025-10-02")
    ),
    "ISO-07 validity confirmed after the announcement": lambda r: r["iso_announcements"][0].update(
        confirmed_on=_day("2025-08-02")
    ),
    "ISO-09 announcement not posted": lambda r: r["iso_announcements"][0].update(posted_on=None),
    "ISO-15 audit without a report": lambda r: r["iso_audits"][0].update(report_no=None),
    "ISO-18 three findings, two sheets": lambda r: r["iso_audits"][0].update(findings=3),
    "ISO-19 risks not considered": lambda r: r["iso_reviews"][0].update(in_risks=None),
    "ISO-29 a record without retention": lambda r: r["iso_records"][0].update(retention=None),
    "ISO-31 an objective without target": lambda r: r["iso_objectives"][1].update(target=None),
    "ISO-34 a sheet without a cause": lambda r: r["iso_actions"][0].update(cause=None),
    "ISO-36 report a day after the two months": lambda r: r["iso_inspections"][0].update(
        report_on=_day("2026-01-06")
    ),
}
"""The twelfth, ISO-22, stands in the Word file: the process names a decree that has ended."""


def _with_faults(registers: Registers) -> Registers:
    for make in _FAULTS.values():
        make(registers)
    return registers
