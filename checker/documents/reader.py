"""Read one Word file: package, styles, one walk, components, kind."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from .components import find_components
from .encodings import decoded
from .footnotes import read_footnotes
from .formatting import Resolver
from .kinds import kind_of
from .layout import Walk
from .margins import MarginReader
from .model import Document
from .names import W
from .package import LIMITS, Limits, Package
from .refusals import UnreadableDocument, refuse
from .sections import read_sections
from .settings import read_settings
from .shorthand import Part, read_part
from .styles import read_style_sheet
from .trust import trust_notices

__all__ = ["LIMITS", "Limits", "UnreadableDocument", "paragraph_places", "read_document"]


def read_document(
    path: Path, name: str, limits: Limits = LIMITS, resolver: type[Resolver] = Resolver
) -> Document:
    """Everything that is seen in a Word file.

    Args:
        path: The file.
        name: The name to put into the document and its notices.
        limits: What is read at most.
        resolver: What answers formatting; ``TracingResolver`` also says where it comes from.

    Raises:
        UnreadableDocument: The file cannot be read; it carries one notice that says why.
    """
    package = Package(path, name, limits)
    part = read_part(package, package.main)
    body = _body(part, package)
    settings = read_settings(package)
    answers = resolver(read_style_sheet(package), settings)
    walk = Walk(name, part, answers, limits.depth)
    margins = MarginReader(package, answers, limits.depth, settings.even_and_odd)
    paragraphs = decoded(walk.paragraphs(body))
    found = find_components(paragraphs)
    doc_type, regime = kind_of(paragraphs, found.components)
    return Document(
        file=name,
        sha256=package.sha256,
        doc_type=doc_type,
        regime=regime,
        sections=read_sections(body, margins),
        paragraphs=paragraphs,
        components=found.components,
        content=found.content,
        footnotes=read_footnotes(package, body, answers, limits.depth),
        drawn=tuple(walk.lines),
        pictures=walk.pictures,
        notices=trust_notices(package, part.root, walk, paragraphs),
    )


def _body(part: Part, package: Package) -> etree._Element:
    body = part.root.find(f"{W}body")
    if part.root.tag != f"{W}document" or body is None:
        raise refuse(package.name, "not_word", package.main)
    return body


def paragraph_places(document: Document) -> dict[int, str]:
    """Paragraph index to table path, for the paragraphs that do not stand in the body."""
    return {p.index: p.place for p in document.paragraphs if p.place != "-"}
