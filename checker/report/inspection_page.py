"""What the reader sees in a document, as a page that a person can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Line

from ..documents.model import Document
from ..words import Lang, Text
from .outline import number, outline
from .roles import ROLE_NAMES

_REGIMES: Mapping[str, Text] = {
    "administrative": Text("văn bản hành chính", "administrative document"),
    "normative": Text("văn bản quy phạm pháp luật", "normative document"),
    "party": Text("văn bản của Đảng", "document of the Party"),
    "form": Text("biểu mẫu, giấy tờ", "form"),
    "other": Text("không phải văn bản của cơ quan", "no document of an agency"),
    "unknown": Text("chưa xác định", "unknown"),
}


def inspection_page(document: Document, lang: Lang) -> RenderableType:
    """A page that a person can read: what it is, its paper, its components, its notices."""
    kind = document.doc_type or Text("chưa xác định", "unknown").of(lang)
    regime = _REGIMES[document.regime].of(lang)
    heading = Text("Tên loại", "Type").of(lang)
    parts: list[RenderableType] = [
        Line(document.file, style="bold"),
        Line(f"{heading}: {kind} ({regime})"),
        _paper(document, lang),
        outline(document, lang),
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
    for count, section in enumerate(document.sections, start=1):
        size = f"{number(section.page_width_mm)} × {number(section.page_height_mm)}"
        margins = (
            section.margin_top_mm,
            section.margin_bottom_mm,
            section.margin_left_mm,
            section.margin_right_mm,
        )
        table.add_row(str(count), size, *(number(margin) for margin in margins))
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
            for field in (n for text in texts if text.pages != "first" for n in text.numbers):
                look = f"{field.font or '?'}, {number(field.size_pt)}"
                where = f"{place}, {_SIDES[field.align].of(lang)}"
                said = f"{where}, {look}, {first[section.number_on_first_page]}"
                yield Line(f"{heading} ({count}): {said}")


def _lines(document: Document, lang: Lang) -> Iterator[RenderableType]:
    """Lines drawn with the paragraphs of components, and how long they are."""
    heading = Text("Đường kẻ", "Line").of(lang)
    roles = {index: c.role for c in document.components for index in c.paragraphs}
    for line in document.drawn:
        # A line is often anchored in the empty paragraph under the one that it belongs to.
        role = roles.get(line.paragraph) or roles.get(line.paragraph - 1)
        if role is not None and line.kind != "cell":
            length = "" if line.length_mm is None else f", {number(line.length_mm)} mm"
            yield Line(f"{heading}: {ROLE_NAMES[role].of(lang)}{length}")
