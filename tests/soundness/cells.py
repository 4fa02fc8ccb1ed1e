"""What a cell of a register can hold: small domains, so that joins hit and days lie about edges."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from motcua.checker.intake.model import NEVER, Value
from motcua.checker.tables import table_specs


class Dice(random.Random):
    """A seeded source; ``usual`` is how often a cell holds what satisfies most criteria."""

    usual = 0.8


Pick = Callable[[Dice], Value]

DECISIONS = tuple(f"{number}/QĐ-UBND" for number in range(1, 13))
"""More than a unit has decisions, and more than its procedures name: a decision whose number
cannot be read is one of the others (``decision_no`` is a key)."""

DOSSIERS = tuple(f"HS-{number}" for number in range(1, 13))
"""A dossier's number is its own, in one unit."""

AS_OF = dt.date(2026, 11, 22)
_EDGES = (AS_OF, dt.date(2026, 1, 1), dt.date(2025, 12, 31), dt.date(2026, 8, 22))
_DAYS = (
    *(edge + dt.timedelta(days) for edge in _EDGES for days in (-1, 0, 1, 40)),
    *(dt.date(2014, 5, 17), dt.date(2014, 5, 18), dt.date(2024, 6, 1), dt.date(2025, 6, 1)),
)

_RECEIVED = (
    *[dt.date(2026, 8, 21)] * 4, *[dt.date(2025, 6, 2)] * 6, dt.date(2025, 6, 30),
    dt.date(2025, 7, 1), dt.date(2026, 8, 4), dt.date(2026, 8, 5), dt.date(2018, 6, 20),
)  # fmt: skip
"""On both sides of the decrees on the one-stop mechanism."""
_SUPPLEMENTED = (dt.date(2025, 6, 4), dt.date(2025, 6, 5), dt.date(2025, 6, 6), dt.date(2026, 2, 2))


def _one(*values: Value) -> Pick:
    return lambda rng: rng.choice(values)


def _mostly(usual: Value, *others: Value) -> Pick:
    return lambda rng: usual if rng.random() < rng.usual else rng.choice(others)


