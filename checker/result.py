"""What a run says: plain records that every report renders and none computes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from .intake.model import FileAccount
from .places import Notice
from .plans import Plan
from .scores import Scoring
from .words import Text

SCHEMA = "motcua/result/1"
VERDICTS = ("pass", "partial", "fail", "undetermined", "not_applicable", "error")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One value as it was seen. ``value`` is the cell or measure in words.

    ``flags`` are codes of what lessens trust in it (``flags.FLAGS``).
    """

    file: str
    place: Text
    label: Text
    value: Text
    expected: Text | None = None
    flags: tuple[str, ...] = ()


Setpoint = int | float | str | bool


@dataclass(frozen=True, slots=True)
class RepairAsked:
    """A format to be put right: ``to`` one value, or into the range from ``least`` to ``greatest``.

    ``at`` is a paragraph's index or, for properties of the page, a section's number; ``start`` and
    ``end`` are the characters meant in a paragraph (None: all of it).
    """

    property: str
    at: int
    start: int | None
    end: int | None
    to: Setpoint | None
    least: Setpoint | None
    greatest: Setpoint | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One row that tells something: what it is, what is said of it, where it was seen.

    ``paragraph`` is the index of the paragraph of a document that it speaks of, if of one.
    """

    subject: Text
    message: Text
    evidence: tuple[Evidence, ...]
    advice: Text
    paragraph: int | None = None
    repairs: tuple[RepairAsked, ...] = ()


@dataclass(frozen=True, slots=True)
class BasisShown:
    """A provision that the verdict rests on, with its window and how well it is known."""

    document: str
    article: str
    clause: str
    point: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    confidence: str
    says: Text


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a verdict; it stands beside the verdict and never hides it."""

    effect: str
    reason: str
    approver: str
    valid_from: dt.date
    valid_to: dt.date | None


@dataclass(frozen=True, slots=True)
class Searched:
    """Where a criterion looked: evidence for what passes and for what is absent."""

    file: str
    table: str
    rows: int


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """The verdict on one criterion for one unit (or one document).

    ``margin`` is how many rows may yet fail before a pass or a partial verdict turns.
    """

    id: str
    version: str
    pack: str
    title: Text
    severity: str
    verdict: str
    reason_code: str
    reason: Text
    population: int
    satisfied: int
    violated: int
    undetermined: int
    share: tuple[Fraction, Fraction] | None
    score: tuple[Fraction, Fraction] | None
    points: int
    basis: tuple[BasisShown, ...]
    findings: tuple[Finding, ...]
    findings_total: int
    gaps: tuple[Finding, ...]
    gaps_total: int
    searched: tuple[Searched, ...]
    advice: Text
    judged_by: tuple[str, ...]
    decision: Decision | None = None
    margin: int | None = None


@dataclass(frozen=True, slots=True)
class UnitResult:
    """All verdicts of one unit, its groups and grade, its points, and what became of its files."""

    folder: str
    name: str
    code: str
    level: str
    period: tuple[dt.date, dt.date]
    criteria: tuple[CriterionResult, ...]
    groups: dict[str, str]
    verdict: str
    intake: tuple[FileAccount, ...]
    scoring: Scoring | None = None
    plan: Plan | None = None

    def count(self, verdict: str) -> int:
        """How many criteria have a verdict."""
        return sum(1 for criterion in self.criteria if criterion.verdict == verdict)

    def score(self) -> tuple[Fraction, Fraction, Fraction]:
        """Least and greatest total score, and the points that could be had."""
        if self.scoring:
            span = self.scoring.span
            return span.least, span.greatest, span.of
        scored = [c for c in self.criteria if c.score is not None]
        least = sum((c.score[0] for c in scored if c.score), Fraction(0))
        most = sum((c.score[1] for c in scored if c.score), Fraction(0))
        return least, most, Fraction(sum(c.points for c in scored))


@dataclass(frozen=True, slots=True)
class CopyMade:
    """A copy of a document that was asked for (``annotate`` or ``fix``).

    ``target`` is empty where none was written, and ``refused`` says why.
    ``done`` is what was written or changed, ``left`` what was not, each with its reason.
    """

    kind: str
    target: str
    done: tuple[Text, ...] = ()
    left: tuple[Text, ...] = ()
    refused: Notice | None = None


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """All verdicts on one document, what became of its file, and the copies made of it.

    ``doc_type`` and ``regime`` are empty where they are not known.
    """

    file: str
    doc_type: str
    regime: str
    criteria: tuple[CriterionResult, ...]
    account: FileAccount
    copies: tuple[CopyMade, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the verdicts were reached with, so that anybody can reach them again.

    ``rules`` is every rule file with its SHA-256, in the order in which they were read.
    ``packs`` and ``period`` are what was asked for; empty and None leave it to the rules and to
    the units.
    ``scheme`` is the one that points were given by, empty for each criterion's own.
    ``unmasked``: names and numbers of people were asked for and are shown.
    ``program_sha256`` is the digest of the program's own files; its version does not tell of a
    file that was changed.
    """

    engine: str
    judges: tuple[str, ...]
    plain_only: Text | None
    rules_sha256: str
    inputs_sha256: str
    rules: tuple[tuple[str, str], ...] = ()
    packs: tuple[str, ...] = ()
    period: tuple[dt.date, dt.date] | None = None
    unmasked: bool = False
    scheme: str = ""
    program_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One run.

    ``notes`` concern the run as a whole; ``refused`` counts the unit folders whose ``unit.yaml``
    could not be used, which the notes name.
    """

    as_of: dt.date
    period: tuple[dt.date, dt.date] | None
    units: Sequence[UnitResult]
    receipt: Receipt
    notes: Sequence[Text] = field(default=())
    refused: int = 0

    def exit_code(self) -> int:
        """The contract's exit code of what was decided."""
        decided = exit_code({c.verdict for unit in self.units for c in unit.criteria})
        return 4 if decided == 0 and self.refused else decided


@dataclass(frozen=True, slots=True)
class DocumentsResult:
    """One run over documents alone, in the order of their names.

    ``documents`` can be gone through as often as wanted; they need not be in memory. ``verdicts``
    are those that occur in them.
    """

    as_of: dt.date
    documents: Iterable[DocumentResult]
    receipt: Receipt
    verdicts: frozenset[str]

    def exit_code(self) -> int:
        """The contract's exit code of what was decided."""
        return exit_code(self.verdicts)


def exit_code(found: Collection[str]) -> int:
    """Of verdicts: an error is said before a failure, a failure before what is not decided."""
    if "error" in found:
        return 6
    if "fail" in found:
        return 1
    return 4 if "undetermined" in found else 0
