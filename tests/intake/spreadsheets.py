"""Real .ods and .xls files, made for a test."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import xlwt

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "table": "table", "text": "text", "style": "style",
    }.items()
)  # fmt: skip
_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def ods_cell(value: Any, more: str = "") -> str:
    """One cell; a text that begins with ``<`` is the XML of a cell itself."""
    if isinstance(value, str) and value.startswith("<"):
        return value
    if value is None or value == "":
        return f"<table:table-cell {more}/>"
    kind, stored = "string", ""
    if isinstance(value, dt.date):
        kind, stored = "date", f'office:date-value="{value.isoformat()}"'
    elif isinstance(value, int | float):
        kind, stored = "float", f'office:value="{value}"'
    head = f'<table:table-cell {more} office:value-type="{kind}" {stored}>'
    return f"{head}<text:p>{escape(str(value))}</text:p></table:table-cell>"


def ods_row(values: Sequence[Any], more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(map(ods_cell, values))}</table:table-row>"


def ods_sheet(name: str, *rows: str, style: str = "s", columns: str = "") -> str:
    head = f'<table:table table:name="{name}" table:style-name="{style}">{columns}'
    return f"{head}{''.join(rows)}</table:table>"


def ods(*sheets: str, before: str = "", styles: str = "") -> bytes:
    content = (
        f"{before}<office:document-content {_NAMES} {_CALC}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:spreadsheet>{''.join(sheets)}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return packed.getvalue()


def ods_table(rows: Sequence[Sequence[Any]]) -> bytes:
    return ods(ods_sheet("Sổ", *map(ods_row, rows)))


def xls_book(rows: Sequence[Sequence[Any]], name: str = "Sổ") -> xlwt.Workbook:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(name)
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            if value is not None and value != "":
                sheet.write(down, right, value, *([day] if isinstance(value, dt.date) else []))
    return book


def packed_xls(book: xlwt.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xls(rows: Sequence[Sequence[Any]]) -> bytes:
    return packed_xls(xls_book(rows))
