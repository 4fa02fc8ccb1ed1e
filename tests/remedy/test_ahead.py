"""How far a verdict is from its edge: in rows, and in days."""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from motcua.checker.judge.terms import Band, Case, Terms
from motcua.cli import main

UNIT = """name: UBND xã Thử
code: H99.1
level: commune
province: tỉnh Minh Giang
fields: [Hộ tịch]
period: {from: 2026-01-01, to: 2026-11-22}
"""
HEADS = {
    "quyet-dinh.csv": "Số quyết định công bố,Ngày ký,Ngày có hiệu lực\n",
    "danh-muc.csv": "Mã thủ tục,Tên thủ tục,Lĩnh vực,Cấp thực hiện,Quyết định công bố,Loại\n",
    "niem-yet.csv": "Mã thủ tục,Tên thủ tục,Hình thức niêm yết,Ngày niêm yết,Ngày gỡ\n",
}
ROWS = {
    "quyet-dinh.csv": "10/QĐ-UBND,01/03/2026,10/03/2026\n11/QĐ-UBND,20/11/2026,05/12/2026\n",
    "danh-muc.csv": "1.004222,Thủ tục thử,Hộ tịch,Cấp xã,10/QĐ-UBND,Mới\n"
    "1.004333,Thủ tục sắp tới,Hộ tịch,Cấp xã,11/QĐ-UBND,Mới\n",
    "niem-yet.csv": "1.004222,Thủ tục thử,Bảng,09/03/2026,\n",
}


def write(folder: Path) -> None:
    (folder / "evidence").mkdir()
    (folder / "evidence" / "anh.jpg").write_bytes(b"anh")
    digest = hashlib.sha256(b"anh").hexdigest()
    (folder / "unit.yaml").write_text(UNIT, encoding="utf-8")
    (folder / "attestations.yaml").write_text(
        "- question: board_readable\n  answer: có\n  who: Người Thử\n  when: 2026-06-01\n"
        "  valid_to: 2026-12-31\n"
        f"  evidence: {{file: evidence/anh.jpg, sha256: {digest}}}\n",
        encoding="utf-8",
    )
    for name, rows in ROWS.items():
        (folder / name).write_text(HEADS[name] + rows, encoding="utf-8")


def checked(folder: Path, day: str) -> dict[str, Any]:
    asked = ["check", str(folder), "--pack", "posting", "--format", "json", "--as-of", day]
    said: dict[str, Any] = json.loads(CliRunner().invoke(main, asked).stdout)["units"][0]
    return said


def verdicts(unit: dict[str, Any]) -> dict[str, str]:
    return {criterion["id"]: criterion["verdict"] for criterion in unit["criteria"]}


def test_what_lies_ahead_happens_on_the_day_that_was_said_and_not_before(tmp_path: Path):
    write(tmp_path)
    now = checked(tmp_path, "2026-11-22")
    told = {one["criterion"]: one for one in now["first"]["ahead"]}
    assert {id_: (one["day"], one["days"]) for id_, one in told.items()} == {
        "NY-01": ("2026-12-05", 13),
        "NY-34": ("2027-01-01", 40),
    }
    for id_, eve in (("NY-01", "2026-12-04"), ("NY-34", "2026-12-31")):
        assert verdicts(checked(tmp_path, eve))[id_] == told[id_]["before"] == "pass"
        assert verdicts(checked(tmp_path, told[id_]["day"]))[id_] == told[id_]["after"]


@given(st.integers(1, 60), st.data())
def test_the_margin_is_the_last_row_that_changes_nothing(population: int, data: st.DataObject):
    satisfied = data.draw(st.integers(0, population))
    bands = (Band("pass", 900_000, 1000), Band("partial", 333_333, 500))
    terms = Terms("A-01", "a", bands, "undetermined", Fraction(1))

    def credit(number: int) -> Fraction:
        rows = {"satisfied": number, "violated": population - number}
        share = Case("A-01", population=population, **rows).share_ppm
        assert share
        return terms.credit(share[0])

    spare = terms.spare(satisfied, population)
    if spare is None:
        assert credit(satisfied) == 0
        return
    assert credit(satisfied - spare) == credit(satisfied)
    if satisfied > spare:
        assert credit(satisfied - spare - 1) < credit(satisfied)
