"""Write a copy of a Word file with its formatting put right, or nothing at all.

Nothing but what is wrong is touched, and the copy is read back before it takes its place: every
letter must be there, and every look that nobody asked to change must be as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..documents.model import Paragraph
from ..documents.names import W
from ..documents.sections import section_elements
from ..documents.traced import trace
from ..editing.original import Original
from ..editing.refusals import not_written
from .check import reads_as
from .letters import Letters
from .model import (
    LETTERS,
    PAGES,
    PARAGRAPHS,
    Change,
    Left,
    ParagraphPlace,
    Repair,
    RepairReport,
    SectionPlace,
)
from .page_numbers import PageNumbers
from .pages import PageSetup
from .paragraphs import ParagraphLook
from .reasons import left

Outcome = Change | Left


def repair(path: Path, repairs: Sequence[Repair], target: Path) -> RepairReport:
    """Put formatting right in a copy; where nothing has to be changed, no copy is written.

    Repairs are done in order, each on what those before it left. Paragraphs, sections and
    characters are those of ``read_document``. Headers, footers and footnotes are left as they are,
    except for the page number.

    Args:
        path: The Word file; it is only read.
        repairs: What is to be put right.
        target: Where the copy is written, whole or not at all; what stands there is replaced.

    Raises:
        UnreadableDocument: The file cannot be read (encrypted, damaged, no Word file).
        NotWritten: It must not be changed (signed, macros, restricted editing), is .doc or .rtf,
            cannot be written, or the copy did not read back as intended.
    """
    original = Original(path)
    if any(notice.code == "protected" for notice in original.document.notices):
        raise not_written(original.name, "protected")
    draft = _Draft(original)
    outcomes = [outcome for item in repairs for outcome in draft.repair(item)]
    outcomes += draft.labels_left(outcomes)
    changes = tuple(_joined(item for item in outcomes if isinstance(item, Change)))
    if changes:
        draft.put_down()
        original.write(target, draft.reads_as_intended)
    return RepairReport(changes, tuple(item for item in outcomes if isinstance(item, Left)))


class _Draft:
    """A file with the changes that were decided on so far."""

    def __init__(self, original: Original) -> None:
        self._original = original
        main = original.main
        document = original.document
        self._traced = trace(original.package, main.root)
        self._read = {paragraph.index: paragraph for paragraph in document.paragraphs}
        self._letters: dict[int, Letters] = {}
        self._looks: dict[int, ParagraphLook] = {}
        body = main.root.find(f"{W}body")
        elements = () if body is None else section_elements(body)
        pairs = zip(document.sections, elements, strict=True)
        self._pages = [PageSetup(n, section, e) for n, (section, e) in enumerate(pairs, 1)]
        self._numbers = PageNumbers(original, self._pages)

    def repair(self, repair: Repair) -> Iterator[Outcome]:
        """What comes of one repair."""
        place = repair.where
        if repair.name == "page_number":
            yield from self._numbers.repair(place)
        elif repair.name in PAGES:
            yield from self._repair_pages(repair)
        elif isinstance(place, ParagraphPlace):
            yield from self._repair_paragraph(repair, place)
        elif isinstance(place, SectionPlace):
            yield left(place, repair.name, "no_such_place")
        else:
            for index in self._traced:
                yield from self._repair_paragraph(repair, ParagraphPlace(index))

    def labels_left(self, outcomes: Sequence[Outcome]) -> list[Left]:
        """Labels of lists, which have a look of their own, where that of their text changed."""
        changed = {
            (item.where.index, item.name)
            for item in outcomes
            if isinstance(item, Change)
            and isinstance(item.where, ParagraphPlace)
            and item.name in LETTERS
        }
        listed = sorted(pair for pair in changed if self._traced[pair[0]].listed)
        return [left(ParagraphPlace(index), name, "label") for index, name in listed]

    def put_down(self) -> None:
        """Turn all decisions into changes of bytes."""
        main = self._original.main
        for letters in self._letters.values():
            main.add(letters.splices(main))
        for look in self._looks.values():
            main.add(look.splices(main))
        for page in self._pages:
            main.add(page.splices(main))
        self._numbers.put_down()

    def reads_as_intended(self, copy: Path) -> bool:
        """Whether a copy has every change, and no other."""
        paragraphs = {index: self._intended(index) for index in self._traced}
        sections = tuple(page.section for page in self._pages)
        return reads_as(
            copy, self._original.document, paragraphs, sections
        ) and self._numbers.are_right(copy)

    def _repair_pages(self, repair: Repair) -> Iterator[Outcome]:
        place = repair.where
        if isinstance(place, SectionPlace):
            pages = [page for page in self._pages if page.place == place]
        else:
            pages = [] if isinstance(place, ParagraphPlace) else self._pages
        if not pages:
            yield left(place, repair.name, "no_such_place")
        for page in pages:
            yield from page.repair(repair)

    def _repair_paragraph(self, repair: Repair, place: ParagraphPlace) -> Iterator[Outcome]:
        index = place.index
        if index not in self._traced:
            yield left(place, repair.name, "no_such_place")
        elif repair.name in PARAGRAPHS:
            if index not in self._looks:
                self._looks[index] = ParagraphLook(self._traced[index])
            yield from self._looks[index].repair(repair)
        else:
            if index not in self._letters:
                self._letters[index] = Letters(self._traced[index], self._read[index].text)
            yield from self._letters[index].repair(repair, place.start, place.end)

    def _intended(self, index: int) -> Paragraph:
        shown = self._traced[index].shown
        runs = self._letters[index].runs() if index in self._letters else shown.runs
        look = self._looks[index].format if index in self._looks else shown.format
        return replace(shown, runs=runs, format=look)


def _joined(changes: Iterable[Change]) -> Iterator[Change]:
    """Changes of neighbouring runs that say the same as one; runs mean nothing to people."""
    held: Change | None = None
    for change in changes:
        both = None if held is None else _as_one(held, change)
        if held is not None and both is None:
            yield held
        held = both or change
    if held is not None:
        yield held


def _as_one(one: Change, next_one: Change) -> Change | None:
    """Two changes as one, where the second begins at the end of the first."""
    here, there = one.where, next_one.where
    if not isinstance(here, ParagraphPlace) or not isinstance(there, ParagraphPlace):
        return None
    touching = here.index == there.index and here.end is not None and here.end == there.start
    if not touching or replace(one, where=there) != next_one:
        return None
    return replace(one, where=replace(here, end=there.end))
