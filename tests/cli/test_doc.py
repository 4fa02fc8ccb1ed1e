"""Documents alone: each file by itself, with the verdicts that it would have in its unit."""

import json
import shutil

from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main

AS_OF = ("--as-of", "2026-11-22")
BAD = SAMPLES / "bad" / "documents"


def motcua(*arguments):
    run = CliRunner().invoke(main, [str(a) for a in arguments])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exc_info
    return run


def verdicts(document):
    return {c["id"]: c["verdict"] for c in document["criteria"]}


def test_each_file_has_its_own_verdicts():
    run = motcua("doc", BAD, *AS_OF, "--format", "json")
    documents = json.loads(run.stdout)["documents"]
    assert run.exit_code == 1
    failed = [k for d in documents for k, v in verdicts(d).items() if v == "fail"]
    assert sorted(failed) == ["TT-01", "TT-02", "TT-03", "TT-04"]
    kinds = {d["file"].rsplit("/", 1)[-1]: d["doc_type"] for d in documents}
    assert kinds == {
        "bao-cao.docx": "báo cáo",
        "cong-van.docx": "công văn",
        "quyet-dinh.docx": "quyết định",
        "to-trinh.docx": "tờ trình",
    }


def test_good_documents_pass_and_the_order_of_names_does_not_matter():
    files = sorted((SAMPLES / "good" / "documents").iterdir())
    runs = [motcua("doc", *order, *AS_OF, "--format", "json") for order in (files, files[::-1])]
    assert runs[0].exit_code == 0
    assert runs[0].stdout == runs[1].stdout
    documents = json.loads(runs[0].stdout)["documents"]
    assert {v for d in documents for v in verdicts(d).values()} == {"pass"}


def test_a_file_that_cannot_be_read_costs_only_itself(tmp_path):
    shutil.copy(SAMPLES / "good" / "documents" / "cong-van.docx", tmp_path / "a.docx")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 cut")
    (tmp_path / "~$a.docx").write_bytes(b"lock")
    run = motcua("doc", tmp_path, *AS_OF, "--format", "json")
    good, bad = json.loads(run.stdout)["documents"]
    assert set(verdicts(good).values()) == {"pass"}
    assert set(verdicts(bad).values()) == {"undetermined"}
    assert bad["intake"][0]["notices"][0]["file"].endswith("b.docx")
    assert run.exit_code == 4


def test_a_person_reads_a_table_a_file():
    run = motcua("doc", BAD / "cong-van.docx", *AS_OF)
    assert "cong-van.docx (công văn)" in run.stdout
    assert "phông arial" in run.stdout


def test_nothing_to_check_and_no_such_file_are_told(tmp_path):
    assert motcua("doc", tmp_path).exit_code == 3
    run = motcua("doc", tmp_path / "no.docx")
    assert run.exit_code == 2
    assert "không có tệp" in run.stderr
