"""Markup that cannot be broken by what it shows: data become ``Html`` in this module only.

What is not ``Html`` is escaped wherever it is put. Characters that a reader does not see but that
change how others are shown (control characters, marks and overrides of direction, halves of
surrogate pairs) are written out by their number, so that nothing hides and nothing is lost.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from ...words import Lang
from ..seen import plain

LONGEST_SHOWN = 4_000
"""Characters of one text that a page shows; what was cut is counted beside it."""
_VOID = frozenset({"meta", "input"})
_DRAWN = frozenset({"path", "rect", "line", "circle"})


class Html(str):
    """Text that is markup and stays as it is."""

    __slots__ = ()


Inside = str | Iterable[str] | None
Attribute = str | int | bool | None


def tag(name: str, /, *inside: Inside, **attributes: Attribute) -> Html:
    """An element; what is inside is escaped unless it is ``Html``.

    ``class_`` is ``class``, ``data_id`` is ``data-id``. True writes the bare name, None and False
    nothing.

    >>> tag("p", "a < b", tag("b", "c"), class_="lead", hidden=True)
    '<p class="lead" hidden>a &lt; b<b>c</b></p>'
    """
    opened = f"<{name}{''.join(_attribute(n, v) for n, v in attributes.items())}"
    if name in _VOID:
        return Html(f"{opened}>")
    if name in _DRAWN:
        return Html(f"{opened}/>")
    return Html(f"{opened}>{together(*inside)}</{name}>")


def together(*inside: Inside) -> Html:
    """Pieces one after the other, each escaped unless it is ``Html``.

    >>> together("<", [tag("i", "x"), "&"], None)
    '&lt;<i>x</i>&amp;'
    """
    pieces: list[str] = []
    for piece in inside:
        if isinstance(piece, str):
            pieces.append(_escaped(piece))
        elif piece is not None:
            pieces.extend(map(_escaped, piece))
    return Html("".join(pieces))


def data(text: str, lang: Lang) -> Html:
    """Words that come from files: of a direction of their own, and Vietnamese on every page."""
    return tag("bdi", text, lang="vi" if lang == "en" else None)


def seen(text: str) -> str:
    r"""Text of which every character is seen, cut where it is too long to read.

    >>> seen("a\u202eb")
    'a‹U+202E›b'
    """
    more = len(text) - LONGEST_SHOWN
    if more > 0:
        text = f"{text[:LONGEST_SHOWN]}… (+{more} ký tự/characters)"
    return plain(text)


def _escaped(piece: str) -> str:
    return piece if isinstance(piece, Html) else html.escape(seen(piece))


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    written = name.rstrip("_").replace("_", "-")
    return f" {written}" if value is True else f' {written}="{html.escape(seen(str(value)))}"'
