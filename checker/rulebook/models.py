"""The language of rules: what each file of a rules folder may say.

The JSON Schemas in ``schemas/`` are generated from these models, so an editor completes and
checks a rule while it is being written.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from ..tables import Strict, Words
from .fixes import Fix

Confidence = Literal["verified", "secondary", "remembered", "unverified"]
"""How well a fact of the law is known. ``verified``: the legal text was read. ``secondary``: a
text that quotes it. The other two never fail anybody (docs/design.md, law is data)."""

TRUSTED: frozenset[str] = frozenset({"verified", "secondary"})

RepairedProperty = Literal[
    "size_pt",
    "bold",
    "italic",
    "underline",
    "font",
    "color",
    "align",
    "first_line_indent_mm",
    "space_before_pt",
    "space_after_pt",
    "line_spacing",
    "page_width_mm",
    "page_height_mm",
    "margin_top_mm",
    "margin_bottom_mm",
    "margin_left_mm",
    "margin_right_mm",
    "page_number",
]
"""The formats that may have one right answer (docs/writing-rules.md)."""

EmptyVerdict = Literal["pass", "fail", "undetermined", "not_applicable"]


def _share(value: object) -> object:
    """``95 %`` as people write it, or a number between 0 and 1."""
    if isinstance(value, str) and (match := re.fullmatch(r"(\d+(?:\.\d+)?) ?%", value)):
        return Decimal(match[1]) / 100
    return Decimal(str(value)) if isinstance(value, int | float) else value


Share = Annotated[
    Decimal,
    BeforeValidator(_share, json_schema_input_type=str | float),
    Field(gt=0, le=1, decimal_places=6),
]


class Provision(Strict):
    """A place in the law. ``article`` may also name an annex ("Phụ lục I")."""

    document: str = Field(min_length=1, description="Number and symbol: 63/2010/NĐ-CP")
    article: str = ""
    clause: str = ""
    point: str = ""


class Band(Strict):
    """A verdict for a share of satisfied rows, and the part of the points it earns."""

    verdict: Literal["pass", "partial"]
    at_least: Share
    score: Annotated[Decimal, Field(ge=0, le=1, decimal_places=3)] = Decimal(1)


class Applies(Strict):
    """For which units the criterion is meant at all."""

    when: str = Field(description="SQL condition over the columns of the table units")
    otherwise: Words = Field(description="Why it does not apply where the condition is false")
    unknown: Words | None = Field(
        default=None, description="What to do where it cannot be told whether it applies"
    )


class Version(Strict):
    """What the criterion asks for between two days (both included)."""

    valid_from: dt.date
    valid_to: dt.date | None = None
    basis: tuple[Provision, ...] = Field(min_length=1)
    among: str = Field(default="TRUE", description="SQL condition: which rows count")
    must: str = Field(description="SQL condition: what a row has to satisfy")
    bands: Annotated[tuple[Band, ...], Field(min_length=1, max_length=4)] = (
        Band(verdict="pass", at_least=Decimal(1)),
    )
    begins: Words | None = Field(
        default=None,
        description="Why nothing was asked before the first version, though its law had begun",
    )
    ends: Words | None = Field(
        default=None, description="Why nothing is asked after valid_to; without it that is unknown"
    )

    @model_validator(mode="after")
    def _in_order(self) -> Version:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError("valid_to is before valid_from")
        if self.ends and self.valid_to is None:
            raise ValueError("'ends' says what follows after valid_to, and there is none")
        shares = [band.at_least for band in self.bands]
        if shares != sorted(set(shares), reverse=True):
            raise ValueError("bands go from the highest share to the lowest, each once")
        scores = [band.score for band in self.bands]
        if scores[:1] != [Decimal(1)] or scores != sorted(set(scores), reverse=True):
            raise ValueError("a pass earns all points (score 1), each band below it less")
        if [band.verdict for band in self.bands] != ["pass"] + ["partial"] * (len(scores) - 1):
            raise ValueError("the first band is pass, all others are partial")
        return self


class Evidence(Strict):
    """A column of the subject to show with a finding."""

    column: str
    label: Words
    expected: Words | None = None


Bound = int | float | str | bool
"""A value of a repair, or whose value it is: a parameter's (``$body_size_min_pt``), a column's."""


class Repair(Strict):
    """How a violating row of a document is put right: one property of format, never a word.

    ``at`` names the locator column of the paragraph, or the column of the section's number.
    ``start`` and ``end`` name the columns of the first and last character meant in it.
    """

    set: RepairedProperty
    at: str
    start: str = ""
    end: str = ""
    to: Bound | None = None
    least: Bound | None = None
    greatest: Bound | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Repair:
        bounded = self.least is not None or self.greatest is not None
        if (self.to is not None) == bounded:
            raise ValueError("a repair has either 'to', or 'least' and 'greatest'")
        return self


class Messages(Strict):
    """What a finding says; ``{column}`` stands for the row's value."""

    violated: Words
    undetermined: Words | None = None


