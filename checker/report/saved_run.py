"""A saved result as the records that reports are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..errors import UsageError
from ..flags import FLAGS
from ..intake.model import FileAccount
from ..notes import Noted, NotesFile
from ..places import Notice
from ..result import (
    BasisShown,
    CriterionResult,
    Decision,
    Evidence,
    Finding,
    Receipt,
    Searched,
)
from ..saved import Saved, Verdict
from ..scores import Scoring, Span
from ..words import Text
from .html.model import Examined, Run
from .saved_scores import SavedScoring


class _Part(BaseModel):
    """Keys that later versions add are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _Words(_Part):
    vi: str
    en: str

    def record(self) -> Text:
        return Text(self.vi, self.en)


class _Range(_Part):
    least: float = Field(alias="min", allow_inf_nan=False)
    most: float = Field(alias="max", allow_inf_nan=False)
    of: float = Field(default=0, allow_inf_nan=False)

    def record(self) -> tuple[Fraction, Fraction]:
        return Fraction(str(self.least)), Fraction(str(self.most))


class _EvidenceInEnglish(_Part):
    place: str
    label: str
    value: str
    expected: str | None


class _Flag(_Part):
    code: str


class _Evidence(_Part):
    file: str
    place: str
    label: str
    value: str
    expected: str | None
    en: _EvidenceInEnglish
    flags: list[_Flag] = []

    def record(self) -> Evidence:
        expected = Text(self.expected, self.en.expected or self.expected) if self.expected else None
        return Evidence(
            self.file,
            Text(self.place, self.en.place),
            Text(self.label, self.en.label),
            Text(self.value, self.en.value),
            expected,
            tuple(flag.code for flag in self.flags if flag.code in FLAGS),
        )


class _Finding(_Part):
    subject: str
    subject_en: str
    message: _Words
    evidence: list[_Evidence]
    advice: _Words

    def record(self) -> Finding:
        return Finding(
            Text(self.subject, self.subject_en),
            self.message.record(),
            tuple(one.record() for one in self.evidence),
            self.advice.record(),
        )


class _Basis(_Part):
    document: str
    article: str
    clause: str
    point: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    confidence: str
    says: _Words

    def record(self) -> BasisShown:
        window = (self.valid_from, self.valid_to)
        cited = (self.document, self.article, self.clause, self.point)
        return BasisShown(*cited, *window, self.confidence, self.says.record())


class _Decision(_Part):
    effect: str
    reason: str
    approver: str
    first: dt.date = Field(alias="from")
    last: dt.date | None = Field(alias="to")

    def record(self) -> Decision:
        return Decision(self.effect, self.reason, self.approver, self.first, self.last)


class _Searched(_Part):
    file: str
    table: str
    rows: int

    def record(self) -> Searched:
        return Searched(self.file, self.table, self.rows)


class _Margin(_Part):
    rows: int


class _Criterion(_Part):
    id: str
    version: str
    pack: str
    title: _Words
    severity: str = "must"
    verdict: Verdict
    reason: str
    reason_en: str
    reason_code: str
    population: int
    satisfied: int
    violated: int
    undetermined: int
    share: _Range | None
    score: _Range | None
    basis: list[_Basis]
    findings: list[_Finding]
    findings_total: int
    gaps: list[_Finding]
    gaps_total: int
    searched: list[_Searched]
    advice: _Words
    decision: _Decision | None
    judged_by: list[str]
    margin: _Margin | None = None

    def record(self) -> CriterionResult:
        return CriterionResult(
            id=self.id,
            version=self.version,
            pack=self.pack,
            title=self.title.record(),
            severity=self.severity,
            verdict=self.verdict,
            reason_code=self.reason_code,
            reason=Text(self.reason, self.reason_en),
            population=self.population,
            satisfied=self.satisfied,
            violated=self.violated,
            undetermined=self.undetermined,
            share=self.share.record() if self.share else None,
            score=self.score.record() if self.score else None,
            points=int(self.score.of) if self.score else 0,
            basis=tuple(one.record() for one in self.basis),
            findings=tuple(one.record() for one in self.findings),
            findings_total=self.findings_total,
            gaps=tuple(one.record() for one in self.gaps),
            gaps_total=self.gaps_total,
            searched=tuple(one.record() for one in self.searched),
            advice=self.advice.record(),
            judged_by=tuple(self.judged_by),
            decision=self.decision.record() if self.decision else None,
            margin=self.margin.rows if self.margin else None,
        )


class _Notice(_Part):
    file: str
    place: str
    code: str
    text: _Words

    def record(self) -> Notice:
        return Notice(self.file, self.place, self.code, self.text.record())


