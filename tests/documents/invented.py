"""Invented documents written down as a reader sees them, with the role of each paragraph.

    kind: quyết định, administrative
    [table] [row] [cell] [end]          a table's marks, each on a line of its own
    cB type_name | QUYẾT ĐỊNH           alignment, B bold, I italic; roles; text
    l | ⏎ is a line break, → a tab, {box} before the text puts it into a text box

A line with nothing after the bar is an empty paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.documents.word_files import WordFiles

PAGES = Path(__file__).parent / "pages"
_LINE = re.compile(r"(?P<align>[lcrj])(?P<look>[BI]*) *(?P<roles>[\w+]*) *\|(?: (?P<text>.*))?")
_ALIGN = {"l": "left", "c": "center", "r": "right", "j": "both"}


@dataclass(frozen=True, slots=True)
class Invented:
    """The XML of the body, the paragraphs of each role, and the kind."""

    body: str
    roles: dict[str, set[int]]
    doc_type: str | None
    regime: str


def names() -> list[str]:
    return sorted(path.stem for path in PAGES.glob("*.txt"))


def invented(name: str, word: WordFiles) -> Invented:
    first, *lines = (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    doc_type, regime = first.removeprefix("kind: ").split(", ")
    roles: dict[str, set[int]] = {}
    body = "".join(_blocks(iter(lines), word, roles, [0]))
    return Invented(body, roles, None if doc_type == "-" else doc_type, regime)


def _blocks(
    lines: Iterator[str], word: WordFiles, roles: dict[str, set[int]], count: list[int]
) -> Iterator[str]:
    rows: list[list[str]] = []
    inside = False
    for line in lines:
        if line == "[table]":
            rows, inside = [], True
        elif line == "[row]":
            rows.append([])
        elif line == "[cell]":
            rows[-1].append("")
        elif line == "[end]":
            yield word.table([[cell or word.p() for cell in row] for row in rows])
            inside = False
        elif inside:
            rows[-1][-1] += _paragraph(line, word, roles, count)
        else:
            yield _paragraph(line, word, roles, count)


def _paragraph(line: str, word: WordFiles, roles: dict[str, set[int]], count: list[int]) -> str:
    match = _LINE.fullmatch(line)
    assert match, line
    text = (match["text"] or "").replace("⏎", "\n").replace("→", "\t")
    boxed = text.startswith("{box}")
    index = count[0] + boxed
    count[0] = index + 1
    for role in filter(None, match["roles"].split("+")):
        roles.setdefault(role, set()).add(index)
    look = "".join(f"<w:{letter.lower()}/>" for letter in match["look"])
    paragraph = word.p(
        text.removeprefix("{box}"), f'<w:jc w:val="{_ALIGN[match["align"]]}"/>', look
    )
    if not boxed:
        return paragraph
    return word.p(f"<w:r><w:pict><w:txbxContent>{paragraph}</w:txbxContent></w:pict></w:r>")
