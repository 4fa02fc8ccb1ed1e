"""One XML part as elements and as bytes: changes are cut into the bytes, the rest stays as it is.

Serialising a tree would write quotes, white space and declarations anew. So elements are only
looked at, and every change is a splice into the bytes that the file has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from ..documents.names import R, W

# Of XML that a parser took, in UTF-8, without a DTD: "<" begins nothing but these.
_TOKEN = re.compile(
    rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|</[^>]*>"
    rb"|<[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>",
    re.DOTALL,
)
_NAME = re.compile(rb"<([^\s/>]+)")
_ATTRIBUTE = re.compile(rb"\s+([^\s=]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES = {W: "wordprocessingml/main", R: "officeDocument/relationships"}


class Span(NamedTuple):
    """Where an element stands: its start tag, what is between, its end tag.

    Of an empty-element tag all but ``start`` are its end.
    """

    start: int
    opened: int
    closing: int
    end: int


class Splice(NamedTuple):
    """Bytes in place of others; where ``start`` is ``end`` they are put in.

    ``close`` is the end tag that an empty-element tag then needs; several of these are one.
    """

    start: int
    end: int
    new: bytes
    close: bytes = b""


class EditablePart:
    """A part of which copies with changes are made.

    Args:
        raw: Its bytes, in UTF-8.
        root: What a parser made of them, without comments and processing instructions; Strict
            namespaces in transitional form.

    Raises:
        ValueError: The bytes and the elements are not of one part.
    """

    def __init__(self, raw: bytes, root: etree._Element) -> None:
        self.root = root
        self.strict = _STRICT in raw
        self._raw = raw
        self._spans = dict(zip(root.iter("*"), element_spans(raw), strict=True))
        self._splices: list[Splice] = []

    def add(self, splices: Iterable[Splice]) -> None:
        """Put splices down; those at one place follow each other as they were added."""
        self._splices.extend(splices)

    def content(self) -> bytes:
        """The bytes with all splices."""
        return _spliced(self._raw, self._splices, Span(0, 0, 0, len(self._raw)))

    @property
    def changed(self) -> bool:
        """Whether there are splices."""
        return bool(self._splices)

    def bytes_of(self, element: etree._Element, splices: Iterable[Splice] = ()) -> bytes:
        """The bytes of an element, with splices that lie in it."""
        return _spliced(self._raw, splices, self._spans[element])

    def start_tag(self, element: etree._Element) -> bytes:
        """The bytes of a start tag; that of an empty element is opened."""
        span = self._spans[element]
        tag = self._raw[span.start : span.opened]
        return tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag

    def end_tag(self, element: etree._Element) -> bytes:
        """The bytes of an end tag."""
        return b"</%s>" % self._name(element)

    def said_otherwise(
        self, element: etree._Element, namespace: str, said: Mapping[str, str | None]
    ) -> bytes:
        """The bytes of an element with attributes of a namespace set or, for None, taken away."""
        span = self._spans[element]
        prefix = self.prefix(namespace, "w")[0]
        changes = {f"{prefix}:{key}": value for key, value in said.items()}
        tag = with_attributes(self._raw[span.start : span.opened], changes)
        return tag + self._raw[span.opened : span.end]

    def before(self, element: etree._Element, new: bytes) -> Splice:
        """Bytes before an element."""
        start = self._spans[element].start
        return Splice(start, start, new)

    def after(self, element: etree._Element, new: bytes) -> Splice:
        """Bytes after an element."""
        end = self._spans[element].end
        return Splice(end, end, new)

    def instead(self, element: etree._Element, new: bytes) -> Splice:
        """Bytes in place of an element."""
        span = self._spans[element]
        return Splice(span.start, span.end, new)

    def inside(self, element: etree._Element, new: bytes, at_end: bool = True) -> Splice:
        """Bytes at the end or the beginning of what an element holds."""
        span = self._spans[element]
        if self.is_closed(element):
            return Splice(span.end - 2, span.end, new, self.end_tag(element))
        place = span.closing if at_end else span.opened
        return Splice(place, place, new)

    def is_closed(self, element: etree._Element) -> bool:
        """Whether it is written as an empty-element tag."""
        span = self._spans[element]
        return span.opened == span.end

    def tag(self, name: str, attributes: Mapping[str, str] | None = None, of: bytes = b"") -> bytes:
        """A new element of WordprocessingML with attributes of it, and bytes inside."""
        prefix, bound = self.prefix(W, "w")
        said = "".join(f" {prefix}:{key}={quoteattr(v)}" for key, v in (attributes or {}).items())
        return _element(f"{prefix}:{name}", bound + said, of)

    def text(self, text: str) -> bytes:
        """A new ``w:t`` whose white space counts."""
        prefix, bound = self.prefix(W, "w")
        shown = escape(text, {"\r": "&#13;"}).encode()
        return _element(f"{prefix}:t", f'{bound} xml:space="preserve"', shown)

    def new_root(self, name: str, of: bytes) -> bytes:
        """A new part whose root binds the prefixes that ``tag`` uses."""
        prefix, _ = self.prefix(W, "w")
        root = _element(f"{prefix}:{name}", f' xmlns:{prefix}="{self._namespace(W)}"', of)
        return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + root

    def prefix(self, namespace: str, wanted: str) -> tuple[str, str]:
        """The prefix that the root binds to a namespace, or one with the words that bind it."""
        for known, uri in self.root.nsmap.items():
            if known and uri == namespace[1:-1]:
                return known, ""
        return wanted, f' xmlns:{wanted}="{self._namespace(namespace)}"'

    def _namespace(self, namespace: str) -> str:
        return f"{_STRICT.decode()}{_STRICT_NAMES[namespace]}" if self.strict else namespace[1:-1]

    def like_root(self, name: str, attributes: Mapping[str, str]) -> bytes:
        """A new element with the prefix of the root, and attributes of no namespace."""
        prefix = self._name(self.root).rpartition(b":")[0].decode()
        said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
        return f"<{prefix}{':' if prefix else ''}{name}{said}/>".encode()

    def _name(self, element: etree._Element) -> bytes:
        found = _NAME.match(self._raw, self._spans[element].start)
        return found[1] if found else b""


def _element(name: str, attributes: str, of: bytes) -> bytes:
    start = f"<{name}{attributes}".encode()
    return start + (b">%s</%s>" % (of, name.encode()) if of else b"/>")


def element_spans(data: bytes) -> list[Span]:
    """Where the elements stand, in the order of their start tags.

    >>> element_spans(b"<a><b/></a>")
    [Span(start=0, opened=3, closing=7, end=11), Span(start=3, opened=7, closing=7, end=7)]
    """
    spans: list[Span] = []
    open_ones: list[int] = []
    for token in _TOKEN.finditer(data):
        start, end = token.span()
        second = data[start + 1]
        if second in b"!?":
            continue
        if second == ord("/"):
            number = open_ones.pop()
            spans[number] = spans[number]._replace(closing=start, end=end)
            continue
        if data[end - 2] != ord("/"):
            open_ones.append(len(spans))
        spans.append(Span(start, end, end, end))
    return spans


def with_attributes(tag: bytes, changes: Mapping[str, str | None]) -> bytes:
    """A start tag with attributes set or, for None, left out; the others stay as they are.

    >>> with_attributes(b'<w:ind w:left="5" w:hanging="7"/>', {"w:left": "9", "w:hanging": None})
    b'<w:ind w:left="9"/>'
    """
    begin = _NAME.match(tag)
    head = begin[0] if begin else tag
    wanted = {key.encode(): value for key, value in changes.items()}
    said = b""
    for attribute in _ATTRIBUTE.finditer(tag):
        if attribute[1] not in wanted:
            said += attribute[0]
        elif (value := wanted.pop(attribute[1])) is not None:
            said += b" %s=%s" % (attribute[1], quoteattr(value).encode())
    for key, value in wanted.items():
        said += b"" if value is None else b" %s=%s" % (key, quoteattr(value).encode())
    return head + said + (b"/>" if tag.endswith(b"/>") else b">")


def _spliced(raw: bytes, splices: Iterable[Splice], span: Span) -> bytes:
    pieces: list[bytes] = []
    at = span.start
    ordered = sorted(splices, key=lambda item: (*item[:2], item.close))
    for (start, end, close), group in groupby(ordered, key=lambda item: (*item[:2], item.close)):
        new = [splice.new for splice in group]
        if start < at or (end > start and len(new) > 1 and not close):
            raise ValueError(f"two changes at byte {start}")
        pieces += raw[at:start], *((b">", *new, close) if close else new)
        at = end
    return b"".join([*pieces, raw[at : span.end]])
