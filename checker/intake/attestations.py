"""``attestations.yaml``: what no export shows, said by a person who answers for it.

Each answer names its question, who gives it and when, until when it holds, and a file in
``evidence/`` by its digest. An answer whose evidence is not there, or is another file than the one
that was looked at, is no answer: it counts as unknown, and a notice says why.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from ..errors import Diagnostic, RulesError, UsageError
from ..marked_yaml import Marked, parse_model, read_marked
from ..places import Notice, Source
from ..tables import Strict, table_specs
from ..words import Text, did_you_mean, fold
from .folder import EVIDENCE, UnitFileEntry
from .model import FileAccount, Row, Value
from .reader import hash_file
from .unit import Day

ATTESTATIONS_FILE = "attestations.yaml"
TABLE = "attestations"
_ANSWERS = {"co": True, "yes": True, "khong": False, "no": False}
_LABELS = {
    "question": "question",
    "answer": "answer",
    "answered_by": "who",
    "answered_on": "when",
    "valid_to": "valid_to",
    "evidence": "evidence",
}


def _answer(value: object) -> object:
    if isinstance(value, str) and fold(value) in _ANSWERS:
        return _ANSWERS[fold(value)]
    if isinstance(value, bool):
        return value
    raise ValueError("trả lời 'có' hoặc 'không' / answer 'yes' or 'no'")


class EvidenceFile(Strict):
    """A file in ``evidence/`` as it was when the question was answered."""

    file: str = Field(min_length=1)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Attestation(Strict):
    """One answer; it holds from ``when`` to ``valid_to``, both included."""

    question: str = Field(min_length=1)
    answer: Annotated[bool, BeforeValidator(_answer)]
    who: str = Field(min_length=1)
    when: Day
    valid_to: Day
    evidence: EvidenceFile

    @model_validator(mode="after")
    def _in_order(self) -> Attestation:
        if self.when > self.valid_to:
            raise ValueError("ngày 'when' sau ngày 'valid_to' / 'when' is after 'valid_to'")
        return self


@dataclass(frozen=True, slots=True)
class Attested:
    """The answers of a unit in the order of the file, as rows, and an account of every file."""

    answers: tuple[Attestation, ...]
    source: Source
    rows: tuple[Row, ...]
    accounts: tuple[FileAccount, ...]


def read_attestations(path: Path, evidence: Sequence[UnitFileEntry]) -> Attested | None:
    """The attestations of a unit; None where it has no such file and no evidence.

    Args:
        path: The ``attestations.yaml`` itself.
        evidence: What lies in the unit's folder ``evidence/``.

    Raises:
        UsageError: Every fault in the file, each at its line and column.
    """
    if not path.exists() and not evidence:
        return None
    content = path.read_bytes() if path.exists() else b""
    try:
        answers = _answers(read_marked(path.as_posix(), content))
    except RulesError as error:
        raise UsageError(error.text) from error
    digest = hashlib.sha256(content).hexdigest()
    digests = {entry.name: _sha256(entry.path) for entry in evidence}
    notices = [n for one in answers if (n := _evidence_fault(one, digests))]
    faulty = {notice.place for notice in notices}
    rows = tuple(
        (number, _values(one, known=one.question not in faulty))
        for number, one in enumerate(answers, start=1)
    )
    accounts = (
        [FileAccount(ATTESTATIONS_FILE, digest, TABLE, len(rows), len(rows), 0, tuple(notices))]
        if path.exists()
        else []
    )
    accounts.extend(_of_evidence(answers, digests))
    source = Source(ATTESTATIONS_FILE, digest, TABLE, "record", labels=_LABELS)
    return Attested(answers, source, rows, tuple(accounts))


def _answers(marked: Marked) -> tuple[Attestation, ...]:
    if marked.data is None:
        return ()
    if not isinstance(marked.data, list):
        text = Text(
            vi="cần một danh sách xác nhận, mỗi mục bắt đầu bằng '- question: …'",
            en="a list of attestations is needed, each item beginning with '- question: …'",
        )
        raise RulesError([marked.fault((), text)])
    found: list[Attestation] = []
    faults: list[Diagnostic] = []
    for number in range(len(marked.data)):
        try:
            found.append(parse_model(marked, Attestation, (number,)))
        except RulesError as error:
            faults.extend(error.diagnostics)
    for number, one in enumerate(found if not faults else ()):
        if any(one.question == other.question for other in found[:number]):
            text = Text(
                f"câu hỏi '{one.question}' được trả lời hai lần; hãy giữ một",
                f"question '{one.question}' is answered twice; keep one answer",
            )
            faults.append(marked.fault((number, "question"), text))
    if faults:
        raise RulesError(faults)
    return tuple(found)


def _values(one: Attestation, known: bool) -> tuple[Value, ...]:
    values: dict[str, Value] = {
        "question": one.question,
        "answer": one.answer if known else None,
        "answered_by": one.who,
        "answered_on": one.when,
        "valid_to": one.valid_to,
        "evidence": one.evidence.file,
    }
    return tuple(values[field] for field in table_specs()[TABLE].fields)


def _sha256(path: Path) -> str:
    try:
        return hash_file(path)
    except OSError:
        return ""  # no digest fits it, so it is no evidence


def _name(one: Attestation) -> str:
    return unicodedata.normalize("NFC", one.evidence.file.replace("\\", "/")).removeprefix("./")


def _evidence_fault(one: Attestation, digests: dict[str, str]) -> Notice | None:
    """Why the evidence of an answer does not stand, if so; the place is the question."""
    name = _name(one)
    if name not in digests:
        hint = did_you_mean(name, digests)
        text = Text(
            f"tệp minh chứng '{name}' không có trong thư mục {EVIDENCE}/ nên trả lời này coi như "
            f"chưa có{hint.vi}",
            f"the evidence '{name}' is not in the folder {EVIDENCE}/, so the answer counts as not "
            f"given{hint.en}",
        )
        return Notice(ATTESTATIONS_FILE, one.question, "missing_evidence", text)
    if digests[name] != one.evidence.sha256:
        text = Text(
            f"tệp minh chứng '{name}' không còn là tệp đã xác nhận (SHA-256 khác) nên trả lời này "
            "coi như chưa có; hãy xem lại và trả lời lại",
            f"the evidence '{name}' is not the file that was attested (another SHA-256), so the "
            "answer counts as not given; look again and answer anew",
        )
        return Notice(ATTESTATIONS_FILE, one.question, "changed_evidence", text)
    return None


def _of_evidence(answers: Sequence[Attestation], digests: dict[str, str]) -> Iterator[FileAccount]:
    used = {_name(one) for one in answers}
    for name, digest in digests.items():
        notices: tuple[Notice, ...] = ()
        if name not in used:
            text = Text(
                f"không xác nhận nào trong {ATTESTATIONS_FILE} nêu tệp minh chứng này",
                f"no attestation in {ATTESTATIONS_FILE} names this file",
            )
            notices = (Notice(name, "", "unused_evidence", text),)
        yield FileAccount(name, digest, "", notices=notices)
