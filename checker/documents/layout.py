"""One walk of the body in document order: every paragraph that a person sees, once.

Tables, content controls, smart tags, hyperlinks, fields (their result, not their code), insertions
and text boxes are entered; deletions and ``mc:Fallback`` are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .formatting import FontSet, Resolver, TableLook
from .grid import table_grid
from .model import Cell, Paragraph, Run, RunFormat
from .names import MC, W
from .refusals import refuse

_VAL = f"{W}val"
_P, _TBL, _R, _T = f"{W}p", f"{W}tbl", f"{W}r", f"{W}t"
_RPR, _PPR, _FIELD = f"{W}rPr", f"{W}pPr", f"{W}fldChar"
_BOX, _FALLBACK = f"{W}txbxContent", f"{MC}Fallback"
_LEFT_OUT = frozenset(
    {
        *(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "rt")),
        *(f"{W}{name}" for name in ("tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "rubyPr")),
        _FALLBACK,
    }
)
_EAST_ASIAN = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_EAST = re.compile(f"[{_EAST_ASIAN}]")
_CLASSES = re.compile(
    rf"(?P<ascii>[\x00-\x7f]+)|(?P<east_asian>[{_EAST_ASIAN}]+)|(?P<other>[^\x00-\x7f{_EAST_ASIAN}]+)"
)
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
}
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_REVISED = _DELETED | {f"{W}ins", f"{W}moveTo"}


@dataclass(frozen=True, slots=True)
class _Story:
    """Where the walk stands: the place in words, the cell, the table's look, the depth."""

    path: str = ""
    cell: Cell | None = None
    look: TableLook | None = None
    depth: int = 0


class _Tables:
    """Counts the tables of one container."""

    def __init__(self) -> None:
        self.next = 0


class Walk:
    """Reads paragraphs from a body; keeps what was met on the way for notices.

    Args:
        file: The name for errors.
        resolver: Answers formatting.
        depth: The deepest nesting of elements that is followed.
    """

    def __init__(self, file: str, resolver: Resolver, depth: int) -> None:
        self.revised = False
        self._file = file
        self._resolver = resolver
        self._depth = depth
        self._fields: list[bool] = []  # one entry an open field: True while in its code
        self._index = 0

    @property
    def open_fields(self) -> int:
        """Fields that began and never ended."""
        return len(self._fields)

    def paragraphs(self, body: etree._Element) -> Iterator[Paragraph]:
        """All paragraphs below ``w:body`` in order.

        Raises:
            UnreadableDocument: Nested too deeply.
        """
        yield from self._blocks(body, _Story(), _Tables())

    def _blocks(
        self, container: etree._Element, story: _Story, tables: _Tables
    ) -> Iterator[Paragraph]:
        if story.depth > self._depth:
            raise refuse(self._file, "too_deep")
        for child in container:
            tag = child.tag
            if tag == _P:
                yield from self._paragraph(child, story)
            elif tag == _TBL:
                yield from self._table(child, story, tables.next)
                tables.next += 1
            elif tag not in _LEFT_OUT and len(child):
                deeper = _Story(story.path, story.cell, story.look, story.depth + 1)
                yield from self._blocks(child, deeper, tables)

    def _table(self, table: etree._Element, story: _Story, number: int) -> Iterator[Paragraph]:
        grid = table_grid(table)
        bands = self._resolver.bands(grid.style)
        for row, cells in enumerate(grid.rows):
            if row in grid.deleted:
                self.revised = True
                self._index += sum(_count_paragraphs(cell) for cell, _ in cells)
                continue
            for column, (cell, centre) in enumerate(cells):
                inside = f"T{number}.r{row}.c{column}"
                own = story.cell or Cell(number, row, column, len(cells), centre)
                path = story.path if story.path == "textbox" else _join(story.path, inside)
                look = grid.look(row, column, bands)
                yield from self._blocks(cell, _Story(path, own, look, story.depth + 1), _Tables())

    def _paragraph(self, element: etree._Element, story: _Story) -> Iterator[Paragraph]:
        index, self._index = self._index, self._index + 1
        ppr = element.find(_PPR)
        named = None if ppr is None else ppr.find(f"{W}pStyle")
        style = "" if named is None else named.get(_VAL, "")
        runs: list[Run] = []
        boxes: list[tuple[etree._Element, bool]] = []
        self._inline(element, _Context(story, style, runs, boxes), story.depth + 1)
        yield Paragraph(
            index,
            story.path or "-",
            tuple(runs),
            self._resolver.paragraph(story.look, style, ppr),
            story.cell,
        )
        for box, shown in boxes:
            if not shown:
                self._index += _count_paragraphs(box)
                continue
            outer, self._fields = self._fields, []
            yield from self._blocks(box, _Story("textbox", None, None, story.depth + 1), _Tables())
            self._fields = outer

    def _inline(self, container: etree._Element, context: _Context, depth: int) -> None:
        if depth > self._depth:
            raise refuse(self._file, "too_deep")
        for child in container:
            tag = child.tag
            if tag == _R:
                self._run(child, context)
                continue
            if tag in _REVISED:
                self.revised = True
            if tag in _DELETED:
                context.boxes.extend((box, False) for box in _text_boxes(child))
            elif tag not in _LEFT_OUT and len(child):
                self._inline(child, context, depth + 1)

    def _run(self, run: etree._Element, context: _Context) -> None:
        text: list[str] = []
        for child in run:
            tag = child.tag
            if tag == _T:
                text.append(child.text or "")
            elif tag in _CHARACTERS:
                text.append(_CHARACTERS[tag])
            elif tag == f"{W}br":
                text.append("\f" if child.get(f"{W}type") == "page" else "\n")
            elif tag == f"{W}sym":
                text.append(_symbol(child))
            elif tag == _FIELD:
                self._field(child.get(f"{W}fldCharType"))
            elif tag in _DRAWN or tag == f"{MC}AlternateContent":
                context.boxes.extend((box, True) for box in _text_boxes(child))
        if text and not any(self._fields):
            look = self._resolver.run(context.story.look, context.style, run.find(_RPR))
            _append(context.runs, "".join(text), look)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


@dataclass(frozen=True, slots=True)
class _Context:
    """One paragraph in the making."""

    story: _Story
    style: str
    runs: list[Run]
    boxes: list[tuple[etree._Element, bool]]


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


def _symbol(element: etree._Element) -> str:
    """The character of a ``w:sym``; a code that is none shows as the replacement character."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return "\ufffd"
    usable = 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    return chr(code) if usable else "\ufffd"


def _append(runs: list[Run], text: str, look: FontSet) -> None:
    """Add text, cut where characters of different classes have different fonts (17.3.2.26)."""
    if look.ascii is look.other and (look.ascii is look.east_asian or not _EAST.search(text)):
        _extend(runs, text, look.ascii)
        return
    for part in _CLASSES.finditer(text):
        _extend(runs, part[0], getattr(look, part.lastgroup or "other"))


def _extend(runs: list[Run], text: str, look: RunFormat) -> None:
    """How a text is cut into runs says nothing: equal neighbours are one."""
    if runs and (runs[-1].format is look or runs[-1].format == look):
        runs[-1] = Run(runs[-1].text + text, look)
    else:
        runs.append(Run(text, look))


def _join(path: str, inside: str) -> str:
    return f"{path}.{inside}" if path else inside
