"""Are repairs what they claim? Random units, their plans carried out in the files, checked again.

Units of two kinds: what is on display, and what an office does all year.

``python tools/try_plans.py [NUMBER] [SEED]``. For each unit and each criterion that a plan turns,
the register is written again with the plan's edits, and once more for every edit left out. With all
of them the verdict has to be the one that was promised; with any one left out it must not be.
Nothing of the planner is used but what it said in JSON: files, places and values.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner
from motcua.checker.tables import table_specs
from motcua.cli import main

AS_OF = "2026-11-22"
AT_ONCE = 8
_CELL = re.compile(r"line (\d+), column (\d+)")
_RANKS = {"fail": 0, "undetermined": 0, "partial": 1, "pass": 2, "not_applicable": 2}
POSTING = ("posting",)
OFFICE = ("dossiers", "feedback", "online", "archives", "direction", "iso9001", "index766")
"""Packs whose units are random rows in every register that they read."""
_REGISTERS = (
    "dossiers", "feedback_cases", "work_files", "procedure_reviews", "iso_announcements",
    "iso_audits", "iso_reviews", "iso_processes", "iso_documents", "iso_objectives", "iso_actions",
    "iso_competence", "iso_trainings", "iso_suppliers", "iso_surveys", "iso_slips", "iso_records",
    "iso_scope_changes",
)  # fmt: skip
_PARTS = [name for name in table_specs()["postings"].fields if name.startswith("shows_")]
Registers = dict[str, list[list[str]]]
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A unit as files, a criterion, and the verdict that it must reach, or must not reach."""

    files: Registers
    criterion: str
    after: str
    reached: bool


def random_unit(chance: random.Random) -> Registers:
    """Registers of a commune with some faults of each kind."""
    codes = [f"1.00{n:04}" for n in chance.sample(range(1000, 9999, 37), chance.randint(3, 9))]
    gone, late = set(chance.sample(codes, 1)), chance.choice(codes)
    procedures: list[Row] = []
    for code in codes:
        has = {f"has_{part}": chance.choice(["có", "không"]) for part in ("form", "fee")}
        row = {"code": code, "name": f"Thủ tục {code}", "field": "Hộ tịch", "levels": "Cấp xã"}
        procedures.append(
            row | has | {"decision_no": "1/QĐ", "change": "Mới", "has_conditions": ""}
        )
        if code in gone:
            procedures.append(row | {"decision_no": "2/QĐ", "change": "Bãi bỏ"})
    postings = [row for code in codes for row in _posted(code, chance, late)]
    feedback = [_random_texts("feedback_addresses", chance) for _ in range(chance.randint(0, 3))]
    services = [_random_texts("online_services", chance, code) for code in codes]
    pages = [_page(code, chance) for code in codes if chance.random() < 0.7]
    decisions = [
        {"decision_no": "1/QĐ", "signed_on": "01/02/2026", "effective_on": "01/03/2026"},
        {"decision_no": "2/QĐ", "signed_on": "01/05/2026", "effective_on": "01/06/2026"},
    ]
    tables: dict[str, Sequence[Row]] = {
        "procedures": procedures,
        "decisions": decisions,
        "postings": postings,
        "feedback_addresses": feedback,
        "online_services": services,
        "national_pages": pages,
        "postal_lists": list(_postal(codes, chance)),
    }
    return {f"{name}.csv": _register(name, rows) for name, rows in tables.items()}


def _posted(code: str, chance: random.Random, late: str) -> Iterator[Row]:
    for channel, likely in (("Bảng", 0.8), ("Cổng thông tin", 0.4)):
        if chance.random() < likely:
            day = "05/03/2026" if code == late else "28/02/2026"
            shown = {part: "x" if chance.random() < 0.93 else "không" for part in _PARTS}
            place = chance.choice(["Ngay sau thủ tục", "Ngay sau thủ tục", "Nơi khác"])
            row = {"code": code, "channel": channel, "posted_on": day, "form_place": place}
            yield row | shown


