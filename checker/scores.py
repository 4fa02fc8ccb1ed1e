"""What a unit earns by a scheme: plain records, every number an interval."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from .words import Text


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the greatest points that the data allow, of so many.

    ``of`` leaves out what does not apply. ``may_leave`` is the part of ``of`` that may yet leave,
    because it is not known whether it applies.
    """

    least: Fraction = Fraction(0)
    greatest: Fraction = Fraction(0)
    of: Fraction = Fraction(0)
    may_leave: Fraction = Fraction(0)


NO_POINTS = Span()


def total(spans: Iterable[Span]) -> Span:
    """All of them together."""
    least = greatest = of = may_leave = Fraction(0)
    for span in spans:
        least, greatest = least + span.least, greatest + span.greatest
        of, may_leave = of + span.of, may_leave + span.may_leave
    return Span(least, greatest, of, may_leave)


@dataclass(frozen=True, slots=True)
class LineScore:
    """One line of the form; ``by`` says on what it rests: criteria, a question, a person."""

    id: str
    title: Text
    points: Fraction
    span: Span
    applies: bool
    criteria: tuple[str, ...]
    question: str
    who: Text | None


@dataclass(frozen=True, slots=True)
class SectionScore:
    """One section of the form."""

    id: str
    title: Text
    span: Span
    lines: tuple[LineScore, ...]


@dataclass(frozen=True, slots=True)
class UnknownScore:
    """Something that is not known, and by how many points the total may move with it alone."""

    text: Text
    moves: Fraction
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scoring:
    """The form filled in. ``name`` is empty where each criterion's own points were taken.

    ``unknowns`` begin with the one that would move the total most.
    """

    name: str
    title: Text
    basis: str
    span: Span
    sections: tuple[SectionScore, ...]
    unknowns: tuple[UnknownScore, ...]
