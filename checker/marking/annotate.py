"""Write a copy of a Word file with comments at its paragraphs (ECMA-376 part 1, 17.13.4).

The text stays as it is: in the main part nothing is added but the anchors.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from ..documents.model import Document
from ..documents.names import W
from ..documents.reader import read_document
from ..documents.traced import TracedParagraph, trace
from ..editing.original import Original
from ..editing.parts import EditablePart, Splice
from ..editing.refusals import not_written
from .comments import Comments, lines_of

_P, _BOX = f"{W}p", f"{W}txbxContent"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said about one paragraph, or (None) about the whole document.

    ``paragraph`` is the index that the reader gives it; line breaks in ``text`` make paragraphs.
    """

    paragraph: int | None
    text: str


def annotate(path: Path, remarks: Sequence[Remark], target: Path, day: dt.date) -> int:
    """Write a copy with a comment for each remark; without remarks a copy as it is.

    A remark on the whole document stands at the first paragraph; one in a text box, where Word
    has no comments, at the paragraph that the box belongs to. What a comment of ours says already
    at that paragraph is not said again.

    Args:
        path: The Word file; it is only read.
        remarks: What is said.
        target: Where the copy is written, whole or not at all; what stands there is replaced.
        day: The date of the comments.

    Returns:
        How many remarks stood there already.

    Raises:
        UnreadableDocument: The file cannot be read (encrypted, damaged, no Word file).
        NotWritten: It must not be changed (signed, macros), is .doc or .rtf, or cannot be written.
        ValueError: A remark is about a paragraph that the reader does not show.
    """
    original = Original(path)
    main = original.main
    shown = trace(original.package, main.root)
    if remarks and not shown:
        raise not_written(original.name, "no_paragraph")
    comments = Comments(original)
    there, said_before = comments.there(), 0
    anchored: dict[etree._Element, list[str]] = {}
    for remark in remarks:
        host = _host(shown, remark)
        if (host, tuple(lines_of(remark.text))) in there:
            said_before += 1
        else:
            anchored.setdefault(host, []).append(comments.add(remark.text, day))
    for paragraph, numbers in anchored.items():
        main.add(_anchors(main, paragraph, numbers))
    comments.store()
    original.write(target, lambda copy: _same(original.document, copy))
    return said_before


def _host(shown: dict[int, TracedParagraph], remark: Remark) -> etree._Element:
    """The paragraph that carries the anchor: outside of all text boxes."""
    index = min(shown) if remark.paragraph is None else remark.paragraph
    if index not in shown:
        raise ValueError(f"no paragraph {index} is shown")
    element = shown[index].element
    boxes = list(element.iterancestors(_BOX))
    return next(boxes[-1].iterancestors(_P)) if boxes else element


def _anchors(main: EditablePart, paragraph: etree._Element, numbers: list[str]) -> list[Splice]:
    """Comment ranges around what a paragraph holds, after its properties; then the references."""
    begin = b"".join(main.tag("commentRangeStart", {"id": n}) for n in numbers)
    end = b"".join(
        main.tag("commentRangeEnd", {"id": n})
        + main.tag("r", of=main.tag("commentReference", {"id": n}))
        for n in numbers
    )
    if main.is_closed(paragraph):
        return [main.inside(paragraph, begin + end)]
    properties = paragraph.find(f"{W}pPr")
    start = (
        main.inside(paragraph, begin, at_end=False)
        if properties is None
        else main.after(properties, begin)
    )
    return [start, main.inside(paragraph, end)]


def _same(document: Document, copy: Path) -> bool:
    """Whether a copy reads as the original does; that it now has comments is meant."""
    found = read_document(copy, document.file)
    return replace(found, sha256="", notices=()) == replace(document, sha256="", notices=())
