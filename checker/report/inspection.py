"""What the reader sees in a document: JSON of the contract, and a page for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby

from ..documents.lines import document_lines
from ..documents.model import (
    Component,
    Document,
    PageText,
    Paragraph,
    ParagraphFormat,
    Run,
    RunFormat,
    Section,
)
from ..documents.origins import TracedParagraphFormat, TracedRunFormat

SCHEMA = "motcua/document/1"


def inspection_json(document: Document) -> dict[str, object]:
    """The contract's "Inspection of a document"; None is unknown."""
    first = _first_of_each(document.components)
    return {
        "schema": SCHEMA,
        "file": document.file,
        "sha256": document.sha256,
        "doc_type": document.doc_type,
        "regime": document.regime,
        "sections": [_section(section) for section in document.sections],
        "paragraphs": [_paragraph(paragraph) for paragraph in document.paragraphs],
        "components": [_component(c) for c in first],
        "further_annexes": [_component(c) for c in document.components if c not in first],
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


def _first_of_each(components: Sequence[Component]) -> list[Component]:
    """One component a role: of several annexes the first, as the contract has it."""
    return list({component.role: component for component in reversed(components)}.values())[::-1]


def _component(component: Component) -> dict[str, object]:
    return {
        "role": component.role,
        "paragraphs": list(component.paragraphs),
        "text": component.text,
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
        "number_format": section.number_format,
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
