"""Process sheets of a quality-management system: what a register would say of them.

A sheet is a Word file that calls itself a process and states one code. Read are its code, name,
revision and date of issue, and the legal documents under its heading of references. What is
stated twice in different words, or cannot be told, is unknown. What else a sheet holds stands in
``sheet_parts``, minutes in ``minutes``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..intake.cells import CellFault, read_date
from ..intake.model import Row
from ..words import fold, tidy
from . import minutes, sheet_parts
from .model import Document, Paragraph

TABLES = ("iso_sheets", "iso_references", *sheet_parts.TABLES, *minutes.TABLES)

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
        return minutes.minutes_rows(document)
    front: Row = (sheet.at, (sheet.code, sheet.name, sheet.revision, sheet.issued_on))
    named: list[Row] = [(at, (sheet.code, number)) for at, number in sheet.references]
    paragraphs = [p for p in document.paragraphs if p.text.strip()]
    parts = sheet_parts.part_rows(paragraphs, sheet.code, _counted(paragraphs))
    return {"iso_sheets": [front], "iso_references": named, **parts}


def _counted(paragraphs: Sequence[Paragraph]) -> str:
    """What the front page counts as its revision, where all labels of it say the same."""
    texts = {fold(tidy(p.text)).split(":")[0].strip() for p in paragraphs if ":" in p.text}
    kinds = {"lan ban hanh": "issue", "lan soat xet": "review", "lan ban hanh/sua doi": "both"}
    said = {kind for label, kind in kinds.items() if label in texts}
    return said.pop() if len(said) == 1 else ""


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
