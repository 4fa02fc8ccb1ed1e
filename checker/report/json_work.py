"""What follows from verdicts, as JSON: points by the scheme, and what to do first."""

from __future__ import annotations

from fractions import Fraction

from ..plans import Edit, Plan, Remedy, Step
from ..scores import LineScore, Scoring, Span

Json = dict[str, object]


def as_number(value: Fraction) -> int | float:
    """A whole number, or six decimals."""
    return int(value) if value.denominator == 1 else round(float(value), 6)


def scoring_json(scoring: Scoring) -> Json:
    """The form filled in; where each criterion is its own line, the criteria tell that already."""
    return {
        "scheme": scoring.name or None,
        "title": scoring.title.as_dict(),
        "basis": scoring.basis,
        "score": _span(scoring.span),
        "sections": [
            {
                "id": section.id,
                "title": section.title.as_dict(),
                "score": _span(section.span),
                "lines": [_line(line) for line in section.lines] if scoring.name else [],
            }
            for section in scoring.sections
        ],
        "unknowns": [
            {"text": one.text.as_dict(), "moves": as_number(one.moves), "lines": list(one.lines)}
            for one in scoring.unknowns
        ],
    }


def _line(line: LineScore) -> Json:
    return {
        "id": line.id,
        "title": line.title.as_dict(),
        "points": as_number(line.points),
        "score": _span(line.span),
        "applies": line.applies,
        "criteria": list(line.criteria),
        "question": line.question or None,
        "who": line.who.as_dict() if line.who else None,
    }


def _span(span: Span) -> Json:
    return {
        "min": as_number(span.least),
        "max": as_number(span.greatest),
        "of": as_number(span.of),
        "may_leave": as_number(span.may_leave),
    }


def plan_json(plan: Plan) -> Json:
    """The plan: steps in their order, remedies by their numbers from 0."""
    return {
        "steps": [_step(step) for step in plan.steps],
        "remedies": [_remedy(remedy) for remedy in plan.remedies],
        "lost": [
            {"criterion": lost.criterion, "why": lost.why.as_dict(), "rows": lost.rows}
            for lost in plan.lost
        ],
        "supplies": [
            {
                "text": one.text.as_dict(),
                "criteria": list(one.criteria),
                "moves": as_number(one.moves),
            }
            for one in plan.supplies
        ],
        "undeclared": list(plan.undeclared),
        "copied": list(plan.copied),
        "untried": list(plan.untried),
        "stuck": list(plan.stuck),
        "spoilt": [
            {"criterion": one.criterion, "before": one.before, "after": one.after}
            for one in plan.spoilt
        ],
        "ahead": [
            {
                "criterion": one.criterion,
                "day": one.day.isoformat(),
                "days": one.days,
                "before": one.before,
                "after": one.after,
                "because": one.because.as_dict(),
            }
            for one in plan.ahead
        ],
        "before": _span(plan.before),
        "after": _span(plan.after),
    }


def _step(step: Step) -> Json:
    sooner = step.sooner
    return {
        "criterion": step.criterion,
        "before": step.before,
        "after": step.after,
        "remedies": list(step.remedies),
        "gain": as_number(step.gain),
        "minimal": step.minimal,
        "sooner": {"verdict": sooner[0], "rows": sooner[1]} if sooner else None,
    }


def _remedy(remedy: Remedy) -> Json:
    return {
        "do": remedy.do.as_dict(),
        "register": remedy.register.as_dict(),
        "serves": list(remedy.serves),
        "edits": [_edit(edit) for edit in remedy.edits],
    }


def _edit(edit: Edit) -> Json:
    return {
        "file": edit.file or None,
        "place": edit.place.as_dict() if edit.file else None,
        "label": edit.label.as_dict(),
        "was": edit.was.as_dict() if edit.was else None,
        "becomes": edit.becomes.as_dict(),
    }
