"""The reader's walk with a trace: which element each paragraph and each character came from.

For those who change a file: they see exactly what the reader sees, and know where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from .formatting import Resolver
from .inline import CHARACTERS, Draft, Inline, spaced
from .layout import Story, Walk
from .looks import Shape
from .model import Paragraph
from .names import W
from .package import LIMITS, Package
from .settings import read_settings
from .shorthand import Part
from .styles import read_style_sheet

_NOT_LISTED = (None, "0")  # 17.9.18: 0 takes a paragraph out of its style's list


class TracedRun(NamedTuple):
    """A ``w:r`` and its characters in the paragraph, hidden ones counted; none: start is end."""

    element: etree._Element
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TracedParagraph:
    """What is shown (text of old encodings as it is in the file), and the elements behind it.

    ``contextual``: it may leave no space to its like; ``listed``: a list gives it a label.
    """

    shown: Paragraph
    element: etree._Element
    runs: tuple[TracedRun, ...]
    contextual: bool
    listed: bool


def trace(package: Package, root: etree._Element, place: str = "") -> dict[int, TracedParagraph]:
    """Paragraph index to paragraph, for the main part or a header or footer.

    Args:
        package: The package.
        root: The root of the part, whole, its Strict namespaces in transitional form.
        place: What the place of its paragraphs begins with; nothing for the body.

    Raises:
        UnreadableDocument: Nested too deeply, or styles are damaged.
    """
    resolver = Resolver(read_style_sheet(package), read_settings(package))
    walk = _TracedWalk(package.name, Part(root), resolver, LIMITS.depth, place)
    body = root.find(f"{W}body")
    shown = walk.paragraphs(root if body is None else body)
    return {
        shown[met.at].index: TracedParagraph(
            shown[met.at],
            met.element,
            tuple(met.runs),
            met.shape.look.contextual,
            _is_listed(met, resolver),
        )
        for met in walk.met
    }


def characters_of(run: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The children of a run, each with the characters that it shows."""
    for child in run:
        if child.tag == f"{W}t":
            yield child, spaced(child, child.text) if child.text else ""
        elif child.tag in (f"{W}br", f"{W}sym"):
            yield child, "\n"
        else:
            yield child, CHARACTERS.get(child.tag, "")


class _Met(NamedTuple):
    """A paragraph on the way: its number among those shown, its element, shape and runs."""

    at: int
    element: etree._Element
    shape: Shape
    runs: list[TracedRun]


class _TracedInline(Inline):
    """Reads the insides of paragraphs and notes what each run added."""

    runs: list[TracedRun]

    def _run(self, run: etree._Element, draft: Draft) -> None:
        before = draft.texts[-1:]
        kept = len(draft.texts) - len(before)
        super()._run(run, draft)
        added = sum(map(len, draft.texts[kept:])) - sum(map(len, before))
        start = self.runs[-1].end if self.runs else 0
        self.runs.append(TracedRun(run, start, start + added))


class _TracedWalk(Walk):
    """The walk; ``met`` are the paragraphs with their elements."""

    def __init__(self, file: str, part: Part, resolver: Resolver, depth: int, place: str) -> None:
        super().__init__(file, part, resolver, depth, place)
        self.met: list[_Met] = []
        self._traced = self._inline = _TracedInline(file, self._looks, depth)

    def _paragraph(self, element: etree._Element, story: Story, depth: int) -> Shape:
        runs: list[TracedRun] = []
        at = len(self._found)
        self._traced.runs = runs  # text boxes inside are read after the paragraph's own runs
        shape = super()._paragraph(element, story, depth)
        self.met.append(_Met(at, element, shape, runs))
        return shape


def _is_listed(met: _Met, resolver: Resolver) -> bool:
    direct = met.element.find(f"{W}pPr/{W}numPr/{W}numId")
    if direct is not None:
        return direct.get(f"{W}val") not in _NOT_LISTED
    lists = [style.own.paragraph.get("num_id") for style in resolver.styles(met.shape.style)]
    named = [item for item in lists if item is not None]
    return bool(named) and named[-1] not in _NOT_LISTED
