from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.word_files import WordFiles


@pytest.fixture
def word(tmp_path: Path) -> WordFiles:
    return WordFiles(tmp_path)
