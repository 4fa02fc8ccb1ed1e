"""The page drawn in outline: what stands left, right and in the middle, named, with its look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Line

from ..documents.model import Document, Paragraph
from ..words import Lang, Text, tidy
from .roles import ROLE_NAMES

WIDTH = 112
_CLIP = 96
_MIDDLE = 0.5
Side = Literal["left", "right", "whole"]
SIDES: tuple[Side, ...] = ("left", "right", "whole")


class _Stand(NamedTuple):
    """A component's paragraphs on one side of the page (minutes are signed on both)."""

    first: int
    side: Side
    shown: RenderableType


def outline(document: Document, lang: Lang) -> RenderableType:
    """A frame of the page; a component's name and look stand below its words."""
    stands = [*_components(document, lang), *_content(document, lang)]
    stands.sort(key=lambda stand: stand.first)
    parts: list[RenderableType] = []
    for whole, met in groupby(stands, key=lambda stand: stand.side == "whole"):
        block = list(met)
        parts += [stand.shown for stand in block] if whole else [_two_sides(block)]
    return Panel(Group(*parts), width=WIDTH)


def _two_sides(block: list[_Stand]) -> Table:
    table = Table.grid(expand=True, padding=(0, 2))
    for _ in ("left", "right"):
        table.add_column(ratio=1, justify="center")
    left, right = (
        Group(*(stand.shown for stand in block if stand.side == side)) for side in ("left", "right")
    )
    table.add_row(left, right)
    return table


def _components(document: Document, lang: Lang) -> Iterator[_Stand]:
    by_index = {paragraph.index: paragraph for paragraph in document.paragraphs}
    for component in document.components:
        name = ROLE_NAMES[component.role].of(lang)
        met = [by_index[index] for index in component.paragraphs]
        for side in SIDES:
            paragraphs = [paragraph for paragraph in met if _side(paragraph) == side]
            if paragraphs:
                yield _Stand(paragraphs[0].index, side, _shown(name, paragraphs, lang))


def _shown(name: str, paragraphs: Sequence[Paragraph], lang: Lang) -> RenderableType:
    words = Line("\n".join(_clip(tidy(p.text)) for p in paragraphs), justify="center")
    looks = dict.fromkeys(look for p in paragraphs for look in styles(p, lang))
    return Group(words, Line(f"{name}: {'; '.join(looks)}\n", style="dim", justify="center"))


def _content(document: Document, lang: Lang) -> Iterator[_Stand]:
    """The content (box 6 of Decree 30/2020, Appendix I) as one line: how much, in which looks."""
    content = [p for p in document.paragraphs if p.index in document.content and tidy(p.text)]
    if not content:
        return
    looks = dict.fromkeys(look for p in content for look in styles(p, lang))
    shown, more = list(looks)[:3], "; …" if len(looks) > 3 else ""
    said = Text(f"… nội dung: {len(content)} đoạn …", f"… content: {len(content)} paragraphs …")
    text = Line(f"{said.of(lang)}\n", justify="center")
    text.append(f"{'; '.join(shown)}{more}\n", style="dim")
    yield _Stand(content[0].index, "whole", text)


def _side(paragraph: Paragraph) -> Side:
    cell = paragraph.cell
    if cell is None or cell.columns == 1:
        return "whole"
    return "left" if cell.centre < _MIDDLE else "right"


def _clip(text: str) -> str:
    return text if len(text) <= _CLIP else f"{text[: _CLIP - 1]}…"


def styles(paragraph: Paragraph, lang: Lang) -> list[str]:
    """Each look that letters of a paragraph have, once, in order."""
    bold, italic = Text("đậm", "bold").of(lang), Text("nghiêng", "italic").of(lang)
    upright = Text("đứng", "upright").of(lang)
    seen: dict[str, None] = {}
    for run in paragraph.runs:
        if run.text.strip() and not run.format.hidden:
            look = run.format
            words = [look.font or "?", number(look.size_pt), italic if look.italic else upright]
            seen[", ".join([*words, *([bold] if look.bold else [])])] = None
    return list(seen)


def number(value: float | None) -> str:
    """A measure in short; ``?`` where it is unknown."""
    return "?" if value is None else f"{value:g}"
