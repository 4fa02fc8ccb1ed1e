"""What a comparison says: plain records."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from ..words import Text

Cause = Literal["data", "rules", "law", "period", "packs", "program", "unexplained"]
Change = Literal["verdict", "reason", "counts", "score", "findings", "decision", "version"]


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file whose bytes differ; a side on which it is not there is empty."""

    file: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What one result says of a criterion."""

    verdict: str
    version: str
    population: int
    satisfied: int
    violated: int
    undetermined: int


@dataclass(frozen=True, slots=True)
class CriterionChange:
    """A criterion of which the results say different things; None where one has it not.

    ``causes`` are the differences between the runs that reach this criterion. Where there is more
    than one, which of them turned it is not known.
    """

    id: str
    title: Text
    before: Seen | None
    after: Seen | None
    changed: tuple[Change, ...]
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class UnitComparison:
    """A unit or a document in both results, or ``only`` in the one ``before`` or ``after``."""

    name: str
    code: str
    files: tuple[FileChange, ...]
    criteria: tuple[CriterionChange, ...]
    same: int
    only: Literal["", "before", "after"] = ""


@dataclass(frozen=True, slots=True)
class Side:
    """What a result was reached with."""

    file: str
    as_of: dt.date
    engine: str
    program_sha256: str
    judges: tuple[str, ...]
    rules_sha256: str
    inputs_sha256: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two results side by side. ``rules`` are the rule files whose bytes differ."""

    before: Side
    after: Side
    rules: tuple[FileChange, ...]
    units: tuple[UnitComparison, ...]

    def same(self) -> bool:
        """Do both results say the same of every criterion of every unit?"""
        return not any(unit.only or unit.criteria for unit in self.units)


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A place in a result's JSON, and what stands there; None where nothing does."""

    place: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Verification:
    """A saved result beside the one that its receipt gives again.

    ``identical``: they are the same bytes. ``places`` are those in which they differ; copies that
    were made of documents are left out, since none is made again.
    """

    identical: bool
    comparison: Comparison
    places: tuple[PlaceChange, ...]

    def same(self) -> bool:
        """Do both say the same in every place?"""
        return not self.places
