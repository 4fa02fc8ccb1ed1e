from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from motcua.checker.errors import UsageError
from motcua.checker.intake.attestations import Attested, read_attestations
from motcua.checker.intake.folder import open_unit
from motcua.checker.tables import table_specs

UNIT = "name: UBND xã Thử\ncode: X01\nlevel: commune\nprovince: Tỉnh Thử\n"
PHOTO = b"\xff\xd8 a photo"
SHA = hashlib.sha256(PHOTO).hexdigest()
ANSWER = f"""\
- question: board_readable
  answer: có
  who: Người Thử
  when: 01/06/2026
  valid_to: 31/12/2026
  evidence: {{file: evidence/bang.jpg, sha256: {SHA}}}
"""


def attested(folder: Path, said: str = ANSWER, photo: bytes | None = PHOTO) -> Attested | None:
    (folder / "unit.yaml").write_text(UNIT, encoding="utf-8")
    if said:
        (folder / "attestations.yaml").write_text(said, encoding="utf-8")
    if photo is not None:
        (folder / "evidence").mkdir()
        (folder / "evidence" / "bang.jpg").write_bytes(photo)
    return read_attestations(folder / "attestations.yaml", open_unit(folder).evidence)


def answer(found: Attested | None) -> object:
    assert found is not None
    ((_, values),) = found.rows
    return values[list(table_specs()["attestations"].fields).index("answer")]


def codes(found: Attested | None) -> list[str]:
    assert found is not None
    return [notice.code for account in found.accounts for notice in account.notices]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("có", True), ("yes", True), ("true", True), ("không", False), ("no", False), ("Có", True)],
)
def test_an_answer_with_its_evidence_is_known(tmp_path: Path, written: str, meant: bool):
    found = attested(tmp_path, ANSWER.replace("answer: có", f"answer: {written}"))
    assert answer(found) is meant
    assert codes(found) == []


def test_an_answer_whose_evidence_is_missing_is_unknown(tmp_path: Path):
    found = attested(tmp_path, photo=None)
    assert answer(found) is None
    assert codes(found) == ["missing_evidence"]


def test_an_answer_whose_evidence_is_another_file_is_unknown(tmp_path: Path):
    found = attested(tmp_path, photo=PHOTO + b".")
    assert answer(found) is None
    assert codes(found) == ["changed_evidence"]


@pytest.mark.parametrize("name", ["../bang.jpg", "unit.yaml", "evidence/../unit.yaml"])
def test_evidence_lies_in_its_folder_only(tmp_path: Path, name: str):
    found = attested(tmp_path, ANSWER.replace("evidence/bang.jpg", name))
    assert answer(found) is None
    assert codes(found) == ["missing_evidence", "unused_evidence"]


def test_a_link_is_no_evidence(tmp_path: Path):
    outside = tmp_path / "bang.jpg"
    outside.write_bytes(PHOTO)
    unit = tmp_path / "unit"
    (unit / "evidence").mkdir(parents=True)
    (unit / "evidence" / "bang.jpg").symlink_to(outside)
    found = attested(unit, photo=None)
    assert answer(found) is None


def test_every_file_of_evidence_has_an_account(tmp_path: Path):
    found = attested(tmp_path, said="")
    assert found is not None
    assert [(a.file, a.sha256) for a in found.accounts] == [("evidence/bang.jpg", SHA)]
    assert codes(found) == ["unused_evidence"]


def test_evidence_is_not_read_as_data(tmp_path: Path):
    attested(tmp_path)
    folder = open_unit(tmp_path)
    assert (folder.exports, folder.documents) == ((), ())


def test_a_unit_without_attestations_has_none(tmp_path: Path):
    assert attested(tmp_path, said="", photo=None) is None


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("who: Người Thử", "whom: Người Thử", "3:3"),
        ("answer: có", "answer: có lẽ", "2:3"),
        ("when: 01/06/2026", "when: 31/02/2026", "4:3"),
        ("when: 01/06/2026", "when: 01/01/2027", "1:3"),
        (SHA, SHA[:-1], "6:39"),
    ],
)
def test_a_fault_is_told_at_its_line_and_column(tmp_path: Path, old: str, new: str, place: str):
    with pytest.raises(UsageError) as fault:
        attested(tmp_path, ANSWER.replace(old, new))
    assert f"attestations.yaml:{place}:" in fault.value.text.vi


def test_a_question_is_answered_once(tmp_path: Path):
    with pytest.raises(UsageError, match="answered twice"):
        attested(tmp_path, ANSWER + ANSWER.replace("answer: có", "answer: không"))
