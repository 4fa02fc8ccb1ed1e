"""Letters as Word files, written part by part so that every byte is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

import yaml

from .archive import zip_bytes
from .drawing import NAMESPACES, Rule
from .looks import Dressing, dressings
from .plan import HERE

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RULES: Mapping[str, Rule] = {
    "motto": Rule(width_mm=58, below_pt=17),
    "issuing_agency_last": Rule(width_mm=22, below_pt=17),
    "abstract": Rule(width_mm=45, below_pt=19),
}
HEAD_COLUMNS = (3640, 5431)
FOOT_COLUMNS = (4400, 4671)
_HEADER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in twips (ECMA-376 17.6.13, 17.6.11); the default is A4, 20-20-30-20 mm."""

    width: int = 11906
    height: int = 16838
    top: int = 1134
    bottom: int = 1134
    left: int = 1701
    right: int = 1134

    def section(self) -> str:
        """The ``w:sectPr``: page number in the header from the second page on."""
        return (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}"'
            f' w:left="{self.left}" w:header="567" w:footer="567" w:gutter="0"/>'
            "<w:titlePg/></w:sectPr>"
        )


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter's text by component, and how it is dressed."""

    content: Mapping[str, Any]
    dressing: Dressing
    page: Page = field(default_factory=Page)
    national_name: str = NATIONAL_NAME

    def document(self) -> bytes:
        """The Word file."""
        return zip_bytes(
            (name, part.encode())
            for name, part in (
                ("[Content_Types].xml", _CONTENT_TYPES),
                ("_rels/.rels", _RELATIONS),
                ("word/document.xml", self._main()),
                ("word/_rels/document.xml.rels", _PART_RELATIONS),
                ("word/styles.xml", self.dressing.styles()),
                ("word/header1.xml", self._page_number()),
            )
        )

    def _main(self) -> str:
        body = "".join(self._paragraph(role, text) for role, text in self.content["body"])
        return (
            f"{_XML}<w:document {NAMESPACES}><w:body>{self._head()}{self._addressee()}{body}"
            f"{self._paragraph('empty', '')}{self._foot()}{self._paragraph('empty', '')}"
            f"{self.page.section()}</w:body></w:document>"
        )

    def _head(self) -> str:
        left = [("number_symbol", self.content["number"])]
        if "subject" in self.content:
            left.append(("subject_line", self.content["subject"]))
        return self._table(
            HEAD_COLUMNS,
            (self.content["agency"], [("national_name", self.national_name), ("motto", MOTTO)]),
            (left, [("place_date", self.content["place_date"])]),
        )

    def _addressee(self) -> str:
        if "addressee" not in self.content:
            return ""
        return self._paragraph("addressee", self.content["addressee"])

    def _foot(self) -> str:
        items = [("recipients_item", f"- {line}") for line in self.content["recipients"]]
        if "drafter" in self.content:
            items.append(("drafter_code", self.content["drafter"]))
        signature = [("signer_authority", line) for line in self.content["signature"]]
        return self._table(
            FOOT_COLUMNS,
            (
                [("recipients_label", "Nơi nhận:"), *items],
                [*signature, ("signer_name", self.content["signer"])],
            ),
        )

    def _table(self, widths: Iterable[int], *rows: Iterable[Iterable[tuple[str, str]]]) -> str:
        """A table without borders; a row is its cells, a cell its paragraphs (role, text)."""
        widths = tuple(widths)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        lines = "".join(f"<w:tr>{self._cells(widths, cells)}</w:tr>" for cells in rows)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
            '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
        )

    def _cells(self, widths: Iterable[int], cells: Iterable[Iterable[tuple[str, str]]]) -> str:
        return "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            + "".join(self._paragraph(role, text) for role, text in paragraphs)
            + "</w:tc>"
            for width, paragraphs in zip(widths, cells, strict=True)
        )

    def _paragraph(self, role: str, text: str) -> str:
        lead, bar, rest = text.partition(" | ")
        runs = self._run(role, text)
        if bar:
            runs = self._run(role, f"{lead} ", lead=True) + self._run(role, rest)
        rule = f"<w:r>{RULES[role].drawing()}</w:r>" if role in RULES else ""
        return f"<w:p>{self.dressing.paragraph(role)}{runs}{rule}</w:p>"

    def _run(self, role: str, text: str, *, lead: bool = False) -> str:
        if not text:
            return ""
        properties = self.dressing.run(role, lead=lead)
        return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def _page_number(self) -> str:
        paragraph, run = self.dressing.paragraph("page_number"), self.dressing.run("page_number")
        return (
            f'{_XML}<w:hdr {NAMESPACES}><w:p>{paragraph}<w:fldSimple w:instr=" PAGE ">'
            f"<w:r>{run}<w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>"
        )


def letters(unit: str, place: str) -> dict[str, Letter]:
    """The four letters of an office by name.

    Args:
        unit: The office's name with its kind in lower case, as "phường Bình Minh Đông".
        place: The name alone, as the place of signing.
    """
    text = (HERE / "letters.yaml").read_text(encoding="utf-8")
    for mark, value in (("{unit}", unit), ("{UNIT}", unit.upper()), ("{place}", place)):
        text = text.replace(mark, value)
    ways = dressings()
    return {
        name: Letter(content, ways[content["dressing"]])
        for name, content in yaml.safe_load(text).items()
    }


_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/></Types>'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{_HEADER}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_PART_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{_HEADER}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_HEADER}/header" Target="header1.xml"/>'
    "</Relationships>"
)
