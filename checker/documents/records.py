"""Process sheets and minutes of a quality-management system: what a register would say of them.

A sheet is a Word file that calls itself a process and states one code. Read are its code, name,
revision and date of issue, and the legal documents under its heading of references. What is
stated twice in different words, or cannot be told, is unknown.

Minutes are those of an internal audit or of a management review: their kind, the day on which they
say that it was held, and how many nonconformities they count.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..intake.cells import CellFault, read_date
from ..intake.model import Row
from ..words import fold, tidy
from .model import Document, Paragraph

TABLES = ("iso_sheets", "iso_references", "iso_minutes")

_LABELS = {
    "code": re.compile(r"(?:ma hieu|ma so|ma quy trinh|ky hieu)\s*:\s*(.*)"),
    "revision": re.compile(r"(?:lan ban hanh|lan soat xet|lan ban hanh/sua doi)\s*:\s*(.*)"),
    "issued": re.compile(r"(?:ngay ban hanh|ngay hieu luc)\s*:\s*(.*)"),
}
_TITLE = re.compile(r"quy trinh(?: .*)?")
_NUMBERING = re.compile(r"^(?:[0-9]+(?:\.[0-9]+)*|[ivx]+)[.)]?\s+")
_REFERENCES = re.compile(
    r"(?:cac )?(?:tai lieu|van ban) vien dan|can cu phap ly|co so phap ly|tai lieu lien quan"
)
_HEADING = re.compile(
    r"(?:muc dich|pham vi|dinh nghia|thuat ngu|giai thich tu ngu|chu viet tat|tu viet tat|noi dung"
    r"|trach nhiem|bieu mau|ho so|luu do|mo ta|phu luc|trinh tu).*"
)
_NUMBER = re.compile(r"\b[0-9]{1,5}/(?:[0-9]{4}/)?[A-ZĐ][A-ZĐƯ]*[0-9]*(?:-[A-ZĐƯ][A-Za-zĐƯ]*)*\b")
_LONGEST_LABEL = 200
_MINUTES = re.compile(r"bien ban(?: .*)?")
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


@dataclass(frozen=True, slots=True)
class ProcessSheet:
    """A process as its Word file states it; ``at`` is the paragraph of its code.

    ``references`` are paragraph and number of each legal document that it names.
    """

    at: int
    code: str
    name: str | None
    revision: str | None
    issued_on: dt.date | None
    references: tuple[tuple[int, str], ...]


def process_sheet(document: Document) -> ProcessSheet | None:
    """The process sheet that a document is, or None where it is none for certain."""
    paragraphs = [p for p in document.paragraphs if p.text.strip()]
    codes = list(_stated("code", paragraphs))
    titles = [p for p in paragraphs if _TITLE.fullmatch(fold(p.text)) and _is_capital(p.text)]
    if not titles or len({fold(text) for _, text in codes}) != 1:
        return None
    at, code = codes[0]
    return ProcessSheet(
        at,
        code,
        _name(paragraphs, titles[0]),
        _the_one([text for _, text in _stated("revision", paragraphs)]),
        _day(_the_one([text for _, text in _stated("issued", paragraphs)])),
        tuple(_references(paragraphs)),
    )


def record_rows(document: Document) -> dict[str, list[Row]]:
    """The rows of a process sheet or of minutes by table; none where the document is neither."""
    sheet = process_sheet(document)
    if sheet is None:
        minutes = list(_minutes(document))
        return {"iso_minutes": minutes} if minutes else {}
    front: Row = (sheet.at, (sheet.code, sheet.name, sheet.revision, sheet.issued_on))
    named: list[Row] = [(at, (sheet.code, number)) for at, number in sheet.references]
    return {"iso_sheets": [front], "iso_references": named}


def _stated(what: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """Each "label: value", the value in the same paragraph or in the next cell of its row."""
    for number, paragraph in enumerate(paragraphs):
        text = tidy(paragraph.text)
        found = _LABELS[what].fullmatch(fold(text)) if len(text) < _LONGEST_LABEL else None
        if found is None:
            continue
        value = text.split(":", 1)[1].strip()
        if not value:
            value = _beside(paragraph, paragraphs[number + 1 :])
        if value:
            yield paragraph.index, value


def _beside(paragraph: Paragraph, later: Sequence[Paragraph]) -> str:
    """The text of the next cell in a paragraph's row, if it stands in a table."""
    here = paragraph.cell
    for other in later[:3]:
        there = other.cell
        if here is None or there is None or there.table != here.table or there.row != here.row:
            return ""
        if there.column == here.column + 1:
            return tidy(other.text)
    return ""


def _the_one(values: Sequence[str]) -> str | None:
    return values[0] if len({fold(value) for value in values}) == 1 else None


def _day(text: str | None) -> dt.date | None:
    try:
        return read_date(text) if text else None
    except CellFault:
        return None


def _is_capital(text: str) -> bool:
    return text.upper() == text


def _name(paragraphs: Sequence[Paragraph], title: Paragraph) -> str | None:
    """What follows the words "QUY TRÌNH", on their line or on the next."""
    rest = tidy(title.text)[len("quy trình") :].strip(" :")
    if rest:
        return rest
    after = next((p for p in paragraphs if p.index > title.index), None)
    return tidy(after.text) if after is not None and _is_capital(after.text) else None


def _references(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """Below the heading of references, up to the next heading: the first number of a paragraph.

    A second number in it is what the first one amends or replaces.
    """
    inside = False
    for paragraph in paragraphs:
        bare = _NUMBERING.sub("", fold(paragraph.text)).strip(" :.")
        if _REFERENCES.fullmatch(bare):
            inside = True
        elif inside and _HEADING.fullmatch(bare) and not _NUMBER.search(paragraph.text):
            inside = False
        elif inside and (number := _NUMBER.search(paragraph.text)):
            yield paragraph.index, number[0]


def _minutes(document: Document) -> Iterator[Row]:
    """The one row of minutes: its paragraph is that of their title."""
    paragraphs = [p for p in document.paragraphs if p.text.strip()]
    at = next((n for n, p in enumerate(paragraphs) if _is_minutes_title(p)), None)
    if at is None:
        return
    about = fold(" ".join(p.text for p in paragraphs[at : at + 3]))
    kinds = [kind for kind, words in _ABOUT.items() if words.fullmatch(about)]
    if len(kinds) != 1:
        return
    folded = [fold(p.text) for p in paragraphs[at:]]
    days = {day for text in folded if _OPENS.fullmatch(text) for day in _days(text)}
    # Two counts may be of two departments, even where they are equal.
    counts = [int(found[1]) for text in folded if (found := _FINDINGS.fullmatch(text))]
    held_on = next(iter(days)) if len(days) == 1 else None
    findings = counts[0] if len(counts) == 1 else None
    yield paragraphs[at].index, (kinds[0], held_on, findings)


def _is_minutes_title(paragraph: Paragraph) -> bool:
    text = tidy(paragraph.text)
    return _is_capital(text[:8]) and _MINUTES.fullmatch(fold(text)) is not None


def _days(text: str) -> Iterator[dt.date]:
    for day, month, year in _IN_WORDS.findall(text):
        try:
            yield dt.date(int(year), int(month), int(day))
        except ValueError:
            continue
