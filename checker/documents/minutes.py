"""Minutes of internal audits and management reviews: what a register would say of them.

Read are their kind, the day on which they say that they were held, how many nonconformities they
count, who took part as what, each nonconformity that they number, and which inputs and outputs of
a management review (TCVN ISO 9001:2015, 9.3.2 and 9.3.3) they have a paragraph on. What minutes
do not name is not said to be missing: other words may name it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from ..intake.model import Row
from ..words import fold, tidy
from .model import Document, Paragraph

TABLES = ("iso_minutes", "iso_minutes_points", "iso_minutes_people")

_TITLE = re.compile(r"bien ban(?: .*)?")
_ABOUT = {
    "audit": re.compile(r".*danh gia (?:chat luong )?noi bo.*"),
    "review": re.compile(r".*xem xet cua lanh dao.*"),
}
_OPENS = re.compile(r"(?:hom nay|thoi gian)\b.*")
_IN_WORDS = re.compile(r"ngay ([0-9]{1,2}) thang ([0-9]{1,2}) nam ([0-9]{4})")
_FINDINGS = re.compile(
    r"(?:[-+*] ?)?(?:tong )?so (?:diem|su) khong phu hop(?: phat hien)?\s*:\s*"
    r"([0-9]{1,3})(?: .*)?[.;]?"
)
_FINDING = re.compile(
    r"(?:kph|nc|diem khong phu hop|su khong phu hop)(?: so)? ?-? ?[0-9]{1,3}\s*[:.)–-].*"
)
_BEFORE = re.compile(r"^(?:[-+*•–]\s*|(?:[0-9]{1,2}|[a-zđ]|[ivx]+)(?:\.[0-9]{1,2})*[.)]\s*)+")
_OUTPUTS_BEGIN = re.compile(r"(?:cac )?(?:ket luan|dau ra|quyet dinh)\b.*")
_LONGEST_HEADING, _LONGEST_POINT = 80, 400
_NOT_DONE = re.compile(r".*\b(?:khong|chua) (?:xem xet|de cap|bao cao|thao luan|co)\b.*")
_INPUTS = {
    "in_previous_actions": re.compile(r".*\bxem xet (?:\w+ ){0,3}(?:lan )?truoc\b.*"),
    "in_changes": re.compile(r"(?:\w+ ){0,3}thay doi .*\b(?:ben ngoai|noi bo|boi canh)\b.*"),
    "in_feedback": re.compile(
        r".*\b(?:hai long|thoa man|phan hoi|y kien)\b.*"
        r"\b(?:khach hang|nguoi dan|cong dan|to chuc)\b.*"
    ),
    "in_objectives": re.compile(
        r"(?:\w+ ){0,4}(?:dat|hoan thanh|thuc hien)(?: duoc)?(?: cac)? muc tieu\b.*"
    ),
    "in_performance": re.compile(
        r"(?:\w+ ){0,2}ket qua (?:hoat dong|thuc hien)(?: cua)?(?: cac)? qua trinh\b.*"
    ),
    "in_nonconformities": re.compile(
        r"(?:\w+ ){0,3}su khong phu hop(?:,| va)(?: cac| viec)? (?:hanh dong )?khac phuc\b.*"
    ),
    "in_monitoring": re.compile(r"(?:\w+ ){0,2}(?:theo doi|giam sat)(?:,| va) do luong\b.*"),
    "in_audits": re.compile(r"(?:\w+ ){0,2}ket qua (?:cac )?(?:cuoc )?danh gia noi bo\b.*"),
    "in_suppliers": re.compile(r"(?:\w+ ){0,6}nha cung cap\b.*"),
    "in_resources": re.compile(r"(?:\w+ ){0,2}day du (?:cua )?(?:cac )?nguon luc\b.*"),
    "in_risks": re.compile(r"(?:\w+ ){0,8}rui ro(?:,| va) (?:cac )?co hoi\b.*"),
    "in_improvement": re.compile(r"(?:\w+ ){0,2}co hoi cai tien\b.*"),
}
_OUTPUTS = {
    "out_improvement": re.compile(r"(?:\w+ ){0,3}(?:co hoi )?cai tien\b.*"),
    "out_changes": re.compile(r"(?:\w+ ){0,4}thay doi .*\bhe thong\b.*"),
    "out_resources": re.compile(r"(?:\w+ ){0,3}nguon luc\b.*"),
}
_ROLES = {
    "auditor": re.compile(
        r"(?:truong doan(?: danh gia)?|danh gia vien(?: truong)?|nguoi danh gia"
        r"|(?:dai dien |thanh vien )?(?:doan|to) danh gia)(?: gom)?(?: co)?\s*:.*"
    ),
    "audited": re.compile(
        r"(?:(?:dai dien )?(?:ben|don vi|bo phan|phong) (?:duoc|bi) danh gia"
        r"|nguoi (?:duoc|bi) danh gia)(?: gom)?\s*:.*"
    ),
    "chair": re.compile(r"(?:nguoi )?(?:chu tri|chu toa)(?: cuoc hop)?\s*:.*"),
    "secretary": re.compile(r"(?:nguoi ghi bien ban|thu ky)(?: cuoc hop)?\s*:.*"),
}
_ADDRESS = re.compile(r"^(?:Ông|Bà|Đồng chí|Đ/c|đ/c|ông|bà|đồng chí)\b[.:]?\s*")
_POST = re.compile(
    r"(?:pho |quyen )?(?:truong (?:doan|phong|ban|bo phan|to)|giam doc|chuyen vien|can bo|cong chuc"
    r"|vien chuc|chu tich|chanh van phong|thu ky|thu truong|lanh dao|phu trach|nhan vien"
    r"|thanh vien|danh gia vien|phong|van phong|so|uy ban)\b.*"
)
_NO_SURNAME = re.compile(
    "phó|trưởng|chánh|giám|chuyên|cán|lãnh|phụ|thư|thủ|ủy|nhân|chủ|tổ|sở|phòng|bộ|ban"
)
"""First words of posts and bodies; with their marks, so that Trương, Tô and Chu are surnames."""


def minutes_rows(document: Document) -> dict[str, list[Row]]:
    """The rows of minutes by table, each numbered by its paragraph; none where there are none."""
    paragraphs = [p for p in document.paragraphs if p.text.strip()]
    at = next((n for n, p in enumerate(paragraphs) if _is_title(p)), None)
    if at is None:
        return {}
    its = paragraphs[at:]
    about = fold(" ".join(p.text for p in its[:3]))
    kinds = [kind for kind, words in _ABOUT.items() if words.fullmatch(about)]
    if len(kinds) != 1:
        return {}
    kind, folded = kinds[0], [fold(p.text) for p in its]
    days = {day for text in folded if _OPENS.fullmatch(text) for day in _days(text)}
    # Two counts may be of two departments, even where they are equal.
    counts = [int(found[1]) for text in folded if (found := _FINDINGS.fullmatch(text))]
    held_on = next(iter(days)) if len(days) == 1 else None
    findings = counts[0] if len(counts) == 1 else None
    return {
        "iso_minutes": [(its[0].index, (kind, held_on, findings))],
        "iso_minutes_points": [
            (p.index, (kind, held_on, point, tidy(p.text)[:_LONGEST_POINT]))
            for p, point in _points(its[1:], kind)
        ],
        "iso_minutes_people": [
            (p.index, (kind, held_on, role, person)) for p, role, person in _people(its[1:])
        ],
    }


def _is_title(paragraph: Paragraph) -> bool:
    text = tidy(paragraph.text)
    return text[:8].upper() == text[:8] and _TITLE.fullmatch(fold(text)) is not None


def _days(text: str) -> Iterator[dt.date]:
    for day, month, year in _IN_WORDS.findall(text):
        try:
            yield dt.date(int(year), int(month), int(day))
        except ValueError:
            continue


def _points(paragraphs: Sequence[Paragraph], kind: str) -> Iterator[tuple[Paragraph, str]]:
    """Paragraphs on a nonconformity (audits), on an input or an output (reviews)."""
    sought = _INPUTS
    for paragraph in paragraphs:
        text = _BEFORE.sub("", fold(paragraph.text[:_LONGEST_POINT])).strip()
        if kind == "audit":
            if _FINDING.fullmatch(text):
                yield paragraph, "finding"
            continue
        if len(text) <= _LONGEST_HEADING and _OUTPUTS_BEGIN.fullmatch(text):
            sought = _OUTPUTS
        if _NOT_DONE.fullmatch(text):
            continue
        for point, words in sought.items():
            if words.fullmatch(text):
                yield paragraph, point


def _people(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str, str | None]]:
    """Who took part as what; None where somebody is named and the name cannot be told."""
    role = ""
    for paragraph in paragraphs:
        text = tidy(paragraph.text)
        bare = _BEFORE.sub("", fold(text))
        said = next((one for one, words in _ROLES.items() if words.fullmatch(bare)), None)
        if said:
            value = text.split(":", 1)[1].strip()
            role = "" if value else said
            yield from ((paragraph, said, person) for person in _persons(value) if value)
        elif role and (persons := _listed(text)):
            yield from ((paragraph, role, person) for person in persons)
        else:
            role = ""


def _listed(text: str) -> list[str | None]:
    """The persons of a line below a label: it begins as one of a list does."""
    bare = re.sub(r"^(?:[-+*•–]|[0-9]{1,2}[.)])\s*", "", text)
    return _persons(bare) if bare != text or _ADDRESS.match(bare) else []


def _persons(text: str) -> list[str | None]:
    pieces = [tidy(piece) for piece in re.split(r"[,;]| và ", text) if piece.strip()]
    found: list[str | None] = []
    for piece in pieces:
        name = tidy(re.split(r"\s[-–]\s?|[–(]", _ADDRESS.sub("", piece))[0]).rstrip(" .:")
        if _is_name(name):
            found.append(name)
        elif not found or not _POST.fullmatch(fold(piece)):
            found.append(None)
    return found


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 6
        and all(word.isalpha() and word[0].isupper() for word in words)
        and not _NO_SURNAME.fullmatch(words[0].lower())
        and not _ABOUT["audit"].fullmatch(fold(text))
    )
