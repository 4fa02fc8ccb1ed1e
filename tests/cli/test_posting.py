"""Near misses of codes, and attestations, from files to the page that an officer reads."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from motcua.cli import main

FILES = {
    "unit.yaml": "name: UBND xã Thử\ncode: H99.1\nlevel: commune\nprovince: tỉnh Minh Giang\n"
    "fields: [Hộ tịch]\nperiod: {from: 2026-01-01, to: 2026-11-22}\n",
    "quyet-dinh.csv": "Số quyết định công bố,Ngày ký,Ngày có hiệu lực\n"
    "10/QĐ-UBND,01/03/2026,10/03/2026\n",
    "danh-muc.csv": "Mã thủ tục,Tên thủ tục,Lĩnh vực,Cấp thực hiện,Quyết định công bố,Loại\n"
    "1.004222.000.00.00.H99,Thủ tục thử,Hộ tịch,Cấp xã,10/QĐ-UBND,Mới\n",
}
POSTINGS = "Mã thủ tục,Tên thủ tục,Hình thức niêm yết,Ngày niêm yết,Ngày gỡ\n"


def checked(folder: Path, files: dict[str, str], *options: str) -> str:
    for name, text in (FILES | files).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    arguments = ["check", str(folder), "--as-of", "2026-11-22", "--pack", "posting", *options]
    return CliRunner().invoke(main, arguments).stdout


def result(folder: Path, files: dict[str, str]) -> dict[str, Any]:
    unit: dict[str, Any] = json.loads(checked(folder, files, "--format", "json"))["units"][0]
    return unit


def posted(written: str) -> dict[str, str]:
    return {"niem-yet.csv": f"{POSTINGS}{written},Thủ tục thử,Bảng,09/03/2026,\n"}


@pytest.mark.parametrize("written", ["1.004222", "1.004222.H20", "1.004222.000.00.00.H20"])
def test_every_form_of_a_code_is_one_procedure(tmp_path: Path, written: str):
    criteria = {c["id"]: c for c in result(tmp_path, posted(written))["criteria"]}
    assert (criteria["NY-01"]["verdict"], criteria["NY-09"]["verdict"]) == ("pass", "pass")


@pytest.mark.parametrize("written", ["1.004223", "1.O04222", "004222", "1.04222", "1.004223.H20"])
def test_a_near_miss_is_shown_and_is_not_missing(tmp_path: Path, written: str):
    unit = result(tmp_path, posted(written))
    criteria = {c["id"]: c for c in unit["criteria"]}
    shown = written.removesuffix(".H20")
    assert criteria["NY-01"]["verdict"] == "undetermined"
    assert "thiếu cột" not in criteria["NY-01"]["reason"]
    (gap,) = criteria["NY-01"]["gaps"]
    assert (gap["evidence"][-1]["label"], gap["evidence"][-1]["value"]) == ("Gần giống mã", shown)
    (gap,) = criteria["NY-09"]["gaps"]
    assert (
        gap["message"]["vi"].endswith("gần giống mã 1.004222") and written in gap["message"]["vi"]
    )


def test_another_code_is_missing(tmp_path: Path):
    criteria = {c["id"]: c for c in result(tmp_path, posted("2.000528"))["criteria"]}
    assert criteria["NY-01"]["verdict"] == "fail"


def attested(question: str, valid_to: str) -> dict[str, str]:
    photo = "ảnh"
    digest = hashlib.sha256(photo.encode()).hexdigest()
    return {
        "evidence/anh.jpg": photo,
        "attestations.yaml": f"- question: {question}\n  answer: có\n  who: Người Thử\n"
        f"  when: 2026-06-01\n  valid_to: {valid_to}\n"
        f"  evidence: {{file: evidence/anh.jpg, sha256: {digest}}}\n",
    }


@pytest.mark.parametrize(
    ("question", "valid_to", "verdict", "code"),
    [
        ("board_readable", "2026-11-22", "pass", None),
        ("board_readable", "2026-11-21", "undetermined", "lapsed_attestation"),
        ("board_readible", "2026-11-22", "undetermined", "unknown_question"),
    ],
)
def test_an_attestation_counts_until_it_lapses(
    tmp_path: Path, question: str, valid_to: str, verdict: str, code: str | None
):
    unit = result(tmp_path, attested(question, valid_to))
    criteria = {c["id"]: c for c in unit["criteria"]}
    assert criteria["NY-34"]["verdict"] == verdict
    codes = [n["code"] for account in unit["intake"] for n in account["notices"]]
    assert (code in codes) if code else not codes


def test_a_column_that_two_units_lack_is_named_once_to_each(tmp_path: Path):
    headers, row = POSTINGS.replace(",Ngày gỡ", ""), "1.004222,Thủ tục thử,Bảng,09/03/2026"
    without = {"niem-yet.csv": f"{headers}{row}\n"}
    both = {f"{folder}/{name}": text for folder in "ab" for name, text in (FILES | without).items()}
    for path, text in both.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    arguments = ["check", str(tmp_path), "--as-of", "2026-11-22", "--pack", "posting"]
    said = json.loads(CliRunner().invoke(main, [*arguments, "--format", "json"]).stdout)
    for unit in said["units"]:
        reason = next(c["reason"] for c in unit["criteria"] if c["id"] == "NY-01")
        assert "tệp thiếu cột (niem-yet.csv: Ngày gỡ)" in reason
