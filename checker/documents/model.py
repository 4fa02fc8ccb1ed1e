"""What a Word file shows: sections, paragraphs with effective formatting, components, notices."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ..places import Notice

Align = Literal["left", "center", "right", "justify"]
Regime = Literal["administrative", "normative", "party", "form", "other", "unknown"]
LineRule = Literal["multiple", "exact", "at_least"]
Pages = Literal["default", "first", "even"]
Vertical = Literal["baseline", "superscript", "subscript"]


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How characters look. Sizes in points; ``color`` is ``RRGGBB`` or ``auto``; None: unknown.

    ``scale_percent`` is the width of the letters, ``spacing_pt`` what is added between them.
    """

    font: str | None
    size_pt: float | None
    bold: bool
    italic: bool
    underline: bool
    caps: bool
    vertical: Vertical
    hidden: bool
    color: str | None
    small_caps: bool = False
    scale_percent: float | None = 100.0
    spacing_pt: float | None = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    r"""Text in one format; a tab is ``\t``, a line break ``\n``, a page break ``\f``."""

    text: str
    format: RunFormat


@dataclass(frozen=True, slots=True)
class LineSpacing:
    """``multiple`` counts lines; ``exact`` and ``at_least`` are points."""

    rule: LineRule
    value: float


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Indents in millimetres (a hanging first line is negative), spacing in points."""

    align: Align
    first_line_indent_mm: float | None
    left_indent_mm: float | None
    space_before_pt: float | None
    space_after_pt: float | None
    line_spacing: LineSpacing | None
    right_indent_mm: float | None = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands in a table of the body.

    ``table`` is the outermost table's number in the body, ``row`` and ``column`` its row and cell
    there, ``columns`` the cells of that row; ``centre`` is the cell's middle as a share of the
    table's width (0 left, 1 right).
    """

    table: int
    row: int
    column: int
    columns: int
    centre: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One ``w:p``: its index below ``w:body``, its place (contract) and what it shows.

    ``label`` is the number or letter that Word puts before it by itself ("1.", "a)"): empty where
    there is none, None where it cannot be told.
    """

    index: int
    place: str
    runs: tuple[Run, ...]
    format: ParagraphFormat
    cell: Cell | None = None
    label: str | None = ""

    @property
    def text(self) -> str:
        """All characters that a person sees, hidden text left out."""
        return "".join(run.text for run in self.runs if not run.format.hidden)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A field PAGE in a header or footer: where it stands on its line, and how it looks."""

    align: Align
    font: str | None
    size_pt: float | None
    italic: bool
    bold: bool


@dataclass(frozen=True, slots=True)
class PageText:
    """A header or footer, and the pages of its section on which it is seen.

    ``default`` are all pages that no other one is for.
    """

    pages: Pages
    paragraphs: tuple[Paragraph, ...]
    numbers: tuple[PageNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is seen with a paragraph; its length where the file states it.

    ``shape``: drawn; ``border``: of the paragraph; ``underline``: all its letters; ``typed``: of
    dashes or underscores; ``cell``: borders somewhere in the table that begins with the paragraph.
    ``middle_mm`` is where its middle stands, from the left of the text,
    where the file states that.
    """

    paragraph: int
    kind: Literal["shape", "border", "underline", "typed", "cell"]
    length_mm: float | None = None
    middle_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Page size and margins in millimetres; None where the file does not say.

    ``headers`` and ``footers`` are those that are seen, also where the section before states them.
    ``number_format`` is the file's name for the signs of page numbers ("upperRoman"; 17.18.59).
    """

    page_width_mm: float | None
    page_height_mm: float | None
    margin_top_mm: float | None
    margin_bottom_mm: float | None
    margin_left_mm: float | None
    margin_right_mm: float | None
    headers: tuple[PageText, ...] = ()
    footers: tuple[PageText, ...] = ()
    first_page_differs: bool = False
    first_number: int | None = None
    number_format: str = "decimal"

    @property
    def number_on_first_page(self) -> bool:
        """Whether a page number is seen on the section's first page."""
        pages = "first" if self.first_page_differs else "default"
        return any(t.numbers for t in (*self.headers, *self.footers) if t.pages == pages)


@dataclass(frozen=True, slots=True)
class Component:
    """One role of the contract, the paragraphs that carry it, and its own words in them.

    ``spans`` tells where in them: paragraph, start and end in characters of ``Paragraph.text``.
    """

    role: str
    paragraphs: tuple[int, ...]
    text: str
    spans: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that was read from one file.

    ``content`` holds the indexes of the paragraphs of the document's own content (box 6 of
    Decree 30/2020, Appendix I): after the header, before signature and recipients. ``drawn`` holds
    the lines that are drawn; ``lines.document_lines`` adds those that are text. ``pictures`` counts
    the drawings that may show text which is not read.
    """

    file: str
    sha256: str
    doc_type: str | None
    regime: Regime
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    components: tuple[Component, ...]
    content: frozenset[int] = frozenset()
    footnotes: tuple[Paragraph, ...] = ()
    drawn: tuple[Line, ...] = ()
    pictures: int = 0
    notices: tuple[Notice, ...] = field(default=())
