"""Many units against many criteria in one drawing: a row a unit, a column a criterion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...words import Lang, Text
from ..labels import VERDICT_LABELS
from .charts import scrolling
from .markup import Html, seen, tag, together
from .model import Examined
from .words import MARKS, verdict_badge

MOST_ROWS = 400
_CELL, _LEFT, _TOP = 11, 200, 64
_NAME = 30

# Each verdict has a form of its own: colour is never the only sign.
_FORMS: Mapping[str, str] = {
    "pass": "h9v9h-9z",
    "partial": "h9l-9 9z",
    "fail": "l9 9m0 -9l-9 9",
    "undetermined": "m4.5 0l4.5 4.5l-4.5 4.5l-4.5 -4.5z",
    "not_applicable": "m3 4.5h3",
    "error": "m4.5 0v6m0 1.5v1.5",
}


def matrix(examined: Sequence[Examined], lang: Lang) -> Html:
    """The drawing with its legend, in a frame that scrolls."""
    columns = list(dict.fromkeys(c.id for one in examined for c in one.criteria))
    width, height = _LEFT + _CELL * len(columns) + 4, _TOP + _CELL * len(examined) + 4
    said = Text(
        f"Ma trận {len(examined)} dòng, {len(columns)} tiêu chí. Số liệu có trong các bảng.",
        f"Matrix of {len(examined)} rows, {len(columns)} criteria. The numbers are in the tables.",
    ).of(lang)
    drawn = tag(
        "svg",
        (_head(id_, number) for number, id_ in enumerate(columns)),
        (_row(one, number, columns) for number, one in enumerate(examined)),
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_label=said,
        class_="matrix",
    )
    return tag("figure", scrolling(drawn, said), tag("figcaption", _legend(lang)))


def _head(criterion: str, number: int) -> Html:
    x = _LEFT + _CELL * number + 8
    return tag("text", criterion, transform=f"translate({x} {_TOP - 5}) rotate(-90)")


def _row(one: Examined, number: int, columns: Sequence[str]) -> Html:
    """One path a verdict, so that a row is a few elements and not a hundred."""
    y = _TOP + _CELL * number
    verdicts = {criterion.id: criterion.verdict for criterion in one.criteria}
    paths = []
    for verdict, form in _FORMS.items():
        places = [n for n, id_ in enumerate(columns) if verdicts.get(id_) == verdict]
        if places:
            drawn = "".join(f"M{_LEFT + _CELL * place + 1} {y + 1}{form}" for place in places)
            paths.append(tag("path", d=drawn, class_=verdict))
    name = seen(one.name)
    short = name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
    return tag("g", tag("text", short, x=0, y=y + 9), paths)


def _legend(lang: Lang) -> Html:
    entries = []
    for verdict, form in _FORMS.items():
        path = tag("path", d=f"M1 1{form}", class_=verdict)
        sign = tag("svg", path, viewBox="0 0 11 11", class_="matrix sign", aria_hidden="true")
        entries.append(tag("span", sign, " ", VERDICT_LABELS[verdict].of(lang), class_="key"))
    return together(entries)


def verdict_table_heads(lang: Lang) -> tuple[Html, ...]:
    """The verdicts as heads of columns."""
    return tuple(verdict_badge(verdict, lang) for verdict in MARKS)
