"""Reports and minutes in Word: what motcua writes passes motcua, and inspectors have their say."""

import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from lxml import etree
from motcua.checker.errors import UsageError
from motcua.checker.home import SAMPLES
from motcua.checker.report.labels import PACK_LABELS, VERDICT_LABELS
from motcua.checker.report.saved_run import run_of_one
from motcua.checker.report.word.report import folder, self_assessment
from motcua.checker.saved import parse_saved
from motcua.cli import main

DAY = ("--as-of", "2026-11-22")
FILLED = {
    r"Số: …+/BB-…+": "Số: 12/BB-ĐKT",
    r"Số: …+/": "Số: 12/",
    r"số …+/BB-…+": "số 12/BB-ĐKT",
    r"số …+/": "số 12/",
    r"…+ giờ …+ phút": "14 giờ 30 phút",
    r"…+, ngày …+ tháng …+ năm …+": "Minh Giang, ngày 22 tháng 11 năm 2026",
    r"ngày …+ tháng …+ năm …+": "ngày 22 tháng 11 năm 2026",
    r"- …+;": "- Sở Nội vụ;",
}
"""What people write on the dotted lines; by style where the same dots mean several things."""
BY_STYLE = {
    "Signer": "Trần Văn Kiểm",
    "Superior": "ỦY BAN NHÂN DÂN TỈNH MINH GIANG",
    "Agency": "ĐOÀN KIỂM TRA",
    "Body": "Không có.",
}
NOTES = """\
unit: H99.102
agency: Đoàn kiểm tra
place: Trụ sở xã
notes:
  - criterion: NY-01
    subject: 1.000419
    file: DM TTHC.xlsx
    place: Sheet1!D20
    stance: object
    says: Đã niêm yết, sổ chưa ghi; ĐT 0912345678.
    by: Trần Văn Kiểm
    on: 2026-11-22
"""


def motcua(*arguments):
    return CliRunner().invoke(main, [str(part) for part in arguments])


@cache
def checked():
    """The posting criteria of the bad sample: as JSON and as a report."""
    with TemporaryDirectory() as name:
        json_, reports = Path(name) / "a.json", Path(name) / "reports"
        asked = ("--format", "json", "--output", json_, "--format", "docx", "--output", reports)
        motcua("check", SAMPLES / "bad", *DAY, "--pack", "posting", *asked)
        return json_.read_bytes(), (reports / "0001-bad.docx").read_bytes()


