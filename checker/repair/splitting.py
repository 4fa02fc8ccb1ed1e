"""A run cut into several, so that a part of its characters can look otherwise.

The characters stay the same to the letter, and so does the order of everything in the run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from ..documents.names import W
from ..documents.traced import characters_of
from ..editing.parts import EditablePart, Splice
from .schema import new_properties, properties, set_children

_T, _RPR = f"{W}t", f"{W}rPr"


def can_be_split(run: etree._Element, length: int) -> bool:
    """Whether it is known which child shows which of its characters, all white space counted."""
    children = list(characters_of(run))
    whole = all((child.text or "") == text for child, text in children if child.tag == _T)
    return whole and sum(len(text) for _, text in children) == length


def split_run(
    part: EditablePart, run: etree._Element, pieces: Sequence[tuple[int, Mapping[str, bytes]]]
) -> Splice:
    """Runs in place of one.

    Args:
        part: Where it stands.
        run: The run.
        pieces: For each new run its number of characters, and the new children of its ``w:rPr``.
    """
    begin, end = part.start_tag(run), part.end_tag(run)
    contents = _Contents(part, run)
    new = b""
    for number, (length, children) in enumerate(pieces):
        is_last = number == len(pieces) - 1
        inside = contents.next(length, is_last)
        new += begin + _look(part, run, children) + inside + end
    return part.instead(run, new)


class _Contents:
    """What a run holds besides its properties, handed out by numbers of characters."""

    def __init__(self, part: EditablePart, run: etree._Element) -> None:
        self._part = part
        self._rest = [item for item in characters_of(run) if item[0].tag != _RPR]
        self._used = 0  # characters of the first one of the rest

    def next(self, length: int, is_last: bool) -> bytes:
        """The next characters; what shows none stays with those before it."""
        return b"".join(self._take(length, is_last))

    def _take(self, length: int, is_last: bool) -> Iterator[bytes]:
        while self._rest:
            child, text = self._rest[0]
            over = len(text) - self._used
            if over > 0 and length == 0 and not is_last:
                return
            taken = min(over, length)
            yield self._cut(child, text, self._used, self._used + taken)
            length -= taken
            self._used += taken
            if self._used < len(text):
                return
            self._rest.pop(0)
            self._used = 0

    def _cut(self, child: etree._Element, text: str, start: int, end: int) -> bytes:
        if end - start == len(text):
            return self._part.bytes_of(child)
        return self._part.text(text[start:end])


def _look(part: EditablePart, run: etree._Element, children: Mapping[str, bytes]) -> bytes:
    element = properties(run, "rPr")
    if element is None:
        return new_properties(part, "rPr", children) if children else b""
    return part.bytes_of(element, set_children(part, element, children) if children else ())
