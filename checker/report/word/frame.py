"""What stands around the content: head, signatures, recipients, heads of annexes.

Decree 30/2020/NĐ-CP, Appendix I, parts I and II; Appendix III, forms 1.4, 1.9 and 2.1. What nobody
has said is a dotted line for people to fill in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from .looks import LOOKS
from .markup import Cell, Words, columns, twips, w
from .package import TEXT_MM, new_pages
from .widths import text_width_mm

DOTS = "……………………"
LINE = " ".join(["……"] * 18)
"""A line and a half to write on."""
DAY = "ngày …… tháng …… năm ………"
_LEFT_MM = 65.0
_COUNCIL = re.compile(r"^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+", re.IGNORECASE)
_ROMAN = ("I", "II", "III", "IV", "V")


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues a document: what stands above it, its own lines, its short form in symbols."""

    superior: Sequence[str]
    agency: Sequence[str]
    short: str
    full: str
    authority: Sequence[str]


def issuer_of(name: str) -> Issuer:
    """A unit as the body that issues its report.

    A people's committee has no body above it in the head (Appendix I, part II, section I.2); above
    others stands one that their names do not tell.

    >>> issuer_of("UBND xã Bình Minh").agency
    ('ỦY BAN NHÂN DÂN', 'XÃ BÌNH MINH')
    """
    council = _COUNCIL.match(name)
    if not council:
        return Issuer((DOTS,), (name.upper(),), "………", name, ("THỦ TRƯỞNG ĐƠN VỊ",))
    place = name[council.end() :]
    return Issuer(
        superior=(),
        agency=("ỦY BAN NHÂN DÂN", place.upper()),
        short="UBND",
        full=f"Ủy ban nhân dân {place}",
        authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    )


def head(issuer: Issuer, symbol: str, place_date: str) -> Iterator[etree._Element]:
    """Agency and number on the left; national name and, where there is one, the date right."""
    right_mm = TEXT_MM - _LEFT_MM
    left = [
        *(Words("Superior", line).written() for line in issuer.superior),
        *_ruled("Agency", issuer.agency, 0.4, _LEFT_MM),
    ]
    right = [
        Words("NationalName", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").written(),
        *_ruled("Motto", ("Độc lập - Tự do - Hạnh phúc",), 1.0, right_mm),
    ]
    below = [
        Cell([Words("Number", f"Số: ……/{symbol}-{issuer.short}").written()]),
        Cell([Words("PlaceDate" if place_date else "Gap", place_date).written()]),
    ]
    yield columns((_LEFT_MM, right_mm), [(Cell(left), Cell(right)), below])


def title(type_name: str, abstract: Sequence[str]) -> Iterator[etree._Element]:
    """The kind of the document and what it is about, with the rule below."""
    yield Words("TypeName", type_name).written()
    yield from _ruled("Abstract", abstract, 0.4, TEXT_MM)
    yield Words("Gap", "").written()


def _ruled(
    style: str, lines: Sequence[str], share: float, column_mm: float
) -> Iterator[etree._Element]:
    """Lines with a rule below that is as long as a share of the last one."""
    yield from (Words(style, line).written() for line in lines)
    look = LOOKS[style]
    width = share * text_width_mm(lines[-1], look.size, bold=look.bold)
    side = twips((column_mm - min(width, column_mm / 2 if share < 1 else column_mm)) / 2)
    border = w("pBdr", w("top", val="single", sz=6, space=1, color="000000"))
    indents = w("ind", left=side, right=side, firstLine=0)
    yield w("p", w("pPr", w("pStyle", val="Rule"), border, indents))


def signatures(blocks: Sequence[tuple[Sequence[str], str]]) -> etree._Element:
    """Signature blocks side by side: in whose name or what post, and who."""
    return columns([TEXT_MM / len(blocks)] * len(blocks), [[_signature(*one) for one in blocks]])


def foot(recipients: Sequence[str], issuer: Issuer) -> Iterator[etree._Element]:
    """Recipients on the left, the signature on the right."""
    left_mm = 70.0
    cells = (Cell(list(recipient_lines(recipients))), _signature(issuer.authority, DOTS))
    yield Words("Gap", "").written()
    yield columns((left_mm, TEXT_MM - left_mm), [cells])


def recipient_lines(recipients: Sequence[str]) -> Iterator[etree._Element]:
    """``Nơi nhận`` and its list."""
    yield Words("RecipientsLabel", "Nơi nhận:").written()
    yield from (Words("Recipients", f"- {one}").written() for one in recipients)


def _signature(authority: Sequence[str], name: str) -> Cell:
    space = (Words("SignatureSpace", "").written() for _ in range(4))
    signed = (Words("Authority", line).written() for line in authority)
    return Cell([*signed, *space, Words("Signer", name or DOTS).written()])


def annex(number: int, name: str, reference: str) -> Iterator[etree._Element]:
    """The head of an annex, on a new page; ``number`` counts from 1."""
    yield new_pages()
    yield Words("AnnexLabel", f"Phụ lục {_ROMAN[number - 1]}").written()
    yield Words("AnnexTitle", name).written()
    yield from _ruled("AnnexReference", (reference,), 0.4, TEXT_MM)
    yield Words("Gap", "").written()
