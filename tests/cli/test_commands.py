"""The commands as a person meets them: what they print, where, and with which exit code."""

import json
import os
import re
import shutil
import subprocess
import sys

import jsonschema
import pytest
from click.testing import CliRunner
from motcua.checker.home import HOME, SAMPLES, SCHEMAS
from motcua.cli import main

AS_OF = ("--as-of", "2026-11-22")


def motcua(*arguments):
    run = CliRunner().invoke(main, [str(a) for a in arguments])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exc_info
    return run


# Arguments, exit code, what standard error or output has to say.
FAULTS = {
    "no such folder": (("check", "nowhere"), 2, "không có thư mục 'nowhere'"),
    "no such folder, in English": (("--lang", "en", "check", "nowhere"), 2, "there is no folder"),
    "a folder without units": (("check", "."), 3, "không thấy đơn vị nào"),
    "no path at all": (("check",), 2, "Missing argument"),
    "a pack that is none": (
        ("check", SAMPLES / "good", "--pack", "formating"),
        2,
        "không có gói 'formating'; có phải 'formatting'?",
    ),
    "a day that is none": (("check", SAMPLES / "good", "--as-of", "22/11/2026"), 2, "YYYY-MM-DD"),
    "half a period": (("check", SAMPLES / "good", "--from", "2026-01-01"), 2, "--from và --to"),
    "an output too many": (
        ("check", SAMPLES / "good", *AS_OF, "--output", "a", "--output", "b"),
        2,
        "--output",
    ),
    "rules that are not there": (("check", SAMPLES / "good", "--rules", "no"), 5, "no:1:1:"),
    "an unknown criterion": (("rules", "show", "NY-101"), 2, "có phải 'NY-"),
    "a new criterion without form": (("rules", "new", "ny1", "--pack", "x"), 2, "VT-07"),
    "a result that is none": (("explain", "unit.yaml", "NY-01"), 2, "không đọc được kết quả"),
    "a document that is none": (("inspect", "unit.yaml"), 3, "unit.yaml: nội dung không đúng"),
    "a document that is not there": (("inspect", "no.docx"), 2, "no.docx"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_exit_code(fault, tmp_path, monkeypatch):
    arguments, code, said = FAULTS[fault]
    monkeypatch.chdir(tmp_path)
    if arguments[1:2] == ("unit.yaml",):
        (tmp_path / "unit.yaml").write_text("name: X", encoding="utf-8")
    run = motcua(*arguments)
    assert run.exit_code == code, run.output
    assert said in run.stderr
    assert run.stdout == ""


@pytest.mark.parametrize("faulty", ["level: comune", "levl: commune", "period: {from: 31/02/2026}"])
def test_a_faulty_unit_file_is_told_at_its_line(faulty, tmp_path):
    good = (SAMPLES / "good" / "unit.yaml").read_text(encoding="utf-8")
    key = faulty.split(":")[0].replace("levl", "level")
    lines = [line for line in good.splitlines() if not line.startswith((key, "  from", "  to"))]
    (tmp_path / "unit.yaml").write_text("\n".join([*lines, faulty]), encoding="utf-8")
    run = motcua("check", tmp_path)
    assert run.exit_code == 2
    assert "unit.yaml:" in run.stderr


def test_several_units_go_on_past_a_faulty_one(tmp_path):
    shutil.copytree(SAMPLES / "good", tmp_path / "a")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "unit.yaml").write_text("name: [", encoding="utf-8")
    run = motcua("check", tmp_path, *AS_OF, "--format", "json")
    result = json.loads(run.stdout)
    assert [unit["unit"]["folder"] for unit in result["units"]] == ["a"]
    assert "b" in result["notes"][0]["vi"]
    assert run.exit_code == 4  # nothing failed, and not everything was decided


def test_a_result_follows_its_schema_and_is_the_same_bytes_again(tmp_path):
    schema = json.loads((SCHEMAS / "result.schema.json").read_text(encoding="utf-8"))
    shutil.copytree(SAMPLES / "bad", tmp_path / "bad")
    runs = [motcua("check", p, *AS_OF, "--format", "json") for p in (SAMPLES / "bad", tmp_path)]
    assert runs[0].stdout == runs[1].stdout
    jsonschema.validate(json.loads(runs[0].stdout), schema)


def test_formats_go_to_their_outputs_in_turn(tmp_path):
    run = motcua(
        "check", SAMPLES / "good", *AS_OF, "--format", "json", "--output", tmp_path / "r.json",
        "--format", "text",
    )  # fmt: skip
    assert run.exit_code == 0
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["schema"]
    assert re.search(r" (\d+) đã kết luận bằng dữ liệu \(\1 đạt, 0 ", run.stdout)
    assert "\x1b" not in run.stdout


def test_a_verdict_is_explained_with_every_place(tmp_path):
    motcua("check", SAMPLES / "bad", *AS_OF, "--format", "json", "--output", tmp_path / "r.json")
    run = motcua("explain", tmp_path / "r.json", "NY-04")
    assert run.exit_code == 0
    for part in ("Không đạt", "khoản 2 Điều 26, 63/2010/NĐ-CP", "niem yet.csv", "→ Gỡ thủ tục"):
        assert part in run.stdout
    english = motcua("explain", tmp_path / "r.json", "NY-04", "--lang", "en")
    assert "Verdict: Fail" in english.stdout


def test_a_document_is_inspected_as_the_contract_says():
    run = motcua("inspect", SAMPLES / "good" / "documents" / "quyet-dinh.docx", "--format", "json")
    seen = json.loads(run.stdout)
    assert seen["schema"] == "motcua/document/1"
    assert seen["doc_type"] == "quyết định"
    assert seen["regime"] == "administrative"
    roles = {component["role"] for component in seen["components"]}
    assert {"national_name", "motto", "number_symbol", "place_date", "type_name"} <= roles
    assert run.exit_code == 0


def test_a_new_criterion_lints_and_passes_its_cases_at_once(tmp_path):
    assert motcua("rules", "new", "VT-07", "--pack", "vanthu", "--dir", tmp_path).exit_code == 0
    assert motcua("rules", "lint", tmp_path).exit_code == 0
    run = motcua("rules", "test", tmp_path, "--lang", "en")
    assert (run.exit_code, run.stdout) == (0, "1 criteria, 3 cases, 0 wrong\n")
    again = motcua("rules", "new", "VT-07", "--pack", "vanthu", "--dir", tmp_path)
    assert again.exit_code == 2
    added = motcua("check", SAMPLES / "good", *AS_OF, "--rules", tmp_path, "--format", "json")
    assert "VT-07" in {c["id"] for c in json.loads(added.stdout)["units"][0]["criteria"]}


def test_a_case_that_does_not_hold_is_told_at_its_line(tmp_path):
    motcua("rules", "new", "VT-07", "--pack", "vanthu", "--dir", tmp_path)
    path = tmp_path / "vanthu" / "VT-07.cases.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("verdict: fail", "verdict: pass"))
    run = motcua("rules", "test", tmp_path)
    assert run.exit_code == 5
    assert "VT-07.cases.yaml:20:5: ca thử 'Thủ tục có mẫu mà niêm yết không kèm': cần" in run.stderr
    assert run.stdout == "1 tiêu chí, 3 ca thử, 1 sai\n"


def test_a_verdict_that_no_case_reaches_is_told(tmp_path):
    motcua("rules", "new", "VT-07", "--pack", "vanthu", "--dir", tmp_path)
    path = tmp_path / "vanthu" / "VT-07.cases.yaml"
    kept = path.read_text(encoding="utf-8").partition("  - name: Không rõ")[0]
    path.write_text(kept, encoding="utf-8")
    run = motcua("rules", "test", tmp_path, "--lang", "en")
    assert run.exit_code == 5
    assert "no case reaches the verdict 'undetermined'" in run.stderr


def test_help_stays_light():
    heavy = "duckdb", "lxml", "pydantic", "sqlglot", "rich", "yaml", "python_calamine", "durable"
    code = (
        "import sys\nfrom motcua.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    paths = os.pathsep.join([str(HOME), *sys.path])
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert run.stderr.strip() == "[]"
    assert "Bộ phận Một cửa" in run.stdout


def test_markup_in_a_units_words_is_shown_and_not_obeyed(tmp_path):
    shutil.copytree(SAMPLES / "good", tmp_path / "unit")
    path = tmp_path / "unit" / "unit.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[0] = "name: '[red]UBND[/red] [link=x]xã[/link]'"
    path.write_text("\n".join(lines), encoding="utf-8")
    run = motcua("check", tmp_path, *AS_OF)
    assert "[red]UBND[/red] [link=x]xã[/link]" in run.stdout


def test_a_pipe_of_another_encoding_gets_utf8():
    code = "from motcua.cli import main; main(['rules', 'show', 'NY-01'])"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(HOME), *sys.path]),
            "PYTHONIOENCODING": "cp1252",
            "PYTHONUTF8": "0",
        },
    )
    assert "NY-01 Mọi thủ tục đã công bố" in run.stdout.decode("utf-8")


def test_an_output_is_there_whole_or_not_at_all(tmp_path):
    target = tmp_path / "kq.json"
    check = ("check", SAMPLES / "good", "--as-of", "2026-11-22", "--format", "json")
    motcua(*check, "--output", target)
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "motcua/result/1"
    assert [path.name for path in tmp_path.iterdir()] == ["kq.json"]
    run = motcua(*check, "--output", tmp_path / "no" / "kq")
    assert run.exit_code == 2
    assert "không ghi được" in run.stderr