@pytest.fixture()
def result(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(checked()[0])
    return path


def minuted(result, notes="", name="m.docx"):
    target, file = result.with_name(name), result.with_name("notes.yaml")
    file.write_text(notes, encoding="utf-8")
    run = motcua("minutes", result, "--output", target, *(("--notes", file) if notes else ()))
    return run, target


def document(content):
    with zipfile.ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def words(content):
    return "\n".join("".join(p.itertext("{*}t")) for p in document(content).iter("{*}p"))


def filled(content):
    """The same file with every dotted line written on."""
    root = document(content)
    for paragraph in root.iter("{*}p"):
        style = paragraph.find("{*}pPr/{*}pStyle")
        own = BY_STYLE.get(next(iter(style.attrib.values())), "")
        for text in paragraph.iter("{*}t"):
            for dots, said in FILLED.items():
                text.text = re.sub(dots, said, text.text)
            text.text = re.sub(r"…[… ]*", own, text.text)
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            same = name != "word/document.xml"
            new.writestr(name, old.read(name) if same else etree.tostring(root))
    return target.getvalue()


def test_what_motcua_writes_passes_motcua(result, tmp_path):
    report = checked()[1]
    minutes = minuted(result)[1].read_bytes()
    noted = minuted(result, NOTES)[1].read_bytes()
    for name, content in {"report": report, "minutes": minutes, "noted": noted}.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
        (tmp_path / f"{name}-filled.docx").write_bytes(filled(content))
    result.with_name("m.docx").unlink()
    said = json.loads(motcua("doc", tmp_path, *DAY, "--format", "json", "--jobs", 1).stdout)
    kinds, verdicts = {}, {}
    for one in said["documents"]:
        name = Path(one["file"]).stem
        kinds[name] = one["doc_type"]
        verdicts[name] = {c["id"]: c["verdict"] for c in one["criteria"]}
        assert "fail" not in verdicts[name].values(), name
        assert list(verdicts[name].values()).count("pass") > 30
    assert kinds == {
        name: "báo cáo" if name.startswith("report") else "biên bản"
        for name in (f"{n}{f}" for n in ("report", "minutes", "noted") for f in ("", "-filled"))
    }
    for name in ("report-filled", "minutes-filled", "noted-filled"):
        open_ = {id_ for id_, verdict in verdicts[name].items() if verdict == "undetermined"}
        assert open_ <= {"TT-20", "TT-22", "TT-25"}, name  # whether a line is longer than one


def test_the_sums_are_those_of_the_result(result):
    """The numbers criterion by criterion: ``test_formats.py``."""
    (unit,) = json.loads(checked()[0])["units"]
    counts = [sum(c["verdict"] == v for c in unit["criteria"]) for v in VERDICT_LABELS]
    for content in (checked()[1], minuted(result)[1].read_bytes()):
        rows = [
            ["".join(cell.itertext("{*}t")) for cell in row.iter("{*}tc")]
            for row in document(content).iter("{*}tr")
        ]
        (told,) = (row for row in rows if row[0] == PACK_LABELS["posting"].vi and len(row) == 8)
        assert told[1:] == [VERDICT_LABELS[unit["verdict"]].vi, *map(str, counts)]
        assert f"{len(unit['criteria'])} tiêu chí: " in words(content)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice (soffice)")
def test_libreoffice_opens_both(result, tmp_path):
    (tmp_path / "report.docx").write_bytes(checked()[1])
    minuted(result, NOTES)[1].rename(tmp_path / "minutes.docx")
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    files = [str(tmp_path / f"{name}.docx") for name in ("report", "minutes")]
    subprocess.run([*command, *files], capture_output=True, timeout=240, check=True)
    report, minutes = (
        (tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig") for name in ("report", "minutes")
    )
    assert "XÃ BÌNH MINH THƯỢNG" in report
    assert "Phụ lục III" in report
    assert "Không đồng ý với kết luận" in minutes


def test_a_saved_result_is_told_as_the_run_itself():
    saved, report = checked()
    assert self_assessment(run_of_one(parse_saved("a.json", saved), "")) == report


def test_a_result_of_before_the_program_had_a_digest_names_none():
    run = run_of_one(parse_saved("a.json", checked()[0]), "")
    assert "mã của chương trình " in words(self_assessment(run))
    before = replace(run, receipt=replace(run.receipt, program_sha256=""))
    told = words(self_assessment(before))
    assert "mã của chương trình" not in told
    assert "); mã của bộ tiêu chí " in told


def test_a_note_stands_beside_the_verdict_with_its_evidence(result):
    run, target = minuted(result, NOTES)
    assert run.exit_code == 0, run.stderr
    said = words(target.read_bytes())
    assert "Không đồng ý với kết luận\nĐã niêm yết, sổ chưa ghi; ĐT *******678." in said
    assert "DM TTHC.xlsx Sheet1!D20\nKhông đạt" in said
    assert "Trần Văn Kiểm, ngày 22 tháng 11 năm 2026" in said
    assert "ĐOÀN KIỂM TRA" in said
    assert "Địa điểm: Trụ sở xã" in said


def test_a_note_is_told_with_the_proof_of_its_criterion_alone(result):
    file = result.with_name("notes.yaml")
    file.write_text(NOTES, encoding="utf-8")
    said = motcua("explain", result, "NY-01", "--notes", file).stdout
    assert "Ý kiến của người kiểm tra (không đổi kết luận):\n  - Không đồng ý" in said
    assert "DM TTHC.xlsx Sheet1!D20: Đã niêm yết, sổ chưa ghi; ĐT *******678." in said
    assert "Ý kiến" not in motcua("explain", result, "NY-02", "--notes", file).stdout


def test_what_lessens_trust_in_a_value_stands_beside_it():
    said = json.loads(checked()[0])
    (criterion,) = (c for c in said["units"][0]["criteria"] if c["id"] == "NY-01")
    flags = [{"code": "hidden_row", "vi": "", "en": ""}, {"code": "of_later", "vi": "", "en": ""}]
    criterion["findings"][0]["evidence"][0]["flags"] = flags
    run = run_of_one(parse_saved("a.json", json.dumps(said).encode()), "")
    assert "1.000419 ⚠ dòng bị ẩn hoặc bị lọc (cần:" in words(self_assessment(run))


FAULTS = {
    "criterion": ("criterion: NY-01", "criterion: NY-0l", "5:5: kết quả không có tiêu chí 'NY-0l'"),
    "subject": ("subject: 1.000419", "subject: 1.000418",
                "6:5: tiêu chí NY-01 không nêu mục '1.000418'; có phải '1.000419'?"),
    "no file": ("file: DM TTHC.xlsx", "file: DM.xlsx", "7:5: NY-01 (1.000419) không dựa vào tệp"),
    "place": ("place: Sheet1!D20", "place: Sheet1!D21", "8:5: bằng chứng của NY-01"),
    "several": ("    subject: 1.000419\n", "", None),
    "unit": ("unit: H99.102", "unit: H99.103", "1:1: ý kiến của đơn vị 'H99.103'"),
    "data": ("unit: H99.102", "inputs_sha256: 000000000000", "1:1: ý kiến viết cho dữ liệu"),
    "field": ("stance: object", "stand: object", "9:5: không có trường 'stand'; có phải 'stance'?"),
    "choice": ("stance: object", "stance: maybe", "9:5: trường 'stance'"),
    "yaml": ("unit: H99.102", "unit: [", "không phải YAML hợp lệ"),
}  # fmt: skip


@pytest.mark.parametrize("what", FAULTS)
def test_a_note_on_what_is_not_there_is_told_by_line_and_column(what, result):
    old, new, told = FAULTS[what]
    assert old in NOTES
    run, target = minuted(result, NOTES.replace(old, new))
    if told is None:  # the place alone says which finding is meant
        assert run.exit_code == 0, run.stderr
        return
    assert run.exit_code == 2
    assert f"notes.yaml:{told}" in run.stderr or told in run.stderr
    assert not target.exists()


def test_a_note_that_fits_several_findings_must_say_which(result):
    vague = NOTES.replace("    subject: 1.000419\n", "").replace("place: Sheet1!D20", "place: xx")
    said = json.loads(checked()[0])
    (criterion,) = (c for c in said["units"][0]["criteria"] if c["id"] == "NY-01")
    for finding in criterion["findings"]:
        finding["evidence"][0]["place"] = "xx"
    result.write_text(json.dumps(said), encoding="utf-8")
    run, _ = minuted(result, vague)
    assert run.exit_code == 2
    assert "notes.yaml:7:5: 3 mục của NY-01 cùng khớp" in run.stderr


def test_of_several_units_one_is_named(result):
    said = json.loads(checked()[0])
    other = json.loads(json.dumps(said["units"][0]))
    other["unit"]["code"] = "H99.103"
    said["units"].append(other)
    result.write_text(json.dumps(said), encoding="utf-8")
    run, target = minuted(result)
    assert (run.exit_code, target.exists()) == (2, False)
    assert "--unit (H99.102, H99.103)" in run.stderr
    assert motcua("minutes", result, "--unit", "H99.103", "--output", target).exit_code == 0
    assert "(H99.103)" in words(target.read_bytes())
    run, target = minuted(result, NOTES)
    assert run.exit_code == 0, run.stderr
    assert "(H99.102)" in words(target.read_bytes())


@pytest.mark.parametrize("content", [b"{}", b"\xff", b'{"schema": "motcua/result/1"}'])
def test_what_is_no_result_is_told(content, result):
    result.write_bytes(content)
    run, target = minuted(result)
    assert (run.exit_code, target.exists()) == (2, False)
    assert "a.json" in run.stderr


def test_many_units_have_a_report_each():
    run = run_of_one(parse_saved("a.json", checked()[0]), "")
    (unit,) = run.examined
    many = replace(run, examined=[replace(unit, number=n) for n in range(1, 10)])
    with pytest.raises(UsageError, match="give a folder"):
        self_assessment(many)
    files = {name: b"".join(pieces) for name, pieces in folder(many)}
    assert list(files) == [f"{n:04}-bad.docx" for n in range(1, 10)]
    assert set(files.values()) == {checked()[1]}
    few = words(self_assessment(replace(run, examined=many.examined[:2])))
    assert "Kết quả tự kiểm tra" not in few
    assert few.count("UBND xã Bình Minh Thượng (H99.102)") == 2
