"""What an inspector says of a result: acceptances and objections, in a file beside it.

A note is attached to a criterion of the result and, where it names them, to a finding and to the
place of its evidence. It is kept apart from the verdict and never changes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from .errors import Diagnostic, RulesError, UsageError
from .intake.unit import Day
from .intake.waivers import code_written
from .marked_yaml import Marked, parse_model, read_marked
from .masking.numbers import mask_numbers
from .result import CriterionResult, Evidence, Finding
from .tables import Strict
from .words import Text, did_you_mean


class Note(Strict):
    """One note. ``subject`` is what a finding is about, ``file`` and ``place`` its evidence's."""

    criterion: str = Field(min_length=1)
    subject: Annotated[str, BeforeValidator(code_written)] = ""
    file: str = ""
    place: str = ""
    stance: Literal["accept", "object"]
    says: str = Field(min_length=1)
    by: str = Field(min_length=1)
    on: Day


class Notes(Strict):
    """A file of notes, and what is known of the inspection for its minutes.

    ``unit`` is the code of the unit that it speaks of. ``inputs_sha256``, as the result's receipt
    has it, ties the notes to the data that the inspector had before them.
    """

    unit: Annotated[str, BeforeValidator(code_written)] = ""
    inputs_sha256: str = Field(default="", pattern="^([0-9a-f]{12,64})?$")
    superior: str = ""
    agency: str = ""
    place: str = ""
    participants: tuple[str, ...] = ()
    chair: str = ""
    secretary: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """A note with the criterion that it speaks of, and its finding where it names one."""

    note: Note
    criterion: CriterionResult
    finding: Finding | None

    def masked(self) -> Noted:
        """The same, with identity and telephone numbers masked; who says it answers by name."""
        says = mask_numbers(self.note.says)
        return replace(self, note=self.note.model_copy(update={"says": says}))


@dataclass(frozen=True, slots=True)
class NotesFile:
    """A file of notes as it was read."""

    notes: Notes
    marked: Marked

    def noted(
        self, criteria: Sequence[CriterionResult], unit: str, inputs_sha256: str
    ) -> tuple[Noted, ...]:
        """The notes with what they speak of, in the order of the result.

        Args:
            criteria: The unit's criteria.
            unit: Its code.
            inputs_sha256: The digest of the result's inputs.

        Raises:
            UsageError: Every note that speaks of what the result does not hold, each at its line
                and column; or the file is of another unit or of other data.
        """
        faults = list(self._of_another(unit, inputs_sha256))
        known = {criterion.id: criterion for criterion in criteria}
        found: list[Noted] = []
        for number, note in enumerate(self.notes.notes):
            try:
                found.append(_attached(note, known))
            except _Unknown as error:
                faults.append(self.marked.fault(("notes", number, error.field), error.text))
        if faults:
            raise UsageError(RulesError(faults).text)
        order = list(known)
        return tuple(sorted(found, key=lambda one: order.index(one.criterion.id)))

    def _of_another(self, unit: str, inputs_sha256: str) -> Iterator[Diagnostic]:
        said = self.notes
        if said.unit and said.unit != unit:
            text = Text(
                f"ý kiến của đơn vị '{said.unit}', còn kết quả là của đơn vị '{unit}'",
                f"notes on the unit '{said.unit}', but the result is of the unit '{unit}'",
            )
            yield self.marked.fault(("unit",), text)
        if not inputs_sha256.startswith(said.inputs_sha256):
            text = Text(
                f"ý kiến viết cho dữ liệu {said.inputs_sha256[:12]}, còn kết quả từ dữ liệu"
                f" {inputs_sha256[:12]}; hãy xem lại từng ý kiến rồi sửa mã này",
                f"notes on the data {said.inputs_sha256[:12]}, but the result is from the data"
                f" {inputs_sha256[:12]}; look at each note again, then change this",
            )
            yield self.marked.fault(("inputs_sha256",), text)


def read_notes(path: Path) -> NotesFile:
    """Read a file of notes.

    Raises:
        UsageError: It cannot be opened, or every fault in it, each at its line and column.
    """
    try:
        marked = read_marked(path.as_posix(), path.read_bytes())
        return NotesFile(parse_model(marked, Notes), marked)
    except RulesError as error:
        raise UsageError(error.text) from error
    except OSError as error:
        raise UsageError(
            Text(
                f"{path}: không đọc được: {error.strerror}",
                f"{path}: cannot read: {error.strerror}",
            )
        ) from error


class _Unknown(Exception):
    """A field of a note names what the result does not hold."""

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text.en)
        self.field = field
        self.text = text


def _attached(note: Note, known: dict[str, CriterionResult]) -> Noted:
    if note.criterion not in known:
        vi, en = "kết quả không có tiêu chí", "the result has no criterion"
        raise _unknown("criterion", note.criterion, (vi, en), known)
    criterion = known[note.criterion]
    told = _about(note, criterion)
    evidence = [one for finding in told for one in finding.evidence]
    files = {one.file for one in evidence}
    if not note.subject:
        files |= {seen.file for seen in criterion.searched}
    if note.file and note.file not in files:
        why = f"{_where(note)} không dựa vào tệp", f"{_where(note)} rests on no file"
        raise _unknown("file", note.file, why, files)
    places = {said for one in evidence if _is_there(note, one) for said in _said(one.place)}
    if note.place and note.place not in places:
        why = f"bằng chứng của {_where(note)} không có vị trí", f"{_where(note)} has no place"
        raise _unknown("place", note.place, why, places)
    return Noted(note, criterion, _one(note, told) if note.subject or note.place else None)


def _about(note: Note, criterion: CriterionResult) -> Sequence[Finding]:
    """The findings and gaps that a note may mean."""
    told = (*criterion.findings, *criterion.gaps)
    if not note.subject:
        return told
    begins = re.compile(re.escape(note.subject) + r"(?![\w.])")
    meant = [f for f in told if any(begins.match(said) for said in _said(f.subject))]
    if not meant:
        why = f"tiêu chí {criterion.id} không nêu mục", f"{criterion.id} tells of no"
        raise _unknown("subject", note.subject, why, (f.subject.vi.split(" – ")[0] for f in told))
    return meant


def _one(note: Note, told: Sequence[Finding]) -> Finding:
    """The only finding that a note fits."""
    fitting = [
        finding
        for finding in told
        if not (note.file or note.place)
        or any(
            _is_there(note, one) and note.place in ("", *_said(one.place))
            for one in finding.evidence
        )
    ]
    if len(fitting) > 1:
        text = Text(
            f"{len(fitting)} mục của {_where(note)} cùng khớp; hãy ghi rõ hơn bằng 'subject',"
            " 'file' hoặc 'place'",
            f"{len(fitting)} findings of {_where(note)} fit; say which by 'subject', 'file' or"
            " 'place'",
        )
        raise _Unknown("subject" if note.subject else "place", text)
    return fitting[0]


def _is_there(note: Note, evidence: Evidence) -> bool:
    return note.file in ("", evidence.file)


def _said(text: Text) -> tuple[str, str]:
    return text.vi, text.en


def _where(note: Note) -> str:
    return f"{note.criterion} ({note.subject})" if note.subject else note.criterion


def _unknown(field: str, said: str, why: tuple[str, str], known: Iterable[str]) -> _Unknown:
    hint = did_you_mean(said, known)
    vi, en = why
    return _Unknown(field, Text(f"{vi} '{said}'{hint.vi}", f"{en} '{said}'{hint.en}"))