class Criterion(Strict):
    """One criterion: what the law asks, of which rows, and what to say about it."""

    id: str = Field(pattern=r"^[A-Z]{2,6}-[0-9]{2,3}$")
    pack: str = Field(pattern=r"^[a-z][a-z0-9]*$")
    title: Words
    severity: Literal["must", "may"] = "must"
    points: Annotated[int, Field(ge=1, le=1000)] = 1
    subject: str = Field(description="Name of a subject: subjects/<name>.sql of a pack")
    applies: Applies | None = None
    on_empty: EmptyVerdict = Field(description="The verdict where no row counts; no default")
    empty_reason: Words = Field(description="What an empty population means here")
    by_date: str = Field(
        default="",
        description="Column whose date picks the version for each row (else --as-of for all)",
    )
    per: str = Field(
        default="",
        description="Column that groups rows: each group counts once, and is satisfied when all"
        " its rows are (a document over its paragraphs)",
    )
    first: str = Field(
        default="",
        description="Column of numbers: findings with the greatest are told first",
    )
    versions: tuple[Version, ...] = Field(min_length=1)
    message: Messages
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    advice: Words
    repair: tuple[Repair, ...] = ()
    fix: tuple[Fix, ...] = Field(
        default=(), description="How registers show that a violating row was put right"
    )
    lost: Words | None = Field(
        default=None, description="Why a violation cannot be undone any more"
    )

    @model_validator(mode="after")
    def _fixed_or_lost(self) -> Criterion:
        if self.fix and self.lost:
            raise ValueError("a violation is either put right ('fix') or cannot be ('lost')")
        if self.lost and "{" in self.lost.vi + self.lost.en:
            raise ValueError("'lost' speaks of all rows and names no column")
        return self

    @model_validator(mode="after")
    def _no_overlap(self) -> Criterion:
        ordered = sorted(self.versions, key=lambda v: v.valid_from)
        for earlier, later in itertools.pairwise(ordered):
            if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
                raise ValueError(
                    f"versions overlap: {earlier.valid_from} has not ended when "
                    f"{later.valid_from} begins; give it a valid_to"
                )
            if later.begins:
                raise ValueError("'begins' belongs to the first version")
        return self


def _places(value: object) -> object:
    """A list of columns stands for columns that have kept their field's name."""
    plain = isinstance(value, list) and all(isinstance(name, str) for name in value)
    return {name: name for name in value} if isinstance(value, list) and plain else value


Places = Annotated[
    dict[str, str],
    BeforeValidator(_places, json_schema_input_type=list[str] | dict[str, str]),
]


class SubjectHeader(Strict):
    """The comment on top of a subject's SQL: what its rows are and where each value stands."""

    title: Words
    label: Words = Field(description="How to call one row; {column} stands for its value")
    places: dict[str, Places] = Field(
        default_factory=dict,
        description="Locator column -> columns read in that row; {column: field} where renamed",
    )
    deadlines: tuple[str, ...] = Field(
        default=(), description="Date columns: on that day or the next an outcome may change"
    )
    columns: dict[str, Words] = Field(
        default_factory=dict,
        description="What a computed column means, for the sentence that says it is unknown",
    )


class ParameterValue(Strict):
    """A value, the days on which it is in force, and the provision that sets it."""

    value: int | float | str
    valid_from: dt.date
    valid_to: dt.date | None = None
    basis: Provision


class Parameter(Strict):
    """A dated number or text that conditions name as ``$name``."""

    title: Words
    unit: str = ""
    local: bool = Field(
        default=False, description="May a unit's profile set it, naming its own legal basis?"
    )
    values: tuple[ParameterValue, ...] = Field(min_length=1)


class ParameterFile(Strict):
    """``parameters/*.yaml``."""

    parameters: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")], Parameter]


class RegisteredProvision(Strict):
    """A provision in our own words, with its window and how well it is known."""

    article: str = ""
    clause: str = ""
    point: str = ""
    says: Words
    valid_from: dt.date
    valid_to: dt.date | None = None
    confidence: Confidence
    note: str = ""


class LegalDocument(Strict):
    """One document of the legal register."""

    number: str
    title: Words
    issued_on: dt.date | None = None
    valid_from: dt.date
    valid_to: dt.date | None = None
    note: str = ""
    provisions: tuple[RegisteredProvision, ...]


class BasisFile(Strict):
    """``basis/*.yaml``."""

    documents: tuple[LegalDocument, ...]


class Question(Strict):
    """What a person answers where no export can show it."""

    asks: Words
    evidence: Words = Field(description="What to keep as evidence: a photo, a record")
    basis: Provision


class QuestionFile(Strict):
    """``questions/*.yaml``: what ``attestations.yaml`` of a unit may answer."""

    questions: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")], Question]


class Province(Strict):
    """A unit of the first level under one name; ``became`` is what it is called since."""

    name: str = Field(min_length=1)
    code: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    became: str = ""


class AdminFile(Strict):
    """``admin/*.yaml``: provinces by name, and levels that ended on a day."""

    levels: dict[str, dt.date] = Field(default_factory=dict)
    provinces: tuple[Province, ...] = ()


class CalendarYear(Strict):
    """Days off on weekdays and Saturdays worked instead, of one year."""

    days_off: tuple[dt.date, ...]
    days_worked: tuple[dt.date, ...] = ()
    basis: str
    confidence: Confidence


class CalendarFile(Strict):
    """``calendar/*.yaml``: the working days of the civil service, year by year."""

    years: dict[int, CalendarYear]
