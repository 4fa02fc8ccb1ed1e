"""What an office that does everything right has in its registers.

The other units are made from this by faults that are written down one by one.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from .registers import Record

HERE = Path(__file__).resolve().parent
AS_OF = dt.date(2026, 11, 22)
FIELDS = ("Hộ tịch", "Chứng thực", "Nuôi con nuôi")
ALWAYS = ("steps", "method", "components", "time_limit", "who", "body", "result")
WHERE_IT_HAS_THEM = ("form", "fee", "conditions")
OLD_POSTING = dt.date(2025, 7, 1)
REPOSTED = ("2.000815", "2.000884")
"""Amended procedures whose old sheet hung until the new one took its place."""


def _read(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def decisions() -> list[Record]:
    """The decisions of publication, with dates."""
    dated = ("signed_on", "effective_on")
    return [
        {**row, **{field: dt.date.fromisoformat(row[field]) for field in dated}}
        for row in _read("decisions.csv")
    ]


def procedures() -> list[Record]:
    """Every published procedure, those of other levels and fields among them."""
    return [
        {**row, **{f"has_{part}": _yes(part in row["has"].split()) for part in WHERE_IT_HAS_THEM}}
        for row in _read("procedures.csv")
    ]


def _yes(answer: bool) -> str:
    return "Có" if answer else "Không"


def _effective() -> dict[str, dt.date]:
    return {
        row["decision_no"]: dt.date.fromisoformat(row["effective_on"])
        for row in _read("decisions.csv")
    }


def in_scope() -> list[Record]:
    """The procedures that a commune with these fields must post and have processes for."""
    effective = _effective()
    return [
        row
        for row in procedures()
        if row["field"] in FIELDS
        and "xã" in str(row["levels"])
        and row["change"] != "Bãi bỏ"
        and effective[str(row["decision_no"])] <= AS_OF
    ]


def postings() -> list[Record]:
    """The posting register: everything posted in time, shown whole, the abolished taken down."""
    return [*_current(), *_before_the_change(), *_beyond_the_duty()]


def _current() -> Iterator[Record]:
    effective = _effective()
    for number, row in enumerate(in_scope()):
        channel = "Màn hình" if number % 3 == 2 else "Bảng niêm yết"
        posted = effective[str(row["decision_no"])] - dt.timedelta(days=number % 5)
        yield _posting(row, channel, posted)


def _before_the_change() -> Iterator[Record]:
    taken_down = dt.date(2026, 2, 27)
    for row in procedures():
        if row["code"] in REPOSTED or (row["change"] == "Bãi bỏ" and row["field"] in FIELDS):
            yield {**_posting(row, "Bảng niêm yết", OLD_POSTING), "removed_on": taken_down}


def _beyond_the_duty() -> Iterator[Record]:
    """A procedure of another field, and some that are on the portal as well."""
    for row in procedures():
        if row["code"] == "1.001612":
            yield _posting(row, "Bảng niêm yết", dt.date(2026, 5, 29))
        if row["code"] in ("1.001193", "1.000656", "1.000894"):
            yield _posting(row, "Cổng thông tin điện tử", dt.date(2026, 1, 12))


def _posting(procedure: Record, channel: str, posted_on: dt.date) -> Record:
    shown = {part: "x" for part in ALWAYS}
    for part in WHERE_IT_HAS_THEM:
        shown[part] = "x" if procedure[f"has_{part}"] == "Có" else ""
    return {
        "code": procedure["code"],
        "name": procedure["name"],
        "channel": channel,
        "posted_on": posted_on,
        "removed_on": None,
        "form_place": "Ngay sau thủ tục" if shown["form"] else "Không có",
        **{f"shows_{part}": mark for part, mark in shown.items()},
    }


def iso_processes() -> list[Record]:
    """One process a procedure, one shared by two alike, and the processes of the system itself."""
    shared = {"1.003583": "1.001193"}
    numbers: dict[str, int] = {}
    rows: list[Record] = [
        _process("QT-01", "Kiểm soát thông tin dạng văn bản", ""),
        _process("QT-02", "Đánh giá nội bộ và hành động khắc phục", ""),
    ]
    for procedure in in_scope():
        code = str(procedure["code"])
        number = numbers.setdefault(shared.get(code, code), len(numbers) + 1)
        rows.append(_process(f"QT-{number:02}/TP", f"Quy trình {procedure['name']}", code))
    return rows


def _process(process_code: str, name: str, procedure_code: str) -> Record:
    return {
        "process_code": process_code,
        "process_name": name,
        "procedure_code": procedure_code,
        "revision": "02",
        "issued_on": dt.date(2026, 6, 1),
        "approver": "Chủ tịch UBND",
    }


def iso_law_changes() -> list[Record]:
    """Changes of law brought into the processes; the last is not due yet on the samples' date."""
    return [
        _law_change("612/QĐ-UBND", "QT-01/TP", dt.date(2026, 1, 1), dt.date(2026, 2, 10)),
        _law_change("1187/QĐ-UBND", "QT-18/TP", dt.date(2026, 3, 1), dt.date(2026, 6, 1)),
        _law_change("2045/QĐ-UBND", "QT-26/TP", dt.date(2026, 6, 1), dt.date(2026, 6, 1)),
        _law_change("09/2026/TT-BTP", "QT-02/TP", dt.date(2026, 8, 1), dt.date(2026, 9, 15)),
        _law_change("309/2026/NĐ-CP", "QT-03/TP", dt.date(2026, 10, 1), None),
    ]


