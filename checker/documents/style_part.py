"""The styles part: of hundreds of styles a document uses a dozen, and only those are parsed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from .names import W
from .package import Package
from .shorthand import held, is_plain

_START = re.compile(rb"<w:style\s([^<>]*)>")
_ATTRIBUTE = re.compile(r'w:(type|styleId|default)="([^"]*)"')
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
    head = data[: starts[0].start()] if starts else b""
    if not _is_regular(data, head, starts):
        root = package.parse(data, name)
        return StylePart(root, tuple(map(_of_element, root.iterchildren(f"{W}style"))))
    root = package.parse(head + _STYLES, name)
    ends = (*(start.start() for start in starts[1:]), data.rindex(_STYLES))

    def entry(start: re.Match[bytes], end: int) -> StyleEntry:
        text = start[1].decode(errors="replace")  # what is no UTF-8 is refused when it is used
        said = dict(_ATTRIBUTE.findall(text))
        kind, default = said.get("type", "paragraph"), said.get("default") in _ON
        cut = slice(start.start(), end)
        return StyleEntry(
            said.get("styleId", ""),
            kind,
            default,
            lambda: package.parse(held(root, data[cut]), name)[0],
        )

    return StylePart(root, tuple(map(entry, starts, ends)))


def _is_regular(data: bytes, head: bytes, starts: list[re.Match[bytes]]) -> bool:
    """Whether the bytes are as Word writes them: the defaults, then styles, all plainly written."""
    return (
        is_plain(head)
        and b"<!" not in data
        and data[-_TAIL:].rstrip().endswith(_STYLES)
        and (_DEFAULTS in head or _DEFAULTS not in data)
        and not any(b"&" in start[1] or b"'" in start[1] for start in starts)
    )


def _of_element(element: etree._Element) -> StyleEntry:
    return StyleEntry(
        element.get(f"{W}styleId", ""),
        element.get(f"{W}type", "paragraph"),
        element.get(f"{W}default") in _ON,
        lambda: element,
    )
