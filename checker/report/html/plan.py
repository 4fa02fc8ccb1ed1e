"""What to do first: each criterion that turns, each remedy once, and what is left."""

from __future__ import annotations

from collections.abc import Iterable

from ...plans import Plan, Remedy, Step
from ...words import Lang, Text
from ..plan import (
    FIRST,
    SUPPLY,
    ahead_lines,
    edit_line,
    edit_place,
    gained,
    heading,
    left_lines,
    supply_lines,
    warnings,
)
from .charts import scrolling, table
from .markup import Html, data, tag, together
from .words import verdict_badge

_STEPS = (
    Text("Tiêu chí", "Criterion"),
    Text("Đang là", "Now"),
    Text("Sẽ thành", "Turns to"),
    Text("Điểm", "Points"),
    Text("Việc", "To do"),
)
_REMEDIES = (
    Text("Việc", "No"),
    Text("Làm gì", "What to do"),
    Text("Ở đâu", "Where"),
    Text("Ghi thế nào", "What it says then"),
    Text("Cho tiêu chí", "For"),
)


def plan_section(plan: Plan, prefix: str, lang: Lang) -> Html:
    """The whole plan of a unit."""
    steps = (_step(step, prefix, lang) for step in plan.steps)
    remedies = (_remedy(n, one, lang) for n, one in enumerate(plan.remedies, start=1))
    listed = together(
        scrolling(table(_heads(_STEPS, lang), steps, class_="list"), FIRST.of(lang)),
        scrolling(table(_heads(_REMEDIES, lang), remedies, class_="list"), _REMEDIES[1].of(lang)),
    )
    return together(
        tag("p", heading(plan).of(lang), "."),
        listed if plan.steps else None,
        _list((*ahead_lines(plan), *warnings(plan), *left_lines(plan)), lang),
        tag("p", tag("b", SUPPLY.of(lang))) if plan.supplies else None,
        _list(supply_lines(plan), lang),
    )


def _heads(heads: Iterable[Text], lang: Lang) -> tuple[str, ...]:
    return tuple(head.of(lang) for head in heads)


def _list(lines: Iterable[Text], lang: Lang) -> Html | None:
    told = [tag("li", tag("bdi", line.of(lang))) for line in lines]
    return tag("ul", told) if told else None


def _step(step: Step, prefix: str, lang: Lang) -> Html:
    link = tag("a", step.criterion, href=f"#{prefix}{step.criterion}")
    numbers = ", ".join(str(number + 1) for number in step.remedies)
    return tag(
        "tr",
        tag("th", link, " ", step.title.of(lang), scope="row"),
        tag("td", verdict_badge(step.before, lang)),
        tag("td", verdict_badge(step.after, lang)),
        tag("td", gained(step.gain).of(lang)),
        tag("td", numbers),
    )


def _remedy(number: int, remedy: Remedy, lang: Lang) -> Html:
    edits = [tag("li", tag("bdi", edit_line(edit).of(lang))) for edit in remedy.edits]
    return tag(
        "tr",
        tag("th", str(number), scope="row"),
        tag("td", tag("bdi", remedy.do.of(lang))),
        tag("td", data(edit_place(remedy).of(lang), lang)),
        tag("td", tag("ul", edits)),
        tag("td", ", ".join(remedy.serves)),
    )
