"""A document as rows of the tables that ``schemas/tables/document*.yaml`` describe."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from ..intake.model import Row, Value
from ..tables import table_specs
from .model import Document, Paragraph, Run

TABLES = ("documents", "document_sections", "document_texts", "document_components")


def document_rows(document: Document) -> dict[str, list[Row]]:
    """The rows of one document by table.

    A row's number is its paragraph index; rows about the whole document have number 0.
    """
    head = (document.file, True, document.doc_type, document.regime)
    return {
        "documents": [(0, head)],
        "document_sections": _section_rows(document),
        "document_texts": _text_rows(document),
        "document_components": [
            (component.paragraphs[0], (document.file, component.role, component.text))
            for component in document.components
        ],
    }


def unreadable_rows(name: str) -> dict[str, list[Row]]:
    """The rows of a file that could not be read: it exists, and nothing is known of it."""
    rows: dict[str, list[Row]] = {}
    for table in TABLES:
        fields = tuple(table_specs()[table].fields)
        known: dict[str, Value] = {"document": name, "readable": False}
        rows[table] = [(0, tuple(known.get(field) for field in fields))]
    return rows


def _section_rows(document: Document) -> list[Row]:
    return [
        (
            0,
            (
                document.file,
                number,
                section.page_width_mm,
                section.page_height_mm,
                section.margin_top_mm,
                section.margin_bottom_mm,
                section.margin_left_mm,
                section.margin_right_mm,
            ),
        )
        for number, section in enumerate(document.sections, start=1)
    ]


class _Look(NamedTuple):
    font: str | None
    size_pt: float | None
    bold: bool
    italic: bool


def _text_rows(document: Document) -> list[Row]:
    roles = paragraph_roles(document)
    rows: list[Row] = []
    for paragraph in document.paragraphs:
        for look, text in _stretches(paragraph):
            characters = sum(not character.isspace() for character in text)
            values = (document.file, paragraph.index, roles[paragraph.index], text, characters)
            rows.append((paragraph.index, (*values, *look, paragraph.format.align)))
    return rows


def paragraph_roles(document: Document) -> dict[int, str]:
    """Each paragraph's components joined by "+", or ``body``, or ``other``."""
    found: dict[int, list[str]] = {}
    for component in document.components:
        for index in component.paragraphs:
            found.setdefault(index, []).append(component.role)
    roles = {
        p.index: "body" if p.index in document.content else "other" for p in document.paragraphs
    }
    return roles | {index: "+".join(names) for index, names in found.items()}


def _stretches(paragraph: Paragraph) -> list[tuple[_Look, str]]:
    """Stretches of one font, size and weight; white space goes with the text before it."""
    runs = [run for run in paragraph.runs if run.text and not run.format.hidden]
    marked: list[tuple[_Look, str]] = []
    for run in runs:
        look = marked[-1][0] if marked and not run.text.strip() else _look(run)
        marked.append((look, run.text))
    while len(marked) > 1 and not marked[0][1].strip():
        (_, blank), (look, text) = marked[:2]
        marked[:2] = [(look, blank + text)]
    joined = [
        (look, "".join(text for _, text in group))
        for look, group in groupby(marked, key=lambda item: item[0])
    ]
    return [(look, text) for look, text in joined if text.strip()]


def _look(run: Run) -> _Look:
    return _Look(run.format.font, run.format.size_pt, run.format.bold, run.format.italic)
