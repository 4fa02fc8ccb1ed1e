"""A copy read back and held against what was intended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..documents.model import Document, PageText, Paragraph, Section
from ..documents.package import LIMITS, Package
from ..documents.reader import read_document
from ..documents.traced import trace


def reads_as(
    copy: Path,
    before: Document,
    paragraphs: Mapping[int, Paragraph],
    sections: Sequence[Section],
) -> bool:
    """Whether a copy has the text of the original, and exactly the intended looks.

    Args:
        copy: The copy.
        before: What was read from the original.
        paragraphs: The paragraphs that the copy must have, text of old encodings as in the file.
        sections: The page set-up that it must have; headers are looked at elsewhere.
    """
    package = Package(copy, before.file, LIMITS)
    found = {index: item.shown for index, item in trace(package, package.xml(package.main)).items()}
    if found != paragraphs:
        return False
    after = read_document(copy, before.file)
    return (
        [item.text for item in after.paragraphs] == [item.text for item in before.paragraphs]
        and after.footnotes == before.footnotes
        and after.drawn == before.drawn
        and [*map(_setup, after.sections)] == [*map(_setup, sections)]
        and [*map(_footers, after.sections)] == [*map(_footers, before.sections)]
    )


def _footers(section: Section) -> list[PageText]:
    """The footers that show anything: an empty one may come to light on a first page."""
    return [
        text
        for text in section.footers
        if text.numbers or any(item.text.strip() for item in text.paragraphs)
    ]


def _setup(section: Section) -> Section:
    return replace(section, headers=(), footers=(), first_page_differs=False)
