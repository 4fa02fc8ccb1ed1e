"""What was put right shows the same words in the same order as before (LibreOffice, Poppler)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from motcua.tools.compare_fixed_pages import compared, differences
from motcua.tools.decree30.mutants import mutants

FAULTS = ("body.size", "page.margin_left")


def test_a_word_lost_or_moved_is_a_difference_and_another_page_is_none():
    before = [["một", "hai", "ba"], ["bốn"]]
    assert list(differences(before, [["một"], ["hai", "ba", "bốn"]])) == []
    assert list(differences(before, [["một", "ba"], ["bốn"]])) == ["hai -> "]
    assert list(differences([["hóa", "-", "xã"]], [["hóa", "xã"]])) == []
    assert len(list(differences(before, [["hai", "một", "ba"], ["bốn"]]))) == 2


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="needs LibreOffice (soffice) and Poppler (pdftotext), which are not installed",
)
def test_pages_before_and_after_have_the_same_words(tmp_path: Path):
    source = tmp_path / "source"
    source.mkdir()
    for fault in FAULTS:
        mutant = next(m for m in mutants() if m.fault == fault)
        (source / f"{mutant.name}.docx").write_bytes(mutant.bytes())
    found = list(compared(source, tmp_path))
    assert sorted(one.name for one in found) == sorted(f"{fault}-1.docx" for fault in FAULTS)
    assert [one.faults for one in found] == [(), ()]
    assert min(one.before for one in found) >= 1
