from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from motcua.checker.documents.model import Document
from motcua.checker.documents.reader import read_document
from motcua.tools.decree30.catalogue import names, sample
from motcua.tools.decree30.mutants import mutants

MUTANTS = list(mutants())
NOT_READ = {
    "contact_block.line": "the address of a footer is read as text only",
    "page_number.digits": "the signs of page numbers are not read",
    "urgency.box": "the size of boxes is not read",
}
"""Faults that the reader cannot see, or not everywhere."""


def as_read(folder: Path, content: bytes) -> Document:
    path = folder / "a.docx"
    path.write_bytes(content)
    return replace(read_document(path, path.name), sha256="")


def test_there_are_many_faults_each_told_in_a_sentence():
    assert len({m.fault for m in MUTANTS}) >= 180
    assert len({m.name for m in MUTANTS}) == len(MUTANTS)
    assert [m.name for m in MUTANTS if not m.said.endswith((".", "./."))] == []
    assert {m.sample for m in MUTANTS} == set(names())


@pytest.mark.parametrize("name", names())
def test_every_mutant_opens_and_is_read_otherwise_than_its_sample(tmp_path: Path, name: str):
    faultless = as_read(tmp_path, sample(name).to_bytes())
    same = Counter(
        m.fault for m in MUTANTS if m.sample == name and as_read(tmp_path, m.bytes()) == faultless
    )
    assert set(same) <= set(NOT_READ)


def test_making_a_mutant_leaves_its_sample_as_it_was():
    before = {name: sample(name).to_bytes() for name in names()}
    assert [m.name for m in MUTANTS if m.bytes() == before[m.sample]] == []
    assert {name: sample(name).to_bytes() for name in names()} == before


def test_a_mutant_is_the_same_every_time():
    assert [m.name for m in MUTANTS[::10] if m.bytes() != m.bytes()] == []
