"""What header and footer parts hold, for those who put something into them."""

from __future__ import annotations

from lxml import etree

from ..documents.names import MC, R, W
from ..documents.traced import TracedParagraph, trace
from ..editing.original import Original

_HOLDERS = (
    *(f"{W}{name}" for name in ("tbl", "sdt", "txbxContent", "fldSimple")),
    f"{MC}AlternateContent",
)


class Headers:
    """The header and footer parts of a file, by their names.

    Raises:
        UnreadableDocument: A part that is asked for is damaged.
        NotWritten: It is not in UTF-8.
    """

    def __init__(self, original: Original) -> None:
        self._original = original

    def part_of(self, reference: etree._Element | None) -> str:
        """The name of the part that a reference leads to; empty where it leads nowhere."""
        if reference is None:
            return ""
        package = self._original.package
        found = package.relationships(package.main).get(reference.get(f"{R}id", ""))
        return found.target if found and found.target in package.parts else ""

    def is_empty(self, name: str) -> bool:
        """Whether a part shows nothing: paragraphs, and runs without content."""
        root = self._original.part(name).root
        return not _has_content(root) and next(root.iter(*_HOLDERS), None) is None

    def shown(self, name: str) -> list[TracedParagraph]:
        """The paragraphs of a part that show anything."""
        return [item for item in self._trace(name) if _has_content(item.element)]

    def numbered(self, name: str) -> TracedParagraph | None:
        """The paragraph of a part that holds the page number, if there is one."""
        found = [item for item in self._trace(name) if _has_number(item.element)]
        return found[0] if len(found) == 1 else None

    def _trace(self, name: str) -> list[TracedParagraph]:
        root = self._original.part(name).root
        return list(trace(self._original.package, root, "header").values())


def reference_of(section: etree._Element, pages: str) -> etree._Element | None:
    """The section's own reference to a header for some of its pages (17.10.5)."""
    found = section.iterchildren(f"{W}headerReference")
    return next((item for item in found if item.get(f"{W}type", "default") == pages), None)


def is_alone(paragraph: TracedParagraph) -> bool:
    """Whether a paragraph shows a number and nothing else: dashes around it are its own."""
    shown = paragraph.shown.text.strip(" \t-–—")
    drawn = any(True for _ in paragraph.element.iter(f"{W}drawing", f"{W}pict", f"{W}object"))
    return (not shown or shown.isdigit()) and not drawn


def is_placed(paragraph: TracedParagraph | None) -> bool:
    """Whether something else than its alignment puts a paragraph into its place."""
    if paragraph is None:
        return True
    element = paragraph.element
    framed = element.find(f"{W}pPr/{W}framePr") is not None
    held = paragraph.shown.cell is not None or paragraph.shown.place != "header"
    return framed or held or "\t" in paragraph.shown.text


def _has_content(element: etree._Element) -> bool:
    """Whether any run below holds more than its properties."""
    return any(child.tag != f"{W}rPr" for run in element.iter(f"{W}r") for child in run)


def _has_number(paragraph: etree._Element) -> bool:
    codes = [item.text or "" for item in paragraph.iter(f"{W}instrText")]
    codes += [item.get(f"{W}instr", "") for item in paragraph.iter(f"{W}fldSimple")]
    return any(code.upper().split()[:1] == ["PAGE"] for code in codes)
