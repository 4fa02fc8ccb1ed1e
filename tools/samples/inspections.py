"""Many units at once: two inspections re-told with invented units, each fault named as data.

Each unit hands in three exports: the decisions of publication, the list of procedures of its
fields, and its posting register. The faults stand in ``inspections-*.yaml`` beside this file.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from .plan import ALWAYS, HERE, WHERE_IT_HAS_THEM
from .registers import Cell, Record, Register, delimited

NAMES = ("2020-h1", "2022-q2")
CHANGES = {"old": "Sửa đổi, bổ sung", "new": "Mới", "abolished": "Bãi bỏ"}
UNIT = """\
name: {name}
code: H99.{number}
level: {level}
province: {province}
fields: [{fields}]
{iso}period: {{from: {first}, to: {last}}}
parameters:
  posting_grace_days: {{value: 0, basis: "{rule}"}}
  form_right_after: {{value: 1, basis: "{rule}"}}
"""
DECISIONS = {
    "Số quyết định": "decision_no",
    "Ngày ký": "signed_on",
    "Ngày có hiệu lực": "effective_on",
    "Cơ quan ban hành": "issuer",
    "Trích yếu": "title",
}
PROCEDURES = {
    "Mã TTHC": "code",
    "Tên TTHC": "name",
    "Lĩnh vực": "field",
    "Cấp thực hiện": "levels",
    "Quyết định công bố": "decision_no",
    "Tình trạng": "change",
    "Có mẫu đơn": "has_form",
    "Có phí": "has_fee",
    "Có điều kiện": "has_conditions",
}
POSTINGS = {
    "Mã TTHC": "code",
    "Tên TTHC": "name",
    "Hình thức": "channel",
    "Ngày niêm yết": "posted_on",
    "Ngày gỡ": "removed_on",
    "Trình tự": "shows_steps",
    "Cách thức": "shows_method",
    "Thành phần": "shows_components",
    "Thời hạn": "shows_time_limit",
    "Đối tượng": "shows_who",
    "Cơ quan": "shows_body",
    "Mẫu đơn": "shows_form",
    "Phí": "shows_fee",
    "Điều kiện": "shows_conditions",
    "Kết quả": "shows_result",
    "Chỗ đặt mẫu đơn": "form_place",
}
LEVELS = {"commune": "Cấp xã", "district": "Cấp huyện", "department": "Cấp tỉnh"}


def files(inspection: str) -> dict[str, bytes]:
    """Every unit's files by their path in the inspection's folder."""
    text = (HERE / f"inspections-{inspection}.yaml").read_text(encoding="utf-8")
    plan = yaml.safe_load(text)
    written: dict[str, bytes] = {}
    for number, (folder, unit) in enumerate(plan["units"].items(), start=201):
        written[f"{folder}/unit.yaml"] = _unit(unit, number, plan).encode()
        written |= {f"{folder}/{name}": file for name, file in exports(unit, plan).items()}
    return written


def exports(unit: Mapping[str, Any], plan: Mapping[str, Any]) -> dict[str, bytes]:
    """A unit's three exports by name, with the faults that are named for it."""
    rows = listed(unit)
    registers = (
        ("quyet-dinh.csv", DECISIONS, _decisions(plan)),
        ("thu-tuc.csv", PROCEDURES, [_listing(row, plan) for row in rows]),
        ("niem-yet.csv", POSTINGS, list(_postings(rows, unit, plan))),
    )
    return {
        name: delimited(Register("", (), columns, records)) for name, columns, records in registers
    }


def listed(unit: Mapping[str, Any]) -> list[dict[str, str]]:
    """The procedures of a unit's fields as published, those of other levels among them."""
    return [row for row in _procedures() if row["field"] in unit["fields"]]


def own(unit: Mapping[str, Any]) -> list[dict[str, str]]:
    """The procedures that the unit itself handles, without those that were abolished."""
    mine = (row for row in listed(unit) if row["levels"] == LEVELS[unit["level"]])
    return [row for row in mine if row["published"] != "abolished"]


def _procedures() -> list[dict[str, str]]:
    with (HERE / "inspections.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _unit(unit: Mapping[str, Any], number: int, plan: Mapping[str, Any]) -> str:
    return UNIT.format(
        name=unit["name"],
        number=number,
        level=unit["level"],
        province=plan["province"],
        fields=", ".join(unit["fields"]),
        iso="applies_iso: false\n" if unit["level"] == "commune" else "",
        first=plan["period"]["from"],
        last=plan["period"]["to"],
        rule=plan["rule"],
    )


def _decisions(plan: Mapping[str, Any]) -> list[Record]:
    issuer = f"UBND {plan['province']}"
    return [{**decision, "issuer": issuer} for decision in plan["decisions"].values()]


def _listing(procedure: Mapping[str, str], plan: Mapping[str, Any]) -> Record:
    has = procedure["has"].split()
    return {
        **procedure,
        "decision_no": plan["decisions"][procedure["published"]]["decision_no"],
        "change": CHANGES[procedure["published"]],
        **{f"has_{part}": "Có" if part in has else "Không" for part in WHERE_IT_HAS_THEM},
    }


def _postings(
    listed: list[dict[str, str]], unit: Mapping[str, Any], plan: Mapping[str, Any]
) -> Iterator[Record]:
    """The register of a unit that does everything right, but for the faults named for it."""
    mine = [row for row in listed if row["levels"] == LEVELS[unit["level"]]]
    for row in mine:
        if row["code"] not in unit.get("unposted", ()):
            yield {**_right(row, plan), **_faults(row["code"], unit)}


def _right(procedure: Mapping[str, str], plan: Mapping[str, Any]) -> Record:
    """On the board two days before its decision takes effect; abolished ones are taken down."""
    published = procedure["published"]
    eve = dt.timedelta(days=2)
    since = plan["decisions"]["old" if published == "abolished" else published]["effective_on"]
    shown = {*ALWAYS, *procedure["has"].split()}
    return {
        "code": procedure["code"],
        "name": procedure["name"],
        "channel": "Bảng niêm yết",
        "posted_on": since - eve,
        "removed_on": plan["decisions"]["abolished"]["effective_on"] - eve
        if published == "abolished"
        else None,
        **{f"shows_{part}": "x" if part in shown else "" for part in (*ALWAYS, *WHERE_IT_HAS_THEM)},
        "form_place": "Ngay sau thủ tục",
    }


def _faults(code: str, unit: Mapping[str, Any]) -> Record:
    """What this unit's register says otherwise of a procedure."""
    changes: dict[str, Cell] = {f"shows_{part}": "" for part in unit.get("thin", {}).get(code, ())}
    for fault, field in (
        ("late", "posted_on"),
        ("taken_down", "removed_on"),
        ("miswritten", "code"),
    ):
        if code in unit.get(fault, {}):
            changes[field] = unit[fault][code]
    if code in unit.get("hanging", ()):
        changes["removed_on"] = None
    if code in unit.get("form_elsewhere", ()):
        changes["form_place"] = "Để riêng"
    if code in unit.get("formless", ()):
        changes |= {"shows_form": "", "form_place": "Không có"}
    return changes
