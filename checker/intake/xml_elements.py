"""Registers in XML whose columns are elements: ``<DanhMuc><ThuTuc><MaThuTuc>…``.

Programs export so without a schema that anybody has. Such a file is read where it can mean one
thing only: below the root stand rows of one name, below a row nothing but cells, and whatever is
said is said in the text of a cell. Anything else is refused with its line; nothing is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from ..places import Notice
from ..words import Text
from .sheets import Cell, Line, Refused, Sheet, UnreadCell

_CHUNK = 1 << 16
_MARKS = re.compile(r"[_.\-]+")
_ABSENT = UnreadCell(
    "absent_name",
    Text(
        vi="bản ghi không có phần tử này; nếu không có giá trị hãy để phần tử rỗng, đừng bỏ đi",
        en="the record has no such element; where there is no value leave it empty but keep it",
    ),
    there=False,
)
_TWICE = UnreadCell(
    "name_twice",
    Text(
        vi="bản ghi có hai phần tử cùng tên này; hãy giữ một",
        en="the record has this element twice; keep one of them",
    ),
)


class _Ambiguous(ValueError):
    """What is no register of plain elements, and the line where that shows."""

    def __init__(self, vi: str, en: str, line: int) -> None:
        super().__init__(en)
        self.why, self.line = Text(vi, en), line


class _CutOff(ValueError):
    """A file that ends before its root does."""


@dataclass(slots=True)
class _Shape:
    """How deep the walk stands, what the root and its rows are called, all names of columns."""

    depth: int = 0
    root: str = ""
    row: str = ""
    names: dict[str, None] = field(default_factory=dict)


def read_elements(path: Path, file: str, most_names: int) -> Iterator[Sheet]:
    """The one register of a file; a row's number is its place among the rows, from 1.

    Raises:
        Refused: Codes ``unread_format`` (it can mean more than one thing), ``damaged``.
        OSError: The path cannot be read.
    """
    seen = _Shape()
    try:
        for cells in _rows(path, seen):
            seen.names.update(dict.fromkeys(cells))
            if len(seen.names) > most_names:
                raise _Ambiguous("quá nhiều tên cột khác nhau", "too many different columns", 0)
        if not seen.names:
            raise _Ambiguous("không có dòng nào", "it has no rows", 0)
    except _Ambiguous as error:
        raise Refused(_refusal(file, error)) from error
    except etree.XMLSyntaxError as error:
        raise Refused(_damaged(file, str(error.msg)[:160], error.lineno or 0)) from error
    except _CutOff as error:
        raise Refused(_damaged(file, f"</{seen.root}>?", 0)) from error
    yield Sheet("record", "", 1, _lines(path, list(seen.names)))


def _lines(path: Path, names: list[str]) -> Iterator[Line]:
    yield 0, [wording(name) for name in names]
    for number, cells in enumerate(_rows(path, _Shape()), start=1):
        yield number, [cells.get(name, _ABSENT) for name in names]


def wording(name: str) -> str:
    """The name of an element as a heading.

    >>> wording("MaThuTuc"), wording("Ngày_niêm_yết"), wording("MaTTHC"), wording("SoQDCongBo")
    ('Ma Thu Tuc', 'Ngày niêm yết', 'Ma TTHC', 'So QD Cong Bo')
    """
    found = ""
    for at, letter in enumerate(name):
        before, after = name[at - 1 : at], name[at + 1 : at + 2]
        starts = before.islower() or before.isdigit() or (before.isupper() and after.islower())
        found += f" {letter}" if letter.isupper() and starts else letter
    return " ".join(_MARKS.sub(" ", found).split())


def _rows(path: Path, seen: _Shape) -> Iterator[dict[str, Cell]]:
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            parser.feed(chunk)
            for event, element in parser.read_events():
                if not isinstance(element, etree._Element):
                    continue
                if event == "start":
                    seen.depth += 1
                    _check_start(element, seen)
                    continue
                seen.depth -= 1
                if seen.depth == 1:
                    yield _cells(element)
                    _forget(element)
                elif seen.depth == 0:
                    _check_text(element)
    parser.close()
    if seen.depth:  # lxml takes what has come for all there is
        raise _CutOff


def _check_start(element: etree._Element, seen: _Shape) -> None:
    line, name = _line(element), etree.QName(element).localname
    if seen.depth == 1:
        seen.root = name
        return
    if element.attrib:
        raise _Ambiguous(f"<{name}> có thuộc tính", f"<{name}> has attributes", line)
    if seen.depth == 2:
        seen.row = seen.row or name
        if name != seen.row:
            both = f"<{seen.row}>, <{name}>"
            raise _Ambiguous(
                f"các dòng mang tên khác nhau: {both}", f"rows of different names: {both}", line
            )
    elif seen.depth > 3:
        raise _Ambiguous(f"<{name}> nằm trong một ô", f"<{name}> stands in a cell", line)


def _cells(row: etree._Element) -> dict[str, Cell]:
    _check_text(row)
    found: dict[str, Cell] = {}
    for cell in row:
        name = etree.QName(cell).localname
        found[name] = _TWICE if name in found else cell.text or ""
    if not found:
        raise _Ambiguous("dòng không có ô nào", "a row without cells", _line(row))
    return found


def _check_text(element: etree._Element) -> None:
    """Refuse text that stands beside elements: it is in no cell."""
    beside = [element.text, *(child.tail for child in element)]
    if any(text and text.strip() for text in beside):
        line, name = _line(element), etree.QName(element).localname
        raise _Ambiguous(
            f"có chữ ngoài các ô trong <{name}>", f"text beside cells in <{name}>", line
        )


def _line(element: etree._Element) -> int:
    """The line on which an element begins; 0 where the parser has not kept it."""
    found: object = element.sourceline
    return found if isinstance(found, int) else 0


def _forget(row: etree._Element) -> None:
    """Let go of the rows before one; text behind it is still to be looked at."""
    for child in list(row):
        row.remove(child)
    parent = row.getparent()
    while parent is not None and (before := row.getprevious()) is not None:
        if before.tail and before.tail.strip():
            _check_text(parent)
        parent.remove(before)


def _refusal(file: str, error: _Ambiguous) -> Notice:
    text = Text(
        vi=f"tệp XML này không chắc chắn là một sổ ({error.why.vi}) nên không được đọc; hãy kết "
        "xuất theo lược đồ schemas/xsd/so.xsd, hoặc mỗi dòng một phần tử, mỗi ô một phần tử con "
        "chỉ có chữ, hoặc thành .xlsx, .csv",
        en=f"this XML is not certainly a register ({error.why.en}) and is not read; export it by "
        "the schema schemas/xsd/so.xsd, or with an element for each row and below it one with "
        "nothing but text for each cell, or as .xlsx or .csv",
    )
    return Notice(file, f"dòng {error.line}" if error.line else "", "unread_format", text)


def _damaged(file: str, why: str, line: int) -> Notice:
    text = Text(
        vi=f"XML sai hoặc bị cắt ({why}); hãy kết xuất lại",
        en=f"the XML is wrong or cut ({why}); export it again",
    )
    return Notice(file, f"dòng {line}" if line else "", "damaged", text)
