"""Rules from elsewhere see the tables of the run and nothing else.

Two walls: the language of rules refuses what reaches out when it is loaded, and the database
that runs a rule cannot reach out even if it were asked to.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from motcua.checker.errors import RulesError
from motcua.checker.run import valid_rulebook
from motcua.checker.store import Store
from motcua.checker.tables import table_specs

ROOT = Path(__file__).resolve().parents[2]
HEADER = "/*\ntitle: {vi: X, en: X}\nlabel: {vi: X, en: X}\n*/\n"
CRITERION = """\
id: HO-01
pack: house
title: {vi: X, en: X}
subject: corrective_action
on_empty: undetermined
empty_reason: {vi: X, en: X}
versions:
  - valid_from: 2020-01-01
    basis: [{document: 19/2014/QĐ-TTg, article: "4", clause: "2"}]
    among: opened
    must: >-
      %s
message: {violated: {vi: X, en: X}}
evidence: [{column: due_on, label: {vi: X, en: X}}]
advice: {vi: X, en: X}
"""

secret_rows = [(1, "a Python variable that a replacement scan would find")]

REACHING_OUT = (
    "SELECT 1 AS unit FROM read_csv('/etc/passwd')",
    "SELECT 1 AS unit FROM read_csv_auto('/etc/passwd')",
    "SELECT 1 AS unit FROM read_text('/etc/passwd')",
    "SELECT 1 AS unit FROM read_blob('/etc/passwd')",
    "SELECT 1 AS unit FROM read_json('/etc/passwd')",
    "SELECT 1 AS unit FROM read_parquet('/etc/passwd')",
    "SELECT 1 AS unit FROM parquet_scan('https://example.invalid/x.parquet')",
    "SELECT 1 AS unit FROM sniff_csv('/etc/passwd')",
    "SELECT 1 AS unit FROM glob('/etc/*')",
    "SELECT 1 AS unit FROM '/etc/passwd'",
    'SELECT 1 AS unit FROM "/etc/passwd"',
    "SELECT 1 AS unit FROM 'https://example.invalid/x.csv'",
    "SELECT 1 AS unit FROM secret_rows",
    "SELECT 1 AS unit FROM units WHERE getenv('HOME') = 'x'",
    "SELECT 1 AS unit FROM query('SELECT * FROM ''/etc/passwd''')",
    "SELECT 1 AS unit FROM query_table(['/etc/passwd'])",
    "SELECT leak(unit) AS unit FROM units",
    "COPY units TO '/tmp/motcua-leak.csv'",
    "COPY units FROM '/etc/passwd'",
    "EXPORT DATABASE '/tmp/motcua-leak'",
    "ATTACH '/tmp/motcua-leak.db' AS leak",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "SET python_enable_replacements = true",
    "RESET enable_external_access",
    "PRAGMA enable_external_access = true",
    "PRAGMA enable_profiling = 'json'",
    # The name of a CTE of an inner query does not stand for the file outside of it.
    'SELECT a.unit FROM (WITH "/etc/passwd" AS (SELECT 1 AS unit) SELECT unit FROM "/etc/passwd")'
    ' a CROSS JOIN "/etc/passwd" b',
)
"""What both walls stop."""

OUT_OF_THE_LANGUAGE = (
    "SELECT 1 AS unit FROM duckdb_settings()",
    "SELECT 1 AS unit FROM duckdb_settings",
    "SELECT 1 AS unit FROM information_schema.tables",
    "SELECT 1 AS unit FROM main.units",
    "WITH tables AS (SELECT 1 AS unit) SELECT 1 AS unit FROM information_schema.tables",
    "SELECT 1 AS unit FROM pragma_database_list()",
    "SELECT unit FROM units; DROP TABLE units",
    "SELECT unit FROM units WHERE current_setting('threads') = '1'",
    "SELECT unit FROM units WHERE random() < 0.5",
    "SELECT unit FROM units WHERE period_to < current_date",
    "SELECT unit FROM units WHERE period_to < now()",
    "DROP TABLE units",
    "DELETE FROM units",
    "CREATE TABLE leak AS SELECT 1",
    "WITH RECURSIVE endless AS (SELECT 1 AS unit UNION ALL SELECT unit + 1 FROM endless)"
    " SELECT unit FROM endless",
)
"""What the language alone refuses: it reaches nothing outside, and rules have no use for it."""


def rules(folder: Path, name: str, content: str) -> Path:
    path = folder / "house" / name
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize("sql", (*REACHING_OUT, *OUT_OF_THE_LANGUAGE))
def test_a_subject_that_reaches_out_is_refused_when_rules_are_loaded(tmp_path: Path, sql: str):
    folder = rules(tmp_path, "subjects/leak.sql", HEADER + sql)
    with pytest.raises(RulesError) as caught:
        valid_rulebook([folder])
    assert all(fault.file.endswith("leak.sql") for fault in caught.value.diagnostics)
    assert caught.value.exit_code == 5


@pytest.mark.parametrize(
    "condition",
    [
        "getenv('HOME') = 'x'",
        "(SELECT count(*) FROM read_csv('/etc/passwd')) > 0",
        "EXISTS (SELECT 1 FROM '/etc/passwd')",
        "action_no IN (SELECT content FROM read_text('/etc/passwd'))",
        "due_on < current_date",
        "due_on < today()",
        "random() < 0.5",
        "leak(action_no)",
        "TRUE; DROP TABLE units",
        "closed_on <= due_on) FROM units; DROP TABLE units --",
        "current_setting('threads') = '1'",
        "units.level = 'commune'",
        "closed_on IS NULL",
        "coalesce(closed_on <= due_on, TRUE)",
        "CASE WHEN closed_on <= due_on THEN TRUE ELSE FALSE END",
        "closed_on IS NOT DISTINCT FROM due_on",
        "(closed_on <= due_on) IS NOT FALSE",
        "ifnull(closed_on <= due_on, TRUE)",
    ],
)
def test_a_condition_that_reaches_out_or_hides_the_unknown_is_refused(
    tmp_path: Path, condition: str
):
    folder = rules(tmp_path, "HO-01.yaml", CRITERION % condition)
    with pytest.raises(RulesError) as caught:
        valid_rulebook([folder])
    assert all(fault.file.endswith("HO-01.yaml") for fault in caught.value.diagnostics)


def test_the_same_criterion_with_a_plain_condition_is_taken(tmp_path: Path):
    folder = rules(tmp_path, "HO-01.yaml", CRITERION % "closed_on <= due_on")
    assert "HO-01" in valid_rulebook([folder]).criteria


def test_the_same_subject_with_a_plain_query_is_taken(tmp_path: Path):
    folder = rules(tmp_path, "subjects/leak.sql", HEADER + "SELECT unit FROM units")
    assert "leak" in valid_rulebook([folder]).subjects


@pytest.mark.parametrize("sql", REACHING_OUT)
def test_the_database_of_a_run_cannot_reach_out(sql: str):
    with Store(table_specs()) as store:
        store.prepare(dt.date(2026, 11, 22), ())
        store.lock()
        assert secret_rows
        with pytest.raises(duckdb.Error):
            store.db.execute(sql).fetchall()


def test_the_command_says_so_and_exits_with_5(tmp_path: Path):
    folder = rules(tmp_path, "subjects/leak.sql", HEADER + REACHING_OUT[0])
    unit = str(ROOT / "samples" / "good")
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "check", unit, "--rules", str(folder)],
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 5
    assert b"leak.sql:" in done.stderr
    assert done.stdout == b""
