"""The commands write pages: to one file, or to a folder of them."""

import lxml.html
import pytest
from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main

AS_OF = ("--as-of", "2026-11-22", "--format", "html")


def motcua(*arguments):
    run = CliRunner().invoke(main, [str(a) for a in arguments])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exc_info
    return run


def verdicts(path):
    page = lxml.html.parse(str(path))
    return {e.get("data-id"): e.get("data-verdict") for e in page.xpath("//details[@data-id]")}


@pytest.mark.parametrize("there", [True, False])
def test_units_go_to_a_file_or_to_a_folder(there, tmp_path):
    target, file = tmp_path / "bao-cao", tmp_path / "mot.html"
    if there:
        target.mkdir()
    units = [SAMPLES / "good", SAMPLES / "bad"]
    outputs = ("--output", target, "--format", "html", "--output", file)
    run = motcua("check", *units, "--pack", "iso9001", *AS_OF, *outputs)
    assert run.exit_code == 1
    names = sorted(path.name for path in target.iterdir())
    assert names == ["0001-bad.html", "0002-good.html", "index.html"]
    assert len(lxml.html.parse(str(file)).xpath("//h2/bdi")) == 2
    assert verdicts(target / names[0]) != verdicts(target / names[1])


def test_documents_go_to_standard_output(tmp_path):
    files = sorted((SAMPLES / "bad" / "documents").glob("*.docx"))[:2]
    run = motcua("doc", *files, *AS_OF, "--jobs", "1", "--lang", "en")
    page = lxml.html.document_fromstring(run.stdout)
    assert page.get("lang") == "en"
    assert [e.text_content() for e in page.xpath("//h2/bdi")] == [f.as_posix() for f in files]


def test_a_folder_that_cannot_be_is_told(tmp_path):
    (tmp_path / "a").write_text("", encoding="utf-8")
    run = motcua(
        "check", SAMPLES / "good", "--pack", "iso9001", *AS_OF, "--output", tmp_path / "a/b"
    )
    assert run.exit_code == 2
    assert "không ghi được" in run.stderr
