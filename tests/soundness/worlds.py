"""Random units: every table from small domains, so that joins hit and days lie about the edges.

A *world* is one unit's tables. ``blurred`` forgets some of a complete world; ``completed`` fills
in what is unknown, in one of the many ways that are possible.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from motcua.checker.intake.model import NEVER, Value
from motcua.checker.rulebook.load import load_rulebook
from motcua.checker.tables import table_specs

Row = tuple[Value, ...]
World = Mapping[str, Sequence[Row]]


class Dice(random.Random):
    """A seeded source; ``usual`` is how often a cell holds what satisfies most criteria."""

    usual = 0.8


Pick = Callable[[Dice], Value]

DOCUMENT_TABLES = ("documents", "document_sections", "document_texts", "document_components")
PARTS = ("document_sections", "document_texts", "document_components")
REGISTERS = tuple(n for n, spec in table_specs().items() if spec.intake == "register")
FIELDS = {name: tuple(spec.fields) for name, spec in table_specs().items()}

NAMES = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "VIỆT NAM")
MOTTOS = ("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc", "Độc lập, Tự do")
NUMBERS = ("Số: 05/QĐ-UBND", "Số: 112/TTr-TTPVHCC", "Số: 5/QĐ-UBND", "Số: …/QĐ-UBND")
DATES = (
    "Hòa Bình, ngày 05 tháng 02 năm 2026",
    "Hòa Bình, ngày 5 tháng 2 năm 2026",
    "Hòa Bình, ngày … tháng … năm 2026",
)
TEXTS = {"national_name": NAMES, "motto": MOTTOS, "number_symbol": NUMBERS, "place_date": DATES}
DECISIONS = tuple(f"{number}/QĐ-UBND" for number in range(1, 13))
"""More than a unit has decisions, and more than its procedures name: a decision whose number
cannot be read is one of the others (``decision_no`` is a key)."""

QUESTIONS = ("board_readable", "help_with_electronic")
OWN: Mapping[str, int | float | str] = {
    "posting_grace_days": 3,
    "early_posting_days": 3,
    "lists_are_complete": 1,
    "form_right_after": 1,
    "postal_lists_due": 1,
    "staff_contacts_due": 1,
    "iso_lead_unit": 1,
    "iso_certification_barred": 1,
}
"""What a locality may set: without it the criteria that ask for it fail nobody."""

AS_OF = dt.date(2026, 11, 22)
_EDGES = (AS_OF, dt.date(2026, 1, 1), dt.date(2025, 12, 31), dt.date(2026, 8, 22))
_DAYS = (
    *(edge + dt.timedelta(days) for edge in _EDGES for days in (-1, 0, 1, 40)),
    *(dt.date(2014, 5, 17), dt.date(2014, 5, 18), dt.date(2024, 6, 1), dt.date(2025, 6, 1)),
)

_PERIODS = (
    (dt.date(2026, 1, 1), AS_OF),
    (dt.date(2025, 1, 1), AS_OF),
    (dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
)


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
    ("online_services", "service_level"): _one("full", "partial", "partial", "none"),
    ("outage_notices", "notified_on"): _mostly(dt.date(2026, 9, 3), *_DAYS),
    ("outage_notices", "starts_on"): _mostly(dt.date(2026, 9, 14), *_DAYS),
    ("internal_processes", "approved_on"): _mostly(dt.date(2026, 3, 5), *_DAYS),
    ("attestations", "answered_on"): _mostly(dt.date(2026, 3, 1), *_DAYS),
    ("attestations", "valid_to"): _mostly(NEVER, *_DAYS),
    ("exchanged_documents", "recipient_ids"): _one(("000.00.01.H99",)),
    **{
        ("postings", f"shows_{part}"): _one(True, True, True, False)
        for part in _DUE_WHERE_IT_HAS_THEM
    },
    **{("procedures", f"has_{part}"): _one(True, False) for part in _DUE_WHERE_IT_HAS_THEM},
    ("documents", "regime"): _mostly("administrative", "form", "normative"),
    ("documents", "doc_type"): _mostly("quyết định", "biên bản", "công văn"),
    ("document_sections", "page_width_mm"): _mostly(210.0, 209.7, 297.0, 216.0),
    ("document_sections", "page_height_mm"): _mostly(297.0, 210.0, 279.0),
    ("document_sections", "margin_top_mm"): _mostly(20.0, 25.4, 10.0),
    ("document_sections", "margin_bottom_mm"): _mostly(20.0, 25.4, 10.0),
    ("document_sections", "margin_left_mm"): _mostly(30.0, 35.5, 25.0),
    ("document_sections", "margin_right_mm"): _mostly(15.0, 20.0, 25.0),
    ("document_texts", "font"): _mostly("Times New Roman", "Arial", "times new roman"),
    ("document_texts", "size_pt"): _mostly(13.0, 12.0, 14.0, 15.0),
    ("document_texts", "italic"): _mostly(False, True),
    ("document_texts", "bold"): _mostly(True, False),
    ("document_texts", "characters"): _one(0, 5, 80),
}
_BY_TYPE: dict[str, Pick] = {
    "text": _one("a", "b"),
    "code": _one("1.000001", "1.000002", "2.004567"),
    "date": _one(*_DAYS),
    "bool": _mostly(True, False),
    "int": _one(1, 2),
    "number": _one(1.0, 2.0),
}


def value_of(table: str, field: str, rng: Dice) -> Value:
    """A value that a cell of the field can hold, blank cells' meaning among them."""
    spec = table_specs()[table].fields[field]
    nothing: Value = () if spec.type == "choices" else ""
    blanks: dict[str, Value] = {"never": NEVER, "none": nothing, "no": False}
    if spec.blank in blanks and rng.random() < 0.1:
        return blanks[spec.blank]
    pick = _SPECIAL.get((table, field)) or _BY_TYPE.get(spec.type)
    if pick or spec.values:
        return pick(rng) if pick else rng.choice(sorted(spec.values))
    return ("a",)  # a list of any texts