def _law_change(
    document_no: str, process_code: str, effective_on: dt.date, updated_on: dt.date | None
) -> Record:
    return {
        "document_no": document_no,
        "process_code": process_code,
        "effective_on": effective_on,
        "updated_on": updated_on,
    }


def iso_audits() -> list[Record]:
    """Last year's audit and this year's."""
    return [
        {
            "audit_no": f"ĐGNB-{day.year}-01",
            "planned_on": day,
            "audited_on": day,
            "report_no": report,
        }
        for day, report in (
            (dt.date(2025, 9, 16), "31/BC-ĐGNB"),
            (dt.date(2026, 6, 15), "18/BC-ĐGNB"),
        )
    ]


def iso_reviews() -> list[Record]:
    """Last year's review by the leaders and this year's."""
    chair = "Chủ tịch UBND"
    days = (dt.date(2025, 11, 20), dt.date(2026, 7, 20))
    return [
        {"review_no": f"XXLĐ-{day.year}", "reviewed_on": day, "chaired_by": chair} for day in days
    ]


def iso_actions() -> list[Record]:
    """Corrective actions closed in time; the last is open and not due on the samples' date."""
    table = (
        ("KPH-01", "Thiếu chữ ký tại phiếu kiểm soát quá trình", (1, 14), (2, 14), (2, 2)),
        ("KPH-02", "Chưa cập nhật danh mục tài liệu bên ngoài", (3, 9), (4, 10), (4, 10)),
        ("KPH-03", "Phiếu tiếp nhận ghi sai ngày hẹn trả kết quả", (6, 15), (7, 15), (7, 1)),
        ("KPH-04", "Chưa lưu kết quả khảo sát mức độ hài lòng quý III", (10, 5), (12, 5), None),
    )
    return [
        {
            "action_no": number,
            "nonconformity": found,
            "cause": "Cán bộ mới nhận việc, chưa được hướng dẫn",
            "action": "Hướng dẫn lại và rà soát toàn bộ hồ sơ trong quý",
            "opened_on": dt.date(2026, *opened),
            "due_on": dt.date(2026, *due),
            "closed_on": dt.date(2026, *closed) if closed else None,
        }
        for number, found, opened, due, closed in table
    ]
