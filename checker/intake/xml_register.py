"""Registers in XML by the schema ``schemas/xsd/so.xsd``: rows ``dong`` of cells ``cot ten="…"``.

Other XML is left to ``xml_elements``, which reads it only where it can mean one thing. The schema
is held to while the file is parsed, without entities, DTD or network. The file is walked twice,
once to be sure that all of it fits and for the names of its columns, then for its rows, one at a
time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from lxml import etree

from ..home import SCHEMAS
from ..places import Notice
from ..words import Text
from .sheets import Cell, Line, Notices, Refused, Sheet, UnreadCell
from .xml_elements import read_elements

MAX_NAMES = 1000
_CHUNK = 1 << 16

_ABSENT = UnreadCell(
    "absent_name",
    Text(
        vi="dòng không có cột này; nếu không có giá trị hãy để <cot> rỗng, đừng bỏ đi",
        en="the row has no such column; where there is no value leave the <cot> empty but keep it",
    ),
    there=False,
)
_TWICE = UnreadCell(
    "name_twice",
    Text(
        vi="dòng có hai cột cùng tên này; hãy giữ một",
        en="the row has this column twice; keep one of them",
    ),
)


def read_xml(path: Path, notices: Notices) -> Iterator[Sheet]:
    """The one register of an XML file; a row's number is its place among the rows, from 1.

    Raises:
        Refused: Codes ``unread_format`` (another kind of XML), ``damaged``, ``too_wide``.
        OSError: The path cannot be read.
    """
    file = notices.file
    first = _first_element(path)
    if first is None:
        raise Refused(_other(file))
    if first != "so":
        yield from read_elements(path, file, MAX_NAMES)
        return
    names: dict[str, None] = {}
    try:
        for cells in _rows(path, file):
            names.update(dict.fromkeys(cells))
            if len(names) > MAX_NAMES:
                raise Refused(_too_wide(file))
    except etree.XMLSyntaxError as error:
        why = str(error.msg)[:160]
        raise Refused(_damaged(file, error.lineno or 0, why)) from error
    if names:
        yield Sheet("record", "", 1, _records(path, file, list(names)))


def _records(path: Path, file: str, names: list[str]) -> Iterator[Line]:
    yield 0, list(names)
    for number, cells in enumerate(_rows(path, file), start=1):
        yield number, [cells.get(name, _ABSENT) for name in names]


def _rows(path: Path, file: str) -> Iterator[dict[str, Cell]]:
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=("so", "dong"),
        schema=_schema(),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    ended = False
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            parser.feed(chunk)
            for event, element in parser.read_events():
                if not isinstance(element, etree._Element):
                    continue
                ended = event == "end" and element.tag == "so"
                if event == "end" and element.tag == "dong":
                    yield _cells(element)
                    _forget(element)
    parser.close()
    if not ended:  # lxml takes what has come for all there is
        raise Refused(_damaged(file, 0, "</so>?"))


def _first_element(path: Path) -> str | None:
    """The name of the first element; None without one, or with a document type before it."""
    parser = etree.XMLPullParser(
        events=("start",), resolve_entities=False, no_network=True, load_dtd=False
    )
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            with suppress(etree.XMLSyntaxError):  # which may stand behind the first element
                parser.feed(chunk)
            for _, element in parser.read_events():
                if isinstance(element, etree._Element):
                    doctype = element.getroottree().docinfo.internalDTD
                    return str(element.tag) if doctype is None else None
    return None


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "xsd" / "so.xsd"))


def _cells(row: etree._Element) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for cell in row:
        name = str(cell.get("ten"))
        found[name] = _TWICE if name in found else cell.text or ""
    return found


def _forget(row: etree._Element) -> None:
    """Let go of a row and of those before it: what is read is not kept."""
    row.clear()
    parent = row.getparent()
    while parent is not None and row.getprevious() is not None:
        del parent[0]


def _other(file: str) -> Notice:
    text = Text(
        vi="tệp XML này không phải sổ theo lược đồ schemas/xsd/so.xsd "
        '(<so><dong><cot ten="…">…</cot></dong></so>, không có DOCTYPE) nên không được đọc; hãy '
        "kết xuất theo lược đồ đó hoặc thành .xlsx, .csv",
        en="this XML is no register by the schema schemas/xsd/so.xsd "
        '(<so><dong><cot ten="…">…</cot></dong></so>, no DOCTYPE) and is not read; export it by '
        "that schema, or as .xlsx or .csv",
    )
    return Notice(file, "", "unread_format", text)


def _damaged(file: str, line: int, why: str) -> Notice:
    text = Text(
        vi=f"XML sai, bị cắt hoặc không theo lược đồ schemas/xsd/so.xsd ({why}); hãy kết xuất lại",
        en=f"the XML is wrong, cut or not by the schema schemas/xsd/so.xsd ({why}); export it "
        "again",
    )
    return Notice(file, f"dòng {line}" if line else "", "damaged", text)


def _too_wide(file: str) -> Notice:
    text = Text(
        vi=f"các dòng có hơn {MAX_NAMES} tên cột khác nhau; hãy kết xuất lại",
        en=f"the rows have more than {MAX_NAMES} different columns; export it again",
    )
    return Notice(file, "", "too_wide", text)
