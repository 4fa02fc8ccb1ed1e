"""What each criterion found over all units of a level: verdicts, and rows put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from ..result import CriterionResult
from ..words import Text
from .html.model import Examined


@dataclass(slots=True)
class Total:
    """One criterion over the units of one level; rows only of those where something was counted."""

    id: str
    title: Text
    verdicts: Counter[str] = field(default_factory=Counter)
    population: int = 0
    satisfied: int = 0
    violated: int = 0
    undetermined: int = 0

    def add(self, criterion: CriterionResult) -> None:
        """Put one unit's verdict and rows to it."""
        self.verdicts[criterion.verdict] += 1
        if criterion.share is not None:
            self.population += criterion.population
            self.satisfied += criterion.satisfied
            self.violated += criterion.violated
            self.undetermined += criterion.undetermined

    def share(self) -> tuple[Fraction, Fraction] | None:
        """Least and greatest share of all rows; None where there is no row."""
        if not self.population:
            return None
        low = Fraction(self.satisfied, self.population)
        return low, low + Fraction(self.undetermined, self.population)


@dataclass(slots=True)
class Level:
    """The units of one level, how many, and each criterion over them; documents have none."""

    name: str
    units: int = 0
    totals: dict[str, Total] = field(default_factory=dict)


def by_level(examined: Iterable[Examined]) -> Mapping[str, Level]:
    """The levels in the order in which they come, each criterion in that of the first unit."""
    levels: dict[str, Level] = {}
    for one in examined:
        level = levels.setdefault(one.level, Level(one.level))
        level.units += 1
        for criterion in one.criteria:
            total = level.totals.setdefault(criterion.id, Total(criterion.id, criterion.title))
            total.add(criterion)
    return levels