_ALWAYS_DUE = ("steps", "method", "components", "time_limit", "who", "body")
_DUE_WHERE_IT_HAS_THEM = ("form", "fee", "conditions")
_SPECIAL: dict[tuple[str, str], Pick] = {
    ("units", "level"): _one(
        "commune", "department", "public_service_unit", "province", "province", "ministry"
    ),
    ("units", "name"): _one("Bộ Thử"),
    ("units", "province"): _one("tỉnh Minh Giang"),
    ("units", "procedure_level"): _mostly("commune", "province"),
    ("units", "fields"): _mostly(("ho tich", "dat dai"), ("dat dai",)),
    ("procedures", "field"): _mostly("Hộ tịch", "Đất đai", "Y tế"),
    ("procedures", "levels"): _mostly(("province", "commune"), ("province",), ("commune",)),
    ("procedures", "decision_no"): _one(*DECISIONS[:3]),
    ("procedures", "change"): _one("new", "new", "amended", "abolished"),
    ("iso_processes", "procedure_code"): _mostly("1.000001", "1.000002", "2.004567", ""),
    ("decisions", "issuer"): _one("UBND tỉnh Minh Giang", "Bộ Thử", "UBND tỉnh Minh Giang, Bộ Thử"),
    ("decisions", "document_signed_on"): _mostly(dt.date(2026, 2, 10), dt.date(2026, 2, 9)),
    ("decisions", "document_effective_on"): _one(
        dt.date(2026, 2, 18), dt.date(2026, 3, 5), dt.date(2026, 3, 13), *_DAYS
    ),
    ("decisions", "shortened"): _one(True, False, False),
    ("decisions", "signed_on"): _mostly(dt.date(2026, 2, 13), *_DAYS),
    ("decisions", "entered_on"): _mostly(dt.date(2026, 2, 27), dt.date(2026, 3, 2), *_DAYS),
    ("decisions", "effective_on"): _mostly(
        dt.date(2026, 3, 1), dt.date(2026, 3, 2), *[AS_OF + dt.timedelta(40)] * 16, *_DAYS
    ),
    ("iso_processes", "issued_on"): _mostly(dt.date(2026, 3, 1), *_DAYS),
    ("iso_announcements", "announced_on"): _mostly(dt.date(2025, 3, 20), *_DAYS),
    ("iso_announcements", "standard"): _mostly("TCVN ISO 9001:2015", "TCVN ISO 9001:2008"),
    ("iso_announcements", "procedures"): _one(0, 1, 2, 5),
    ("iso_announcements", "confirmed_on"): _mostly(dt.date(2025, 3, 18), *_DAYS),
    ("iso_announcements", "no_website"): _mostly(False, True),
    ("iso_processes", "revision"): _mostly("1", "02"),
    ("iso_minutes", "minutes_held_on"): _one(dt.date(2026, 1, 1), dt.date(2025, 12, 31)),
    **{
        (table, "minutes_held_on"): _mostly(dt.date(2026, 1, 1), dt.date(2025, 12, 31))
        for table in ("iso_minutes_points", "iso_minutes_people")
    },
    ("iso_minutes_points", "minutes_kind"): _mostly("review", "audit"),
    ("iso_minutes_people", "minutes_kind"): _mostly("audit", "review"),
    ("iso_minutes_people", "minutes_role"): _mostly("auditor", "audited", "chair"),
    ("iso_minutes_people", "minutes_person"): _one("Trần Thị Mẫu", "Lê Văn Ví"),
    ("iso_audits", "auditor"): _one("Trần Thị Mẫu", "Bà Trần Thị Mẫu", "Lê Văn Ví", "Tổ một"),
    ("iso_audits", "audited_person"): _one("Lê Văn Ví", "Phạm Thị Thử"),
    ("iso_reviews", "reviewed_on"): _one(dt.date(2026, 1, 1), dt.date(2025, 12, 31), *_DAYS),
    ("iso_sheet_revisions", "listed_revision"): _mostly("1", "02"),
    ("iso_sheet_steps", "step_person"): _mostly("Công chức một cửa", ""),
    ("iso_audits", "audited_on"): _one(dt.date(2026, 1, 1), dt.date(2025, 12, 31), *_DAYS),
    ("iso_sheets", "sheet_revision"): _mostly("1", "02"),
    ("iso_sheets", "sheet_issued_on"): _mostly(dt.date(2026, 3, 1), *_DAYS),
    ("iso_documents", "revision"): _mostly("1", "02"),
    ("iso_documents", "issued_on"): _mostly(dt.date(2026, 3, 1), *_DAYS),
    ("iso_documents", "document_name"): _mostly(
        "Chính sách chất lượng, mục tiêu chất lượng, phạm vi hệ thống quản lý chất lượng, "
        "quyết định thành lập Ban Chỉ đạo ISO",
        "a",
    ),
    ("iso_records", "clauses"): _mostly(
        ("4.4", "7.2", "8.6", "9.1.1", "9.2.2 f", "9.3.3", "10.2.2"), ("9", "10"), ("năng lực",)
    ),
    ("iso_objectives", "target"): _mostly("98%", "tốt"),
    ("iso_slips", "received_on"): _mostly(dt.date(2026, 2, 2), dt.date(2025, 2, 3), *_DAYS),
    ("iso_slips", "due_on"): _one(dt.date(2026, 2, 10), dt.date(2026, 2, 11)),
    ("iso_slips", "returned_on"): _mostly(dt.date(2026, 2, 10), dt.date(2026, 2, 11), *_DAYS),
    ("iso_slips", "late_note"): _one("", "a"),
    ("iso_inspections", "minutes_on"): _mostly(dt.date(2026, 2, 1), *_DAYS),
    ("iso_inspections", "report_on"): _mostly(dt.date(2026, 4, 1), dt.date(2026, 4, 2), *_DAYS),
    ("iso_inspections", "findings"): _one(0, 1, 1),
    ("iso_contracts", "contract_service"): _mostly("consulting", "certification"),
    ("iso_list_updates", "decided_on"): _mostly(dt.date(2026, 2, 27), *_DAYS),
    ("iso_list_updates", "list_updated_on"): _mostly(
        dt.date(2026, 3, 6), dt.date(2026, 3, 9), *_DAYS
    ),
    ("iso_lead_inspections", "inspected_year"): _one(2025, 2026),
    ("iso_lead_inspections", "inspected_on"): _mostly(dt.date(2025, 9, 15), *_DAYS),
    ("iso_lead_reports", "report_year"): _one(2025, 2025, 2026),
    ("iso_lead_reports", "report_sent_on"): _mostly(
        dt.date(2025, 11, 20), dt.date(2025, 12, 1), *_DAYS
    ),
    ("postings", "posted_on"): _one(dt.date(2026, 3, 1), dt.date(2026, 3, 3), *_DAYS[:4]),
    ("postings", "removed_on"): _mostly(NEVER, *_DAYS),
    ("postings", "channel"): _one(
        "board", "board", "board", "screen", "portal", "portal", "portal"
    ),
    **{("postings", f"shows_{part}"): _one(*[True] * 19, False) for part in _ALWAYS_DUE},
    ("postings", "written_code"): _one("1.000001", "1.00000l", "a"),
    ("procedures", "written_code"): _one("1.000001", "1.00000l", "a"),
    ("postings", "form_place"): _mostly("right_after", "elsewhere", "none"),
    ("national_pages", "field"): _mostly("Hộ tịch", "Đất đai"),
    ("national_pages", "levels"): _mostly(("commune",), ("province", "commune")),
    ("feedback_addresses", "posted_on"): _mostly(dt.date(2026, 3, 1), *_DAYS),
    ("postal_lists", "posted_on"): _mostly(dt.date(2026, 3, 1), *_DAYS),
    ("postal_lists", "channel"): _one("office", "website"),
    ("postal_lists", "via_post"): _one(True, True, False),
    ("online_services", "service_level"): _mostly("full", "partial", "partial", "none", "level_3"),
    ("outage_notices", "notified_on"): _mostly(dt.date(2026, 9, 3), *_DAYS),
    ("outage_notices", "starts_on"): _mostly(dt.date(2026, 9, 14), *_DAYS),
    ("internal_processes", "approved_on"): _mostly(dt.date(2026, 3, 5), *_DAYS),
    ("attestations", "answered_on"): _mostly(dt.date(2026, 3, 1), *_DAYS),
    ("attestations", "valid_to"): _mostly(NEVER, *_DAYS),
    ("outgoing_documents", "number"): _one(
        "01/QĐ-UBND", "02/QĐ-UBND", "03/QĐ-UBND", "05/QĐ-UBND", "02a/QĐ-UBND", "01/TTr-UBND"
    ),
    ("outgoing_documents", "symbol"): _one(""),
    ("outgoing_documents", "issued_on"): _mostly(dt.date(2026, 3, 2), dt.date(2026, 3, 5), *_DAYS),
    ("outgoing_documents", "signed_on"): _mostly(dt.date(2026, 3, 2), dt.date(2026, 2, 27)),
    ("outgoing_documents", "registered_on"): _mostly(dt.date(2026, 3, 3), dt.date(2026, 3, 9)),
    ("outgoing_documents", "sent_on"): _mostly(dt.date(2026, 3, 3), dt.date(2026, 3, 9)),
    ("outgoing_documents", "note"): _mostly("", "Mật"),
    ("exchanged_documents", "recipient_ids"): _one(("000.00.01.H99",)),
    ("dossiers", "dossier_no"): _one(*DOSSIERS),
    ("dossiers", "status"): _mostly("returned", "finished", "processing", "withdrawn"),
    ("dossiers", "channel"): _one("online", "online", "direct", "post"),
    ("dossiers", "filed_on"): _mostly(dt.date(2026, 8, 20), dt.date(2026, 8, 21), *_DAYS),
    ("dossiers", "received_on"): _one(*_RECEIVED),
    ("dossiers", "due_on"): _mostly(AS_OF, dt.date(2025, 6, 10), *_DAYS),
    ("dossiers", "transferred_on"): _one(
        dt.date(2026, 8, 21), dt.date(2026, 8, 22), dt.date(2025, 6, 2), dt.date(2025, 6, 3), *_DAYS
    ),
    ("dossiers", "finished_on"): _mostly(dt.date(2026, 8, 31), NEVER, *_DAYS),
    ("dossiers", "returned_on"): _mostly(dt.date(2026, 8, 31), NEVER, NEVER, *_DAYS),
    ("dossiers", "sent_back_on"): _one(*_SUPPLEMENTED),
    ("dossiers", "sector_limit"): _mostly(False, True),
    ("dossiers", "apology_on"): _mostly(dt.date(2025, 6, 9), dt.date(2025, 6, 10), NEVER),
    ("dossiers", "new_due_on"): _mostly(NEVER, AS_OF, *_DAYS),
    ("dossiers", "reappointments"): _mostly(1, 0, 2),
    ("dossiers", "fee"): _one(0.0, 8000.0),
    ("dossiers", "payment"): _one("online", "counter"),
    ("dossiers", "return_channel"): _one("direct", "post"),
    ("feedback_cases", "case_no"): _one("PA-1", "PA-2", "PA-3"),
    ("feedback_cases", "received_on"): _mostly(dt.date(2026, 3, 2), *_DAYS),
    ("feedback_cases", "forwarded_on"): _mostly(dt.date(2026, 3, 6), dt.date(2026, 3, 10), NEVER),
    ("feedback_cases", "refused_on"): _mostly(NEVER, dt.date(2026, 3, 4), dt.date(2026, 3, 6)),
    ("feedback_cases", "asked_on"): _mostly(NEVER, dt.date(2026, 3, 6), dt.date(2026, 3, 12)),
    ("feedback_cases", "answered_on"): _mostly(dt.date(2026, 3, 20), dt.date(2026, 3, 30), NEVER),
    ("feedback_cases", "published_on"): _mostly(
        dt.date(2026, 3, 20), dt.date(2026, 4, 3), NEVER, *_DAYS
    ),
    ("dossiers", "result_file"): _mostly("kq/1.pdf", ""),
    ("dossier_supplements", "dossier_no"): _one(*DOSSIERS[:4]),
    ("dossier_supplements", "asked_on"): _one(*_SUPPLEMENTED),
    ("dossier_steps", "dossier_no"): _one(*DOSSIERS[:4]),
    ("dossier_steps", "step_due_on"): _mostly(dt.date(2026, 8, 31), *_DAYS),
    ("dossier_steps", "step_finished_on"): _mostly(dt.date(2026, 8, 31), NEVER, *_DAYS),
    ("incoming_documents", "arrival_number"): _mostly("1", "2", "3", "5"),
    ("incoming_documents", "arrived_on"): _mostly(dt.date(2026, 3, 2), dt.date(2026, 3, 5), *_DAYS),
    ("incoming_documents", "passed_on"): _mostly(dt.date(2026, 3, 3), dt.date(2026, 3, 9)),
    ("file_plans", "file_plan_year"): _one(2025, 2026),
    ("file_plans", "issued_on"): _mostly(dt.date(2025, 3, 31), dt.date(2026, 4, 1), *_DAYS),
    ("work_files", "retention"): _mostly("20 năm", "5 năm", "4 năm", "Vĩnh viễn", "a"),
    ("work_files", "ended_on"): _mostly(dt.date(2024, 6, 1), dt.date(2026, 8, 22), *_DAYS),
    ("work_files", "handed_over_on"): _mostly(dt.date(2025, 6, 1), *_DAYS),
    ("work_files", "kept_until"): _mostly(NEVER, dt.date(2027, 6, 1), dt.date(2027, 6, 2)),
    ("one_stop_staff", "assigned_on"): _mostly(dt.date(2025, 7, 1), dt.date(2025, 6, 1), *_DAYS),
    ("one_stop_staff", "until"): _mostly(NEVER, dt.date(2026, 7, 1), *_DAYS),
    ("one_stop_staff", "experience_years"): _one(1.5, 2.0, 3.0, 5.0),
    ("reform_plans", "plan_year"): _one(2025, 2026),
    ("reform_plans", "issued_on"): _mostly(dt.date(2025, 1, 10), dt.date(2026, 2, 1), *_DAYS),
    ("procedure_reviews", "review_year"): _mostly(2026, 2025),
    ("procedure_reviews", "proposals"): _one(0, 1, 2),
    **{
        ("postings", f"shows_{part}"): _one(True, True, True, False)
        for part in _DUE_WHERE_IT_HAS_THEM
    },
    **{("procedures", f"has_{part}"): _one(True, False) for part in _DUE_WHERE_IT_HAS_THEM},
}
_BY_TYPE: dict[str, Pick] = {
    "text": _one("a", "b"),
    "code": _one("1.000001", "1.000002", "2.004567"),
    "date": _one(*_DAYS),
    "time": _one("09:00", "15:00", "15:01"),
    "bool": _mostly(True, False),
    "int": _one(1, 2),
    "number": _one(1.0, 2.0),
}


def value_of(table: str, field: str, rng: Dice) -> Value:
    """A value that a cell of the field can hold, blank cells' meaning among them."""
    spec = table_specs()[table].fields[field]
    nothing: Value = () if spec.type == "choices" else ""
    zero = 0 if spec.type == "int" else 0.0
    blanks: dict[str, Value] = {"never": NEVER, "none": nothing, "no": False, "zero": zero}
    if spec.blank in blanks and rng.random() < 0.1:
        return blanks[spec.blank]
    pick = _SPECIAL.get((table, field)) or _BY_TYPE.get(spec.type)
    if pick or spec.values:
        return pick(rng) if pick else rng.choice(sorted(spec.values))
    return ("a",)  # a list of any texts
