from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from motcua.checker.documents.reader import UnreadableDocument, read_document
from motcua.checker.documents.rows import document_rows

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
SLOWEST = 5.0  # seconds of processor time for one file

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the shared corpus does not lie next to this checkout"
)


def outcome(path: Path) -> str:
    began = time.process_time()
    try:
        document = read_document(path, path.name)
        assert {r for r, _ in document_rows(document)["document_texts"]} <= {
            paragraph.index for paragraph in document.paragraphs
        }
        result = "read"
    except UnreadableDocument as error:
        result = error.notice.code
    assert time.process_time() - began < SLOWEST, path.name
    return result


def test_every_document_of_the_offices_is_read():
    found = Counter(outcome(path) for path in CORPUS.glob("documents/**/*.docx"))
    assert set(found) == {"read"}
    assert found["read"] >= 98


def test_foreign_files_are_answered_or_refused():
    found = Counter(outcome(p) for p in CORPUS.glob("foreign-docx/**/*") if p.is_file())
    assert found["read"] >= 650
    assert set(found) <= {
        *("read", "damaged", "encrypted", "dtd", "legacy_word", "not_word", "not_zip"),
        *("too_deep", "too_large", "unsafe_archive", "zip_bomb", "empty_file"),
    }
