"""A criterion that a person answers: written short, judged like any other.

What no export shows is asked as a question (``questions/*.yaml``) and answered in a unit's
``attestations.yaml``. Of such criteria only the question, the law and the advice differ, so a
file that names a ``question`` leaves the rest out and gets it here.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from ..tables import Strict, Words
from .fixes import Fix
from .models import Applies, Criterion, Evidence, Messages, Provision, Version

SUBJECT = "attested"
"""The subject of every such criterion: ``rules/posting/subjects/attested.sql``."""

_EMPTY = Words(vi="Bộ quy tắc không có câu hỏi này", en="The rules do not hold this question")
_UNDETERMINED = Words(
    vi="Chưa có xác nhận còn giá trị, kèm minh chứng, cho câu hỏi {question}",
    en="No attestation with evidence holds for the question {question}",
)
_EVIDENCE = (
    Evidence(
        column="answer",
        label=Words(vi="Trả lời", en="Answer"),
        expected=Words(vi="có", en="yes"),
    ),
    Evidence(column="answered_by", label=Words(vi="Người trả lời", en="Answered by")),
    Evidence(column="answered_on", label=Words(vi="Ngày trả lời", en="Answered on")),
    Evidence(column="valid_to", label=Words(vi="Có giá trị đến", en="Valid to")),
    Evidence(column="evidence", label=Words(vi="Minh chứng", en="Evidence")),
)

_FIX = Fix(set="attestations", row="attestation_at", values={"answer": True})
"""Done is what the advice says; then somebody who answers for it attests it anew."""


class AttestedVersion(Strict):
    """Between which days the question is asked, and on which ground."""

    valid_from: dt.date
    valid_to: dt.date | None = None
    basis: tuple[Provision, ...] = Field(min_length=1)


class AttestedCriterion(Strict):
    """``<ID>.yaml`` with a ``question``: satisfied when the unit attests it, with evidence."""

    id: str = Field(pattern=r"^[A-Z]{2,6}-[0-9]{2,3}$")
    pack: str = Field(pattern=r"^[a-z][a-z0-9]*$")
    title: Words
    severity: Literal["must", "may"] = "must"
    points: Annotated[int, Field(ge=1, le=1000)] = 1
    question: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="Its name in questions/*.yaml")
    applies: Applies | None = None
    versions: tuple[AttestedVersion, ...] = Field(min_length=1)
    violated: Words = Field(description="What a finding says where the answer is no")
    advice: Words

    def criterion(self) -> Criterion:
        """The same, written out."""
        versions = tuple(
            Version(
                valid_from=one.valid_from,
                valid_to=one.valid_to,
                basis=one.basis,
                among=f"question = '{self.question}'",
                must="answer",
            )
            for one in self.versions
        )
        return Criterion(
            id=self.id,
            pack=self.pack,
            title=self.title,
            severity=self.severity,
            points=self.points,
            subject=SUBJECT,
            applies=self.applies,
            on_empty="undetermined",
            empty_reason=_EMPTY,
            versions=versions,
            message=Messages(violated=self.violated, undetermined=_UNDETERMINED),
            evidence=_EVIDENCE,
            advice=self.advice,
            fix=(_FIX,),
        )
