"""Registers in JSON: an array of flat objects, or an object with exactly one such array.

The names of the objects are the headers. The file is walked twice, once to be sure that all of
it can be read and for the names, then for its rows; neither walk holds more than one object.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from ..places import Notice
from ..words import Text
from .json_items import BadJson, items
from .sheets import Cell, Line, Notices, Refused, Sheet, UnreadCell

MAX_NAMES = 1000
_CAMEL = re.compile(r"(?<=[a-zà-ỹ0-9])(?=[A-Z])")
_NO_TEXT = re.compile("[\ud800-\udfff\x00]")

_ABSENT = UnreadCell(
    "absent_name",
    Text(
        vi="bản ghi không có mục này; nếu không có giá trị hãy ghi null, đừng bỏ mục đi",
        en="the record has no such name; where there is no value write null and keep the name",
    ),
    there=False,
)
_NESTED = UnreadCell(
    "nested_value",
    Text(
        vi="mục này chứa một đối tượng hoặc danh sách đối tượng; cần một giá trị đơn",
        en="the name holds an object or a list of objects; a single value is needed",
    ),
)


def read_json(path: Path, notices: Notices) -> Iterator[Sheet]:
    """The one register of a JSON file; a row's number is the place in the array, from 1.

    Raises:
        Refused: Codes ``encoding``, ``damaged``, ``not_flat``.
        OSError: The path cannot be read.
    """
    file, encoding = notices.file, _encoding(path)
    try:
        array, names = _survey(path, encoding, file)
    except UnicodeDecodeError as error:
        raise Refused(_undecodable(file)) from error
    except BadJson as error:
        raise Refused(_damaged(file, error)) from error
    if names:
        yield Sheet("record", _text(array)[:80], 1, _records(path, encoding, array, names))


def _encoding(path: Path) -> str:
    with path.open("rb") as stream:
        mark = stream.read(2)
    return "utf-16" if mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"


def _open(path: Path, encoding: str) -> TextIO:
    return path.open("r", encoding=encoding, newline="")


def _survey(path: Path, encoding: str, file: str) -> tuple[str, list[str]]:
    """The name of the array that holds objects, and all their names in the order met."""
    found: dict[str, dict[str, None]] = {}
    plain: set[str] = set()
    with _open(path, encoding) as stream:
        for array, item in items(stream):
            if not isinstance(item, dict):
                plain.add(array)
                continue
            names = found.setdefault(array, {})
            names.update(dict.fromkeys(item))
            if len(found) > 1 or len(names) > MAX_NAMES:
                raise Refused(_not_flat(file))
    if "" in plain or plain & set(found):
        raise Refused(_not_flat(file))
    return next(((array, list(names)) for array, names in found.items()), ("", []))


def _records(path: Path, encoding: str, wanted: str, names: list[str]) -> Iterator[Line]:
    yield 0, [_CAMEL.sub(" ", _text(name)) for name in names]
    number = 0
    with _open(path, encoding) as stream:
        for array, item in items(stream):
            if array == wanted and isinstance(item, dict):
                number += 1
                yield number, [_cell(item[name]) if name in item else _ABSENT for name in names]


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, float) or (isinstance(value, int) and _fits(value)):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return _text("; ".join(value))
    return str(value) if isinstance(value, int) else _NESTED


def _fits(value: int) -> bool:
    return -(1 << 63) <= value < 1 << 63


def _text(text: str) -> str:
    """Without what JSON can write and no text can hold: half characters and zeros."""
    return _NO_TEXT.sub("\ufffd", text)


def _undecodable(file: str) -> Notice:
    text = Text(
        vi="tệp JSON không phải UTF-8; hãy kết xuất lại bằng UTF-8",
        en="the JSON file is not UTF-8; export it again as UTF-8",
    )
    return Notice(file, "", "encoding", text)


def _damaged(file: str, error: BadJson) -> Notice:
    text = Text(
        vi=f"JSON sai hoặc bị cắt ở ký tự thứ {error.at}; hãy kết xuất lại",
        en=f"the JSON is wrong or cut at character {error.at} ({str(error)[:120]}); export it "
        "again",
    )
    return Notice(file, "", "damaged", text)


def _not_flat(file: str) -> Notice:
    text = Text(
        vi="cần một mảng các đối tượng, hoặc một đối tượng có đúng một mảng như vậy, mỗi đối tượng "
        f"là một dòng, không quá {MAX_NAMES} mục; hãy kết xuất mỗi sổ ra một tệp",
        en="an array of objects is needed, or an object with exactly one, each object a row of at "
        f"most {MAX_NAMES} names; export each register to a file of its own",
    )
    return Notice(file, "", "not_flat", text)
