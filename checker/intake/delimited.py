"""CSV and TSV: separated by comma, semicolon, tab or bar.

UTF-8 (with or without mark), UTF-16 (with mark), or bytes of before Unicode (see ``wording``).
The file is walked twice: once to be sure that all of it can be read, then for its rows, so that
no half of a file is ever counted. RFC 4180, with the marks that Excel uses.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from ..places import Notice
from ..words import Text
from .breadth import MOST_COLUMNS
from .sheets import Cell, CutOff, Line, Notices, Refused, Sheet

_DELIMITERS = ",;\t|"
_CHUNK = 1 << 18
_SAMPLE_LINES = 60
_SAMPLE_CHARACTERS = 1 << 16
_UTF16_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def read_delimited(path: Path, notices: Notices) -> Iterator[Sheet]:
    """The one sheet of a delimited file; a row's number is the line on which it begins.

    Raises:
        Refused: Code ``encoding`` (which byte) where a mark promises Unicode or zeros stand in
            the text, ``broken_quotes`` (which line), ``too_wide``.
        OSError: The path cannot be read.
    """
    file = notices.file
    encoding, codec = _encoding(path)
    undecodable = _check_encoding(path, file, codec)
    if undecodable and (codec != "utf-8" or _has_mark(path)):
        raise Refused(undecodable)
    encoding = "latin-1" if undecodable else encoding
    delimiter = _delimiter(path, encoding)
    empty = True
    for _, cells in _checked(path, file, encoding, delimiter):
        empty = empty and not any(cells)
    if not empty:
        yield Sheet("delimited", "", 1, _records(path, encoding, delimiter), undecodable)


def _encoding(path: Path) -> tuple[str, str]:
    """The codec that reads the file without its mark, and the one that counts every byte."""
    with path.open("rb") as stream:
        mark = stream.read(2)
    return ("utf-16", _UTF16_MARKS[mark]) if mark in _UTF16_MARKS else ("utf-8-sig", "utf-8")


def _has_mark(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(3) == codecs.BOM_UTF8


def _check_encoding(path: Path, file: str, codec: str) -> Notice | None:
    """Decode all of it; the position of what is wrong counts bytes from 0.

    Raises:
        Refused: A zero byte: no text in any encoding.
    """
    wrong: Notice | None = None
    decoder = codecs.getincrementaldecoder(codec)()
    at = 0
    with path.open("rb") as stream:
        while True:
            piece = stream.read(_CHUNK)
            kept = len(decoder.getstate()[0])
            try:
                text = decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                wrong = _undecodable(file, at - kept + error.start)
                decoder = codecs.getincrementaldecoder("latin-1")()
                text = decoder.decode(piece)
            if "\x00" in text:
                found = len(text[: text.index("\x00")].encode(codec))
                raise Refused(_undecodable(file, at - kept + found))
            if not piece:
                return wrong
            at += len(piece)


def _open(path: Path, encoding: str) -> TextIO:
    return path.open("r", encoding=encoding, newline="")


def _delimiter(path: Path, encoding: str) -> str:
    """The mark under which most lines have the same, and the largest, number of columns."""
    with _open(path, encoding) as stream:
        sample = stream.read(_SAMPLE_CHARACTERS)
    first = sample.split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and first[4:5] in _DELIMITERS and len(first) == 5:
        return first[4]  # Excel's own way to say it
    scores: dict[str, int] = {}
    for mark in _DELIMITERS:
        widths: Counter[int] = Counter()
        try:
            for number, record in enumerate(csv.reader(io.StringIO(sample), delimiter=mark)):
                widths[len(record)] += 1
                if number >= _SAMPLE_LINES:
                    break
        except csv.Error:
            continue  # a huge field: the walk over the whole file says where
        scores[mark] = max((n * (width - 1) for width, n in widths.items() if width), default=0)
    return max(_DELIMITERS, key=lambda mark: scores.get(mark, 0))


def _records(path: Path, encoding: str, delimiter: str) -> Iterator[Line]:
    ended = _ends_its_last_line(path, encoding)
    with _open(path, encoding) as stream:
        reader = csv.reader(stream, delimiter=delimiter, strict=True)
        line, record = 1, next(reader, None)
        while record is not None:
            cells: list[Cell] = list(record)
            number, line = line, reader.line_num + 1
            record = next(reader, None)
            if record is None and cells and not ended:
                cells[-1] = CutOff(cells[-1])
            yield number, cells


def _ends_its_last_line(path: Path, encoding: str) -> bool:
    with path.open("rb") as stream:
        stream.seek(0, io.SEEK_END)
        stream.seek(-min(stream.tell(), 2), io.SEEK_END)
        last = stream.read()
    return not last or last[-1:] in b"\r\n" or (encoding == "utf-16" and last[:1] in b"\r\n")


def _checked(path: Path, file: str, encoding: str, delimiter: str) -> Iterator[Line]:
    line = 0
    try:
        for line, cells in _records(path, encoding, delimiter):
            if len(cells) > MOST_COLUMNS:
                raise Refused(_too_wide(file, line, len(cells)))
            yield line, cells
    except csv.Error as error:
        raise Refused(_broken(file, line, str(error))) from error


def _undecodable(file: str, at: int) -> Notice:
    text = Text(
        vi=f"không đọc được chữ ở byte thứ {at}: tệp không phải UTF-8, cũng không phải UTF-16 có "
        "dấu đầu tệp, và dòng tiêu đề không cho biết đó là bảng mã cũ nào; "
        "trong Excel hãy lưu lại kiểu 'CSV UTF-8' hoặc .xlsx",
        en=f"the text cannot be read at byte {at}: neither UTF-8 nor UTF-16 with a byte order "
        "mark, and no header tells an older encoding; in Excel save it as 'CSV UTF-8' or as .xlsx",
    )
    return Notice(file, f"byte {at}", "encoding", text)


def _broken(file: str, line: int, why: str) -> Notice:
    text = Text(
        vi=f"dấu ngoặc kép hoặc ô bị hỏng ngay sau bản ghi ở dòng {line} ({why}); hãy sửa dấu "
        "ngoặc kép ở đó hoặc lưu lại từ Excel",
        en=f"a quote or a field is broken just after the record of line {line} ({why}); correct "
        "the quotes there or save the file again from Excel",
    )
    return Notice(file, f"dòng {line + 1}", "broken_quotes", text)


def _too_wide(file: str, line: int, columns: int) -> Notice:
    text = Text(
        vi=f"dòng {line} có {columns} cột, giới hạn là {MOST_COLUMNS}; hãy kết xuất lại",
        en=f"line {line} has {columns} columns, the limit is {MOST_COLUMNS}; export it again",
    )
    return Notice(file, f"dòng {line}", "too_wide", text)
