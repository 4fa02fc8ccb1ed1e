"""Whatever is asked for: every letter stays, and nothing changes that was not asked for.

The comparison here is made apart from the one that the program makes itself.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from motcua.checker.documents.model import Document
from motcua.checker.documents.reader import read_document
from motcua.checker.home import HOME
from motcua.checker.repair.model import ParagraphPlace, Repair, WholeDocument
from motcua.checker.repair.repair import repair
from motcua.checker.repair.schema import ORDERS

from tests.documents.invented import invented, names
from tests.documents.word_files import WordFiles
from tests.editing.copies import (
    OFFICES,
    PAGE,
    W,
    changed_parts,
    parts,
    structure_faults,
    texts_on_paper,
    whole,
)

SAMPLES = sorted((HOME / "samples" / "good" / "documents").glob("*.docx"))
ASKED: tuple[dict[str, object], ...] = (
    {"name": "size_pt", "least": 13, "greatest": 14},
    {"name": "size_pt", "to": 11.5},
    {"name": "bold", "to": True},
    {"name": "bold", "to": False},
    {"name": "italic", "to": True},
    {"name": "italic", "to": False},
    {"name": "underline", "to": True},
    {"name": "font", "to": "Times New Roman"},
    {"name": "color", "to": "1F4E79"},
    {"name": "align", "to": "justify"},
    {"name": "align", "to": "right"},
    {"name": "first_line_indent_mm", "least": 10, "greatest": 12.7},
    {"name": "space_before_pt", "least": 6},
    {"name": "space_after_pt", "to": 3},
    {"name": "line_spacing", "least": 1, "greatest": 1.5},
)
PAGES: tuple[Repair, ...] = (
    Repair(WholeDocument(), "page_width_mm", to=210),
    Repair(WholeDocument(), "page_height_mm", to=297),
    Repair(WholeDocument(), "margin_left_mm", least=30, greatest=35),
    Repair(WholeDocument(), "margin_right_mm", least=15, greatest=20),
    Repair(WholeDocument(), "margin_top_mm", least=20, greatest=25),
    Repair(WholeDocument(), "margin_bottom_mm", least=20, greatest=25),
    Repair(WholeDocument(), "page_number", to=True),
)


def some_repairs(document: Document, chance: random.Random) -> list[Repair]:
    asked = []
    for _ in range(chance.randrange(1, 30)):
        paragraph = chance.choice(document.paragraphs)
        cuts = sorted(chance.choices(range(len(paragraph.text) + 2), k=2))
        place = ParagraphPlace(paragraph.index, *(cuts if chance.random() < 0.7 else ()))
        where = place if chance.random() < 0.95 else WholeDocument()
        asked.append(Repair(where, **chance.choice(ASKED)))
    return asked


def letters(document: Document) -> list[list[tuple[str, object]]]:
    return [
        [(letter, run.format) for run in paragraph.runs for letter in run.text]
        for paragraph in document.paragraphs
    ]


def check(path: Path, asked: list[Repair], target: Path) -> None:
    report = repair(path, asked, target)
    if not report.changes:
        assert not target.exists()
        return
    before, after = read_document(path, "a"), read_document(target, "a")
    names = {change.name for change in report.changes}
    for old, new in zip(before.paragraphs, after.paragraphs, strict=True):
        assert old.text == new.text
        touched = {
            change.name
            for change in report.changes
            if isinstance(change.where, ParagraphPlace) and change.where.index == old.index
        }
        untouched = {
            name: getattr(old.format, name) for name in touched if hasattr(old.format, name)
        }
        assert replace(new.format, **untouched) == old.format
    for old, new in zip(letters(before), letters(after), strict=True):
        for (letter, was), (same, now) in zip(old, new, strict=True):
            kept = {name: getattr(was, name) for name in names if hasattr(was, name)}
            assert (letter, was) == (same, replace(now, **kept))
    assert changed_parts(path, target) <= {
        *("word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"),
        *(name for name in parts(target) if name.startswith("word/header")),
    }
    assert set(structure_faults(target)) <= set(structure_faults(path))
    assert out_of_order(target) <= out_of_order(path)


def out_of_order(path: Path) -> int:
    """How many property elements have children that the schema wants in another order."""
    found = 0
    for element in etree.fromstring(parts(path)["word/document.xml"]).iter(
        *(f"{W}{kind}" for kind in ORDERS)
    ):
        order = ORDERS[etree.QName(element).localname]
        places = [order[child.tag] for child in element if child.tag in order]
        found += places != sorted(places)
    return found


@pytest.mark.parametrize("name", names())
def test_invented_documents(name: str, word: WordFiles):
    chance = random.Random(name)
    path = whole(word, invented(name, "as written", word).body + PAGE)
    for _ in range(4):
        check(path, some_repairs(read_document(path, "a"), chance), word.folder / "b.docx")
        (word.folder / "b.docx").unlink(missing_ok=True)


@pytest.mark.parametrize("path", SAMPLES[::5], ids=lambda path: path.stem)
def test_samples(path: Path, tmp_path: Path):
    asked = some_repairs(read_document(path, "a"), random.Random(path.name))
    check(path, [*asked, *PAGES], tmp_path / "b.docx")


@pytest.mark.skipif(not OFFICES, reason="the shared corpus does not lie next to this checkout")
def test_documents_of_offices(tmp_path: Path):
    for path in OFFICES:
        asked = some_repairs(read_document(path, "a"), random.Random(path.name))
        target = tmp_path / path.name
        check(path, [*asked, *PAGES], target)
        if target.exists():
            again = repair(target, PAGES, tmp_path / "again.docx")
            assert again.changes == (), path.name


@pytest.mark.skipif(not OFFICES, reason="the shared corpus does not lie next to this checkout")
def test_bodies_of_offices_are_put_right_once(tmp_path: Path):
    for path in OFFICES[::3]:
        content = sorted(read_document(path, "a").content)
        asked = [
            Repair(ParagraphPlace(index), **said)
            for index in content
            for said in (ASKED[0], ASKED[7], ASKED[9], ASKED[11], ASKED[12], ASKED[14])
        ]
        target = tmp_path / path.name
        check(path, asked, target)
        if target.exists():
            assert repair(target, asked, tmp_path / "again.docx").changes == (), path.name


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="needs LibreOffice (soffice) and Poppler (pdftotext), which are not installed",
)
def test_the_words_on_paper_are_the_same(tmp_path: Path):
    for path in [*SAMPLES[:1], *OFFICES[7::45]]:
        asked = some_repairs(read_document(path, "a"), random.Random(1))
        target = tmp_path / "repaired.docx"
        assert repair(path, asked, target).changes
        before, after = texts_on_paper([path, target], tmp_path)
        # Lines and pages may end elsewhere; the letters are the same.
        assert sorted(filter(str.isalpha, after)) == sorted(filter(str.isalpha, before)) != []
