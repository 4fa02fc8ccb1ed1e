"""When things were done against the days that the requirements name, where findings have both."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...result import Finding
from ...words import Lang, Text
from .markup import Html, seen, tag

_DAY = re.compile(r"(?<!\d)(\d{2})/(\d{2})/(\d{4})(?!\d)")
_WIDTH, _LEFT, _ROW, _TOP = 640, 190, 22, 26
_LABEL = 26
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Lag:
    """One thing done: the day seen, and the one day that its requirement names."""

    label: str
    done: dt.date
    due: dt.date


def lags(findings: Sequence[Finding]) -> list[Lag]:
    """The findings of which a value is a date and what was expected of it names one date."""
    found = []
    for finding in findings:
        for evidence in finding.evidence:
            done = _one_day(evidence.value.vi)
            due = _one_day(evidence.expected.vi) if evidence.expected else None
            if done and due:
                found.append(Lag(finding.subject.vi, done, due))
    return found


def timeline(findings: Sequence[Finding], lang: Lang) -> Html | None:
    """A line from the day named to the day seen, finding by finding; None without such days."""
    found = lags(findings)
    days = [day for lag in found for day in (lag.done, lag.due)]
    if not found or min(days) == max(days):
        return None
    scale = _Scale(min(days), max(days))
    height = _TOP + _ROW * len(found) + 4
    said = Text(
        f"Ngày đã thấy (tròn) so với mốc nêu trong yêu cầu (vạch), {len(found)} mục;"
        " từng ngày có trong các bảng dưới đây.",
        f"Days seen (dots) against the days that the requirement names (bars), {len(found)} rows;"
        " each day is in the tables below.",
    )
    rows = (_row(lag, number, scale) for number, lag in enumerate(found))
    drawn = tag(
        "svg",
        _axis(scale, height, lang),
        rows,
        viewBox=f"0 0 {_WIDTH} {height}",
        class_="timeline",
        role="img",
        aria_label=said.of(lang),
    )
    return tag("figure", drawn, tag("figcaption", said.of(lang)))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: dt.date
    last: dt.date

    def x(self, day: dt.date) -> str:
        part = (day - self.first) / (self.last - self.first)
        return f"{_LEFT + part * (_WIDTH - _LEFT - 40):.1f}"


def _axis(scale: _Scale, height: int, lang: Lang) -> list[Html]:
    length = scale.last - scale.first
    days = sorted({scale.first + length * part // _TICKS for part in range(_TICKS + 1)})
    parts = []
    for day in days:
        x = scale.x(day)
        written = f"{day:%d/%m/%y}" if lang == "vi" else day.isoformat()
        parts.append(tag("line", x1=x, x2=x, y1=_TOP - 6, y2=height, class_="tick"))
        parts.append(tag("text", written, x=x, y=_TOP - 12, text_anchor="middle"))
    return parts


def _row(lag: Lag, number: int, scale: _Scale) -> Html:
    y = _TOP + _ROW * number + _ROW // 2
    label = seen(lag.label)
    label = label if len(label) <= _LABEL else f"{label[: _LABEL - 1]}…"
    due, done = scale.x(lag.due), scale.x(lag.done)
    return tag(
        "g",
        tag("text", label, x=0, y=y + 4),
        tag("line", x1=due, x2=done, y1=y, y2=y, class_="lag"),
        tag("line", x1=due, x2=due, y1=y - 7, y2=y + 7, class_="due"),
        tag("circle", cx=done, cy=y, r=5, class_="done"),
    )


def _one_day(text: str) -> dt.date | None:
    found = _DAY.findall(text)
    if len(found) != 1:
        return None
    day, month, year = map(int, found[0])
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
