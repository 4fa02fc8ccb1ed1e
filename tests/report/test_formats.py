"""Every format says what JSON says, and shows what stands in files as text."""

import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import lxml.html
import openpyxl
import pytest
from click.testing import CliRunner
from lxml import etree
from motcua.checker.home import SAMPLES
from motcua.checker.notes import Note, Noted, Notes
from motcua.checker.report.html.model import Examined, Run
from motcua.checker.report.junit import junit
from motcua.checker.report.labels import PACK_LABELS, VERDICT_LABELS
from motcua.checker.report.oscal import oscal
from motcua.checker.report.sarif import sarif
from motcua.checker.report.word.minutes import minutes
from motcua.checker.report.word.report import self_assessment
from motcua.checker.report.xlsx import workbook
from motcua.checker.result import BasisShown, CriterionResult, Evidence, Finding, Receipt
from motcua.checker.words import Text
from motcua.cli import main
from motcua.tools.hold_to_schemas import FAULTS

NUMBERS = ("population", "satisfied", "violated", "undetermined")
COMMANDS = {
    "check": ("check", SAMPLES / "bad", "--pack", "posting"),
    "doc": ("doc", SAMPLES / "bad" / "documents" / "cong-van.docx"),
}
SUFFIXES = ("json", "html", "xlsx", "docx", "sarif", "junit", "oscal")


@cache
def reports(command):
    """One run in every format: suffix -> bytes."""
    with TemporaryDirectory() as folder:
        asked = [*COMMANDS[command], "--as-of", "2026-11-22"]
        for suffix in SUFFIXES:
            asked += ["--format", suffix, "--output", Path(folder) / f"a.{suffix}"]
        run = CliRunner().invoke(main, [str(part) for part in asked])
        assert run.exit_code == 1, run.output
        made = {suffix: (Path(folder) / f"a.{suffix}").read_bytes() for suffix in SUFFIXES}
        if command == "check":
            asked = ["minutes", f"{folder}/a.json", "--output", f"{folder}/m.docx"]
            run = CliRunner().invoke(main, asked)
            assert run.exit_code == 0, run.output
            made["minutes"] = (Path(folder) / "m.docx").read_bytes()
        return made


def criteria(command):
    """(name, criterion) of the JSON."""
    said = json.loads(reports(command)["json"])
    for unit in said.get("units", ()):
        yield from ((unit["unit"]["name"], criterion) for criterion in unit["criteria"])
    for document in said.get("documents", ()):
        yield from ((document["file"], criterion) for criterion in document["criteria"])


def numbers(command):
    return {(n, c["id"]): (c["verdict"], *(c[k] for k in NUMBERS)) for n, c in criteria(command)}


def rows(content, sheet):
    book = openpyxl.load_workbook(BytesIO(content))
    return list(book[sheet].iter_rows(min_row=2, values_only=True))


def from_xlsx(content):
    labels = {label.vi: verdict for verdict, label in VERDICT_LABELS.items()}
    return {(r[0], r[3]): (labels[r[5]], *r[6:10]) for r in rows(content, "Kết luận")}


def from_sarif(content):
    (run,) = json.loads(content)["runs"]
    said = [(result["ruleId"], result["properties"]) for result in run["results"]]
    return {(p["unit"], id_): (p["verdict"], *(p[k] for k in NUMBERS)) for id_, p in said}


def from_junit(content):
    found = {}
    for suite in etree.fromstring(content):
        for case in suite.iter("testcase"):
            said = dict(line.split(": ") for line in case.find("system-out").text.splitlines())
            id_ = case.get("name").split()[0]
            found[suite.get("name"), id_] = (said["verdict"], *(int(said[k]) for k in NUMBERS))
    return found


