"""The program's own digest: by content and names, wherever it lies."""

import json
import re
import shutil

import pytest
from motcua.checker.home import HOME
from motcua.checker.program import engine, program_sha256
from motcua.tests.comparing.conftest import motcua, sample

JUNK = shutil.ignore_patterns("__pycache__", "*.typed")


@pytest.fixture
def copied(tmp_path):
    """The program's files somewhere else, without what is no part of it."""
    for part in ("checker", "schemas"):
        shutil.copytree(HOME / part, tmp_path / part, ignore=JUNK)
    shutil.copy(HOME / "cli.py", tmp_path)
    return tmp_path


def test_where_it_lies_and_what_lies_beside_it_make_no_difference(copied):
    (copied / "checker" / "judge" / "plain.py~").write_text("x")
    (copied / "checker" / "judge" / "__pycache__").mkdir()
    (copied / "checker" / "judge" / "__pycache__" / "plain.cpython-311.pyc").write_text("x")
    (copied / "tests").mkdir()
    (copied / "tests" / "x.py").write_text("x")
    assert program_sha256(copied) == program_sha256()


CHANGES = {
    "a byte": lambda home: (home / "checker/judge/plain.py").open("a").write(" "),
    "a table": lambda home: (home / "schemas/tables/postings.yaml").open("a").write(" "),
    "a file more": lambda home: (home / "checker/more.py").touch(),
    "a file less": lambda home: (home / "checker/judge/wire.py").unlink(),
    "another name": lambda home: (home / "checker/judge/wire.py").rename(home / "checker/wire.py"),
}


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("what", CHANGES)
def test_every_change_is_seen(what, copied):
    CHANGES[what](copied)
    assert program_sha256(copied) != program_sha256()


def test_the_version_is_told_in_a_checkout_and_elsewhere(tmp_path):
    assert re.fullmatch(r"motcua \d+\.\d+\.\d+", engine())
    (tmp_path / "pyproject.toml").write_text('name = "motcua"\nversion = "9.8.7"\n')
    assert engine(tmp_path) == "motcua 9.8.7"
    (tmp_path / "pyproject.toml").write_text('name = "another"\nversion = "9.8.7"\n')
    assert engine(tmp_path).split()[1:] != ["9.8.7"]


def test_another_program_of_the_same_version_is_named(save):
    before = save("a.json", sample("good"))
    result = json.loads(sample("good"))
    assert result["receipt"]["program_sha256"] == program_sha256()
    result["receipt"]["program_sha256"] = "0" * 64
    said = motcua("compare", before, save("b.json", result)).stdout
    assert f"Mã của chương trình: {program_sha256()[:12]} → {'0' * 12}." in " ".join(said.split())
    assert "Mã của chương trình" not in motcua("compare", before, before).stdout
