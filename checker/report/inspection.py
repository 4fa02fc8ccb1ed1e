"""What the reader sees in a document: JSON of the contract, and a page for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Line

from ..documents.lines import document_lines
from ..documents.model import (
    Document,
    PageText,
    Paragraph,
    ParagraphFormat,
    Run,
    RunFormat,
    Section,
)
from ..documents.origins import TracedParagraphFormat, TracedRunFormat
from ..words import Lang, Text, tidy

SCHEMA = "motcua/document/1"
_CLIP = 70  # characters of a component's text in the page for people

_REGIMES: Mapping[str, Text] = {
    "administrative": Text("văn bản hành chính", "administrative document"),
    "normative": Text("văn bản quy phạm pháp luật", "normative document"),
    "party": Text("văn bản của Đảng", "document of the Party"),
    "form": Text("biểu mẫu, giấy tờ", "form"),
    "other": Text("không phải văn bản của cơ quan", "no document of an agency"),
    "unknown": Text("chưa xác định", "unknown"),
}
ROLE_NAMES: Mapping[str, Text] = {
    "national_name": Text("Quốc hiệu", "National name"),
    "motto": Text("Tiêu ngữ", "Motto"),
    "superior_agency": Text("Cơ quan chủ quản", "Superior agency"),
    "issuing_agency": Text("Cơ quan ban hành", "Issuing agency"),
    "number_symbol": Text("Số, ký hiệu", "Number and symbol"),
    "place_date": Text("Địa danh, ngày tháng", "Place and date"),
    "urgency": Text("Mức độ khẩn", "Urgency"),
    "secrecy": Text("Mức độ mật", "Secrecy"),
    "circulation": Text("Phạm vi lưu hành", "Circulation"),
    "draft_mark": Text("Dấu dự thảo", "Draft mark"),
    "type_name": Text("Tên loại", "Type name"),
    "abstract": Text("Trích yếu", "Abstract"),
    "subject_line": Text("Trích yếu công văn", "Subject line"),
    "issuer_line": Text("Thẩm quyền ban hành", "Issuing authority"),
    "addressee": Text("Kính gửi", "Addressee"),
    "legal_bases": Text("Căn cứ", "Legal bases"),
    "operative_word": Text("Lệnh văn", "Operative word"),
    "signer_authority": Text("Quyền hạn, chức vụ", "Authority and title"),
    "signer_name": Text("Họ tên người ký", "Signer's name"),
    "recipients_label": Text("Nơi nhận", "Recipients"),
    "recipients_item": Text("Danh sách nơi nhận", "List of recipients"),
    "drafter_code": Text("Ký hiệu người soạn thảo", "Drafter's symbol"),
    "contact_block": Text("Địa chỉ liên hệ", "Contact block"),
    "annex_label": Text("Phụ lục", "Annex"),
    "annex_title": Text("Tiêu đề phụ lục", "Annex title"),
    "annex_reference": Text("Thông tin kèm theo", "Annex reference"),
}


def inspection_json(document: Document) -> dict[str, object]:
    """The contract's "Inspection of a document"; None is unknown."""
    return {
        "schema": SCHEMA,
        "file": document.file,
        "sha256": document.sha256,
        "doc_type": document.doc_type,
        "regime": document.regime,
        "sections": [_section(section) for section in document.sections],
        "paragraphs": [_paragraph(paragraph) for paragraph in document.paragraphs],
        "components": [
            {"role": c.role, "paragraphs": list(c.paragraphs), "text": c.text}
            for c in document.components
        ],
        "footnotes": [_paragraph(paragraph) for paragraph in document.footnotes],
        "lines": [
            {"paragraph": line.paragraph, "kind": line.kind, "length_mm": line.length_mm}
            for line in document_lines(document)
        ],
        "notices": [
            {"file": n.file, "place": n.place, "code": n.code, "text": n.text.as_dict()}
            for n in document.notices
        ],
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "page_width_mm": section.page_width_mm,
        "page_height_mm": section.page_height_mm,
        "margin_top_mm": section.margin_top_mm,
        "margin_bottom_mm": section.margin_bottom_mm,
        "margin_left_mm": section.margin_left_mm,
        "margin_right_mm": section.margin_right_mm,
        "first_page_differs": section.first_page_differs,
        "first_number": section.first_number,
        "number_on_first_page": section.number_on_first_page,
        "headers": [_page_text(text) for text in section.headers],
        "footers": [_page_text(text) for text in section.footers],
    }


