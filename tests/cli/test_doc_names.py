"""Names of files that are no text at all: on a disk a name may be any bytes."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main

DOCUMENT = next(iter(sorted((SAMPLES / "documents").rglob("*.docx"))))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
def test_a_document_whose_name_is_no_unicode_is_judged_like_any_other(tmp_path: Path) -> None:
    shutil.copyfile(DOCUMENT, os.fsencode(tmp_path) + b"/quy\xff\xfe.docx")
    written = tmp_path / "result.json"
    call = ["doc", str(tmp_path), "--format", "json", "--output", str(written)]
    ran = CliRunner().invoke(main, call, catch_exceptions=False)
    assert ran.exit_code in (0, 1)
    (document,) = json.loads(written.read_text("utf-8"))["documents"]
    assert document["file"].endswith("/quy\ufffd\ufffd.docx")
    assert any(one["verdict"] == "pass" for one in document["criteria"])