def _page(code: str, chance: random.Random) -> Row:
    shown = {part: chance.choice(["có", "có", "không"]) for part in _PARTS}
    return {"code": code, "field": "Hộ tịch", "levels": "Cấp xã", **shown}


def _postal(codes: Sequence[str], chance: random.Random) -> Iterator[Row]:
    for code in codes:
        for channel in ("Nơi giải quyết", "Trang thông tin điện tử"):
            if chance.random() < 0.8:
                via = chance.choice(["có", "có", "không"])
                yield {"code": code, "channel": channel, "via_post": via, "posted_on": "02/03/2026"}


def _random_texts(table: str, chance: random.Random, code: str = "1.004222") -> Row:
    """A row with each cell that may be blank blank now and then."""
    found = {}
    for name, field in table_specs()[table].fields.items():
        texts = {
            "text": ["điều gì đó", "điều gì đó", ""],
            "date": ["05/02/2026"],
            "bool": ["có", "không"],
            "choice": [values[0] for values in field.values.values()],
            "code": [code],
        }
        found[name] = "" if name == "removed_on" else chance.choice(texts[field.type])
    return found


def random_office(chance: random.Random) -> Registers:
    """Registers of what an office does all year, with some faults of each kind."""
    return {
        f"{table}.csv": _register(
            table, [_random_row(table, number, chance) for number in range(chance.randint(1, 4))]
        )
        for table in _REGISTERS
    }


def _random_row(table: str, number: int, chance: random.Random) -> Row:
    """A row whose cells are known; those that may be blank are blank now and then."""
    day = f"{chance.randint(13, 28)}/{chance.randint(1, 10):02}/2026"
    own = {
        "retention": chance.choice(["05 năm", "10 năm"]),
        "standard": chance.choice(["TCVN ISO 9001:2008", "TCVN ISO 9001:2015"]),
        "dossier_no": f"H99.1-260{chance.randint(1, 9)}13-{number:04}",
        "year": "2026",
        "review_year": "2026",
    }
    found = {}
    for name, field in table_specs()[table].fields.items():
        texts = {
            "text": [own.get(name, f"điều thứ {number}")],
            "date": [day],
            "bool": ["có", "không"],
            "choice": [values[0] for values in field.values.values()],
            "choices": ["7.2"],
            "code": [f"1.00{1000 + number}"],
            "int": [own.get(name, str(chance.randint(0, 3)))],
            "number": ["10000"],
            "time": ["08:30"],
        }[field.type]
        may_be_blank = field.blank in ("none", "never")
        found[name] = chance.choice([*texts, *texts, ""] if may_be_blank else texts)
    return found


def _register(table: str, rows: Sequence[Row]) -> list[list[str]]:
    fields = table_specs()[table].fields
    heads = [(name, f.headers[0]) for name, f in fields.items() if f.headers]
    return [[head for _, head in heads], *([row.get(n, "") for n, _ in heads] for row in rows)]


def write_unit(folder: Path, number: int, files: Registers) -> None:
    """A unit's folder of CSV files."""
    folder.mkdir(parents=True)
    (folder / "unit.yaml").write_text(
        f"name: UBND xã Thử {number}\ncode: H99.{number}\nlevel: commune\n"
        "province: tỉnh Minh Giang\nfields: [Hộ tịch]\napplies_iso: true\n"
        "period: {from: 2026-01-01, to: 2026-11-22}\n"
        "parameters:\n  lists_are_complete: {value: 1, basis: Quyết định thử}\n",
        encoding="utf-8",
    )
    for name, rows in files.items():
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        (folder / name).write_text(text.getvalue(), encoding="utf-8")


def checked(units: Sequence[Registers], packs: Sequence[str]) -> list[dict[str, Any]]:
    """Each unit's JSON, in order."""
    chosen = [word for pack in packs for word in ("--pack", pack)]
    with TemporaryDirectory() as root:
        for number, files in enumerate(units):
            write_unit(Path(root) / f"u{number:05}", number, files)
        asked = ["check", root, "--as-of", AS_OF, *chosen, "--format", "json"]
        run = CliRunner().invoke(main, asked)
        if run.exit_code not in (0, 1, 4):
            raise RuntimeError(run.output)
        said: list[dict[str, Any]] = json.loads(run.stdout)["units"]
        return said


