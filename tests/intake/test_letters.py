from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from tests.documents.test_encodings import to_tcvn3, to_vni

Fixture = Callable[..., Any]

TABLE = [
    ["STT", "Mã TTHC", "Tên thủ tục", "Nơi niêm yết", "Ngày niêm yết"],
    ["1", "1.004222", "Đăng ký kết hôn có yếu tố nước ngoài", "Bảng niêm yết", "12/12/2025"],
    ["2", "2.000528", "Cấp lại thẻ người khuyết tật", "Cổng dịch vụ công", "05/01/2026"],
]
NAMES = [row[2] for row in TABLE[1:]]
TONES = "\u0300\u0309\u0303\u0301\u0323"


def to_1258(text: str) -> bytes:
    """As Windows types it: letters with their shape, tones as marks behind them."""
    typed = ""
    for letter in text:
        base, *marks = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in marks if mark in TONES)
        shape = "".join(mark for mark in marks if mark not in TONES)
        typed += unicodedata.normalize("NFC", base + shape) + tones
    return typed.encode("cp1258")


def lines(separator: str = ",") -> str:
    return "".join(separator.join(row) + "\r\n" for row in TABLE)


UNICODE = {
    "plain": lines().encode(),
    "with a mark": lines(";").encode("utf-8-sig"),
    "UTF-16 LE": codecs.BOM_UTF16_LE + lines("\t").encode("utf-16-le"),
    "UTF-16 BE": codecs.BOM_UTF16_BE + lines("|").encode("utf-16-be"),
    "decomposed": unicodedata.normalize("NFD", lines()).encode(),
}
OLD = {
    "windows-1258": to_1258(lines()),
    "TCVN3": to_tcvn3(lines(";")).encode("latin-1"),
    "VNI": to_vni(lines("\t")).encode("latin-1"),
}


@pytest.mark.parametrize("name", [*UNICODE, *OLD])
def test_a_delimited_register_reads_the_same_in_every_encoding(read: Fixture, name: str):
    found = read({"a.csv": (UNICODE | OLD)[name]})
    assert found.values("name") == NAMES
    assert found.values("channel") == ["board", "portal"]
    assert found.values("code") == ["1.004222", "2.000528"]
    said = [n for n in found.account.notices if n.code == "legacy_encoding"]
    assert len(said) == (name in OLD)
    assert all(name in notice.text.vi for notice in said)


@pytest.mark.parametrize("old", [to_tcvn3, to_vni])
def test_a_workbook_in_old_letters_is_read_and_that_is_said(
    read: Fixture, make_xlsx: Fixture, old: Callable[[str], str]
):
    table = [[old(cell) for cell in row] for row in TABLE]
    table[2][2] = NAMES[1]  # typed later, in Unicode: left as it is
    found = read({"a.xlsx": make_xlsx(table)})
    assert found.values("name") == NAMES
    assert found.codes == ["legacy_encoding"]
    assert found.account.notices[0].place == "Sổ"


def test_bytes_that_no_header_explains_are_not_read(read: Fixture):
    plain = "Ma TTHC,Ngay niem yet,Noi niem yet\n1.004222,12/12/2025,"
    found = read({"a.csv": plain.encode() + to_1258("Bảng") + b"\n"})
    assert found.codes == ["encoding"]
    assert found.account.notices[0].place == f"byte {len(plain) + 2}"
    assert "postings" in found.account.may_hide


def test_a_short_record_is_not_one_with_blank_cells(read: Fixture):
    header = "Mã TTHC,Ngày niêm yết,Ngày gỡ,Lệ phí\n"
    whole, short = "1.004222,12/12/2025,,x\n", "2.000528,12/12/2025\n"
    found = read({"a.csv": (header + whole + short).encode()})
    assert found.values("removed_on")[1] is None
    assert found.values("shows_fee") == [True, None]
    assert found.codes == ["short_row", "short_row"]
    assert found.account.notices[0].place == "dòng 3, cột 3"


def test_a_record_that_a_separator_has_split_is_refused(read: Fixture):
    header = "Mã TTHC,Tên,Tên TTHC,Ngày niêm yết\n"
    row = "1.004222,,Cấp, đổi thẻ,12/12/2025\n"
    found = read({"a.csv": (header + row + "1.004223,,Cấp thẻ,12/12/2025,,\n").encode()})
    assert found.codes == ["row_refused"]
    assert "5 ô" in found.account.notices[0].text.vi
    assert found.values("code") == [None, "1.004223"]


@pytest.mark.parametrize(("ending", "known"), [("\n", True), ("\r\n", True), ("", False)])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_last_cell_of_a_file_that_may_be_cut_is_unknown(
    read: Fixture, ending: str, known: bool, encoding: str
):
    text = f"Mã TTHC,Ngày niêm yết\n1.004222,12/12/2025{ending}"
    found = read({"a.csv": text.encode(encoding)})
    assert (found.values("posted_on")[0] is not None) == known
    assert found.codes == ([] if known else ["cut_off"])
