"""The pages with commands, run from top to bottom: their files, commands and outputs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from motcua.checker.home import HOME, SAMPLES
from motcua.checker.judge import durable_engine
from motcua.checker.marked_yaml import read_marked
from motcua.tests.docs.pages import ANYTHING, BLOCK, Page, assert_same
from motcua.tools.samples.retold.folder import files
from motcua.tools.samples.retold.story import story

PAGE = HOME / "docs" / "writing-rules.md"
README = HOME / "README.md"
RETOLD = HOME / "docs" / "retold-inspections.md"
FILES = frozenset({"yaml", "sql", "csv"})


def test_the_page_says_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SAMPLES / "bad", tmp_path / "samples" / "bad")
    page = Page(tmp_path)
    for block in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        kind, file, body = block.group("kind", "file", "body")
        if kind == "console":
            page.run(body)
        elif kind == "diff":
            page.patch(file, body)
        else:
            assert kind in FILES
            page.write(file or f"unnamed.{kind}", body)
            if kind == "yaml":
                read_marked(file or "unnamed", body.encode())
    assert page.ran > 15


@pytest.mark.skipif(
    durable_engine.available() is not None, reason="README shows a machine with both judges"
)
def test_the_readme_says_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SAMPLES, tmp_path / "samples")
    page = Page(tmp_path)
    for block in BLOCK.finditer(README.read_text(encoding="utf-8")):
        if block["kind"] == "console":
            page.run(block["body"])
    assert page.ran > 5


def test_the_page_of_the_retold_inspections_says_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    page = Page(tmp_path)
    for path, content in files(story("district-2020")).items():
        page.write(f"kiem-tra/{path}", content)
    for block in BLOCK.finditer(RETOLD.read_text(encoding="utf-8")):
        if block["kind"] == "console":
            page.run(block["body"])
    assert page.ran == 2


def test_an_output_that_differs_is_noticed():
    assert_same("x", ["a", "b", "c"], ["a", ANYTHING])
    with pytest.raises(AssertionError):
        assert_same("x", ["a", "b", "c"], ["a", "c"])
    with pytest.raises(AssertionError):
        assert_same("x", ["a", "b"], ["b", ANYTHING])
