"""The sample units, read and judged for real, give what their plan says."""

import json
from functools import cache

import pytest
import yaml
from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main

UNITS = ("good", "bad", "partial", "hostile")


@cache
def checked(unit):
    """The command's exit code, its JSON, and what is expected of it."""
    wanted = yaml.safe_load((SAMPLES / "expected" / f"{unit}.yaml").read_text(encoding="utf-8"))
    arguments = ["check", str(SAMPLES / unit), "--as-of", str(wanted["as_of"]), "--format", "json"]
    run = CliRunner().invoke(main, arguments)
    assert run.exception is None or isinstance(run.exception, SystemExit), run.output
    return run.exit_code, json.loads(run.stdout)["units"][0], wanted


@pytest.mark.parametrize("unit", UNITS)
def test_the_exit_code_is_as_planned(unit):
    code, _, wanted = checked(unit)
    assert code == wanted["exit_code"]


@pytest.mark.parametrize("unit", UNITS)
def test_every_verdict_and_count_is_as_planned(unit):
    _, seen, wanted = checked(unit)
    told = {c["id"]: c for c in seen["criteria"]}
    planned = {id_: {"verdict": wanted["rest"]} for id_ in told}
    for verdict, spans in wanted["groups"].items():
        for span in spans:
            first, _, last = span.partition("..")
            within = [id_ for id_ in told if first <= id_ <= (last or first)]
            assert {first, last or first} <= set(within), span
            planned |= {id_: {"verdict": verdict} for id_ in within}
    assert wanted["verdicts"].keys() <= told.keys()
    planned |= wanted["verdicts"]
    found = {id_: {key: told[id_][key] for key in planned[id_]} for id_ in told}
    assert found == planned


@pytest.mark.parametrize("unit", UNITS)
def test_every_file_has_its_account(unit):
    _, seen, wanted = checked(unit)
    kept = {(a["file"], a["table"]): a["rows_kept"] for a in seen["intake"] if a["table"]}
    for account in wanted.get("intake", ()):
        assert kept[account["file"], account["table"]] == account["rows_kept"], account
    for account in seen["intake"]:
        assert account["rows_read"] == account["rows_kept"] + account["rows_refused"]


@pytest.mark.parametrize("unit", UNITS)
def test_every_expected_notice_names_its_file(unit):
    _, seen, wanted = checked(unit)
    told = {(n["file"], n["code"]) for a in seen["intake"] for n in a["notices"]}
    assert {(n["file"], n["code"]) for n in wanted.get("notices", ())} <= told


def test_every_finding_of_the_bad_unit_has_a_place_an_advice_and_a_basis():
    _, seen, _ = checked("bad")
    found = [(c, f) for c in seen["criteria"] for f in c["findings"]]
    assert len(found) >= 13
    for criterion, finding in found:
        assert criterion["basis"]
        assert all(finding["message"].values()), criterion["id"]
        assert all(finding["advice"].values()), criterion["id"]
        assert "{" not in finding["message"]["vi"], criterion["id"]
        placed = any(e["file"] and e["place"] for e in finding["evidence"])
        # A year without an audit or a plan has no row to point to: that is the finding. A share is
        # of all rows.
        assert placed or criterion["id"] in {"ISO-02", "ISO-03", "LT-05", "LT-06"}, criterion["id"]


def test_a_place_leads_back_to_the_value_it_shows():
    import openpyxl

    _, seen, _ = checked("bad")
    opened = 0
    for finding in next(c for c in seen["criteria"] if c["id"] == "NY-01")["findings"]:
        for evidence in finding["evidence"]:
            if evidence["label"] != "Mã thủ tục":
                continue
            book = openpyxl.load_workbook(SAMPLES / "bad" / evidence["file"])
            sheet, cell = evidence["place"].split("!")
            assert str(book[sheet][cell].value).startswith(evidence["value"])
            opened += 1
    assert opened == 3
