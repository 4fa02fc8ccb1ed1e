"""Write a plain OpenDocument spreadsheet (OpenDocument 1.3 part 3)."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

_PREFIXES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
Cell = str | int | float | dt.date | None


def write_ods(sheets: Sequence[tuple[str, Sequence[Sequence[Cell]]]]) -> bytes:
    """The sheets, each with its name, as one file; the same bytes every time."""
    body = "".join(
        f"<table:table table:name={quoteattr(name)}>{''.join(map(_row, rows))}</table:table>"
        for name, rows in sheets
    )
    content = (
        f"<office:document-content {_PREFIXES}><office:body><office:spreadsheet>{body}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", content),
        ):
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _row(cells: Sequence[Cell]) -> str:
    return f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>"


def _cell(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    kind, stored = "string", ""
    if isinstance(cell, dt.date):
        kind, stored = "date", f' office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, int | float):
        kind, stored = "float", f' office:value="{cell!r}"'
    text = escape(str(cell))
    return (
        f'<table:table-cell office:value-type="{kind}"{stored}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )
