"""Points by a scheme: what each line earns for every completion of what is not known.

A line's value grows with what each of its criteria earns, so its ends are reached at their ends.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .result import CriterionResult
from .rulebook.book import LoadedCriterion, Rulebook
from .rulebook.schemes import Line, Scheme
from .scores import LineScore, Scoring, SectionScore, Span, UnknownScore, total
from .store import Store
from .tables import Words
from .words import Text

Ends = tuple[Fraction, Fraction]
_NOTHING, _ALL = Fraction(0), Fraction(1)
_COUNTED = frozenset({"measured", "range"})
OWN_POINTS = Words(vi="Điểm riêng của từng tiêu chí", en="Each criterion's own points")


@dataclass(frozen=True, slots=True)
class _Part:
    """What a line rests on: the ends of what it earns, and what it would take to know it."""

    ends: Ends
    cause: Text
    may_leave: bool = False


@dataclass(frozen=True, slots=True)
class Scorer:
    """A scheme, and what is needed to fill it in. ``answers`` are those that hold, by unit."""

    name: str
    scheme: Scheme
    book: Rulebook
    answers: Mapping[int, Mapping[str, bool]]

    def score(self, unit: int, criteria: Iterable[CriterionResult]) -> Scoring:
        """The form filled in for one unit."""
        found = {criterion.id: criterion for criterion in criteria}
        parts = {
            line.id: list(self._parts(line, found, unit))
            for section in self.scheme.sections
            for line in section.lines
        }
        sections = tuple(
            SectionScore(section.id, section.title.text(), total(s.span for s in lines), lines)
            for section in self.scheme.sections
            for lines in [tuple(_line(line, parts[line.id]) for line in section.lines)]
        )
        return Scoring(
            name=self.name,
            title=self.scheme.title.text(),
            basis=self.scheme.basis,
            span=total(section.span for section in sections),
            sections=sections,
            unknowns=_unknowns(self.scheme, parts),
        )

    def _parts(
        self, line: Line, found: Mapping[str, CriterionResult], unit: int
    ) -> Iterator[_Part]:
        """What a line rests on, without what does not apply."""
        if line.who:
            yield _Part((_NOTHING, _ALL), line.who.text())
        if line.question:
            yield self._answer(line.question, unit)
        for id_ in line.criteria:
            criterion = found.get(id_)
            if criterion is None:
                yield _Part(_open(line), Text(f"{id_}: không xét lần này", f"{id_}: not checked"))
            elif criterion.verdict != "not_applicable":
                may_leave = _may_leave(criterion, self.book.criteria[id_])
                yield _Part(_earned(line, criterion), cause_of(criterion), may_leave)

    def _answer(self, question: str, unit: int) -> _Part:
        answer = self.answers.get(unit, {}).get(question)
        asks = self.book.questions[question].asks
        cause = Text(f"Chưa có xác nhận: {asks.vi}", f"Not attested: {asks.en}")
        if answer is None:
            return _Part((_NOTHING, _ALL), cause)
        end = _ALL if answer else _NOTHING
        return _Part((end, end), cause)


def answers_in(store: Store) -> Mapping[int, Mapping[str, bool]]:
    """The attested answers that hold on the day of the check, by unit and question."""
    found: dict[int, dict[str, bool]] = {}
    rows = store.db.execute(
        "SELECT unit, question, answer FROM attestations CROSS JOIN run"
        " WHERE as_of BETWEEN answered_on AND valid_to AND answer IS NOT NULL"
    ).fetchall()
    for unit, question, answer in rows:
        found.setdefault(unit, {})[question] = answer
    return found


def own_points(chosen: Collection[LoadedCriterion]) -> Scheme:
    """The scheme where none is named: each criterion a line with its own points."""
    packs: dict[str, list[dict[str, object]]] = {}
    for loaded in chosen:
        one = loaded.criterion
        line = {"id": one.id, "title": one.title, "points": one.points, "criteria": (one.id,)}
        packs.setdefault(one.pack, []).append(line)
    sections = [
        {"id": pack, "title": {"vi": pack, "en": pack}, "lines": lines}
        for pack, lines in packs.items()
    ]
    if not sections:
        return Scheme.model_construct(title=OWN_POINTS, sections=())
    return Scheme.model_validate({"title": OWN_POINTS, "sections": sections})


def _earned(line: Line, criterion: CriterionResult) -> Ends:
    """The part of the line's points that a criterion earns; with ``deduct`` what it takes off."""
    share = criterion.share if criterion.reason_code in _COUNTED else None
    if share is None or not (line.bands or line.share or line.deduct):
        return _by_verdict(line, criterion)
    if line.deduct:
        each = Fraction(line.deduct)
        surely, perhaps = criterion.violated, criterion.violated + criterion.undetermined
        return -each * perhaps, -each * surely
    if line.share:
        full = Fraction(line.full_at or 1)
        return min(_ALL, share[0] / full), min(_ALL, share[1] / full)
    return _credit(line, share[0]), _credit(line, share[1])


