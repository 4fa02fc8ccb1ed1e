"""The text inside one paragraph: runs, fields, revisions, breaks, and drawings met on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from ..legacy import is_old_font
from .formatting import FontSet
from .looks import Looks, Shape
from .model import Run, RunFormat
from .names import MC, W
from .refusals import refuse
from .shorthand import NUMBER

_R, _T, _RPR = f"{W}r", f"{W}t", f"{W}rPr"
_BREAK, _SIMPLE = f"{W}br", f"{W}fldSimple"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TRIMMED = " \t\r\n"
LEFT_OUT = frozenset(
    {
        *(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "rt")),
        *(f"{W}{name}" for name in ("tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "rubyPr")),
        f"{MC}Fallback",
    }
)
"""Elements that hold no text of their own, or text that is shown elsewhere."""

_EAST_ASIAN = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_EAST = re.compile(f"[{_EAST_ASIAN}]")
_CLASSES = re.compile(
    rf"(?P<ascii>[\x00-\x7f]+)|(?P<east_asian>[{_EAST_ASIAN}]+)|(?P<other>[^\x00-\x7f{_EAST_ASIAN}]+)"
)
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"})
_SOFT = "\u00ad"
CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": _SOFT,
}
"""Children of runs that stand for one character; ``w:t``, ``w:br``, ``w:sym`` do so otherwise."""
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})


class FieldCode(NamedTuple):
    """The code of a field, the text before it in its paragraph, and its look."""

    code: str
    before: str
    look: RunFormat


class Draft:
    """One paragraph in the making: texts with looks, and drawings, shown (True) or deleted."""

    __slots__ = ("codes", "drawings", "formats", "shape", "texts")

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.texts: list[str] = []
        self.formats: list[RunFormat] = []
        self.drawings: list[tuple[etree._Element, bool]] = []
        self.codes: list[FieldCode] = []

    def runs(self) -> tuple[Run, ...]:
        """The runs; how the file cuts text says nothing, so equal neighbours are one."""
        return tuple(map(Run, self.texts, self.formats))

    def add(self, text: str, look: FontSet) -> None:
        """Add text, cut where classes of characters have different fonts (17.3.2.26)."""
        if _SOFT in text and not is_old_font(look.other.font):  # there it is a letter
            text = text.replace(_SOFT, "")
        if not text:
            return
        plain = look.ascii
        if plain is look.other and (plain is look.east_asian or not _EAST.search(text)):
            self._put(text, plain)
            return
        for part in _CLASSES.finditer(text):
            self._put(part[0], getattr(look, part.lastgroup or "other"))

    def _put(self, text: str, shown: RunFormat) -> None:
        if self.formats and self.formats[-1] is shown:
            self.texts[-1] += text
        else:
            self.texts.append(text)
            self.formats.append(shown)


class Inline:
    """Reads the insides of paragraphs; fields may begin in one and end in another.

    Args:
        file: The name for errors.
        looks: Answers formatting.
        depth: The deepest nesting of elements that is followed.
    """

    def __init__(self, file: str, looks: Looks, depth: int) -> None:
        self.fields: list[bool] = []  # one entry an open field: True while in its code
        self._code = ""
        self._file = file
        self._looks = looks
        self._depth = depth

    def read(self, container: etree._Element, draft: Draft, depth: int) -> None:
        """Add everything that is seen below an element to a draft.

        Raises:
            UnreadableDocument: Nested too deeply.
        """
        if depth > self._depth:
            raise refuse(self._file, "too_deep")
        for child in container:
            tag = child.tag
            if tag == _R:
                self._run(child, draft)
            elif tag == _SIMPLE:
                self._simple_field(child, draft, depth)
            elif tag in _DELETED:
                draft.drawings.append((child, False))
            elif tag not in LEFT_OUT and len(child):
                self.read(child, draft, depth + 1)

    def _run(self, run: etree._Element, draft: Draft) -> None:
        text = ""
        shape = draft.shape
        look = shape.plain
        properties: etree._Element | None = None
        for child in run:
            tag = child.tag
            if tag == _T:
                said = child.text
                if said:
                    text += said if said[0] > " " < said[-1] else spaced(child, said)
            elif tag == _RPR:
                if properties is not None:  # invalid; LibreOffice adds it to the first, so do we
                    self._add(text, look, draft)
                    text = ""
                    child = self._looks.joined(properties, child)
                properties = child
                look = shape.fonts.get(child.get(NUMBER, "")) or self._looks.fonts(shape, child)
            elif tag in CHARACTERS:
                text += CHARACTERS[tag]
            elif tag == _BREAK:
                text += "\f" if child.get(f"{W}type") == "page" else "\n"
            else:
                self._add(text, look, draft)
                self._other(child, look, draft)
                text = ""
        self._add(text, look, draft)

    def _add(self, text: str, look: FontSet, draft: Draft) -> None:
        if text and not (self.fields and True in self.fields):
            draft.add(text, look)

    def _other(self, element: etree._Element, look: FontSet, draft: Draft) -> None:
        """What is no plain text."""
        tag = element.tag
        if tag == f"{W}sym":
            font = element.get(f"{W}font")
            shown = self._looks.symbol(look, font) if font else look
            self._add(_symbol(element), shown, draft)
        elif tag == f"{W}fldChar":
            self._field(element.get(f"{W}fldCharType"), look, draft)
        elif tag == f"{W}instrText":
            self._code += element.text or ""
        elif tag in _DRAWN:
            draft.drawings.append((element, True))

    def _field(self, kind: str | None, look: FontSet, draft: Draft) -> None:
        if kind == "begin":
            self.fields.append(True)
            return
        if self._code:
            draft.codes.append(FieldCode(self._code, "".join(draft.texts), look.ascii))
            self._code = ""
        if kind == "separate" and self.fields:
            self.fields[-1] = False
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _simple_field(self, field: etree._Element, draft: Draft, depth: int) -> None:
        before = "".join(draft.texts)
        self.read(field, draft, depth + 1)
        look = draft.formats[-1] if draft.formats else draft.shape.plain.ascii
        draft.codes.append(FieldCode(field.get(f"{W}instr", ""), before, look))


def spaced(element: etree._Element, text: str) -> str:
    """The text of a ``w:t``: white space at its ends counts only where it is to be preserved."""
    # The nearest one holds (XML 1.0, 2.10), which is the element's own nearly always.
    said = element.get(_SPACE) or next(_said_of_space(element), "default")
    return text if said == "preserve" else text.strip(_TRIMMED)


def _said_of_space(element: etree._Element | None) -> Iterator[str]:
    while element is not None:
        said = element.get(_SPACE)
        if said is not None:
            yield said
        element = element.getparent()


def _symbol(element: etree._Element) -> str:
    """The character of a ``w:sym``; a code that is none shows as the replacement character."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return "\ufffd"
    usable = 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    return chr(code) if usable else "\ufffd"
