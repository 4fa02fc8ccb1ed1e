"""One walk of a part in document order: every paragraph that a person sees, once.

Tables, content controls, smart tags, hyperlinks, fields (their result, not their code), insertions
and text boxes are entered; deletions and ``mc:Fallback`` are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from .borders import is_bordered
from .formatting import Resolver
from .grid import table_grid
from .inline import LEFT_OUT, Draft, Inline
from .lines import drawn_lines
from .list_labels import ListPlace, is_counted
from .looks import Looks, Shape, Surroundings
from .model import Align, Cell, Line, Paragraph, RunFormat
from .names import MC, W
from .refusals import refuse
from .shorthand import Part, first

_P, _TBL, _PPR = f"{W}p", f"{W}tbl", f"{W}pPr"
_BOX, _FALLBACK = f"{W}txbxContent", f"{MC}Fallback"


class Story(NamedTuple):
    """Where the walk stands: the place in words, the cell, what is inherited there."""

    path: str
    cell: Cell | None
    around: Surroundings


class _Met:
    """What was met in a body, cell or text box so far; content controls make no difference."""

    __slots__ = ("above", "tables")

    def __init__(self) -> None:
        self.tables = 0
        self.above: Shape | None = None


class Numbered(NamedTuple):
    """A field PAGE: its look, its paragraph's alignment, style and properties, the text before."""

    look: RunFormat
    align: Align
    before: str
    style: str
    properties: etree._Element | None


