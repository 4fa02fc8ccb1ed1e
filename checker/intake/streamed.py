"""A large .xlsx read row by row, in memory that does not grow with its rows.

calamine is three times as fast and lays the whole sheet out: a million rows of eight columns take
630 MB. From ``workbook.STREAMED_FROM`` cells on the sheets are walked with lxml instead; what a
cell is worth is the same (SpreadsheetML: ECMA-376 part 1, 18.3.1.4, 18.4.9 and 18.8.30).
"""

from __future__ import annotations

import datetime as dt
import re
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from lxml import etree

from ..zipguard import GuardedZip, RefusedArchive, open_guarded
from .archive import damaged, sheet_parts
from .facts import column_number
from .sheets import Cell, Line, Refused

_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_DAY_0 = dt.datetime(1899, 12, 30)
_LAST_SERIAL = 2_958_465  # 31/12/9999
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)))
_NO_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DURATION = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LETTERS = re.compile(r"[A-Z]+")
_MOST_ROWS, _MOST_COLUMNS = 1 << 20, 1 << 14


class Strings(Sequence[str]):
    """The shared texts of a workbook: one run of bytes, and eight more for each text."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q")

    def add(self, text: str) -> None:
        """Put a text behind the others."""
        self._bytes += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._bytes))

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, at: int) -> str:  # type: ignore[override]  # no slices of a million
        first = self._ends[at - 1] if at else 0
        return self._bytes[first : self._ends[at]].decode("utf-8", "surrogatepass")


def stream_sheets(path: Path, file: str) -> Iterator[tuple[str, Iterator[Line]]]:
    """The name of each worksheet and its rows from 1 on, cells from column A on.

    The rows of a sheet have to be walked before the next sheet is asked for.

    Raises:
        Refused: A container that must not be read, or a part that is damaged; rows handed on
            before are then not all that there are.
        OSError: The path cannot be read.
    """
    with _or_refused(file), open_guarded(path, file) as archive:
        strings, formats = _strings(archive), _formats(archive)
        for name, part in sheet_parts(archive, file).items():
            if part in archive.names:
                yield name, _lines(archive, part, (strings, formats), file)


@contextmanager
def _or_refused(file: str) -> Iterator[None]:
    """What is wrong with a workbook's inside, as a refusal of the file."""
    try:
        yield
    except RefusedArchive as error:
        raise Refused(error.notice) from error
    except (etree.XMLSyntaxError, ValueError, KeyError, IndexError) as error:
        raise Refused(damaged(file)) from error


@contextmanager
def _closed_by_a_fault(archive: GuardedZip) -> Iterator[None]:
    try:
        yield
    except Exception:
        archive.close()
        raise


def _elements(archive: GuardedZip, part: str, tag: str) -> Iterator[etree._Element]:
    """Every element of a name, whole; it is forgotten when the next one is asked for."""
    parser = etree.XMLPullParser(
        events=("end",), tag=f"{{*}}{tag}", resolve_entities=False, no_network=True, huge_tree=True
    )
    with closing(archive.chunks(part)) as chunks:
        for chunk in chunks:
            parser.feed(chunk)
            for _, element in parser.read_events():
                if isinstance(element, etree._Element):
                    yield element
                    _forget(element)
    parser.close()


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _strings(archive: GuardedZip) -> Strings:
    found = Strings()
    if _STRINGS in archive.names:
        for item in _elements(archive, _STRINGS, "si"):
            found.add(_text(item))
    return found


def _text(item: etree._Element) -> str:
    """The text of a shared or inline string; how it is pronounced (``rPh``) is none of it."""
    parts = (
        t.text or ""
        for t in item.iter("{*}t")
        if (above := t.getparent()) is None or not str(above.tag).endswith("}rPh")
    )
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(parts))


def _formats(archive: GuardedZip) -> list[str]:
    """Of each cell format: ``date``, ``duration``, or nothing where it is a plain number."""
    if _STYLES not in archive.names:
        return []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    styles = etree.fromstring(archive.read(_STYLES), parser)
    codes = {f.get("numFmtId", ""): f.get("formatCode", "") for f in styles.iter("{*}numFmt")}
    formats = []
    for cells in styles.iter("{*}cellXfs"):
        for xf in cells.iterchildren("{*}xf"):
            number = xf.get("numFmtId", "0")
            formats.append(_kind(number, codes.get(number)))
    return formats


def _kind(number: str, code: str | None) -> str:
    """What a number format shows.

    >>> _kind("14", None), _kind("164", "dd/mm/yyyy;@"), _kind("165", '0 "đ"'), _kind("46", None)
    ('date', 'date', '', 'duration')
    """
    if code is None:
        built_in = number.isdecimal() and int(number) in _BUILT_IN_DATES
        return ("duration" if number == "46" else "date") if built_in else ""
    bare = _NO_CODE.sub("", code.split(";")[0])
    if _DURATION.search(bare):
        return "duration"
    return "date" if re.search(r"[dmyhs]", bare.lower().replace("general", "")) else ""


def _lines(
    archive: GuardedZip, part: str, book: tuple[Strings, Sequence[str]], file: str
) -> Iterator[Line]:
    """The rows of a sheet; a number left out is an empty row, which a merged cell may fill."""
    last = 0
    with _or_refused(file), _closed_by_a_fault(archive):
        for row in _elements(archive, part, "row"):
            number = int(row.get("r") or last + 1)
            if not last < number <= _MOST_ROWS:
                raise ValueError("rows out of order")
            for empty in range(last + 1, number):
                yield empty, []
            last = number
            yield number, _cells(row, *book)


def _cells(row: etree._Element, strings: Strings, formats: Sequence[str]) -> list[Cell]:
    found: list[Cell] = []
    for cell in row.iterchildren("{*}c"):
        letters = _LETTERS.match(cell.get("r", ""))
        at = column_number(letters[0].encode()) - 1 if letters else len(found)
        if at >= _MOST_COLUMNS:
            raise ValueError("more columns than a sheet has")
        value = _value(cell, strings, formats)
        if value is not None:
            found.extend([None] * (at + 1 - len(found)))
            found[at] = value
        elif not letters:
            found.append(None)
    return found


def _value(cell: etree._Element, strings: Strings, formats: Sequence[str]) -> Cell:
    """What a cell holds; errors and formulas without a result are known from the look before."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find("{*}is")
        return _text(inline) if inline is not None else None
    held = cell.find("{*}v")
    text = held.text if held is not None else None
    if text is None or kind == "e":
        return None
    if kind == "s":
        return strings[int(text)]
    if kind == "b":
        return text.strip() not in ("0", "false")
    if kind == "n":
        style = int(cell.get("s", "0"))
        return _number(float(text), formats[style] if style < len(formats) else "")
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _number(value: float, kind: str) -> Cell:
    """A number, or the day, time or span that its format shows it as.

    Excel takes 1900 for a leap year: its days before 1 March 1900 have numbers that are one lower.
    """
    if kind == "duration" and abs(value) <= _LAST_SERIAL * 2:
        return dt.timedelta(days=value)
    if kind != "date" or not 0 <= value <= _LAST_SERIAL:
        return value
    value += 1 <= value < 60
    moment = _DAY_0 + dt.timedelta(milliseconds=round(value * 86_400_000))
    if value < 1:
        return moment.time()
    return moment.date() if value.is_integer() else moment