def _page_text(text: PageText) -> dict[str, object]:
    return {
        "pages": text.pages,
        "page_numbers": [asdict(number) for number in text.numbers],
        "paragraphs": [_paragraph(paragraph) for paragraph in text.paragraphs],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    look = paragraph.format
    spacing = look.line_spacing
    return {
        "index": paragraph.index,
        "place": paragraph.place,
        "text": paragraph.text,
        "align": look.align,
        "first_line_indent_mm": look.first_line_indent_mm,
        "left_indent_mm": look.left_indent_mm,
        "space_before_pt": look.space_before_pt,
        "space_after_pt": look.space_after_pt,
        "line_spacing": spacing and {"rule": spacing.rule, "value": spacing.value},
        "right_indent_mm": look.right_indent_mm,
        "runs": [
            _run(look, list(runs)) for look, runs in groupby(paragraph.runs, lambda run: run.format)
        ],
        **_origin([look]),
    }


def _run(look: RunFormat, runs: Sequence[Run]) -> dict[str, object]:
    """Runs of one look, which may have it from different levels."""
    return {
        "text": "".join(run.text for run in runs),
        "font": look.font,
        "size_pt": look.size_pt,
        "bold": look.bold,
        "italic": look.italic,
        "underline": look.underline,
        "caps": look.caps,
        "vertical": look.vertical,
        "hidden": look.hidden,
        "color": look.color,
        "small_caps": look.small_caps,
        "scale_percent": look.scale_percent,
        "spacing_pt": look.spacing_pt,
        **_origin([run.format for run in runs]),
    }


def _origin(looks: Sequence[RunFormat | ParagraphFormat]) -> dict[str, object]:
    """Each property's origin, where it was asked for; several where the runs have several."""
    found: dict[str, dict[str, None]] = {}
    for look in looks:
        if isinstance(look, TracedRunFormat | TracedParagraphFormat):
            for name, origin in look.origins:
                found.setdefault(name, {})[origin] = None
    said = {name: " | ".join(origins) for name, origins in found.items()}
    return {"origin": said} if said else {}


def inspection_text(document: Document, lang: Lang) -> RenderableType:
    """A page that a person can read: what it is, its paper, its components, its notices."""
    kind = document.doc_type or Text("chưa xác định", "unknown").of(lang)
    regime = _REGIMES[document.regime].of(lang)
    heading = Text("Tên loại", "Type").of(lang)
    parts: list[RenderableType] = [
        Line(document.file, style="bold"),
        Line(f"{heading}: {kind} ({regime})"),
        _paper(document, lang),
        _components(document, lang),
        *_numbers(document, lang),
        *_lines(document, lang),
    ]
    parts += [Line(f"! {notice.text.of(lang)}") for notice in document.notices]
    return Group(*parts)


def _paper(document: Document, lang: Lang) -> Table:
    headings = (
        Text("Phân đoạn", "Section"),
        Text("Khổ giấy (mm)", "Paper (mm)"),
        Text("Lề trên", "Top"),
        Text("Lề dưới", "Bottom"),
        Text("Lề trái", "Left"),
        Text("Lề phải", "Right"),
    )
    table = Table(*(heading.of(lang) for heading in headings))
    for number, section in enumerate(document.sections, start=1):
        size = f"{_number(section.page_width_mm)} × {_number(section.page_height_mm)}"
        margins = (
            section.margin_top_mm,
            section.margin_bottom_mm,
            section.margin_left_mm,
            section.margin_right_mm,
        )
        table.add_row(str(number), size, *(_number(margin) for margin in margins))
    return table


def _components(document: Document, lang: Lang) -> Table:
    headings = (
        Text("Thành phần", "Component"),
        Text("Nội dung", "Text"),
        Text("Kiểu chữ", "Style"),
        Text("Đoạn", "Paragraph"),
    )
    table = Table(*(heading.of(lang) for heading in headings))
    by_index = {paragraph.index: paragraph for paragraph in document.paragraphs}
    for component in document.components:
        for index in component.paragraphs:
            paragraph = by_index[index]
            text = tidy(paragraph.text)
            shown = text if len(text) <= _CLIP else f"{text[: _CLIP - 1]}…"
            where = str(index) if paragraph.place == "-" else f"{index} ({paragraph.place})"
            looks = Line("\n".join(_styles(paragraph, lang)))
            table.add_row(ROLE_NAMES[component.role].of(lang), Line(shown), looks, where)
    return table


_SIDES: Mapping[str, Text] = {
    "left": Text("trái", "left"),
    "center": Text("giữa", "centre"),
    "right": Text("phải", "right"),
    "justify": Text("trái", "left"),
}


def _numbers(document: Document, lang: Lang) -> Iterator[RenderableType]:
    """Where the page number stands, for each section that has one."""
    heading = Text("Số trang", "Page number").of(lang)
    first = {
        True: Text("hiện ở trang đầu", "shown on the first page").of(lang),
        False: Text("không hiện ở trang đầu", "not shown on the first page").of(lang),
    }
    places = (Text("đầu trang", "header").of(lang), Text("chân trang", "footer").of(lang))
    for count, section in enumerate(document.sections, start=1):
        for place, texts in zip(places, (section.headers, section.footers), strict=True):
            for number in (n for text in texts if text.pages != "first" for n in text.numbers):
                look = f"{number.font or '?'}, {_number(number.size_pt)}"
                where = f"{place}, {_SIDES[number.align].of(lang)}"
                said = f"{where}, {look}, {first[section.number_on_first_page]}"
                yield Line(f"{heading} ({count}): {said}")


def _lines(document: Document, lang: Lang) -> Iterator[RenderableType]:
    """Lines drawn with the paragraphs of components, and how long they are."""
    heading = Text("Đường kẻ", "Line").of(lang)
    roles = {index: c.role for c in document.components for index in c.paragraphs}
    for line in document.drawn:
        # A line is often anchored in the empty paragraph under the one that it belongs to.
        role = roles.get(line.paragraph) or roles.get(line.paragraph - 1)
        if role is not None:
            length = "" if line.length_mm is None else f", {_number(line.length_mm)} mm"
            yield Line(f"{heading}: {ROLE_NAMES[role].of(lang)}{length}")


def _styles(paragraph: Paragraph, lang: Lang) -> list[str]:
    """Each look that letters of a paragraph have, once, in order."""
    bold, italic = Text("đậm", "bold").of(lang), Text("nghiêng", "italic").of(lang)
    upright = Text("đứng", "upright").of(lang)
    seen: dict[str, None] = {}
    for run in paragraph.runs:
        if run.text.strip() and not run.format.hidden:
            look = run.format
            words = [look.font or "?", _number(look.size_pt), italic if look.italic else upright]
            seen[", ".join([*words, *([bold] if look.bold else [])])] = None
    return list(seen)


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"
