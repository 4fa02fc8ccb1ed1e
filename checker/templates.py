"""Empty registers to fill: workbooks whose headers, lists and notes come from the tables' files.

What is written here intake reads back: a header is a field's own title, a list offers the first
wording of each choice.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from .tables import NOTES_OPENING, FieldSpec, TableSpec

NOTES = "Ghi chú"
_MADE = dt.datetime(2026, 1, 1)
"""Written into every workbook, so that the same tables give the same bytes."""
_ROWS = 2_000
"""So many rows below the header offer lists and formats."""
_LONGEST_LIST = 255
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_WIDTHS = {"text": 28, "code": 14, "date": 16, "time": 12, "bool": 14, "int": 12, "number": 12}
_FORMATS = {
    **dict.fromkeys(("text", "code", "time", "choice", "choices"), "@"),
    "date": "dd/mm/yyyy",
}

_KINDS = {
    "text": "chữ",
    "code": "mã thủ tục, như 1.004222",
    "date": "ngày, như 05/03/2026",
    "time": "giờ, như 14:30",
    "bool": "x nếu có, để trống hoặc ghi không nếu không",
    "int": "số nguyên",
    "number": "số",
    "choice": "chọn một trong danh sách",
    "choices": "một hay nhiều mục, cách nhau bằng dấu phẩy",
}
_BLANKS = {
    "unknown": "không rõ, nên có thể không kết luận được",
    "never": "việc chưa xảy ra",
    "no": "không",
    "none": "biết chắc là không có",
    "zero": "0",
}
_OPENING = (
    NOTES_OPENING,
    "Sổ có dòng tiêu đề mà không có dòng nào nghĩa là không có việc nào; "
    "sổ mà đơn vị không lập thì xóa trang tính (hoặc tệp) đó đi.",
    "Nhập xong, đặt tệp cạnh unit.yaml rồi chạy motcua check. "
    "Trang này không được đọc như dữ liệu.",
)


def workbook(specs: Sequence[TableSpec]) -> bytes:
    """An empty register a sheet, and a sheet of notes in Vietnamese.

    Args:
        specs: Tables of registers, in the order of their sheets.

    Returns:
        The bytes of an .xlsx file (ECMA-376); the same for the same tables.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _MADE})
    names = _sheet_names(specs)
    for spec, name in zip(specs, names, strict=True):
        _register(book, book.add_worksheet(name), spec)
    _notes(book, list(zip(names, specs, strict=True)))
    book.close()
    return buffer.getvalue()


def _sheet_names(specs: Sequence[TableSpec]) -> list[str]:
    """Titles as far as a sheet's name may go, numbered so that no two are the same."""
    if len(specs) == 1:
        return [_shortened(specs[0].title.vi, _LONGEST_NAME)]
    return [
        f"{number:02d} {_shortened(spec.title.vi, _LONGEST_NAME - 3)}"
        for number, spec in enumerate(specs, start=1)
    ]


def _shortened(title: str, most: int) -> str:
    bare = _FORBIDDEN.sub(" ", title)
    return bare if len(bare) <= most else bare[: most + 1].rsplit(" ", 1)[0]


def _register(book: Workbook, sheet: Worksheet, spec: TableSpec) -> None:
    plain = {"bold": True, "text_wrap": True, "border": 1, "valign": "vcenter", "align": "center"}
    needed = book.add_format({**plain, "bg_color": "#FCE4D6"})
    other = book.add_format({**plain, "bg_color": "#DDEBF7"})
    for column, (name, field) in enumerate(columns(spec).items()):
        must = name == spec.key or name in spec.identified_by
        sheet.write_string(0, column, field.title.vi, needed if must else other)
        sheet.set_column(column, column, _width(field), _cell_format(book, field))
        _validate(sheet, column, field)
    sheet.freeze_panes(1, 0)


def columns(spec: TableSpec) -> dict[str, FieldSpec]:
    """The fields that a person fills: not those that hold another's cell word for word."""
    return {name: field for name, field in spec.fields.items() if not field.as_written}


def _width(field: FieldSpec) -> int:
    longest = max((len(word) for word in field.title.vi.split()), default=0)
    return max(_WIDTHS.get(field.type, 20), longest + 2)


def _cell_format(book: Workbook, field: FieldSpec) -> Format:
    return book.add_format({"num_format": _FORMATS.get(field.type, "General"), "text_wrap": True})


def offered(field: FieldSpec) -> list[str]:
    """The choices that a cell's list offers: of each value its first wording."""
    if field.type == "bool":
        return ["x", "không"]
    if field.type != "choice":
        return []
    choices = [words[0] if words else name for name, words in field.values.items()]
    return choices if len(",".join(choices)) <= _LONGEST_LIST else []


def _validate(sheet: Worksheet, column: int, field: FieldSpec) -> None:
    """Lists and kinds of value; a person who knows better may still go on."""
    rule: dict[str, object] = {"validate": "any"}
    if choices := offered(field):
        rule = {"validate": "list", "source": choices}
    elif field.type == "date":
        rule = {"validate": "date", "criteria": ">=", "value": dt.date(1990, 1, 1)}
    elif field.type == "int":
        rule = {"validate": "integer", "criteria": ">=", "value": 0}
    told = _KINDS[field.type][:200]
    rule |= {"input_message": told, "error_type": "warning", "error_message": f"Cần {told}"}
    sheet.data_validation(1, column, _ROWS, column, rule)


def _notes(book: Workbook, named: Sequence[tuple[str, TableSpec]]) -> None:
    """One sentence a row, in one column: nothing there can be taken for a register's header."""
    sheet = book.add_worksheet(NOTES)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    title = book.add_format({"bold": True, "text_wrap": True})
    sheet.set_column(0, 0, 120)
    row = 0
    for line in _OPENING:
        sheet.write_string(row, 0, line, wrapped)
        row += 1
    for name, spec in named:
        row += 1
        sheet.write_string(row, 0, f"Trang «{name}»: {spec.title.vi}", title)
        for field_name, field in columns(spec).items():
            row += 1
            sheet.write_string(row, 0, _told(spec, field_name, field), wrapped)
        row += 1


def _told(spec: TableSpec, name: str, field: FieldSpec) -> str:
    parts = [f"– {field.title.vi}: {_KINDS[field.type]}"]
    if field.type in ("choice", "choices") and field.values:
        parts.append("giá trị: " + " | ".join(words[0] for words in field.values.values()))
    if name == spec.key:
        parts.append("bắt buộc, thiếu thì dòng bị từ chối")
    else:
        parts.append(f"để trống là {_BLANKS[field.blank]}")
    if field.example:
        parts.append(f"thí dụ {field.example}")
    return "; ".join(parts) + "."
