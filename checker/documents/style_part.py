"""The styles part: of hundreds of styles a document uses a dozen, and only those are parsed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from lxml import etree

from .names import W
from .package import Package, has_markup_declaration
from .shorthand import holder, is_plain

_START = re.compile(rb"<w:style(\s[^<>]*)>")
_LATENT = re.compile(rb"<w:latentStyles[\s>].*</w:latentStyles>", re.DOTALL)
"""Hundreds of names of styles that the document does not have."""
_TYPE, _ID, _DEFAULT = b' w:type="', b' w:styleId="', b' w:default="'
_IRREGULAR = (b"&", b"'", b"\n", b"\r", b"\t")
_STYLES, _DEFAULTS = b"</w:styles>", b"<w:docDefaults"
_ON = ("1", "true", "on")
_TAIL = 64  # bytes: white space after the root is shorter


class StyleEntry(NamedTuple):
    """One style as its start tag has it; ``element`` gives the whole of it."""

    style_id: str
    kind: str
    default: bool
    element: Callable[[], etree._Element]


@dataclass(frozen=True, slots=True)
class StylePart:
    """The root, which may be without its styles, and the styles in order."""

    root: etree._Element
    entries: tuple[StyleEntry, ...]


def read_style_part(package: Package, name: str) -> StylePart:
    """The styles part of a package.

    Raises:
        UnreadableDocument: Absent, damaged, too large, or with a DTD; so does ``element``.
    """
    data = package.content(name)
    starts = list(_START.finditer(data))
    head = _LATENT.sub(b"", data[: starts[0].start()]) if starts else b""
    tags = [start[1] for start in starts]
    if not _is_regular(data, head, b"".join(tags)):
        root = package.parse(data, name)
        return StylePart(root, tuple(map(_of_element, root.iterchildren(f"{W}style"))))
    root = package.parse(head + _STYLES, name)
    tags_around = holder(root)
    edges = [*(start.start() for start in starts), data.rindex(_STYLES)]

    def element(number: int) -> etree._Element:
        cut = data[edges[number] : edges[number + 1]]
        return package.parse(cut.join(tags_around), name)[0]

    entries = (_of_tag(tag, partial(element, number)) for number, tag in enumerate(tags))
    return StylePart(root, tuple(entries))


def _is_regular(data: bytes, head: bytes, tags: bytes) -> bool:
    """Whether the bytes are as Word writes them: the defaults, then styles, all plainly written."""
    return (
        is_plain(head)
        and not has_markup_declaration(data)
        and data[-_TAIL:].rstrip().endswith(_STYLES)
        and (_DEFAULTS in head or _DEFAULTS not in data)
        and not any(mark in tags for mark in _IRREGULAR)
    )


def _of_tag(tag: bytes, element: Callable[[], etree._Element]) -> StyleEntry:
    kind = _attribute(tag, _TYPE) or "paragraph"
    return StyleEntry(_attribute(tag, _ID), kind, _attribute(tag, _DEFAULT) in _ON, element)


def _attribute(tag: bytes, name: bytes) -> str:
    """A value; bytes that are no UTF-8 name no style, and are refused where one is parsed."""
    begin = tag.find(name) + len(name)
    value = tag[begin : tag.find(b'"', begin)] if begin >= len(name) else b""
    return value.decode(errors="replace")


def _of_element(element: etree._Element) -> StyleEntry:
    return StyleEntry(
        element.get(f"{W}styleId", ""),
        element.get(f"{W}type", "paragraph"),
        element.get(f"{W}default") in _ON,
        lambda: element,
    )
