"""Documents alone: each file by itself, with the verdicts that it would have in its unit."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main
from motcua.tools.samples.compound import encrypted_shell

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
    assert sorted(failed) == ["TT-01", "TT-02", "TT-03", "TT-04", "TT-05"]
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
    assert {v for d in documents for v in verdicts(d).values()} == {"pass", "not_applicable"}


def test_a_file_that_cannot_be_read_costs_only_itself(tmp_path):
    shutil.copy(SAMPLES / "good" / "documents" / "cong-van.docx", tmp_path / "a.docx")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 cut")
    (tmp_path / "~$a.docx").write_bytes(b"lock")
    run = motcua("doc", tmp_path, *AS_OF, "--format", "json")
    good, bad = json.loads(run.stdout)["documents"]
    assert set(verdicts(good).values()) == {"pass", "not_applicable"}
    assert set(verdicts(bad).values()) == {"undetermined"}
    assert bad["intake"][0]["notices"][0]["file"].endswith("b.docx")
    assert run.exit_code == 4


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 cut")
    run = motcua("doc", tmp_path / "a.docx", *AS_OF)
    assert "không đọc được nên không tiêu chí nào kết luận được" in run.stdout
    assert "TT-01" not in run.stdout
    assert run.exit_code == 4


def test_a_person_reads_what_is_wrong_and_where():
    run = motcua("doc", BAD / "cong-van.docx", *AS_OF)
    assert "cong-van.docx (công văn)" in run.stdout
    assert "dùng phông Arial, cỡ 12" in " ".join(run.stdout.split())


def test_nothing_to_check_and_no_such_file_are_told(tmp_path):
    assert motcua("doc", tmp_path).exit_code == 3
    run = motcua("doc", tmp_path / "no.docx")
    assert run.exit_code == 2
    assert "không có tệp" in run.stderr


def faulty(tmp_path: Path) -> Path:
    """A folder below a folder, of documents whose faults a format can cure or cannot."""
    folder = tmp_path / "in" / "quý 1"
    shutil.copytree(BAD, folder)
    return tmp_path / "in"


def copies(run, kind):
    documents = json.loads(run.stdout)["documents"]
    return {Path(d["file"]).name: c for d in documents for c in d["copies"] if c["kind"] == kind}


def test_what_was_put_right_passes_and_a_second_time_changes_nothing(tmp_path):
    source, once, twice = faulty(tmp_path), tmp_path / "once", tmp_path / "twice"
    run = motcua("doc", source, "--fix", once, *AS_OF, "--format", "json")
    made = copies(run, "fix")
    assert made["cong-van.docx"]["done"]
    assert {p.relative_to(once) for p in once.rglob("*.docx")} == {
        p.relative_to(source) for p in source.rglob("*.docx")
    }
    again = motcua("doc", once, "--fix", twice, *AS_OF, "--format", "json")
    assert all(not copy["done"] for copy in copies(again, "fix").values())
    for document in json.loads(again.stdout)["documents"]:
        if document["file"].endswith("cong-van.docx"):
            assert verdicts(document)["TT-02"] == "pass"
    for path in once.rglob("*.docx"):
        assert path.read_bytes() == (twice / path.relative_to(once)).read_bytes()


def test_the_remarks_stand_in_the_copy_and_name_the_clause(tmp_path):
    source, target = faulty(tmp_path), tmp_path / "out"
    run = motcua("doc", source, "--annotate", target, *AS_OF, "--format", "json")
    assert all(copy["file"] for copy in copies(run, "annotate").values())
    (path,) = target.rglob("cong-van.docx")
    with zipfile.ZipFile(path) as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "TT-02" in comments
    assert "Căn cứ: mục I.I.4 Phụ lục I, 30/2020/NĐ-CP" in comments
    assert "Cách sửa: " in comments


def test_a_copy_never_takes_the_place_of_its_original(tmp_path):
    source = faulty(tmp_path) / "quý 1"
    before = {path: path.read_bytes() for path in source.iterdir()}
    run = motcua("doc", source, "--fix", source, "--annotate", source, *AS_OF)
    assert before == {path: path.read_bytes() for path in source.iterdir()}
    assert "không bao giờ bị ghi đè" in " ".join(run.stdout.split())


def test_several_processes_say_the_same(tmp_path):
    for number in range(40):
        shutil.copy(BAD / "cong-van.docx", tmp_path / f"{number:02}.docx")
    runs = [motcua("doc", tmp_path, *AS_OF, "--format", "json", "--jobs", jobs) for jobs in (1, 2)]
    assert runs[0].stdout == runs[1].stdout


def test_a_copy_that_is_annotated_again_does_not_repeat_itself(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    motcua("doc", BAD / "to-trinh.docx", *AS_OF, "--annotate", first)
    run = motcua("doc", first / "to-trinh.docx", *AS_OF, "--annotate", second)
    assert "đã có sẵn từ lần trước, không ghi lại" in " ".join(run.stdout.split())
    one, two = (zipfile.ZipFile(folder / "to-trinh.docx") for folder in (first, second))
    with one, two:
        assert one.read("word/comments.xml") == two.read("word/comments.xml")
        assert one.read("word/document.xml") == two.read("word/document.xml")


@pytest.mark.parametrize("option", ["--annotate", "--fix"])
@pytest.mark.parametrize("below", ["", "copies"])
def test_copies_need_a_folder(tmp_path, option, below):
    file = tmp_path / "a.docx"
    file.write_bytes(b"")
    run = motcua("doc", BAD / "to-trinh.docx", option, file / below)
    assert run.exit_code == 2
    assert run.stderr == f"{option} cần một thư mục, mà {file} là tệp; hãy nêu thư mục khác\n"
    assert file.read_bytes() == b""


def test_a_file_with_a_password_is_told_in_a_sentence_and_costs_only_itself(tmp_path):
    said = "tệp có mật khẩu nên không đọc được; hãy bỏ mật khẩu rồi lưu lại"
    folder, copies = tmp_path / "documents", tmp_path / "copies"
    folder.mkdir()
    shutil.copy(SAMPLES / "good" / "unit.yaml", tmp_path)
    (folder / "a.docx").write_bytes(encrypted_shell())
    shutil.copy(SAMPLES / "good" / "documents" / "cong-van.docx", folder / "b.docx")
    run = motcua("doc", folder, *AS_OF, "--annotate", copies, "--fix", copies / "fixed")
    told = " ".join(run.stdout.split())
    assert run.exit_code == 4
    assert f"Bản có nhận xét: không ghi, vì {said}" in told
    assert f"Bản đã sửa định dạng: không ghi, vì {said}" in told
    assert sorted(p.name for p in copies.rglob("*.docx")) == ["b.docx", "b.docx"]
    run = motcua("check", tmp_path, *AS_OF, "--pack", "formatting")
    assert f"documents/a.docx: {said}" in " ".join(run.stdout.split())
