"""Invented documents written down as a reader sees them, with the role of each paragraph.

    kind: quyết định, administrative
    [table] [row] [cell] [end]          a table's marks, each on a line of its own
    cB type_name | QUYẾT ĐỊNH           alignment, B bold, I italic; roles; text
    l | ⏎ is a line break, → a tab, {box} before the text puts it into a text box

A line with nothing after the bar is an empty paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from tests.documents.word_files import WordFiles

PAGES = Path(__file__).parent / "pages"
GAPS = {"head by tabs": "\t\t", "head by spaces": " " * 12}
LAYOUTS = ("as written", "cells of one paragraph", "empty columns", *GAPS)
_LINE = re.compile(r"(?P<align>[lcrj])(?P<look>[BI]*) *(?P<roles>[\w+]*) *\|(?: (?P<text>.*))?")
_ALIGN = {"l": "left", "c": "center", "r": "right", "j": "both"}


@dataclass(frozen=True, slots=True)
class Invented:
    """The XML of the body, the paragraphs of each role, and the kind."""

    body: str
    roles: dict[str, set[int]]
    doc_type: str | None
    regime: str


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the notation."""

    align: str
    look: str
    roles: tuple[str, ...]
    text: str


def names() -> list[str]:
    return sorted(path.stem for path in PAGES.glob("*.txt"))


def invented(name: str, layout: str, word: WordFiles) -> Invented:
    first, *lines = (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    doc_type, regime = first.removeprefix("kind: ").split(", ")
    page = _Page(word, layout)
    body = "".join(page.blocks(iter(lines)))
    return Invented(body, page.roles, None if doc_type == "-" else doc_type, regime)


class _Page:
    def __init__(self, word: WordFiles, layout: str) -> None:
        self.word = word
        self.layout = layout
        self.roles: dict[str, set[int]] = {}
        self._next = 0

    def blocks(self, lines: Iterator[str]) -> Iterator[str]:
        for line in lines:
            yield self._table(lines) if line == "[table]" else self._paragraph([_line(line)])

    def _table(self, lines: Iterator[str]) -> str:
        rows: list[list[list[Line]]] = []
        for line in lines:
            if line == "[end]":
                break
            if line == "[row]":
                rows.append([])
            elif line == "[cell]":
                rows[-1].append([])
            else:
                rows[-1][-1].append(_line(line))
        if self.layout in GAPS and not self.roles and {len(row) for row in rows} == {2}:
            return "".join(self._side_by_side(*row) for row in rows)
        return self.word.table([[*self._cells(row)] for row in rows])

    def _side_by_side(self, left: Sequence[Line], right: Sequence[Line]) -> str:
        gap = Line("l", "", (), GAPS[self.layout])
        pairs = zip_longest(left, right, fillvalue=Line("l", "", (), ""))
        return "".join(self._paragraph([one, gap, two], between="") for one, two in pairs)

    def _cells(self, row: Sequence[Sequence[Line]]) -> Iterator[str]:
        for number, lines in enumerate(row):
            if number and self.layout == "empty columns":
                yield self._paragraph([_line("l | ")])
            groups = [lines] if self.layout == "cells of one paragraph" else [[x] for x in lines]
            yield "".join(map(self._paragraph, groups)) or self._paragraph([_line("l | ")])

    def _paragraph(self, lines: Sequence[Line], between: str = "<w:r><w:br/></w:r>") -> str:
        boxed = any(line.text.startswith("{box}") for line in lines)
        index = self._next + boxed
        self._next = index + 1
        for line in lines:
            for role in line.roles:
                self.roles.setdefault(role, set()).add(index)
        runs = between.join(
            self.word.run(
                line.text.removeprefix("{box}"), "".join(f"<w:{x.lower()}/>" for x in line.look)
            )
            for line in lines
        )
        align = lines[0].align if between else "l"
        properties = f'<w:jc w:val="{_ALIGN[align]}"/>'
        paragraph = self.word.p(runs, properties)
        if boxed:
            box = f"<w:r><w:pict><w:txbxContent>{paragraph}</w:txbxContent></w:pict></w:r>"
            return self.word.p(box)
        return paragraph


def _line(line: str) -> Line:
    match = _LINE.fullmatch(line)
    assert match, line
    text = (match["text"] or "").replace("⏎", "\n").replace("→", "\t")
    return Line(match["align"], match["look"], tuple(filter(None, match["roles"].split("+"))), text)
