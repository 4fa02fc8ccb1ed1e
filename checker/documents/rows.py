"""A document as rows of the tables that ``schemas/tables/document*.yaml`` describe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from ..intake.model import Row, Value
from ..tables import table_specs
from .lines import document_lines
from .model import Document, Line, PageNumber, Paragraph, Run, Section

TABLES = (
    "documents",
    "document_sections",
    "document_paragraphs",
    "document_texts",
    "document_components",
    "document_lines",
)


def document_rows(document: Document) -> dict[str, list[Row]]:
    """The rows of one document by table.

    A row's number is its paragraph index, a section's its number from 1; the row about the whole
    document has number 0.
    """
    shares = _shares(document)
    about = (document.file, True, document.doc_type, document.regime, document.pictures)
    return {
        "documents": [(0, about)],
        "document_sections": [
            (number, (document.file, number, *_section(section)))
            for number, section in enumerate(document.sections, start=1)
        ],
        "document_paragraphs": [
            (paragraph.index, (document.file, *_paragraph(paragraph, shares)))
            for paragraph in document.paragraphs
            if paragraph.text.strip()
        ],
        "document_texts": _text_rows(document, shares),
        "document_components": _component_rows(document),
        "document_lines": [
            (
                line.paragraph,
                (
                    document.file,
                    line.paragraph,
                    _line_role(line, shares.get(line.paragraph, []), document.sections),
                    line.kind,
                    line.length_mm,
                ),
            )
            for line in document_lines(document)
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


def _section(section: Section) -> tuple[Value, ...]:
    place, number = _page_number(section)
    return (
        section.page_width_mm,
        section.page_height_mm,
        section.margin_top_mm,
        section.margin_bottom_mm,
        section.margin_left_mm,
        section.margin_right_mm,
        section.first_page_differs,
        place,
        number.align if number else None,
        number.font if number else None,
        number.size_pt if number else None,
        number.italic if number else None,
        section.number_on_first_page,
        section.first_number,
        section.number_format,
    )


def _page_number(section: Section) -> tuple[str, PageNumber | None]:
    """Where the number of the section's pages after the first stands, and how it looks."""
    for place, texts in (("header", section.headers), ("footer", section.footers)):
        for text in texts:
            if text.pages == "default" and text.numbers:
                return place, text.numbers[0]
    return "none", None


def _paragraph(paragraph: Paragraph, shares: Mapping[int, list[_Share]]) -> tuple[Value, ...]:
    look = paragraph.format
    return (
        paragraph.index,
        _roles(shares[paragraph.index]),
        paragraph.place,
        paragraph.label,
        "".join(_seen(run) for run in paragraph.runs if not run.format.hidden),
        look.align,
        look.first_line_indent_mm,
        look.left_indent_mm,
        look.right_indent_mm,
        look.space_before_pt,
        look.space_after_pt,
        look.line_spacing.rule if look.line_spacing else None,
        look.line_spacing.value if look.line_spacing else None,
    )


def _component_rows(document: Document) -> list[Row]:
    places = {paragraph.index: paragraph.place for paragraph in document.paragraphs}
    return [
        (
            component.paragraphs[0],
            (
                document.file,
                component.role,
                component.text,
                component.paragraphs[0],
                component.paragraphs[-1],
                places[component.paragraphs[0]],
            ),
        )
        for component in document.components
    ]


_Share = tuple[str, int, int]
"""A role, and from which to which character of a paragraph it is played."""


class _Look(NamedTuple):
    font: str | None
    size_pt: float | None
    bold: bool
    italic: bool
    underline: bool
    color: str | None


class _Stretch(NamedTuple):
    """Text of one look, and from which to which character of its paragraph it stands."""

    look: _Look
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _roles(shares: Sequence[_Share]) -> str:
    """All that a paragraph is, without what stands between its components."""
    names = dict.fromkeys(role for role, _, _ in shares if role != "other" or len(shares) == 1)
    return "+".join(names)


def _line_role(line: Line, shares: Sequence[_Share], sections: Sequence[Section]) -> str | None:
    """The component that a line belongs to: of two on one paragraph, that on its side of the page.

    None where a paragraph holds two sides and the file does not say where the line stands.
    """
    sides = [role for role, _, _ in shares if role != "other"]
    if len(sides) < 2:
        return _roles(shares)
    width = _text_width(sections[0]) if sections else None
    if len(sides) > 2 or width is None or line.middle_mm is None:
        return None
    left, right = sides
    return right if 2 * line.middle_mm > width else left


def _text_width(section: Section) -> float | None:
    """Millimetres between the margins."""
    width, left, right = section.page_width_mm, section.margin_left_mm, section.margin_right_mm
    return None if width is None or left is None or right is None else width - left - right


def _text_rows(document: Document, shares: Mapping[int, list[_Share]]) -> list[Row]:
    rows: list[Row] = []
    for paragraph in document.paragraphs:
        runs = [run for run in paragraph.runs if run.text and not run.format.hidden]
        for roles, start, end in shares[paragraph.index]:
            for stretch in _stretches(_part(runs, start, end), start):
                rows.extend(
                    (paragraph.index, (document.file, *_text(paragraph, role, stretch)))
                    for role in roles.split("+")
                )
    return rows


def _text(paragraph: Paragraph, role: str, stretch: _Stretch) -> tuple[Value, ...]:
    look = stretch.look
    return (
        paragraph.index,
        role,
        stretch.text,
        stretch.start,
        stretch.end,
        len("".join(stretch.text.split())),
        look.font,
        look.size_pt,
        look.bold,
        look.italic,
        paragraph.format.align,
        look.underline,
        look.color,
    )


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
        text = _seen(run)[max(start - at, 0) : max(end - at, 0)]
        if text:
            found.append(Run(text, run.format))
        at += len(run.text)
    return found


def _seen(run: Run) -> str:
    """A run's text as it shows: capitals where its format makes them, as many as letters."""
    capitals = run.text.upper() if run.format.caps else run.text
    return capitals if len(capitals) == len(run.text) else run.text


def _stretches(runs: Sequence[Run], start: int) -> list[_Stretch]:
    """Stretches of one look; white space goes with the text before it."""
    marked: list[tuple[_Look, str]] = []
    for run in runs:
        look = marked[-1][0] if marked and not run.text.strip() else _look(run)
        marked.append((look, run.text))
    while len(marked) > 1 and not marked[0][1].strip():
        (_, blank), (look, text) = marked[:2]
        marked[:2] = [(look, blank + text)]
    found: list[_Stretch] = []
    for look, group in groupby(marked, key=lambda item: item[0]):
        found.append(_Stretch(look, "".join(text for _, text in group), start))
        start = found[-1].end
    return [stretch for stretch in found if stretch.text.strip()]


def _look(run: Run) -> _Look:
    it = run.format
    return _Look(it.font, it.size_pt, it.bold, it.italic, it.underline, it.color)
