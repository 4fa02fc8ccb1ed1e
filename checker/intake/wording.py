"""In which letters a sheet is written: Unicode, or one of the encodings of before it.

Nothing in a byte tells TCVN3 from VNI or windows-1258, but a register has a header, and only in
the right letters is it a known one. So the header decides, and where it does not nothing is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..legacy import decode, shows_unicode
from ..words import Text
from .recognise import Header, Hints, recognise
from .sheets import Line, Notices, Refused, Sheet

_Decoder = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Found:
    """A header, and the sheet's lines as they read."""

    header: Header
    head: Sequence[Line]
    rest: Iterator[Line]


def find_header(sheet: Sheet, head: Sequence[Line], hints: Hints, notices: Notices) -> Found | None:
    """Find the header of a sheet, in whatever letters it is written.

    Args:
        sheet: The sheet; its rows are those below ``head``.
        head: The first lines.
        hints: What is known of the file beforehand.
        notices: Takes why there is none, and that letters were converted.

    Raises:
        Refused: The bytes are no Unicode and the header does not tell what they are.
    """
    if sheet.undecodable is None:
        scratch = Notices(notices.file)
        header = recognise(sheet, head, hints, scratch)
        found = None if header else _converted(sheet, head, hints, _FONTS)
        if found is None:
            notices.take(scratch)
            return Found(header, head, sheet.rows) if header else None
    else:
        found = _converted(sheet, head, hints, _BYTES)
        if found is None:
            raise Refused(sheet.undecodable)
    name, decoder = found
    notices.say(sheet.name, "legacy_encoding", _said(name))
    read = list(_decoded(head, decoder))
    header = recognise(sheet, read, hints, notices)
    return Found(header, read, _decoded(sheet.rows, decoder)) if header else None


def readings(sheet: Sheet, head: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The first lines of a sheet in every way in which they may be written."""
    if sheet.undecodable is None:
        yield head
    decoders = _FONTS if sheet.undecodable is None else _BYTES
    for decoder in decoders.values():
        yield list(_decoded(head, decoder))


def _converted(
    sheet: Sheet, head: Sequence[Line], hints: Hints, decoders: Mapping[str, _Decoder]
) -> tuple[str, _Decoder] | None:
    """The one way to read the head under which it holds the most columns of a register."""
    columns: dict[str, int] = {}
    for name, decoder in decoders.items():
        scratch = Notices("")
        header = recognise(sheet, list(_decoded(head, decoder)), hints, scratch)
        columns[name] = len(header.columns) if header else 0
    most = max(columns.values())
    best = [name for name, number in columns.items() if number == most]
    return (best[0], decoders[best[0]]) if most and len(best) == 1 else None


def _decoded(lines: Sequence[Line] | Iterator[Line], decoder: _Decoder) -> Iterator[Line]:
    for number, cells in lines:
        yield (
            number,
            [
                type(cell)(decoder(cell)) if isinstance(cell, str) and not cell.isascii() else cell
                for cell in cells
            ],
        )


def _old(font: str) -> _Decoder:
    return lambda text: text if shows_unicode(text) else decode(text, font)


def _windows_1258(text: str) -> str:
    """Letters with the tone as a mark of its own; they are composed where cells are tidied."""
    return text.encode("latin-1").decode("cp1258", "replace")


_FONTS: dict[str, _Decoder] = {"TCVN3 (ABC)": _old(".VnTime"), "VNI": _old("VNI-Times")}
_BYTES: dict[str, _Decoder] = {"windows-1258": _windows_1258, **_FONTS}


def _said(name: str) -> Text:
    return Text(
        vi=f"chữ trong tệp theo bảng mã cũ {name}, đã được chuyển sang Unicode khi đọc; hãy kiểm "
        "tra lại và lưu tệp bằng Unicode (TCVN 6909:2001)",
        en=f"the letters are of the old encoding {name} and were converted to Unicode for "
        "reading; check them and save the file in Unicode",
    )
