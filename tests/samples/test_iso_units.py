"""The units of samples/iso: all seeded faults are found, none is invented."""

import json
from functools import cache

import pytest
import yaml
from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main
from motcua.tools.samples import iso

UNITS = ("complete", "faults", "commune-applies", "commune-without")


@cache
def checked(unit):
    """The command's exit code, the criteria by id, and what is expected."""
    plan = SAMPLES / "expected" / "iso" / f"{unit}.yaml"
    wanted = yaml.safe_load(plan.read_text(encoding="utf-8"))
    folder, day = str(SAMPLES / "iso" / unit), str(wanted["as_of"])
    options = ["--pack", "iso9001", "--as-of", day, "--format", "json"]
    run = CliRunner().invoke(main, ["check", folder, *options])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.output
    (seen,) = json.loads(run.stdout)["units"]
    return run.exit_code, seen, wanted


@pytest.mark.parametrize("unit", UNITS)
def test_the_exit_code_is_as_planned(unit):
    code, _, wanted = checked(unit)
    assert code == wanted["exit_code"]


@pytest.mark.parametrize("unit", UNITS)
def test_every_fault_is_found_and_none_is_invented(unit):
    _, seen, wanted = checked(unit)
    assert len(seen["criteria"]) >= 50
    for criterion in seen["criteria"]:
        fault = wanted.get("faults", {}).get(criterion["id"])
        planned = "not_applicable" if criterion["id"] in wanted["not_applicable"] else ""
        verdict = fault["verdict"] if fault else planned or wanted["others"]
        assert criterion["verdict"] == verdict, criterion["id"]
        if fault:
            counts = {key: criterion[key] for key in ("violated", "population")}
            assert counts == {key: fault[key] for key in counts}, criterion["id"]


def test_there_are_twelve_faults_each_with_its_place_and_advice():
    _, seen, wanted = checked("faults")
    found = {c["id"]: c["findings"] for c in seen["criteria"] if c["id"] in wanted["faults"]}
    assert len(found) == 12
    for id_, (finding,) in found.items():
        assert "{" not in finding["message"]["vi"], id_
        assert all(finding["advice"].values()), id_
        files = {one["file"] for one in finding["evidence"] if one["place"]}
        assert files, id_
        assert wanted["faults"][id_].get("file", min(files)) in files, id_


def test_a_contradiction_shows_both_places():
    _, seen, _ = checked("faults")
    (finding,) = next(c["findings"] for c in seen["criteria"] if c["id"] == "ISO-22")
    files = {one["file"] for one in finding["evidence"] if one["file"]}
    assert files == {"documents/quy-trinh-01.docx", "iso_external_documents.csv"}


@pytest.mark.parametrize("unit", UNITS)
def test_every_row_of_every_file_is_kept(unit):
    _, seen, _ = checked(unit)
    assert all(account["rows_refused"] == 0 for account in seen["intake"])
    assert not any(account["notices"] for account in seen["intake"] if account["table"])


@pytest.mark.parametrize("unit", UNITS)
def test_the_files_are_those_that_the_generator_writes(unit):
    written = iso.units()[unit]
    folder = SAMPLES / "iso" / unit
    there = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert there == written
