from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT / "samples" / "documents"


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_writer_of_documents_writes_what_is_committed(tmp_path: Path):
    subprocess.run(
        [sys.executable, str(ROOT / "tools" / "make_documents.py"), str(tmp_path)],
        check=True,
        cwd=tmp_path,
    )
    written, committed = content(tmp_path), content(DOCUMENTS)
    assert sorted(written) == sorted(committed)
    assert [name for name in written if written[name] != committed[name]] == []
