"""Registers that motcua writes, filled as a person would, are read back value for value."""

from __future__ import annotations

import datetime as dt
import io
import random
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from motcua.checker.intake.folder import open_unit
from motcua.checker.intake.model import NEVER, Row, Value
from motcua.checker.intake.reader import read_exports
from motcua.checker.places import Source
from motcua.checker.tables import FieldSpec, TableSpec, table_specs
from motcua.checker.templates import NOTES, columns, offered, workbook
from motcua.cli import main

REGISTERS = {n: spec for n, spec in table_specs().items() if spec.intake == "register"}
ISO = tuple(spec for name, spec in REGISTERS.items() if name.startswith("iso_"))
UNIT = "name: UBND xã Thử\ncode: X01\nlevel: commune\nprovince: tỉnh Thử\n"
Filled = Mapping[str, list[tuple[Value, ...]]]


class Sink:
    def __init__(self) -> None:
        self.seen: dict[str, list[tuple[Value, ...]]] = {}
        self.tables: list[str] = []

    def begin(self, unit: int, source: Source) -> int:
        self.tables.append(source.table)
        self.seen.setdefault(source.table, [])
        return len(self.tables) - 1

    def rows(self, source: int, rows: list[Row]) -> None:
        self.seen[self.tables[source]].extend(values for _, values in rows)

    def doubt(self, source: int, field: str) -> None:
        pytest.fail(f"{field} is in doubt")


def value(field: FieldSpec, needed: bool, rng: random.Random, number: int) -> Value:
    """What a person may mean; a blank cell now and then."""
    if not needed and rng.random() < 0.2:
        blanks: dict[str, Value] = {"never": NEVER, "no": False, "none": ""}
        blanks["zero"] = 0 if field.type == "int" else 0.0
        return () if field.type == "choices" and field.blank == "none" else blanks.get(field.blank)
    if field.type == "choices":
        known = sorted(field.values) or ["7.2", "9.2.2"]
        return tuple(sorted(rng.sample(known, k=min(2, len(known)))))
    kinds: dict[str, Value] = {
        "text": f"Chữ thứ {number}/ĐÂY",
        "code": f"1.{number:06d}",
        "date": dt.date(2026, 1, 13) + dt.timedelta(rng.randrange(18)),
        "time": f"{rng.randrange(7, 18):02}:{rng.randrange(60):02}",
        "bool": rng.random() < 0.5,
        "int": number,
        "number": number + 0.5,
    }
    return kinds[field.type] if field.type in kinds else rng.choice(sorted(field.values))


def cell(field: FieldSpec, meant: Value) -> object:
    """What that person types or picks from the list."""
    if meant is None or meant == NEVER or meant in ("", ()):
        return None
    if field.type == "bool":
        return "x" if meant else "không"
    if field.type == "choice":
        return field.values[str(meant)][0]
    if isinstance(meant, tuple):
        return ", ".join(field.values[m][0] if field.values else m for m in map(str, meant))
    return meant


def fill(path: Path, specs: tuple[TableSpec, ...], seed: int) -> Filled:
    path.write_bytes(workbook(specs))
    book, rng = openpyxl.load_workbook(path), random.Random(seed)
    filled: dict[str, list[tuple[Value, ...]]] = {}
    for spec, name in zip(specs, book.sheetnames, strict=False):
        assert name != NOTES
        for number in range(1, 9):
            meant = {
                name: value(field, name in (spec.key, *spec.identified_by), rng, number)
                for name, field in columns(spec).items()
            }
            for column, (field_name, field) in enumerate(columns(spec).items(), start=1):
                book[name].cell(number + 1, column, cell(field, meant[field_name]))
            row = tuple(meant.get(f.as_written or n) for n, f in spec.fields.items())
            filled.setdefault(spec.table, []).append(row)
    book.save(path)
    return filled


def read(path: Path, folder: Path) -> tuple[Filled, list[str]]:
    folder.mkdir()
    (folder / "unit.yaml").write_text(UNIT, encoding="utf-8")
    shutil.copy(path, folder)
    sink = Sink()
    accounts = read_exports(open_unit(folder), 0, sink)
    assert not any(account.may_hide for account in accounts)
    return sink.seen, sorted({n.code for a in accounts for n in a.notices})


