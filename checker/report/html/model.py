"""What pages are made of: a run's units or documents under one form."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ...intake.model import FileAccount
from ...notes import Noted
from ...plans import Plan
from ...result import (
    CopyMade,
    CriterionResult,
    DocumentResult,
    DocumentsResult,
    Receipt,
    Result,
    UnitResult,
)
from ...scores import Scoring
from ...words import Lang, Text

DECIDED = ("pass", "partial", "fail")
_UNKNOWN_KIND = Text("không rõ tên loại", "unknown type")


@dataclass(frozen=True, slots=True)
class Examined:
    """A unit or a document.

    ``number`` counts from 1 in the order of the run; ``about`` is the unit's code or the document's
    type; ``level`` the unit's, empty of a document; ``groups`` are the packs with their verdicts,
    empty where there is but one; ``noted`` is what an inspector says of criteria.
    """

    number: int
    name: str
    about: Text
    folder: str
    criteria: Sequence[CriterionResult]
    accounts: Sequence[FileAccount]
    period: tuple[dt.date, dt.date] | None = None
    groups: Mapping[str, str] = field(default_factory=dict)
    copies: Sequence[CopyMade] = ()
    scoring: Scoring | None = None
    plan: Plan | None = None
    level: str = ""
    noted: Sequence[Noted] = ()

    @property
    def anchor(self) -> str:
        """What its section is called in a page."""
        return f"m{self.number}"

    def counts(self) -> Counter[str]:
        """How many criteria have each verdict."""
        return Counter(criterion.verdict for criterion in self.criteria)

    def by_people(self) -> int:
        """How many criteria were decided by what somebody attested."""
        return sum(
            criterion.verdict in DECIDED
            and any(searched.table == "attestations" for searched in criterion.searched)
            for criterion in self.criteria
        )

    def score(self) -> tuple[Fraction, Fraction, Fraction]:
        """Least and greatest total score, and the points that could be had."""
        if self.scoring:
            return self.scoring.span.least, self.scoring.span.greatest, self.scoring.span.of
        scored = [(c.score, c.points) for c in self.criteria if c.score is not None]
        least = sum((ends[0] for ends, _ in scored), Fraction(0))
        most = sum((ends[1] for ends, _ in scored), Fraction(0))
        return least, most, Fraction(sum(points for _, points in scored))


@dataclass(frozen=True, slots=True)
class Run:
    """A whole run. ``examined`` can be gone through as often as wanted."""

    title: Text
    as_of: dt.date
    examined: Iterable[Examined]
    receipt: Receipt
    notes: Sequence[Text] = ()

    def few(self, most: int) -> bool:
        """Are there at most so many units or documents?"""
        return all(one.number <= most for one in self.examined)


@dataclass(frozen=True, slots=True)
class Detail:
    """How one unit or document is shown.

    ``level`` is that of its own heading, ``findings`` how many are shown of a criterion, ``prefix``
    what its anchors begin with, so that a page has none twice.
    """

    lang: Lang
    level: int
    findings: int
    prefix: str = ""

    def heading(self, below: int) -> str:
        """The element of a heading so many levels below its own."""
        return f"h{min(self.level + below, 6)}"


class _Documents:
    """Documents as they are read from where they were put aside, one at a time."""

    def __init__(self, documents: Iterable[DocumentResult]) -> None:
        self._documents = documents

    def __iter__(self) -> Iterator[Examined]:
        for number, document in enumerate(self._documents, start=1):
            yield Examined(
                number=number,
                name=document.file,
                about=_kind(document),
                folder=document.file,
                criteria=document.criteria,
                accounts=(document.account,),
                copies=document.copies,
            )


def run_of_units(result: Result) -> Run:
    """A run over units."""
    examined = tuple(_unit(number, unit) for number, unit in enumerate(result.units, start=1))
    title = Text("Kết quả kiểm tra Bộ phận Một cửa", "One-stop-shop inspection result")
    return Run(title, result.as_of, examined, result.receipt, result.notes)


def run_of_documents(result: DocumentsResult) -> Run:
    """A run over documents alone."""
    title = Text("Kết quả kiểm tra thể thức văn bản", "Document formatting result")
    return Run(title, result.as_of, _Documents(result.documents), result.receipt)


def _unit(number: int, unit: UnitResult) -> Examined:
    return Examined(
        number=number,
        name=unit.name,
        about=Text(unit.code, unit.code),
        folder=unit.folder,
        criteria=unit.criteria,
        accounts=unit.intake,
        period=unit.period,
        groups=unit.groups,
        scoring=unit.scoring,
        plan=unit.plan,
        level=unit.level,
    )


def _kind(document: DocumentResult) -> Text:
    kind = document.doc_type
    return Text(kind, kind) if kind else _UNKNOWN_KIND