class _Account(_Part):
    file: str
    sha256: str
    table: str | None
    rows_read: int
    rows_kept: int
    rows_refused: int
    places: list[_Words] = []
    notices: list[_Notice] = []

    def record(self) -> FileAccount:
        rows = (self.rows_read, self.rows_kept, self.rows_refused)
        return FileAccount(
            self.file,
            self.sha256,
            self.table or "",
            *rows,
            notices=tuple(one.record() for one in self.notices),
            places=tuple(place.record() for place in self.places),
        )


class _Period(_Part):
    first: dt.date = Field(alias="from")
    last: dt.date = Field(alias="to")


class _Identity(_Part):
    name: str
    code: str
    level: str
    folder: str
    period: _Period


class _Summary(_Part):
    score: _Range


class _Unit(_Part):
    unit: _Identity
    groups: dict[str, Verdict]
    criteria: list[_Criterion]
    intake: list[_Account]
    summary: _Summary
    scoring: SavedScoring | None = None

    def record(self, number: int) -> Examined:
        said, score = self.unit, self.summary.score
        span = Span(*score.record(), Fraction(str(score.of)))
        return Examined(
            number=number,
            name=said.name,
            about=Text(said.code, said.code),
            folder=said.folder,
            criteria=tuple(one.record() for one in self.criteria),
            accounts=tuple(one.record() for one in self.intake),
            period=(said.period.first, said.period.last),
            groups=self.groups,
            scoring=self.scoring.record() if self.scoring else _summed(span),
            level=said.level,
        )


def _summed(span: Span) -> Scoring:
    """Of a result of before schemes no more than the sum is known."""
    return Scoring("", Text("", ""), "", span, (), ())


class _Receipt(_Part):
    engine: str
    judges: list[str]
    rules_sha256: str
    inputs_sha256: str
    unmasked: bool = False
    program_sha256: str = ""

    def record(self) -> Receipt:
        return Receipt(
            engine=self.engine,
            judges=tuple(self.judges),
            plain_only=None,
            rules_sha256=self.rules_sha256,
            inputs_sha256=self.inputs_sha256,
            unmasked=self.unmasked,
            program_sha256=self.program_sha256,
        )


class _Result(_Part):
    as_of: dt.date
    units: list[_Unit]
    notes: list[_Words] = []
    receipt: _Receipt


def run_of_one(saved: Saved, code: str) -> Run:
    """One unit of a saved result.

    Args:
        saved: The result.
        code: The unit's code; empty where the result has but one.

    Raises:
        UsageError: The result is of documents alone, is not whole, has no such unit, or has
            several and none was named.
    """
    if saved.run.units is None:
        raise UsageError(
            Text(
                f"{saved.file}: biên bản là của một đơn vị, còn đây là kết quả của 'motcua doc'",
                f"{saved.file}: minutes are of a unit, but this is a result of 'motcua doc'",
            )
        )
    try:
        result = _Result.model_validate(saved.said)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise UsageError(
            Text(f"{saved.file}: kết quả thiếu hoặc sai: {where}", f"{saved.file}: {where}")
        ) from error
    return Run(
        title=Text("Kết quả kiểm tra Bộ phận Một cửa", "One-stop-shop inspection result"),
        as_of=result.as_of,
        examined=(_chosen(result.units, code).record(1),),
        receipt=result.receipt.record(),
        notes=tuple(note.record() for note in result.notes),
    )


def run_of_notes(saved: Saved, code: str, notes: NotesFile) -> Run:
    """The unit of a saved result that was named; else, of several, the one that the notes name.

    Raises:
        UsageError: As for ``run_of_one``.
    """
    several = len(saved.run.units or ()) > 1
    return run_of_one(saved, code or (notes.notes.unit if several else ""))


def noted(run: Run, notes: NotesFile) -> tuple[Noted, ...]:
    """What an inspector says of a run of one unit, masked where the run is.

    Raises:
        UsageError: As for ``NotesFile.noted``.
    """
    (one,) = run.examined
    said = notes.noted(one.criteria, one.about.vi, run.receipt.inputs_sha256)
    return said if run.receipt.unmasked else tuple(note.masked() for note in said)


def with_opinions(run: Run, said: Sequence[Noted]) -> Run:
    """A run of one unit with what an inspector says of it."""
    (one,) = run.examined
    return replace(run, examined=(replace(one, noted=said),))


def _chosen(units: Iterable[_Unit], code: str) -> _Unit:
    known = list(units)
    meant = [unit for unit in known if code in ("", unit.unit.code)]
    if len(meant) == 1:
        return meant[0]
    listed = ", ".join(sorted(unit.unit.code for unit in known))
    if meant:
        raise UsageError(
            Text(
                f"kết quả có {len(meant)} đơn vị; hãy nêu mã của một đơn vị bằng --unit ({listed})",
                f"the result has {len(meant)} units; name one by its code with --unit ({listed})",
            )
        )
    raise UsageError(
        Text(
            f"kết quả không có đơn vị '{code}' (có: {listed})",
            f"the result has no unit '{code}' (there are: {listed})",
        )
    )
