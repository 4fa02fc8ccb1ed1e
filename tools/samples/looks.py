"""How each component looks by Decree 30/2020/NĐ-CP, Appendix I, and four ways to say so in Word.

The four ways lead to the same page: from the document's defaults, from the default style, through
a chain of styles, or written on every run. Each is the way of some office.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Align = Literal["left", "center", "both"]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph's look: size in points, indent and spacing in twentieths of a point."""

    size: int = 14
    bold: bool = False
    italic: bool = False
    align: Align = "center"
    indent: int = 0
    before: int = 0
    after: int = 0
    font: str = "Times New Roman"


BODY = Look(align="both", indent=720, before=120)
LOOKS: Mapping[str, Look] = {
    "national_name": Look(12, bold=True),
    "motto": Look(13, bold=True),
    "superior_agency": Look(13),
    "issuing_agency": Look(13, bold=True),
    "issuing_agency_last": Look(13, bold=True),
    "number_symbol": Look(13, before=160),
    "subject_line": Look(12, before=120),
    "place_date": Look(13, italic=True, before=160),
    "type_name": Look(14, bold=True, before=240),
    "abstract": Look(14, bold=True),
    "issuer_line": Look(14, bold=True, before=240, after=120),
    "addressee": Look(14, before=240, after=120),
    "legal_basis": replace(BODY, italic=True),
    "operative_word": Look(14, bold=True, before=120),
    "heading": replace(BODY, bold=True),
    "body": BODY,
    "recipients_label": Look(12, bold=True, italic=True, align="left"),
    "recipients_item": Look(11, align="left"),
    "drafter_code": Look(11, align="left"),
    "signer_authority": Look(14, bold=True),
    "signer_name": Look(14, bold=True, before=1300),
    "page_number": Look(14),
    "empty": Look(14, align="left"),
}
WORD_ITSELF = Look(11, align="left", font="Calibri")
"""What Word starts from when nobody has chosen anything."""


@dataclass(frozen=True, slots=True)
class Dressing:
    """One way to reach the looks.

    ``defaults`` goes to the document's defaults, ``normal`` to the default style. With ``styled``
    every role is a style; otherwise a paragraph carries on itself whatever ``normal`` does not
    give, and with ``normal`` None it carries everything.
    """

    defaults: Look
    normal: Look | None
    styled: bool = False
    looks: Mapping[str, Look] = field(default_factory=lambda: LOOKS)

    def paragraph(self, role: str) -> str:
        """The ``w:pPr`` of a paragraph."""
        if self.styled:
            return f'<w:pPr><w:pStyle w:val="{_style_id(role)}"/></w:pPr>'
        return f"<w:pPr>{paragraph_properties(self.looks[role], self.normal)}</w:pPr>"

    def run(self, role: str, *, lead: bool = False) -> str:
        """The ``w:rPr`` of a run; a lead ("Điều 1.") is bold beside its paragraph's look."""
        if self.styled:
            return "<w:rPr><w:b/></w:rPr>" if lead else ""
        look = replace(self.looks[role], bold=True) if lead else self.looks[role]
        properties = run_properties(look, self.normal)
        return f"<w:rPr>{properties}</w:rPr>" if properties else ""

    def styles(self) -> str:
        """The part ``word/styles.xml``."""
        normal = ""
        if self.normal:
            normal = _both(self.normal, self.defaults)
        chain = self._chain() if self.styled else ""
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {W}><w:docDefaults>'
            f"<w:rPrDefault><w:rPr>{run_properties(self.defaults, None)}</w:rPr></w:rPrDefault>"
            f"<w:pPrDefault><w:pPr>{paragraph_properties(self.defaults, None)}</w:pPr>"
            "</w:pPrDefault></w:docDefaults>"
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
            f'<w:name w:val="Normal"/><w:qFormat/>{normal}</w:style>{chain}</w:styles>'
        )

    def _chain(self) -> str:
        """Normal → Van ban hanh chinh (font, body's form) → one style a role (its differences)."""
        base = self.looks["body"]
        head = _style("VanBanHanhChinh", "Văn bản hành chính", "Normal", _both(base, self.defaults))
        return head + "".join(
            _style(_style_id(role), role.replace("_", " "), "VanBanHanhChinh", _both(look, base))
            for role, look in self.looks.items()
        )


def dressings() -> Mapping[str, Dressing]:
    """The four ways by name."""
    return {
        "document_defaults": Dressing(defaults=BODY, normal=BODY),
        "default_style": Dressing(defaults=WORD_ITSELF, normal=BODY),
        "style_chain": Dressing(defaults=WORD_ITSELF, normal=WORD_ITSELF, styled=True),
        "direct": Dressing(defaults=WORD_ITSELF, normal=None),
    }


def _style_id(role: str) -> str:
    return "".join(word.capitalize() for word in role.split("_"))


def _style(style_id: str, name: str, parent: str, properties: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{parent}"/>{properties}</w:style>'
    )


def _both(look: Look, inherited: Look) -> str:
    paragraph, run = paragraph_properties(look, inherited), run_properties(look, inherited)
    return (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (
        f"<w:rPr>{run}</w:rPr>" if run else ""
    )


def paragraph_properties(look: Look, inherited: Look | None) -> str:
    """What of a look must be said on the paragraph, in the order of ECMA-376 17.3.1.26."""
    parts = []
    if inherited is None or (look.before, look.after) != (inherited.before, inherited.after):
        parts.append(
            f'<w:spacing w:before="{look.before}" w:after="{look.after}"'
            ' w:line="240" w:lineRule="auto"/>'
        )
    if inherited is None or look.indent != inherited.indent:
        parts.append(f'<w:ind w:firstLine="{look.indent}"/>')
    if inherited is None or look.align != inherited.align:
        parts.append(f'<w:jc w:val="{look.align}"/>')
    return "".join(parts)


def run_properties(look: Look, inherited: Look | None) -> str:
    """What of a look must be said on the run, in the order of ECMA-376 17.3.2.28."""
    parts = []
    if inherited is None or look.font != inherited.font:
        names = " ".join(f'w:{script}="{look.font}"' for script in ("ascii", "hAnsi", "cs"))
        parts.append(f"<w:rFonts {names}/>")
    for tag, wanted, given in (
        ("b", look.bold, inherited is not None and inherited.bold),
        ("i", look.italic, inherited is not None and inherited.italic),
    ):
        if wanted != given:
            parts.append(f"<w:{tag}/>" if wanted else f'<w:{tag} w:val="0"/>')
    if inherited is None or look.size != inherited.size:
        parts.append(f'<w:sz w:val="{look.size * 2}"/><w:szCs w:val="{look.size * 2}"/>')
    return "".join(parts)
