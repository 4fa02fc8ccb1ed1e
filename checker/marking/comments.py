"""The comments part of a file: the comments that are there stay, new ones follow them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import count

from lxml import etree

from ..documents.names import W
from ..editing.original import Original
from ..editing.parts import EditablePart

_AUTHOR, _INITIALS = "motcua", "mc"
_ANCHORS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
# Not XML characters (XML 1.0, 2.2), other controls, and marks that turn the direction of text.
_HARMFUL = re.compile(
    "[^\t\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)


class Comments:
    """The comments of a file that is changed.

    Args:
        original: The file.

    Raises:
        UnreadableDocument: Its comments part is damaged.
    """

    def __init__(self, original: Original) -> None:
        self._original = original
        related = original.package.relationships(original.package.main).values()
        targets = [item.target for item in related if item.kind == "comments"]
        there = [name for name in targets if name in original.package.parts]
        self._part = original.part(there[0]) if there else None
        self._writer = self._part or original.main
        self._written: list[bytes] = []
        self._numbers = _free_numbers(original.main, self._part)

    def add(self, text: str, day: dt.date) -> str:
        """Write a comment down; returns its number."""
        number = str(next(self._numbers))
        said = {
            "id": number,
            "author": _AUTHOR,
            "date": f"{day.isoformat()}T00:00:00Z",
            "initials": _INITIALS,
        }
        lines = lines_of(text)
        paragraphs = b"".join(map(self._paragraph, lines))
        self._written.append(self._writer.tag("comment", said, paragraphs))
        return number

    def there(self) -> set[tuple[etree._Element, tuple[str, ...]]]:
        """What the file's comments of ours say: the paragraph of the anchor and the lines."""
        if self._part is None:
            return set()
        ours = {
            comment.get(f"{W}id"): tuple(map(_line, comment.iter(f"{W}p")))
            for comment in self._part.root.iter(f"{W}comment")
            if comment.get(f"{W}author") == _AUTHOR
        }
        marks = [m for m in self._original.main.root.iter(_ANCHORS[-1]) if m.get(f"{W}id") in ours]
        placed = ((next(m.iterancestors(f"{W}p"), None), ours[m.get(f"{W}id")]) for m in marks)
        return {(host, lines) for host, lines in placed if host is not None}

    def store(self) -> None:
        """Put the comments that were added into the part, or into a new one."""
        if not self._written:
            return
        new = b"".join(self._written)
        if self._part is not None:
            self._part.add([self._part.inside(self._part.root, new)])
            return
        content = self._original.main.new_root("comments", new)
        self._original.add_part("comments", "comments", content)

    def _paragraph(self, line: str) -> bytes:
        """A line of a comment; small and upright, whatever the document's own look is."""
        write = self._writer.tag
        spacing = write("spacing", {"before": "0", "after": "0", "line": "240", "lineRule": "auto"})
        indent = write("ind", {"left": "0", "firstLine": "0"})
        properties = write("pPr", of=spacing + indent)
        look = write("rPr", of=write("sz", {"val": "20"}) + write("szCs", {"val": "20"}))
        text = self._writer.text(line) if line else b""
        return write("p", of=properties + write("r", of=look + text))


def lines_of(text: str) -> list[str]:
    """The lines of a comment, of which it has one at least."""
    return harmless(text) or [""]


def _line(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def harmless(text: str) -> list[str]:
    r"""The lines of a text; what is no plain character shows as the replacement character.

    >>> harmless("một\x00\r\nhai")
    ['một\ufffd', 'hai']
    """
    return [_HARMFUL.sub("\ufffd", line) for line in text.splitlines()]


def _free_numbers(main: EditablePart, part: EditablePart | None) -> Iterator[int]:
    """Numbers that no comment or anchor has (17.13.4.2)."""
    elements: list[etree._Element] = [*main.root.iter(*_ANCHORS)]
    elements += [] if part is None else part.root.iter(f"{W}comment")
    taken = {element.get(f"{W}id", "").strip() for element in elements}
    return (number for number in count() if str(number) not in taken)
