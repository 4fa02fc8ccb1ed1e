"""A document as rows of the tables that ``schemas/tables/document*.yaml`` describe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from ..intake.model import Row, Value
from ..tables import table_specs
from .model import Document, Run

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


_Share = tuple[str, int, int]
"""A role, and from which to which character of a paragraph it is played."""


class _Look(NamedTuple):
    font: str | None
    size_pt: float | None
    bold: bool
    italic: bool


def _text_rows(document: Document) -> list[Row]:
    shares = _shares(document)
    rows: list[Row] = []
    for paragraph in document.paragraphs:
        runs = [run for run in paragraph.runs if run.text and not run.format.hidden]
        for role, start, end in shares[paragraph.index]:
            for look, text in _stretches(_part(runs, start, end)):
                characters = sum(not character.isspace() for character in text)
                values = (document.file, paragraph.index, role, text, characters)
                rows.append((paragraph.index, (*values, *look, paragraph.format.align)))
    return rows


def _shares(document: Document) -> dict[int, list[_Share]]:
    """Each paragraph's characters by role: its component's, else ``body`` or ``other``.

    A paragraph of one component is its own from end to end. Where several share one, each has
    its own words; words that play two roles ("KẾ HOẠCH Về việc …") have both, joined by "+".
    """
    spans: dict[int, dict[tuple[int, int], list[str]]] = {}
    for component in document.components:
        for index, start, end in component.spans:
            spans.setdefault(index, {}).setdefault((start, end), []).append(component.role)
    found: dict[int, list[_Share]] = {}
    for paragraph in document.paragraphs:
        index = paragraph.index
        plain = "body" if index in document.content else "other"
        own = spans.get(index, {})
        roles = {"+".join(names) for names in own.values()}
        if len(roles) > 1:
            found[index] = _in_turn(own, len(paragraph.text))
        else:
            found[index] = [(next(iter(roles), plain), 0, len(paragraph.text))]
    return found


def _in_turn(own: Mapping[tuple[int, int], list[str]], length: int) -> list[_Share]:
    """The spans in order, and what stands between them as ``other``."""
    found: list[_Share] = []
    at = 0
    for start, end in sorted(own):
        found += [("other", at, start), ("+".join(own[start, end]), start, end)]
        at = end
    return [*found, ("other", at, length)]


def _part(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The runs between two characters of the visible text."""
    found: list[Run] = []
    at = 0
    for run in runs:
        text = run.text[max(start - at, 0) : max(end - at, 0)]
        if text:
            found.append(Run(text, run.format))
        at += len(run.text)
    return found


def _stretches(runs: Sequence[Run]) -> list[tuple[_Look, str]]:
    """Stretches of one font, size and weight; white space goes with the text before it."""
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
