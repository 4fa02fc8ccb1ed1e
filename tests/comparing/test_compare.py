"""What changed between two results, and by which cause."""

import json
import shutil

import pytest
from motcua.checker.home import SAMPLES

from .conftest import checked, motcua, sample


def compared(*files):
    run = motcua("compare", *files, "--format", "json")
    return run.exit_code, json.loads(run.stdout)


def causes(comparison):
    return {c["id"]: c["causes"] for unit in comparison["units"] for c in unit["criteria"]}


def test_the_same_result_says_the_same(save):
    file = save("a.json", sample("good"))
    code, said = compared(file, file)
    assert (code, said["same"]) == (0, True)
    (unit,) = said["units"]
    criteria = json.loads(sample("good"))["units"][0]["criteria"]
    assert (unit["criteria"], unit["files"], unit["same"]) == ([], [], len(criteria))
    assert "Hai kết quả nói như nhau." in motcua("compare", file, file).stdout


def test_a_changed_file_is_named_and_reaches_only_criteria_that_read_it(unit, save):
    before = save("a.json", sample("good"))
    register = unit / "so-niem-yet.xlsx"
    read = json.loads(sample("good"))["units"][0]
    touched = {
        c["id"] for c in read["criteria"] if register.name in {s["file"] for s in c["searched"]}
    }
    register.unlink()
    code, said = compared(before, save("b.json", checked(unit)))
    assert code == 1
    (seen,) = said["units"]
    assert [(f["file"], f["after"]) for f in seen["files"]] == [(register.name, None)]
    assert causes(said)
    assert set(causes(said)) <= touched
    assert {tuple(c) for c in causes(said).values()} == {("data",)}


def test_a_change_of_the_units_own_words_reaches_every_criterion(unit, save):
    before = save("a.json", sample("good"))
    path = unit / "unit.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("level: commune", "level: department"))
    code, said = compared(before, save("b.json", checked(unit)))
    assert code == 1
    assert [f["file"] for f in said["units"][0]["files"]] == ["unit.yaml"]
    assert {tuple(c) for c in causes(said).values()} == {("data",)}


def test_another_day_of_the_law_is_the_cause(save):
    code, said = compared(
        save("a.json", sample("good")), save("b.json", sample("good", "2025-11-22"))
    )
    assert code == 1
    assert {tuple(c) for c in causes(said).values()} == {("law",)}


def test_another_period_is_the_cause(save):
    asked = ("--from", "2026-01-01", "--to", "2026-01-31")
    after = save("b.json", checked(SAMPLES / "good", *asked))
    _, said = compared(save("a.json", sample("good")), after)
    assert {tuple(c) for c in causes(said).values()} == {("period",)}


def test_more_rules_are_the_cause_of_more_criteria_and_of_no_other_change(tmp_path, save):
    motcua("rules", "new", "VT-07", "--pack", "posting", "--dir", tmp_path / "own")
    after = save("b.json", checked(SAMPLES / "good", "--rules", tmp_path / "own"))
    code, said = compared(save("a.json", sample("good")), after)
    assert code == 1
    assert causes(said) == {"VT-07": ["rules"]}
    assert said["units"][0]["criteria"][0]["before"] is None
    assert {f["file"].split("/")[-1] for f in said["rules"]} >= {"VT-07.yaml"}


def without_rules_list(result):
    result["receipt"].pop("rules")
    result["receipt"]["rules_sha256"] = "0" * 64


def of_another_program(result):
    result["receipt"]["engine"] = "motcua 9.9"


def of_other_files(result):
    result["receipt"]["program_sha256"] = "0" * 64


def of_before_the_digest(result):
    del result["receipt"]["program_sha256"]