@pytest.mark.parametrize("name", sorted(REGISTERS))
def test_a_filled_register_is_read_back(name: str, tmp_path: Path):
    spec = REGISTERS[name]
    filled = fill(tmp_path / "so.xlsx", (spec,), seed=3)
    seen, _ = read(tmp_path / "so.xlsx", tmp_path / "unit")
    assert seen == filled


def test_all_registers_of_a_pack_in_one_workbook_are_read_back(tmp_path: Path):
    filled = fill(tmp_path / "so.xlsx", ISO, seed=5)
    seen, _ = read(tmp_path / "so.xlsx", tmp_path / "unit")
    assert seen == filled


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice (soffice)")
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_what_libreoffice_saved_again_is_read_back(form: str, tmp_path: Path):
    filled = fill(tmp_path / "so.xlsx", ISO, seed=7)
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    again = tmp_path / "again"
    command = ["soffice", home, "--headless", "--convert-to", form, "--outdir", str(again)]
    done = subprocess.run(
        [*command, str(tmp_path / "so.xlsx")], capture_output=True, timeout=240, check=True
    )
    if b"could not be loaded" in done.stderr:
        pytest.skip("LibreOffice has no Calc here")
    seen, _ = read(again / f"so.{form}", tmp_path / "unit")
    assert seen == filled


def test_an_empty_register_is_a_register_without_rows_and_its_notes_are_no_register(tmp_path: Path):
    (tmp_path / "so.xlsx").write_bytes(workbook(ISO))
    seen, said = read(tmp_path / "so.xlsx", tmp_path / "unit")
    assert seen == {spec.table: [] for spec in ISO}
    assert said == []


def test_the_same_tables_give_the_same_bytes():
    assert workbook(ISO) == workbook(ISO)


def test_each_choice_has_its_list_and_the_notes_name_each_column():
    book = openpyxl.load_workbook(io.BytesIO(workbook(ISO)))
    notes = [str(row[0].value or "") for row in book[NOTES].iter_rows()]
    assert all(len(row) == 1 for row in book[NOTES].iter_rows())
    for spec, name in zip(ISO, book.sheetnames, strict=False):
        lists = {
            str(rule.sqref).split(":")[0]: rule.formula1
            for rule in book[name].data_validations.dataValidation
            if rule.type == "list"
        }
        for column, field in enumerate(columns(spec).values(), start=1):
            assert any(line.startswith(f"– {field.title.vi}: ") for line in notes)
            if field.type in ("choice", "bool"):
                at = book[name].cell(2, column).coordinate
                assert lists[at] == f'"{",".join(offered(field))}"', (name, field.title.vi)


def test_no_choice_is_too_long_for_a_list():
    for spec in REGISTERS.values():
        for field in spec.fields.values():
            assert field.type != "choice" or offered(field), field.title.vi


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["template", *arguments])
    return done.exit_code, done.output


def test_the_command_lists_packs_and_registers():
    code, said = run()
    assert code == 0
    assert {"iso9001", *REGISTERS} <= {line.split(":")[0] for line in said.splitlines()}


def test_the_command_writes_a_file_or_a_folder_and_overwrites_nothing(tmp_path: Path):
    target = tmp_path / "iso.xlsx"
    assert run("iso9001", "--output", str(target))[0] == 0
    before = target.read_bytes()
    assert run("iso_audits", "--output", str(target))[0] == 2
    assert target.read_bytes() == before
    assert run("iso9001", "--output", str(tmp_path / "so"))[0] == 0
    assert (tmp_path / "so" / "iso_audits.xlsx").exists()
    # Parts of process sheets are read from Word alone; no criterion stands on them.
    kept = {spec.table for spec in ISO} - {"iso_sheet_parts"}
    assert {path.stem for path in (tmp_path / "so").iterdir()} >= kept


def test_an_unknown_name_is_refused_with_the_nearest():
    code, said = run("iso_audit")
    assert (code, "iso_audits" in said) == (2, True)
