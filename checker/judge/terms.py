"""What a criterion tells the judge, and what was measured of it for one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Verdict = Literal["pass", "partial", "fail", "undetermined", "not_applicable", "error"]
Reason = Literal[
    "measured",  # the share of satisfied rows decides, for every completion of the missing data
    "range",  # the ends of the share fall in different bands
    "empty",  # there is nothing to count, and the criterion says what that means
    "failed",
    "not_begun",  # the law that the criterion rests on had not begun on the day
    "ended",  # it has ended, and nothing took its place
    "no_version",  # what the law asked on the day is not in the rules
    "not_applicable",
    "applicability_unknown",
    "missing_data",
    "unverified_basis",
    "judges_differ",
    "engine_crash",
    "ruleset_fault",
]
Effect = Literal["none", "waived", "unused", "expired"]
WaiverState = Literal["none", "active", "expired"]
Force = Literal["yes", "not_begun", "ended", "no"]
OnEmpty = Literal["pass", "fail", "undetermined", "not_applicable"]

MILLION = 1_000_000
MAX_BANDS = 4


@dataclass(frozen=True, slots=True)
class Band:
    """From ``at_least_ppm`` of the rows (millionths) upwards: this verdict, this score.

    ``score_permille`` is in thousandths of the criterion's points.
    """

    verdict: Literal["pass", "partial"]
    at_least_ppm: int
    score_permille: int


@dataclass(frozen=True, slots=True)
class Terms:
    """How one criterion is judged. Below the last band it fails.

    Args:
        criterion: its id, unique in a unit.
        group: the name of its pack.
        bands: from the highest threshold down: one ``pass``, then ``partial`` ones.
        on_empty: what an empty population means.
        points: what a pass is worth.
    """

    criterion: str
    group: str
    bands: tuple[Band, ...]
    on_empty: OnEmpty
    points: Fraction

    def __post_init__(self) -> None:
        verdicts = [band.verdict for band in self.bands]
        if not 1 <= len(verdicts) <= MAX_BANDS or verdicts[0] != "pass" or "pass" in verdicts[1:]:
            raise ValueError(
                f"{self.criterion}: one pass band, then at most {MAX_BANDS - 1} partial"
            )
        thresholds = [band.at_least_ppm for band in self.bands]
        scores = [band.score_permille for band in self.bands]
        if not (_descend(thresholds, MILLION) and _descend(scores, 1000) and scores[0] == 1000):
            raise ValueError(f"{self.criterion}: thresholds and scores descend, a pass scores 1000")
        if self.points < 0:
            raise ValueError(f"{self.criterion}: points below zero")

    def credit(self, ppm: int) -> Fraction:
        """The points that a share of so many millionths earns."""
        for band in self.bands:
            if ppm >= band.at_least_ppm:
                return Fraction(self.points) * band.score_permille / 1000
        return Fraction(0)

    def spare(self, satisfied: int, population: int) -> int | None:
        """How many satisfied rows may yet turn before the band does; None below the last band."""
        for band in self.bands:
            needed = -(-band.at_least_ppm * population // MILLION)
            if population and satisfied >= needed:
                return satisfied - needed
        return None


def _descend(numbers: Sequence[int], top: int) -> bool:
    return top >= numbers[0] and numbers[-1] >= 0 and list(numbers) == sorted(set(numbers))[::-1]


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one criterion in one unit.

    Args:
        criterion: its id.
        in_force: whether the criterion asks anything on the date (``no``: it is not known).
        applies: whether the criterion concerns this unit.
        trusted: whether its legal basis and its parameters are verified.
        missing: whether an export or a column that it needs is not there.
        failed: whether measuring it ended in a fault.
        population, satisfied, violated, undetermined: counts of rows; the first is their sum.
        waiver: what somebody has decided about it.
    """

    criterion: str
    in_force: Force = "yes"
    applies: Literal["yes", "no", "unknown"] = "yes"
    trusted: bool = True
    missing: bool = False
    failed: bool = False
    population: int = 0
    satisfied: int = 0
    violated: int = 0
    undetermined: int = 0
    waiver: WaiverState = "none"

    def __post_init__(self) -> None:
        parts = (self.satisfied, self.violated, self.undetermined)
        if min(parts) < 0 or sum(parts) != self.population:
            raise ValueError(f"{self.criterion}: {self.population} rows are not {parts}")

    @property
    def share_ppm(self) -> tuple[int, int] | None:
        """The least and the greatest share of satisfied rows, in millionths; None of no rows.

        Rounded down, which is exact where it matters: thresholds are whole millionths, and for a
        whole t, x >= t if and only if floor(x) >= t.
        """
        if not self.population:
            return None
        least = self.satisfied * MILLION // self.population
        return least, (self.satisfied + self.undetermined) * MILLION // self.population
