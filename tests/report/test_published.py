"""SARIF, JUnit and OSCAL keep to the schemas that their makers published."""

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml import etree
from motcua.checker.home import SAMPLES
from motcua.tools.hold_to_schemas import (
    FAULTS,
    PUBLISHED,
    compiled,
    exported,
    faults_of_oscal,
    is_reference,
    sample_units,
)

RUNS = {
    "units": ("check", *sample_units(), "--pack", "feedback"),
    "documents": ("doc", *sorted((SAMPLES / "documents").glob("*-b.docx"))[:2]),
}
"""What a run may say in its shortest form; ``tools/hold_to_schemas.py`` tries all there is."""


@cache
def files(run):
    """One run in each format: suffix -> bytes."""
    with TemporaryDirectory() as folder:
        return {f.suffix[1:]: f.read_bytes() for f in exported(Path(folder), *RUNS[run])}


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("suffix", FAULTS)
def test_what_is_written_keeps_to_the_schema(run, suffix):
    content = files(run)[suffix]
    assert len(content) > 10_000
    assert not list(FAULTS[suffix](content))


def spoilt_sarif(content):
    log = json.loads(content)
    log["runs"][0]["results"][0]["kind"] = "failed"
    log["runs"][0]["results"][1]["locations"][0]["place"] = "A1"
    return log


def spoilt_oscal(content):
    document = json.loads(content)
    first, second, *_ = document["assessment-results"]["results"]
    first["observations"][0]["uuid"] = "1"
    del second["start"]
    return document


def test_faults_are_found():
    """The schemas are in force: what they forbid is named with its place."""
    found = [*FAULTS["sarif"](json.dumps(spoilt_sarif(files("documents")["sarif"])).encode())]
    assert {line.split(":")[0] for line in found} == {
        "$.runs[0].results[0].kind",
        "$.runs[0].results[1].locations[0]",
    }
    found = [*FAULTS["oscal"](json.dumps(spoilt_oscal(files("documents")["oscal"])).encode())]
    assert {line.split(":")[0].partition(".results")[2] for line in found} == {
        "[0].observations[0].uuid",
        "[1]",
    }
    suites = etree.fromstring(files("documents")["junit"])
    del suites[0].attrib["tests"]
    etree.SubElement(suites[0].find("testcase"), "properties")
    assert len([*FAULTS["junit"](etree.tostring(suites))]) == 2


def test_patterns_are_those_of_the_standard():
    token = compiled(r"^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$")
    assert [bool(token.search(text)) for text in ("Đơn-1", "_²", "1a", "a b", "a\n", "")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip
    assert is_reference("s%E1%BB%95/a.csv#1")
    assert not any(map(is_reference, ("sổ.csv", "a b", "a%2", "a\\b", '"')))


def test_schemas_are_the_bytes_that_the_notice_names():
    notice = (PUBLISHED / "NOTICE.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(\S+)` .*`([0-9a-f]{64})` \|$", notice, re.M))
    lying = [path for path in PUBLISHED.iterdir() if path.name != "NOTICE.md"]
    assert told == {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in lying}


def test_the_version_is_that_of_the_schema():
    said = json.loads(files("documents")["oscal"])["assessment-results"]["metadata"][
        "oscal-version"
    ]
    schema = json.loads((PUBLISHED / f"oscal-{said}-assessment-results.json").read_bytes())
    assert f"/{said}/" in schema["$id"]


def test_oscal_is_read_by_models_of_others(tmp_path):
    """Those of compliance-trestle, where they are installed."""
    models = pytest.importorskip("trestle.oscal.assessment_results")
    path = tmp_path / "a.json"
    path.write_bytes(files("documents")["oscal"])
    assert models.AssessmentResults.oscal_read(path).results


def test_an_empty_document_is_none():
    assert list(faults_of_oscal(b"{}"))