def _row(table: str, rng: Dice, **known: Value) -> Row:
    return tuple(
        known[field] if field in known else value_of(table, field, rng) for field in FIELDS[table]
    )


def whole(rng: Dice) -> World:
    """A unit of which everything is known: up to 6 rows a register, up to 3 documents.

    Small units are the sharper ones: one row decides.
    """
    most, rng.usual = rng.choice((1, 2, 3, 6)), rng.choice((0.7, 0.85, 0.97))
    first, last = rng.choice(_PERIODS)
    unit = _row("units", rng, period_from=first, period_to=last)
    world: dict[str, list[Row]] = {"units": [unit]}
    for table in REGISTERS:
        world[table] = [_row(table, rng) for _ in range(rng.randint(0, most))]
    listed = DECISIONS[: rng.choice((2, 3, 3, 3, 5))]
    world["decisions"] = [_row("decisions", rng, decision_no=number) for number in listed]
    world["postal_lists"] += _postal_lists(world, rng)
    asked = rng.sample(QUESTIONS, rng.randint(0, len(QUESTIONS)))
    world["attestations"] = [_row("attestations", rng, question=one) for one in asked]
    world |= {table: [] for table in DOCUMENT_TABLES}
    for number in range(rng.choice((0, 1, 1, 2, 3))):
        for table, rows in document(f"{number}.docx", rng).items():
            world[table].extend(rows)
    return world


def _postal_lists(world: World, rng: Dice) -> list[Row]:
    """What an orderly unit has: each of its procedures in a list at both places."""
    orderly = rng.random() < 0.5
    codes = sorted({str(row[0]) for row in world["procedures"]}) if orderly else ()
    return [
        _row(
            "postal_lists",
            rng,
            code=code,
            channel=channel,
            via_post=rng.random() < 0.9,
            posted_on=dt.date(2026, 3, 1),
            removed_on=NEVER,
        )
        for code in codes
        for channel in ("office", "website")
    ]


def document(name: str, rng: Dice) -> World:
    """One document with its sections, texts and components; now and then a part is not found."""
    components: list[Row] = []
    texts = [_row("document_texts", rng, document=name, role="body") for _ in range(2)]
    for role, wordings in TEXTS.items():
        for _ in range(rng.choice((0, 1, 1, 1, 1, 1, 1, 2))):
            text = rng.choice(wordings[:2] if rng.random() < rng.usual else wordings)
            components.append((name, role, text))
            texts += [
                _row("document_texts", rng, document=name, role=role, text=text)
                for _ in range(rng.choice((1, 1, 2)))
            ]
    sections = [
        _row("document_sections", rng, document=name, section=number)
        for number in range(1, rng.choice((1, 1, 2)) + 1)
    ]
    head = _row("documents", rng, document=name, readable=True)
    return {
        "documents": [head],
        "document_sections": sections,
        "document_texts": texts,
        "document_components": components,
    }


_KNOWN = frozenset({"document", "role", "readable", "section", "characters"})
"""What the reader of documents always knows, and what is always in ``unit.yaml``."""
_UNIT_MAY_LACK = frozenset({"procedure_level", "fields", "applies_iso"})


_UNKNOWN = {"regime": "unknown"}
"""How a field says that it is not known, where it does not say NULL."""


