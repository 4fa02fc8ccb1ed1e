"""Damaged and hostile files: a copy that reads as it should, or a refusal; nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from motcua.checker.documents.reader import UnreadableDocument, read_document
from motcua.checker.editing.refusals import NotWritten
from motcua.checker.home import HOME
from motcua.checker.marking.annotate import Remark, annotate
from motcua.checker.repair.model import Repair, WholeDocument
from motcua.checker.repair.repair import repair
from motcua.tools.mutations import mutated

from tests.editing.copies import CORPUS

ALL = WholeDocument()
ASKED = (
    Repair(ALL, "font", to="Times New Roman"),
    Repair(ALL, "size_pt", least=13, greatest=14),
    Repair(ALL, "align", to="justify"),
    Repair(ALL, "space_before_pt", least=6),
    Repair(ALL, "margin_left_mm", least=30, greatest=35),
    Repair(ALL, "page_number", to=True),
)
SOURCES = sorted((HOME / "samples" / "good" / "documents").glob("*.docx"))[:3]
SOURCES += sorted(p for p in CORPUS.glob("foreign-docx/**/*.docx") if p.stat().st_size < 20_000)[
    ::9
]


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_copied_right_or_refused(seed: int, tmp_path: Path):
    written = 0
    for number in range(40):
        _, content, _ = mutated(SOURCES, seed, number)
        path, target = tmp_path / "a.docx", tmp_path / "b.docx"
        path.write_bytes(content)
        for change in (
            lambda path, target: annotate(path, [Remark(None, "a")], target, dt.date(2026, 11, 22)),
            lambda path, target: repair(path, ASKED, target),
        ):
            target.unlink(missing_ok=True)
            try:
                change(path, target)
            except (UnreadableDocument, NotWritten) as refused:
                assert refused.notice.text.vi and not target.exists()
                continue
            if target.exists():
                written += 1
                before, after = read_document(path, "a"), read_document(target, "a")
                assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
        assert {item.name for item in tmp_path.iterdir()} <= {"a.docx", "b.docx"}
    assert written > 20
