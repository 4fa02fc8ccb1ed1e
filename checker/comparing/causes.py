"""Why two results say different things: the differences between the runs that reach a criterion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..saved import SavedCriterion, SavedFile, SavedReceipt, SavedRun
from .model import Cause, FileChange

_OWN_FILE = re.compile(r"(?:^|/)(?P<id>[A-Z]{2,6}-[0-9]{2,3})(?P<cases>\.cases)?\.yaml$")
_OF_EVERY_CRITERION = frozenset({"", "units"})
"""What a file was read as that any criterion may hang on: the unit's own words, waivers, and files
that were not recognised, which may hide rows of any register."""


@dataclass(frozen=True, slots=True)
class Causes:
    """The differences between two runs, and between a unit's parts in them.

    ``rules`` is None where the rules differ and one receipt does not list them.
    """

    law: bool
    program: bool
    rules: Sequence[FileChange] | None
    masked_alike: bool
    packs: bool
    period: bool = False
    data: frozenset[str] = frozenset()
    data_of_all: frozenset[str] = frozenset()

    def in_unit(
        self, changed: Sequence[FileChange], accounts: Sequence[SavedFile], period: bool
    ) -> Causes:
        """The same with what differs in one unit: its files, its period."""
        data = frozenset(one.file for one in changed)
        of_all = {one.file for one in accounts if (one.table or "") in _OF_EVERY_CRITERION}
        return replace(self, period=period, data=data, data_of_all=data & of_all)

    def of(self, old: SavedCriterion | None, new: SavedCriterion | None) -> tuple[Cause, ...]:
        """The causes that reach a criterion; ``unexplained`` where none does."""
        there = [criterion for criterion in (old, new) if criterion]
        packs: tuple[Cause, ...] = ("packs",) if self.packs and len(there) == 1 else ()
        return (*self._of(there), *packs) or ("unexplained",)

    def _of(self, there: Sequence[SavedCriterion]) -> Iterator[Cause]:
        looked_at = {searched.file for criterion in there for searched in criterion.searched}
        if self.data_of_all or self.data & looked_at:
            yield "data"
        if self.rules is None or any(_reaches(one.file, there[0].id) for one in self.rules):
            yield "rules"
        if self.law:
            yield "law"
        if self.period:
            yield "period"
        if self.program:
            yield "program"


def causes_of(before: SavedRun, after: SavedRun, rules: Sequence[FileChange]) -> Causes:
    """The differences between two runs as a whole."""
    old, new = before.receipt, after.receipt
    listed = bool(old.rules and new.rules) or old.rules_sha256 == new.rules_sha256
    return Causes(
        law=before.as_of != after.as_of,
        program=_another_program(old, new),
        rules=rules if listed else None,
        packs=old.packs != new.packs,
        masked_alike=old.unmasked == new.unmasked,
    )


def _another_program(old: SavedReceipt, new: SavedReceipt) -> bool:
    """Did another program or did other judges give the verdicts?

    By content; a result of before the program's digest has but the version.
    """
    known = old.program_sha256 and new.program_sha256
    content = known and old.program_sha256 != new.program_sha256
    return bool(content) or (old.engine, old.judges) != (new.engine, new.judges)


def _reaches(rule_file: str, criterion: str) -> bool:
    """May a change of a rule file change what is said of a criterion?

    A criterion's own file is of no other; cases judge nothing.
    """
    own = _OWN_FILE.search(rule_file)
    return own is None or (own["id"] == criterion and not own["cases"])