def _by_verdict(line: Line, criterion: CriterionResult) -> Ends:
    """What its own points say; where rows were not counted that is nothing, all, or open."""
    if criterion.score is None:
        return _open(line)
    low, high = (end / criterion.points for end in criterion.score)
    if line.deduct:
        points = Fraction(line.points)
        return points * (low - 1), points * (high - 1)
    return low, high


def _credit(line: Line, share: Fraction) -> Fraction:
    reached = (band for band in line.bands if share >= Fraction(band.at_least))
    return next((Fraction(band.score) for band in reached), _NOTHING)


def _open(line: Line) -> Ends:
    return (-Fraction(line.points), _NOTHING) if line.deduct else (_NOTHING, _ALL)


def _value(line: Line, earned: Sequence[Fraction]) -> Fraction:
    """The points of a line, from what each of its parts earns."""
    points = Fraction(line.points)
    if line.deduct:
        return max(_NOTHING, points + sum(earned, _NOTHING))
    if line.combine == "least":
        return points * min(earned)
    return points * sum(earned, _NOTHING) / len(earned)


def _line(line: Line, parts: Sequence[_Part]) -> LineScore:
    points = Fraction(line.points)
    if parts:
        ends = [_value(line, [part.ends[end] for part in parts]) for end in (0, 1)]
        leaves = line.not_applicable == "leave" and all(part.may_leave for part in parts)
        span = Span(ends[0], ends[1], points, points if leaves else _NOTHING)
    elif line.not_applicable == "leave":
        span = Span()
    else:
        earned = points if line.not_applicable == "full" else _NOTHING
        span = Span(earned, earned, points)
    return LineScore(
        id=line.id,
        title=line.title.text(),
        points=points,
        span=span,
        applies=bool(parts),
        criteria=line.criteria,
        question=line.question,
        who=line.who.text() if line.who else None,
    )


def _may_leave(criterion: CriterionResult, loaded: LoadedCriterion) -> bool:
    """May it yet turn out that the criterion does not apply?"""
    if criterion.reason_code == "applicability_unknown" or criterion.verdict == "error":
        return True
    may_be_empty = criterion.reason_code in ("range", "missing_data", "unverified_basis")
    known = criterion.satisfied + criterion.violated
    empty = loaded.criterion.on_empty == "not_applicable"
    return empty and may_be_empty and not known


def cause_of(criterion: CriterionResult) -> Text:
    """What would have to be known; criteria that lack the same tables have one cause."""
    reason = criterion.reason
    if criterion.reason_code == "missing_data":
        return reason
    return Text(f"{criterion.id}: {reason.vi}", f"{criterion.id}: {reason.en}")


def _unknowns(scheme: Scheme, parts: Mapping[str, Sequence[_Part]]) -> tuple[UnknownScore, ...]:
    """Every cause by how far it alone may move the total, the greatest first."""
    moves: dict[Text, Fraction] = {}
    lines: dict[Text, list[str]] = {}
    for section in scheme.sections:
        for line in section.lines:
            here = parts[line.id]
            for cause in dict.fromkeys(part.cause for part in here if part.ends[0] < part.ends[1]):
                moves[cause] = moves.get(cause, _NOTHING) + _moved(line, here, cause)
                lines.setdefault(cause, []).append(line.id)
    found = [UnknownScore(cause, moved, tuple(lines[cause])) for cause, moved in moves.items()]
    return tuple(sorted(found, key=lambda one: -one.moves))


def _moved(line: Line, parts: Sequence[_Part], cause: Text) -> Fraction:
    """How far one cause moves a line, the others all at their best or all at their worst."""

    def value(others: int, this: int) -> Fraction:
        ends = [part.ends[this if part.cause == cause else others] for part in parts]
        return _value(line, ends)

    return max(value(others, 1) - value(others, 0) for others in (0, 1))
