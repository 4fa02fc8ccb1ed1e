"""A part parsed with properties that repeat kept once.

Two thirds of the elements of a real document are properties (``w:pPr``, ``w:rPr``, ``w:tcPr``), and
most are repetitions. Before parsing, each plain one gets a number in place of its content, and
every different content is parsed once. The XML says the same; it is parsed and walked in half the
time. Where the bytes leave any doubt (comments, CDATA, another encoding, a prefix bound twice), the
part is parsed as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from .names import W
from .package import Package, has_markup_declaration
from .refusals import UnreadableDocument

NUMBER = "_kept"
"""The attribute, in no namespace, that stands for the content of a property element."""

_END = b"</w:rPr></w:pPr>"
_MARK = NUMBER.encode() + b"="
_NAMES = (b"w:pPr", b"w:rPr", b"w:tcPr")  # the outer before the inner
_BOUND = b'xmlns:w="' + W[1:-1].encode() + b'"'
_UTF_8 = (b'encoding="utf-8"', b"encoding='utf-8'")
# Revisions and sections are looked for by other eyes, so what holds them is left in its place.
_LEFT = re.compile(rb"<w:(?:sectPr|ins|del|move|cell|\w*Change)")


@dataclass(frozen=True, slots=True)
class Part:
    """A parsed part and the properties that its numbers stand for."""

    root: etree._Element
    properties: tuple[etree._Element, ...] = ()
    contents: tuple[bytes, ...] = ()

    def said(self, number: str) -> bytes:
        """What paragraph properties say; nothing of their mark, which often is all they differ in.

        The mark's ``w:rPr`` stands last (17.3.1.26); in anything else the whole is what is said.
        """
        content = self.contents[int(number)] if number else b""
        before, _, after = content.partition(b"<w:rPr>")
        return before if after.endswith(_END) and after.count(b"</w:rPr>") == 1 else content

    def whole(self, element: etree._Element) -> etree._Element:
        """A property element with its content: itself, or the one that its number stands for."""
        number = element.get(NUMBER)
        return self.properties[int(number)] if number is not None and self.properties else element


def read_part(package: Package, name: str) -> Part:
    """A part of the package.

    Raises:
        UnreadableDocument: Absent, damaged, too large, or with a DTD.
    """
    data = package.content(name)
    contents: list[bytes] = []
    short = data
    for element in _NAMES:
        short = _shortened(short, element, contents)
    inner = b"".join(contents)
    if contents and _MARK not in data and is_plain(short) and is_plain(inner):
        try:
            root = package.parse(short, name)
            kept = package.parse(inner.join(holder(root)), name)
        except UnreadableDocument:
            return _as_it_is(package, data, name)  # which says what is wrong with it
        # A content that closes its own element counts twice: the numbers would be off.
        if len(kept) == len(contents):
            return Part(root, tuple(kept), tuple(contents))
    return _as_it_is(package, data, name)


def first(parent: etree._Element, tag: str) -> etree._Element | None:
    """The first child of a tag; properties stand before everything else, so look there first."""
    if not len(parent):
        return None
    head = parent[0]
    return head if head.tag == tag else next(parent.iterchildren(tag), None)


def _as_it_is(package: Package, data: bytes, name: str) -> Part:
    root = package.parse(data, name)
    etree.strip_attributes(root, NUMBER)  # numbers are ours alone
    return Part(root)


def _shortened(data: bytes, name: bytes, contents: list[bytes]) -> bytes:
    """The bytes with numbers in place of one element's contents, which are added to the list."""
    begin, end = b"<%s>" % name, b"</%s>" % name
    first, *pieces = data.split(begin)
    written = [first]
    known: dict[bytes, bytes] = {}
    for piece in pieces:
        content, closed, rest = piece.partition(end)
        short = known.get(content)
        if short is None:
            short = whole = begin + content + closed
            if closed and not _LEFT.search(content):
                short = b'<%s %s"%d"/>' % (name, _MARK, len(contents))
                contents.append(whole)
            known[content] = short
        written += short, rest
    return b"".join(written)


def is_plain(data: bytes) -> bool:
    """Whether ``<w:rPr>`` in these bytes can only be the start of that element.

    ``<`` stands for itself in comments, CDATA and processing instructions alone. In the contents
    themselves, no prefix may be bound anew.
    """
    head = data[:200].lower()
    said = b"encoding" not in head or any(name in head for name in _UTF_8)
    bound = data.count(b"xmlns:w=")
    return (
        said
        and not has_markup_declaration(data)
        and data.find(b"<?", 2) < 0
        and (bound == 0 or bound == data.count(_BOUND) == 1)
    )


def holder(root: etree._Element) -> tuple[bytes, bytes]:
    """The tags of an element for what is cut out of a part; it binds the prefixes of the root."""
    names = " ".join(
        f"xmlns:{prefix}={quoteattr(uri)}" if prefix else f"xmlns={quoteattr(uri)}"
        for prefix, uri in root.nsmap.items()
    )
    return b"<w:kept %s>" % names.encode(), b"</w:kept>"