EDITS = {
    "program": (of_another_program, ["program"]),
    "program of the same version": (of_other_files, ["program"]),
    "program whose files are not known": (of_before_the_digest, ["unexplained"]),
    "rules that an old receipt does not list": (without_rules_list, ["rules"]),
    "nothing that is known": (lambda result: None, ["unexplained"]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_turned_verdict_has_the_cause_that_there_is(edit, save):
    change, wanted = EDITS[edit]
    result = json.loads(sample("good"))
    change(result)
    turned = result["units"][0]["criteria"][0]
    assert turned["verdict"] == "pass"
    turned["verdict"] = "fail"
    code, said = compared(save("a.json", sample("good")), save("b.json", result))
    assert code == 1
    (change,) = said["units"][0]["criteria"]
    assert (change["id"], change["changed"]) == (turned["id"], ["verdict"])
    assert (change["before"]["verdict"], change["after"]["verdict"]) == ("pass", "fail")
    assert change["causes"] == wanted


def test_units_are_matched_by_their_code_and_one_that_has_gone_is_told(tmp_path, save):
    shutil.copytree(SAMPLES / "good", tmp_path / "units" / "Đơn vị A")
    shutil.copytree(SAMPLES / "bad", tmp_path / "units" / "b")
    both = save("a.json", checked(tmp_path / "units"))
    code, said = compared(both, save("b.json", sample("good")))
    assert code == 1
    assert {u["name"]: (u["criteria"], u["only"]) for u in said["units"]} == {
        "UBND phường Bình Minh Đông": ([], None),
        json.loads(sample("bad"))["units"][0]["unit"]["name"]: ([], "before"),
    }


def test_documents_are_matched_wherever_their_folder_lies(tmp_path, save):
    results = []
    for name in ("x", "y"):
        shutil.copytree(SAMPLES / "bad" / "documents", tmp_path / name / "in")
        shutil.copytree(SAMPLES / "good" / "documents", tmp_path / name / "more")
        run = motcua("doc", tmp_path / name, "--as-of", "2026-11-22", "--format", "json")
        results.append(save(f"{name}.json", run.stdout.encode()))
    code, said = compared(*results)
    assert (code, len(said["units"])) == (0, 8)
    run = motcua("compare", results[0], save("unit.json", sample("good")))
    assert run.exit_code == 2
    assert "cùng loại" in run.stderr


def nested(depth):
    return b'{"schema": "motcua/result/1", "a": ' + b"[" * depth + b"]" * depth + b"}"


HOSTILE = {
    "nothing": b"",
    "no JSON": b"PK\x03\x04",
    "no Unicode": b'{"schema": "\xff"}',
    "other JSON": b'{"schema": "motcua/document/1"}',
    "a list": b"[]",
    "no verdicts": b'{"schema": "motcua/result/1", "as_of": "2026-11-22"}',
    "a name twice": b'{"schema": "motcua/result/1", "schema": "motcua/result/1"}',
    "depth without end": nested(100_000),
    "a number without end": b'{"schema": ' + b"9" * 10_000 + b"}",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_result_is_told_with_the_files_name(what, save):
    good, bad = save("good.json", sample("good")), save("bad.json", HOSTILE[what])
    for pair in ((good, bad), (bad, good)):
        run = motcua("compare", *pair)
        assert run.exit_code == 2
        assert run.stdout == ""
        assert "bad.json: không" in run.stderr


def test_a_saved_result_cannot_speak_to_the_terminal(save):
    result = json.loads(sample("good"))
    result["units"][0]["unit"]["name"] = "[red]a\x1b[2Jb\u202ec[/red]"
    file = save("a.json", result)
    shown = motcua("compare", file, file).stdout
    assert "[red]a‹U+001B›[2Jb‹U+202E›c[/red]" in shown


def test_deep_findings_and_halves_of_surrogates_are_no_result(save):
    for said in (["\ud800"], json.loads("[" * 900 + "]" * 900)):
        result = json.loads(sample("good"))
        result["units"][0]["criteria"][0]["findings"] = said
        file = save("a.json", result)
        assert motcua("compare", file, file).exit_code == 2
