"""What LibreOffice draws is what the reader sees, letter by letter."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from motcua.checker.home import HOME
from motcua.tools.compare_with_libreoffice import (
    compare,
    pdf_characters,
    read_characters,
    rendered,
    without_leaders,
)

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftohtml")),
    reason="needs LibreOffice (soffice) and Poppler (pdftohtml), which are not installed",
)
SAMPLES = sorted((HOME / "samples" / "good").rglob("*.docx"))[:2]


@pytest.mark.parametrize("path", SAMPLES, ids=[path.name for path in SAMPLES])
def test_a_sample_looks_the_same(path: Path, tmp_path: Path):
    ((_, pdf),) = rendered([path], tmp_path)
    ours = without_leaders(read_characters(path))
    found, examples = compare(ours, without_leaders(pdf_characters(pdf)))
    assert examples == {}
    assert found["compared"] > 0.8 * len(ours)


def test_a_difference_is_found(tmp_path: Path):
    ((_, pdf),) = rendered(SAMPLES[:1], tmp_path)
    drawn = without_leaders(pdf_characters(pdf))
    heavier = [seen._replace(bold=not seen.bold) for seen in drawn]
    found, examples = compare(heavier, drawn)
    assert found["bold"] == found["compared"] > 100
    assert set(examples) == {"bold"}
