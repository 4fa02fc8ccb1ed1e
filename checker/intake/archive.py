"""A look at an .xlsx before the fast reader opens it, part by part, whole.

calamine lays a sheet out as a dense grid (32 bytes a cell) and the process dies where that does
not fit: two cells in opposite corners would do. It also shows a formula without a cached value
and an error value as an empty cell, and an empty cell means something in a register. So the
extent and those cells are found here first. SpreadsheetML: ECMA-376 part 1, 18.3.1.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from lxml import etree

from ..places import Notice
from ..words import Text
from ..zipguard import GuardedZip, RefusedArchive, open_guarded
from .facts import NO_VALUE, SheetFacts, column_number, error_value
from .marks import note_marks
from .sheets import Refused, UnreadCell

MAX_GRID_CELLS = 25_000_000
_MAX_PENDING = 4 << 20
_WORKBOOK = "xl/workbook.xml"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_ADDRESS = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
# As every office program writes rows and cells: the address first, or another form (no groups).
_TAG = re.compile(rb"""<(?:[^\s<>/:"]*:)?(?:c|row)(?:\sr="([A-Z]*)([0-9]{1,9})"|(?=[\s/>]))""")
_FORMULA_OR_ERROR = re.compile(rb"""<(?:\w+:)?f[\s/>]|\bt\s*=\s*["']e["']""")
_HINTS = (b"<f", b":f", b'"e"', b"'e'")  # found ten times faster than the pattern
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)(?<!/)>(.*?)</(?:\w+:)?c\s*>", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*?(?:/>|>([^<]*)<)")
_TYPE = re.compile(rb"""\bt\s*=\s*["'](\w+)["']""")


def look_into_workbook(path: Path, file: str) -> dict[str, SheetFacts]:
    """Check every part of a workbook and gather what calamine would not tell.

    Returns:
        The facts of each sheet by its name.

    Raises:
        Refused: A container that must not be read, no workbook inside, a grid that is too large.
        OSError: The path cannot be read.
    """
    try:
        with open_guarded(path, file) as archive:
            if _WORKBOOK not in archive.names:
                raise Refused(_not_a_workbook(file))
            facts = {name: _look(archive, name, file) for name in archive.names}
            if sum(sheet.cells for sheet in facts.values()) > MAX_GRID_CELLS:
                raise Refused(too_wide(file, max(facts.values(), key=lambda sheet: sheet.cells)))
            parts = sheet_parts(archive, file)
            found = {sheet: facts[part] for sheet, part in parts.items() if part in facts}
            for sheet in _not_shown(archive) & set(found):
                found[sheet].hidden = True
            return found
    except RefusedArchive as error:
        raise Refused(error.notice) from error
    except (etree.XMLSyntaxError, ValueError, KeyError) as error:
        raise Refused(damaged(file)) from error


def sheet_parts(archive: GuardedZip, file: str) -> dict[str, str]:
    """The part of each sheet by its name: workbook.xml names a relationship, .rels its target."""
    targets: dict[str, str] = {}
    for relation in _tree(archive.read("xl/_rels/workbook.xml.rels")):
        target = str(relation.get("Target", ""))
        base = "" if target.startswith("/") else "xl"
        targets[str(relation.get("Id"))] = posixpath.normpath(
            posixpath.join(base, target.lstrip("/"))
        )
    sheets: dict[str, str] = {}
    workbook = _tree(archive.read(_WORKBOOK))
    for properties in workbook.iter("{*}workbookPr"):
        if properties.get("date1904", "0") in ("1", "true"):
            raise Refused(other_day_0(file))
    for sheet in workbook.iter("{*}sheet"):
        related = sheet.get(_RELATED) or next(
            (value for key, value in sheet.attrib.items() if str(key).endswith("}id")), ""
        )
        sheets[str(sheet.get("name"))] = targets.get(str(related), "")
    return sheets


def _not_shown(archive: GuardedZip) -> set[str]:
    """The names of the sheets that are hidden."""
    sheets = _tree(archive.read(_WORKBOOK)).iter("{*}sheet")
    return {str(s.get("name")) for s in sheets if s.get("state", "visible") != "visible"}


