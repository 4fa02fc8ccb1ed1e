"""Files of offices, each with comments at its beginning, middle and end."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from motcua.checker.documents.reader import read_document
from motcua.checker.home import HOME
from motcua.checker.marking.annotate import Remark, annotate

from tests.editing.copies import OFFICES, changed_parts, parts, structure_faults, texts_on_paper
from tests.marking.test_annotate import without_anchors

DAY = dt.date(2026, 11, 22)
ADDED = {
    *("[Content_Types].xml", "word/_rels/document.xml.rels"),
    *("word/document.xml", "word/comments.xml"),
}
SAMPLES = sorted((HOME / "samples" / "good" / "documents").glob("*.docx"))


def marked(path: Path, folder: Path) -> Path:
    document = read_document(path, path.name)
    shown = [paragraph.index for paragraph in document.paragraphs]
    middle = shown[len(shown) // 2]
    remarks = [Remark(at, f"đoạn {at}\nhai") for at in (None, shown[0], middle, shown[-1])]
    target = folder / f"{path.stem}-marked.docx"
    annotate(path, remarks, target, DAY)
    return target


@pytest.mark.skipif(not OFFICES, reason="the shared corpus does not lie next to this checkout")
def test_real_files_keep_everything_but_their_anchors(tmp_path: Path):
    for path in OFFICES:
        target = marked(path, tmp_path)
        before, after = read_document(path, "a"), read_document(target, "a")
        assert replace(after, sha256="", notices=()) == replace(before, sha256="", notices=())
        assert changed_parts(path, target) <= ADDED, path.name
        assert set(structure_faults(target)) <= set(structure_faults(path)), path.name
        kept = without_anchors(parts(target)["word/document.xml"])
        assert without_anchors(parts(path)["word/document.xml"]) == kept, path.name


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="needs LibreOffice (soffice) and Poppler (pdftotext), which are not installed",
)
def test_the_text_on_paper_is_the_same(tmp_path: Path):
    for path in [*SAMPLES[:1], *OFFICES[5::40]]:
        before, after = texts_on_paper([path, marked(path, tmp_path)], tmp_path)
        assert after == before != "", path.name
