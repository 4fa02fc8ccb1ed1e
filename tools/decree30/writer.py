"""Blocks of a document's content, written as a Word package in a layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from motcua.checker.report.word.widths import text_width_mm

from ..samples.drawing import Rule
from .heads import Head, head_lines
from .layout import Layout
from .looks import BLACK, RED, plain, twips
from .paper import NAMESPACES, RELATION_IDS, Paper
from .shapes import Spot, border_rule, frame, full_border, text_box, vml_rule

_STAMP_WIDTHS = {"HỎA TỐC": 30.0, "THƯỢNG KHẨN": 40.0, "KHẨN": 20.0, "MẬT": 20.0}
_STAMP_HEIGHT = 8.0
_RULED = {
    "motto": 1.0,
    "attached_motto": 1.0,
    "issuing_agency": 0.4,
    "attached_issuing_agency": 0.4,
    "copy_issuing_agency": 0.4,
    "abstract": 0.4,
    "annex_reference": 0.4,
    "attached_annex_reference": 0.4,
}
"""Whose last line has a rule below it, and how long it is as a share of that line."""
_SPACED = {
    "abstract",
    "annex_reference",
    "attached_annex_reference",
    "addressee_item",
    "dispatch_item",
}
_KEPT = {
    *("part", "part_title", "chapter", "chapter_title", "section_heading", "section_title"),
    *("subsection", "subsection_title", "article_titled", "heading", "clause_titled"),
}
"""Titles, which stay on the page of what follows."""
Content = Sequence[Mapping[str, Any]]


class Writer:
    """Writes one document; ``content`` is a list of blocks, each of one key."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.dress = layout.dress
        self.has_contact = False
        self.used: set[str] = set()

    def paper(self, content: Content) -> Paper:
        """The document."""
        self.has_contact = any("page_foot" in block for block in content)
        body = "".join(self.block(*next(iter(block.items()))) for block in content)
        parts = {
            "document": f"<w:document {NAMESPACES}><w:body>{body}{self._section()}"
            "</w:body></w:document>",
            "styles": "",
            "header1": f"<w:hdr {NAMESPACES}>{self._page_number()}</w:hdr>",
        }
        if self.layout.styled or self.has_contact:
            parts["header2"] = f"<w:hdr {NAMESPACES}>{self.p('page_number', '')}</w:hdr>"
        if self.has_contact:
            foot = next(block["page_foot"] for block in content if "page_foot" in block)
            parts["footer1"] = f"<w:ftr {NAMESPACES}>{self.contact(foot)}</w:ftr>"
        parts["styles"] = self.dress.styles(self.used).split("?>", 1)[1]
        return Paper.parse(parts)

    def block(self, kind: str, value: Any) -> str:  # noqa: ANN401 (as YAML gives it)
        """The XML of one block."""
        if builder := getattr(self, f"_block_{kind}", None):
            return str(builder(value))
        lines = value if isinstance(value, list) else [value]
        gap = self.p("gap", "") if kind in _SPACED else ""
        return self.lines(kind, lines, self.layout.page.text_mm) + gap

    def lines(self, role: str, lines: Sequence[str], column_mm: float) -> str:
        """A component's paragraphs, with the rule that the decree draws below the last one."""
        written = [self.p(role, line) for line in lines[:-1]]
        share = self.rule_share(role)
        width = share * self.text_width(role, lines[-1])
        if share and self.layout.rule == "border":
            return "".join([*written, self.p(role, lines[-1]), border_rule(width, column_mm)])
        inside = self.rule(role, width) if share else ""
        return "".join([*written, self.p(role, lines[-1], after=inside)])

    def rule_share(self, role: str) -> float:
        """How long a role's rule is as a share of its last line; 0 without one."""
        return _RULED.get(role, 0.0)

    def text_width(self, role: str, text: str) -> float:
        """In millimetres."""
        look = self.dress_look(role)
        return text_width_mm(text, look.size, bold=look.bold)

    def dress_look(self, role: str) -> Any:  # noqa: ANN401
        """The look of a role in this layout."""
        return self.layout.looks.of(role)

    def rule(self, role: str, width_mm: float, left_mm: float | None = None) -> str:
        """The drawn rule of a role, as a run."""
        below = round(self.dress_look(role).size * 1.3) + 1
        if self.layout.rule == "drawing":
            return f'<w:r d:role="rule">{Rule(round(width_mm), below).drawing()}</w:r>'
        return vml_rule(width_mm, below, left_mm).replace("<w:r>", '<w:r d:role="rule">', 1)

    def p(self, role: str, text: str, *, after: str = "", extra: str = "") -> str:
        """A paragraph; ``lead | rest`` makes the lead bold, ``extra`` stands in ``w:pPr``."""
        lead, bar, rest = text.partition(" | ")
        runs = self.r(f"{role}_lead", f"{lead} ", role) if bar else ""
        runs += self.r(role, rest if bar else text, role)
        return self.of_runs(role, runs + after, extra)

    def of_runs(self, role: str, runs: str, extra: str = "") -> str:
        """A paragraph of runs that are there."""
        self.used.add(plain(role))
        kept = "<w:keepNext/>" if role in _KEPT else ""
        properties = f"{self.dress.style(role)}{kept}{extra}{self.dress.spacing(role)}"
        return f'<w:p d:role="{role}"><w:pPr>{properties}</w:pPr>{runs}</w:p>'

    def r(self, role: str, text: str, within: str) -> str:
        """A run, or nothing for no text."""
        if not text:
            return ""
        inner = self.dress.run(role, within)
        properties = f"<w:rPr>{inner}</w:rPr>" if inner else ""
        return (
            f'<w:r d:role="{role}">{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        )

    def _block_head(self, value: Mapping[str, Any]) -> str:
        return Head(self).written(head_lines(value))

    def _block_circulation(self, text: str) -> str:
        width = self.text_width("circulation", text) + 6
        box = text_box(self.p("circulation", text), (width, _STAMP_HEIGHT), Spot(120, 9), BLACK)
        return self.of_runs("gap", box)

    def _block_digital_signature(self, text: str) -> str:
        if not self.layout.styled:
            return self.p("digital_signature", text)
        width = self.text_width("digital_signature", text) + 2
        spot = Spot(210 - 15 - width, 12)
        return self.of_runs(
            "gap", text_box(self.p("digital_signature", text), (width, 6), spot, None)
        )

    def stamp(self, role: str, text: str, column_mm: float) -> str:
        """A stamp of urgency or secrecy, centred in its column."""
        width = _STAMP_WIDTHS[text]
        side = (column_mm - width) / 2
        gap = '<w:spacing w:before="160" w:after="0" w:line="240" w:lineRule="auto"/>'
        if self.layout.stamps == "box":
            box = text_box(
                self.p(role, text), (width, _STAMP_HEIGHT), Spot(side, 2, "paragraph"), RED
            )
            return self.of_runs("gap", box) + self.p("empty", "")
        indents = f'<w:ind w:left="{twips(side)}" w:right="{twips(side)}" w:firstLine="0"/>'
        properties = f'{frame(RED)}{gap}{indents}<w:jc w:val="center"/>'
        return f'<w:p d:role="{role}"><w:pPr>{properties}</w:pPr>{self.r(role, text, role)}</w:p>'

    def _block_foot(self, value: Mapping[str, Any]) -> str:
        prefix = "copy_" if value.get("copy") else ""
        left = self.recipients(value, prefix) if "recipients" in value else self._empty()
        right = self._signature(value, prefix)
        gap = self.p("gap", "")
        return gap + self.table((70, self.layout.page.text_mm - 70), [[left, right]]) + gap

    def _block_two_signatures(self, value: Sequence[Mapping[str, Any]]) -> str:
        half = self.layout.page.text_mm / 2
        cells = [self._signature(one, "") for one in value]
        gap = self.p("gap", "")
        return gap + self.table((half, half), [cells]) + gap

    def _block_recipients(self, value: Mapping[str, Any]) -> str:
        return self.recipients(value, "")

    def recipients(self, value: Mapping[str, Any], prefix: str) -> str:
        """``Nơi nhận``, its list, and the drafter's code where there is one."""
        items = "".join(self.p(f"{prefix}recipients_item", f"- {i}") for i in value["recipients"])
        code = self.p("drafter_code", value["drafter"]) if "drafter" in value else ""
        return self.p(f"{prefix}recipients_label", "Nơi nhận:") + items + code

    def _signature(self, value: Mapping[str, Any], prefix: str) -> str:
        authority = "".join(self.p(f"{prefix}signer_authority", x) for x in value["authority"])
        space = self.p("signature_space", "") * 4
        return authority + space + self.p(f"{prefix}signer_name", value["signer"])

    def _block_table(self, value: Mapping[str, Any]) -> str:
        roles = value["roles"]
        heads = [self.p("table_head", text) for text in value["head"]]
        rows = [
            [self.p(role, str(text)) for role, text in zip(roles, row, strict=True)]
            for row in value["rows"]
        ]
        return self.table(value["widths"], [heads, *rows], bordered=True) + self.p("gap", "")

    def table(
        self, widths: Sequence[float], rows: Sequence[Sequence[str]], *, bordered: bool = False
    ) -> str:
        """A table; widths in millimetres."""
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
        inner = 100 if bordered else 0
        lines = "".join(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + "".join(map(_cell, widths, cells)) + "</w:tr>"
            for cells in rows
        )
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
            f'<w:jc w:val="center"/>{_BORDERS if bordered else ""}<w:tblLayout w:type="fixed"/>'
            f'<w:tblCellMar><w:left w:w="{inner}" w:type="dxa"/>'
            f'<w:right w:w="{inner}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
        )

    def _block_contact(self, lines: Sequence[str]) -> str:
        return self.contact(lines)

    def _block_page_foot(self, _: Sequence[str]) -> str:
        return ""

    def contact(self, lines: Sequence[str]) -> str:
        """The address below a line over the whole width of the text."""
        first = self.p("contact_block", lines[0], extra=full_border("top"))
        return first + "".join(self.p("contact_block", line) for line in lines[1:])

    def _block_title_line(self, share_of: str) -> str:
        width = 0.4 * self.text_width("type_name", share_of)
        if self.layout.rule == "border":
            return border_rule(width, self.layout.page.text_mm) + self.p("gap", "")
        return self.of_runs("title_line", self.rule("gap", width))

    def _block_copy_line(self, _: object) -> str:
        return self.of_runs("full_line", "", full_border("bottom"))

    def _block_new_pages(self, _: object) -> str:
        """The end of a section: what follows begins on a new page, counted from 1."""
        return f'<w:p d:role="gap"><w:pPr>{self._section()}</w:pPr></w:p>'

    def _empty(self) -> str:
        return self.p("empty", "")

    def _section(self) -> str:
        page = self.layout.page
        shown = [("header", "default", "header1")]
        if self.layout.styled or self.has_contact:
            shown.append(("header", "first", "header2"))
        if self.has_contact:
            shown.append(("footer", "first", "footer1"))
        references = "".join(
            f'<w:{where}Reference w:type="{kind}" r:id="{RELATION_IDS[part]}"/>'
            for where, kind, part in shown
        )
        return (
            f'<w:sectPr>{references}<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
            f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}"'
            f' w:left="{page.left}" w:header="567" w:footer="567" w:gutter="0"/>'
            f'<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
        )

    def _page_number(self) -> str:
        number = self.r("page_number", "2", "page_number")
        if self.layout.field == "simple":
            return self.of_runs(
                "page_number", f'<w:fldSimple w:instr=" PAGE ">{number}</w:fldSimple>'
            )
        inner = self.dress.run("page_number", "page_number")
        run = f'<w:r d:role="page_number">{f"<w:rPr>{inner}</w:rPr>" if inner else ""}'
        marks = [f'{run}<w:fldChar w:fldCharType="{x}"/></w:r>' for x in _FIELD]
        code = f'{run}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        return self.of_runs("page_number", marks[0] + code + marks[1] + number + marks[2])


def _cell(width: float, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


_FIELD = ("begin", "separate", "end")
_BORDERS = "<w:tblBorders>{}</w:tblBorders>".format(
    "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
)