def texts(content):
    """The paragraphs of a Word file's tables: table -> row -> cell -> lines."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        root = etree.fromstring(package.read("word/document.xml"), etree.XMLParser(huge_tree=True))
    return [
        [
            [["".join(p.itertext("{*}t")) for p in cell.iter("{*}p")] for cell in row.iter("{*}tc")]
            for row in table.iter("{*}tr")
        ]
        for table in root.iter("{*}tbl")
    ]


def from_docx(content):
    labels = {label.vi: verdict for verdict, label in VERDICT_LABELS.items()}
    (rows,) = (t for t in texts(content) if t[0][0] == ["Mã"])
    found, name, packs = {}, None, {label.vi for label in PACK_LABELS.values()}
    for row in rows[1:]:
        said = [lines[0] for lines in row]
        if len(said) == 1:
            name = name if said[0].split(":")[0] in packs else said[0]
        else:
            found[name, said[0]] = (labels[said[2]], *map(int, said[3:]))
    return found


def details(content):
    """The criteria of a page, as they unfold."""
    return lxml.html.document_fromstring(content.decode()).xpath("//details[@data-id]")


def said(element):
    return " ".join(element.text_content().split())


def from_html(content):
    name = lxml.html.document_fromstring(content.decode()).xpath("string(//main//h1)")
    labels = {label.vi: verdict for verdict, label in VERDICT_LABELS.items()}
    found = {}
    for one in details(content):
        badge = one.xpath("./summary//*[contains(@class, 'badge')]")[0]
        verdict = labels[said(badge).split(" ", 1)[1]]
        counts = one.xpath(".//table[@class='numbers']/tbody/tr/td")[: len(NUMBERS)]
        found[name, one.get("data-id")] = (verdict, *(int(said(cell)) for cell in counts))
    return found


def from_oscal(content):
    found = {}
    for result in json.loads(content)["assessment-results"]["results"]:
        unit = props_of(result)["unit"]
        for observation in result["observations"]:
            said = props_of(observation)
            numbered = (said["verdict"], *(int(said[k]) for k in NUMBERS))
            assert found.setdefault((unit, said["criterion"]), numbered) == numbered
    return found


def props_of(item):
    return {prop["name"]: prop["value"] for prop in item["props"]}


READERS = {
    "html": from_html,
    "xlsx": from_xlsx,
    "docx": from_docx,
    "minutes": from_docx,
    "sarif": from_sarif,
    "junit": from_junit,
    "oscal": from_oscal,
}


WRITTEN = [(c, s) for c in COMMANDS for s in READERS if (c, s) != ("doc", "minutes")]


@pytest.mark.parametrize(("command", "suffix"), WRITTEN)
def test_the_numbers_are_those_of_json(command, suffix):
    assert len(numbers(command)) > 3
    assert READERS[suffix](reports(command)[suffix]) == numbers(command)


def told_by_html(content):
    for one in details(content):
        for item in one.xpath(".//ol[@class='findings']/li"):
            message = item.xpath("./p[@class='message']")[0]
            yield one.get("data-id"), " ".join([said(message), *map(said, item.xpath(".//td"))])


def told_by_xlsx(content):
    for row in rows(content, "Phát hiện"):
        if row[10]:
            yield row[1], " ".join([row[5], row[6] or "", row[7] or ""])


def told_by_docx(content):
    (rows,) = (t for t in texts(content) if t[0][0] == ["Phát hiện"])
    id_ = None
    for row in rows[1:]:
        if len(row) == 1:
            id_ = row[0][0].split(".")[0] if re.match(r"[A-Z]{2,3}-", row[0][0]) else id_
        else:
            yield id_, " ".join([*row[0], *row[1]])


def told_by_sarif(content):
    for result in json.loads(content)["runs"][0]["results"]:
        if "→" in result["message"]["text"]:
            places = [one["logicalLocations"][0] for one in result["locations"]]
            said = [result["message"]["text"], *(p["fullyQualifiedName"] for p in places)]
            yield result["ruleId"], " ".join(said)


def told_by_junit(content):
    for case in etree.fromstring(content).iter("testcase"):
        if case[0].text.startswith("["):
            continue
        for told in case[0].text.split("\n  → ")[:-1]:
            yield case.get("name").split()[0], told


def told_by_oscal(content):
    for result in json.loads(content)["assessment-results"]["results"]:
        for one in result["observations"]:
            if props_of(one)["shows"] != "none":
                said = [one["description"]]
                for seen in one.get("relevant-evidence", ()):
                    said += [seen["description"], props_of({"props": [], **seen}).get("place", "")]
                yield props_of(one)["criterion"], unescaped(" ".join(said))


TELLERS = {
    "html": told_by_html,
    "xlsx": told_by_xlsx,
    "docx": told_by_docx,
    "minutes": told_by_docx,
    "sarif": told_by_sarif,
    "junit": told_by_junit,
    "oscal": told_by_oscal,
}


@pytest.mark.parametrize(("command", "suffix"), WRITTEN)
def test_every_finding_is_told_with_its_values_and_places(command, suffix):
    """In the order of JSON, each once, whatever the format."""
    wanted = [(c["id"], f) for _, c in criteria(command) for f in (*c["findings"], *c["gaps"])]
    told = list(TELLERS[suffix](reports(command)[suffix]))
    assert len(wanted) > 3
    assert [id_ for id_, _ in told] == [id_ for id_, _ in wanted]
    for (_, finding), (_, text) in zip(wanted, told, strict=True):
        text = " ".join(text.split())
        parts = [finding["message"]["vi"], *(e["value"] for e in finding["evidence"])]
        parts += [e["place"] for e in finding["evidence"] if e["file"]]
        assert not [part for part in parts if " ".join(part.split()) not in text]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_finding_has_its_row_with_place_clause_and_advice(command):
    told = [(c, f) for _, c in criteria(command) for f in (*c["findings"], *c["gaps"])]
    seen = [row for row in rows(reports(command)["xlsx"], "Phát hiện") if row[10]]
    assert told
    assert [(c["id"], f["message"]["vi"]) for c, f in told] == [(r[1], r[5]) for r in seen]
    for (_, finding), row in zip(told, seen, strict=True):
        assert all(e["place"] in row[6] for e in finding["evidence"] if e["file"])
        assert all(e["value"] in row[7] for e in finding["evidence"])
        assert row[9]
        assert row[10] == finding["advice"]["vi"]


def test_the_workbook_has_filters_and_every_file_with_its_digest():
    content = reports("check")["xlsx"]
    book = openpyxl.load_workbook(BytesIO(content))
    assert [bool(sheet.auto_filter.ref) for sheet in book] == [True] * 6
    accounts = json.loads(reports("check")["json"])["units"][0]["intake"]
    assert [(a["file"], a["sha256"]) for a in accounts] == [
        (row[1], row[6]) for row in rows(content, "Tệp")
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_sarif_keeps_to_the_standard(command):
    """OASIS SARIF 2.1.0, sections 3.13, 3.14, 3.19, 3.27, 3.28, 3.49."""
    log = json.loads(reports(command)["sarif"])
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules)) == len({id_ for _, id_ in numbers(command)})
    artifacts = [json.dumps(artifact) for artifact in run["artifacts"]]
    assert len(artifacts) == len(set(artifacts)) > 0
    assert [set(one) for one in run["invocations"]] == [{"executionSuccessful"}]
    files = {unquote(a["location"]["uri"]).rsplit("/", 1)[-1] for a in run["artifacts"]}
    for result in run["results"]:
        assert result["ruleId"] in rules
        assert result["message"]["text"]
        assert result["kind"] in {"pass", "open", "fail", "notApplicable"}
        assert (result["level"] == "none") == (result["kind"] != "fail")
        for location in result["locations"]:
            assert location["logicalLocations"][0]["fullyQualifiedName"]
            if "physicalLocation" in location:
                uri = location["physicalLocation"]["artifactLocation"]["uri"]
                assert uri.isascii()
                assert " " not in uri
                assert unquote(uri).rsplit("/", 1)[-1] in files
    failed = {id_ for (_, id_), said in numbers(command).items() if said[0] == "fail"}
    assert failed <= {r["ruleId"] for r in run["results"] if r["kind"] == "fail"}


@pytest.mark.parametrize("command", COMMANDS)
def test_junit_counts_what_it_holds(command):
    outcomes = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    for suite in etree.fromstring(reports(command)["junit"]):
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        for name, tag in outcomes.items():
            assert int(suite.get(name)) == len(suite.findall(f"testcase/{tag}"))
        said = {
            (case.find("system-out").text.split()[1], case[0].tag)
            for case in suite.iter("testcase")
        }
        assert said <= {
            ("pass", "system-out"),
            ("fail", "failure"),
            ("partial", "failure"),
            ("undetermined", "skipped"),
            ("not_applicable", "skipped"),
        }


HOSTILE = {
    "a formula": "=HYPERLINK(\"http://x\",\"y\")",
    "a formula by plus": "+1+cmd|' /C calc'!A0",
    "an at sign": "@SUM(1)",
    "markup": "</failure><script>alert(1)</script>&amp;]]>",
    "quotes": "\"'`\\",
    "lines": "a\nb",
    "an escape of Excel": "_x0041_",
    "controls": "a\x00\x07\x1b[2Jb\x7f",
    "right to left": "abc\u202egpj.exe\u2066",
    "half of a surrogate pair": "\ud800",
    "no character": "\ufffe\uffff",
    "a megabyte": "ô" * 1_000_000,
}  # fmt: skip
SHOWN = {
    "controls": "a‹U+0000›‹U+0007›‹U+001B›[2Jb‹U+007F›",
    "right to left": "abc‹U+202E›gpj.exe‹U+2066›",
    "half of a surrogate pair": "‹U+D800›",
    "no character": "‹U+FFFE›‹U+FFFF›",
}


def saying(words):
    """A run in which everything that may come from files is these words."""
    text = Text(words, words)
    evidence = Evidence(words, text, text, text, text)
    finding = Finding(text, text, (evidence,), text)
    criterion = CriterionResult(
        id="NY-01", version="2025-07-01", pack="posting", title=text, severity="must",
        verdict="fail", reason_code="band", reason=text, population=2, satisfied=1, violated=1,
        undetermined=0, share=(Fraction(1, 2), Fraction(1, 2)), score=(Fraction(0), Fraction(0)),
        points=1, basis=(BasisShown(words, words, "", "", None, None, "verified", text),),
        findings=(finding,), findings_total=1, gaps=(), gaps_total=0, searched=(), advice=text,
        judged_by=("plain",),
    )  # fmt: skip
    day = date(2026, 11, 22)
    unit = Examined(1, words, text, words, (criterion,), (), (day, day))
    receipt = Receipt("motcua 1", ("plain",), None, "0" * 64, "0" * 64)
    return Run(text, day, (unit,), receipt, (text,))


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_words_are_text_in_a_workbook(what):
    words = SHOWN.get(what, HOSTILE[what])
    content = workbook(saying(HOSTILE[what]), "vi")
    with zipfile.ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/"):
                root = etree.fromstring(package.read(name))
                assert not list(root.iter("{*}f", "{*}hyperlink"))
        styles = package.read("xl/styles.xml")
    assert b'quotePrefix="1"' in styles
    book = openpyxl.load_workbook(BytesIO(content))
    cell = book["Phát hiện"]["F2"]
    assert cell.data_type in ("s", "inlineStr")
    assert cell.quotePrefix
    if what == "a megabyte":
        assert len(cell.value) <= 32_767
        assert "ký tự/characters" in cell.value
    else:
        assert cell.value.replace("_x005F_", "_") == words


@pytest.mark.parametrize("kind", ["report", "minutes"])
@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_words_are_text_in_word(what, kind):
    words = SHOWN.get(what, HOSTILE[what])
    run = saying(HOSTILE[what])
    ((unit,), told) = run.examined, HOSTILE[what]
    said = {"stance": "object", "says": told, "by": told, "on": run.as_of}
    note = Note.model_construct(criterion="NY-01", subject="", file=told, place=told, **said)
    notes = Notes.model_construct(
        superior=told, secretary=told, agency=told, place=told, participants=(told,), chair=told
    )
    noted = (Noted(note, unit.criteria[0], unit.criteria[0].findings[0]),)
    written = self_assessment(run) if kind == "report" else minutes(run, notes, noted)
    with zipfile.ZipFile(BytesIO(written)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    assert not list(root.iter("{*}fldSimple", "{*}instrText", "{*}hyperlink", "{*}object"))
    said = ["".join(t.text if t.text else "\n" for t in p.iter("{*}t", "{*}br"))
            for p in root.iter("{*}p")]  # fmt: skip
    if what == "a megabyte":
        assert max(map(len, said)) < 20_000
        assert any("ký tự/characters" in text for text in said)
    else:
        assert words in said


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_words_are_text_in_xml(what):
    words = SHOWN.get(what, HOSTILE[what])
    content = "".join(junit(saying(HOSTILE[what]), "vi")).encode()
    assert not list(FAULTS["junit"](content))
    root = etree.fromstring(content, etree.XMLParser(huge_tree=True))
    assert {e.tag for e in root.iter()} == {
        "testsuites", "testsuite", "properties", "property", "testcase", "failure", "system-out"
    }  # fmt: skip
    (failure,) = root.iter("failure")
    assert failure.get("message") == words
    assert words in failure.text


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_words_are_text_in_sarif(what):
    words = SHOWN.get(what, HOSTILE[what])
    content = "".join(sarif(saying(HOSTILE[what]), "vi")).encode()
    assert not list(FAULTS["sarif"](content))
    log = json.loads(content)
    (result,) = log["runs"][0]["results"]
    assert result["message"]["text"].startswith(words)
    assert result["properties"]["unit"] == words
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not set(uri) & set(' <>"\n\\')


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_words_are_text_in_oscal(what):
    """Markdown's signs are escaped: read as Markdown the words are themselves."""
    words = SHOWN.get(what, HOSTILE[what])
    content = "".join(oscal(saying(HOSTILE[what]), "vi")).encode()
    assert not list(FAULTS["oscal"](content))
    document = json.loads(content)
    (result,) = document["assessment-results"]["results"]
    (observation,) = result["observations"]
    assert unescaped(observation["description"]) == words
    assert not set(re.sub(r"\\.", "", observation["description"])) & set("<>*_`[]")
    assert props_of(result)["unit"] == " ".join(words.split())