class Walk:
    """Reads the paragraphs of a part.

    Args:
        file: The name for errors.
        part: The part.
        resolver: Answers formatting.
        depth: The deepest nesting of elements that is followed.
        place: What the place of its paragraphs begins with; nothing for the body.

    Attributes:
        lines: The lines drawn or bordering paragraphs that were met.
        numbers: The fields PAGE that were met.
        pictures: Drawings that are neither a level line nor a text box; they may show text.
    """

    def __init__(
        self, file: str, part: Part, resolver: Resolver, depth: int, place: str = ""
    ) -> None:
        self.lines: list[Line] = []
        self.numbers: list[Numbered] = []
        self.pictures = 0
        self._place = place
        self._file = file
        self._part = part
        self._resolver = resolver
        self._depth = depth
        self._looks = Looks(part, resolver)
        self._inline = Inline(file, self._looks, depth)
        self._lists = resolver.list_counter()
        self._found: list[Paragraph] = []
        self._index = 0

    @property
    def open_fields(self) -> int:
        """Fields that began and never ended."""
        return len(self._inline.fields)

    def paragraphs(self, body: etree._Element) -> tuple[Paragraph, ...]:
        """All paragraphs below an element in order.

        Raises:
            UnreadableDocument: Nested too deeply.
        """
        self._blocks(body, Story(self._place, None, self._looks.surroundings(None)), _Met(), 0)
        return tuple(self._found)

    def _blocks(self, container: etree._Element, story: Story, met: _Met, depth: int) -> None:
        if depth > self._depth:
            raise refuse(self._file, "too_deep")
        for child in container:
            tag = child.tag
            if tag == _P:
                at = len(self._found)
                shape = self._paragraph(child, story, depth)
                if met.above is not None and met.above.style == shape.style:
                    self._close_up(at, met.above, shape)
                met.above = shape
            elif tag == _TBL:
                self._table(child, story, met.tables, depth)
                met.tables, met.above = met.tables + 1, None
            elif tag not in LEFT_OUT and len(child):
                self._blocks(child, story, met, depth + 1)

    def _table(self, table: etree._Element, story: Story, number: int, depth: int) -> None:
        grid = table_grid(table, self._part)
        looks = grid.looks(*self._resolver.conditions(grid.style))
        styles = self._resolver.table_styles(grid.style)
        if not story.path and is_bordered(table, self._part, styles):
            self.lines.append(Line(self._index, "cell"))
        for row, (cells, inherited) in enumerate(zip(grid.rows, looks, strict=True)):
            if row in grid.deleted:
                self._index += sum(_count_paragraphs(cell) for cell, _ in cells)
                continue
            place = (
                "textbox" if story.path == "textbox" else _join(story.path, f"T{number}.r{row}.c")
            )
            for column, (cell, centre) in enumerate(cells):
                path = place if place == "textbox" else f"{place}{column}"
                own = story.cell or Cell(number, row, column, len(cells), centre)
                if column == 0 or inherited[column] is not inherited[column - 1]:
                    around = self._looks.surroundings(inherited[column])
                self._blocks(cell, Story(path, own, around), _Met(), depth + 1)

    def _close_up(self, at: int, above: Shape, below: Shape) -> None:
        """Contextual spacing: none between two paragraphs of one style (17.3.1.9).

        ``at`` is where the lower one stands; text boxes of the upper one may stand before it.
        """
        if below.look.contextual:
            own = self._found[at]
            self._found[at] = replace(own, format=replace(own.format, space_before_pt=0.0))
        if above.look.contextual:
            while self._found[at - 1].place == "textbox" != self._found[at].place:
                at -= 1
            own = self._found[at - 1]
            self._found[at - 1] = replace(own, format=replace(own.format, space_after_pt=0.0))

    def _paragraph(self, element: etree._Element, story: Story, depth: int) -> Shape:
        index, self._index = self._index, self._index + 1
        shape = self._looks.shape(story.around, element)
        draft = Draft(shape)
        self._inline.read(element, draft, depth + 1)
        read = Paragraph(index, story.path or "-", draft.runs(), shape.look.format, story.cell)
        listed = shape.look.listed
        if listed is not None:
            read = replace(read, label=self._label(element, listed, read))
        self._found.append(read)
        if shape.look.bordered:
            self.lines.append(Line(index, "border"))
        if draft.codes:
            self._note_numbers(element, draft)
        for drawing, shown in draft.drawings:
            if not shown:
                self._index += _count_paragraphs(drawing)
                continue
            lines, boxes = tuple(drawn_lines(drawing, index)), tuple(_text_boxes(drawing))
            self.lines.extend(lines)
            self.pictures += not lines and not boxes
            for box in boxes:
                self._text_box(box, depth)
        return shape

    def _label(self, element: etree._Element, listed: ListPlace, read: Paragraph) -> str | None:
        """What the list puts before a paragraph; in what order text boxes count is not known."""
        if read.place == "textbox":
            return None
        if is_counted(element, self._part):
            return self._lists.next_label(listed)
        return None if read.text else ""

    def _note_numbers(self, paragraph: etree._Element, draft: Draft) -> None:
        ppr = first(paragraph, _PPR)
        properties = None if ppr is None else self._part.whole(ppr)
        shape = draft.shape
        for code, before, look in draft.codes:
            if code.upper().split()[:1] == ["PAGE"]:
                align = shape.look.format.align
                self.numbers.append(Numbered(look, align, before, shape.style, properties))

    def _text_box(self, box: etree._Element, depth: int) -> None:
        outer, self._inline.fields = self._inline.fields, []
        story = Story("textbox", None, self._looks.surroundings(None))
        self._blocks(box, story, _Met(), depth + 1)
        self._inline.fields = outer


def _text_boxes(container: etree._Element) -> Iterator[etree._Element]:
    """The outermost text boxes in a drawing; each reads its own inner ones."""
    for child in container:
        if child.tag == _BOX:
            yield child
        elif child.tag != _FALLBACK and len(child):
            yield from _text_boxes(child)


def _count_paragraphs(container: etree._Element) -> int:
    """Paragraphs that are not shown and still count, so that indexes stay those of the file."""
    inner = (_count_paragraphs(child) for child in container if child.tag != _FALLBACK)
    return (container.tag == _P) + sum(inner)


def _join(path: str, inside: str) -> str:
    return f"{path}.{inside}" if path else inside
