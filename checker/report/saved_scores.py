"""A form filled in, as a saved result holds it."""

from __future__ import annotations

from fractions import Fraction

from pydantic import BaseModel, ConfigDict, Field

from ..saved import SavedWords
from ..scores import LineScore, Scoring, SectionScore, Span, UnknownScore
from ..words import Text


class _Part(BaseModel):
    """Keys that later versions add are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def _text(words: SavedWords) -> Text:
    return Text(words.vi, words.en)


def _exact(number: float) -> Fraction:
    return Fraction(str(number))


class _Span(_Part):
    least: float = Field(alias="min", allow_inf_nan=False)
    most: float = Field(alias="max", allow_inf_nan=False)
    of: float = Field(allow_inf_nan=False)
    may_leave: float = Field(default=0, allow_inf_nan=False)

    def record(self) -> Span:
        ends = (_exact(self.least), _exact(self.most))
        return Span(*ends, _exact(self.of), _exact(self.may_leave))


class _Line(_Part):
    id: str
    title: SavedWords
    points: float = Field(allow_inf_nan=False)
    score: _Span
    applies: bool
    criteria: tuple[str, ...]
    question: str | None
    who: SavedWords | None

    def record(self) -> LineScore:
        return LineScore(
            id=self.id,
            title=_text(self.title),
            points=_exact(self.points),
            span=self.score.record(),
            applies=self.applies,
            criteria=self.criteria,
            question=self.question or "",
            who=_text(self.who) if self.who else None,
        )


class _Section(_Part):
    id: str
    title: SavedWords
    score: _Span
    lines: tuple[_Line, ...]

    def record(self) -> SectionScore:
        lines = tuple(line.record() for line in self.lines)
        return SectionScore(self.id, _text(self.title), self.score.record(), lines)


class _Unknown(_Part):
    text: SavedWords
    moves: float = Field(allow_inf_nan=False)
    lines: tuple[str, ...]

    def record(self) -> UnknownScore:
        return UnknownScore(_text(self.text), _exact(self.moves), self.lines)


class SavedScoring(_Part):
    """The form; ``scheme`` is None where each criterion's own points were taken."""

    scheme: str | None
    title: SavedWords
    basis: str
    score: _Span
    sections: tuple[_Section, ...]
    unknowns: tuple[_Unknown, ...]

    def record(self) -> Scoring:
        """The record that reports are made from."""
        return Scoring(
            name=self.scheme or "",
            title=_text(self.title),
            basis=self.basis,
            span=self.score.record(),
            sections=tuple(section.record() for section in self.sections),
            unknowns=tuple(one.record() for one in self.unknowns),
        )
