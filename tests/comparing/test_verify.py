"""A saved result run again from its receipt: the same, or what is not as it was."""

import json
import shutil

import pytest
from motcua.checker.home import SAMPLES

from .conftest import checked, motcua, sample


def verified(file, *paths):
    run = motcua("verify", file, *paths, "--format", "json")
    assert run.stdout.startswith("{"), run.stderr
    return run.exit_code, json.loads(run.stdout)


def test_the_same_data_give_the_same_bytes_wherever_they_lie(unit, save):
    file = save("a.json", sample("good"))
    code, said = verified(file, unit)
    assert (code, said["same"], said["identical_bytes"], said["places"]) == (0, True, True, [])
    assert "đúng từng byte" in motcua("verify", file, unit).stdout


def test_what_was_asked_for_is_asked_for_again(unit, save):
    asked = ("--from", "2026-01-01", "--to", "2026-01-31", "--unmask")
    code, said = verified(save("a.json", checked(unit, *asked, day="2026-06-30")), unit)
    assert (code, said["identical_bytes"]) == (0, True)


def test_a_result_written_otherwise_says_the_same(unit, save):
    code, said = verified(save("a.json", json.loads(sample("good"))), unit)
    assert (code, said["same"], said["identical_bytes"]) == (0, True, False)


@pytest.mark.parametrize("name", ["unit.yaml", "so-niem-yet.xlsx", "documents/cong-van.docx"])
def test_one_changed_byte_of_a_file_is_named(name, unit, save):
    file = save("a.json", sample("good"))
    path = unit / name
    path.write_bytes(path.read_bytes() + b"\n")
    code, said = verified(file, unit)
    assert code == 1
    (seen,) = said["comparison"]["units"]
    assert [f["file"] for f in seen["files"]] == [name]
    assert f"{name}: đã sửa" in motcua("verify", file, unit).stdout


def test_one_changed_rule_file_is_named(tmp_path, unit, save):
    rules = tmp_path / "own"
    motcua("rules", "new", "VT-07", "--pack", "posting", "--dir", rules)
    file = save("a.json", checked(unit, "--rules", rules))
    run = motcua("verify", file, unit, "--rules", rules, "--format", "json")
    assert run.exit_code == 0
    path = rules / "posting" / "VT-07.yaml"
    path.write_bytes(path.read_bytes() + b"\n# x\n")
    run = motcua("verify", file, unit, "--rules", rules, "--format", "json")
    assert run.exit_code == 1
    assert [f["file"] for f in json.loads(run.stdout)["comparison"]["rules"]] == [
        "posting/VT-07.yaml"
    ]


EDITS = {
    "a verdict": lambda r: r["units"][0]["criteria"][0].update(verdict="fail"),
    "a sentence": lambda r: r["units"][0]["criteria"][0].update(reason="Mọi thứ đều tốt."),
    "a sum": lambda r: r["units"][0]["summary"].update({"pass": 99}),
    "a truth value for a number": lambda r: r["units"][0]["summary"].update(error=False),
    "a note": lambda r: r["notes"].append({"vi": "x", "en": "x"}),
    "a criterion left out": lambda r: r["units"][0]["criteria"].pop(),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_result_is_found_out(edit, save):
    result = json.loads(sample("good"))
    EDITS[edit](result)
    file = save("a.json", result)
    code, said = verified(file, SAMPLES / "good")
    assert code == 1
    assert said["places"]
    assert "đã bị sửa" in motcua("verify", file, SAMPLES / "good").stdout


def test_documents_alone_are_verified_without_their_copies(tmp_path, monkeypatch, save):
    shutil.copytree(SAMPLES / "bad" / "documents", tmp_path / "in")
    monkeypatch.chdir(tmp_path)
    run = motcua("doc", "in", "--as-of", "2026-11-22", "--fix", "out", "--format", "json")
    file = save("a.json", run.stdout.encode())
    copies = [path.read_bytes() for path in sorted((tmp_path / "out").rglob("*.docx"))]
    code, said = verified(file, "in")
    assert (code, said["places"]) == (0, [])
    assert copies == [path.read_bytes() for path in sorted((tmp_path / "out").rglob("*.docx"))]
    path = tmp_path / "in" / "cong-van.docx"
    path.write_bytes(path.read_bytes() + b"\n")
    code, said = verified(file, "in")
    changed = [f["file"] for unit in said["comparison"]["units"] for f in unit["files"]]
    assert (code, changed) == (1, ["cong-van.docx"])


def test_what_is_no_result_is_told(save):
    run = motcua("verify", save("bad.json", b"{}"), SAMPLES / "good")
    assert (run.exit_code, run.stdout) == (2, "")
