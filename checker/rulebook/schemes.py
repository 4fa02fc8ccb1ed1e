"""The language of schemes: how an inspection form gives points (``schemes/*.yaml``)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..marked_yaml import Marked
from ..tables import Strict, Words
from .models import Share

Points = Annotated[Decimal, Field(gt=0, le=10_000, decimal_places=3)]


class SchemeBand(Strict):
    """From this share of satisfied rows upwards: this part of the line's points."""

    at_least: Share
    score: Annotated[Decimal, Field(ge=0, le=1, decimal_places=3)]


class Line(Strict):
    """One line of a form: its points, and what they are given for.

    Points come from criteria, from an attestation's question, or from somebody who has to look.
    Without ``bands``, ``share`` or ``deduct`` a criterion earns what its own bands say.
    """

    id: str = Field(min_length=1, description="As the form numbers it: I.1, 2.3, a")
    title: Words
    points: Points
    criteria: tuple[str, ...] = Field(default=(), description="Ids of criteria")
    question: str = Field(default="", description="A question that attestations.yaml answers")
    who: Words | None = Field(default=None, description="Who has to look, and where")
    combine: Literal["mean", "least"] = Field(
        default="mean", description="Of several criteria: the mean of what each earns, or the least"
    )
    bands: tuple[SchemeBand, ...] = Field(
        default=(), description="Part of the points by the share of satisfied rows"
    )
    share: Literal["proportional"] | None = Field(
        default=None, description="The points times the share of satisfied rows"
    )
    full_at: Share | None = Field(
        default=None,
        description="With 'proportional': the share that earns all, less in proportion",
    )
    deduct: Points | None = Field(
        default=None, description="Points taken off for each row that does not satisfy"
    )
    not_applicable: Literal["leave", "full", "zero"] = Field(
        default="leave",
        description="Where nothing of the line applies: it leaves the base, or earns all, or none",
    )

    @model_validator(mode="after")
    def _one_source(self) -> Line:
        if sum(map(bool, (self.criteria, self.question, self.who))) != 1:
            raise ValueError("a line has exactly one of 'criteria', 'question' and 'who'")
        ways = (self.bands, self.share, self.deduct)
        if sum(map(bool, ways)) > 1:
            raise ValueError("a line has at most one of 'bands', 'share' and 'deduct'")
        if self.full_at and not self.share:
            raise ValueError("'full_at' goes with 'share: proportional'")
        if any(ways) and not self.criteria:
            raise ValueError("'bands', 'share' and 'deduct' count rows, which only criteria have")
        if len(set(self.criteria)) != len(self.criteria):
            raise ValueError("a criterion stands twice in one line")
        shares = [band.at_least for band in self.bands]
        scores = [band.score for band in self.bands]
        for numbers in (shares, scores):
            if numbers != sorted(set(numbers), reverse=True):
                raise ValueError("bands go from the highest share to the lowest, scores with them")
        return self


class Section(Strict):
    """A part of a form."""

    id: str = Field(min_length=1)
    title: Words
    lines: tuple[Line, ...] = Field(min_length=1)


class Scheme(Strict):
    """A form: sections of lines. Its name is its file's."""

    title: Words
    basis: str = Field(default="", description="The paper that sets the form, if one does")
    total: Points | None = Field(default=None, description="What all points add up to")
    sections: tuple[Section, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _adds_up(self) -> Scheme:
        lines = [line for section in self.sections for line in section.lines]
        points = sum((line.points for line in lines), Decimal(0))
        if self.total is not None and points != self.total:
            raise ValueError(f"the lines have {points} points, not {self.total}")
        for ids in ([section.id for section in self.sections], [line.id for line in lines]):
            twice = sorted(id_ for id_, number in Counter(ids).items() if number > 1)
            if twice:
                raise ValueError(f"ids stand twice: {', '.join(twice)}")
        return self


@dataclass(frozen=True, slots=True)
class LoadedScheme:
    """A scheme under its name, and where it is written."""

    name: str
    scheme: Scheme
    marked: Marked