def blurred(world: World, rng: Dice) -> World:
    """The same unit of which less is known: one field, or cells, rows and documents anywhere."""
    if rng.random() < 0.6:
        return _blurred_in_one_field(world, rng)
    share = rng.choice((0.02, 0.05, 0.1, 0.3))
    seen: dict[str, list[Row]] = {}
    for table, rows in world.items():
        seen[table] = [_blurred_row(table, row, share, rng) for row in rows]
    for row in world["documents"]:
        if rng.random() < share:
            _make_unreadable(seen, row[0])
    return seen


def _blurred_in_one_field(world: World, rng: Dice) -> World:
    """What everything else being known leaves open is where a slip shows."""
    table, field = rng.choice([(table, field) for table, field in _read() if world[table]])
    at = FIELDS[table].index(field)
    rows = [
        (*row[:at], _UNKNOWN.get(field), *row[at + 1 :]) if rng.random() < 0.5 else row
        for row in world[table]
    ]
    return {**world, table: rows}


@cache
def _read() -> tuple[tuple[str, str], ...]:
    """Every table and field that a subject reads and that may be unknown."""
    book = load_rulebook()
    read = {pair for subject in book.subjects for pair in book.columns_read(subject)}
    return tuple(
        (table, field)
        for table, field in sorted(read)
        if field in FIELDS.get(table, ()) and _may_be_unknown(table, field)
    )


def _may_be_unknown(table: str, field: str) -> bool:
    if table == "attestations":  # refused at the door where anything but the answer is not known
        return field == "answer"
    return field in _UNIT_MAY_LACK if table == "units" else field not in _KNOWN


def _blurred_row(table: str, row: Row, share: float, rng: Dice) -> Row:
    if table in REGISTERS and rng.random() < share:
        return (None,) * len(row)
    return tuple(
        _UNKNOWN.get(field) if _may_be_unknown(table, field) and rng.random() < share else value
        for field, value in zip(FIELDS[table], row, strict=True)
    )


def _make_unreadable(seen: dict[str, list[Row]], name: Value) -> None:
    for table in DOCUMENT_TABLES:
        others = [row for row in seen[table] if row[0] != name]
        nothing: Row = (name, *(None,) * (len(FIELDS[table]) - 1))
        if table == "documents":
            nothing = (name, False, None, None)
        seen[table] = [*others, nothing]


def completed(seen: World, rng: Dice) -> World:
    """One way in which the unknown may be: any value for a cell, any row for a refused one.

    A document that could not be read may be any document; a component that was not found may be
    there after all. Decisions keep their numbers apart.
    """
    rng.usual = rng.choice((0.3, 0.6, 0.9))
    unreadable = [row[0] for row in seen["documents"] if row[1] is False]
    filled: dict[str, list[Row]] = {}
    for table, rows in seen.items():
        kept = [r for r in rows if table not in DOCUMENT_TABLES or r[0] not in unreadable]
        filled[table] = [_filled_row(table, row, rng) for row in kept]
    _number_apart(seen["decisions"], filled["decisions"], rng)
    _find_components(filled, rng)
    for name in unreadable:
        for table, rows in document(str(name), rng).items():
            filled[table].extend(rows)
    return filled


def _filled_row(table: str, row: Row, rng: Dice) -> Row:
    filled = list(row)
    for at, field in enumerate(FIELDS[table]):
        if filled[at] is None or filled[at] == _UNKNOWN.get(field):
            filled[at] = value_of(table, field, rng)
    if table == "document_components" and row[2] is None:
        filled[2] = rng.choice(TEXTS[str(row[1])])
    return tuple(filled)


def _number_apart(seen: Sequence[Row], filled: list[Row], rng: Dice) -> None:
    taken = {row[0] for row in seen}
    free = [number for number in DECISIONS if number not in taken]
    rng.shuffle(free)
    # Of the numbers that procedures name rather often, so that a refused row matters.
    free.sort(key=lambda number: number not in DECISIONS[:3] or rng.random() < 0.5)
    for at, row in enumerate(seen):
        if row[0] is None:
            filled[at] = (free.pop(0), *filled[at][1:])


def _find_components(filled: dict[str, list[Row]], rng: Dice) -> None:
    for name, *_ in filled["documents"]:
        there = {row[1] for row in filled["document_components"] if row[0] == name}
        for role in TEXTS:
            if role not in there and rng.random() < 0.5:
                text = rng.choice(TEXTS[role])
                filled["document_components"].append((name, role, text))
                found = _row("document_texts", rng, document=name, role=role, text=text)
                filled["document_texts"].append(found)