def claims(files: Registers, unit: Mapping[str, Any]) -> Iterator[Claim]:
    """What a plan promises: with all edits the verdict is reached, without any one it is not."""
    plan = unit["first"]
    for step in plan["steps"]:
        acts = _acts([plan["remedies"][n] for n in step["remedies"]], step["criterion"])
        yield Claim(carried_out(files, acts), step["criterion"], step["after"], reached=True)
        if step["minimal"] and all(len(r["serves"]) == 1 for r in _of(plan, step)):
            for number in range(len(acts)):
                fewer = carried_out(files, [*acts[:number], *acts[number + 1 :]])
                yield Claim(fewer, step["criterion"], step["after"], reached=False)


def _of(plan: Mapping[str, Any], step: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [plan["remedies"][number] for number in step["remedies"]]


Act = tuple[str, tuple[int, int] | None, tuple[tuple[str, str], ...]]
"""A register, the cell to set or None for a new row, and what is written: header and value."""


def _acts(remedies: Sequence[Mapping[str, Any]], criterion: str) -> list[Act]:
    """Every cell to set and every row to add."""
    found: list[Act] = []
    for remedy in remedies:
        new = [edit for edit in remedy["edits"] if edit["file"] is None]
        if new:
            cells = tuple((edit["label"]["vi"], edit["becomes"]["vi"]) for edit in new)
            found.append((_file_of(remedy["register"]["vi"]), None, cells))
        for edit in remedy["edits"]:
            if edit["file"] is not None:
                match = _CELL.fullmatch(edit["place"]["en"])
                assert match, (criterion, edit)
                value = edit["becomes"]["vi"]
                found.append((edit["file"], (int(match[1]), int(match[2])), (("", value),)))
    return found


def _file_of(title: str) -> str:
    return next(f"{n}.csv" for n, spec in table_specs().items() if spec.title.vi == title)


def carried_out(files: Registers, acts: Sequence[Act]) -> Registers:
    """The registers after the acts, as a person would write them."""
    made = {name: [list(row) for row in rows] for name, rows in files.items()}
    for file, cell, said in acts:
        rows = made[file]
        if cell is not None:
            rows[cell[0] - 1][cell[1] - 1] = said[0][1]
            continue
        fields = table_specs()[file.removesuffix(".csv")].fields.values()
        heads = {field.title.vi: field.headers[0] for field in fields if field.headers}
        written = {heads[label]: value for label, value in said}
        rows.append([written.get(head, "") for head in rows[0]])
    return made


def broken(units: Sequence[Registers], packs: Sequence[str] = POSTING) -> tuple[int, list[str]]:
    """How many claims were looked at, and those that do not hold."""
    made = [
        claim
        for first in range(0, len(units), AT_ONCE)
        for batch in [units[first : first + AT_ONCE]]
        for files, said in zip(batch, checked(batch, packs), strict=True)
        for claim in claims(files, said)
    ]
    faults = []
    again = checked([claim.files for claim in made], packs)
    for claim, said in zip(made, again, strict=True):
        (seen,) = [c["verdict"] for c in said["criteria"] if c["id"] == claim.criterion]
        if (_RANKS[seen] >= _RANKS[claim.after]) != claim.reached:
            faults.append(f"{claim.criterion}: {claim.after}, {claim.reached}; seen {seen}")
    return len(made), faults


if __name__ == "__main__":
    number, seed = (int(n) for n in (*sys.argv[1:], *("40", "1")[len(sys.argv) - 1 :]))
    chance = random.Random(seed)
    total = 0
    for _ in range(0, number, AT_ONCE):
        for kind, packs in ((random_unit, POSTING), (random_office, OFFICE)):
            looked, faults = broken([kind(chance) for _ in range(AT_ONCE)], packs)
            total += looked
            print(f"{total} claims", *faults, sep="\n  ", flush=True)
            if faults:
                raise SystemExit(1)
