"""How each component looks by Decree 30/2020/NĐ-CP, Appendix I, in the two layouts.

Layout a takes the sizes of the decree's own table (Part I, section V) and an indent of 1 cm;
layout b takes the other end of each range, 13 points of text and an indent of 1.27 cm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from motcua.checker.report.word.widths import text_width_mm

Align = Literal["left", "center", "right", "both"]
TWIPS_PER_MM = 1440 / 25.4
BLACK = "000000"
RED = "FF0000"
_PREFIXES = ("attached_", "copy_")
"""Components of a text that a decision issues, and of the block of a copy, look as the others."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph's look: size and spacing in points, indents in millimetres.

    ``line`` is the value of ``w:line`` and ``rule`` of ``w:lineRule`` (ECMA-376 17.3.1.33).
    """

    size: float = 14
    bold: bool = False
    italic: bool = False
    align: Align = "center"
    indent: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    line: int = 240
    rule: Literal["auto", "exact", "atLeast"] = "auto"
    font: str = "Times New Roman"
    colour: str = BLACK


WORD_ITSELF = Look(11, align="left", font="Calibri", colour="auto")
"""What Word starts from when nobody has chosen anything."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The values in which layouts differ; sizes and spacing in points, indent in millimetres."""

    text: float = 14
    indent: float = 10
    before: float = 6
    after: float = 0
    line: int = 240
    rule: Literal["auto", "exact", "atLeast"] = "auto"
    national_name: float = 12
    motto: float = 13
    agency: float = 12
    place_date: float = 13
    subject: float = 12
    contact: float = 11


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of a layout by role."""

    table: Mapping[str, Look]

    def of(self, role: str) -> Look:
        """The look of a role; its lead ("Điều 1.") is bold."""
        if role.endswith("_lead"):
            return replace(self.of(role.removesuffix("_lead")), bold=True)
        return self.table[plain(role)]


def plain(role: str) -> str:
    """The role under which a component of an issued text or of a copy is dressed."""
    for prefix in _PREFIXES:
        if role.startswith(prefix) and role != "copy_mark":
            return role.removeprefix(prefix)
    return role


def looks(m: Measures) -> Looks:
    """Every role's look in a layout."""
    return Looks({**_head(m), **_content(m), **_foot(m), **_around(m)})


def _head(m: Measures) -> dict[str, Look]:
    mark = Look(13, bold=True)
    return {
        "head_line": Look(m.agency, align="left"),
        "national_name": Look(m.national_name, bold=True),
        "motto": Look(m.motto, bold=True),
        "superior_agency": Look(m.agency),
        "issuing_agency": Look(m.agency, bold=True),
        "number_symbol": Look(13, before=8),
        "place_date": Look(m.place_date, italic=True, before=8),
        "subject_line": Look(m.subject, before=6),
        "subject_line_more": Look(m.subject),
        "secrecy": replace(mark, colour=RED),
        "urgency": replace(mark, colour=RED),
        "circulation": mark,
        "digital_signature": Look(10, align="right"),
        "gap": Look(8),
        "full_line": Look(6),
    }


def _content(m: Measures) -> dict[str, Look]:
    title = Look(m.text, bold=True)
    body = Look(m.text, align="both", indent=m.indent, before=m.before, after=m.after)
    body = replace(body, line=m.line, rule=m.rule)
    strong = replace(body, bold=True)
    below = replace(title, after=m.after)
    to = text_width_mm("Kính gửi", m.text, bold=False)
    return {
        "type_name": replace(title, before=12),
        "abstract": title,
        "title_line": Look(m.text),
        "issuer_line": replace(title, before=12, after=6),
        "addressee": Look(m.text, before=12, after=6),
        "addressee_label": Look(m.text, align="left", left=30, before=12),
        "addressee_item": Look(m.text, align="left", left=30 + to, before=6),
        "dispatch_label": Look(m.text, align="left", left=30, before=12),
        "dispatch_item": Look(m.text, align="left", left=30 + to, before=6),
        "legal_bases": replace(body, italic=True),
        "operative_word": replace(title, before=9, after=m.after),
        "body": body,
        "part": replace(title, before=12),
        "part_title": below,
        "chapter": replace(title, before=12),
        "chapter_title": below,
        "section_heading": replace(title, before=9),
        "section_title": below,
        "subsection": replace(title, before=9),
        "subsection_title": below,
        "article": body,
        "article_titled": strong,
        "heading": strong,
        "clause": body,
        "clause_titled": strong,
        "point": body,
    }


def _foot(m: Measures) -> dict[str, Look]:
    return {
        "recipients_label": Look(12, bold=True, italic=True, align="left"),
        "recipients_item": Look(11, align="left"),
        "drafter_code": Look(11, align="left", left=35, before=3),
        "signer_authority": Look(m.text, bold=True),
        "signature_space": Look(m.text),
        "signer_name": Look(m.text, bold=True),
        "confirmation": Look(m.text, bold=True),
        "confirmation_note": Look(m.text, italic=True),
        "empty": Look(m.text, align="left"),
        "contact_block": Look(m.contact),
    }


def _around(m: Measures) -> dict[str, Look]:
    return {
        "page_number": Look(m.text),
        "page_foot": Look(m.contact),
        "annex_label": Look(14, bold=True),
        "annex_title": Look(m.text, bold=True),
        "annex_reference": Look(m.text, italic=True),
        "table_head": Look(13, bold=True),
        "table_number": Look(13),
        "table_cell": Look(13, align="left"),
        "copy_mark": Look(m.text, bold=True),
    }


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * TWIPS_PER_MM)


def paragraph_spacing(look: Look, inherited: Look | None) -> str:
    """What of spacing, indents and alignment must be said (ECMA-376 17.3.1.26, in its order)."""
    parts = []
    if inherited is None or _spacing(look) != _spacing(inherited):
        before, after, line, rule = _spacing(look)
        parts.append(
            f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}"'
            f' w:lineRule="{rule}"/>'
        )
    if inherited is None or _indents(look) != _indents(inherited):
        left, right, first = _indents(look)
        parts.append(f'<w:ind w:left="{left}" w:right="{right}" w:firstLine="{first}"/>')
    if inherited is None or look.align != inherited.align:
        parts.append(f'<w:jc w:val="{look.align}"/>')
    return "".join(parts)


def run_properties(look: Look, inherited: Look | None) -> str:
    """What of the letters must be said (ECMA-376 17.3.2.28, in its order)."""
    parts = []
    if inherited is None or look.font != inherited.font:
        scripts = ("ascii", "hAnsi", "eastAsia", "cs")
        names = " ".join(f'w:{script}="{look.font}"' for script in scripts)
        parts.append(f"<w:rFonts {names}/>")
    for tag, wanted, given in (
        ("b", look.bold, inherited is not None and inherited.bold),
        ("i", look.italic, inherited is not None and inherited.italic),
    ):
        if wanted != given:
            parts.append(f"<w:{tag}/>" if wanted else f'<w:{tag} w:val="0"/>')
    if inherited is None or look.colour != inherited.colour:
        parts.append(f'<w:color w:val="{look.colour}"/>')
    if inherited is None or look.size != inherited.size:
        half = round(look.size * 2)
        parts.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    return "".join(parts)


def _spacing(look: Look) -> tuple[int, int, int, str]:
    return round(look.before * 20), round(look.after * 20), look.line, look.rule


def _indents(look: Look) -> tuple[int, int, int]:
    return twips(look.left), twips(look.right), twips(look.indent)