def unescaped(markdown):
    return re.sub(r"\\(.)", r"\1", markdown.replace("\n\n", "\n"))


@pytest.mark.parametrize("command", COMMANDS)
def test_oscal_says_satisfied_only_of_what_passes(command):
    document = json.loads(reports(command)["oscal"])
    named = [item["uuid"] for item in within(document) if "uuid" in item]
    assert len(named) == len(set(named))
    pointed = {item[key] for item in within(document) for key in POINTERS if key in item}
    linked = {item["href"][1:] for item in within(document) if item.get("href", "")[:1] == "#"}
    assert pointed | linked <= set(named)
    states = {"pass": "satisfied", "partial": "not-satisfied", "fail": "not-satisfied"}
    (result,) = document["assessment-results"]["results"]
    said = {f["target"]["target-id"]: f["target"]["status"]["state"] for f in result["findings"]}
    verdicts = {id_: verdict for (_, id_), (verdict, *_) in numbers(command).items()}
    assert said == {id_: states[v] for id_, v in verdicts.items() if v in states}
    (selection,) = result["reviewed-controls"]["control-selections"]
    assert {c["control-id"] for c in selection.get("exclude-controls", ())} == {
        id_ for id_, verdict in verdicts.items() if verdict == "not_applicable"
    }


POINTERS = ("subject-uuid", "observation-uuid")


def within(item):
    """Every object of a document."""
    if isinstance(item, dict):
        yield item
        item = list(item.values())
    if isinstance(item, list):
        for part in item:
            yield from within(part)


def test_the_bytes_are_the_same_again():
    run = saying("x")
    assert workbook(run, "vi") == workbook(replace(run), "vi")
    assert self_assessment(run) == self_assessment(replace(run))


def test_a_workbook_goes_to_a_pipe_as_it_is():
    run = CliRunner().invoke(
        main, [*map(str, COMMANDS["check"]), "--as-of", "2026-11-22", "--format", "xlsx"]
    )
    assert run.stdout_bytes == reports("check")["xlsx"]
