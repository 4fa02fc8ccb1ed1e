"""How each component of a document looks: Decree 30/2020/NĐ-CP, Appendix I, part I.

Every look is a style of the document, so that people who go on writing change it in one place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from .markup import twips, w

FONT = "Times New Roman"
Align = Literal["left", "center", "right", "both"]


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph's look: size and spacing in points, indents in millimetres.

    ``name`` is that of the style in Word; ``kept`` stays on the page of what follows.
    """

    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: Align = "center"
    indent: float = 0
    before: float = 0
    after: float = 0
    kept: bool = False


LOOKS: Mapping[str, Look] = {
    "NationalName": Look("Quốc hiệu", 12, bold=True),
    "Motto": Look("Tiêu ngữ", 13, bold=True),
    "Superior": Look("Cơ quan chủ quản", 12),
    "Agency": Look("Cơ quan ban hành", 12, bold=True),
    "Number": Look("Số, ký hiệu", 13, before=8),
    "PlaceDate": Look("Địa danh, thời gian", 13, italic=True, before=8),
    "TypeName": Look("Tên loại", bold=True, before=12),
    "Abstract": Look("Trích yếu", bold=True),
    "Rule": Look("Đường kẻ", 2),
    "Gap": Look("Khoảng cách", 8),
    "Body": Look("Nội dung", align="both", indent=10, before=6),
    "Part": Look("Đề mục lớn", bold=True, align="both", indent=10, before=12, kept=True),
    "Heading": Look("Đề mục", bold=True, align="both", indent=10, before=6, kept=True),
    "CellHead": Look("Đầu bảng", 13, bold=True),
    "Cell": Look("Ô bảng", 13, align="left", before=2),
    "CellBold": Look("Ô bảng đậm", 13, bold=True, align="left", before=2, kept=True),
    "CellNumber": Look("Ô số", 13, before=2),
    "RecipientsLabel": Look("Nơi nhận", 12, bold=True, italic=True, align="left"),
    "Recipients": Look("Danh sách nơi nhận", 11, align="left"),
    "Authority": Look("Quyền hạn, chức vụ", bold=True, kept=True),
    "SignatureSpace": Look("Chỗ ký", kept=True),
    "Signer": Look("Họ tên người ký", bold=True),
    "AnnexLabel": Look("Phụ lục", bold=True),
    "AnnexTitle": Look("Tên phụ lục", bold=True),
    "AnnexReference": Look("Dẫn chiếu phụ lục", italic=True),
    "PageNumber": Look("Số trang", 13),
}


def styles_part() -> etree._Element:
    """The part ``word/styles.xml`` (ECMA-376 part 1, 17.7): defaults, and a style a look."""
    normal = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", styleId="Normal")
    normal.set(f"{{{normal.nsmap['w']}}}default", "1")
    defaults = w(
        "docDefaults",
        w("rPrDefault", w("rPr", _fonts(), w("sz", val=28), w("szCs", val=28), _language())),
        w("pPrDefault", w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))),
    )
    return w("styles", defaults, normal, *(_style(*item) for item in LOOKS.items()))


def _style(identity: str, look: Look) -> etree._Element:
    return w(
        "style",
        w("name", val=look.name),
        w("basedOn", val="Normal"),
        w("qFormat"),
        _paragraph(look),
        _letters(look),
        type="paragraph",
        customStyle=1,
        styleId=identity,
    )


def _paragraph(look: Look) -> etree._Element:
    """In the order of ECMA-376 part 1, 17.3.1.26."""
    kept = [w("keepNext")] if look.kept else []
    before, after = round(look.before * 20), round(look.after * 20)
    return w(
        "pPr",
        *kept,
        w("spacing", before=before, after=after, line=240, lineRule="auto"),
        w("ind", left=0, right=0, firstLine=twips(look.indent)),
        w("jc", val=look.align),
    )


def _letters(look: Look) -> etree._Element:
    """In the order of ECMA-376 part 1, 17.3.2.28."""
    marks = [w(tag) for tag, wanted in (("b", look.bold), ("i", look.italic)) if wanted]
    half = round(look.size * 2)
    colour = w("color", val="000000")
    return w("rPr", _fonts(), *marks, colour, w("sz", val=half), w("szCs", val=half))


def _fonts() -> etree._Element:
    return w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _language() -> etree._Element:
    return w("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA")
