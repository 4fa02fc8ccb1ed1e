"""Small drawings beside numbers. Each number stands in words next to its drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ...result import CriterionResult
from ...words import Lang, Text
from .markup import Html, tag
from .words import percent, verdict_badge

_WIDTH, _HEIGHT = 200, 14


def share_bar(ends: tuple[Fraction, Fraction]) -> Html:
    """A share from 0 to all; what may still come to it is pale, with a broken edge."""
    low, high = (round(float(end) * _WIDTH, 1) for end in ends)
    parts = [
        tag("rect", width=_WIDTH, height=_HEIGHT, class_="whole"),
        tag("rect", width=str(low), height=_HEIGHT, class_="surely"),
    ]
    if high > low:
        wide, middle = str(round(high - low, 1)), str(_HEIGHT / 2)
        parts += [
            tag("rect", x=str(low), width=wide, height=_HEIGHT, class_="perhaps"),
            tag("line", x1=str(low), x2=str(high), y1=middle, y2=middle, class_="range"),
        ]
    return tag("svg", parts, viewBox=f"0 0 {_WIDTH} {_HEIGHT}", class_="bar", aria_hidden="true")


def shares_table(criteria: Sequence[CriterionResult], prefix: str, lang: Lang) -> Html | None:
    """Every criterion's share of rows that satisfy, with its interval; None where there is none."""
    shown = [(c, c.share) for c in criteria if c.share is not None]
    if not shown:
        return None
    heads = (
        Text("Tiêu chí", "Criterion"),
        Text("Tỷ lệ đạt", "Share that satisfies"),
        Text("Biểu đồ", "Chart"),
        Text("Kết luận", "Verdict"),
    )
    rows = (
        tag(
            "tr",
            tag("th", tag("a", c.id, href=f"#{prefix}{c.id}"), scope="row"),
            tag("td", percent(share, lang), f" ({c.satisfied}/{c.population})"),
            tag("td", share_bar(share)),
            tag("td", verdict_badge(c.verdict, lang)),
        )
        for c, share in shown
    )
    return table(tuple(h.of(lang) for h in heads), rows, class_="shares")


def scrolling(inside: Html, label: str) -> Html:
    """What is wider than a phone: it scrolls by itself, also by keyboard."""
    return tag("div", inside, class_="scroll", tabindex="0", role="region", aria_label=label)


def table(heads: Sequence[str], rows: Iterable[str], **attributes: str) -> Html:
    """A table with a header to every column."""
    head = tag("thead", tag("tr", (tag("th", text, scope="col") for text in heads)))
    return tag("table", head, tag("tbody", rows), **attributes)
