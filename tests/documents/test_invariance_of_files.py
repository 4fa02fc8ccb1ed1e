"""Whole files written otherwise: what shows the same is read the same."""

from __future__ import annotations

import random
import unicodedata
import zipfile
from pathlib import Path

import pytest
from motcua.checker.documents.model import Document
from motcua.checker.documents.reader import read_document
from motcua.checker.home import HOME

from tests.documents.rewriting import REWRITINGS, Rewriting, pack, unpack

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
SAMPLES = sorted((HOME / "samples" / "good" / "documents").glob("*.docx"))
LARGEST = 60_000  # bytes
REAL = sorted(path for path in CORPUS.glob("documents/**/*.docx") if path.stat().st_size < LARGEST)[
    ::6
]


def characters(document: Document) -> list[tuple[object, ...]]:
    """Every character that is shown, in composed form, with how it looks."""
    return [
        (paragraph.index, paragraph.place, paragraph.format, letter, run.format)
        for paragraph in document.paragraphs
        for run in paragraph.runs
        for letter in unicodedata.normalize("NFC", run.text)
    ]


def parts_of(document: Document) -> tuple[object, ...]:
    components = [(c.role, c.paragraphs, c.text) for c in document.components]
    return document.doc_type, document.regime, components, document.content, document.sections


def check(path: Path, rewriting: Rewriting, seed: int, folder: Path) -> None:
    parts = unpack(path.read_bytes())
    rewriting(parts, random.Random(seed))
    target = folder / "rewritten.docx"
    target.write_bytes(pack(parts))
    before, after = read_document(path, path.name), read_document(target, path.name)
    assert characters(after) == characters(before)
    assert parts_of(after) == parts_of(before)


@pytest.mark.parametrize("rewriting", REWRITINGS, ids=lambda r: r.__name__)
def test_every_rewriting_writes_something_else(rewriting: Rewriting):
    for path in SAMPLES:
        before = unpack(path.read_bytes())
        after = dict(before)
        rewriting(after, random.Random(1))
        assert list(after.items()) != list(before.items())


def test_a_change_that_shows_is_noticed(tmp_path: Path):
    def lighten(parts: dict[str, bytes], _: random.Random) -> None:
        name = "word/document.xml"
        parts[name] = parts[name].replace(b"IssuingAgencyLast", b"SuperiorAgency")

    with pytest.raises(AssertionError):
        check(SAMPLES[0], lighten, 1, tmp_path)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("rewriting", REWRITINGS, ids=lambda r: r.__name__)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_a_sample_written_otherwise(path: Path, rewriting: Rewriting, seed: int, tmp_path: Path):
    check(path, rewriting, seed, tmp_path)


@pytest.mark.skipif(not REAL, reason="the shared corpus does not lie next to this checkout")
@pytest.mark.parametrize("rewriting", REWRITINGS, ids=lambda r: r.__name__)
def test_real_documents_written_otherwise(rewriting: Rewriting, tmp_path: Path):
    for seed, path in enumerate(REAL):
        check(path, rewriting, seed, tmp_path)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_everything_at_once(path: Path, tmp_path: Path):
    chance = random.Random(path.stem)
    parts = unpack(path.read_bytes())
    for _ in range(3):
        for rewriting in chance.sample(REWRITINGS, len(REWRITINGS)):
            rewriting(parts, chance)
    target = tmp_path / "rewritten.docx"
    target.write_bytes(pack(parts, zipfile.ZIP_STORED))
    assert target.read_bytes() != path.read_bytes()
    before, after = read_document(path, path.name), read_document(target, path.name)
    assert characters(after) == characters(before)
    assert parts_of(after) == parts_of(before)