def _tree(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def _look(archive: GuardedZip, name: str, file: str) -> SheetFacts:
    """Walk one part to its end (which also checks its size and sum)."""
    facts = SheetFacts()
    if not name.lower().endswith(".xml"):
        for _ in archive.chunks(name):
            pass
        return facts
    piece = b""
    for piece in _whole_rows(archive.chunks(name), file):
        if b"<!DOCTYPE" in piece or b"\x00" in piece:
            raise Refused(damaged(file))
        _measure(piece, facts)
        note_marks(piece, facts)
        if any(hint in piece for hint in _HINTS) and _FORMULA_OR_ERROR.search(piece):
            _gather_unread(piece, facts)
    if facts.rows and not piece.rstrip().endswith(b"worksheet>"):
        raise Refused(damaged(file))  # calamine would take what is there for all
    if facts.irregular or facts.cells > MAX_GRID_CELLS:
        # Formatted empty cells count for nothing; only now is the exact way worth its time.
        with closing(archive.chunks(name)) as chunks:
            facts.rows, facts.columns = _exact_extent(chunks)
    return facts


def _whole_rows(chunks: Iterator[bytes], file: str) -> Iterator[bytes]:
    """The same bytes, cut only behind a row's end, or before a tag where there are no rows."""
    pending = b""
    for chunk in chunks:
        pending += chunk
        cut = pending.rfind(b"row>") + 4
        if cut < 4:
            if len(pending) < _MAX_PENDING:
                continue
            cut = pending.rfind(b"<")
            if cut <= 0:
                raise Refused(damaged(file))
        yield pending[:cut]
        pending = pending[cut:]
    yield pending


def _measure(piece: bytes, facts: SheetFacts) -> None:
    """Widen the extent by every address in a piece; empty formatted cells count too."""
    letters: set[bytes] = set()
    last = facts.rows
    for column, row in _TAG.findall(piece):
        if not row:
            facts.irregular = True
            continue
        letters.add(column)
        last = max(last, int(row))
    facts.rows = last
    facts.columns = max(facts.columns, *(column_number(column) for column in letters), 0)


def _gather_unread(piece: bytes, facts: SheetFacts) -> None:
    for attributes, content in _CELL.findall(piece):
        kind = _TYPE.search(attributes)
        unread = _unread(kind[1] if kind else b"", content)
        if unread is None:
            continue
        address = _ADDRESS.search(attributes)
        if address is None:
            raise ValueError("a cell without an address")
        row = facts.unread.setdefault(int(address[2]), {})
        row[column_number(address[1])] = unread


def _unread(kind: bytes, content: bytes) -> UnreadCell | None:
    value = _VALUE.search(content)
    found = (value[1] or b"").strip() if value else b""
    if kind == b"e":
        return error_value(found.decode("utf-8", "replace"))
    has_formula = _FORMULA_OR_ERROR.search(content)
    # A formula of text whose result is the empty text has a result: t="str" and an empty value.
    return NO_VALUE if has_formula and not found and not (kind == b"str" and value) else None


def _exact_extent(chunks: Iterator[bytes]) -> tuple[int, int]:
    """Last row and column of a cell that holds something, as calamine counts them."""
    parser = etree.XMLPullParser(
        events=("start", "end"), tag=("{*}row", "{*}c"), resolve_entities=False, huge_tree=True
    )
    row, column, rows, columns = 0, 0, 0, 0
    for chunk in chunks:
        parser.feed(chunk)
        for event, element in parser.read_events():
            if not isinstance(element, etree._Element):
                continue
            is_row = str(element.tag).endswith("row")
            address = _ADDRESS.match(f'r="{element.get("r", "")}"'.encode())
            if event == "start" and is_row:
                row, column = int(address[2]) if address else row + 1, 0
            elif event == "start":
                column = column_number(address[1]) if address else column + 1
                row = int(address[2]) if address else row
            elif is_row:
                element.clear()
            elif len(element):
                rows, columns = max(rows, row), max(columns, column)
    return rows, columns


def _not_a_workbook(file: str) -> Notice:
    text = Text(
        vi="không phải sổ tính Excel (.xlsx); hãy mở tệp và lưu lại thành .xlsx",
        en="this is no Excel workbook (.xlsx); open the file and save it as .xlsx",
    )
    return Notice(file, "", "not_workbook", text)


def damaged(file: str) -> Notice:
    """A workbook whose inside is not as it must be."""
    text = Text(
        vi="cấu trúc bên trong sổ tính bị hỏng; hãy mở bằng Excel và lưu lại thành .xlsx",
        en="the workbook's inner structure is damaged; open it in Excel and save it as .xlsx",
    )
    return Notice(file, "", "damaged", text)


def other_day_0(file: str) -> Notice:
    """Days stored as numbers are counted from 1904."""
    text = Text(
        vi="sổ tính đếm ngày từ năm 1904 nên ngày lưu dạng số không chắc chắn; trong Excel hãy bỏ "
        "chọn 'Use 1904 date system', kiểm tra lại các ngày rồi lưu",
        en="the workbook counts days from 1904, so days stored as numbers are not certain; in "
        "Excel switch off 'Use 1904 date system', check the dates and save",
    )
    return Notice(file, "", "date_system_1904", text)


def too_wide(file: str, facts: SheetFacts) -> Notice:
    """A grid that would not fit into memory."""
    size = f"{facts.rows} × {facts.columns}"
    text = Text(
        vi=f"một trang tính rộng {size} ô, quá giới hạn {MAX_GRID_CELLS} ô; hãy xóa các ô thừa "
        "ở xa bảng hoặc chia nhỏ theo kỳ",
        en=f"a sheet spans {size} cells, the limit is {MAX_GRID_CELLS}; delete stray cells far "
        "from the table or split it by period",
    )
    return Notice(file, "", "too_large", text)
