"""Parts of a process sheet: its revisions, what stands under its headings, its steps.

A table is known by the words of its header row. A blank cell below a filled one may be merged
with it: then it is not known what holds there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..intake.cells import CellFault, read_date
from ..intake.model import Row
from ..words import fold, tidy
from .model import Paragraph

TABLES = ("iso_sheet_revisions", "iso_sheet_parts", "iso_sheet_steps")

_NUMBERING = re.compile(r"^(?:[0-9]+(?:\.[0-9]+)*|[ivx]+)[.)]?\s+")
_LONGEST_HEADING = 80
_LONGEST_TEXT = 300
_HEADINGS = {
    "purpose": re.compile(r"muc dich(?: .*)?"),
    "scope": re.compile(r"pham vi(?: .*)?"),
    "references": re.compile(
        r"(?:cac )?(?:tai lieu|van ban) vien dan|can cu phap ly|co so phap ly|tai lieu lien quan"
    ),
    "definitions": re.compile(
        r"(?:dinh nghia|thuat ngu|giai thich tu ngu|(?:chu|tu) viet tat)(?: .*)?"
    ),
    "duties": re.compile(r"trach nhiem(?: .*)?"),
    "content": re.compile(r"(?:noi dung(?: quy trinh)?|quy trinh thuc hien|trinh tu(?: .*)?)"),
    "forms": re.compile(r"(?:cac )?bieu mau(?: .*)?"),
    "record": re.compile(r"(?:luu (?:tru )?)?ho so(?: (?:luu|cong viec|can luu|phai luu).*)?"),
    "": re.compile(r"(?:luu do|mo ta|phu luc)(?: .*)?"),
}
_REVISION = {
    "issue": re.compile(r"lan ban hanh"),
    "review": re.compile(r"lan soat xet"),
    "amendment": re.compile(r"lan sua doi"),
    "": re.compile(r"lan .*/.*"),
}
_DAY = re.compile(r"ngay(?: .*)?")
_WHAT = re.compile(r".*\bnoi dung\b.*")
_PERSON = re.compile(r".*\b(?:trach nhiem|(?:nguoi|don vi|bo phan) thuc hien)\b.*")
_TASK = re.compile(r".*\b(?:noi dung|cong viec|trinh tu|cac buoc|hoat dong)\b.*")
_TIME = re.compile(r".*\b(?:thoi gian|thoi han)\b.*")
_ORDER = re.compile(r"(?:tt|stt|buoc|so thu tu)")
_STEP = re.compile(r"buoc ([0-9]{1,2})\s*[.:–-]\s*\S.*")


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a Word table: its first paragraph's index and the text of each cell by column."""

    at: int
    cells: Mapping[int, str]

    def column(self, words: re.Pattern[str], taken: Sequence[int | None] = ()) -> int | None:
        """The column whose header has the words, if it is one only."""
        fitting = [
            column
            for column, text in self.cells.items()
            if column not in taken and words.fullmatch(fold(text))
        ]
        return fitting[0] if len(fitting) == 1 else None


def part_rows(paragraphs: Sequence[Paragraph], code: str, counted: str) -> dict[str, list[Row]]:
    """The rows of a process sheet's parts by table.

    Args:
        paragraphs: Those with text.
        code: The process's code.
        counted: What its front page counts: ``issue``, ``review`` or ``amendment``.
    """
    tables = list(_tables(paragraphs))
    steps = [row for lines in tables for row in _steps(lines, code)]
    return {
        "iso_sheet_revisions": [
            row for lines in tables for row in _revisions(lines, code, counted)
        ],
        "iso_sheet_parts": list(_parts(paragraphs, code)),
        "iso_sheet_steps": steps or list(_steps_told(paragraphs, code)),
    }


def _tables(paragraphs: Sequence[Paragraph]) -> Iterator[list[_Line]]:
    found: dict[int, dict[int, tuple[int, dict[int, list[str]]]]] = {}
    for paragraph in paragraphs:
        if cell := paragraph.cell:
            rows = found.setdefault(cell.table, {})
            _, cells = rows.setdefault(cell.row, (paragraph.index, {}))
            cells.setdefault(cell.column, []).append(tidy(paragraph.text))
    for rows in found.values():
        yield [
            _Line(at, {column: " ".join(texts) for column, texts in cells.items()})
            for at, cells in rows.values()
        ]


def _revisions(lines: Sequence[_Line], code: str, counted: str) -> Iterator[Row]:
    for number, head in enumerate(lines):
        kinds = [(kind, head.column(words)) for kind, words in _REVISION.items()]
        known = [(kind, column) for kind, column in kinds if column is not None]
        day, what = head.column(_DAY), head.column(_WHAT)
        if len(known) != 1 or what is None:
            continue
        kind, column = known[0]
        for line in lines[number + 1 :]:
            said = line.cells.get(column, "")
            if said or line.cells.get(what):
                on = _day(line.cells.get(day, "")) if day is not None else None
                alike = kind == counted if kind else None
                yield line.at, (code, said or None, alike, on, line.cells.get(what) or None)
        return


def _day(text: str) -> dt.date | None:
    try:
        return read_date(text) if text else None
    except CellFault:
        return None


def _parts(paragraphs: Sequence[Paragraph], code: str) -> Iterator[Row]:
    """Each heading with the first words below it; of the records kept, each one."""
    heading: tuple[int, str] | None = None
    for paragraph in paragraphs:
        text = tidy(paragraph.text)
        part = _part(text) if paragraph.cell is None else None
        if part is not None:
            heading = (paragraph.index, part) if part else None
        elif heading and (paragraph.cell is None or heading[1] == "record"):
            at, named = heading
            if named != "record":
                yield at, (code, named, text[:_LONGEST_TEXT])
                heading = None
            elif _is_first_of_record(paragraph):
                yield paragraph.index, (code, named, text[:_LONGEST_TEXT])


def _is_first_of_record(paragraph: Paragraph) -> bool:
    """Of a table of records the column of names: the one after the ordinal; no header row."""
    cell = paragraph.cell
    return cell is None or (cell.row > 0 and cell.column == min(1, cell.columns - 1))


def _part(text: str) -> str | None:
    bare = _NUMBERING.sub("", fold(text)).strip(" :.")
    if len(text) > _LONGEST_HEADING:
        return None
    return next((part for part, words in _HEADINGS.items() if words.fullmatch(bare)), None)


def _steps(lines: Sequence[_Line], code: str) -> Iterator[Row]:
    for number, head in enumerate(lines):
        person = head.column(_PERSON)
        task = head.column(_TASK, [person])
        if person is None or task is None:
            continue
        order, time = head.column(_ORDER), head.column(_TIME, [person, task])
        above: set[int] = set()
        for line in lines[number + 1 :]:
            if not line.cells.get(task):
                continue
            cells = [_cell(line, column, above) for column in (order, task, person, time)]
            above |= line.cells.keys()
            yield line.at, (code, *cells)
        return


def _cell(line: _Line, column: int | None, above: set[int]) -> str | None:
    """A cell's text; blank only where nothing stands above it that it may be merged with."""
    if column is None:
        return None
    return line.cells.get(column) or (None if column in above else "")


def _steps_told(paragraphs: Sequence[Paragraph], code: str) -> Iterator[Row]:
    """Steps in running text ("Bước 1. …"): who does them in what time is not told apart."""
    for paragraph in paragraphs:
        text = tidy(paragraph.text)
        if found := _STEP.fullmatch(fold(text)):
            yield paragraph.index, (code, found[1], text[:_LONGEST_TEXT], None, None)
