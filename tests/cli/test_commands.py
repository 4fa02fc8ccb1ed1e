"""The commands as a person meets them: what they print, where, and with which exit code."""

import json
import os
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
    "an unknown criterion": (("rules", "show", "NY-11"), 2, "có phải 'NY-01'?"),
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
    lines[0] = "name: '[red]UBND[/red] [link=x]xã[/link]'"
    path.write_text("\n".join(lines), encoding="utf-8")
    run = motcua("check", tmp_path, *AS_OF)
    assert "[red]UBND[/red] [link=x]xã[/link]" in run.stdout
